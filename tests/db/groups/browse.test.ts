/** Many groups: by place, by words, a page at a time, in the same order on every engine. */
import { beforeAll, describe, expect, test } from 'vitest';
import { systemActor } from '#lib/db/tenant.ts';
import { type GroupSearch, groupsIn } from '#lib/groups/browse.server.ts';
import { foundGroup } from '#lib/groups/found.server.ts';
import type { KindKey } from '#lib/groups/kinds.ts';
import { freshDatabase, type TestDatabase } from '#tests/support/engines.ts';
import { foundedOn, lasoani, palu, seals, talise, type Village, village } from '#tests/support/village.ts';

let db: TestDatabase;
let v: Village;

const more: readonly [string, string, KindKey, boolean][] = [
	['Kube Mawar Merah', talise, 'jahit', false],
	['Kube Mawar', lasoani, 'e-waroeng', true],
	['Kube Mawaran', talise, 'kue', false],
	['Kube Zaitun', lasoani, 'telur-asin', false]
];

beforeAll(async () => {
	db = await freshDatabase();
	v = await village(db);
	for (const [name, villageCode, main, isShop] of more) {
		const decision = { decidedOn: foundedOn, minutes: 'Sepakat.' };
		const about = { address: '', businesses: { main, others: [] }, isShop, status: 'forming', decision } as const;
		await foundGroup(db, systemActor('test'), { name, villageCode, ...about }, seals);
	}
});

const names = async (search: GroupSearch) => (await groupsIn(db.reader, search)).groups.map((group) => group.name);
const everyone = ['Kube Kenanga', 'Kube Mawar', 'Kube Mawar Merah', 'Kube Mawaran', 'Kube Melati', 'Kube Zaitun'];

describe('groups', () => {
	test.each<[string, GroupSearch, readonly string[]]>([
		['all, by name', {}, everyone],
		['of the city', { regionCode: palu }, everyone],
		['of another city', { regionCode: '32.73' }, []],
		['of a village', { regionCode: lasoani }, ['Kube Mawar', 'Kube Melati', 'Kube Zaitun']],
		['that are e-waroeng', { isShop: true }, ['Kube Mawar', 'Kube Melati']],
		['that are not', { isShop: false, regionCode: lasoani }, ['Kube Zaitun']],
		['that are active', { status: 'active' }, ['Kube Kenanga', 'Kube Melati']],
		['by the beginning of a word', { query: 'mawa' }, ['Kube Mawar', 'Kube Mawar Merah', 'Kube Mawaran']],
		['by words in any order, as people type them', { query: 'asin TELOR' }, ['Kube Zaitun']],
		['by their village', { query: 'talise mawar' }, ['Kube Mawar Merah', 'Kube Mawaran']],
		['by what nobody is called', { query: 'anggrek' }, []],
		['by signs that a database reads as its own', { query: "%_' or 1" }, []]
	])('%s', async (_, search, expected) => {
		expect(await names(search)).toEqual(expected);
	});

	test('come with what a list shows of them', async () => {
		const { groups } = await groupsIn(db.reader, { query: 'melati' });
		expect(groups).toEqual([
			{
				groupId: v.melati.groupId, slug: 'kube-melati', name: 'Kube Melati', villageCode: lasoani, villageName: 'Lasoani',
				districtName: 'Mantikulore', address: 'Jl. Lasoani No. 12', zone: 'Asia/Makassar', status: 'active', isShop: true,
				logoFileId: null, openingHours: null, businesses: { main: 'e-waroeng', others: [] }
			}
		]); // prettier-ignore
	});

	test('come page by page, each once, however long a page is', async () => {
		for (const limit of [1, 2, 4, 6]) {
			const seen: string[] = [];
			let after: string | undefined;
			do {
				const page = await groupsIn(db.reader, { limit, after });
				expect(page.groups.length).toBeLessThanOrEqual(limit);
				seen.push(...page.groups.map((group) => group.name));
				after = page.next ?? undefined;
			} while (after !== undefined);
			expect(seen).toEqual(everyone);
		}
	});

	test('begin at the first page for a place that someone made up', async () => {
		expect(await names({ after: 'entah', limit: 1 })).toEqual(['Kube Kenanga']);
	});
});
