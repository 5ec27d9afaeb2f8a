/** The form of a product: what it is, where it is sold, whose it is. */
import * as v from 'valibot';
import { isBarcodeProblem, parseBarcode } from '#lib/catalog/barcode.ts';
import { barcodeProblemText } from '#lib/catalog/barcode-problem.ts';
import { ceilingClasses, parseCeilingClass } from '#lib/catalog/ceiling.ts';
import type { Consignment } from '#lib/catalog/new-product.ts';
import {
	categories,
	descriptionLengthMax,
	foodGroups,
	nameLengthMax,
	parseFoodGroup,
	productKinds
} from '#lib/catalog/product.ts';
import { categoryPicture } from '#lib/catalog/shelf-pictures.ts';
import { isId } from '#lib/kernel/id.ts';
import { parseGoodsPicture } from '#lib/look/goods-pictures.ts';
import { parseQuantity } from '#lib/look/quantity-text.ts';
import { needed, oneOf, optionalText, ticked } from '#lib/web/fields.ts';
import { m } from '#texts/messages.js';
import { getLocale } from '#texts/runtime.js';

const barcodeLengthMax = 20;
/** A tenth of a percent is the finest part that is shared: thousandths of the price. */
const perMille = 100;

const barcodeField = v.pipe(
	optionalText(barcodeLengthMax),
	v.rawTransform(({ dataset, addIssue, NEVER }) => {
		if (dataset.value === '') return null;
		const parsed = parseBarcode(dataset.value);
		if (!isBarcodeProblem(parsed)) return parsed;
		addIssue({ message: barcodeProblemText(parsed) });
		return NEVER;
	})
);

/** The group's part of a consigned price, typed in percent, kept in thousandths. */
const commissionField = v.pipe(
	optionalText(10),
	v.rawTransform(({ dataset, addIssue, NEVER }) => {
		if (dataset.value === '') return 0;
		const percent = parseQuantity(dataset.value.replace('%', ''), getLocale());
		if (typeof percent === 'number' && percent % perMille === 0 && percent <= 100 * 1000) return percent / perMille;
		addIssue({ message: m.office_commission_wrong() });
		return NEVER;
	})
);

/** Fields that a new product and a change of one have in common. */
export const productEntries = {
	name: needed(nameLengthMax),
	kind: oneOf(productKinds),
	category: oneOf(categories),
	foodGroup: oneOf(['', ...foodGroups]),
	isFresh: ticked,
	isBundle: ticked,
	picture: optionalText(40),
	barcode: barcodeField,
	description: optionalText(descriptionLengthMax),
	owner: optionalText(40),
	commission: commissionField,
	ceiling: v.optional(oneOf(['', ...ceilingClasses]), ''),
	atCounter: ticked,
	inShop: ticked,
	forAgencies: ticked
};

type Read = v.InferOutput<v.ObjectSchema<typeof productEntries, undefined>>;

/** What a command takes, of what the form has. */
export function productOf({ owner, commission, foodGroup, picture, ceiling, ...read }: Read) {
	const { name, kind, category, isFresh, isBundle, barcode, description, atCounter, inShop, forAgencies } = read;
	const consignment: Consignment | null =
		kind === 'consigned' && isId(owner) ? { ownerMemberId: owner, commission } : null;
	return {
		name, kind, category, isFresh, isBundle, barcode, description, atCounter, inShop, forAgencies, consignment,
		foodGroup: parseFoodGroup(foodGroup),
		ceilingClass: parseCeilingClass(ceiling),
		picture: parseGoodsPicture(picture) ?? categoryPicture[category]
	}; // prettier-ignore
}
