/** Reading the change aloud, in Indonesian, where someone wants it: for who sees badly, and for a loud shop. */
import { type Rupiah } from '#lib/kernel/rupiah.ts';
import { terbilang } from '#lib/kernel/words.ts';
import { m } from '#texts/messages.js';
import type { TillStore } from './outbox.ts';

const name = 'voice';
const spoken = 'id-ID';

export class Voice {
	readonly #store: Pick<TillStore, 'remember' | 'recall'>;
	isOn = $state.raw(false);

	constructor(store: Pick<TillStore, 'remember' | 'recall'>) {
		this.#store = store;
	}

	/** Reads `change` aloud when this phone was asked to. */
	async begin(change: Rupiah): Promise<void> {
		this.isOn = (await this.#store.recall(name)) === true;
		if (this.isOn) this.say(change);
	}

	/** Turns it on, and says it at once; or off, and is silent at once. */
	toggle(change: Rupiah): void {
		this.isOn = !this.isOn;
		if (this.isOn) this.say(change);
		else speechSynthesis.cancel();
		void this.#store.remember(name, this.isOn).catch(() => undefined);
	}

	say(change: Rupiah): void {
		const said = new SpeechSynthesisUtterance(changeWords(change));
		said.lang = spoken;
		speechSynthesis.cancel();
		speechSynthesis.speak(said);
	}
}

/** What is said: always in Indonesian, the language of who gets the money. */
function changeWords(change: Rupiah): string {
	return m.counter_voice_change({ words: terbilang(change) }, { locale: 'id' });
}

/** Whether this browser can speak at all. */
export function canSpeak(): boolean {
	return 'speechSynthesis' in globalThis;
}
