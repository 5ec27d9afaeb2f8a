/**
 * Numbers of cards and residents, passwords and server keys, typed into every field of every form and every import of the
 * running server, and then looked for in all that it keeps and tells: database and its log, a backup, logs, files, exports
 * and what a till is told. What the till's browser keeps is looked through in `tests/browser/kasir-canary.test.ts`.
 */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { PLATFORM } from '#lib/db/tenant.ts';
import { offices } from '#lib/identity/offices.server.ts';
import { createSession } from '#lib/identity/sessions.server.ts';
import { present } from '#lib/kernel/assert.ts';
import { newId } from '#lib/kernel/id.ts';
import { instantOf } from '#lib/kernel/instant.ts';
import { inWork } from '#lib/db/work.server.ts';
import { registerPerson } from '#lib/identity/people.server.ts';
import { endpoints, fieldsAsked, fieldsOfPage } from '#tests/architecture/asked.ts';
import { give, phone, setup } from '#tests/support/people.ts';
import { send, serve, servedShop, type ServedShop, type Server } from '#tests/support/served.ts';
import { palu } from '#tests/support/village.ts';

/** Cards of banks of the state, by their first figures, each with the last figure that checks it. */
const cards = ['6013010000000001', '5221840000000001', '4617000000000007', '4214080000000006', '6032980000000002'];
const grouped = '4512 4900 0000 0006';
const nik = '7271046507950002';
const password = 'Rahasia-739154-kenari';
const serverKey = 'SB-Mid-server-KenariKenariKenari1234';
const secrets = [...cards, grouped, grouped.replaceAll(' ', ''), nik, password];

let shop: ServedShop;
let server: Server;
let cookie: string;
let places: Readonly<Record<string, string>>;

beforeAll(async () => {
	shop = await servedShop('sqlite');
	const { melati, wati, telur, hasan } = shop.village;
	const sale = present(shop.tills[0], 'a till').sellSome(1);
	cookie = await shop.look(async (db) => {
		const office = present((await offices(db.reader))[0], 'the office').id;
		const personId = await inWork(db, setup, PLATFORM, (work) =>
			registerPerson(work, { name: 'Bu Semua', phone: phone('081299999999') })
		);
		for (const role of ['chair', 'secretary', 'treasurer'] as const)
			await give(db, personId, { role, scopeId: melati.groupId });
		await give(db, personId, { role: 'office-admin', scopeId: office, regionCode: palu });
		await give(db, personId, { role: 'administrator', scopeId: 'platform', regionCode: '' });
		places = {
			kube: melati.slug, group: melati.groupId, member: wati.memberId, number: String(telur.number), office,
			person: hasan.personId, sale: sale.id
		}; // prettier-ignore
		const { token } = await createSession(db, personId, 'uji');
		return `masuk=${token}`;
	});
	server = await serve(shop);
	await send(server, present(shop.tills[0], 'a till'), [sale]);
});

afterAll(async () => {
	await server.end('SIGTERM');
});

/** Fields whose long numbers belong there, as `unfit.ts` explains them. */
const ownNumbers = new Set(['nik', 'qris', 'table']);

interface Action {
	readonly name: string;
	readonly url: string;
	/** The page's folder below `src/routes`. */
	readonly page: string;
}

const actions = (): Action[] =>
	endpoints()
		.filter((name) => name.includes('?/'))
		.map((name) => {
			const [page = '', action = ''] = name.replace('POST ', '').split('?/');
			const path = page
				.replaceAll(/\/\([^)]*\)/g, '')
				.replaceAll(/\[(\w+)\]/g, (_, key: string) => places[key] ?? newId());
			return { name, page, url: action === 'default' ? path : `${path}?/${action}` };
		});

async function type(
	{ url }: Action,
	fields: Readonly<Record<string, string>>
): Promise<{ readonly status: number; readonly text: string }> {
	const form = new FormData();
	for (const [name, value] of Object.entries(fields)) form.set(name, value);
	const headers = { cookie, origin: server.origin, accept: 'application/json', 'x-sveltekit-action': 'true' };
	const response = await fetch(server.origin + url, { method: 'POST', headers, body: form, redirect: 'manual' });
	const text = await response.text();
	const { status = response.status } = text.startsWith('{') ? (JSON.parse(text) as { status?: number }) : {};
	return { status, text };
}

