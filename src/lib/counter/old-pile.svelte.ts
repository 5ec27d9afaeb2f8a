/** Bringing the receipts of a lost phone to the server: what was scanned, who may bring it, and what came of it. */
import type { Id } from '#lib/kernel/id.ts';
import type { Delivered } from './answers.ts';
import type { Answer, Line } from './line.ts';
import { type Brought, byTill, emptyPile, type OldReceipt, withCode } from './old-receipts.ts';

export type Access = 'asking' | 'may' | 'may-not' | 'no-answer';

export interface Outcome {
	readonly applied: number;
	readonly held: number;
	/** Why the rest did not go; null when all went. */
	readonly problem: string | null;
}

export class OldPile {
	readonly #line: Pick<Line, 'hello' | 'bringReceipts'>;
	readonly #groupId: Id;
	#pile = $state.raw(emptyPile);
	access = $state.raw<Access>('asking');
	outcome = $state.raw<Outcome | null>(null);
	isBusy = $state(false);
	readonly receipts = $derived(this.#pile.receipts);

	constructor(line: Pick<Line, 'hello' | 'bringReceipts'>, groupId: Id) {
		this.#line = line;
		this.#groupId = groupId;
	}

	/** Asks whether someone who may bring them is signed in here: before anything is scanned in vain. */
	async ask(): Promise<void> {
		this.access = 'asking';
		const answer = await this.#line.hello();
		const group = answer.kind === 'answered' ? answer.value.groups.find(({ id }) => id === this.#groupId) : undefined;
		if (answer.kind === 'lost') this.access = 'no-answer';
		else this.access = group?.may.includes('till.deliver') === true ? 'may' : 'may-not';
	}

	scan(text: string): Brought {
		const [pile, brought] = withCode(this.#pile, text);
		this.#pile = pile;
		this.outcome = null;
		return brought;
	}

	/** Sends them till by till; what the server did not take stays in the pile. `failed` is said when nothing answered. */
	async send(failed: string): Promise<void> {
		this.isBusy = true;
		const states: string[] = [];
		let problem: string | null = null;
		for (const [enrolmentId, receipts] of byTill(this.receipts)) {
			const answer = await this.#line.bringReceipts(this.#groupId, enrolmentId, receipts);
			if (answer.kind === 'answered') states.push(...this.#took(receipts, answer.value));
			else problem = problemOf(answer, failed);
		}
		const applied = states.filter((state) => state === 'applied').length;
		this.outcome = { applied, held: states.length - applied, problem };
		this.isBusy = false;
	}

	#took(receipts: readonly OldReceipt[], { events }: Delivered): string[] {
		this.#pile = { ...this.#pile, receipts: this.#pile.receipts.filter((one) => !receipts.includes(one)) };
		return events.map(({ state }) => state);
	}
}

function problemOf(answer: Exclude<Answer<Delivered>, { kind: 'answered' }>, failed: string): string {
	return answer.kind === 'refused' ? answer.message : failed;
}
