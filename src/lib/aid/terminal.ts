/** A bank's card machine at the group's counter: bank, merchant and terminal are typed once, so that no sale asks for them (R16). */
import type { Id } from '#lib/kernel/id.ts';
import { Refusal } from '#lib/kernel/refusal.ts';
import { type Bank, merchantIdForm, terminalIdForm } from '#lib/payments/card-slip.ts';

export interface NewTerminal {
	readonly bank: Bank;
	/** Empty where the slip shows none. */
	readonly mid: string;
	readonly tid: string;
	/** What the group calls it, such as "BRI di kasir depan". */
	readonly name: string;
}

export interface Terminal extends NewTerminal {
	readonly id: Id;
}

/** Two machines in use with one terminal id could not be told apart on a slip. */
export class TerminalKnown extends Refusal {
	readonly code = 'aid.terminal-known';
	readonly tid: string;

	constructor(tid: string) {
		super(`The group has the machine ${tid} already.`);
		this.tid = tid;
	}
}

/** The terminal id as slips print it, or null for what cannot be one. */
export function parseTerminalId(text: string): string | null {
	return parsed(text, terminalIdForm);
}

/** The merchant id as slips print it, empty where there is none, or null for what cannot be one. */
export function parseMerchantId(text: string): string | null {
	return text.trim() === '' ? '' : parsed(text, merchantIdForm);
}

function parsed(text: string, form: RegExp): string | null {
	const plain = text.replaceAll(/[\s.-]/g, '').toUpperCase();
	return form.test(plain) ? plain : null;
}
