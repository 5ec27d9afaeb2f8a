/** Loading the regions of the country, or of a part of it, from the ministry's list as idn-area-data brings it. */
import { getDistricts, getProvinces, getRegencies, getVillages } from 'idn-area-data';
import { type Expression, sql, type SqlBool } from 'kysely';
import { PLATFORM, systemActor } from '#lib/db/tenant.ts';
import type { Database } from '#lib/db/open.server.ts';
import { inWork, type Work } from '#lib/db/work.server.ts';
import { folded } from '#lib/kernel/text.ts';
import { isWithin, levelOf, parentOf, upward } from './place.ts';
import { zoneOf } from './zone.ts';

export interface Loading {
	/** Only these regions with what lies in them and above them; all of them unless given. */
	readonly only?: readonly string[];
	/** Told how far it is. */
	readonly onProgress?: (done: number, all: number) => void;
}

interface Area {
	readonly code: string;
	readonly name: string;
}

const actor = systemActor('regions');

/** Loads what is missing, takes over changed names, and gives how many regions are there. Repeating it changes nothing. */
export async function loadRegions(
	db: Database,
	{ only = [''], onProgress = () => undefined }: Loading = {}
): Promise<number> {
	const areas = (await everyArea()).filter(({ code }) =>
		only.some((part) => isWithin(code, part) || isWithin(part, code))
	);
	const names = new Map(areas.map(({ code, name }) => [code, name]));
	const provinces = byProvince(areas);
	let done = 0;
	for (const [province, inside] of provinces) {
		await inWork(db, actor, PLATFORM, (work) => loadProvince(work, province, inside, names));
		done += inside.length;
		onProgress(done, areas.length);
	}
	return areas.length;
}

async function everyArea(): Promise<Area[]> {
	return [...(await getProvinces()), ...(await getRegencies()), ...(await getDistricts()), ...(await getVillages())];
}

function byProvince(areas: readonly Area[]): Map<string, Area[]> {
	const provinces = new Map<string, Area[]>();
	for (const area of areas) {
		const province = area.code.slice(0, 2);
		const inside = provinces.get(province);
		if (inside === undefined) provinces.set(province, [area]);
		else inside.push(area);
	}
	return provinces;
}

async function loadProvince(
	work: Work,
	province: string,
	areas: readonly Area[],
	names: ReadonlyMap<string, string>
): Promise<void> {
	const rows = areas.map(({ code, name }) => ({
		code,
		level: levelOf(code),
		name,
		parentCode: parentOf(code),
		zone: zoneOf(code),
		searchText: folded(upward(code).map((above) => names.get(above) ?? '').join(' ')) // prettier-ignore
	}));
	const known = new Map(
		(
			await work.trx.selectFrom('region').select(['code', 'searchText']).where('code', 'like', `${province}%`).execute()
		).map((row) => [row.code, row.searchText])
	);
	await work.insert('region', rows.filter((row) => !known.has(row.code))); // prettier-ignore
	for (const { code, name, searchText } of rows.filter(
		(row) => known.has(row.code) && known.get(row.code) !== row.searchText
	))
		await work.trx.updateTable('region').set({ name, searchText }).where('code', '=', code).execute();
	if (rows.some((row) => !known.has(row.code))) await closeOver(work, province);
}

/** Lengths of the codes of provinces, regencies and districts. */
const lengths = [2, 5, 8];

/** Puts every region of a province under itself and each one above it. */
async function closeOver({ trx }: Work, province: string): Promise<void> {
	const own = trx.selectFrom('region').select(['code as ancestorCode', 'code as descendantCode']);
	const above = lengths.map((length) => {
		const ancestor = sql<string>`substr(code, 1, ${sql.lit(length)})`;
		const isBelow: Expression<SqlBool> = sql`length(code) > ${sql.lit(length)}`;
		return trx
			.selectFrom('region')
			.select([ancestor.as('ancestorCode'), 'code as descendantCode'])
			.where(isBelow);
	});
	for (const pairs of [own, ...above]) {
		await trx
			.insertInto('regionClosure')
			.columns(['ancestorCode', 'descendantCode'])
			.expression(pairs.where('code', 'like', `${province}%`))
			.onConflict((conflict) => conflict.doNothing())
			.execute();
	}
}
