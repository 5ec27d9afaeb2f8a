/** Fewer bytes over a village's network: gzip, where the browser has it. */

export interface Packed {
	readonly bytes: Uint8Array<ArrayBuffer>;
	readonly headers: Readonly<Record<string, string>>;
}

/** Below this gzip saves nothing worth the work. */
const smallBytes = 600;

export async function packed(bytes: Uint8Array<ArrayBuffer>): Promise<Packed> {
	if (bytes.length < smallBytes || !('CompressionStream' in globalThis)) return { bytes, headers: {} };
	const stream = new Blob([bytes]).stream().pipeThrough(new CompressionStream('gzip'));
	const short = new Uint8Array(await new Response(stream).arrayBuffer());
	return { bytes: short, headers: { 'content-encoding': 'gzip' } };
}
