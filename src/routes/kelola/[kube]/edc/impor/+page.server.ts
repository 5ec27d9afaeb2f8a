/** Taking a bank's settlement file: looked at first, then all or nothing. Its text goes to and fro, and is never kept. */
import type * as v from 'valibot';
import { sentText, rowsIn } from '#lib/files/read-table.server.ts';
import { foldedHeading } from '#lib/files/table.ts';
import { type Bank, parseBank } from '#lib/payments/card-slip.ts';
import { guessMapping } from '#lib/payments/settlement-guess.ts';
import {
	importSettlement, readingsOf, savedMapping, settlementTerminals
} from '#lib/payments/settlement-import.server.ts'; // prettier-ignore
import { separators, type SettlementMapping } from '#lib/payments/settlement-mapping.ts';
import { readSettlement, type Swipe } from '#lib/payments/settlement-read.ts';
import { settlementProblemText } from '#lib/payments/settlement-text.ts';
import { type GroupAccess, requireGroup } from '#lib/web/access.server.ts';
import { answer, answerForm } from '#lib/web/answer.server.ts';
import { onward } from '#lib/web/onward.server.ts';
import { LookForm, mappingIn, TakeForm } from './mapping-form.ts';
import type { Actions, PageServerLoad } from './$types';

const problemsShownMax = 50;
const swipesShownMax = 8;

/** What a look at a file found. */
export interface CheckedFile {
	readonly bank: Bank;
	readonly name: string;
	/** The text, to be sent once more. */
	readonly text: string;
	readonly mapping: SettlementMapping;
	/** Folded headings of the file. */
	readonly headings: readonly string[];
	readonly problems: readonly { readonly where: string; readonly text: string }[];
	readonly problemCount: number;
	readonly swipes: readonly Swipe[];
	readonly count: number;
	readonly total: Swipe['amount'];
}

export const load: PageServerLoad = async (event) => {
	const { reader, groupId } = await requireGroup(event, 'settlement.import');
	const terminals = await settlementTerminals(reader, groupId);
	return { banks: [...new Set(terminals.flatMap(({ bank }) => parseBank(bank) ?? []))] };
};

export const actions: Actions = {
	periksa: async (event) => {
		const access = await requireGroup(event, 'settlement.import');
		return answerForm(event, LookForm, async (sent) => ({ checked: await lookAt(access, sent) }));
	},
	simpan: async (event) =>
		onward(
			await answer(event, 'settlement.import', TakeForm, (work, form) =>
				importSettlement(work, { bank: form.bank, name: form.name, text: form.table, mapping: mappingIn(form) })
			),
			() => `/kelola/${event.params.kube}/edc`
		)
};

async function lookAt(
	{ reader, groupId, today }: GroupAccess,
	sent: v.InferOutput<typeof LookForm>
): Promise<CheckedFile> {
	const { bank } = sent;
	const { name, text } = await textIn(sent);
	const saved = await savedMapping(reader, groupId, bank);
	const mapping = 'separator' in sent ? mappingIn(sent) : (saved ?? guessMapping(readingsOf(text)));
	const rows = rowsIn(text, separators[mapping.separator]);
	const terminals = await settlementTerminals(reader, groupId);
	const { swipes, problems, total } = readSettlement(rows, mapping, { bank, terminals, today });
	const headings = rows.find(({ number }) => number === mapping.headingRow)?.cells.map(foldedHeading) ?? [];
	return {
		bank,
		name,
		text,
		mapping,
		headings: [...new Set(headings)].filter((heading) => heading !== ''),
		problems: problems.slice(0, problemsShownMax).map(settlementProblemText),
		problemCount: problems.length,
		swipes: swipes.slice(0, swipesShownMax),
		count: swipes.length,
		total
	};
}

async function textIn(sent: v.InferOutput<typeof LookForm>): Promise<{ name: string; text: string }> {
	if ('separator' in sent) return { name: sent.name, text: sentText(sent.table) };
	const { file, table } = sent;
	if (file === undefined || file.size === 0) return { name: '', text: sentText(table) };
	return { name: file.name, text: sentText(new Uint8Array(await file.arrayBuffer())) };
}
