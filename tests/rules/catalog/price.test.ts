/** Prices: which one holds, and what a normal unit costs. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dearerWays, priceAt, pricePerNormalUnit, type SetPrice } from '#lib/catalog/price.ts';
import { channels, type PriceChannel, priceChannels } from '#lib/catalog/product.ts';
import { instant, instantOf, millisecondsOf } from '#lib/kernel/instant.ts';
import { quantity } from '#lib/kernel/quantity.ts';
import { rupiah } from '#lib/kernel/rupiah.ts';

const morning = instant('2026-11-21T01:00:00.000Z');
const noon = instant('2026-11-21T05:00:00.000Z');
const night = instant('2026-11-21T13:00:00.000Z');

function set(channel: PriceChannel, price: number | null, validFrom = morning, seq = 1): SetPrice {
	return { channel, price: price === null ? null : rupiah(price), validFrom, seq };
}

describe('the price that holds', () => {
	test.each<[string, SetPrice[], number | null]>([
		['none was set', [], null],
		['one for all', [set('all', 13_500)], 13_500],
		['the later one', [set('all', 14_000, noon), set('all', 13_500)], 14_000],
		['not one that begins tonight', [set('all', 13_500), set('all', 15_000, night)], 13_500],
		[
			'the one set last, of two for the same moment',
			[set('all', 13_000, noon, 7), set('all', 12_000, noon, 6)],
			13_000
		],
		['the own price of the shop', [set('all', 13_500, noon, 9), set('shop', 13_000)], 13_000],
		[
			'the price for all, once the own one has ended',
			[set('all', 13_500), set('shop', 13_000), set('shop', null, noon)],
			13_500
		],
		['not the own price of another channel', [set('all', 13_500), set('agency', 12_000)], 13_500],
		['an own price alone', [set('shop', 13_000)], 13_000],
		['free of charge is a price', [set('all', 13_500), set('shop', 0)], 0]
	])('in the shop at noon: %s', (_, prices, expected) => {
		expect(priceAt(prices, 'shop', noon)).toBe(expected);
	});

	test('is what one gets by applying the prices one after another, in whatever order they are kept', () => {
		const one = fc.record({
			channel: fc.constantFrom(...priceChannels),
			price: fc.option(fc.integer({ min: 0, max: 1_000_000 }).map(rupiah)),
			validFrom: fc.integer({ min: 0, max: 20 }).map((hours) => instantOf(millisecondsOf(morning) + hours * 3_600_000))
		});
		const listed = fc
			.array(one, { maxLength: 12 })
			.map((all) => all.map((price, index) => ({ ...price, seq: index + 1 })));
		fc.assert(
			fc.property(
				listed.chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }))),
				fc.constantFrom(...channels),
				([prices, shuffled], channel) => {
					const told = new Map<PriceChannel, number | null>();
					const inTime = [...prices].sort((a, b) => a.validFrom.localeCompare(b.validFrom) || a.seq - b.seq);
					for (const price of inTime) if (price.validFrom <= noon) told.set(price.channel, price.price);
					expect(priceAt(shuffled, channel, noon)).toBe(told.get(channel) ?? told.get('all') ?? null);
				}
			)
		);
	});
});

describe('what a normal unit costs', () => {
	test.each([
		['a kilogram by the kilogram', 13_500, 1000, 13_500],
		['a kilogram by the litre of 0,8 kg', 10_900, 800, 13_625],
		['a kilogram by the ons', 2000, 100, 20_000],
		['an egg by the tray', 58_500, 30_000, 1950],
		['an egg by the kilogram of 16', 33_500, 16_000, 2094],
		['half a rupiah is rounded up', 1, 2000, 1],
		['less than half is rounded down', 1, 2001, 0]
	])('%s', (_, price, factor, expected) => {
		expect(pricePerNormalUnit(rupiah(price), quantity(factor))).toBe(expected);
	});
});

describe('a way of buying that is dearer is told', () => {
	const way = (id: string, perNormalUnit: number | null) => ({
		id,
		perNormalUnit: perNormalUnit === null ? null : rupiah(perNormalUnit)
	});

	test.each<[string, ReturnType<typeof way>[], [string, number][]]>([
		['eggs one by one', [way('butir', 2200), way('rak', 1950), way('kg', 2094)], [['butir', 128], ['kg', 74]]],
		['a difference under a twentieth is not worth a remark', [way('kg', 13_500), way('liter', 13_625)], []],
		['exactly a twentieth is', [way('kg', 1000), way('ons', 1050)], [['ons', 50]]],
		['ways without a price do not count', [way('kg', null), way('ons', 20_000)], []],
		['nothing is dearer than nothing', [], []],
		['what is free is compared with nothing', [way('kg', 0), way('ons', 20_000)], []]
	])('%s', (_, ways, expected) => {
		expect([...dearerWays(ways)]).toEqual(expected);
	}); // prettier-ignore
});
