/** Printers on a cable or paired over classic Bluetooth (Chrome for Android from 138): bytes as over a serial line. */
import type { SerialDevice } from './devices.ts';
import { inPieces, type Port, PrinterUnreachable, reaching } from './port.ts';
import type { FoundPrinter, PrinterWay } from './way.ts';

/** What most receipt printers are set to; over Bluetooth and USB it means nothing. */
const baudRate = 9600;
const pieceSize = 512;
/** The serial port profile of classic Bluetooth. */
const serialProfile = '00001101-0000-1000-8000-00805f9b34fb';

export const serial: PrinterWay = {
	async choose(): Promise<FoundPrinter> {
		const device = await reaching('not-reached', async () => {
			if (navigator.serial === undefined) throw new PrinterUnreachable('not-reached');
			return navigator.serial.requestPort({ allowedBluetoothServiceClassIds: [serialProfile] });
		});
		return found(device);
	},

	async find(id: string): Promise<FoundPrinter | null> {
		const devices = (await navigator.serial?.getPorts()) ?? [];
		const device = devices.find((each) => serialId(each) === id);
		return device === undefined ? null : found(device);
	}
};

function found(device: SerialDevice): FoundPrinter {
	return { id: serialId(device), name: null, open: () => openPort(device) };
}

/** What a device on a serial line is found by: the browser gives it no name of its own, its maker and model must do. */
export function serialId(device: SerialDevice): string {
	const { usbVendorId, usbProductId, bluetoothServiceClassId } = device.getInfo();
	return bluetoothServiceClassId ?? `${usbVendorId ?? 0}:${usbProductId ?? 0}`;
}

async function openPort(device: SerialDevice): Promise<Port> {
	await reaching('not-reached', () => device.open({ baudRate }));
	return serialPort(device);
}

/** The port of a device that is open. */
export function serialPort(device: SerialDevice): Port {
	return {
		write: (bytes) =>
			reaching('gone', async () => {
				const writer = device.writable?.getWriter();
				if (writer === undefined) throw new PrinterUnreachable('gone');
				try {
					await inPieces(bytes, pieceSize, async (piece) => {
						await writer.ready;
						await writer.write(piece);
					});
				} finally {
					writer.releaseLock();
				}
			}),
		close: () => device.close()
	};
}
