/**
 * What aid may buy, and where: a regime holds for a region and some days, and the day of the sale decides (R15 of
 * `docs/field.md`). Regimes are rows, never code: a new one changes what the counter does without a release.
 */
import type { Day } from '#lib/kernel/day.ts';
import type { Id } from '#lib/kernel/id.ts';

/**
 * - `COMMODITY_ONLY`: aid lies on the card and buys listed food only (BPNT until 2021, domain A20).
 * - `CASH_POST`: aid is paid out in cash by the post office (2022, A21).
 * - `SAVINGS`: aid is money on the family's own account, for any shop (since 2 March 2023, A23–A24).
 * - `COUPON`: a coupon of a local programme buys listed food only.
 */
export const regimes = ['COMMODITY_ONLY', 'CASH_POST', 'SAVINGS', 'COUPON'] as const;
export type Regime = (typeof regimes)[number];

export function parseRegime(text: string): Regime | null {
	return regimes.find((known) => known === text) ?? null;
}

/** How aid pays at a counter where it is not plain money. */
export type AidTender = 'kks' | 'coupon';

/** The tender that is held to the list, or null where aid is money like any other and nobody needs to be asked for it. */
export function aidTenderOf(regime: Regime | null): AidTender | null {
	if (regime === 'COMMODITY_ONLY') return 'kks';
	return regime === 'COUPON' ? 'coupon' : null;
}

/** Something that holds for a region and some days. */
export interface Dated {
	readonly id: Id;
	/** The beginning of a village's code: empty for the whole country, two digits for a province. */
	readonly region: string;
	readonly validFrom: Day;
	readonly validTo: Day | null;
}

export interface RegimeRule extends Dated {
	readonly regime: Regime;
	/** What people call the programme, such as "BPNT". */
	readonly programme: string;
}

/** Where and when something is sold. */
export interface AidPlace {
	/** The code of the shop's village. */
	readonly village: string;
	readonly day: Day;
}

/** Of the rules that hold at a place, the one made for the smallest region, and of these the one that began last. */
export function ruleAt<Rule extends Dated>(rules: readonly Rule[], { village, day }: AidPlace): Rule | null {
	const holding = rules.filter(
		({ region, validFrom, validTo }) =>
			village.startsWith(region) && validFrom <= day && (validTo === null || day <= validTo)
	);
	return holding.reduce<Rule | null>((best, rule) => (best === null || isNearer(rule, best) ? rule : best), null);
}

function isNearer(one: Dated, other: Dated): boolean {
	if (one.region.length !== other.region.length) return one.region.length > other.region.length;
	if (one.validFrom !== other.validFrom) return one.validFrom > other.validFrom;
	return one.id > other.id;
}
