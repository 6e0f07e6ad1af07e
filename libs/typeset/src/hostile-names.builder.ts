/** Names that have broken forms, files and text layers: 200 or more, all of which the fonts can print. */
const TYPED = `
Shaun O'Neill|Shaun O’Neill|Shaun OʼNeill|D'Arcy Q'Orianka|Sinéad Ní Dhomhnaill|Siân ap Gwynfor|Ŵyn ŷnys|Llŷr Gruffydd|Mary-Jane Smith-Jones|Anne‑Marie|Jean–Luc|J. R. R. Tolkien
Seán Óg Ó hAilpín|Étienne Ñuñez|Renée d’Été|Cafe\u0301 Owner|Zoe\u0308 A\u030angström|Łukasz Żółć|Wołoszczańska-Brzęczyszczykiewicz|Dvořák Čapek Ďuriš|Jiří Ťažký|Őrsi Űrge|Ștefan Țurcanu|Şebnem Ţ|Ġużè Ħal|Þórður Ðæsir|Ærøskøbing Åse|Đặng Thị Hồng|Nguyễn Văn Ưởng|Trần Thị Mỹ Ngọc|Nguye\u0302\u0303n Va\u0306n|Ọlájídé Ẹ̀bùn|Adéọlá Ṣọlá|Ọ̀ṣun Ẹ̀kọ́|Ńkẹ́m̀|Kwābena|İbrahim Işık|ırmak İ|Iı İi|Çağrı Öztürk Ğ|Straße Groß|STRAẞE|Weiß & Söhne|Maß ẞ
Tom & Jerry|A & B <x>|<b>Bold</b>|"Quoted" 'Name'|“Curly” ‘Name’|Back\\slash|(Brackets) [x] {y}|50 % Off|#1 @home|a_b~c^d|x=y+z|semi;colon: dot.|100% O'Neill_|Robert'); DROP TABLE|\${name} {{ name }}|%s %d|null|undefined|NaN|true|0|-1|1e3|Jo (she/her) O’Neill|£50 € $|½ ¾ ²|№ 5|© ® ™|a…b|office affluent baffling fjord|Griffith Duffield Fflur|Offffi ffl ffi|Steffi Effiong|Clifton Hafthor
Ιωάννης Παπαδόπουλος|Μαρία Ὀδυσσεύς|Θεοδώρα-Άννα|Владимир Жуков|Олександр Їжак|Ґалина Є|Анна-Мария О'Коннор|Ёлка Йод|Ђорђе Љиљана Њ|Ќемал Ѓорѓи|Ўзбек Қазақ Ғ Ҳ
محمد علي|نور الأنصاري|فاطمة الزهراء|عبد الله|مُحَمَّد|لالا|ملاك ﷲ|سارة ٤٢|علی رضا پژمان گ|می‌خواهم|ٹیپو ڈار ڑ|شہزادہ ہے|نواب صاحب ۱۲۳|محمد (علي)|[نور]|سارة-لينا|نور، علي|Nour نور|نور Smith|Dr نور الأنصاري (PhD)|سارة 42|Ali علي Jo نور
נועה בן|שָׁלוֹם כֹּהֵן|יוסף בן-דוד|צ'רלי ג׳ורג׳|דוד (דודו) לוי|אברהם 42|Noa נועה|נועה Levi|נועה 42 בן|רחל "רחלי" כץ|מרים, שרה
अमित शर्मा|कृष्णा श्रीनिवासन्|हिन्दी क्षत्रिय|ज्ञानेश्वर|त्रिपाठी र्‍य|प्रियंका|Amit अमित|लक्ष्मी-नारायण|क्‍ष|मोहनदास करमचन्द
রবীন্দ্রনাথ ঠাকুর|শ্রীকৃষ্ণ|মোঃ রফিকুল ইসলাম|কৌশিক|সৈয়দ|তৃষ্ণা|উৎপল
ਗੁਰਪ੍ਰੀਤ ਸਿੰਘ|ਹਰਮਨ ਕੌਰ|ਸ੍ਰੀ|ਜਸਵਿੰਦਰ|ਪੰਜਾਬ
નરેન્દ્ર પટેલ|કૃષ્ણ|શ્રી|જ્ઞાન
தமிழ்ச்செல்வி|கோபாலன்|ஸ்ரீனிவாசன்|சௌந்தர்யா|பொன்னி|கௌரி
శ్రీనివాస్|కృష్ణ|ಶ್ರೀಧರ|ಕನ್ನಡ|ശ്രീകുമാർ|മലയാളം|කුමාර|ශ්‍රී ලංකා|ଓଡ଼ିଆ
สมชาย ใจดี|ณัฐพงศ์|กัญญารัตน์|น้ำทิพย์|ປະເທດລາວ|ខ្មែរ|សុភា|မြန်မာ|အောင်
李小龍|张伟|陳大文|黃國堃|王喆|山田太郎|たなか さくら|タナカ|김민수|박지영|李 Lee|O'Neill 李|㐀㐁|ㄅㄆ
Արմեն Հայրապետյան|გიორგი|ნინო|አበበ ቢቂላ|ኃይለ
Zoë 🦄|🦄|👩🏽‍💻 Dev|👨‍👩‍👧‍👦|🇬🇧 Jo|❤️ Love|Jo ☺|1️⃣|👍🏿
`;

const LONG = [
  'Hubert Blaine Wolfeschlegelsteinhausenbergerdorff Sr.',
  'Pablo Diego José Francisco de Paula Juan Nepomuceno María de los Remedios Cipriano de la Santísima Trinidad Ruiz y Picasso',
  'Taumatawhakatangihangakoauauotamateaturipukakapikimaungahoronukupokaiwhenuakitanatahu',
  'A'.repeat(60),
  'محمد بن عبد الله بن عبد المطلب بن هاشم بن عبد مناف',
  'Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch',
];

export const HOSTILE_NAMES: readonly string[] = [...TYPED.split(/[|\n]/).filter(Boolean), ...LONG];
