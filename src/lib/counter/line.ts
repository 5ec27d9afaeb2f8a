/** The till's line to the server: asks, and tells whether there was an answer, a refusal, or nothing to rely on. */
import * as v from 'valibot';
import { toBase64url } from '#lib/kernel/base64url.ts';
import type { Id } from '#lib/kernel/id.ts';
import { type Instant, parseInstant } from '#lib/kernel/instant.ts';
import type { SignedEvent } from '#lib/printing/sale-code.ts';
import { askingText, type PublicKey, tillSignatureHeader, tillTimeHeader } from '#lib/sales/till-key.ts';
import {
	type Delivered,
	deliveredShape,
	type Enrolled,
	enrolledShape,
	type Hello,
	helloShape,
	type PersonChecked,
	personCheckedShape,
	refusalShape,
	serverTimeHeader
} from './answers.ts';
import { better, type DeviceTime, deviceTimeOf, type Measured, measured, momentOf, type Reading } from './clock.ts';
import type { Buyer } from './kept.ts';
import { type Snapshot, snapshotShape } from './snapshot.ts';
import { bytesOf, signed } from './till-keys.ts';
import { packed } from './zip.ts';

export type Answer<Value> =
	| { readonly kind: 'answered'; readonly value: Value }
	/** The server understood and said no. */
	| { readonly kind: 'refused'; readonly status: number; readonly code: string; readonly message: string }
	/** No network, no answer in time, or one that was cut off: what was asked may or may not have been done. */
	| { readonly kind: 'lost' };

/** A till as the server knows it, and the key by which it recognises what the till sends. */
export interface Sender {
	readonly groupId: Id;
	readonly enrolmentId: Id;
	readonly signing: CryptoKey;
}

/** What a browser says to become a till. */
export interface Enrolling {
	readonly id: Id;
	readonly name: string;
	readonly publicKey: PublicKey;
	/** From the treasurer's QR; null when a person who may is signed in here. */
	readonly invitation: { readonly id: string; readonly token: string } | null;
}

const patienceMs = 20_000;
/** The server's word that what was signed does not say the present time. */
const wrongClock = 'sales.till-clock';

export class Line {
	#clock: Measured | null = null;
	readonly #fetch: typeof fetch;

	constructor(fetcher: typeof fetch = (...given) => fetch(...given)) {
		this.#fetch = fetcher;
	}

	/** The present moment, corrected by the server's clock as far as it was measured. */
	now(): Instant {
		return momentOf(this.#clock, reading());
	}

	/** The device's time untouched, and how far it is off, for an event. */
	deviceTime(): DeviceTime {
		return deviceTimeOf(this.#clock, reading());
	}

	/** Where a person who is signed in may sell. */
	hello(): Promise<Answer<Hello>> {
		return this.#ask('/api/kasir', helloShape, { headers: accepts });
	}

	/** Makes this browser a till; asked again with the same id it is the same till. */
	enrol(groupId: Id, { invitation, ...till }: Enrolling): Promise<Answer<Enrolled>> {
		const body = JSON.stringify(invitation === null ? till : { ...till, invitation });
		return this.#ask(`/api/till/${groupId}/enrolments`, enrolledShape, { method: 'POST', headers: asJson, body });
	}

	/** All that a till works with, as it is now. */
	snapshot(sender: Sender): Promise<Answer<Snapshot>> {
		return this.#askSigned(sender, pathOf(sender), snapshotShape);
	}

	/** Delivers events in the exact bytes in which they are kept, signed once, and the names that they leave out. */
	async deliver(sender: Sender, events: readonly string[], buyers: readonly Buyer[]): Promise<Answer<Delivered>> {
		const { bytes, headers } = await packed(bytesOf(JSON.stringify({ events, buyers })));
		const signature = await signed(sender.signing, bytes);
		return this.#ask(`${pathOf(sender)}/events`, deliveredShape, {
			method: 'POST',
			headers: { ...asJson, ...headers, [tillSignatureHeader]: signature },
			body: bytes
		});
	}

	/** Brings receipts of another till, by whoever is signed in here; that they are its own shows in its signatures. */
	bringReceipts(groupId: Id, enrolmentId: Id, receipts: readonly SignedEvent[]): Promise<Answer<Delivered>> {
		const told = receipts.map(({ eventText, signature }) => ({ text: eventText, signature: toBase64url(signature) }));
		return this.#ask(`${pathOf({ groupId, enrolmentId })}/delivered`, deliveredShape, {
			method: 'POST',
			headers: asJson,
			body: JSON.stringify({ receipts: told })
		});
	}

	/** Whether the password is this person's: before a PIN is chosen for the first time. */
	checkPerson(sender: Sender, personId: Id, password: string): Promise<Answer<PersonChecked>> {
		const body = bytesOf(JSON.stringify({ personId, password }));
		return this.#signedPost(sender, `${pathOf(sender)}/people`, personCheckedShape, body);
	}

	async #signedPost<Shape extends v.GenericSchema>(
		{ signing }: Sender,
		path: string,
		shape: Shape,
		body: Uint8Array<ArrayBuffer>
	): Promise<Answer<v.InferOutput<Shape>>> {
		const headers = { ...asJson, [tillSignatureHeader]: await signed(signing, body) };
		return this.#ask(path, shape, { method: 'POST', headers, body });
	}

	/** Signs the address and the time; when the time is wrong the answer says the right one, and it is asked once more. */
	async #askSigned<Shape extends v.GenericSchema>(
		{ signing }: Sender,
		path: string,
		shape: Shape
	): Promise<Answer<v.InferOutput<Shape>>> {
		const once = async (): Promise<Answer<v.InferOutput<Shape>>> => {
			const time = this.now();
			const signature = await signed(signing, bytesOf(askingText(path, time)));
			return this.#ask(path, shape, {
				headers: { ...accepts, [tillTimeHeader]: time, [tillSignatureHeader]: signature }
			});
		};
		const first = await once();
		return first.kind === 'refused' && first.code === wrongClock ? once() : first;
	}

	async #ask<Shape extends v.GenericSchema>(
		path: string,
		shape: Shape,
		request: RequestInit
	): Promise<Answer<v.InferOutput<Shape>>> {
		const sent = reading();
		try {
			const response = await this.#fetch(path, { ...request, signal: AbortSignal.timeout(patienceMs) });
			this.#measure(response, sent);
			return read(shape, response.ok, response.status, await response.json());
		} catch {
			return { kind: 'lost' };
		}
	}

	#measure(response: Response, sent: Reading): void {
		const serverAt = parseInstant(response.headers.get(serverTimeHeader) ?? '');
		if (serverAt !== null) this.#clock = better(this.#clock, measured(serverAt, sent, reading()));
	}
}

const accepts = { accept: 'application/json' };
const asJson = { ...accepts, 'content-type': 'application/json' };

function pathOf({ groupId, enrolmentId }: Pick<Sender, 'groupId' | 'enrolmentId'>): string {
	return `/api/till/${groupId}/${enrolmentId}`;
}

function read<Shape extends v.GenericSchema>(
	shape: Shape,
	ok: boolean,
	status: number,
	json: unknown
): Answer<v.InferOutput<Shape>> {
	if (ok) {
		const parsed = v.safeParse(shape, json);
		return parsed.success ? { kind: 'answered', value: parsed.output } : { kind: 'lost' };
	}
	const parsed = v.safeParse(refusalShape, json);
	if (!parsed.success || status >= 500) return { kind: 'lost' };
	return { kind: 'refused', status, ...parsed.output };
}

function reading(): Reading {
	return { wall: Date.now(), steady: performance.now() };
}
