/** Who may let another person in with a code: only someone above everything that person may do. */
import { Refusal } from '#lib/kernel/refusal.ts';
import { type Grant, type Place, reaches, type Role } from './permissions.ts';

/** The person also has a duty that the maker of the code is not above. */
export class MayNotVouch extends Refusal {
	readonly code = 'identity.may-not-vouch';

	constructor() {
		super('This person also has a duty elsewhere that you are not above.');
	}
}

const office = ['office-admin', 'office-staff', 'administrator'] as const;
const inGroup = ['chair', 'pendamping', ...office] as const;
const inAgency = ['budget-owner', 'office-admin', 'administrator'] as const;

/** By the role of the person let in: the roles that may do so, where they reach. */
const vouchers: Readonly<Record<Role, readonly Role[]>> = {
	chair: ['pendamping', ...office],
	secretary: inGroup,
	treasurer: inGroup,
	cashier: inGroup,
	member: inGroup,
	pendamping: office,
	'budget-owner': ['office-admin', 'administrator'],
	'commitment-officer': inAgency,
	'procurement-officer': inAgency,
	'activity-officer': inAgency,
	'goods-steward': inAgency,
	'paying-treasurer': inAgency,
	inspector: inAgency,
	'office-staff': ['office-admin', 'administrator'],
	'office-admin': ['administrator'],
	administrator: ['administrator']
};

/** Someone without any duty is let in by those who found groups and know the people of their region. */
const vouchersOfNobody: readonly Role[] = office;

/**
 * `all`: the maker is above every role of the person. `some`: above one, but not all, so that a code would open more than
 * the maker may. `none`: the maker has nothing to do with this person.
 */
export function vouchFor(maker: readonly Grant[], person: readonly Grant[]): 'all' | 'some' | 'none' {
	if (person.length === 0) return maker.some((grant) => vouchersOfNobody.includes(grant.role)) ? 'all' : 'none';
	const covered = person.filter((held) => maker.some((grant) => isAbove(grant, held)));
	if (covered.length === person.length) return 'all';
	return covered.length > 0 ? 'some' : 'none';
}

function isAbove(grant: Grant, held: Grant): boolean {
	return vouchers[held.role].includes(grant.role) && reaches(grant, placeOf(held));
}

function placeOf({ scope, scopeId, regionCode }: Grant): Place {
	return scope === 'platform' ? { scope } : { scope, id: scopeId, regionCode };
}
