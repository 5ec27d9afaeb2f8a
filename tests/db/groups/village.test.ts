/** The village of the tests stands. */
import { expect, test } from 'vitest';
import { membersOf } from '#lib/groups/people.server.ts';
import { freshDatabase } from '#tests/support/engines.ts';
import { village } from '#tests/support/village.ts';

test('the village stands: two groups, five members each, three officers', async () => {
	const db = await freshDatabase();
	const { melati, kenanga, ...rest } = await village(db);
	const members = await membersOf(db.reader, melati.groupId, db.clock());
	expect(members.map(({ name, office, isCashier }) => [name, office, isCashier])).toEqual([
		['Bu Ani', 'treasurer', false],
		['Bu Ratna', null, true],
		['Bu Sari', 'chair', false],
		['Bu Wati', null, false],
		['Pak Umar', 'secretary', false]
	]);
	expect(melati.slug).toBe('kube-melati');
	expect(await membersOf(db.reader, kenanga.groupId, db.clock())).toHaveLength(5);
	expect(rest.beras.number).toBe(1);
});
