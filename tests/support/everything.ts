/** All that an engine's own tools see of a database, to be searched for what must be nowhere in it. */
import { existsSync, readFileSync } from 'node:fs';
import type { Database } from '#lib/db/open.server.ts';
import { pastTheRooms } from './engines.ts';

/** Every row of every table; on SQLite every byte of its files, for which the database is closed. */
export async function everythingIn(db: Database): Promise<string> {
	const { source } = db;
	if ('file' in source) {
		await db.close();
		const files = [source.file, `${source.file}-wal`].filter((file) => existsSync(file));
		return files.map((file) => readFileSync(file, 'latin1')).join('');
	}
	const tables = await pastTheRooms(source, "select tablename from pg_tables where schemaname = 'public'");
	const texts: string[] = [];
	for (const { tablename } of tables)
		texts.push(JSON.stringify(await pastTheRooms(source, `select * from "${String(tablename)}"`)));
	return texts.join('');
}
