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
	const before = await raw(site, rawGroup, true);
	const batches = await salesPhase(site, batch);
	const after = await raw(site, rawGroup, true);
	http(`HTTP, batches of ${batch}`, batches, [before, after]);
	const mixedBefore = await raw(site, rawGroup, false);
	const single = await salesPhase(site, 1);
	const mixedAfter = await raw(site, rawGroup, false);
	http('HTTP, one by one', single, [mixedBefore, mixedAfter]);
	http('  the same beside raw one by one', single, [await raw(site, 1, false)]);
}

async function besideReports(site: Site): Promise<void> {
	saleHeads();
	const batches = await salesPhase(site, batch, reports);
	http(`HTTP, batches of ${batch}, reports beside`, batches, [await raw(site, rawGroup, true)]);
	const single = await salesPhase(site, 1, reports);
	http('HTTP, one by one, reports beside', single, [await raw(site, rawGroup, false)]);
}

function saleHeads(): void {
	line('', ['sales/s', 'of raw', 'p50 ms', 'p95 ms', 'rows/sale', 'CPU µs']);
}

async function raw(site: Site, perCommit: number, oneTill: boolean): Promise<Measured> {
	const measured = await rawPhase(site, perCommit, oneTill);
	line(`raw, ${perCommit} a commit${oneTill ? ', one till' : ''}`, [
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
	const grown = await growthPhase(site, [0, quick ? 4000 : 1_000_000]);
	line('', ['', 'growth', 'p50 ms', 'p95 ms']);
	for (const { sales, p50, p95 } of grown)
		line(`one sale, ${sales.toLocaleString('en')} there`, ['', '', p50.toFixed(2), p95.toFixed(2)]);
	const few = middle(grown.filter((_, index) => index % 2 === 0));
	const many = middle(grown.filter((_, index) => index % 2 === 1));
	line('one sale, many to few', ['', (many / few).toFixed(2), `${few.toFixed(2)} →`, many.toFixed(2)]);
}

/** The middle one of the medians. */
function middle(grown: readonly { readonly p50: number }[]): number {
	const sorted = grown.map(({ p50 }) => p50).sort((a, b) => a - b);
	return sorted[Math.floor((sorted.length - 1) / 2)] ?? 0;
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
