// What a till sends: read when it keeps the rules, named when it does not, whatever it holds.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { eventText, readEvent, readHead } from '#lib/sales/wire.ts';
import { lineOf, saleEvent, testId } from './sold.ts';

const sale = saleEvent({ lines: [lineOf(12_500, 2000)], payments: [['cash', 25_000]] });

const read = (text: string) => {
	const head = readHead(text);
	return head === null ? null : readEvent(head);
};

const twisted = (change: (event: Record<string, unknown> & { body: Record<string, unknown> }) => void): string => {
	const event = JSON.parse(eventText(sale)) as Record<string, unknown> & { body: Record<string, unknown> };
	change(event);
	return JSON.stringify(event);
};
const inLine = (field: string, value: unknown): string =>
	twisted(({ body }) => Object.assign((body['lines'] as Record<string, unknown>[])[0] ?? {}, { [field]: value }));

describe('an event', () => {
	test('written is read back as it was', () => {
		expect(read(eventText(sale))).toEqual({ event: sale });
	});

	test.each([
		['no JSON', 'x'],
		['no object', '[]'],
		['no id', twisted((event) => delete event['id'])],
		['an id in capitals', twisted((event) => (event['id'] = '0190000A-0000-7000-8000-000000000001'))],
		['number zero', twisted((event) => (event['sequence'] = 0))],
		['half a number', twisted((event) => (event['sequence'] = 1.5))],
		['a moment without a zone', twisted((event) => (event['deviceAt'] = '2026-11-21T01:10:00.000'))],
		['an offset that is text', twisted((event) => (event['offsetMs'] = '0'))],
		['a kind that no database keeps', twisted((event) => (event['kind'] = 'sa\0le'))],
		['more than an event may hold', twisted(({ body }) => (body['padding'] = 'x'.repeat(200_000)))]
	])('with %s has no readable head', (_, text) => {
		expect(readHead(text)).toBeNull();
	});

	test.each([
		['of a later version', twisted((event) => (event['v'] = 3)), { problem: 'version' }],
		['of a kind not known', twisted((event) => (event['kind'] = 'refund')), { problem: 'version' }],
		['without lines', twisted(({ body }) => (body['lines'] = [])), { problem: 'body', field: 'lines' }],
		['with a negative quantity', inLine('quantity', -1000), { problem: 'body', field: 'lines.0.quantity' }],
		['with part of a thousandth', inLine('quantity', 0.5), { problem: 'body', field: 'lines.0.quantity' }],
		['with a quantity beyond the bound', inLine('quantity', 1_000_000_001), { problem: 'body', field: 'lines.0.quantity' }],
		['with a price beyond the bound', inLine('price', 1_000_000_001), { problem: 'body', field: 'lines.0.price' }],
		['with a price that is no number', inLine('price', '12500'), { problem: 'body', field: 'lines.0.price' }],
		['paid by something unknown', twisted(({ body }) => (body['payments'] = [{ tender: 'shell', amount: 1, received: 1, reference: null }])), { problem: 'body', field: 'payments.0.tender' }],
		['rounded up', twisted(({ body }) => (body['rounding'] = 1)), { problem: 'body', field: 'rounding' }],
		['with a card number for a receipt number', twisted(({ body }) => (body['receiptNumber'] = '4111111111111111')), { problem: 'body', field: 'receiptNumber' }],
		['with a name that no database keeps', inLine('name', 'Telur\0ayam'), { problem: 'body', field: 'lines.0.name' }],
		['with a body that is none', twisted((event) => Object.assign(event, { body: null })), { problem: 'body', field: 'body' }]
	])('%s is kept, not applied, and says where', (_, text, problem) => {
		expect(read(text)).toEqual(problem);
	}); // prettier-ignore

	test('that voids is read back as it was', () => {
		const event = {
			...sale,
			kind: 'void',
			body: {
				saleId: testId(1),
				reason: 'other',
				note: 'salah tekan',
				cashierId: testId(300),
				approvedBy: null,
				shiftId: null
			}
		} as const;
		expect(read(eventText(event))).toEqual({ event });
	});

	test('that tells of a reprint is read back as it was', () => {
		const event = {
			...sale,
			kind: 'receipt-printed-again',
			body: { saleId: testId(1), count: 2, cashierId: testId(300), approvedBy: null, shiftId: null }
		} as const;
		expect(read(eventText(event))).toEqual({ event });
		const never = { ...event, body: { ...event.body, count: 1 } };
		expect(read(eventText(never))).toEqual({ problem: 'body', field: 'count' });
	});

	test('never throws, whatever JSON it is', () => {
		fc.assert(fc.property(fc.json(), (text) => void read(text)));
		fc.assert(fc.property(fc.jsonValue(), (body) => void read(twisted((event) => Object.assign(event, { body })))));
	});
});
