/**
 * Baskets under each regime on each side of its edges, and what aid may pay of them. Till and server are held to this one
 * table: see `judge.test.ts` and `tests/db/sales/aid-baskets.test.ts`.
 */
import type { FoodList, ListedGoods, WhyNot } from '#lib/aid/food-list.ts';
import type { AidTender, RegimeRule } from '#lib/aid/regime.ts';
import { type Day, day } from '#lib/kernel/day.ts';
import { id } from '#lib/kernel/id.ts';
import { type Rupiah, rupiah } from '#lib/kernel/rupiah.ts';

const anId = (nth: number) => id(`0190a000-0000-7000-8000-${String(nth).padStart(12, '0')}`);
const dated = (nth: number, region: string, from: string, to: string | null) => ({
	id: anId(nth), region, validFrom: day(from), validTo: to === null ? null : day(to)
}); // prettier-ignore

export const regimeRules: readonly RegimeRule[] = [
	{ ...dated(1, '', '2017-02-23', '2022-01-31'), regime: 'COMMODITY_ONLY', programme: 'BPNT' },
	{ ...dated(2, '', '2022-02-01', '2023-03-01'), regime: 'CASH_POST', programme: 'Program Sembako' },
	{ ...dated(3, '', '2023-03-02', null), regime: 'SAVINGS', programme: 'Program Sembako' },
	{ ...dated(4, '7271', '2026-07-01', '2026-12-31'), regime: 'COUPON', programme: 'Kupon Pangan' },
	{ ...dated(5, '727102', '2026-10-01', null), regime: 'SAVINGS', programme: 'Program Sembako' }
];

const fresh = (...groups: FoodList['entries'][number]['foodGroup'][]) =>
	groups.map((foodGroup) => ({ foodGroup, isFreshOnly: true }));

export const foodLists: readonly FoodList[] = [
	{ ...dated(11, '', '2018-01-01', '2019-12-31'), entries: fresh('carbohydrate', 'animal-protein') },
	{
		...dated(12, '', '2020-01-01', '2025-12-31'),
		entries: fresh('carbohydrate', 'animal-protein', 'plant-protein', 'vitamins')
	},
	{
		...dated(13, '7271', '2026-07-01', null),
		entries: [...fresh('animal-protein', 'vitamins'), { foodGroup: 'carbohydrate', isFreshOnly: false }]
	}
];

const goods = (foodGroup: ListedGoods['foodGroup'], isFresh: boolean, isBundle = false): ListedGoods => ({
	foodGroup, isFresh, isBundle
}); // prettier-ignore

/** Goods by the names in the table; `lain` is known to nobody. */
export const shelf: Readonly<Record<string, ListedGoods | null>> = {
	beras: goods('carbohydrate', true),
	mi: goods('carbohydrate', false),
	telur: goods('animal-protein', true),
	sarden: goods('animal-protein', false),
	tahu: goods('plant-protein', true),
	kecap: goods('plant-protein', false),
	bayam: goods('vitamins', true),
	sirup: goods('vitamins', false),
	minyak: goods(null, false),
	rokok: goods(null, false),
	paket: goods('carbohydrate', true, true),
	lain: null
};

/** Villages: in Palu, in a district of Palu that went back to money, and elsewhere. */
export const villages: Readonly<Record<string, string>> = {
	palu: '7271011001',
	tatanga: '7271021001',
	sigi: '7210011001'
};

