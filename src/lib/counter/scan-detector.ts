/** Finds codes in the picture of the camera: by the browser's own detector where it has one, else by one that we bring. */

export interface Detector {
	/** The texts of the codes in the picture. */
	detect(picture: HTMLVideoElement): Promise<readonly { readonly rawValue: string }[]>;
}

/** On goods, on our labels, on receipts and enrolments. */
const formats = ['ean_13', 'ean_8', 'upc_a', 'code_128', 'qr_code'] as const;
type Format = (typeof formats)[number];

interface NativeDetector {
	new (options: { readonly formats: readonly Format[] }): Detector;
	getSupportedFormats(): Promise<readonly string[]>;
}

declare global {
	interface Window {
		/** Chrome on Android and on a Mac; not every browser. */
		readonly BarcodeDetector?: NativeDetector;
	}
}

/** The detector of this browser, or ours: 1.1 MB that come from our own server when a camera is first opened. */
export async function openDetector(): Promise<Detector> {
	return (await nativeDetector()) ?? (await ownDetector());
}

async function nativeDetector(): Promise<Detector | null> {
	const { BarcodeDetector } = window;
	if (BarcodeDetector === undefined) return null;
	const known = await BarcodeDetector.getSupportedFormats().catch((): string[] => []);
	return formats.every((format) => known.includes(format)) ? new BarcodeDetector({ formats }) : null;
}

async function ownDetector(): Promise<Detector> {
	const [{ BarcodeDetector, prepareZXingModule }, { default: wasm }] = await Promise.all([
		import('barcode-detector/ponyfill'),
		import('zxing-wasm/reader/zxing_reader.wasm?url')
	]);
	await prepareZXingModule({ overrides: { locateFile: () => wasm }, fireImmediately: true });
	return new BarcodeDetector({ formats: [...formats] });
}
