/** The test that every command and query of a tenant has: another group gets what an id that nobody has would get. */
import { expect, test } from 'vitest';

interface Attempts {
	/** The owner's attempt, which succeeds. */
	readonly owner: () => Promise<unknown>;
	/** The same attempt by another group, at the owner's thing. */
	readonly other: () => Promise<unknown>;
	/** The attempt at an id, or by a group, that does not exist. */
	readonly random: () => Promise<unknown>;
}

/** Declares the other-group test of the exported function `name`; the architecture test looks for this call. */
export function otherGroup(name: string, { owner, other, random }: Attempts): void {
	test(`other group: ${name}`, async () => {
		const [own, foreign, nobody] = [await outcome(owner), await outcome(other), await outcome(random)];
		expect(own, 'the owner succeeds').toHaveProperty('answer');
		expect(foreign, 'another group learns nothing').toEqual(nobody);
		expect(own, 'the owner gets more than nobody does').not.toEqual(nobody);
	});
}

type Outcome = { readonly answer: unknown } | { readonly refused: string; readonly code: unknown };

async function outcome(attempt: () => Promise<unknown>): Promise<Outcome> {
	try {
		return { answer: await attempt() };
	} catch (error) {
		if (!(error instanceof Error)) throw error;
		return { refused: error.name, code: 'code' in error ? error.code : error.message };
	}
}
