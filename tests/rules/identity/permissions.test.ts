/** Who may do what where: the table, how far roles reach, and who may let in whom. */
import { describe, expect, test } from 'vitest';
import {
	type Grant, may, mayAnywhere, parseRole, type Permission, permissions, type Place, type Role, roleScopes, rolesOf, rolesWith
} from '#lib/identity/permissions.ts'; // prettier-ignore
import { vouchFor } from '#lib/identity/vouch.ts';

const lasoani = '72.71.08.1005';
const melati: Place = { scope: 'group', id: 'melati', regionCode: lasoani };
const kenanga: Place = { scope: 'group', id: 'kenanga', regionCode: '72.71.01.1001' };
const inSigi: Place = { scope: 'group', id: 'mawar', regionCode: '72.10.01.2001' };
const everywhere: Place = { scope: 'platform' };

function grant(role: Role, scopeId = 'melati', regionCode = lasoani): Grant {
	return { id: role, scope: roleScopes[role], scopeId, role, regionCode };
}
const palu = (role: 'office-admin' | 'office-staff'): Grant => grant(role, 'dinsos-palu', '72.71');
const province = grant('office-admin', 'dinsos-sulteng', '72');
const ministry = grant('office-staff', 'kemensos', '');
const administrator = grant('administrator', 'platform', '');

describe('a role in a group', () => {
	test.each([
		['cashier', 'sale.record', true],
		['cashier', 'books.post', false],
		['cashier', 'books.read', false],
		['member', 'books.read', true],
		['member', 'sale.record', false],
		['treasurer', 'books.post', true],
		['chair', 'books.post', false],
		['chair', 'entry.vouch', true],
		['secretary', 'nik.read', true],
		['treasurer', 'nik.read', false],
		['pendamping', 'books.read', true]
	] as const)('%s may %s: %s', (role, permission, allowed) => {
		expect(may([grant(role)], permission, melati)).toBe(allowed);
		expect(may([grant(role)], permission, kenanga)).toBe(false);
		expect(may([grant(role)], permission, everywhere)).toBe(false);
	});
});

describe('pendamping and offices see money and never touch it', () => {
	const touching: Permission[] = [
		'sale.record', 'sale.void', 'till.enrol', 'stock.receive', 'stock.count', 'catalog.edit', 'books.post', 'books.close',
		'bank.edit'
	]; // prettier-ignore
	test.each(touching)('%s', (permission) => {
		for (const overseer of [
			grant('pendamping'),
			palu('office-admin'),
			palu('office-staff'),
			province,
			ministry,
			administrator
		])
			expect(may([overseer], permission, melati)).toBe(false);
	});
});

test('an office reaches the groups of its region only', () => {
	for (const role of ['office-admin', 'office-staff'] as const) {
		expect(may([palu(role)], 'books.read', melati)).toBe(true);
		expect(may([palu(role)], 'books.read', kenanga)).toBe(true);
		expect(may([palu(role)], 'books.read', inSigi)).toBe(false);
	}
	expect(may([province], 'books.read', inSigi)).toBe(true);
	expect(may([ministry], 'books.read', inSigi)).toBe(true);
	expect(may([grant('office-staff', 'x', '72.7')], 'books.read', melati)).toBe(false);
});

test('the administrator keeps the system and does not read the books', () => {
	expect(may([administrator], 'office.found', everywhere)).toBe(true);
	expect(may([administrator], 'group.read', melati)).toBe(true);
	expect(may([administrator], 'books.read', melati)).toBe(false);
	expect(may([administrator], 'nik.read', melati)).toBe(false);
	expect(mayAnywhere([administrator], 'region.read')).toEqual([]);
});

test('only offices see what a whole region earns', () => {
	expect(rolesWith('region.read')).toEqual(['office-admin', 'office-staff']);
});

test('nobody without a role may do anything', () => {
	expect(may([], 'group.read', melati)).toBe(false);
});

test('menus ask for what is allowed anywhere', () => {
	const grants = [grant('cashier'), grant('treasurer', 'kenanga', '72.71.01.1001'), palu('office-staff')];
	expect(mayAnywhere(grants, 'books.post').map((held) => held.scopeId)).toEqual(['kenanga']);
	expect(rolesWith('nik.read')).toEqual(['chair', 'secretary', 'office-admin']);
});

test('roles are known by name and scope', () => {
	expect(parseRole('chair')).toBe('chair');
	expect(parseRole('king')).toBeNull();
	expect(parseRole('toString')).toBeNull();
	expect(rolesOf('office')).toEqual(['office-admin', 'office-staff']);
});

describe('who may let in whom', () => {
	test.each([
		['the chair a member of the group', [grant('chair')], [grant('member')], 'all'],
		['the chair the treasurer', [grant('chair')], [grant('member'), grant('treasurer')], 'all'],
		['the chair someone of another group', [grant('chair')], [grant('member', 'kenanga')], 'none'],
		[
			'the chair a member who is also chair elsewhere',
			[grant('chair')],
			[grant('member'), grant('chair', 'kenanga')],
			'some'
		],
		['the chair a member who is also with Dinsos', [grant('chair')], [grant('member'), palu('office-staff')], 'some'],
		['the chair the pendamping', [grant('chair')], [grant('pendamping')], 'none'],
		['the treasurer a member', [grant('treasurer')], [grant('member')], 'none'],
		['the pendamping the chair', [grant('pendamping')], [grant('chair')], 'all'],
		['a pendamping another pendamping', [grant('pendamping')], [grant('pendamping')], 'none'],
		['Dinsos the chair in its region', [palu('office-staff')], [grant('chair')], 'all'],
		['Dinsos the chair elsewhere', [palu('office-staff')], [grant('chair', 'mawar', '72.10.01.2001')], 'none'],
		['Dinsos staff the head of Dinsos', [palu('office-staff')], [palu('office-admin')], 'none'],
		['the head of Dinsos its staff', [palu('office-admin')], [palu('office-staff')], 'all'],
		['the head of the city office the head of the province', [palu('office-admin')], [province], 'none'],
		['the head of Dinsos the administrator', [palu('office-admin')], [administrator], 'none'],
		['the administrator anyone', [administrator], [grant('chair'), province], 'all'],
		['the chair someone without a duty', [grant('chair')], [], 'none'],
		['Dinsos someone without a duty', [palu('office-staff')], [], 'all'],
		['nobody anyone', [], [grant('member')], 'none']
	] as const)('%s', (_, maker, person, reach) => {
		expect(vouchFor(maker, person)).toBe(reach);
	});
});

test('the table as it stands: a change of it is a decision', () => {
	const table = (Object.keys(roleScopes) as Role[]).map((role) => {
		const granted = permissions.filter((permission) => rolesWith(permission).includes(role));
		return [role, granted.join(' ')];
	});
	expect(Object.fromEntries(table)).toMatchSnapshot();
});
