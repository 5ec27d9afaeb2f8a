/** What is committed: nothing of one machine, frozen migrations in a list kept by hand, a lockfile for any registry. */
import { allFiles, exists, filesBelow, importsOf, textOf } from './tree.ts';

const migrationsList = 'src/lib/db/migrations/list.ts';
const migrationName = /^\d{4}_\d{2}_\d{2}_\d{2}_[a-z0-9_]+\.ts$/;

export function unlistedMigrations(): string[] {
	const listed = new Set(exists(migrationsList) ? importsOf(migrationsList) : []);
	return filesBelow('src/lib/db/migrations', '.ts')
		.filter((path) => path !== migrationsList)
		.flatMap((path) => {
			const name = path.split('/').at(-1) ?? '';
			if (!migrationName.test(name)) return [`${path}: name it YYYY_MM_DD_NN_what.ts`];
			return listed.has(path) ? [] : [`${path}: list it in ${migrationsList}`];
		});
}

/** Paths and hosts that exist on one machine only; written in halves, so that this file does not hold them. */
const foreign = [
	['/wo', 'rk/'],
	['../sha', 'red'],
	['registry.', 'npmjs.org'],
	['/ro', 'ot/'],
	['/ho', 'me/']
].map((halves) => halves.join(''));
const pictures = /\.(png|jpe?g|webp|avif|ico|woff2?|wasm|db|gz)$/;

export function foreignPlaces(): string[] {
	return allFiles
		.filter((path) => !pictures.test(path))
		.flatMap((path) => {
			const text = textOf(path);
			return foreign
				.filter((place) => text.includes(place))
				.map((place) => `${path}: holds ${place}; write a path from the root of the checkout`);
		});
}

export function resolvedPackages(): string[] {
	return textOf('package-lock.json').includes('"resolved"')
		? [
				'package-lock.json: make it with npm_config_omit_lockfile_registry_resolved=true, so that any registry serves it'
			]
		: [];
}
