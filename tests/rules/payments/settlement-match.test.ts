/** Slips and lines find each other by what they say alone, each once; what does not agree is found, and nothing else. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, day } from '#lib/kernel/day.ts';
import { countingIds } from '#tests/support/engines.ts';
import { present } from '#lib/kernel/assert.ts';
import { rupiah } from '#lib/kernel/rupiah.ts';
import { settlementLists, sumSlipAges } from '#lib/payments/settlement-lists.ts';

import { matchSlips, type OpenLine, type OpenSlip } from '#lib/payments/settlement-match.ts';
import { isSecondSwipe } from '#lib/payments/settlement-twice.ts';

const ids = countingIds();
const today = day('2026-11-21');
const file = ids();

const slip = (number: string, amount: number, rest: Partial<OpenSlip> = {}): OpenSlip => ({
	sourceId: ids(), line: 0, saleId: null, bank: 'BRI', tid: '10451234', number, amount: rupiah(amount), day: today,
	isBack: false, ...rest
}); // prettier-ignore
const line = (trace: string | null, amount: number, rest: Partial<OpenLine> = {}): OpenLine => ({
	fileId: file, line: Number(trace ?? 0), bank: 'BRI', tid: '10451234', trace, approval: null, rrn: null,
	amount: rupiah(amount), fee: rupiah(0), day: today, atTime: null, ...rest
}); // prettier-ignore
const counted = ({ same, differs, linesAlone, slipsAlone }: ReturnType<typeof matchSlips>) =>
	[same, differs, linesAlone, slipsAlone].map((list) => list.length);

describe('one swipe', () => {
	test.each<[string, OpenSlip, OpenLine, boolean]>([
		['by the trace', slip('000121', 150_000), line('000121', 150_000), true],
		['by the approval', slip('A1B2C3', 150_000), line('000121', 150_000, { approval: 'A1B2C3' }), true],
		['by the end of the reference', slip('000121', 150_000), line(null, 150_000, { rrn: '632514000121' }), true],
		['on the bank’s next day', slip('000121', 150_000), line('000121', 150_000, { day: addDays(today, 1) }), true],
		['on the bank’s day before', slip('000121', 150_000), line('000121', 150_000, { day: addDays(today, -1) }), true],
		['not two days later', slip('000121', 150_000), line('000121', 150_000, { day: addDays(today, 2) }), false],
		['not of another machine', slip('000121', 150_000, { tid: '10451235' }), line('000121', 150_000), false],
		['not of another bank', slip('000121', 150_000, { bank: 'BNI' }), line('000121', 150_000), false],
		[
			'where the till named no machine',
			slip('000121', 150_000, { bank: null, tid: null }),
			line('000121', 150_000),
			true
		],
		['not by another number', slip('000122', 150_000), line('000121', 150_000), false],
		['money given back', slip('000121', -150_000), line('000121', -150_000), true]
	])('%s', (_how, one, other, isSame) => {
		expect(counted(matchSlips([other], [one]))).toEqual(isSame ? [1, 0, 0, 0] : [0, 0, 1, 1]);
	});

	test('with two amounts is for a person; money in and money back are never one', () => {
		expect(counted(matchSlips([line('000121', 148_000)], [slip('000121', 150_000)]))).toEqual([0, 1, 0, 0]);
		expect(counted(matchSlips([line('000121', -150_000)], [slip('000121', 150_000)]))).toEqual([0, 0, 1, 1]);
	});
});

describe('what should go back of a slip that the bank has paid', () => {
	const back = slip('000121', -150_000, { isBack: true });
	test.each<[string, OpenLine, boolean]>([
		['weeks later, by the number of the first swipe', line('000121', -150_000, { day: addDays(today, 40) }), true],
		['not before it was taken back', line('000121', -150_000, { day: addDays(today, -2) }), false],
		['not after months', line('000121', -150_000, { day: addDays(today, 91) }), false],
		['not with the swipe itself', line('000121', 150_000), false]
	])('%s', (_how, told, isSame) => {
		expect(counted(matchSlips([told], [back]))[0]).toBe(isSame ? 1 : 0);
	});

	test('is a list of its own, whether the bank has told of that day or not', () => {
		const told = [{ bank: 'BRI', firstDay: today, lastDay: today }];
		for (const files of [[], told])
			expect(settlementLists([], [back], files)).toMatchObject({ toReverse: [back], withoutEdc: [], waiting: [] });
	});
});

describe('a card that was swiped twice', () => {
	const first = line('000121', 150_000, { atTime: '09:10' });
	test.each<[string, OpenLine, boolean]>([
		['two minutes later', line('000122', 150_000, { atTime: '09:12' }), true],
		['an hour later', line('000122', 150_000, { atTime: '10:10' }), false],
		['where the bank tells no hour: the next number', line('000122', 150_000), true],
		['where the bank tells no hour: a number far away', line('000222', 150_000), false],
		['another amount', line('000122', 149_000, { atTime: '09:12' }), false],
		['another machine', line('000122', 150_000, { atTime: '09:12', tid: '10451235' }), false],
		['another day', line('000122', 150_000, { atTime: '09:12', day: addDays(today, 1) }), false],
		['neither hour nor trace', line(null, 150_000, { approval: 'A1B2C3' }), false]
	])('%s', (_how, other, isTwice) => {
		expect(isSecondSwipe(other, first)).toBe(isTwice);
	});

	test('money that goes back is no second swipe', () => {
		expect(isSecondSwipe(line('000122', -1000), line('000121', -1000))).toBe(false);
	});
});

test('a number that the machine gave again the next day goes to the slip of its own day', () => {
	const [one, other] = [slip('000121', 150_000), slip('000121', 150_000, { day: addDays(today, 1) })];
	const { same } = matchSlips(
		[line('000121', 150_000, { day: addDays(today, 1) }), line('000121', 150_000)],
		[other, one]
	);
	expect(same.map((pair) => pair.slip.day === pair.line.day)).toEqual([true, true]);
});

/** A few machines, numbers and days, so that many of them are alike. */
const some = {
	number: fc.constantFrom('000001', '000002', '000003', 'A1B2C3'),
	amount: fc.constantFrom(50_000, 50_000, 75_000, -50_000),
	day: fc.constantFrom(today, addDays(today, 1), addDays(today, 2)),
	tid: fc.constantFrom('10451234', '10451235')
};
const anySlips = fc.array(fc.record({ ...some, isUnknown: fc.boolean() }), { maxLength: 12 }).map(
	(all) =>
	all.map(({ number, amount, isUnknown, ...rest }) => slip(number, amount, { ...rest, ...(isUnknown ? { bank: null, tid: null } : {}) })) // prettier-ignore
);
const anyLines = fc
	.array(fc.record({ ...some, approval: fc.option(fc.constantFrom('A1B2C3', '000002')) }), { maxLength: 12 })
	.map(
		(all) =>
	all.map(({ number, amount, ...rest }, at) => line(/^\d/.test(number) ? number : null, amount, { ...rest, line: at, rrn: '632514000001' })) // prettier-ignore
	);

