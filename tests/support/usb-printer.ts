/** A printer on a USB cable, as the browser shows it: it can be unplugged, plugged in again, and out of paper. */
import type { UsbDevice } from '#lib/printer/devices.ts';
import { decodeEscpos, type Printed } from './escpos.ts';

export interface UsbPrinter {
	readonly device: UsbDevice;
	/** How often it was opened. */
	opened: number;
	isPluggedIn: boolean;
	/** It takes so many bytes more, then goes away. */
	lasts: number;
	printed(): Printed;
}

export function usbPrinter(): UsbPrinter {
	const taken: number[] = [];
	const reach = (): Promise<void> =>
		printer.isPluggedIn ? Promise.resolve() : Promise.reject(new DOMException('no device', 'NetworkError'));
	const printer: UsbPrinter = {
		opened: 0,
		isPluggedIn: true,
		lasts: Infinity,
		printed: () => decodeEscpos(Uint8Array.from(taken)),
		device: {
			vendorId: 0x0416,
			productId: 0x5011,
			productName: 'POS58',
			configuration: null,
			configurations: [{ configurationValue: 1, interfaces: [printing] }],
			open: async () => {
				await reach();
				printer.opened++;
			},
			close: () => Promise.resolve(),
			selectConfiguration: reach,
			claimInterface: reach,
			transferOut: async (_, piece) => {
				await reach();
				const part = piece.subarray(0, printer.lasts);
				printer.lasts -= part.length;
				taken.push(...part);
				return { status: 'ok', bytesWritten: part.length };
			}
		}
	};
	return printer;
}

const printing: UsbDevice['configurations'][number]['interfaces'][number] = {
	interfaceNumber: 0,
	alternate: { interfaceClass: 7, endpoints: [{ endpointNumber: 1, direction: 'out', type: 'bulk' }] }
};
