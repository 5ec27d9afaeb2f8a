/** What a linter cannot see of the house rules. Each failure names the replacement. */
import { describe, expect, test } from 'vitest';
import { unaskedRoutes } from './architecture/access.ts';
import { importCircles } from './architecture/circles.ts';
import { refusalOf } from './architecture/ladder.ts';
import { idleExemptions, untestedForOthers } from './architecture/other-group.ts';
import { serverWithinReach } from './architecture/reach.ts';
import { foreignPlaces, resolvedPackages, unlistedMigrations } from './architecture/repository.ts';
import { barrels, cupboardFolders, deepRooms, longFiles, strangeRooms, untitledFiles } from './architecture/shape.ts';
import { misplacedTexts, orphanedRefusals, unequalTexts, unusedTexts, wrongRefusals } from './architecture/texts.ts';

const laws: readonly (readonly [law: string, broken: () => string[]])[] = [
	['no barrels', barrels],
	['no folders for things without a business', cupboardFolders],
	['rooms are flat', deepRooms],
	['every room has its place on the ladder', strangeRooms],
	['every file says in its first line what it is', untitledFiles],
	['no file is longer than a person keeps in mind', longFiles],
	['both languages have every text with the same placeholders', unequalTexts],
	['every text stands in the file of its area', misplacedTexts],
	['every text is said somewhere', unusedTexts],
	['every refusal has a code of its own and a sentence', wrongRefusals],
	['every sentence of a refusal has its refusal', orphanedRefusals],
	['no file needs itself by way of others', importCircles],
	['every load, action and endpoint first asks whether they may', unaskedRoutes],
	['every command and query has its other-group test', untestedForOthers],
	['every exemption from the other-group test is needed', idleExemptions],
	['the till and its service worker never reach the server', serverWithinReach],
	['every migration is listed', unlistedMigrations],
	['nothing of one machine is committed', foreignPlaces],
	['the lockfile is for any registry', resolvedPackages]
];

describe('the tree', () => {
	test.each(laws)('%s', (_law, broken) => {
		expect(broken()).toEqual([]);
	});
});

describe('the ladder', () => {
	test.each([
		['src/lib/db/x.server.ts', '#lib/kernel/rupiah.ts'],
		['src/lib/kernel/x.ts', 'uuid'],
		['src/lib/catalog/x.ts', 'valibot'],
		['src/lib/catalog/x.ts', '#texts/messages.js'],
		['src/lib/catalog/x.server.ts', '#lib/db/work.server.ts'],
		['src/lib/catalog/x.server.ts', 'kysely'],
		['src/lib/identity/x.server.ts', 'lucia'],
		['src/lib/web/x.server.ts', '@sveltejs/kit'],
		['src/lib/web/x.ts', '$app/state'],
		['src/lib/files/x.server.ts', 'node:https'],
		['src/lib/counter/x.ts', 'dexie'],
		['src/routes/x.ts', '#lib/ledger/x.server.ts']
	])('%s may import %s', async (path, source) => {
		expect(await refusalOf(path, source)).toBeNull();
	});

	test.each([
		['src/lib/kernel/x.ts', '#lib/db/tenant.ts'],
		['src/lib/ledger/x.server.ts', '#lib/web/log.server.ts'],
		['src/lib/catalog/x.ts', 'kysely'],
		['src/lib/catalog/x.ts', 'node:fs'],
		['src/lib/catalog/x.ts', '#lib/db/work.server.ts'],
		['src/lib/catalog/x.server.ts', 'better-sqlite3'],
		['src/lib/catalog/x.server.ts', 'pg'],
		['src/lib/catalog/x.server.ts', 'lucia'],
		['src/lib/sales/x.server.ts', 'midtrans-client'],
		['src/lib/catalog/x.server.ts', '@sveltejs/kit'],
		['src/lib/catalog/x.server.ts', 'node:http'],
		['src/lib/catalog/x.svelte.ts', '#lib/db/work.server.ts'],
		['src/lib/counter/x.ts', '#lib/db/work.server.ts'],
		['src/lib/unheard/x.ts', '#lib/kernel/rupiah.ts'],
		['src/routes/x.ts', 'pg'],
		['src/routes/x.ts', '$lib/a.ts'],
		['src/routes/x.ts', '$app/stores'],
		['src/routes/x.ts', '$env/static/private']
	])('%s may not import %s', async (path, source) => {
		expect(await refusalOf(path, source)).not.toBeNull();
	});

	test('a page may know the types of the server, a rule may not', async () => {
		expect(await refusalOf('src/lib/catalog/x.svelte.ts', '#lib/db/work.server.ts', 'type')).toBeNull();
		expect(await refusalOf('src/lib/catalog/x.ts', '#lib/db/work.server.ts', 'type')).not.toBeNull();
	});
});
