/** The QRIS that a buyer scans: the group's own code with the amount in it, else as it is printed. Loaded when it is first shown. */
import { QrisAmountTooLarge } from '#lib/payments/qris-refusals.ts';
import { readStaticQris, withAmount } from '#lib/payments/qris.ts';
import type { Rupiah } from '#lib/kernel/rupiah.ts';
import { Refusal } from '#lib/kernel/refusal.ts';
import { type QrCode, qrCode } from '#lib/printing/qr.ts';

export interface QrisShown {
	/** Whom the buyer's phone will name. */
	readonly merchant: string;
	/** With the amount in it; null above the most that one payment may be. */
	readonly exact: { readonly text: string; readonly code: QrCode } | null;
	/** As it hangs in the shop: the buyer types the amount. */
	readonly fixed: { readonly text: string; readonly code: QrCode };
}

/** The codes for `amount`; null when `text` is no code to which an amount may be put. */
export function qrisShown(text: string, amount: Rupiah, max: Rupiah): QrisShown | null {
	try {
		const qris = readStaticQris(text);
		return {
			merchant: qris.merchant,
			exact: exactOf(qris, amount, max),
			fixed: { text: qris.text, code: qrCode(qris.text) }
		};
	} catch (error) {
		if (error instanceof Refusal) return null;
		throw error;
	}
}

function exactOf(qris: Parameters<typeof withAmount>[0], amount: Rupiah, max: Rupiah): QrisShown['exact'] {
	try {
		const text = withAmount(qris, amount, max);
		return { text, code: qrCode(text) };
	} catch (error) {
		if (error instanceof QrisAmountTooLarge) return null;
		throw error;
	}
}
