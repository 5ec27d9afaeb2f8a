/** Reading the audit, and checking that nobody changed it. */
import type { Reader } from '#lib/db/open.server.ts';
import { hashOf } from '#lib/db/receive.server.ts';
import type { Facts } from '#lib/kernel/refusal.ts';
import { auditSeries } from './record.server.ts';
import { chainStart, sealedText } from './entry.ts';

export interface AuditEntry {
	readonly number: number;
	readonly at: string;
	readonly actorId: string | null;
	/** The actor's name as it is today; null when the system did it. */
	readonly actorName: string | null;
	/** The part of the system that did it, when no person did. */
	readonly actorPart: string | null;
	readonly action: string;
	readonly subjectType: string;
	readonly subjectId: string;
	/** The name, as it is today, of the person whom it is about; null when it is about something else. */
	readonly subjectName: string | null;
	readonly facts: Facts;
}

export interface TrailQuery {
	/** Only entries before this number: the `next` of the page before. */
	readonly before?: number;
	readonly subject?: { readonly type: string; readonly id: string };
	readonly limit?: number;
}

export interface Trail {
	readonly entries: readonly AuditEntry[];
	/** Asks for the next page; null on the last. */
	readonly next: number | null;
}

export type ChainCheck =
	| { readonly whole: true; readonly entries: number }
	/** `number` is the first entry that is missing, or does not follow from those before it. */
	| { readonly whole: false; readonly number: number };

const pageDefault = 50;
const pageMax = 200;

/** A tenant's entries, newest first. */
export async function auditTrail(reader: Reader, tenantId: string, query: TrailQuery = {}): Promise<Trail> {
	const { before, subject } = query;
	const limit = Math.min(query.limit ?? pageDefault, pageMax);
	let rows = reader
		.selectFrom('auditEntry')
		.leftJoin('person', 'person.id', 'auditEntry.actorId')
		.leftJoin('person as subject', 'subject.id', 'auditEntry.subjectId')
		.select(['number', 'at', 'actorId', 'actorPart', 'action', 'subjectType', 'subjectId', 'facts'])
		.select(['person.name as actorName', 'subject.name as subjectName'])
		.where('auditEntry.tenantId', '=', tenantId);
	if (before !== undefined) rows = rows.where('auditEntry.number', '<', before);
	if (subject !== undefined)
		rows = rows.where('auditEntry.subjectType', '=', subject.type).where('auditEntry.subjectId', '=', subject.id);
	const found = await rows
		.orderBy('auditEntry.number', 'desc')
		.limit(limit + 1)
		.execute();
	const entries = found.slice(0, limit);
	return {
		entries: entries.map((entry) => ({ ...entry, facts: JSON.parse(entry.facts) as Facts })),
		next: found.length > limit ? (entries.at(-1)?.number ?? null) : null
	};
}

const checkedAtOnce = 1000;

/** Whether every entry of the tenant is there and follows from the one before. */
export async function checkChain(reader: Reader, tenantId: string): Promise<ChainCheck> {
	let hash = chainStart;
	let number = 0;
	for (;;) {
		const rows = await reader
			.selectFrom('auditEntry')
			.selectAll()
			.where('tenantId', '=', tenantId)
			.where('number', '>', number)
			.orderBy('number')
			.limit(checkedAtOnce)
			.execute();
		for (const row of rows) {
			number += 1;
			if (row.number !== number || row.hash !== hashOf(sealedText(hash, row))) return { whole: false, number };
			hash = row.hash;
		}
		if (rows.length < checkedAtOnce) break;
	}
	const recorded = await recordedEntries(reader, tenantId);
	return recorded === number ? { whole: true, entries: number } : { whole: false, number: number + 1 };
}

async function recordedEntries(reader: Reader, tenantId: string): Promise<number> {
	const counter = await reader
		.selectFrom('counter')
		.select('value')
		.where('tenantId', '=', tenantId)
		.where('series', '=', auditSeries)
		.executeTakeFirst();
	return counter?.value ?? 0;
}
