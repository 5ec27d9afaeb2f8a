/** What a one-time link says first, by what it is for. */
import type { EntryPurpose } from '#lib/identity/entry-code.ts';
import { m } from '#texts/messages.js';

export function headingOf(purpose: EntryPurpose, name: string, phone: string): { title: string; text: string } {
	switch (purpose) {
		case 'invitation':
			return { title: m.identity_link_invitation({ name }), text: m.identity_link_invitation_text() };
		case 'recovery':
			return { title: m.identity_link_recovery({ name }), text: m.identity_link_recovery_text() };
		case 'phone-change':
			return { title: m.identity_link_phone({ name }), text: m.identity_link_phone_text({ phone }) };
	}
}
