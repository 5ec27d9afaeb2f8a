/** The till's menu: a small shop sees little, and each switch adds its own line. */
import { expect, test } from 'vitest';
import { isErrand, type MenuFacts, menuOf } from '#lib/counter/errands.ts';

const small: MenuFacts = {
	may: () => true,
	settings: { shifts: false, pins: false, agent: false },
	isShiftOpen: false,
	isPractice: false,
	sellers: 1,
	hasCustomers: false,
	hasOthers: false,
	hasCards: false
};
const linesOf = (facts: Partial<MenuFacts>) => menuOf({ ...small, ...facts }).flatMap(({ items }) => items);

test('a small shop sees nothing of shifts, PINs, kasbon, cards or bank services', () => {
	const lines = linesOf({});
	for (const large of ['open-shift', 'close-shift', 'people', 'credit', 'agent', 'other-group', 'late-cards'] as const)
		expect(lines).not.toContain(large);
});

test('each switch adds its line', () => {
	const { settings } = small;
	expect(linesOf({ settings: { ...settings, shifts: true } })).toContain('open-shift');
	expect(linesOf({ settings: { ...settings, shifts: true }, isShiftOpen: true })).toContain('close-shift');
	expect(linesOf({ settings: { ...settings, pins: true } })).toContain('people');
	expect(linesOf({ settings: { ...settings, agent: true } })).toContain('agent');
	expect(linesOf({ sellers: 2 })).toContain('people');
	expect(linesOf({ hasCustomers: true })).toContain('credit');
	expect(linesOf({ hasOthers: true })).toContain('other-group');
	expect(linesOf({ hasCards: true })).toEqual(expect.arrayContaining(['late-cards', 'to-follow', 'card-trouble']));
});

test('what a person may not do is not offered', () => {
	const lines = linesOf({ may: () => false });
	for (const kept of ['find', 'buy', 'stock', 'books'] as const) expect(lines).not.toContain(kept);
	expect(lines).toContain('cash-in');
});

test('practice offers its end, and nothing of the server', () => {
	const lines = linesOf({ isPractice: true });
	expect(lines).toContain('end-practice');
	for (const served of ['practice', 'copy', 'reload', 'leave', 'books'] as const) expect(lines).not.toContain(served);
});

test('no section is empty, and no line stands twice', () => {
	const sections = menuOf({ ...small, may: () => false });
	expect(sections.every(({ items }) => items.length > 0)).toBe(true);
	const lines = linesOf({ sellers: 3, hasCustomers: true, hasOthers: true });
	expect(new Set(lines).size).toBe(lines.length);
});

test('a sheet of its own is known from one of selling', () => {
	expect(isErrand('give-back')).toBe(true);
	expect(isErrand('pay')).toBe(false);
});
