"""A name → the edition of the year that stands right behind it, or of the one after a year told before: "at CES in Las Vegas in
2024 and at VivaTech the following year".

Who was there says so more plainly than the day of publication. Patterns over folded text.
"""

from __future__ import annotations

from datetime import datetime

from crawler.flag.editions.bygone import is_there
from crawler.flag.editions.own import Resolved, pictured
from crawler.flag.editions.told_words import STOP
from crawler.flag.editions.uncounted import of_money
from crawler.flag.text.numerals import ANY_YEAR, year_of
from crawler.flag.text.reading import Reading
from crawler.flag.watchlist.forum import Forum
from crawler.patterns import lazily

FAR = 40  # characters behind a name in which its city and a preposition may stand before the year
BEFORE = 64  # ... before it in which "the following year" begins
ANCHOR = 160  # ... before those words in which the year stands that they follow
WORDS = 5  # between those words and a name: "a year later won a prize at Web Summit"
COUNT = 20  # ... before them in which stands how many years they count
SIGNS = 8  # characters between the two where no spaces part words
_LAST_SPACED = "\u0dff"  # behind it are Thai, Chinese, Japanese and Korean
_TOWN = r"(?: (?:in|im|i|en|à|a|em|de|di|w|we|v|в|у|u|te|στη|στο|di|tại|ở|في|در) [^\W\d_]{3,14}(?: [^\W\d_]{3,10})?| ב[א-ת]{3,12}(?: [א-ת]{3,8})?)"
CITY = rf"{_TOWN}?"
_IN = r"(?:in|in the year|i|im jahre?|en|em|nel|nell anno|в|у|w|w roku|v|v roce|v roku|u|în|în anul|år|året|vuonna|το|στο|τον|το έτοσ|во|през|leta|árið|vào năm|pada tahun|pada|في عام|في|در سال|mwaka|noong|ב|בשנת)"
_NO_NUMBER = r"(?![\d%]|[.,:]\d| ?[-–/] ?\d)"
# ... and without a preposition, where the clause ends behind it: "på CES i Las Vegas 2023 och"
_ENDS = r"(?= ?(?:[.,;:)!?\x02]|$)| (?:and|und|och|og|et|y|e|en|i|и|where|when|wo|där|där|når|da|als)(?!\w))"
_IN_YEAR = lazily(rf"{CITY},? {_IN} (?P<year>{ANY_YEAR}){_NO_NUMBER}|{_TOWN} (?P<bare>{ANY_YEAR}){_ENDS}")
# ... and right before the word for being there; in Croatian and Serbian a year alone says when, with a point behind it.
_YEAR_LEADS = lazily(
    rf"(?<!\w){_IN} (?P<year>{ANY_YEAR}(?:\.? (?:г\.?|году|року|році|годзе|roku|r\.|gada|жылы|yilda|ilində))?)(?P<at> (?:at|during|auf|beim?|au|aux|à|en|na|no|nas|nos|a|al|alla|all|op|på|ved|la|în|στ\w{{1,3}}|на|w|v|ve|в|у|di|tại|ở|في)(?: (?:the|der|dem|die|la|le|l|el|il|lo|o|de|het))? )$"
    rf"|(?<!od )(?<!do )(?<!iz )(?<!za )(?<!од )(?<!до )(?<!из )(?<!за )(?P<dotted>{ANY_YEAR}\.(?: godine| године| god\.)?)(?P<on> (?:na|u|на|у) )$"
)
# Before it, that something is only compared with that year, or began in it: "more than in 2019 at CES".
_NOT_THEN = lazily(
    r"(?<!\w)(?:than|as|like|unlike|comme|als|zoals|wie|som|liksom|cum|mint|kuten|kao|jako|као|него|като|que|qu|di|como|che|чем|как|ніж|як|niż|jak|než|ako|nego|kot|dan|än|end|enn|decât|от|hơn"
    r"|(?:co ?)?founded|established|created|launched|born|based|gegründete?\w{0,2}|fondée?s?|créée?s?|née?s?|fundad[oa]s?|cread[oa]s?|nacid[oa]s?|criad[oa]s?|nascid[oa]s?|fondat[oaie]|nat[oaie]|creat[oaie]|înființat\w?|основан\w*|созданн?\w*|заснован\w*|створен\w*|założon\w+|powstał\w*|založen\w*|osnovan\w*|ustanovljen\w*|opgericht|grundad|grundlagt|stiftet|didirikan|thành lập) ?$"
)
_FOLLOWING = (
    r"(?:(?<!\w)(?:(?:in )?the following year|(?:a|one) year later|the year (?:after that|thereafter|after(?= (?:at|in|on|it|he|she|they)(?!\w)|[.,;]))|im (?:jahr (?:darauf|danach)|(?:darauf ?)?folgenden jahr|folgejahr)|ein jahr (?:später|darauf|danach)|l année (?:suivante|d après)|un an (?:plus tard|après)"
    r"|(?:al|el) año siguiente|un año (?:después|más tarde)(?! de)|n?o ano seguinte|um ano (?:depois|mais tarde)(?! d[aeo])|(?:n?ell? ?|l )anno (?:dopo|successivo|seguente)|un anno (?:dopo|più tardi)|l any següent|un any (?:després|més tard)|un an mai târziu"
    r"|(?:in )?het jaar (?:daarop|erop|daarna|erna)|(?:in )?het daaropvolgende jaar|een jaar later|året (?:därpå|därefter|(?:efter|etter)(?= (?:på|i|ved|vid|hos)(?!\w)|[.,;]))|ett år senare|et år senere|påföljande år|(?:det )?påfølgende år|(?:det )?følgende år|seuraavana vuonna|vuotta myöhemmin|aasta hiljem|järgneval aastal"
    r"|egy évvel később|a(?:z)? (?:rákövetkező|azt követő) évben|rok (?:później|potem)|(?:o )?rok později|rok poté|o rok neskôr|rok nato|год спустя|годом позже|на следующий год|роком пізніше|рік по тому|година по късно|godinu dana (?:kasnije|poslije)|годину дана касније|leto (?:dni )?(?:pozneje|kasneje)"
    r"|(?:ένα|έναν) χρόνο αργότερα|την επόμενη χρονιά|ertesi (?:yıl|sene)|bir yıl sonra(?:sında)?|bir sonraki yıl|(?:في )?(?:العام|السنه) التالي(?:ه)?|بعد ذلك بعام|بعدها بعام|ו?בשנה שלאחר מכן|ו?שנה (?:לאחר מכן|אחר כך|מאוחר יותר)|يك سال بعد|setahun (?:kemudian|berselang)|tahun berikutnya"
    r"|(?:một )?năm sau đó|một năm sau|năm tiếp theo|एक साल बाद|mwaka uliofuata|nang sumunod na taon)(?!\w)|次年|翌年|(?<![每起])隔年(?![でにのご一举召开])|第[二2]年|(?<![\d一二三四五六七八九十百])[一1]年之?后|이듬해|다음 ?해|(?<!\d)1년 (?:뒤|후)(?!반)|(?:หนึ่ง)?ปี(?:ถัดมา|ต่อมา))"
)
_SAID = lazily(_FOLLOWING)
_BEHIND = lazily(rf"(?:\w{{0,4}}(?<! ))?{CITY} (?P<said>{_FOLLOWING})")
# Between the words and a name: no other clause begins.
_CLAUSE = lazily(
    rf"[\s,—–:-]*(?:(?!(?:and|but|which|that|who|und|aber|et|mais|qui|y|pero|e|ma|og|men|och|ja|mutta|и|но|а|і|але|ve|dan|tetapi|và|nhưng|و)(?: |$))[^\W\d_]+ ){{0,{WORDS}}}"
)
_ARTICLE = lazily(r"[\s,—–:-]*(?:[^\W\d_]{1,3} )?")
# Right before those words, how many years they count: "kolme vuotta myöhemmin", "on bir yıl sonra", "hai năm sau đó"; or that it is
# somebody's second: "连续第二年".
_COUNTED = lazily(
    r"(?:(?<!\d)\d{1,2} ?|(?<!\w)(?:\w*(?:toista|kymmentä)|kaksi|kolme|neljä|viisi|kuusi|seitsemän|kahdeksan|yhdeksän|kymmenen|muutama|pari|monta|sata|on|yirmi|otuz|kırk|elli|(?:двадцать|тридцать|сорок|двадцять|тридцять)(?: один)?"
    r"|ו?(?:עשרה?|עשרים|שלושים|ארבעים|חמישים)|.{2,6} עשרה?|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười|mươi|vài|mấy|nhiều|những|các|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|puluh|belas|sepuluh|beberapa|و) "
    r"|(?:สอง|สาม|สี่|ห้า|หก|เจ็ด|แปด|เก้า|สิบ|หลาย|ไม่กี่) ?|(?:连续|今年|已|是|为|进入|迎来)[^，。；、\d]{0,6})$"
)
# Before a number that is no year though it looks like one, and behind it: "had 2015 members", "2015人".
_SO_MANY = lazily(
    r"(?<!\w)(?:with|had|has|sold|hired|employed|than|nearly|almost|mit|rund|hatte|verkaufte|avec|quelque|environ|vendu|con|tenía|vendió|com|tinha|vendeu|aveva|met|ruim|med|hade|havde|hadde|около|более|почти|понад) $"
)
_OF_THINGS = lazily(r" ?(?:[人名家台件个社项款枚명개대]|คน|บริษัท)")
_WORD_NEXT = lazily(r" [^\W\d_]")
# What has a number, and is no town: "at CES in Hall 2019".
_ROOM = lazily(
    r"(?<!\w)(?:halls?|halle|hal|booth|stand|room|suite|raum|saal|pavill?ion|pavillon|pabellón|pavilhão|padiglione|sala|salle|hala|зале?|павильоне?|стенде?|павільйоні?)(?!\w)"
)
_SIGNS = lazily(rf"[^，。、；,.;\d]{{0,{SIGNS}}}")
_YEAR = lazily(ANY_YEAR)
# One of these stands in whatever tells "the following year".
_UNIT = lazily(
    "year|jahr|ann[éeo]|an (?:plus|après|mai)|año|ano|any |jaar|år|vuo|aasta|év|rok|год|р[іо]к|lat|godin|leto|χρόν|χρον|yıl|sene|عام|سن|سال|שנ|tahun|năm|साल|mwaka|taon|[年해년]|ปี"
)


