/** Every migration, by hand and in order; a file of a released version is never edited again. */
import type { Migration } from 'kysely/migration';
import { up as base } from './2026_11_21_01_base.ts';
import { up as identity } from './2026_11_21_02_identity.ts';
import { up as groups } from './2026_11_21_03_groups.ts';
import { up as trade } from './2026_11_21_04_trade.ts';
import { up as counter } from './2026_11_21_05_counter.ts';
import { up as aid } from './2026_11_22_01_aid.ts';
import { up as settlement } from './2026_11_22_02_settlement.ts';

export const migrations: Readonly<Record<string, Migration>> = {
	'2026_11_21_01_base': { up: base },
	'2026_11_21_02_identity': { up: identity },
	'2026_11_21_03_groups': { up: groups },
	'2026_11_21_04_trade': { up: trade },
	'2026_11_21_05_counter': { up: counter },
	'2026_11_22_01_aid': { up: aid },
	'2026_11_22_02_settlement': { up: settlement }
};
