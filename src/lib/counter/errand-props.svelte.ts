/** What every sheet beside selling is given. */
import type { Till } from './till.svelte.ts';

/** Ways out of the open till. */
export interface Doors {
	/** Makes this browser a till anew. */
	anew(): void;
	/** Opens the same counter for practice, where nothing is recorded. */
	practise(): void;
	/** Back to the till itself. */
	endPractice(): void;
}

export interface ErrandProps {
	readonly till: Till;
	readonly doors: Doors;
	readonly onclose: () => void;
}
