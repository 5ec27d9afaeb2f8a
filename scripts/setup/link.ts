/** What is told about the administrator's one-time link. */
import process from 'node:process';
import type { EntryCode } from '#lib/identity/entry-codes.server.ts';
import { entryAddress, entryMinutes, shownEntryCode } from '#lib/identity/entry-code.ts';

/** The link, the code and how long they are good. `ORIGIN` is where people reach this installation. */
export function linkText({ token, code, name }: EntryCode): string {
	const { env } = process;
	const scheme = (env['TLS_CERT'] ?? '') === '' ? 'http' : 'https';
	const origin = env['ORIGIN'] ?? `${scheme}://localhost:${env['PORT'] ?? '3000'}`;
	return [
		'',
		`One-time link for ${name}, good for ${entryMinutes} minutes:`,
		'',
		`  ${entryAddress(origin, token)}`,
		'',
		`or the phone number and the code ${shownEntryCode(code)} at ${origin}/masuk/kode`,
		'',
		'Start the server with npm start, then open it. Too late? npm run setup -- --new-link',
		''
	].join('\n');
}
