/** The camera as a scanner: looks several times a second until it is closed, and tells each code once. */
import { type Detector, openDetector } from './scan-detector.ts';

/** Why the camera does not scan. */
export type CameraTrouble =
	/** The person or the phone said no. */
	| 'forbidden'
	| 'no-camera'
	/** Another app has it. */
	| 'in-use'
	/** The detector did not come: there is no internet, and it was never loaded before. */
	| 'no-detector';

export class CameraFailed extends Error {
	override readonly name = 'CameraFailed';
	readonly trouble: CameraTrouble;

	constructor(trouble: CameraTrouble, cause?: unknown) {
		super(`The camera does not scan: ${trouble}.`, { cause });
		this.trouble = trouble;
	}
}

export interface Camera {
	/** Whether it has a lamp. */
	readonly hasLamp: boolean;
	light(on: boolean): Promise<void>;
	close(): void;
}

/** Between two looks: an old phone needs half of it to look. */
const pauseMs = 120;
/** The same code again within this time is the same thing lying there still. */
const sameMs = 1500;

/** Opens the camera at the back into `video` and calls `found` with each code. Throws CameraFailed. */
export async function openCamera(video: HTMLVideoElement, found: (code: string) => void): Promise<Camera> {
	const stream = await openStream();
	try {
		const detector = await openDetector().catch((cause: unknown) => {
			throw new CameraFailed('no-detector', cause);
		});
		video.srcObject = stream;
		await video.play();
		return watch(video, stream, detector, found);
	} catch (error) {
		stop(stream);
		throw error;
	}
}

async function openStream(): Promise<MediaStream> {
	try {
		return await navigator.mediaDevices.getUserMedia({
			video: { facingMode: 'environment', width: { ideal: 1280 }, height: { ideal: 720 } }
		});
	} catch (error) {
		throw new CameraFailed(troubleOf(error), error);
	}
}

const troubles: Readonly<Record<string, CameraTrouble>> = {
	NotAllowedError: 'forbidden',
	NotFoundError: 'no-camera',
	NotReadableError: 'in-use'
};

function troubleOf(error: unknown): CameraTrouble {
	return (error instanceof DOMException ? troubles[error.name] : undefined) ?? 'no-camera';
}

function watch(
	video: HTMLVideoElement,
	stream: MediaStream,
	detector: Detector,
	found: (code: string) => void
): Camera {
	const fresh = freshOnly(found);
	let isOpen = true;
	const look = async (): Promise<void> => {
		const codes = await detector.detect(video).catch(() => []);
		if (!isOpen) return;
		for (const { rawValue } of codes) fresh(rawValue, performance.now());
		setTimeout(() => void look(), pauseMs);
	};
	void look();
	const [track] = stream.getVideoTracks();
	return {
		hasLamp: track !== undefined && 'torch' in track.getCapabilities(),
		async light(on) {
			// The lamp is not in the compiler's library yet.
			const lamp: MediaTrackConstraintSet & { torch: boolean } = { torch: on };
			await track?.applyConstraints({ advanced: [lamp] });
		},
		close() {
			isOpen = false;
			stop(stream);
			video.srcObject = null;
		}
	};
}

/** Passes a code on once as long as it lies before the camera. */
export function freshOnly(found: (code: string) => void): (code: string, nowMs: number) => void {
	const seen = new Map<string, number>();
	return (code, nowMs) => {
		const last = seen.get(code) ?? Number.NEGATIVE_INFINITY;
		seen.set(code, nowMs);
		if (nowMs - last > sameMs) found(code);
	};
}

function stop(stream: MediaStream): void {
	for (const track of stream.getTracks()) track.stop();
}
