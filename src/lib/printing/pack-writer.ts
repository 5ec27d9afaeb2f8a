/** Writes a JSON value as packed bytes; see `packed-json.ts`. */
import { fromBase64url } from '#lib/kernel/base64url.ts';
import { isId } from '#lib/kernel/id.ts';
import { type Instant, millisecondsOf, parseInstant } from '#lib/kernel/instant.ts';
import { smallFrom, tags, words, wordsFrom } from './pack-tags.ts';

export type Json = null | boolean | number | string | readonly Json[] | JsonObject;

export interface JsonObject {
	readonly [key: string]: Json;
}

const wordByte: ReadonlyMap<string, number> = new Map(words.map((word, index) => [word, wordsFrom + index]));
/** 32 bytes in base64url. */
const hashLetters = 43;
const smallMax = wordsFrom - smallFrom - 1;
const encoder = new TextEncoder();

/** The value of `text`, or undefined when it is no JSON. */
export function asJson(text: string): Json | undefined {
	try {
		return JSON.parse(text) as Json;
	} catch {
		return undefined;
	}
}

export class PackWriter {
	readonly bytes: number[] = [];
	readonly #ids = new Map<string, number>();
	readonly #shapes = new Map<string, number>();

	value(value: Json): void {
		if (value === null) this.bytes.push(tags.null);
		else if (typeof value === 'boolean') this.bytes.push(value ? tags.true : tags.false);
		else if (typeof value === 'number') this.#number(value);
		else if (typeof value === 'string') this.#string(value);
		else if (isList(value)) this.#list(value);
		else this.#object(value);
	}

	#number(value: number): void {
		if (!Number.isSafeInteger(value)) this.#text(tags.number, JSON.stringify(value));
		else if (value >= 0 && value <= smallMax) this.bytes.push(smallFrom + value);
		else if (value >= 0) this.#whole(tags.whole, value);
		else this.#whole(tags.negative, -1 - value);
	}

	#string(value: string): void {
		const word = wordByte.get(value);
		if (word !== undefined) this.bytes.push(word);
		else if (isId(value)) this.#id(value);
		else this.#formed(value);
	}

	/** A string that may have a form that takes few bytes. */
	#formed(value: string): void {
		const moment = parseInstant(value);
		const hash = value.length === hashLetters ? fromBase64url(value) : null;
		if (moment !== null && moment === value) this.#moment(moment);
		else if (hash !== null) this.bytes.push(tags.hash, ...hash);
		else this.#text(tags.text, value);
	}

	#id(value: string): void {
		const before = this.#ids.get(value);
		if (before !== undefined) {
			this.#whole(tags.idAgain, before);
			return;
		}
		this.#ids.set(value, this.#ids.size);
		const figures = value.replaceAll('-', '').match(/../g) ?? [];
		this.bytes.push(tags.id, ...figures.map((pair) => Number.parseInt(pair, 16)));
	}

	#moment(moment: Instant): void {
		const milliseconds = millisecondsOf(moment);
		this.bytes.push(tags.moment);
		for (let place = 5; place >= 0; place--) this.bytes.push(Math.floor(milliseconds / 256 ** place) % 256);
	}

	#text(tag: number, value: string): void {
		const encoded = encoder.encode(value);
		this.#whole(tag, encoded.length);
		for (const byte of encoded) this.bytes.push(byte);
	}

	#list(values: readonly Json[]): void {
		this.#whole(tags.list, values.length);
		for (const value of values) this.value(value);
	}

	#object(value: JsonObject): void {
		const keys = Object.keys(value);
		const shape = JSON.stringify(keys);
		const before = this.#shapes.get(shape);
		if (before === undefined) {
			this.#shapes.set(shape, this.#shapes.size);
			this.#whole(tags.object, keys.length);
			for (const key of keys) this.#string(key);
		} else this.#whole(tags.objectAgain, before);
		for (const each of Object.values(value)) this.value(each);
	}

	#whole(tag: number, value: number): void {
		this.bytes.push(tag);
		let rest = value;
		for (; rest >= 128; rest = Math.floor(rest / 128)) this.bytes.push((rest % 128) + 128);
		this.bytes.push(rest);
	}
}

function isList(value: Json): value is readonly Json[] {
	return Array.isArray(value);
}
