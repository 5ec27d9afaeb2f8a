/** Forms with lines: each line has a key, and its fields are named `<field>-<key>`. */
import * as v from 'valibot';

type Fields = Readonly<Record<string, unknown>>;

/** A line as its schema reads it; null for one that was left empty. */
type LineSchema<Line> = v.GenericSchema<Fields, Line | null>;

/** The most lines that one form may have. */
export const linesMax = 200;

/**
 * The fields of `head`, and `lines`: one for each value of the field `keys`, read by `line` and told with its key. What is
 * wrong with a line is told by the name of its field.
 */
export function withLines<const Head extends v.ObjectEntries, Line>(head: Head, keys: string, line: LineSchema<Line>) {
	return v.pipe(
		v.looseObject(head),
		v.rawTransform(({ dataset, addIssue }) => {
			const fields: Fields = dataset.value;
			const lines: { key: string; line: Line }[] = [];
			for (const key of listOf(fields[keys]).slice(0, linesMax)) {
				const parsed = v.safeParse(line, fieldsOfLine(fields, key));
				if (parsed.success && parsed.output !== null) lines.push({ key, line: parsed.output });
				for (const { message, path } of parsed.issues ?? []) {
					const field = path?.[0]?.key;
					const name = `${typeof field === 'string' ? field : keys}-${key}`;
					addIssue({
						message,
						path: [{ type: 'unknown', origin: 'value', input: fields, key: name, value: fields[name] }]
					});
				}
			}
			return { ...dataset.value, lines };
		})
	);
}

/** A field that may have been sent once, more than once, or not at all. */
export function listOf(value: unknown): string[] {
	const all: unknown[] = Array.isArray(value) ? value : [value];
	return [...new Set(all.filter((each) => typeof each === 'string' && each !== '') as string[])];
}

function fieldsOfLine(fields: Fields, key: string): Fields {
	const ending = `-${key}`;
	const own = Object.entries(fields).filter(([name]) => name.endsWith(ending));
	return Object.fromEntries(own.map(([name, value]) => [name.slice(0, -ending.length), value]));
}
