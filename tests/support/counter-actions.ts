/** Random life at a counter, and random ways in which it reaches the server. */
import fc from 'fast-check';

const good = fc.nat(2);
const thousandths = fc.integer({ min: 1, max: 20_000 });
const wait = fc.nat(700);
const rupiahs = fc.integer({ min: 1, max: 200_000 });
const cost = fc.nat(900_000);
const amount = fc.integer({ min: 1, max: 60_000 });
/** No shift or the one that is open; no customer or one of two. */
const isInShift = fc.boolean();
const which = fc.nat(30);

const sold = fc.record({ kind: fc.constant('sell' as const), bought: fc.array(fc.tuple(good, thousandths), { minLength: 1, maxLength: 4 }), customer: fc.constantFrom(null, null, 0, 1), isInShift, wait }); // prettier-ignore

export const action = fc.oneof(
	{ weight: 2, arbitrary: fc.record({ kind: fc.constant('receive' as const), good, amount, cost }) },
	{ weight: 6, arbitrary: sold },
	{ weight: 2, arbitrary: fc.record({ kind: fc.constant('void' as const), which, isInShift, wait }) },
	{ weight: 4, arbitrary: fc.record({ kind: fc.constant('return' as const), which, line: fc.nat(3), part: thousandths, isLost: fc.boolean(), isInShift, wait }) },
	{ weight: 2, arbitrary: fc.record({ kind: fc.constant('pay' as const), customer: fc.nat(1), amount: rupiahs, isInShift, wait }) },
	{ weight: 3, arbitrary: fc.record({ kind: fc.constant('shift' as const), amount: fc.nat(500_000), wait }) },
	{ weight: 1, arbitrary: fc.record({ kind: fc.constant('move' as const), amount: rupiahs, isIn: fc.boolean(), isInShift, wait }) },
	{ weight: 1, arbitrary: fc.record({ kind: fc.constant('buy' as const), good, amount, cost, isInShift, wait }) }
); // prettier-ignore

export type Action = typeof action extends fc.Arbitrary<infer One> ? One : never;

/** How far each event is moved back among the others, how many go in one delivery, and which are sent again. */
export const network = fc.record({
	late: fc.array(fc.nat(6), { minLength: 30, maxLength: 30 }),
	cuts: fc.array(fc.integer({ min: 1, max: 8 }), { minLength: 30, maxLength: 30 }),
	again: fc.array(fc.nat(29), { maxLength: 10 })
});

export type Network = typeof network extends fc.Arbitrary<infer One> ? One : never;

/** The deliveries in which events arrive. */
export function deliveries<Event>(told: readonly Event[], { late, cuts, again }: Network): Event[][] {
	const order = told
		.map((one, index) => ({ one, place: index + (late[index % late.length] ?? 0) + index / 1000 }))
		.sort((a, b) => a.place - b.place)
		.map(({ one }) => one);
	const repeated = again.flatMap((index) => told[index] ?? []);
	const all = [...order, ...repeated];
	const cut: Event[][] = [];
	for (let from = 0, turn = 0; from < all.length; turn++) {
		const size = cuts[turn % cuts.length] ?? 1;
		cut.push(all.slice(from, from + size));
		from += size;
	}
	return cut;
}
