/** The card machines of a demo group: saved once, and then each gives one number after another. */
import { saveTerminal } from '#lib/aid/terminals.server.ts';
import { groupTenant } from '#lib/db/tenant.ts';
import { inWork } from '#lib/db/work.server.ts';
import { editSettings } from '#lib/groups/edit-group.server.ts';
import { plainSettings } from '#lib/groups/settings.ts';
import { present } from '#lib/kernel/assert.ts';
import type { Id } from '#lib/kernel/id.ts';
import type { Instant } from '#lib/kernel/instant.ts';
import type { ByCard } from '#lib/sales/wire-bodies.ts';
import type { Chance } from './chance.ts';
import type { DemoGroup } from './founding.ts';
import { actorOf, type World } from './world.ts';

const machines = [
	{ bank: 'BRI', mid: '000001027271', tid: 'BRI72711', name: 'BRI, meja depan' },
	{ bank: 'BNI', mid: '000002027271', tid: 'BNI72712', name: 'BNI, cadangan' }
] as const;
const traces = 1_000_000;
/** How many slips of a hundred are from the first machine. */
const first = 0.7;

export type Slip = Extract<ByCard, { readonly kind: 'slip' }>;

export class CardMachines {
	readonly #ids: readonly Id[];
	readonly #chance: Chance;
	readonly #next: number[];

	private constructor(ids: readonly Id[], chance: Chance) {
		this.#ids = ids;
		this.#chance = chance;
		this.#next = ids.map(() => chance.between(1, traces - 1));
	}

	/** The treasurer saves the group's machines and lets cards be taken. */
	static async saved({ db, wall }: World, { crew, groupId, chance }: DemoGroup, at: Instant): Promise<CardMachines> {
		const ids = await wall.at(at, () =>
			inWork(db, actorOf(crew.treasurer), groupTenant(groupId), async (work) => {
				await editSettings(work, { ...plainSettings, card: true });
				const saved: Id[] = [];
				for (const machine of machines) saved.push(await saveTerminal(work, machine));
				return saved;
			})
		);
		return new CardMachines(ids, chance.of('cards'));
	}

	/** Whether the next buyer of an ordinary day pays by card. */
	isWanted(): boolean {
		return this.#chance.happens(0.08);
	}

	slip(): Slip {
		const at = this.#chance.happens(first) ? 0 : 1;
		const number = present(this.#next[at], 'a number') % traces;
		this.#next[at] = number + 1;
		return { kind: 'slip', terminalId: present(this.#ids[at], 'a machine'), number: String(number).padStart(6, '0') };
	}
}
