/** Changes this browser's theme and goes back to the page it came from. */
import { parseTheme, themeCookie } from '#lib/look/theme.ts';
import { requirePublic } from '#lib/web/access.server.ts';
import { keepChoice } from '#lib/web/choice.server.ts';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = async (event) => {
	requirePublic(event);
	return keepChoice(event, themeCookie, parseTheme);
};
