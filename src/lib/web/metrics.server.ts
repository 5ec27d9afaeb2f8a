/** Counts and times for `/metrics`, labelled by route pattern, never by id or person. */
import { collectDefaultMetrics, Counter, Histogram, Registry } from 'prom-client';

export const registry = new Registry();
collectDefaultMetrics({ register: registry });

const requests = new Histogram({
	name: 'http_request_seconds',
	help: 'Time from request to answer',
	labelNames: ['method', 'route', 'status'],
	buckets: [0.005, 0.02, 0.05, 0.1, 0.3, 1, 3, 10],
	registers: [registry]
});

export const eventsReceived = new Counter({
	name: 'till_events_total',
	help: 'Events received from tills',
	labelNames: ['state'],
	registers: [registry]
});

export const bugs = new Counter({ name: 'bugs_total', help: 'Errors that were our fault', registers: [registry] });

/** Notes one answered request. */
export function noteRequest(method: string, route: string, status: number, seconds: number): void {
	requests.observe({ method, route, status: String(status) }, seconds);
}
