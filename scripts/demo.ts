/** `npm run demo`: makes the demo where there is none; `--again` makes it anew, `--print` shows whom one can sign in as. */
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { dataFolder, demoFile, isProduction, keyFile } from '#env';
import { readSeals } from '#lib/db/seal.server.ts';
import { systemClock } from '#lib/kernel/instant.ts';
import { makeDemo } from './demo/make.ts';
import { terminalBars } from './demo/progress.ts';
import { readSignIns, signInsFile, signInTable } from './demo/sign-ins.ts';

/** The same world in every installation; only passwords are each installation's own. */
const seed = 72_710_810;

/** Why there is no demo to be made or shown here. */
class Refused extends Error {}

interface Wish {
	readonly scale: 'palu' | 'jabar';
	readonly file: string;
	readonly again: boolean;
	readonly print: boolean;
}

try {
	const wish = readWish();
	if (wish.print) print(wish);
	else await make(wish);
} catch (error) {
	console.error(error instanceof Refused ? error.message : error);
	process.exitCode = 1;
}

function readWish(): Wish {
	const { values } = parseArgs({
		options: {
			scale: { type: 'string', default: 'palu' },
			file: { type: 'string' },
			again: { type: 'boolean', default: false },
			print: { type: 'boolean', default: false }
		}
	});
	const { scale, again, print: isPrint, file } = values;
	if (scale !== 'palu' && scale !== 'jabar') throw new Refused(`There is no demo of scale ${scale}: palu or jabar.`);
	const usual = scale === 'palu' ? demoFile : join(dataFolder, 'demo-jabar.db');
	return { scale, again, print: isPrint, file: file === undefined ? usual : resolve(file) };
}

async function make({ scale, file, again }: Wish): Promise<void> {
	if ((process.env['DATABASE_URL'] ?? '') !== '')
		throw new Refused('DATABASE_URL is set: no demo is made beside or in a database that may be real.');
	if (isProduction)
		throw new Refused('NODE_ENV is production: no demo is made. A real installation is made by npm run setup.');
	if (existsSync(file) && !again)
		throw new Refused(`${file} is there already. Make it anew with: npm run demo -- --again`);
	const begun = performance.now();
	const { groups } = await makeDemo(file, {
		seals: readSeals(keyFile, { make: true }),
		scale,
		seed,
		today: systemClock(),
		bars: terminalBars
	});
	const seconds = Math.round((performance.now() - begun) / 1000);
	console.error(`${file}: ${groups.length} groups in ${seconds} s. Sign-ins are in ${signInsFile(file)}.`);
}

function print({ file }: Wish): void {
	const signIns = signInsFile(file);
	if (!existsSync(signIns))
		throw new Refused(`${signIns} is missing. Make the demo anew with: npm run demo -- --again`);
	const scheme = (process.env['TLS_CERT'] ?? '') === '' ? 'http' : 'https';
	console.log(`${signInTable(readSignIns(signIns), `${scheme}://localhost:${process.env['PORT'] ?? '3000'}`)}\n`);
}
