// A group's own QRIS is its own.
import { beforeAll, describe, expect, test } from 'vitest';
import { inWork } from '#lib/db/work.server.ts';
import { editStaticQris, staticQrisOf } from '#lib/groups/static-qris.server.ts';
import { newId } from '#lib/kernel/id.ts';
import { freshDatabase, type TestDatabase } from '#tests/support/engines.ts';
import { otherGroup } from '#tests/support/other-group.ts';
import { type Village, village } from '#tests/support/village.ts';

let db: TestDatabase;
let world: Village;
beforeAll(async () => {
	db = await freshDatabase();
	world = await village(db);
});

const keep = (text: string | null) => inWork(db, world.ani, world.melati.tenant, (work) => editStaticQris(work, text));

test('it is kept, changed and taken away', async () => {
	await keep('000201');
	expect(await staticQrisOf(db.reader, world.melati.groupId)).toBe('000201');
	await keep(null);
	expect(await staticQrisOf(db.reader, world.melati.groupId)).toBeNull();
});

describe('another group', () => {
	otherGroup('editStaticQris', {
		owner: async () => {
			await keep('000202');
			return staticQrisOf(db.reader, world.melati.groupId);
		},
		other: () => staticQrisOf(db.reader, world.kenanga.groupId),
		random: () => staticQrisOf(db.reader, world.kenanga.groupId)
	});
	otherGroup('staticQrisOf', {
		owner: () => staticQrisOf(db.reader, world.melati.groupId),
		other: () => staticQrisOf(db.reader, newId()),
		random: () => staticQrisOf(db.reader, newId())
	});
});
