/** What accounts, kinds and channels are called, in the reader's language. */
import { m } from '#texts/messages.js';
import type { Channel } from './channel.ts';
import { account, type AccountCode, type AccountKind } from './chart.ts';

const accountNames: Readonly<Record<AccountCode, () => string>> = {
	[account.cashDrawer]: m.account_cash_drawer,
	[account.cashOnHand]: m.account_cash_on_hand,
	[account.bank]: m.account_bank,
	[account.cardInTransit]: m.account_card_in_transit,
	[account.qrisInTransit]: m.account_qris_in_transit,
	[account.couponsInTransit]: m.account_coupons_in_transit,
	[account.owedByAgencies]: m.account_owed_by_agencies,
	[account.owedByLateCards]: m.account_owed_by_late_cards,
	[account.owedByMembers]: m.account_owed_by_members,
	[account.owedByCustomers]: m.account_owed_by_customers,
	[account.goods]: m.account_goods,
	[account.materials]: m.account_materials,
	[account.withheldTax]: m.account_withheld_tax,
	[account.equipment]: m.account_equipment,
	[account.equipmentWorn]: m.account_equipment_worn,
	[account.owedToSuppliers]: m.account_owed_to_suppliers,
	[account.owedToMembers]: m.account_owed_to_members,
	[account.customerDeposits]: m.account_customer_deposits,
	[account.taxToPay]: m.account_tax_to_pay,
	[account.solidarityFund]: m.account_solidarity_fund,
	[account.memberSavings]: m.account_member_savings,
	[account.sharesToPay]: m.account_shares_to_pay,
	[account.aidCapital]: m.account_aid_capital,
	[account.memberCapital]: m.account_member_capital,
	[account.surplusKept]: m.account_surplus_kept,
	[account.openingEquity]: m.account_opening_equity,
	[account.salesCounter]: m.account_sales_counter,
	[account.salesShop]: m.account_sales_shop,
	[account.salesAgency]: m.account_sales_agency,
	[account.agentFee]: m.account_agent_fee,
	[account.returnsCounter]: m.account_returns_counter,
	[account.returnsShop]: m.account_returns_shop,
	[account.returnsAgency]: m.account_returns_agency,
	[account.costOfGoods]: m.account_cost_of_goods,
	[account.shrinkage]: m.account_shrinkage,
	[account.costDifference]: m.account_cost_difference,
	[account.wages]: m.account_wages,
	[account.transport]: m.account_transport,
	[account.packaging]: m.account_packaging,
	[account.electricity]: m.account_electricity,
	[account.paymentFee]: m.account_payment_fee,
	[account.rent]: m.account_rent,
	[account.scaleCheck]: m.account_scale_check,
	[account.wear]: m.account_wear,
	[account.otherCost]: m.account_other_cost,
	[account.cashRounding]: m.account_cash_rounding,
	[account.drawerDifference]: m.account_drawer_difference,
	[account.ownUse]: m.account_own_use,
	[account.incomeTax]: m.account_income_tax
};

const kindNames: Readonly<Record<AccountKind, () => string>> = {
	asset: m.books_kind_asset,
	liability: m.books_kind_liability,
	equity: m.books_kind_equity,
	income: m.books_kind_income,
	expense: m.books_kind_expense
};

const channelNames: Readonly<Record<Channel, () => string>> = {
	counter: m.books_channel_counter,
	shop: m.books_channel_shop,
	agency: m.books_channel_agency,
	agent: m.books_channel_agent
};

export function accountName(code: AccountCode): string {
	return accountNames[code]();
}

export function kindName(kind: AccountKind): string {
	return kindNames[kind]();
}

export function channelName(channel: Channel): string {
	return channelNames[channel]();
}
