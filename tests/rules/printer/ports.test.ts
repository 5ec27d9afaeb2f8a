/** The ways to a device, each against a device of the tests that is whole, narrow, or gone in the middle. */
import { describe, expect, test } from 'vitest';
import { gattPort } from '#lib/printer/bluetooth.ts';
import type { GattCharacteristic, SerialDevice, UsbDevice } from '#lib/printer/devices.ts';
import { memoryIn } from '#lib/printer/memory.ts';
import { PrinterUnreachable } from '#lib/printer/port.ts';
import { rawbtAddress, rawbtPort } from '#lib/printer/rawbt.ts';
import { serialPort } from '#lib/printer/serial.ts';
import { usbPort } from '#lib/printer/usb.ts';
import type { RememberedPrinter } from '#lib/printer/way.ts';
import { plainPrinter } from '#lib/printing/escpos.ts';

const bytes = Uint8Array.from({ length: 1000 }, (_, index) => index % 256);
const gone = new PrinterUnreachable('gone');

describe('Bluetooth', () => {
	/** Takes pieces of at most `most` bytes, and goes away after `lasts` of them. */
	function characteristic(most: number, { answers = true, lasts = Infinity } = {}) {
		const taken: number[] = [];
		const sizes: number[] = [];
		const take = (piece: Uint8Array): Promise<void> => {
			if (sizes.length >= lasts) return Promise.reject(new DOMException('GATT Server is disconnected', 'NetworkError'));
			if (piece.length > most) return Promise.reject(new DOMException('too long', 'NotSupportedError'));
			sizes.push(piece.length);
			taken.push(...piece);
			return Promise.resolve();
		};
		const refuse = (): Promise<void> => Promise.reject(new Error('the other way was right'));
		const device: GattCharacteristic = {
			uuid: '00002af1-0000-1000-8000-00805f9b34fb',
			properties: { write: answers, writeWithoutResponse: !answers },
			writeValueWithResponse: answers ? take : refuse,
			writeValueWithoutResponse: answers ? refuse : take
		};
		return { device, taken, sizes };
	}

	test('gives as much at a time as the printer takes', async () => {
		const { device, taken, sizes } = characteristic(200);
		await gattPort(device).write(bytes);
		expect(taken).toEqual([...bytes]);
		expect(Math.max(...sizes)).toBe(180);
	});

	test('falls back to the least that every printer takes, and stays there', async () => {
		const { device, taken, sizes } = characteristic(20);
		const port = gattPort(device);
		await port.write(bytes);
		await port.write(bytes);
		expect(taken).toEqual([...bytes, ...bytes]);
		expect(Math.max(...sizes)).toBe(20);
	});

	test('waits between pieces where the printer does not answer', async () => {
		const { device, taken, sizes } = characteristic(200, { answers: false });
		const pauses: number[] = [];
		await gattPort(device, (milliseconds) => Promise.resolve(void pauses.push(milliseconds))).write(bytes);
		expect(taken).toEqual([...bytes]);
		expect(pauses).toHaveLength(sizes.length);
	});

	test('says that the printer is gone when it goes away in the middle', async () => {
		const { device } = characteristic(200, { lasts: 3 });
		await expect(gattPort(device).write(bytes)).rejects.toEqual(gone);
	});
});

describe('serial', () => {
	function device(write: (piece: Uint8Array) => Promise<void>): SerialDevice {
		return {
			readable: null,
			writable: new WritableStream<Uint8Array>({ write }),
			open: () => Promise.resolve(),
			close: () => Promise.resolve(),
			getInfo: () => ({})
		};
	}

	test('gives everything, and lets the next receipt have the line', async () => {
		const taken: number[] = [];
		const port = serialPort(device((piece) => Promise.resolve(void taken.push(...piece))));
		await port.write(bytes);
		await port.write(bytes);
		expect(taken).toEqual([...bytes, ...bytes]);
	});

	test('says that the printer is gone when the line breaks', async () => {
		const port = serialPort(device(() => Promise.reject(new Error('unplugged'))));
		await expect(port.write(bytes)).rejects.toEqual(gone);
		const none: SerialDevice = { ...device(() => Promise.resolve()), writable: null };
		await expect(serialPort(none).write(bytes)).rejects.toEqual(gone);
	});
});

