/** The scale of this phone or laptop, remembered so that weighing asks nobody. */
import * as v from 'valibot';

/** Usual speeds of a scale's cable, the most usual first. */
export const baudRates = [9600, 4800, 2400, 1200, 19_200] as const;

const Remembered = v.object({ id: v.string(), baudRate: v.picklist(baudRates) });
export type RememberedScale = v.InferOutput<typeof Remembered>;

const key = 'scale';

/** Null where none was chosen, or where the browser cannot speak to one. */
export function rememberedScale(): RememberedScale | null {
	if (!('serial' in navigator)) return null;
	try {
		const read = v.safeParse(Remembered, JSON.parse(localStorage.getItem(key) ?? 'null'));
		return read.success ? read.output : null;
	} catch {
		return null;
	}
}

/** Keeps a scale, or forgets it; a storage that is full or refused forgets by itself. */
export function rememberScale(scale: RememberedScale | null): void {
	try {
		if (scale === null) localStorage.removeItem(key);
		else localStorage.setItem(key, JSON.stringify(scale));
	} catch {
		// Weighing asks again the next time.
	}
}
