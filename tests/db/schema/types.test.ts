/** The types of rows say what the database has: the same tables, columns, kinds and nulls. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { freshDatabase } from '#tests/support/engines.ts';
import { readSchema } from '#tests/support/schema.ts';

const folder = 'src/lib/db';

/** `table.column` to `text` or `number`, with `?` where it may be null, as the interfaces of `*-tables.ts` say. */
function columnsInTypes(): Map<string, string> {
	const interfaces = interfacesIn(
		readdirSync(folder)
			.filter((name) => name.endsWith('-tables.ts'))
			.map((name) => readFileSync(join(folder, name), 'utf8'))
	);
	const columns = new Map<string, string>();
	const tables = [...interfaces]
		.filter(([name]) => name.endsWith('Tables'))
		.flatMap(([name]) => fieldsOf(bodyOf(name)));
	for (const { name: table, type } of tables)
		for (const field of fieldsOf(bodyOf(type))) columns.set(`${snake(table)}.${snake(field.name)}`, kindOf(field.type));
	return columns;

	/** With what an interface takes over from another, of whatever file. */
	function bodyOf(name: string): string {
		const { base = '', body = '' } = interfaces.get(name) ?? {};
		return `${base === '' ? '' : bodyOf(base)}${body}`;
	}
}

interface Interface {
	readonly base: string;
	readonly body: string;
}

function interfacesIn(sources: readonly string[]): ReadonlyMap<string, Interface> {
	const form = /^(?:export )?interface (\w+)(?: extends (\w+))? \{\n(.*?)^\}/gms;
	const found = sources.flatMap((source) => [...source.matchAll(form)]);
	return new Map(found.map(([, name = '', base = '', body = '']) => [name, { base, body }]));
}

function fieldsOf(body: string): { name: string; type: string }[] {
	return [...body.matchAll(/^\t(\w+): ([^;]+);$/gm)].map(([, name = '', type = '']) => ({ name, type }));
}

function snake(name: string): string {
	return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

function kindOf(type: string): string {
	const nullable = type.endsWith(' | null');
	const plain = type.replace(' | null', '');
	return `${plain === 'string' ? 'text' : plain}${nullable ? '?' : ''}`;
}

test('every column of the database is in the types of rows, and every column of the types is in the database', async () => {
	const db = await freshDatabase();
	const inDatabase = (await readSchema(db.source)).flatMap((table) =>
		table.columns.map(({ name, type, nullable }) => {
			const kind = type === 'text' ? 'text' : 'number';
			return [`${table.name}.${name}`, `${kind}${nullable ? '?' : ''}`] as const;
		})
	);
	expect(Object.fromEntries(columnsInTypes())).toEqual(Object.fromEntries(inDatabase));
});
