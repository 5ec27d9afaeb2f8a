/** Where there are groups. */
import { beforeAll, describe, expect, test } from 'vitest';
import { inWork } from '#lib/db/work.server.ts';
import { changeStatus } from '#lib/groups/change-status.server.ts';
import { firstChoiceOfPlaces, regionsWithGroups } from '#lib/groups/places.server.ts';
import { freshDatabase, type TestDatabase } from '#tests/support/engines.ts';
import { foundedOn, palu, village, type Village } from '#tests/support/village.ts';

let db: TestDatabase;
let place: Village;

beforeAll(async () => {
	db = await freshDatabase();
	place = await village(db);
});

describe('places with groups', () => {
	test('count the active groups below each of them', async () => {
		expect(await regionsWithGroups(db.reader, palu)).toEqual([{ code: '72.71.08', name: 'Mantikulore', groups: 2 }]);
		expect(await regionsWithGroups(db.reader, '72.71.08')).toEqual([
			{ code: '72.71.08.1005', name: 'Lasoani', groups: 1 },
			{ code: '72.71.08.1003', name: 'Talise', groups: 1 }
		]);
	});

	test('are first offered where there is a choice', async () => {
		expect((await firstChoiceOfPlaces(db.reader)).map(({ name }) => name)).toEqual(['Lasoani', 'Talise']);
	});

	test('leave out groups that stopped, and places where none is left', async () => {
		const decision = { decidedOn: foundedOn, minutes: 'Kelompok berhenti.' };
		await inWork(db, place.dewi, place.kenanga.tenant, (work) => changeStatus(work, 'inactive', decision));
		expect((await firstChoiceOfPlaces(db.reader)).map(({ name }) => name)).toEqual(['Lasoani']);
	});
});
