/**
 * `npm run setup`: makes a real installation, once: database, regions, key file, the office, and the first administrator's
 * one-time link. Asks for what the flags do not say. `-- --new-link` makes another link until the administrator has come in.
 */
import { existsSync } from 'node:fs';
import process from 'node:process';
import { keyFile, realFile } from '#env';
import type { DatabaseSource } from '#lib/db/open.server.ts';
import { readAnswers, SetupRefused } from './setup/answers.ts';
import { install, newLink } from './setup/install.ts';
import { checkKeyPlace } from './setup/key-place.ts';
import { linkText } from './setup/link.ts';

try {
	await main();
} catch (error) {
	console.error(error instanceof SetupRefused ? error.message : error);
	process.exitCode = 1;
}

async function main(): Promise<void> {
	const source = realSource();
	checkKeyPlace();
	if (process.argv.includes('--new-link')) {
		tell(linkText(await newLink(source)));
		return;
	}
	if ('file' in source && existsSync(source.file))
		throw new SetupRefused(
			`${source.file} is there already; an installation is made once. Another link: npm run setup -- --new-link`
		);
	const answers = await readAnswers(process.argv.slice(2));
	const entry = await install(source, answers, tell);
	tell(linkText(entry));
	tell(
		`Keep a copy of ${keyFile} in another place than the copies of the data: without it sealed data cannot be read.`
	);
}

/** What `DATABASE_URL` names, else the real file; never the demo's. */
function realSource(): DatabaseSource {
	const url = process.env['DATABASE_URL'] ?? '';
	return url === '' ? { file: realFile } : { url };
}

function tell(text: string): void {
	console.log(text);
}
