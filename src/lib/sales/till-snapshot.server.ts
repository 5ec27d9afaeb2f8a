/** What a till must know besides its goods, to decide while nobody answers. */
import { aidToldTo } from '#lib/aid/told.server.ts';
import { terminalsInUse } from '#lib/aid/terminals.server.ts';
import { ceilingClassesOf, ceilings } from '#lib/catalog/ceilings.server.ts';
import { madeProducts } from '#lib/catalog/made.server.ts';
import { customersOf } from '#lib/credit/queries.server.ts';
import type { Reader } from '#lib/db/open.server.ts';
import { ruleValueOn } from '#lib/db/rule-value.server.ts';
import { shiftsOf } from '#lib/drawer/queries.server.ts';
import { staticQrisOf } from '#lib/groups/static-qris.server.ts';
import { groupOf } from '#lib/groups/queries.server.ts';
import { heldNumber, scaleCheckedUntil } from '#lib/groups/licence-held.ts';
import type { Licence } from '#lib/groups/licence.ts';
import { licencesOf } from '#lib/groups/licences.server.ts';
import { type Day, dayOf } from '#lib/kernel/day.ts';
import type { Id } from '#lib/kernel/id.ts';
import type { Instant } from '#lib/kernel/instant.ts';
import { rupiah } from '#lib/kernel/rupiah.ts';
import * as v from 'valibot';
import { cashOfShift } from './shift-cash.server.ts';
import { tillPeople } from './till-people.server.ts';
import { standingOf, tillById } from './tills.server.ts';
import { countToCheck } from './to-check.server.ts';

const provinceDigits = 2;
const QrisMax = v.object({ most: v.number() });

/** All that the till may know of its group at `now`, without its goods. Throws NotFound for a till that is not the group's. */
export async function tillSnapshot(reader: Reader, groupId: Id, enrolmentId: Id, now: Instant) {
	const till = await tillById(reader, groupId, enrolmentId);
	const { slug, name, address, phone, zone, villageCode, settings } = await groupOf(reader, groupId);
	const today = dayOf(now, zone);
	const licences = await licencesOf(reader, groupId);
	return {
		standing: standingOf(till),
		group: { id: groupId, slug, name, address, phone, zone },
		province: villageCode.slice(0, provinceDigits),
		settings,
		people: await tillPeople(reader, groupId, now),
		customers: (await customersOf(reader, groupId, today)).flatMap(
			({ partyId, name: called, phone: number, ...owes }) =>
				called === null
					? []
					: [{ id: partyId, name: called, phone: number ?? '', limit: owes.limit, owed: owes.owed, since: owes.since }]
		),
		ceilings: await ceilings(reader),
		ceilingClasses: await ceilingClassesOf(reader, groupId),
		made: await madeGoods(reader, groupId, licences, today),
		scaleCheckedUntil: scaleCheckedUntil(licences),
		aid: await aidToldTo(reader, villageCode, today),
		terminals: await terminalsInUse(reader, groupId),
		qrisMax: rupiah(v.parse(QrisMax, await ruleValueOn(reader, 'qris.max', today)).most),
		shift: await openShift(reader, groupId, enrolmentId),
		qris: await staticQrisOf(reader, groupId),
		toCheck: await countToCheck(reader, groupId)
	};
}

/** What the group makes itself, with the licences that hold today. */
async function madeGoods(reader: Reader, groupId: Id, licences: readonly Licence[], today: Day) {
	const made = await madeProducts(reader, groupId);
	return made.map((productId) => ({
		productId,
		homeFoodLicence: heldNumber('p-irt', licences, productId, today),
		halal: heldNumber('halal', licences, productId, today)
	}));
}

/** The drawer that is open, and what other tills moved in it; of several the latest. */
async function openShift(reader: Reader, groupId: Id, enrolmentId: Id) {
	const { shifts } = await shiftsOf(reader, groupId);
	const open = shifts.find((shift) => shift.end === null);
	if (open === undefined) return null;
	const { id, openedAt, float } = open;
	return { id, openedAt, float, cashElsewhere: await cashOfShift(reader, groupId, id, { except: enrolmentId }) };
}
