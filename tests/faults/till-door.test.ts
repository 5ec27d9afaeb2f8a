/** The door of tills as it is asked over the network: by its key alone, whatever is wrong with the rest. */
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { present } from '#lib/kernel/assert.ts';
import { newId } from '#lib/kernel/id.ts';
import { type Instant, instantOf, later } from '#lib/kernel/instant.ts';
import { serve, servedShop, type ServedShop, type ServedTill, type Server } from '#tests/support/served.ts';
import { testKey } from '#tests/support/till-key.ts';

let shop: ServedShop;
let server: Server;
let till: ServedTill;

beforeAll(async () => {
	shop = await servedShop('sqlite');
	server = await serve(shop);
	till = present(shop.tills[0], 'a till');
});
afterAll(async () => {
	expect(await server.end('SIGTERM')).toBe(0);
	expect(server.log()).not.toContain('"level":50');
});

const now = (): Instant => instantOf(Date.now());
const pathOf = ({ groupId, id }: Pick<ServedTill, 'groupId' | 'id'>): string => `/api/till/${groupId}/${id}`;

interface Told {
	readonly status: number;
	readonly code: string | undefined;
	readonly headers: Headers;
	readonly body: Readonly<Record<string, unknown>>;
}

async function ask(path: string, init: RequestInit): Promise<Told> {
	const { status, headers, ...response } = await fetch(server.origin + path, init).then(async (answer) => ({
		status: answer.status,
		headers: answer.headers,
		text: await answer.text()
	}));
	const body = (response.text === '' ? {} : JSON.parse(response.text)) as Record<string, unknown>;
	return { status, headers, body, code: typeof body['code'] === 'string' ? body['code'] : undefined };
}

const post = (body: string | Uint8Array<ArrayBuffer>, headers: Record<string, string> = till.key.posting(body), path = `${pathOf(till)}/events`) =>
	ask(path, { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body }); // prettier-ignore
const envelope = (count: number): string =>
	JSON.stringify({ events: Array.from({ length: count }, () => till.sellSome(1).text) });

describe('a delivery', () => {
	test('is known by the signature of its bytes, and no cookie; the answer says the time', async () => {
		const { status, headers, body } = await post(envelope(3));
		expect({ status, body }).toMatchObject({ status: 200, body: { highest: 3, standing: 'open' } });
		expect(headers.get('server-time')).toMatch(/^\d{4}-.*Z$/);
		expect(headers.get('set-cookie')).toBeNull();
	});

	test('may be packed; the signature is of the bytes as they were sent', async () => {
		const plain = envelope(2);
		const packed = new Uint8Array(gzipSync(plain));
		const headers = { ...till.key.posting(packed), 'content-encoding': 'gzip' };
		expect(await post(packed, headers)).toMatchObject({ status: 200, body: { highest: 5 } });
		const other = { ...till.key.posting(plain), 'content-encoding': 'gzip' };
		expect(await post(packed, other)).toMatchObject({ status: 401, code: 'sales.till-unsigned' });
	});

	test('unsigned, wrongly signed or changed by one sign is not taken', async () => {
		const body = envelope(1);
		const signed = till.key.posting(body);
		const wrong: Record<string, string>[] = [
			{},
			{ 'till-signature': '' },
			{ 'till-signature': 'x'.repeat(86) },
			{ 'till-signature': testKey().sign(body) }
		];
		for (const headers of wrong)
			expect(await post(body, headers)).toMatchObject({ status: 401, code: 'sales.till-unsigned' });
		expect(await post(`${body} `, signed)).toMatchObject({ status: 401 });
		expect(await post(body, signed)).toMatchObject({ status: 200 });
	});

	test('to a group or till that is not there is answered alike', async () => {
		const body = envelope(1);
		const kenanga = present(shop.tills[4], 'a till of another group');
		const nowhere = [
			{ groupId: till.groupId, id: newId() },
			{ groupId: newId(), id: till.id },
			{ groupId: kenanga.groupId, id: till.id }
		].map(pathOf);
		const told = await Promise.all(
			[...nowhere, '/api/till/x/y'].map((path) => post(body, till.key.posting(body), `${path}/events`))
		);
		expect(new Set(told.map(({ status, body: said }) => JSON.stringify({ status, said }))).size).toBe(1);
		expect(told[0]).toMatchObject({ status: 404 });
	});

	test.each([
		['no JSON', '{'],
		['no envelope', '{}'],
		['events that are no text', '{"events":[7]}'],
		['an event without a head', '{"events":["{}"]}'],
		['buyers that are none', '{"events":[],"buyers":[{"id":"x"}]}'],
		['10,000 events', JSON.stringify({ events: Array.from({ length: 10_000 }, () => '{}') })]
	])('of %s is refused in words', async (_, body) => {
		const { status, body: said } = await post(body);
		expect(status).toBe(400);
		expect(said['message']).toEqual(expect.any(String));
	});

	test('that unpacks to 50 MB is refused, and the server’s memory stays bounded', async () => {
		const bomb = new Uint8Array(gzipSync(Buffer.alloc(50 * 1024 * 1024, ' ')));
		const headers = { ...till.key.posting(bomb), 'content-encoding': 'gzip' };
		expect(await post(bomb, headers)).toMatchObject({ status: 400, code: 'web.bad-input' });
		const torn = bomb.slice(0, 100);
		expect(await post(torn, { ...till.key.posting(torn), 'content-encoding': 'gzip' })).toMatchObject({ status: 400 });
	});

	test('of 50 MB is refused before it is read', async () => {
		const huge = 'x'.repeat(50 * 1024 * 1024);
		expect(await post(huge, { 'till-signature': 'x' })).toMatchObject({ status: 413 });
		expect(await post(envelope(1))).toMatchObject({ status: 200 });
	});
});

