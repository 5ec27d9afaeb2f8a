/** The door through which all that happens at a till comes in. */
import * as v from 'valibot';
import { serverTimeHeader } from '#lib/counter/answers.ts';
import { isId } from '#lib/kernel/id.ts';
import { NotFound } from '#lib/kernel/refusal.ts';
import { receiveEvents } from '#lib/sales/receive.server.ts';
import { requireGroup } from '#lib/web/access.server.ts';
import { answerJson, noteBug } from '#lib/web/api.server.ts';
import { bodyOf } from '#lib/web/body.server.ts';
import { eventsReceived } from '#lib/web/metrics.server.ts';
import type { RequestHandler } from './$types';

const eventsMax = 50;
const envelopeShape = v.object({ events: v.pipe(v.array(v.string()), v.minLength(1), v.maxLength(eventsMax)) });

export const POST: RequestHandler = (event) =>
	answerJson(event, async () => {
		const { db, actor, groupId } = await requireGroup(event, 'sale.record');
		const { events } = await bodyOf(event, envelopeShape);
		const enrolmentId = event.params.enrolment;
		if (!isId(enrolmentId)) throw new NotFound('till');
		event.setHeaders({ 'cache-control': 'no-store', [serverTimeHeader]: db.clock() });
		const sent = { groupId, enrolmentId, texts: events };
		const delivered = await receiveEvents(db, actor, sent, (error) => noteBug(event, error));
		for (const { state } of delivered.events) eventsReceived.inc({ state });
		return delivered;
	});
