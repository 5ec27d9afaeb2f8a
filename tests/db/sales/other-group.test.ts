// What one group's tills sold is for that group alone.
import { beforeAll, describe, expect } from 'vitest';
import { inWork, type Work } from '#lib/db/work.server.ts';
import { type Id, newId } from '#lib/kernel/id.ts';
import { enrolTill, revokeTill } from '#lib/sales/enrol.server.ts';
import { exceptionsOf, resolveException } from '#lib/sales/exceptions.server.ts';
import { heldOf } from '#lib/sales/hold.server.ts';
import { salesOf, saleById } from '#lib/sales/queries.server.ts';
import { receiveEvents } from '#lib/sales/receive.server.ts';
import { releaseHeld } from '#lib/sales/release.server.ts';
import { saleReceipt } from '#lib/sales/sale-receipt.server.ts';
import { tillById, tillsOf } from '#lib/sales/tills.server.ts';
import { countToCheck } from '#lib/sales/to-check.server.ts';
import { freshDatabase, type TestDatabase } from '#tests/support/engines.ts';
import { otherGroup } from '#tests/support/other-group.ts';
import { type TestTill, tillOf } from '#tests/support/till.ts';
import { type Village, village } from '#tests/support/village.ts';

let db: TestDatabase;
let world: Village;
let till: TestTill;

beforeAll(async () => {
	db = await freshDatabase();
	world = await village(db);
	till = await tillOf(db, world.melati, world.ratna);
});

const inMelati = <Value>(fn: (work: Work) => Promise<Value>) => inWork(db, world.sari, world.melati.tenant, fn);
const inKenanga = <Value>(fn: (work: Work) => Promise<Value>) => inWork(db, world.joko, world.kenanga.tenant, fn);
const sell = (target = till, selling = {}) => target.sell([[world.beras, 'kg', 1000]], selling);

describe('another group', () => {
	const nobody = newId();
	let saleId: Id;
	let heldId: Id;
	let exceptionId: Id;
	let late: TestTill;

	beforeAll(async () => {
		const sale = till.sell([[world.beras, 'kg', 1000, 1]]);
		const held = sell(till, { twist: (event: object) => ({ ...event, kind: 'exchange' }) });
		await till.send(sale, held);
		saleId = sale.id;
		heldId = held.id;
		late = await tillOf(db, world.melati, world.ratna);
		const [exception] = await exceptionsOf(db.reader, world.melati.groupId);
		exceptionId = exception?.id ?? nobody;
	});

	const deliver = (groupId: Id, enrolmentId: Id, person = world.sari) => receiveEvents(db, person, { groupId, enrolmentId, texts: [sell().text] }, () => ''); // prettier-ignore

	otherGroup('receiveEvents', {
		owner: () => deliver(world.melati.groupId, till.id),
		other: () => deliver(world.kenanga.groupId, till.id, world.joko),
		random: () => deliver(world.kenanga.groupId, nobody, world.joko)
	});
	otherGroup('enrolTill', {
		owner: () => inMelati((work) => enrolTill(work, { id: till.id, name: '', personId: world.sari.personId, publicKey: till.key.publicKey })),
		other: async () => (await inKenanga((work) => enrolTill(work, { id: till.id, name: '', personId: world.joko.personId }))).code.length,
		random: async () => (await inKenanga((work) => enrolTill(work, { id: newId(), name: '', personId: world.joko.personId }))).code.length
	}); // prettier-ignore
	otherGroup('revokeTill', {
		owner: async () => {
			const { id } = await tillOf(db, world.melati, world.ratna);
			await inMelati((work) => revokeTill(work, id));
			return (await tillById(db.reader, world.melati.groupId, id)).revokedAt;
		},
		other: () => inKenanga((work) => revokeTill(work, late.id)),
		random: () => inKenanga((work) => revokeTill(work, nobody))
	});
	otherGroup('tillById', {
		owner: () => tillById(db.reader, world.melati.groupId, late.id),
		other: () => tillById(db.reader, world.kenanga.groupId, late.id),
		random: () => tillById(db.reader, world.kenanga.groupId, nobody)
	}); // prettier-ignore
	otherGroup('tillsOf', {
		owner: () => tillsOf(db.reader, world.melati.groupId),
		other: async () => (await tillsOf(db.reader, world.kenanga.groupId)).filter(({ personId }) => personId !== world.joko.personId),
		random: () => tillsOf(db.reader, nobody)
	}); // prettier-ignore
	otherGroup('saleById', {
		owner: () => saleById(db.reader, world.melati.groupId, saleId),
		other: () => saleById(db.reader, world.kenanga.groupId, saleId),
		random: () => saleById(db.reader, world.kenanga.groupId, nobody)
	});
	otherGroup('salesOf', {
		owner: () => salesOf(db.reader, world.melati.groupId),
		other: () => salesOf(db.reader, world.kenanga.groupId),
		random: () => salesOf(db.reader, nobody)
	});
	otherGroup('saleReceipt', {
		owner: () => saleReceipt(db.reader, world.melati.groupId, saleId),
		other: () => saleReceipt(db.reader, world.kenanga.groupId, saleId),
		random: () => saleReceipt(db.reader, world.kenanga.groupId, nobody)
	});
	otherGroup('heldOf', {
		owner: () => heldOf(db.reader, world.melati.groupId),
		other: () => heldOf(db.reader, world.kenanga.groupId),
		random: () => heldOf(db.reader, nobody)
	});
	otherGroup('countToCheck', {
		owner: async () => {
			const all = await exceptionsOf(db.reader, world.melati.groupId, { limit: 1000 });
			const held = await heldOf(db.reader, world.melati.groupId);
			const count = await countToCheck(db.reader, world.melati.groupId);
			expect(count).toBeGreaterThan(0);
			expect(count).toBe(all.length + held.length);
		},
		other: () => countToCheck(db.reader, world.kenanga.groupId),
		random: () => countToCheck(db.reader, nobody)
	});
	otherGroup('releaseHeld', {
		owner: async () => {
			const waiting = await tillOf(db, world.melati, world.ratna);
			const sale = sell(waiting);
			await inMelati((work) => revokeTill(work, waiting.id));
			await waiting.send(sale);
			return inMelati((work) => releaseHeld(work, sale.id));
		},
		other: () => inKenanga((work) => releaseHeld(work, heldId)),
		random: () => inKenanga((work) => releaseHeld(work, nobody))
	});
	otherGroup('exceptionsOf', {
		owner: () => exceptionsOf(db.reader, world.melati.groupId),
		other: () => exceptionsOf(db.reader, world.kenanga.groupId),
		random: () => exceptionsOf(db.reader, nobody)
	});
	otherGroup('resolveException', {
		owner: async () => {
			await inMelati((work) => resolveException(work, { id: exceptionId, resolution: 'Harga tetangga.' }));
			const closed = await exceptionsOf(db.reader, world.melati.groupId, { openOnly: false });
			return closed.find(({ id }) => id === exceptionId)?.resolution;
		},
		other: () => inKenanga((work) => resolveException(work, { id: exceptionId, resolution: '' })),
		random: () => inKenanga((work) => resolveException(work, { id: nobody, resolution: '' }))
	});
});
