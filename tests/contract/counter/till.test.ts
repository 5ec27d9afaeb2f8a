/** What the server tells a till, by versions: an old till must go on reading it, so these files are never edited. */
import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import { expect, test } from 'vitest';
import type { PricedProduct } from '#lib/catalog/price-list.ts';
import { deliveredShape, enrolledShape, helloShape, personCheckedShape } from '#lib/counter/answers.ts';
import { counterGoods, goodsListShape } from '#lib/counter/goods.ts';
import type { Id } from '#lib/kernel/id.ts';
import type { Quantity } from '#lib/kernel/quantity.ts';
import { snapshotShape } from '#lib/counter/snapshot.ts';
import { plainSettings } from '#lib/groups/settings.ts';
import type { Delivered } from '#lib/sales/receive.server.ts';

function example(name: string, version: 1 | 2 | 3 = 1): unknown {
	return JSON.parse(readFileSync(new URL(`till-${version}/${name}.json`, import.meta.url), 'utf8'));
}

test('a till reads where it is and for whom it may sell', () => {
	expect(v.parse(helloShape, example('hello'))).toEqual(example('hello'));
});

test('a till reads the goods as the server writes them', () => {
	const { goods } = v.parse(goodsListShape, example('goods'));
	const list = goods.map((one): PricedProduct => ({
		...one,
		kind: one.stock === null ? 'service' : 'bought',
		units: one.units.map((unit, index) => ({ ...unit, isMain: index === 0, perNormalUnit: null }))
	})); // prettier-ignore
	const left = new Map<Id, Quantity>(goods.flatMap(({ id, stock }) => (stock === null ? [] : [[id, stock] as const])));
	expect({ goods: counterGoods(list, left) }).toMatchObject(example('goods') as object);
});

test('a till reads what became of its events, and passes over what it does not know', () => {
	const told = example('delivered') as Delivered;
	const { highest, events } = v.parse(deliveredShape, told);
	expect(highest).toBe(told.highest);
	expect(events.map(({ state }) => state)).toEqual(['applied', 'held', 'other-content']);
});

test('a till of version 2 reads how the server sees it, and whether a password was right', () => {
	expect(v.parse(deliveredShape, example('delivered', 2))).toMatchObject({ standing: 'frozen', highest: 4 });
	expect(v.parse(deliveredShape, example('delivered'))).toMatchObject({ standing: 'open' });
	expect(v.parse(enrolledShape, example('enrolled', 2))).toEqual(example('enrolled', 2));
	expect(v.parse(personCheckedShape, example('person-checked', 2))).toEqual({ isRight: true });
});

test('a till of version 2 reads all that it works with; what it is not told of stands as usual', () => {
	const told = example('snapshot', 2) as Record<string, unknown>;
	const { settings, aid: _aid, terminals: _terminals, goods: _goods, ...read } = v.parse(snapshotShape, told);
	expect({ toCheck: 0, made: [], scaleCheckedUntil: null, ...told }).toMatchObject(read);
	expect(settings).toEqual({ ...plainSettings, shifts: true, pins: true });
});

test('a till of version 3 reads the rules of aid, the card machines, and what is a bundle', () => {
	const told = example('snapshot', 3) as Record<string, unknown>;
	expect(v.parse(snapshotShape, told)).toEqual({ scaleCheckedUntil: null, ...told });
});
