/** A scanner that types, anywhere on the till: which codes are its, and where they may go into the basket. */
/** Goods are taken here; in other sheets a scanner may be filling a box. */
const open: readonly string[] = ['none', 'basket', 'sold', 'pay', 'parked'];

/** Whether goods may be taken while `sheet` lies over them. */
export function takesGoods(sheet: string): boolean {
	return open.includes(sheet);
}

/** Whether letters that came so fast are a code, and not a word that someone types well. */
export function isCode(typed: string): boolean {
	return /^\S*\d\S*$/.test(typed) && /\d{4}/.test(typed);
}
