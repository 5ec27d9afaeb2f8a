/** An aid day of 306 families over the real network: two tills send it packed, in pieces, some of them twice. */
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { openDatabase } from '#lib/db/open.server.ts';
import { addDays, dayOf, startOf } from '#lib/kernel/day.ts';
import { instantOf, later, millisecondsOf } from '#lib/kernel/instant.ts';
import { exceptionsOf } from '#lib/sales/exceptions.server.ts';
import { heldOf } from '#lib/sales/hold.server.ts';
import { type AidDay, expectFive, families, readyForAid, sellAidDay, untilSentMs } from '#tests/support/aid-day.ts';
import {
	type Answer,
	serve,
	servedShop,
	type ServedShop,
	type ServedTill,
	type Server
} from '#tests/support/served.ts';
import type { Told } from '#tests/support/till.ts';
import { expectWhole } from '#tests/support/whole.ts';

const zone = 'Asia/Makassar';
const piece = 50;

/** The next day at seven: after the tills were enrolled, and within one day whenever this runs. */
const opened = later(startOf(addDays(dayOf(instantOf(Date.now()), zone), 1), zone), 7 * 3_600_000);
const sent = later(opened, untilSentMs);

test.each(['sqlite', 'postgres'] as const)(
	'306 families arrive once each, and of the bank file exactly the five that are wrong are found: %s',
	async (engine) => {
		const shop = await servedShop(engine);
		const { village: v } = shop;
		const tills = shop.tills.slice(1, 3);
		const machineIds = await shop.look((db) => readyForAid(db, v, instantOf(Date.now())));
		const aid = sellAidDay(v, tills, machineIds, opened);
		const server = await serve(atNight(shop));
		await Promise.all(tills.map((till, at) => sendAll(server, till, aid.salesOf(at))));
		expect(await server.end('SIGTERM')).toBe(0);
		expect(server.log()).not.toContain('"level":50');
		await look(shop, aid);
	}
);

/** The server's clock stands at the evening of the aid day. */
function atNight(shop: ServedShop): ServedShop {
	const ahead = String(millisecondsOf(sent) - Date.now());
	const clock = new URL('../support/moved-clock.ts', import.meta.url).href;
	return { ...shop, env: { ...shop.env, CLOCK_AHEAD_MS: ahead, NODE_OPTIONS: `--import=${clock}` } };
}

async function sendAll(server: Server, till: ServedTill, sales: readonly Told[]): Promise<void> {
	for (let from = 0; from < sales.length; from += piece) {
		const part = sales.slice(from, from + piece);
		const answer = await sendPacked(server, till, part);
		expect(answer).toMatchObject({ status: 200, highest: part.at(-1)?.sequence });
		expect(answer.events.map(({ id, state }) => [id, state])).toEqual(part.map(({ id }) => [id, 'applied']));
	}
	expect(await sendPacked(server, till, sales.slice(0, piece))).toMatchObject({ status: 200, highest: sales.length });
}

/** As a till does: the events of version 2, gzipped; the signature is of the bytes as they were sent. */
async function sendPacked(
	server: Server,
	till: ServedTill,
	sales: readonly { readonly text: string }[]
): Promise<Answer> {
	const body = new Uint8Array(gzipSync(JSON.stringify({ events: sales.map(({ text }) => text) })));
	const headers = { ...till.key.posting(body), 'content-type': 'application/json', 'content-encoding': 'gzip' };
	const url = `${server.origin}/api/till/${till.groupId}/${till.id}/events`;
	const response = await fetch(url, { method: 'POST', headers, body });
	const told = (await response.json()) as Partial<Answer>;
	return { status: response.status, highest: told.highest ?? 0, events: told.events ?? [] };
}

async function look({ source, village: v }: ServedShop, aid: AidDay): Promise<void> {
	const { groupId } = v.melati;
	const db = openDatabase(source, { clock: () => sent });
	try {
		await expectWhole(db, aid.swipes.map(({ sale }) => sale.id), [groupId]); // prettier-ignore
		const sales = await db.reader.selectFrom('sale').select('day').where('groupId', '=', groupId).execute();
		expect(sales.map((sale) => sale.day)).toEqual(Array.from({ length: families }, () => aid.today));
		expect(await heldOf(db.reader, groupId)).toEqual([]);
		const doubts = await exceptionsOf(db.reader, groupId);
		expect(doubts.filter(({ kind }) => kind !== 'other-price')).toEqual([]);
		await expectFive(db, v, aid);
	} finally {
		await db.close();
	}
}
