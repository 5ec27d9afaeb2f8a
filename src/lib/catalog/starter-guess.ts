/** Which good of the starter list people mean by a name that they typed. */
import { folded } from '#lib/kernel/text.ts';
import type { StarterGood } from './starter-good.ts';
import { starterGoods } from './starter.ts';

const byName = starterGoods.map((good) => ({ good, name: folded(good.name) }));

/** The good of that name, else the first whose name begins with it or that it begins with; null for none. */
export function starterNamed(name: string): StarterGood | null {
	const said = folded(name);
	if (said === '') return null;
	const exact = byName.find((one) => one.name === said);
	const near = byName.find((one) => one.name.startsWith(`${said} `) || said.startsWith(`${one.name} `));
	return (exact ?? near)?.good ?? null;
}
