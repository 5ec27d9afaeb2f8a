/** What each kind of event of wire version 2 tells, by the rules under which a body is read. */
import * as v from 'valibot';
import { slipNumberForm } from '#lib/payments/card-slip.ts';
import { amountMax } from '#lib/kernel/rupiah.ts';
import { idField, priceField, quantityField, rupiahField, textField, typedField, wholeField } from './wire-fields.ts';
import { tenders } from './tender.ts';
import { receiptNumberForm } from './till-code.ts';

export const linesMax = 200;
const paymentsMax = 10;
const noteMax = 300;
const goodsMax = 50;
const countMax = 100_000;

const receiptNumber = v.pipe(v.string(), v.regex(receiptNumberForm));

/** Who did it. Claims, which the server compares with the roles of that moment. */
const by = {
	cashierId: idField,
	/** The other person who agreed to it, by PIN or by name, where a rule asks for one. */
	approvedBy: v.nullable(idField),
	/** The shift in whose drawer it happened, where shifts are switched on. */
	shiftId: v.nullable(idField)
};

const saleLine = v.object({
	productId: idField,
	unitId: idField,
	/** As shown to the buyer: words of the group about its goods. */
	name: typedField(200),
	unit: typedField(40),
	/** Thousandths of the unit. */
	quantity: quantityField(),
	/** Thousandths of the normal unit in one unit. */
	factor: quantityField(),
	price: priceField,
	/** Off this line alone; its part of the basket's discount is computed. */
	discount: rupiahField(),
	/** About the goods, such as "potong kecil". */
	note: typedField(100),
	/** Why a ceiling or limit was passed; empty when none was. */
	reason: typedField(noteMax)
});

/** What of a card machine's slip is told: which machine, and the one number that was typed. */
const slip = v.object({
	kind: v.literal('slip'),
	/** A machine of the group; null where it has saved none. */
	terminalId: v.nullable(idField),
	/** Trace or approval number. */
	number: v.pipe(v.string(), v.regex(slipNumberForm))
});

/** How a card, or a coupon, paid: by a slip, by a paper until the card can be swiped, or by the coupon's own number. */
const byCard = v.variant('kind', [
	slip,
	v.object({ kind: v.literal('deed'), number: v.pipe(textField(30), v.startsWith('BA-')) }),
	v.object({ kind: v.literal('coupon'), number: v.pipe(typedField(20), v.minLength(1)) })
]);
export type ByCard = v.InferOutput<typeof byCard>;

const payment = v.object({
	tender: v.picklist(tenders),
	amount: rupiahField(),
	/** Cash handed over; the amount for other tenders. */
	received: rupiahField(),
	reference: v.nullable(typedField(60)),
	/** Left out where no card or coupon paid. */
	card: v.exactOptional(byCard)
});

const sale = v.object({
	receiptNumber,
	/** Who will pay a kasbon; a random id, the name travels beside the event. */
	partyId: v.nullable(idField),
	lines: v.pipe(v.array(saleLine), v.minLength(1), v.maxLength(linesMax)),
	/** Off the whole basket. */
	discount: rupiahField(),
	/** What cash rounding took off: zero or negative. */
	rounding: rupiahField(0, -99),
	/** Lines less discounts, rounded: what the payments sum to. */
	total: rupiahField(),
	payments: v.pipe(v.array(payment), v.maxLength(paymentsMax)),
	/** About the sale, never about the buyer. */
	note: typedField(noteMax),
	/** Under which rules aid was taken, as the till held them; left out where nobody had to ask. */
	aid: v.exactOptional(v.object({ regimeId: idField, listId: v.nullable(idField) })),
	/** Left out where the buyer has the goods; else they follow. */
	handover: v.exactOptional(v.literal('later')),
	...by
});

export const voidReasons = ['wrong-goods', 'wrong-quantity', 'buyer-left', 'other'] as const;
export type VoidReason = (typeof voidReasons)[number];

/** `void`: the whole sale as if it had not been. */
const voided = v.object({ saleId: idField, reason: v.picklist(voidReasons), note: typedField(noteMax), ...by });

export const returnReasons = ['damaged', 'wrong-goods', 'not-wanted', 'other'] as const;
export type ReturnReason = (typeof returnReasons)[number];

/** `return`: goods of a sale taken back, whole or part, to the tenders they were paid by. */
const returned = v.object({
	receiptNumber,
	saleId: idField,
	lines: v.pipe(
		v.array(
			v.object({
				/** The line of the sale, from 0. */
				line: wholeField(0, linesMax - 1),
				/** Thousandths of the unit as sold. */
				quantity: quantityField(),
				amount: rupiahField()
			})
		),
		v.minLength(1),
		v.maxLength(linesMax)
	),
	/** What the buyer is given less in cash; more when an earlier part was rounded down, so that all parts sum to what was paid. */
	rounding: rupiahField(99, -99),
	/** Sum of the lines' amounts and the rounding: what the refunds sum to. */
	total: rupiahField(),
	refunds: v.pipe(v.array(payment), v.maxLength(paymentsMax)),
	/** Whether the goods can be sold again or are lost. */
	goods: v.picklist(['shelf', 'lost']),
	reason: v.picklist(returnReasons),
	note: typedField(noteMax),
	...by
});