describe('a question', () => {
	const get = (headers: Record<string, string>, path = pathOf(till)) => ask(path, { headers });

	test('signed for the present is answered with all that a till works with; unchanged it costs a header', async () => {
		const { status, headers, body } = await get(till.key.asking(pathOf(till), now()));
		expect({ status, body }).toMatchObject({
			status: 200,
			body: { standing: 'open', province: '72', backupKey: { publicKey: { crv: 'P-256' } } }
		});
		const etag = headers.get('etag') ?? '';
		const again = await get({ ...till.key.asking(pathOf(till), now()), 'if-none-match': etag });
		expect([again.status, again.body]).toEqual([304, {}]);
	});

	test('signed for another time is told the server’s', async () => {
		for (const off of [-16, 16]) {
			const told = await get(till.key.asking(pathOf(till), later(now(), off * 60_000)));
			expect(told).toMatchObject({ status: 401, code: 'sales.till-clock' });
			expect(told.headers.get('server-time')).toMatch(/Z$/);
		}
	});

	test('unsigned, or signed for another address, is not answered', async () => {
		const elsewhere = till.key.asking('/api/till', now());
		for (const headers of [{}, { 'till-time': now() }, { ...elsewhere, 'till-time': 'today' }, elsewhere])
			expect(await get(headers)).toMatchObject({ status: 401, code: 'sales.till-unsigned' });
	});
});

test('whether a password is right is told to a till alone', async () => {
	const body = JSON.stringify({ personId: till.person.personId, password: 'bukan' });
	const path = `${pathOf(till)}/people`;
	expect(await post(body, till.key.posting(body), path)).toMatchObject({ status: 200, body: { isRight: false } });
	expect(await post(body, {}, path)).toMatchObject({ status: 401 });
	const bent = JSON.stringify({ personId: 'x', password: 7 });
	expect(await post(bent, till.key.posting(bent), path)).toMatchObject({ status: 400, code: 'web.bad-input' });
});

test('a browser is no till without an officer or an invitation, and brings no copy without a session', async () => {
	const json = { 'content-type': 'application/json' };
	const asked = { id: newId(), name: 'HP', publicKey: testKey().publicKey };
	const enrolments = `/api/till/${till.groupId}/enrolments`;
	const enrol = (more: object) => post(JSON.stringify({ ...asked, ...more }), json, enrolments);
	expect(await enrol({})).toMatchObject({ status: 401, code: 'web.sign-in-needed' });
	expect(await enrol({ invitation: { id: newId(), token: 'x' } })).toMatchObject({
		status: 403,
		code: 'sales.invitation-wrong'
	});
	expect(await enrol({ publicKey: { kty: 'RSA' } })).toMatchObject({ status: 400, code: 'web.bad-input' });
	expect(await post('{}', json, `${pathOf(till)}/delivered`)).toMatchObject({ status: 401 });
});
