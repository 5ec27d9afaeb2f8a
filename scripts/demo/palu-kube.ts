/** The 77 Kube of Kota Palu: what each is called, where it is, what it does and how it fares. Places are real, groups are not. */

/**
 * How a group fares, which is what an office must be able to see:
 * - `year`: the e-waroeng with a year of trade behind it; `aid`: the one with an aid day of 306 sales;
 * - `shop`: an e-waroeng with some months of trade; `steady`, `weekly`: other groups that sell daily or now and then;
 * - `fading`: sold until some weeks ago; `asleep`: has stopped, and the office has recorded it;
 * - `ready`: goods are entered, nothing sold yet; `forming`: founded these days.
 */
export const lives = ['year', 'aid', 'shop', 'steady', 'weekly', 'fading', 'asleep', 'ready', 'forming'] as const;
export type Life = (typeof lives)[number];

/** name | village within 72.71 | main kind and others | life | address */
export const paluKube = `
Kube Lasoani Sejahtera | 08.1005 | e-waroeng kue | year | Jl. Merpati No. 12
Kube Balaroa Bangkit | 02.1005 | e-waroeng | aid | Jl. Manggis No. 4
Kube Talise Bersama | 08.1003 | e-waroeng ikan | shop | Jl. Yos Sudarso Lr. Garam No. 7
Kube Tatura Mandiri | 03.1001 | e-waroeng katering | shop | Jl. Emy Saelan No. 31
Kube Sintuvu Mamboro | 04.1001 | e-waroeng ikan | shop | Jl. Trans Sulawesi Km. 14
Kube Kabonena Makmur | 05.1003 | e-waroeng | shop | Jl. Malonda No. 18
Kube Duyu Sehati | 06.1005 | e-waroeng sayur | shop | Jl. Padat Karya No. 22
Kube Pantoloan Maju | 07.1001 | e-waroeng ikan | shop | Jl. Pelabuhan Lr. 2 No. 9
Kube Besusu Rukun | 01.1004 | e-waroeng | shop | Jl. Patimura Lr. Masjid No. 5
Kube Melati Lasoani | 08.1005 | kue | steady | Jl. Lasoani Atas No. 3
Kube Nosarara | 08.1002 | sayur bibit | steady | Jl. Uwe Lindu No. 14
Kube Nosabatutu | 08.1004 | jahit | steady | Jl. Tanjung Harapan No. 8
Kube Sangurara | 06.1006 | kue katering | steady | Jl. Sungai Lariang No. 10
Kube Maroso | 03.1003 | ternak-ayam | steady | Jl. Dewi Sartika Lr. 4
Kube Singgani | 01.1006 | jahit | steady | Jl. Setia Budi Lr. Bambu No. 2
Kube Mosangu | 02.1009 | ikan | steady | Jl. Diponegoro Lr. Nelayan No. 6
Kube Belo Raya | 02.1007 | bawang-goreng | steady | Jl. Gajah Mada Lr. 1 No. 11
Kube Bawang Emas | 08.1006 | bawang-goreng | steady | Jl. Poboya No. 27
Kube Garam Putih | 08.1003 | garam | steady | Jl. Yos Sudarso Lr. Garam No. 15
Kube Tenun Bomba | 02.1002 | tenun | steady | Jl. Sungai Manonda No. 19
Kube Batik Valangguni | 08.1008 | tenun jahit | steady | Jl. Soekarno Hatta Lr. 3
Kube Sri Rejeki | 03.1002 | katering | steady | Jl. Basuki Rahmat Lr. 5 No. 21
Kube Ngudi Rahayu | 03.1011 | minuman bumbu | steady | Jl. Towua Lr. 2 No. 4
Kube Guyub Rukun | 03.1012 | tahu-tempe | steady | Jl. Karanja Lembah No. 33
Kube Sipakatau | 02.1008 | bengkel | steady | Jl. Cut Nyak Dien Lr. 1
Kube Sipatokkong | 01.1010 | isi-ulang | steady | Jl. Hasanuddin Lr. Kampung Baru
Kube Masagena | 06.1002 | mebel | steady | Jl. I Gusti Ngurah Rai Lr. 7
Kube Mina Jaya | 04.1003 | ikan | steady | Jl. Trans Sulawesi, Kayumalue
Kube Mina Samudra | 07.1003 | ikan ikan-asin | steady | Jl. Trans Sulawesi, Baiya
Kube Harapan Ibu | 06.1004 | kue roti | steady | Jl. Padanjakaya No. 40
Kube Cahaya Ibu | 06.1001 | salon | steady | Jl. Jati Lr. 2 No. 5
Kube Tani Subur | 08.1007 | sayur buah | steady | Jl. Kawatuna Raya No. 16
Kube Tani Lembah | 06.1003 | sayur | steady | Jl. Gawalise No. 9
Kube Kakao Lestari | 08.1006 | kopi keripik | steady | Jl. Poboya No. 31
Kube Kasih Bunda | 01.1007 | katering kue | steady | Jl. Sam Ratulangi Lr. 4
Kube Bina Karya | 01.1009 | cetak | steady | Jl. Tanjung Manimbaya No. 13
Kube Roso Nosimpotove | 05.1004 | kerajinan | weekly | Jl. Malonda Lr. Bukit No. 2
Kube Anggrek Tipo | 05.1006 | buah kebun | weekly | Jl. Malonda Km. 9
Kube Kelor Sehat | 08.1001 | minuman sayur | weekly | Jl. Trans Sulawesi Lr. Layana
Kube Kambing Etawa | 04.1002 | ternak-kambing | weekly | Jl. Trans Sulawesi, Taipa
Kube Ternak Berkah | 07.1004 | ternak-bebek telur-asin | weekly | Jl. Lambara No. 6
Kube Ayam Kampung Tondo | 08.1002 | ternak-ayam | weekly | Jl. Uwe Salonde No. 3
Kube Bata Merah | 06.1005 | batu-bata | weekly | Jl. Padat Karya No. 51
Kube Rotan Indah | 02.1015 | anyaman mebel | weekly | Jl. Sungai Wera No. 8
Kube Anyaman Silar | 07.1005 | anyaman | weekly | Jl. Panawu Atas No. 1
Kube Tenda Keluarga | 01.1006 | sewa-tenda | weekly | Jl. Setia Budi No. 44
Kube Rias Pengantin | 03.1001 | salon | weekly | Jl. Anoa Lr. 2 No. 17
Kube Madu Hutan | 05.1005 | madu | weekly | Jl. Malonda Km. 12
Kube Bibit Hijau | 08.1004 | bibit pupuk | weekly | Jl. Tanjung Harapan No. 30
Kube Pisang Sale | 05.1002 | keripik | weekly | Jl. Kamboja No. 7
Kube Jagung Manis | 06.1002 | keripik sayur | weekly | Jl. I Gusti Ngurah Rai No. 90
Kube Abon Ikan | 04.1010 | abon ikan-asin | weekly | Jl. Trans Sulawesi, Mamboro Barat
Kube Dapur Kaili | 02.1005 | katering | weekly | Jl. Kenduri No. 15
Kube Sepakat Ujuna | 02.1002 | bengkel | weekly | Jl. Sungai Surumana No. 3
Kube Karya Petobo | 03.1003 | tukang | weekly | Jl. Kebun Sari No. 12
Kube Huntap Tondo | 08.1002 | warung-makan | weekly | Huntap Tondo 1 Blok C No. 8
Kube Huntap Duyu | 06.1005 | cuci-motor ojek | weekly | Huntap Duyu Blok A No. 21
Kube Seruni | 01.1010 | laundry | fading | Jl. Hasanuddin II No. 6
Kube Flamboyan | 03.1002 | kue | fading | Jl. Kijang No. 28
Kube Dahlia | 06.1006 | cukur | fading | Jl. Sungai Lariang Lr. 3
Kube Cempaka | 02.1007 | katering | fading | Jl. Sungai Manonda No. 2
Kube Teratai | 03.1012 | budidaya-ikan | fading | Jl. Karanja Lembah No. 60
Kube Kemuning | 07.1002 | kebun | fading | Jl. Pantoloan Boya No. 5
Kube Mawar Lere | 02.1009 | daur-ulang sabun | fading | Jl. Diponegoro No. 71
Kube Setia Kawan | 05.1001 | ternak-kambing | asleep | Jl. Malonda Km. 15
Kube Tunas Harapan | 04.1004 | ikan | asleep | Jl. Kayumalue Pajeko No. 10
Kube Sinar Baru | 01.1007 | isi-ulang gas | asleep | Jl. Undata No. 9
Kube Usaha Bersama Nunu | 06.1001 | ternak-ayam | asleep | Jl. Jati No. 63
Kube Mekar Sari | 03.1011 | bibit | asleep | Jl. Towua No. 18
Kube Sumber Rezeki | 02.1008 | warung-makan | asleep | Jl. Cut Nyak Dien No. 20
Kube Nelayan Watusampu | 05.1005 | ikan | asleep | Jl. Malonda Km. 13
Kube Amanah | 01.1004 | cetak | asleep | Jl. Patimura No. 88
Kube Wijaya Kusuma | 08.1004 | kue | ready | Jl. Thalua Konci No. 5
Kube Bougenvil | 01.1009 | rajut | ready | Jl. Tanjung Dako No. 12
Kube Alamanda | 06.1003 | tahu-tempe | ready | Jl. Lagarutu No. 7
Kube Semangat Layana | 08.1001 | sayur | forming | Jl. Trans Sulawesi, Layana Indah
Kube Harapan Baru Taipa | 04.1002 | abon | forming | Jl. Trans Sulawesi, Taipa
`;
