/** Phone numbers for people who do not exist: 0840 is given to no operator in Indonesia. */
import { present } from '#lib/kernel/assert.ts';
import { parsePhone, type Phone } from '#lib/identity/phone.ts';

export class Phones {
	#last: number;

	/** Numbers after `last`. */
	constructor(last = 0) {
		this.#last = last;
	}

	/** A number that nobody has, not even in this demo. */
	next(): Phone {
		this.#last += 1;
		return present(parsePhone(`0840${String(this.#last).padStart(8, '0')}`), 'a phone number of the demo');
	}
}
