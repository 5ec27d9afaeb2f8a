/** Legs as a bookkeeper writes them, for the tests. */
import { rupiah } from '#lib/kernel/rupiah.ts';
import { accountOf } from '#lib/ledger/chart.ts';
import type { Leg } from '#lib/ledger/entry.ts';

/** One leg a line: `1-1100 kas +12000`. */
export function legsOf(text: string): Leg[] {
	return text
		.trim()
		.split('\n')
		.map((line) => {
			const [code = '', ...rest] = line.trim().split(/\s+/);
			return { account: accountOf(code), amount: rupiah(Number(rest.at(-1))) };
		});
}
