/** `zbarimg`, with which tests read printed codes back. */
import { foundOrAdvice, onPath } from './apt.mjs';

export const zbarInstallLine = 'apt-get update && apt-get install -y zbar-tools';

/** @returns {Promise<string | null>} the program; null after saying how to install it */
export function zbarOrAdvice() {
	return foundOrAdvice({
		need: 'The tests of printed codes need zbarimg',
		name: 'zbarimg',
		installLine: zbarInstallLine,
		find: () => onPath(['zbarimg'])
	});
}
