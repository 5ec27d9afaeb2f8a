/** What a regime is called, and what it means at a counter. */
import { m } from '#texts/messages.js';
import type { Regime } from './regime.ts';
import type { RuleState } from './rule-book.ts';

const names = {
	COMMODITY_ONLY: m.aid_regime_commodity_only,
	CASH_POST: m.aid_regime_cash_post,
	SAVINGS: m.aid_regime_savings,
	COUPON: m.aid_regime_coupon
} as const satisfies Record<Regime, () => string>;

const texts = {
	COMMODITY_ONLY: m.aid_regime_commodity_only_text,
	CASH_POST: m.aid_regime_cash_post_text,
	SAVINGS: m.aid_regime_savings_text,
	COUPON: m.aid_regime_coupon_text
} as const satisfies Record<Regime, () => string>;

const states = {
	waiting: m.aid_rule_state_waiting,
	holds: m.aid_rule_state_holds,
	coming: m.aid_rule_state_coming,
	ended: m.aid_rule_state_ended,
	replaced: m.aid_rule_state_replaced,
	refused: m.aid_rule_state_refused
} as const satisfies Record<RuleState, () => string>;

export function regimeName(regime: Regime): string {
	return names[regime]();
}

/** What changes for buyers and cashiers. */
export function regimeText(regime: Regime): string {
	return texts[regime]();
}

export function ruleStateName(state: RuleState): string {
	return states[state]();
}
