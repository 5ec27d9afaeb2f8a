/** The built server as a process on a database of its own: to be killed, starved, watched and asked again. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { afterAll } from 'vitest';
import { requireDurable } from '#lib/db/durable.server.ts';
import { markInstallation } from '#lib/db/installation.server.ts';
import { migrate } from '#lib/db/migrate.server.ts';
import { type Database, type DatabaseSource, openDatabase } from '#lib/db/open.server.ts';
import { readSeals } from '#lib/db/seal.server.ts';
import type { Id } from '#lib/kernel/id.ts';
import { emptySource } from './engines.ts';
import { ended, listening } from './listening.ts';
import { type Bought, type TestTill, type Told, tillOf } from './till.ts';
import { type Person, type Village, type VillageGroup, village } from './village.ts';

/** A till of a group of the village. */
export interface ServedTill extends TestTill {
	readonly groupId: Id;
	/** A new sale of so many of what it has. */
	readonly sellSome: (count: number, selling?: Parameters<TestTill['sell']>[1]) => Told;
}

export interface ServedShop {
	readonly source: DatabaseSource;
	readonly folder: string;
	readonly env: Readonly<Record<string, string>>;
	readonly village: Village;
	readonly tills: readonly ServedTill[];
	/** Opens the database while no server has it; closed when `use` has ended. */
	look<Value>(use: (db: Database) => Promise<Value>): Promise<Value>;
}

const folders: string[] = [];
const running = new Set<ChildProcess>();

afterAll(async () => {
	for (const server of running) server.kill('SIGKILL');
	await Promise.all([...running].map((server) => once(server, 'exit')));
	for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** A village with six tills in two groups. On SQLite the database lies in `where`, a new folder unless given. */
export async function servedShop(engine: 'sqlite' | 'postgres', where = newFolder()): Promise<ServedShop> {
	const data = join(where, 'data');
	mkdirSync(data, { recursive: true });
	const source = engine === 'sqlite' ? { file: join(data, 'waroeng.db') } : await emptySource('postgres');
	const env = {
		EWAROENG_DATA: data,
		EWAROENG_KEYS: join(newFolder(), 'waroeng.keys'),
		DATABASE_URL: 'url' in source ? source.url : '',
		NODE_ENV: '',
		HOST: '127.0.0.1',
		PORT: '0'
	};
	readSeals(env.EWAROENG_KEYS, { make: true });
	await migrate(source);
	const look = async <Value>(use: (db: Database) => Promise<Value>): Promise<Value> => {
		const db = openDatabase(source);
		try {
			return await use(db);
		} finally {
			await db.close();
		}
	};
	return look(async (db) => {
		await requireDurable(db);
		await markInstallation(db, 'real', 'Dinsos Uji');
		const made = await village(db);
		const { melati, kenanga, sari, ani, ratna, joko, lina, telur, kue } = made;
		const tills = [
			...[sari, ani, ratna, ratna].map((person) => servedTill(db, melati, person, (some) => [telur, 'butir', some])),
			...[joko, lina].map((person) => servedTill(db, kenanga, person, (some) => [kue, 'potong', some]))
		];
		return { source, folder: where, env, village: made, tills: await inOrder(tills), look };
	});
}

async function servedTill(
	db: Database,
	group: VillageGroup,
	person: Person,
	bought: (thousandths: number) => Bought
): Promise<ServedTill> {
	const till = await tillOf(db, group, person);
	return {
		...till,
		groupId: group.groupId,
		sellSome: (count, selling) => till.sell([bought(count * 1000)], selling)
	};
}

async function inOrder<Value>(promises: readonly Promise<Value>[]): Promise<Value[]> {
	const values: Value[] = [];
	for (const promise of promises) values.push(await promise);
	return values;
}

export function newFolder(): string {
	const folder = mkdtempSync(join(tmpdir(), 'ewaroeng-served-'));
	folders.push(folder);
	return folder;
}

export interface Server {
	readonly origin: string;
	readonly pid: number;
	/** What it logged so far. */
	readonly log: () => string;
	/** Sends the signal and waits until it is gone; gives its exit code, null when the signal ended it. */
	end(signal: 'SIGKILL' | 'SIGTERM'): Promise<number | null>;
}

/** Starts the built server on `shop`; `before` are words put before its command (a tracer, a limit). */
export async function serve(shop: ServedShop, before: readonly string[] = []): Promise<Server> {
	const [command, ...args] = [...before, process.execPath, 'server.mjs'];
	const server = spawn(command, args, {
		env: { ...process.env, ...shop.env },
		stdio: ['ignore', 'pipe', 'pipe']
	});
	running.add(server);
	server.once('exit', () => running.delete(server));
	const { origin, log } = await listening(server);
	return {
		origin,
		pid: server.pid ?? 0,
		log,
		end: (signal) => ended(server, signal)
	};
}

export interface Answer {
	readonly status: number;
	readonly highest: number;
	readonly events: readonly { readonly id: Id; readonly state: string }[];
}

/** The request with which a till sends events. */
export function deliveryOf(server: Server, till: ServedTill, events: readonly { readonly text: string }[]) {
	const body = JSON.stringify({ events: events.map((event) => event.text) });
	return {
		url: `${server.origin}/api/till/${till.groupId}/${till.id}/events`,
		headers: till.key.posting(body),
		body
	};
}

/** Sends events; null when the server died over it, so that nobody knows what became of them. */
export async function send(
	server: Server,
	till: ServedTill,
	events: readonly { readonly text: string }[]
): Promise<Answer | null> {
	const { url, headers, body } = deliveryOf(server, till, events);
	try {
		const response = await fetch(url, { method: 'POST', headers, body });
		const answer = (await response.json()) as Partial<Answer>;
		return { status: response.status, highest: answer.highest ?? 0, events: answer.events ?? [] };
	} catch {
		return null;
	}
}
