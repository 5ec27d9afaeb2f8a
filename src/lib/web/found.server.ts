/** What a page shows, or why it cannot: what is not there and what is another group's read alike. */
import { error } from '@sveltejs/kit';
import { ReadsBusy } from '#lib/db/read-pool.server.ts';
import { ReportTooLong } from '#lib/db/read-thread.server.ts';
import { type Id, isId } from '#lib/kernel/id.ts';
import { NotFound } from '#lib/kernel/refusal.ts';
import { m } from '#texts/messages.js';
import { sentenceOf } from './refusal-text.server.ts';

/** What `wanted` finds; 404 when it throws NotFound. */
export async function foundOr404<Value>(wanted: Promise<Value>): Promise<Value> {
	try {
		return await wanted;
	} catch (missing) {
		if (missing instanceof NotFound) error(404, m.web_not_found());
		throw missing;
	}
}

/** An id from an address; 404 for text that is none. */
export function idOr404(text: string): Id {
	if (!isId(text)) error(404, m.web_not_found());
	return text;
}

/** A small number from an address; 404 for text that is none. */
export function numberOr404(text: string): number {
	if (!/^[1-9]\d{0,8}$/.test(text)) error(404, m.web_not_found());
	return Number(text);
}

/** The report that is being made; a page that says why, and what to do, when there is no room or no time for it. */
export async function reportOr503<Value>(report: Promise<Value>): Promise<Value> {
	try {
		return await report;
	} catch (refusal) {
		if (refusal instanceof ReadsBusy || refusal instanceof ReportTooLong) error(503, sentenceOf(refusal));
		throw refusal;
	}
}
