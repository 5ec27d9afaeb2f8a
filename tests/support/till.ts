/** A till of the tests: it makes events as a phone would, and sends them through the door. */
import { deedNumber } from '#lib/aid/deed.ts';
import { priceListOf } from '#lib/catalog/price-list.server.ts';
import type { UnitKey } from '#lib/catalog/units.ts';
import type { Database } from '#lib/db/open.server.ts';
import { groupTenant } from '#lib/db/tenant.ts';
import { inWork } from '#lib/db/work.server.ts';
import { present } from '#lib/kernel/assert.ts';
import type { Id } from '#lib/kernel/id.ts';
import type { Instant } from '#lib/kernel/instant.ts';
import { quantity } from '#lib/kernel/quantity.ts';
import { type Rupiah, rupiah, total } from '#lib/kernel/rupiah.ts';
import { basketOf, cashPart } from '#lib/sales/cart.ts';
import { enrolTill } from '#lib/sales/enrol.server.ts';
import { type Delivered, receiveEvents } from '#lib/sales/receive.server.ts';
import { chainHash, firstPrevious } from '#lib/sales/chain.ts';
import { asExchange, refundOf, worthOf } from '#lib/sales/refund.ts';
import { saleBodyOf } from '#lib/sales/sale-body.ts';
import type { Tender } from '#lib/sales/tender.ts';
import { receiptNumber } from '#lib/sales/till-code.ts';
import { eventText, type TillEvent } from '#lib/sales/wire.ts';
import type {
	BodyOf,
	ByCard,
	EventKind,
	Payment,
	ReturnBody,
	SaleBody,
	SaleLine,
	VoidReason
} from '#lib/sales/wire-bodies.ts';
import { type TestKey, testKey } from './till-key.ts';
import type { Goods, Person, VillageGroup } from './village.ts';

/** What is bought: goods by a unit, so many thousandths of it; at the list price unless another is named. */
export type Bought = readonly [goods: Goods, unit: UnitKey, thousandths: number, price?: number];

export interface Told {
	readonly id: Id;
	readonly sequence: number;
	readonly text: string;
	readonly body: SaleBody | null;
}

/** A part of what is paid; `deed` is a paper, numbered as its receipt. */
export type Paying = readonly [tender: Tender, amount: number, card?: ByCard | 'deed'];

interface Selling {
	readonly tender?: Tender;
	/** Parts by which it is paid, instead of all by one tender. */
	readonly payments?: readonly Paying[];
	/** What it says of aid and of goods that follow. */
	readonly said?: Pick<SaleBody, 'aid' | 'handover'>;
	readonly discount?: number;
	readonly partyId?: Id | null;
	readonly shiftId?: Id | null;
	readonly approvedBy?: Id | null;
	/** Why a ceiling is passed, on every line. */
	readonly reason?: string;
	readonly at?: Instant;
	readonly offsetMs?: number | null;
	/** Anything of the event that should be another. */
	readonly twist?: (event: TillEvent) => unknown;
}

type Telling = Pick<Selling, 'at' | 'offsetMs' | 'twist' | 'shiftId' | 'approvedBy'>;

interface Giving extends Telling {
	readonly goods?: 'shelf' | 'lost';
	/** Kept for other goods instead of given back. */
	readonly exchange?: boolean;
	readonly twistBody?: (body: ReturnBody) => ReturnBody;
}

type By = Pick<SaleBody, 'cashierId' | 'approvedBy' | 'shiftId'>;

export interface TestTill {
	readonly id: Id;
	readonly code: string;
	readonly person: Person;
	readonly key: TestKey;
	sell(bought: readonly Bought[], selling?: Selling): Told;
	takeBack(
		saleId: Id,
		selling?: Omit<Selling, 'reason'> & { readonly reason?: VoidReason; readonly note?: string }
	): Told;
	/** Goods of a sale come back: so many thousandths of a line, from 0; this till knows what came back to it before. */
	giveBack(sale: Told, parts: readonly (readonly [line: number, thousandths: number])[], giving?: Giving): Told;
	/** Any other event, of which only what matters is named. */
	tell<Kind extends EventKind>(kind: Kind, body: Omit<BodyOf<Kind>, keyof By>, telling?: Telling): Told;
	/** Sends events; a bug met on the way fails the test. */
	send(...told: readonly { readonly text: string }[]): Promise<Delivered>;
}

