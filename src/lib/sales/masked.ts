/** An event as it may be kept when it cannot be applied: without card numbers, which no honest till sends (R25). */
import { holdsCardNumber, withoutCardNumbers } from '#lib/kernel/card-number.ts';

/** What a program writes, never a person: ids, moments and hashes are figures too. */
const written = /^([0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|\d{4}-\d\d-\d\dT[\d:.]+Z|[\w-]{43})$/;

/** The text of an event, unchanged unless a word in it may be a card number. */
export function masked(text: string): string {
	if (!holdsCardNumber(text)) return text;
	const clean = withoutNumbers(JSON.parse(text));
	const said = JSON.stringify(clean);
	return said === JSON.stringify(JSON.parse(text)) ? text : said;
}

function withoutNumbers(value: unknown): unknown {
	if (typeof value === 'string') return written.test(value) ? value : withoutCardNumbers(value);
	if (Array.isArray(value)) return value.map(withoutNumbers);
	if (typeof value !== 'object' || value === null) return value;
	return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, withoutNumbers(part)]));
}
