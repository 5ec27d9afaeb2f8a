/** A scale on a cable: what its lines say, in whatever pieces they come, and that only what rests is taken. */
import fc from 'fast-check';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { weighedAmount } from '#lib/counter/line-form.ts';
import { quantity } from '#lib/kernel/quantity.ts';
import type { SerialDevice } from '#lib/printer/devices.ts';
import { chooseScale, findScale, ScaleUnready, weigh } from '#lib/printer/scale.ts';
import { readScaleLine, ScaleLines } from '#lib/printer/scale-line.ts';
import { rememberedScale, rememberScale } from '#lib/printer/scale-memory.ts';

describe('a line', () => {
	test.each([
		['ST,GS,+  1.500kg', 1500, true],
		['US,GS,+  1.498kg', 1498, false],
		['ST,NT,-  0.020kg', -20, true],
		['ST,GS,+00012.34  g', 12, true],
		['ST,+00001.500 kg', 1500, true],
		['ST,GS,0@,+   1.500 kg', 1500, true],
		['ST,GS,  1,500kg', 1500, true],
		['ST,GS,1,500kg', 1500, true],
		['S S      1.500 kg', 1500, true],
		['S D      1.431 kg', 1431, false],
		['  1.500 kg', 1500, null],
		['wn01.500kg', 1500, null],
		['+0750 g', 750, null],
		['ST,GS,+  0.000kg', 0, true]
	])('%j', (line, grams, isStable) => {
		expect(readScaleLine(line)).toEqual({ grams, isStable });
	});

	test.each([
		'OL,GS,+ 99.999kg',
		'S +',
		'S I',
		'ST,GS,+  1.500lb',
		'QT,GS,+  12pcs',
		'ST,GS,+  1.5.0kg',
		'12x34kg',
		'ST,GS,  12x34kg',
		'99999.999kg',
		'kg',
		'',
		'ES'
	])('%j says no weight', (line) => {
		expect(readScaleLine(line)).toBeNull();
	});

	test('whatever is written, nothing is thrown, and no weight is beyond what a scale bears', () => {
		const near = fc.string({
			unit: fc.constantFrom(...Array.from('STUGSNT,+-. 0123456789kgw')),
			maxLength: 30
		});
		fc.assert(
			fc.property(fc.oneof(fc.string(), near), (line) => {
				const read = readScaleLine(line);
				return read === null || (Number.isSafeInteger(read.grams) && Math.abs(read.grams) <= 1_000_000);
			})
		);
	});

	test('gives back what the scale showed', () => {
		fc.assert(
			fc.property(fc.integer({ min: 0, max: 999_999 }), fc.boolean(), (grams, isStable) => {
				const line = `${isStable ? 'ST' : 'US'},GS,+${(grams / 1000).toFixed(3).padStart(8)}kg`;
				expect(readScaleLine(line)).toEqual({ grams, isStable });
			})
		);
	});
});

test('lines come whole out of any pieces; what began before anyone listened is none', () => {
	const sent = '500kg\r\nST,GS,+  1.500kg\r\n\u0002US,GS,+  1.600kg\u0003\r\n';
	const whole = ['ST,GS,+  1.500kg', 'US,GS,+  1.600kg'];
	fc.assert(
		fc.property(fc.array(fc.nat(sent.length)), (cuts) => {
			const at = [0, ...cuts.sort((one, other) => one - other), sent.length];
			const lines = new ScaleLines();
			expect(at.slice(1).flatMap((end, index) => lines.push(sent.slice(at[index], end)))).toEqual(whole);
		})
	);
});

/** A scale that sends `lines`, and then stays silent. */
function scaleThat(lines: readonly string[], { isPluggedIn = true } = {}) {
	const seen = { opened: 0, closed: 0, baudRate: 0 };
	const device: SerialDevice = {
		get readable() {
			return new ReadableStream<Uint8Array>({
				start(controller) {
					for (const line of ['7kg', ...lines]) controller.enqueue(new TextEncoder().encode(`${line}\r\n`));
				}
			});
		},
		writable: null,
		open: ({ baudRate }) => {
			if (!isPluggedIn) return Promise.reject(new DOMException('no device', 'NetworkError'));
			Object.assign(seen, { opened: seen.opened + 1, baudRate });
			return Promise.resolve();
		},
		close: () => {
			seen.closed++;
			return Promise.resolve();
		},
		getInfo: () => ({ usbVendorId: 0x1a86, usbProductId: 0x7523 })
	};
	return { device, seen };
}

