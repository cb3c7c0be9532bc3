"""The words of which names of events of the watched kind are made, and those at which such a name ends; what stands
around a name is in candidate_signs.py.

All words are folded: small letters, hyphens and quotes as spaces, Chinese in Simplified. A word that ends in *
may have any ending; _ stands for a space. To teach discovery a language, add its words to each table.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping


def _words(text: str) -> tuple[str, ...]:
    return tuple(word.replace("_", " ") for word in text.split())


# What such an event is called. Where one begins with another, the longer stands for itself.
EVENTS: Mapping[str, tuple[str, ...]] = {
    "en": _words(
        "days show roundtable colloquium high_level_meeting leaders_meeting "
        "conference forum summit congress expo exposition exhibition week dialogue convention symposium fair "
        "festival fest ministerial ministerial_meeting ministers_meeting assembly"
    ),
    "de": _words("tage ausstellung fachmesse konferenz gipfel kongress messe tagung woche"),
    "fr": _words(
        "rencontres journées colloque foire exposition festival conférence sommet congrès salon semaine réunion_ministérielle assises"
    ),
    "es": _words(
        "jornadas exposición festival coloquio conferencia foro cumbre congreso feria semana simposio convención encuentro"
    ),
    "pt": _words(
        "jornadas exposição conferência fórum cúpula cimeira congresso feira encontro simpósio convenção"
    ),
    "it": _words("conferenza vertice fiera settimana"),
    "ru": _words(
        "ярмарк* экспо конференци* форум* саммит* конгресс* выставк* симпозиум* недел* конференці* саміт*"
    ),
    "pl": _words("konferencj* szczyt* kongres targi"),
    "tr": _words("konferansı zirvesi kongresi fuarı forumu haftası"),
    "ro": _words("conferința forumul summitul târgul congresul expoziția"),
    "nl": _words("conferentie beurs"),
    "sv": _words(
        "forumet konferensen toppmötet mässan kongressen topmødet messen konferencen konferansen toppmøtet"
    ),
    "cs": _words("konference fórum veletrh kongres"),
    "hu": _words("konferencia csúcstalálkozó kiállítás"),
    "fi": _words("konferenssi foorumi huippukokous messut"),
    "el": _words("φόρουμ συνέδριο διάσκεψη έκθεση σύνοδος"),
    "hi": _words("शिखर_सम्मेलन सम्मेलन समिट कॉन्फ्रेंस कॉन्क्लेव फोरम एक्सपो महोत्सव"),
    "ur": _words("كانفرنس سمٹ فورم ايكسپو"),
    "fa": _words("همايش كنفرانس اجلاس نمايشگاه كنگره جشنواره"),
    "vi": _words("hội_nghị diễn_đàn triển_lãm hội_chợ tuần_lễ hội_thảo_quốc_tế ngày_hội"),
    "id": _words(
        "konferensi_tingkat_tinggi pertemuan_tingkat_menteri konferensi ktt konvensi pameran pekan pertemuan_menteri"
    ),
    "ms": _words("simposium karnival persidangan sidang_kemuncak mesyuarat_menteri ekspo konvensyen minggu"),
    "ar": _words("مهرجان مؤتمر منتدي قمه معرض ملتقي اسبوع اجتماع_وزراء"),
    "zh": _words(
        "高峰会 洽谈会 嘉年华 宣传周 "
        "电子展 科技展 通信展 通讯展 机器人展 软件展 智能展 大会 论坛 峰会 博览会 部长级会议 部长会议 高级别会议 会议 年会 展会 展览会 对话会 交易会 文化周 活动周"
    ),
    "ja": _words(
        "フェスティバル コンベンション メッセ "
        "フォーラム サミット エキスポ 见本市 展示会 总会 会合 ウィーク カンファレンス コングレス シンポジウム フェア"
    ),
    "ko": _words(
        "주간 컨벤션 "
        "대회 포럼 회의 총회 서밋 정상회의 콘퍼런스 컨퍼런스 박람회 엑스포 전시회 장관회의 위크 심포지엄 페어 페스티벌"
    ),
    "th": _words(
        "เทศกาล ซัมมิท "
        "การประชุม งานประชุม ประชุม มหกรรม งานมหกรรม งานแสดง เวที ฟอรัม ฟอรั่ม สัปดาห์ นิทรรศการ ซัมมิต เอ็กซ์โป คอนเฟอเรนซ์"
    ),
}
MANY_TONGUES = frozenset(("forum", "expo", "festival", "fest"))  # English too, but not only
# Of which such events are. The shortest ones stand alone or between other scripts.
DOMAINS: Mapping[str, tuple[str, ...]] = {
    "en": _words(
        "drone drones unmanned uncrewed e_government e_gov egov smart startup startups start_up start_ups crypto quantum software electronics semiconductors chips mobile wireless connectivity conectividad connectivité conectividade konektivitas computer vr xr gaming_tech govtech edtech agritech healthtech medtech deeptech insurtech regtech e_trade e_learning e_health privacy spectrum geospatial electronic_commerce open_data open_source open_internet "
        "digital digitalization digitalisation internet ai data datacenter data_center big_data artificial_intelligence smart_city smart_cities e_commerce "
        "ecommerce cyber* ict tic telecom* tech technology technologies robot* blockchain metaverse iot 5g 6g "
        "fintech cloud information_technology information_society information_and_communication* "
        "machine_learning web3 computing semiconductor* internet_of_things it broadband internet_des_objets internet_de_las_cosas internet_das_coisas internet_der_dinge интернета_вещей"
    ),
    "de": _words(
        "digitalen digitaler digitales digitalkon* digitalgip* digitalfor* digitalmes* digitaltag* digitalwoch* digitalwirt* digitalpol* digitalisierung* robotik halbleiter* breitband* ki daten* internet* künstliche_intelligenz künstlicher_intelligenz telekom* digitale*"
    ),
    "fr": _words(
        "digitale digitales numériques startups logiciel* cyber haut_débit semi_conducteurs blockchain gouvernement_électronique "
        "numérique* intelligence_artificielle ia données cybersécurité télécom* ville_intelligente villes_intelligentes"
    ),
    "es": _words(
        "dato digitales digitalización semiconductores gobierno_electrónico telecom* "
        "datos inteligencia_artificial ciudades_inteligentes ciudad_inteligente comercio_electrónico "
        "telecomunicaciones ciberseguridad ciber*"
    ),
    "pt": _words(
        "digitais digitalização governo_eletrónico governo_eletrônico semicondutores "
        "dados inteligência_artificial cidades_inteligentes cidade_inteligente telecomunicações comércio_eletrônico "
        "comércio_eletrónico cibersegurança"
    ),
    "it": _words("dati intelligenza_artificiale"),
    "ro": _words("inteligenț* digitală digitale cibernetic* datelor"),
    "cs": _words("digitáln* kybernetick* umělé_inteligence umělé_inteligenci"),
    "hu": _words("digitális mesterséges_intelligencia"),
    "fi": _words("digitaali* tekoäly*"),
    "el": _words("ψηφιακ* τεχνητ* νοημοσύν* τεχνολογ* δεδομέν*"),
    "hi": _words(
        "डिजिटल एआई टेक टेक्नोलॉजी प्रौद्योगिकी इंटरनेट डेटा साइबर* स्टार्टअप फिनटेक सेमीकंडक्टर रोबोट* दूरसंचार ब्लॉकचेन कृत्रिम_बुद्धिमत्ता"
    ),
    "ur": _words("ڈيجيٹل ٹيكنالوجي انٹرنيٹ ڈيٹا سائبر مصنوعي_ذہانت"),
    "fa": _words("ديجيتال فناوري اينترنت داده سايبري هوش_مصنوعي رباتيك استارتاپ* بلاكچين"),
    "kk": _words("цифрл* жасанды_интеллект*"),
    "uk": _words("кібер* цифров* технологі* зв_язку електронн* даних"),
    "ru": _words(
        "дрон* беспилотн* финтех* технологи* стартап* связи информатизаци* полупроводник* электронного_правительства "
        "цифров* интернет* искусственн* ии данн* it ит кибер* телеком* "
        "электронная_коммерци* электронной_коммерци* электронной_торговл* умных_город* умный_город* большие_данные больших_данных робот* інтернет* штучн* "
        "информационных_технологи* информационным_технологи* информационной_безопасност* блокчейн*"
    ),
    "pl": _words("cyfrow* sztucznej_inteligencji danych"),
    "tr": _words("dijital yapay_zeka yapay_zekâ bilişim veri"),
    "vi": _words(
        "công_nghệ bán_dẫn chip robot "
        "kinh_tế_số chuyển_đổi_số số trí_tuệ_nhân_tạo dữ_liệu dữ_liệu_lớn thương_mại_điện_tử đô_thị_thông_minh "
        "thành_phố_thông_minh viễn_thông an_ninh_mạng công_nghệ_số công_nghệ_thông_tin chính_phủ_số công_nghiệp_số"
    ),
    "id": _words(
        "teknologi transformasi_digital robotik startup pemerintahan_elektronik "
        "kecerdasan_buatan kecerdasan_artifisial kota_cerdas perdagangan_elektronik e_dagang siber telekomunikasi "
        "bandar_pintar keselamatan_siber e_niaga teknologi_informasi teknologi_maklumat"
    ),
    "ar": _words(
        "التقنيات الروبوت* تكنولوجيا تكنولوجيا_المعلومات الشركات_الناشئه البلوك_تشين المعلوماتيه الحكومه_الالكترونيه "
        "رقمي* الرقمي* رقميه ذكاء_اصطناعي الذكاء_الاصطناعي للذكاء_الاصطناعي انترنت الانترنت للانترنت بيانات البيانات للبيانات "
        "تقنيه التقنيه للتقنيه سيبراني* السيبراني* المدن_الذكيه للمدن_الذكيه اتصالات الاتصالات للاتصالات "
        "الحوسبه للحوسبه التجاره_الالكترونيه للتجاره_الالكترونيه للتحول_الرقمي التكنولوجيا للتكنولوجيا للامن_السيبراني"
    ),
    "zh": _words(
        "无人机 无人载具 无人系统 低空经济 大模型 具身 车联网 科技 电信 通讯 电子政务 电子信息 网信 "
        "数字 数位 互联网 网际网路 人工智能 人工智慧 大数据 数据 智慧城市 电子商务 电商 数智 网络 信息化 信息通信 "
        "资通讯 计算 量子 芯片 半导体 集成电路 软件 信息技术 vr 虚拟现实 算力 机器人 5g 6g 元宇宙 区块链 物联网 云计算 数博 网络安全 资安 智能 智慧 通信 ai 数贸"
    ),
    "ja": _words(
        "スマート ドローン フィンテック 半导体 电子政府 ソフトウェア スタートアップ メタバース ブロックチェーン 量子 通信 "
        "デジタル インターネット 人工知能 データ ビッグデータ スマートシティ 电子商取引 ロボット サイバー 情报通信 "
        "テック クラウド テクノロジー dx"
    ),
    "ko": _words(
        "드론 핀테크 스마트 반도체 소프트웨어 스타트업 양자 전자정부 모바일 정보기술 "
        "디지털 인터넷 인공지능 데이터 빅데이터 스마트시티 스마트_시티 전자상거래 사이버 정보통신 로봇 블록체인 "
        "메타버스 클라우드 테크 이커머스 통신 정보화"
    ),
    "th": _words(
        "โดรน เทคโนโลยี สตาร์ทอัพ เซมิคอนดักเตอร์ ซอฟต์แวร์ คลาวด์ สมาร์ทซิตี้ สมาร์ตซิตี ฟินเทค เมตาเวิร์ส คอมพิวเตอร์ "
        "ดิจิทัล ดิจิตอล ปัญญาประดิษฐ์ เอไอ อินเทอร์เน็ต อินเตอร์เน็ต เมืองอัจฉริยะ อีคอมเมิร์ซ โทรคมนาคม "
        "บิ๊กดาต้า บิ๊กดาตา ข้อมูลขนาดใหญ่ ข้อมูล ไซเบอร์ ไอซีที พาณิชย์อิเล็กทรอนิกส์ เทคโนโลยีสารสนเทศ หุ่นยนต์ บล็อกเชน"
    ),
}
# Reaches: they make a name of its own out of "data forum", and stand in small letters in many languages.
SCOPES: Mapping[str, tuple[str, ...]] = {
    "fr": _words(
        "océan mer golfe côte région pays lac vallée îles delta bassin grands "
        "mondial* international* africain* européen* francophone* arabe* national* panafricain* ouest méditerranéen* "
        "régional* maghrébin* asiatique* euro afro ibero franco nord sud pan"
    ),
    "es": _words(
        "océano mar golfo región costa valle río islas cuenca países "
        "mundial internacional latinoamerican* iberoamerican* nacional african* europe* regional andin* global "
        "mediterráne* caribeñ* hispan* interamerican* centroamerican* sudamerican* lusófon* brasileir* ibéric*"
    ),
    "ru": _words(
        "поволжья сибири урала кавказа "
        "международн* всемирн* всероссийск* евразийск* глобальн* азиатск* африканск* арктическ* российск* "
        "национальн* северн* каспийск* тихоокеанск* балтийск* европейск* центральноазиатск* уральск* сибирск* "
        "дальневосточн* міжнародн*"
    ),
    "vi": _words(
        "quốc_tế toàn_cầu châu_á châu_phi đông_nam_á thế_giới quốc_gia khu_vực asean thái_bình_dương việt_nam"
    ),
    "id": _words("internasional dunia asia global nasional antarabangsa serantau kebangsaan asean nusantara"),
    "ar": _words(
        "دولي عالمي عربي خليجي افريقي الدولي* العالمي* العربي* الخليجي* الافريقي* الاوروبي* الاقليمي* "
        "الوطني* الاسيوي* المتوسطي* المغاربي*"
    ),
}
# Words that stand in many names and tell none from another.
FILLERS = frozenset(
    _words(
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
        "интеллект* интеллекту интеллекта sociedade sociedad société innovación inovação innovasi inovasi keamanan keselamatan "
        "und"
    )
)
LINKS = frozenset(
    _words(
        "of on for the and & de del la las los le les des du d l da do dos das sobre sur pour para e y et der die für "
        "zur zum über und van voor della dell sull tentang dan untuk bagi mengenai về và по и of_the al ale privind pentru з із щодо"
    )
)
LINK_OR_PLACE = ("sur",)  # "on" in French, with a capital the south in Spanish
LEFT_LINKS = frozenset(_words("and & of for de y e et und dan и"))
# A name does not reach over them, whatever their letters.
STOPS = frozenset(
    _words(
        "a an this that these those its their our his her at in to from by with as is was were will has have had be after "
        "before during when while where who why how what says said say opens opened open opening hosts hosted host "
        "hosting kicks kicked launches launched launch attends attended attend joins joined calls called urges urged "
        "holds held hold wraps concludes closes ends begins starts returns announces announced unveils addresses "
        "speaks tells set sets plans plan gets sees draws brings welcomes gathers marks eyes seeks wins leads "
        "president minister ministers' chairman chairwoman chair ceo director secretary general founder professor dr mr "
        "mrs ms premier governor mayor king queen prince ambassador delegates visitors speakers organisers organizers "
        "january february march april may june july august september october november december jan feb mar apr jun jul aug "
        "sept sep oct nov dec monday tuesday wednesday thursday friday saturday sunday today yesterday tomorrow "
        "use last next every each both annual inaugural upcoming s el los las una un le une der das den dem ein eine "
        "beim am im auf vom zum die os as o il lo i edition edición édition edição edisi about around "
        "en em à au aux tại ở vào ngày tháng năm lần thứ với trong được sẽ đã khai mạc diễn ra bế do pada di yang akan "
        "resmi dibuka digelar ke kali tahun oleh dalam ini tersebut menteri presiden gubernur ministro ministra presidente "
        "ministre président в на с к о от для что этот этого это года году который которая участники министр президент "
        "глава пройдет прошел прошла состоится открылся открылась стартовал директор эта"
    )
)
# The same in Hindi, Urdu and Persian, whose letters show no names.
UNMARKED_STOPS = _words(
    "में का के की को से ने पर और एवं तथा है हैं था थे थी यह इस उस एक पहला पहले पहली दूसरा दूसरे दूसरी तीसरा तीसरे तीसरी चौथा चौथे चौथी पांचवां पांचवें "
    "छठा छठे सातवां सातवें आठवां दसवां वार्षिक आयोजित आगामी लिए साथ हुए होने वाले वाला वाली दो तीन चार दिवसीय अपने अपनी किसी कई सभी गए कर करते हुआ जो कहा कि बताया "
    "ميں كا كے كي كو سے نے پر اور ہے يہ اس ايك پہلي پہلا دوسري دوسرا تيسري تيسرا سالانہ والي والے "
    "در از به با كه را اين ان است شد مي و براي تا سال روز امسال نخستين اولين دومين سومين چهارمين پنجمين ششمين هفتمين هشتمين نهمين دهمين "
    "برگزار اغاز امروز ديروز بود شركت افتتاح گشايش خود خبري تخصصي توسط درباره پيرامون"
)
# Halves of places: the word behind them belongs to the name as well.
ARABIC_HALVES = frozenset(_words("شمال جنوب شرق غرب وسط ابو ام راس بحر خليج مدينه دول جامعه"))
ARABIC_STOPS = frozenset(
    _words(
        "في علي من الي الذي التي يوم امس اليوم غدا بمشاركه بحضور تحت خلال قال قالت اعلن اعلنت انطلقت انطلق افتتح افتتحت تفتتح "
        "يفتتح عقد عقدت تعقد ينعقد حيث بعد قبل عن حول ان كما هذا هذه مع الماضي المقبل الجاري الحالي القادم الاحد الاثنين "
        "الثلاثاء الاربعاء الخميس الجمعه السبت الاسبوع الشهر العام السنه الوزير الرئيس التابع ينطلق تنطلق بمدينه بالعاصمه الاول الاولي الثاني الثانيه "
        "الثالث الثالثه الرابع الرابعه الخامس الخامسه السادس السادسه السابع السابعه الثامنه التاسعه العاشره"
    )
)
# With one of them in it, or right behind it, a name is another kind of thing: a firm's, a school's, a party's.
OTHER_KINDS = frozenset(
    _words(
        "developer developers partner partners customer customers user users investor investors shareholder "
        "shareholders reseller dealer supplier employee employees alumni student students campus university college faculty "
        "school course courses workshop webinar seminar hackathon bootcamp training party press career careers job jobs "
        "recruitment call message board user's ncaa club kids teachers sales hotline "
        "universität hochschule schule université école universidad universidade escuela universitas universiti kampus "
        "разработчиков партнеров студентов университет* университета шко* партии desarrolladores développeurs đảng "
        "جامعه الجامعه شركه"
    )
)
# A name that begins with one of them is a firm's event; within a name they may be rivers and fruit.
FIRMS = frozenset(
    _words(
        "huawei alibaba tencent baidu google microsoft amazon aws apple meta oracle sap salesforce ibm intel nvidia samsung "
        "xiaomi oppo vivo lenovo dell cisco adobe snowflake databricks servicenow vmware zte ericsson nokia siemens yandex "
        "яндекс сбер sber grab gojek tokopedia shopee lazada naver kakao openai anthropic hubspot splunk twilio mongodb "
        "atlassian workday palantir telefónica orange vodafone sk lg kt qualcomm amd arm hp hpe tiktok bytedance tableau "
        "goldman sachs morgan jpmorgan citi ubs barclays nomura jefferies evercore stanford harvard cambridge oxford uipath dynatrace elastic github gitlab docker red_hat"
    )
)
# Bodies: what a name of an event is the beginning of is the name of one of these.
ORGANS = frozenset(
    _words(
        "commission committee agency board bureau association secretariat foundation council company group ltd inc fund "
        "limited authority institute newsletter podcast caucus directorate laboratory lab magazine"
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
