/** A sale as it is taken back: what was sold and paid, and what of it came back before. */
import { prepared } from '#lib/db/prepared.server.ts';
import type { Work } from '#lib/db/work.server.ts';
import { present } from '#lib/kernel/assert.ts';
import { type Id, id } from '#lib/kernel/id.ts';
import { quantity } from '#lib/kernel/quantity.ts';
import { rupiah } from '#lib/kernel/rupiah.ts';
import { channel } from '#lib/ledger/channel.ts';
import type { TenderPart } from './refund.ts';
import { AlreadyVoided, SaleUnknown } from './refusals.ts';
import type { SoldPart, SoldSale } from './return-plan.ts';
import { memberPart } from './sale-plan.ts';
import { parseTender } from './tender.ts';

type Wanted = Readonly<Record<'groupId' | 'saleId', string>>;

const heads = prepared((db, p: Wanted) =>
	db
		.selectFrom('sale')
		.select(['channel', 'receiptNumber', 'partyId', 'rounding', 'total'])
		.where('groupId', '=', p.groupId)
		.where('id', '=', p.saleId)
);

const returns = prepared((db, p: Wanted) =>
	db.selectFrom('saleReturn').select('kind').where('groupId', '=', p.groupId).where('saleId', '=', p.saleId)
);

const lines = prepared((db, p: Wanted) =>
	db
		.selectFrom('saleLine')
		.leftJoin('product', (join) =>
			join.onRef('product.groupId', '=', 'saleLine.groupId').onRef('product.id', '=', 'saleLine.productId')
		)
		.select(['saleLine.line', 'saleLine.productId', 'saleLine.kind', 'saleLine.quantity', 'saleLine.normalQuantity'])
		.select(['saleLine.amount', 'saleLine.discount', 'saleLine.cost', 'saleLine.ownerId', 'saleLine.owed'])
		.select(['product.ownerMemberId', 'product.commission'])
		.where('saleLine.groupId', '=', p.groupId)
		.where('saleLine.saleId', '=', p.saleId)
		.orderBy('saleLine.line')
);

const payments = prepared((db, p: Wanted) =>
	db
		.selectFrom('payment')
		.select(['tender', 'amount'])
		.where('groupId', '=', p.groupId)
		.where('saleId', '=', p.saleId)
		.orderBy('line')
);

const returnedLines = prepared((db, p: Wanted) =>
	db
		.selectFrom('saleReturnLine as part')
		.innerJoin('saleReturn', (join) =>
			join.onRef('saleReturn.groupId', '=', 'part.groupId').onRef('saleReturn.id', '=', 'part.returnId')
		)
		.select(['part.saleLine', 'part.quantity', 'part.normalQuantity', 'part.amount', 'part.cost', 'part.owed'])
		.where('part.groupId', '=', p.groupId)
		.where('saleReturn.groupId', '=', p.groupId)
		.where('saleReturn.saleId', '=', p.saleId)
);

const refunds = prepared((db, p: Wanted) =>
	db
		.selectFrom('refund')
		.innerJoin('saleReturn', (join) =>
			join.onRef('saleReturn.groupId', '=', 'refund.groupId').onRef('saleReturn.id', '=', 'refund.returnId')
		)
		.select(['refund.tender', 'refund.amount'])
		.where('refund.groupId', '=', p.groupId)
		.where('saleReturn.groupId', '=', p.groupId)
		.where('saleReturn.saleId', '=', p.saleId)
);

/** Throws SaleUnknown, AlreadyVoided. */
export async function soldSale(work: Work, saleId: Id): Promise<SoldSale> {
	const { groupId } = work;
	const wanted = { groupId, saleId };
	const [head] = await work.run(heads, wanted);
	if (head === undefined) throw new SaleUnknown(saleId);
	const kinds = (await work.run(returns, wanted)).map(({ kind }) => kind);
	if (kinds.includes('void')) throw new AlreadyVoided(saleId);
	const isReturned = kinds.length > 0;
	const before = isReturned ? await work.run(returnedLines, wanted) : [];
	const given = isReturned ? await work.run(refunds, wanted) : [];
	return {
		id: saleId,
		channel: channel(head.channel),
		receiptNumber: head.receiptNumber,
		partyId: head.partyId === null ? null : id(head.partyId),
		rounding: rupiah(head.rounding),
		total: rupiah(head.total),
		isReturned,
		payments: (await work.run(payments, wanted)).map(tenderPart),
		refunded: given.map(tenderPart),
		lines: (await work.run(lines, wanted)).map((line) => ({
			line: line.line,
			productId: id(line.productId),
			kind: line.kind,
			ownerId: ownerOf(line),
			...partFrom({ ...line, amount: line.amount - line.discount, owed: owedOf(line) }),
			before: sumOf(before.filter(({ saleLine }) => saleLine === line.line))
		}))
	};
}

interface OwnedLine {
	readonly kind: string;
	readonly amount: number;
	readonly discount: number;
	readonly ownerId: string | null;
	readonly owed: number | null;
	readonly ownerMemberId: string | null;
	readonly commission: number | null;
}

/** Lines sold before that was kept with them have the owner that the product has now. */
function ownerOf({ kind, ownerId, owed, ownerMemberId }: OwnedLine): Id | null {
	const owner = owed === null && kind === 'consigned' ? ownerMemberId : ownerId;
	return owner === null ? null : id(owner);
}

function owedOf({ kind, owed, amount, discount, commission }: OwnedLine): number {
	if (kind !== 'consigned') return 0;
	return owed ?? memberPart(rupiah(amount - discount), commission ?? 0);
}

interface PartRow {
	readonly quantity: number | null;
	readonly normalQuantity: number;
	readonly amount: number;
	readonly cost: number;
	readonly owed: number | null;
}

function partFrom(row: PartRow): SoldPart {
	return {
		quantity: quantity(row.quantity ?? 0),
		normalQuantity: quantity(row.normalQuantity),
		net: rupiah(row.amount),
		cost: rupiah(row.cost),
		owed: rupiah(row.owed ?? 0)
	};
}

function sumOf(rows: readonly PartRow[]): SoldPart {
	const sum = { quantity: 0, normalQuantity: 0, amount: 0, cost: 0, owed: 0 };
	for (const row of rows) {
		sum.quantity += row.quantity ?? 0;
		sum.normalQuantity += row.normalQuantity;
		sum.amount += row.amount;
		sum.cost += row.cost;
		sum.owed += row.owed ?? 0;
	}
	return partFrom(sum);
}

function tenderPart({ tender, amount }: { readonly tender: string; readonly amount: number }): TenderPart {
	return { tender: present(parseTender(tender), `the tender ${tender}`), amount: rupiah(amount) };
}
