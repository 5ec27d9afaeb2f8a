/** When a till may take a new version of itself, and when it should be asked for a copy of what is unsent. */

/** How a till stands at one moment. */
export interface Standing {
	readonly isShiftOpen: boolean;
	readonly basketLines: number;
	readonly unsent: number;
	/** A file outside holds every unsent event. */
	readonly isExported: boolean;
}

export type UpdateProblem = 'shift' | 'basket' | 'unsent';

/** Why a new version must wait; null when it may be taken. */
export function updateProblem({ isShiftOpen, basketLines, unsent, isExported }: Standing): UpdateProblem | null {
	if (basketLines > 0) return 'basket';
	if (isShiftOpen) return 'shift';
	return unsent > 0 && !isExported ? 'unsent' : null;
}

/** Unsent events after which a second copy is offered, and again after so many more. */
const copyEvery = 20;

/** Whether a copy is to be offered: `beyond` events exist on this phone alone. */
export function isCopyDue(beyond: number, isShiftClosing: boolean): boolean {
	return beyond > 0 && (isShiftClosing || beyond >= copyEvery);
}
