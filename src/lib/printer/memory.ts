/** The printer that worked, kept on this phone so that the next receipt asks nobody. */
import * as v from 'valibot';
import { codePages } from '#lib/printing/letters.ts';
import { type RememberedPrinter, ways } from './way.ts';

export interface PrinterMemory {
	read(): RememberedPrinter | null;
	write(printer: RememberedPrinter | null): void;
}

const Remembered = v.object({
	way: v.picklist(ways),
	id: v.string(),
	name: v.nullable(v.string()),
	roll: v.picklist([58, 80]),
	settings: v.object({ codePage: v.picklist(codePages), cuts: v.boolean(), hasDrawer: v.boolean() })
});

const key = 'printer';

/** A memory in the browser's storage; one that is full or refused forgets, and printing goes on. */
export function memoryIn(storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>): PrinterMemory {
	return {
		read: () => attempt(() => parsed(storage.getItem(key))) ?? null,
		write: (printer) => {
			attempt(() => {
				if (printer === null) storage.removeItem(key);
				else storage.setItem(key, JSON.stringify(printer));
			});
		}
	};
}

function parsed(text: string | null): RememberedPrinter | null {
	if (text === null) return null;
	const read = v.safeParse(Remembered, JSON.parse(text));
	return read.success ? read.output : null;
}

function attempt<Value>(act: () => Value): Value | undefined {
	try {
		return act();
	} catch {
		return undefined;
	}
}
