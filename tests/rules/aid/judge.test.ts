/** What aid may pay: the table of baskets, and laws that hold for any basket. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type FoodList, isNamedBundle, type ListedGoods } from '#lib/aid/food-list.ts';
import { aidMost, judge } from '#lib/aid/judge.ts';
import { aidTenderOf, ruleAt } from '#lib/aid/regime.ts';
import { foodGroups } from '#lib/catalog/product.ts';
import { rupiah, total } from '#lib/kernel/rupiah.ts';
import { baskets, foodLists, regimeRules, shelf } from './baskets.ts';

test('the table has every regime and edge', () => {
	expect(baskets.length).toBeGreaterThanOrEqual(60);
});

describe('a basket', () => {
	test.each(baskets)('$name', ({ day, village, lines, tender, eligible, answers }) => {
		const at = { day, village };
		expect(aidTenderOf(ruleAt(regimeRules, at)?.regime ?? null)).toBe(tender);
		if (tender === null) return;
		const judged = judge(ruleAt(foodLists, at), lines.map(({ goods, due }) => ({ goods: shelf[goods] ?? null, due }))); // prettier-ignore
		expect(judged).toEqual({ lines: answers, eligible });
	});
});

const someGoods: fc.Arbitrary<ListedGoods | null> = fc.option(
	fc.record({
		foodGroup: fc.option(fc.constantFrom(...foodGroups), { nil: null }),
		isFresh: fc.boolean(),
		isBundle: fc.boolean()
	}),
	{ nil: null }
);
const someList: fc.Arbitrary<FoodList | null> = fc.constantFrom(null, ...foodLists);
const someLines = fc.array(fc.record({ goods: someGoods, due: fc.nat(1_000_000).map(rupiah) }), { maxLength: 30 });

test('aid pays at most what it may buy, that is at most all of it, and never beyond what is left', () => {
	fc.assert(
		fc.property(someList, someLines, fc.nat(100), fc.nat(3_000_000), (list, lines, part, used) => {
			const sum = total(lines.map(({ due }) => due));
			const judged = judge(list, lines);
			expect(judged.eligible).toBeLessThanOrEqual(sum);
			const elsewhere = Math.floor((sum * part) / 100);
			const paid = rupiah(Math.min(used, judged.eligible));
			const left = rupiah(Math.max(0, sum - elsewhere - paid));
			const most = aidMost(judged, paid, left);
			expect(most).toBeGreaterThanOrEqual(0);
			expect(paid + most).toBeLessThanOrEqual(judged.eligible);
			expect(most).toBeLessThanOrEqual(left);
		})
	);
});

test('no list makes a bundle or unknown goods payable', () => {
	fc.assert(
		fc.property(someList, someLines, (list, lines) => {
			const { lines: answers } = judge(list, lines);
			lines.forEach(({ goods }, at) => {
				if (goods === null || goods.isBundle) expect(answers[at]).not.toBeNull();
			});
		})
	);
});

test.each([
	['Paket sembako 200rb', true],
	['PAKET A', true],
	['Parsel lebaran', true],
	['Beras medium', false],
	['Pakcoy', false],
	['Tempe sepaket', false]
])('%s is named a bundle: %s', (name, is) => {
	expect(isNamedBundle(name)).toBe(is);
});
