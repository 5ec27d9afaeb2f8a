/** All tables of the database, as the code names them (the columns are snake_case). */
import type { AidTables } from './aid-tables.ts';
import type { CounterTables } from './counter-tables.ts';
import type { DbTables } from './db-tables.ts';
import type { GroupTables } from './group-tables.ts';
import type { IdentityTables } from './identity-tables.ts';
import type { SalesTables } from './sales-tables.ts';
import type { TradeTables } from './trade-tables.ts';

export interface Tables
	extends DbTables, IdentityTables, GroupTables, TradeTables, SalesTables, CounterTables, AidTables {}
