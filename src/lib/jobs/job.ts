/** What a job is: a name, for whom, and with what. */
import type { Instant } from '#lib/kernel/instant.ts';
import type { Facts } from '#lib/kernel/refusal.ts';

export interface Job {
	readonly id: string;
	readonly name: string;
	readonly tenantId: string;
	readonly payload: Facts;
	/** How often it was begun, this time included. */
	readonly tries: number;
}

/** A job that failed, as a person sees it. */
export interface FailedJob {
	readonly id: string;
	readonly name: string;
	readonly tenantId: string;
	readonly tries: number;
	readonly runAt: Instant;
	readonly lastError: string;
	/** Whether it will be tried again by itself. */
	readonly willRetry: boolean;
}
