/** A one-time link. Opening it only shows whom it is for, because WhatsApp opens links by itself; the form uses it up. */
import { enter, type Invitation, peekEntry } from '#lib/identity/enter.server.ts';
import { EntryWrong } from '#lib/identity/entry-code.ts';
import { requirePublic } from '#lib/web/access.server.ts';
import { answerForm } from '#lib/web/answer.server.ts';
import { theApp } from '#lib/web/app.server.ts';
import { newPassword } from '../../new-password.server.ts';
import { letIn, visitorOf } from '../../way-in.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { db } = requirePublic(event);
	return { invitation: await liveInvitation(peekEntry(db.reader, event.params.token, db.clock())) };
};

export const actions: Actions = {
	default: (event) => {
		const { db } = requirePublic(event);
		const { token } = event.params;
		return answerForm(event, newPassword, async ({ password }) =>
			letIn(event, await enter(db, theApp().seals, { key: { token }, password, ...visitorOf(event) }))
		);
	}
};

/** Null for a link that is no longer good, or never was. */
async function liveInvitation(peeked: Promise<Invitation>): Promise<Invitation | null> {
	try {
		return await peeked;
	} catch (error) {
		if (error instanceof EntryWrong) return null;
		throw error;
	}
}
