// A reminder says how much, since when, and that it may be paid in parts.
import { expect, test } from 'vitest';
import { reminderText } from '#lib/credit/reminder.ts';
import { day } from '#lib/kernel/day.ts';
import { rupiah } from '#lib/kernel/rupiah.ts';

const ida = { name: 'Bu Ida', shop: 'Kube Melati', owed: rupiah(120_000), since: day('2026-11-03') };

test('in both languages', () => {
	expect(reminderText(ida, 'id')).toBe(
		'Permisi Bu Ida, mengingatkan kasbon di Kube Melati Rp120.000 sejak 3 November 2026. Boleh dicicil. Terima kasih.'
	);
	expect(reminderText(ida, 'en')).toBe(
		'Hello Bu Ida, a reminder of your credit at Kube Melati: Rp120,000 since 3 November 2026. Instalments are fine. Thank you.'
	);
});

test('without a name, and none when nothing is owed', () => {
	expect(reminderText({ ...ida, name: null }, 'id')).toMatch(/^Permisi, mengingatkan kasbon/);
	expect(reminderText({ ...ida, owed: rupiah(0), since: null }, 'id')).toBeNull();
});
