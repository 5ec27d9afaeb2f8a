/** What a fact about aid is called, and what it rests on, in words that accuse nobody. */
import { m } from '#texts/messages.js';
import type { AidFactKind } from './aid-facts.ts';

const names = {
	'uniform-baskets': m.aid_fact_uniform_baskets,
	dear: m.aid_fact_dear,
	'rapid-cards': m.aid_fact_rapid_cards,
	'no-receipt': m.aid_fact_no_receipt,
	'void-after-aid': m.aid_fact_void_after_aid,
	ineligible: m.aid_fact_ineligible,
	'handover-gap': m.aid_fact_handover_gap
} as const satisfies Record<AidFactKind, () => string>;

export function aidFactName(kind: AidFactKind): string {
	return names[kind]();
}
