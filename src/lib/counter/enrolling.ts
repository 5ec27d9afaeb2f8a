/** Making this browser a till: with a person who may signed in here, or by the QR on the treasurer's phone. */
import { deviceName } from '#lib/identity/device.ts';
import { type Id, isId, newId } from '#lib/kernel/id.ts';
import { firstPrevious } from '#lib/sales/chain.ts';
import type { Enrolment } from './kept.ts';
import type { Answer, Enrolling, Line } from './line.ts';
import type { Outbox } from './outbox.ts';
import { makeTillKeys } from './till-keys.ts';

/** What the treasurer's QR says. */
export interface Invitation {
	readonly groupId: Id;
	readonly id: Id;
	readonly token: string;
}

/** The invitation in the fragment of `/kasir/daftar#group.invitation.token`, which no server ever sees; null when it is none. */
export function readInvitation(fragment: string): Invitation | null {
	const [groupId = '', id = '', token = '', ...more] = fragment.replace(/^#/, '').split('.');
	if (!isId(groupId) || !isId(id) || !/^[A-Za-z0-9_-]{16,128}$/.test(token) || more.length > 0) return null;
	return { groupId, id, token };
}

export interface Wanted {
	readonly groupId: Id;
	/** The group's name in addresses; empty until the server tells it. */
	readonly slug: string;
	/** Null until the server tells it. */
	readonly installation: string | null;
	/** Whose till it is, for its name; empty when nobody is signed in. */
	readonly who: string;
	readonly invitation: Enrolling['invitation'];
}

/**
 * Enrols this browser and gives the id. The id and the keys are kept before they are sent, so that a lost answer makes no
 * second till: asked again, the same one is enrolled.
 */
export async function enrolHere(outbox: Outbox, line: Line, wanted: Wanted): Promise<Answer<Id>> {
	const { till, publicKey } = await pendingTill(outbox, wanted);
	const { id, name } = till;
	const answer = await line.enrol(wanted.groupId, { id, name, publicKey, invitation: wanted.invitation });
	if (answer.kind !== 'answered') return answer;
	await outbox.keepEnrolment({ ...till, code: answer.value.code });
	// Asked for, not insisted on: a browser may still clear what a page keeps.
	await navigator.storage.persist().catch(() => false);
	return { kind: 'answered', value: id };
}

async function pendingTill(outbox: Outbox, wanted: Wanted) {
	const { groupId, installation } = wanted;
	const tills = await outbox.enrolments();
	const begun = tills.find((one) => one.groupId === groupId && one.installation === installation && one.code === null);
	if (begun !== undefined) return { till: begun, publicKey: (await outbox.keysOf(begun.id)).publicKey };
	const keys = await makeTillKeys();
	const till = newTill(wanted);
	await outbox.keepEnrolment(till, keys);
	return { till, publicKey: keys.publicKey };
}

function newTill({ groupId, slug, installation, who }: Wanted): Enrolment {
	const id = newId();
	return {
		id,
		groupId,
		slug,
		installation,
		code: null,
		name: [who, deviceName(navigator.userAgent)].filter(Boolean).join(' · ') || 'Kasir',
		nextSequence: 1,
		nextReceipt: 1,
		lastHash: firstPrevious(id),
		acknowledged: 0,
		exported: 0,
		shift: null,
		closed: null
	};
}
