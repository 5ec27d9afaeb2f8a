/** Each command and query of a tenant has its other-group test: a call of `otherGroup('name', …)` under `tests/db`. */
import ts from 'typescript';
import { rooms } from '../../rooms.js';
import { filesBelow, namedImportsOf, roomOf, syntaxOf, textOf } from './tree.ts';

/** Functions that no group can point at another group's thing, each with its reason. */
const exempt: Readonly<Record<string, string>> = {
	goodsAnywhere: 'the public shop shows the goods of all groups',
	groupsIn: 'the public shop shows all groups',
	regionsWithGroups: 'the public shop shows where groups are',
	firstChoiceOfPlaces: 'the public shop shows where groups are',
	groupBySlug: 'a group has a public page; what of it a person may see is asked by its address',
	groupOf: 'the same page, by id',
	businessesOf: 'a group says to everybody what it does',
	foundOffice: 'offices belong to the platform',
	officeById: 'offices are named to everybody',
	agencyById: 'agencies are named to everybody',
	registerPerson: 'people belong to no group',
	personById: 'people belong to no group; their data is asked for by a permission',
	editPerson: 'people change their own data, in a work of the platform',
	everyName: 'people belong to no group; names stand on papers that are asked for by a permission',
	setPassword: 'people belong to no group',
	personByPhone: 'people belong to no group; only offices ask, after a permission',
	searchPeople: 'people belong to no group; the route gives the regions that the asker serves',
	erasePerson: 'people belong to no group; it works for the platform only',
	offices: 'offices are named to everybody',
	agencies: 'agencies are named to everybody',
	recordPaper: 'it writes a new paper of the group whose work it is, and names nothing else',
	recordPhoto: 'it writes a new photo of the group whose work it is, and names nothing else',
	sessionsOf: 'sessions belong to a person',
	countTry: 'wrong tries belong to an account and an address',
	forgive: 'wrong tries belong to an account and an address',
	aidToldTo: 'rules of aid are the same for all groups of a village',
	deferralDaysOn: 'the same',
	aidRulesIn: 'the same',
	aidBuys: 'the same, for goods that the caller read',
	ruleBookOf: 'the same, as offices read them',
	ruleIn: 'the same, one of them',
	ceilings: 'highest prices are law, the same for all groups',
	ceilingsIn: 'highest prices are law, the same for all groups',
	regionOmzet: 'an office sees all groups of its region; the route asks for its permission',
	regionParts: 'the same, region by region',
	regionGroups: 'the same, group by group',
	regionGlance: 'the same, counted',
	regionQuiet: 'the same, those that sell nothing',
	endSessionsOf: 'sessions belong to a person',
	endOneSession: 'sessions belong to a person',
	grantsOf: 'roles in all groups together say what a person may do',
	peekEntry: 'whoever holds the link may look at it',
	inviteFirstAdministrator: 'there is no group before the first administrator',
	inviteAgain: 'there is no group before the first administrator'
};

const exemptRooms = new Set(rooms.filter((room) => room.tenants === false).map((room) => room.name));
/** What a command or a query takes first. */
const handles = new Set(['Work', 'Reader']);

function tested(): Set<string> {
	const calls = filesBelow('tests/db', '.ts').flatMap((path) => [
		...textOf(path).matchAll(/\botherGroup\(\s*'(\w+)'/g)
	]);
	return new Set(calls.map((match) => match[1] ?? ''));
}

/** What is imported across the border of a room, as `path#name`. What a room exports to itself is covered by its commands. */
function usedOutside(): Set<string> {
	const users = [...filesBelow('src'), ...filesBelow('scripts')].filter((path) => /\.(ts|svelte)$/.test(path));
	return new Set(
		users.flatMap((path) =>
			namedImportsOf(path)
				.filter(({ target }) => roomOf(target) !== roomOf(path))
				.map(({ target, name }) => `${target}#${name}`)
		)
	);
}

function commandsAndQueries(): { readonly name: string; readonly path: string }[] {
	const used = usedOutside();
	return filesBelow('src/lib', '.server.ts')
		.filter((path) => !exemptRooms.has(roomOf(path) ?? ''))
		.flatMap((path) =>
			syntaxOf(path).statements.flatMap((statement) => {
				if (!ts.isFunctionDeclaration(statement) || !statement.name) return [];
				const name = statement.name.text;
				const first = statement.parameters[0]?.type?.getText() ?? '';
				return handles.has(first) && used.has(`${path}#${name}`) ? [{ name, path }] : [];
			})
		);
}

export function untestedForOthers(): string[] {
	const covered = tested();
	return commandsAndQueries()
		.filter(({ name }) => !covered.has(name) && !(name in exempt))
		.map(
			({ name, path }) =>
				`${path}: add otherGroup('${name}', …) of #tests/support/other-group.ts to tests/db/${roomOf(path) ?? ''}`
		);
}

export function idleExemptions(): string[] {
	const names = new Set(commandsAndQueries().map(({ name }) => name));
	return Object.keys(exempt)
		.filter((name) => !names.has(name) || tested().has(name))
		.map((name) => `tests/architecture/other-group.ts: ${name} needs no exemption; remove it`);
}
