"""Times longer than a month, or across two, by language: "this autumn", "im Herbst", "今秋", "آبان‌ماه", → the month in
which they begin, how many they touch, and which of them is meant. Seasons are the northern ones.

Folded: lower case, hyphens and quotes as spaces, simplified characters.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from typing import Literal, NamedTuple

from crawler.flag.text.numerals import year_of
from crawler.patterns import lazily

Which = Literal["last", "this", "next", "bare"]
ASIDE = 24  # characters on either side of a season in which is told which one
MONTHS = 3
# In German and Swedish a case ("im Fall"), in Italian a side ("a lato"), in Swedish and Norwegian our ("i vår monter").
_FALL = (
    r"fall(?:(?<=this fall)|(?<=last fall)|(?<=next fall)|(?<=past fall)|(?<=coming fall)|(?<=early fall)|(?<=late fall)"
    r"|(?<=in fall)(?! of (?!20))|(?<=the fall)(?! of (?!20)| in )|(?= (?:of )?20\d\d))"
)
_LATO = r"lato(?:(?<= w lato)|(?<= na lato)|(?= 20\d\d))"
_VAR = r"vår(?= 20\d\d|[^\w\s]|$| (?:på|i|med|och|og|ska|skal|kommer|blir|vil|som|när|når|då|för|for|är|er|har)(?!\w))"
_SPACED = {
    3: rf"spring|frühjahrs?|frühlings?|printemps|primavera|вес(?:ной|ны|ну|не|на)|весняна?|навесні|весні|wiosn\w{{1,2}}|voorjaar|lente|vår(?:en|as)|{_VAR}|forår(?:et)?|kevä[ät]\w*|jar[aeo]|tavas\w+|primăvar\w+"
    r"|[αά]νοιξ\w*|(?:ilk)?bahar(?:da|ında)?|(?:ال|ب)?ربيع|بهار|ב?ה?אביב|mùa xuân|musim (?:semi|bunga)|वसंत",
    6: rf"summer|sommers?|(?<=l )été|(?<=cet )été|(?<=en )été|été(?= (?:dernier|passé|prochain|20\d\d))|verano|verão|estate|лет(?:ом|о)|этого лета|прошлого лета|влітку|літ(?:о|ом|а)|latem|{_LATO}|tego lata|lecie|zomer|sommar(?:en|as)?|sommeren|kesä\w*|lét[oaě]|nyár\w*|vară|vara|καλοκα[ιί]ρι\w*"
    r"|yaz(?:ın|ında)?|(?:ال)?صيف|تابستان|ב?ה?קיץ|mùa (?:hè|hạ)|musim panas|गर्मियों",
    9: rf"autumn|{_FALL}|herbst(?:e?s)?|automne|otoño|outono|autunno|осен(?:ью|и|ь)|восени|осін[ьі]\w*|jesie(?:nią|ni|ń)|herfst|najaar|höst(?:en|as)?|efterår(?:et)?|høst(?:en)?|syksy\w*|podzim\w?|jese(?:ň|ni|n)|ősz\w*|ősszel|toamn[aăe]"
    r"|φθιν[οό]πωρ\w+|sonbahar(?:da|ında)?|güz(?:ün)?|(?:ال)?خريف|پاييز|ב?ה?סתיו|mùa thu|musim gugur|शरद",
    12: r"winters?|hiver|invierno|inverno|зим(?:ой|у|ы|а|е)|взимку|zim(?:ą|y|ę|ie|ě|a|u)|vinter(?:en|n|vintras)?|talv\w+|tél(?:en|i)?|iarn[aăi]|χειμ[ωώ]ν\w+|kış(?:ın)?|(?:ال)?شتاء|زمستان|ב?ה?חורף|mùa đông|musim dingin|सर्दियों",
}
_HAN = {3: "春", 6: "夏", 9: "秋", 12: "冬"}
_KOREAN = {3: "봄", 6: "여름", 9: "가을", 12: "겨울"}
_THAI = {6: "ฤดูร้อน", 9: "ฤดูใบไม้ร่วง", 3: "ฤดูใบไม้ผลิ", 12: "ฤดูหนาว"}
# Of the Persian calendar, from the month on in which each begins; the short ones are words as well.
_PERSIAN = (
    *("فروردين", "ارديبهشت", "خرداد", "تير", "مرداد", "شهريور", "مهر", "ابان", "اذر", "دي", "بهمن", "اسفند"),
)
_PERSIAN_MONTH = lazily(
    rf"(?<!\w)(?:{'|'.join(f'(?P<p{at}>{name})' for at, name in enumerate(_PERSIAN, 1))})(?P<month> ?ماه)?(?!\w)(?: (?:سال )?(?P<year>1[34]\d\d)(?!\d))?"
)
_TO_COMMON = 621  # years; a Persian one begins in March
_WORD = lazily(
    rf"(?<![^\W\d_])(?:{'|'.join(f'(?P<s{month}>{words})' for month, words in _SPACED.items())})(?![^\W\d_])"
)
_UNSPACED = lazily(
    "|".join(
        rf"(?P<s{month}>(?:(?<=[今昨去来明翌本年\d])|(?<=年の)|(?<=この)|入|初|晩|晚|深){_HAN[month]}(?![节晚运田普日津菜分])(?:天|季)?|{_HAN[month]}(?:天|に|の)"
        rf"|(?:올|지난|(?<= )|(?<![^\W\d_])){_KOREAN[month]}(?:에|의|철|(?![^\W\d_]))|{_THAI[month]})"
        for month in _SPACED
    )
)
_UNSPACED_SIGN = lazily("[春夏秋冬봄름을울ฤ초初明]")  # stands in whatever the expression above or below finds
# The first weeks of this year: 연초 CES, 年初のCES.
_NEW_YEAR = lazily(
    r"(?:올해 )?연초(?=에|의| (?!대비|부터|이후|까지))(?!에? ?(?:비해|대비))|(?<![明来去昨翌\d])(?:今年)?年初(?!以?来|至今|至|起|から|より|比|まで)|(?:今年の)?年明け(?!から|以降|まで|の[2-9])"
)
_PERSIAN_SIGN = lazily(r"ماه|1[34]\d\d")
_LAST = lazily(
    r"(?:(?<!\w)(?:last|past|previous|letzte[nrs]?|vergangene[nrs]?|vorige[nrs]?|pasad[oa]|passad[oa]|scors[oa]|прошл\w+|минул\w+|торішн\w+|zeszł\w+|ubiegł\w+|minul\w+|loňsk\w+|vorig\w*|afgelopen|förra|sidste|forrige|viime|tavaly|geçen|geçtiğimiz|पिछली|पिछले)|[昨去上]|지난) ?$"
)
_LAST_AFTER = lazily(
    r" ?(?:dernière?|passée?|pasad[oa]|passad[oa]|scors[oa]|trecut[aă]|lalu|lepas|năm ngoái|الماضي|الفائت|گذشته|שעבר|ที่แล้ว|ที่ผ่านมา)(?![^\W\d_])"
)
_THIS = lazily(
    r"(?:(?<!\w)(?:this|diese[nrs]?|cet(?:te)?|ce|este|esta|quest[oa]|quest |эт\w+|нынешн\w+|ц[ьією]\w*|tej|tego|dit|deze|tänä|letos(?: na| v)?|idén|această|bu|i år i|इस)|[今本]|この|올) ?$"
)
_THIS_AFTER = lazily(
    r" ?(?:qui vient|nay|ini|năm nay|الحالي|الجاري|امسال|הזה|นี้|aceasta|aceea|de este año|deste ano)(?![^\W\d_])"
)
_NEXT = lazily(
    r"(?:(?<!\w)(?:next|coming|nächste[nrs]?|kommende[nrs]?|próxim[oa]|prossim[oa]|следующ\w+|будущ\w+|ближайш\w+|грядущ\w+|наступн\w+|przyszł\w+|najbliższ\w+|volgend\w*|komend\w*|aanstaande|nästa|kommande|næste|neste|ensi|příští|jövő|gelecek|önümüzdeki|अगली|अगले)|[明来翌]|다가오는) ?$"
)
_NEXT_AFTER = lazily(
    r" ?(?:prochaine?|próxim[oa]|que viene|que vem|prossim[oa]|viito(?:r|are)|mendatang|depan|năm sau|(?:năm )?tới|المقبل|القادم|اينده|הבא|หน้า)(?![^\W\d_])"
)
_IN = lazily(
    r"(?:(?<!\w)(?:in|in the|im|zum|en|em|no|na|nel|a|à l|au|en el|w|we|na|v|op|in het|in de|i|på|til|ve|ב|în|la|το|στο|τον|في|در|vào|pada|come|over the|during the|since the|after the|by|until|late|early)) ?$|ใน$"
)
_ADVERB = lazily(
    r"осенью|весной|летом|зимой|восени|навесні|влітку|взимку|jesienią|wiosną|latem|zimą|(?:ősszel|tavasszal|nyáron|télen)|(?:syksyllä|keväällä|kesällä|talvella)|(?:son|ilk)?bahar(?:da|ında)|yazın|kışın|höstas|våras|somras|(?:秋|春|夏|冬)(?:天|に)|ב(?:סתיו|אביב|קיץ|חורף)|(?:봄|여름|가을|겨울)에"
)
_YEARS = r"(?:20[0-4]\d|25[4-8]\d)"
_YEAR_AFTER = lazily(
    rf" ?(?:of |de |del |do |da |des jahres |года |roku |anul |năm |tahun |ปี ?)*(?P<year>{_YEARS})(?!\d)"
)
_YEAR_BEFORE = lazily(rf"(?<!\d)(?P<year>{_YEARS}) ?(?:年の?|년|s|an|ın|in|yılının)? ?$")


class Stretch(NamedTuple):
    """The month in which a stretch of time begins, how many it touches, which of them it is, and its [start, end)."""

    month: int
    span: int
    year: int | None
    which: Which
    start: int
    end: int


def stretches(text: str, left: int, right: int) -> Iterator[Stretch]:
    """Every season and Persian month that says when something is, in the folded [left, right)."""
    seasons = [_WORD.finditer(text, left, right)]
    if _UNSPACED_SIGN.search(text, left, right):
        seasons.append(_UNSPACED.finditer(text, left, right))
        for match in _NEW_YEAR.finditer(text, left, right):
            yield Stretch(1, 2, None, "this", *match.span())
    for match in chain(*seasons):
        month = next(month for month in _SPACED if match[f"s{month}"])
        before = text[max(0, match.start() - ASIDE) : match.start()]
        after = text[match.end() : match.end() + ASIDE]
        told = _YEAR_AFTER.match(after) or _YEAR_BEFORE.search(before)
        which = _which(match.group(), before, after)
        if told or which:
            year = year_of(told["year"]) if told else None
            yield Stretch(month, MONTHS, year, which or "bare", *match.span())
    if not _PERSIAN_SIGN.search(text, left, right):
        return
    for match in _PERSIAN_MONTH.finditer(text, left, right):
        if match["year"] or match["month"]:
            at = next(at for at in range(1, 13) if match[f"p{at}"]) + 1  # counted from January
            year = int(match["year"]) + _TO_COMMON + at // 12 if match["year"] else None
            yield Stretch(at % 12 + 1, 2, year, "bare", *match.span())


def _which(word: str, before: str, after: str) -> Which | None:
    """Which of the seasons of that name is meant; None where it says no time: "spring water"."""
    if word in ("höstas", "våras", "somras", "vintras") or _LAST.search(before) or _LAST_AFTER.match(after):
        return "last"
    if _NEXT.search(before) or _NEXT_AFTER.match(after):
        return "next"
    if _THIS.search(before) or _THIS_AFTER.match(after) or word.startswith(("tego ", "этого ")):
        return "this"
    if word.startswith("올"):
        return "this"
    if word.startswith("지난"):
        return "last"
    if word in ("höst", "høst", "vår", "sommar", "sommer", "vinter") and before.endswith(" i "):
        return "this"
    return "bare" if _IN.search(before) or _ADVERB.fullmatch(word) else None
