"""The words of which names of events of the watched kind are made, and those at which such a name ends.

All words are folded: small letters, hyphens and quotes as spaces, Chinese in Simplified. A word that ends in *
may have any ending; _ stands for a space. To teach discovery a language, add its words to each table.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping


def _words(text: str) -> tuple[str, ...]:
    return tuple(word.replace("_", " ") for word in text.split())


# What such an event is called. Where one begins with another, the longer stands for itself.
EVENTS: Mapping[str, tuple[str, ...]] = {
    "en": _words(
        "conference forum summit congress expo exposition exhibition week dialogue convention symposium fair "
        "festival fest ministerial ministerial_meeting ministers_meeting assembly"
    ),
    "de": _words("konferenz gipfel kongress messe tagung woche"),
    "fr": _words("conférence sommet congrès salon semaine réunion_ministérielle assises"),
    "es": _words("conferencia foro cumbre congreso feria semana simposio convención encuentro"),
    "pt": _words("conferência fórum cúpula cimeira congresso feira encontro simpósio convenção"),
    "it": _words("conferenza vertice fiera settimana"),
    "ru": _words("конференци* форум* саммит* конгресс* выставк* симпозиум* недел* конференці* саміт*"),
    "pl": _words("konferencj* szczyt* kongres targi"),
    "tr": _words("konferansı zirvesi kongresi fuarı forumu haftası"),
    "vi": _words("hội_nghị diễn_đàn triển_lãm hội_chợ tuần_lễ hội_thảo_quốc_tế ngày_hội"),
    "id": _words("konferensi ktt konvensi pameran pekan pertemuan_menteri"),
    "ms": _words("persidangan sidang_kemuncak mesyuarat_menteri ekspo konvensyen minggu"),
    "ar": _words("مؤتمر منتدي قمه معرض ملتقي اسبوع اجتماع_وزراء"),
    "zh": _words(
        "大会 论坛 峰会 博览会 部长级会议 部长会议 高级别会议 会议 年会 展会 展览会 对话会 交易会 文化周 活动周"
    ),
    "ja": _words(
        "フォーラム サミット エキスポ 见本市 展示会 总会 会合 ウィーク カンファレンス コングレス シンポジウム フェア"
    ),
    "ko": _words(
        "대회 포럼 회의 총회 서밋 정상회의 콘퍼런스 컨퍼런스 박람회 엑스포 전시회 장관회의 위크 심포지엄 페어 페스티벌"
    ),
    "th": _words(
        "การประชุม งานประชุม ประชุม มหกรรม งานมหกรรม งานแสดง เวที ฟอรัม ฟอรั่ม สัปดาห์ นิทรรศการ ซัมมิต เอ็กซ์โป คอนเฟอเรนซ์"
    ),
}
MANY_TONGUES = frozenset(("forum", "expo", "festival", "fest"))  # English too, but not only
# Of which such events are. The shortest ones stand alone or between other scripts.
DOMAINS: Mapping[str, tuple[str, ...]] = {
    "en": _words(
        "digital* internet ai data datacenter data_center big_data artificial_intelligence smart_city smart_cities e_commerce "
        "ecommerce cyber* ict tic telecom* tech technology technologies robot* blockchain metaverse iot 5g 6g "
        "fintech cloud information_technology information_society information_and_communication* "
        "machine_learning web3 computing semiconductor* internet_of_things it broadband internet_des_objets internet_de_las_cosas internet_das_coisas internet_der_dinge интернета_вещей"
    ),
    "de": _words("ki daten* internet* künstliche_intelligenz künstlicher_intelligenz telekom* digitale*"),
    "fr": _words(
        "numérique* intelligence_artificielle ia données cybersécurité télécom* ville_intelligente villes_intelligentes"
    ),
    "es": _words(
        "datos inteligencia_artificial ciudades_inteligentes ciudad_inteligente comercio_electrónico "
        "telecomunicaciones ciberseguridad ciber*"
    ),
    "pt": _words(
        "dados inteligência_artificial cidades_inteligentes cidade_inteligente telecomunicações comércio_eletrônico "
        "comércio_eletrónico cibersegurança"
    ),
    "it": _words("dati intelligenza_artificiale"),
    "ru": _words(
        "цифров* интернет* искусственн* ии данн* it ит кибер* телеком* "
        "электронная_коммерци* электронной_коммерци* электронной_торговл* умных_город* умный_город* большие_данные больших_данных робот* інтернет* штучн* "
        "информационных_технологи* информационным_технологи* информационной_безопасност* блокчейн*"
    ),
    "pl": _words("cyfrow* sztucznej_inteligencji danych"),
    "tr": _words("dijital yapay_zeka yapay_zekâ bilişim veri"),
    "vi": _words(
        "kinh_tế_số chuyển_đổi_số số trí_tuệ_nhân_tạo dữ_liệu dữ_liệu_lớn thương_mại_điện_tử đô_thị_thông_minh "
        "thành_phố_thông_minh viễn_thông an_ninh_mạng công_nghệ_số công_nghệ_thông_tin chính_phủ_số công_nghiệp_số"
    ),
    "id": _words(
        "kecerdasan_buatan kecerdasan_artifisial kota_cerdas perdagangan_elektronik e_dagang siber telekomunikasi "
        "bandar_pintar keselamatan_siber e_niaga teknologi_informasi teknologi_maklumat"
    ),
    "ar": _words(
        "رقمي* الرقمي* رقميه ذكاء_اصطناعي الذكاء_الاصطناعي للذكاء_الاصطناعي انترنت الانترنت للانترنت بيانات البيانات للبيانات "
        "تقنيه التقنيه للتقنيه سيبراني* السيبراني* المدن_الذكيه للمدن_الذكيه اتصالات الاتصالات للاتصالات "
        "الحوسبه للحوسبه التجاره_الالكترونيه للتجاره_الالكترونيه للتحول_الرقمي التكنولوجيا للتكنولوجيا للامن_السيبراني"
    ),
    "zh": _words(
        "数字 数位 互联网 网际网路 人工智能 人工智慧 大数据 数据 智慧城市 电子商务 电商 数智 网络 信息化 信息通信 "
        "资通讯 计算 量子 芯片 半导体 集成电路 软件 信息技术 vr 虚拟现实 算力 机器人 5g 6g 元宇宙 区块链 物联网 云计算 数博 网络安全 资安 智能 智慧 通信 ai 数贸"
    ),
    "ja": _words(
        "デジタル インターネット 人工知能 データ ビッグデータ スマートシティ 电子商取引 ロボット サイバー 情报通信 "
        "テック クラウド テクノロジー dx"
    ),
    "ko": _words(
        "디지털 인터넷 인공지능 데이터 빅데이터 스마트시티 스마트_시티 전자상거래 사이버 정보통신 로봇 블록체인 "
        "메타버스 클라우드 테크 이커머스 통신 정보화"
    ),
    "th": _words(
        "ดิจิทัล ดิจิตอล ปัญญาประดิษฐ์ เอไอ อินเทอร์เน็ต อินเตอร์เน็ต เมืองอัจฉริยะ อีคอมเมิร์ซ โทรคมนาคม "
        "บิ๊กดาต้า บิ๊กดาตา ข้อมูลขนาดใหญ่ ข้อมูล ไซเบอร์ ไอซีที พาณิชย์อิเล็กทรอนิกส์ เทคโนโลยีสารสนเทศ หุ่นยนต์ บล็อกเชน"
    ),
}
# Reaches: they make a name of its own out of "data forum", and stand in small letters in many languages.
SCOPES: Mapping[str, tuple[str, ...]] = {
    "fr": _words(
        "mondial* international* africain* européen* francophone* arabe* national* panafricain* ouest méditerranéen* "
        "régional* maghrébin* asiatique* euro afro ibero franco nord sud pan"
    ),
    "es": _words(
        "mundial internacional latinoamerican* iberoamerican* nacional african* europe* regional andin* global "
        "mediterráne* caribeñ* hispan* interamerican* centroamerican* sudamerican* lusófon* brasileir* ibéric*"
    ),
    "ru": _words(
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
        "zur zum über und van voor della dell sull tentang dan untuk bagi mengenai về và по и of_the"
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
# Halves of places: the word behind them belongs to the name as well.
ARABIC_HALVES = frozenset(_words("شمال جنوب شرق غرب وسط ابو ام راس بحر خليج مدينه دول جامعه"))
ARABIC_STOPS = frozenset(
    _words(
        "في علي من الي الذي التي يوم امس اليوم غدا بمشاركه بحضور تحت خلال قال قالت اعلن اعلنت انطلقت انطلق افتتح افتتحت تفتتح "
        "يفتتح عقد عقدت تعقد ينعقد حيث بعد قبل عن حول ان كما هذا هذه مع الماضي المقبل الجاري الحالي القادم الاحد الاثنين "
        "الثلاثاء الاربعاء الخميس الجمعه السبت الوزير الرئيس التابع ينطلق تنطلق بمدينه بالعاصمه الاول الاولي الثاني الثانيه "
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
        "huawei alibaba tencent baidu google microsoft amazon aws apple meta oracle sap salesforce ibm intel nvidia samsung "
        "xiaomi oppo vivo lenovo dell cisco adobe snowflake databricks servicenow vmware zte ericsson nokia siemens yandex "
        "яндекс сбер sber grab gojek tokopedia shopee lazada naver kakao openai anthropic hubspot splunk twilio mongodb "
        "atlassian workday palantir telefónica orange vodafone sk lg kt qualcomm amd arm hp hpe tiktok bytedance tableau "
        "goldman sachs morgan jpmorgan citi ubs barclays nomura jefferies evercore stanford harvard cambridge oxford uipath dynatrace elastic github gitlab docker red_hat جامعه الجامعه شركه"
    )
)
# Bodies: what a name of an event is the beginning of is the name of one of these.
ORGANS = frozenset(
    _words(
        "commission committee agency board bureau association secretariat foundation council company group ltd inc fund "
        "limited authority institute newsletter podcast caucus directorate laboratory lab magazine"
    )
)
OTHER_KINDS_INSIDE = re.compile(
    "开发者|伙伴|用户|客户|股东|投资者|校园|大学|学院|党代|代表大会|职工|招聘|培训|研讨班|班会|家长|华为|阿里|腾讯|百度|小米|京东|"
    "商汤|讯飞|字节|ユーザー|パートナー|株主|开发者|学会|生徒|富士通|ソフトバンク|乐天|개발자|파트너|주주|학생|대학|삼성|네이버|카카오|"
    "มหาวิทยาลัย|นักศึกษา|ผู้ถือหุ้น|นักเรียน|คณะรัฐมนตรี|ครม|เวทีประกวด|ผู้พัฒนา|พรรค"
)
# Near a name they say that it is a board, an advertisement or a party's meeting.
ELSEWHERE = re.compile(
    "message board|forum thread|thread|forum rules|moderator|posted (?:in|on|by)|subreddit|forum user|users of the|vacanc|"
    "apply by|job opening|we are hiring|party congress|cabinet meeting|ncaa|standings|conference call|earnings call|"
    "เว็บบอร์ด|กระทู้|สมัครงาน|รับสมัคร|论坛帖|发帖|跟帖|版主|招聘|楼主|党代会|掲示板|揭示板|スレッド|게시판|게시글|댓글|"
    "hilo del foro|foreros|moderador|utas forum|модератор|ветк[аеу] форума|пользовател[ия] форума|مشرف المنتدي|đại hội đảng|"
    "forenmitglied|moderateur|modérateur"
)
# Right before a name they say that people were there.
THERE = re.compile(
    r"(?<!\w)(?:at|during|attended|attends|attend|attending|joined|join|joins|to|of|on the eve of|auf|beim|zum|zur|au|aux|lors du|lors de la|"
    r"au cours du|pendant le|en el|en la|durante el|durante la|durante o|durante a|no|na|ao|à|на|в рамках|во время|"
    r"tại|trong|dự|di|pada|dalam|menghadiri|di dalam|في|خلال|ضمن|في اطار)(?: the| der| dem)? ?$"
)
AFTER = re.compile("上|期间|现场|中(?!国)|で|にて|に|へ|에서|에 |da |de |ta |te |nda |nde ")
# Verbs of an event beyond those of words.py.
HELD = re.compile(
    r"帷幕|开展|吸引|落幕|启幕|来自|召开|出席|致辞|与会|演讲|发言|发表|登坛|참석|연설|막을|막이|성황|(?<!\w)(?:hosts?|hosted|returns?|will meet|met in|brought together|drew|to be held|visitors|"
    r"sede|acoge|acogerá|acogió|recebe|recebeu|foi abert|arranc|encerrou|começa|accueille|accueilli|réuni|rassembl|reúne|reunió|reuniu|tagt|versammel|bersidang|se tiendra|s est tenu|aura lieu|"
    r"eröffnet|lädt ein|собрал|откро|примет|принял|стартова|استضاف|اختتم|انعقد|افتتح|احتضن|تحتضن|بدات|تستضيف|يستضيف|ينطلق|تنطلق|شارك|أعمال|اعمال|"
    r"đăng cai|thu hút|quy tụ|menjadi tuan rumah|dibuka|dirasmikan|เริ่มแล้ว|เจ้าภาพ|กล่าวเปิด|ร่วมงาน|เข้าร่วม|ร่วม(?!มือ)|ผู้เข้าชม|สุนทรพจน์|ตอบรับ|düzenlen|ev sahipliği)"
)
REACHING = re.compile(
    "全球|世界|国际|中国|亚洲|亚太|非洲|欧洲|东盟|东南亚|阿拉伯|金砖|丝路|一带一路|全国|グローバル|アジア"
)
# What tells an international meeting from the one in the next room, where the event word is but "meeting".
MEETING = frozenset(("会议", "会合", "회의", "总会", "총회"))
MEETING_WORD = re.compile(
    "会议$|年会$|会合$|总会$|大会$|展会$|회의$|총회$|대회$|^การประชุม(?!สุดยอด|รัฐมนตรี)|^ประชุม|^เวที|^นิทรรศการ"
)
# Right behind a name they say that it is a body of that name.
BODY = re.compile(
    r" (?:said|says|estimates?|estimated|warned|warns|found that|reported|s chief|s director|members?) |, (?:an?|the) (?:\w+ ){0,3}"
    "(?:group|body|association|lobby|think tank|organi[sz]ation|charity|union|publisher|agency|non profit|network)"
)
GREAT = re.compile(
    REACHING.pattern
    + "|太平洋|大西洋|地域|各国|多国|部长|大臣|阁僚|长官|首脑|高级别|asean|apec|g20|g7|국제|세계|아시아|글로벌|장관|정상|유라시아|동북아"
)
SMALL = re.compile(
    "工作|推进|视频|座谈|调度|专题|动员|部署|全市|全省|全县|常务|常委|董事|工程|위원회|전략|이사회|주주"
)
# Chinese and Japanese: what stands before a name.
HAN_BORDER = re.compile(
    "在|(?<!朱)于|的|(?<!共)和(?![平田谐])|与|(?<!埃)及|将|(?<!自)由|(?<![华作])为|以(?!色列)|从|到|至|对(?!外)|向|是|了|称|说|表示|"
    "参加|出席|参与|举办|举行|召开|主办|承办|协办|主持|开幕|闭幕|亮相|发布|启动|来到|走进|迎来|受邀|应邀|首次|此次|本次|这次|"
    "本届|今年|去年|明年|今日|昨日|明日|日前|近日|当日|当天|上午|下午|届|期间|关于|有关|通过|一年一度|赴|聚焦|围绕|宣布|筹备|筹办|"
    "申办|备战|时间|当地|讯|电|记者|主题|名为|一[次场个届项]|等|也|又|再|并|都|就|每年|年度|\\d|(?<=[\\d一二三四五六七八九十])[年月日回]|主催|共催|后援|开催|出展|登坛|"
    "参列|(?<=[^の])[ぁ-ん]|[ぁ-ん]"
)
HAN_VERB = re.compile(
    "的|在|将|了|是|参加|出席|举办|举行|召开|企业|代表|专家|公司|宣布|[をがはでにへもと]|の|称|说|表示|发布"
)
# Thai: what stands behind a name.
THAI_BORDER = re.compile(
    r"ที่|ใน(?!ระดับ)|ระหว่าง|จัดขึ้น|จัดโดย|จัดงาน|เปิดฉาก|เปิดตัว|เปิด|เมื่อ|ซึ่ง|โดย|จะ|ได้|ครั้งที่|ครั้ง|ประจำปี|ปี\s?\d|เพื่อ|ว่า|คือ|เป็น|"
    r"มี(?!เดีย)|กับ|ให้|แล้ว|เริ่ม|ปิดฉาก|\sณ\s?|วันที่|เดือน|นี้|ดังกล่าว|ภายใต้|หัวข้อ|เรื่อง|เกี่ยวกับ|ต่อเนื่อง|พร้อม|ว่าด้วย|ถูก|พูด|กล่าว|ทุก|แทบ|ยัง|ต้อง|ควร|ใช้|พบ|เสนอ|หารือ|ชี้|เผย|ร่วม(?!มือ)|พิจารณา|เห็นชอบ|อนุมัติ|\d"
)
THAI_FILLERS = re.compile(
    "เศรษฐกิจ|งาน|การ|ด้าน|สุดยอด|รัฐมนตรี|วิชาการ|เชิงปฏิบัติการ|และ|แห่ง|เทคโนโลยี|นวัตกรรม|ประจำ|ใหญ่|ทาง|สัมมนา|ผู้นำ|ธุรกิจ"
)
HAN_FILLERS = re.compile(
    "化|经济|产业|发展|技术|创新|高峰|合作|应用|主题|部长|级|高级别|社会|行业|年度|一|场|个|次|ビジネス|经营|安全"
)
KOREAN_PARTICLE = re.compile(
    "(?:에서는|에서|에게|으로|에는|에도|에|은|는|을|를|이|가|의|와|과|도|로|및)?$|(?=이?라는|처럼|까지|부터|이다|입니다|측|장에|장에서|참가|참석|개막|개최)"
)
KOREAN_STOP = re.compile(
    "(?:에서|에게|으로|[은는을를]|(?<!회)의|에|(?<!국)가|와|과|(?<=.)[한된할될린진]|했다|이다|까지|부터|관련|위해|대해|따르면|오는|지난|올해|내년|"
    "개최|개막|참가|참석|주최|주관|열려|및|등|일|시|위한|통해|첫|번째|최대|최초|국내|주요)$|\\d+(?:년|월|일|회|차|개국?|명)?$|제\\d+회|^(?:이번|이날|매년|그|이|또)$"
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
