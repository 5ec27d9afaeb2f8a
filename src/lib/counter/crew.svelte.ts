/** Who is at the counter: the people who may sell, who of them sells now, and the word of another. */
import * as v from 'valibot';
import type { Id } from '#lib/kernel/id.ts';
import { idShape } from './answers.ts';
import { type Action, type Approval, approvalFor } from './approval.ts';
import type { Answer, Line, Sender } from './line.ts';
import type { TillStore } from './outbox.ts';
import { type PinAnswer, Pins } from './pins.ts';
import type { Snapshot, TillPerson } from './snapshot.ts';

const sells = 'sale.record';

export interface CrewParts {
	readonly enrolmentId: Id;
	readonly store: Pick<TillStore, 'remember' | 'recall'>;
	/** The till's own key over PINs. */
	readonly pinKey: CryptoKey;
	/** How a first PIN is asked for; null in practice. */
	readonly online: { readonly line: Line; readonly sender: Sender } | null;
}

/** What became of setting a first PIN. */
export type PinSet = 'set' | 'wrong-password' | Exclude<Answer<unknown>, { kind: 'answered' }>;

export class Crew {
	readonly #parts: CrewParts;
	readonly pins: Pins;
	people = $state.raw<readonly TillPerson[]>([]);
	settings = $state.raw<Pick<Snapshot['settings'], 'pins' | 'secondPerson'>>({ pins: false, secondPerson: false });
	/** Who sells now; null when nobody has said who they are. */
	person = $state.raw<TillPerson | null>(null);
	readonly sellers = $derived(this.people.filter(({ may }) => may.includes(sells)));

	constructor(parts: CrewParts) {
		this.#parts = parts;
		this.pins = new Pins(parts.store, parts.enrolmentId, parts.pinKey);
	}

	/** Takes the people and rules of a snapshot; who lost their role is at the counter no more. */
	take({ people, settings }: Pick<Snapshot, 'people' | 'settings'>): void {
		this.people = people;
		this.settings = settings;
		const here = this.person;
		if (here !== null) this.person = this.sellers.find(({ id }) => id === here.id) ?? null;
	}

	/**
	 * Whoever was here last, or `first`, or the only one who sells: where PINs are on, everyone begins by theirs.
	 */
	async resume(first: Id | null): Promise<void> {
		if (this.settings.pins) return;
		const last = v.safeParse(idShape, await this.#parts.store.recall(this.#name()));
		const wanted = [last.success ? last.output : null, first];
		const found = wanted.map((id) => this.sellers.find((person) => person.id === id)).find(Boolean);
		this.person = found ?? (this.sellers.length === 1 ? (this.sellers[0] ?? null) : null);
	}

	/** Another person sells from now on; where PINs are on, `pin` must be theirs. */
	async switchTo(person: TillPerson, pin: string | null): Promise<PinAnswer> {
		const answer: PinAnswer = this.settings.pins ? await this.pins.check(person.id, pin ?? '') : { kind: 'right' };
		if (answer.kind === 'right') await this.#enter(person);
		return answer;
	}

	/** Nobody is at the counter until someone says who they are. */
	leave(): void {
		if (this.settings.pins) this.person = null;
	}

	/** What it takes that the person here does `action`. */
	approvalOf(action: Action): Approval {
		const cashierId = this.person?.id;
		if (cashierId === undefined) return { kind: 'forbidden' };
		return approvalFor({ action, cashierId, people: this.people, secondPerson: this.settings.secondPerson });
	}

	/** The word of another person: their id goes with the event as `approvedBy` when the answer is right. */
	approve(person: TillPerson, pin: string): Promise<PinAnswer> {
		return this.pins.check(person.id, pin);
	}

	/** A person's first PIN at this till, after the server has checked their password once. */
	async setFirstPin(person: TillPerson, password: string, pin: string): Promise<PinSet> {
		const { online } = this.#parts;
		if (online === null) {
			await this.pins.set(person.id, pin);
			return 'set';
		}
		const answer = await online.line.checkPerson(online.sender, person.id, password);
		if (answer.kind !== 'answered') return answer;
		if (!answer.value.isRight) return 'wrong-password';
		await this.pins.set(person.id, pin);
		return 'set';
	}

	async #enter(person: TillPerson): Promise<void> {
		this.person = person;
		await this.#parts.store.remember(this.#name(), person.id);
	}

	#name(): string {
		return `person ${this.#parts.enrolmentId}`;
	}
}
