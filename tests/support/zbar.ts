/** Reads codes in pictures with `zbarimg`, a program that knows nothing of ours. Without it a test fails and says how to get it. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { zbarInstallLine } from '../../scripts/lib/zbar.mjs';
import type { Raster } from '#lib/printing/raster.ts';

/** What `zbarimg` reads in the dots: `EAN-13:8991002101234`, one a code. */
export function readCodes(raster: Raster): string[] {
	return readPicture(portableBitmap(raster));
}

/** The same in a picture of any form that it knows. */
export function readPicture(picture: Buffer): string[] {
	const folder = mkdtempSync(join(tmpdir(), 'ewaroeng-code-'));
	try {
		const path = join(folder, 'picture');
		writeFileSync(path, picture);
		return codesIn(path);
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}

function codesIn(path: string): string[] {
	const { error, status, stdout, stderr } = spawnSync('zbarimg', ['--quiet', '--nodbus', path], { encoding: 'utf8' });
	if (error !== undefined) throw new Error(`Codes are read back by zbarimg. Run: sudo sh -c '${zbarInstallLine}'`);
	// 4: there is no code in the picture.
	if (status !== 0 && status !== 4) throw new Error(`zbarimg: ${stderr}`);
	return stdout.split('\n').filter((line) => line !== '');
}

/** A PBM file has the very bits of a raster, 1 for black. */
function portableBitmap({ width, height, bits }: Raster): Buffer {
	return Buffer.concat([Buffer.from(`P4\n${width} ${height}\n`), bits]);
}