/** `credit-paid`: a customer pays back kasbon. */
const creditPaid = v.object({ receiptNumber, partyId: idField, payment, ...by });

/** Notes and coins by what each is worth, where a group counts them. */
const counted = v.nullable(v.array(v.object({ value: rupiahField(), count: wholeField(0, countMax) })));

/** `shift-opened`: so much cash lies in the drawer. The id of the event is the shift's. */
const shiftOpened = v.object({ float: rupiahField(), notes: counted, ...by });

/** `shift-closed`: so much cash was counted. */
const shiftClosed = v.object({
	counted: rupiahField(),
	notes: counted,
	/** What the till had reckoned. */
	expected: rupiahField(1_000_000_000_000, -1_000_000_000_000),
	note: typedField(noteMax),
	...by
});

/** `cash-moved`: into the drawer, or out of it into the treasurer's hand, who confirms it. */
const cashMoved = v.object({
	direction: v.picklist(['in', 'to-treasurer']),
	amount: rupiahField(1_000_000_000_000, 1),
	note: typedField(noteMax),
	...by
});

/** `goods-bought`: stock paid for out of the drawer. */
const goodsBought = v.object({
	supplier: typedField(120),
	lines: v.pipe(
		v.array(v.object({ productId: idField, quantity: quantityField(), cost: rupiahField() })),
		v.minLength(1),
		v.maxLength(goodsMax)
	),
	total: rupiahField(),
	note: typedField(noteMax),
	...by
});

/** `stock-adjusted`: counted, spoilt, or used by the group itself; quantities in thousandths of the normal unit. */
const stockAdjusted = v.object({
	why: v.picklist(['count', 'loss', 'own-use']),
	lines: v.pipe(
		v.array(v.object({ productId: idField, quantity: quantityField(0) })),
		v.minLength(1),
		v.maxLength(goodsMax)
	),
	note: typedField(noteMax),
	...by
});

export const agentServices = ['cash-out', 'aid-cash-out', 'transfer', 'bill', 'top-up'] as const;
export type AgentService = (typeof agentServices)[number];

/** `agent-service`: the bank's business done at the counter; only the fee is income (R11). */
const agentService = v.object({
	receiptNumber,
	service: v.picklist(agentServices),
	principal: rupiahField(1_000_000_000_000, 1),
	fee: rupiahField(),
	/** Where the fee came in. */
	feeBy: v.picklist(['cash', 'bank']),
	reference: v.nullable(typedField(60)),
	...by
});

/** `receipt-printed-again`: the nth print of a sale's receipt (R5). */
const printedAgain = v.object({ saleId: idField, count: wholeField(2, countMax), ...by });

/** `goods-handed`: what was to follow is with the buyer. */
const goodsHanded = v.object({ saleId: idField, ...by });

/** `late-card-paid`: the card of a paper was swiped after all, for the whole of it. */
const lateCardPaid = v.object({ saleId: idField, deed: v.pipe(textField(30), v.startsWith('BA-')), card: slip, ...by });

/** `card-doubled`: one buyer's card was swiped twice; for the bank to give back. */
const cardDoubled = v.object({ card: slip, amount: rupiahField(amountMax, 1), ...by });

export const cardFailures = ['blocked', 'empty', 'pin', 'unreadable', 'machine', 'other'] as const;
export type CardFailure = (typeof cardFailures)[number];

/** `card-failed`: a card could not pay; nothing of whose it is. */
const cardFailed = v.object({ terminalId: v.nullable(idField), why: v.picklist(cardFailures), ...by });

/** `receipt-missed`: a buyer went without paper, and why (R26). */
const receiptMissed = v.object({ saleId: idField, why: v.picklist(['printer-failed', 'no-printer']), ...by });

/** Every kind of event of version 2, and the rules for its body. */
export const bodies = {
	sale,
	void: voided,
	return: returned,
	'credit-paid': creditPaid,
	'shift-opened': shiftOpened,
	'shift-closed': shiftClosed,
	'cash-moved': cashMoved,
	'goods-bought': goodsBought,
	'stock-adjusted': stockAdjusted,
	'agent-service': agentService,
	'receipt-printed-again': printedAgain,
	'goods-handed': goodsHanded,
	'late-card-paid': lateCardPaid,
	'card-doubled': cardDoubled,
	'card-failed': cardFailed,
	'receipt-missed': receiptMissed
} as const;

export type EventKind = keyof typeof bodies;
export type BodyOf<Kind extends EventKind> = v.InferOutput<(typeof bodies)[Kind]>;

export type SaleLine = v.InferOutput<typeof saleLine>;
export type Payment = v.InferOutput<typeof payment>;
export type SaleBody = BodyOf<'sale'>;
export type VoidBody = BodyOf<'void'>;
export type ReturnBody = BodyOf<'return'>;
