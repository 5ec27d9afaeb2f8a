/** The second copy: a file of unsent events, encrypted to the server, that a person shares or keeps outside this browser. */
import type { Id } from '#lib/kernel/id.ts';
import { encryptBackup } from '#lib/sales/backup.ts';
import type { Outbox } from './outbox.ts';
import { isCopyDue } from './update-rule.ts';
import type { Snapshot } from './snapshot.ts';
import { bytesOf, signed } from './till-keys.ts';

const eventsMax = 5000;
const fileType = 'application/octet-stream';

export interface Copying {
	readonly outbox: Outbox;
	readonly groupId: Id;
	readonly enrolmentId: Id;
	readonly slug: string;
	/** The till's letter, for the name of the file. */
	readonly code: string;
	readonly backupKey: () => Snapshot['backupKey'];
}

export class Copies {
	readonly #by: Copying;
	/** Unsent events that no file outside holds: what is only on this phone. */
	onlyHere = $state.raw(0);
	readonly isDue = $derived(isCopyDue(this.onlyHere, false));

	constructor(by: Copying) {
		this.#by = by;
	}

	/** Counts again, after something was written, sent or copied. */
	async count(): Promise<void> {
		const { outbox, enrolmentId } = this.#by;
		const { nextSequence, acknowledged, exported } = await outbox.enrolmentOf(enrolmentId);
		this.onlyHere = nextSequence - 1 - Math.max(acknowledged, exported);
	}

	/** The file, or null when nothing is unsent. Nothing counts as copied before `noteSaved`. */
	async make(): Promise<{ readonly file: File; readonly upTo: number } | null> {
		const { outbox, groupId, enrolmentId, slug, code, backupKey } = this.#by;
		const events = await outbox.unsent(enrolmentId, eventsMax);
		const last = events.at(-1);
		if (last === undefined) return null;
		const { signing } = await outbox.keysOf(enrolmentId);
		const buyers = await outbox.buyersOf(enrolmentId, 1, last.sequence);
		const body = JSON.stringify({ events: events.map(({ text }) => text), buyers });
		const { id, publicKey } = backupKey();
		const signature = await signed(signing, bytesOf(body));
		const bytes = await encryptBackup(publicKey, id, { groupId, enrolmentId, body, signature });
		const name = `kasir-${slug}-${code}-${last.sequence}.waroeng`;
		return { file: new File([bytes], name, { type: fileType }), upTo: last.sequence };
	}

	/** The person says that the file is safe somewhere else. */
	async noteSaved(upTo: number): Promise<void> {
		await this.#by.outbox.noteExported(this.#by.enrolmentId, upTo);
		await this.count();
	}
}

/** Shares a file where the browser can, else downloads it; tells whether the person went through with it. */
export async function giveFile(file: File): Promise<boolean> {
	if (typeof navigator.canShare === 'function' && navigator.canShare({ files: [file] })) {
		try {
			await navigator.share({ files: [file], title: file.name });
			return true;
		} catch {
			return false;
		}
	}
	const url = URL.createObjectURL(file);
	const link = document.createElement('a');
	link.href = url;
	link.download = file.name;
	link.click();
	setTimeout(() => URL.revokeObjectURL(url), 60_000);
	return true;
}
