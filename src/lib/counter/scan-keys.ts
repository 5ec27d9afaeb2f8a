/** Tells a scanner that types like a keyboard from a person: letters that come faster than anyone types, then Enter. */

/** The longest between two letters of a scanner, Bluetooth ones included. */
const gapMaxMs = 60;
/** Nobody types so many so fast. */
const lengthMin = 4;
const lengthMax = 600;

interface Key {
	readonly key: string;
	/** As `event.timeStamp`. */
	readonly timeStamp: number;
}

export class ScannerKeys {
	#typed = '';
	#last = Number.NEGATIVE_INFINITY;

	/** A code is on its way: its dashes are no keys of the till. */
	get isRunning(): boolean {
		return /\d{3}/.test(this.#typed);
	}

	/** Takes the next key; gives the code when it was the Enter after one, else null. */
	press({ key, timeStamp }: Key): string | null {
		const isFast = timeStamp - this.#last <= gapMaxMs;
		const before = isFast ? this.#typed : '';
		this.#last = timeStamp;
		if (key === 'Enter') {
			this.#typed = '';
			return before.length >= lengthMin ? before : null;
		}
		// Shift and the like come between the letters of a scanner.
		if (key.length === 1) this.#typed = (before + key).slice(-lengthMax);
		else this.#typed = before;
		return null;
	}
}

/** What stood in a box before the scanner typed `code` into it. */
export function withoutCode(typed: string, code: string): string {
	return typed.endsWith(code) ? typed.slice(0, -code.length) : typed;
}
