/** Why a code is not one to which a till may put an amount. */
import { Refusal } from '#lib/kernel/refusal.ts';
import type { Rupiah } from '#lib/kernel/rupiah.ts';

export class QrisUnreadable extends Refusal {
	readonly code = 'payments.qris-unreadable';

	constructor() {
		super('The text is not a merchant payment code.');
	}
}

/** A letter was read or typed wrong. */
export class QrisDamaged extends Refusal {
	readonly code = 'payments.qris-damaged';

	constructor() {
		super('The check of the payment code is wrong.');
	}
}

export class QrisNotIndonesian extends Refusal {
	readonly code = 'payments.qris-not-indonesian';

	constructor() {
		super('The payment code is not a QRIS in rupiah.');
	}
}

/** The code was made for one payment. */
export class QrisHasAmount extends Refusal {
	readonly code = 'payments.qris-has-amount';

	constructor() {
		super('The payment code already holds an amount.');
	}
}

export class QrisAmountTooLarge extends Refusal {
	readonly code = 'payments.qris-amount-too-large';
	readonly amountRupiah: Rupiah;
	readonly maxRupiah: Rupiah;

	constructor(amount: Rupiah, max: Rupiah) {
		super(`A payment of ${amount} rupiah is not between 1 and ${max}.`);
		this.amountRupiah = amount;
		this.maxRupiah = max;
	}
}