describe('laws', () => {
	const keys = ({ same, differs }: ReturnType<typeof matchSlips>) =>
		[same, differs].map((pairs) => pairs.map((pair) => `${pair.slip.sourceId} ${pair.line.line}`));

	test('the order in which lines and slips come does not matter', () => {
		fc.assert(
			fc.property(anyLines, anySlips, fc.infiniteStream(fc.nat()), (lines, slips, numbers) => {
				const shuffled = <Item>(items: readonly Item[]) =>
					items
						.map((item) => ({ item, at: Number(numbers.next().value) }))
						.sort((one, other) => one.at - other.at)
						.map(({ item }) => item);
				expect(keys(matchSlips(shuffled(lines), shuffled(slips)))).toEqual(keys(matchSlips(lines, slips)));
			})
		);
	});

	test('each slip and each line is used at most once, and none is lost', () => {
		fc.assert(
			fc.property(anyLines, anySlips, (lines, slips) => {
				const { same, differs, linesAlone, slipsAlone } = matchSlips(lines, slips);
				const pairs = [...same, ...differs];
				expect(new Set([...pairs.map((pair) => pair.slip), ...slipsAlone]).size).toBe(slips.length);
				expect(new Set([...pairs.map((pair) => pair.line), ...linesAlone]).size).toBe(lines.length);
				expect(pairs.length * 2 + linesAlone.length + slipsAlone.length).toBe(lines.length + slips.length);
				expect(same.every((pair) => pair.slip.amount === pair.line.amount)).toBe(true);
			})
		);
	});

	test('what is matched already and taken out leaves nothing more to match', () => {
		fc.assert(
			fc.property(anyLines, anySlips, (lines, slips) => {
				const { same, differs, linesAlone, slipsAlone } = matchSlips(lines, slips);
				const lineRest = [...linesAlone, ...differs.map((pair) => pair.line)];
				const slipRest = [...slipsAlone, ...differs.map((pair) => pair.slip)];
				const again = matchSlips(lineRest, slipRest);
				expect([same.length > -1, again.same.length]).toEqual([true, 0]);
			})
		);
	});
});

