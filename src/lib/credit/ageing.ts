/** How old a debt is: payments settle the oldest of it first, so what is still owed is the latest of it. */
import { type Day, daysBetween } from '#lib/kernel/day.ts';
import { type Rupiah, rupiah, total } from '#lib/kernel/rupiah.ts';

/** Something bought on kasbon. */
export interface Debt {
	readonly day: Day;
	readonly amount: Rupiah;
}

/** The last day, counted from the day of the debt, of each class of age but the oldest. */
const ageLimits = [7, 30, 60] as const;

/** What is owed since at most 7, 30 and 60 days, and since longer. */
export type Ages = readonly [week: Rupiah, month: Rupiah, twoMonths: Rupiah, older: Rupiah];

export interface Ageing {
	readonly ages: Ages;
	/** The day of the oldest debt that is not settled; null when nothing is owed. */
	readonly since: Day | null;
}

/** The ages of `owed` on `today`, from all that was bought on credit. */
export function ageingOf(debts: readonly Debt[], owed: Rupiah, today: Day): Ageing {
	const ages: [number, number, number, number] = [0, 0, 0, 0];
	let left: number = Math.max(owed, 0);
	let since: Day | null = null;
	for (const debt of [...debts].sort((one, other) => daysBetween(one.day, other.day))) {
		const open = Math.min(debt.amount, left);
		if (open <= 0) continue;
		ages[ageClass(daysBetween(debt.day, today))] += open;
		since = debt.day;
		left -= open;
	}
	return { ages: [rupiah(ages[0]), rupiah(ages[1]), rupiah(ages[2]), rupiah(ages[3])], since };
}

function ageClass(days: number): 0 | 1 | 2 | 3 {
	if (days <= ageLimits[0]) return 0;
	if (days <= ageLimits[1]) return 1;
	return days <= ageLimits[2] ? 2 : 3;
}

/** The ages of several customers together. */
export function sumAges(all: readonly Ages[]): Ages {
	const sum = (of: 0 | 1 | 2 | 3): Rupiah => total(all.map((ages) => ages[of]));
	return [sum(0), sum(1), sum(2), sum(3)];
}
