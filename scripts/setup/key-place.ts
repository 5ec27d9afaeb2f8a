/** The key file must not lie beside the data: whoever copies the one would have the other. */
import { relative } from 'node:path';
import { dataFolder, keyFile } from '#env';
import { SetupRefused } from './answers.ts';

/** Throws SetupRefused when the key file is inside the data folder. */
export function checkKeyPlace(): void {
	if (!relative(dataFolder, keyFile).startsWith('..'))
		throw new SetupRefused(
			`The key file ${keyFile} is inside the data folder. Set EWAROENG_KEYS to a file outside ${dataFolder}.`
		);
}
