/** An example of a table of goods, to be filled in with a spreadsheet. */
import type { ProductColumn } from '#lib/catalog/import-row.ts';
import { productColumnName } from '#lib/catalog/import-text.ts';
import { ceilingName } from '#lib/catalog/product-names.ts';
import { csvText } from '#lib/files/csv.ts';
import { requireGroup } from '#lib/web/access.server.ts';
import { m } from '#texts/messages.js';
import type { RequestHandler } from './$types';

const columns: readonly ProductColumn[] = ['name', 'unit', 'price', 'normalUnit', 'size', 'stock', 'cost', 'ceiling'];

const examples = [
	['Telur ayam', 'butir', '2200', 'butir', '', '60', '1850', ''],
	['Telur ayam', 'rak', '58500', 'butir', '30', '', '', ''],
	['Gula pasir', 'kg', '18500', 'kg', '', '12,5', '16500', ''],
	['Beras lokal', 'kg', '13000', 'kg', '', '50', '12000', ceilingName('rice-medium')]
];

export const GET: RequestHandler = async (event) => {
	await requireGroup(event, 'catalog.edit');
	return new Response(csvText([columns.map(productColumnName), ...examples]), {
		headers: {
			'content-type': 'text/csv; charset=utf-8',
			'content-disposition': `attachment; filename="${m.office_import_goods_file()}.csv"`
		}
	});
};
