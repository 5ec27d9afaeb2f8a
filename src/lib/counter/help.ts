/** What help there is at the counter: a topic for each sheet, its words, and what its picture shows. */
import type { IconName } from '#lib/look/icons.ts';
import { m } from '#texts/messages.js';

export const helpTopics = [
	'sell', 'pay', 'credit', 'receipt', 'give-back', 'void', 'shift', 'cash', 'buy', 'stock', 'labels', 'agent', 'people', 'printer',
	'sent', 'practice', 'card', 'late-card', 'to-follow', 'card-trouble'
] as const; // prettier-ignore
export type HelpTopic = (typeof helpTopics)[number];

export interface Help {
	readonly title: () => string;
	/** A sentence a step. */
	readonly text: () => string;
	/** Three pictures in a row: what is taken, what is done with it, what comes of it. */
	readonly picture: readonly [IconName, IconName, IconName];
}

/** The help about one topic. */
export const help: Readonly<Record<HelpTopic, Help>> = {
	sell: { title: m.till_help_sell, text: m.till_help_sell_text, picture: ['search', 'cart', 'cash'] },
	pay: { title: m.till_help_pay, text: m.till_help_pay_text, picture: ['cash', 'keypad', 'receipt'] },
	credit: { title: m.till_help_credit, text: m.till_help_credit_text, picture: ['person', 'book', 'cash'] },
	receipt: { title: m.till_help_receipt, text: m.till_help_receipt_text, picture: ['receipt', 'print', 'whatsapp'] },
	'give-back': { title: m.till_help_give_back, text: m.till_help_give_back_text, picture: ['receipt', 'undo', 'cash'] },
	void: { title: m.till_help_void, text: m.till_help_void_text, picture: ['receipt', 'close', 'people'] },
	shift: { title: m.till_help_shift, text: m.till_help_shift_text, picture: ['cash', 'clock', 'check'] },
	cash: { title: m.till_help_cash, text: m.till_help_cash_text, picture: ['wallet', 'forward', 'person'] },
	buy: { title: m.till_help_buy, text: m.till_help_buy_text, picture: ['cash', 'truck', 'box'] },
	stock: { title: m.till_help_stock, text: m.till_help_stock_text, picture: ['box', 'list', 'check'] },
	labels: { title: m.till_help_labels, text: m.till_help_labels_text, picture: ['tag', 'print', 'box'] },
	agent: { title: m.till_help_agent, text: m.till_help_agent_text, picture: ['person', 'wallet', 'receipt'] },
	people: { title: m.till_help_people, text: m.till_help_people_text, picture: ['people', 'keypad', 'check'] },
	printer: { title: m.till_help_printer, text: m.till_help_printer_text, picture: ['mobile', 'link', 'print'] },
	sent: { title: m.till_help_sent, text: m.till_help_sent_text, picture: ['mobile', 'sync', 'office'] },
	practice: { title: m.till_help_practice, text: m.till_help_practice_text, picture: ['eye', 'cart', 'undo'] },
	card: { title: m.aid_till_help_card, text: m.aid_till_help_card_text, picture: ['mobile', 'keypad', 'receipt'] },
	'late-card': { title: m.aid_till_help_late, text: m.aid_till_help_late_text, picture: ['warning', 'edit', 'check'] },
	'to-follow': {
		title: m.aid_till_help_follow,
		text: m.aid_till_help_follow_text,
		picture: ['cash', 'truck', 'check']
	},
	'card-trouble': {
		title: m.aid_till_help_trouble,
		text: m.aid_till_help_trouble_text,
		picture: ['warning', 'print', 'office']
	}
};
