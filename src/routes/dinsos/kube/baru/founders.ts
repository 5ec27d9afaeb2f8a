/** The founders of a group as they are typed: three officers in boxes of their own, the others a line each. */
import type { Founder } from '#lib/groups/found.server.ts';
import { memberNameLengthMax } from '#lib/groups/member.ts';
import type { Office } from '#lib/groups/register.ts';
import { parsePhone } from '#lib/identity/phone.ts';

/** A line that names nobody: which one, and what it says. */
export interface UnreadLine {
	readonly line: number;
	readonly text: string;
}

/** People from lines such as "Bu Ani, 0812 3456 7890": the name, and the number after the last comma, semicolon or tab. */
export function parseFounders(text: string): Founder[] | UnreadLine {
	const founders: Founder[] = [];
	for (const [index, raw] of text.split(/\r?\n/).entries()) {
		const line = raw.trim();
		if (line === '') continue;
		const founder = founderFrom(line);
		if (founder === null) return { line: index + 1, text: line };
		founders.push(founder);
	}
	return founders;
}

export function isUnread(parsed: Founder[] | UnreadLine): parsed is UnreadLine {
	return !Array.isArray(parsed);
}

/** An officer from their boxes; null when no name was given. */
export function officer(office: Office, name: string, phone: string): Founder | null {
	return name === '' ? null : { name, phone: parsePhone(phone), office };
}

function founderFrom(line: string): Founder | null {
	const [, name = line, number = ''] = /^(.*?)\s*[,;\t]\s*([+\d][\d\s.()-]*)?$/.exec(line) ?? [];
	const phone = number === '' ? null : parsePhone(number);
	const isReadable = /\p{L}/u.test(name) && !/\d/.test(name) && name.length <= memberNameLengthMax;
	return isReadable && (number === '' || phone !== null) ? { name, phone } : null;
}
