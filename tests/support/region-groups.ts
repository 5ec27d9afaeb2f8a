/** Groups here and there in the country that sold something: for what offices read of their regions. */
import type { Database } from '#lib/db/open.server.ts';
import { groupTenant, PLATFORM } from '#lib/db/tenant.ts';
import { inFoundingWork, inWork, type Work } from '#lib/db/work.server.ts';
import type { GroupStatus } from '#lib/groups/status.ts';
import type { Channel } from '#lib/ledger/channel.ts';
import { account } from '#lib/ledger/chart.ts';
import { upward } from '#lib/regions/place.ts';
import { bareGroupId, tester } from './bare-group.ts';

/** Villages with the names above them: three of Palu, one of Bogor. */
const regionNames: Readonly<Record<string, string>> = {
	'72': 'Sulawesi Tengah',
	'72.71': 'Kota Palu',
	'72.71.01': 'Palu Timur',
	'72.71.01.1001': 'Besusu Barat',
	'72.71.01.1002': 'Besusu Tengah',
	'72.71.02': 'Palu Barat',
	'72.71.02.1001': 'Lere',
	'32': 'Jawa Barat',
	'32.01': 'Kabupaten Bogor',
	'32.01.01': 'Cibinong',
	'32.01.01.1001': 'Pondok Rajeg'
};

export async function makeRegions(db: Database): Promise<void> {
	const codes = Object.keys(regionNames);
	await inWork(db, tester, PLATFORM, async (work) => {
		await work.insert(
			'region',
			codes.map((code) => {
				const [, above = null] = upward(code);
				const zone = code.startsWith('72') ? 'Asia/Makassar' : 'Asia/Jakarta';
				const [name, level] = [regionNames[code] ?? code, code.split('.').length];
				return { code, level, name, parentCode: above, zone, searchText: name.toLowerCase() };
			})
		);
		await work.insert(
			'regionClosure',
			codes.flatMap((descendantCode) =>
				upward(descendantCode).map((ancestorCode) => ({ ancestorCode, descendantCode }))
			)
		);
	});
}

export interface Selling {
	readonly day: string;
	readonly omzet: number;
	readonly cost: number;
	readonly channel?: Channel;
	/** Sales less voided ones; two unless given. */
	readonly sales?: number;
}

/** The `number`-th group, of a village, with what it sold. */
export async function regionGroup(
	db: Database,
	number: number,
	villageCode: string,
	sellings: readonly Selling[] = [],
	{ status = 'active', isShop = false }: { status?: GroupStatus; isShop?: boolean } = {}
): Promise<void> {
	const groupId = bareGroupId(number);
	const kube = {
		groupId, slug: `kube-${number}`, name: `Kube ${number}`, searchText: `kube ${number}`, villageCode, address: '',
		zone: 'Asia/Makassar', status, isShop: isShop ? 1 : 0, foundedOn: null, phone: null, story: '', logoFileId: null,
		openingHours: '', settings: '{}', readiness: '{}'
	}; // prettier-ignore
	await inFoundingWork(db, tester, groupTenant(groupId), async (work) => {
		await work.insert('kube', [{ ...kube, madeAt: work.now }]);
		for (const selling of sellings) await sell(work, selling);
	});
}

async function sell(work: Work, { day, omzet, cost, channel = 'counter', sales = 2 }: Selling): Promise<void> {
	const { groupId } = work;
	const income = channel === 'shop' ? account.salesShop : account.salesCounter;
	await work.insert('omzetDay', [{ groupId, day, channel, omzet, gross: omzet, cost, sales }]);
	await work.insert('accountDay', [
		{ groupId, day, account: income, debit: 0, credit: omzet },
		{ groupId, day, account: account.cashDrawer, debit: omzet, credit: 0 }
	]);
	if (cost > 0)
		await work.insert('accountDay', [{ groupId, day, account: account.costOfGoods, debit: cost, credit: 0 }]);
}
