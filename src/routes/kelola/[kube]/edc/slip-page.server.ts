/** Which slip an address names. */
import { error } from '@sveltejs/kit';
import type { Id } from '#lib/kernel/id.ts';
import { idOr404 } from '#lib/web/found.server.ts';
import { m } from '#texts/messages.js';

interface SlipParams {
	readonly source: string;
	readonly line: string;
}

/** Lines of slips count from nought. */
export function slipKeyOr404({ source, line }: SlipParams): { readonly sourceId: Id; readonly line: number } {
	if (!/^\d{1,4}$/.test(line)) error(404, m.web_not_found());
	return { sourceId: idOr404(source), line: Number(line) };
}
