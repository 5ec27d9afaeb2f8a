/** A scale on a cable, over Web Serial: it is listened to only while something is weighed. */
import type { Quantity } from '#lib/kernel/quantity.ts';
import type { SerialDevice } from './devices.ts';
import { type Reading, readScaleLine, saysTooHeavy, ScaleLines, Steady } from './scale-line.ts';
import { serialId } from './serial.ts';

export type ScaleTrouble =
	/** The person closed the browser's list without choosing, or the browser forgot the scale. */
	| 'not-chosen'
	/** Unplugged, or taken by another program. */
	| 'not-reached'
	/** Nothing that can be read came: switched off, another speed, another language. */
	| 'silent'
	/** What lies on it does not come to rest. */
	| 'restless'
	/** Nothing lies on it. */
	| 'empty'
	/** It shows less than nothing: its zero was set with a bowl or a hand on it. */
	| 'below-zero'
	/** More lies on it than it bears. */
	| 'too-heavy';

export class ScaleUnready extends Error {
	override readonly name = 'ScaleUnready';
	readonly trouble: ScaleTrouble;

	constructor(trouble: ScaleTrouble, cause?: unknown) {
		super(`The scale is ${trouble}.`, { cause });
		this.trouble = trouble;
	}
}

/** Lets the person choose; call it from a tap. Gives what the scale is found by the next time. Throws ScaleUnready. */
export async function chooseScale(): Promise<string> {
	if (navigator.serial === undefined) throw new ScaleUnready('not-reached');
	try {
		return serialId(await navigator.serial.requestPort());
	} catch (error) {
		throw new ScaleUnready('not-chosen', error);
	}
}

/** The scale that was chosen before. Throws ScaleUnready. */
export async function findScale(id: string): Promise<SerialDevice> {
	const devices = (await navigator.serial?.getPorts()) ?? [];
	const device = devices.find((each) => serialId(each) === id);
	if (device === undefined) throw new ScaleUnready('not-chosen');
	return device;
}

/** As long as a person waits beside a scale. */
const patienceMs = 8000;

/** What lies on the scale, once it rests, in thousandths of a kilogram. Throws ScaleUnready. */
export async function weigh(device: SerialDevice, baudRate: number, waitMs = patienceMs): Promise<Quantity> {
	try {
		await device.open({ baudRate });
	} catch (error) {
		throw new ScaleUnready('not-reached', error);
	}
	try {
		if (device.readable === null) throw new ScaleUnready('not-reached');
		return await listen(device.readable, waitMs);
	} finally {
		await device.close().catch(() => undefined);
	}
}

async function listen(readable: ReadableStream<Uint8Array>, waitMs: number): Promise<Quantity> {
	const reader = readable.getReader();
	const timer = setTimeout(() => void reader.cancel().catch(() => undefined), waitMs);
	try {
		return await firstRest(reader);
	} finally {
		clearTimeout(timer);
		await reader.cancel().catch(() => undefined);
		reader.releaseLock();
	}
}

/** The first weight that rests; the reader ends when nobody waits any longer. */
async function firstRest(reader: ReadableStreamDefaultReader<Uint8Array>): Promise<Quantity> {
	const [letters, lines, steady] = [new TextDecoder('latin1'), new ScaleLines(), new Steady()];
	let trouble: ScaleTrouble = 'silent';
	for (;;) {
		const { value, done } = await reader.read().catch((error: unknown) => {
			throw new ScaleUnready('not-reached', error);
		});
		if (done) throw new ScaleUnready(trouble);
		for (const line of lines.push(letters.decode(value, { stream: true }))) {
			const reading = readScaleLine(line);
			if (reading === null) {
				if (saysTooHeavy(line)) trouble = 'too-heavy';
				continue;
			}
			const rested = steady.see(reading);
			if (rested !== null) return rested;
			trouble = troubleOf(reading);
		}
	}
}

/** Why a weight that was read is not taken. */
function troubleOf({ grams }: Reading): ScaleTrouble {
	if (grams < 0) return 'below-zero';
	return grams === 0 ? 'empty' : 'restless';
}