/** Day, village, goods with what each costs | tender that is held to the list | what aid may pay | why not, line by line. */
const table = `
2017-02-22 sigi  beras 100                     | -      | -   |
2017-02-23 sigi  beras 100                     | kks    | 0   | no-list
2017-12-31 sigi  beras 100 telur 50            | kks    | 0   | no-list no-list
2018-01-01 sigi  beras 100                     | kks    | 100 | ok
2018-01-01 sigi  telur 50                      | kks    | 50  | ok
2018-01-01 sigi  tahu 20                       | kks    | 0   | not-listed
2018-01-01 sigi  bayam 20 beras 80             | kks    | 80  | not-listed ok
2019-12-31 sigi  bayam 20                      | kks    | 0   | not-listed
2020-01-01 sigi  bayam 20                      | kks    | 20  | ok
2020-01-01 sigi  tahu 20                       | kks    | 20  | ok
2020-06-15 sigi  beras 100 telur 60 tahu 20 bayam 20 | kks | 200 | ok ok ok ok
2020-06-15 sigi  mi 30                         | kks    | 0   | not-fresh
2020-06-15 sigi  sarden 30                     | kks    | 0   | not-fresh
2020-06-15 sigi  kecap 30                      | kks    | 0   | not-fresh
2020-06-15 sigi  sirup 30                      | kks    | 0   | not-fresh
2020-06-15 sigi  minyak 30                     | kks    | 0   | no-food
2020-06-15 sigi  rokok 30                      | kks    | 0   | no-food
2020-06-15 sigi  paket 200                     | kks    | 0   | bundle
2020-06-15 sigi  lain 40                       | kks    | 0   | unknown-goods
2020-06-15 sigi  beras 150 rokok 23            | kks    | 150 | ok no-food
2020-06-15 sigi  rokok 23 beras 150            | kks    | 150 | no-food ok
2020-06-15 sigi  beras 150 paket 200           | kks    | 150 | ok bundle
2020-06-15 sigi  beras 150 lain 10             | kks    | 150 | ok unknown-goods
2020-06-15 sigi  beras 0                       | kks    | 0   | ok
2020-06-15 sigi  beras 0 rokok 10              | kks    | 0   | ok no-food
2020-06-15 palu  beras 100 minyak 20           | kks    | 100 | ok no-food
2021-12-31 sigi  telur 70 mi 5                 | kks    | 70  | ok not-fresh
2022-01-31 sigi  telur 70                      | kks    | 70  | ok
2022-02-01 sigi  telur 70                      | -      | -   |
2022-02-01 sigi  rokok 70                      | -      | -   |
2022-12-31 palu  paket 200                     | -      | -   |
2023-03-01 sigi  beras 100                     | -      | -   |
2023-03-02 sigi  beras 100                     | -      | -   |
2023-03-02 palu  rokok 20 minyak 30            | -      | -   |
2025-12-31 sigi  lain 20                       | -      | -   |
2026-06-30 palu  beras 100                     | -      | -   |
2026-07-01 palu  beras 100                     | coupon | 100 | ok
2026-07-01 palu  mi 30                         | coupon | 30  | ok
2026-07-01 palu  telur 50                      | coupon | 50  | ok
2026-07-01 palu  sarden 50                     | coupon | 0   | not-fresh
2026-07-01 palu  tahu 50                       | coupon | 0   | not-listed
2026-07-01 palu  bayam 10 sirup 10             | coupon | 10  | ok not-fresh
2026-07-01 palu  minyak 30                     | coupon | 0   | no-food
2026-07-01 palu  paket 100                     | coupon | 0   | bundle
2026-07-01 palu  lain 5                        | coupon | 0   | unknown-goods
2026-07-01 palu  beras 60 mi 20 tahu 15 rokok 5 | coupon | 80 | ok ok not-listed no-food
2026-07-01 sigi  beras 100                     | -      | -   |
2026-07-01 sigi  paket 100                     | -      | -   |
2026-09-30 tatanga beras 100                   | coupon | 100 | ok
2026-09-30 tatanga rokok 10 beras 100          | coupon | 100 | no-food ok
2026-10-01 tatanga beras 100                   | -      | -   |
2026-10-01 palu  beras 100                     | coupon | 100 | ok
2026-12-31 palu  beras 100                     | coupon | 100 | ok
2026-12-31 palu  kecap 10 telur 20             | coupon | 20  | not-listed ok
2026-12-31 tatanga telur 20                    | -      | -   |
2027-01-01 palu  beras 100                     | -      | -   |
2027-01-01 palu  rokok 100                     | -      | -   |
2027-01-01 tatanga beras 100                   | -      | -   |
2016-01-01 palu  beras 100                     | -      | -   |
2021-06-01 tatanga beras 90 bayam 10 sirup 5   | kks    | 100 | ok ok not-fresh
2021-06-01 palu  tahu 10 kecap 5 paket 50      | kks    | 10  | ok not-fresh bundle
2021-06-01 sigi  beras 999999999               | kks    | 999999999 | ok
2021-06-01 sigi  beras 1 telur 1 tahu 1 bayam 1 mi 1 sarden 1 kecap 1 sirup 1 | kks | 4 | ok ok ok ok not-fresh not-fresh not-fresh not-fresh
2018-06-01 palu  mi 10 sarden 10               | kks    | 0   | not-fresh not-fresh
`;

export interface BasketRow {
	readonly name: string;
	readonly day: Day;
	readonly village: string;
	readonly lines: readonly { readonly goods: string; readonly due: Rupiah }[];
	/** Null where aid is money like any other. */
	readonly tender: AidTender | null;
	readonly eligible: Rupiah;
	readonly answers: readonly (WhyNot | null)[];
}

export const baskets: readonly BasketRow[] = table
	.trim()
	.split('\n')
	.map((line) => {
		const [basket = '', tender = '', eligible = '', whys = ''] = line.split('|').map((cell) => cell.trim());
		const [on = '', where = '', ...words] = basket.split(/\s+/);
		const lines = words.flatMap((word, at) =>
			at % 2 === 0 ? [{ goods: word, due: rupiah(Number(words[at + 1])) }] : []
		);
		return {
			name: basket.replaceAll(/\s+/g, ' '),
			day: day(on),
			village: villages[where] ?? '',
			lines,
			tender: tender === '-' ? null : (tender as AidTender),
			eligible: rupiah(eligible === '-' ? 0 : Number(eligible)),
			answers: whys === '' ? [] : whys.split(' ').map((why) => (why === 'ok' ? null : (why as WhyNot)))
		};
	});
