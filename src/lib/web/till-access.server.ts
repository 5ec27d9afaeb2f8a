/** What a till signed: it is known by its own key, without a session and without a cookie. */
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import type { RequestEvent } from '@sveltejs/kit';
import * as v from 'valibot';
import { serverTimeHeader } from '#lib/counter/answers.ts';
import type { Database } from '#lib/db/open.server.ts';
import { type Actor, groupTenant, systemActor } from '#lib/db/tenant.ts';
import { inWork } from '#lib/db/work.server.ts';
import { type Id, isId } from '#lib/kernel/id.ts';
import { type Instant, later, millisecondsOf, parseInstant } from '#lib/kernel/instant.ts';
import { NotFound } from '#lib/kernel/refusal.ts';
import { isSignedBy, type Signer, signerOf } from '#lib/sales/signature.server.ts';
import { noteSeen } from '#lib/sales/till.server.ts';
import { askingText, tillClockMax, tillSignatureHeader, tillTimeHeader } from '#lib/sales/till-key.ts';
import { TillClock, TillUnsigned } from '#lib/sales/till-refusals.ts';
import { BadInput } from './api.server.ts';
import { theApp } from './app.server.ts';
import { isTooLarge } from './body.server.ts';

export interface TillAccess {
	readonly db: Database;
	readonly groupId: Id;
	readonly enrolmentId: Id;
	/** The till itself, under its code. */
	readonly actor: Actor;
}

export interface TillPost extends TillAccess {
	/** What was signed, unpacked. */
	readonly body: string;
}

/** A body that unpacks to more than this is none of ours. */
const unpackedMax = 8 * 1024 * 1024;
/** A till that only asks is noted this often. */
const seenEveryMs = 15 * 60_000;

/**
 * The till of the address, which signed the bytes of the body as they were sent. Throws NotFound for a group or till that
 * is not there, TillUnsigned, and BadInput for a body that cannot be unpacked.
 */
export async function requireTillPost(event: RequestEvent): Promise<TillPost> {
	const { access, signer } = await tillNamed(event);
	const bytes = await bytesSent(event);
	requireSignature(event, signer, bytes);
	return { ...access, body: await unpacked(bytes, event.request.headers.get('content-encoding')) };
}

/** The till of the address, which signed the address and the present time. Throws NotFound, TillUnsigned and TillClock. */
export async function requireTillGet(event: RequestEvent): Promise<TillAccess> {
	const { access, signer } = await tillNamed(event);
	const time = parseInstant(event.request.headers.get(tillTimeHeader) ?? '');
	if (time === null) throw new TillUnsigned();
	const { pathname, search } = event.url;
	requireSignature(event, signer, Buffer.from(askingText(pathname + search, time), 'utf8'));
	const now = access.db.clock();
	if (Math.abs(millisecondsOf(time) - millisecondsOf(now)) > tillClockMax) throw new TillClock();
	await see(access, signer, now);
	return access;
}

/** What a signed body says, by `schema`. Throws BadInput with the field that breaks it. */
export function saidIn<Schema extends v.GenericSchema>(body: string, schema: Schema): v.InferOutput<Schema> {
	const parsed = v.safeParse(schema, parsedJson(body));
	if (parsed.success) return parsed.output;
	const [issue] = parsed.issues;
	throw new BadInput(v.getDotPath(issue) ?? 'body', issue.message);
}

async function tillNamed(event: RequestEvent): Promise<{ access: TillAccess; signer: Signer }> {
	const { db } = theApp();
	event.setHeaders({ 'cache-control': 'private, no-cache', [serverTimeHeader]: db.clock() });
	const { group, enrolment } = event.params as { group?: string; enrolment?: string };
	if (group === undefined || enrolment === undefined || !isId(group) || !isId(enrolment)) throw new NotFound('till');
	const signer = await signerOf(db, group, enrolment);
	const actor = systemActor(`till ${signer.code}`);
	return { access: { db, groupId: group, enrolmentId: enrolment, actor }, signer };
}

function requireSignature({ request }: RequestEvent, { publicKey }: Signer, bytes: Uint8Array): void {
	const signature = request.headers.get(tillSignatureHeader);
	if (publicKey === null || signature === null || !isSignedBy(publicKey, bytes, signature)) throw new TillUnsigned();
}

async function bytesSent({ request }: RequestEvent): Promise<Buffer> {
	try {
		return Buffer.from(await request.arrayBuffer());
	} catch (unreadable) {
		throw new BadInput('body', isTooLarge(unreadable) ? 'too large' : 'cut off');
	}
}

const inflate = promisify(gunzip);

async function unpacked(bytes: Buffer, encoding: string | null): Promise<string> {
	if (encoding === null) return bytes.toString('utf8');
	if (encoding !== 'gzip') throw new BadInput('content-encoding', 'not gzip');
	try {
		return (await inflate(bytes, { maxOutputLength: unpackedMax })).toString('utf8');
	} catch {
		throw new BadInput('body', 'not gzip, or too large');
	}
}

async function see({ db, actor, groupId, enrolmentId }: TillAccess, signer: Signer, now: Instant): Promise<void> {
	if (signer.seenAt !== null && later(signer.seenAt, seenEveryMs) > now) return;
	await inWork(db, actor, groupTenant(groupId), (work) => noteSeen(work, enrolmentId));
}

function parsedJson(body: string): unknown {
	try {
		return JSON.parse(body) as unknown;
	} catch {
		throw new BadInput('body', 'not JSON');
	}
}
