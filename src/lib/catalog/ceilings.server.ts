/** The rules of highest prices, all that ever held: they are few, and a sale that comes late asks for its own day. */
import * as v from 'valibot';
import type { Reader } from '#lib/db/open.server.ts';
import { prepared } from '#lib/db/prepared.server.ts';
import type { Work } from '#lib/db/work.server.ts';
import { day } from '#lib/kernel/day.ts';
import { type Id, id } from '#lib/kernel/id.ts';
import { type CeilingClass, ceilingForm, type CeilingRule, parseCeilingClass } from './ceiling.ts';

const keys = ['ceiling.rice', 'ceiling.oil'];

const rows = prepared((db, p: { keys: readonly string[] }) =>
	db.selectFrom('ruleValue').select(['validFrom', 'validTo', 'value']).where('key', 'in', p.keys)
);

export async function ceilingsIn(work: Work): Promise<CeilingRule[]> {
	return (await work.run(rows, { keys })).map(ruleFrom);
}

/** The same, for pages and for what a till is told. They are law, the same for all groups. */
export async function ceilings(reader: Reader): Promise<CeilingRule[]> {
	const found = await reader
		.selectFrom('ruleValue')
		.select(['validFrom', 'validTo', 'value'])
		.where('key', 'in', keys)
		.execute();
	return found.map(ruleFrom);
}

/** The group's products under a ceiling. */
export async function ceilingClassesOf(
	reader: Reader,
	groupId: Id
): Promise<{ readonly productId: Id; readonly of: CeilingClass }[]> {
	const found = await reader
		.selectFrom('product')
		.select(['id', 'ceilingClass'])
		.where('groupId', '=', groupId)
		.where('ceilingClass', 'is not', null)
		.orderBy('number')
		.execute();
	return found.flatMap((row) => {
		const of = parseCeilingClass(row.ceilingClass);
		return of === null ? [] : [{ productId: id(row.id), of }];
	});
}

function ruleFrom(row: {
	readonly validFrom: string;
	readonly validTo: string | null;
	readonly value: string;
}): CeilingRule {
	return {
		...v.parse(ceilingForm, JSON.parse(row.value)),
		validFrom: day(row.validFrom),
		validTo: row.validTo === null ? null : day(row.validTo)
	};
}
