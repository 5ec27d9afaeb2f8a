/** A province's report made again and again in a process of its own, beside the sales, until its parent has heard enough. */
import process from 'node:process';
import { type DatabaseSource, openReader } from '#lib/db/open.server.ts';
import { regionOmzet } from '#lib/oversight/region-omzet.server.ts';
import type { Day } from '#lib/kernel/day.ts';

export interface ReportOrder {
	readonly source: DatabaseSource;
	readonly regionCode: string;
	readonly from: Day;
	readonly to: Day;
}

process.once('message', ({ source, regionCode, from, to }: ReportOrder) => {
	void again(source, regionCode, from, to);
});

async function again(source: DatabaseSource, regionCode: string, from: Day, to: Day): Promise<void> {
	const { reader, close } = openReader(source);
	let made = 0;
	const enough = new AbortController();
	process.once('message', () => enough.abort());
	while (!enough.signal.aborted) {
		await regionOmzet(reader, { regionCode, from, to, step: 'month' });
		made += 1;
		// The word that it is enough is heard between two reports.
		await new Promise((heard) => setImmediate(heard));
	}
	await close();
	process.send?.(made, () => process.connected && process.disconnect());
}
