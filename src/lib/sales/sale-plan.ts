/** What a sale comes to: its sums checked, its goods known or doubted, its legs. */
import type { ListedGoods } from '#lib/aid/food-list.ts';
import type { CeilingClass } from '#lib/catalog/ceiling.ts';
import type { Id } from '#lib/kernel/id.ts';
import { inNormalUnit, type Quantity, quantityMax } from '#lib/kernel/quantity.ts';
import { negated, type Rupiah, rupiah, total } from '#lib/kernel/rupiah.ts';
import { mulDiv } from '#lib/kernel/whole.ts';
import { type Channel, incomeAccount } from '#lib/ledger/channel.ts';
import { account } from '#lib/ledger/chart.ts';
import { type Leg, tidy } from '#lib/ledger/entry.ts';
import { type Basket, basketOf, discountFits, lineFits, type LineTotal } from './cart.ts';
import { SumsDiffer, UnreadableEvent } from './refusals.ts';
import { paidInto } from './tender.ts';
import type { SaleBody, SaleLine } from './wire-bodies.ts';

/** What the group knows about a unit of its goods. */
export interface SoldUnit {
	readonly productId: Id;
	/** Whether the group sells the product by this very unit. */
	readonly unitKnown: boolean;
	/** `bought`, `made`, `service` or `consigned`. */
	readonly kind: string;
	readonly factor: Quantity;
	/** The list price at the counter when the sale is applied; null when none is set. */
	readonly price: Rupiah | null;
	readonly ownerMemberId: Id | null;
	/** The group's part of a consigned sale, in thousandths. */
	readonly commission: number;
	/** The class under which law sets a highest price. */
	readonly ceilingClass: CeilingClass | null;
	/** What decides whether aid may pay it. */
	readonly listed: ListedGoods;
}

export interface PlannedLine extends LineTotal {
	readonly line: SaleLine;
	/** In thousandths of the normal unit. */
	readonly normalQuantity: Quantity;
	/** Null when the group has no such goods: then no stock moves. */
	readonly goods: SoldUnit | null;
}

/** Throws UnreadableEvent, SumsDiffer. */
export function planLines(body: SaleBody, goodsOf: (line: SaleLine) => SoldUnit | null): PlannedLine[] {
	const beyond = body.lines.findIndex((line) => !lineFits(line));
	if (beyond >= 0) throw new UnreadableEvent(`lines.${beyond}.quantity`);
	if (!discountFits(body.lines, body.discount)) throw new UnreadableEvent('discount');
	const basket = basketOf(body.lines, body.discount);
	checkSums(body, basket);
	return body.lines.map((line, index) => {
		const normalQuantity = inNormalUnit(line.quantity, line.factor);
		if (normalQuantity < 1 || normalQuantity > quantityMax) throw new UnreadableEvent(`lines.${index}.quantity`);
		const { amount, discount } = basket.lines[index] ?? { amount: rupiah(0), discount: rupiah(0) };
		return { line, amount, discount, normalQuantity, goods: goodsOf(line) };
	});
}

function checkSums(body: SaleBody, { due }: Basket): void {
	const computed = due + body.rounding;
	if (computed !== body.total) throw new SumsDiffer(body.total, computed);
	const paid = total(body.payments.map((payment) => payment.amount));
	if (paid !== body.total) throw new SumsDiffer(body.total, paid);
}

/** Whether selling `goods` moves stock. */
export function movesStock(goods: SoldUnit | null): goods is SoldUnit {
	return goods !== null && goods.kind !== 'service';
}

/** What a sale adds to the books. */
export interface SaleBooks {
	readonly legs: readonly Leg[];
	readonly omzet: Rupiah;
	readonly gross: Rupiah;
	readonly cost: Rupiah;
}

export interface CostedLine extends PlannedLine {
	/** What the goods cost, from stock. */
	readonly cost: Rupiah;
}

/**
 * The legs of a sale: what was paid, by tender; income of the channel (of consigned goods the group's part, the rest is owed
 * to the member); cash rounding; cost of goods out of stock.
 */
export function saleBooks(body: SaleBody, lines: readonly CostedLine[], channel: Channel): SaleBooks {
	const cost = total(lines.map((line) => line.cost));
	const gross = total(lines.map(netOf));
	const owed = lines.flatMap(owedToMember);
	const omzet = rupiah(gross - total(owed.map((leg) => leg.amount)));
	const legs: Leg[] = [
		...body.payments.map((payment): Leg => ({ account: paidInto(payment), amount: payment.amount, partyId: payment.tender === 'kasbon' ? body.partyId : null })),
		{ account: account.cashRounding, amount: negated(body.rounding) },
		{ account: incomeAccount[channel], amount: negated(omzet) },
		...owed.map((leg) => ({ ...leg, amount: negated(leg.amount) })),
		{ account: account.costOfGoods, amount: cost },
		{ account: account.goods, amount: negated(cost) }
	]; // prettier-ignore
	return { legs: tidy(legs), omzet, gross, cost };
}

function netOf({ amount, discount }: LineTotal): Rupiah {
	return rupiah(amount - discount);
}

function owedToMember(line: PlannedLine): Leg[] {
	const part = ownerPart(line);
	return part === null ? [] : [{ account: account.owedToMembers, amount: part.owed, partyId: part.ownerId }];
}

/** The member who left a line's goods to be sold, and what of it is theirs; null when the goods are the group's own. */
export function ownerPart(line: PlannedLine): { readonly ownerId: Id | null; readonly owed: Rupiah } | null {
	if (line.goods?.kind !== 'consigned') return null;
	const net = netOf(line);
	return { ownerId: line.goods.ownerMemberId, owed: memberPart(net, line.goods.commission) };
}

/** What of `net` belongs to the member when the group keeps `commission` thousandths. */
export function memberPart(net: Rupiah, commission: number): Rupiah {
	return rupiah(net - mulDiv(net, commission, 1000));
}
