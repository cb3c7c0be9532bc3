"""``a year after GDEC``, ``two months after GDEC``, "a year after its debut at MWC" → the edition that was held so long before.

Patterns over folded text.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from crawler.flag.editions.since import AFTER, count_of
from crawler.flag.text.numerals import ANY_YEAR, BETWEEN
from crawler.flag.watchlist.forum import Forum
from crawler.patterns import lazily

REACH, FAR = 48, 90  # characters before a name in which that is told: of the name, and of what was done there
A_YEAR, A_MONTH, A_WEEK = timedelta(days=365), timedelta(days=30), timedelta(days=7)
ABOUT = timedelta(days=75)  # "a year after" is said as long before the day, and after it
_A_YEAR = (
    r"(?:(?<!\w)(?:(?:a|one) year (?:after|on from|since)|ein jahr nach(?: de[rmn])?|un an après|un año después|un año tras|um ano (?:depois|após)|un anno dopo|(?:спустя год|через год|год спустя) после"
    r"|(?:рік по тому|через рік) після|rok po|setahun (?:setelah|usai|selepas)|một năm sau|een jaar na|ett år efter|et år efter|la un an (?:după|de la)|година след|годину дана после|godinu dana nakon|بعد عام (?:من|علي)|שנה אחרי)\s?|หนึ่งปีหลัง(?:จาก)?)"
)
_AFTER = lazily(rf"{_A_YEAR}{BETWEEN}*$")
_SINCE = lazily(
    r"\s?(?:(?:结束|举办|闭幕)?(?:之)?后?(?:的)?[一1]年(?:之?后|过去)|[一1]年(?:之)?后|(?:の开催|开催)?から[1一]年|の?[1一]年后|(?:이후|개최|폐막) (?:1년|일 년)|(?:d[ea]n|t[ea]n) bir yıl sonra)"
)
# "Two years after the ...", of which AFTER knows the months and weeks.
_YEARS_AFTER = lazily(
    r"(?<!\w)(?P<n1>\d|two|three|four|five|zwei|drei|vier|fünf|deux|trois|quatre|cinq|dos|tres|cuatro|cinco|dois|duas|três|quatro|due|tre|quattro|cinque|два|три|четыре|дві|dwa|trzy|dva|tři|twee|drie|två|to|dua|tiga|hai|ba)"
    r" (?:years after|jahre nach|ans après|años (?:después de|tras)|anos (?:depois d[aeo]|após)|anni dopo|года после|роки після|lata po|roky po|jaar na|år efter|år etter|tahun (?:setelah|usai|selepas)|năm sau)"
    rf"(?: (?:the|le|la|l|el|il|lo|du|der|dem|den|a|o|de))?{BETWEEN}*$"
)
# What was done there, told between the two: "a year after its debut at MWC", "a year after it was shown at the ...".
_DONE = (
    r"(?:debut|launch|presentation|premi[eè]re|unveiling|appearance|show(?:ing|n)|present(?:ing|ed)|unveil(?:ing|ed)|announc(?:ing|ed|ement)|sign(?:ing|ed)|seen|meeting|deal"
    r"|auftritt\w*|debüts?|vorstellung|präsentation|premiere|ankündigung|enthüllung|présentation|débuts?|lancement|annonce|dévoilement|signature|presentación|lanzamiento|estreno|anuncio|firma de|apresentação|estreia|lançamento|anúncio"
    r"|presentazione|debutto|lancio|annuncio|показа|презентации|премьеры|дебюта|анонса|выступления|подписания|показу|презентації|дебюту|анонсу|підписання|pokazie|prezentacji|premierze|debiucie|představení|uvedení|premiéře"
    r"|presentatie|debuut|onthulling|presentationen|debuten|premiären|visningen|præsentationen|visningen|premieren|presentasjonen)(?!\w)"
)
# ... and of what; nothing else, for a verb says who is there now: "a year after its announcement the phone stands at MWC"
_OF_WHAT = (
    r"(?: (?:for the first time|of|the|a|its|de[rs]?|du|d|de la|del|della|delle|dei|do|da|van|von|seine[rs]|ihre[rs]|af|av)(?: (?!(?:is|was|steht|stand|ist|zeigt|torna|tornano|mostra|presenta|expone|vuelve|volta|revient|est|staat|toont|returns|shows|stands)(?!\w))[^\W\d_]+){1,3}?"
    r"| (?!(?:wraca|torna|mostra|presenta|volta)(?!\w))[^\W\d_]{2,}(?:ого|ей|ов|[ауыияuůya]))?"
)
_AT = r"(?:at|on|auf|bei|beim|au|à|aux|lors|en|na|no|nas|al|alla|на|op|bij|på|ved|w|v|ve)"
_DONE_AFTER = lazily(
    rf"{_A_YEAR}(?:[^\W\d_]+ ){{0,3}}?{_DONE}{_OF_WHAT} {_AT}(?: (?:the|der|dem|den|die|la|le|el|il|lo|de|het|o|a))?{BETWEEN}*$"
)
# ... and that a city had it: "a year after Barcelona hosted the ...".
_HOSTED = (
    r"(?:hosted|held|staged|acogiera|acogió|albergara|organizara|(?:a|ait) (?:accueilli|organisé)|(?:ha ospitato|ospitò|ospitasse)|sediar|sediou|acolher|acolheu|receber|recebeu|принял[ао]?|провел[аи]?|прийняв|прийняла|провела?"
    r"|gościł[ao]?|zorganizował[ao]?|hostil[ao]?|menjadi tuan rumah|menggelar|đăng cai(?: tổ chức)?|tổ chức)"
)
_HOSTED_AFTER = lazily(
    rf"{_A_YEAR}(?:[^\W\d_]+,? ){{0,8}}?{_HOSTED}(?: (?:the|la|le|el|il|lo|a|o|l))? ?{BETWEEN}*$"
)
_YEAR = lazily(ANY_YEAR)
# One of these stands in whatever the expressions for years find.
_UNIT = lazily(
    "year|jahr|an |ans |año|ano|anni|anno|год|р[іо]к|rok|lata|tahun|năm|jaar|år |عام|שנה|ปี|годин|godin"
)


def year_before(
    text: str, place: tuple[int, int], forum: Forum, published: datetime
) -> tuple[int, int, int] | None:
    """The year, and the folded [start, end) that tells it, of an edition that was held about then before the article."""
    start, end = place
    left = max(0, start - REACH)
    match = _SINCE.match(text, end)
    in_years = _UNIT.search(text, max(0, start - FAR), start) is not None
    if not match and in_years:
        match = _AFTER.search(text, left, start)
        match = match or _DONE_AFTER.search(text, max(0, start - FAR), start)
        match = match or _HOSTED_AFTER.search(text, max(0, start - FAR), start)
    gone, about = A_YEAR, ABOUT
    if not match and (match := AFTER.search(text, left, start)):
        unit = A_MONTH if match["month1"] or match["month4"] else A_WEEK
        gone, about = (count_of(match) or 1) * unit, unit
    elif not match and in_years and (match := _YEARS_AFTER.search(text, left, start)):
        gone = (count_of(match) or 0) * A_YEAR
    if not match or _YEAR.search(text, left, start):
        return None  # "in 2019, a year after ..."
    for edition in forum.editions:
        if edition.start and abs(published.date() - (edition.end or edition.start) - gone) <= about:
            return edition.year, min(start, match.start()), max(end, match.end())
    return None
