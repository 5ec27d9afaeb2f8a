/** Opening a till: each thing that may stand in the way, and how it goes on from there. */
import { deviceName } from '#lib/identity/device.ts';
import { Bug } from '#lib/kernel/assert.ts';
import { newId } from '#lib/kernel/id.ts';
import { later } from '#lib/kernel/instant.ts';
import type { Hello, TillGroup } from './answers.ts';
import { firstPrevious } from '#lib/sales/chain.ts';
import { lessTaken } from './goods.ts';
import { type Answer, Line } from './line.ts';
import { lockTill, type TillLock } from './one-till.ts';
import { type Enrolment, Outbox } from './outbox.ts';
import { unsentGoods } from './sold.ts';
import { Till, type TillParts } from './till.svelte.ts';

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
	/** This browser is not a till of the group yet. */
	| { readonly at: 'new'; readonly place: Place; readonly mayEnrol: boolean; readonly isBusy: boolean }
	| { readonly at: 'open'; readonly till: Till };

/** Acknowledged events stay this long on the phone, so that a restored server can have them again. */
const keptMs = 35 * 24 * 3_600_000;

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
		const hello = await this.#line.hello();
		const group = hello.kind === 'answered' ? hello.value.groups.find(({ slug }) => slug === this.#slug) : undefined;
		if (hello.kind !== 'answered') this.#stand(phaseOf(hello));
		else if (group === undefined) this.#stand({ at: 'unknown' });
		else await this.#enter({ hello: hello.value, group });
	}

	/** Takes the till from the tab that has it. */
	takeOver(): void {
		this.#lock?.takeOver();
	}

	/** Makes this browser a till. The id is kept before it is sent, so that a lost answer makes no second till. */
	async enrol(place: Place): Promise<void> {
		const { hello, group } = place;
		this.#stand({ at: 'new', place, mayEnrol: true, isBusy: true });
		const pending = (await this.#outbox.enrolmentFor(hello.installation.id, group.id)) ?? newEnrolment(place);
		await this.#outbox.keepEnrolment(pending);
		const answer = await this.#line.enrol(group.id, { id: pending.id, name: pending.name });
		if (answer.kind !== 'answered') {
			this.#stand(phaseOf(answer));
			return;
		}
		await this.#outbox.keepEnrolment({ ...pending, code: answer.value.code });
		// Asked for, not insisted on: a browser may still clear what a page keeps.
		await navigator.storage.persist().catch(() => false);
		await this.#openTill(place);
	}

	/** Leaves the page. */
	end(): void {
		this.#stand({ at: 'opening' });
		this.#lock?.release();
		this.#outbox.close();
	}

	/** Opens the till as soon as this tab is the one that may. */
	async #enter(place: Place): Promise<void> {
		if (this.#isHeld) {
			await this.#openTill(place);
			return;
		}
		this.#lock?.release();
		this.#lock = lockTill(navigator.locks, place.group.id, {
			onHeld: () => {
				this.#isHeld = true;
				void this.#openTill(place);
			},
			onElsewhere: () => {
				this.#isHeld = false;
				this.#stand({ at: 'elsewhere' });
			}
		});
	}

	async #openTill(place: Place): Promise<void> {
		const phase = await this.#opened(place).catch(noStore);
		if (!this.#isHeld) return;
		this.#stand(phase);
		if (phase.at === 'open') phase.till.open();
	}

	async #opened(place: Place): Promise<Phase> {
		const { hello, group } = place;
		const enrolment = await this.#outbox.enrolmentFor(hello.installation.id, group.id);
		const code = enrolment?.code ?? null;
		if (enrolment === undefined || code === null)
			return { at: 'new', place, mayEnrol: group.may.includes('till.enrol'), isBusy: false };
		const list = await this.#line.goods(group.id);
		if (list.kind !== 'answered') return phaseOf(list);
		const { id: enrolmentId } = enrolment;
		await this.#outbox.forgetBefore(enrolmentId, later(this.#line.now(), -keptMs));
		const goods = lessTaken(list.value, await unsentGoods(this.#outbox, enrolmentId));
		const parts: TillParts = {
			group,
			person: hello.person,
			hasOthers: hello.groups.length > 1,
			enrolmentId,
			code,
			outbox: this.#outbox,
			line: this.#line
		};
		return { at: 'open', till: new Till(parts, goods, await this.#outbox.basketOf(group.id)) };
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

function newEnrolment({ hello, group }: Place): Enrolment {
	const id = newId();
	return {
		id,
		groupId: group.id,
		installation: hello.installation.id,
		code: null,
		name: [hello.person.name, deviceName(navigator.userAgent)].filter(Boolean).join(' · '),
		nextSequence: 1,
		nextReceipt: 1,
		lastHash: firstPrevious(id),
		acknowledged: 0,
		isClosed: false
	};
}
