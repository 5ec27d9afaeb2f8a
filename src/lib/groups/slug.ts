/** A group's address: its name, made longer only where another group has that name already. */
import { slugOf } from '#lib/kernel/text.ts';

const numbersMax = 1000;
/** Stands beside the groups' names in addresses: `/kasir/daftar`. */
const ownWords = new Set(['daftar']);

/** Addresses to try in turn: `kube-melati`, `kube-melati-lasoani`, `kube-melati-lasoani-2` … */
export function* slugsFor(name: string, villageName: string): Generator<string> {
	const short = slugOf(name) || 'kube';
	if (!ownWords.has(short)) yield short;
	const long = `${short}-${slugOf(villageName) || 'kube'}`;
	yield long;
	for (let number = 2; number <= numbersMax; number++) yield `${long}-${number}`;
}
