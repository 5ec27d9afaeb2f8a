/** A page of an audit, with the check of its chain when it was asked for. */
import { type AuditEntry, auditTrail, type ChainCheck, checkChain, type Trail } from '#lib/audit/trail.server.ts';
import type { Reader } from '#lib/db/open.server.ts';
import { everyName } from '#lib/identity/names.server.ts';
import { dayOf, type Zone } from '#lib/kernel/day.ts';
import { id } from '#lib/kernel/id.ts';
import { instant } from '#lib/kernel/instant.ts';

/** The parameter that asks for the check, and the one that names where the page begins. */
const checkParameter = 'periksa';
const beforeParameter = 'sebelum';

/** What the page at `url` shows of a tenant's audit. */
export async function trailPage(reader: Reader, tenantId: string, url: URL, zone: Zone) {
	const before = Number(url.searchParams.get(beforeParameter));
	const query = Number.isSafeInteger(before) && before > 0 ? { before } : {};
	const trail: Trail = await auditTrail(reader, tenantId, query);
	const people = trail.entries.flatMap((entry) => [textIn(entry, 'cashierId'), textIn(entry, 'approvedBy')]);
	const names = await everyName(reader, people.flatMap((one) => (one === null ? [] : id(one)))); // prettier-ignore
	const nameIn = (entry: AuditEntry, fact: string) => names.get(textIn(entry, fact) ?? '') ?? null;
	const check: ChainCheck | null = url.searchParams.has(checkParameter) ? await checkChain(reader, tenantId) : null;
	return {
		entries: trail.entries.map((entry) => ({
			number: entry.number,
			action: entry.action,
			/** The cashier, also when someone else brought what the till told. */
			actorName: nameIn(entry, 'cashierId') ?? entry.actorName,
			/** Who else agreed to what happened at a counter. */
			approverName: nameIn(entry, 'approvedBy'),
			actorPart: entry.actorPart,
			subjectName: entry.subjectName,
			receiptNumber: textIn(entry, 'receiptNumber'),
			/** Of a till. */
			code: entry.subjectType === 'till' ? textIn(entry, 'code') : null,
			at: instant(entry.at),
			day: dayOf(instant(entry.at), zone)
		})),
		zone,
		next: trail.next === null ? null : `${url.pathname}?${beforeParameter}=${trail.next}`,
		checkAt: `${url.pathname}?${checkParameter}`,
		check
	};
}

/** A fact that is a text. */
function textIn({ facts }: AuditEntry, name: string): string | null {
	const fact = facts[name];
	return typeof fact === 'string' ? fact : null;
}

export type TrailPage = Awaited<ReturnType<typeof trailPage>>;
