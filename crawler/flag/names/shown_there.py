"""A well known fair's abbreviation where somebody is at it → whether its sentence tells of a thing that is shown there: "the robot
unveiled at CES", "CES에서 선보인 노트북"; not "the report presented at the CES", for councils have that name, too.

Patterns over folded text.
"""

from __future__ import annotations

from crawler.flag.text.reading import Reading
from crawler.patterns import lazily

NEAR = 100  # characters on either side of a name in which the thing is told
VERB = 64  # ... and that it is shown
_STOP = lazily(r"[.!?;。！？；\n\x02]")
# What such fairs are full of, and no council's session is; "dispositivo" is a scheme as often.
_THING = lazily(
    r"(?<!\w)(?:robot\w*|humanoids?|(?:smart)?phones?|handsets?|laptops?|notebooks?|tablets?|televisions?|tvs?|monitors?|headsets?|(?:smart|ar|ai) glasses|smartwatch(?:es)?|wearables?|chips?|processors?|gpus?|drones?|gadgets?|prototypes?|fridges?|refrigerators?|appliances?|concept cars?|evs?|headphones|earbuds|speakers?|cameras?"
    r"|roboter\w*|handys?|smartphones?|fernseher\w*|bildschirm\w*|datenbrille\w*|brillen?|prototyp\w*|kühlschr\w+|drohne\w*|prozessor\w*|téléphones?|ordinateurs?|téléviseurs?|téléviseur|écrans?|lunettes|prototypes?|puces?|casques?|frigos?|voitures?|robots?|drones?"
    r"|móvil(?:es)?|teléfonos?|portátil(?:es)?|televisor(?:es)?|gafas|prototipos?|neveras?|frigoríficos?|coches?|telemóve(?:l|is)|celular(?:es)?|óculos|robôs?|geladeiras?|telefon[oi]|televisor[ei]|occhiali|robot|frigorifer\w|telefoons?|televisies?|brillen|koelkast\w*"
    r"|робот\w*|смартфон\w*|телефон\w*|ноутбук\w*|телевизор\w*|телевізор\w*|очки|очков|окуляри|прототип\w*|гаджет\w*|дрон\w*|чип\w*|процессор\w*|процесор\w*|холодильник\w*|электромобил\w*|электрокар\w*|електромобіл\w*|лаптоп\w*|телефони?"
    r"|telefon\w*|smartfon\w*|laptop\w*|telewizor\w*|okular\w*|gadżet\w*|dron\w*|procesor\w*|lodówk\w*|televiz\w*|brýl\w*|lednič\w*|chytré hodinky|mobiltelefon\w*|skärm\w*|glasögon\w*|kylskåp\w*|briller\w*|køleskab\w*|robott\w*|puhelim\w*|puhelin|televisio\w*|älylasit|kütyü\w*|tévé\w*|szemüveg\w*|okostelefon\w*"
    r"|televizor\w*|ochelari\w*|ρομπότ|κινητ[όά]\w*|τηλεόρασ\w*|γυαλιά|televizyon\w*|gözlü[kğ]\w*|dizüstü|akıllı saat\w*|buzdolab\w*|(?:ال)?روبوت\w*|(?:ال)?هاتف\w*|(?:ال)?هواتف|(?:ال)?حاسوب\w*|(?:ال)?تلفاز|نظارات?|رقاق\w*|ה?רובוט\w*|ה?טלפון|ה?מחשב|ה?משקפ\w+|ה?שבב\w*|ربات\w*|گوشي\w*|لپ ?تاپ\w*|عينك|تراشه\w*"
    r"|ponsel|gawai|televisi|kacamata|kulkas|cip|điện thoại|máy tính|tivi|kính|tủ lạnh|रोबोट\w*|फोन|स्मार्टफोन|लैपटॉप|टीवी|चिप|রোবট\w*|ফোন\w*|ল্যাপটপ\w*)(?!\w)"
    r"|(?<!\w)[ושהבלכמ]{0,3}אב טיפוס(?!\w)|机器人|手机|电脑|笔记本|电视|眼镜|芯片|无人机|显示器|耳机|手表|冰箱|家电|新品|产品|概念车|新车|ロボット|スマホ|スマートフォン|パソコン|テレビ|スマートグラス|眼镜|半导体|チップ|ドローン|试作|新制品|制品|コンセプトカー|로봇|스마트폰|휴대폰|노트북|텔레비전|안경|자동차|칩|반도체|드론|가전|제품|냉장고|หุ่นยนต์|โทรศัพท์|สมาร์ทโฟน|โน้ตบุ๊ก|ทีวี|แว่น|ชิป|ตู้เย็น|โดรน"
)
# ... and what they are of. Councils speak of it, too: asked only where none bears such letters.
_TECHNOLOGY = lazily(
    r"(?<!\w)(?:technolog(?:y|ies)|technologien?|technik(?:en)?|технологи\w*|технологі\w*|тэхналогі\w*|teknologi\w*|teknik(?:en)?|tekniikka\w*|technologi[iaeę]\w{0,3}|technológi\w*|tehnologi\w*|tehnologij\w*|τεχνολογί\w*|(?:ال)?تقني(?:ه|ات)|ה?טכנולוגי\w*|فناوري\w*|texnologi?y?a\w*|công nghệ"
    r"|प्रौद्योगिक\w*|तकनीक\w*|टेक्नोलॉजी|প্রযুক্তি\w*|ٹيكنالوجي)(?!\w)|技术|기술|เทคโนโลยี"
)
_SHOWS = lazily(
    r"(?<!\w)(?:unveil\w*|show(?:s|n|ed|ing|case\w*)?|debut\w*|launch\w*|present(?:s|ed|ing)?|exhibit\w*|demonstrat\w*|demoed|display(?:s|ed|ing)|on (?:show|display)|introduc\w*|reveal\w*|seen|tried|zeig\w*|gezeigt\w*|präsentier\w*|vorgestellt\w*|vorstell\w*|enthüll\w*|ausgestellt\w*|gesehen"
    r"|dévoil\w*|présent(?:é|e|er|era|ent|ait|aient|eront)e?s?|montr\w*|exposé\w*|lanc(?:é|er)\w*|vue?s?|present(?:a|ó|ado|ada|ados|adas|ar|ará|arán|an|aron|ato|ata|ati|ate|are|erà)|mostr\w*|muestr\w*|exhib\w*|desvel\w*|estren\w*|lanz(?:ó|ado|ada|ará)|apresent\w*|exib\w*|expost\w*|lançad\w*|svelat\w*|svel(?:a|erà)|espost\w*"
    r"|getoond\w*|toon(?:t|de|den)|onthul\w*|gepresenteerd\w*|показ\w*|покаж\w*|представ\w*|демонстр\w*|анонсир\w*|продемонстр\w*|покажут|виставл\w*|pokaz\w*|pokaż\w*|zaprezent\w*|przedstaw\w*|ukáz\w*|ukáž\w*|představ\w*|predstav\w*|předved\w*|vystav\w*|prikaz\w*|visa(?:r|s|de|des|ts|t)?|vis(?:te|es|er|tes|t)|præsenter\w*|presentert?e?s?|avtäck\w*|lanser\w*|lancer\w*"
    r"|esitel\w*|esitt\w*|nähty\w*|julkist\w*|bemutat\w*|mutat\w*|kiállít\w*|prezent\w*|arătat\w*|παρουσι\w*|έδειξ\w*|tanıt\w*|sergile\w*|göster\w*|عرض\w*|[يت]عرض\w*|كشف\w*|[يت]كشف\w*|قدم\w*|ש?ה(?:ציג|וצג)\w*|ש?מציג\w*|תציג|ש?נחש[פף]\w*|رونمايي\w*|نمايش|معرفي\w*|memamerkan|dipamerkan|memperkenalkan|diperkenalkan|diluncurkan|meluncurkan|trình làng|giới thiệu|ra mắt|trưng bày"
    r"|दिखाय\w*|दिखाई|पेश|प्रदर्शित|लॉन्च|দেখানো|উন্মোচন|প্রদর্শ\w*)(?!\w)|เปิดตัว|โชว์|จัดแสดง|展示|展出|发布|亮相|推出|首发|首秀|参展|披露|发表|出展|公开|初公开|お披露目|见た|见せ|선보|공개|전시|출품|시연|본 |봤던|참가"
)
# What councils, unions and scholars present.
_PAPER = lazily(
    r"(?<!\w)(?:plan|loi|ley|lei|legge|stratégie|estrat[eé]gia|strategia|proposition|propuesta|proposta|reports?|papers?|stud(?:y|ies)|surveys?|opinions?|findings|figures|bill|draft|budget|lecture|thesis|berichte?s?|gutachten|studien?|stellungnahme|entwurf|zahlen|rapports?|études?|avis|enquêtes?|projet de loi|chiffres|thèse|informes?|dict[aá]men(?:es)?|estudios?|encuestas?|proyecto de ley|tesis|relatórios?|pareceres|parecer|estudos?|inquérito|tese"
    r"|rapport[oi]|studi[o]?|parer[ei]|sondaggi\w?|onderzoek\w*|advies|доклад\w*|отчет\w*|исследовани\w*|опрос\w*|законопроект\w*|звіт\w*|досліджен\w*|raport\w*|badani\w*|opini\w|zpráv\w*|studi[ei]|rapporten?|undersökning\w*|undersøgelse\w*|selvitys|tutkimus\w*|jelentés\w*|tanulmány\w*|έκθεση|μελέτη|rapor\w*|araştırma\w*|تقرير\w*|دراس\w*|گزارش|laporan|kajian|báo cáo|nghiên cứu)(?!\w)"
    r"|报告|数据|研究|论文|调查|统计|报告书|レポート|论文|データ|보고서|연구|통계|논문|조사|รายงาน|ผลสำรวจ"
)

