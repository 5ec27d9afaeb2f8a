/** What a browser calls itself, as people would: "Chrome · Android". */

const browsers: readonly (readonly [RegExp, string])[] = [
	[/Edg(A|iOS)?\//, 'Edge'],
	[/OPR\/|Opera/, 'Opera'],
	[/SamsungBrowser\//, 'Samsung Internet'],
	[/UCBrowser\//, 'UC Browser'],
	[/Firefox\/|FxiOS\//, 'Firefox'],
	[/Chrome\/|CriOS\//, 'Chrome'],
	[/Safari\//, 'Safari']
];

const systems: readonly (readonly [RegExp, string])[] = [
	[/Android/, 'Android'],
	[/iPhone|iPad/, 'iPhone/iPad'],
	[/Windows/, 'Windows'],
	[/CrOS/, 'Chromebook'],
	[/Mac OS X/, 'Mac'],
	[/Linux/, 'Linux']
];

/** The name of a browser's `User-Agent`; empty when it says nothing we know. */
export function deviceName(userAgent: string): string {
	const names = [browsers, systems].map((known) => known.find(([form]) => form.test(userAgent))?.[1]);
	return names.filter((name) => name !== undefined).join(' · ');
}
