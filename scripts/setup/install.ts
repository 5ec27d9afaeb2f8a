/** Making the real database: whole, or not at all. */
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { keyFile } from '#env';
import { type Installation, markInstallation, readInstallation } from '#lib/db/installation.server.ts';
import { appliedMigrations, migrate } from '#lib/db/migrate.server.ts';
import { type Database, type DatabaseSource, openDatabase } from '#lib/db/open.server.ts';
import { readSeals, type Seals } from '#lib/db/seal.server.ts';
import { PLATFORM, systemActor } from '#lib/db/tenant.ts';
import { inWork } from '#lib/db/work.server.ts';
import type { EntryCode } from '#lib/identity/entry-codes.server.ts';
import { AdministratorThere, inviteAgain, inviteFirstAdministrator } from '#lib/identity/first-administrator.server.ts';
import { foundOffice } from '#lib/identity/offices.server.ts';
import { holdersOf } from '#lib/identity/roles.server.ts';
import { NotFound } from '#lib/kernel/refusal.ts';
import { loadRegions } from '#lib/regions/load.server.ts';
import { type Answers, SetupRefused } from './answers.ts';

const actor = systemActor('setup');

/** Makes the installation and gives the administrator's way in. A file takes its name only when all of it is there. */
export async function install(
	source: DatabaseSource,
	answers: Answers,
	tell: (text: string) => void
): Promise<EntryCode> {
	const seals = readSeals(keyFile, { make: true });
	if (!('file' in source)) return fill(source, seals, answers, tell);
	const unfinished = `${source.file}.new`;
	mkdirSync(dirname(source.file), { recursive: true, mode: 0o700 });
	removeFile(unfinished);
	try {
		const entry = await fill({ file: unfinished }, seals, answers, tell);
		renameSync(unfinished, source.file);
		return entry;
	} finally {
		removeFile(unfinished);
	}
}

/** Another link for an administrator who has never come in. Throws SetupRefused. */
export async function newLink(source: DatabaseSource): Promise<EntryCode> {
	if ('file' in source && !existsSync(source.file))
		throw new SetupRefused(`There is no installation yet (${source.file}): npm run setup`);
	return withDatabase(source, async (db) => {
		if ((await kindOf(db)) !== 'real') throw new SetupRefused('This is no real installation.');
		try {
			return await inWork(db, actor, PLATFORM, (work) => inviteAgain(work, readSeals(keyFile)));
		} catch (error) {
			if (!(error instanceof AdministratorThere)) throw error;
			throw new SetupRefused('This installation has an administrator, who makes the links for others.');
		}
	});
}

/** On a server's database each step is taken up where an earlier, broken off setup left it. */
async function fill(
	source: DatabaseSource,
	seals: Seals,
	answers: Answers,
	tell: (text: string) => void
): Promise<EntryCode> {
	const isMarked = (await appliedMigrations(source)).length > 0 && (await withDatabase(source, checkUnfinished));
	await migrate(source);
	return withDatabase(source, async (db) => {
		if (!isMarked) await markInstallation(db, 'real', answers.office.name);
		tell('Loading provinces, regencies, districts and villages …');
		tell(`${await loadRegions(db)} regions are there.`);
		return inWork(db, actor, PLATFORM, async (work) => {
			const { office, administrator } = answers;
			const place = { id: await foundOffice(work, office), regionCode: office.regionCode };
			return inviteFirstAdministrator(work, seals, { ...administrator, office: place });
		});
	});
}

/** Whether the database is marked as real already. Throws SetupRefused when it is a demo, or whole. */
async function checkUnfinished(db: Database): Promise<boolean> {
	const kind = await kindOf(db);
	if (kind === 'demo') throw new SetupRefused('This database holds a demo, which never turns real. Give another one.');
	const administrators = await holdersOf(db.reader, 'platform', 'platform', db.clock());
	if (administrators.length > 0)
		throw new SetupRefused(
			'This is an installation already; it is made once. Another link: npm run setup -- --new-link'
		);
	return kind === 'real';
}

async function withDatabase<Value>(source: DatabaseSource, use: (db: Database) => Promise<Value>): Promise<Value> {
	const db = openDatabase(source);
	try {
		return await use(db);
	} finally {
		await db.close();
	}
}

async function kindOf(db: Database): Promise<Installation['kind'] | null> {
	try {
		return (await readInstallation(db.reader)).kind;
	} catch (missing) {
		if (missing instanceof NotFound) return null;
		throw missing;
	}
}

function removeFile(file: string): void {
	for (const ending of ['', '-wal', '-shm']) rmSync(`${file}${ending}`, { force: true });
}
