/** What a request carries, and what a failed action tells its page. */
import type { SignedIn } from '#lib/identity/sessions.server.ts';
import type { Grant } from '#lib/identity/permissions.ts';
import type { Language } from '#lib/look/language.ts';
import type { Theme } from '#lib/look/theme.ts';

declare global {
	namespace App {
		interface Locals {
			requestId: string;
			signedIn: SignedIn | null;
			/** Who may what where, at this moment; empty when nobody is signed in. */
			grants: readonly Grant[];
			language: Language;
			theme: Theme;
		}
		interface Error {
			message: string;
			/** The short code that a person can read to the pendamping; only for bugs. */
			id?: string;
		}
	}
}
