/** The types of rows say what the database has: the same tables, columns, kinds and nulls. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { freshDatabase } from '#tests/support/engines.ts';
import { readSchema } from '#tests/support/schema.ts';

const folder = 'src/lib/db';

/** `table.column` to `text` or `number`, with `?` where it may be null, as the interfaces of `*-tables.ts` say. */
function columnsInTypes(): Map<string, string> {
	const columns = new Map<string, string>();
	for (const file of readdirSync(folder).filter((name) => name.endsWith('-tables.ts'))) {
		const source = readFileSync(join(folder, file), 'utf8');
		const interfaces = new Map<string, string>();
		for (const [, name = '', base = '', body = ''] of source.matchAll(
			/^(?:export )?interface (\w+)(?: extends (\w+))? \{\n(.*?)^\}/gms
		))
			interfaces.set(name, `${interfaces.get(base) ?? ''}${body}`);
		const tables = [...interfaces].filter(([name]) => name.endsWith('Tables')).flatMap(([, body]) => fieldsOf(body));
		for (const { name: table, type } of tables)
			for (const field of fieldsOf(interfaces.get(type) ?? ''))
				columns.set(`${snake(table)}.${snake(field.name)}`, kindOf(field.type));
	}
	return columns;
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
