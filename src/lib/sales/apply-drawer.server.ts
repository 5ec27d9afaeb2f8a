/** The drawer as tills tell of it: opened, counted, and cash that moves between it and the treasurer. */
import { closeShift } from '#lib/drawer/close-shift.server.ts';
import { moveCash } from '#lib/drawer/move-cash.server.ts';
import { openShift } from '#lib/drawer/open-shift.server.ts';
import { openShifts, shiftToClose } from '#lib/drawer/shifts.server.ts';
import type { Told } from '#lib/db/told.ts';
import type { Work } from '#lib/db/work.server.ts';
import { rupiah } from '#lib/kernel/rupiah.ts';
import type { Mayed } from './cashiers.server.ts';
import type { Doubt } from './doubts.ts';
import { UnreadableEvent } from './refusals.ts';
import { cashOfShift } from './shift-cash.server.ts';
import type { BodyOf } from './wire-bodies.ts';

/** Several tills share one shift; a second one beside it is kept, and looked at. */
export async function applyShiftOpened(
	work: Work,
	told: Told,
	{ float, notes }: BodyOf<'shift-opened'>
): Promise<Doubt[]> {
	const open = (await openShifts(work, [told.happenedAt]))(told.happenedAt);
	await openShift(work, told, { float, notes });
	return open === null ? [] : [{ kind: 'second-shift-open', facts: { shiftId: open } }];
}

/** Throws ShiftUnknown, ShiftClosed; UnreadableEvent when it names no shift. */
export async function applyShiftClosed(work: Work, told: Told, body: BodyOf<'shift-closed'>): Promise<void> {
	if (told.shiftId === null) throw new UnreadableEvent('shiftId');
	const shift = await shiftToClose(work, told.shiftId);
	const { counted, notes, note } = body;
	const expected = rupiah(shift.float + (await cashOfShift(work.reader, work.groupId, shift.id)));
	await closeShift(work, told, shift, { counted, notes, told: body.expected, expected, note });
}

export async function applyCashMoved(
	work: Work,
	told: Told,
	{ direction, amount, note, cashierId, approvedBy }: BodyOf<'cash-moved'>,
	may: Mayed
): Promise<Doubt[]> {
	const people = [approvedBy, cashierId].filter((person) => person !== null);
	const confirmedBy = people.find((person) => may(person, 'cash.confirm', told.happenedAt)) ?? null;
	await moveCash(work, told, { direction, amount, note, confirmedBy });
	return confirmedBy === null ? [{ kind: 'handover-unconfirmed', facts: { direction, amount } }] : [];
}
