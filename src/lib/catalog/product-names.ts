/** What shelves, food groups, kinds of product and channels are called, in the reader's language. */
import { folded } from '#lib/kernel/text.ts';
import { type Language, languages } from '#lib/look/language.ts';
import { m } from '#texts/messages.js';
import type { CeilingClass } from './ceiling.ts';
import type { Category, FoodGroup, PriceChannel, ProductKind } from './product.ts';

/** A name in the reader's language, or in one that is asked for. */
type Text = (inputs?: Record<string, never>, options?: { readonly locale?: Language }) => string;

const categoryNames: Readonly<Record<Category, Text>> = {
	staple: m.catalog_category_staple,
	animal: m.catalog_category_animal,
	plant: m.catalog_category_plant,
	vegetable: m.catalog_category_vegetable,
	fruit: m.catalog_category_fruit,
	spice: m.catalog_category_spice,
	meal: m.catalog_category_meal,
	snack: m.catalog_category_snack,
	drink: m.catalog_category_drink,
	household: m.catalog_category_household,
	craft: m.catalog_category_craft,
	clothing: m.catalog_category_clothing,
	farm: m.catalog_category_farm,
	service: m.catalog_category_service,
	other: m.catalog_category_other
};

const foodGroupNames: Readonly<Record<FoodGroup | 'other', Text>> = {
	carbohydrate: m.catalog_food_carbohydrate,
	'animal-protein': m.catalog_food_animal_protein,
	'plant-protein': m.catalog_food_plant_protein,
	vitamins: m.catalog_food_vitamins,
	other: m.catalog_food_other
};

const kindNames: Readonly<Record<ProductKind, Text>> = {
	bought: m.catalog_kind_bought,
	made: m.catalog_kind_made,
	service: m.catalog_kind_service,
	consigned: m.catalog_kind_consigned
};

const channelNames: Readonly<Record<PriceChannel, Text>> = {
	all: m.catalog_channel_all,
	counter: m.catalog_channel_counter,
	shop: m.catalog_channel_shop,
	agency: m.catalog_channel_agency
};

const ceilingNames: Readonly<Record<CeilingClass, Text>> = {
	'rice-medium': m.catalog_ceiling_rice_medium,
	'rice-premium': m.catalog_ceiling_rice_premium,
	minyakita: m.catalog_ceiling_minyakita
};

export function ceilingName(of: CeilingClass): string {
	return ceilingNames[of]();
}

export function categoryName(category: Category): string {
	return categoryNames[category]();
}

/** `other` is what belongs to none of the four. */
export function foodGroupName(group: FoodGroup | 'other'): string {
	return foodGroupNames[group]();
}

export function productKindName(kind: ProductKind): string {
	return kindNames[kind]();
}

export function channelName(channel: PriceChannel): string {
	return channelNames[channel]();
}

/** The shelf that people mean by its name in either language, or null. */
export function readCategory(text: string): Category | null {
	return named(categoryNames, text);
}

/** The food group that people mean, or null. */
export function readFoodGroup(text: string): FoodGroup | null {
	const group = named(foodGroupNames, text);
	return group === 'other' ? null : group;
}

/** The class of goods under a price ceiling that people mean, or null. */
export function readCeilingClass(text: string): CeilingClass | null {
	return named(ceilingNames, text);
}

/** How people say it in a table, in one word. */
const kindWords: Readonly<Record<string, ProductKind>> = {
	dibeli: 'bought', beli: 'bought', dibuat: 'made', buatan: 'made', titip: 'consigned', titipan: 'consigned', konsinyasi: 'consigned'
}; // prettier-ignore

/** The kind of product that people mean, or null. */
export function readProductKind(text: string): ProductKind | null {
	return kindWords[folded(text)] ?? named(kindNames, text);
}

function named<Key extends string>(names: Readonly<Record<Key, Text>>, text: string): Key | null {
	const said = folded(text);
	const saysSo = (key: Key): boolean =>
		folded(key) === said || languages.some((locale) => folded(names[key]({}, { locale })) === said);
	return (Object.keys(names) as Key[]).find(saysSo) ?? null;
}
