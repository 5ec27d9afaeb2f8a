/** The slip of a bank's card machine: what of it is typed, and by what one is told from another (R16, R17, R25). */

/** Banks whose machines take the aid card (domain A28), and any other. */
export const banks = ['BRI', 'BNI', 'MANDIRI', 'BTN', 'BSI', 'OTHER'] as const;
export type Bank = (typeof banks)[number];

export function parseBank(text: string): Bank | null {
	return banks.find((known) => known === text) ?? null;
}

/** Trace or approval number: six signs, so that no card number fits. */
export const slipNumberForm = /^[0-9A-Z]{6}$/;
/** Terminal id as printed on the slip. */
export const terminalIdForm = /^[0-9A-Z]{6,12}$/;
/** Merchant id as printed on the slip. */
export const merchantIdForm = /^[0-9A-Z]{6,15}$/;

export interface SlipKey {
	readonly terminalId: string;
	readonly number: string;
	readonly day: string;
}

/** One machine gives a number once a day: two payments with the same key are one swipe told twice, or two swipes of one card. */
export function slipKey({ terminalId, number, day }: SlipKey): string {
	return `${terminalId} ${number} ${day}`;
}
