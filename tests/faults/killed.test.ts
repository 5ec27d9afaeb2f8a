/** The server is killed under load, again and again: nothing that it acknowledged is lost, nothing is doubled. */
import { describe, expect, test } from 'vitest';
import type { Id } from '#lib/kernel/id.ts';
import { send, type ServedShop, type ServedTill, serve, servedShop, type Server } from '#tests/support/served.ts';
import type { Told } from '#tests/support/till.ts';
import { expectWhole } from '#tests/support/whole.ts';

const kills = 10;
/** How many sales are acknowledged before the server is killed: another number each time. */
const patience = (round: number): number => 10 + ((round * 37) % 60);

/** One till that sells as long as its server lives, and sends again what was never acknowledged. */
class Seller {
	readonly till: ServedTill;
	readonly acknowledged = new Map<Id, Told>();
	#unsent: Told[] = [];
	#turn = 0;

	constructor(till: ServedTill) {
		this.till = till;
	}

	/** Every sale ever made here. */
	get made(): Id[] {
		return [...this.acknowledged.keys(), ...this.#unsent.map((told) => told.id)];
	}

	async sellUntilDead(server: Server, told: () => void): Promise<void> {
		for (;;) {
			this.#turn += 1;
			const few = 1 + (this.#turn % 3);
			while (this.#unsent.length < few) this.#unsent.push(this.till.sellSome(few));
			if (!(await this.#deliver(server))) return;
			told();
		}
	}

	/** Sends what waits; every fourth time also something that was acknowledged before, as after a lost answer. */
	async #deliver(server: Server): Promise<boolean> {
		const old = this.#turn % 4 === 0 ? [...this.acknowledged.values()].slice(-1) : [];
		const answer = await send(server, this.till, [...old, ...this.#unsent]);
		if (answer === null) return false;
		expect(answer.status).toBe(200);
		expect(new Set(answer.events.map((event) => event.state))).toEqual(new Set(['applied']));
		const there = new Set(answer.events.map((event) => event.id));
		for (const told of this.#unsent) if (there.has(told.id)) this.acknowledged.set(told.id, told);
		this.#unsent = this.#unsent.filter((told) => !there.has(told.id));
		return true;
	}

	async flush(server: Server): Promise<void> {
		if (this.#unsent.length > 0) expect(await this.#deliver(server)).toBe(true);
		expect(this.#unsent).toEqual([]);
	}
}

/** Lets all sell until enough is acknowledged, and kills the server in the middle of the rest. */
async function killOnce(shop: ServedShop, sellers: readonly Seller[], enough: number): Promise<void> {
	const server = await serve(shop);
	let acknowledged = 0;
	const told = (): void => {
		acknowledged += 1;
		if (acknowledged === enough) void server.end('SIGKILL');
	};
	await Promise.all(sellers.map((seller) => seller.sellUntilDead(server, told)));
	await server.end('SIGKILL');
}

describe.each(['sqlite', 'postgres'] as const)('on %s', (engine) => {
	test(`killed ${kills} times: every acknowledged sale is there once, and so is every one sent again`, async () => {
		const shop = await servedShop(engine);
		const sellers = shop.tills.map((till) => new Seller(till));
		const groups = [shop.village.melati.groupId, shop.village.kenanga.groupId];
		for (let round = 0; round < kills; round++) {
			await killOnce(shop, sellers, patience(round));
			const known = new Set(sellers.flatMap((seller) => [...seller.acknowledged.keys()]));
			const there = await shop.look((db) => db.reader.selectFrom('sale').select('id').execute());
			const kept = new Set<string>(there.map((sale) => sale.id));
			expect([...known].filter((id) => !kept.has(id))).toEqual([]);
			expect(kept.size).toBe(there.length);
		}
		const server = await serve(shop);
		for (const seller of sellers) await seller.flush(server);
		expect(await server.end('SIGTERM')).toBe(0);
		const made = sellers.flatMap((seller) => seller.made);
		expect(made.length).toBeGreaterThan(kills * 10);
		await shop.look((db) => expectWhole(db, made, groups));
	});
});
