/** An entry of the audit: who did what to what, with facts that name nobody. */
import { assert } from '#lib/kernel/assert.ts';
import type { Facts } from '#lib/kernel/refusal.ts';

export interface AuditFact {
	/** `room.verb-past`, such as `sale.voided`. */
	readonly action: string;
	readonly subjectType: string;
	readonly subjectId: string;
	readonly facts: Facts;
}

/** What the hash of an entry covers, in this order. */
export interface AuditContent extends Omit<AuditFact, 'facts'> {
	readonly tenantId: string;
	readonly number: number;
	readonly at: string;
	readonly actorId: string | null;
	readonly actorPart: string | null;
	/** JSON as stored. */
	readonly facts: string;
}

/** What stands before the first entry of a tenant. */
export const chainStart = '';

/** Ids and codes of regions, whose digits are nobody's. */
const harmless = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|\b[1-9]\d(\.\d{2}){1,2}(\.\d{4})?\b/g;
/** A NIK has 16 digits, a card 16 to 19, an account 10 to 15, a phone number at least 9. */
const personalNumber = /\d([ .-]?\d){8,}/;

/** Passes facts that hold no number of a person; such a number is a Bug of whoever records it. */
export function checkFacts(facts: Facts): void {
	for (const [name, value] of Object.entries(facts)) {
		if (typeof value !== 'string') continue;
		assert(!personalNumber.test(value.replace(harmless, '')), `the audit fact ${name} looks like a person's number`);
	}
}

/** The text whose SHA-256 is the hash of an entry that follows one with the hash `before`. */
export function sealedText(before: string, entry: AuditContent): string {
	const { tenantId, number, at, actorId, actorPart, action, subjectType, subjectId, facts } = entry;
	return JSON.stringify([before, tenantId, number, at, actorId, actorPart, action, subjectType, subjectId, facts]);
}
