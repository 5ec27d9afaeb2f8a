// The journal: entries balance, post once, are taken back by one more entry, and are read by day.
import { beforeAll, describe, expect, test } from 'vitest';
import { inWork, type Work } from '#lib/db/work.server.ts';
import { day } from '#lib/kernel/day.ts';
import { type Id, newId } from '#lib/kernel/id.ts';
import { rupiah } from '#lib/kernel/rupiah.ts';
import { balanceOf, trialBalance } from '#lib/ledger/balances.server.ts';
import { account, type AccountCode } from '#lib/ledger/chart.ts';
import type { Entry } from '#lib/ledger/entry.ts';
import { entryById, entryOfEvent, journalOf } from '#lib/ledger/journal.server.ts';
import { openBooks, type Opening } from '#lib/ledger/opening.server.ts';
import { postEntries, postEntry } from '#lib/ledger/post.server.ts';
import { keptSums, rebuiltSums } from '#lib/ledger/rebuild.server.ts';
import { entryOfSource, reverseEntry } from '#lib/ledger/reverse.server.ts';
import { freshDatabase, type TestDatabase } from '#tests/support/engines.ts';
import { otherGroup } from '#tests/support/other-group.ts';
import { type Village, village } from '#tests/support/village.ts';

let db: TestDatabase;
let world: Village;

beforeAll(async () => {
	db = await freshDatabase();
	world = await village(db);
});

const monday = day('2026-11-23');
const year = [day('2026-01-01'), day('2026-12-31')] as const;

const moving = (from: AccountCode, to: AccountCode, amount: number, on = monday): Entry => ({
	source: { type: 'opening', id: newId() },
	day: on,
	memo: 'setor',
	legs: [
		{ account: to, amount: rupiah(amount) },
		{ account: from, amount: rupiah(-amount) }
	]
});

const inMelati = <Value>(fn: (work: Work) => Promise<Value>) => inWork(db, world.ani, world.melati.tenant, fn);
const inKenanga = <Value>(fn: (work: Work) => Promise<Value>) => inWork(db, world.lina, world.kenanga.tenant, fn);

describe('posting', () => {
	test('writes the entry with its legs and moves the sums of its day', async () => {
		const { groupId } = world.melati;
		const entry = moving(account.cashDrawer, account.bank, 75_000);
		const { id } = await inMelati((work) => postEntry(work, entry));
		expect(await entryById(db.reader, groupId, id)).toMatchObject({
			day: monday,
			happenedDay: monday,
			memo: 'setor',
			actorId: world.ani.personId,
			legs: [{ account: account.bank, amount: 75_000 }, { account: account.cashDrawer, amount: -75_000 }] // prettier-ignore
		});
		expect(await balanceOf(db.reader, groupId, account.bank)).toBe(75_000);
		expect(await entryOfEvent(db.reader, groupId, 'opening', entry.source.id)).toMatchObject({ id });
	});

	test('what does not balance is refused, and nothing of it is kept', async () => {
		const before = await keptSums(db.reader, world.melati.groupId);
		const good = moving(account.cashDrawer, account.bank, 1000);
		const short: Entry = { ...good, legs: good.legs.slice(0, 1) };
		await expect(inMelati((work) => postEntries(work, [good, short]))).rejects.toMatchObject({
			code: 'ledger.unbalanced'
		});
		expect(await keptSums(db.reader, world.melati.groupId)).toEqual(before);
	});

	test('one event posts once', async () => {
		const entry = moving(account.cashDrawer, account.bank, 1000);
		await inMelati((work) => postEntry(work, entry));
		await expect(inMelati((work) => postEntry(work, entry))).rejects.toThrow();
	});

	test('many entries at once, over days, keep sums that can be rebuilt', async () => {
		const entries = Array.from({ length: 150 }, (_, index) =>
			moving(account.bank, account.cashDrawer, index + 1, day(`2026-11-${String((index % 28) + 1).padStart(2, '0')}`))
		);
		await inMelati((work) => postEntries(work, entries));
		expect(await rebuiltSums(db.reader, world.melati.groupId)).toEqual(await keptSums(db.reader, world.melati.groupId));
	});
});

