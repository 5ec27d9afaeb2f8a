/** Reads over more than one group or one month, by name: `wideRead` makes them in threads of their own. */
import { regionOmzet } from '#lib/oversight/region-omzet.server.ts';

export const reports = { regionOmzet };

export type Reports = typeof reports;
