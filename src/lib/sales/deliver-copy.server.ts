/** What a till sends by another phone: a file of unsent events, or receipts that were scanned. It can only be delivered. */
import type { Database } from '#lib/db/open.server.ts';
import type { Seals } from '#lib/db/seal.server.ts';
import type { Actor } from '#lib/db/tenant.ts';
import type { Id } from '#lib/kernel/id.ts';
import { deliveryMax, type Envelope, readEnvelope } from './envelope.ts';
import { openBackup } from './open-backup.server.ts';
import { type Delivered, receiveEvents, type ReportBug } from './receive.server.ts';
import { isSignedBy } from './signature.server.ts';
import { CopyUnreadable } from './till-refusals.ts';
import { type EnrolledTill, tillById } from './tills.server.ts';
import { readHead } from './wire.ts';

/** The most events in a copy. */
const eventsMax = 10_000;

/** A receipt as it was scanned: the text of its event and the till's signature over it. */
export interface ScannedReceipt {
	readonly text: string;
	readonly signature: string;
}

/** Where the copy is to be delivered, and who brings it. */
export interface Bringing {
	readonly db: Database;
	readonly actor: Actor;
	readonly groupId: Id;
	/** Which till's; null where its file says so. */
	readonly enrolmentId: Id | null;
	readonly reportBug: ReportBug;
}

/**
 * Delivers a till's file as the till itself would have; what came before is told again. Throws NotFound for a till that is
 * not the group's and CopyUnreadable for a file that is damaged, another till's, or not signed by it.
 */
export async function deliverBackup(bringing: Bringing, seals: Seals, file: Uint8Array): Promise<Delivered> {
	const { db, groupId, enrolmentId } = bringing;
	if (enrolmentId !== null) await tillById(db.reader, groupId, enrolmentId);
	const copy = openBackup(seals, file);
	const isThis = copy.groupId === groupId && (enrolmentId === null || copy.enrolmentId === enrolmentId);
	if (!isThis) throw new CopyUnreadable();
	const till = await tillById(db.reader, groupId, copy.enrolmentId);
	const envelope = readEnvelope(copy.body, eventsMax);
	if (!isSigned(till, copy.body, copy.signature) || 'problem' in envelope) throw new CopyUnreadable();
	return deliverInParts(bringing, till.id, envelope);
}

/** Delivers receipts of a till by its signature on each. Throws NotFound, and CopyUnreadable when it did not sign one. */
export async function deliverReceipts(
	bringing: Bringing,
	enrolmentId: Id,
	receipts: readonly ScannedReceipt[]
): Promise<Delivered> {
	const till = await tillById(bringing.db.reader, bringing.groupId, enrolmentId);
	const areSigned = receipts.every(({ text, signature }) => readHead(text) !== null && isSigned(till, text, signature));
	if (!areSigned) throw new CopyUnreadable();
	return deliverInParts(bringing, till.id, { events: receipts.map(({ text }) => text), buyers: [] });
}

function isSigned({ publicKey }: EnrolledTill, text: string, signature: string): boolean {
	return publicKey !== null && isSignedBy(publicKey, Buffer.from(text, 'utf8'), signature);
}

async function deliverInParts(
	bringing: Bringing,
	enrolmentId: Id,
	{ events: texts, buyers }: Envelope
): Promise<Delivered> {
	const { db, actor, groupId, reportBug } = bringing;
	let delivered = await receiveEvents(db, actor, { groupId, enrolmentId, texts: [], buyers }, reportBug);
	const events = [...delivered.events];
	for (let from = 0; from < texts.length; from += deliveryMax) {
		const part = { groupId, enrolmentId, texts: texts.slice(from, from + deliveryMax) };
		delivered = await receiveEvents(db, actor, part, reportBug);
		events.push(...delivered.events);
	}
	return { ...delivered, events };
}
