/** How values are told in packed JSON. Printed codes live as long as paper: words are only ever added at the end. */

/** The byte that a value begins with. */
export const tags = {
	null: 0, false: 1, true: 2,
	/** A whole number from 0, seven bits a byte, the lowest first. */
	whole: 3,
	/** One below 0: what it is less −1, turned. */
	negative: 4,
	/** Another number, as text. */
	number: 5,
	text: 6,
	/** Sixteen bytes. */
	id: 7,
	/** An id that stood before, counted from the first. */
	idAgain: 8,
	/** Milliseconds since 1970 in six bytes, the highest first. */
	moment: 9,
	/** 32 bytes that stand in the text as base64url. */
	hash: 10,
	list: 11,
	object: 12,
	/** Keys as in an object before, counted from the first. */
	objectAgain: 13
} as const; // prettier-ignore

/** From here to `wordsFrom` a byte is a whole number of its own. */
export const smallFrom = 16;
export const wordsFrom = 96;

/** Keys and words of events, one byte each from `wordsFrom`: at most 160. */
export const words: readonly string[] = [
	'v', 'id', 'enrolmentId', 'sequence', 'kind', 'deviceAt', 'offsetMs', 'previous', 'body', 'receiptNumber',
	'cashierId', 'approvedBy', 'shiftId', 'partyId', 'lines', 'discount', 'rounding', 'total', 'payments', 'productId',
	'unitId', 'name', 'unit', 'quantity', 'factor', 'price', 'tender', 'amount', 'received', 'reference',
	'sale', 'void', 'saleId', 'reason', 'note', 'cash', 'qris', 'transfer', 'card', 'kasbon',
	'kg', 'ons', 'gram', 'liter', 'ml', 'butir', 'buah', 'biji', 'potong', 'ekor', 'ikat', 'sisir', 'tandan', 'tumpuk',
	'papan', 'lembar', 'batang', 'bungkus', 'sachet', 'botol', 'kaleng', 'gelas', 'toples', 'porsi', 'kotak', 'loyang',
	'rak', 'lusin', 'kodi', 'pasang', 'set', 'dus', 'karung', 'galon', 'jeriken', 'tabung', 'pot', 'orang', 'kali',
	'meter', 'jam', 'hari', '', 'exchange', 'return', 'refunds', 'line', 'goods', 'shelf', 'lost', 'credit-paid', 'payment',
	'damaged', 'wrong-goods', 'wrong-quantity', 'not-wanted', 'buyer-left', 'other', 'agent-service', 'service', 'principal',
	'fee', 'feeBy', 'bank'
]; // prettier-ignore
