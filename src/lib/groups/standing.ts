/** Who may not trade: those who guide, supervise or buy must not sell (R66; domain A4, B14). */
import type { Grant, Role } from '#lib/identity/permissions.ts';
import { Refusal } from '#lib/kernel/refusal.ts';

/** A person cannot both guide groups, or serve an office or agency, and earn in one. */
export class ConflictOfInterest extends Refusal {
	readonly code = 'groups.conflict-of-interest';

	constructor() {
		super('Someone who guides groups or serves an office cannot also be in one.');
	}
}

const trading: readonly Role[] = ['chair', 'secretary', 'treasurer', 'cashier', 'member'];

/** Whether the role is one of those who own and sell. */
function trades({ role }: Pick<Grant, 'role'>): boolean {
	return trading.includes(role);
}

/** Passes a person who may own or sell in a group, by the roles they have now. Throws ConflictOfInterest otherwise. */
export function checkMayTrade(grants: readonly Pick<Grant, 'role'>[]): void {
	if (grants.some((grant) => !trades(grant))) throw new ConflictOfInterest();
}

/** Passes a person who may guide groups, by the roles they have now. Throws ConflictOfInterest otherwise. */
export function checkMayGuide(grants: readonly Pick<Grant, 'role'>[]): void {
	if (grants.some(trades)) throw new ConflictOfInterest();
}
