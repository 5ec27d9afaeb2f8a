/** Why stock moves. */
import { assert } from '#lib/kernel/assert.ts';

export const movementKinds = ['receipt', 'sale', 'return', 'opening', 'loss', 'own-use', 'count'] as const;
export type MovementKind = (typeof movementKinds)[number];

/** A kind from text that our own database wrote. */
export function movementKind(text: string): MovementKind {
	const found = movementKinds.find((kind) => kind === text);
	assert(found !== undefined, `${text} is not a kind of movement`);
	return found;
}
