/** Rows of regions and identity. */

/** A province, regency or city, district, or village; the code is the ministry's, `72.71.08.1005`. */
export interface RegionTable {
	code: string;
	/** 1 province, 2 regency or city, 3 district, 4 village. */
	level: number;
	name: string;
	parentCode: string | null;
	/** The zone of its province. */
	zone: string;
	searchText: string;
}

/** Every region under each of its ancestors, itself included. */
export interface RegionClosureTable {
	ancestorCode: string;
	descendantCode: string;
}

export interface PersonTable {
	id: string;
	name: string;
	/** `+62…`, or null. */
	phone: string | null;
	email: string | null;
	passwordHash: string | null;
	/** `id` or `en`. */
	language: string;
	madeAt: string;
	erasedAt: string | null;
}

export interface SessionTable {
	/** SHA-256 of the session's id, hexadecimal: the id itself is only in the cookie. */
	id: string;
	personId: string;
	expiresAt: string;
	madeAt: string;
	/** What the browser calls itself, cut short. */
	device: string;
}

/** Who may act as what, where, since when. */
export interface RoleGrantTable {
	id: string;
	personId: string;
	/** `group`, `agency`, `office` or `platform`. */
	scope: string;
	scopeId: string;
	/** Where the scope stands: a group's village, the region of an agency or office, '' for the platform. */
	regionCode: string;
	role: string;
	validFrom: string;
	/** Null while it lasts. */
	validTo: string | null;
	/** The minuted decision, where the role needs one. */
	decisionId: string | null;
	grantedBy: string | null;
}

/** A one-time link and 8-digit code that lets a person in once; only hashes are kept. */
export interface EntryCodeTable {
	id: string;
	/** `invitation`, `recovery` or `phone-change`. */
	purpose: string;
	personId: string;
	linkHash: string;
	codeHash: string;
	/** The phone number that the change is to, else null. */
	newPhone: string | null;
	madeBy: string | null;
	madeAt: string;
	expiresAt: string;
	usedAt: string | null;
	/** Wrong codes tried. */
	tries: number;
}

/** Failures of signing in, by account or address. */
export interface SignInAttemptTable {
	key: string;
	failures: number;
	/** At this moment the failures are forgotten. */
	windowEndsAt: string;
	lockedUntil: string | null;
}

export interface OfficeTable {
	id: string;
	name: string;
	/** `city`, `regency`, `province` or `country`. */
	level: string;
	/** What the office serves; '' is the whole country. */
	regionCode: string;
	madeAt: string;
}

export interface AgencyTable {
	agencyId: string;
	name: string;
	regionCode: string;
	madeAt: string;
}

export interface IdentityTables {
	region: RegionTable;
	regionClosure: RegionClosureTable;
	person: PersonTable;
	session: SessionTable;
	roleGrant: RoleGrantTable;
	entryCode: EntryCodeTable;
	signInAttempt: SignInAttemptTable;
	office: OfficeTable;
	agency: AgencyTable;
}
