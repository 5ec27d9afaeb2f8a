/** What a till sends by another phone, brought by an officer: its file of unsent events, or receipts that were scanned. */
import * as v from 'valibot';
import { serverTimeHeader } from '#lib/counter/answers.ts';
import { isId } from '#lib/kernel/id.ts';
import { NotFound } from '#lib/kernel/refusal.ts';
import { deliverBackup, deliverReceipts } from '#lib/sales/deliver-copy.server.ts';
import { requireGroup } from '#lib/web/access.server.ts';
import { answerJson, noteBug } from '#lib/web/api.server.ts';
import { theApp } from '#lib/web/app.server.ts';
import { bodyOf, fileOf } from '#lib/web/body.server.ts';
import type { RequestHandler } from './$types';

const receiptsMax = 200;
const receiptLengthMax = 200_000;
const signatureLengthMax = 100;
const receiptsShape = v.object({
	receipts: v.pipe(
		v.array(
			v.object({
				text: v.pipe(v.string(), v.maxLength(receiptLengthMax)),
				signature: v.pipe(v.string(), v.maxLength(signatureLengthMax))
			})
		),
		v.minLength(1),
		v.maxLength(receiptsMax)
	)
});

export const POST: RequestHandler = (event) =>
	answerJson(event, async () => {
		const { db, actor, groupId } = await requireGroup(event, 'till.deliver');
		const enrolmentId = event.params.enrolment;
		if (!isId(enrolmentId)) throw new NotFound('till');
		event.setHeaders({ 'cache-control': 'no-store', [serverTimeHeader]: db.clock() });
		const bringing = { db, actor, groupId, enrolmentId, reportBug: (error: unknown) => noteBug(event, error) };
		const isFile = event.request.headers.get('content-type') === 'application/octet-stream';
		if (isFile) return deliverBackup(bringing, theApp().seals, await fileOf(event));
		const { receipts } = await bodyOf(event, receiptsShape);
		return deliverReceipts(bringing, enrolmentId, receipts);
	});
