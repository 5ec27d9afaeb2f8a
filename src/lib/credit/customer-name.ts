/** What a customer is called on a screen, also when the name is not there. */
import { m } from '#texts/messages.js';

export function customerName({ name, erased }: { readonly name: string | null; readonly erased: boolean }): string {
	if (name !== null) return name;
	return erased ? m.credit_name_erased() : m.credit_name_unknown();
}
