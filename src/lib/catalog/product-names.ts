/** What shelves, food groups, kinds of product and channels are called, in the reader's language. */
import { m } from '#texts/messages.js';
import type { Category, FoodGroup, PriceChannel, ProductKind } from './product.ts';

const categoryNames: Readonly<Record<Category, () => string>> = {
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

const foodGroupNames: Readonly<Record<FoodGroup | 'other', () => string>> = {
	carbohydrate: m.catalog_food_carbohydrate,
	'animal-protein': m.catalog_food_animal_protein,
	'plant-protein': m.catalog_food_plant_protein,
	vitamins: m.catalog_food_vitamins,
	other: m.catalog_food_other
};

const kindNames: Readonly<Record<ProductKind, () => string>> = {
	bought: m.catalog_kind_bought,
	made: m.catalog_kind_made,
	service: m.catalog_kind_service,
	consigned: m.catalog_kind_consigned
};

const channelNames: Readonly<Record<PriceChannel, () => string>> = {
	all: m.catalog_channel_all,
	counter: m.catalog_channel_counter,
	shop: m.catalog_channel_shop,
	agency: m.catalog_channel_agency
};

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
