/** The full name of a place, as an address writes it. */
import { levelOf } from './place.ts';

/** Kelurahan are villages whose number begins with 1, desa those with 2; the code tells them apart. */
function villageKind(code: string): 'Kelurahan' | 'Desa' {
	return code.split('.')[3]?.startsWith('1') === true ? 'Kelurahan' : 'Desa';
}

/** `names` from the region's own upward: "Kelurahan Lasoani, Kec. Mantikulore, Kota Palu, Sulawesi Tengah". */
export function pathText(code: string, names: readonly string[]): string {
	const top = levelOf(code);
	return names
		.map((name, index) => {
			const level = top - index;
			if (level === 4) return `${villageKind(code)} ${name}`;
			return level === 3 ? `Kec. ${name}` : name;
		})
		.join(', ');
}
