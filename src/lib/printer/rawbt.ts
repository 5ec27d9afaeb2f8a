/** Android's print service RawBT, which reaches the Bluetooth Classic printers that a page cannot. */
import type { Port } from './port.ts';
import type { FoundPrinter, PrinterWay } from './way.ts';

/** An address that opens the app with the bytes, or its place in the store where it is not installed. */
export function rawbtAddress(bytes: Uint8Array): string {
	let binary = '';
	for (const byte of bytes) binary += String.fromCharCode(byte);
	return `intent:base64,${btoa(binary)}#Intent;scheme=rawbt;package=ru.a402d.rawbtprinter;end;`;
}

const app: FoundPrinter = { id: 'rawbt', name: 'RawBT', open: () => Promise.resolve(rawbtPort()) };

export const rawbt: PrinterWay = {
	choose: () => Promise.resolve(app),
	find: () => Promise.resolve(app)
};

/** Each write is one job of the app. `go` follows an address; the page stays where it is. */
export function rawbtPort(go: (address: string) => void = follow): Port {
	return {
		write: (bytes) => {
			if (bytes.length > 0) go(rawbtAddress(bytes));
			return Promise.resolve();
		},
		close: () => Promise.resolve()
	};
}

function follow(address: string): void {
	const link = document.createElement('a');
	link.href = address;
	link.click();
}
