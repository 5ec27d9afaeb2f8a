/** Goods that aid paid for are never turned into money: they are exchanged for goods that aid may buy (R22). */
import type { Judgement } from '#lib/aid/judge.ts';
import type { Exchange } from './exchange.ts';
import { paysByAid } from './aid-now.ts';
import { tradeOf } from './exchanging.ts';
import { type Rupiah, total } from '#lib/kernel/rupiah.ts';

/** `not-eligible`: too little of the basket is what aid may buy. `rest`: some of what was brought back would be money. */
export type AidExchangeProblem = 'not-eligible' | 'rest';

/** Why a basket cannot be what goods paid by aid are exchanged for; null when it can, or when no aid paid for them. */
export function aidExchangeProblem(
	exchange: Exchange | null,
	due: Rupiah,
	judged: Judgement | null
): AidExchangeProblem | null {
	const brought = exchange?.brought ?? null;
	if (exchange === null || brought === null || !paysByAid(brought.sale)) return null;
	const { pays, rest } = tradeOf(exchange, due);
	if (total(rest.map(({ amount }) => amount)) > 0) return 'rest';
	return judged !== null && judged.eligible < pays ? 'not-eligible' : null;
}
