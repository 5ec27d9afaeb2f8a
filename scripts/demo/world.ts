/** What every part of the making of a demo works with. */
import type { Database } from '#lib/db/open.server.ts';
import type { Seals } from '#lib/db/seal.server.ts';
import { type Actor, systemActor } from '#lib/db/tenant.ts';
import type { Id } from '#lib/kernel/id.ts';
import type { Phone } from '#lib/identity/phone.ts';
import type { Chance } from './chance.ts';
import type { Names } from './names.ts';
import type { Phones } from './phones.ts';
import type { Bars } from './progress.ts';
import type { Wall } from './wall.ts';

export interface World {
	readonly db: Database;
	readonly wall: Wall;
	readonly seals: Seals;
	readonly chance: Chance;
	readonly names: Names;
	readonly phones: Phones;
	readonly bars: Bars;
}

/** Someone of the demo, named before anything is written, so that nobody's name depends on who was quicker. */
export interface DemoPerson {
	readonly name: string;
	readonly phone: Phone;
}

export interface Registered extends DemoPerson {
	readonly personId: Id;
}

export function newPerson({ names, phones }: World): DemoPerson {
	return { name: names.next(), phone: phones.next() };
}

export function actorOf({ personId, name }: Registered): Actor {
	return { personId, name };
}

/** Who writes what no person of the demo would have written. */
export const maker = systemActor('demo');
