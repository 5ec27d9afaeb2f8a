/** The rules of aid as an open till has them: now, for its open basket, and for what was brought back to it. */
import type { Judgement } from '#lib/aid/judge.ts';
import { type Day, dayOf } from '#lib/kernel/day.ts';
import { type AidNow, aidNow, judgeBasket, listTrouble } from './aid-now.ts';
import { type AidExchangeProblem, aidExchangeProblem } from './aid-exchange.ts';
import type { Till } from './till.svelte.ts';

/** The till's day now. */
export function todayOf({ parts: { line, group } }: Till): Day {
	return dayOf(line.now(), group.zone);
}

export function aidOf(till: Till): AidNow {
	return aidNow(till.heard.snapshot.aid, todayOf(till));
}

/** The open basket judged; null where nobody has to ask. */
export function judgedOf(till: Till): Judgement | null {
	return judgeBasket(aidOf(till), till.basket, till.byId);
}

/** What is wrong with the till's list of what aid may buy. */
export function listTroubleOf(till: Till): 'none' | 'stale' | null {
	return listTrouble(aidOf(till), till.heard.at, till.parts.line.now());
}

/** Whether cards are taken here: the group says so, or has saved a machine. */
export function takesCards({ settings, heard }: Till): boolean {
	return settings.card || heard.snapshot.terminals.length > 0;
}

/** Why the open basket cannot be what goods paid by aid are exchanged for. */
export function exchangeProblemOf(till: Till): AidExchangeProblem | null {
	return aidExchangeProblem(till.basket.exchange, till.sum, judgedOf(till));
}