const shortMs = 20;

describe('weighing', () => {
	test('waits until the scale says that it rests', async () => {
		const { device, seen } = scaleThat(['US,GS,+  0.700kg', 'US,GS,+  1.400kg', 'noise', 'ST,GS,+  1.500kg']);
		expect(await weigh(device, 4800, shortMs)).toBe(1500);
		expect(seen).toEqual({ opened: 1, closed: 1, baudRate: 4800 });
	});

	test('takes a bare weight once it was repeated', async () => {
		const steady = Array.from({ length: 4 }, () => 'wn01.500kg');
		expect(await weigh(scaleThat(['wn00.900kg', ...steady]).device, 9600, shortMs)).toBe(1500);
		await expect(weigh(scaleThat(steady.slice(1)).device, 9600, shortMs)).rejects.toThrow(new ScaleUnready('restless'));
	});

	test.each([
		['silent', ['\u00ff\u00fe\u00ff', 'ES']],
		['restless', ['US,GS,+  0.700kg', 'US,GS,+  0.900kg']],
		['empty', ['ST,GS,-  0.002kg', 'ST,GS,+  0.000kg']],
		['below-zero', ['ST,GS,+  0.000kg', 'ST,GS,-  0.250kg']],
		['too-heavy', ['US,GS,+ 14.900kg', 'OL,GS,+ 99.999kg']],
		['too-heavy', ['S D     14.900 kg', 'S +']]
	] as const)('gives up in words: %s', async (trouble, lines) => {
		const { device, seen } = scaleThat(lines);
		await expect(weigh(device, 9600, shortMs)).rejects.toThrow(new ScaleUnready(trouble));
		expect(seen.closed).toBe(1);
	});

	test('says that a scale is unplugged', async () => {
		await expect(weigh(scaleThat([], { isPluggedIn: false }).device, 9600)).rejects.toThrow(
			new ScaleUnready('not-reached')
		);
	});
});

describe('the scale of a till', () => {
	afterEach(() => vi.unstubAllGlobals());

	test('is chosen once, remembered, found again, and forgotten', async () => {
		const { device } = scaleThat([]);
		const kept = new Map<string, string>();
		vi.stubGlobal('localStorage', {
			getItem: (key: string) => kept.get(key) ?? null,
			setItem: (key: string, value: string) => kept.set(key, value),
			removeItem: (key: string) => kept.delete(key)
		});
		vi.stubGlobal('navigator', {
			serial: { requestPort: () => Promise.resolve(device), getPorts: () => Promise.resolve([device]) }
		});
		expect(rememberedScale()).toBeNull();
		rememberScale({ id: await chooseScale(), baudRate: 2400 });
		const scale = rememberedScale();
		expect(scale?.baudRate).toBe(2400);
		expect(await findScale(scale?.id ?? '')).toBe(device);
		await expect(findScale('another')).rejects.toThrow(new ScaleUnready('not-chosen'));
		kept.set('scale', '{"id":"x","baudRate":1}');
		expect(rememberedScale()).toBeNull();
		rememberScale(null);
		expect(kept.size).toBe(0);
	});

	test('is of no use where the browser speaks to none', async () => {
		vi.stubGlobal('navigator', {});
		expect(rememberedScale()).toBeNull();
		await expect(chooseScale()).rejects.toThrow(new ScaleUnready('not-reached'));
	});
});

test.each([
	['kg', 1500],
	['ons', 15_000],
	['gram', 1_500_000],
	['butir', null],
	['karung', null]
] as const)('1,5 kg on the scale, sold by %s: %s thousandths', (unit, amount) => {
	expect(weighedAmount(unit, quantity(1500))).toBe(amount);
});
