/** What a product is: how it is come by, where it stands on the shelf, and where it is sold. */

/** Bought to sell again, made by the group, a service, or a member's own goods sold for a part of the price. */
export const productKinds = ['bought', 'made', 'service', 'consigned'] as const;
export type ProductKind = (typeof productKinds)[number];

/** Shelves, in the order in which a village shop shows them. */
export const categories = [
	'staple', 'animal', 'plant', 'vegetable', 'fruit', 'spice', 'meal', 'snack', 'drink', 'household', 'craft', 'clothing',
	'farm', 'service', 'other'
] as const; // prettier-ignore
export type Category = (typeof categories)[number];

/** The four groups of food that aid speaks of (domain A8). */
export const foodGroups = ['carbohydrate', 'animal-protein', 'plant-protein', 'vitamins'] as const;
export type FoodGroup = (typeof foodGroups)[number];

/** Where goods are sold. */
export const channels = ['counter', 'shop', 'agency'] as const;
export type Channel = (typeof channels)[number];

/** A price holds for one channel, or for all that have none of their own. */
export const priceChannels = ['all', ...channels] as const;
export type PriceChannel = (typeof priceChannels)[number];

export const nameLengthMax = 80;
export const descriptionLengthMax = 2000;

export function parseProductKind(text: string): ProductKind | null {
	return productKinds.find((kind) => kind === text) ?? null;
}

export function parseCategory(text: string): Category | null {
	return categories.find((category) => category === text) ?? null;
}

export function parseFoodGroup(text: string): FoodGroup | null {
	return foodGroups.find((group) => group === text) ?? null;
}

/** Whether stock of such a product is kept: all but services. */
export function keepsStock(kind: ProductKind): boolean {
	return kind !== 'service';
}

export function parsePriceChannel(text: string): PriceChannel | null {
	return priceChannels.find((channel) => channel === text) ?? null;
}
