/** Printers over Bluetooth Low Energy: the only Bluetooth that a web page may speak. */
import type { BluetoothDevice, GattCharacteristic, GattServer } from './devices.ts';
import { inPieces, type Port, PrinterUnreachable, reaching } from './port.ts';
import type { FoundPrinter, PrinterWay } from './way.ts';

/** Services of cheap receipt printers, each with the characteristic that takes what is to be printed. */
const known: Readonly<Record<string, string>> = {
	'000018f0-0000-1000-8000-00805f9b34fb': '00002af1-0000-1000-8000-00805f9b34fb',
	'0000ff00-0000-1000-8000-00805f9b34fb': '0000ff02-0000-1000-8000-00805f9b34fb',
	'49535343-fe7d-4ae5-8fa9-9fafd205e455': '49535343-8841-43f4-a8d4-ecbe34729bb3',
	'e7810a71-73ae-499d-8c15-faa9aef0c3f2': 'bef8d6c9-9c21-4c9e-b632-bd58c1009f9f',
	'0000ffe0-0000-1000-8000-00805f9b34fb': '0000ffe1-0000-1000-8000-00805f9b34fb',
	'6e400001-b5a3-f393-e0a9-e50e24dcca9e': '6e400002-b5a3-f393-e0a9-e50e24dcca9e'
};
const services = Object.keys(known);

/** A piece that most printers take, and the one that all do: 20 bytes is what the first Bluetooth LE carries. */
const pieceSizes = [180, 20] as const;
/** Without an answer to each piece only time keeps a small buffer from running over. */
const unansweredPauseMs = 15;

export const bluetooth: PrinterWay = {
	async choose(): Promise<FoundPrinter> {
		const device = await reaching('not-reached', async () => {
			if (navigator.bluetooth === undefined) throw new PrinterUnreachable('not-reached');
			return navigator.bluetooth.requestDevice({ acceptAllDevices: true, optionalServices: services });
		});
		return { id: device.id, name: device.name ?? null, open: () => openPort(device) };
	},

	async find(id: string): Promise<FoundPrinter | null> {
		const devices = (await navigator.bluetooth?.getDevices?.()) ?? [];
		const device = devices.find((each) => each.id === id);
		return device === undefined ? null : { id, name: device.name ?? null, open: () => openPort(device) };
	}
};

async function openPort(device: BluetoothDevice): Promise<Port> {
	const { gatt } = device;
	if (gatt === undefined) throw new PrinterUnreachable('not-a-printer');
	const server = await reaching('not-reached', () => gatt.connect());
	const characteristic = await characteristicOf(server);
	if (characteristic === null) {
		gatt.disconnect();
		throw new PrinterUnreachable('not-a-printer');
	}
	const port = gattPort(characteristic);
	return {
		write: (bytes) => port.write(bytes),
		async close() {
			await port.close();
			gatt.disconnect();
		}
	};
}

async function characteristicOf(server: GattServer): Promise<GattCharacteristic | null> {
	for (const service of services) {
		const found = await server.getPrimaryService(service).catch(() => null);
		if (found === null) continue;
		const writable = (await reaching('gone', () => found.getCharacteristics())).filter(
			({ properties }) => properties.write || properties.writeWithoutResponse
		);
		const right = writable.find(({ uuid }) => uuid === known[service]) ?? writable[0];
		if (right !== undefined) return right;
	}
	return null;
}

/** The port of a characteristic. Answers pace it where the printer gives them, else `pause` does. */
export function gattPort(
	characteristic: GattCharacteristic,
	pause: (milliseconds: number) => Promise<void> = wait
): Port {
	let size: number = pieceSizes[0];
	const send = async (piece: Uint8Array<ArrayBuffer>): Promise<void> => {
		if (characteristic.properties.write) return characteristic.writeValueWithResponse(piece);
		await characteristic.writeValueWithoutResponse(piece);
		await pause(unansweredPauseMs);
	};
	return {
		async write(bytes) {
			const first = bytes.subarray(0, size);
			const isTaken = await inPieces(first, size, send).then(() => true, () => false); // prettier-ignore
			const rest = isTaken ? bytes.subarray(first.length) : bytes;
			if (!isTaken) size = pieceSizes[1];
			await reaching('gone', () => inPieces(rest, size, send));
		},
		close: () => Promise.resolve()
	};
}

function wait(milliseconds: number): Promise<void> {
	return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
