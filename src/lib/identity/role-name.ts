/** Roles as people say them, in the reader's language. */
import { m } from '#texts/messages.js';
import type { Role } from './permissions.ts';

const names: Readonly<Record<Role, () => string>> = {
	chair: m.identity_role_chair,
	secretary: m.identity_role_secretary,
	treasurer: m.identity_role_treasurer,
	cashier: m.identity_role_cashier,
	member: m.identity_role_member,
	pendamping: m.identity_role_pendamping,
	'budget-owner': m.identity_role_budget_owner,
	'commitment-officer': m.identity_role_commitment_officer,
	'procurement-officer': m.identity_role_procurement_officer,
	'activity-officer': m.identity_role_activity_officer,
	'goods-steward': m.identity_role_goods_steward,
	'paying-treasurer': m.identity_role_paying_treasurer,
	inspector: m.identity_role_inspector,
	'office-admin': m.identity_role_office_admin,
	'office-staff': m.identity_role_office_staff,
	administrator: m.identity_role_administrator
};

/** "Ketua", "Bendahara Kube", "Pendamping". */
export function roleName(role: Role): string {
	return names[role]();
}
