/** Opening a till: from what this browser keeps, without asking anyone; else each thing that may stand in the way. */
import { Bug } from '#lib/kernel/assert.ts';
import type { Id } from '#lib/kernel/id.ts';
import type { Hello, TillGroup } from './answers.ts';
import { heardOf, keptSnapshot } from './courier.ts';
import { enrolHere } from './enrolling.ts';
import type { Closed, Enrolment } from './kept.ts';
import { type Answer, Line } from './line.ts';
import { lockTill, type TillLock } from './one-till.ts';
import { Outbox } from './outbox.ts';
import { openedTill, practiceTill } from './opened.svelte.ts';
import type { Till } from './till.svelte.ts';

/** Where the till is to be opened, and who is there. */
interface Place {
	readonly hello: Hello;
	readonly group: TillGroup;
}

export type Phase =
	| { readonly at: 'opening' }
	/** The page is not in a secure context: the browser gives it no store that can be relied on. */
	| { readonly at: 'insecure' }
	| { readonly at: 'lost' }
	| { readonly at: 'signed-out' }
	| { readonly at: 'refused'; readonly message: string }
	/** The browser keeps nothing for this page. */
	| { readonly at: 'no-store' }
	/** No such group, or not this person's. */
	| { readonly at: 'unknown' }
	| { readonly at: 'elsewhere' }
	/** This browser is not a till of the group yet, or no more: `was` says why. */
	| {
			readonly at: 'new';
			readonly place: Place;
			readonly mayEnrol: boolean;
			readonly isBusy: boolean;
			readonly was: Closed | null;
	  }
	| { readonly at: 'open'; readonly till: Till };

export class Opening {
	phase = $state.raw<Phase>({ at: 'opening' });
	readonly #slug: string;
	readonly #line = new Line();
	readonly #outbox = new Outbox();
	#lock: TillLock | null = null;
	#isHeld = false;

	constructor(slug: string) {
		this.#slug = slug;
	}

	/** Opens the till, or says what stands in the way. */
	async begin(): Promise<void> {
		if (!window.isSecureContext) {
			this.#stand({ at: 'insecure' });
			return;
		}
		this.#stand({ at: 'opening' });
		try {
			const [till] = await this.#tillsHere((one) => one.code !== null && one.closed === null);
			if (till === undefined) await this.#askPlace();
			else await this.#enter(till.groupId, till.id);
		} catch (error) {
			this.#stand(noStore(error));
		}
	}

	/** Takes the till from the tab that has it. */
	takeOver(): void {
		this.#lock?.takeOver();
	}

	/** Makes this browser a till of the group for which someone who may is signed in here. */
	async enrol(place: Place): Promise<void> {
		const { hello, group } = place;
		this.#stand({ at: 'new', place, mayEnrol: true, isBusy: true, was: null });
		const { id: installation } = hello.installation;
		const answer = await enrolHere(this.#outbox, this.#line, {
			groupId: group.id, slug: group.slug, installation, who: hello.person.name, invitation: null
		}); // prettier-ignore
		if (answer.kind !== 'answered') {
			this.#stand(phaseOf(answer));
			return;
		}
		await this.#outbox.remember(`person ${answer.value}`, hello.person.id);
		await this.#enter(group.id, answer.value);
	}

	/** *Latihan*: the same counter on the same goods, in place of the till until it is begun again. Nothing is recorded. */
	async practise(): Promise<void> {
		const { phase } = this;
		if (phase.at !== 'open' || phase.till.isPractice) return;
		const { heard, goods, crew } = phase.till;
		const snapshot = { ...heard.snapshot, goods: [...goods] };
		this.#stand({ at: 'open', till: await practiceTill(this.#line, { ...heard, snapshot }, crew.person?.id ?? null) });
	}

	/** Asks anew who is here and for which groups, as when the server knows this till no more. */
	async startAnew(): Promise<void> {
		this.#stand({ at: 'opening' });
		await this.#askPlace();
	}

	/** Leaves the page. */
	end(): void {
		this.#stand({ at: 'opening' });
		this.#lock?.release();
		this.#outbox.close();
	}

	async #askPlace(): Promise<void> {
		const hello = await this.#line.hello();
		if (hello.kind !== 'answered') {
			this.#stand(phaseOf(hello));
			return;
		}
		const group = hello.value.groups.find(({ slug }) => slug === this.#slug);
		if (group === undefined) {
			this.#stand({ at: 'unknown' });
			return;
		}
		const [last] = await this.#tillsHere(({ closed }) => closed !== null);
		const mayEnrol = group.may.includes('till.enrol');
		const place = { hello: hello.value, group };
		this.#stand({ at: 'new', place, mayEnrol, isBusy: false, was: last?.closed ?? null });
	}

	/** The tills of this address in this browser, the newest first. */
	async #tillsHere(is: (till: Enrolment) => boolean): Promise<Enrolment[]> {
		const tills = await this.#outbox.enrolments();
		return tills.filter((till) => till.slug === this.#slug && is(till)).sort((a, b) => (a.id < b.id ? 1 : -1));
	}

	/** Opens the till as soon as this tab is the one that may. */
	async #enter(groupId: Id, enrolmentId: Id): Promise<void> {
		if (this.#isHeld) {
			await this.#openTill(enrolmentId);
			return;
		}
		this.#lock?.release();
		this.#lock = lockTill(navigator.locks, groupId, {
			onHeld: () => {
				this.#isHeld = true;
				void this.#openTill(enrolmentId);
			},
			onElsewhere: () => {
				this.#isHeld = false;
				this.#stand({ at: 'elsewhere' });
			}
		});
	}

	async #openTill(enrolmentId: Id): Promise<void> {
		const phase = await this.#opened(enrolmentId).catch(noStore);
		if (this.#isHeld) this.#stand(phase);
		else if (phase.at === 'open') phase.till.close();
	}

	/** From what is kept; only a till that never heard from the server has to ask it first. */
	async #opened(enrolmentId: Id): Promise<Phase> {
		const [outbox, line] = [this.#outbox, this.#line];
		const [till, kept] = await Promise.all([outbox.enrolmentOf(enrolmentId), keptSnapshot(outbox, enrolmentId)]);
		if (kept !== null) return { at: 'open', till: await openedTill(outbox, line, till, kept) };
		const { signing } = await outbox.keysOf(enrolmentId);
		const answer = await line.snapshot({ groupId: till.groupId, enrolmentId, signing });
		const heard = await heardOf(answer, outbox, line, enrolmentId);
		if (heard !== null) return { at: 'open', till: await openedTill(outbox, line, till, heard) };
		return answer.kind === 'answered' ? { at: 'unknown' } : phaseOf(answer);
	}

	#stand(phase: Phase): void {
		if (this.phase.at === 'open') this.phase.till.close();
		this.phase = phase;
	}
}

function noStore(error: unknown): Phase {
	if (error instanceof Bug) throw error;
	return { at: 'no-store' };
}

function phaseOf(answer: Exclude<Answer<unknown>, { kind: 'answered' }>): Phase {
	if (answer.kind === 'lost') return { at: 'lost' };
	return answer.status === 401 ? { at: 'signed-out' } : { at: 'refused', message: answer.message };
}
