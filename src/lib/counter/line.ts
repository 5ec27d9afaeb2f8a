/** The till's line to the server: asks, and tells whether there was an answer, a refusal, or nothing to rely on. */
import * as v from 'valibot';
import type { Id } from '#lib/kernel/id.ts';
import { type Instant, parseInstant } from '#lib/kernel/instant.ts';
import {
	type Delivered,
	deliveredShape,
	type Enrolled,
	enrolledShape,
	type Hello,
	helloShape,
	refusalShape,
	serverTimeHeader
} from './answers.ts';
import { better, type DeviceTime, deviceTimeOf, type Measured, measured, momentOf, type Reading } from './clock.ts';
import { type Goods, goodsListShape } from './goods.ts';

export type Answer<Value> =
	| { readonly kind: 'answered'; readonly value: Value }
	/** The server understood and said no. */
	| { readonly kind: 'refused'; readonly status: number; readonly code: string; readonly message: string }
	/** No network, no answer in time, or one that was cut off: what was asked may or may not have been done. */
	| { readonly kind: 'lost' };

const patienceMs = 20_000;

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

	hello(): Promise<Answer<Hello>> {
		return this.#ask('/api/kasir', helloShape);
	}

	async goods(groupId: Id): Promise<Answer<Goods[]>> {
		const answer = await this.#ask(`/api/till/${groupId}`, goodsListShape);
		return answer.kind === 'answered' ? { kind: 'answered', value: answer.value.goods } : answer;
	}

	enrol(groupId: Id, till: { id: Id; name: string }): Promise<Answer<Enrolled>> {
		return this.#ask(`/api/till/${groupId}/enrolments`, enrolledShape, till);
	}

	/** Delivers events in the exact bytes in which they are kept. */
	deliver(groupId: Id, enrolmentId: Id, events: readonly string[]): Promise<Answer<Delivered>> {
		return this.#ask(`/api/till/${groupId}/${enrolmentId}/events`, deliveredShape, { events });
	}

	async #ask<Shape extends v.GenericSchema>(
		path: string,
		shape: Shape,
		body?: unknown
	): Promise<Answer<v.InferOutput<Shape>>> {
		const sent = reading();
		try {
			const response = await this.#fetch(path, { ...requestOf(body), signal: AbortSignal.timeout(patienceMs) });
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

function requestOf(body: unknown): RequestInit {
	if (body === undefined) return { headers: { accept: 'application/json' } };
	const headers = { accept: 'application/json', 'content-type': 'application/json' };
	return { method: 'POST', headers, body: JSON.stringify(body) };
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
