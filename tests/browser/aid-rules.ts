/** Puts a rule of aid in place for one shop of the demo, as it stands once two people of its office agreed. */
import { join } from 'node:path';
import process from 'node:process';
import Sqlite from 'better-sqlite3';
import type { Regime } from '#lib/aid/regime.ts';
import { newId } from '#lib/kernel/id.ts';

/** The other officer's shop. */
const other = 'kube-balaroa-bangkit';
const at = '2026-01-01T00:00:00.000Z';

/** The rule that holds in the village of a shop from a day on: of two that began together the newer one. */
export function under(regime: Regime, slug = other, from = '2026-01-01'): void {
	const folder = process.env['EWAROENG_DATA'] ?? join(process.env['BROWSER_FOLDER'] ?? '', 'data');
	const db = new Sqlite(join(folder, 'demo.db'), { timeout: 10_000 });
	try {
		db.prepare(
			`insert into aid_regime (id, region, valid_from, valid_to, source, proposed_by, proposed_at, confirmed_by, confirmed_at,
				refused_at, regime, programme)
			select ?, village_code, ?, null, 'Uji', null, ?, null, ?, null, ?, 'Uji' from kube where slug = ?`
		).run(newId(), from, at, at, regime, slug);
	} finally {
		db.close();
	}
}
