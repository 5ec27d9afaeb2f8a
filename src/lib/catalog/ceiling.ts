/**
 * The highest price that law sets for a class of goods, by zone of provinces and for one normal unit, and the most of it
 * that one buyer may get. Rules are dated; the day of the sale decides.
 */
import * as v from 'valibot';
import type { Day } from '#lib/kernel/day.ts';
import { oneUnit, type Quantity, quantity } from '#lib/kernel/quantity.ts';
import { type Rupiah, rupiah } from '#lib/kernel/rupiah.ts';

export const ceilingClasses = ['rice-medium', 'rice-premium', 'minyakita'] as const;
export type CeilingClass = (typeof ceilingClasses)[number];

export function parseCeilingClass(text: string | null): CeilingClass | null {
	return ceilingClasses.find((known) => known === text) ?? null;
}

/** What a rule says, as it is kept: `all` stands for every zone. */
export const ceilingForm = v.object({
	/** Provinces, by their two digits, of each zone. */
	zones: v.record(v.string(), v.array(v.string())),
	perNormalUnit: v.record(v.string(), v.record(v.string(), v.number())),
	/** Thousandths of the normal unit. */
	perSale: v.record(v.string(), v.number())
});

/** A rule with the days on which it holds. */
export interface CeilingRule extends v.InferOutput<typeof ceilingForm> {
	readonly validFrom: Day;
	readonly validTo: Day | null;
}

/** Where and when something is sold. */
export interface CeilingPlace {
	/** Two digits. */
	readonly province: string;
	readonly day: Day;
}

/** The highest price of one normal unit, or null where none is set. */
export function ceilingOf(
	rules: readonly CeilingRule[],
	of: CeilingClass,
	{ province, day }: CeilingPlace
): Rupiah | null {
	for (const { zones, perNormalUnit } of holding(rules, day)) {
		const [zone = 'all'] = Object.entries(zones).find(([, provinces]) => provinces.includes(province)) ?? [];
		const highest = perNormalUnit[of]?.[zone];
		if (highest !== undefined) return rupiah(highest);
	}
	return null;
}

/** The most that one buyer may get, in thousandths of the normal unit; null where there is no limit. */
export function mostOf(rules: readonly CeilingRule[], of: CeilingClass, day: Day): Quantity | null {
	for (const { perSale } of holding(rules, day)) {
		const most = perSale[of];
		if (most !== undefined) return quantity(most);
	}
	return null;
}

function holding(rules: readonly CeilingRule[], day: Day): CeilingRule[] {
	return rules
		.filter(({ validFrom, validTo }) => validFrom <= day && (validTo === null || day <= validTo))
		.sort((one, other) => (one.validFrom < other.validFrom ? 1 : -1));
}

/** Whether `price` for a unit of `factor` thousandths of the normal unit is dearer than `ceiling` for one of it. */
export function isOverCeiling(price: Rupiah, factor: Quantity, ceiling: Rupiah): boolean {
	return BigInt(price) * BigInt(oneUnit) > BigInt(ceiling) * BigInt(factor);
}
