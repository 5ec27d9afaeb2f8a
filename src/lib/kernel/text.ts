/** Text as people type it, folded so that it can be found: accents, case, and spellings of everyday words. */

/** What people write, and the standard spelling it is found under (`docs/glossary.md`). */
// prettier-ignore
const spellings: ReadonlyMap<string, string> = new Map(Object.entries({
	telor: 'telur', cabe: 'cabai', omset: 'omzet', kwitansi: 'kuitansi', hutang: 'utang', milyar: 'miliar',
	materai: 'meterai', ijin: 'izin', antrian: 'antrean', mie: 'mi', jaman: 'zaman', nasehat: 'nasihat', resiko: 'risiko',
	jadual: 'jadwal', praktek: 'praktik', walikota: 'wali kota', tempeh: 'tempe'
}));

const unkeepable = /[\0\p{Surrogate}]/u;

/** Whether every engine can keep `text`: it has no NUL and no half of a character of two. */
export function isKeepable(text: string): boolean {
	return !unkeepable.test(text);
}

/**
 * Lower case, no accents or apostrophes, single spaces, everyday misspellings mended: the form in which text is stored
 * for search. Folding what is folded changes nothing.
 */
export function folded(text: string): string {
	return text
		.normalize('NFKD')
		.replace(/[\p{M}'’‘ʼ`]/gu, '')
		.toLowerCase()
		.replace(/[^a-z0-9]+/g, ' ')
		.trim()
		.split(' ')
		.map((word) => spellings.get(word) ?? word)
		.join(' ');
}

/** The folded text followed by the everyday spellings of its words, so that a half-typed `telo` finds `telur`. */
export function searchable(text: string): string {
	const standardText = folded(text);
	const typed = [...spellings].filter(([, standard]) => ` ${standardText} `.includes(` ${standard} `));
	return [standardText, ...typed.map(([spelling]) => spelling)].join(' ');
}

/**
 * Whether every word of `query` begins a word of `text`, which is as `searchable` made it. An empty query finds all.
 */
export function finds(text: string, query: string): boolean {
	const within = ` ${text}`;
	return queryWords(query).every((word) => within.includes(` ${word}`));
}

/** The words of a query, folded; none for an empty one. They hold letters and digits only. */
export function queryWords(query: string): string[] {
	return folded(query)
		.split(' ')
		.filter((word) => word !== '');
}

/** A name as part of an address: letters, digits and dashes; empty when nothing of it can be kept. */
export function slugOf(name: string): string {
	return folded(name).replaceAll(' ', '-').slice(0, 60).replace(/-+$/, '');
}
