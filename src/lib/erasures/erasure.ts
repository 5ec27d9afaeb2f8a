/** One erasure, as the list outside the data keeps it: ids only, for the list must not name whom it has forgotten. */
import * as v from 'valibot';
import { type Id, isId } from '#lib/kernel/id.ts';
import { type Instant, parseInstant } from '#lib/kernel/instant.ts';

const Line = v.object({
	/** A list may serve several installations of one machine, such as a demo beside the real one. */
	installation: v.string(),
	/** What was erased, such as `person`: a name of the map `erasers` in `src/jobs.ts`. */
	kind: v.string(),
	/** A group, an agency, or `platform`. */
	tenantId: v.string(),
	id: v.custom<Id>((value) => typeof value === 'string' && isId(value)),
	at: v.custom<Instant>((value) => typeof value === 'string' && parseInstant(value) === value)
});

export type Erasure = Readonly<v.InferOutput<typeof Line>>;

/** The erasure as a line of the list, without its end. */
export function lineOf({ installation, kind, tenantId, id, at }: Erasure): string {
	return JSON.stringify({ installation, kind, tenantId, id, at });
}

/** What a line of the list says; null when it was cut short or is none. */
export function parseLine(line: string): Erasure | null {
	const { success, output } = v.safeParse(v.pipe(v.string(), v.parseJson(), Line), line);
	return success ? output : null;
}
