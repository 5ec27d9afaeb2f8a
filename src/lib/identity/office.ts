/** The levels of social offices, from a city's to the ministry's. */

export const officeLevels = ['city', 'regency', 'province', 'country'] as const;
export type OfficeLevel = (typeof officeLevels)[number];

/** Whether an office of this level may serve the region of this code: a city or regency, a province, or all. */
export function fitsRegion(level: OfficeLevel, regionCode: string): boolean {
	const parts = regionCode === '' ? 0 : regionCode.split('.').length;
	return { city: 2, regency: 2, province: 1, country: 0 }[level] === parts;
}
