/** What one buyer takes: goods by how often they are asked for, up to what the buyer came to spend. */
import type { Id } from '#lib/kernel/id.ts';
import { lineAmount, oneUnit, type Quantity, quantity } from '#lib/kernel/quantity.ts';
import type { Rupiah } from '#lib/kernel/rupiah.ts';
import type { StarterGood } from '#lib/catalog/starter-good.ts';
import type { Chance } from './chance.ts';
import { askedFor, isAidFood, mostFor } from './goods.ts';

/** A unit of a product at the price of the day. */
export interface Offer {
	readonly good: StarterGood;
	readonly productId: Id;
	readonly unitId: Id;
	readonly name: string;
	readonly unit: string;
	readonly factor: Quantity;
	readonly isMain: boolean;
	readonly price: Rupiah;
}

export interface Taken {
	readonly offer: Offer;
	/** Thousandths of the offer's unit. */
	readonly quantity: Quantity;
	readonly amount: Rupiah;
}

const linesMax = 12;
/** Units beside the main one (a sack, an ounce) are asked for less. */
const otherUnit = 0.3;
/** What is left to spend is not spent to the last coin. */
const leftOver = 900;
/** Goods by weight above this price are bought by the half and the quarter. */
const dearByWeight = 12_000;
/** Whoever cannot have what they came for takes something up to so many times as dear as the cheapest. */
const cheapestTimes = 2.5;

/** A basket of everyday for about `target` rupiah: at least one line, and more than `target` only where nothing is as cheap. */
export function everydayBasket(offers: readonly Offer[], target: number, chance: Chance): Taken[] {
	const basket: Taken[] = [];
	let left = target;
	while (basket.length < linesMax && (basket.length === 0 || left > leftOver)) {
		const fitting = offers.filter((offer) => smallest(offer) <= left && !has(basket, offer));
		const choice = fitting.length > 0 ? fitting : basket.length === 0 ? cheapest(offers) : [];
		if (choice.length === 0) break;
		const offer = chance.weighted(choice, ({ good, isMain }) => askedFor(good) * (isMain ? 1 : otherUnit));
		const taken = take(offer, someOf(offer, left, chance));
		basket.push(taken);
		left -= taken.amount;
	}
	return basket;
}

/** A basket of an aid day: rice and eggs as the family likes, then other fresh food for the rest; no two need be alike. */
export function aidBasket(offers: readonly Offer[], target: number, chance: Chance): Taken[] {
	const foods = offers.filter(({ good, isMain }) => isAidFood(good) && isMain);
	const rice = foods.filter(({ good }) => good.key.startsWith('beras'));
	const eggs = foods.filter(({ good }) => good.key.startsWith('telur-ayam'));
	const basket: Taken[] = [];
	if (rice.length > 0) basket.push(take(chance.pick(rice), quantity(chance.between(4, 8) * oneUnit)));
	if (eggs.length > 0 && chance.happens(0.85))
		basket.push(take(chance.pick(eggs), quantity(chance.pick([10, 12, 15, 20]) * oneUnit)));
	const rest = foods.filter((offer) => !has(basket, offer));
	return [...basket, ...everydayBasket(rest, target - totalOf(basket), chance)];
}

export function totalOf(basket: readonly Taken[]): number {
	return basket.reduce((sum, { amount }) => sum + amount, 0);
}

function has(basket: readonly Taken[], { productId }: Offer): boolean {
	return basket.some((taken) => taken.offer.productId === productId);
}

function take(offer: Offer, amount: Quantity): Taken {
	return { offer, quantity: amount, amount: lineAmount(offer.price, amount) };
}

function isQuartered({ unit, price, good }: Offer): boolean {
	return unit === 'kg' && price > dearByWeight && !good.key.startsWith('beras');
}

/** The price of the least that is sold of it. */
function smallest(offer: Offer): number {
	return isQuartered(offer) ? Math.ceil(offer.price / 4) : offer.price;
}

/** The price of the least that one can buy at all. */
export function leastPrice(offers: readonly Offer[]): number {
	return Math.min(...offers.map(smallest));
}

function cheapest(offers: readonly Offer[]): Offer[] {
	const least = leastPrice(offers);
	return offers.filter((offer) => smallest(offer) <= cheapestTimes * least);
}

/** So many as people buy at once and `left` pays for. */
function someOf(offer: Offer, left: number, chance: Chance): Quantity {
	if (isQuartered(offer)) {
		const quarters = Math.min(4, Math.max(1, Math.floor((left * 4) / offer.price)));
		return quantity(chance.pick([1, 2, 4].filter((part) => part <= quarters)) * (oneUnit / 4));
	}
	const most = Math.min(mostFor(offer.good, offer.price), Math.max(1, Math.floor(left / offer.price)));
	return quantity(chance.between(1, offer.isMain ? most : 1) * oneUnit);
}
