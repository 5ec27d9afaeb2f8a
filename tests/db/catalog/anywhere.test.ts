/** Goods of all warung, as residents find them. */
import { beforeAll, describe, expect, test } from 'vitest';
import { goodsAnywhere } from '#lib/catalog/anywhere.server.ts';
import { retireProduct } from '#lib/catalog/edit-product.server.ts';
import { inWork } from '#lib/db/work.server.ts';
import { changeStatus } from '#lib/groups/change-status.server.ts';
import { freshDatabase, type TestDatabase } from '#tests/support/engines.ts';
import { foundedOn, village, type Village } from '#tests/support/village.ts';

let db: TestDatabase;
let place: Village;

beforeAll(async () => {
	db = await freshDatabase();
	place = await village(db);
});

const search = (query: string, limit = 50) => goodsAnywhere(db.reader, { at: db.clock(), query, limit });

describe('goods of all warung', () => {
	test('are found by the words that people type', async () => {
		const { goods } = await search('telor');
		expect(goods.map(({ product, shop }) => [product.name, shop])).toEqual([['Telur ayam', 'Kube Melati']]);
	});

	test('come in pages that together hold everything once, in the same order', async () => {
		const whole = await search('');
		const pages: string[] = [];
		let after: string | null | undefined;
		while (after !== null) {
			const page = await goodsAnywhere(db.reader, { at: db.clock(), limit: 2, ...(after ? { after } : {}) });
			pages.push(...page.goods.map(({ product }) => product.id));
			after = page.next;
		}
		expect(whole.goods.length).toBeGreaterThan(4);
		expect(pages).toEqual(whole.goods.map(({ product }) => product.id));
	});

	test('can be asked for by shelf', async () => {
		const { goods } = await goodsAnywhere(db.reader, { at: db.clock(), category: 'service', limit: 50 });
		expect(goods.map(({ product }) => product.id)).toEqual([place.permak.productId]);
	});

	test('are not shown once retired, nor from a group that stopped', async () => {
		const retired = await freshDatabase();
		const there = await village(retired);
		await inWork(retired, there.sari, there.melati.tenant, (work) => retireProduct(work, there.telur.productId));
		const decision = { decidedOn: foundedOn, minutes: 'Kelompok berhenti sementara.' };
		await inWork(retired, there.dewi, there.kenanga.tenant, (work) => changeStatus(work, 'inactive', decision));
		const { goods } = await goodsAnywhere(retired.reader, { at: retired.clock(), limit: 50 });
		const shown = goods.map(({ product }) => product.id);
		expect(shown).toContain(there.beras.productId);
		expect(shown).not.toContain(there.telur.productId);
		expect(shown).not.toContain(there.kue.productId);
	});
});
