/** Held events and open exceptions, told in plain words. */
import type { Reader } from '#lib/db/open.server.ts';
import { type Id, id } from '#lib/kernel/id.ts';
import type { Instant } from '#lib/kernel/instant.ts';
import type { Facts } from '#lib/kernel/refusal.ts';
import { formatRupiah } from '#lib/look/money.ts';
import { doubtName } from '#lib/sales/doubt-name.ts';
import { exceptionsOf, type Exception } from '#lib/sales/exceptions.server.ts';
import { type Held, heldOf } from '#lib/sales/hold.server.ts';
import { sentenceOfCode } from '#lib/web/refusal-text.server.ts';
import { m } from '#texts/messages.js';
import { getLocale } from '#texts/runtime.js';
import { doubtText } from './doubt-text.ts';

export interface Question {
	readonly id: Id;
	readonly at: Instant;
	/** What happened. */
	readonly title: string;
	/** What to do. */
	readonly text: string;
	/** The sale it is about, if it is here. */
	readonly saleId: Id | null;
	/** A till that waits for the decision whether it goes on. */
	readonly tillId: Id | null;
	/** Cash that the treasurer has not confirmed. */
	readonly handoverId: Id | null;
}

/** What waits for a person: the oldest held event first, the latest exception first. */
export async function questionsOf(reader: Reader, groupId: Id): Promise<{ held: Question[]; exceptions: Question[] }> {
	const [held, exceptions] = await Promise.all([heldOf(reader, groupId), exceptionsOf(reader, groupId)]);
	return { held: held.map(heldQuestion), exceptions: exceptions.map(doubtQuestion) };
}

const heldTexts: Readonly<Record<string, () => string>> = {
	'sales.sale-unknown': m.office_held_sale_unknown,
	'sales.already-voided': m.office_held_already_voided,
	'sales.till-revoked': m.office_held_till_revoked,
	'sales.till-frozen': m.office_held_till_frozen,
	'sales.chain-forked': m.office_held_chain_forked,
	'sales.other-till': m.office_held_other_till,
	'sales.unreadable-event': m.office_held_unreadable,
	'sales.sums-differ': m.office_held_sums_differ,
	'sales.unknown-version': m.office_held_unknown_version
};

const kindNames: Readonly<Record<string, () => string>> = {
	sale: m.office_held_sale,
	void: m.office_held_void,
	return: m.office_held_kind_return,
	'credit-paid': m.office_held_kind_credit_paid,
	'shift-opened': m.office_held_kind_shift_opened,
	'shift-closed': m.office_held_kind_shift_closed,
	'cash-moved': m.office_held_kind_cash_moved,
	'goods-bought': m.office_held_kind_goods_bought,
	'stock-adjusted': m.office_held_kind_stock_adjusted,
	'agent-service': m.office_held_kind_agent_service,
	'receipt-printed-again': m.office_held_kind_printed_again,
	'goods-handed': m.office_held_kind_goods_handed,
	'late-card-paid': m.office_held_kind_late_card,
	'card-doubled': m.office_held_kind_card_doubled,
	'card-failed': m.office_held_kind_card_failed,
	'receipt-missed': m.office_held_kind_receipt_missed
};

function heldQuestion({ id: eventId, receivedAt, code, kind, facts, receipt, total }: Held): Question {
	const name = (kindNames[kind.replace(/^till-/, '')] ?? m.office_held_kind_other)();
	const paper = total === null ? receipt : `${receipt ?? ''} · ${formatRupiah(total, getLocale())}`;
	const title = paper === null ? name : `${name} ${paper}`;
	const text = heldTexts[code]?.() ?? sentenceOfCode(code, facts) ?? m.office_held_other();
	return { id: eventId, at: receivedAt, title, text, saleId: null, tillId: null, handoverId: null };
}

function doubtQuestion({ id: exceptionId, at, kind, facts, subject }: Exception): Question {
	return {
		id: exceptionId,
		at,
		title: doubtName(kind),
		text: doubtText(kind, facts),
		saleId: saleOf(subject, facts),
		handoverId: kind === 'handover-unconfirmed' ? subject.id : null,
		tillId: subject.type === 'till' && kind === 'chain-forked' ? subject.id : null
	};
}

/** The sale itself, or the one whose goods came back. */
function saleOf(subject: Exception['subject'], { saleId }: Facts): Id | null {
	if (subject.type === 'sale') return subject.id;
	return typeof saleId === 'string' ? id(saleId) : null;
}
