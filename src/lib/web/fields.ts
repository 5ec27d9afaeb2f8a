/** Fields of forms, as valibot schemas whose messages are already in the reader's language. */
import * as v from 'valibot';
import { parseEmail } from '#lib/identity/email.ts';
import { parsePhone } from '#lib/identity/phone.ts';
import { parseDay, parseMonth } from '#lib/kernel/day.ts';
import { type Id, isId } from '#lib/kernel/id.ts';
import { amountMax, type Rupiah } from '#lib/kernel/rupiah.ts';
import { parseRupiah, type RupiahProblem } from '#lib/look/money.ts';
import { parseQuantity, type QuantityProblem } from '#lib/look/quantity-text.ts';
import { parseWeightPattern } from '#lib/printing/weight-code.ts';
import { m } from '#texts/messages.js';
import { getLocale } from '#texts/runtime.js';

const textMax = 500;

/** One line that must be filled in. */
export const needed = (max = 120) =>
	v.pipe(
		v.optional(v.string(), ''),
		v.trim(),
		v.minLength(1, () => m.web_field_needed()),
		v.maxLength(max, () => m.web_field_too_long({ max }))
	);

/** Text that may be left empty. */
export const optionalText = (max = textMax) =>
	v.pipe(
		v.optional(v.string(), ''),
		v.trim(),
		v.maxLength(max, () => m.web_field_too_long({ max }))
	);

/** An id made by our own pages. */
export const idField = v.custom<Id>(
	(text) => typeof text === 'string' && isId(text),
	() => m.web_field_wrong()
);

/** An amount as typed, `12.500`, from 0 to `max` rupiah. */
export const rupiahField = (max = amountMax) =>
	v.pipe(
		v.optional(v.string(), ''),
		v.rawTransform(({ dataset, addIssue, NEVER }) => {
			const parsed = parseRupiah(dataset.value);
			if (typeof parsed === 'number' && parsed <= max) return parsed;
			addIssue({ message: amountProblem(typeof parsed === 'number' ? 'too-large' : parsed) });
			return NEVER;
		})
	);

/** The same, or null where nothing was written. */
export const optionalRupiahField = (max = amountMax) =>
	v.pipe(
		v.optional(v.string(), ''),
		v.rawTransform(({ dataset, addIssue, NEVER }): Rupiah | null => {
			const parsed = parseRupiah(dataset.value);
			if (parsed === 'empty') return null;
			if (typeof parsed === 'number' && parsed <= max) return parsed;
			addIssue({ message: amountProblem(typeof parsed === 'number' ? 'too-large' : parsed) });
			return NEVER;
		})
	);

/** A quantity as typed, `1,5`, above zero. */
export const quantityField = v.pipe(
	v.optional(v.string(), ''),
	v.rawTransform(({ dataset, addIssue, NEVER }) => {
		const parsed = parseQuantity(dataset.value, getLocale());
		if (typeof parsed === 'number' && parsed > 0) return parsed;
		addIssue({ message: quantityProblem(typeof parsed === 'number' ? 'negative' : parsed) });
		return NEVER;
	})
);

/** The same, or nothing at all: what was counted. */
export const countedField = v.pipe(
	v.optional(v.string(), ''),
	v.rawTransform(({ dataset, addIssue, NEVER }) => {
		const parsed = parseQuantity(dataset.value, getLocale());
		if (typeof parsed === 'number') return parsed;
		addIssue({ message: quantityProblem(parsed) });
		return NEVER;
	})
);

/** A day, as a date field sends it. */
export const dayField = v.pipe(
	v.optional(v.string(), ''),
	v.rawTransform(({ dataset, addIssue, NEVER }) => {
		const parsed = parseDay(dataset.value);
		if (parsed !== null) return parsed;
		addIssue({ message: m.web_field_day() });
		return NEVER;
	})
);

/** A month, as a list of ours or a month field sends it. */
export const monthField = v.pipe(
	v.optional(v.string(), ''),
	v.rawTransform(({ dataset, addIssue, NEVER }) => {
		const parsed = parseMonth(dataset.value);
		if (parsed !== null) return parsed;
		addIssue({ message: m.web_field_choose() });
		return NEVER;
	})
);

/** A password exactly as typed; rules of passwords are the room's. */
export const passwordField = v.pipe(
	v.optional(v.string(), ''),
	v.minLength(1, () => m.web_field_needed()),
	v.maxLength(textMax, () => m.web_field_too_long({ max: textMax }))
);

/** A phone number as people type it. */
export const phoneField = v.pipe(
	v.optional(v.string(), ''),
	v.rawTransform(({ dataset, addIssue, NEVER }) => {
		const parsed = parsePhone(dataset.value);
		if (parsed !== null) return parsed;
		addIssue({ message: dataset.value.trim() === '' ? m.web_field_needed() : m.web_field_phone() });
		return NEVER;
	})
);

/** An e-mail address, or nothing. */
export const optionalEmail = v.pipe(
	v.optional(v.string(), ''),
	v.rawTransform(({ dataset, addIssue, NEVER }) => {
		if (dataset.value.trim() === '') return null;
		const parsed = parseEmail(dataset.value);
		if (parsed !== null) return parsed;
		addIssue({ message: m.web_field_email() });
		return NEVER;
	})
);

/** How a scale's codes are read, as the till reads it, or nothing. */
export const optionalWeightPattern = v.pipe(
	v.optional(v.string(), ''),
	v.rawTransform(({ dataset, addIssue, NEVER }): string => {
		if (dataset.value.trim() === '') return '';
		const pattern = parseWeightPattern(dataset.value);
		if (pattern !== null) return pattern;
		addIssue({ message: m.web_field_weight_pattern() });
		return NEVER;
	})
);

/** A box that is ticked or absent. */
export const ticked = v.pipe(
	v.optional(v.string(), ''),
	v.transform((value) => value !== '')
);

/** One of the given words. */
export const oneOf = <const Words extends readonly [string, ...string[]]>(words: Words) =>
	v.picklist(words, () => m.web_field_choose());

function amountProblem(problem: RupiahProblem): string {
	const sentences = {
		empty: m.web_amount_empty,
		'not-a-number': m.web_amount_not_a_number,
		fraction: m.web_amount_fraction,
		negative: m.web_amount_negative,
		'too-large': m.web_amount_too_large
	} as const;
	return sentences[problem]();
}

function quantityProblem(problem: QuantityProblem): string {
	const sentences = {
		empty: m.web_quantity_empty,
		'not-a-number': m.web_quantity_not_a_number,
		'too-fine': m.web_quantity_too_fine,
		negative: m.web_quantity_negative,
		'too-large': m.web_quantity_too_large
	} as const;
	return sentences[problem]();
}
