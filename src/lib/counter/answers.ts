/** What the server answers the till, as it travels: written by the routes under `/api`, read here, held to one shape. */
import * as v from 'valibot';
import { zones } from '#lib/kernel/day.ts';
import { type Id, isId } from '#lib/kernel/id.ts';
import { type Instant, parseInstant } from '#lib/kernel/instant.ts';

/** An id from outside. */
export const idShape = v.custom<Id>((value) => typeof value === 'string' && isId(value));

/** A moment from outside. */
export const instantShape = v.custom<Instant>((value) => typeof value === 'string' && parseInstant(value) === value);

/** A group, and what the person who asks may do there. */
export const groupShape = v.object({
	id: idShape,
	slug: v.string(),
	name: v.string(),
	address: v.string(),
	phone: v.nullable(v.string()),
	zone: v.picklist(zones),
	/** What the person who asks may do there, by the names of `identity/permissions.ts`. */
	may: v.array(v.string())
});

/** A group as its till knows it. */
export type TillGroup = v.InferOutput<typeof groupShape>;

/** Answer of `GET /api/kasir`: where the till is, who is at it, and for which groups they may sell. */
export const helloShape = v.object({
	installation: v.object({ id: v.string(), kind: v.picklist(['demo', 'real']) }),
	person: v.object({ id: idShape, name: v.string() }),
	groups: v.array(groupShape)
});
export type Hello = v.InferOutput<typeof helloShape>;

/** Answer of `POST /api/till/[group]/enrolments`. */
export const enrolledShape = v.object({ id: idShape, code: v.string() });
export type Enrolled = v.InferOutput<typeof enrolledShape>;

/** How the server sees a till: `frozen` when it has two tellings of one event, `revoked` when its permission was taken back. */
export const standings = ['open', 'frozen', 'revoked'] as const;

/** Answer of `POST /api/till/[group]/[enrolment]/events`. */
export const deliveredShape = v.object({
	installation: v.string(),
	/** All events up to this number are held by the server. */
	highest: v.number(),
	events: v.array(v.object({ id: v.string(), state: v.picklist(['applied', 'held', 'other-content']) })),
	standing: v.optional(v.picklist(standings), 'open')
});
export type Delivered = v.InferOutput<typeof deliveredShape>;

/** Answer of `POST /api/till/[group]/[enrolment]/people`: whether a password is this person's. */
export const personCheckedShape = v.object({ isRight: v.boolean() });
export type PersonChecked = v.InferOutput<typeof personCheckedShape>;

/** The JSON of every refusal under `/api`. */
export const refusalShape = v.object({ code: v.string(), message: v.string() });

/** The header in which every answer to a till says when the server gave it. */
export const serverTimeHeader = 'server-time';
