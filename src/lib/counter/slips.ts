/** The receipts of what is no sale: goods brought back, and a bank service (R4, R11). */
import { shownUnit } from '#lib/catalog/unit-name.ts';
import { shownPhone } from '#lib/identity/phone.ts';
import { dayOf, zoneName } from '#lib/kernel/day.ts';
import { type Rupiah, total } from '#lib/kernel/rupiah.ts';
import { formatDay, formatHour } from '#lib/look/day-text.ts';
import type { Language } from '#lib/look/language.ts';
import { formatRupiah } from '#lib/look/money.ts';
import { formatQuantity } from '#lib/look/quantity-text.ts';
import { beside, centred, ruled, wrapped } from '#lib/printing/rows.ts';
import { changeOf } from '#lib/sales/cart.ts';
import { tenderName } from '#lib/sales/tender-name.ts';
import type { BodyOf, ReturnBody, SaleBody } from '#lib/sales/wire-bodies.ts';
import { m } from '#texts/messages.js';
import { agentName } from './agent-names.ts';
import type { TillGroup } from './answers.ts';
import type { KeptEvent } from './kept.ts';

export interface SlipPaper {
	readonly language: Language;
	/** Letters in a row. */
	readonly width: number;
}

export type SlipGroup = Pick<TillGroup, 'name' | 'address' | 'phone' | 'zone'>;

/** What came back of a sale, and how the money went. */
export function returnSlip(
	event: KeptEvent,
	body: ReturnBody,
	sale: SaleBody,
	group: SlipGroup,
	paper: SlipPaper
): string[] {
	const { language, width } = paper;
	const locale = { locale: language };
	const money = (amount: Rupiah) => formatRupiah(amount, language);
	const lines = body.lines.flatMap(({ line, quantity, amount }) => {
		const sold = sale.lines[line];
		const counted = formatQuantity(quantity, shownUnit(sold?.unit ?? ''), language);
		return [...wrapped(sold?.name ?? '', width), ...beside(`  ${counted}`, money(amount), width)];
	});
	const back = body.refunds.flatMap(({ tender, amount }) => beside(tenderName(tender, language), money(amount), width));
	return plain([
		...head(m.till_slip_return({}, locale), event, group, paper),
		...beside(m.till_slip_of({}, locale), sale.receiptNumber, width),
		ruled(width),
		...lines,
		ruled(width),
		...(body.rounding === 0 ? [] : beside(m.books_receipt_rounding({}, locale), money(body.rounding), width)),
		...beside(m.till_slip_back({}, locale), money(body.total), width),
		...back,
		...foot(group, paper)
	]);
}

type Served = Pick<BodyOf<'agent-service'>, 'service' | 'principal' | 'fee' | 'reference'>;

/** A bank service: what passed through, and what it cost. */
export function agentSlip(event: KeptEvent, body: Served, group: SlipGroup, paper: SlipPaper): string[] {
	const { language, width } = paper;
	const locale = { locale: language };
	const { service, principal, fee, reference } = body;
	const row = (label: string, amount: Rupiah) => beside(label, formatRupiah(amount, language), width);
	return plain([
		...head(agentName(service, language), event, group, paper),
		ruled(width),
		...row(m.till_agent_principal({}, locale), principal),
		...row(m.till_agent_fee({}, locale), fee),
		...row(m.till_slip_together({}, locale), total([principal, fee])),
		...(reference === null ? [] : beside(m.till_agent_reference({}, locale), reference, width)),
		...foot(group, paper)
	]);
}

/** Credit that was paid back, and what is left of it. */
export function creditSlip(
	event: KeptEvent,
	{ payment }: BodyOf<'credit-paid'>,
	before: Rupiah,
	group: SlipGroup,
	paper: SlipPaper
): string[] {
	const { language, width } = paper;
	const locale = { locale: language };
	const row = (label: string, amount: Rupiah) => beside(label, formatRupiah(amount, language), width);
	const { tender, amount, received, reference } = payment;
	return plain([
		...head(m.counter_credit_pay({}, locale), event, group, paper),
		ruled(width),
		...row(m.counter_credit_slip_before({}, locale), before),
		...row(tenderName(tender, language), received),
		...(reference === null ? [] : beside(m.till_agent_reference({}, locale), reference, width)),
		...(received > amount ? row(m.counter_change({}, locale), changeOf(received, amount)) : []),
		...row(m.counter_credit_slip_left({}, locale), changeOf(before, amount)),
		...foot(group, paper)
	]);
}

function head(
	title: string,
	{ at, receipt, cashier }: KeptEvent,
	group: SlipGroup,
	{ language, width }: SlipPaper
): string[] {
	const { name, address, zone } = group;
	const locale = { locale: language };
	const moment = `${formatDay(dayOf(at, zone), language, 'paper')} ${formatHour(at, zone, language)} ${zoneName(zone)}`;
	return [
		...centred(title.toUpperCase(), width),
		...centred(name, width),
		...centred(address, width),
		'',
		...wrapped(moment, width),
		...beside(m.books_receipt_number({}, locale), receipt ?? '', width),
		...beside(m.books_receipt_cashier({}, locale), cashier, width)
	];
}

function foot({ phone }: SlipGroup, { language, width }: SlipPaper): string[] {
	if (phone === null) return [];
	return ['', ...centred(m.books_receipt_contact({ contact: shownPhone(phone) }, { locale: language }), width)];
}

/** What every printer has: plain spaces and signs. */
function plain(rows: readonly string[]): string[] {
	return rows.map((row) => row.replaceAll('\u00a0', ' ').replaceAll('\u2212', '-').trimEnd());
}
