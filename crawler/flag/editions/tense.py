"""The words about a name and a month → whether they speak of what is to come, of what is over, or say neither."""

from __future__ import annotations

from functools import lru_cache
from itertools import chain

from crawler.flag.editions.bound_for import bound_for
from crawler.flag.editions.bygone import bygone
from crawler.flag.editions.clauses import done_there
from crawler.flag.editions.moments import Ahead
from crawler.flag.editions.month_first import month_first
from crawler.flag.editions.present import OPENS, says_of_itself
from crawler.flag.editions.reviews import KEPT, OPENING, is_now, is_review
from crawler.flag.editions.since import SAID, WILL
from crawler.flag.editions.told_words import AMID_IT, BEGINS, BESIDE, COMMA, one_sentence
from crawler.flag.editions.wishes import wished
from crawler.flag.names.context import EVENT, FUTURE_SIGN, Around
from crawler.flag.text.numerals import NAMED_DATE
from crawler.patterns import rarely

# What tells a year that is over in the present: "Retour sur 2025. En mars, le MWC ouvre ses portes ..."
_LOOKS_BACK = rarely(
    r"(?<!\w)(?:(?:year|20\d\d) in review|(?:retour|regard) sur (?:l année )?20\d\d|rétrospective (?:de l année )?20\d\d|(?:l année )?20\d\d en \w+ (?:dates|fechas|datas)|bilan de l année"
    r"|(?:resumen|repaso|retrospectiva|balance|balanço) (?:al?|del?|do) (?:año|ano|20\d\d)|(?:il )?20\d\d in \w+ date|retrospettiva (?:del )?20\d\d|un anno in \w+ date|jahresrückblick|rückblick auf (?:das jahr )?20\d\d|jaaroverzicht|terugblik op 20\d\d|итоги (?:20\d\d|года)|підсумки (?:20\d\d|року)|podsumowanie (?:20\d\d|roku)|årskrönika)"
    r"|the year (?:that (?:was|is ending|is drawing to a close)|in (?:tech|gadgets|technology|ai))|look(?:ing)? back (?:at|on) (?:the year|20\d\d)|(?:el|o) (?:año|ano) que (?:termina|acaba|se va|se cierra|se apaga)|(?:l )?année (?:qui s achève|écoulée|qui se termine)|(?:l )?anno che (?:si chiude|sta per finire|finisce|se ne va)|das jahr (?:geht zu ende|neigt sich dem ende|war)|zu ende gehende[nrs]? jahr\w*"
    r"|(?:(?:los|las) (?:\w+ ){1,4}del año(?! que viene)|(?:les|nos) (?:\w+ ){1,4}de l année(?! prochaine)|(?:os|as) (?:\w+ ){1,4}do ano(?! que vem)|(?:i|le|gli) (?:\w+ ){1,4}dell anno)(?= |\x02|\n)|(?:the )?(?:best|worst|biggest|top \w+|ten|10|five|5) (?:\w+ ){1,4}of (?:the year|20\d\d)|уходящ\w+ год\w*|год,? который (?:уходит|заканчивается)|рік,? що минає|mijający rok|mijającego roku|kończący się rok|końca dobiega rok|končící rok|året som (?:gikk|gick|gått)|året der gik"
    r"|kilas balik|kaleidoskop 20\d\d|nhìn lại năm|biten yıl\w*|geride bırakt\w+ yıl\w*|حصاد (?:العام|20\d\d|عام)|مرور سال(?!\w)|(?:この|今)?1年を振り返|20\d\d年を振り返|今年を振り返|年末回顾|年度盘点|年终盘点|盘点20\d\d|回顾20\d\d|(?:올해|한 해|20\d\d년)를? (?:되돌아|돌아|결산)|ย้อนรอยปี|ย้อนมองปี"
)
CLAUSE = 60  # characters between a month and what says that it is to come


def ahead_of(text: str, place: tuple[int, int], around: Around) -> Ahead:
    """What is told so of a month near the name at the folded `place`."""

    def ahead(start: int, end: int) -> bool | None:
        month = (start, end)
        going = bound_for(text, place, month)
        if not going and (bygone(text, place, month) or month_first(text, place, month)):
            return False
        name = min(place[1] - place[0], CLAUSE)  # where it stands between, it is as long as it likes
        left = max(0, start - CLAUSE - name * (place[1] <= start))
        right = end + CLAUSE + name * (end <= place[0])
        signs = around.each(FUTURE_SIGN, start, end, CLAUSE)
        verbs = (match.span() for match in WILL.finditer(text, left, right))
        opens = (match.span() for match in OPENS.finditer(text, left, right))
        others = (sign for sign in around.each(EVENT, start, end, CLAUSE) if not _within(sign, place))
        looks_back = _looks_back(text[:OPENING])
        names = [] if looks_back else [place, *others]
        its = (verb for verb in opens if any(says_of_itself(text, name, month, verb) for name in names))
        # what has its own month is not told of this one: "the lamp that will be sold in May was shown at ... in November"
        first = min(start, place[0])
        will = any(
            one_sentence(text, sign, month)
            and not _said_before(text, place, month, sign[0])
            and not (sign[1] <= first and NAMED_DATE.search(text, sign[1], first))
            for sign in chain(signs, verbs, its)
        )
        if will or going or wished(text, place, month):
            return True
        return False if looks_back and not is_now(text, place, around) else None

    return ahead


@lru_cache(maxsize=KEPT)
def _looks_back(opening: str) -> bool:
    """Whether a text with this opening tells a year that is over; each month of it asks anew."""
    return bool(_LOOKS_BACK.search(opening) or is_review(opening))


def _within(sign: tuple[int, int], place: tuple[int, int]) -> bool:
    return place[0] <= sign[0] and sign[1] <= place[1]


def _said_before(text: str, place: tuple[int, int], moment: tuple[int, int], sign: int) -> bool:
    """Whether what is to come is only what somebody said at that time there: "at GDEC in July she said that prices will
    fall"; not "GDEC in July, its hosts said, will be larger", where the forum begins the sentence.
    """
    start, end = min(place[0], moment[0]), max(place[1], moment[1])
    if sign >= end and done_there(text, place, moment):
        return True
    said = SAID.search(text, end, sign)
    if said is None:
        return False
    begins = BEGINS.search(text, max(0, start - BESIDE), start) and not AMID_IT.match(text, place[1])
    return not (begins and COMMA.search(text, min(place[1], moment[1]), said.start()))
