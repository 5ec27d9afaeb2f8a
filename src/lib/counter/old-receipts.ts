/** Receipts of a phone that was lost or wiped, read again from their codes: a pile that grows with each code. */
import type { Id } from '#lib/kernel/id.ts';
import type { Rupiah } from '#lib/kernel/rupiah.ts';
import { joined, readPart, type SalePart, type SignedEvent } from '#lib/printing/sale-code.ts';
import { readEvent, readHead } from '#lib/sales/wire.ts';

export interface OldReceipt extends SignedEvent {
	readonly id: Id;
	readonly number: string;
	readonly total: Rupiah;
}

export interface Pile {
	readonly receipts: readonly OldReceipt[];
	/** Codes of receipts that are not whole yet. */
	readonly parts: readonly SalePart[];
}

export const emptyPile: Pile = { receipts: [], parts: [] };

/** What a code brought. */
export type Brought =
	| { readonly is: 'whole' | 'again'; readonly number: string }
	/** So many more codes belong to the same receipt. */
	| { readonly is: 'part'; readonly left: number }
	| { readonly is: 'not-ours' | 'damaged' };

/** The pile with a code that was scanned. Whether a receipt's signature is right only the server can tell. */
export function withCode(pile: Pile, text: string): readonly [Pile, Brought] {
	const part = readPart(text.trim());
	if (part === 'not-ours') return [pile, { is: 'not-ours' }];
	if (typeof part === 'string') return [pile, { is: 'damaged' }];
	const same = [...pile.parts.filter(({ tag }) => tag === part.tag), part];
	const others = pile.parts.filter(({ tag }) => tag !== part.tag);
	const read = joined(same);
	if ('problem' in read)
		return read.problem === 'missing'
			? [
					{ ...pile, parts: [...others, ...same] },
					{ is: 'part', left: read.missing.length }
				]
			: [{ ...pile, parts: others }, { is: 'damaged' }];
	const receipt = receiptOf(read.sale);
	if (receipt === null) return [{ ...pile, parts: others }, { is: 'damaged' }];
	const { number } = receipt;
	if (pile.receipts.some(({ id }) => id === receipt.id))
		return [
			{ ...pile, parts: others },
			{ is: 'again', number }
		];
	return [
		{ receipts: [receipt, ...pile.receipts], parts: others },
		{ is: 'whole', number }
	];
}

function receiptOf(signed: SignedEvent): OldReceipt | null {
	const head = readHead(signed.eventText);
	const told = head === null ? null : readEvent(head);
	if (told === null || !('event' in told) || told.event.kind !== 'sale') return null;
	const { id, body } = told.event;
	return { ...signed, id, number: body.receiptNumber, total: body.total };
}

/** The receipts till by till, as the server takes them. */
export function byTill(receipts: readonly OldReceipt[]): readonly (readonly [Id, readonly OldReceipt[]])[] {
	const tills = new Set(receipts.map(({ enrolmentId }) => enrolmentId));
	return [...tills].map((till) => [till, receipts.filter(({ enrolmentId }) => enrolmentId === till)]);
}
