// Notes and coins as they are counted.
import { expect, test } from 'vitest';
import { denominations, notesText, notesTotal, readNotes } from '#lib/drawer/notes.ts';
import { rupiah } from '#lib/kernel/rupiah.ts';

const note = (value: number, count: number) => ({ value: rupiah(value), count });

test('come to a sum', () => {
	expect(notesTotal([note(100_000, 2), note(2000, 3), note(500, 1)])).toBe(206_500);
	expect(notesTotal([])).toBe(0);
});

test('are kept without those of which there were none, and read again', () => {
	const kept = notesText([note(50_000, 1), note(20_000, 0)]);
	expect(readNotes(kept)).toEqual([note(50_000, 1)]);
	expect(notesText(null)).toBeNull();
	expect(readNotes(null)).toBeNull();
});

test('are those of Indonesia, the largest first', () => {
	expect(denominations[0]).toBe(100_000);
	expect([...denominations].sort((one, other) => other - one)).toEqual(denominations);
});
