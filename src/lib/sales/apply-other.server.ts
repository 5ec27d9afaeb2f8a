/** Events that are no sales, each by the room that knows its kind. */
import type { Told } from '#lib/db/told.ts';
import type { Work } from '#lib/db/work.server.ts';
import { applyAgentService } from './apply-agent.server.ts';
import {
	applyCardDoubled,
	applyCardFailed,
	applyGoodsHanded,
	applyLateCardPaid,
	applyReceiptMissed
} from './apply-cards.server.ts';
import { applyCreditPaid } from './apply-credit.server.ts';
import { applyCashMoved, applyShiftClosed, applyShiftOpened } from './apply-drawer.server.ts';
import { applyGoodsBought, applyStockAdjusted } from './apply-goods.server.ts';
import { applyPrintedAgain } from './apply-printed.server.ts';
import { applyReturn } from './apply-return.server.ts';
import { applyVoid } from './apply-void.server.ts';
import { auditApproval } from './audit-people.server.ts';
import { cashiers, type Mayed } from './cashiers.server.ts';
import { claimDoubts } from './claims.ts';
import type { Doubt } from './doubts.ts';
import { openExceptions } from './exceptions.server.ts';
import { type InShift, inShifts } from './in-shift.server.ts';
import type { Till } from './till.server.ts';
import { type Arrived, toldBy } from './told.ts';
import type { EventKind } from './wire-bodies.ts';

type OtherKind = Exclude<EventKind, 'sale'>;

/** Kinds that move the drawer's cash, and so count for the shift that was open. */
const inDrawer: ReadonlySet<EventKind> = new Set<EventKind>([
	'void', 'return', 'credit-paid', 'cash-moved', 'goods-bought', 'agent-service'
]); // prettier-ignore

/** Applies one event. Throws what its kind is refused with: then it is held. */
export async function applyOther(work: Work, till: Till, arrived: Arrived<OtherKind>): Promise<void> {
	const { event, happened, doubts } = arrived;
	const { cashierId, approvedBy } = event.body;
	const shift = await shiftOf(work, till, arrived);
	const told = toldBy(arrived, { enrolmentId: till.id, zone: till.zone, shiftId: shift.shiftId });
	const may = await cashiers(work, [cashierId, approvedBy]);
	const found: Doubt[] = [
		...doubts,
		...shift.doubts,
		...(await applyKind(work, till, told, event, may)),
		...claimDoubts({ kind: event.kind, cashierId, approvedBy, at: happened.at }, may)
	];
	await openExceptions(work, found.map((doubt) => ({ subject: { type: 'event', id: event.id }, doubt }))); // prettier-ignore
	await auditApproval(work, { eventId: event.id, kind: event.kind, cashierId, approvedBy });
}

async function shiftOf(work: Work, till: Till, { event, happened }: Arrived<OtherKind>): Promise<InShift> {
	const { shiftId } = event.body;
	if (!inDrawer.has(event.kind)) return { shiftId, doubts: [] };
	const [shift] = await inShifts(work, till, [{ shiftId, at: happened.at }]);
	return shift ?? { shiftId, doubts: [] };
}

/** Gives what of it a person should look at. */
async function applyKind(
	work: Work,
	till: Till,
	told: Told,
	event: Arrived<OtherKind>['event'],
	may: Mayed
): Promise<readonly Doubt[]> {
	switch (event.kind) {
		case 'void':
			await applyVoid(work, till, told, event.body);
			return [];
		case 'return':
			return applyReturn(work, till, told, event.body);
		case 'credit-paid':
			return applyCreditPaid(work, till, told, event.body);
		case 'shift-opened':
			return applyShiftOpened(work, told, event.body);
		case 'shift-closed':
			await applyShiftClosed(work, told, event.body);
			return [];
		case 'cash-moved':
			return applyCashMoved(work, told, event.body, may);
		case 'goods-bought':
			await applyGoodsBought(work, till, told, event.body);
			return [];
		case 'stock-adjusted':
			await applyStockAdjusted(work, told, event.body);
			return [];
		case 'agent-service':
			return applyAgentService(work, told, event.body);
		case 'receipt-printed-again':
			await applyPrintedAgain(work, told, event.body);
			return [];
		case 'goods-handed':
		case 'late-card-paid':
		case 'card-doubled':
		case 'card-failed':
		case 'receipt-missed':
			return applyCardKind(work, told, event);
	}
}

/** Kinds of event about cards and goods that follow. */
type CardKind = 'goods-handed' | 'late-card-paid' | 'card-doubled' | 'card-failed' | 'receipt-missed';

async function applyCardKind(work: Work, told: Told, event: Arrived<CardKind>['event']): Promise<readonly Doubt[]> {
	switch (event.kind) {
		case 'goods-handed':
			return applyGoodsHanded(work, told, event.body);
		case 'late-card-paid':
			return applyLateCardPaid(work, told, event.body);
		case 'card-doubled':
			return applyCardDoubled(work, told, event.body);
		case 'card-failed':
			await applyCardFailed(work, told, event.body);
			return [];
		case 'receipt-missed':
			await applyReceiptMissed(work, told, event.body);
			return [];
	}
}
