/**
 * The ladder of rooms: a room may import itself and the rooms before it in this list, never one after it.
 * ESLint enforces it (`eslint.config.js`), and `tests/architecture.test.ts` compares it with the folders.
 *
 * @typedef {object} Room
 * @property {string} name the folder under `src/lib`
 * @property {string} what what the room knows
 * @property {boolean} [tenants] false when nothing in the room belongs to one tenant, so that no other-group test is asked
 * @property {boolean} [network] true when the room may speak to machines elsewhere, outside a Work
 * @property {boolean} [browser] true when the room runs only in the browser: its plain .ts files are not rules
 */

/** @type {readonly Room[]} */
export const rooms = [
	{ name: 'kernel', what: 'rupiah, quantity, day, instant, id, words, refusal, assert', tenants: false },
	{ name: 'look', what: 'the shared look: Button, Field, Money, tokens; no business', tenants: false },
	{
		name: 'printing',
		what: 'paper and codes: ESC/POS, QR and bar codes, the codes of a receipt, labels',
		tenants: false
	},
	{ name: 'db', what: 'open, dialect, tables, migrations, work, distribute', tenants: false },
	{ name: 'audit', what: 'who did what to what is sensitive: chained per tenant', tenants: false },
	{ name: 'jobs', what: 'work for later, with row locks, on both engines', tenants: false },
	{ name: 'erasures', what: 'who was erased: listed outside the data, erased again after a restore', tenants: false },
	{ name: 'files', what: 'photos (public) and papers (private, by permission)', network: true },
	{ name: 'regions', what: 'provinces to villages and their closure', tenants: false },
	{ name: 'identity', what: 'people, roles, permissions, sessions, invitations, recovery, PINs' },
	{ name: 'groups', what: 'kube, members, officers, pendamping, licences, status by decision' },
	{ name: 'catalog', what: 'products, units, prices, food groups, price list' },
	{ name: 'ledger', what: 'accounts, entries, posting, reversal, periods, omzet, statements, exports' },
	{ name: 'inventory', what: 'movements, levels, holds, counts; posts its own entries' },
	{ name: 'purchases', what: 'suppliers, receipts, payables, expenses' },
	{ name: 'sharing', what: 'between a group and its members: savings, loans, titip jual, meetings, shares' },
	{ name: 'payments', what: 'charges, notifications, Midtrans, QRIS, fees, settlement, matching', network: true },
	{ name: 'aid', what: 'regimes, dated allow-list, what a KKS tender may pay' },
	{ name: 'credit', what: 'kasbon: accounts of customers, limits, instalments, ageing' },
	{ name: 'drawer', what: 'shifts, counted cash, moves of cash, handover to the treasurer' },
	{ name: 'sales', what: 'cart, sale, refund, shift, receipt; the wire format of the till; enrolments' },
	{ name: 'orders', what: 'baskets of residents, order states, pickup and delivery' },
	{ name: 'procurement', what: 'agencies, budgets, quotes, split, acceptance, invoice, papers, OCDS' },
	{ name: 'messages', what: 'web push, WhatsApp texts', network: true },
	{ name: 'oversight', what: 'health of groups, alarms, visits, complaints, reports (reads all)' },
	{
		name: 'printer',
		what: 'the ways to a printer from the browser, the printer that worked, and what waits to be printed',
		tenants: false,
		browser: true
	},
	{
		name: 'counter',
		what: 'the till in the browser: local store, outbox, sync, scanner',
		browser: true,
		network: true
	},
	{ name: 'web', what: 'access, answers, sessions, logging: the one room that imports SvelteKit', tenants: false }
];

/**
 * Packages that one room keeps to itself, and what everyone else uses instead.
 *
 * @type {readonly { packages: readonly string[]; room: string; instead: string }[]}
 */
export const keptPackages = [
	{ packages: ['better-sqlite3', 'pg'], room: 'db', instead: 'a Work or a Reader of #lib/db' },
	{ packages: ['lucia'], room: 'identity', instead: 'the sessions of #lib/identity' },
	{ packages: ['midtrans-client'], room: 'payments', instead: 'the charges of #lib/payments' }
];
