/** Which tills a person can go to from here: those that this phone is, and those of the groups they serve. */
import type { TillGroup } from './answers.ts';
import { keptSnapshot } from './courier.ts';
import { Outbox } from './outbox.ts';

export interface TillLink {
	readonly slug: string;
	readonly name: string;
	readonly address: string;
}

/** The tills that this browser is, by what it heard of them last. */
export async function tillsHere(): Promise<TillLink[]> {
	const outbox = new Outbox();
	try {
		const links: TillLink[] = [];
		for (const { id, closed, code } of await outbox.enrolments()) {
			const kept = code === null || closed !== null ? null : await keptSnapshot(outbox, id);
			if (kept !== null) links.push(kept.snapshot.group);
		}
		return links;
	} finally {
		outbox.close();
	}
}

/** Both, each group once, by name. */
export function tillLinks(kept: readonly TillLink[], served: readonly TillGroup[]): TillLink[] {
	const bySlug = new Map([...kept, ...served].map(({ slug, name, address }) => [slug, { slug, name, address }]));
	return [...bySlug.values()].sort((one, other) => (one.name < other.name ? -1 : 1));
}