test('of 306 swipes with five faults, exactly those five are found', () => {
	const numbers = Array.from({ length: 306 }, (_, at) => String(at + 1).padStart(6, '0'));
	const slips = numbers.map((number, at) => slip(number, 100_000 + at * 500, { tid: at % 2 === 0 ? '10451234' : '10451235' })); // prettier-ignore
	const lines = slips.map((one, at) =>
		line(one.number, one.amount, { tid: one.tid ?? '', line: at, rrn: `632514${one.number}` })
	);
	const faults = [
		...lines.filter((_, at) => at !== 10 && at !== 200).map((one, at) => (at === 100 ? { ...one, amount: rupiah(one.amount + 5000) } : one)),
		line('000999', 125_000, { line: 900 }),
		line('000998', 75_000, { line: 901 })
	]; // prettier-ignore
	const files = [{ bank: 'BRI', firstDay: today, lastDay: today }];
	const { same, differs, withoutSale, withoutEdc, waiting } = settlementLists(faults, slips, files);
	expect(same).toHaveLength(303);
	expect(differs.map((pair) => pair.line.amount - pair.slip.amount)).toEqual([5000]);
	expect(withoutSale.map(({ trace }) => trace)).toEqual(['000999', '000998']);
	expect(withoutEdc.map(({ number }) => number)).toEqual([numbers[10], numbers[200]]);
	expect(waiting).toEqual([]);
});

describe('lists', () => {
	test('a slip waits until its bank has told of its day', () => {
		const [told, later, other] = [slip('000001', 1000), slip('000002', 1000, { day: addDays(today, 1) }), slip('000003', 1000, { bank: 'BNI' })]; // prettier-ignore
		const { withoutEdc, waiting } = settlementLists([], [told, later, other], [{ bank: 'BRI', firstDay: today, lastDay: today }]); // prettier-ignore
		expect([withoutEdc, waiting]).toEqual([[told], [later, other]]);
	});

	test('what went in and out again at the machine is no question', () => {
		const saleId = present(ids(), 'an id');
		const slips = [slip('000001', 50_000, { saleId }), slip('000001', -50_000, { saleId })];
		const lines = [line('000005', 60_000), line('000005', -60_000, { line: 6 }), line('000006', -60_000, { line: 7 })];
		const { withoutEdc, withoutSale } = settlementLists(lines, slips, [{ bank: 'BRI', firstDay: today, lastDay: today }]); // prettier-ignore
		expect(withoutEdc).toEqual([]);
		expect(withoutSale.map(({ trace }) => trace)).toEqual(['000006']);
	});

	test('sums of slips by age', () => {
		const at = (days: number, amount: number) => slip('000001', amount, { day: addDays(today, -days) });
		expect(sumSlipAges([at(0, 1), at(1, 2), at(2, 4), at(3, 8), at(7, 16), at(8, 32)], today)).toEqual([3, 12, 16, 32]);
	});
});
