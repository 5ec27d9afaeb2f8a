/** A bank's file is taken whole or refused whole, and a refusal names the row and what is wrong. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CardNumberInTable } from '#lib/files/table.ts';
import { rowsIn } from '#lib/files/read-table.server.ts';
import { day } from '#lib/kernel/day.ts';
import { holdsCardNumber } from '#lib/kernel/card-number.ts';
import { guessMapping } from '#lib/payments/settlement-guess.ts';
import { readingsOf } from '#lib/payments/settlement-import.server.ts';
import { separators, type SettlementMapping } from '#lib/payments/settlement-mapping.ts';
import { readSettlement } from '#lib/payments/settlement-read.ts';

const known = {
	bank: 'BRI',
	terminals: [
		{ bank: 'BRI', tid: '10451234' },
		{ bank: 'BNI', tid: '20451234' }
	],
	today: day('2026-11-22')
} as const;

const file = `PT BANK CONTOH;;;;;;
Laporan settlement;;;;;;

Tgl Transaksi;Terminal ID;No Trace;Approval Code;No Kartu;Nominal;MDR
21/11/2026 09:12:01;10451234;000121;A1B2C3;604301******1234;150.000,00;0,00
21/11/2026 09:15:44;10451234;000122;A1B2C4;604301******9876;87.500,00;612,00
TOTAL;;;;;237.500,00;612,00
`;

const reading = (text: string, change: Partial<SettlementMapping> = {}) => {
	const mapping = { ...guessMapping(readingsOf(text)), ...change };
	return readSettlement(rowsIn(text, separators[mapping.separator]), mapping, known);
};
const problems = (text: string, change: Partial<SettlementMapping> = {}) =>
	reading(text, change).problems.map(({ row, column, why }) => [row, column, why]);

test('how a file is written is guessed from its headings and cells', () => {
	expect(guessMapping(readingsOf(file))).toEqual({
		separator: 'semicolon',
		headingRow: 4,
		footRows: 1,
		columns: {
			date: 'tgl transaksi', tid: 'terminal id', trace: 'no trace', approval: 'approval code', rrn: null,
			amount: 'nominal', fee: 'mdr', kind: null
		},
		decimals: 'comma',
		dates: 'dmy',
		reversals: 'minus'
	}); // prettier-ignore
	const english = 'TID,RRN,Trx Date,Trx Type,Gross Amount\n10451234,632514000121,11/21/2026,PURCHASE,"150,000.00"\n';
	expect(guessMapping(readingsOf(english))).toMatchObject({
		separator: 'comma',
		headingRow: 1,
		footRows: 0,
		decimals: 'point',
		dates: 'mdy',
		reversals: 'word'
	});
});

test('swipes are read, the numbers of cards are not', () => {
	const { swipes, problems: found, total } = reading(file);
	expect(found).toEqual([]);
	expect(total).toBe(237_500);
	expect(swipes).toEqual([
		{ row: 5, tid: '10451234', trace: '000121', approval: 'A1B2C3', rrn: null, amount: 150_000, fee: 0, day: '2026-11-21', atTime: '09:12' },
		{ row: 6, tid: '10451234', trace: '000122', approval: 'A1B2C4', rrn: null, amount: 87_500, fee: 612, day: '2026-11-21', atTime: '09:15' }
	]); // prettier-ignore
	expect(JSON.stringify(swipes)).not.toContain('604301');
});

test('a swipe that was taken back is below zero, by its sign or by a word', () => {
	const back = file.replace('150.000,00;0,00', '-87.500,00;-612,00').replace('237.500,00', '0,00');
	expect(reading(back).swipes[0]).toMatchObject({ amount: -87_500, fee: -612 });
	const word =
		'TID,Trace,Tanggal,Jenis,Nominal\n10451234,121,2026-11-21,PEMBATALAN,150000\n10451234,122,2026-11-21,Penjualan,150000\n';
	expect(reading(word).swipes.map(({ amount, trace }) => [trace, amount])).toEqual([['000121', -150_000], ['000122', 150_000]]); // prettier-ignore
});

describe('a file is refused whole', () => {
	test.each<[string, string, readonly unknown[]]>([
		['a cell too few', file.replace('87.500,00;612,00', '87.500,00'), [6, null, 'cells']],
		['a cell too many', file.replace('87.500,00;', '87;500,00;'), [6, null, 'cells']],
		['no amount', file.replace('87.500,00;612', 'lunas;612'), [6, 'amount', 'not-an-amount']],
		['an amount of nothing', file.replace('87.500,00;612', '0;612'), [6, 'amount', 'not-an-amount']],
		['half a rupiah', file.replace('87.500,00;612', '87.500,50;612'), [6, 'amount', 'fraction']],
		['no day', file.replace('21/11/2026 09:15', '31/02/2026 09:15'), [6, 'date', 'not-a-day']],
		['a day to come', file.replace('21/11/2026 09:15', '24/11/2026 09:15'), [6, 'date', 'day-ahead']],
		['a machine of nobody', file.replace('10451234;000122', '99999999;000122'), [6, 'tid', 'tid-unknown']],
		['a machine of another bank', file.replace('10451234;000122', '20451234;000122'), [6, 'tid', 'tid-of-other-bank']],
		['no number', file.replace('000122;A1B2C4', ';'), [6, 'trace', 'no-number']],
		['a number that is none', file.replace('000122', '12345678'), [6, 'trace', 'not-a-number']],
		['a fee above the amount', file.replace(';612,00\nTOTAL', ';99.000,00\nTOTAL'), [6, 'fee', 'fee-too-large']],
		['one swipe twice', file.replace(/^(21.*000122.*)$/m, '$1\n$1'), [7, null, 'twice']],
		['a sum that is another', file.replace('237.500,00', '237.000,00'), [7, 'amount', 'total-differs']]
	])('for %s, naming the row', (_what, text, problem) => {
		expect(problems(text)).toEqual([problem]);
	});

	test('for a swipe that would be passed over with the foot', () => {
		expect(problems(file, { footRows: 2 })).toEqual([[6, 'tid', 'in-the-foot']]);
	});

	test('for headings of another bank, by the mapping that was saved', () => {
		const mapping = guessMapping(readingsOf(file));
		const other = file.replace('Nominal', 'Jumlah');
		expect(problems(other, mapping)).toEqual([[4, 'amount', 'heading-missing']]);
	});

	test('for what no column tells', () => {
		expect(problems('a;b\n1;2\n').map(([, column, why]) => [column, why])).toEqual([
			['date', 'column-not-chosen'], ['tid', 'column-not-chosen'], ['amount', 'column-not-chosen'], ['trace', 'column-not-chosen']
		]); // prettier-ignore
		expect(problems('')).toEqual([[1, null, 'no-headings']]);
		expect(problems(file.split('\n').slice(0, 4).join('\n'))).toEqual([[4, null, 'no-rows']]);
	});

	test('for an amount below zero where the bank never tells of any', () => {
		const back = file.replace('150.000,00;0', '-150.000,00;0');
		expect(problems(back, { reversals: 'none' })).toEqual([[5, 'amount', 'below-zero']]);
	});

	test('for more rows than one file may have', () => {
		const rows = Array.from({ length: 2001 }, (_, at) => `10451234;${at};2026-11-21;1000`);
		expect(problems(`TID;Trace;Tanggal;Nominal\n${rows.join('\n')}`)).toEqual([[2000, null, 'too-many-rows']]);
	});

	test.each(['5221842000000007', '5221 8420 0000 0007', '6043011234567892'])(
		'for a card number that is not covered, under any heading: %s',
		(card) => {
			expect(holdsCardNumber(card)).toBe(true);
			for (const place of ['604301******9876', 'PT BANK CONTOH', 'TOTAL', 'No Kartu'])
				expect(() => reading(file.replace(place, card))).toThrow(CardNumberInTable);
		}
	);
});

test('whatever is in a file, it is read whole or refused; nothing of a refused one is to be kept', () => {
	const cell = fc.oneof(
		fc.string(),
		fc.constantFrom('10451234', '150.000', '21/11/2026', '000121', 'TOTAL', '', '"', ';')
	);
	fc.assert(
		fc.property(fc.array(fc.array(cell, { maxLength: 8 }), { maxLength: 12 }), fc.boolean(), (rows, headed) => {
			const head = headed ? 'Tanggal;TID;Trace;Nominal\n' : '';
			const text = head + rows.map((row) => row.join(';')).join('\n');
			try {
				const { swipes, problems: found, total } = reading(text);
				expect(found.length > 0 || swipes.length > 0).toBe(true);
				expect(swipes.reduce((sum, { amount }) => sum + amount, 0)).toBe(total);
			} catch (error) {
				expect(error).toBeInstanceOf(CardNumberInTable);
			}
		})
	);
});

test('a file with any one sign changed is read to the same sum, or refused', () => {
	fc.assert(
		fc.property(fc.nat({ max: file.length - 1 }), fc.string({ minLength: 1, maxLength: 1 }), (at, sign) => {
			const changed = file.slice(0, at) + sign + file.slice(at + 1);
			const { problems: found, total } = readSettlement(rowsIn(changed, ';'), guessMapping(readingsOf(file)), known);
			if (found.length === 0) expect(total).toBe(237_500);
		}),
		{ numRuns: 500 }
	);
});
