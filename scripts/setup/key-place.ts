/** Keys and erasures must not lie beside the data: whoever copies, or restores, the one would have the other. */
import { relative } from 'node:path';
import { dataFolder, erasuresFile, keyFile } from '#env';
import { SetupRefused } from './answers.ts';

/** Throws SetupRefused when the key file or the list of erasures is inside the data folder. */
export function checkKeyPlace(): void {
	checkOutside('The key file', keyFile, 'EWAROENG_KEYS');
	checkOutside('The list of erasures', erasuresFile, 'EWAROENG_ERASURES');
}

function checkOutside(what: string, file: string, setting: string): void {
	if (!relative(dataFolder, file).startsWith('..'))
		throw new SetupRefused(
			`${what} ${file} is inside the data folder. Set ${setting} to a file outside ${dataFolder}.`
		);
}
