/** What every fact that a till tells says of where it came from: who did it, when, and in which shift. */
import type { Day } from '#lib/kernel/day.ts';
import type { Id } from '#lib/kernel/id.ts';
import type { Instant } from '#lib/kernel/instant.ts';

export interface Told {
	/** Made by the till. */
	readonly id: Id;
	readonly enrolmentId: Id | null;
	/** The till's number of the event. */
	readonly sequence: number;
	/** The shift in whose drawer it happened; null where the group has no shifts. */
	readonly shiftId: Id | null;
	readonly actorId: Id | null;
	/** The other person whose PIN was typed. */
	readonly approvedBy: Id | null;
	/** What the device said, untouched. */
	readonly deviceAt: Instant;
	readonly happenedAt: Instant;
	/** Calendar day of `happenedAt` in the group's zone. */
	readonly day: Day;
}
