/** A one-time way in as it is shown, once, to whoever made it. */
import { zoneName, type Zone } from '#lib/kernel/day.ts';
import type { Instant } from '#lib/kernel/instant.ts';
import { formatHour } from '#lib/look/day-text.ts';
import { m } from '#texts/messages.js';
import { getLocale } from '#texts/runtime.js';
import { entryAddress, type EntryPurpose, shownEntryCode } from './entry-code.ts';
import { whatsappLink } from './phone.ts';

export interface ShownEntry {
	readonly title: string;
	readonly name: string;
	/** `1234 5678`. */
	readonly code: string;
	/** Where the code is typed, without `https://`. */
	readonly address: string;
	readonly link: string;
	/** Opens WhatsApp with the link ready to send. */
	readonly whatsapp: string;
	/** `14.45 WITA`. */
	readonly until: string;
}

interface MadeEntry {
	readonly purpose: EntryPurpose;
	readonly token: string;
	readonly code: string;
	readonly expiresAt: Instant;
	readonly name: string;
	readonly phone: string | null;
}

const titles = {
	invitation: m.identity_code_ready_invitation,
	recovery: m.identity_code_ready_recovery,
	'phone-change': m.identity_code_ready_phone
} as const satisfies Record<EntryPurpose, unknown>;

/** What to show of a way in, at the address `origin` of this installation. */
export function shownEntry(entry: MadeEntry, origin: string, zone: Zone): ShownEntry {
	const { purpose, token, code, expiresAt, name, phone } = entry;
	const link = entryAddress(origin, token);
	return {
		title: titles[purpose]({ name }),
		name,
		code: shownEntryCode(code),
		address: `${origin.replace(/^https?:\/\//, '')}/masuk/kode`,
		link,
		whatsapp: whatsappLink(phone, m.identity_code_message({ name, link })),
		until: `${formatHour(expiresAt, zone, getLocale())} ${zoneName(zone)}`
	};
}
