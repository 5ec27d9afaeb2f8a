/** Of several tabs one is the till. */
import { expect, test } from 'vitest';
import { lockTill } from '#lib/counter/one-till.ts';
import type { Id } from '#lib/kernel/id.ts';
import { anId } from './goods-for-tests.ts';

/** A tab that writes down what it is told, and can be waited for. */
function tab(groupId: Id) {
	const heard: string[] = [];
	let tell: () => void = () => undefined;
	const say = (word: string) => () => {
		heard.push(word);
		tell();
	};
	const lock = lockTill(navigator.locks, groupId, { onHeld: say('here'), onElsewhere: say('elsewhere') });
	const until = async (...words: string[]): Promise<void> => {
		while (heard.length < words.length) await new Promise<void>((resolve) => (tell = resolve));
		expect(heard).toEqual(words);
	};
	const last = async (word: string): Promise<void> => {
		while (heard.at(-1) !== word) await new Promise<void>((resolve) => (tell = resolve));
	};
	return { ...lock, until, last };
}

test('the first tab is the till, the second says so and follows when the first is closed', async () => {
	const groupId = anId();
	const first = tab(groupId);
	await first.until('here');
	const second = tab(groupId);
	await second.until('elsewhere');
	first.release();
	await second.until('elsewhere', 'here');
	second.release();
});

test('a person can move the till from one tab to the other, and back', async () => {
	const groupId = anId();
	const first = tab(groupId);
	await first.until('here');
	const second = tab(groupId);
	await second.until('elsewhere');
	second.takeOver();
	await second.until('elsewhere', 'here');
	await first.until('here', 'elsewhere');
	first.takeOver();
	await first.until('here', 'elsewhere', 'here');
	await second.until('elsewhere', 'here', 'elsewhere');
	first.release();
	await second.until('elsewhere', 'here', 'elsewhere', 'here');
	second.release();
});

test('a tab that was closed while it waited does not become the till', async () => {
	const groupId = anId();
	const first = tab(groupId);
	await first.until('here');
	const second = tab(groupId);
	await second.until('elsewhere');
	second.release();
	first.release();
	const third = tab(groupId);
	await third.last('here');
	await second.until('elsewhere');
	third.release();
});

test('two groups in two tabs do not disturb each other', async () => {
	const [melati, kenanga] = [tab(anId()), tab(anId())];
	await melati.until('here');
	await kenanga.until('here');
	melati.release();
	kenanga.release();
});
