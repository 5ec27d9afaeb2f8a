/** What a real installation must be told: which office serves which region, and who administers it. */
import process from 'node:process';
import { createInterface, type Interface } from 'node:readline/promises';
import { parseArgs } from 'node:util';
import type { OfficeLevel } from '#lib/identity/office.ts';
import { parsePhone, type Phone } from '#lib/identity/phone.ts';
import { zoneName } from '#lib/kernel/day.ts';
import { findOfficeRegions, type NamedRegion } from '#lib/regions/office-regions.server.ts';
import { zoneOf } from '#lib/regions/zone.ts';

/** Told in plain words; nothing was made. */
export class SetupRefused extends Error {}

export interface Answers {
	readonly office: { readonly name: string; readonly level: OfficeLevel; readonly regionCode: string };
	readonly administrator: { readonly name: string; readonly phone: Phone };
}

type Flags = Readonly<Record<'office' | 'region' | 'name' | 'phone', string | undefined>>;

/** Reads the flags, and asks for the rest when someone is there to answer. Throws SetupRefused. */
export async function readAnswers(args: string[]): Promise<Answers> {
	const flags = readFlags(args);
	const terminal = process.stdin.isTTY ? createInterface({ input: process.stdin, output: process.stdout }) : null;
	try {
		const region = await regionOf(flags, terminal);
		const usual = region === null ? 'Kementerian Sosial' : `Dinas Sosial ${region.name}`;
		const office = flags.office ?? (await terminal?.question(`Name of the office [${usual}]: `)) ?? '';
		const name = (flags.name ?? (await ask(terminal, 'Name of the first administrator: ', '--name'))).trim();
		if (name === '') throw new SetupRefused('The first administrator has a name: --name "Siti Rahma"');
		const typed = flags.phone ?? (await ask(terminal, 'Phone number to sign in with (08…): ', '--phone'));
		const phone = parsePhone(typed);
		if (phone === null) throw new SetupRefused(`${typed} is no phone number of Indonesia, such as 081234567890.`);
		return {
			office: { name: office.trim() || usual, level: levelOf(region), regionCode: region?.code ?? '' },
			administrator: { name, phone }
		};
	} finally {
		terminal?.close();
	}
}

function readFlags(args: string[]): Flags {
	const text = { type: 'string' } as const;
	try {
		const { values } = parseArgs({ args, options: { office: text, region: text, name: text, phone: text } });
		return { office: values.office, region: values.region, name: values.name, phone: values.phone };
	} catch (error) {
		const why = error instanceof Error ? error.message : '';
		throw new SetupRefused(`${why}\nFlags: --region "Kota Palu" --office "…" --name "…" --phone 08… (or --new-link)`);
	}
}

/** The region that the office serves; null is the whole country. Its province tells the zone. */
async function regionOf({ region }: Flags, terminal: Interface | null): Promise<NamedRegion | null> {
	const question = 'City, regency or province that the office serves (or: Indonesia): ';
	const text = (region ?? (await ask(terminal, question, '--region'))).trim();
	if (text.toLowerCase() === 'indonesia') return null;
	const found = await findOfficeRegions(text);
	const [first] = found;
	if (first === undefined) throw new SetupRefused(`No city, regency or province is called “${text}”.`);
	if (found.length > 1)
		throw new SetupRefused(
			`“${text}” may be:\n${found.map(({ code, name }) => `  ${code}  ${name}`).join('\n')}\nGive its code: --region ${first.code}`
		);
	console.log(`${first.name} (${first.code}), where the clocks show ${zoneName(zoneOf(first.code))}.`);
	return first;
}

async function ask(terminal: Interface | null, question: string, flag: string): Promise<string> {
	if (terminal === null) throw new SetupRefused(`Nobody is here to ask: give ${flag}.`);
	return terminal.question(question);
}

function levelOf(region: NamedRegion | null): OfficeLevel {
	if (region === null) return 'country';
	if (region.code.length === 2) return 'province';
	return region.name.startsWith('Kota ') ? 'city' : 'regency';
}
