"""The number of an edition in words or figures, right before or behind its name, by the article's language:
"az ötödik Web Summit", "5-ші", "पांचवें", "החמישית".

numerals.py knows the ordinals of fifteen languages anywhere; these are words of others there ("pet", "noua", "andra"), and
are read only in their own. "First" is left out: "their first Web Summit" is as often somebody's own; and "second" (§) where
the word is "other", too.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import datetime
from functools import cache

from crawler.flag.editions.own import REACH, Resolved, latest_year
from crawler.flag.editions.told_words import OF_A_PART
from crawler.flag.text.fold import folded_name
from crawler.flag.text.numerals import BETWEEN
from crawler.flag.text.reading import Reading
from crawler.flag.watchlist.forum import Forum
from crawler.patterns import lazily

# From "second" on, each word without its endings, / between words of one number; the endings.
_WORDS: dict[str, tuple[str, str]] = {
    "hu": (
        "második harmadik negyedik ötödik hatodik hetedik nyolcadik kilencedik tizedik tizenegyedik tizenkettedik tizenharmadik tizennegyedik tizenötödik tizenhatodik tizenhetedik tizennyolcadik tizenkilencedik huszadik",
        "",
    ),
    "fi": (
        "§ kolma neljä viide kuude seitsemä kahdeksa yhdeksä kymmene",
        "(?:nen|sen|sessa|sta|seen|s|nnen|nness[aä]|nteen|tt[aä]|nnell[aä]|nnest[aä]|nnelle)",
    ),
    "et": ("<kümne_tei kolma nelja viie kuue seitsme kaheksa üheksa kümne", "(?:ne|se|sel|ses|st|s|nda|ndal|ndas|ndat|ndale|ndalt)"),
    "lv": ("§ treš ceturt piekt sest septīt astot devīt desmit", "(?:ais|ā|ajā|ajam|ajai|o|ās|ie)"),
    "lt": (
        "antr treči ketvirt penkt šešt septint aštunt devint dešimt",
        "(?:as|oji|osios|ojoje|ąją|ajame|oje|ajam|osiose|ąjį|ajai|ą|os|ojo)",
    ),
    "cs": (
        "druh třet čtvrt pát šest sedm osm devát desát jedenáct dvanáct třináct čtrnáct patnáct šestnáct sedmnáct osmnáct devatenáct dvacát",
        "(?:ý|á|é|ého|ém|ému|ou|ým|í|ího|ím|ímu)",
    ),
    "sk": (
        "druh tret/treť štvrt piat šiest siedm ôsm deviat desiat jedenást dvanást trinást štrnást pätnást šestnást sedemnást osemnást devätnást dvadsiat",
        "(?:ý|á|é|ej|ého|om|ú|ou|ým|í|ia|iu|ieho|iom|y|a|e|u)",
    ),
    "hr": (
        "§ treć četvrt pet šest sedm osm devet deset jedanaest dvanaest trinaest četrnaest petnaest šesnaest sedamnaest osamnaest devetnaest dvadeset",
        "(?:i|a|e|o|og|oga|om|oj|u|im|em|eg)",
    ),
    "sr": (
        "§ treć/трећ četvrt/четврт pet/пет šest/шест sedm/седм osm/осм devet/девет deset/десет jedanaest/једанаест dvanaest/дванаест trinaest/тринаест četrnaest/четрнаест petnaest/петнаест šesnaest/шеснаест sedamnaest/седамнаест osamnaest/осамнаест devetnaest/деветнаест dvadeset/двадесет",
        "(?:i|a|e|o|og|oga|om|oj|u|im|em|eg|и|а|е|о|ог|ога|ом|ој|у|им|ем|ег)",
    ),
    "sl": (
        "§ tretj četrt pet šest sedm osm devet deset enajst dvanajst trinajst štirinajst petnajst šestnajst sedemnajst osemnajst devetnajst dvajset",
        "(?:i|a|e|ega|em|o|im)",
    ),
    "mk": ("втор трет четврт петт шестт седм осм деветт десетт", "(?:иот|ата|ото|и|а|о)"),
    "bg": (
        "втор трет четвърт пет шест седм осм девет десет единадесет/единайсет дванадесет/дванайсет тринадесет/тринайсет четиринадесет/четиринайсет петнадесет/петнайсет шестнадесет/шестнайсет седемнадесет/седемнайсет осемнадесет/осемнайсет деветнадесет/деветнайсет двадесет",
        "(?:ият|ия|ата|ото|и|а|о|тия|тият)",
    ),
    "uk": (
        "друг трет четверт п?ят шост сьом восьм дев?ят десят одинадцят дванадцят тринадцят чотирнадцят п?ятнадцят шістнадцят сімнадцят вісімнадцят дев?ятнадцят двадцят",
        "(?:ий|а|е|ого|ому|ій|у|ою|им|ім|ю|я|ьому|ього|ої)",
    ),
    "be": (
        "друг трэц чацвёрт/чацверт пят шост сём/сям восьм дзявят/дзевят дзясят/дзесят",
        "(?:і|ы|ая|ае|ага|ым|ай|ую|яя|яга|яй|іі|ой)",
    ),
    "kk": ("екінші үшінші төртінші бесінші алтыншы жетінші сегізінші тоғызыншы оныншы", ""),
    "uz": ("ikkinchi uchinchi to?rtinchi beshinchi oltinchi yettinchi sakkizinchi to?qqizinchi o?ninchi", ""),
    "az": ("ikinci üçüncü dördüncü beşinci altıncı yeddinci səkkizinci doqquzuncu onuncu", ""),
    "tr": ("ikinci üçüncü dördüncü beşinci altıncı yedinci sekizinci dokuzuncu onuncu", ""),
    "ka": (
        "მეორე მესამე მეოთხე მეხუთე მეექვსე მეშვიდე მერვე მეცხრე მეათე მეთერთმეტე მეთორმეტე მეცამეტე მეთოთხმეტე მეთხუთმეტე",
        "",
    ),
    "hy": ("երկրորդ երրորդ չորրորդ հինգերորդ վեցերորդ յոթերորդ ութերորդ իններորդ տասներորդ", ""),
    "hi": (
        "§ तीसर चौथ पांचव/पाँचव छठ सातव आठव नौव दसव ग्यारहव बारहव तेरहव चौदहव पंद्रहव सोलहव सत्रहव अठारहव उन्नीसव बीसव",
        "[\u0900-\u0903\u093a-\u094f]{0,3}",
    ),
    "bn": (
        "দ্বিতীয় তৃতীয় চতুর্থ পঞ্চম ষষ্ঠ সপ্তম অষ্টম নবম দশম একাদশ দ্বাদশ ত্রয়োদশ চতুর্দশ পঞ্চদশ ষোড়শ সপ্তদশ অষ্টাদশ ঊনবিংশ বিংশ",
        "",
    ),
    "ur": (
        "§ تیسر چوتھ پانچوی چھٹ ساتوی آٹھوی نوی دسوی گیارہوی بارہوی تیرہوی چودہوی پندرہوی سولہوی",
        "(?:ا|ي|ے|ں|ه)?",
    ),
    "el": ("δεύτερ τρίτ τέταρτ πέμπτ έκτ έβδομ όγδο ένατ δέκατ ενδέκατ δωδέκατ", "(?:[ηή]σ?|[οό]σ?|[οό]υ|[ηή]ν|α|[οό]ν)"),
    "fa": (
        "دومین سومین چهارمین پنجمین ششمین هفتمین هشتمین نهمین دهمین یازدهمین دوازدهمین سیزدهمین چهاردهمین پانزدهمین شانزدهمین هفدهمین هجدهمین نوزدهمین بیستمین",
        "",
    ),
    "ro": (
        "a_doua/al_doilea a_treia/al_treilea a_patra a_cincea a_șasea a_șaptea a_opta a_noua a_zecea a_unsprezecea a_douăsprezecea a_treisprezecea a_paisprezecea a_cincisprezecea a_șaisprezecea",
        "(?: ediție (?:a|al))?",
    ),
    "sv": (
        "§ tredje fjärde femte sjätte sjunde åttonde nionde tionde elfte tolfte trettonde fjortonde femtonde sextonde sjuttonde artonde nittonde tjugonde",
        "",
    ),
    "da": (
        "§ tredje fjerde femte sjette syvende ottende niende tiende ellevte/elvte tolvte trettende fjortende femtende sekstende syttende attende nittende tyvende",
        "",
    ),
    "no": (
        "§ tredje fjerde femte sjette sjuende/syvende åttende niende tiende ellevte tolvte trettende fjortende femtende sekstende syttende attende nittende tjuende/tyvende",
        "",
    ),
    "nl": (
        "tweede derde vierde vijfde zesde zevende achtste negende tiende elfde twaalfde dertiende veertiende vijftiende zestiende zeventiende achttiende negentiende twintigste",
        "",
    ),
    "is": ("§ þriðj fjórð fimmt sjött sjöund áttund níund tíund", "(?:a|u|i|um)?"),
    "ta": (
        "இரண்டாவது மூன்றாவது நான்காவது ஐந்தாவது ஆறாவது ஏழாவது எட்டாவது ஒன்பதாவது பத்தாவது",
        "",
    ),
    "mn": (
        "хоёрдугаар/хоёр_дахь гуравдугаар/гурав_дахь дөрөвдүгээр/дөрөв_дэх тавдугаар/тав_дахь зургадугаар/зургаа_дахь долдугаар/долоо_дахь наймдугаар/найм_дахь есдүгээр/ес_дэх аравдугаар/арав_дахь",
        "",
    ),
}  # fmt: skip
_WORDS |= {"nb": _WORDS["no"], "nn": _WORDS["no"], "bs": _WORDS["hr"]}
# Tens that stand as a word of their own before these: "چهل و پنجمین", "iyirmi beşinci"; 10, 20 … 50, without their endings.
_TENS: dict[str, str] = {
    "fa": "§ بیست_و سی_و چهل_و پنجاه_و",
    "az": "on iyirmi otuz qırx əlli",
    "tr": "on yirmi otuz kırk elli",
    "kk": "он жиырма отыз қырық елу",
    "uz": "o?n yigirma o?ttiz qirq ellik",
    "uk": "§ двадцять тридцять сорок п?ятдесят",
    "be": "§ дваццаць трыццаць сорак пяцьдзясят",
    "hr": "§ dvadeset/dvadeset_i trideset/trideset_i četrdeset/četrdeset_i pedeset/pedeset_i",
    "sr": "§ dvadeset/двадесет/двадесет_и trideset/тридесет/тридесет_и četrdeset/четрдесет/четрдесет_и pedeset/педесет/педесет_и",
    "bg": "§ двадесет_и тридесет_и четиридесет_и/четирисет_и петдесет_и",
    "mk": "§ дваесет_и триесет_и четириесет_и педесет_и",
    "lv": "§ divdesmit trīsdesmit četrdesmit piecdesmit",
    "lt": "§ dvidešimt trisdešimt keturiasdešimt penkiasdešimt",
    "cs": "§ dvacát třicát čtyřicát padesát",
    "sk": "§ dvadsiat tridsiat štyridsiat päťdesiat",
    "el": "δέκατ εικοστ τριακοστ τεσσαρακοστ πεντηκοστ",
    "et": "§ kahekümne kolmekümne neljakümne viiekümne",
    "is": "§ tuttugasti_og/tuttugasta_og/tuttugustu_og",
    "mn": "арван хорин гучин дөчин тавин",
}
_TENS |= {"bs": _TENS["hr"]}
# "GDEC kedua digelar", "... kedua di Beijing", at the end; not "di GDEC kedua negara", both countries.
_COUNTED = (
    r"(?= ?(?:[.,;:!?()\n\x02]|$)| (?:di|pada|dari|ke|yang|akan|telah|sudah|dan|dengan|untuk|tahun|ini|itu|tersebut|berlangsung|berakhir|bertempat|bertema"
    r"|di(?:gelar|adakan|selenggarakan|buka|tutup|laksanakan|mulai|hadiri|rasmikan|langsungkan|anjurkan)|menghadirkan|mengusung|menampilkan)(?!\w))"
)
# The same behind the name.
_BEHIND: dict[str, tuple[str, str]] = {
    "id": ("kedua ketiga keempat kelima keenam ketujuh kedelapan/kelapan kesembilan kesepuluh", _COUNTED),
    "he": (
        "השני השלישי הרביעי החמישי השישי/הששי השביעי השמיני התשיעי העשירי",
        "[הת]?(?! עשר)(?! (?:ל?חודש|ב(?:ינואר|פברואר|מרץ|אפריל|מאי|יוני|יולי|אוגוסט|ספטמבר|אוקטובר|נובמבר|דצמבר)))",
    ),
}
_BEHIND |= {"ms": _BEHIND["id"]}
# Figures and what makes them ordinals, before the name.
_FIGURES: dict[str, str] = {
    "el": "(?:η|ησ|ο|οσ|ου|ην)",
    "kk": " (?:ші|шы)",
    "uz": " (?:chi|nchi)",
    "az": " (?:c[iıuü]|nc[iıuü])",
    "hy": " ?րդ",
    "ka": " ?ე",
    "lt": " (?:oji|asis|osios|ojoje|ajame|ąją|ajam)",
    "bg": " (?:ата|та|тата|ма|мата|ти|тия|ят|я|ия|и|а)",
    "uk": " (?:та|ту|ій|ої|й|го|му|а|ма|у)",
    "hi": " ?व(?:ा|ां|ाँ|े|ें|ीं|ी)?",
    "bn": " ?(?:ম|তম|য়|র্থ|শ)",
    "ur": " ?وي?ں?",
    "ta": " ?(?:வது|ஆவது|ம்)",
    "mn": " (?:р|дугаар|дүгээр|дахь|дэх)",
    "ro": " a",
}
_WORD_BEHIND = lazily(r"(?P<figure>\d{1,3}) (?:[aoeаоеийя]|re|ta) ")
_KA_BEFORE = r"|(?<!\w)მე (?P<figure2>\d{1,3})"


def counted(
    reading: Reading, place: tuple[int, int], forum: Forum, published: datetime | None
) -> Resolved | None:
    """The edition that an ordinal of the article's language right beside the name at the folded [start, end) counts."""
    if not forum.ordinal:
        return None
    before, behind = _pattern(reading.language, False), _pattern(reading.language, True)
    text, (start, end) = reading.text, place
    match = before.search(text, max(0, start - REACH), start) if before else None
    match = match or (behind.match(text, end) if behind else None)
    if match is None or OF_A_PART.match(text, end) or _apart(reading, match):
        return None
    number = _number_of(match)
    year = forum.year_of(number) if number else None
    if year is None or year > latest_year(published):
        return None
    return Resolved(year, min(start, match.start()), max(end, match.end()), "ordinal")


