// What one group's drawer and customers are told is for that group alone, whatever ids another one names.
import { beforeAll, describe } from 'vitest';
import { changeOwed } from '#lib/credit/owed.server.ts';
import { payCredit } from '#lib/credit/pay.server.ts';
import { closeShift } from '#lib/drawer/close-shift.server.ts';
import { moveCash } from '#lib/drawer/move-cash.server.ts';
import { openShift } from '#lib/drawer/open-shift.server.ts';
import { shiftsOf } from '#lib/drawer/queries.server.ts';
import { closedShifts, openShifts, shiftToClose } from '#lib/drawer/shifts.server.ts';
import type { Told } from '#lib/db/told.ts';
import { inWork, type Work } from '#lib/db/work.server.ts';
import { day } from '#lib/kernel/day.ts';
import { type Id, newId } from '#lib/kernel/id.ts';
import { rupiah } from '#lib/kernel/rupiah.ts';
import { balanceOf } from '#lib/ledger/balances.server.ts';
import { account } from '#lib/ledger/chart.ts';
import { freshDatabase, morning, type TestDatabase } from '#tests/support/engines.ts';
import { otherGroup } from '#tests/support/other-group.ts';
import { nobody, type Village, village } from '#tests/support/village.ts';

let db: TestDatabase;
let world: Village;
const [open, closed, party] = [newId(), newId(), newId()];
const money = rupiah(10_000);
const float = { float: money, notes: null };
const counted = { counted: money, notes: null, told: money, expected: money, note: '' };

beforeAll(async () => {
	db = await freshDatabase();
	world = await village(db);
	await inMelati(async (work) => {
		await openShift(work, told(open), float);
		await openShift(work, told(closed), float);
		await closeShift(work, told(newId(), closed), { id: closed, number: 2, float: money }, counted);
		await changeOwed(work, [{ partyId: party, amount: rupiah(70_000) }], money);
	});
});

const inMelati = <Value>(fn: (work: Work) => Promise<Value>) => inWork(db, world.ani, world.melati.tenant, fn);
const inKenanga = <Value>(fn: (work: Work) => Promise<Value>) => inWork(db, world.lina, world.kenanga.tenant, fn);

function told(id: Id, shiftId: Id | null = null): Told {
	const by = { enrolmentId: null, sequence: 1, actorId: null, approvedBy: null };
	return { id, shiftId, ...by, deviceAt: morning, happenedAt: morning, day: day('2026-11-21') };
}

describe('another group', () => {
	const opened = async (work: Work, id: Id) => typeof (await openShift(work, told(id), float));
	otherGroup('openShift', {
		owner: () => inMelati((work) => openShift(work, told(newId()), float)),
		other: () => inKenanga((work) => opened(work, open)),
		random: () => inKenanga((work) => opened(work, newId()))
	});

	const end = (id: Id) => (work: Work) => closeShift(work, told(newId(), id), { id, number: 1, float: money }, counted);
	const stillOpen = async () =>
		(await shiftsOf(db.reader, world.melati.groupId)).shifts.filter((shift) => shift.end === null).length;
	otherGroup('closeShift', {
		owner: async () => {
			const id = newId();
			await inMelati((work) => openShift(work, told(id), float));
			const before = await stillOpen();
			await inMelati(end(id));
			return before - (await stillOpen());
		},
		other: () => inKenanga(end(open)),
		random: () => inKenanga(end(nobody))
	});
	otherGroup('shiftToClose', {
		owner: () => inMelati((work) => shiftToClose(work, open)),
		other: () => inKenanga((work) => shiftToClose(work, closed)),
		random: () => inKenanga((work) => shiftToClose(work, newId()))
	});
	otherGroup('openShifts', {
		owner: () => inMelati(async (work) => (await openShifts(work, [morning]))(morning) !== null),
		other: () => inWork(db, world.lina, world.kenanga.tenant, async (work) => (await openShifts(work, [morning]))(morning) === open),
		random: () => inKenanga(async (work) => (await openShifts(work, [morning]))(morning) === nobody)
	}); // prettier-ignore
	otherGroup('closedShifts', {
		owner: () => inMelati(async (work) => (await closedShifts(work, [closed])).size),
		other: () => inKenanga(async (work) => (await closedShifts(work, [closed])).size),
		random: () => inKenanga(async (work) => (await closedShifts(work, [newId()])).size)
	});

	const move = { direction: 'in', amount: money, note: '', confirmedBy: null } as const;
	const drawer = (groupId: Id) => balanceOf(db.reader, groupId, account.cashDrawer);
	otherGroup('moveCash', {
		owner: async () => {
			await inMelati((work) => moveCash(work, told(newId(), open), move));
			return drawer(world.melati.groupId);
		},
		other: () => inKenanga((work) => moveCash(work, told(newId(), open), move)),
		random: () => inKenanga((work) => moveCash(work, told(newId(), nobody), move))
	});

	const more = (partyId: Id) => async (work: Work) => [...(await changeOwed(work, [{ partyId, amount: money }], money)).values()]; // prettier-ignore
	otherGroup('changeOwed', {
		owner: () => inMelati(more(party)),
		other: () => inKenanga(more(party)),
		random: () => inKenanga(more(newId()))
	});

	const pay = (partyId: Id) => (work: Work) =>
		payCredit(work, told(newId()), { receiptNumber: 'B-000001', partyId, tender: 'cash', into: account.cashDrawer, amount: money, received: money, reference: null }, money); // prettier-ignore
	const fresh = newId();
	otherGroup('payCredit', {
		owner: () => inMelati(pay(party)),
		other: async () => {
			await inMelati((work) => changeOwed(work, [{ partyId: fresh, amount: money }], money));
			return inKenanga(pay(fresh));
		},
		random: () => inKenanga(pay(newId()))
	});
});
