/** A till of the tests: it makes events as a phone would, and sends them through the door. */
import { priceListOf } from '#lib/catalog/price-list.server.ts';
import type { UnitKey } from '#lib/catalog/units.ts';
import type { Database } from '#lib/db/open.server.ts';
import { groupTenant } from '#lib/db/tenant.ts';
import { inWork } from '#lib/db/work.server.ts';
import { present } from '#lib/kernel/assert.ts';
import type { Id } from '#lib/kernel/id.ts';
import type { Instant } from '#lib/kernel/instant.ts';
import { quantity } from '#lib/kernel/quantity.ts';
import { type Rupiah, rupiah } from '#lib/kernel/rupiah.ts';
import { basketOf, cashPart } from '#lib/sales/cart.ts';
import { enrolTill } from '#lib/sales/enrol.server.ts';
import { type Delivered, receiveEvents } from '#lib/sales/receive.server.ts';
import { saleBodyOf } from '#lib/sales/sale-body.ts';
import type { Tender } from '#lib/sales/tender.ts';
import { receiptNumber } from '#lib/sales/till-code.ts';
import { eventText, type SaleBody, type SaleLine, type TillEvent, type VoidReason } from '#lib/sales/wire.ts';
import type { Goods, Person, VillageGroup } from './village.ts';

/** What is bought: goods by a unit, so many thousandths of it; at the list price unless another is named. */
export type Bought = readonly [goods: Goods, unit: UnitKey, thousandths: number, price?: number];

export interface Told {
	readonly id: Id;
	readonly sequence: number;
	readonly text: string;
	readonly body: SaleBody | null;
}

interface Selling {
	readonly tender?: Tender;
	readonly discount?: number;
	readonly partyId?: Id | null;
	readonly at?: Instant;
	readonly offsetMs?: number | null;
	/** Anything of the event that should be another. */
	readonly twist?: (event: TillEvent) => unknown;
}

export interface TestTill {
	readonly id: Id;
	readonly code: string;
	readonly person: Person;
	sell(bought: readonly Bought[], selling?: Selling): Told;
	takeBack(saleId: Id, selling?: Selling & { readonly reason?: VoidReason; readonly note?: string }): Told;
	/** A receipt printed again, after `prints` times. */
	reprint(saleId: Id, prints: number, selling?: Selling): Told;
	/** Sends events; a bug met on the way fails the test. */
	send(...told: readonly { readonly text: string }[]): Promise<Delivered>;
}

/** Enrols a till for `person` in `group`. */
export async function tillOf(db: Database, group: VillageGroup, person: Person): Promise<TestTill> {
	const { groupId } = group;
	const tenant = groupTenant(groupId);
	const { id: enrolmentId, code } = await inWork(db, person, tenant, (work) =>
		enrolTill(work, { id: work.newId(), name: `HP ${person.name}`, personId: person.personId })
	);
	const units = await soldUnits(db, groupId);
	let sequence = 0;
	let receipts = 0;
	const told = (event: Pick<TillEvent, 'kind' | 'body'>, { at = db.clock(), offsetMs = 0, twist }: Selling): Told => {
		const made = { id: db.newId(), enrolmentId, sequence: ++sequence, deviceAt: at, offsetMs, ...event } as TillEvent;
		const text = twist === undefined ? eventText(made) : JSON.stringify({ v: 1, ...(twist(made) as object) });
		return { id: made.id, sequence: made.sequence, text, body: made.kind === 'sale' ? made.body : null };
	};
	return {
		id: enrolmentId,
		code,
		person,
		sell(bought, selling = {}) {
			const lines = bought.map((one) => lineOf(units, one));
			const discount = rupiah(selling.discount ?? 0);
			const payments = [paid(basketOf(lines, discount).due, selling.tender ?? 'cash')];
			const body = saleBodyOf({
				receiptNumber: receiptNumber(code, ++receipts),
				cashierId: person.personId,
				partyId: selling.partyId ?? null,
				lines,
				discount,
				payments
			});
			return told({ kind: 'sale', body }, selling);
		},
		takeBack(saleId, { reason = 'wrong-goods', note = '', ...selling } = {}) {
			return told({ kind: 'void', body: { saleId, reason, note, cashierId: person.personId } }, selling);
		},
		reprint(saleId, prints, selling = {}) {
			return told({ kind: 'reprint', body: { saleId, prints, cashierId: person.personId } }, selling);
		},
		send: (...events) =>
			receiveEvents(db, person, { groupId, enrolmentId, texts: events.map((event) => event.text) }, (error) => {
				throw error;
			})
	};
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
		discount: rupiah(0)
	};
}

function paid(due: Rupiah, tender: Tender) {
	const amount = tender === 'cash' ? cashPart(due, rupiah(0)).amount : due;
	return { tender, amount, received: amount, reference: null };
}
