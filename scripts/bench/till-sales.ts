/** Sales as a till makes them, for measuring: three goods for cash, one after another, as text ready to be sent. */
import { newId, type Id } from '#lib/kernel/id.ts';
import { type Instant, instantOf } from '#lib/kernel/instant.ts';
import { type Quantity, units } from '#lib/kernel/quantity.ts';
import { type Rupiah, rupiah } from '#lib/kernel/rupiah.ts';
import { basketOf, cashPart } from '#lib/sales/cart.ts';
import { chainHash, firstPrevious } from '#lib/sales/chain.ts';
import { saleBodyOf } from '#lib/sales/sale-body.ts';
import { receiptNumber } from '#lib/sales/till-code.ts';
import { eventText } from '#lib/sales/wire.ts';

/** One unit of one product at its price. */
export interface BenchGood {
	readonly productId: Id;
	readonly unitId: Id;
	readonly name: string;
	readonly unit: string;
	readonly factor: Quantity;
	readonly price: Rupiah;
}

/** A till that may sell: whose it is, and the key by which the server knows it. */
export interface BenchTill {
	readonly groupId: Id;
	readonly enrolmentId: Id;
	readonly code: string;
	readonly cashierId: Id;
	/** PKCS 8, PEM. */
	readonly privateKey: string;
	readonly goods: readonly BenchGood[];
}

/** Goods in one sale. */
const linesPerSale = 3;

export class TillSales {
	readonly #till: BenchTill;
	#sequence: number;
	#previous: string | null;

	/** `sequence` is the number of the till's last event, `previous` its hash; null where another process made it. */
	constructor(till: BenchTill, sequence: number, previous: string | null = firstPrevious(till.enrolmentId)) {
		this.#till = till;
		this.#previous = previous;
		this.#sequence = sequence;
	}

	next(now: Instant = instantOf(Date.now())): string {
		const { enrolmentId, cashierId, code } = this.#till;
		const sequence = ++this.#sequence;
		const lines = this.#lines(sequence);
		const { amount } = cashPart(basketOf(lines, rupiah(0)).due, rupiah(0));
		const body = saleBodyOf({
			receiptNumber: receiptNumber(code, sequence),
			cashierId,
			partyId: null,
			lines,
			discount: rupiah(0),
			payments: [{ tender: 'cash', amount, received: amount, reference: null }]
		});
		const head = { id: newId(), enrolmentId, sequence, previous: this.#previous, deviceAt: now, offsetMs: 0 };
		const text = eventText({ ...head, kind: 'sale', body });
		this.#previous = chainHash(text);
		return text;
	}

	/** Other goods from sale to sale. */
	#lines(sequence: number) {
		const { goods } = this.#till;
		const from = sequence % Math.max(1, goods.length - linesPerSale + 1);
		return goods
			.slice(from, from + linesPerSale)
			.map((good) => ({ ...good, quantity: units(1), discount: rupiah(0), note: '', reason: '' }));
	}
}
