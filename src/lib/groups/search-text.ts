/** What a group is found by: its name, its village, and what it does. */
import { searchable } from '#lib/kernel/text.ts';
import type { Businesses } from './group.ts';

/** Begins with the name, so that groups sorted by it stand in the order of their names. */
export function groupSearchText(name: string, villageName: string, { main, others }: Businesses): string {
	return searchable([name, villageName, main, ...others].join(' '));
}
