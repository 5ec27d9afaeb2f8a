/** What hangs on a laptop: a scale or a printer with its drawer, as Web Serial shows it, and a scanner that types. */
import type { Page } from '@playwright/test';
import { decodeEscpos, type Printed } from '../support/escpos.ts';

export interface Cable {
	isPluggedIn: boolean;
	/** What a scale repeats for as long as it is listened to. */
	says: string;
	/** What came over the cable to a printer. */
	printed(): Printed;
}

declare global {
	/** Asked from the page: how the cable is at this moment. */
	function cableIs(): Promise<Pick<Cable, 'isPluggedIn' | 'says'>>;
	/** Told from the page: bytes that were written to the cable. */
	function cableTakes(bytes: readonly number[]): Promise<void>;
}

/** Plugs something in before the page opens; the browser then knows one device, and its list offers that. */
export async function plugIn(page: Page): Promise<Cable> {
	const taken: number[] = [];
	const cable: Cable = { isPluggedIn: true, says: '', printed: () => decodeEscpos(Uint8Array.from(taken)) };
	await page.exposeFunction('cableIs', () => ({ isPluggedIn: cable.isPluggedIn, says: cable.says }));
	await page.exposeFunction('cableTakes', (bytes: readonly number[]) => void taken.push(...bytes));
	await page.addInitScript(showDevice);
	return cable;
}

/** Runs in the page. */
function showDevice(): void {
	const betweenLinesMs = 50;
	const lost = () => new DOMException('The device has been lost.', 'NetworkError');
	const streams = () => ({
		readable: new ReadableStream<Uint8Array>({
			async pull(controller) {
				const { isPluggedIn, says } = await cableIs();
				await new Promise((resolve) => setTimeout(resolve, betweenLinesMs));
				if (isPluggedIn) controller.enqueue(new TextEncoder().encode(`${says}\r\n`));
				else controller.error(lost());
			}
		}),
		writable: new WritableStream<Uint8Array>({
			async write(bytes) {
				if (!(await cableIs()).isPluggedIn) throw lost();
				await cableTakes([...bytes]);
			}
		})
	});
	const device = {
		readable: null,
		writable: null,
		getInfo: () => ({ usbVendorId: 0x1a86, usbProductId: 0x7523 }),
		async open() {
			if (!(await cableIs()).isPluggedIn) throw lost();
			Object.assign(device, streams());
		},
		close() {
			Object.assign(device, { readable: null, writable: null });
			return Promise.resolve();
		}
	};
	const serial = { requestPort: () => Promise.resolve(device), getPorts: () => Promise.resolve([device]) };
	Object.defineProperty(navigator, 'serial', { value: serial, configurable: true });
}

/** As a scanner types: all at once, then Enter, into whatever has the focus. */
export async function scan(page: Page, code: string): Promise<void> {
	await page.evaluate((keys) => {
		const at = document.activeElement ?? document.body;
		for (const key of keys) at.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
	}, [...Array.from(code), 'Enter']); // prettier-ignore
}
