"""Numbers as names of editions carry them: years of four calendars, ordinals of fifteen languages, months.

Everything here reads folded text: lower case, ASCII digits, hyphens and quotes as spaces.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Literal

from crawler.patterns import lazily

BUDDHIST = range(2540, 2581)  # 1997 to 2037; other numbers of that size are quantities
YEAR = r"(?<!\d)(?:(?:20[0-4]|19[6-9]|25[4-8])\d)(?!\d)"
REGNAL = r"(?:令和|民国|平成)\s?(?:元|\d{1,3})"
HAN_YEAR = "二[〇零○][〇零一二三四][〇零一二三四五六七八九]"
THAI_SHORT = r"(?<=ปี[\s’'])[56]\d(?![\d%]|[.,]\d|\s?(?:คน|ราย|แห่ง|บริษัท|ประเทศ|ล้าน|บาท|ทีม))"  # ปี 68: 2568
ANY_YEAR = rf"(?:{YEAR}|{REGNAL}|{HAN_YEAR}|{THAI_SHORT})"
_ERAS: Mapping[str, int] = {"令和": 2018, "平成": 1988, "民国": 1911}
_HAN = {char: value for value, char in enumerate("〇一二三四五六七八九")} | {"两": 2}
_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50}

# Words that count editions, by number; folded, without endings where the language has them.
_WORDS: tuple[str, ...] = (
    "first|inaugural|primera|primer|primeira|primeiro|première|erste|ersten|prima|primo|перв|الاولي|الاول|pertama|"
    "pierwsza|pierwszej|birinci|ilk|แรก",
    "second|segunda|segundo|deuxième|seconde|zweite|zweiten|seconda|secondo|втор|الثانيه|الثاني|kedua|druga|drugiej|ikinci",
    "third|tercera|tercer|terceira|terceiro|troisième|dritte|dritten|terza|terzo|трет|الثالثه|الثالث|ketiga|trzecia|"
    "trzeciej|üçüncü",
    "fourth|cuarta|cuarto|quarta|quarto|quatrième|vierte|vierten|четверт|الرابعه|الرابع|keempat|czwarta|czwartej|dördüncü",
    "fifth|quinta|quinto|cinquième|fünfte|fünften|пят|الخامسه|الخامس|kelima|piąta|piątej|beşinci",
    "sixth|sexta|sexto|sixième|sechste|sechsten|sesta|шест|السادسه|السادس|keenam|szósta|szóstej|altıncı",
    "seventh|séptima|séptimo|sétima|septième|siebte|siebten|settima|седьм|السابعه|السابع|ketujuh|siódma|siódmej|yedinci",
    "eighth|octava|octavo|oitava|huitième|achte|achten|ottava|восьм|الثامنه|الثامن|kedelapan|ósma|ósmej|sekizinci",
    "ninth|novena|noveno|nona|neuvième|neunte|neunten|девят|التاسعه|التاسع|kesembilan|dziewiąta|dziewiątej|dokuzuncu",
    "tenth|décima|décimo|dixième|zehnte|zehnten|decima|десят|العاشره|العاشر|kesepuluh|dziesiąta|dziesiątej|onuncu",
    "eleventh|undécima|onzième|elfte|elften|الحاديه عشره",
    "twelfth|duodécima|douzième|zwölfte|zwölften|الثانيه عشره",
    "thirteenth|decimotercera|treizième|dreizehnte|dreizehnten|tredicesima|тринадцат",
    "fourteenth|decimocuarta|quatorzième|vierzehnte|vierzehnten|quattordicesima|четырнадцат",
    "fifteenth|decimoquinta|quinzième|fünfzehnte|fünfzehnten|quindicesima|пятнадцат",
    "sixteenth|decimosexta|seizième|sechzehnte|sechzehnten|sedicesima|шестнадцат",
    "seventeenth|decimoséptima|dix septième|siebzehnte|siebzehnten|diciassettesima|семнадцат",
    "eighteenth|decimoctava|dix huitième|achtzehnte|achtzehnten|diciottesima|восемнадцат",
    "nineteenth|decimonovena|dix neuvième|neunzehnte|neunzehnten|diciannovesima|девятнадцат",
    "twentieth|vigésima|vigésimo|vingtième|zwanzigste|zwanzigsten|ventesima|двадцат|dwudziesta",
)
_TENS: Mapping[str, int] = {
    word: ten
    for ten, words in (
        (10, "décima décimo"),
        (20, "twenty двадцать vigésima vigésimo vingt dwudziesta dwudziestej"),
        (30, "thirty тридцать trigésima trigésimo trente trzydziesta trzydziestej"),
        (40, "forty сорок cuadragésima quadragésima quadragésimo quarante czterdziesta"),
        (50, "fifty пятьдесят quincuagésima quinquagésima quinquagésimo cinquante pięćdziesiąta"),
    )
    for word in words.split()
}
_GERMAN = {"zwanzigste": 20, "dreißigste": 30, "vierzigste": 40, "fünfzigste": 50}
_GERMAN_UNITS = ("ein", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun")
_VIETNAMESE = dict(
    zip(["nhất", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười"], range(1, 11), strict=True)
)
_NUMBER_OF = {word: number for number, words in enumerate(_WORDS, 1) for word in words.split("|")}
_NUMBER_OF |= {"首": 1, "첫": 1, "nhì": 2, "unième": 1}
_WORD = "|".join(sorted((word for words in _WORDS for word in words.split("|")), key=len, reverse=True))
_HAN_NUMBER = "[〇一二三四五六七八九十百两\\d]{1,4}"
_SUFFIX = (
    "st|nd|rd|th|ª|º|°|a|o|e|è|ème|eme|re|er|й|я|го|ой|му|м|ю|е|ый|ая|inci|nci|uncu|ncı|ıncı|üncü|ta|sza"
)
ORDINAL = (
    rf"(?:第\s?(?P<han>{_HAN_NUMBER})\s?(?:届|回|次)|제\s?(?P<ko>\d+)\s?(?:회|차)|(?P<shou>首)届|(?P<cheot>첫)\s"
    rf"|ครั้งที่\s?(?P<th>\d+)"
    rf"|(?<![\w.])(?P<num>\d{{1,3}})(?:\.?\s?(?:{_SUFFIX})(?!\w)|\.(?=\s))"
    rf"|(?<!\w)(?P<roman>[ivx]{{2,6}}|[vx])(?!\w)|(?<!\w)(?:(?P<tens>{'|'.join(_TENS)}) )?(?:et )?(?P<word>{_WORD}|unième)(?:[а-яіїє]{{1,4}})?(?!\w)"
    rf"|(?<!\w)(?P<unit>{'|'.join(_GERMAN_UNITS)})und(?P<ten>{'|'.join(_GERMAN)})n?(?!\w))"
)
ORDINAL_AFTER = lazily(
    rf"\s?(?:ครั้งที่\s?(?P<th>\d+)|lần thứ\s?(?P<vi>\d+|[ivx]+|\w+)|(?:edisi |kali )?ke\s?(?P<id>\d+)"
    rf"|第\s?(?P<han>{_HAN_NUMBER})\s?(?:届|回)|제\s?(?P<ko>\d+)\s?회"
    rf"|(?:(?:في|ب|ل)\s?)?(?:نسخته|نسختها|دورته|دورتها|النسخه|الدوره|بنسخته|بدورته)ا?\s(?P<ar>\w+(?: عشره)?)"
    rf"|(?:s )?(?P<en>\d{{1,3}})(?:st|nd|rd|th) (?:edition|general assembly|annual)|(?:s )?(?P<word>{_WORD}) edition)"
)
# What may stand between an ordinal or a year and the name it belongs to.
BETWEEN = (
    r"(?:\s|the |of |annual |edition|edición|édition|edição|edizione|ausgabe|edisi |editie|de |del |de la |da |do |"
    r"della |dell |des |du |la |l |le |der |von |van |международн\w+ |ежегодн\w+ |выпуск\w* |annuel\w* |anual |jährlich\w* |"
    r"ال|年度?|年の|年|년도?의?|回|的|ประจำปี|ปี|من |ل|دوره |نسخه |النسخه |الدوره |uluslararası |yıllık |งาน|"
    r"meeting |session |gathering |reunion |réunion |reunión |reunião |встреч\w+ |заседани\w+ |global|international)"
)
ORDINAL_BEFORE = lazily(rf"{ORDINAL}{BETWEEN}*$")
# Words that count years from the article's own.
_RELATIVE = (
    (
        0,
        r"this year|今年|本年|本届|ปีนี้|올해|금년|năm nay|tahun ini|este año|n?este ano|cette année|diese[sm] jahr\w*|v tomto roce|diesjährig\w*|quest anno|в этом году|нынешн\w+|этого года|цього року|поточного року|इस (?:साल|वर्ष)|dieses jahres|هذا العام|bu yıl\w*|w tym roku|dit jaar"
        r"|(?<!\w)(?:letos\w*|tento rok|i år|dette år|tänä vuonna|idén|anul acesta|acest an|φέτοσ|φετιν\w+|امسال|השנה|এ বছর|ove godine|(?<!förra )(?<!sidste )(?<!siste )(?<!nästa )(?<!næste )(?<!neste )årets|i år s|dette års|tämän ?vuo\w+|tänavu\w*|sel(?:le)? aasta(?:l)?|käesoleva(?:l)? aasta(?:l)?|(?:(?<= wird )|(?<= ist )|(?<= sind )|(?<=werden )|(?<=findet )|(?<=finden )|(?<= sich )|(?<= es )|(?<= auch )|(?<= geht )|(?<= steht ))heuer|heuer(?= (?:\d[\d.]*|findet|finden|fahren|reisen|zeigen|gehen|stellen|präsentieren|nehmen|feiern|werden|wird (?:die|der|das|es)|gibt|steht|stehen|dreht|kommen|sind)(?!\w))(?<!tag heuer)|(?:die|das|der) heurigen?(?= \w)|í ár|á þessu ári|këtë vit|sivjet\w*|aurten\w*|годинава|оваа година|enguany|aquest any|eleni(?=,? (?:yn|ym|yng|mae|bydd|fydd|cynhelir|gyda|wedi|mewn)(?!\w))|i mbliana|dëst joer|din is sena|(?:(?<=[^\w ] )|(?<=[a-zია] )(?<!წინა )(?<! რა )|(?<=ამ )|(?<=მიმდინარე )|^)წელს|tohtoročn\w+|tegoroczn\w+|ovogodišnj\w+|тазгодишн\w+|овогодишњ\w+|этогодн\w+|idei|šogad\w*|šiemet\w*|šių metų|joriy yil\w*|биыл\w*|bu il\w*|mwaka huu|ngayong taon|цьогор\w+|тази година|ове године|(?:මෙම|මේ) වසරේද?|(?:यस|यो) वर्ष|энэ жил(?!үүд)\w*|быйыл\w*|имсол\w*)(?!\w)|ឆ្នាំនេះ|ປີນີ້|(?:ယခု|ဒီ)နှစ်",
    ),
    (
        -1,
        r"last year|去年|昨年|上一?届|(?<!\d)(?<!\d )(?<!สอง)(?<!สาม)(?<!สี่)(?<!ห้า)(?<!สิบ)(?<!หลาย)ปีที่แล้ว|작년|지난해|năm ngoái|(?<!dua )(?<!tiga )(?<!empat )(?<!lima )(?<!enam )(?<!tujuh )(?<!delapan )(?<!sembilan )(?<!sepuluh )(?<!beberapa )(?<!puluhan )(?<!belasan )(?<!\d )tahun (?:lalu|lepas)|año pasado|ano passado|l an dernier|année dernière|letztes jahr|letzten jahr\w*|l anno scorso|в прошлом году|прошлого года|минулого року|минулоріч\w*|l an passé|l année passée|vergangene[nrs]? jahr\w*|vorig\w+ jahr\w*|vorig jaar|afgelopen jaar|ubiegłego roku|w ubiegłym roku|zeszłego roku|पिछले (?:साल|वर्ष)(?!ो)|العام الماضي|geçen yıl\w*|w zeszłym roku"
        r"|(?<!\w)(?:any passat|өнгөрсөн жил\w*|mwaka uliopita|پچھلے برس|گزشتہ برس|geçtiğimiz yıl\w*|loni|vloni|loňsk\w+|minulý rok|vlani|i fjol|i fjor|förra året|sidste år|viime vuonna|tavaly\w*|anul trecut|πέρσι|πέρυσι|περσιν\w+|(?<!دو )(?<!سه )(?<!چهار )(?<!پنج )(?<!ده )(?<!چند )(?<!\d )سال گذشته|پارسال|בשנה שעברה|אשתקד|গত বছর|pērn|mullu|möödunud aasta|prethodne godine|lani|loni|minul\w+ rok(?:u|a|em|om)?|minulega leta|minulo leto|lanskega leta|минатата година|минул\w+ години?|мінул\w+ год\w*|летась|prieš metus|praėjusiais metais|í fyrra|síðasta ári|të vitit të kaluar|vitin e kaluar|ng nakaraang taon|nakaraang taon|கடந்த ஆண்டு|گزشتہ (?:سال|برس)|پچھلے سال|गत वर्ष(?!ो)|गए साल|գ?անցյալ տար(?!իներ)\w+|նախորդ տար(?!իներ)\w+|გასულ(?:ი)? წ(?:ელ|ლი)\w*|შარშან\w*|o.?tgan yil(?!lar)\w*|ötən il(?!lər)\w*|(?:περασμένο|προηγούμενο)υ? (?:έτουσ|χρόνο|χρόνου)|(?:dell )?(?:anno scorso|scorso anno)|(?:العام|السنه) (?:الفائت|الماضيه|المنصرم)|গত বছর(?!গুল)[\u0980-\u09ff]*|prošle godine|vorjährig\w+|letztjährig\w+|fjolårets|fjorårets|sidste års|förra årets|fjorgam\w+|viime vuo\w+|viimevuoti\w+|mullu\w*|eelmise aasta|minuloročn\w+|vlaňajš\w+|zeszłoroczn\w+|ubiegłoroczn\w+|prošlogodišnj\w+|прошлогодн\w+|миналогодишн\w+|прошлогодишњ\w+|торішн\w+|pagājuš\w+ gad(?:s|a|am|u|ā)|pernai|praėjusių metų|былтыр\w*|өткен жыл(?!дар)\w*|o tgan yil(?!lar)\w*|keçən il(?!lər)\w*|mwaka jana|noong nakaraang taon|торік|минулої осені|прошле године|миналата година|(?:a|one) year (?:ago|earlier)|vor einem jahr|il y a un an|hace un año|há um ano|un anno fa|год назад|рік тому|rok temu|před rokem|bir yıl önce(?:ki)?|een jaar geleden|för ett år sedan|for et år siden|قبل عام|منذ عام|setahun (?:lalu|silam)|một năm trước|(?:පසුගිය|ගිය) වසරේද?|ноднин\w*|өткөн жыл(?!дар)\w*|соли гузашта|порсол)(?!\w)|(?<!\d)(?<!\d )(?<!ពីរ)(?<!បី)(?<!បួន)(?<!ប្រាំ)(?<!មួយ)(?<!ដប់)(?<!ច្រើន)ឆ្នាំ(?:មុន|ទៅ)|(?<!\d)(?<!\d )(?<!ສອງ)(?<!ສາມ)(?<!ສີ່)(?<!ຫ້າ)(?<!ຫົກ)(?<!ເຈັດ)(?<!ແປດ)(?<!ເກົ້າ)(?<!ສິບ)(?<!ຫຼາຍ)(?<!ຫລາຍ)ປີ(?:ກາຍ|ທີ່ແລ້ວ|ຜ່ານມາ)|မနှစ်က|ယမန်နှစ်|ပြီးခဲ့(?:သည့်|တဲ့)နှစ်|(?<![\d〇一二三四五六七八九十百数几])[一1]年(?:之|以)?前|(?<!\d)1년 전|일 년 전|หนึ่งปีก่อน",
    ),
    (
        1,
        r"next year|明年|来年|下一?届|ปีหน้า|내년|(?<!một )năm sau(?! (?:đó|khi)(?!\w))|năm tới|tahun depan|próximo año|próximo ano|l an prochain|année prochaine|nächstes jahr|nächsten jahr\w*|в следующем году|следующего года|наступного року|kommende[nrs]? jahr\w*|volgend jaar|komend jaar|العام القادم|prossimo anno|l anno prossimo|przyszłego roku|ano que vem|año que viene|अगले (?:साल|वर्ष)(?!ो)|العام المقبل|gelecek yıl\w*|w przyszłym roku"
        r"|(?<!\w)(?:příští\w* rok(?:u|em)?|budúc\w+ rok(?:u|a|om)?|nākam\w+ gad(?:s|a|am|u|ā)|ateinanč\w+ metų|kitų metų|kitąmet|tulev\w+ aasta(?![dti])\w*|järgmisel aastal|prihodnje leto|naslednje leto|sledeće godine|следеће године|следната година|следващата година|наступн\w+ год\w*|будущ(?:ий|его|ему|им|ем) год(?:а|у|ом|е)?|næsta ári|vitin e ardhshëm|அடுத்த ஆண்டு|(?:ائندہ|اگلے) (?:سال|برس)|आगामी वर्ष(?!ो)|հաջորդ տար(?!իներ)\w+|მომავალ(?:ი)? წ(?:ელ|ლი)\w*|növbəti il(?!lər)\w*|kelasi yil(?!lar)\w*|επόμενου έτουσ|επόμενο έτοσ|nästa år|næste år|neste år|ensi vuonna|jövőre|anul viitor|του χρόνου|سال اينده|בשנה הבאה|আগামী বছর|iduće godine|sljedeće godine|dogodine|догодин[ае]|nächstjährig\w+|nästa års|næste års|neste års|ensi vuo\w+|järgmise aasta|przyszłoroczn\w+|tahun hadapan|келесі жыл(?!дар)\w*|keyingi yil(?!lar)\w*|gələn il(?!lər)\w*|kelgusi yil(?!lar)\w*|mwaka ujao|sa susunod na taon|(?:ලබන|ඉදිරි|එළඹෙන) වසරේද?|(?:ирэх|дараа) жил(?!үүд)\w*|(?:кийинки|келерки) жыл(?!дар)\w*|соли оянда)(?!\w)|ឆ្នាំក្រោយ|ປີໜ້າ|(?:လာမည့်|နောက်)နှစ်",
    ),
    (
        -2,
        r"(?<!\w)(?:the year before last|two years (?:ago|earlier)|vorletzte[ns]? jahr\w*|avant dernière année|antepasado|anteaño|позапрошл\w+ год\w|позаминулого року|przedostatnim roku|evvelki yıl|eergisteren jaar|العام قبل الماضي|vor zwei jahren|il y a deux ans|hace dos años|há dois anos|due anni fa|два года назад|два роки тому|dwa lata temu|před dvěma lety|iki yıl önce(?:ki)?|twee jaar geleden|för två år sedan|for to år siden|kaksi vuotta sitten|قبل عامين|منذ عامين|dua tahun (?:lalu|silam)|hai năm trước)(?!\w)|(?<![\d〇一二三四五六七八九十百数几])[两二2]年(?:之|以)?前|前年(?!比|同期|度|增|の|同月)|(?<!\d)2년 전|재작년|一昨年|สองปีก่อน",
    ),
)
RELATIVES = tuple((shift, lazily(words)) for shift, words in _RELATIVE)

# The edition before, and the one to come: right before a name, or behind it.
_LAST_BEFORE = (
    r"last|latest|most recent|previous|past|letzt(?!jähr)\w+|vorig\w+|vergangen\w+|dernier|dernière|précédent\w*|último|última|pasad[oa]|anterior|passad[oa]|ultim[oa]|scors[oa]|precedente"
    r"|прошл(?!огод)\w+|предыдущ\w+|последн\w+|минул(?!огод|оріч)\w+|останн\w+|zeszł(?!oroczn)\w+|ostatni\w*|poprzedni\w*|geçen|(?<!yıl )(?<!ay )(?<!hafta )önceki|laatste|vorige|afgelopen|senaste|förra|siste|forrige|minul(?!oro[čc])\w+|posledn\w+|पिछले"
)
_NEXT_BEFORE = (
    r"next|upcoming|coming|forthcoming|nächst\w+|kommend\w+|bevorstehend\w+|prochain|prochaine|próximo|próxima|prossimo|prossima|следующ\w+|предстоящ\w+|ближайш\w+|наступн\w+|найближч\w+"
    r"|najbliższ\w+|przyszł\w+|następn\w+|gelecek|önümüzdeki|volgende|komende|aanstaande|nästa|kommande|næste|příští\w*|nadcházejíc\w+|अगले"
)
_LAST_UNSPACED, _NEXT_UNSPACED = (
    "上一?届|最近一[届次]|前回の?|直近の|지난|직전|최근",
    "下一?届|即将[举召]?[行开]?的?|次回の?|今度の|来たる|다음|차기|다가오는",
)
_LAST_AFTER = "terakhir|lalu|lần trước|vừa qua|vừa rồi|gần nhất|ครั้งที่แล้ว|ครั้งก่อน|ครั้งล่าสุด|ที่ผ่านมา|الاخير\\w*|الماضي\\w*|السابق\\w*|anterior|pasad[oa]|passad[oa]|précédent|scors[oa]"
_NEXT_AFTER = (
    "mendatang|berikutnya|depan|lần tới|sắp tới|ครั้งหน้า|ครั้งต่อไป|ที่จะถึง|القادم\\w*|المقبل\\w*|próxim[oa]"
)
_BEFORE_IT, _AFTER_IT = rf"(?:{BETWEEN})*$", r"(?![^\W\d_a-z\u0e00-\u0e7f])"
# Which way it lies; before a name; behind it.
NEIGHBOURS: tuple[tuple[Literal[-1, 1], re.Pattern[str], re.Pattern[str]], ...] = (
    (
        -1,
        lazily(rf"(?:(?<![^\W_])(?:{_LAST_BEFORE})(?![^\W_])|{_LAST_UNSPACED}){_BEFORE_IT}"),
        lazily(rf" ?(?:{_LAST_AFTER}){_AFTER_IT}"),
    ),
    (
        1,
        lazily(rf"(?:(?<![^\W_])(?:{_NEXT_BEFORE})(?![^\W_])|{_NEXT_UNSPACED}){_BEFORE_IT}"),
        lazily(rf" ?(?:{_NEXT_AFTER}){_AFTER_IT}"),
    ),
)


def year_of(text: str) -> int | None:
    """The common year of a year in any calendar: 2025, 2568, 令和7, 民国114."""
    if text.startswith("二"):
        return int("".join(str(_HAN.get(char, 0)) for char in text))
    digits = re.search(r"\d+$", text)
    for era, zero in _ERAS.items():
        if text.startswith(era):
            return zero + (int(digits.group()) if digits else 1)
    if digits is None:
        return None
    year = int(digits.group())
    if year < 100:  # a Thai one
        year += 2500
    return year - 543 if year in BUDDHIST else year


def number_of(match: re.Match[str]) -> int | None:
    """The number an ordinal expression counts; None where it counts nothing."""
    found = {name: group for name, group in match.groupdict().items() if group}
    tens = _TENS.get(found.pop("tens", ""), 0)
    text = next(iter(found.values()), "")
    if "ten" in found:
        return _GERMAN[found["ten"]] + _GERMAN_UNITS.index(found["unit"]) + 1
    if tens:
        return tens + _NUMBER_OF[text] if _NUMBER_OF.get(text, 10) < 10 else None
    if text.isascii() and text.isdecimal():
        return int(text)
    if text in _NUMBER_OF or text in _VIETNAMESE:
        return _NUMBER_OF.get(text) or _VIETNAMESE.get(text)
    if text and set(text) <= _ROMAN.keys():
        return _roman(text)
    return _han(text) if text and all(c in _HAN or c in "十百" or c.isdecimal() for c in text) else None


def _roman(text: str) -> int:
    values = [_ROMAN[char] for char in text]
    return sum(-v if v < after else v for v, after in zip(values, (*values[1:], 0), strict=True))


def _han(text: str) -> int:
    total = digit = 0
    for char in text:
        if char in "十百":
            total += (digit or 1) * (10 if char == "十" else 100)
            digit = 0
        else:
            digit = digit * 10 + (_HAN[char] if char in _HAN else int(char))
    return total + digit


_MONTHS: tuple[str, ...] = (
    "january|januári|januaru|januarju|jan|มกราคม|ม.ค.|januari|enero|janvier|januar|gennaio|janeiro|январ\\w+|січн\\w+|يناير|كانون الثاني|ocak|ocakta|styczni\\w+|जनवरी"
    "|lednov\\w+|ledna|lednu|leden|januára|januari|jan|tammikuu\\w*|január\\w*|ianuarie|ιανου[αά]ρ\\w+|ژانويه|ב?ינואר|jaanuar\\w*|জানুয়ারি[\u0980-\u09ff]*|siječ\\w+"
    "|қаңтар\\w*|جنوري|saus(?:į|io)|janvār\\w+|იანვ\\w+|janúar"
    "|հունվար\\w*|јануар\\w*|студзен\\w+|януари|januarja|yanvar\\w*|janarit?|ஜனவரி[\u0b80-\u0bff]*|जानेवारी\\w*",
    "february|februári|februaru|februarju|feb|กุมภาพันธ์|ก.พ.|februari|febrero|février|februar|febbraio|fevereiro|феврал\\w+|лют\\w+|فبراير|شباط|şubat|şubatta|lut\\w+|फरवरी"
    "|únorov\\w+|února|únoru|únor|februára|helmikuu\\w*|február\\w*|februarie|φεβρου[αά]ρ\\w+|فوريه|ב?פברואר|veebruar\\w*|ফেব্রুয়ারি[\u0980-\u09ff]*|veljač\\w+"
    "|ақпан\\w*|فروري|vasar(?:į|io)|februār\\w+|თებერვ\\w+|febrúar"
    "|փետրվար\\w*|фебруар\\w*|лют(?:ым|ага)|февруари|februarja|fevral\\w*|shkurtit?|pebrero|பிப்ரவரி[\u0b80-\u0bff]*|फेब्रुवारी\\w*",
    "march|martu|(?<=v )marci|martd[ae]|mar|มีนาคม|มี.ค.|maret|mac|maart|marzo|mars|märz|março|март\\w*|берез\\w+|مارس|اذار|mart|martta|marca|marcu|marzec|मार्च"
    "|březnov\\w+|března|březnu|březen|marts|maaliskuu\\w*|március\\w*|martie|μ[αά]ρτ\\w+|ב?מרץ|märts\\w*|মার্চ[\u0980-\u09ff]*|ožuj\\w+"
    "|наурыз\\w*|مارچ|kov(?:ą|o)|martā|მარტ\\w+|machi"
    "|մարտ\\w*|сакавік\\w*|marso|மார்ச்[\u0b80-\u0bff]*",
    "april|apríli|aprilu|apr|เมษายน|เม.ย.|abril|avril|aprile|апрел\\w+|квіт\\w+|ابريل|نيسان|nisan|nisanda|kwiet\\w+|अप्रैल"
    "|dubnov\\w+|dubna|dubnu|duben|huhtikuu\\w*|április\\w*|aprilie|απρ[ιί]λ\\w+|اوريل|ב?אפריל|aprill\\w*|এপ্রিল[\u0980-\u09ff]*|travanj|travnj[au]"
    "|сәуір\\w*|اپريل|baland(?:į|žio)|aprīl\\w+|აპრილ\\w+|apríl|aprili"
    "|ապրիլ\\w*|април\\w*|красавік\\w*|aprila|aprel\\w*|prill\\w*|ஏப்ரல்[\u0b80-\u0bff]*|एप्रिल\\w*",
    "may|máji|พฤษภาคม|พ.ค.|mei|mayo|mai|maggio|maio|ма[йяе]|трав\\w+|مايو|ايار|mayıs|mayısta|maja|maju|maj|मई"
    "|květnov\\w+|května|květnu|květen|mája|toukokuu\\w*|május\\w*|μ[αά][ιΐϊ]ο\\w*|ב?מאי|svib\\w+"
    "|мамыр\\w*|مئي|geguž(?:ę|ės)|maij\\w+|მაის\\w+|maí"
    "|մայիս\\w*|мај(?:а|у|ем|от|ск\\w+)?|mayda|majit?",
    "june|júni|junu|jun|มิถุนายน|มิ.ย.|juni|junio|juin|giugno|junho|июн\\w+|черв\\w+|يونيو|حزيران|haziran|haziranda|czerw\\w+|जून"
    "|červnov\\w+|června|červnu|červen|júna|kesäkuu\\w*|június\\w*|iunie|ιο[υύ]ν[ιί]\\w+|ژوئن|ב?יוני|juuni\\w*|জুন[\u0980-\u09ff]*|lip(?:anj|nj[au])"
    "|маусым\\w*|جون|biržel(?:į|io)|jūnij\\w+|ივნის\\w+|júní"
    "|հունիս\\w*|јун(?:а|е|у|и|иот|ск\\w+)?|чэрвен\\w+|юни|junij\\w*|iyun\\w*|qershor\\w*|hunyo|ஜூன்[\u0b80-\u0bff]*",
    "july|jul|กรกฎาคม|ก.ค.|juli|julai|julio|juillet|luglio|julho|июл\\w+|лип\\w+|يوليو|تموز|temmuz|temmuzda|lip(?:iec|c\\w+)|जुलाई"
    "|červencov\\w+|července|červenci|červenec|júla|heinäkuu\\w*|július\\w*|iulie|ιο[υύ]λ[ιί]\\w+|ژوئيه|ב?יולי|juuli\\w*|জুলাই[\u0980-\u09ff]*|srp(?:anj|nja)"
    "|шілде\\w*|جولائي|liep(?:ą|os)|jūlij\\w+|ივლის\\w+|júlí"
    "|հուլիս\\w*|јул(?:а|е|у|и|иот|ск\\w+)?|ліпен\\w+|юли|julij\\w*|jul[au]|iyul\\w*|korrik\\w*|hulyo|ஜூலை[\u0b80-\u0bff]*|जुलै\\w*|srpnju|júl[ia]?",
    "august|(?<=v )auguste|augustu|avgustu|aug|สิงหาคม|ส.ค.|agustus|ogos|augustus|agosto|août|август\\w*|серп\\w+|اغسطس|ağustos|ağustosta|sierp\\w+|अगस्त"
    "|srpnov\\w+|srpna|srpnu|srpen|elokuu\\w*|augusztus\\w*|augusti|α[υύ]γο[υύ]στ\\w+|ב?אוגוסט|আগস্ট[\u0980-\u09ff]*|kolovoz\\w*"
    "|тамыз\\w*|اگست|rugpjū(?:tį|čio)|augustā|augustis|აგვისტო\\w*|ágúst|agosti"
    "|օգոստոս\\w*|жні[вў]\\w+|avgust\\w*|avqust\\w*|gusht\\w*|ஆகஸ்ட்[\u0b80-\u0bff]*|ऑगस्ट\\w*",
    "september|septembri|septembru|sept|sep|กันยายน|ก.ย.|septiembre|septembre|settembre|setembro|сентябр\\w+|верес\\w+|سبتمبر|ايلول|eylül|eylülde|wrze\\w+|सितंबर"
    "|zářijov\\w+|září|septembra|syyskuu\\w*|szeptember\\w*|septembrie|σεπτ[εέ]μβρ\\w+|سپتامبر|ב?ספטמבר|সেপ্টেম্বর[\u0980-\u09ff]*|ruj(?:an|n[au])"
    "|қыркүйек\\w*|ستمبر|rugsėj(?:į|o)|septembr[īi]\\w*|septembris|სექტემბ\\w+|septemba"
    "|սեպտեմբեր\\w*|септемб\\w+|верасн\\w+|septembar|sentyabr\\w*|sentabr\\w*|shtator\\w*|setyembre|செப்டம்பர்[\u0b80-\u0bff]*|सप्टेंबर\\w*",
    "october|októbri|oktobru|oct|ตุลาคม|ต.ค.|oktober|octubre|octobre|ottobre|outubro|октябр\\w+|жовт\\w+|اكتوبر|تشرين الاول|ekim|ekimde|paździer\\w+|अक्टूबर"
    "|říjnov\\w+|října|říjnu|říjen|októbra|lokakuu\\w*|október\\w*|octombrie|οκτ[ωώ]βρ\\w+|اكتبر|ב?אוקטובר|oktoob\\w+|oktoobri\\w*|অক্টোবর[\u0980-\u09ff]*"
    "|қазан\\w*|spal(?:į|io)|oktobr[īi]\\w*|ოქტომბ\\w+|oktoba"
    "|հոկտեմբեր\\w*|октоб\\w+|октомври|кастрычнік\\w*|oktobr[ua]|oktobar|oktyabr\\w*|oktabr\\w*|tetor\\w*|oktubre|அக்டோபர்[\u0b80-\u0bff]*|ऑक्टोबर\\w*",
    "november|novembri|novembru|nov|พฤศจิกายน|พ.ย.|noviembre|novembre|novembro|ноябр\\w+|листоп\\w+|نوفمبر|تشرين الثاني|kasım|kasımda|listopad\\w*|नवंबर"
    "|novembra|november(?:ben|ében|i|ig|től|re)|marraskuu\\w*|noiembrie|νο[εέ]μβρ\\w+|نوامبر|ב?נובמבר|নভেম্বর[\u0980-\u09ff]*|studen\\w+"
    "|қараша\\w*|نومبر|lapkri(?:tį|čio)|novembr[īi]\\w*|novembris|ნოემბ\\w+|nóvember|novemba"
    "|նոյեմբեր\\w*|новемб\\w+|ноември|лістапад\\w*|novembar|noyabr\\w*|nëntor\\w*|nobyembre|நவம்பர்[\u0b80-\u0bff]*|नोव्हेंबर\\w*",
    "december|decembri|decembru|dec|ธันวาคม|ธ.ค.|desember|disember|diciembre|décembre|dezember|dicembre|dezembro|декабр\\w+|груд\\w+|ديسمبر|aralık|aralıkta|grud\\w+|दिसंबर"
    "|prosincov\\w+|prosince|prosinci|prosinec|decembra|december(?:ben|ében|i|ig|től|re)|joulukuu\\w*|decembrie|δεκ[εέ]μβρ\\w+|دسامبر|ב?דצמבר|detsemb\\w+|ডিসেম্বর[\u0980-\u09ff]*|prosin(?:ac|c[au])"
    "|желтоқсан\\w*|دسمبر|gruod(?:į|žio)|decembr[īi]\\w*|დეკემბ\\w+|desemba"
    "|դեկտեմբեր\\w*|децемб\\w+|декември|снеж(?:ань|н[яію]|нем)|decembar|dekabr\\w*|dhjetor\\w*|disyembre|டிசம்பர்[\u0b80-\u0bff]*|डिसेंबर\\w*",
)
_MONTH = "|".join(
    f"(?P<m{number}>{words.replace('.', chr(92) + '.')})" for number, words in enumerate(_MONTHS, 1)
)
# Thai writes its words together: "เมื่อเดือนกุมภาพันธ์ที่ผ่านมา".
_THAI = "[\u0e00-\u0e7f]"
NAMED_DATE = lazily(
    rf"(?:(?<!\d)(?P<d1>\d{{1,2}})(?:st|nd|rd|th|\.|º|er)?(?:\s(?:to\s|of\s|de\s|ถึง\s|bis\s|по\s|al\s|au\s|et\s|y\s|до\s|til\s|till\s|tot\s|do\s|and\s|und\s|och\s|og\s|až\s)?\d{{1,2}}\.?)?\s(?:of\s|de\s)?)?"
    rf"(?:(?<![^\W\d_])|(?<={_THAI})(?={_THAI}))(?:{_MONTH})(?:(?![^\W\d_])|(?<={_THAI})(?={_THAI}))\.?"
    rf"(?:\s(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?(?!\d)(?:\s(?:to\s|and\s|through\s)?\d{{1,2}}(?!\d))?)?"
    rf"(?:[\s,]+(?:of |de |del |di |года? )?(?P<year>{YEAR}))?"
)
NUMBER_DATE = lazily(
    rf"(?:(?P<y1>{ANY_YEAR})\s?(?:年|년)\s?)?(?P<m1>\d{{1,2}})\s?(?:月|월)(?:\s?(?P<d1>\d{{1,2}})(?:\s?(?:日|일|至|~|到|,))?)?"
    rf"|(?P<y2>{YEAR})[ ./](?P<m2>\d{{1,2}})[ ./](?P<d2>\d{{1,2}})(?!\d)"
    rf"|(?<!\d)(?P<d3>\d{{1,2}})[ ./](?P<m3>\d{{1,2}})[ ./](?P<y3>{YEAR})"
    rf"|(?:(?P<d4>\d{{1,2}})\s)?tháng\s(?P<m4>\d{{1,2}})(?:\s?(?:năm|,|/)?\s?(?P<y4>{YEAR}))?"
    # "7.–11.12.", "từ 3 đến 6/3": days of one month, or of two, in figures
    r"|(?<![\d.,/])(?P<d5>\d{1,2})(?:[./](?P<n5>\d{1,2}))?\.?\s(?:bis (?:zum )?|do |al |au |to |по |s d |đến (?:hết )?(?:ngày )?|sampai |hingga |và |dan |y |e |et |und |i |и )?"
    rf"(?P<l5>\d{{1,2}})[./](?P<m5>1[0-2]|0?[1-9])(?![\d/%]|[.,/]\d(?!\d\d\d)|\s?(?:%|m(?:illi|rd|ln)|млн|million|triệu|tỷ))(?:[./](?P<y5>{YEAR}))?"
)
