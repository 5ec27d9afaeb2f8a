/** Refusals in the reader's language: what happened, why, what to do. */
import type { Facts, Refusal } from '#lib/kernel/refusal.ts';
import { m } from '#texts/messages.js';
import { rupiah } from '#lib/kernel/rupiah.ts';
import { formatRupiah } from '#lib/look/money.ts';
import { getLocale } from '#texts/runtime.js';

type Sentence = (inputs: Readonly<Record<string, unknown>>) => string;

/** The name of the message that a refusal's code stands for: `ledger.period-closed` is `refusal_ledger_period_closed`. */
function messageKeyOf(code: string): string {
	return `refusal_${code.replaceAll(/[.-]/g, '_')}`;
}

/** The sentence for `refusal`, with its facts filled in. */
export function sentenceOf(refusal: Refusal): string {
	return sentenceOfCode(refusal.code, refusal.facts()) ?? m.refusal_unknown({ code: refusal.code });
}

/** The sentence for a refusal that was kept by its code and facts; null for a code that is none. */
export function sentenceOfCode(code: string, facts: Facts): string | null {
	const sentences: Readonly<Record<string, unknown>> = { ...m };
	const sentence = sentences[messageKeyOf(code)];
	return typeof sentence === 'function' ? (sentence as Sentence)(shown(facts)) : null;
}

/** Facts as people read them: fields whose name ends in `Rupiah` with Rp, the rest as it is. */
function shown(facts: Facts): Record<string, string> {
	return Object.fromEntries(Object.entries(facts).map(([name, value]) => [name, asRead(name, value)]));
}

function asRead(name: string, value: Facts[string] | undefined): string {
	if (typeof value === 'number' && name.endsWith('Rupiah')) return formatRupiah(rupiah(value), getLocale());
	return String(value ?? '');
}