def spelt_edition(
    reading: Reading, place: tuple[int, int], forum: Forum, published: datetime | None
) -> Resolved | None:
    """The edition that is over and that the words right beside the name at the folded `place` tell by its year."""
    if published is None:
        return None
    text, told = reading.text, None
    if is_there(text, place):
        told = year_behind(text, place, forum, published) or _led_by_year(reading, place, forum, published)
    told = told or _following(text, place, forum, published)
    return told if told and told.year < published.year else None


def year_behind(text: str, place: tuple[int, int], forum: Forum, published: datetime) -> Resolved | None:
    """The edition of the year that stands right behind the name: "CES in Las Vegas in 2024"."""
    match = _IN_YEAR.match(text, place[1], place[1] + FAR)
    if match is None:
        return None
    if match["bare"] and _ROOM.search(match.group()):
        return None
    span = match.span("year" if match["year"] else "bare")
    year = year_of(text[slice(*span)])
    if year is None or year > published.year or of_money(text, *span):
        return None
    told = Resolved(year, *span, "year")
    return told if forum.possible(year, published.year) and not pictured(text, told, published) else None


def _led_by_year(
    reading: Reading, place: tuple[int, int], forum: Forum, published: datetime
) -> Resolved | None:
    """The edition of the year right before the word that says somebody was at the name: "in 2019 at Web Summit"."""
    text = reading.text
    match = _YEAR_LEADS.search(text, max(0, place[0] - FAR), place[0])
    if match is None or _NOT_THEN.search(text, max(0, match.start() - COUNT), match.start()):
        return None
    said, at = ("year", "at") if match["year"] else ("dotted", "on")
    digits = _YEAR.match(match[said])
    year = year_of(digits.group()) if digits else None
    if year is None or not forum.possible(year, published.year):
        return None
    if "." in match[said] and reading.whole[reading.folded.origin(match.start(at) + 1)].isupper():
        return None  # another sentence: "Osnovana je 2019. Na CES-u ..."
    told = Resolved(year, *match.span(said), "year")
    return None if pictured(text, told, published) else told


