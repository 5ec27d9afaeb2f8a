/** How a demo group settles with its banks: every week their files are taken, and what does not agree is looked into. */
import { groupTenant } from '#lib/db/tenant.ts';
import { inWork, type Work } from '#lib/db/work.server.ts';
import { addDays, type Day, startOf } from '#lib/kernel/day.ts';
import type { Instant } from '#lib/kernel/instant.ts';
import { rupiah } from '#lib/kernel/rupiah.ts';
import { guessMapping } from '#lib/payments/settlement-guess.ts';
import { importSettlement, readingsOf, savedMapping } from '#lib/payments/settlement-import.server.ts';
import { settlementLists } from '#lib/payments/settlement-lists.ts';
import { openLines, openSlips } from '#lib/payments/settlement-open.server.ts';
import { resolvePair } from '#lib/payments/settlement-resolve.server.ts';
import { bankFile } from './bank-file.ts';
import type { CardMachines, DemoBank, Swiped } from './cards.ts';
import type { DemoGroup } from './founding.ts';
import { actorOf, type World } from './world.ts';

const banks: readonly DemoBank[] = ['BRI', 'BNI'];
/** Files come every so many days, the last of them so many days before today. */
const every = 7;
const lastAgo = 3;
/** The card that is swiped twice is the next one since so many days before today. */
const twiceAgo = 6;
/** How many swipes a file tells of for each that is wrong in it. */
const swipesPerFault = 10;
/** What the cashier typed too little at the machine, and the least of what can be wrong. */
const mistyped = 1000;
const leastWrong = 5000;

/** In a file of so many days before today, or in the first after it that can: */
const faults = [
	{ ago: 24, kind: 'typed-less' },
	{ ago: 17, kind: 'typed-less' },
	{ ago: 10, kind: 'left-out' }
] as const;
type Fault = (typeof faults)[number];

export class Settling {
	readonly #world: World;
	readonly #group: DemoGroup;
	readonly #cards: CardMachines;
	#due: readonly Fault[] = faults;
	#isLookedInto = false;

	constructor(world: World, group: DemoGroup, cards: CardMachines) {
		this.#world = world;
		this.#group = group;
		this.#cards = cards;
	}

	/** What the treasurer does in the morning of `day`, which is `ago` days before today. */
	async onDay(day: Day, ago: number, at: Instant): Promise<void> {
		if (ago === twiceAgo) this.#cards.swipeNextTwice();
		if (ago < lastAgo || (ago - lastAgo) % every !== 0) return;
		const told = this.#cards.tell(startOf(day, this.#group.zone));
		await this.#asTreasurer(at, (work) => this.#lookInto(work));
		for (const bank of banks) {
			const own = this.#withFaults(told.filter((swiped) => swiped.bank === bank), ago); // prettier-ignore
			if (own.length > 0) await this.#asTreasurer(at, (work) => this.#take(work, bank, own, addDays(day, -1)));
		}
	}

	async #take(work: Work, bank: DemoBank, swipes: readonly Swiped[], last: Day): Promise<void> {
		const text = bankFile(bank, swipes, this.#group.zone);
		const saved = await savedMapping(work.reader, work.groupId, bank);
		const mapping = saved ?? guessMapping(readingsOf(text));
		await importSettlement(work, { bank, name: `settlement-${bank.toLowerCase()}-${last}.csv`, text, mapping });
	}

	/** The first amount that differed was looked into: by the paper roll of the machine the bank is right. */
	async #lookInto(work: Work): Promise<void> {
		if (this.#isLookedInto) return;
		const [lines, slips] = [await openLines(work.reader, work.groupId), await openSlips(work.reader, work.groupId)];
		const [pair] = settlementLists(lines, slips, []).differs;
		if (pair === undefined) return;
		await resolvePair(work, { ...pair, way: 'bank-right', reason: 'Salah ketik di mesin, dilihat di gulungan slip' });
		this.#isLookedInto = true;
	}

	/** The swipes as the bank tells of them: of all that can be wrong the dearest is. */
	#withFaults(swipes: readonly Swiped[], ago: number): Swiped[] {
		const most = Math.ceil(swipes.length / swipesPerFault);
		const wrong = new Map<Swiped, Fault>();
		for (const fault of this.#due.filter((one) => one.ago >= ago).slice(0, most)) {
			const inside = fault.kind === 'left-out' ? swipes.slice(1, -1) : swipes;
			const able = inside.filter((one) => !one.isAgain && one.amount > leastWrong && !wrong.has(one));
			const dearest = able.toSorted((one, other) => other.amount - one.amount)[0];
			if (dearest === undefined) break;
			wrong.set(dearest, fault);
			this.#due = this.#due.filter((one) => one !== fault);
		}
		return swipes.flatMap((swiped) => toldOf(swiped, wrong.get(swiped)));
	}

	#asTreasurer(at: Instant, act: (work: Work) => Promise<void>): Promise<void> {
		const { crew, groupId } = this.#group;
		return this.#world.wall.at(at, () => inWork(this.#world.db, actorOf(crew.treasurer), groupTenant(groupId), act));
	}
}

function toldOf(swiped: Swiped, fault: Fault | undefined): Swiped[] {
	if (fault?.kind === 'left-out') return [];
	return [fault === undefined ? swiped : { ...swiped, amount: rupiah(swiped.amount - mistyped) }];
}
