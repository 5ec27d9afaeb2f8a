/** What a kind of business is called, in the reader's language. */
import { m } from '#texts/messages.js';
import type { KindKey } from './kinds.ts';

const names: Readonly<Record<KindKey, () => string>> = {
	'e-waroeng': m.groups_kind_e_waroeng,
	sembako: m.groups_kind_sembako,
	sayur: m.groups_kind_sayur,
	buah: m.groups_kind_buah,
	ikan: m.groups_kind_ikan,
	'ikan-asin': m.groups_kind_ikan_asin,
	'tahu-tempe': m.groups_kind_tahu_tempe,
	'telur-asin': m.groups_kind_telur_asin,
	'bawang-goreng': m.groups_kind_bawang_goreng,
	bumbu: m.groups_kind_bumbu,
	garam: m.groups_kind_garam,
	abon: m.groups_kind_abon,
	keripik: m.groups_kind_keripik,
	kue: m.groups_kind_kue,
	roti: m.groups_kind_roti,
	'warung-makan': m.groups_kind_warung_makan,
	katering: m.groups_kind_katering,
	minuman: m.groups_kind_minuman,
	kopi: m.groups_kind_kopi,
	madu: m.groups_kind_madu,
	'isi-ulang': m.groups_kind_isi_ulang,
	'ternak-ayam': m.groups_kind_ternak_ayam,
	'ternak-bebek': m.groups_kind_ternak_bebek,
	'ternak-kambing': m.groups_kind_ternak_kambing,
	'ternak-sapi': m.groups_kind_ternak_sapi,
	'budidaya-ikan': m.groups_kind_budidaya_ikan,
	kebun: m.groups_kind_kebun,
	bibit: m.groups_kind_bibit,
	pupuk: m.groups_kind_pupuk,
	kerajinan: m.groups_kind_kerajinan,
	anyaman: m.groups_kind_anyaman,
	tenun: m.groups_kind_tenun,
	jahit: m.groups_kind_jahit,
	rajut: m.groups_kind_rajut,
	sabun: m.groups_kind_sabun,
	mebel: m.groups_kind_mebel,
	'batu-bata': m.groups_kind_batu_bata,
	laundry: m.groups_kind_laundry,
	cukur: m.groups_kind_cukur,
	salon: m.groups_kind_salon,
	bengkel: m.groups_kind_bengkel,
	'cuci-motor': m.groups_kind_cuci_motor,
	ojek: m.groups_kind_ojek,
	gas: m.groups_kind_gas,
	cetak: m.groups_kind_cetak,
	'sewa-tenda': m.groups_kind_sewa_tenda,
	tukang: m.groups_kind_tukang,
	'daur-ulang': m.groups_kind_daur_ulang
};

export function kindName(key: KindKey): string {
	return names[key]();
}
