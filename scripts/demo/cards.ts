/** The card machines of a demo group: saved once, and then each gives one number after another, of which the bank hears. */
import { saveTerminal } from '#lib/aid/terminals.server.ts';
import { groupTenant } from '#lib/db/tenant.ts';
import { inWork } from '#lib/db/work.server.ts';
import { editSettings } from '#lib/groups/edit-group.server.ts';
import { plainSettings } from '#lib/groups/settings.ts';
import { present } from '#lib/kernel/assert.ts';
import type { Id } from '#lib/kernel/id.ts';
import { type Instant, later } from '#lib/kernel/instant.ts';
import { negated, type Rupiah } from '#lib/kernel/rupiah.ts';
import type { ByCard } from '#lib/sales/wire-bodies.ts';
import type { Chance } from './chance.ts';
import type { DemoGroup } from './founding.ts';
import { actorOf, type World } from './world.ts';

const machines = [
	{ bank: 'BRI', mid: '000001027271', tid: 'BRI72711', name: 'BRI, meja depan' },
	{ bank: 'BNI', mid: '000002027271', tid: 'BNI72712', name: 'BNI, cadangan' }
] as const;
const traces = 1_000_000;
/** How many slips of a hundred are from the first machine. */
const first = 0.7;
const byCard = 0.08;
/** How soon a card is swiped again. */
const againMs = 70_000;

export type Slip = Extract<ByCard, { readonly kind: 'slip' }>;
export type DemoBank = (typeof machines)[number]['bank'];

/** A swipe as the bank knows of it. */
export interface Swiped {
	readonly bank: DemoBank;
	readonly tid: string;
	readonly number: string;
	/** Below zero for money given back to a card. */
	readonly amount: Rupiah;
	readonly at: Instant;
	/** The same card swiped once more, of which the till knows nothing. */
	readonly isAgain: boolean;
}

export class CardMachines {
	readonly #ids: readonly Id[];
	readonly #chance: Chance;
	readonly #next: number[];
	/** What no file of a bank has told of yet. */
	#untold: Swiped[] = [];
	#isNextTwice = false;

	private constructor(ids: readonly Id[], chance: Chance) {
		this.#ids = ids;
		this.#chance = chance;
		this.#next = ids.map(() => chance.between(1, traces - 1));
	}

	/** The treasurer saves the group's machines and lets cards be taken. */
	static async saved({ db, wall }: World, { crew, groupId, chance }: DemoGroup, at: Instant): Promise<CardMachines> {
		const ids = await wall.at(at, () =>
			inWork(db, actorOf(crew.treasurer), groupTenant(groupId), async (work) => {
				await editSettings(work, { ...plainSettings, card: true });
				const saved: Id[] = [];
				for (const machine of machines) saved.push(await saveTerminal(work, machine));
				return saved;
			})
		);
		return new CardMachines(ids, chance.of('cards'));
	}

	/** Whether the next buyer of an ordinary day pays by card; one who always does, does. */
	isWanted(always: boolean): boolean {
		return this.#chance.happens(byCard) || always;
	}

	/** A card pays `amount`. */
	pay(amount: Rupiah, at: Instant): Slip {
		const place = this.#place();
		const slip = this.#swipe(place, amount, at);
		if (this.#isNextTwice) this.#swipe(place, amount, later(at, againMs), true);
		this.#isNextTwice = false;
		return slip;
	}

	/** Money goes back to a card. */
	giveBack(amount: Rupiah, at: Instant): Slip {
		return this.#swipe(this.#place(), negated(amount), at);
	}

	/** The machine that fails now. */
	failing(): Id {
		return present(this.#ids[this.#place()], 'a machine');
	}

	/** Taken back at the machine at once: the bank never hears of it. */
	undo({ terminalId, number }: Slip): void {
		const { tid } = present(machines[this.#ids.findIndex((id) => id === terminalId)], 'a machine');
		const last = this.#untold.findLastIndex((swiped) => swiped.tid === tid && swiped.number === number);
		this.#untold = this.#untold.filter((_, index) => index !== last);
	}

	/** The next card is swiped again, since its slip did not come out; the cashier does not notice that both went through. */
	swipeNextTwice(): void {
		this.#isNextTwice = true;
	}

	/** The swipes before `moment` that the banks have not told of: now they do. */
	tell(moment: Instant): Swiped[] {
		const told = this.#untold.filter(({ at }) => at < moment);
		this.#untold = this.#untold.filter(({ at }) => at >= moment);
		return told;
	}

	#place(): number {
		return this.#chance.happens(first) ? 0 : 1;
	}

	#swipe(place: number, amount: Rupiah, at: Instant, isAgain = false): Slip {
		const next = present(this.#next[place], 'a number') % traces;
		this.#next[place] = next + 1;
		const number = String(next).padStart(6, '0');
		const { bank, tid } = present(machines[place], 'a machine');
		this.#untold.push({ bank, tid, number, amount, at, isAgain });
		return { kind: 'slip', terminalId: present(this.#ids[place], 'a machine'), number };
	}
}
