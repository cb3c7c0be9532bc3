"""The words of which names of events of the watched kind are made; those at which such a name ends are in
candidates/stops.py, what stands around a name in candidates/signs.py.

All words are folded: small letters, hyphens and quotes as spaces, Chinese in Simplified. A word that ends in *
may have any ending; _ stands for a space. To teach discovery a language, add its words to each table.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping


def spelt(text: str) -> tuple[str, ...]:
    """The words of `text`, with spaces for _, and Greek ones as folded texts end them."""
    return tuple(word.replace("_", " ").replace("ς", "σ") for word in text.split())


# What such an event is called. Where one begins with another, the longer stands for itself.
EVENTS: Mapping[str, tuple[str, ...]] = {
    "en": spelt(
        "days show roundtable colloquium high_level_meeting leaders_meeting "
        "conference forum summit congress expo exposition exhibition week dialogue convention symposium fair "
        "festival fest ministerial ministerial_meeting ministers_meeting assembly"
    ),
    "de": spelt("tage ausstellung fachmesse konferenz gipfel kongress messe tagung woche"),
    "fr": spelt(
        "rencontres journées colloque foire exposition festival conférence sommet congrès salon semaine réunion_ministérielle assises"
    ),
    "es": spelt(
        "jornadas exposición festival coloquio conferencia foro cumbre congreso feria semana simposio convención encuentro"
    ),
    "pt": spelt(
        "jornadas exposição conferência fórum cúpula cimeira congresso feira encontro simpósio convenção"
    ),
    "it": spelt("salone esposizione congresso simposio giornate conferenza vertice fiera settimana"),
    "ru": spelt(
        "ярмарк* экспо конференци* форум* саммит* конгресс* выставк* симпозиум* недел* конференці* саміт*"
    ),
    "pl": spelt("sympozjum tydzień wystawa konferencj* szczyt* kongres targi"),
    "tr": spelt("konferansı zirvesi kongresi fuarı forumu haftası"),
    "ro": spelt(
        "salonul săptămâna forumului summitului conferința forumul summitul târgul congresul expoziția"
    ),
    "nl": spelt("congres topconferentie conferentie beurs"),
    "sv": spelt(
        "konferens kongress toppmöte topmøde toppmøte konferanse "
        "forumet konferensen toppmötet mässan kongressen topmødet messen konferencen konferansen toppmøtet"
    ),
    "cs": spelt(
        "konferenci konferencí fóra fóru kongresu veletrhu týden výstava konferencie konferencii veľtrh samit summitu "
        "konference fórum veletrh kongres"
    ),
    "hu": spelt("kongresszus expó konferenciát csúcstalálkozót konferencia csúcstalálkozó kiállítás"),
    "fi": spelt("kongressi viikko konferenssi foorumi huippukokous messut"),
    "el": spelt("εβδομάδα συνεδρίου φόρουμ συνέδριο διάσκεψη έκθεση σύνοδος"),
    "hi": spelt("फेस्ट शिखर_सम्मेलन सम्मेलन समिट कॉन्फ्रेंस कॉन्क्लेव फोरम एक्सपो महोत्सव"),
    "ur": spelt("كانفرنس سمٹ فورم ايكسپو"),
    "fa": spelt("همايش كنفرانس اجلاس نمايشگاه كنگره جشنواره"),
    "vi": spelt("hội_nghị diễn_đàn triển_lãm hội_chợ tuần_lễ hội_thảo_quốc_tế ngày_hội"),
    "id": spelt(
        "konferensi_tingkat_tinggi pertemuan_tingkat_menteri konferensi ktt konvensi pameran pekan pertemuan_menteri"
    ),
    "ms": spelt("simposium karnival persidangan sidang_kemuncak mesyuarat_menteri ekspo konvensyen minggu"),
    "ar": spelt("مهرجان مؤتمر منتدي قمه معرض ملتقي اسبوع اجتماع_وزراء"),
    "zh": spelt(
        "制造展 自动化展 人工智慧展 人工智能展 智慧城市展 资讯展 创科展 软博会 "
        "高峰会 洽谈会 嘉年华 宣传周 "
        "科技周 数字周 数据周 创新周 智能周 电商周 机器人周 安全周 电子展 科技展 通信展 通讯展 机器人展 软件展 智能展 大会 论坛 峰会 博览会 部长级会议 部长会议 高级别会议 会议 年会 展会 展览会 对话会 交易会 文化周 活动周"
    ),
    "ja": spelt(
        "产业展 技术展 ロボット展 エレクトロニクス展 "
        "フェスティバル コンベンション メッセ "
        "フォーラム サミット エキスポ 见本市 展示会 总会 会合 ウィーク カンファレンス コングレス シンポジウム フェア"
    ),
    "ko": spelt(
        "인공지능대전 산업대전 기술대전 혁신대전 로봇대전 보안대전 "
        "주간 컨벤션 "
        "대회 포럼 회의 총회 서밋 정상회의 콘퍼런스 컨퍼런스 박람회 엑스포 전시회 장관회의 위크 심포지엄 페어 페스티벌"
    ),
    "th": spelt(
        "เทศกาล ซัมมิท "
        "การประชุม งานประชุม ประชุม มหกรรม งานมหกรรม งานแสดง เวที ฟอรัม ฟอรั่ม สัปดาห์ นิทรรศการ ซัมมิต เอ็กซ์โป คอนเฟอเรนซ์"
    ),
    "hr": spelt("konferencij* sajam sajma samit samita foruma forumu kongresa tjedan"),
    "bg": spelt("самит* изложение* панаир* седмица* сајам* недељ*"),
    "he": spelt("ועידת ועידה כנס פסגת תערוכת פורום שבוע קונגרס"),
    "bn": spelt("শীর্ষ_সম্মেলন সম্মেলন ফোরাম এক্সপো মেলা সামিট কনফারেন্স সপ্তাহ কনক্লেভ"),
    "az": spelt("forumu sammiti konfransı sərgisi zirvəsi həftəsi"),
    "uz": spelt("forumi sammiti konferensiyasi ko_rgazmasi haftaligi anjumani"),
    "sw": spelt("mkutano kongamano maonyesho jukwaa"),
    "uk": spelt("конференці* саміт* виставк* тиждень ярмар*"),
    "kk": spelt("көрме* апталы* съезі"),
}
MANY_TONGUES = frozenset(("forum", "expo", "festival", "fest"))  # English too, but not only
# Of which such events are. The shortest ones stand alone or between other scripts.
DOMAINS: Mapping[str, tuple[str, ...]] = {
    "en": spelt(
        "information_security infosec innovation connected semicon "
        "drone drones unmanned uncrewed e_government e_gov egov smart startup startups start_up start_ups crypto quantum software electronics semiconductors chips mobile wireless connectivity conectividad connectivité conectividade konektivitas computer vr xr gaming_tech govtech edtech agritech healthtech medtech deeptech insurtech regtech e_trade e_learning e_health privacy spectrum geospatial electronic_commerce open_data open_source open_internet "
        "digital digitalization digitalisation internet ai data datacenter data_center big_data artificial_intelligence smart_city smart_cities e_commerce "
        "ecommerce cyber* ict tic telecom* tech technology technologies robot* blockchain metaverse iot 5g 6g "
        "fintech cloud information_technology information_society information_and_communication* "
        "machine_learning web3 computing semiconductor* internet_of_things it broadband internet_des_objets internet_de_las_cosas internet_das_coisas internet_der_dinge интернета_вещей"
    ),
    "de": spelt(
        "digitalen digitaler digitales digitalkon* digitalgip* digitalfor* digitalmes* digitaltag* digitalwoch* digitalwirt* digitalpol* digitalisierung* robotik halbleiter* breitband* ki daten* internet* künstliche_intelligenz künstlicher_intelligenz telekom* digitale*"
    ),
    "fr": spelt(
        "digitale digitales numériques startups logiciel* cyber haut_débit semi_conducteurs blockchain gouvernement_électronique "
        "numérique* intelligence_artificielle ia données cybersécurité télécom* ville_intelligente villes_intelligentes"
    ),
    "es": spelt(
        "robótic* tecnología tecnologías "
        "dato digitales digitalización semiconductores gobierno_electrónico telecom* "
        "datos inteligencia_artificial ciudades_inteligentes ciudad_inteligente comercio_electrónico "
        "telecomunicaciones ciberseguridad ciber*"
    ),
    "pt": spelt(
        "tecnologia tecnologias "
        "digitais digitalização governo_eletrónico governo_eletrônico semicondutores "
        "dados inteligência_artificial cidades_inteligentes cidade_inteligente telecomunicações comércio_eletrônico "
        "comércio_eletrónico cibersegurança"
    ),
    "it": spelt(
        "tecnologie robotica cibersicurezza semiconduttori telecomunicazioni dati intelligenza_artificiale"
    ),
    "ro": spelt("inteligenț* digitală digitale cibernetic* datelor"),
    "cs": spelt("digitáln* kybernetick* umělé_inteligence umělé_inteligenci"),
    "hu": spelt("technológia* adat* digitális mesterséges_intelligencia"),
    "fi": spelt("digitaali* tekoäly*"),
    "el": spelt("ψηφιακ* τεχνητ* νοημοσύν* τεχνολογ* δεδομέν*"),
    "hi": spelt(
        "सेमीकॉन "
        "डिजिटल एआई टेक टेक्नोलॉजी प्रौद्योगिकी इंटरनेट डेटा साइबर* स्टार्टअप फिनटेक सेमीकंडक्टर रोबोट* दूरसंचार ब्लॉकचेन कृत्रिम_बुद्धिमत्ता"
    ),
    "ur": spelt("ڈيجيٹل ٹيكنالوجي انٹرنيٹ ڈيٹا سائبر مصنوعي_ذہانت"),
    "fa": spelt(
        ""
        "الكترونيك كامپيوتر نرمافزار مخابرات ديجيتال فناوري اينترنت داده سايبري هوش_مصنوعي رباتيك استارتاپ* بلاكچين"
    ),
    "kk": spelt("цифрл* жасанды_интеллект*"),
    "uk": spelt("кібер* цифров* технологі* зв_язку електронн* даних"),
    "ru": spelt(
        "дрон* беспилотн* финтех* технологи* стартап* связи информатизаци* полупроводник* электронного_правительства "
        "цифров* интернет* искусственн* ии данн* it ит кибер* телеком* "
        "электронная_коммерци* электронной_коммерци* электронной_торговл* умных_город* умный_город* большие_данные больших_данных робот* інтернет* штучн* "
        "информационных_технологи* информационным_технологи* информационной_безопасност* блокчейн*"
    ),
    "pl": spelt("technologii technologie technologiczn* cyfrow* sztucznej_inteligencji danych"),
    "tr": spelt(
        "teknoloji* dijital yapay_zeka yapay_zekâ bilişim veri akıllı_şehir* siber* yazılım* e_ticaret robotik"
    ),
    "vi": spelt(
        "truyền_thông "
        "công_nghệ bán_dẫn chip robot "
        "kinh_tế_số chuyển_đổi_số số trí_tuệ_nhân_tạo dữ_liệu dữ_liệu_lớn thương_mại_điện_tử đô_thị_thông_minh "
        "thành_phố_thông_minh viễn_thông an_ninh_mạng công_nghệ_số công_nghệ_thông_tin chính_phủ_số công_nghiệp_số"
    ),
    "id": spelt(
        "teknologi transformasi_digital robotik startup pemerintahan_elektronik "
        "kecerdasan_buatan kecerdasan_artifisial kota_cerdas perdagangan_elektronik e_dagang siber telekomunikasi "
        "bandar_pintar keselamatan_siber e_niaga teknologi_informasi teknologi_maklumat"
    ),
    "ar": spelt(
        "روبوت* التقنيات الروبوت* تكنولوجيا تكنولوجيا_المعلومات الشركات_الناشئه البلوك_تشين المعلوماتيه الحكومه_الالكترونيه "
        "رقمي* الرقمي* رقميه ذكاء_اصطناعي الذكاء_الاصطناعي للذكاء_الاصطناعي انترنت الانترنت للانترنت بيانات البيانات للبيانات "
        "تقنيه التقنيه للتقنيه سيبراني* السيبراني* المدن_الذكيه للمدن_الذكيه اتصالات الاتصالات للاتصالات "
        "الحوسبه للحوسبه التجاره_الالكترونيه للتجاره_الالكترونيه للتحول_الرقمي التكنولوجيا للتكنولوجيا للامن_السيبراني"
    ),
    "zh": spelt(
        "高新技术 创科 科创 智能网联 "
        "北斗 新型显示 显示产业 智造 信创 超算 脑机 光电子 "
        "金融科技 无人机 无人载具 无人系统 低空经济 大模型 具身 车联网 科技 电信 通讯 电子政务 电子信息 网信 "
        "数字 数位 互联网 网际网路 人工智能 人工智慧 大数据 数据 智慧城市 电子商务 电商 数智 网络 信息化 信息通信 "
        "资通讯 计算 量子 芯片 半导体 集成电路 软件 信息技术 vr 虚拟现实 算力 机器人 5g 6g 元宇宙 区块链 物联网 云计算 数博 网络安全 资安 智能 智慧 通信 ai 数贸"
    ),
    "ja": spelt(
        "スマート ドローン フィンテック 半导体 电子政府 ソフトウェア スタートアップ メタバース ブロックチェーン 量子 通信 "
        "デジタル インターネット 人工知能 データ ビッグデータ スマートシティ 电子商取引 ロボット サイバー 情报通信 "
        "テック クラウド テクノロジー dx"
    ),
    "ko": spelt(
        "드론 핀테크 스마트 반도체 소프트웨어 스타트업 양자 전자정부 모바일 정보기술 "
        "디지털 인터넷 인공지능 데이터 빅데이터 스마트시티 스마트_시티 전자상거래 사이버 정보통신 로봇 블록체인 "
        "메타버스 클라우드 테크 이커머스 통신 정보화"
    ),
    "th": spelt(
        "โดรน เทคโนโลยี สตาร์ทอัพ เซมิคอนดักเตอร์ ซอฟต์แวร์ คลาวด์ สมาร์ทซิตี้ สมาร์ตซิตี ฟินเทค เมตาเวิร์ส คอมพิวเตอร์ "
        "ดิจิทัล ดิจิตอล ปัญญาประดิษฐ์ เอไอ อินเทอร์เน็ต อินเตอร์เน็ต เมืองอัจฉริยะ อีคอมเมิร์ซ โทรคมนาคม "
        "บิ๊กดาต้า บิ๊กดาตา ข้อมูลขนาดใหญ่ ข้อมูล ไซเบอร์ ไอซีที พาณิชย์อิเล็กทรอนิกส์ เทคโนโลยีสารสนเทศ หุ่นยนต์ บล็อกเชน"
    ),
    "sv": spelt("kunstig_intelligens artificiell_intelligens digitala digitalt"),
    "hr": spelt(
        "digitaln* umjetne_inteligencije umjetna_inteligencija veštačke_inteligencije veštačka_inteligencija umetne_inteligence podataka tehnologij* tehnološk*"
    ),
    "sk": spelt("umelej_inteligencie umelá_inteligencia"),
    "bg": spelt("дигитал* изкуствен* вештачк* подат*"),
    "he": spelt(
        "סייבר הסייבר דיגיטלית הדיגיטלית דיגיטלי הדיגיטלי הדיגיטל בינה_מלאכותית הבינה_המלאכותית נתונים הנתונים טכנולוגיה הטכנולוגיה אינטרנט האינטרנט"
    ),
    "bn": spelt("ডিজিটাল এআই কৃত্রিম_বুদ্ধিমত্তা প্রযুক্তি তথ্যপ্রযুক্তি ইন্টারনেট সাইবার ডেটা স্টার্টআপ ফিনটেক সেমিকন্ডাক্টর"),
    "az": spelt("rəqəmsal süni_intellekt kiber* texnologiya*"),
    "uz": spelt("raqamli sun_iy_intellekt"),
    "sw": spelt(
        "tehama usalama_wa_mtandao kidijitali kidigitali akili_bandia akili_mnemba teknolojia intaneti"
    ),
    "nl": spelt("technologie"),
}
# What an event may be about behind "in", where a place would end the name: "Forum on AI in Healthcare".
TOPICS = frozenset(
    spelt(
        "agriculture banking business defence defense education energy finance government health healthcare industry law manufacturing media medicine mining retail"
    )
)
# Reaches: they make a name of its own out of "data forum", and stand in small letters in many languages.
SCOPES: Mapping[str, tuple[str, ...]] = {
    "fr": spelt(
        "océan mer golfe côte région pays lac vallée îles delta bassin grands "
        "mondial* international* africain* européen* francophone* arabe* national* panafricain* ouest méditerranéen* "
        "régional* maghrébin* asiatique* euro afro ibero franco nord sud pan"
    ),
    "es": spelt(
        "océano mar golfo región costa valle río islas cuenca países "
        "mundial internacional latinoamerican* iberoamerican* nacional african* europe* regional andin* global "
        "mediterráne* caribeñ* hispan* interamerican* centroamerican* sudamerican* lusófon* brasileir* ibéric*"
    ),
    "ru": spelt(
        "поволжья сибири урала кавказа "
        "международн* всемирн* всероссийск* евразийск* глобальн* азиатск* африканск* арктическ* российск* "
        "национальн* северн* каспийск* тихоокеанск* балтийск* европейск* центральноазиатск* уральск* сибирск* "
        "дальневосточн* міжнародн*"
    ),
    "vi": spelt(
        "quốc_tế toàn_cầu châu_á châu_phi đông_nam_á thế_giới quốc_gia khu_vực asean thái_bình_dương việt_nam"
    ),
    "id": spelt("internasional dunia asia global nasional antarabangsa serantau kebangsaan asean nusantara"),
    "ar": spelt(
        "دولي عالمي عربي خليجي افريقي الدولي* العالمي* العربي* الخليجي* الافريقي* الاوروبي* الاقليمي* "
        "الوطني* الاسيوي* المتوسطي* المغاربي*"
    ),
    "hr": spelt(
        "internazional* nazional* italian* nordisk* europeisk* europæisk* europäisk* internationell* internasjonal* arktisk* baltisk* pohjoismai* kansainväli* euroopan međunarodn* svjetsk* svetsk* europsk* evropsk* balkansk* jadransk* regionaln* středoevropsk* mezinárodn* medzinárodn* nordisk* międzynarodow* europejsk* bałtyck*"
    ),
}
# Words that stand in many names and tell none from another.
FILLERS = frozenset(
    spelt(
        "economy economic economics development industry annual ministers ministerial transformation society governance "
        "city cities intelligence new innovation cooperation high level big smart artificial information communication "
        "communications services business leaders government economía economie économie economia wirtschaft "
        "ekonomi ekonomisi kinh tế transformación transformation numérique transformação transformasi экономик* "
        "экономики технологи* технологий технологиям развити* развития трансформаци* трансформации политики индустрии "
        "безопасности desarrollo développement gobierno electrónico electrónica artificial artificielle buatan artifisial "
        "security sécurité seguridad segurança policy skills inclusion future commerce infrastructure ekosistem ecosystem "
        "الاقتصاد للاقتصاد اقتصاد الحكومه للحكومه التحول للتحول المدن المجتمع والتنميه الابتكار للابتكار والابتكار "
        "đổi_mới_sáng_tạo phát_triển doanh_nghiệp bộ_trưởng hợp_tác an_toàn_thông_tin cấp_cao thường_niên công_nghiệp "
        "ministériel* ministerial ministériell* industri perdagangan inteligencia inteligência intelligenz künstliche künstlicher intelligence chính phủ công nghệ nghiệp "
        "gospodarstva gospodark* ekonomije ekonomiky privrede sigurnosti bezbednosti bezpečnosti bezpieczeństw* društva společnosti "
        "transformacij* transformac* razvoja rozvoje inovacija inovací økonomi säkerhet sikkerhed sikkerhet iqtisodiyot "
        "iqtisadiyyat xavfsizlik təhlükəsizlik қауіпсіздік економік* икономик* безпек* сигурност* розвитк* "
        "інтелект* интеллект* интеллекту интеллекта sociedade sociedad société innovación inovação innovasi inovasi keamanan keselamatan "
        "und"
    )
)
TABLES: Mapping[str, tuple[str, ...]] = {
    "EVENTS": tuple(word for listed in EVENTS.values() for word in listed),
    "DOMAINS": tuple(word for listed in DOMAINS.values() for word in listed),
    "SCOPES": tuple(word for listed in SCOPES.values() for word in listed),
    "FILLERS": tuple(FILLERS),
}


def split(table: Iterable[str]) -> tuple[frozenset[str], tuple[str, ...]]:
    """The words that stand as they are, and the beginnings that may have any ending."""
    return (
        frozenset(word for word in table if not word.endswith("*")),
        tuple(word.rstrip("*") for word in table if word.endswith("*")),
    )
