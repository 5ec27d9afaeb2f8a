/** Held events and open exceptions, told in plain words. */
import type { Reader } from '#lib/db/open.server.ts';
import type { Id } from '#lib/kernel/id.ts';
import type { Instant } from '#lib/kernel/instant.ts';
import { rupiah } from '#lib/kernel/rupiah.ts';
import { formatRupiah } from '#lib/look/money.ts';
import { doubtName } from '#lib/sales/doubt-name.ts';
import { exceptionsOf, type Exception } from '#lib/sales/exceptions.server.ts';
import { type Held, heldOf } from '#lib/sales/hold.server.ts';
import { m } from '#texts/messages.js';
import { getLocale } from '#texts/runtime.js';

export interface Question {
	readonly id: Id;
	readonly at: Instant;
	/** What happened. */
	readonly title: string;
	/** What to do. */
	readonly text: string;
	/** The sale it is about, if it is here. */
	readonly saleId: Id | null;
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
	'sales.sums-differ': m.office_held_sums_differ,
	'sales.unknown-version': m.office_held_unknown_version
};

const heldTitles: Readonly<Record<string, () => string>> = {
	'till-void': m.office_held_void,
	'till-reprint': m.office_held_reprint
};

function heldQuestion({ id, receivedAt, code, kind }: Held): Question {
	const title = (heldTitles[kind] ?? m.office_held_sale)();
	return { id, at: receivedAt, title, text: (heldTexts[code] ?? m.office_held_other)(), saleId: null };
}

function doubtQuestion({ id, at, kind, facts, subject }: Exception): Question {
	const { told, listed } = facts;
	const text =
		kind === 'other-price' && typeof told === 'number' && typeof listed === 'number'
			? m.office_doubt_price({ told: money(told), listed: money(listed) })
			: m.office_doubt_look();
	return {
		id,
		at,
		title: doubtName(kind),
		text,
		saleId: subject.type === 'sale' ? subject.id : null
	};
}

function money(amount: number): string {
	return formatRupiah(rupiah(amount), getLocale());
}
