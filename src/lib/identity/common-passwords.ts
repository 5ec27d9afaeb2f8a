/** Passwords of at least eight characters that are tried first, in the world and in Indonesia; all in lower case. */

const words = `
	12345678 123456789 1234567890 0123456789 87654321 11223344 12341234 12344321 123123123 147258369 123454321
	112233445566 1q2w3e4r 1qaz2wsx qwertyui qwertyuiop qwerty12 qwerty123 asdfghjk asdfghjkl zxcvbnm1 abcd1234
	abc12345 abcdefg1 a1234567 a12345678 aa123456 password password1 password12 password123 passw0rd p@ssw0rd
	iloveyou iloveyou1 sunshine princess football baseball superman computer internet whatever trustno1 letmein1
	welcome1 admin123 admin1234 administrator test1234 user1234 guest123 changeme changeme1 secret123 master123
	dragon123 monkey123 samsung1 android1 whatsapp facebook instagram youtube1 google123 telkomsel
	indonesia indonesia1 indonesia123 merdeka17 merdeka45 pancasila garuda123 bismillah bismillah1 bismillah123
	alhamdulillah assalamualaikum subhanallah allahuakbar astaghfirullah muhammad muhammad1 sayangku sayang123
	sayangkamu akusayang akucintakamu cintaku1 cinta123 cantik123 ganteng123 rahasia1 rahasia123 katasandi
	katasandi1 sandi123 sandi1234 kucing123 jakarta1 jakarta123 bandung1 bandung123 surabaya surabaya1 makassar
	makassar1 palu1234 palu12345 sulawesi sulawesi1 jawabarat jawabarat1 persib1933 persija1928 viking1933
	waroeng1 waroeng123 ewaroeng ewaroeng1 ewaroeng123 warung123 kubejaya kube1234 kube12345 kelompok1
	dinsos123 dinassosial pendamping bendahara sekretaris kasir123 kasir1234 ketua123 anggota1 anggota123
	januari1 februari agustus17 agustus1945 desember telur123 beras123 sembako1 sembako123 bantuan1 bantuan123
`;

export const commonPasswords: ReadonlySet<string> = new Set(words.split(/\s+/).filter((word) => word !== ''));
