/** Another person's word before something is kept, where the group asks for it; whoever is alone writes why instead. */
import type { Id } from '#lib/kernel/id.ts';
import type { Action } from './approval.ts';
import type { Till } from './till.svelte.ts';

interface Asking {
	readonly action: Action;
	/** Whether what was chosen owes a reason in words, whoever agrees. */
	readonly owesNote: () => boolean;
	/** Keeps it, with the other person's id where one agreed. */
	readonly keep: (approvedBy: Id | null) => void;
}

export class SecondWord {
	readonly #till: Till;
	readonly #by: Asking;
	/** Why, in the cashier's words. */
	note = $state('');
	/** It was tried once: from then on what is missing is said. */
	isTried = $state(false);
	isAsking = $state(false);
	/** The cashier said that nobody else is there. */
	#isAlone = $state(false);
	readonly approval = $derived.by(() => this.#till.crew.approvalOf(this.#by.action));
	/** Whether someone else is to be asked. */
	readonly isAsked = $derived(this.approval.kind === 'second' && !this.#isAlone);
	readonly needsNote = $derived.by(() => (this.#isAlone || this.#by.owesNote()) && this.note.trim() === '');

	constructor(till: Till, by: Asking) {
		this.#till = till;
		this.#by = by;
	}

	get isAlone(): boolean {
		return this.#isAlone;
	}

	/** Keeps it or asks first; nothing while something is missing, which `isReady` and the note say. */
	submit(isReady: boolean): void {
		this.isTried = true;
		if (!isReady || this.needsNote) return;
		if (this.isAsked) this.isAsking = true;
		else this.#by.keep(null);
	}

	approved(personId: Id): void {
		this.isAsking = false;
		this.#by.keep(personId);
	}

	/** Nobody else is there: it goes on once the reason is written. */
	alone(): void {
		this.#isAlone = true;
		this.isAsking = false;
		if (!this.needsNote) this.#by.keep(null);
	}
}
