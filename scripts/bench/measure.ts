/** All phases on one engine in their order, raw writing between the others, and what they come to. */
import { day, dayOf } from '#lib/kernel/day.ts';
import { systemClock } from '#lib/kernel/instant.ts';
import { reportUntil } from './children.ts';
import { growthPhase } from './growth.ts';
import { type Beside, type Measured, type MeasuredHttp, pagePhase, rawPhase, salesPhase, type Site } from './phases.ts';

/** Sales in one commit of the raw writer, and in one request of the till. */
const rawGroup = 32;
const batch = 50;

export const parts = ['sales', 'reports', 'pages', 'growth'] as const;
export type Part = (typeof parts)[number];

/** Runs the parts asked for and prints what they come to. */
export async function measure(
	title: string,
	site: Site,
	quick: boolean,
	asked: readonly Part[] = parts
): Promise<void> {
	console.log(`${title}\n${'─'.repeat(title.length)}`);
	if (asked.includes('sales')) await sales(site);
	if (asked.includes('reports')) await besideReports(site);
	if (asked.includes('pages')) await pages(site);
	if (asked.includes('growth')) await growth(site, quick);
	console.log('');
}

async function sales(site: Site): Promise<void> {
	saleHeads();
	const first = await raw(site, rawGroup);
	const batches = await salesPhase(site, batch);
	const second = await raw(site, rawGroup);
	http(`HTTP, batches of ${batch}`, batches, [first, second]);
	const single = await salesPhase(site, 1);
	const third = await raw(site, rawGroup);
	http('HTTP, one by one', single, [second, third]);
	http('  the same beside raw one by one', single, [await raw(site, 1)]);
}

async function besideReports(site: Site): Promise<void> {
	saleHeads();
	const first = await raw(site, rawGroup);
	const batches = await salesPhase(site, batch, reports);
	const single = await salesPhase(site, 1, reports);
	const second = await raw(site, rawGroup);
	http(`HTTP, batches of ${batch}, reports beside`, batches, [first, second]);
	http('HTTP, one by one, reports beside', single, [first, second]);
}

function saleHeads(): void {
	line('', ['sales/s', 'of raw', 'p50 ms', 'p95 ms', 'rows/sale', 'CPU µs']);
}

async function raw(site: Site, perCommit: number): Promise<Measured> {
	const measured = await rawPhase(site, perCommit);
	line(`raw, ${perCommit} a commit`, [
		whole(measured.perSecond),
		'',
		'',
		'',
		measured.rowsPerSale.toFixed(2),
		whole(measured.cpuPerSale)
	]);
	return measured;
}

function http(name: string, measured: MeasuredHttp, raws: readonly Measured[]): void {
	const mean = raws.reduce((sum, { perSecond }) => sum + perSecond, 0) / raws.length;
	const { perSecond, p50, p95, rowsPerSale, cpuPerSale } = measured;
	line(name, [
		whole(perSecond),
		(perSecond / mean).toFixed(2),
		p50.toFixed(1),
		p95.toFixed(1),
		rowsPerSale.toFixed(2),
		whole(cpuPerSale)
	]);
}

async function pages(site: Site): Promise<void> {
	const { warungList, warungPage, productPage } = site.world;
	line('', ['pages/s', '', 'p50 ms', 'p95 ms', '', 'CPU µs']);
	for (const [name, path] of [
		['list of warung', warungList],
		['one warung', warungPage],
		['one product', productPage]
	] as const) {
		const { perSecond, p50, p95, cpuPerSale } = await pagePhase(site, path);
		line(name, [whole(perSecond), '', p50.toFixed(1), p95.toFixed(1), '', whole(cpuPerSale)]);
	}
}

async function growth(site: Site, quick: boolean): Promise<void> {
	const [before, grown, after] = await growthPhase(site, quick ? [1000, 4000] : [10_000, 1_000_000]);
	if (before === undefined || grown === undefined || after === undefined) return;
	line('', ['', 'growth', 'p50 ms', 'p95 ms']);
	const ratio = grown.p50 / ((before.p50 + after.p50) / 2);
	for (const each of [before, grown, after])
		line(`one sale, ${each.sales.toLocaleString('en')} there`, [
			'',
			each === grown ? ratio.toFixed(2) : '',
			each.p50.toFixed(2),
			each.p95.toFixed(2)
		]);
}

/** The province's report of this year, as a thread of the server would make it, again and again. */
const reports: Beside = async (source, over) => {
	const to = dayOf(systemClock(), 'Asia/Makassar');
	const order = { source, regionCode: '72', from: day(`${to.slice(0, 4)}-01-01`), to };
	const made = await reportUntil(order, over);
	console.log(`  (${made} reports were made beside what follows)`);
};

function whole(figure: number): string {
	return Math.round(figure).toLocaleString('en');
}

function line(name: string, cells: readonly string[]): void {
	console.log(`${name.padEnd(38)}${cells.map((cell) => cell.padStart(10)).join('')}`);
}
