/** The one hand that writes: every kind of thing that happens at a till, kept as an event under the next number. */
import { type Id, newId } from '#lib/kernel/id.ts';
import type { Rupiah } from '#lib/kernel/rupiah.ts';
import type { Payment } from '#lib/sales/wire-bodies.ts';
import type { Basket } from './basket.ts';
import type { Buyer, KeptEvent, Writer } from './kept.ts';
import type { TillStore } from './outbox.ts';
import type { Act } from './write.ts';
import { type Adjusted, type Bought, writeGoodsBought, writeStockAdjusted } from './write-goods.ts';
import { type Served, writeAgentService, writeCreditPaid } from './write-money.ts';
import type { BroughtBack } from './exchange.ts';
import { type SaleSaid, type Undone, writePrintedAgain, writeReturn, writeSale, writeVoid } from './write-sale.ts';
import {
	type Counted,
	type CountedNotes,
	type Moved,
	writeCashMoved,
	writeShiftClosed,
	writeShiftOpened
} from './write-shift.ts';

export interface Recording {
	readonly store: Pick<TillStore, 'keep' | 'notePrint'>;
	readonly enrolmentId: Id;
	/** Who does it now, where, when. */
	readonly act: () => Omit<Act, 'approvedBy'>;
	/** Called after each event: there is something to send. */
	readonly onKept: (event: KeptEvent) => void;
}

/**
 * Each method keeps one event and gives it. The ids are made by whoever asks, before the first try: asked again with the
 * same id, nothing is kept twice. Throws TillClosed, and whatever the browser throws when it can keep nothing.
 */
export class Recorder {
	readonly #by: Recording;

	constructor(by: Recording) {
		this.#by = by;
	}

	sell(basket: Basket, payments: readonly Payment[], said: SaleSaid = {}): Promise<KeptEvent> {
		const { approvedBy = null, ...words } = said;
		return this.#keep(basket.id, writeSale(basket, payments, this.#act(approvedBy), words));
	}

	takeBack(undone: Undone, approvedBy: Id | null = null): Promise<KeptEvent> {
		return this.#keep(undone.id, writeVoid(undone, this.#act(approvedBy)));
	}

	bringBack(brought: BroughtBack, approvedBy: Id | null = null): Promise<KeptEvent> {
		return this.#keep(brought.id, writeReturn(brought, this.#act(approvedBy)));
	}

	payCredit(id: Id, buyer: Buyer, payment: Payment): Promise<KeptEvent> {
		return this.#keep(id, writeCreditPaid(id, buyer, payment, this.#act(null)));
	}

	serve(served: Served): Promise<KeptEvent> {
		return this.#keep(served.id, writeAgentService(served, this.#act(null)));
	}

	openShift(id: Id, float: Rupiah, notes: CountedNotes): Promise<KeptEvent> {
		return this.#keep(id, writeShiftOpened(id, float, notes, this.#act(null)));
	}

	closeShift(counted: Counted): Promise<KeptEvent> {
		return this.#keep(counted.id, writeShiftClosed(counted, this.#act(null)));
	}

	moveCash(moved: Moved, approvedBy: Id | null = null): Promise<KeptEvent> {
		return this.#keep(moved.id, writeCashMoved(moved, this.#act(approvedBy)));
	}

	buyGoods(bought: Bought): Promise<KeptEvent> {
		return this.#keep(bought.id, writeGoodsBought(bought, this.#act(null)));
	}

	adjustStock(adjusted: Adjusted, approvedBy: Id | null = null): Promise<KeptEvent> {
		return this.#keep(adjusted.id, writeStockAdjusted(adjusted, this.#act(approvedBy)));
	}

	/** Keeps what `write` says of cards, such as `writeLateCard`. */
	tell<Said>(write: (id: Id, said: Said, act: Act) => Writer, said: Said, id: Id = newId()): Promise<KeptEvent> {
		return this.#keep(id, write(id, said, this.#act(null)));
	}

	/** Counts a print of a sale's receipt and gives how often it was printed before; from the second on an event says so. */
	async print(saleId: Id): Promise<number> {
		const before = await this.#by.store.notePrint(saleId);
		const id = newId();
		if (before > 0) await this.#keep(id, writePrintedAgain(id, saleId, before + 1, this.#act(null)));
		return before;
	}

	#act(approvedBy: Id | null): Act {
		return { ...this.#by.act(), approvedBy };
	}

	async #keep(id: Id, write: Writer): Promise<KeptEvent> {
		const { store, enrolmentId, onKept } = this.#by;
		const event = await store.keep(enrolmentId, id, write);
		onKept(event);
		return event;
	}
}
