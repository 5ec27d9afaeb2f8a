/** What bank services are called, and what the cashier does in each. */
import type { Language } from '#lib/look/language.ts';
import type { AgentService } from '#lib/sales/wire-bodies.ts';
import { m } from '#texts/messages.js';

const names: Readonly<Record<AgentService, typeof m.till_agent_cash_out>> = {
	'cash-out': m.till_agent_cash_out,
	'aid-cash-out': m.till_agent_aid_cash_out,
	transfer: m.till_agent_transfer,
	bill: m.till_agent_bill,
	'top-up': m.till_agent_top_up
};

const hints: Readonly<Record<AgentService, () => string>> = {
	'cash-out': m.till_agent_cash_out_hint,
	'aid-cash-out': m.till_agent_aid_cash_out_hint,
	transfer: m.till_agent_transfer_hint,
	bill: m.till_agent_bill_hint,
	'top-up': m.till_agent_top_up_hint
};

/** In `language`, or the reader's when none is named. */
export function agentName(service: AgentService, language?: Language): string {
	return names[service]({}, language === undefined ? {} : { locale: language });
}

export function agentHint(service: AgentService): string {
	return hints[service]();
}
