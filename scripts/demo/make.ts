/** Making a demo's file: it takes its name only when all of it is there. */
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import process from 'node:process';
import { markInstallation } from '#lib/db/installation.server.ts';
import { migrate } from '#lib/db/migrate.server.ts';
import { openDatabase } from '#lib/db/open.server.ts';
import { type Made, type Making, officePlans, populate } from './populate.ts';
import { signInsFile, writeSignIns } from './sign-ins.ts';
import { Wall } from './wall.ts';

/** Makes the demo and gives what it consists of. Nothing is at `file` until it is whole. */
export async function makeDemo(file: string, making: Making): Promise<Made> {
	mkdirSync(dirname(file), { recursive: true });
	removeAbandoned(file);
	const half = `${file}.${process.pid}.making`;
	try {
		const made = await makeIn(half, making);
		writeSignIns(signInsFile(file), made.signIns);
		removeDatabase(file);
		renameSync(half, file);
		return made;
	} finally {
		removeDatabase(half);
	}
}

async function makeIn(file: string, making: Making): Promise<Made> {
	const wall = new Wall(making.today);
	await migrate({ file });
	const db = openDatabase({ file }, { clock: wall.clock });
	try {
		await markInstallation(db, 'demo', officePlans[making.scale].name);
		return await populate(db, wall, making);
	} finally {
		await db.close();
	}
}

/** Removes what killed makings left behind. */
function removeAbandoned(file: string): void {
	const halves = readdirSync(dirname(file)).filter(
		(name) => name.startsWith(`${basename(file)}.`) && name.endsWith('.making')
	);
	for (const name of halves) if (!isRunning(Number(name.split('.').at(-2)))) removeDatabase(join(dirname(file), name));
}

function isRunning(pid: number): boolean {
	try {
		process.kill(pid, 0);
		return true;
	} catch {
		return false;
	}
}

/** A database's file with those that SQLite keeps beside it. */
function removeDatabase(file: string): void {
	for (const name of [file, `${file}-wal`, `${file}-shm`]) if (existsSync(name)) rmSync(name);
}
