/** All that a till works with while nobody answers, as it travels from the server and is kept. */
import * as v from 'valibot';
import { ceilingClasses, ceilingForm } from '#lib/catalog/ceiling.ts';
import { settingsForm } from '#lib/groups/settings.ts';
import { type Day, parseDay } from '#lib/kernel/day.ts';
import type { Rupiah } from '#lib/kernel/rupiah.ts';
import { aidShape, terminalsShape } from './aid-shape.ts';
import { groupShape, idShape, instantShape, standings } from './answers.ts';
import { goodsListShape } from './goods.ts';

const dayShape = v.custom<Day>((value) => typeof value === 'string' && parseDay(value) !== null);
const rupiahShape = v.custom<Rupiah>((value) => Number.isSafeInteger(value));

/** Someone who may do something at the counter, by the names of `identity/permissions.ts`. */
const personShape = v.object({ id: idShape, name: v.string(), may: v.array(v.string()) });
export type TillPerson = v.InferOutput<typeof personShape>;

export const customerShape = v.object({
	id: idShape,
	name: v.string(),
	phone: v.string(),
	limit: rupiahShape,
	owed: rupiahShape,
	/** The day of the oldest debt that is still open; null when nothing is owed. */
	since: v.nullable(dayShape)
});
/** Someone who may buy on credit. */
export type Customer = v.InferOutput<typeof customerShape>;

const shiftShape = v.object({
	id: idShape,
	openedAt: instantShape,
	float: rupiahShape,
	/** Cash that went in, less what went out, at other tills of the group since it was opened. */
	cashElsewhere: rupiahShape
});

const ceilingShape = v.object({ ...ceilingForm.entries, validFrom: dayShape, validTo: v.nullable(dayShape) });

const madeShape = v.object({
	productId: idShape,
	/** P-IRT, 15 digits. */
	homeFoodLicence: v.nullable(v.string()),
	/** Number of the halal certificate. */
	halal: v.nullable(v.string())
});

/** What of `GET /api/till/[group]/[enrolment]` is not goods: all by which a till decides while nobody answers. */
const aboutShape = v.object({
	installation: v.object({ id: v.string(), kind: v.picklist(['demo', 'real']) }),
	standing: v.picklist(standings),
	group: v.omit(groupShape, ['may']),
	/** Two digits: which ceilings hold here. */
	province: v.string(),
	settings: settingsForm,
	people: v.array(personShape),
	customers: v.array(customerShape),
	ceilings: v.array(ceilingShape),
	/** Products under a ceiling. */
	ceilingClasses: v.array(v.object({ productId: idShape, of: v.picklist(ceilingClasses) })),
	/** What the group makes itself, with the numbers of licences that hold, for labels. */
	made: v.optional(v.array(madeShape), []),
	/** The last day on which the group's scale counts as checked (*tera*); null when no check was told of. */
	scaleCheckedUntil: v.optional(v.nullable(dayShape), null),
	aid: aidShape,
	/** The group's card machines that are in use. */
	terminals: terminalsShape,
	/** The drawer that is open in the group; null when none is. */
	shift: v.nullable(shiftShape),
	/** The group's own static QRIS. */
	qris: v.nullable(v.string()),
	/** The most that one QRIS payment may be. */
	qrisMax: rupiahShape,
	/** What waits in the group's books for a person to look at; an older server does not tell. */
	toCheck: v.optional(v.number(), 0),
	/** Files of unsent events are encrypted to this key of the server: ECDH P-256. */
	backupKey: v.object({
		id: v.string(),
		publicKey: v.object({ kty: v.string(), crv: v.string(), x: v.string(), y: v.string() })
	})
});

/** Answer of `GET /api/till/[group]/[enrolment]`: all that a till works with. */
export const snapshotShape = v.object({ ...aboutShape.entries, ...goodsListShape.entries });
export type Snapshot = v.InferOutput<typeof snapshotShape>;
