/** What the audit calls an act, as people say it. */
import { m } from '#texts/messages.js';

const names: Readonly<Record<string, () => string>> = {
	'person.registered': m.platform_act_person_registered,
	'person.edited': m.platform_act_person_edited,
	'person.erased': m.platform_act_person_erased,
	'password.set': m.platform_act_password_set,
	'phone.changed': m.platform_act_phone_changed,
	'entry-code.made': m.platform_act_entry_code_made,
	'entry-code.used': m.platform_act_entry_code_used,
	'role.granted': m.platform_act_role_granted,
	'role.ended': m.platform_act_role_ended,
	'office.founded': m.platform_act_office_founded,
	'agency.founded': m.platform_act_agency_founded,
	'group.founded': m.platform_act_group_founded,
	'group.edited': m.platform_act_group_edited,
	'group.settings': m.platform_act_group_settings,
	'group.status': m.platform_act_group_status,
	'member.added': m.platform_act_member_added,
	'member.edited': m.platform_act_member_edited,
	'member.left': m.platform_act_member_left,
	'member.erased': m.platform_act_member_erased,
	'nik.read': m.platform_act_nik_read,
	'bank-account.read': m.platform_act_bank_account_read,
	'bank-account.set': m.platform_act_bank_account_set,
	'licence.added': m.platform_act_licence_added,
	'licence.withdrawn': m.platform_act_licence_withdrawn,
	'price.set': m.platform_act_price_set,
	'product.added': m.platform_act_product_added,
	'product.edited': m.platform_act_product_edited,
	'product.retired': m.platform_act_product_retired,
	'product.units': m.platform_act_product_units,
	'sale.voided': m.platform_act_sale_voided,
	'receipt.reprinted': m.platform_act_receipt_reprinted,
	'sale.returned': m.platform_act_sale_returned,
	'credit.limit-changed': m.platform_act_credit_limit_changed,
	'credit.customer-erased': m.platform_act_credit_customer_erased,
	'cash.confirmed': m.platform_act_cash_confirmed,
	'till.enrolled': m.platform_act_till_enrolled,
	'till.revoked': m.platform_act_till_revoked,
	'till.invited': m.platform_act_till_invited,
	'till.frozen': m.platform_act_till_frozen,
	'till.unfrozen': m.platform_act_till_unfrozen,
	'event.released': m.platform_act_event_released,
	'group.qris': m.platform_act_group_qris
};

/** "Memberi tugas"; the code itself for an act that has no name yet. */
export function actName(action: string): string {
	return names[action]?.() ?? action;
}