/** How the door's sentences begin. */
const doorSays = 'Ini seperti';
/** What reads no field at all: it ends the session that types. */
const signingOut = new Set(['POST /akun?/everywhere', 'POST /keluar?/default']);
const typed = (): Action[] => actions().filter(({ name }) => !signingOut.has(name));

test('every form refuses the number of a card, and a NIK outside its field', async () => {
	const names = fieldsAsked().filter((name) => /^[\w-]+$/.test(name) && !ownNumbers.has(name));
	const answers: string[] = [];
	for (const action of typed())
		for (const canary of [present(cards[0], 'a card'), `kartu ${grouped}`, `NIK ${nik}`]) {
			const { status, text } = await type(action, Object.fromEntries(names.map((name) => [name, canary])));
			if (status !== 400 || !text.includes(doorSays)) answers.push(`${action.name} ${status}`);
		}
	expect([...new Set(answers)]).toEqual([]);
});

test('so does every single field of its own', async () => {
	for (const action of typed())
		for (const [at, name] of fieldsOfPage(action.page).entries()) {
			if (ownNumbers.has(name)) continue;
			await type(action, { [name]: present(cards[at % cards.length], 'a card') });
			await type(action, { [name]: nik });
		}
});

test('imports refuse them cell by cell, and what is secret is typed where it belongs', async () => {
	for (const action of typed()) {
		const names = fieldsOfPage(action.page);
		for (const canary of [...cards, grouped, nik])
			if (names.includes('table') || names.includes('text'))
				for (const name of ['table', 'text'])
					await type(action, { [name]: `Nama;Harga;Catatan\nBeras;12000;${canary}\n`, qris: canary, bank: 'BRI' });
		if (names.includes('password'))
			await type(action, { password, 'password-again': password, 'current-password': password, login: '081299999999' });
		if (names.includes('nik')) await type(action, { name: 'Bu Kenari', nik });
		await type(action, { note: serverKey, search: serverKey });
	}
	for (const path of [`/kelola/${places['kube'] ?? ''}/penjualan`, '/barang', '/dinsos/kube'])
		await fetch(`${server.origin}${path}?cari=${serverKey}`, { headers: { cookie } });
});

test('afterwards they are nowhere', async () => {
	const home = await fetch(`${server.origin}/akun`, { headers: { cookie }, redirect: 'manual' });
	expect(home.status, 'whoever typed is signed in to the end').toBe(200);
	const till = present(shop.tills[0], 'a till');
	const kept: (readonly [string, string])[] = [];
	for (const path of ['/akun/data.json', `/kelola/${places['kube'] ?? ''}`, `/kelola/${places['kube'] ?? ''}/anggota`])
		kept.push([path, await (await fetch(server.origin + path, { headers: { cookie } })).text()]);
	const snapshot = `/api/till/${till.groupId}/${till.id}`;
	const asking = { headers: till.key.asking(snapshot, instantOf(Date.now())) };
	const told = await fetch(server.origin + snapshot, asking);
	expect(told.status, 'the till is told').toBe(200);
	kept.push([snapshot, await told.text()]);
	await backUp(shop.folder);
	const files = filesBelow(shop.folder).map((path) => [path, readFileSync(path, 'latin1')] as const);
	expect(files.some(([path]) => path.endsWith('waroeng.db'))).toBe(true);
	expect(files.some(([path]) => path.endsWith('-wal'))).toBe(true);
	expect(files.some(([path]) => path.endsWith(backup))).toBe(true);
	expect(
		files.some(([, text]) => text.includes('Kube Melati')),
		'what is kept can be found'
	).toBe(true);
	for (const [where, text] of [...kept, ...files, ['the log', server.log()] as const])
		for (const secret of secrets) expect(text.includes(secret), `${secret} in ${where}`).toBe(false);
	expect(server.log()).not.toContain(serverKey);
});

const backup = 'cadangan.db';

/** A copy of the database as it is made for keeping elsewhere. */
async function backUp(folder: string): Promise<void> {
	const file = present(
		filesBelow(folder).find((path) => path.endsWith('waroeng.db')),
		'the database'
	);
	const database = new Sqlite(file, { readonly: true });
	await database.backup(join(folder, backup));
	database.close();
}

function filesBelow(folder: string): string[] {
	return readdirSync(folder).flatMap((name) => {
		const path = join(folder, name);
		return statSync(path).isDirectory() ? filesBelow(path) : [path];
	});
}
