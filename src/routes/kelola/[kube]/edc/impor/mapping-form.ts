/** How a file is read, as a form brings it. */
import * as v from 'valibot';
import { banks } from '#lib/payments/card-slip.ts';
import {
	dateOrders, decimalSigns, footRowsMax, headingRowMax, reversalSigns, separatorNames, type SettlementMapping
} from '#lib/payments/settlement-mapping.ts'; // prettier-ignore
import { oneOf } from '#lib/web/fields.ts';
import { m } from '#texts/messages.js';

const headingField = v.pipe(
	v.optional(v.string(), ''),
	v.maxLength(80, () => m.web_field_choose()),
	v.transform((text) => (text === '' ? null : text))
);

const rowField = (min: number, max: number) =>
	v.pipe(
		v.optional(v.string(), ''),
		v.regex(/^\d{1,2}$/, () => m.web_field_wrong()),
		v.transform(Number),
		v.minValue(min, () => m.web_field_wrong()),
		v.maxValue(max, () => m.web_field_wrong())
	);

const fields = {
	separator: oneOf(separatorNames),
	'heading-row': rowField(1, headingRowMax),
	'foot-rows': rowField(0, footRowsMax),
	decimals: oneOf(decimalSigns),
	dates: oneOf(dateOrders),
	reversals: oneOf(reversalSigns),
	'column-date': headingField,
	'column-tid': headingField,
	'column-trace': headingField,
	'column-approval': headingField,
	'column-rrn': headingField,
	'column-amount': headingField,
	'column-fee': headingField,
	'column-kind': headingField
};

/** The file that was looked at, once more, with how it is read. */
export const TakeForm = v.object({
	bank: oneOf(banks),
	name: v.optional(v.string(), ''),
	table: v.string(),
	...fields
});

/** A file, or its text, with how it is read where a person said so. */
export const LookForm = v.union([
	TakeForm,
	v.object({
		bank: oneOf(banks),
		file: v.optional(v.instance(File)),
		table: v.optional(v.string(), '')
	})
]);

export function mappingIn(form: Omit<v.InferOutput<typeof TakeForm>, 'table'>): SettlementMapping {
	const { separator, decimals, dates, reversals } = form;
	return {
		separator,
		headingRow: form['heading-row'],
		footRows: form['foot-rows'],
		decimals,
		dates,
		reversals,
		columns: {
			date: form['column-date'],
			tid: form['column-tid'],
			trace: form['column-trace'],
			approval: form['column-approval'],
			rrn: form['column-rrn'],
			amount: form['column-amount'],
			fee: form['column-fee'],
			kind: form['column-kind']
		}
	};
}
