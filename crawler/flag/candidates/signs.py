"""What stands around and within a name and says whether it is an event, and where it ends in scripts without capitals.

Everything is folded, as in candidates/words.py.
"""

from __future__ import annotations

from crawler.patterns import lazily

OTHER_KINDS_INSIDE = lazily(
    "คณะกรรมการ|分论坛|分会场|美术|艺术展|사진전|미술|ศิลปะ|โรงเรียน|취업|채용|อนุกรรมการ|คณะทำงาน|委员会|위원회|全市|全省|全县|全区|全镇|全乡|全校|全行|开发者|伙伴|用户|客户|股东|投资者|校园|大学|学院|党代|代表大会|职工|招聘|培训|研讨班|班会|家长|社区|街道|小学|中学|幼儿园|华为|阿里|腾讯|百度|小米|京东|"
    "コンテスト|选手权|관계 ?장관|주재로|경진대회|경연대회|선수권|"
    "商汤|讯飞|字节|ユーザー|パートナー|株主|开发者|学会|生徒|富士通|ソフトバンク|乐天|개발자|파트너|주주|학생|대학|삼성|네이버|카카오|"
    "มหาวิทยาลัย|นักศึกษา|ผู้ถือหุ้น|นักเรียน|คณะรัฐมนตรี|ครม|เวทีประกวด|ผู้พัฒนา|พรรค"
)
# A name that both a congress and a championship may have, and what is near it where people compete.
CONTEST_NAME = lazily("(?:世界|国际|全国|세계|국제|전국) ?(?:大会|대회)$")
CONTEST = lazily(
    "优胜|予选|决胜|得点|选手|出场|夺冠|冠军|亚军|季军|参赛|奖牌|メダル|竞技|チャンピオン|메달|우승|예선|결승|출전|선수"
)
# A week of bargains, and what is near it where people shop.
SALE_NAME = lazily("^(?:cyber|tech|data|digital) (?:week|days|fest|festival)$")
SALE = lazily(
    r"(?<!\w)(?:sales?|shops?|shopp\w+|discount\w*|deals?|bargain\w*|retail\w*|black friday|half price|gigabytes?)(?!\w)"
)
# Of these only those that name what they are about may be of the domain: there are many more of books, bulls and brides.
FAIR = lazily(
    r"(?<!\w)(?:week|fair|festival|fest|show|days|woche|tage|messe|ausstellung|foire|salon|semaine|journées|exposition|feria|semana|jornadas|exposición|feira|exposição|fiera|salone|settimana|giornate|esposizione"
    r"|ярмар\w*|выстав\w*|недел\w*|тиждень|targi|tydzień|wystawa|veletrh\w*|týden|výstava|veľtrh|fuarı|haftası|sərgisi|həftəsi|sajam|sajma|tjedan|beurs|mässan|messen|messut|viikko|târgul|salonul|săptămâna|εβδομάδα|έκθεση|изложени\w*|панаир\w*|седмица\w*|сајам\w*"
    r"|hội chợ|triển lãm|tuần lễ|ngày hội|pameran|pekan|karnival|minggu|ko rgazmasi|haftaligi|көрме\w*|maonyesho)(?!\w)|معرض|مهرجان|اسبوع|نمايشگاه|جشنواره|महोत्सव|फेस्ट|মেলা|সপ্তাহ|תערוכת|שבוע"
)
# In a name that says nothing of the domain, and near a brand, they say what else is shown, played or healed there.
OTHER_TRADE = lazily(
    r"(?<!\w)(?:books?|reading|literary|literature|films?|movies?|cinema|jazz|music\w*|songs?|singers?|concerts?|opera|theatres?|theaters?|dance|paint\w*|galler\w+|museums?|fashion|beauty|bridal|wine|beer|flowers?|garden\w*|dairy|cattle|farm\w*|agricultur\w*|livestock"
    r"|surg\w+|cardiolog\w*|oncolog\w*|medic(?:al|ine)|dental|nursing|hospitals?|patients?|court|police|prosecutors?|stadium|league|football|soccer|cricket|rugby|tennis|cycl(?:ing|ists?)|marathon|olympic\w*|viewers|episodes?|trailer|actors?|actress\w*|novel\w*|memoirs?|comics?|anime|science fair|pets?|tourism|travel|wedding|boat"
    r"|buch\w*|literatur\w*|musik\w*|konzert\w*|kunst\w*|landwirt\w*|garten\w*|wein\w*|chirurg\w*|kardiolog\w*|ärzt\w*|anwalt\w*|gericht\w*|fußball\w*|zuschauer\w*|staffel|livres?|lecture|littéra\w*|cinéma|musique|arts|peinture\w*|vins?|gastronomie|médecine|chirurgie|tribunal|coureurs|téléspectateurs|tourisme"
    r"|libros?|lectura|literari[oa]|cine|música|arte|pintura|moda|vinos?|ganader\w+|agrícola|agropecuari\w+|medicina|cirugía|cardiología|tribunal|juez|fútbol|gala|temporada|espectadores|turismo|livros?|literári[oa]|artes|vinhos?|agropecuári\w+|cirurgia|futebol|novela|libr[oi]|letterari[oa]|vino|agricoltura|medicina|chirurgia|calcio|provini|giudice|puntata"
    r"|książk\w*|filmow\w*|muzy\w*|rolnicz\w*|kitap|müzik|tarım|moda|boeken\w*|muziek\w*|landbouw\w*|kijkers|bok\w*|musikk\w*|jordbruk\w*|buku|musik|pertanian|kuliner|книг\w*|книжн\w*|кино\w*|фильм\w*|музык\w*|картин\w*|искусств(?!енн)\w*|сельск\w*|сельхоз\w*|аграрн\w*|медицин\w*|хирург\w*|матч\w*)(?!\w)"
    r"|书展|图书|电影|影展|音乐|演唱会|歌迷|美术|绘画|农业|医学|法院|球赛|联赛|书籍|图书|映画|音乐|コンサート|歌手|美术|农业|医学|裁判|도서|영화|음악|콘서트|가수|미술|농업|의학|법원|หนังสือ|ภาพยนตร์|ดนตรี|คอนเสิร์ต|เกษตร|แพทย์|كتاب|للكتاب|سينما|افلام|موسيقي|زراع|الطب|बुक|पुस्तक|फिल्म|संगीत|कृषि|(?:sách|điện ảnh|âm nhạc|nông nghiệp|y học)(?!\w)"
)
# Near a name they say that it is a board, an advertisement or a party's meeting.
ELSEWHERE = lazily(
    "message board|post your|users? (?:asked|wrote|joined|said)|forum thread|thread|forum rules|moderator|posted (?:in|on|by)|subreddit|forum user|users of the|vacanc|"
    "apply by|job opening|we are hiring|party congress|cabinet meeting|ncaa|standings|conference call|earnings call|"
    "เว็บบอร์ด|กระทู้|สมัครงาน|รับสมัคร|论坛帖|发帖|跟帖|版主|招聘|楼主|党代会|掲示板|揭示板|スレッド|게시판|게시글|댓글|"
    "hilo del foro|foreros|moderador|utas forum|модератор|ветк[аеу] форума|пользовател[ия] форума|مشرف المنتدي|đại hội đảng|"
    "forenmitglied|moderateur|modérateur"
)
# Right before a name they say that people were there.
THERE = lazily(
    r"(?<!\w)(?:at|during|attended|attends|attend|attending|joined|join|joins|to|of|on the eve of|auf|beim|zum|zur|au|aux|lors du|lors de la|"
    r"au cours du|pendant le|en el|en la|durante el|durante la|durante o|durante a|no|na|ao|à|на|в рамках|во время|"
    r"tại|trong|dự|di|pada|dalam|menghadiri|di dalam|في|خلال|ضمن|في اطار)(?: the| der| dem)? ?$"
)
AFTER = lazily("上|期间|现场|[을를] 맞아|中(?!国)|で|にて|に|へ|에서|에 |da |de |ta |te |nda |nde ")
# Near a name they say that it is held again and again.
EDITIONS = lazily(
    "届|회째|ครั้งที่|النسخه|الدوره|نسخته|نسخها|دورته|(?<!\\w)(?:edition|ediciones|edición|edição|édition|edizione|ausgabe|editie|edycja|edycję|edycji"
    "|upplaga\\w*|ročník\\w*|edisi|lần thứ|в \\w+ раз|yılında|kez düzenlenen)"
)
# Houses are called so as well as what is held in them: São Paulo Expo, Cung Hội nghị Ariyana.
HOUSE = lazily(r"(?<!\w)(?:expo|convention|fair|messe|fiera|feria|feira|ярмарк\w*|hội nghị|triển lãm)(?!\w)")
# Days without a date: of the week, or how many there are.
DAYS = lazily(
    r"(?<!\w)(?:mon|tues|wednes|thurs|fri|satur|sun)day(?!\w)|(?:two|three|four|five|six) day(?!s? ago)|(?<!\w)(?:montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag"
    r"|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|lunes|martes|miércoles|jueves|viernes|sábado|domingo|(?:segunda|terça|quarta|quinta|sexta) feira"
    r"|lunedì|martedì|mercoledì|giovedì|venerdì|sabato|domenica|понедельник\w*|вторник\w*|сред[уы]|четверг\w*|пятниц\w*|суббот\w*|воскресень\w*"
    r"|pazartesi|salı|çarşamba|perşembe|cuma|cumartesi|pazar|senin|selasa|rabu|kamis|jumat|sabtu|minggu)(?!\w)"
    r"|(?:星期|周|礼拜)[一二三四五六日天]|[月火水木金土日]曜日|\d{1,2}日(?!本)|[월화수목금토일]요일|\d{1,2}일|วัน(?:จันทร์|อังคาร|พุธ|พฤหัส|ศุกร์|เสาร์|อาทิตย์)"
    r"|الاحد|الاثنين|الثلاثاء|الاربعاء|الخميس|الجمعه|السبت|thứ (?:hai|ba|tư|năm|sáu|bảy)|chủ nhật|सोमवार|मंगलवार|बुधवार|गुरुवार|शुक्रवार|शनिवार|रविवार"
)
# Verbs of an event beyond those of words.py.
HELD = lazily(
    r"帷幕|开展|吸引|落幕|启幕|来自|召开|出席|开かれ|开いた|致辞|与会|演讲|发言|发表|登坛|참석|연설|막을|막이|성황|(?<!\w)(?:hosts?|hosted|returns?|will meet|met in|brought together|drew|to be held|visitors|"
    r"sede|acoge|acogerá|acogió|recebe|recebeu|foi abert|arranc|encerrou|começa|accueille|accueilli|réuni|rassembl|reúne|reunió|reuniu|tagt|versammel|bersidang|se tiendra|s est tenu|aura lieu|"
    r"eröffnet|lädt ein|begonnen|beginnt|findet|fand |stattfind|startet|собрал|откро|примет|принял|стартова|استضاف|اختتم|انعقد|افتتح|احتضن|تحتضن|بدات|تستضيف|يستضيف|ينطلق|تنطلق|شارك|اعمال|"
    r"odbędzie|odbywa|odbył|rozpocz|zakończ|koná|konal|uskutečn|megrendez|megnyi|avut loc|avea loc|desfășoară|järjest|avataan|hålls|inleds|öppnade|äger rum|afholdes|åbne|avholdes|åpne|πραγματοποι|άνοιξε|διεξάγε|održ|otvoren|відбу|відкри|өтеді|ашылды|keçiril|gaganapin|đăng cai|thu hút|quy tụ|menjadi tuan rumah|dibuka|dirasmikan|เริ่มแล้ว|เจ้าภาพ|กล่าวเปิด|ร่วมงาน|เข้าร่วม|ร่วม(?!มือ)|ผู้เข้าชม|สุนทรพจน์|ตอบรับ|düzenlen|ev sahipliği)"
)
REACHING = lazily(
    "全球|世界|国际|中国|亚洲|亚太|非洲|欧洲|东盟|东南亚|阿拉伯|金砖|丝路|一带一路|全国|グローバル|アジア"
)
HAN_PLACE = lazily(
    "香港|澳门|台湾|台北|上海|北京|深圳|广州|杭州|成都|武汉|西安|重庆|天津|南京|苏州|青岛|新加坡|东京|大阪|首尔|曼谷|迪拜|伦敦"
)
# What tells an international meeting from the one in the next room, where the event word is but "meeting".
MEETING = lazily("(?:会议|会合|회의|总会|총회)$")
MEETING_WORD = lazily(
    "(?<!\\w)show$|주간$|会议$|年会$|会合$|总会$|大会$|展会$|회의$|총회$|대회$|^การประชุม(?!สุดยอด|รัฐมนตรี)|^ประชุม|^เวที|^นิทรรศการ"
)
# Right behind a name they say that it is a body of that name.
BODY = lazily(
    r" (?:said|says|estimates?|estimated|warned|warns|found that|reported|s chief|s director|members?) |, (?:an?|the) (?:\w+ ){0,3}"
    "(?:group|body|association|lobby|think tank|organi[sz]ation|charity|union|publisher|agency|non profit|network)"
)
GREAT = lazily(
    REACHING.pattern
    + "|太平洋|大西洋|地域|各国|多国|部长|大臣|阁僚|长官|首脑|高级别|asean|apec|g20|g7|국제|세계|아시아|글로벌|장관|정상|유라시아|동북아"
)
SMALL = lazily(
    "工作|推进|视频|座谈|调度|专题|动员|部署|全市|全省|全县|常务|常委|董事|工程|위원회|전략|이사회|주주"
)
# Chinese and Japanese: what stands before a name.
HAN_BORDER = lazily(
    "在|(?<!朱)于|的|(?<!共)和(?![平田谐])|与|(?<!埃)及|将|(?<!自)由|(?<![华作])为|以(?!色列)|从|到|至|对(?!外)|向|是|了|称|说|表示|"
    "参加|出席|参与|举办|举行|召开|开展(?!示)|主办|承办|协办|主持|开幕|闭幕|亮相|发布|启动|来到|走进|迎来|受邀|应邀|首次|此次|本次|这次|"
    "本届|今年|去年|明年|今日|昨日|明日|日前|近日|当日|当天|上午|下午|届|期间|关于|有关|通过|一年一度|赴|聚焦|围绕|宣布|筹备|筹办|"
    "申办|备战|时间|当地|讯|电|记者|主题|名为|一[次场个届项]|等|也|又|再|并|(?<![京东首成古故])都|就|每年|年度|(?<!g)\\d|(?<=[\\d一二三四五六七八九十])[年月日回]|主催|共催|后援|开催|出展|登坛|"
    "参列|(?<=[^の])[ぁ-ん]|[ぁ-ん]"
)
HAN_VERB = lazily(
    "的|在|将|了|是|也有|再创|占比|参加|出席|举办|举行|召开|企业|代表|专家|公司|宣布|[をがはでにへもと]|の|称|说|表示|发布"
)
# Thai: what stands behind a name.
THAI_BORDER = lazily(
    r"ที่|ใน(?!ระดับ)|ระหว่าง|จัดขึ้น|จัดโดย|จัดงาน|เปิดฉาก|เปิดตัว|(?<!ข้อมูล)เปิด|เมื่อ|ซึ่ง|โดย|จะ|ได้|ครั้งที่|ครั้ง|ประจำปี|ปี\s?\d|เพื่อ|ว่า|คือ|เป็น|"
    r"มี(?!เดีย)|กับ|ให้|แล้ว|เริ่ม|ปิดฉาก|\sณ\s?|วันที่|เดือน|นี้|ดังกล่าว|ภายใต้|หัวข้อ|เรื่อง|เกี่ยวกับ|ต่อเนื่อง|พร้อม|ว่าด้วย|ถูก|พูด|กล่าว|ทุก|แทบ|ยัง|ต้อง|ควร|ใช้|พบ|เสนอ|หารือ|ชี้|เผย|ร่วม(?!มือ)|พิจารณา|เห็นชอบ|อนุมัติ|\d"
)
THAI_FILLERS = lazily(
    "เศรษฐกิจ|งาน|การ|ด้าน|สุดยอด|รัฐมนตรี|วิชาการ|เชิงปฏิบัติการ|และ|แห่ง|นวัตกรรม|ประจำ|ใหญ่|ทาง|สัมมนา|ผู้นำ|ธุรกิจ"
)
HAN_FILLERS = lazily(
    "化|经济|产业|发展|技术|创新|高峰|合作|应用|主题|部长|级|高级别|社会|行业|年度|一|场|个|次|ビジネス|经营|安全"
)
KOREAN_PARTICLE = lazily(
    "(?:에서는|에서|에게|으로|에는|에도|에|은|는|을|를|이|가|의|와|과|도|로|및)?$|(?=이?라는|처럼|까지|부터|이다|입니다|측|장에|장에서|참가|참석|개막|개최)"
)
KOREAN_STOP = lazily(
    "(?:에서|에게|으로|[은는을를]|(?<!회)의|에|(?<!국)가|와|과|(?<=.)[한된할될린진]|(?:서울|부산|대구|인천|광주|대전|제주|경주|송도|울산|세종|수원|고양|성남|강릉|춘천|전주|창원|포항|여수|두바이|도쿄|베이징|파리|런던|바르셀로나|라스베이거스)서|(?:연계|통|위|대|관련|함께|맞이)해|했다|이다|까지|부터|관련|위해|대해|따르면|오는|지난|올해|내년|"
    "개최|개막|참가|참석|주최|주관|열려|및|등|위한|통해|첫|번째|최대|최초|국내|주요)$|\\d+(?:년|월|일|회|차|개국?|명)?$|제\\d+회|^(?:이번|이날|매년|그|이|또)$"
)
