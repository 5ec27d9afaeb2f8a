/** What a return comes to: its sums checked, its parts reckoned from all that came back before, its legs. */
import type { Id } from '#lib/kernel/id.ts';
import { type Quantity, quantity } from '#lib/kernel/quantity.ts';
import { negated, type Rupiah, rupiah, total } from '#lib/kernel/rupiah.ts';
import type { Channel } from '#lib/ledger/channel.ts';
import { account, type AccountCode } from '#lib/ledger/chart.ts';
import { type Leg, tidy } from '#lib/ledger/entry.ts';
import type { Doubt } from './doubts.ts';
import { aidAsMoney } from './refund-from.ts';
import { overRefunded, partOf, refundOf, type TenderPart, worthOf } from './refund.ts';
import { ReturnedTooMuch, SumsDiffer, UnreadableEvent } from './refusals.ts';
import type { ReturnBody } from './wire-bodies.ts';

/** A line, or what of it came back. */
export interface SoldPart {
	/** In thousandths of the unit as sold. */
	readonly quantity: Quantity;
	readonly normalQuantity: Quantity;
	/** Its amount less its discounts. */
	readonly net: Rupiah;
	readonly cost: Rupiah;
	/** What of it is the member's who left the goods. */
	readonly owed: Rupiah;
}

export interface SoldLineBefore extends SoldPart {
	readonly line: number;
	readonly productId: Id;
	readonly kind: string;
	readonly ownerId: Id | null;
	/** What of it came back. */
	readonly before: SoldPart;
}

/** A sale as it is taken back. */
export interface SoldSale {
	readonly id: Id;
	readonly channel: Channel;
	readonly receiptNumber: string;
	readonly partyId: Id | null;
	readonly rounding: Rupiah;
	readonly total: Rupiah;
	/** Whether parts of it came back before. */
	readonly isReturned: boolean;
	readonly payments: readonly TenderPart[];
	readonly refunded: readonly TenderPart[];
	readonly lines: readonly SoldLineBefore[];
}

export interface ReturnedLine extends SoldPart {
	readonly sold: SoldLineBefore;
}

/** The parts that come back: quantities and money as told, costs by rule. Throws SumsDiffer, UnreadableEvent, ReturnedTooMuch. */
export function planReturn(sale: SoldSale, body: ReturnBody): ReturnedLine[] {
	checkSums(body);
	const seen = new Set<number>();
	return body.lines.map(({ line, quantity: part, amount }, index) => {
		const sold = sale.lines.find((one) => one.line === line);
		if (sold === undefined || seen.has(line)) throw new UnreadableEvent(`lines.${index}.line`);
		seen.add(line);
		const { before } = sold;
		if (before.quantity + part > sold.quantity || before.net + amount > sold.net)
			throw new ReturnedTooMuch(sale.id, line);
		const normal = quantity(partOf(sold.normalQuantity, sold.quantity, before.quantity, part));
		return {
			sold,
			quantity: part,
			normalQuantity: normal,
			net: amount,
			cost: rupiah(partOf(sold.cost, sold.normalQuantity, before.normalQuantity, normal)),
			owed: rupiah(partOf(sold.owed, sold.quantity, before.quantity, part))
		};
	});
}

function checkSums({ lines, rounding, total: told, refunds }: ReturnBody): void {
	const computed = total(lines.map((line) => line.amount)) + rounding;
	if (computed !== told) throw new SumsDiffer(told, computed);
	const given = total(refunds.map((refund) => refund.amount));
	if (given !== told) throw new SumsDiffer(told, given);
}

/** Whether the goods of a line have a place on the shelf. */
export function comesBack({ sold, normalQuantity }: ReturnedLine): boolean {
	return sold.kind !== 'service' && sold.kind !== 'unknown' && normalQuantity > 0;
}

/** What a return takes from the books. */
export interface ReturnBooks {
	readonly legs: readonly Leg[];
	/** All of them what is taken off: positive. */
	readonly omzet: Rupiah;
	readonly gross: Rupiah;
	readonly cost: Rupiah;
}

const returnsAccount: Readonly<Record<Channel, AccountCode>> = {
	counter: account.returnsCounter,
	shop: account.returnsShop,
	agency: account.returnsAgency,
	agent: account.agentFee
};

/** What goods on the shelf again do to the inventory account and to *Selisih HPP*. */
export interface ShelfMoves {
	readonly value: Rupiah;
	readonly difference: Rupiah;
}

/**
 * The legs of a return: income less, by the account of returns; the member is owed less of consigned goods; money back
 * (`refunds`); goods back on the shelf at the cost of their line, or (`shelf` null) lost.
 */
export function returnBooks(
	sale: SoldSale,
	body: ReturnBody,
	lines: readonly ReturnedLine[],
	{ shelf, refunds }: { readonly shelf: ShelfMoves | null; readonly refunds: readonly Leg[] }
): ReturnBooks {
	const cost = total(lines.map((line) => line.cost));
	const gross = total(lines.map((line) => line.net));
	const omzet = rupiah(gross - total(lines.map((line) => line.owed)));
	const goods: Leg[] =
		shelf === null
			? [{ account: account.shrinkage, amount: cost }]
			: [
					{ account: account.goods, amount: shelf.value },
					{ account: account.costDifference, amount: shelf.difference }
				];
	const legs: Leg[] = [
		{ account: returnsAccount[sale.channel], amount: omzet },
		...lines.map(({ owed, sold }) => ({ account: account.owedToMembers, amount: owed, partyId: sold.ownerId })),
		...refunds,
		{ account: account.cashRounding, amount: body.rounding },
		...goods,
		{ account: account.costOfGoods, amount: negated(cost) }
	];
	return { legs: tidy(legs), omzet, gross, cost };
}

/** What of a return differs from what the rule of refunds says. */
export function returnDoubts(sale: SoldSale, body: ReturnBody, lines: readonly ReturnedLine[]): Doubt[] {
	const saleId = sale.id;
	const doubts: Doubt[] = [];
	for (const { sold, net, quantity: part } of lines) {
		const worth = worthOf({ net: sold.net, quantity: sold.quantity, before: sold.before.quantity }, part);
		if (worth !== net)
			doubts.push({ kind: 'other-refund', facts: { saleId, line: sold.line, told: net, usual: worth } });
	}
	const before = total(sale.lines.map((line) => line.before.net));
	const usual = refundOf(sale, before, total(lines.map((line) => line.net)));
	if (usual.rounding !== body.rounding)
		doubts.push({ kind: 'other-rounding', facts: { saleId, told: body.rounding, usual: usual.rounding } });
	const given = [...sale.refunded, ...body.refunds];
	const turned = aidAsMoney(sale.payments, given);
	if (turned > 0) doubts.push({ kind: 'aid-refund-in-cash', facts: { saleId, amount: turned } });
	const [tender] = overRefunded(sale.payments, given);
	if (tender !== undefined) doubts.push({ kind: 'refund-by-other-tender', facts: { saleId, tender } });
	return doubts;
}
