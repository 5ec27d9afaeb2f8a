/** Sales that aid may have paid, judged by the rules that their till held; the difference to those that held then is told. */
import { aidRulesIn } from '#lib/aid/rules.server.ts';
import type { Work } from '#lib/db/work.server.ts';
import { rupiah } from '#lib/kernel/rupiah.ts';
import { isAboutAid, judgeSale } from './aid-doubts.ts';
import { aidExchanged } from './aid-exchanged.server.ts';
import type { AppliedSale } from './applied-sale.server.ts';
import type { DoubtAbout } from './slip-doubts.server.ts';
import type { Till } from './till.server.ts';

/** Keeps what aid paid of each, and tells what a person should look at. Nothing is asked about sales without cards. */
export async function judgeAid(work: Work, till: Till, sales: readonly AppliedSale[]): Promise<DoubtAbout[]> {
	const about = sales.filter(({ event }) => isAboutAid(event.body));
	if (about.length === 0) return [];
	const rules = await aidRulesIn(work);
	const exchanged = await aidExchanged(work, till, about);
	const judged = about.map(({ event, day, lines }) => {
		const { payments, aid } = event.body;
		const sold = lines.map(({ goods, amount, discount }) => ({
			goods: goods?.listed ?? null,
			due: rupiah(amount - discount)
		}));
		const place = { village: till.village, day };
		return {
			saleId: event.id,
			...judgeSale(rules, { payments, aid, lines: sold, place, exchanged: exchanged(event) })
		};
	});
	const { groupId, seq } = work;
	await work.insert('saleAid', judged.flatMap(({ saleId, fact }) => (fact === null ? [] : [{ groupId, saleId, seq, ...fact }]))); // prettier-ignore
	return judged.flatMap(({ saleId, doubts }) =>
		doubts.map((doubt) => ({ subject: { type: 'sale', id: saleId }, doubt }))
	);
}
