/** The trial balance: each account in the column where its balance stands, both columns with the same total. */
import { assert } from '#lib/kernel/assert.ts';
import { negated, type Rupiah, rupiah, total } from '#lib/kernel/rupiah.ts';
import type { AccountCode } from './chart.ts';

/** An account over a span of days; debits are positive, credits negative in balances. */
export interface AccountBalance {
	readonly account: AccountCode;
	/** The balance when the span begins. */
	readonly opening: Rupiah;
	/** What was debited in the span. */
	readonly debit: Rupiah;
	/** What was credited in the span; positive. */
	readonly credit: Rupiah;
	/** The balance when the span ends. */
	readonly closing: Rupiah;
}

export interface Column {
	readonly account: AccountCode;
	/** Null when the balance stands on the other side. */
	readonly debit: Rupiah | null;
	readonly credit: Rupiah | null;
}

export interface Sheet {
	readonly rows: readonly Column[];
	readonly debit: Rupiah;
	readonly credit: Rupiah;
}

/** The closing balances in two columns; accounts that stand at zero are left out. */
export function inColumns(balances: readonly AccountBalance[]): Sheet {
	const rows = balances.filter((balance) => balance.closing !== 0).map(inColumn);
	const debit = total(rows.map((row) => row.debit ?? rupiah(0)));
	const credit = total(rows.map((row) => row.credit ?? rupiah(0)));
	assert(debit === credit, `the trial balance is off by ${debit - credit}`);
	return { rows, debit, credit };
}

function inColumn({ account, closing }: AccountBalance): Column {
	return closing > 0 ? { account, debit: closing, credit: null } : { account, debit: null, credit: negated(closing) };
}
