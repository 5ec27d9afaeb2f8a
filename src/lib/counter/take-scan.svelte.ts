/** What happens when a code is scanned at the counter: goods go into the basket, and anything else is said. */
import { parseWeightPattern } from '#lib/printing/weight-code.ts';
import { m } from '#texts/messages.js';
import { readScan, type Scanned } from './scan.ts';
import type { Said } from './desk.svelte.ts';
import type { Till } from './till.svelte.ts';

/** Puts what `text` stands for into the basket, and gives what to say of it. */
export function takeScan(till: Till, text: string): Said {
	const pattern = parseWeightPattern(till.settings.weightCode);
	const found = readScan(till.goods, text, pattern === null ? [] : [pattern]);
	if (found.is === 'goods') {
		till.take(found.goods, found.unit, found.quantity ?? undefined);
		return till.said ?? { text: m.counter_scanned({ name: found.goods.name }), kind: 'done', undo: null };
	}
	return { text: problemOf(found), kind: 'problem', undo: null };
}

function problemOf(found: Exclude<Scanned, { is: 'goods' }>): string {
	switch (found.is) {
		case 'not-sold':
			return m.counter_scan_not_sold({ name: found.goods.name });
		case 'receipt':
			return m.counter_scan_receipt();
		case 'misread':
			return m.counter_scan_misread();
		case 'unknown':
			return m.counter_scan_unknown({ code: found.code });
	}
}
