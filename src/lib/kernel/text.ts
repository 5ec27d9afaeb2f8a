/** Text as people type it, folded so that it can be found: accents, case, and spellings of everyday words. */

/** What people write, and the standard spelling it is found under (`docs/glossary.md`). */
const spellings: Readonly<Record<string, string>> = {
	telor: 'telur', cabe: 'cabai', omset: 'omzet', kwitansi: 'kuitansi', hutang: 'utang', milyar: 'miliar',
	materai: 'meterai', ijin: 'izin', antrian: 'antrean', mie: 'mi', jaman: 'zaman', nasehat: 'nasihat', resiko: 'risiko',
	jadual: 'jadwal', praktek: 'praktik', walikota: 'wali kota', tempeh: 'tempe', kopi: 'kopi', ayem: 'ayam'
}; // prettier-ignore

/** Lower case, no accents, single spaces, everyday misspellings mended: the form in which text is stored for search. */
export function folded(text: string): string {
	return text
		.normalize('NFKD')
		.replace(/\p{M}/gu, '')
		.toLowerCase()
		.replace(/[^a-z0-9]+/g, ' ')
		.trim()
		.split(' ')
		.map((word) => spellings[word] ?? word)
		.join(' ');
}

/** A name as part of an address: letters, digits and dashes; empty when nothing of it can be kept. */
export function slugOf(name: string): string {
	return folded(name).replaceAll(' ', '-').slice(0, 60).replace(/-+$/, '');
}
