/** The settlement files of the demo's banks: each writes the same swipes in a way of its own. */
import { localTime, type Zone } from '#lib/kernel/day.ts';
import type { DemoBank, Swiped } from './cards.ts';

/** What the bank keeps, in ten-thousandths. */
const feePart = 15;

/** The text of a file of `bank` that tells of `swipes`. */
export function bankFile(bank: DemoBank, swipes: readonly Swiped[], zone: Zone): string {
	return `${(bank === 'BRI' ? briRows(swipes, zone) : bniRows(swipes, zone)).join('\r\n')}\r\n`;
}

/** Semicolons, a title above, amounts as in Indonesia, a word for what went back, and a total below. */
function briRows(swipes: readonly Swiped[], zone: Zone): string[] {
	const money = (amount: number): string => `${Math.abs(amount).toLocaleString('id-ID')},00`;
	const rows = swipes.map((swiped) => {
		const [year, month, date, time] = partsOf(swiped, zone);
		const kind = swiped.amount < 0 ? 'REFUND' : 'PURCHASE';
		const cells = [`${date}/${month}/${year} ${time}`, swiped.tid, swiped.number, referenceOf(swiped), kind];
		return [...cells, money(swiped.amount), money(feeOf(swiped))].join(';');
	});
	return [
		'LAPORAN SETTLEMENT EDC',
		'Tanggal Transaksi;TID;No Trace;RRN;Jenis Transaksi;Nominal Transaksi;MDR',
		...rows,
		`TOTAL;;;;;${money(swipes.reduce((sum, { amount }) => sum + amount, 0))};`
	];
}

/** Commas, the year first, points before what is less than a rupiah, and what went back below zero. */
function bniRows(swipes: readonly Swiped[], zone: Zone): string[] {
	const rows = swipes.map((swiped) => {
		const [year, month, date, time] = partsOf(swiped, zone);
		const cells = [`${year}-${month}-${date} ${time}`, swiped.tid, swiped.number, referenceOf(swiped)];
		return [...cells, `${swiped.amount}.00`, `${feeOf(swiped)}.00`].join(',');
	});
	return ['Transaction Date,Terminal ID,Approval Code,Ref No,Gross Amount,MDR Amount', ...rows];
}

function partsOf({ at }: Swiped, zone: Zone): readonly [year: string, month: string, date: string, time: string] {
	const local = localTime(at, zone);
	return [local.slice(0, 4), local.slice(5, 7), local.slice(8, 10), local.slice(11, 16)];
}

/** Twelve signs: year, month and day of the swipe, then its number. */
function referenceOf({ at, number }: Swiped): string {
	return at.slice(2, 10).replaceAll('-', '') + number;
}

function feeOf({ amount }: Swiped): number {
	return Math.round((amount * feePart) / 10_000);
}
