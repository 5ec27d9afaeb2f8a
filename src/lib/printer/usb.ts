/** Printers on a USB cable, of the class that the standard has for printers. */
import type { UsbConfiguration, UsbDevice } from './devices.ts';
import { inPieces, type Port, PrinterUnreachable, reaching } from './port.ts';
import type { FoundPrinter, PrinterWay } from './way.ts';

/** USB Device Class Definition for Printing Devices 1.1. */
const printerClass = 7;
const pieceSize = 4096;

export const usb: PrinterWay = {
	async choose(): Promise<FoundPrinter> {
		const device = await reaching('not-reached', async () => {
			if (navigator.usb === undefined) throw new PrinterUnreachable('not-reached');
			return navigator.usb.requestDevice({ filters: [{ classCode: printerClass }] });
		});
		return found(device);
	},

	async find(id: string): Promise<FoundPrinter | null> {
		const devices = (await navigator.usb?.getDevices()) ?? [];
		const device = devices.find((each) => idOf(each) === id);
		return device === undefined ? null : found(device);
	}
};

function found(device: UsbDevice): FoundPrinter {
	return { id: idOf(device), name: device.productName ?? null, open: () => usbPort(device) };
}

function idOf({ vendorId, productId, serialNumber }: UsbDevice): string {
	return `${vendorId}:${productId}:${serialNumber ?? ''}`;
}

/** Opens the device and claims what prints. Throws PrinterUnreachable. */
export async function usbPort(device: UsbDevice): Promise<Port> {
	const configuration = device.configuration ?? device.configurations[0];
	const out = configuration === undefined ? null : printingEnd(configuration);
	if (configuration === undefined || out === null) throw new PrinterUnreachable('not-a-printer');
	await reaching('not-reached', async () => {
		await device.open();
		if (device.configuration === null) await device.selectConfiguration(configuration.configurationValue);
		await device.claimInterface(out.interfaceNumber);
	});
	return {
		write: (bytes) =>
			reaching('gone', () =>
				inPieces(bytes, pieceSize, async (piece) => {
					const { status, bytesWritten } = await device.transferOut(out.endpointNumber, piece);
					if (status !== 'ok' || bytesWritten < piece.length) throw new PrinterUnreachable('gone');
				})
			),
		close: () => device.close()
	};
}

interface PrintingEnd {
	readonly interfaceNumber: number;
	readonly endpointNumber: number;
}

function printingEnd({ interfaces }: UsbConfiguration): PrintingEnd | null {
	const printing = interfaces.find(({ alternate }) => alternate.interfaceClass === printerClass);
	const end = printing?.alternate.endpoints.find(({ direction, type }) => direction === 'out' && type === 'bulk');
	if (printing === undefined || end === undefined) return null;
	return { endpointNumber: end.endpointNumber, interfaceNumber: printing.interfaceNumber };
}
