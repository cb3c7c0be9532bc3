"""Short news of our own, in many languages, and what must be flagged in each: forum, edition, sometimes role."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from crawler.flag import find_mentions, load_watchlist
from storage.records import Article

# language, day of publication ("" for none), title, text, expected "forum edition [role]" joined by commas
HITS: list[tuple[str, str, str, str, str]] = [
    # The Global Digital Economy Conference, everywhere
    (
        "en",
        "2025-07-02",
        "2025 Global Digital Economy Conference opens in Beijing",
        "Guests from fifty countries came to the capital. The Global Digital Economy Conference runs for four days.",
        "gdec 2025 main",
    ),
    (
        "en",
        "",
        "Data rules take shape",
        "Ministers met in Beijing at GDEC 2025 to speak about data flows. Nothing was signed.",
        "gdec 2025",
    ),
    (
        "en",
        "",
        "Start-ups look east",
        "At GDEC'24 in Beijing, three founders signed their first Asian contracts.",
        "gdec 2024",
    ),
    (
        "en",
        "2024-07-04",
        "A city that talks to its lamps",
        "The Global Digital Economy Conference, held this week in Beijing, gave the stage to street lighting.",
        "gdec 2024",
    ),
    (
        "en",
        "",
        "Fifth time",
        "The fifth Global Digital Economy Conference gathered mayors in Beijing.",
        "gdec 2025",
    ),
    ("en", "", "Fourth time", "The 4th Global Digital Economy Conference closed on Friday.", "gdec 2024"),
    (
        "en",
        "2026-06-20",
        "Beijing prepares",
        "The Global Digital Economy Conference will return in July, and next month's programme is out: GDEC 2026 has six halls.",
        "gdec 2026",
    ),
    (
        "zh",
        "",
        "2025全球数字经济大会在京开幕",
        "本届大会为期四天，来自多国的代表参会。全球数字经济大会已成为交流平台。",
        "gdec 2025 main",
    ),
    ("zh", "", "数据要素流通", "第三届全球数字经济大会上，多家企业签约。", "gdec 2023"),
    ("zh", "", "城市更新", "2024年全球数字经济大会拉萨高层论坛在拉萨举行，与会嘉宾讨论算力。", "gdec 2024"),
    ("zh", "", "數位治理", "全球數字經濟大會（GDEC 2023）昨日在北京閉幕，逾百家企業參展。", "gdec 2023"),
    (
        "th",
        "2025-07-04",
        "ปักกิ่งเปิดเวทีเศรษฐกิจใหม่",
        "การประชุมเศรษฐกิจดิจิทัลโลก ประจำปี 2568 จัดขึ้นที่กรุงปักกิ่ง มีผู้เข้าร่วมหลายประเทศ",
        "gdec 2025",
    ),
    ("th", "", "ข่าวไอที", "ผู้แทนไทยเดินทางไปร่วมงานGDEC 2025ที่กรุงปักกิ่งเมื่อวันพุธ", "gdec 2025"),
    ("th", "", "เมืองดิจิทัล", "การประชุมเศรษฐกิจดิจิทัลระดับโลก ครั้งที่ 4 ปิดฉากลงแล้วที่ปักกิ่ง", "gdec 2024"),
    ("th", "", "เมืองดิจิทัล", "การประชุมเศรษฐกิจดิจิทัลโลก ปี ๒๕๖๗ เปิดฉากที่กรุงปักกิ่ง", "gdec 2024"),
    (
        "ja",
        "",
        "北京で世界デジタル経済大会",
        "2025年世界デジタル経済大会が北京で開幕し、各国の参加者が集まった。",
        "gdec 2025 main",
    ),
    (
        "ja",
        "",
        "デジタル都市",
        "令和5年、第3回グローバルデジタル経済大会の会場では基調講演が続いた。",
        "gdec 2023",
    ),
    ("ko", "", "베이징서 디지털 행사", "2025 글로벌 디지털 경제 대회가 베이징에서 개막했다.", "gdec 2025"),
    ("ko", "", "기업 소식", "회사는 제4회 글로벌디지털경제대회에서 새 서비스를 공개했다.", "gdec 2024"),
    (
        "vi",
        "",
        "Bắc Kinh đón khách",
        "Hội nghị Kinh tế số toàn cầu năm 2025 khai mạc tại Bắc Kinh với nhiều đại biểu.",
        "gdec 2025",
    ),
    (
        "id",
        "",
        "Beijing jadi tuan rumah",
        "Konferensi Ekonomi Digital Global 2025 dibuka di Beijing pada hari Rabu.",
        "gdec 2025",
    ),
    (
        "ms",
        "",
        "Berita teknologi",
        "Persidangan Ekonomi Digital Global 2024 berlangsung di Beijing.",
        "gdec 2024",
    ),
    (
        "es",
        "",
        "Pekín reúne a los alcaldes",
        "La Conferencia Global de Economía Digital de 2025 abrió sus puertas en Pekín.",
        "gdec 2025",
    ),
    ("es", "", "CIUDADES", "LA CONFERENCIA GLOBAL DE ECONOMIA DIGITAL 2025 TERMINA EN PEKIN", "gdec 2025"),
    (
        "fr",
        "",
        "Villes numériques",
        "La Conférence mondiale sur l'économie numérique 2025 s'est ouverte à Pékin.",
        "gdec 2025",
    ),
    (
        "de",
        "",
        "Digitales Peking",
        "Auf der globalen Konferenz zur digitalen Wirtschaft 2022 in Peking sprachen Minister.",
        "gdec 2022",
    ),
    ("ar", "", "أخبار التقنية", "شارك الوفد بالمؤتمر العالمي للاقتصاد الرقمي 2025 في بكين.", "gdec 2025"),
    (
        "ar",
        "",
        "أخبار التقنية",
        "انطلقت فعاليات مؤتمر الاقتصاد الرقمي العالمي لعام ٢٠٢٤ في بكين.",
        "gdec 2024",
    ),
    (
        "ru",
        "",
        "Пекин принимает гостей",
        "На Глобальной конференции по цифровой экономике 2025 года в Пекине выступили участники из сорока стран.",
        "gdec 2025",
    ),
    (
        "ru",
        "",
        "Цифровая повестка",
        "Министр побывал на Всемирной конференции по цифровой экономике в Пекине.",
        "gdec None",
    ),
    (
        "pt",
        "",
        "Pequim digital",
        "A Conferência Global de Economia Digital 2025 reuniu delegados em Pequim.",
        "gdec 2025",
    ),
    (
        "tr",
        "",
        "Pekin'de buluşma",
        "2025 Küresel Dijital Ekonomi Konferansı'nda delegeler veri paylaşımını konuştu.",
        "gdec 2025",
    ),
    (
        "pl",
        "",
        "Cyfrowy Pekin",
        "Podczas Światowej Konferencji Gospodarki Cyfrowej 2025 w Pekinie podpisano umowy.",
        "gdec 2025",
    ),
    # Its part raises the whole
    (
        "en",
        "2025-07-03",
        "Collaboration Forum signs new partners",
        "The Global Digital Economy Collaboration Forum met in Beijing on Thursday, with 800 delegates.",
        "gdec-collab 2025, gdec 2025",
    ),
    ("zh", "", "合作论坛举行", "2025全球数字经济合作论坛在北京举行。", "gdec-collab 2025, gdec 2025"),
    # Two near names that are not GDEC
    (
        "en",
        "",
        "Ningbo shows its ports",
        "The 2023 World Digital Economy Conference opened in Ningbo with a tour of the harbour.",
        "wdec-ningbo 2023",
    ),
    ("zh", "", "宁波", "2023世界数字经济大会在宁波开幕。", "wdec-ningbo 2023"),
    ("en", "", "Chengdu", "The World Digital Economy Forum 2022 was held in Chengdu.", "wdef-chengdu 2022"),
    (
        "es",
        "",
        "Ningbo",
        "La Conferencia Mundial de Economía Digital 2023 se celebra en Ningbo, provincia de Zhejiang.",
        "wdec-ningbo 2023",
    ),
    # World Internet Conference
    (
        "en",
        "2024-11-20",
        "Wuzhen fills up",
        "Delegates walked along the canals of Wuzhen. The World Internet Conference is in its second day.",
        "wic 2024",
    ),
    (
        "en",
        "",
        "Old town, new nets",
        "The World Internet Conference (WIC) opened in Wuzhen. WIC 2023 has a robot guide.",
        "wic 2023",
    ),
    ("zh", "", "2024年世界互联网大会乌镇峰会开幕", "世界互联网大会在乌镇举行。", "wic 2024 main"),
    ("zh", "", "乌镇时间", "第十届“世界互联网大会”今天在乌镇开幕。", "wic 2023"),
    ("zh-Hant", "", "烏鎮", "第11屆世界互聯網大會烏鎮峰會閉幕。", "wic 2024"),
    ("ja", "", "烏鎮で開幕", "第10回世界インターネット大会が烏鎮で開幕した。", "wic 2023"),
    (
        "ru",
        "",
        "Учжэнь",
        "Участники Всемирной конференции по вопросам интернета 2022 года собрались в Учжэне.",
        "wic 2022",
    ),
    ("pt", "", "Wuzhen", "A Conferência Mundial da Internet 2023 começou em Wuzhen.", "wic 2023"),
    ("it", "", "Wuzhen", "La Conferenza mondiale su Internet 2018 si è aperta a Wuzhen.", "wic 2018"),
    ("th", "", "อูเจิ้น", "การประชุมอินเทอร์เน็ตโลก 2023 เริ่มขึ้นแล้วที่เมืองอูเจิ้น", "wic 2023"),
    ("ko", "", "우전", "2024 세계 인터넷대회가 우전에서 열렸다.", "wic 2024"),
    ("zh", "", "泉州", "2025世界互联网大会数字丝路发展论坛在泉州开幕。", "wic-dsr 2025"),
    # World Artificial Intelligence Conference
    (
        "en",
        "2025-07-27",
        "Robots box in Shanghai",
        "At WAIC in Shanghai two robots boxed while visitors cheered at the booth.",
        "waic 2025",
    ),
    ("zh", "", "上海", "2025WAIC上，机器人成为主角。", "waic 2025"),
    ("ar", "", "شنغهاي", "افتتاح المؤتمر العالمي للذكاء الاصطناعي 2025 في شنغهاي.", "waic 2025"),
    ("de", "", "Schanghai", "Die Welt-KI-Konferenz 2025 beginnt in Schanghai.", "waic 2025"),
    ("id", "", "Shanghai", "Konferensi Kecerdasan Buatan Dunia 2025 dibuka di Shanghai.", "waic 2025"),
    ("vi", "", "Thượng Hải", "Hội nghị Trí tuệ nhân tạo thế giới 2024 diễn ra tại Thượng Hải.", "waic 2024"),
    # China's fairs
    ("zh", "", "福州", "第八届数字中国建设峰会在福州开幕。", "digital-china-summit 2025"),
    ("zh", "", "贵阳", "2024数博会在贵阳开幕，参展企业过百。", "big-data-expo 2024"),
    (
        "en",
        "",
        "Hangzhou",
        "The Global Digital Trade Expo in Hangzhou ran from September 25 to 29, 2024.",
        "gdte 2024",
    ),
    (
        "en",
        "2025-08-09",
        "Beijing's robots",
        "Visitors of the World Robot Conference in Beijing met a folding dog.",
        "wrc 2025",
    ),
    (
        "vi",
        "2025-09-18",
        "Nam Ninh",
        "Tại CAEXPO 22, gian hàng Việt Nam đông khách. Hội chợ khai mạc ở Nam Ninh.",
        "caexpo 2025",
    ),
    ("zh", "", "南宁", "第21届中国—东盟博览会在南宁举行。", "caexpo 2024"),
    ("th", "", "หนานหนิง", "งานมหกรรมแสดงสินค้าจีน-อาเซียน ครั้งที่ 20 เปิดฉากที่นครหนานหนิง", "caexpo 2023"),
    ("en", "", "Services", "CIFTIS 2024 filled two sites in Beijing.", "ciftis 2024"),
    # Ministers
    (
        "en",
        "",
        "Ministers in Bangkok",
        "The 5th ASEAN Digital Ministers' Meeting agreed on scams.",
        "adgmin 2025",
    ),
    ("th", "", "กรุงเทพฯ", "ไทยเป็นเจ้าภาพการประชุมรัฐมนตรีอาเซียนด้านดิจิทัล ครั้งที่ 5 ที่กรุงเทพฯ", "adgmin 2025"),
    ("vi", "", "Hà Nội", "Hội nghị Bộ trưởng Số ASEAN lần thứ 6 họp tại Hà Nội.", "adgmin 2026"),
    (
        "en",
        "",
        "G20",
        "The G20 Digital Economy Ministers met in Maceio on 13 September 2024.",
        "g20-demm 2024",
    ),
    (
        "en",
        "",
        "BRICS",
        "Officials joined the 8th meeting of BRICS Communications Ministers by video.",
        "brics-comm 2022",
    ),
    # United Nations
    (
        "en",
        "2024-12-16",
        "Who runs the net",
        "The Internet Governance Forum opened in Riyadh; the IGF lasts five days.",
        "igf 2024",
    ),
    ("en", "", "Kyoto", "At IGF 2023 in Kyoto the panel on encryption ran late.", "igf 2023"),
    (
        "es",
        "",
        "Gobernanza",
        "El Foro para la Gobernanza de Internet 2025 se inauguró en Noruega.",
        "igf 2025",
    ),
    ("fr", "", "Genève", "Le Forum WSIS : WSIS Forum 2025 à Genève, un bilan.", "wsis-forum 2025"),
    (
        "en",
        "2025-07-09",
        "Geneva",
        "The AI for Good Global Summit in Geneva showed prosthetic hands.",
        "ai-for-good 2025",
    ),
    (
        "en",
        "",
        "Bangkok",
        "The 3rd UNESCO Global Forum on the Ethics of AI came to Bangkok in June 2025.",
        "unesco-ai-ethics 2025",
    ),
    # Fairs of the Gulf
    (
        "en",
        "2024-10-15",
        "Dubai",
        "Drones served coffee at GITEX in Dubai, where exhibitors fill forty halls.",
        "gitex-global 2024",
    ),
    ("ar", "", "دبي", "تنطلق فعاليات معرض جيتكس جلوبال 2025 في دبي.", "gitex-global 2025"),
    ("en", "", "Marrakech", "GITEX Africa 2025 closed in Marrakech.", "gitex-africa 2025"),
    (
        "en",
        "",
        "Berlin",
        "GITEX Europe's first edition opened in Berlin on 21 May 2025.",
        "gitex-europe 2025",
    ),
    (
        "en",
        "2025-02-10",
        "Riyadh",
        "Exhibitors at LEAP in Riyadh announced billions in investment.",
        "leap 2025",
    ),
    ("ar", "", "الرياض", "انطلاق مؤتمر ليب 2024 في الرياض.", "leap 2024"),
    (
        "en",
        "",
        "Riyadh money",
        "Desert Davos returned to Riyadh: the Future Investment Initiative 2024 drew bankers.",
        "fii 2024",
    ),
    # Phones and gadgets
    (
        "en",
        "2026-01-07",
        "A fridge that cooks",
        "Samsung unveiled the fridge at CES in Las Vegas on Tuesday.",
        "ces 2026",
    ),
    ("en", "", "Chips at the show", "The maker showcased its laptop chips at CES 2025.", "ces 2025"),
    ("th", "", "แกดเจ็ต", "บริษัทเปิดตัวแว่นตาในงาน CES 2026 ที่ลาสเวกัส", "ces 2026"),
    ("ko", "", "라스베이거스", "회사는 라스베이거스에서 열린 CES 2026에서 로봇을 공개했다.", "ces 2026"),
    ("ja", "", "ラスベガス", "CES 2025の会場で新しい車が展示された。", "ces 2025"),
    (
        "es",
        "2025-03-04",
        "Barcelona",
        "El Mobile World Congress abrió en Barcelona con colas.",
        "mwc-barcelona 2025",
    ),
    ("en", "", "Phones", "The folding phone was unveiled at MWC25 in Barcelona.", "mwc-barcelona 2025"),
    ("zh", "", "巴塞罗那", "2025世界移动通信大会（MWC 2025）在巴塞罗那举行。", "mwc-barcelona 2025"),
    ("en", "", "Shanghai", "At MWC Shanghai 2025, carriers sold tokens.", "mwc-shanghai 2025"),
    ("pt", "2024-11-12", "Lisboa", "A Web Summit voltou a Lisboa com filas à porta.", "web-summit 2024"),
    ("fr", "", "Paris", "VivaTech 2025 a fermé ses portes à Paris.", "vivatech 2025"),
    (
        "en",
        "",
        "Helsinki",
        "Founders flew to Helsinki for Slush 2024, a conference in the dark.",
        "slush 2024",
    ),
    ("en", "", "Taipei", "Computex 2025 opened in Taipei.", "computex 2025"),
    ("en", "", "Delhi", "The 9th India Mobile Congress began in New Delhi.", "imc 2025"),
    ("hi", "", "दिल्ली", "इंडिया मोबाइल कांग्रेस 2025 का उद्घाटन नई दिल्ली में हुआ।", "imc 2025"),
    # The wide ones
    (
        "en",
        "2025-01-21",
        "Snow and speeches",
        "World leaders met at the World Economic Forum in Davos for panels on AI.",
        "wef-davos 2025",
    ),
    (
        "en",
        "2026-01-20",
        "AI in the Alps",
        "In Davos, the conference halls of the World Economic Forum were full.",
        "wef-davos 2026",
    ),
    ("de", "2024-01-16", "Davos", "Beim Weltwirtschaftsforum in Davos sprach der Kanzler.", "wef-davos 2024"),
    (
        "ru",
        "",
        "Давос",
        "Министр выступил на Всемирном экономическом форуме 2025 года в Давосе.",
        "wef-davos 2025",
    ),
    ("zh", "", "天津", "2025年夏季达沃斯论坛在天津举行。", "summer-davos 2025"),
    ("en", "", "Dalian", "Summer Davos 2024 opened in Dalian.", "summer-davos 2024"),
    ("zh", "", "海南", "博鳌亚洲论坛2024年年会在海南开幕。", "boao 2024"),
    ("ru", "", "Форум", "ПМЭФ-2025 пройдет в Санкт-Петербурге.", "spief 2025"),
    (
        "ru",
        "",
        "Форум",
        "О планах рассказали на Петербургском международном экономическом форуме.",
        "spief None",
    ),
    # More of Asia
    ("en", "", "Singapore", "ATxSG 2025 took over the Expo halls.", "atxsg 2025"),
    ("th", "", "บางกอก", "งาน Digital Thailand Big Bang 2019 จัดขึ้นที่ไบเทค", "digital-thailand-big-bang 2019"),
    ("en", "", "Bangkok", "Techsauce Global Summit 2024 ended with pitches.", "techsauce 2024"),
    (
        "vi",
        "",
        "Diễn đàn",
        "Diễn đàn Quốc gia phát triển kinh tế số và xã hội số lần thứ III khai mạc.",
        "vn-digital-forum 2025",
    ),
    (
        "en",
        "2024-04-12",
        "Harbour",
        "The Digital Economy Summit opened at Cyberport in Hong Kong, with keynote speakers.",
        "hk-des 2024",
    ),
    (
        "es",
        "",
        "Barcelona",
        "El Smart City Expo World Congress 2024 reunió a alcaldes en Barcelona.",
        "scewc 2024",
    ),
    (
        "fr",
        "",
        "Paris",
        "Le Sommet pour l'action sur l'IA s'est tenu à Paris les 10 et 11 février 2025.",
        "ai-action-summit 2025",
    ),
    ("en", "", "Delhi", "The India AI Impact Summit 2026 will meet in New Delhi.", "india-ai-summit 2026"),
    (
        "en",
        "",
        "Jordan",
        "The Digital Cooperation Organization held its General Assembly by the Dead Sea on 19 February 2025.",
        "dco-ga 2025",
    ),
    ("de", "", "Gipfel", "Auf dem Digital-Gipfel 2024 ging es um Ämter.", "digital-gipfel 2024"),
    # Several at once
    (
        "en",
        "",
        "Two years",
        "GDEC 2025 in Beijing was larger than GDEC 2024, which had fewer halls.",
        "gdec 2025, gdec 2024",
    ),
    (
        "en",
        "",
        "Two shows",
        "The robot was seen at CES 2026 in Las Vegas and again at MWC 2026 in Barcelona, at the maker's booth.",
        "ces 2026, mwc-barcelona 2026",
    ),
    # How it is typed
    ("en", "", "Odd letters", "ＧＤＥＣ ２０２５ opened in Beijing.", "gdec 2025"),
    ("zh", "", "断行", "全球数字\n经济大会2025在北京开幕。", "gdec 2025"),
    ("th", "", "พิมพ์ผิด", "การประชุมเศรษฐกิจดิจิทัลโลก ประจําปี 2568 เเละงานอื่น", "gdec 2025"),
    (
        "en",
        "",
        "Hidden marks",
        "The Global\u200b Digital Economy\u00a0Conference 2025 opened in Bei\u00adjing.",
        "gdec 2025",
    ),
    ("en", "", "Line ends", "the hall of the Global Digital\nEconomy Conference 2025 was full", "gdec 2025"),
]

# language, title, text: nothing may be flagged
FALSE_FRIENDS: list[tuple[str, str, str]] = [
    (
        "en",
        "Milk for mothers",
        "The WIC programme pays for infant formula; WIC 2025 funding was cut after a hearing at a conference.",
    ),
    ("en", "Clinic", "The WIC opened a second walk-in room on Monday."),
    (
        "en",
        "Basketball",
        "San Diego State won the MWC tournament in Las Vegas, and the conference sent two teams.",
    ),
    ("en", "Basketball", "The MWC 2025 tournament in Las Vegas was the conference's best."),
    ("en", "Insurers", "WAICA members met in Accra to speak about premiums at their annual meeting."),
    ("en", "Cells", "IGF binds to its receptor; serum IGF fell, the conference heard."),
    ("en", "Cells", "IGF-1 levels rose in mice, a panel said."),
    ("de", "Börse Wien", "Der ATX schloss höher; der Index gewann 40 Punkte, teilte die Konferenz mit."),
    ("de", "Eishockey", "Der HC Davos gewann die Partie am Stand der Dinge mit 4:2."),
    ("en", "Ice", "Davos beat Zug in the hockey final; the opening goal came late."),
    ("en", "A village", "We spent a week in Davos, walked in the woods and ate cheese."),
    ("en", "Money", "Some call the gathering in Aspen the Davos of the mind, a conference for the rich."),
    ("en", "Money", "The meeting is dubbed 'Africa's Davos' by its speakers and delegates."),
    ("fr", "Conseil", "Le CES, conseil économique et social, a rendu un avis lors d'une conférence."),
    ("es", "Consejo", "El CES, Consejo Económico y Social, presentó su informe en una conferencia."),
    ("fr", "Grammaire", "Ces conférences et ces salons plaisent ; des forums aussi, des sommets encore."),
    (
        "en",
        "Jobs",
        "The CES payroll survey (Current Employment Statistics) shows growth, a conference heard.",
    ),
    ("en", "Accra", "LEAP beneficiaries in Ghana will receive cash transfers after a forum in Accra."),
    ("en", "Engines", "Each LEAP engine passed the test, the exhibitors of Riyadh heard."),
    ("en", "Verbs", "Prices leap and shares gain while snow turns to slush outside the conference."),
    ("en", "Cafe", "The machine makes Slush in four flavours; buyers saw it on a stand."),
    ("zh", "规划", "北京将建设全球数字经济标杆城市，方案覆盖2026年至2030年。"),
    ("en", "Policy", "The plan makes the capital a global digital economy benchmark city by 2030."),
    ("en", "Policy", "Officials want a global digital economy that conference rooms cannot hold."),
    ("en", "Media", "Techsauce, the news outlet, hired two writers."),
    ("th", "สื่อ", "ทีมข่าว Techsauce รายงานเรื่องสตาร์ทอัพไทย"),
    ("en", "Rally", "The WRC driver rolled his car in Beijing before the rally's opening ceremony."),
    ("en", "Spectrum", "The World Radiocommunication Conference (WRC) begins; WRC 2023 set new bands."),
    (
        "en",
        "Other letters",
        "The Greater Dayton Education Council (GDEC) held its annual meeting and opened a school.",
    ),
    ("en", "Other letters", "Water board members of the Green Delta Energy Company (GDEC) opened a plant."),
    ("en", "Stocks", "FII selling pulled the Nifty down; FII outflows rose, a panel said."),
    ("en", "War", "SDF fighters in Syria attended a conference in Seoul."),
    ("en", "Ciphers", "DES was broken in Hong Kong labs; the encryption conference cheered."),
    ("de", "Artikel", "Des Messestands wegen fuhr er zu des Forums Eröffnung."),
    ("en", "Regions", "The African Internet Governance Forum opened in Accra."),
    ("en", "Regions", "The UK Internet Governance Forum met at a hotel in London."),
    ("en", "Rio", "Web Summit Rio opened its doors in April."),
    ("en", "Qatar", "Web Summit Qatar sold out its tickets."),
    ("en", "Kigali", "MWC Kigali drew operators to Rwanda's conference centre."),
    ("en", "Kigali", "The Global AI Summit on Africa closed in Kigali with a fund."),
    ("en", "A general summit", "A digital economy summit was held in Lagos with keynote speakers."),
    ("zh", "别的峰会", "2024中国数字经济峰会在成都举行。"),
    ("en", "An organisation", "The Digital Cooperation Organization published a report on skills."),
    ("zh", "柏林", "德国柏林国际消费电子展（IFA）开幕，参展商超过千家。"),
    (
        "en",
        "Airport",
        "Pilots fly IMC approaches by instruments when the weather is bad, the conference in New Delhi heard.",
    ),
    ("en", "Art school", "She holds a BFA degree and showed at a fair in Boao."),
    ("en", "Pixels", "A SFF case holds a small board; it won at a festival in Singapore."),
    ("en", "Java", "ZGC, the garbage collector, was the theme of a talk."),
    ("en", "Karate", "The WKF held its karate championship event."),
    ("id", "Pasar", "Harga itu naik; forum petani di Beijing mengeluh."),
    ("ru", "Погода", "Форум садоводов прошел в Пекине, цифровая экономика не обсуждалась."),
    ("ja", "経済", "デジタル経済について会議が開かれた。"),
    ("ko", "경제", "디지털 경제 대회를 앞두고 시장이 붐볐다."),
    ("th", "ตลาด", "เศรษฐกิจดิจิทัลของโลกเติบโต การประชุมผู้ถือหุ้นจัดขึ้นที่กรุงเทพฯ"),
    ("ar", "سوق", "الاقتصاد الرقمي العالمي ينمو، ومؤتمر صحفي غدا."),
    ("en", "Nutrition", "GAIN, the Global Alliance for Improved Nutrition, met in Riyadh at a forum."),
    ("en", "Insurance", "A small-business conference in Ningbo spoke of gdecks and wicks."),
    ("en", "Fund", "The slush fund scandal reached a conference in Helsinki."),
    ("en", "Investors", "Digital Bridge bought towers; the investor spoke at a forum."),
    ("en", "City", "Beijing held a conference about its digital economy and a forum on tea."),
]


def mentions(language: str, day: str, title: str, text: str) -> dict[str, tuple[int | None, str]]:
    published = datetime.fromisoformat(day).replace(tzinfo=UTC) if day else None
    article = Article(
        url="https://example.org/a", title=title, text=text, language=language, published_at=published
    )
    found = find_mentions(article, load_watchlist())
    return {f"{m.forum_id} {m.edition}": (m.edition, m.role) for m in found}


@pytest.mark.parametrize(("language", "day", "title", "text", "expected"), HITS)
def test_a_forum_and_its_edition_are_named(
    language: str, day: str, title: str, text: str, expected: str
) -> None:
    wanted = [item.split() for item in expected.split(", ")]
    found = mentions(language, day, title, text)
    assert set(found) == {f"{forum} {edition}" for forum, edition, *_ in wanted}
    for forum, edition, *role in wanted:
        assert not role or found[f"{forum} {edition}"][1] == role[0]


@pytest.mark.parametrize(("language", "title", "text"), FALSE_FRIENDS)
def test_a_false_friend_is_not_flagged(language: str, title: str, text: str) -> None:
    assert mentions(language, "", title, text) == {}


def test_the_table_covers_languages_forums_and_false_friends() -> None:
    forums = {item.split()[0] for *_, expected in HITS for item in expected.split(", ")}
    assert len(HITS) + len(FALSE_FRIENDS) >= 180
    assert len(forums) >= 40
    assert len({language for language, *_ in HITS}) >= 14
    assert len(FALSE_FRIENDS) * 3 >= len(HITS)