def _following(text: str, place: tuple[int, int], forum: Forum, published: datetime) -> Resolved | None:
    """The edition of the year after one told before, where the words for that year are of the name's own clause."""
    start, end = place
    if not _UNIT.search(text, max(0, start - BEFORE), end + FAR):
        return None
    behind = _BEHIND.match(text, end, end + FAR)
    said = behind.span("said") if behind else _before(text, place)
    if said and _COUNTED.search(text, max(0, said[0] - COUNT), said[0]):
        return None
    year = _told_before(text, said[0]) if said else None
    if said is None or year is None or not forum.possible(year + 1, published.year):
        return None
    return Resolved(year + 1, *said, "relative")


def _before(text: str, place: tuple[int, int]) -> tuple[int, int] | None:
    """Where the words for the following year stand before a name in its clause."""
    start = place[0]
    for match in _SAID.finditer(text, max(0, start - BEFORE), start):
        dense = text[match.end() - 1] > _LAST_SPACED
        if (_SIGNS if dense else _CLAUSE).fullmatch(text, match.end(), start) and (
            dense or _ARTICLE.fullmatch(text, match.end(), start) or is_there(text, place)
        ):
            return match.span()
    return None


def _told_before(text: str, at: int) -> int | None:
    """The year that is told last before the words at `at`, in their sentence or the one before."""
    left = max(0, at - ANCHOR)
    years = list(_YEAR.finditer(text, left, at))
    if not years:
        return None
    last = years[-1]
    if len(STOP.findall(text, last.end(), at)) > 1 or _SAID.search(text, last.end(), at):
        return None
    if _is_a_number(text, *last.span()):
        return None
    return year_of(last.group())


def _is_a_number(text: str, start: int, end: int) -> bool:
    """Whether what looks like a year counts something, or is a price's."""
    many = _WORD_NEXT.match(text, end) and _SO_MANY.search(text, max(0, start - COUNT), start)
    return bool(many or _OF_THINGS.match(text, end) or of_money(text, start, end))
