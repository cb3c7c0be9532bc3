"""A time right beside one of several names → the edition that this one tells: "at CES two years ago", "på Slush i 2023", 「2年前のCES」.

The others of the text go on telling theirs. A year in which somebody joined or bought a forum is nobody's edition, so that a
time behind a name counts where somebody is at it, or where the name begins its sentence. Patterns over folded text.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from crawler.flag.editions.bygone import is_there
from crawler.flag.editions.going_on import is_on
from crawler.flag.editions.own import Resolved
from crawler.flag.editions.since import YEARS_AGO, count_of
from crawler.flag.editions.spelt_years import CITY, FAR, spelt_edition, year_behind
from crawler.flag.editions.told import told_edition
from crawler.flag.editions.told_relative import by_relative
from crawler.flag.editions.told_words import BEGINS
from crawler.flag.editions.told_years import done_to_it
from crawler.flag.names.context import Around
from crawler.flag.text.numerals import RELATIVES
from crawler.flag.text.reading import Reading
from crawler.flag.watchlist.forum import Forum
from crawler.patterns import lazily

MAX_PLACES = 8  # names that are asked, from the first on
NEAR = 48  # characters on either side of one in which its time stands
REACH = 20  # characters before a name in which "two years ago's" stands
_OF = r"(?: (?:in|im|i|of|from|d|de|des|del|di|da|do|dell|von|vom|aus|van|fra|från|på|из|w|z|v|u|în|din|en|em|pada|vào|في|من|قبل))? "
_BEHIND = (lazily(_OF), lazily(CITY + _OF))
# One of these stands in whatever tells a year; they are asked first, since they cost little.
_SIGN = lazily(
    r"year|jahr|ann?[eé]|an [dpt]|any |ans |anu[ln]|año|an[on]o?|год|р[оі]к|rok|lat[ao]? |let|yıl|jaar|år|vuo|عام|سن|سال|tahun|năm|[年년ปว]|godin|fjor|fjol|πέρ|χρόν|торі|летась|tavaly|lani|loni|pernai|mullu|bərn|жыл|yil| il|вчер|שנ|אשת|pērn|met[auų]|fyrra|síðasta ár|vitin|taon|mwaka|ஆண்ட|برس|წელ|տար|жил|지난해|साल|वर्ष|বছর|(?:19|20|25)\d\d"
)
# Who was at it, where no word like "at" says so: "去年我们来数贸会".
_CAME = lazily(r"(?:(?<![未本原])来|(?<!过)去|(?<!想)到|赴|参加|出席|亮相|逛)$")
_S = lazily(" ?[的の의]? ?")


def told_apart(
    reading: Reading,
    places: list[tuple[int, int]],
    forum: Forum,
    around: Around,
    published: datetime | None,
    others: bool,
) -> dict[int, Resolved]:
    """Where those of the names at the folded `places` begin that tell an edition of their own → that edition.

    {} where nothing says that the rest are of another one; `others`: the text has names that carry their year.
    """
    asides = {
        place: told
        for place in places[:MAX_PLACES]
        if (told := _its_own(reading, place, forum, around, published))
    }
    rest = [place for place in places if place not in asides]
    if not asides or (not rest and len({told.year for told in asides.values()}) == 1):
        return {}
    told = told_edition(reading, rest, forum, around, published) if rest else None
    on = any(is_on(reading, place, forum, around) for place in rest)
    if rest and not others and (told is None or (told.sort == "page" and not on)):
        return {}
    return {start: told for (start, _), told in asides.items()}


def _its_own(
    reading: Reading, place: tuple[int, int], forum: Forum, around: Around, published: datetime | None
) -> Resolved | None:
    """The edition that is told right beside the name at the folded `place`, or in the sentence of who is at it."""
    text = reading.text
    if published is None or not _SIGN.search(text, max(0, place[0] - NEAR), place[1] + NEAR):
        return None
    if done_to_it(text, place[0]):
        return None
    told = _told_beside(reading, place, forum, published)
    if told or not (is_there(text, place) or _CAME.search(text, max(0, place[0] - 3), place[0])):
        return told
    told = by_relative(reading, [place], forum, around, published)
    return told if told and told.year != published.year else None


def _told_beside(
    reading: Reading, place: tuple[int, int], forum: Forum, published: datetime
) -> Resolved | None:
    """The edition that is over, or of the year to come, which a time right beside the name at the folded `place` tells."""
    text, (start, end) = reading.text, place
    for year, first, last in _before(text, start, published.year):
        if forum.possible(year, published.year):
            return Resolved(year, first, last, "relative")
    if told := spelt_edition(reading, place, forum, published):
        return told
    if not (is_there(text, place) or BEGINS.search(text, max(0, start - REACH), start)):
        return None
    if told := year_behind(text, place, forum, published):
        return told
    for year, first, last in _behind(text, end, published.year):
        if forum.possible(year, published.year + 1):
            return Resolved(year, first, last, "relative")
    return None


def _before(text: str, start: int, this: int) -> Iterator[tuple[int, int, int]]:
    """The years that "two years ago's" and the like tell right before the folded `start`, and where."""
    left = max(0, start - REACH)
    if max(text[left:start], default="") < "\u2e80":
        return  # elsewhere the words stand behind the name, or in the genitive, as editions/own.py has it
    for shift, words in RELATIVES:
        for match in words.finditer(text, left, start):
            if _S.fullmatch(text, match.end(), start):
                yield this + shift, *match.span()
    for match in YEARS_AGO.finditer(text, left, start):
        count = count_of(match)
        if count and _S.fullmatch(text, match.end(), start):
            yield this - count, *match.span()


def _behind(text: str, end: int, this: int) -> Iterator[tuple[int, int, int]]:
    """The same behind the folded `end`, and behind the city: "CES in Las Vegas last year"."""
    gaps = (gap.match(text, end, end + FAR) for gap in _BEHIND)
    for at in dict.fromkeys((end, *(gap.end() for gap in gaps if gap))):
        for shift, words in RELATIVES:
            if match := words.match(text, at):
                yield this + shift, *match.span()
        if (match := YEARS_AGO.match(text, at)) and (count := count_of(match)):
            yield this - count, *match.span()
