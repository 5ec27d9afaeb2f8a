/** Circles of files that name each other, be it for a type alone: none of them can be read, or moved, without the others. */
import { codeFiles, exists, namedBy } from './tree.ts';

/** Each way that leads back to where it began, told once. */
export function importCircles(): string[] {
	const walked = new Set<string>();
	const circles: string[] = [];
	const walk = (path: string, way: readonly string[]): void => {
		const met = way.indexOf(path);
		if (met >= 0)
			circles.push(`${[...way.slice(met), path].join(' → ')}: what they share belongs into a file that all may name`);
		if (met >= 0 || walked.has(path)) return;
		for (const next of namedBy(path).filter(exists)) walk(next, [...way, path]);
		walked.add(path);
	};
	for (const path of codeFiles) walk(path, []);
	return circles;
}
