/** The PINs of the people at this till: checked here, worth nothing anywhere else. */
import * as v from 'valibot';
import type { Id } from '#lib/kernel/id.ts';
import type { TillStore } from './outbox.ts';
import { afterWrong, noTries, reanchored, type Tries, triesShape, waitLeft } from './pin.ts';
import { bytesOf } from './till-keys.ts';

/** What a PIN is turned into before the till's own key seals it (OWASP's least for PBKDF2-SHA-256 is 600,000; a cheap phone takes a second for 210,000, and the key cannot be copied). */
const iterations = 210_000;
const saltBytes = 16;

const verifierShape = v.object({
	salt: v.instance(Uint8Array<ArrayBuffer>),
	iterations: v.number(),
	seal: v.instance(ArrayBuffer)
});
type Verifier = v.InferOutput<typeof verifierShape>;

export type PinAnswer =
	| { readonly kind: 'right' }
	| { readonly kind: 'wrong'; readonly waitMs: number }
	/** Too many wrong ones: nobody may try yet. */
	| { readonly kind: 'wait'; readonly waitMs: number }
	| { readonly kind: 'none-set' };

/** Where PINs and tries are kept. */
export type PinStore = Pick<TillStore, 'remember' | 'recall'>;

export class Pins {
	readonly #store: PinStore;
	readonly #enrolmentId: Id;
	readonly #key: CryptoKey;
	readonly #now: () => number;

	/** `key` is the till's own HMAC key, which never leaves this browser. */
	constructor(store: PinStore, enrolmentId: Id, key: CryptoKey, now: () => number = Date.now) {
		this.#store = store;
		this.#enrolmentId = enrolmentId;
		this.#key = key;
		this.#now = now;
	}

	async isSet(personId: Id): Promise<boolean> {
		return (await this.#verifierOf(personId)) !== null;
	}

	/** Sets a PIN, after the person showed who they are: by a password online, or by the PIN before. */
	async set(personId: Id, pin: string): Promise<void> {
		const salt = crypto.getRandomValues(new Uint8Array(saltBytes));
		const seal = await this.#seal(pin, salt, iterations);
		await this.#store.remember(this.#name('pin', personId), { salt, iterations, seal } satisfies Verifier);
		await this.#store.remember(this.#name('tries', personId), noTries);
	}

	/** How long this person must wait before the next try. */
	async waitOf(personId: Id): Promise<number> {
		return waitLeft(await this.#triesOf(personId), this.#now());
	}

	/** Checks a PIN. The try is counted before it is checked, so that a page closed in between has used it. */
	async check(personId: Id, pin: string): Promise<PinAnswer> {
		const verifier = await this.#verifierOf(personId);
		if (verifier === null) return { kind: 'none-set' };
		const tries = await this.#triesOf(personId);
		const waitMs = waitLeft(tries, this.#now());
		if (waitMs > 0) return { kind: 'wait', waitMs };
		const counted = afterWrong(tries, this.#now());
		await this.#store.remember(this.#name('tries', personId), counted);
		const right = await this.#isRight(verifier, pin);
		if (!right) return { kind: 'wrong', waitMs: waitLeft(counted, this.#now()) };
		await this.#store.remember(this.#name('tries', personId), noTries);
		return { kind: 'right' };
	}

	async #isRight({ salt, iterations: times, seal }: Verifier, pin: string): Promise<boolean> {
		const [given, kept] = [new Uint8Array(await this.#seal(pin, salt, times)), new Uint8Array(seal)];
		return given.length === kept.length && given.every((byte, index) => byte === kept[index]);
	}

	async #seal(pin: string, salt: Uint8Array<ArrayBuffer>, times: number): Promise<ArrayBuffer> {
		const raw = await crypto.subtle.importKey('raw', bytesOf(pin), 'PBKDF2', false, ['deriveBits']);
		const way = { name: 'PBKDF2', hash: 'SHA-256', salt, iterations: times };
		return crypto.subtle.sign('HMAC', this.#key, await crypto.subtle.deriveBits(way, raw, 256));
	}

	async #verifierOf(personId: Id): Promise<Verifier | null> {
		const read = v.safeParse(verifierShape, await this.#store.recall(this.#name('pin', personId)));
		return read.success ? read.output : null;
	}

	/** Looked at under a clock that was set back, the wait is kept from there, so that it ends at all. */
	async #triesOf(personId: Id): Promise<Tries> {
		const name = this.#name('tries', personId);
		const read = v.safeParse(triesShape, await this.#store.recall(name));
		if (!read.success) return noTries;
		const tries = reanchored(read.output, this.#now());
		if (tries !== read.output) await this.#store.remember(name, tries);
		return tries;
	}

	#name(what: 'pin' | 'tries', personId: Id): string {
		return `${what} ${this.#enrolmentId} ${personId}`;
	}
}
