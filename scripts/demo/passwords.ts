/** The people of the demo whom one can sign in as: a dozen who see all there is to see. */
import { PLATFORM } from '#lib/db/tenant.ts';
import { inWork } from '#lib/db/work.server.ts';
import { hashPassword, setPassword } from '#lib/identity/password.server.ts';
import { shownPhone } from '#lib/identity/phone.ts';
import { present } from '#lib/kernel/assert.ts';
import type { Crew, DemoGroup } from './founding.ts';
import type { Offices } from './offices.ts';
import { newPassword, type SignIn } from './sign-ins.ts';
import { maker, type Registered, type World } from './world.ts';

interface Key {
	readonly role: string;
	readonly person: Registered;
	readonly page: string;
}

/** Gives each of them a new password. */
export async function givePasswords(world: World, offices: Offices, groups: readonly DemoGroup[]): Promise<SignIn[]> {
	const { db, wall } = world;
	return Promise.all(
		keys(offices, groups).map(async ({ role, person, page }) => {
			const password = newPassword();
			const hash = await hashPassword(password, [person.name, person.phone]);
			await wall.at(wall.today, () => inWork(db, maker, PLATFORM, (work) => setPassword(work, person.personId, hash)));
			return { role, name: person.name, phone: shownPhone(person.phone), password, page };
		})
	);
}

function keys(offices: Offices, groups: readonly DemoGroup[]): Key[] {
	const { administrator, head, staff, pendamping, procurement, commitment } = offices;
	const first = present(
		groups.find(({ plan }) => plan.isShop),
		'an e-waroeng'
	);
	const second = present(
		groups.find((group) => group.plan.isShop && group !== first),
		'a second e-waroeng'
	);
	const third = present(
		groups.find(({ plan }) => !plan.isShop && plan.trade !== null),
		'a group that is no e-waroeng'
	);
	const guide = present(
		pendamping.find((person) => person.personId === first.guide.personId),
		'a pendamping'
	);
	return [
		{ role: 'administrator', person: administrator, page: '/dinsos' },
		{ role: 'head of the social office (Dinsos)', person: head, page: '/dinsos' },
		{ role: 'staff of the social office (Dinsos)', person: present(staff[0], 'staff'), page: '/dinsos' },
		{ role: 'facilitator (pendamping)', person: guide, page: '/dinsos' },
		...crewKeys(first, ['chair', 'secretary', 'treasurer', 'cashier']),
		...crewKeys(second, ['treasurer', 'cashier']),
		...crewKeys(third, ['chair']),
		{ role: 'procurement officer of an agency', person: procurement, page: '/masuk' },
		{ role: 'commitment officer (PPK) of an agency', person: commitment, page: '/masuk' }
	];
}

const words: Readonly<Record<keyof Crew, string>> = {
	chair: 'chair (ketua)',
	secretary: 'secretary (sekretaris)',
	treasurer: 'treasurer (bendahara)',
	cashier: 'cashier (kasir)',
	member: 'member (anggota)'
};

function crewKeys({ crew, slug, plan }: DemoGroup, seats: readonly (keyof Crew)[]): Key[] {
	return seats.map((seat) => ({
		role: `${words[seat]}, ${plan.name}`,
		person: crew[seat],
		page: seat === 'cashier' ? '/kasir' : `/kelola/${slug}`
	}));
}
