/** The door through which all that happens at a till comes in: signed by its key, without a session. */
import { readEnvelope } from '#lib/sales/envelope.ts';
import { receiveEvents } from '#lib/sales/receive.server.ts';
import { answerJson, BadInput, noteBug } from '#lib/web/api.server.ts';
import { eventsReceived } from '#lib/web/metrics.server.ts';
import { requireTillPost } from '#lib/web/till-access.server.ts';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = (event) =>
	answerJson(event, async () => {
		const { db, actor, groupId, enrolmentId, body } = await requireTillPost(event);
		const envelope = readEnvelope(body);
		if ('problem' in envelope) throw new BadInput(envelope.problem, 'no envelope of events');
		const sent = { groupId, enrolmentId, texts: envelope.events, buyers: envelope.buyers };
		const delivered = await receiveEvents(db, actor, sent, (error) => noteBug(event, error));
		for (const { state } of delivered.events) eventsReceived.inc({ state });
		return delivered;
	});