# Where councils and schools bear such letters, too, they are full of people who present: there the thing itself is what was shown.
_OF_COUNCILS = frozenset(["fr", "es", "pt", "ca", "gl", "it"])
_BETWEEN = 48  # characters from the thing to the name there
# Behind the name: whose it is, or where, unless that is when.
_OF = lazily(
    r" (?:of|in|at|de|di|da|do|del|della|der|w|we)(?: la)? (?!las vegas|barcel|berlin|jan|feb|fév|mar|apr|abr|avr|may|mai|jun|jui|jul|aug|ago|aoû|sep|oct|okt|ott|nov|dec|dez|dic|déc)(?=[^\W\d_])"
)


def shown_there(reading: Reading, place: tuple[int, int]) -> bool:
    """Whether the sentence of the name at the folded `place` tells of a thing, and right beside the name that it is shown."""
    text, (start, end) = reading.text, place
    left, right = max(0, start - NEAR), end + NEAR
    for stop in _STOP.finditer(text, left, start):
        left = stop.end()
    after = _STOP.search(text, end, right)
    right = after.start() if after else right
    if not (
        _SHOWS.search(text, max(left, start - VERB), start)
        or _SHOWS.search(text, end, min(right, end + VERB))
    ):
        return False
    if _PAPER.search(text, left, right) or _is_of_others(reading, end):
        return False
    if reading.language in _OF_COUNCILS:
        things = list(_THING.finditer(text, max(left, start - _BETWEEN), start))
        return bool(things and _SHOWS.search(text, things[-1].end(), start))
    return any(of.search(text, left, start) or of.search(text, end, right) for of in (_THING, _TECHNOLOGY))


def _is_of_others(reading: Reading, end: int) -> bool:
    """Whether a place or a house of which it is stands behind the name that ends there: "CES in Ohio", "CES di Roma"."""
    of = _OF.match(reading.text, end)
    return of is not None and reading.quote(of.end(), of.end() + 1).isupper()
