/** What a till heard last is there when nobody answers, and is taken from its own server alone. */
import * as v from 'valibot';
import { afterEach, expect, test } from 'vitest';
import { heardOf, keptSnapshot } from '#lib/counter/courier.ts';
import { type Snapshot, snapshotShape } from '#lib/counter/snapshot.ts';
import { plainSettings } from '#lib/groups/settings.ts';
import { rupiah } from '#lib/kernel/rupiah.ts';
import { beras } from './goods-for-tests.ts';
import { aTill, deviceAt, groupId } from './till-for-tests.ts';

const opened: { close(): void }[] = [];
afterEach(() => opened.splice(0).forEach((outbox) => outbox.close()));

const group = {
	id: groupId,
	slug: 'melati',
	name: 'Kube Melati',
	address: '',
	phone: null,
	zone: 'Asia/Makassar'
} as const;
const told: Snapshot = {
	installation: { id: 'here', kind: 'demo' }, standing: 'open', group, province: '72', settings: plainSettings, people: [],
	customers: [], ceilings: [], ceilingClasses: [], shift: null, qris: null, made: [],
	scaleCheckedUntil: null,
	qrisMax: rupiah(10_000_000), toCheck: 0,
	aid: { village: '7271011001', regimes: [], lists: [], deferralDays: 3 }, terminals: [],
	backupKey: { id: 'a', publicKey: { kty: 'EC', crv: 'P-256', x: 'x', y: 'y' } }, goods: [beras]
}; // prettier-ignore
const line = { now: () => deviceAt };

async function till(installation: string | null = 'here') {
	const made = await aTill({ installation });
	opened.push(made.outbox);
	const hear = (snapshot: Snapshot) =>
		heardOf({ kind: 'answered', value: snapshot }, made.outbox, line, made.enrolmentId);
	return { ...made, hear };
}

test('what was heard is kept whole, with when', async () => {
	const { outbox, enrolmentId, hear } = await till();
	expect(await keptSnapshot(outbox, enrolmentId)).toBeNull();
	await hear(told);
	expect(await keptSnapshot(outbox, enrolmentId)).toEqual({ snapshot: told, at: deviceAt });
});

test('another database at the same address is not listened to; a new till learns which one is its own', async () => {
	const { outbox, enrolmentId, hear } = await till('elsewhere');
	expect(await hear(told)).toBeNull();
	expect(await keptSnapshot(outbox, enrolmentId)).toBeNull();
	const fresh = await till(null);
	await fresh.hear(told);
	expect(await fresh.outbox.enrolmentOf(fresh.enrolmentId)).toMatchObject({ installation: 'here', slug: 'melati' });
});

test('a till that was revoked or frozen hears it, and hears when it may go on', async () => {
	const { outbox, enrolmentId, hear } = await till();
	await hear({ ...told, standing: 'revoked' });
	expect((await outbox.enrolmentOf(enrolmentId)).closed).toBe('revoked');
	await hear(told);
	expect((await outbox.enrolmentOf(enrolmentId)).closed).toBeNull();
});

test('what an older server told knows of no aid, no machines and no bundles', () => {
	const { aid: _aid, terminals: _terminals, ...older } = told;
	const { isBundle: _isBundle, ...goods } = beras;
	const read = v.parse(snapshotShape, { ...older, goods: [goods] });
	expect(read.aid).toEqual({ village: '', regimes: [], lists: [], deferralDays: 3 });
	expect(read.terminals).toEqual([]);
	expect(read.goods[0]?.isBundle).toBe(false);
});
