/** What a buyer must not leave without: the receipt of a sale that aid paid, and the paper of a card that is swiped later. */
import type { SaleBody } from '#lib/sales/wire-bodies.ts';
import { paysByAid } from './aid-now.ts';
import { paperOf } from './open-papers.ts';

/** How a paper was given: what was sent needs no printer. */
export type Given = 'no' | 'printed' | 'sent';

export class OwedPaper {
	receipt = $state.raw<Given>('no');
	deed = $state.raw<Given>('no');
	/** The person wants to go on while something is missing. */
	isAsking = $state(false);

	/** What is missing; `hasFailed` says that the printer did not take what was given to it. */
	missing(body: SaleBody, hasFailed: boolean): 'deed' | 'receipt' | null {
		const isMissing = (given: Given) => given === 'no' || (given === 'printed' && hasFailed);
		if (paperOf(body) !== null && isMissing(this.deed)) return 'deed';
		return paysByAid(body) && isMissing(this.receipt) ? 'receipt' : null;
	}
}
