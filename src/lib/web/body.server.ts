/** What was posted to an endpoint: JSON of one shape, or a refusal that names the field that is not so. */
import type { RequestEvent } from '@sveltejs/kit';
import * as v from 'valibot';
import { isKeepable } from '#lib/kernel/text.ts';
import { BadInput, requireOwnOrigin } from './api.server.ts';
import { type Unfit, unfit } from './unfit.ts';

/** The JSON body of a post by one of our own pages. Throws ForeignOrigin, BadInput. */
export async function bodyOf<Schema extends v.GenericSchema>(
	event: RequestEvent,
	schema: Schema
): Promise<v.InferOutput<Schema>> {
	requireOwnOrigin(event);
	const sent = await jsonOf(event);
	const found = unfitIn(sent, []);
	if (found !== null) throw new BadInput(found.way.join('.'), reasons[found.why]);
	const parsed = v.safeParse(schema, sent);
	if (parsed.success) return parsed.output;
	const [issue] = parsed.issues;
	throw new BadInput(v.getDotPath(issue) ?? 'body', issue.message);
}

/** A file as it was posted by one of our own pages. Throws ForeignOrigin, BadInput. */
export async function fileOf(event: RequestEvent): Promise<Uint8Array> {
	requireOwnOrigin(event);
	try {
		return new Uint8Array(await event.request.arrayBuffer());
	} catch (unreadable) {
		throw new BadInput('body', isTooLarge(unreadable) ? 'too large' : 'cut off');
	}
}

async function jsonOf(event: RequestEvent): Promise<unknown> {
	try {
		return await event.request.json();
	} catch (unreadable) {
		throw new BadInput('body', isTooLarge(unreadable) ? 'too large' : 'not JSON');
	}
}

const reasons = {
	signs: 'a sign that cannot be kept',
	card: 'the number of a bank card',
	nik: 'the number of a resident'
} as const;

interface Found {
	readonly way: readonly string[];
	readonly why: Unfit;
}

/** The first text, or name of a field, that may not come in; null when there is none. */
function unfitIn(value: unknown, way: readonly string[]): Found | null {
	if (typeof value === 'string') {
		const why = unfit(way.at(-1) ?? '', value);
		return why === null ? null : { way, why };
	}
	if (typeof value !== 'object' || value === null) return null;
	for (const [name, part] of Object.entries(value)) {
		if (!isKeepable(name)) return { way, why: 'signs' };
		const found = unfitIn(part, [...way, name]);
		if (found !== null) return found;
	}
	return null;
}

/** Kit stops reading a body that passes `BODY_SIZE_LIMIT` with an error of status 413. */
export function isTooLarge(error: unknown): boolean {
	return typeof error === 'object' && error !== null && 'status' in error && error.status === 413;
}
