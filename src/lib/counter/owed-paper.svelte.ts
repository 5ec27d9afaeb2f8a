/** What a buyer must not leave without: the receipt of a sale that aid paid, and the paper of a card that is swiped later. */
import type { SaleBody } from '#lib/sales/wire-bodies.ts';
import { paysByAid } from './aid-now.ts';
import { paperOf } from './open-papers.ts';

export class OwedPaper {
	isReceiptGiven = $state(false);
	isDeedGiven = $state(false);
	/** The person wants to go on while something is missing. */
	isAsking = $state(false);

	/** What is missing; `hasFailed` says that the printer did not take what was sent to it. */
	missing(body: SaleBody, hasFailed: boolean): 'deed' | 'receipt' | null {
		if (paperOf(body) !== null && (!this.isDeedGiven || hasFailed)) return 'deed';
		return paysByAid(body) && (!this.isReceiptGiven || hasFailed) ? 'receipt' : null;
	}
}
