/** Puts an open till together: from an enrolment and the snapshot it works with, or for practice from the snapshot alone. */
import { present } from '#lib/kernel/assert.ts';
import type { Id } from '#lib/kernel/id.ts';
import { millisecondsOf } from '#lib/kernel/instant.ts';
import { Copies } from './copy.svelte.ts';
import { Courier, type Heard } from './courier.ts';
import { Crew } from './crew.svelte.ts';
import { lessTaken } from './goods.ts';
import type { Enrolment, OpenShift } from './kept.ts';
import type { Line, Sender } from './line.ts';
import type { Outbox } from './outbox.ts';
import { PracticeOutbox } from './practice.ts';
import { toldShift } from './shift.ts';
import { unsentGoods } from './sold.ts';
import { bytesOf, makeTillKeys, signed } from './till-keys.ts';
import { Till } from './till.svelte.ts';

/** A snapshot is not asked for again this soon. */
const freshMs = 60_000;
/** What is old is dropped when the goods are long on the screen. */
const tidyAfterMs = 10_000;

/** The till of an enrolment, carrying between it and the server from now on until it is closed. */
export async function openedTill(outbox: Outbox, line: Line, enrolment: Enrolment, heard: Heard): Promise<Till> {
	const { id: enrolmentId, groupId } = enrolment;
	const [{ signing, pin }, { leftBehind, hasOthers }, taken, shift, baskets] = await Promise.all([
		outbox.keysOf(enrolmentId),
		otherTills(outbox, enrolment),
		unsentGoods(outbox, enrolmentId),
		shiftAtOpening(outbox, enrolment, heard),
		outbox.baskets(groupId)
	]);
	const sender: Sender = { groupId, enrolmentId, signing };
	const crew = new Crew({ enrolmentId, store: outbox, pinKey: pin, online: { line, sender } });
	crew.take(heard.snapshot);
	await crew.resume(null);
	const code = present(enrolment.code, 'the code of a till that is open');
	const { slug } = heard.snapshot.group;
	const copies: Copies = new Copies({
		outbox, groupId, enrolmentId, slug, code, backupKey: () => till.heard.snapshot.backupKey
	}); // prettier-ignore
	const post = new Courier({
		outbox, line, sender, leftBehind,
		onState: (state) => till.noteSync(state),
		onHeard: (fresh) => till.hear(fresh)
	}); // prettier-ignore
	const sign = (text: string) => signed(signing, bytesOf(text));
	const parts = {
		group: heard.snapshot.group, hasOthers, enrolmentId, code, store: outbox, line, crew, copies, sign, post
	}; // prettier-ignore
	const goods = lessTaken(heard.snapshot.goods, taken);
	const till: Till = new Till(parts, { ...heard, snapshot: { ...heard.snapshot, goods } }, baskets, shift);
	post.run(millisecondsOf(line.now()) - millisecondsOf(heard.at) < freshMs);
	setTimeout(() => void outbox.forgetOld(enrolmentId, line.now()).catch(() => undefined), tidyAfterMs);
	return till;
}

/** The drawer as this till keeps it; a new one, which has told nothing yet, joins the drawer that is open in the group. */
async function shiftAtOpening(outbox: Outbox, till: Enrolment, { snapshot }: Heard): Promise<OpenShift | null> {
	const { id, shift, nextSequence } = till;
	const told = toldShift(snapshot);
	if (shift !== null || nextSequence > 1 || told === null) return shift;
	await outbox.noteShift(id, told);
	return told;
}

/** *Latihan*: the same till on the same goods, whose outbox records nothing. Everyone may try everything but PINs. */
export async function practiceTill(line: Line, heard: Heard, personId: Id | null): Promise<Till> {
	const { group, settings } = heard.snapshot;
	const store = new PracticeOutbox(group.id);
	const { pin: pinKey } = await makeTillKeys();
	const crew = new Crew({ enrolmentId: store.id, store, pinKey, online: null });
	crew.take({ ...heard.snapshot, settings: { ...settings, pins: false, secondPerson: false } });
	await crew.resume(personId);
	const { code } = await store.enrolmentOf();
	const parts = {
		group, hasOthers: false, enrolmentId: store.id, code: code ?? '', store, line, crew, copies: null, sign: null, post: null
	}; // prettier-ignore
	return new Till(parts, heard, [], null);
}

/** Tills that this browser was before for the group and that still hold something, and whether it is one for another group. */
async function otherTills(outbox: Outbox, { id, groupId }: Enrolment) {
	const tills = (await outbox.enrolments()).filter((till) => till.code !== null);
	const before = tills.filter((till) => till.groupId === groupId && till.id !== id);
	const leftBehind: Sender[] = [];
	for (const { id: enrolmentId } of before)
		if ((await outbox.countUnsent(enrolmentId)) > 0)
			leftBehind.push({ groupId, enrolmentId, signing: (await outbox.keysOf(enrolmentId)).signing });
	return { leftBehind, hasOthers: tills.some((till) => till.groupId !== groupId) };
}
