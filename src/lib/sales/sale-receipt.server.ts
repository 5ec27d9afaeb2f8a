/** The receipt of a sale that the server knows, to show, print or share again. */
import { unitShort } from '#lib/catalog/unit-name.ts';
import { unitOf } from '#lib/catalog/units.ts';
import type { Reader } from '#lib/db/open.server.ts';
import { zone } from '#lib/kernel/day.ts';
import type { Id } from '#lib/kernel/id.ts';
import { NotFound } from '#lib/kernel/refusal.ts';
import { isDeed } from '#lib/aid/deed.ts';
import { m } from '#texts/messages.js';
import { type Sale, saleById } from './queries.server.ts';
import type { Receipt } from './receipt.ts';

/** Throws NotFound. A reprint of the server is one print more than the till's own. */
export async function saleReceipt(reader: Reader, groupId: Id, saleId: Id): Promise<Receipt> {
	const sale = await saleById(reader, groupId, saleId);
	const group = await reader.selectFrom('kube').select(['name', 'address', 'phone', 'zone']).where('groupId', '=', groupId).executeTakeFirst(); // prettier-ignore
	if (group === undefined) throw new NotFound('group');
	return {
		shop: group.name,
		address: group.address,
		contact: group.phone,
		zone: zone(group.zone),
		at: sale.happenedAt,
		number: sale.receiptNumber,
		cashier: sale.cashierId === null ? null : await nameOf(reader, sale.cashierId),
		lines: sale.lines.map((line) => ({ ...line, unit: unitLabel(line.unit) })),
		rounding: sale.rounding,
		total: sale.total,
		payments: sale.payments.map((paid) => (isDeed(paid.reference) ? { ...paid, reference: null } : paid)),
		voided: sale.voided,
		returned: sale.returned,
		note: noteOf(sale),
		notice: sale.payments.some(({ tender }) => tender === 'kks' || tender === 'coupon')
			? m.aid_till_receipt_foot()
			: null,
		prints: 1
	};
}

/** A paper stands in a line of its own, as on the till's receipt. */
function noteOf({ note, payments }: Sale): string | null {
	const papers = payments.flatMap(({ reference }) =>
		isDeed(reference) ? [m.aid_till_receipt_paper({ number: reference })] : []
	);
	const notes = [...(note === null ? [] : [note]), ...papers];
	return notes.length === 0 ? null : notes.join(' ');
}

async function nameOf(reader: Reader, personId: Id): Promise<string | null> {
	const row = await reader.selectFrom('person').select('name').where('id', '=', personId).executeTakeFirst();
	return row?.name ?? null;
}

function unitLabel(key: string): string {
	const unit = unitOf(key);
	return unit === null ? key : unitShort(unit.key);
}
