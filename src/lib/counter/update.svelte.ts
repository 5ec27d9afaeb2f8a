/** A new version of the till: that it waits, what it weighs, and taking it when nothing can be lost. */
import * as v from 'valibot';
import { weightPath } from './shell.ts';

const weightShape = v.object({ bytes: v.number() });
const checkEveryMs = 60 * 60_000;

export class Update {
	/** Null while there is none; else what it weighs over the network, in whole KB. */
	sizeKb = $state.raw<number | null>(null);
	#waiting: ServiceWorker | null = null;

	/** Registers the worker that keeps the till on this phone, and watches for a newer one. Gives how to stop. */
	watch(workers: ServiceWorkerContainer): () => void {
		let isStopped = false;
		const hadOne = workers.controller !== null;
		const reload = () => {
			if (hadOne) location.reload();
		};
		workers.addEventListener('controllerchange', reload);
		const checks = setInterval(() => void workers.getRegistration('/kasir').then((found) => found?.update()), checkEveryMs); // prettier-ignore
		workers
			.register('/service-worker.js', { scope: '/kasir', updateViaCache: 'none' })
			.then((registration) => {
				if (!isStopped) this.#look(registration);
			})
			// Without a worker the till still sells; it only does not open without internet.
			.catch(() => undefined);
		return () => {
			isStopped = true;
			clearInterval(checks);
			workers.removeEventListener('controllerchange', reload);
		};
	}

	/** Takes the new version; the page loads again by itself. Ask `updateProblem` first. */
	take(): void {
		this.#waiting?.postMessage('take-over');
	}

	#look(registration: ServiceWorkerRegistration): void {
		const note = () => {
			if (registration.waiting !== null && registration.active !== null) void this.#found(registration.waiting);
		};
		note();
		registration.addEventListener('updatefound', () => {
			registration.installing?.addEventListener('statechange', note);
		});
	}

	async #found(waiting: ServiceWorker): Promise<void> {
		this.#waiting = waiting;
		this.sizeKb = Math.max(1, Math.round((await newestWeight()) / 1000));
	}
}

/** The one watcher of this tab: a service worker belongs to the browser, not to a page's component. */
export const update = new Update();

/** What the newest worker noted; the caches are listed in the order in which they were made. */
async function newestWeight(): Promise<number> {
	const name = (await caches.keys()).filter((each) => each.startsWith('kasir-')).at(-1);
	const noted = name === undefined ? undefined : await (await caches.open(name)).match(weightPath);
	const read = v.safeParse(weightShape, await noted?.json());
	return read.success ? read.output.bytes : 0;
}
