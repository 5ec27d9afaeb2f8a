/** What a demo consists of: its groups, where they are, and how each one has been trading until today. */
import { type KindKey, parseKind } from '#lib/groups/kinds.ts';
import { present } from '#lib/kernel/assert.ts';
import type { Chance } from './chance.ts';
import { type Life, lives, paluKube } from './palu-kube.ts';

export interface GroupPlan {
	readonly name: string;
	readonly villageCode: string;
	readonly address: string;
	readonly main: KindKey;
	readonly others: readonly KindKey[];
	readonly isShop: boolean;
	readonly life: Life;
	/** Days before today. */
	readonly founded: number;
	/** Null for a group that has never sold anything. */
	readonly trade: TradePlan | null;
}

export interface TradePlan {
	/** The first and the last day of trade, in days before today; 0 is today. */
	readonly from: number;
	readonly until: number;
	/** How likely it is open on a day. */
	readonly opens: number;
	/** The fewest and the most sales of an open day. */
	readonly sales: readonly [number, number];
	/** What a basket costs on average, in rupiah. */
	readonly basket: number;
	/** The aid day, in days before today. */
	readonly aidDay: number | null;
	/** How many sales the till gathers before it sends them; every evening when null. */
	readonly gathers: number | null;
}

/** The year of Lasoani. */
const yearDays = 365;
/** Sales of the aid day, in seven hours (docs of the field: 306 families on a single day). */
export const aidSales = 306;

/** The 77 groups of Palu; `daysMax` shortens the past of all but the two that the story is about. */
export function paluPlan(chance: Chance, daysMax: number): GroupPlan[] {
	return paluKube
		.trim()
		.split('\n')
		.map((line) => groupOf(line, chance, daysMax));
}

function groupOf(line: string, chance: Chance, daysMax: number): GroupPlan {
	const [name = '', village = '', kindWords = '', lifeWord = '', address = ''] = line
		.split('|')
		.map((cell) => cell.trim());
	const life = present(
		lives.find((known) => known === lifeWord),
		`the life ${lifeWord} of ${name}`
	);
	const kinds = kindWords.split(' ').map((word) => present(parseKind(word), `the kind ${word} of ${name}`).key);
	const own = chance.of(name);
	const trade = tradeOf(life, own, daysMax);
	return {
		name,
		villageCode: `72.71.${village}`,
		address,
		main: present(kinds[0], `a kind for ${name}`),
		others: kinds.slice(1),
		isShop: kinds[0] === 'e-waroeng',
		life,
		founded: trade === null ? own.between(5, 40) : trade.from + own.between(20, 400),
		trade
	};
}

/** Baskets of everyday: four to eight sales that come to Rp75,000 a day, Rp27 million a year. */
const villageShop = { opens: 1, sales: [4, 8], basket: 12_550, aidDay: null, gathers: null } as const;

function tradeOf(life: Life, chance: Chance, daysMax: number): TradePlan | null {
	const since = (least: number, most: number): number => Math.min(daysMax, chance.between(least, most));
	const small = { ...villageShop, gathers: 20 };
	switch (life) {
		case 'year':
			return { ...villageShop, from: yearDays - 1, until: 0 };
		case 'aid':
			return { ...villageShop, from: Math.max(12, since(75, 75)), until: 0, aidDay: 9 };
		case 'shop':
			return { ...villageShop, from: since(40, 150), until: 0, opens: 0.95, basket: chance.between(11_000, 17_000) };
		case 'steady':
			return {
				...small,
				from: since(28, 84),
				until: 0,
				opens: 0.85,
				sales: [1, 4],
				basket: chance.between(12_000, 30_000)
			};
		case 'weekly':
			return {
				...small,
				from: since(56, 120),
				until: 0,
				opens: 0.3,
				sales: [1, 2],
				basket: chance.between(15_000, 60_000)
			};
		case 'fading':
			return { ...small, ...span(chance.between(30, 60), since(25, 45)), opens: 0.5, sales: [1, 3], basket: 15_000 };
		case 'asleep':
			return { ...small, ...span(chance.between(190, 250), since(20, 60)), opens: 0.4, sales: [1, 2], basket: 15_000 };
		case 'ready':
		case 'forming':
			return null;
	}
}

/** `days` of trade that ended `until` days ago. */
function span(until: number, days: number): { from: number; until: number } {
	return { from: until + days, until };
}
