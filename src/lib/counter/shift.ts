/** The drawer by what this till knows: what came in and went out, and what must lie in it. */
import type { Id } from '#lib/kernel/id.ts';
import { type Rupiah, rupiah, total } from '#lib/kernel/rupiah.ts';
import { type Tender, tenders } from '#lib/sales/tender.ts';
import type { TillEvent } from '#lib/sales/wire.ts';
import type { Payment } from '#lib/sales/wire-bodies.ts';
import type { OpenShift } from './kept.ts';
import type { Snapshot } from './snapshot.ts';

/** Money that came in by each tender, less what went back. */
export type ByTender = Readonly<Record<Tender, Rupiah>>;

export interface ShiftSums {
	readonly sales: number;
	readonly returns: number;
	readonly byTender: ByTender;
	/** Kasbon paid back, in cash and otherwise. */
	readonly creditPaid: Rupiah;
	/** Put into the drawer beside sales. */
	readonly cashIn: Rupiah;
	readonly toTreasurer: Rupiah;
	/** Stock bought from the drawer. */
	readonly bought: Rupiah;
	/** Cash that came in less cash that went out, over all kinds. */
	readonly cash: Rupiah;
}

/** What `events` of one shift come to; a sale that was taken back counts for nothing, in whichever order they stand. */
export function shiftSums(events: readonly TillEvent[]): ShiftSums {
	const undone = new Set(events.flatMap((event) => (event.kind === 'void' ? [event.body.saleId] : [])));
	const standing = events.filter(({ id }) => !undone.has(id));
	const sold = of(standing, 'sale');
	const back = of(standing, 'return').filter(({ body }) => !undone.has(body.saleId));
	const paid = of(standing, 'credit-paid').map(({ body }) => body.payment);
	const byTender = tendersOf([...sold.flatMap(({ body }) => body.payments), ...paid], back.flatMap(({ body }) => body.refunds)); // prettier-ignore
	const moved = (direction: 'in' | 'to-treasurer') =>
		total(of(standing, 'cash-moved').filter(({ body }) => body.direction === direction).map(({ body }) => body.amount)); // prettier-ignore
	const [cashIn, toTreasurer] = [moved('in'), moved('to-treasurer')];
	const bought = total(of(standing, 'goods-bought').map(({ body }) => body.total));
	const served = total(of(standing, 'agent-service').map(({ body }) => agentCash(body)));
	return {
		sales: sold.length,
		returns: back.length,
		byTender,
		creditPaid: total(paid.map(({ amount }) => amount)),
		cashIn,
		toTreasurer,
		bought,
		cash: rupiah(byTender.cash + cashIn - toTreasurer - bought + served)
	};
}

/** What must lie in the drawer: the float, what this till did, and what others did as far as the server told. */
export function expectedCash(shift: OpenShift, sums: ShiftSums, elsewhere: Rupiah): Rupiah {
	return rupiah(shift.float + sums.cash + elsewhere);
}

type Served = Extract<TillEvent, { kind: 'agent-service' }>['body'];

/** Cash out leaves the drawer; what customers pay in for others stays in it until it is settled with the bank. */
function agentCash({ service, principal, fee, feeBy }: Served): Rupiah {
	const isOut = service === 'cash-out' || service === 'aid-cash-out';
	return rupiah((isOut ? 0 - principal : principal) + (feeBy === 'cash' ? fee : 0));
}

type Kind = TillEvent['kind'];

function of<K extends Kind>(events: readonly TillEvent[], kind: K): Extract<TillEvent, { kind: K }>[] {
	return events.filter((event): event is Extract<TillEvent, { kind: K }> => event.kind === kind);
}

function tendersOf(ins: readonly Payment[], outs: readonly Payment[]): ByTender {
	const sum = (payments: readonly Payment[], tender: Tender) =>
		total(payments.filter((payment) => payment.tender === tender).map(({ amount }) => amount));
	const entries = tenders.map((tender) => [tender, rupiah(sum(ins, tender) - sum(outs, tender))] as const);
	return Object.fromEntries(entries) as Record<Tender, Rupiah>;
}

/** The open drawer of the group as the server tells it, in the form in which a till keeps it. */
export function toldShift({ shift }: Pick<Snapshot, 'shift'>): OpenShift | null {
	return shift === null ? null : { id: shift.id, openedAt: shift.openedAt, float: shift.float };
}

/** What a till holds of the drawer after the server told: its own unsent word is newer than any the server can know. */
export function shiftAfter(
	own: OpenShift | null,
	told: OpenShift | null,
	unsent: readonly { readonly kind: Kind; readonly id: Id }[]
): OpenShift | null {
	return unsent.some(({ kind }) => kind === 'shift-opened' || kind === 'shift-closed') ? own : told;
}
