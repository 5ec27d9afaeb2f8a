/** The clients: a process of its own that asks the server as fast as it answers, over connections that stay open. */
import { createPrivateKey, sign } from 'node:crypto';
import { Agent, request } from 'node:http';
import process from 'node:process';
import type { BenchTill } from './till-sales.ts';
import { tillSignatureHeader } from '#lib/sales/till-key.ts';
import { cpuSecondsOf } from './server.ts';
import { TillSales } from './till-sales.ts';

/** What the clients are to do. */
export interface LoadOrder {
	readonly origin: string;
	readonly seconds: number;
	/** Not measured: the server warms up. */
	readonly warmSeconds: number;
	/** Whose processor time is told. */
	readonly serverPid: number;
	readonly clients: number;
	readonly asking:
		| {
				readonly kind: 'sales';
				readonly perRequest: number;
				readonly tills: readonly BenchTill[];
				readonly sequences: readonly number[];
		  }
		| { readonly kind: 'page'; readonly path: string; readonly token: string | null };
}

export interface LoadResult {
	readonly requests: number;
	readonly seconds: number;
	/** Processor time of the server while it was measured. */
	readonly cpuSeconds: number;
	/** Milliseconds. */
	readonly p50: number;
	readonly p95: number;
	/** Answers other than 200, or with an event that was not applied. */
	readonly failed: number;
	readonly firstFailure: string;
	/** Numbers of the tills' last events. */
	readonly sequences: readonly number[];
}

interface Ask {
	readonly path: string;
	readonly headers: Readonly<Record<string, string>>;
	readonly body: string | null;
}

/** Asks once and gives the answer's text, or throws with it. */
function ask(origin: string, agent: Agent, { path, headers: own, body }: Ask): Promise<string> {
	return new Promise((resolve, reject) => {
		const headers = {
			...own,
			...(body === null ? {} : { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) })
		};
		const asked = request(`${origin}${path}`, { agent, method: body === null ? 'GET' : 'POST', headers }, (answer) => {
			const parts: Buffer[] = [];
			answer.on('data', (part: Buffer) => parts.push(part));
			answer.on('end', () => {
				const text = Buffer.concat(parts).toString();
				if (answer.statusCode === 200) resolve(text);
				else reject(new Error(`${answer.statusCode ?? 0} ${text.slice(0, 300)}`));
			});
		});
		asked.on('error', reject);
		asked.end(body);
	});
}

async function run(order: LoadOrder): Promise<LoadResult> {
	const agent = new Agent({ keepAlive: true, maxSockets: order.clients });
	const sequences: number[] = order.asking.kind === 'sales' ? [...order.asking.sequences] : [];
	const measuredFrom = performance.now() + order.warmSeconds * 1000;
	const until = measuredFrom + order.seconds * 1000;
	const times: number[] = [];
	const failures: string[] = [];
	let used = 0;
	setTimeout(() => (used = cpuSecondsOf(order.serverPid)), order.warmSeconds * 1000);
	await Promise.all(
		Array.from({ length: order.clients }, async (_, client) => {
			const next = asker(order, client, sequences);
			while (performance.now() < until) {
				const asked = next();
				const begun = performance.now();
				try {
					check(order, await ask(order.origin, agent, asked));
					if (begun >= measuredFrom) times.push(performance.now() - begun);
				} catch (error) {
					failures.push(String(error));
				}
			}
		})
	);
	agent.destroy();
	times.sort((a, b) => a - b);
	const at = (part: number): number => times[Math.floor(times.length * part)] ?? 0;
	const seconds = (performance.now() - measuredFrom) / 1000;
	const cpuSeconds = cpuSecondsOf(order.serverPid) - used;
	const [firstFailure = ''] = failures;
	return {
		requests: times.length,
		seconds,
		cpuSeconds,
		p50: at(0.5),
		p95: at(0.95),
		failed: failures.length,
		firstFailure,
		sequences
	};
}

/** What a client asks next, each with a till of its own. */
function asker({ asking }: LoadOrder, client: number, sequences: number[]): () => Ask {
	if (asking.kind === 'page') {
		const headers: Record<string, string> = asking.token === null ? {} : { cookie: `masuk=${asking.token}` };
		return () => ({ path: asking.path, headers, body: null });
	}
	const { tills, perRequest } = asking;
	const own = client % tills.length;
	const till = tills[own];
	if (till === undefined) throw new Error('a client has a till');
	const sales = new TillSales(till, sequences[own] ?? 0, null);
	const key = createPrivateKey(till.privateKey);
	const path = `/api/till/${till.groupId}/${till.enrolmentId}/events`;
	return () => {
		const events = Array.from({ length: perRequest }, () => sales.next());
		sequences[own] = (sequences[own] ?? 0) + perRequest;
		const body = JSON.stringify({ events });
		const signature = sign('sha256', Buffer.from(body), { key, dsaEncoding: 'ieee-p1363' }).toString('base64url');
		return { path, headers: { [tillSignatureHeader]: signature }, body };
	};
}

/** A sale that was acknowledged and not applied would flatter the figure. */
function check({ asking }: LoadOrder, text: string): void {
	if (asking.kind === 'sales' && (text.includes('"held"') || text.includes('"other-content"')))
		throw new Error(text.slice(0, 300));
}

process.once('message', (order: LoadOrder) => {
	void run(order).then(
		(result) => process.send?.(result, () => process.connected && process.disconnect()),
		(error: unknown) => {
			console.error(error);
			process.exit(1);
		}
	);
});
