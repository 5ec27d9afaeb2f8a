/** What a treasurer should look at, most pressing first: each thing with the page where it is mended. */
import { licenceState } from '#lib/groups/licence.ts';
import { licencesOf } from '#lib/groups/licences.server.ts';
import { nextReadyStep, stepsLeft } from '#lib/groups/readiness.ts';
import { priceListOf } from '#lib/catalog/price-list.server.ts';
import { stockOf } from '#lib/inventory/queries.server.ts';
import { countToCheck } from '#lib/sales/to-check.server.ts';
import type { GroupAccess } from '#lib/web/access.server.ts';

export type ThingKind = 'to-check' | 'below-zero' | 'no-price' | 'licence-ended' | 'licence-ends' | 'put-off';

export interface Thing {
	readonly kind: ThingKind;
	readonly count: number;
	/** Below the group's own address. */
	readonly path: string;
}

/** What this person may see of it; nothing that is not there. */
export async function thingsToSee(access: GroupAccess): Promise<Thing[]> {
	const [toCheck, belowZero, noPrice, licences] = await Promise.all([
		toCheckOf(access),
		belowZeroOf(access),
		withoutPrice(access),
		licencesToRenew(access)
	]);
	return [
		{ kind: 'to-check' as const, count: toCheck, path: '/penjualan/diperiksa' },
		{ kind: 'below-zero' as const, count: belowZero, path: '/stok?tampil=kurang' },
		{ kind: 'no-price' as const, count: noPrice, path: '/barang?tampil=tanpa-harga' },
		...licences,
		{ kind: 'put-off' as const, count: putOff(access), path: '/mulai' }
	].filter((thing) => thing.count > 0);
}

/** First steps that were put off, once none is open any more. */
function putOff({ group, can }: GroupAccess): number {
	if (!can('catalog.edit') || nextReadyStep(group.readiness) !== null) return 0;
	return stepsLeft(group.readiness).length;
}

async function toCheckOf({ reader, groupId, can }: GroupAccess): Promise<number> {
	return can('sale.read') ? countToCheck(reader, groupId) : 0;
}

async function belowZeroOf({ reader, groupId, can }: GroupAccess): Promise<number> {
	if (!can('stock.read')) return 0;
	return (await stockOf(reader, groupId)).filter((level) => level.quantity < 0).length;
}

async function withoutPrice({ reader, groupId, can, db }: GroupAccess): Promise<number> {
	if (!can('catalog.edit')) return 0;
	const list = await priceListOf(reader, groupId, 'counter', db.clock());
	return list.filter((product) => product.units.every((unit) => unit.price === null)).length;
}

async function licencesToRenew({ reader, groupId, today }: GroupAccess): Promise<Thing[]> {
	const states = (await licencesOf(reader, groupId)).map((licence) => licenceState(licence, today));
	const count = (wanted: string): number => states.filter((state) => state === wanted).length;
	return [
		{ kind: 'licence-ended', count: count('ended'), path: '/kelompok/izin' },
		{ kind: 'licence-ends', count: count('ends-soon'), path: '/kelompok/izin' }
	];
}
