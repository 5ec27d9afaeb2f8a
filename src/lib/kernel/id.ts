/** Ids: UUIDv7 text made by whoever makes the thing, so that a phone can make them without a network. */
import { v7 } from 'uuid';
import { assert } from './assert.ts';
import type { Brand } from './brand.ts';

export type Id = Brand<string, 'Id'>;

const form = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/** A new id. Nothing may be ordered by it: a phone's clock can be wrong. */
export function newId(): Id {
	return v7() as Id;
}

/** Whether text from outside has the form of an id (lower case). */
export function isId(text: string): text is Id {
	return form.test(text);
}

/** An id from text that our own code or database wrote; other text is a Bug. */
export function id(text: string): Id {
	assert(isId(text), `${text} is not an id`);
	return text;
}
