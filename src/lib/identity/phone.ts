/** Phone numbers of Indonesia: people type them many ways, one form is stored, another is shown. */
import type { Brand } from '#lib/kernel/brand.ts';

/** `+62…`, digits only after the plus. */
export type Phone = Brand<string, 'Phone'>;

const form = /^\+62[2-9]\d{7,11}$/;

/** A number as typed (`0812…`, `62812…`, `+62 812-…`), or null when it is none of Indonesia. */
export function parsePhone(text: string): Phone | null {
	const typed = text.trim().replace(/[\s().-]/g, '');
	if (!/^\+?\d+$/.test(typed)) return null;
	const national = typed.replace(/^(\+62|0062|62|0)/, '').replace(/^0/, '');
	const phone = `+62${national}`;
	return form.test(phone) ? (phone as Phone) : null;
}

/** As people read it: `0812-3456-7890`. */
export function shownPhone(phone: string): string {
	const digits = phone.replace('+62', '0');
	return [digits.slice(0, 4), digits.slice(4, 8), digits.slice(8)].filter((part) => part !== '').join('-');
}

/** Only enough to recognise one's own: `0812-••••-7890`. */
export function maskedPhone(phone: string): string {
	const digits = phone.replace('+62', '0');
	return `${digits.slice(0, 4)}-••••-${digits.slice(-3)}`;
}

/** A link that opens WhatsApp with `text` ready to send, to `phone` or to whom the sender chooses. */
export function whatsappLink(phone: string | null, text: string): string {
	return `https://wa.me/${phone === null ? '' : phone.slice(1)}?text=${encodeURIComponent(text)}`;
}
