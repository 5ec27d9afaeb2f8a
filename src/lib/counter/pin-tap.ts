/** The keys on which a PIN is tapped. */

export const pinKeys = ['1', '2', '3', '4', '5', '6', '7', '8', '9', 'clear', '0', 'back'] as const;
export type PinKey = (typeof pinKeys)[number];

export const pinLength = 6;

/** The PIN after a key was tapped; more than six digits it never has. */
export function pinTapped(pin: string, key: PinKey): string {
	if (key === 'clear') return '';
	if (key === 'back') return pin.slice(0, -1);
	return pin.length < pinLength ? `${pin}${key}` : pin;
}

/** What was typed on a keyboard, as far as it can be a PIN. */
export function pinTyped(text: string): string {
	return text.replace(/\D/g, '').slice(0, pinLength);
}

/** Whole minutes to wait, as they are told: never zero. */
export function minutesOf(waitMs: number): number {
	return Math.max(1, Math.ceil(waitMs / 60_000));
}
