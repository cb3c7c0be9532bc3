"""Names of events that hold no kind of event, and what shows that they are some: a year within quotes of their own
(「Interop Tokyo 2025」, '넥스트라이즈 2025, 서울'), or that they have editions ("a 25ª edição do Futurecom").
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from crawler.flag.candidates import signs as signs
from crawler.flag.candidates import stops as stops
from crawler.flag.candidates import words as words
from crawler.flag.candidates.borders import Name
from crawler.flag.candidates.scanners import event_words, of_the_domain
from crawler.flag.text.reading import Reading
from crawler.patterns import lazily

LEAST, LONGEST = 2, 42  # characters of a name, and of one with its quotes
MOST = 400  # of each kind looked at: a text of nothing else stays cheap
SHORT_REACH = 64  # characters before a year of two figures in which its name begins
NEAR = 90  # folded characters on either side within which a kind of event stands and nothing of another trade
BESIDE = 250  # ... and a word of the domain
# it begins with figures, which are sought faster than quotes
_CLOSED = lazily(r"20[2-4]\d(?!\d)[^\"“”„«»「」『』《》‘’'\n]{0,12}(?:['’](?![^\W가-힣])|[\"“”»」』》])")
_OPENED = lazily(
    r"(?:(?<!\w)['‘]|[\"“”„«「『《])(?P<name>[^\W\d_][^\"“”„«»「」『』《》‘’'\n]{1,38}?)[ \-‑–]?$"
)
_SHORT_YEAR = lazily(r"['’]2\d(?![\w’'])")
_BEFORE_SHORT = lazily(r"(?<![\w.])(?P<name>[A-Z][\w&]+(?: [A-Z][\w&]+){0,3}) ?$")
_EDITION = (
    "dition of",
    "dición de",
    "dição d",
    "dition d",
    "dizione d",
    "Ausgabe ",
    "ditie van",
    "pplagan av",
)
_OF_EDITION = lazily(
    r"(?:(?<!\w)(?:[Ee]dition of|[Ee]dición del?|[Ee]dição d[aeo]|[Éé]dition d[eu]|[Ee]dizione d(?:i|el|ella)|[Ee]ditie van|[Uu]pplagan av)"
    r"|(?:\d\.|te[nrs]?|jährige[nrs]?|[Kk]ommende[nrs]?|[Nn]eue[nrs]?) Ausgabe (?:der|des|von))"
    r" (?:the |las? |el )?(?P<name>[A-Z][\w&+.-]*(?: (?:[A-Z][\w&+.-]*|of|de|&)){0,4})"
)
# Quoted or in editions, and no event: prizes, reports, plans, laws, games, books.
_OTHER = lazily(
    r"(?<!\w)(?:awards?|prizes?|prix|premios?|prêmios?|preis|index|report|outlook|strategy|plan|act|law|survey|ranking|list|guide|review|yearbook|handbook"
    r"|cup|championships?|olympiad|games|festival of|informe|rapport|bericht|relatório|estrategia|premi)(?!\w)"
    r"|[赏奖]|白书|白皮书|报告|报告书|指数|计划|规划|战略|方针|排行|榜单|보고서|전망|계획|전략|대상|어워드|지수|รางวัล|รายงาน|แผน|ดัชนี|جائزه|تقرير|خطه|استراتيجيه|преми|доклад|отчет|рейтинг|план|стратеги"
)


def branded_names(reading: Reading) -> Iterator[Name]:
    """The names in the text that their year or their edition shows, where a kind of event and the domain are near."""
    for first, last in (*_quoted(reading.whole), *_of_edition(reading.whole), *_short_year(reading.whole)):
        start, end = reading.folded.place(first), reading.folded.place(last)
        text = reading.text[start:end].strip()
        if len(text) < LEAST or text.split()[0] in stops.FIRMS or _OTHER.search(text):
            continue
        near = reading.text[max(0, start - NEAR) : end + NEAR]
        around = reading.text[max(0, start - BESIDE) : end + BESIDE]
        kinds = event_words(near)
        if kinds and of_the_domain(around) and not signs.OTHER_TRADE.search(near) and not _only_a_kind(text):
            yield Name(start, start + len(text), True, tie="kin")


def _only_a_kind(name: str) -> bool:
    """Whether the name is a word that many events are: 「嘉年华2026」."""
    return name in words.TABLES["EVENTS"]


def _some(pattern: re.Pattern[str], whole: str) -> Iterator[re.Match[str]]:
    return islice(pattern.finditer(whole), MOST)


def _quoted(whole: str) -> Iterator[tuple[int, int]]:
    for closed in _some(_CLOSED, whole):
        low = max(0, closed.start() - LONGEST)
        if opened := _OPENED.search(whole[low : closed.start()]):
            yield low + opened.start("name"), low + opened.end("name")


def _of_edition(whole: str) -> Iterator[tuple[int, int]]:
    if any(begin in whole for begin in _EDITION):
        for found in _some(_OF_EDITION, whole):
            yield found.span("name")


def _short_year(whole: str) -> Iterator[tuple[int, int]]:
    """Impact'26 and the like."""
    if "'2" in whole or "’2" in whole:
        for year in _some(_SHORT_YEAR, whole):
            low = max(0, year.start() - SHORT_REACH)
            if found := _BEFORE_SHORT.search(whole, low, year.start()):
                yield found.span("name")
