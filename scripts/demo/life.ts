/** The life of one group of the demo: it gets ready, then trades day by day until today, or until it stopped. */
import { groupTenant } from '#lib/db/tenant.ts';
import { inWork } from '#lib/db/work.server.ts';
import { changeStatus } from '#lib/groups/change-status.server.ts';
import { addDays, type Day, monthOf } from '#lib/kernel/day.ts';
import { type Instant, later, millisecondsOf } from '#lib/kernel/instant.ts';
import { rupiah } from '#lib/kernel/rupiah.ts';
import { voidReasons } from '#lib/sales/wire-bodies.ts';
import { aidBasket, everydayBasket, leastPrice, type Taken, totalOf } from './basket.ts';
import { CardMachines } from './cards.ts';
import { closeBooks, restock, switchOnShifts, throwAway } from './errands.ts';
import type { DemoGroup } from './founding.ts';
import { aidSales, type TradePlan } from './plan.ts';
import { changePrices } from './prices.ts';
import { Settling } from './settling.ts';
import { stockUp, type Stocked } from './stocking.ts';
import { Regulars } from './regulars.ts';
import { DemoTill, type Paying, type SaleMade } from './till.ts';
import { minutesInto } from './wall.ts';
import { actorOf, type World } from './world.ts';

/** Minutes after midnight. */
const enrolled = 360;
const early = 370;
const market = 375;
const opens = 420;
const closes = 1200;
const aidOpens = 450;
const aidCloses = 870;
const minuteMs = 60_000;
/** How soon a wrong sale is taken back. */
const regretMs = 40_000;

/** Days before its first sale, or before today, on which a group gets ready. */
const readyBefore = 3;
/** How many sales of a hundred are taken back. */
const voided = 0.008;
const byQris = 0.06;
/** Days on which the card machine of the group with the aid day fails in the evening, in days before today. */
const machineDown: ReadonlySet<number> = new Set([9, 6, 2]);
/** Since so many days the last buyer of an evening pays by card. */
const cardEvenings = 32;
/** Where even the cheapest is dear, a buyer counts for so much of its price. */
const dearPart = 0.1;
/** Since so many days some buy on credit; on one afternoon some goods come back. */
const creditFrom = 75;
const returnsAgo = 1;
/** Some of what a card paid between these days comes back then too: the bank had paid it by then. */
const paidAgo = [6, 4] as const;
const floatUsual = 200_000;
/** What is sometimes not there when the drawer is counted. */
const missingMost = 2000;
/** How long after its last sale an office records that a group sleeps. */
const asleepAfter = 60;

/** Lets `group` live; `told` hears of each day that passed. */
export async function live(world: World, group: DemoGroup, told: () => void): Promise<void> {
	const { trade, life } = group.plan;
	if (life === 'forming') return;
	const readyDay = addDays(group.today, -((trade?.from ?? 0) + readyBefore));
	const stocked = await stockUp(world, group, minutesInto(readyDay, group.zone, opens), readyDay);
	if (trade === null) return;
	await new Trading(world, group, stocked, trade).run(told);
	if (life === 'asleep') await fallAsleep(world, group, trade);
}

async function fallAsleep({ db, wall }: World, group: DemoGroup, { until }: TradePlan): Promise<void> {
	const day = addDays(group.today, asleepAfter - until);
	const decision = { decidedOn: day, minutes: 'Kunjungan pendamping: tidak berjualan lagi sejak dua bulan lalu.' };
	await wall.at(minutesInto(day, group.zone, opens), () =>
		inWork(db, actorOf(group.guide), groupTenant(group.groupId), (work) => changeStatus(work, 'inactive', decision))
	);
}

interface Sold {
	readonly basket: readonly Taken[];
	/** Null for what cannot come back any more, or is owed. */
	readonly made: SaleMade | null;
}

class Trading {
	readonly #world: World;
	readonly #group: DemoGroup;
	readonly #stocked: Stocked;
	readonly #plan: TradePlan;
	/** What baskets have missed of their targets so far: the next one makes up for it. */
	#owed = 0;
	readonly #regulars: Regulars | null;
	/** Sales whose cards are still to be swiped. */
	#papers: SaleMade[] = [];
	/** What a card paid, and the bank since. */
	#paidByBank: Sold | null = null;
	/** Null where no cards are taken. */
	#settling: Settling | null = null;

