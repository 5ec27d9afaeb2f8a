/** Neighbours who buy on kasbon and pay it back in parts, most of them. */
import type { Id } from '#lib/kernel/id.ts';
import type { Instant } from '#lib/kernel/instant.ts';
import { rupiah } from '#lib/kernel/rupiah.ts';
import type { Chance } from './chance.ts';
import type { DemoTill } from './till.ts';

const names = ['Bu Ida', 'Pak Dullah', 'Bu Mina', 'Bu Rahma'];
/** How often one of them buys, and pays, at each sale. */
const buys = 0.12;
const pays = 0.04;
const limit = 150_000;
const coin = 5000;

interface Regular {
	readonly partyId: Id;
	owed: number;
	/** The last one has not paid for a while. */
	readonly pays: boolean;
}

export class Regulars {
	readonly #chance: Chance;
	#people: Regular[] | null = null;

	constructor(chance: Chance) {
		this.#chance = chance;
	}

	/** Who takes a basket of `amount` on credit, or null: nobody passes the limit. */
	borrows(till: DemoTill, amount: number): Id | null {
		if (!this.#chance.happens(buys)) return null;
		const regular = this.#chance.pick(this.#known(till));
		if (regular.owed + amount > limit) return null;
		regular.owed += amount;
		return regular.partyId;
	}

	/** Now and then one of them brings some money. */
	paysBack(till: DemoTill, at: Instant): void {
		if (!this.#chance.happens(pays)) return;
		const regular = this.#chance.pick(this.#known(till));
		const most = Math.floor(regular.owed / coin);
		if (!regular.pays || most === 0) return;
		const amount = this.#chance.between(Math.ceil(most / 2), most) * coin;
		regular.owed -= amount;
		till.payBack(regular.partyId, rupiah(amount), at);
	}

	#known(till: DemoTill): Regular[] {
		return (this.#people ??= names.map((name, at) => ({
			partyId: till.know(name),
			owed: 0,
			pays: at < names.length - 1
		})));
	}
}
