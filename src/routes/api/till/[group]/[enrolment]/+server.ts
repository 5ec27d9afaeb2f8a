/** All that a till works with while nobody answers, as it is now. An unchanged answer costs a few bytes. */
import { createHash } from 'node:crypto';
import { readPriceList } from '#lib/catalog/price-list.server.ts';
import { counterGoods } from '#lib/counter/goods.ts';
import type { Snapshot } from '#lib/counter/snapshot.ts';
import { stockOf } from '#lib/inventory/queries.server.ts';
import { tillSnapshot } from '#lib/sales/till-snapshot.server.ts';
import { answerJson } from '#lib/web/api.server.ts';
import { theApp } from '#lib/web/app.server.ts';
import { requireTillGet } from '#lib/web/till-access.server.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = (event) =>
	answerJson(event, async () => {
		const { db, groupId, enrolmentId } = await requireTillGet(event);
		const { installation, seals } = theApp();
		const [about, list, levels] = await Promise.all([
			tillSnapshot(db.reader, groupId, enrolmentId, db.clock()),
			readPriceList(db, groupId, 'counter', db.clock()),
			stockOf(db.reader, groupId)
		]);
		const left = new Map(levels.map(({ productId, quantity }) => [productId, quantity]));
		const snapshot = {
			installation: { id: installation.id, kind: installation.kind },
			...about,
			backupKey: seals.backupKey(),
			goods: counterGoods(list, left)
		} satisfies SnapshotTold;
		const etag = `"${createHash('sha256').update(JSON.stringify(snapshot)).digest('base64url').slice(0, 22)}"`;
		event.setHeaders({ etag });
		return snapshot;
	});

/** What is sent may be read-only; what is read is a copy. */
type SnapshotTold = { readonly [Field in keyof Snapshot]: unknown };
