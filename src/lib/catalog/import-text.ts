/** What the columns of a table of goods are called, and what is wrong with a cell, in the reader's language. */
import { m } from '#texts/messages.js';
import type { ProductColumn, ProductProblem } from './import-row.ts';

const columns: Readonly<Record<ProductColumn, () => string>> = {
	number: m.catalog_import_column_number,
	name: m.catalog_import_column_name,
	kind: m.catalog_import_column_kind,
	category: m.catalog_import_column_category,
	foodGroup: m.catalog_import_column_food_group,
	fresh: m.catalog_import_column_fresh,
	bundle: m.catalog_import_column_bundle,
	normalUnit: m.catalog_import_column_normal_unit,
	unit: m.catalog_import_column_unit,
	size: m.catalog_import_column_size,
	price: m.catalog_import_column_price,
	shopPrice: m.catalog_import_column_shop_price,
	agencyPrice: m.catalog_import_column_agency_price,
	ceiling: m.catalog_import_column_ceiling,
	barcode: m.catalog_import_column_barcode,
	atCounter: m.catalog_import_column_at_counter,
	inShop: m.catalog_import_column_in_shop,
	forAgencies: m.catalog_import_column_for_agencies,
	owner: m.catalog_import_column_owner,
	commission: m.catalog_import_column_commission,
	picture: m.catalog_import_column_picture,
	description: m.catalog_import_column_description,
	stock: m.catalog_import_column_stock,
	cost: m.catalog_import_column_cost
};

const problems: Readonly<Record<ProductProblem, () => string>> = {
	'number-wrong': m.catalog_import_number_wrong,
	'name-missing': m.catalog_import_name_missing,
	'name-long': m.catalog_import_name_long,
	'kind-unknown': m.catalog_import_kind_unknown,
	'category-unknown': m.catalog_import_category_unknown,
	'food-unknown': m.catalog_import_food_unknown,
	'yes-no': m.catalog_import_yes_no,
	'unit-missing': m.catalog_import_unit_missing,
	'unit-unknown': m.catalog_import_unit_unknown,
	'size-wrong': m.catalog_import_size_wrong,
	'price-wrong': m.catalog_import_price_wrong,
	'ceiling-unknown': m.catalog_import_ceiling_unknown,
	'barcode-wrong': m.catalog_import_barcode_wrong,
	'commission-wrong': m.catalog_import_commission_wrong,
	'picture-unknown': m.catalog_import_picture_unknown,
	'description-long': m.catalog_import_description_long,
	'stock-wrong': m.catalog_import_stock_wrong,
	'cost-wrong': m.catalog_import_cost_wrong,
	'name-known': m.catalog_import_name_known,
	'number-other': m.catalog_import_number_other,
	'unit-twice': m.catalog_import_unit_twice,
	'size-missing': m.catalog_import_size_missing,
	'normal-unit-size': m.catalog_import_normal_unit_size,
	'normal-changed': m.catalog_import_normal_changed,
	'barcode-twice': m.catalog_import_barcode_twice,
	'stock-known': m.catalog_import_stock_known,
	'owner-missing': m.catalog_import_owner_missing,
	'owner-unknown': m.catalog_import_owner_unknown,
	'owner-not-consigned': m.catalog_import_owner_not_consigned,
	'commission-missing': m.catalog_import_commission_missing
};

export function productColumnName(column: ProductColumn): string {
	return columns[column]();
}

export function productProblemText(problem: ProductProblem): string {
	return problems[problem]();
}
