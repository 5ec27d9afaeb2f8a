/** What a table of members may say, column by column, and what can be wrong with a cell of it. */

/** The columns of a table of members, with the headings (folded) that people give them. */
export const memberColumns = {
	name: ['nama', 'nama anggota', 'anggota', 'name', 'member'],
	phone: ['nomor hp', 'no hp', 'hp', 'telepon', 'nomor telepon', 'phone number', 'phone'],
	nik: ['nik', 'no ktp', 'nomor ktp'],
	joined: ['tanggal masuk', 'masuk', 'tanggal bergabung', 'joined on', 'joined']
} as const satisfies Record<string, readonly string[]>;

export type MemberColumn = keyof typeof memberColumns;

export type MemberProblem =
	| 'name-missing' | 'name-long' | 'name-twice' | 'name-known' | 'phone-wrong' | 'nik-wrong' | 'nik-twice' | 'joined-wrong'; // prettier-ignore
