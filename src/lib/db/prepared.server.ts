/** Queries of the hot paths: built and compiled once an engine, afterwards only their parameters change. */
import type { Compilable, InferResult, Kysely } from 'kysely';
import { Bug } from '#lib/kernel/assert.ts';
import type { Tables } from './tables.ts';

/** Stands for a parameter while the query is built. */
class Marker {
	readonly name: string;
	readonly index: number | null;

	constructor(name: string, index: number | null) {
		this.name = name;
		this.index = index;
	}
}

type Parameters = Readonly<Record<string, unknown>>;

interface Compiled {
	readonly sql: string;
	/** Either a marker to be filled in, or a constant of the query. */
	readonly slots: readonly unknown[];
}

/**
 * A query with named parameters. Parameters may be lists (for `in` and `values`): one compiled form is kept for each
 * length seen, so lists must be short (`listMax`) and hold something. The query is built from stand-ins: it cannot look at
 * what a parameter is.
 */
export class Prepared<P extends Parameters, Row> {
	readonly #build: (db: Kysely<Tables>, parameters: P) => Compilable<Row>;
	readonly #forms = new WeakMap<object, Map<string, Compiled>>();

	constructor(build: (db: Kysely<Tables>, parameters: P) => Compilable<Row>) {
		this.#build = build;
	}

	/** The text and values to run; `db` names the engine. */
	bind(db: Kysely<Tables>, engine: object, parameters: P): { sql: string; parameters: unknown[] } {
		const { sql, slots } = this.#form(db, engine, parameters);
		return { sql, parameters: slots.map((slot) => (slot instanceof Marker ? valueOf(parameters, slot) : slot)) };
	}

	#form(db: Kysely<Tables>, engine: object, parameters: P): Compiled {
		let forms = this.#forms.get(engine);
		if (forms === undefined) this.#forms.set(engine, (forms = new Map<string, Compiled>()));
		const shape = shapeOf(parameters);
		let form = forms.get(shape);
		if (form === undefined) {
			const compiled = this.#build(db, markersFor(parameters)).compile();
			forms.set(shape, (form = { sql: compiled.sql, slots: compiled.parameters }));
		}
		return form;
	}
}

/** The longest list that a prepared query takes; a longer one is cut by its caller. */
export const listMax = 200;

/** A prepared query from its builder; `Row` is inferred from what it selects. */
export function prepared<P extends Parameters, Query extends Compilable>(
	build: (db: Kysely<Tables>, parameters: P) => Query
): Prepared<P, InferResult<Query> extends readonly (infer Row)[] ? Row : never> {
	return new Prepared(build);
}

function shapeOf(parameters: Parameters): string {
	let shape = '';
	for (const name in parameters) {
		const value = parameters[name];
		if (!Array.isArray(value)) continue;
		if (value.length === 0) throw new Bug(`${name} is empty, which no engine but SQLite can ask for`);
		if (value.length > listMax) throw new Bug(`${name} holds ${value.length} values, at most ${listMax} fit a query`);
		shape += `${name}:${value.length},`;
	}
	return shape;
}

function markersFor<P extends Parameters>(parameters: P): P {
	const markers = Object.entries(parameters).map(([name, value]) => [
		name,
		Array.isArray(value) ? value.map((_, index) => new Marker(name, index)) : new Marker(name, null)
	]);
	return Object.fromEntries(markers) as P;
}

function valueOf(parameters: Parameters, { name, index }: Marker): unknown {
	const value = parameters[name];
	return index === null ? value : (value as readonly unknown[])[index];
}
