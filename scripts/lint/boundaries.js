/** The ladder of `rooms.js` as policies of eslint-plugin-boundaries. The last policy that matches an import decides. */
import { fileURLToPath } from 'node:url';
import boundaries from 'eslint-plugin-boundaries';
import { keptPackages, rooms } from '../../rooms.js';

const names = rooms.map((room) => room.name);
const browserRooms = rooms.filter((room) => room.browser).map((room) => room.name);
const networkRooms = rooms.filter((room) => room.network).map((room) => room.name);

/** @param {readonly string[]} captured */
const room = (captured) => ({ element: { type: 'room', captured: { room: [...captured] } } });
/** @param {readonly string[]} kept */
const roomsBut = (kept) => room(names.filter((name) => !kept.includes(name)));
/** @param {string | readonly string[]} categories */
const file = (categories) => ({ file: { categories: [categories].flat() } });
/** @param {string | readonly string[]} source */
const module = (source) => ({ module: { source: [source].flat() } });
/** What SvelteKit gives. */
const kit = ['@sveltejs/kit', '@sveltejs/kit/**', '$app/**', '$service-worker'];
const anyPackage = { module: { origin: ['external', 'core'] } };

const ladder = [
	...rooms.map(({ name }, index) => ({ from: room([name]), allow: { to: room(names.slice(0, index + 1)) } })),
	{ from: room(names), allow: { to: [{ element: { type: 'texts' } }, anyPackage] } },
	{ from: file('server'), allow: { to: file('env') } },
	{ from: room(['db']), allow: { to: file('reports') } },
	{ from: room(['web']), allow: { dependency: { source: kit } } }
];

const pure = [
	{
		from: file('rule'),
		disallow: { to: [file(['server', 'component', 'runes']), anyPackage] },
		message:
			'A rule is pure: it imports rules, valibot and the texts only. Put what needs a database, Node or a package ' +
			'into a .server.ts file that calls the rule.'
	},
	{ from: file('rule'), allow: { to: module('valibot') } },
	{ from: { ...room(['kernel']), ...file('rule') }, allow: { to: module('uuid') } },
	{ from: { ...room(['sales']), ...file('rule') }, allow: { to: module('@noble/hashes/**') } },
	{ from: { ...room(['printing']), ...file('rule') }, allow: { to: module('qrcode') } },
	{ from: room(browserRooms), allow: { to: { module: { origin: 'external' } } } },
	{
		from: [file(['component', 'runes']), room(browserRooms)],
		disallow: { to: [file('server'), { module: { origin: 'core' } }], dependency: { kind: 'value' } },
		message: 'This runs in the browser. Load the data in the route and pass it as a prop, or ask the server over HTTP.'
	}
];

const networkModules = ['http', 'https', 'http2', 'net', 'tls', 'dgram'].flatMap((name) => [name, `node:${name}`]);

const places = [
	{
		from: roomsBut(['web']),
		disallow: { dependency: { source: kit } },
		message: 'Rooms do not know SvelteKit. What the framework gives comes in as an argument, from web or a route.'
	},
	{
		from: roomsBut([...networkRooms, 'web']),
		disallow: { to: module([...networkModules, 'undici']) },
		message: `Only ${networkRooms.join(', ')} speak to other machines. Write a job that one of them does.`
	}
];

const kept = keptPackages.map(({ packages, room: owner, instead }) => ({
	from: roomsBut([owner]),
	disallow: { to: module(packages) },
	message: `Only the room ${owner} uses {{ to.module.source }}. Use ${instead}.`
}));

const outsideRooms = keptPackages.map(({ packages, room: owner, instead }) => ({
	disallow: { to: module(packages) },
	message: `Only the room ${owner} uses {{ to.module.source }}. Use ${instead}.`
}));

const everywhere = [
	{
		disallow: { dependency: { source: ['$lib/**', '$env/**'] } },
		message: 'Write #lib/<room>/<file>.ts instead of $lib, and read the environment through #env.'
	},
	{
		disallow: { dependency: { source: '$app/stores' } },
		message: 'Write $app/state instead of $app/stores.'
	}
];

const settings = {
	'import/resolver': { [fileURLToPath(new URL('resolver.js', import.meta.url))]: {} },
	'boundaries/legacy-templates': false,
	'boundaries/elements': [
		{ type: 'room', pattern: 'src/lib/*', capture: ['room'], partialMatch: false },
		{ type: 'texts', pattern: 'src/texts', partialMatch: false }
	],
	'boundaries/files': [
		{ category: 'server', pattern: 'src/lib/*/*.server.ts' },
		{ category: 'runes', pattern: 'src/lib/*/*.svelte.ts' },
		{ category: 'component', pattern: 'src/lib/*/*.svelte' },
		{ category: 'rule', pattern: 'src/lib/*/+([^.]).ts' },
		{ category: 'env', pattern: 'src/environment.ts' },
		{ category: 'reports', pattern: 'src/reports.ts' },
		{ category: 'outside', pattern: 'src/{*,routes/**/*}.{ts,svelte}' }
	]
};

const checkEverything = { checkAllOrigins: true, checkInternals: true, checkUnknownLocals: true };

/** @type {import('eslint').Linter.Config[]} */
export const boundariesConfig = [
	{
		name: 'rooms',
		files: ['src/lib/**/*.{ts,svelte}'],
		plugins: { boundaries },
		settings,
		rules: {
			'boundaries/dependencies': [
				'error',
				{
					...checkEverything,
					default: 'disallow',
					message:
						'{{ from.element.captured.room }} may not import {{ dependency.source }}: a room imports only rooms before it on the ladder (rooms.js).',
					policies: [...ladder, ...pure, ...places, ...kept, ...everywhere]
				}
			]
		}
	},
	{
		name: 'outside rooms',
		files: ['src/routes/**/*.{ts,svelte}', 'src/*.ts'],
		plugins: { boundaries },
		settings,
		rules: {
			'boundaries/dependencies': [
				'error',
				{ ...checkEverything, default: 'allow', policies: [...outsideRooms, ...everywhere] }
			]
		}
	}
];