	constructor(world: World, group: DemoGroup, stocked: Stocked, plan: TradePlan) {
		this.#world = world;
		this.#group = group;
		this.#stocked = stocked;
		this.#plan = plan;
		this.#regulars = group.plan.life === 'year' ? new Regulars(group.chance.of('regulars')) : null;
	}

	async run(told: () => void): Promise<void> {
		const { today, groupId, crew, zone, chance } = this.#group;
		const { from, until } = this.#plan;
		const first = minutesInto(addDays(today, -from), zone, enrolled);
		const till = await this.#world.wall.at(first, () =>
			DemoTill.enrol(this.#world, groupId, crew.cashier, chance.of('till'))
		);
		const { life } = this.#group.plan;
		if (life === 'year' || life === 'aid') {
			till.cards = await CardMachines.saved(this.#world, this.#group, first);
			this.#settling = new Settling(this.#world, this.#group, till.cards);
		}
		for (let ago = from; ago >= until; ago--) {
			await this.#day(addDays(today, -ago), ago, till);
			told();
		}
	}

	async #day(day: Day, ago: number, till: DemoTill): Promise<void> {
		const { chance } = this.#group;
		const { aidDay, gathers, opens: open, until } = this.#plan;
		await this.#byTheCalendar(day);
		await this.#settling?.onDay(day, ago, this.#moment(day, early));
		const isOpen = ago === aidDay || ago === 0 || chance.happens(open);
		const baskets = isOpen ? this.#baskets(ago === aidDay) : [];
		await restock(this.#world, this.#group, this.#stocked.shelf, this.#moment(day, market), baskets);
		const hours = ago === aidDay ? ([aidOpens, aidCloses] as const) : ([opens, closes] as const);
		const times = this.#times(day, hours, baskets.length);
		await this.#openDrawer(till, day, ago);
		const made = baskets.flatMap((basket, index) => {
			const at = times[index];
			return at === undefined ? [] : [this.#sell(till, basket, at, ago, index === baskets.length - 1)];
		});
		if (this.#regulars !== null && ago === returnsAgo) this.#giveBack(till, made, this.#moment(day, closes));
		if (ago > 0)
			till.close(chance.of(`drawer ${ago}`).happens(0.25) ? missingMost : 0, this.#moment(day, hours[1] + 5));
		if (till.waiting >= (gathers ?? 1) || ago === until) await till.send(this.#moment(day, hours[1] + 10));
	}

	/** What is done on some days of a month: prices on the first, books on the fifth, a look over the shelf in the middle. */
	async #byTheCalendar(day: Day): Promise<void> {
		const { life, isShop } = this.#group.plan;
		const { offers, shelf } = this.#stocked;
		const date = day.slice(-2);
		const at = this.#moment(day, early);
		if (isShop && date === '01') await changePrices(this.#world, this.#group, offers, at);
		if (life === 'year' && date === '05') await closeBooks(this.#world, this.#group, at, monthOf(addDays(day, -10)));
		if (isShop && date === '15') await throwAway(this.#world, this.#group, shelf, at);
	}

	#baskets(isAid: boolean): Taken[][] {
		const { chance } = this.#group;
		const { sales, basket } = this.#plan;
		const { offers } = this.#stocked;
		if (isAid)
			return Array.from({ length: aidSales }, () => aidBasket(offers, chance.between(150, 200) * 1000, chance));
		return Array.from({ length: chance.between(...sales) }, () => this.#everyday(basket)).filter(
			(taken) => taken.length > 0
		);
	}

	/** What the next buyer takes; nothing where all is dearer than what buyers have come to spend so far. */
	#everyday(usual: number): Taken[] {
		const { chance } = this.#group;
		const { offers } = this.#stocked;
		const least = leastPrice(offers);
		const target = Math.round(Math.max(usual, least * dearPart) * (0.4 + chance.fraction() * 1.2)) + this.#owed;
		const taken = target < least / 2 ? [] : everydayBasket(offers, target, chance);
		this.#owed = target - totalOf(taken);
		return taken;
	}

	/** Moments of `count` sales, in order; those of today lie before now. */
	#times(day: Day, [from, to]: readonly [number, number], count: number): Instant[] {
		const { zone, chance } = this.#group;
		const now = millisecondsOf(this.#world.wall.today);
		const dawn = millisecondsOf(minutesInto(day, zone, 0));
		const end = Math.min(dawn + to * minuteMs, now - minuteMs);
		const start = end > dawn + from * minuteMs ? dawn + from * minuteMs : dawn + (end - dawn) / 2;
		const moments = Array.from({ length: count }, () => start + chance.fraction() * (end - start));
		return moments.sort((a, b) => a - b).map((moment) => later(this.#dawn(day), Math.round(moment - dawn)));
	}

	#dawn(day: Day): Instant {
		return minutesInto(day, this.#group.zone, 0);
	}

	#sell(till: DemoTill, basket: readonly Taken[], at: Instant, ago: number, isLast: boolean): Sold {
		const { chance } = this.#group;
		const { shelf } = this.#stocked;
		const isAid = ago === this.#plan.aidDay;
		const other: Paying = isAid ? (chance.happens(0.9) ? 'card' : 'cash') : chance.happens(byQris) ? 'qris' : 'cash';
		const isCard = till.cards?.isWanted(isLast && ago < cardEvenings) === true;
		const byCard = !isAid && other === 'cash' && isCard;
		const paying = this.#plan.aidDay !== null && isLast && machineDown.has(ago) ? 'late' : byCard ? 'card' : other;
		const partyId = isAid || ago > creditFrom ? null : (this.#regulars?.borrows(till, totalOf(basket)) ?? null);
		const made = till.sell(basket, partyId === null ? paying : 'kasbon', at, partyId);
		shelf.sold(basket, made.cash);
		this.#afterCards(till, made, paying, at);
		if (partyId === null && !isAid && paying !== 'late' && chance.happens(voided)) {
			till.takeBack(made, chance.pick(voidReasons.slice(0, 3)), later(at, regretMs));
			shelf.broughtBack(basket, made.cash);
			this.#owed += totalOf(basket);
			return { basket, made: null };
		}
		if (ago <= creditFrom) this.#regulars?.paysBack(till, later(at, regretMs));
		const sold = { basket, made: partyId === null ? made : null };
		if (byCard && partyId === null && paidAgo[0] >= ago && ago >= paidAgo[1]) this.#paidByBank = sold;
		return sold;
	}

	/** When the machine is down, a paper stands for the swipe; once three wait, the oldest card is swiped. */
	#afterCards(till: DemoTill, made: SaleMade, paying: Paying, at: Instant): void {
		if (paying === 'late') {
			till.fail('machine', at);
			this.#papers.push(made);
		} else if (this.#papers.length > 2) {
			const [paper, ...rest] = this.#papers;
			if (paper !== undefined) till.swipe(paper, later(at, regretMs));
			this.#papers = rest;
		}
	}

	/** Two buyers of the afternoon bring the first of their goods back, and one who had paid by card some days ago. */
	#giveBack(till: DemoTill, sold: readonly Sold[], at: Instant): void {
		for (const { basket, made } of sold.filter((one) => one.made !== null).slice(-2))
			if (made !== null) this.#stocked.shelf.broughtBack(basket.slice(0, 1), till.giveBack(made, at));
		const { basket, made = null } = this.#paidByBank ?? { basket: [] };
		if (made !== null) this.#stocked.shelf.broughtBack(basket.slice(0, 1), till.giveBack(made, at, { byBank: true }));
	}

	/** The group of the aid day has counted its drawer since the day after. */
	async #openDrawer(till: DemoTill, day: Day, ago: number): Promise<void> {
		const { aidDay } = this.#plan;
		if (aidDay === null || ago >= aidDay) return;
		if (ago === aidDay - 1) await switchOnShifts(this.#world, this.#group, this.#moment(day, early));
		till.open(rupiah(floatUsual), this.#moment(day, market));
	}

	#moment(day: Day, minutes: number): Instant {
		return this.#notLater(minutesInto(day, this.#group.zone, minutes));
	}

	#notLater(moment: Instant): Instant {
		const { today } = this.#world.wall;
		return moment < today ? moment : today;
	}
}
