/** The lines of the till's menu: what each is called, and its sign. */
import type { IconName } from '#lib/look/icons.ts';
import { m } from '#texts/messages.js';
import type { MenuItem, MenuSection } from './errands.ts';

interface Named {
	readonly name: () => string;
	readonly icon: IconName;
}

export const menuNames: Readonly<Record<MenuItem, Named>> = {
	sales: { name: m.counter_sales, icon: 'receipt' },
	find: { name: m.till_menu_find, icon: 'undo' },
	credit: { name: m.till_menu_credit, icon: 'book' },
	buy: { name: m.till_menu_buy, icon: 'truck' },
	'cash-in': { name: m.till_menu_cash_in, icon: 'plus' },
	'to-treasurer': { name: m.till_menu_to_treasurer, icon: 'wallet' },
	stock: { name: m.till_menu_stock, icon: 'box' },
	labels: { name: m.till_menu_labels, icon: 'tag' },
	agent: { name: m.till_menu_agent, icon: 'office' },
	'open-shift': { name: m.till_menu_open_shift, icon: 'login' },
	'close-shift': { name: m.till_menu_close_shift, icon: 'lock' },
	people: { name: m.till_menu_people, icon: 'people' },
	printer: { name: m.till_menu_printer, icon: 'print' },
	copy: { name: m.till_menu_copy, icon: 'download' },
	practice: { name: m.till_menu_practice, icon: 'eye' },
	'end-practice': { name: m.till_menu_end_practice, icon: 'close' },
	reload: { name: m.counter_reload, icon: 'sync' },
	books: { name: m.counter_books, icon: 'chart' },
	'other-group': { name: m.counter_other_group, icon: 'store' },
	help: { name: m.till_help, icon: 'help' },
	leave: { name: m.common_sign_out, icon: 'logout' },
	'to-follow': { name: m.aid_till_menu_follow, icon: 'truck' },
	'late-cards': { name: m.aid_till_menu_late, icon: 'clock' },
	'card-trouble': { name: m.aid_till_menu_trouble, icon: 'warning' }
};

export const headingNames: Readonly<Record<MenuSection['heading'], () => string>> = {
	selling: m.till_menu_selling,
	drawer: m.till_menu_drawer,
	goods: m.till_menu_goods,
	till: m.till_menu_till
};
