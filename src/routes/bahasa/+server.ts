/** Changes the language of this browser and goes back to the page it came from. */
import { languageCookie, parseLanguage } from '#lib/look/language.ts';
import { requirePublic } from '#lib/web/access.server.ts';
import { keepChoice } from '#lib/web/choice.server.ts';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = async (event) => {
	requirePublic(event);
	return keepChoice(event, languageCookie, parseLanguage);
};
