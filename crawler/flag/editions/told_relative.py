"""The edition that "last year", "two years ago" or "next year" tells in a name's sentence, or in the next one."""

from __future__ import annotations

import re
from datetime import datetime

from crawler.flag.editions.own import REACH, Resolved, latest_year
from crawler.flag.editions.since import YEARS_AGO, count_of
from crawler.flag.editions.told_words import (
    AFTER_LANI,
    BEFORE_LANI,
    BESIDE,
    CLAUSES,
    FROM,
    FROM_AFTER,
    PLACES,
    SENTENCE,
    STOP,
    THERE_BEFORE,
    THERE_BEHIND,
    THERE_LAST,
)
from crawler.flag.editions.told_years import BEGAN, OPENING
from crawler.flag.names.context import Around
from crawler.flag.text.numerals import RELATIVES
from crawler.flag.text.reading import Reading
from crawler.flag.watchlist.forum import Forum
from crawler.patterns import lazily

CLOSE = 32  # characters from where a sentence begins in which "there" can only be the place of the one before
FIRST = 110  # ... from "this year" to a name in the sentence that it begins
# ... and a clause of its own that tells of another year: "This year the firm hired the man who founded the ..."
_OF_SOMEBODY = lazily(
    r"(?<!\w)(?:who|whose|which|what|founded|qui|котор\w+|який\w*|яка|які|któr\w+|kter\w+|ktor\w+|che|που|joka|jotka)(?!\w)|, (?:der|die|das|que|care|koj\w|ame(?:ly|ly\w+)|som|що|че|коj\w) "
)
# Who or what began so long ago, before the words that say when and behind them: "founded two years ago", "vor zwei Jahren
# gegründet", "2年前に設立".
_BORN = lazily(
    r"(?<!\w)(?:founded|established|created|born|set up|started|launched|formed|gegründete?\w{0,2}|entstanden\w{0,2}|fondée?s?|créée?s?|née?s?|fundad[oa]s?|cread[oa]s?|nacid[oa]s?|nació|criad[oa]s?|nascid[oa]s?|fondat[oaie]|nat[oaie]|creat[oaie]|opgericht|grundad(?:es)?|grundlagt|stiftet|startet|startad(?:es)?|perustettu\w{0,2}"
    r"|основан\w*|созданн?\w*|заснован\w*|створен\w*|założon\w+|powstał\w*|založen\w*|založil\w*|vznikl\w*|osnovan\w*|alapított\w*|kurulan|kurulmuş|kuruldu|تاسست|تاسس|didirikan|berdiri|(?:được )?thành lập)(?: \w+)? ?$|(?:成立|创立|创办|创建)于?$"
)
_BORN_BEHIND = lazily(
    r" ?(?:gegründet\w{0,2}|entstanden\w{0,2}|fondée?s?|créée?s?|opgericht\w?|grundad\w*|grundlagt\w*|stiftet\w*|perustettu\w*|alapított\w*|kurul(?:an|du|muş)|founded|(?:に|，|刚|才)?(?:设立|创业|成立|创立|创办|起业)|(?:에 )?(?:설립|창업|창립))"
)
SHORT = 64  # ... of a sentence that has no room for another place
_PREPOSITIONS = ("in", "im", "en", "em", "no", "w", "v", "в", "у", "i", "nel", "l", "el")


def there_then(
    text: str, place: tuple[int, int], moment: tuple[int, int], forum: Forum, around: Around
) -> bool:
    """Whether the sentence before the name's has the moment beside the host city: "In May he was in Singapore. There ..."."""
    stops = STOP.findall(text, moment[1], place[0]) if moment[1] < place[0] else ""
    return len(stops) == 1 and any(around.near(("city", city), *moment, BESIDE * 2) for city in forum.cities)


def _says_last_year(text: str, start: int, end: int) -> bool:
    return bool(BEFORE_LANI.search(text, max(0, start - BESIDE), start) or AFTER_LANI.match(text, end))


def _is_born(text: str, match: re.Match[str]) -> bool:
    """Whether something began at the time that `match` tells."""
    before = _BORN.search(text, max(0, match.start() - 24), match.start())
    return bool(before or _BORN_BEHIND.match(text, match.end()))


def _parted(reading: Reading, start: int, end: int) -> bool:
    """Whether a sentence or a paragraph ends in the folded [start, end); Thai ends its sentences with no sign."""
    if start >= end:
        return False
    if STOP.search(reading.text, start, end):
        return True
    return "\n" in reading.whole[reading.folded.origin(start) : reading.folded.origin(end)]


