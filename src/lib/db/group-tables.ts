/** Rows of groups and catalog. */

export interface KubeTable {
	groupId: string;
	slug: string;
	name: string;
	/** Name, village and businesses, folded, with the words people may type. */
	searchText: string;
	villageCode: string;
	address: string;
	/** Zone of the province; changes only forward. */
	zone: string;
	/** `forming`, `active`, `inactive`, `merged` or `dissolved`: what the last decision says. */
	status: string;
	/** Whether it is an e-waroeng: sells staple food and serves card holders. */
	isShop: number;
	foundedOn: string | null;
	phone: string | null;
	story: string;
	logoFileId: string | null;
	openingHours: string;
	/** Settings as JSON: which rituals are switched on. */
	settings: string;
	/** What of the first steps is done, as JSON. */
	readiness: string;
	madeAt: string;
	/** The text of the group's own QRIS code, as printed by its bank. */
	staticQris: string | null;
}

/** Addresses are unique over all groups. */
export interface KubeSlugTable {
	slug: string;
	groupId: string;
}

export interface KubeBusinessTable {
	groupId: string;
	/** A kind of business, see `groups/kinds.ts`. */
	kind: string;
	isMain: number;
}

export interface MemberTable {
	groupId: string;
	id: string;
	/** The account of this member, if they sign in. */
	personId: string | null;
	name: string;
	phone: string | null;
	/** AES-256-GCM, key id inside; null when not given. */
	nikCipher: string | null;
	/** HMAC of the NIK, to find the same family in another active group. */
	nikMark: string | null;
	/** Its last four digits, for the mask. */
	nikLast: string | null;
	joinedOn: string;
	leftOn: string | null;
	leavingDecisionId: string | null;
}

/** A head of family is in one Kube at a time: one row each mark, over all groups that are forming or active. */
export interface FamilyClaimTable {
	nikMark: string;
	groupId: string;
	memberId: string;
}

/** What a meeting of the group or an office decided, with its minutes. */
export interface DecisionTable {
	groupId: string;
	id: string;
	seq: number;
	number: number;
	/** `status`, `officer`, `member-leaves`, `pendamping` … */
	kind: string;
	decidedOn: string;
	minutes: string;
	/** What it changed, as JSON. */
	effect: string;
	fileId: string | null;
	recordedBy: string | null;
	recordedAt: string;
}

export interface LicenceTable {
	groupId: string;
	id: string;
	/** `nib`, `p-irt` or `halal`. */
	kind: string;
	number: string;
	holder: string;
	issuedOn: string | null;
	expiresOn: string | null;
	productId: string | null;
	fileId: string | null;
	withdrawnAt: string | null;
}

export interface BankAccountTable {
	groupId: string;
	id: string;
	bank: string;
	holder: string;
	numberCipher: string;
	lastDigits: string;
	validFrom: string;
	validTo: string | null;
}

export interface ProductTable {
	groupId: string;
	id: string;
	/** Small, per group, never used again. */
	number: number;
	name: string;
	searchText: string;
	/** `bought`, `made`, `service` or `consigned`. */
	kind: string;
	category: string;
	/** `carbohydrate`, `animal-protein`, `plant-protein`, `vitamins`, or null when not one of the four. */
	foodGroup: string | null;
	isFresh: number;
	barcode: string | null;
	/** Name of an icon of the set. */
	picture: string;
	photoFileId: string | null;
	description: string;
	/** The unit in which stock is counted, see `catalog/units.ts`. */
	normalUnit: string;
	/** The member who owns it, when consigned. */
	ownerMemberId: string | null;
	/** The group's part of a consigned sale in thousandths, else null. */
	commission: number | null;
	atCounter: number;
	inShop: number;
	forAgencies: number;
	isActive: number;
	madeAt: string;
	seq: number;
	/** The class under which law sets a highest price or amount, such as `rice-medium`. */
	ceilingClass: string | null;
	/** 1 when several goods are sold as one; null and 0 when not. */
	isBundle: number | null;
}

/** A unit as people sell it, with the dated size it has in the normal unit. */
export interface ProductUnitTable {
	groupId: string;
	id: string;
	productId: string;
	unit: string;
	/** Thousandths of the normal unit in one of this unit. */
	factor: number;
	validFrom: string;
	validTo: string | null;
	isMain: number;
}

export interface ProductPriceTable {
	groupId: string;
	id: string;
	productId: string;
	unitId: string;
	/** `all`, or one channel with a price of its own. */
	channel: string;
	/** Null ends a channel's own price: it follows `all` again. */
	price: number | null;
	validFrom: string;
	seq: number;
	setBy: string | null;
}

export interface GroupTables {
	kube: KubeTable;
	kubeSlug: KubeSlugTable;
	kubeBusiness: KubeBusinessTable;
	member: MemberTable;
	familyClaim: FamilyClaimTable;
	decision: DecisionTable;
	licence: LicenceTable;
	bankAccount: BankAccountTable;
	product: ProductTable;
	productUnit: ProductUnitTable;
	productPrice: ProductPriceTable;
}
