/** `npm run bench:till`: how the till feels on a slow phone and a village's network; prints, and never fails. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { startedDemo } from './bench-till/demo.ts';
import {
	cpuSlower,
	measureOpening,
	measurePaying,
	measureReopening,
	measureSending,
	measureTaps
} from './bench-till/measures.ts';
import { aPhone } from './bench-till/phone.ts';

const { values } = parseArgs({
	options: {
		/** Sales that leave the phone at once. */
		sales: { type: 'string', default: '500' },
		taps: { type: 'string', default: '100' },
		/** A demo that is served already, and its data folder in EWAROENG_DATA; else one is made. */
		url: { type: 'string' }
	}
});

const folder = mkdtempSync(join(tmpdir(), 'ewaroeng-bench-till-'));
const demo = await startedDemo(folder, values.url);
try {
	const phone = await aPhone(demo, join(folder, 'phone'));
	try {
		console.log(await measureOpening(phone));
		console.log(await measureTaps(phone, Number(values.taps)));
		console.log(await measurePaying(phone, 200));
		for (const slower of [1, cpuSlower]) console.log(await measureReopening(phone, 20, slower));
		console.log(await measureSending(phone, Number(values.sales)));
	} finally {
		await phone.close();
	}
} catch (error) {
	console.log(`Not measured to the end: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
} finally {
	await demo.stop();
	rmSync(folder, { recursive: true, force: true });
}
process.exitCode = 0;
