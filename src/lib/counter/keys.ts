/** The keys of the laptop counter: few, shown on the buttons, and none that the browser needs for itself. */

export type KeyAction = 'search' | 'pay' | 'exact' | 'print' | 'park' | 'discount' | 'more' | 'less' | 'remove';

/** As shown on the buttons. */
export const keyNames = { search: 'F2', pay: 'F4', exact: 'F8', print: 'F9', park: 'F7', discount: 'F6' } as const;

const everywhere: Readonly<Record<string, KeyAction>> = {
	F2: 'search', F4: 'pay', F8: 'exact', F9: 'print', F7: 'park', F6: 'discount'
}; // prettier-ignore
/** Keys that write something when a box has the focus. */
const outsideBoxes: Readonly<Record<string, KeyAction>> = {
	'/': 'search',
	'+': 'more',
	'=': 'more',
	'-': 'less',
	Delete: 'remove'
};

interface Pressed {
	readonly key: string;
	readonly ctrlKey: boolean;
	readonly altKey: boolean;
	readonly metaKey: boolean;
}

/** What a key asks for, or null. `isTyping`: a box to type in has the focus, and something stands in it. */
export function actionOf(pressed: Pressed, isTyping: boolean): KeyAction | null {
	if (pressed.ctrlKey || pressed.altKey || pressed.metaKey) return null;
	return everywhere[pressed.key] ?? (isTyping ? null : (outsideBoxes[pressed.key] ?? null));
}
