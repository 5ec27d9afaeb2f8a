/** Reports that go wrong in every way, for the tests of the threads that make them; loaded by such a thread. */
import { setTimeout as pause } from 'node:timers/promises';
import { sql } from 'kysely';
import type { Reader } from '#lib/db/open.server.ts';
import { NotFound } from '#lib/kernel/refusal.ts';

export const reports = {
	echo: (_reader: Reader, args: unknown) => Promise.resolve(args),
	heads: async (reader: Reader) => (await reader.selectFrom('head').select('tenantId').execute()).length,
	manyRows: async (reader: Reader, rows: number) => {
		const counted = sql<{ rows: number }>`with recursive step (number) as
			(select 1 union all select number + 1 from step where number < ${sql.lit(rows)}) select count(*) as rows from step`;
		return (await counted.execute(reader as never)).rows[0]?.rows;
	},
	write: (reader: Reader) =>
		(reader as never as { deleteFrom(table: string): { execute(): Promise<unknown> } }).deleteFrom('head').execute(),
	refuse: () => Promise.reject(new NotFound('province')),
	fail: () => Promise.reject(new TypeError('a mistake')),
	crash: () => process.exit(7),
	never: () => pause(2 ** 30),
	untold: () => Promise.resolve(() => 'functions cannot be handed over')
};
