/** Answers to machines: JSON, and for a refusal or a mistake `{ code, message, field? }` with a stable `code`. */
import { json, type RequestEvent } from '@sveltejs/kit';
import { NotFound, Refusal } from '#lib/kernel/refusal.ts';
import { UnreadableEnvelope } from '#lib/sales/refusals.ts';
import { CopyUnreadable, InvitationWrong, TillClock, TillUnsigned } from '#lib/sales/till-refusals.ts';
import { log, toldOf } from './log.server.ts';
import { bugs } from './metrics.server.ts';
import { sentenceOf } from './refusal-text.server.ts';

/** The caller must sign in first. */
export class SignInNeeded extends Refusal {
	readonly code = 'web.sign-in-needed';

	constructor() {
		super('Sign in first.');
	}
}

/** The caller may not do this here. */
export class NotAllowed extends Refusal {
	readonly code = 'web.not-allowed';
	readonly permission: string;
	/** Who may, in the reader's language. */
	readonly roles: string;

	constructor(permission: string, roles: string) {
		super(`This needs the permission ${permission}.`);
		this.permission = permission;
		this.roles = roles;
	}
}

/** What was sent cannot be read as what it should be. */
export class BadInput extends Refusal {
	readonly code = 'web.bad-input';
	readonly field: string;
	readonly reason: string;

	constructor(field: string, reason: string) {
		super(`${field}: ${reason}`);
		this.field = field;
		this.reason = reason;
	}
}

/** A JSON post came from a page of another origin. */
export class ForeignOrigin extends Refusal {
	readonly code = 'web.foreign-origin';

	constructor() {
		super('Requests from other sites are not taken.');
	}
}

type RefusalClass = abstract new (...given: never[]) => Refusal;

const unknownCallers: readonly RefusalClass[] = [SignInNeeded, TillUnsigned, TillClock];
const notAllowed: readonly RefusalClass[] = [NotAllowed, ForeignOrigin, InvitationWrong];
const unreadable: readonly RefusalClass[] = [BadInput, UnreadableEnvelope, CopyUnreadable];

function isOneOf(refusal: Refusal, classes: readonly RefusalClass[]): boolean {
	return classes.some((each) => refusal instanceof each);
}

/** The HTTP status under which a refusal is told. */
export function statusOf(refusal: Refusal): number {
	if (isOneOf(refusal, unknownCallers)) return 401;
	if (isOneOf(refusal, notAllowed)) return 403;
	if (refusal instanceof NotFound) return 404;
	if (isOneOf(refusal, unreadable)) return 400;
	return 409;
}

/** Runs one endpoint under `/api`: refusals become JSON, bugs are logged under an id and told as 500. */
export async function answerJson(event: RequestEvent, act: () => Promise<unknown>): Promise<Response> {
	try {
		return json(await act());
	} catch (error) {
		if (error instanceof Refusal) {
			const { code } = error;
			return json({ code, message: sentenceOf(error), facts: error.facts() }, { status: statusOf(error) });
		}
		const id = noteBug(event, error);
		return json({ code: 'web.bug', message: `#${id}`, facts: { id } }, { status: 500 });
	}
}

/** Logs a bug and gives the short code that a person can read to the pendamping: the end of the request's id. */
export function noteBug(event: RequestEvent, error: unknown): string {
	bugs.inc();
	const id = event.locals.requestId.slice(-4).toUpperCase();
	log.error({ request: event.locals.requestId, route: event.route.id, bug: toldOf(error) }, 'bug');
	return id;
}

/** JSON posts are not covered by the check that forms get: the browser must say that its page is ours. */
export function requireOwnOrigin(event: RequestEvent): void {
	const origin = event.request.headers.get('origin');
	if (origin !== null && origin !== event.url.origin) throw new ForeignOrigin();
}
