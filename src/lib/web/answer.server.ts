/** What do they ask, and who does it: a posted form is parsed, done in one Work, and answered in the reader's language. */
import { type ActionFailure, fail, type RequestEvent } from '@sveltejs/kit';
import * as v from 'valibot';
import { receiveOnce } from '#lib/db/receive.server.ts';
import { inWork, type Work } from '#lib/db/work.server.ts';
import type { Permission } from '#lib/identity/permissions.ts';
import { isId } from '#lib/kernel/id.ts';
import { Refusal } from '#lib/kernel/refusal.ts';
import { m } from '#texts/messages.js';
import { type GroupAccess, requireGroup } from './access.server.ts';
import { statusOf } from './api.server.ts';
import { sentenceOf } from './refusal-text.server.ts';
import { type Unfit, unfit } from './unfit.ts';

/** What a page gets back from a form that was not done: what was typed, and what is wrong with it. */
export interface Unanswered {
	/** Fields as typed, but never a password, PIN, NIK or card number. */
	readonly values: Readonly<Record<string, string>>;
	/** By field: what to mend. */
	readonly problems: Readonly<Record<string, string>>;
	/** Why the business says no, or null. */
	readonly refusal: string | null;
}

/** The hidden field that makes a double click or a resent form count once. */
const onceField = 'kiriman';

const secretFields = new Set([
	'password',
	'password-again',
	'current-password',
	'pin',
	'nik',
	'code',
	'number',
	'table'
]);

type Fields = Readonly<Record<string, string | string[] | File>>;
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- valibot's own bound for "any schema"
type FormSchema = v.GenericSchema<any, unknown> | v.GenericSchemaAsync<any, unknown>;

/**
 * Answers a form of a group's page: permission first, then the fields by `schema`, then `act` in one Work. Gives what
 * `act` gave, or the failure to show. A form with a `kiriman` id is done once, however often it arrives; `act` then gives
 * a value that JSON can hold.
 */
export async function answer<Schema extends FormSchema, Value>(
	event: RequestEvent,
	permission: Permission,
	schema: Schema,
	act: (work: Work, input: v.InferOutput<Schema>, access: GroupAccess) => Promise<Value>
): Promise<Value | ActionFailure<Unanswered>> {
	const access = await requireGroup(event, permission);
	return answerForm(event, schema, (input, fields) =>
		inWork(access.db, access.actor, access.tenant, (work) => once(work, event, fields, () => act(work, input, access)))
	);
}

/** The same for pages outside a group: `act` begins its own Work, after a permission asked by the route itself. */
export async function answerForm<Schema extends FormSchema, Value>(
	event: RequestEvent,
	schema: Schema,
	act: (input: v.InferOutput<Schema>, fields: Fields) => Promise<Value>
): Promise<Value | ActionFailure<Unanswered>> {
	const fields = fieldsOf(await event.request.formData());
	const unfitted = unfitIn(fields);
	if (unfitted.size > 0) return notTaken(without(fields, unfitted), unfitTexts(unfitted));
	const parsed = await v.safeParseAsync(schema, fields);
	if (!parsed.success) return notTaken(fields, problemsOf(parsed.issues));
	try {
		return await act(parsed.output, fields);
	} catch (error) {
		if (!(error instanceof Refusal)) throw error;
		return fail(statusOf(error), { values: shownAgain(fields), problems: {}, refusal: sentenceOf(error) });
	}
}

/** The fields that hold what no field may, the names of files included. */
function unfitIn(fields: Fields): Map<string, Unfit> {
	const found = new Map<string, Unfit>();
	for (const [name, value] of Object.entries(fields))
		for (const text of [value instanceof File ? value.name : value].flat()) {
			const why = unfit(name, text);
			if (why !== null) found.set(name, why);
		}
	return found;
}

function unfitTexts(unfitted: ReadonlyMap<string, Unfit>): Record<string, string> {
	const texts = { signs: m.web_field_signs, card: m.web_field_card, nik: m.web_field_nik };
	return Object.fromEntries([...unfitted].map(([name, why]) => [name, texts[why]()]));
}

/** Numbers of cards and residents are not even sent back to the page they came from. */
function without(fields: Fields, unfitted: ReadonlyMap<string, Unfit>): Fields {
	return Object.fromEntries(Object.entries(fields).filter(([name]) => (unfitted.get(name) ?? 'signs') === 'signs'));
}

function notTaken(fields: Fields, problems: Readonly<Record<string, string>>): ActionFailure<Unanswered> {
	return fail(400, { values: shownAgain(fields), problems, refusal: m.web_form_problems() });
}

/** Does `act` once for the form's `kiriman` id; a repetition gets the first answer. */
export async function once<Value>(
	work: Work,
	event: RequestEvent,
	fields: Fields,
	act: () => Promise<Value>
): Promise<Value> {
	const id = fields[onceField];
	if (typeof id !== 'string' || !isId(id)) return act();
	const body = JSON.stringify({ path: event.url.pathname + event.url.search, fields: withoutSecrets(fields) });
	const receipt = await receiveOnce(work, { id, kind: 'form', body }, async () =>
		JSON.stringify((await act()) ?? null)
	);
	return JSON.parse(receipt.answer ?? 'null') as Value;
}

/** Fields of a form; those sent more than once become lists. */
function fieldsOf(form: FormData): Fields {
	const fields: Record<string, string | string[] | File> = {};
	for (const name of new Set(form.keys())) {
		const all = form.getAll(name);
		const [first] = all;
		if (first instanceof File) fields[name] = first;
		else fields[name] = all.length > 1 ? all.filter((value) => typeof value === 'string') : (first ?? '');
	}
	return fields;
}

function withoutSecrets(fields: Fields): Record<string, unknown> {
	const kept = Object.entries(fields).filter(([name]) => !secretFields.has(name));
	return Object.fromEntries(
		kept.map(([name, value]) => [name, value instanceof File ? `${value.name} ${value.size}` : value])
	);
}

function shownAgain(fields: Fields): Record<string, string> {
	const shown: Record<string, string> = {};
	for (const [name, value] of Object.entries(fields))
		if (typeof value === 'string' && !secretFields.has(name)) shown[name] = value;
	return shown;
}

function problemsOf(issues: readonly v.BaseIssue<unknown>[]): Record<string, string> {
	const problems: Record<string, string> = {};
	for (const issue of issues) {
		const field = issue.path?.map((part) => String(part.key)).join('.') ?? '';
		problems[field] ??= issue.message;
	}
	return problems;
}
