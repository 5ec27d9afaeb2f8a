/** The group's card machines: each is saved once, so that a sale asks only for the number on the slip. */
import * as v from 'valibot';
import { parseMerchantId, parseTerminalId } from '#lib/aid/terminal.ts';
import { retireTerminal, saveTerminal, terminalsInUse } from '#lib/aid/terminals.server.ts';
import { banks } from '#lib/payments/card-slip.ts';
import { requireGroup } from '#lib/web/access.server.ts';
import { answer } from '#lib/web/answer.server.ts';
import { idField, needed, oneOf, optionalText } from '#lib/web/fields.ts';
import { onward } from '#lib/web/onward.server.ts';
import { m } from '#texts/messages.js';
import type { Actions, PageServerLoad } from './$types';

const nameMax = 40;
const numberMax = 24;

/** A number as it stands on the slip, with or without blanks. */
const asOnSlip = (parse: (text: string) => string | null) =>
	v.pipe(
		optionalText(numberMax),
		v.rawTransform(({ dataset, addIssue, NEVER }) => {
			const number = parse(dataset.value);
			if (number !== null) return number;
			addIssue({ message: m.aid_terminal_number_wrong() });
			return NEVER;
		})
	);

const TerminalForm = v.object({
	name: needed(nameMax),
	bank: oneOf(banks),
	tid: asOnSlip(parseTerminalId),
	mid: asOnSlip(parseMerchantId)
});

export const load: PageServerLoad = async (event) => {
	const { reader, groupId, can } = await requireGroup(event, 'terminals.read');
	return { terminals: await terminalsInUse(reader, groupId), mayEdit: can('terminals.edit') };
};

export const actions: Actions = {
	simpan: async (event) =>
		onward(
			await answer(event, 'terminals.edit', TerminalForm, (work, terminal) => saveTerminal(work, terminal)),
			() => event.url.pathname
		),
	penghentian: async (event) =>
		onward(
			await answer(event, 'terminals.edit', v.object({ id: idField }), (work, { id }) => retireTerminal(work, id)),
			() => event.url.pathname
		)
};