describe('USB', () => {
	function device(interfaceClass: number, status: 'ok' | 'stall' = 'ok') {
		const taken: number[] = [];
		const claimed: number[] = [];
		const one: UsbDevice = {
			vendorId: 1,
			productId: 2,
			configuration: null,
			configurations: [
				{
					configurationValue: 1,
					interfaces: [
						{
							interfaceNumber: 3,
							alternate: {
								interfaceClass,
								endpoints: [
									{ endpointNumber: 1, direction: 'in', type: 'bulk' },
									{ endpointNumber: 2, direction: 'out', type: 'bulk' }
								]
							}
						}
					]
				}
			],
			open: () => Promise.resolve(),
			close: () => Promise.resolve(),
			selectConfiguration: () => Promise.resolve(),
			claimInterface: (number) => Promise.resolve(void claimed.push(number)),
			transferOut: (endpoint, piece) => {
				if (endpoint === 2) taken.push(...piece);
				return Promise.resolve({ status, bytesWritten: piece.length });
			}
		};
		return { one, taken, claimed };
	}

	test('finds the end that takes what is printed', async () => {
		const { one, taken, claimed } = device(7);
		await (await usbPort(one)).write(bytes);
		expect(taken).toEqual([...bytes]);
		expect(claimed).toEqual([3]);
	});

	test('does not take a keyboard for a printer', async () => {
		await expect(usbPort(device(3).one)).rejects.toEqual(new PrinterUnreachable('not-a-printer'));
	});

	test('says that the printer is gone when it takes no more', async () => {
		const port = await usbPort(device(7, 'stall').one);
		await expect(port.write(bytes)).rejects.toEqual(gone);
	});
});

test('RawBT gets the very bytes, one job a receipt, and nothing for nothing', async () => {
	const addresses: string[] = [];
	const port = rawbtPort((address) => void addresses.push(address));
	await port.write(bytes);
	await port.write(new Uint8Array());
	expect(addresses).toEqual([rawbtAddress(bytes)]);
	const [, encoded = ''] = /^intent:base64,([^#]+)#Intent;scheme=rawbt;/.exec(addresses[0] ?? '') ?? [];
	expect([...Buffer.from(encoded, 'base64')]).toEqual([...bytes]);
});

describe('the printer that worked', () => {
	const printer: RememberedPrinter = { way: 'usb', id: '1:2:', name: 'POS-58', roll: 58, settings: plainPrinter };

	function storage() {
		const kept = new Map<string, string>();
		return {
			kept,
			getItem: (key: string) => kept.get(key) ?? null,
			setItem: (key: string, value: string) => void kept.set(key, value),
			removeItem: (key: string) => void kept.delete(key)
		};
	}

	test('is remembered until it is forgotten', () => {
		const kept = storage();
		memoryIn(kept).write(printer);
		expect(memoryIn(kept).read()).toEqual(printer);
		memoryIn(kept).write(null);
		expect(memoryIn(kept).read()).toBeNull();
	});

	test.each(['', 'bukan json', '{}', '{"way":"kabel"}'])(
		'what else stands there, such as %j, is no printer',
		(text) => {
			const kept = storage();
			kept.kept.set('printer', text);
			expect(memoryIn(kept).read()).toBeNull();
		}
	);

	test('is forgotten where the browser keeps nothing, and printing goes on', () => {
		const full = {
			...storage(),
			setItem: () => {
				throw new DOMException('full', 'QuotaExceededError');
			}
		};
		expect(() => memoryIn(full).write(printer)).not.toThrow();
	});
});
