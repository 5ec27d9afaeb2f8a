/** Codes of regions as the ministry writes them: `72` province, `72.71` city, `72.71.08` district, `72.71.08.1005` village. */

const form = /^\d{2}(\.\d{2}(\.\d{2}(\.\d{4})?)?)?$/;

/** 1 province, 2 regency or city, 3 district, 4 village. */
export type Level = 1 | 2 | 3 | 4;

const levelNames = ['country', 'province', 'regency', 'district', 'village'] as const;
/** The smallest region that two places share. */
export type Nearness = (typeof levelNames)[number];

/** Whether text from outside has the form of a region's code. */
export function isRegionCode(text: string): boolean {
	return form.test(text);
}

export function levelOf(code: string): Level {
	return code.split('.').length as Level;
}

/** The code of the region just above; null for a province. */
export function parentOf(code: string): string | null {
	const end = code.lastIndexOf('.');
	return end === -1 ? null : code.slice(0, end);
}

/** A region and all above it, smallest first. */
export function upward(code: string): string[] {
	const above = parentOf(code);
	return above === null ? [code] : [code, ...upward(above)];
}

/** Whether `code` is `ancestor` or lies in it; everything lies in '', the whole country. */
export function isWithin(code: string, ancestor: string): boolean {
	return ancestor === '' || code === ancestor || code.startsWith(`${ancestor}.`);
}

/** How near two places are by the tree of regions; kilometres are not known. */
export function nearness(a: string, b: string): Nearness {
	const shared = upward(a).find((code) => isWithin(b, code));
	return shared === undefined ? 'country' : levelNames[levelOf(shared)];
}

/** Orders places by nearness, nearest first: 0 in the same village, 4 in another province. */
export function distance(a: string, b: string): number {
	return levelNames.length - 1 - levelNames.indexOf(nearness(a, b));
}
