/** Who can be signed in as in the demo: made anew for each making, kept beside the database for its owner's eyes. */
import { randomInt } from 'node:crypto';
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import process from 'node:process';
import * as v from 'valibot';
import { present } from '#lib/kernel/assert.ts';

const SignIns = v.array(
	v.object({
		/** What they are, in English and in the words of the house: `treasurer (bendahara)`. */
		role: v.string(),
		name: v.string(),
		phone: v.string(),
		password: v.string(),
		/** The page that they would open, as a path. */
		page: v.string()
	})
);

export type SignIn = Readonly<v.InferOutput<typeof SignIns>[number]>;

const passwordWords =
	'air angin awan bambu batu bening biru bulan bunga cahaya cempaka damai daun embun fajar gunung hijau hujan jagung jambu jati jeruk kapas karang kayu kebun kelapa kenari kopi kunyit ladang langit laut lebah lembah madu mangga matahari mawar melati merpati mutiara nanas ombak padi pagi pala pandan pantai pasir pelangi perahu pisang pulau rotan rumput salak sawah sejuk senja serai sungai talas tebu telaga teluk tenun teratai terang ubi wangi'.split(
		' '
	);

/** Three words and three digits: easy to read out, about 28 bits; the demo has sign-in limits as any installation. */
export function newPassword(): string {
	const words = Array.from({ length: 3 }, () => present(passwordWords[randomInt(passwordWords.length)], 'a word'));
	return `${words.join('-')}-${String(randomInt(1000)).padStart(3, '0')}`;
}

/** Beside the database, readable for its owner only. */
export function signInsFile(databaseFile: string): string {
	return databaseFile.replace(/\.db$/, '') + '-sign-ins.json';
}

/** Written whole under another name first, so that it is never half there. */
export function writeSignIns(file: string, signIns: readonly SignIn[]): void {
	const half = `${file}.${process.pid}`;
	writeFileSync(half, `${JSON.stringify(signIns, null, '\t')}\n`, { mode: 0o600 });
	renameSync(half, file);
}

/** Throws an error when the file is missing or damaged. */
export function readSignIns(file: string): SignIn[] {
	return v.parse(SignIns, JSON.parse(readFileSync(file, 'utf8')));
}

/** The sign-ins as a table for a terminal; `origin` is where the server answers. */
export function signInTable(signIns: readonly SignIn[], origin: string): string {
	const head = ['Role', 'Name', 'Phone', 'Password', 'Open'];
	const rows = signIns.map(({ role, name, phone, password, page }) => [role, name, phone, password, origin + page]);
	const widths = head.map((title, column) =>
		Math.max(...[title, ...rows.map((row) => row[column] ?? '')].map((cell) => cell.length))
	);
	const lines = [head, widths.map((width) => '─'.repeat(width)), ...rows];
	return lines
		.map(
			(cells) =>
				`  ${cells
					.map((cell, column) => cell.padEnd(widths[column] ?? 0))
					.join('  ')
					.trimEnd()}`
		)
		.join('\n');
}