def by_relative(
    reading: Reading,
    places: list[tuple[int, int]],
    forum: Forum,
    around: Around,
    published: datetime | None,
) -> Resolved | None:
    """The year that such words beside a name tell; None without a day of publication."""
    text = reading.text
    if published is None:
        return None
    for start, end in places:
        for shift, words in RELATIVES:
            year = published.year + shift
            if not forum.possible(year, latest_year(published)):
                continue
            for match in words.finditer(text, max(0, start - REACH), end + REACH):
                if _is_its_time(reading, (start, end), match, forum, around):
                    return Resolved(year, match.start(), match.end(), "relative")
        ago = YEARS_AGO.search(text, max(0, start - REACH), end + REACH)
        count = count_of(ago) if ago else None
        if ago and count and not _parted(reading, min(ago.end(), end), max(ago.start(), start)):
            year = published.year - count
            began = BEGAN.search(text, max(0, ago.start() - 16), ago.start()) or _is_born(text, ago)
            if not began and forum.possible(year, year):
                return Resolved(year, ago.start(), ago.end(), "relative")
    return _this_year_first(reading, places, forum, published) or _there_next(
        reading, places, forum, published
    )


def _is_its_time(
    reading: Reading, place: tuple[int, int], match: re.Match[str], forum: Forum, around: Around
) -> bool:
    """Whether words like "last year" are of the sentence of the name at the folded `place`, and say when it is."""
    text, (start, end) = reading.text, place
    first, last = min(match.end(), end), max(match.start(), start)
    if _parted(reading, first, last) and not there_then(text, place, match.span(), forum, around):
        return False
    if CLAUSES.search(text, first, last):
        return False  # another sentence has begun, though only a comma says so
    if _is_born(text, match):
        return False
    if match.group() == "lani" and not _says_last_year(text, *match.span()):
        return False
    return not (
        FROM.search(text, max(0, match.start() - 20), match.start()) or FROM_AFTER.match(text, match.end())
    )


def _this_year_first(
    reading: Reading, places: list[tuple[int, int]], forum: Forum, published: datetime
) -> Resolved | None:
    """ "This year", where it begins the sentence of a name, however long that is."""
    text, words = reading.text, next(words for shift, words in RELATIVES if shift == 0)
    if not forum.possible(published.year, published.year):
        return None
    for start, _ in places:
        match = words.search(text, max(0, start - FIRST), start)
        if (
            match
            and not _parted(reading, match.end(), start)
            and not CLAUSES.search(text, match.end(), start)
            and not _OF_SOMEBODY.search(text, match.end(), start)
            and OPENING.search(text, max(0, match.start() - 16), match.start())
        ):
            return Resolved(published.year, *match.span(), "relative")
    return None


def _there_next(
    reading: Reading, places: list[tuple[int, int]], forum: Forum, published: datetime
) -> Resolved | None:
    """The year that the next sentence tells of what happened there: "... GDEC. This year he met his partners there"."""
    text = reading.text
    for _, end in places:
        stop = STOP.search(text, end, end + SENTENCE)
        if stop is None:
            continue
        behind = STOP.search(text, stop.end(), stop.end() + SENTENCE)
        last = behind.start() if behind else min(len(text), stop.end() + SENTENCE)
        for shift, words in RELATIVES:
            match = words.search(text, stop.end(), last)
            year = published.year + shift
            possible = match is not None and forum.possible(year, latest_year(published))
            if match and possible and _of_there(reading, (stop.end(), last), match.span()):
                return Resolved(year, match.start(), match.end(), "relative")
    return None


def _of_there(reading: Reading, sentence: tuple[int, int], year: tuple[int, int]) -> bool:
    """Whether "there" beside the words for a year, or in a short sentence that names no other place, is the place
    of the sentence before; not "Last year it opened a plant in Ohio and hired 300 people there".
    """
    text, (first, last) = reading.text, sentence
    if year[0] - first > CLOSE:
        return False
    if THERE_BEFORE.search(text, first, year[0]) or THERE_BEHIND.match(text, year[1], last):
        return True
    if last - first > SHORT or text[first : year[0]].strip() not in ("", *_PREPOSITIONS):
        return False
    said = reading.quote(year[1], last).removeprefix(",")
    plain = (reading.language == "de" or said.islower()) and not PLACES.search(said)
    return plain and THERE_LAST.search(text, year[1], last) is not None
