/** Where a report stands: its region, its days, how it is broken down, and which page of that. */
import type { Days } from './period.ts';

export interface Asked {
	/** '' is the region that one sees first. */
	readonly region?: string;
	/** This month unless given. */
	readonly days?: Days | undefined;
	readonly by?: 'region' | 'group';
	readonly page?: number;
}

/** The parameters of such an address, without those that say the usual. */
export function parametersOf({ region = '', days, by = 'region', page = 1 }: Asked): Record<string, string> {
	return {
		...(region === '' ? {} : { wilayah: region }),
		...(days === undefined ? {} : { dari: days.from, sampai: days.to }),
		...(by === 'region' ? {} : { menurut: 'kube' }),
		...(page === 1 ? {} : { halaman: String(page) })
	};
}

export function addressOf(asked: Asked): string {
	const parameters = new URLSearchParams(parametersOf(asked)).toString();
	return parameters === '' ? '/dinsos/omzet' : `/dinsos/omzet?${parameters}`;
}
