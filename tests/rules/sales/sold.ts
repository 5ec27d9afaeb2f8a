/** Sales for the tests of rules: only what matters is named. */
import { id, type Id } from '#lib/kernel/id.ts';
import { instant } from '#lib/kernel/instant.ts';
import { quantity } from '#lib/kernel/quantity.ts';
import { rupiah } from '#lib/kernel/rupiah.ts';
import { chainHash } from '#lib/sales/chain.ts';
import { saleBodyOf, type Sold } from '#lib/sales/sale-body.ts';
import type { SoldUnit } from '#lib/sales/sale-plan.ts';
import type { Tender } from '#lib/sales/tender.ts';
import type { SaleEvent } from '#lib/sales/wire.ts';
import type { SaleLine } from '#lib/sales/wire-bodies.ts';

export function testId(number: number): Id {
	return id(`01900000-0000-7000-8000-${number.toString(16).padStart(12, '0')}`);
}

export function lineOf(price: number, thousandths = 1000, about: Partial<SaleLine> = {}): SaleLine {
	return {
		productId: testId(100),
		unitId: testId(200),
		name: 'Telur ayam',
		unit: 'butir',
		quantity: quantity(thousandths),
		factor: quantity(1000),
		price: rupiah(price),
		discount: rupiah(0),
		note: '',
		reason: '',
		...about
	};
}

interface Told extends Partial<Omit<Sold, 'payments' | 'lines'>> {
	readonly lines: readonly SaleLine[];
	readonly payments: readonly (readonly [tender: Tender, amount: number])[];
}

export function soldOf({ lines, payments, ...rest }: Told): Sold {
	return {
		receiptNumber: 'B-000123',
		cashierId: testId(300),
		partyId: null,
		discount: rupiah(0),
		...rest,
		lines,
		payments: payments.map(([tender, amount]) => ({
			tender,
			amount: rupiah(amount),
			received: rupiah(amount),
			reference: null
		}))
	};
}

export function saleEvent(sold: Told): SaleEvent {
	return {
		id: testId(1),
		enrolmentId: testId(2),
		sequence: 7,
		previous: chainHash('the event before'),
		kind: 'sale',
		deviceAt: instant('2026-11-21T01:10:00.000Z'),
		offsetMs: 0,
		body: saleBodyOf(soldOf(sold))
	};
}

export function unitOf(about: Partial<SoldUnit> = {}): SoldUnit {
	return {
		productId: testId(100),
		unitKnown: true,
		kind: 'bought',
		factor: quantity(1000),
		price: rupiah(2500),
		ownerMemberId: null,
		commission: 0,
		ceilingClass: null,
		listed: { foodGroup: null, isFresh: false, isBundle: false },
		...about
	};
}
