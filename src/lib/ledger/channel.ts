/** Where something was sold; each channel has income accounts of its own, so that omzet can be told from the legs alone. */
import { assert } from '#lib/kernel/assert.ts';
import { account, type AccountCode } from './chart.ts';

export const channels = ['counter', 'shop', 'agency', 'agent'] as const;
export type Channel = (typeof channels)[number];

/** The account that a channel's income is credited to. */
export const incomeAccount: Readonly<Record<Channel, AccountCode>> = {
	counter: account.salesCounter,
	shop: account.salesShop,
	agency: account.salesAgency,
	agent: account.agentFee
};

const channelOfAccount: Readonly<Partial<Record<AccountCode, Channel>>> = {
	[account.salesCounter]: 'counter',
	[account.returnsCounter]: 'counter',
	[account.salesShop]: 'shop',
	[account.returnsShop]: 'shop',
	[account.salesAgency]: 'agency',
	[account.returnsAgency]: 'agency',
	[account.agentFee]: 'agent'
};

/** The channel whose omzet a leg on `code` changes, or null. */
export function channelOf(code: AccountCode): Channel | null {
	return channelOfAccount[code] ?? null;
}

/** A channel from text that our own database wrote. */
export function channel(text: string): Channel {
	const found = channels.find((known) => known === text);
	assert(found !== undefined, `${text} is not a channel`);
	return found;
}