def in_two_words(reading: Reading, told: Resolved) -> bool:
    """Whether what looks like an ordinal's ending before a name is a word: "padiglione 5 a GDEC", "hala 5 a GDEC"."""
    match = _WORD_BEHIND.match(reading.text, told.start) if told.sort == "ordinal" else None
    if match and reading.language == "fr" and match.group().endswith(" e "):
        return False  # "la 5 e", whose e is set above the line
    return match is not None and reading.whole[reading.folded.origin(match.end("figure"))].isspace()


def _apart(reading: Reading, match: re.Match[str]) -> bool:
    """Whether a figure and what makes it an ordinal are two words: "зала 5 и", "hala 5 a", and no "5-и", "5-a"."""
    figure = match.groupdict().get("figure")
    at = (
        match.end("figure")
        if figure
        else match.start("figure2") - 1
        if match.groupdict().get("figure2")
        else -1
    )
    return at >= 0 and reading.text[at] == " " and reading.whole[reading.folded.origin(at)].isspace()


def _number_of(match: re.Match[str]) -> int | None:
    names = [name for name, text in match.groupdict().items() if text]
    figures = next((name for name in names if name.startswith("figure")), None)
    return int(match[figures]) if figures else sum(int(name[1:]) for name in names)


@cache
def _pattern(language: str, behind: bool) -> re.Pattern[str] | None:
    """What finds an ordinal of the language right before a name, or behind it; None where none is known."""
    table = _BEHIND if behind else _WORDS
    if language not in table:
        return None
    stems, endings = table[language]
    words = _numbered("n", range(2, 100), stems)
    if behind:
        return re.compile(rf" (?:{words}){endings}(?!\w)")
    figures = _FIGURES.get(language)
    numbers = rf"|(?<![\w.,])(?P<figure>\d{{1,3}}){figures}(?!\w)" if figures else ""
    numbers += _KA_BEFORE if language == "ka" else ""
    if language in _TENS:
        words = rf"(?:(?:{_numbered('t', range(10, 60, 10), _TENS[language])})(?:{endings})? )?(?:{words})"
    return re.compile(rf"(?:(?<!\w)(?:{words}){endings}(?!\w){numbers})(?: |{BETWEEN})*$")


def _numbered(kind: str, numbers: Iterable[int], stems: str) -> str:
    """An alternation of the words, each a group named after its number."""
    pairs = zip(numbers, stems.split(), strict=False)
    return "|".join(
        f"(?P<{kind}{number}>{'|'.join(map(_stem, forms.split('/')))})" for number, forms in pairs
    )


def _stem(word: str) -> str:
    """A word as folded texts have it; ? where an apostrophe stands, which folding makes a space, and before _ in <kümne_tei
    what it must stand behind: alone it means another thing."""
    if word.startswith("<"):
        before, _, word = word[1:].partition("_")
        return f"(?<={re.escape(folded_name(before))} ){_stem(word)}"
    return "[ ]?".join(re.escape(folded_name(part)) for part in word.replace("_", " ").split("?"))
