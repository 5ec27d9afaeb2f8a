/** Wire version 1, which tills wrote before events were chained: still read for 400 days, as what version 2 would say. */
import * as v from 'valibot';
import { type BodyOf, type EventKind, linesMax, voidReasons } from './wire-bodies.ts';
import { idField, priceField, quantityField, rupiahField, textField, wholeField } from './wire-fields.ts';
import { receiptNumberForm } from './till-code.ts';

const paymentsMax = 10;
const firstTenders = ['cash', 'qris', 'transfer', 'card', 'kasbon'] as const;

const SaleLine = v.object({
	productId: idField,
	unitId: idField,
	name: textField(200),
	unit: textField(40),
	quantity: quantityField(),
	factor: quantityField(),
	price: priceField,
	discount: rupiahField()
});

const Sale = v.object({
	receiptNumber: v.pipe(v.string(), v.regex(receiptNumberForm)),
	cashierId: idField,
	partyId: v.nullable(idField),
	lines: v.pipe(v.array(SaleLine), v.minLength(1), v.maxLength(linesMax)),
	discount: rupiahField(),
	rounding: rupiahField(0, -99),
	total: rupiahField(),
	payments: v.pipe(
		v.array(
			v.object({
				tender: v.picklist(firstTenders),
				amount: rupiahField(),
				received: rupiahField(),
				reference: v.nullable(textField(60))
			})
		),
		v.maxLength(paymentsMax)
	)
});

const Void = v.object({
	saleId: idField,
	reason: v.picklist(voidReasons),
	note: textField(300),
	cashierId: idField
});

const Reprint = v.object({
	saleId: idField,
	/** How often the receipt had been printed before. */
	prints: wholeField(1, 100_000),
	cashierId: idField
});

const alone = { approvedBy: null, shiftId: null } as const;

/** The rules for the bodies of version 1; what is read is given as version 2 says it. */
export const firstBodies = {
	sale: v.pipe(
		Sale,
		v.transform((body): BodyOf<'sale'> => ({
			...body,
			lines: body.lines.map((line) => ({ ...line, note: '', reason: '' })),
			note: '',
			...alone
		}))
	),
	void: v.pipe(
		Void,
		v.transform((body): BodyOf<'void'> => ({ ...body, ...alone }))
	),
	reprint: v.pipe(
		Reprint,
		v.transform(({ saleId, prints, cashierId }): BodyOf<'receipt-printed-again'> => ({
			saleId,
			count: prints + 1,
			cashierId,
			...alone
		}))
	)
} as const;

/** The kinds that version 2 calls otherwise. */
export const kindSince: Readonly<Record<string, EventKind>> = { reprint: 'receipt-printed-again' };