/** Enrols a till for `person` in `group`. */
export async function tillOf(db: Database, group: VillageGroup, person: Person): Promise<TestTill> {
	const { groupId } = group;
	const tenant = groupTenant(groupId);
	const key = testKey();
	const { publicKey } = key;
	const { id: enrolmentId, code } = await inWork(db, person, tenant, (work) =>
		enrolTill(work, { id: work.newId(), name: `HP ${person.name}`, personId: person.personId, publicKey })
	);
	const units = await soldUnits(db, groupId);
	let sequence = 0;
	let previous = firstPrevious(enrolmentId);
	let receipts = 0;
	const back = new Map<Id, { readonly quantities: Map<number, number>; worth: number }>();
	const by = ({ approvedBy = null, shiftId = null }: Telling): By => ({
		cashierId: person.personId,
		approvedBy,
		shiftId
	});
	const told = (event: Pick<TillEvent, 'kind' | 'body'>, { at = db.clock(), offsetMs = 0, twist }: Selling): Told => {
		const made = {
			id: db.newId(),
			enrolmentId,
			sequence: ++sequence,
			previous,
			deviceAt: at,
			offsetMs,
			...event
		} as TillEvent;
		const text = twist === undefined ? eventText(made) : JSON.stringify({ v: 2, ...(twist(made) as object) });
		previous = chainHash(text);
		return { id: made.id, sequence: made.sequence, text, body: made.kind === 'sale' ? made.body : null };
	};
	return {
		id: enrolmentId,
		code,
		person,
		key,
		sell(bought, selling = {}) {
			const { reason = '' } = selling;
			const lines = bought.map((one) => ({ ...lineOf(units, one), reason }));
			const discount = rupiah(selling.discount ?? 0);
			const receipt = receiptNumber(code, ++receipts);
			const payments = selling.payments?.map((part) => paymentOf(part, receipt)) ?? [
				paid(basketOf(lines, discount).due, selling.tender ?? 'cash')
			];
			const body = saleBodyOf({
				...by(selling),
				receiptNumber: receipt,
				partyId: selling.partyId ?? null,
				lines,
				discount,
				payments
			});
			return told({ kind: 'sale', body: { ...body, ...selling.said } }, selling);
		},
		takeBack(saleId, { reason = 'wrong-goods', note = '', ...selling } = {}) {
			return told({ kind: 'void', body: { saleId, reason, note, ...by(selling) } }, selling);
		},
		giveBack(sale, parts, giving = {}) {
			const { goods = 'shelf', exchange = false, twistBody = (same) => same } = giving;
			const before = back.get(sale.id) ?? { quantities: new Map<number, number>(), worth: 0 };
			back.set(sale.id, before);
			const receipt = receiptNumber(code, ++receipts);
			const body = returnBodyOf(present(sale.body, 'a sale'), parts, before, exchange);
			const whole = { ...body, receiptNumber: receipt, saleId: sale.id, goods, reason: 'damaged', note: '' } as const;
			return told({ kind: 'return', body: twistBody({ ...whole, ...by(giving) }) }, giving);
		},
		tell: (kind, body, telling = {}) => told({ kind, body: { ...body, ...by(telling) } } as TillEvent, telling),
		send: (...events) =>
			receiveEvents(db, person, { groupId, enrolmentId, texts: events.map((event) => event.text) }, (error) => {
				throw error;
			})
	};
}

interface Before {
	readonly quantities: Map<number, number>;
	worth: number;
}

/** What a till says of goods that come back, by the rules that it shares with the server; `before` then counts them too. */
function returnBodyOf(
	sale: SaleBody,
	parts: readonly (readonly [line: number, thousandths: number])[],
	before: Before,
	exchange: boolean
) {
	const basket = basketOf(sale.lines, sale.discount);
	const lines = parts.map(([line, thousandths]) => {
		const { amount, discount } = present(basket.lines[line], `line ${line}`);
		const earlier = quantity(before.quantities.get(line) ?? 0);
		const sold = {
			quantity: quantity(sale.lines[line]?.quantity ?? 0),
			net: rupiah(amount - discount),
			before: earlier
		};
		before.quantities.set(line, earlier + thousandths);
		return { line, quantity: quantity(thousandths), amount: worthOf(sold, quantity(thousandths)) };
	});
	const worth = total(lines.map((line) => line.amount));
	const usual = refundOf(sale, rupiah(before.worth), worth);
	const { parts: given, rounding } = exchange ? asExchange(usual) : usual;
	before.worth += worth;
	const refunds = given.map(({ tender, amount }) => ({ tender, amount, received: amount, reference: null }));
	return { lines, rounding, total: rupiah(worth + rounding), refunds };
}

interface SoldUnit {
	readonly productId: Id;
	readonly name: string;
	readonly unit: string;
	readonly factor: number;
	readonly price: number;
}

async function soldUnits(db: Database, groupId: Id): Promise<Map<Id, SoldUnit>> {
	const list = await priceListOf(db.reader, groupId, 'counter', db.clock());
	return new Map(
		list.flatMap(({ id: productId, name, units }) =>
			units.map(({ id, unit, factor, price }) => [id, { productId, name, unit, factor, price: price ?? 0 }])
		)
	);
}

function lineOf(units: ReadonlyMap<Id, SoldUnit>, [goods, unit, thousandths, price]: Bought): SaleLine {
	const unitId = goods.unitId(unit);
	const sold = present(units.get(unitId), `the unit ${unit}`);
	return {
		productId: goods.productId,
		unitId,
		name: sold.name,
		unit,
		quantity: quantity(thousandths),
		factor: quantity(sold.factor),
		price: rupiah(price ?? sold.price),
		discount: rupiah(0),
		note: '',
		reason: ''
	};
}

function paymentOf([tender, whole, by]: Paying, receipt: string): Payment {
	const amount = rupiah(whole);
	const card = by === 'deed' ? ({ kind: 'deed', number: deedNumber(receipt) } as const) : by;
	return { tender, amount, received: amount, reference: null, ...(card === undefined ? {} : { card }) };
}

function paid(due: Rupiah, tender: Tender) {
	const amount = tender === 'cash' ? cashPart(due, rupiah(0)).amount : due;
	return { tender, amount, received: amount, reference: null };
}
