/** The rules of aid that concern an office: of its own region, of those in it, and of those around it. */
import * as v from 'valibot';
import { foodGroups } from '#lib/catalog/product.ts';
import type { Reader } from '#lib/db/open.server.ts';
import { present } from '#lib/kernel/assert.ts';
import { day } from '#lib/kernel/day.ts';
import { type Id, id } from '#lib/kernel/id.ts';
import { instant } from '#lib/kernel/instant.ts';
import { NotFound } from '#lib/kernel/refusal.ts';
import { isWithin } from '#lib/regions/place.ts';
import { parseRegime } from './regime.ts';
import type { FoodListRow, RegimeEntry, RuleEntry } from './rule-book.ts';

const entriesForm = v.array(v.object({ foodGroup: v.picklist(foodGroups), isFreshOnly: v.boolean() }));

/** All rules ever proposed that hold in `region` or in a part of it, the latest start first. */
export async function ruleBookOf(reader: Reader, region: string): Promise<RuleEntry[]> {
	const regimes = await reader.selectFrom('aidRegime').selectAll().execute();
	const lists = await reader.selectFrom('foodList').selectAll().execute();
	const rules: RuleEntry[] = [...regimes.map(regimeFrom), ...lists.map(listFrom)];
	return rules
		.filter((rule) => isWithin(rule.region, region) || isWithin(region, rule.region))
		.sort((one, other) => other.validFrom.localeCompare(one.validFrom) || other.id.localeCompare(one.id));
}

/** A rule of those that concern `region`. Throws NotFound. */
export async function ruleIn(reader: Reader, region: string, ruleId: Id): Promise<RuleEntry> {
	const rule = (await ruleBookOf(reader, region)).find((one) => one.id === ruleId);
	if (rule === undefined) throw new NotFound('rule');
	return rule;
}

interface Row {
	readonly id: string;
	readonly region: string;
	readonly validFrom: string;
	readonly validTo: string | null;
	readonly source: string;
	readonly lateReason: string | null;
	readonly officeId: string | null;
	readonly proposedBy: string | null;
	readonly proposedAt: string;
	readonly confirmedBy: string | null;
	readonly confirmedAt: string | null;
	readonly refusedBy: string | null;
	readonly refusedAt: string | null;
	readonly refusedWhy: string | null;
}

function regimeFrom(row: Row & { readonly regime: string; readonly programme: string }): RegimeEntry {
	const regime = present(parseRegime(row.regime), `the regime ${row.regime}`);
	return { kind: 'regime', ...entryFrom(row), regime, programme: row.programme };
}

function listFrom(row: Row & { readonly entries: string }): FoodListRow {
	return { kind: 'list', ...entryFrom(row), entries: v.parse(entriesForm, JSON.parse(row.entries)) };
}

function entryFrom(row: Row) {
	return {
		id: id(row.id), region: row.region, validFrom: day(row.validFrom), validTo: or(row.validTo, day),
		source: row.source, lateReason: row.lateReason, officeId: or(row.officeId, id),
		proposedBy: or(row.proposedBy, id), proposedAt: instant(row.proposedAt),
		confirmedBy: or(row.confirmedBy, id), confirmedAt: or(row.confirmedAt, instant),
		refusedBy: or(row.refusedBy, id), refusedAt: or(row.refusedAt, instant), refusedWhy: row.refusedWhy
	}; // prettier-ignore
}

function or<Value>(text: string | null, read: (text: string) => Value): Value | null {
	return text === null ? null : read(text);
}
