/** Where a measurement takes place: a base database, and a fresh copy of it for every phase, on either engine. */
import { copyFileSync, mkdirSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import type { DatabaseSource } from '#lib/db/open.server.ts';
import { type ServerSettings } from './server.ts';

export interface Copy {
	readonly source: DatabaseSource;
	/** How the server is told to serve it. */
	readonly settings: ServerSettings;
	drop(): Promise<void>;
}

export interface Grounds {
	readonly base: DatabaseSource;
	/** A copy of the base, or of another copy, that is used by nobody then. */
	copy(of?: DatabaseSource): Promise<Copy>;
}

export function sqliteGrounds(folder: string, keyFile: string): Grounds {
	const base = { file: join(folder, 'base.db') };
	let copies = 0;
	return {
		base,
		copy(of = base) {
			const dataFolder = join(folder, `copy-${++copies}`);
			mkdirSync(dataFolder, { recursive: true });
			const source = { file: join(dataFolder, 'demo.db') };
			copyFileSync('file' in of ? of.file : '', source.file);
			const drop = async (): Promise<void> => {
				await rm(dataFolder, { recursive: true });
			};
			return Promise.resolve({ source, settings: { dataFolder, keyFile }, drop });
		}
	};
}

/** On the PostgreSQL that `serverUrl` names. */
export async function postgresGrounds(serverUrl: string, folder: string, keyFile: string): Promise<Grounds> {
	const urlOf = (name: string): string => Object.assign(new URL(serverUrl), { pathname: `/${name}` }).href;
	const nameOf = (source: DatabaseSource): string => ('url' in source ? new URL(source.url).pathname.slice(1) : '');
	const asAdmin = async (statement: string): Promise<void> => {
		const client = new pg.Client({ connectionString: serverUrl });
		await client.connect();
		await client.query(statement);
		await client.end();
	};
	const base = { url: urlOf('bench_base') };
	await asAdmin('drop database if exists bench_base with (force)');
	await asAdmin('create database bench_base');
	let copies = 0;
	return {
		base,
		async copy(of = base) {
			const name = `bench_${++copies}`;
			await asAdmin(`drop database if exists ${name} with (force)`);
			await asAdmin(`create database ${name} template ${nameOf(of)}`);
			const source = { url: urlOf(name) };
			const settings = { dataFolder: folder, keyFile, databaseUrl: source.url };
			return { source, settings, drop: () => asAdmin(`drop database ${name} with (force)`) };
		}
	};
}
