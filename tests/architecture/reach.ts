/** What the till and its service worker can reach when they run: never a file of the server. */
import { allFiles, exists, filesBelow, importsOf } from './tree.ts';

const starts = [
	...['src/service-worker.ts', 'src/service-worker.js'].filter(exists),
	...filesBelow('src/routes/kasir').filter(
		(path) => /\.(svelte|ts)$/.test(path) && !/(\.server|\+server)\.ts$/.test(path)
	),
	...filesBelow('src/lib/counter').filter((path) => /\.(svelte|ts)$/.test(path))
];

/** The way from the till to each file of the server that it reaches. */
export function serverWithinReach(): string[] {
	const files = new Set(allFiles);
	const cameFrom = new Map<string, string | null>(starts.map((path) => [path, null]));
	const waiting = [...starts];
	for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
		for (const next of importsOf(path)) {
			if (cameFrom.has(next) || !files.has(next) || !/\.(ts|js|svelte)$/.test(next)) continue;
			cameFrom.set(next, path);
			waiting.push(next);
		}
	}
	return [...cameFrom.keys()]
		.filter((path) => path.endsWith('.server.ts'))
		.map((path) => `${wayTo(path, cameFrom)}: the till runs offline; move what it needs into a rule`);
}

function wayTo(path: string, cameFrom: ReadonlyMap<string, string | null>): string {
	const before = cameFrom.get(path);
	return before ? `${wayTo(before, cameFrom)} → ${path}` : path;
}