describe('taking back', () => {
	test('posts the mirror, once', async () => {
		const entry = moving(account.cashDrawer, account.bank, 5000);
		const before = await balanceOf(db.reader, world.melati.groupId, account.bank);
		const { id } = await inMelati((work) => postEntry(work, entry));
		const back = { source: { type: 'reversal', id: newId() }, day: monday, memo: 'salah' } as const;
		const { legs } = await inMelati((work) => reverseEntry(work, id, back));
		expect(legs).toMatchObject([{ amount: -5000 }, { amount: 5000 }]);
		expect(await balanceOf(db.reader, world.melati.groupId, account.bank)).toBe(before);
		const again = { ...back, source: { ...back.source, id: newId() } };
		await expect(inMelati((work) => reverseEntry(work, id, again))).rejects.toMatchObject({
			code: 'ledger.already-reversed'
		});
	});
});

describe('facts', () => {
	test.each(['journalEntry', 'journalLeg'] as const)('%s cannot be changed or deleted', async (table) => {
		await expect(
			inMelati((work) => work.trx.deleteFrom(table).where('groupId', '=', work.groupId).execute())
		).rejects.toThrow('append-only');
	});
});

describe('reading', () => {
	test('the journal comes in pages, the latest day first, each entry once', async () => {
		const { groupId } = world.melati;
		const seen: string[] = [];
		let after = null;
		do {
			const page: Awaited<ReturnType<typeof journalOf>> = await journalOf(db.reader, groupId, { after, limit: 40 });
			seen.push(...page.rows.map((row) => `${row.day} ${String(row.seq).padStart(6, '0')} ${row.id}`));
			after = page.next;
		} while (after !== null);
		expect(seen.length).toBeGreaterThan(150);
		expect(seen).toEqual([...new Set(seen)].sort().reverse());
		const one = await journalOf(db.reader, groupId, { from: day('2026-11-05'), to: day('2026-11-05') });
		expect(new Set(one.rows.map((row) => row.day))).toEqual(new Set(['2026-11-05']));
	});

	test('the trial balance tells what stood before, what moved, and what stands', async () => {
		const { groupId } = world.melati;
		const [all] = (await trialBalance(db.reader, groupId, ...year)).filter((one) => one.account === account.bank);
		const [late] = (await trialBalance(db.reader, groupId, monday, monday)).filter(
			(one) => one.account === account.bank
		);
		expect(all?.opening).toBe(0);
		expect(late?.opening).not.toBe(0);
		expect((late?.opening ?? 0) + (late?.debit ?? 0) - (late?.credit ?? 0)).toBe(late?.closing);
	});
});

const opening = (id: Id): Opening => ({
	id,
	day: day('2026-11-20'),
	cashDrawer: rupiah(200_000),
	cashOnHand: rupiah(0),
	bank: rupiah(1_500_000),
	owedByMembers: rupiah(0),
	owedToSuppliers: rupiah(300_000),
	memberSavings: rupiah(100_000)
});

describe('opening the books', () => {
	test('what was there and what was owed stand against opening equity, once', async () => {
		const { groupId } = world.kenanga;
		const told = opening(newId());
		await inKenanga((work) => openBooks(work, told));
		expect(await inKenanga((work) => openBooks(work, told))).toBeNull();
		expect(await balanceOf(db.reader, groupId, account.cashDrawer)).toBe(200_000);
		expect(await balanceOf(db.reader, groupId, account.owedToSuppliers)).toBe(-300_000);
		expect(await balanceOf(db.reader, groupId, account.openingEquity)).toBe(-1_300_000);
	});

	test('with nothing is refused', async () => {
		const none = {
			...opening(newId()),
			cashDrawer: rupiah(0),
			bank: rupiah(0),
			owedToSuppliers: rupiah(0),
			memberSavings: rupiah(0)
		};
		await expect(inKenanga((work) => openBooks(work, none))).rejects.toMatchObject({ code: 'ledger.nothing-to-open' });
	});
});

