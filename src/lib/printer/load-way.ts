/** Loads a way to a printer when it is first used: the till's first load carries none of them. */
import { type DeviceWay, type PrinterWay, type Way, ways } from './way.ts';

const loaders: Readonly<Record<DeviceWay, () => Promise<PrinterWay>>> = {
	bluetooth: async () => (await import('./bluetooth.ts')).bluetooth,
	serial: async () => (await import('./serial.ts')).serial,
	usb: async () => (await import('./usb.ts')).usb,
	rawbt: async () => (await import('./rawbt.ts')).rawbt
};

export function loadWay(way: DeviceWay): Promise<PrinterWay> {
	return loaders[way]();
}

const offers: Readonly<Record<Way, () => boolean>> = {
	bluetooth: () => navigator.bluetooth !== undefined,
	serial: () => navigator.serial !== undefined,
	usb: () => navigator.usb !== undefined,
	rawbt: () => /Android/i.test(navigator.userAgent),
	system: () => true,
	share: () => 'share' in navigator
};

/** The ways that this browser has, the quickest first. */
export function offeredWays(): Way[] {
	return ways.filter((way) => offers[way]());
}
