/** Rows of the database's own tables. */

export interface InstallationTable {
	id: string;
	/** `demo` or `real`, for ever. */
	kind: string;
	name: string;
	madeAt: string;
}

/** One row a tenant: its works are serial by it, and `seq` numbers them. */
export interface HeadTable {
	tenantId: string;
	tenantKind: string;
	seq: number;
}

/** Everything received under an id of its sender's making: the same id is never applied twice. */
export interface ReceivedTable {
	tenantId: string;
	id: string;
	kind: string;
	/** SHA-256 of the bytes as received, hexadecimal. */
	hash: string;
	seq: number;
	receivedAt: string;
	/** `applied` or `held`. */
	outcome: string;
	/** What was answered, as JSON, where it cannot be told from the row itself. */
	answer: string | null;
	/** The bytes, kept 400 days. */
	body: string | null;
}

/** Why something received could not be applied, until a person or a later release applies it. */
export interface HeldTable {
	tenantId: string;
	id: string;
	seq: number;
	/** The refusal's code, or `bug` with the id under which it was logged. */
	code: string;
	facts: string;
	releasedSeq: number | null;
}

/** Numbers without gaps, a row each tenant and series. */
export interface CounterTable {
	tenantId: string;
	series: string;
	value: number;
}

export interface AuditEntryTable {
	tenantId: string;
	/** 1, 2, 3 … within the tenant. */
	number: number;
	at: string;
	actorId: string | null;
	/** Which part of the system did it, when no person did. */
	actorPart: string | null;
	action: string;
	subjectType: string;
	subjectId: string;
	facts: string;
	/** SHA-256 over this entry and the hash of the one before. */
	hash: string;
}

export interface JobTable {
	id: string;
	name: string;
	tenantId: string;
	payload: string;
	runAt: string;
	tries: number;
	lockedUntil: string | null;
	/** `waiting`, `done` or `failed`. */
	state: string;
	lastError: string | null;
}

export interface FileTable {
	groupId: string;
	id: string;
	/** `photo` (anyone may see it) or `paper` (by permission). */
	kind: string;
	/** What it is attached to, such as `product` or `decision`. */
	purpose: string;
	/** Whole formats made of it, as JSON: width, height, bytes and type of each. */
	variants: string;
	sha256: string;
	madeAt: string;
	madeBy: string | null;
	seq: number;
}

/** A value that law or an office sets, for a stretch of days; nothing of the kind is a constant in code. */
export interface RuleValueTable {
	key: string;
	validFrom: string;
	/** The last day, or null while it holds. */
	validTo: string | null;
	/** JSON. */
	value: string;
	source: string;
}

export interface DbTables {
	installation: InstallationTable;
	head: HeadTable;
	received: ReceivedTable;
	held: HeldTable;
	counter: CounterTable;
	auditEntry: AuditEntryTable;
	job: JobTable;
	file: FileTable;
	ruleValue: RuleValueTable;
}
