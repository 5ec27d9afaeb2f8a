/** Reads packed bytes back as JSON text; bytes that are cut, damaged or made up give null, never more work than their length. */
import { toBase64url } from '#lib/kernel/base64url.ts';
import { smallFrom, tags, words, wordsFrom } from './pack-tags.ts';

const depthMax = 16;
/** SHA-256. */
const hashBytes = 32;
const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** Thrown inside of this file only. */
class Unreadable extends Error {}

export class PackReader {
	readonly #bytes: Uint8Array;
	#at = 0;
	readonly #ids: string[] = [];
	readonly #shapes: string[][] = [];

	constructor(bytes: Uint8Array) {
		this.#bytes = bytes;
	}

	/** The text of the one value that fills the bytes. */
	text(): string | null {
		try {
			const text = this.#value(0);
			return this.#at === this.#bytes.length ? text : null;
		} catch (error) {
			if (error instanceof Unreadable || error instanceof TypeError) return null;
			throw error;
		}
	}

	#value(depth: number): string {
		if (depth > depthMax) throw new Unreadable();
		const tag = this.#byte();
		if (tag >= wordsFrom || tag === tags.text || this.#isQuoted(tag)) return JSON.stringify(this.#string(tag));
		if (tag >= smallFrom) return String(tag - smallFrom);
		return this.#plain(tag) ?? this.#compound(tag, depth);
	}

	#isQuoted(tag: number): boolean {
		return tag === tags.id || tag === tags.idAgain || tag === tags.moment || tag === tags.hash;
	}

	#plain(tag: number): string | null {
		switch (tag) {
			case tags.null:
				return 'null';
			case tags.false:
				return 'false';
			case tags.true:
				return 'true';
			case tags.whole:
				return String(this.#whole());
			case tags.negative:
				return String(-1 - this.#whole());
			case tags.number:
				return this.#text();
			default:
				return null;
		}
	}

	#compound(tag: number, depth: number): string {
		if (tag === tags.list) {
			const values = this.#times(this.#whole(), () => this.#value(depth + 1));
			return `[${values.join(',')}]`;
		}
		const keys = this.#keys(tag);
		return `{${keys.map((key) => `${JSON.stringify(key)}:${this.#value(depth + 1)}`).join(',')}}`;
	}

	#keys(tag: number): readonly string[] {
		if (tag === tags.objectAgain) return known(this.#shapes[this.#whole()]);
		if (tag !== tags.object) throw new Unreadable();
		const keys = this.#times(this.#whole(), () => this.#string(this.#byte()));
		this.#shapes.push(keys);
		return keys;
	}

	#string(tag: number): string {
		if (tag >= wordsFrom) return known(words[tag - wordsFrom]);
		switch (tag) {
			case tags.text:
				return this.#text();
			case tags.id:
				return this.#id();
			case tags.idAgain:
				return known(this.#ids[this.#whole()]);
			case tags.moment:
				return this.#moment();
			case tags.hash:
				return toBase64url(this.#take(hashBytes));
			default:
				throw new Unreadable();
		}
	}

	#id(): string {
		const figures = Array.from(this.#take(16), (byte) => byte.toString(16).padStart(2, '0')).join('');
		const id = figures.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
		this.#ids.push(id);
		return id;
	}

	#moment(): string {
		const milliseconds = this.#take(6).reduce((sofar, byte) => sofar * 256 + byte, 0);
		return new Date(milliseconds).toISOString();
	}

	#text(): string {
		return utf8.decode(this.#take(this.#whole()));
	}

	#whole(): number {
		let value = 0;
		for (let place = 1; place <= 128 ** 7; place *= 128) {
			const byte = this.#byte();
			value += (byte % 128) * place;
			if (byte < 128 && Number.isSafeInteger(value)) return value;
		}
		throw new Unreadable();
	}

	/** Each takes a byte at least, so there are never more than bytes. */
	#times<Value>(count: number, read: () => Value): Value[] {
		if (count > this.#bytes.length - this.#at) throw new Unreadable();
		return Array.from({ length: count }, read);
	}

	#byte(): number {
		return known(this.#take(1)[0]);
	}

	#take(count: number): Uint8Array {
		if (count > this.#bytes.length - this.#at) throw new Unreadable();
		this.#at += count;
		return this.#bytes.subarray(this.#at - count, this.#at);
	}
}

function known<Value>(value: Value | undefined): Value {
	if (value === undefined) throw new Unreadable();
	return value;
}
