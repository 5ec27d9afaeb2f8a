/** What a fact about aid is called, and what it rests on, in words that accuse nobody. */
import { rupiah } from '#lib/kernel/rupiah.ts';
import type { Language } from '#lib/look/language.ts';
import { formatRupiah } from '#lib/look/money.ts';
import { voidReasonName } from '#lib/sales/void-reason-name.ts';
import { m } from '#texts/messages.js';
import type { AidFact, AidFactKind } from './aid-facts.ts';

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

/** What it rests on: how many of how many, which prices, how long. */
export function aidFactText({ kind, facts }: Pick<AidFact, 'kind' | 'facts'>, language: Language): string {
	const money = (name: string) => formatRupiah(rupiah(Number(facts[name] ?? 0)), language);
	const said = (name: string) => String(facts[name] ?? '');
	switch (kind) {
		case 'uniform-baskets':
			return m.aid_fact_uniform_text({ same: said('same'), of: said('of') });
		case 'dear':
			return m.aid_fact_dear_text({ name: said('name'), price: money('price'), usual: money('usual') });
		case 'rapid-cards':
			return m.aid_fact_rapid_text({ cards: said('cards'), minutes: said('minutes') });
		case 'no-receipt':
			return m.aid_fact_no_receipt_text({ missed: said('missed'), of: said('of') });
		case 'void-after-aid':
			return m.aid_fact_void_text({ total: money('total'), reason: voidReasonName(said('reason')) });
		case 'ineligible':
			return m.aid_fact_ineligible_text({ paid: money('paid'), eligible: money('eligible') });
		case 'handover-gap':
			return (facts['isOpen'] === true ? m.aid_fact_handover_open_text : m.aid_fact_handover_text)({
				minutes: said('minutes')
			});
	}
}