describe('another group', () => {
	let entryId: Id;
	let source: Entry['source'];

	beforeAll(async () => {
		const entry = moving(account.cashDrawer, account.cashOnHand, 700);
		source = entry.source;
		({ id: entryId } = await inMelati((work) => postEntry(work, entry)));
		await inMelati((work) => openBooks(work, opening(newId())));
	});

	const nobody = newId();
	const read = () => db.reader;
	const back = () => ({ source: { type: 'reversal', id: newId() }, day: monday, memo: '' }) as const;

	otherGroup('entryById', {
		owner: () => entryById(read(), world.melati.groupId, entryId),
		other: () => entryById(read(), world.kenanga.groupId, entryId),
		random: () => entryById(read(), world.kenanga.groupId, nobody)
	});
	otherGroup('entryOfEvent', {
		owner: () => entryOfEvent(read(), world.melati.groupId, source.type, source.id),
		other: () => entryOfEvent(read(), world.kenanga.groupId, source.type, source.id),
		random: () => entryOfEvent(read(), world.kenanga.groupId, source.type, nobody)
	});
	otherGroup('entryOfSource', {
		owner: () => inMelati((work) => entryOfSource(work, source)),
		other: () => inKenanga((work) => entryOfSource(work, source)),
		random: () => inKenanga((work) => entryOfSource(work, { ...source, id: nobody }))
	});
	otherGroup('reverseEntry', {
		owner: () => inMelati((work) => reverseEntry(work, entryId, back())),
		other: () => inKenanga((work) => reverseEntry(work, entryId, back())),
		random: () => inKenanga((work) => reverseEntry(work, nobody, back()))
	});
	otherGroup('journalOf', {
		owner: () => journalOf(read(), world.melati.groupId, { from: monday }),
		other: () => journalOf(read(), world.kenanga.groupId, { from: monday }),
		random: () => journalOf(read(), nobody)
	});
	otherGroup('trialBalance', {
		owner: () => trialBalance(read(), world.melati.groupId, day('2026-01-01'), day('2026-11-19')),
		other: () => trialBalance(read(), world.kenanga.groupId, day('2026-01-01'), day('2026-11-19')),
		random: () => trialBalance(read(), nobody, day('2026-01-01'), day('2026-11-19'))
	});
	otherGroup('balanceOf', {
		owner: () => balanceOf(read(), world.melati.groupId, account.bank),
		other: () => balanceOf(read(), world.kenanga.groupId, account.goods),
		random: () => balanceOf(read(), nobody, account.bank)
	});
	otherGroup('rebuiltSums', {
		owner: () => rebuiltSums(read(), world.melati.groupId),
		other: async () => ({ accounts: (await rebuiltSums(read(), world.kenanga.groupId)).accounts.filter((sum) => sum.account === account.cashOnHand), omzet: [] }),
		random: () => rebuiltSums(read(), nobody)
	}); // prettier-ignore
	otherGroup('keptSums', {
		owner: () => keptSums(read(), world.melati.groupId),
		other: async () => ({ accounts: (await keptSums(read(), world.kenanga.groupId)).accounts.filter((sum) => sum.account === account.cashOnHand), omzet: [] }),
		random: () => keptSums(read(), nobody)
	}); // prettier-ignore

	/** What is written in one group's work is read in that group alone. */
	const readIn = async (groupId: Id, written: Promise<{ readonly id: Id } | null | undefined>) =>
		entryById(read(), groupId, (await written)?.id ?? nobody);
	const posted = () => inMelati((work) => postEntry(work, moving(account.cashDrawer, account.bank, 10)));
	const several = async () =>
		(await inMelati((work) => postEntries(work, [moving(account.cashDrawer, account.bank, 10)])))[0];
	const opened = () => inMelati((work) => openBooks(work, opening(newId())));

	otherGroup('postEntry', {
		owner: () => readIn(world.melati.groupId, posted()),
		other: () => readIn(world.kenanga.groupId, posted()),
		random: () => entryById(read(), world.kenanga.groupId, nobody)
	});
	otherGroup('postEntries', {
		owner: () => readIn(world.melati.groupId, several()),
		other: () => readIn(world.kenanga.groupId, several()),
		random: () => entryById(read(), world.kenanga.groupId, nobody)
	});
	otherGroup('openBooks', {
		owner: () => readIn(world.melati.groupId, opened()),
		other: () => readIn(world.kenanga.groupId, opened()),
		random: () => entryById(read(), world.kenanga.groupId, nobody)
	});
});
