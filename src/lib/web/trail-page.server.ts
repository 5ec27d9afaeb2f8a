/** A page of an audit, with the check of its chain when it was asked for. */
import { auditTrail, type ChainCheck, checkChain, type Trail } from '#lib/audit/trail.server.ts';
import type { Reader } from '#lib/db/open.server.ts';
import { dayOf, type Zone } from '#lib/kernel/day.ts';
import { instant } from '#lib/kernel/instant.ts';

/** The parameter that asks for the check, and the one that names where the page begins. */
const checkParameter = 'periksa';
const beforeParameter = 'sebelum';

/** What the page at `url` shows of a tenant's audit. */
export async function trailPage(reader: Reader, tenantId: string, url: URL, zone: Zone) {
	const before = Number(url.searchParams.get(beforeParameter));
	const query = Number.isSafeInteger(before) && before > 0 ? { before } : {};
	const trail: Trail = await auditTrail(reader, tenantId, query);
	const check: ChainCheck | null = url.searchParams.has(checkParameter) ? await checkChain(reader, tenantId) : null;
	return {
		entries: trail.entries.map(({ at, number, actorName, actorPart, action, subjectName }) => ({
			number,
			action,
			actorName,
			actorPart,
			subjectName,
			at: instant(at),
			day: dayOf(instant(at), zone)
		})),
		zone,
		next: trail.next === null ? null : `${url.pathname}?${beforeParameter}=${trail.next}`,
		checkAt: `${url.pathname}?${checkParameter}`,
		check
	};
}

export type TrailPage = Awaited<ReturnType<typeof trailPage>>;
