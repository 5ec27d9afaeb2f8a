/** Every migration, by hand and in order; a file of a released version is never edited again. */
import type { Migration } from 'kysely/migration';
import * as base from './2026_11_21_01_base.ts';
import * as identity from './2026_11_21_02_identity.ts';
import * as groups from './2026_11_21_03_groups.ts';
import * as trade from './2026_11_21_04_trade.ts';

export const migrations: Readonly<Record<string, Migration>> = {
	'2026_11_21_01_base': base,
	'2026_11_21_02_identity': identity,
	'2026_11_21_03_groups': groups,
	'2026_11_21_04_trade': trade
};
