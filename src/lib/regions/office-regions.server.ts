/** Provinces, cities and regencies straight from the ministry's list, before there is a database. */
import { getProvinces, getRegencies } from 'idn-area-data';
import { folded } from '#lib/kernel/text.ts';

export interface NamedRegion {
	readonly code: string;
	readonly name: string;
}

/** Those whose code or name is `text`, or else whose name holds it: "72.71", "kota palu", "palu". */
export async function findOfficeRegions(text: string): Promise<NamedRegion[]> {
	const regions = [...(await getProvinces()), ...(await getRegencies())].map(({ code, name }) => ({ code, name }));
	const wanted = folded(text);
	const exact = regions.filter(({ code, name }) => code === text.trim() || folded(name) === wanted);
	return exact.length > 0 || wanted === '' ? exact : regions.filter(({ name }) => folded(name).includes(wanted));
}
