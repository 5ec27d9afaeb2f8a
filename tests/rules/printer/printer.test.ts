/** The printer of a till: chosen once, remembered, and found again. */
import { afterEach, expect, test, vi } from 'vitest';
import type { PrinterMemory } from '#lib/printer/memory.ts';
import { PrinterUnreachable } from '#lib/printer/port.ts';
import { Printer } from '#lib/printer/printer.svelte.ts';
import type { RememberedPrinter } from '#lib/printer/way.ts';
import { plainPrinter } from '#lib/printing/escpos.ts';
import { type Paper, textParts } from '#lib/printing/paper.ts';
import { usbPrinter, type UsbPrinter } from '#tests/support/usb-printer.ts';

const paper = (title: string): Paper => ({ title, roll: 58, parts: textParts([title]) });
const wish = { way: 'usb', roll: 80, settings: { ...plainPrinter, hasDrawer: true } } as const;

/** The phone's memory. */
function memory(): PrinterMemory {
	let kept: RememberedPrinter | null = null;
	return { read: () => kept, write: (printer) => void (kept = printer) };
}

/** A browser to whose cable `usb` is plugged; a person chooses it, or nothing. */
function browserWith(usb: UsbPrinter, chooses = true): void {
	vi.stubGlobal('navigator', {
		usb: {
			requestDevice: () =>
				chooses ? Promise.resolve(usb.device) : Promise.reject(new DOMException('nothing chosen', 'NotFoundError')),
			getDevices: () => Promise.resolve(usb.isPluggedIn ? [usb.device] : [])
		}
	});
}

const rowsOf = (usb: UsbPrinter) => usb.printed().rows.map(({ text }) => text);
const allOut = (printer: Printer) => vi.waitFor(() => expect(printer.queue.jobs).toEqual([]));

afterEach(() => {
	vi.unstubAllGlobals();
});

test('a printer is chosen once; after the page was opened again it prints without asking', async () => {
	const usb = usbPrinter();
	browserWith(usb);
	const kept = memory();
	const before = new Printer(kept);
	await before.choose(wish);
	before.print(paper('satu'));
	await allOut(before);
	const after = new Printer(kept);
	expect([after.remembered?.name, after.roll]).toEqual(['POS58', 80]);
	after.print(paper('dua'));
	await allOut(after);
	expect(rowsOf(usb)).toEqual(['satu', 'dua']);
	expect(usb.opened).toBe(2);
});

test('what waited for a printer is printed once one is chosen', async () => {
	const usb = usbPrinter();
	browserWith(usb);
	const printer = new Printer(memory());
	printer.print(paper('satu'));
	await vi.waitFor(() => expect(printer.queue.jobs[0]?.trouble).toBe('not-chosen'));
	await printer.choose(wish);
	await allOut(printer);
	expect(rowsOf(usb)).toEqual(['satu']);
});

test('a printer that goes away in the middle is opened anew, and the receipt comes out whole', async () => {
	const usb = usbPrinter();
	browserWith(usb);
	const printer = new Printer(memory());
	await printer.choose(wish);
	usb.lasts = 9;
	printer.print(paper('satu'));
	await vi.waitFor(() => expect(printer.queue.jobs[0]?.state).toBe('failed'));
	usb.lasts = Infinity;
	printer.queue.retry();
	await allOut(printer);
	expect(rowsOf(usb)).toEqual(['satu']);
	expect(usb.opened).toBeGreaterThan(1);
});

test('one that was unplugged is found when it is plugged in again', async () => {
	const usb = usbPrinter();
	browserWith(usb);
	const printer = new Printer(memory());
	await printer.choose(wish);
	usb.isPluggedIn = false;
	printer.print(paper('satu'));
	await vi.waitFor(() => expect(printer.queue.jobs[0]?.state).toBe('failed'));
	usb.isPluggedIn = true;
	printer.print(paper('dua'));
	await allOut(printer);
	expect(rowsOf(usb)).toEqual(['satu', 'dua']);
});

test('who chooses nothing keeps what was remembered, and who forgets it has none', async () => {
	const usb = usbPrinter();
	browserWith(usb);
	const kept = memory();
	const printer = new Printer(kept);
	await printer.choose(wish);
	browserWith(usb, false);
	await expect(printer.choose({ ...wish, roll: 58 })).rejects.toEqual(new PrinterUnreachable('not-chosen'));
	expect(printer.roll).toBe(80);
	await printer.forget();
	expect([printer.remembered, kept.read()]).toEqual([null, null]);
});

test('the drawer opens where there is one', async () => {
	const usb = usbPrinter();
	browserWith(usb);
	const printer = new Printer(memory());
	await printer.openDrawer();
	await printer.choose(wish);
	await printer.openDrawer();
	expect(usb.printed().kicks).toBe(1);
	printer.set({ settings: plainPrinter });
	await printer.openDrawer();
	expect(usb.printed().kicks).toBe(1);
});

test('the drawer opens between two receipts, whose bytes stay whole', async () => {
	const usb = usbPrinter();
	browserWith(usb);
	const printer = new Printer(memory());
	await printer.choose(wish);
	printer.print(paper('satu'));
	await printer.openDrawer();
	printer.print(paper('dua'));
	await allOut(printer);
	expect(usb.printed()).toMatchObject({ kicks: 1, unknown: [] });
	expect(rowsOf(usb)).toEqual(['satu', 'dua']);
});

test('a printer without a drawer gets no such bytes, and one that is gone says so', async () => {
	const usb = usbPrinter();
	browserWith(usb);
	const printer = new Printer(memory());
	await printer.choose({ ...wish, settings: plainPrinter });
	await printer.openDrawer();
	expect(usb.printed().kicks).toBe(0);
	printer.set({ settings: wish.settings });
	usb.isPluggedIn = false;
	await expect(printer.openDrawer()).rejects.toThrow(PrinterUnreachable);
	usb.isPluggedIn = true;
	await printer.openDrawer();
	expect(usb.printed().kicks).toBe(1);
});
