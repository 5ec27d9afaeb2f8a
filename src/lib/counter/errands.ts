/** What is done at a till beside selling, and the menu of it: a small shop sees only what is switched on. */

/** Sheets of their own, loaded when they are first opened. */
export const errands = [
	'menu', 'find', 'give-back', 'credit', 'buy', 'cash-in', 'to-treasurer', 'stock', 'labels', 'agent', 'open-shift', 'close-shift',
	'people', 'printer', 'copy', 'help', 'leave', 'late-cards', 'to-follow', 'card-trouble'
] as const; // prettier-ignore
export type Errand = (typeof errands)[number];

export function isErrand(sheet: string): sheet is Errand {
	return errands.some((errand) => errand === sheet);
}

/** Lines of the menu: sheets, and what is done at once. */
export type MenuItem =
	Exclude<Errand, 'menu' | 'give-back'> | 'sales' | 'practice' | 'end-practice' | 'reload' | 'books' | 'other-group';

export interface MenuSection {
	readonly heading: 'selling' | 'drawer' | 'goods' | 'till';
	readonly items: readonly MenuItem[];
}

/** How a till stands, as far as its menu depends on it. */
export interface MenuFacts {
	/** Whether the person here may do something, by the names of `identity/permissions.ts`. */
	readonly may: (permission: string) => boolean;
	readonly settings: { readonly shifts: boolean; readonly pins: boolean; readonly agent: boolean };
	readonly isShiftOpen: boolean;
	readonly isPractice: boolean;
	/** How many people may sell here. */
	readonly sellers: number;
	/** Someone may buy on credit. */
	readonly hasCustomers: boolean;
	readonly hasOthers: boolean;
	/** Cards or coupons are taken. */
	readonly hasCards: boolean;
}

/** The menu, section by section; sections with nothing in them are left out. */
export function menuOf(facts: MenuFacts): MenuSection[] {
	const sections: readonly MenuSection[] = [
		{ heading: 'selling', items: selling(facts) },
		{ heading: 'drawer', items: drawer(facts) },
		{ heading: 'goods', items: goods(facts) },
		{ heading: 'till', items: till(facts) }
	];
	return sections.filter(({ items }) => items.length > 0);
}

function selling({ may, hasCustomers, hasCards }: MenuFacts): MenuItem[] {
	return [
		'sales',
		...only(may('sale.void'), 'find'),
		...only(hasCustomers, 'credit'),
		...only(hasCards, 'to-follow', 'late-cards', 'card-trouble')
	];
}

function drawer({ may, settings, isShiftOpen }: MenuFacts): MenuItem[] {
	return [
		...only(settings.shifts, isShiftOpen ? 'close-shift' : 'open-shift'),
		...only(may('stock.receive'), 'buy'),
		'cash-in',
		'to-treasurer'
	];
}

function goods({ may, settings }: MenuFacts): MenuItem[] {
	return [...only(may('stock.count'), 'stock'), 'labels', ...only(settings.agent, 'agent')];
}

function till({ may, settings, isPractice, sellers, hasOthers }: MenuFacts): MenuItem[] {
	return [
		...only(sellers > 1 || settings.pins, 'people'),
		'printer',
		...only(!isPractice, 'copy', 'reload'),
		isPractice ? 'end-practice' : 'practice',
		'help',
		...only(!isPractice && may('books.read'), 'books'),
		...only(!isPractice && hasOthers, 'other-group'),
		...only(!isPractice, 'leave')
	];
}

function only(isThere: boolean, ...items: readonly MenuItem[]): readonly MenuItem[] {
	return isThere ? items : [];
}
