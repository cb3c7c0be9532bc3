"""The edition that a name carries itself: a year glued to it, an ordinal, "last year's".

None is an answer. A plan's range ("2026–2030"), a founding year ("since 2014") or a number of visitors is no
edition.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from crawler.flag.editions.told_words import OF_A_PART
from crawler.flag.editions.uncounted import counts_others, ends_a_sentence, is_day, since_then
from crawler.flag.editions.years_after import year_before
from crawler.flag.text.numerals import (
    ANY_YEAR,
    BETWEEN,
    NAMED_DATE,
    NEIGHBOURS,
    ORDINAL_AFTER,
    ORDINAL_BEFORE,
    RELATIVES,
    number_of,
    year_of,
)
from crawler.flag.watchlist.forum import LATEST_YEAR, YEARS_AHEAD, Forum
from crawler.patterns import lazily

Sort = Literal["year", "ordinal", "date", "theme", "relative", "page", "place", "earlier", "next"]
REACH = 48  # characters on either side in which a year or an ordinal is part of the name
_FILLER = lazily(rf"(?:\s?s(?= ))?{BETWEEN}*")
_GAPS = lazily(rf"{BETWEEN}*$")
# Behind a year, "of the year", where it stands before the name: "2023-as", "2023 жылғы", "2023 წლის", "2023 के".
_OF_YEAR = r"(?: (?:[eaoö]s|metų|(?:c[iıuü] )?il(?:in|ki)?|yil(?:gi|ning|dagi)?|жыл(?:ғы|дың)|წლის|թվականի|के|की|का|كے|كي|كا|साल (?:के|की)|সালের|yılı(?:ndaki|nın)?|[dt][ae]ki|års|ء (?:كے|كي))|\.? (?:évi|aasta|gada|m\.|թ\.))"
_YEAR_END = lazily(rf"(?P<lead>\S*\s?)(?P<year>{ANY_YEAR})(?:{_OF_YEAR})?\s?$")
_YEAR_AFTER = lazily(
    rf"\)?\s?(?:\([^()\d]{{2,60}}\)\s?)?(?:(?:annual )?(?:conference|meeting|summit|forum|expo) )?(?:edition |edición |edição |edizione |ausgabe |ประจำปี |ประจำปี|เมื่อปี |เมื่อปี|ปี |ปี|พ\.ศ\. ?|năm |tahun |of |din |του |של |سال |wa |(?:të|i) vitit |z roku |iz leta |de |del |do |da |di |von "
    rf"|van |لعام |لعام |عام |لسنه |года |г\. )?(?:พ\.ศ\. ?|ค\.ศ\. ?)?(?:\(\s?(?:[^()\d]{{2,60}}[,，;、 ])?)?(?P<year>{ANY_YEAR})"
)
# "Со следующего года GDEC ...": from when something is so; not "from last year's GDEC", which is the forum's.
_FROM_THEN = lazily(r"(?<!\w)(?:со?|із|з|від|از|تا|منذ|seit|ab|bis|od|from|since|by|until|till) $")
# Before a year: it is where something began or a plan ends, not the year of the name after it.
_NEVER = lazily(
    r"(?:(?<!\w)(?:since|depuis|desde|seit|dal|sejak|by|until|od|с)(?!\w)(?:(?:\s\w+){1,4}\s(?:in|en|em|im|nel|w|в))?|ตั้งแต่(?:ปี)?(?:\s?พ\.ศ\.)?|kể từ(?: năm)?|từ(?: năm)?"
    r"|منذ(?: عام)?|부터|(?:founded|launched|established|created|born|set up|started) in)\s?$"
)
_EVER_SINCE = lazily("以来|至今|起|首")
# "2004년 서울디지털포럼으로 출발한": what it was at first
_BEGAN_AS = lazily(r"\s?[^\s]{0,12}?(?:으)?로 (?:출발|시작|출범|문을 연)")
# The same where an article stands between the two: "after 2024 the ...", but "after 2024 GDEC".
_BEFORE_ARTICLE = lazily(r"(?<!\w)(?:from|of|to|after|before|between)\s?$")
_NOT_YEAR = lazily(
    r"\s?(?:20\d\d|25\d\d|\d\d(?!\d))(?!\d)|\s?(?:to|through|until|至|到|ถึง|~|–|bis|до|по|a|au)\s?(?:20|25)\d\d|\s?(?:多|余|家|人|名|位|项|个|คน|명|개|people|delegates|"
    r"participants|exhibitors|companies|visitors|guests|attendees|startups|personas|personnes|человек|participantes|strategic plan|to 20)"
)
_TWO_DIGITS = lazily(
    r"(?P<quote>\s?)(?P<year>[12]\d)(?![\d%]|[.,:]\d|st|nd|rd|th|\s?(?:people|companies|countries|家|国|名|ประเทศ))"
)
_INNER = lazily(r"(?<=[a-z]{3})(?P<year>[12]\d) |(?<=\w) 20(?P<put_in>[1-4]\d) (?=\w)")
# Behind a name: that the edition to come will be held is news of the one that was.
_ANNOUNCED = lazily(
    r"[^.!?。！？\n]{0,24}?(?:will (?:be held|take place|return|open|run)|is (?:due|set|scheduled|planned)|takes place|findet|wird|se tiendra|aura lieu|se celebrará|tendrá lugar|será|terá lugar|si terrà|sarà"
    r"|пройд|состо|відбу|odbędzie|vindt|zal|akan|sẽ|จะ|ستعقد|سيعقد|ستقام|سيقام|düzenlenecek|yapılacak|将于|将在|は|が|[은는이가] )"
)
# What a caption begins with, up to where it may stand; what one ends with.
_PICTURE = lazily(
    r"(?<!\w)(?:(?:file |archive )?(?:photo|picture|image)s?|(?:archiv)?(?:foto|bild)(?:o?s|er)?|imagen|fotografía|fotografia|immagine|zdjęcie|fot|фото|снимок|صوره|تصوير|ảnh|gambar|fotoğraf|φωτογραφία|תמונה|kuva|kép|चित्र|资料图|图(?:片|为)?|写真|사진|(?:แฟ้ม)?ภาพ)[^:|.]{0,24}[:|](?:[^.!?。]|[.](?=\w))*$"
)
_FROM_FILE = lazily(
    r"(?:[^.!?。]|[.](?=\w)){0,90}?[.]? ?[(\[]?(?<!\w)(?:file (?:photo|picture|image)|archive photo|archiv(?:foto|bild)|foto (?:de archivo|de arquivo|d archivio|arsip)|photo d archives?|arkivfoto|arkivbild|архивное фото|фото из архива|资料图|资料写真|자료사진|แฟ้มภาพ)"
)
CAPTION = 200  # characters that one takes
_GLUED_ORDINAL = lazily(r"(?P<number>[1-9])(?![\d.,:%])")  # FII9


@dataclass(frozen=True, slots=True)
class Resolved:
    """An edition's year, and the folded [start, end) that says so (empty for the page's own date)."""

    year: int
    start: int
    end: int
    sort: Sort


def latest_year(published: datetime | None) -> int:
    """The last year whose edition an article of that date may speak of."""
    return published.year + YEARS_AHEAD if published else LATEST_YEAR


def own_edition(
    text: str, place: tuple[int, int], forum: Forum, published: datetime | None, quoted: bool = False
) -> Resolved | None:
    """The edition that the name at `place` carries itself: a year glued to it, an ordinal, "last year's".

    `quoted`: an apostrophe stands after the name, as in GDEC'25.
    """
    start, end = place
    latest = latest_year(published)
    found = (
        _inside(text, start, end)
        or _glued_before(text, start, end)
        or _glued_after(text, start, end, published)
    )
    if found and (forum.possible(found.year, latest) or _was_planned(found.year, forum, published)):
        return None if pictured(text, found, published) else found
    found = _short_year(text, quoted, place, forum, published)
    if found:
        return found
    for number, first, last in _ordinals(text, start, end):
        year = forum.year_of(number)
        if year is not None and year <= latest:
            return Resolved(year, first, last, "ordinal")
    return _neighbour(text, place, forum, published) or _relative(text, place, forum, published)


def _was_planned(year: int, forum: Forum, published: datetime | None) -> bool:
    """Whether an edition that was not held was still to come, or was just called off, when the article appeared."""
    return published is not None and year in forum.skipped and published.year in (year - 1, year)


def pictured(text: str, told: Resolved, published: datetime | None) -> bool:
    """Whether a year that is over is a picture's: "Photo: visitors at CES in 2024", under news of this year's."""
    if published is None or told.year >= published.year:
        return False
    return bool(
        _PICTURE.search(text, max(0, told.start - CAPTION), told.start) or _FROM_FILE.match(text, told.end)
    )


def _neighbour(
    text: str, place: tuple[int, int], forum: Forum, published: datetime | None
) -> Resolved | None:
    """``the last GDEC``, ``the upcoming GDEC``: the edition before or behind the day of publication."""
    if published is None:
        return None
    start, end = place
    before_it = year_before(text, place, forum, published)
    if before_it:
        return Resolved(*before_it, "relative")
    for step, before, after in NEIGHBOURS:
        match = before.search(text, max(0, start - REACH), start) or after.match(text, end)
        if step > 0 and _ANNOUNCED.match(text, end, end + REACH):
            continue
        year = forum.nearest(published.date(), step) if match else None
        if match and year:
            return Resolved(year, min(start, match.start()), max(end, match.end()), "relative")
    return None


def _relative(text: str, place: tuple[int, int], forum: Forum, published: datetime | None) -> Resolved | None:
    """``last year's GDEC``: the words stand before the name as a year would."""
    if published is None:
        return None
    left = max(0, place[0] - REACH)
    at = _gap_start(text, left, place[0])
    for shift, words in RELATIVES:
        year = published.year + shift
        if not (forum.possible(year, latest_year(published)) or _was_planned(year, forum, published)):
            continue
        for match in words.finditer(text, left, place[0]):
            of_it = text.startswith(" s ", match.end())  # "from next year's GDEC on"
            from_then = (
                not of_it
                and " " in match.group()
                and _FROM_THEN.search(text, max(0, match.start() - 8), match.start())
            )
            if match.end() >= at - 3 and not from_then and _FILLER.fullmatch(text, match.end(), place[0]):
                return Resolved(year, match.start(), place[1], "relative")
    return None


def _inside(text: str, start: int, end: int) -> Resolved | None:
    """``MWC25 Barcelona``, ``Conferencia Mundial 2025 de Robots``."""
    match = _INNER.search(text, start, end)
    return Resolved(2000 + int(match["year"] or match["put_in"]), start, end, "year") if match else None


def _glued_before(text: str, start: int, end: int) -> Resolved | None:
    """``2025 GDEC``, ``2025年第五届…``, ``the 2025 edition of the …``."""
    left = max(0, start - REACH)
    at = start
    for _ in range(3):  # a year, an ordinal, and filler around them
        whole, at = at, _gap_start(text, left, at)
        # first without the words between, whose letters may be those of "gada" and "il" too
        match = _YEAR_END.search(text, left, at) or _YEAR_END.search(text, left, whole)
        if match and (year := year_of(match["year"])):
            first = match.start("year")
            if _another(text, first, match.end("year"), start) or _BEGAN_AS.match(text, end):
                return None
            return Resolved(year, first, end, "year")
        # with the space behind it, which is part of "첫 "
        ordinal = ORDINAL_BEFORE.search(text, left, at) or ORDINAL_BEFORE.search(text, left, whole)
        if not ordinal or ordinal.start() >= at:
            return None
        at = ordinal.start()
    return None


def _another(text: str, first: int, last: int, start: int) -> bool:
    """Whether the year at [first, last) is not that of the name at `start`: a range's, a beginning's, a plan's."""
    before = text[max(0, first - 32) : first]
    if before.endswith(("自", "从", "自从")) and _EVER_SINCE.search(text, start, start + REACH):
        return True
    if re.search(r"\d{4}\s?$", before) or _NEVER.search(before) or _NOT_YEAR.match(text, last):
        return True
    if any(
        day.end() == last and (day["d1"] or day["d2"])
        for day in NAMED_DATE.finditer(text, max(0, first - 24), last)
    ):
        return True  # a dateline's
    return bool(_BEFORE_ARTICLE.search(before)) and text[last:start].strip() == "the"


def _gap_start(text: str, left: int, at: int) -> int:
    match = _GAPS.search(text, left, at)
    return match.start() if match else at


def _glued_after(text: str, start: int, end: int, published: datetime | None) -> Resolved | None:
    """``GDEC 2025``, ``… ประจำปี 2568``, ``… (2025)``, ``… ครั้งที่ 4 ประจำปี 2568``."""
    at = end
    ordinal = ORDINAL_AFTER.match(text, end, end + REACH)
    for begin in (at, ordinal.end() if ordinal else at):
        match = _YEAR_AFTER.match(text, begin, begin + REACH)
        year = year_of(match["year"]) if match else None
        if match is None or year is None or _NOT_YEAR.match(text, match.end("year")):
            continue
        if not since_then(text, match.end("year"), published.year - year if published else None):
            return Resolved(year, start, match.end("year"), "year")
    return None


def _short_year(
    text: str, quoted: bool, place: tuple[int, int], forum: Forum, published: datetime | None
) -> Resolved | None:
    """``MWC25``, ``GDEC'25``; two digits that may be an ordinal (CAEXPO 22) are a year only if no ordinal fits."""
    start, end = place
    glued = _GLUED_ORDINAL.match(text, end)
    if glued and text[end - 1].isascii() and (year := forum.year_of(int(glued["number"]))):
        return Resolved(year, start, glued.end(), "ordinal")
    match = _TWO_DIGITS.match(text, end)
    if not match or not text[end - 1].isascii():
        return None
    year = 2000 + int(match["year"])
    if not quoted:
        as_ordinal = forum.year_of(int(match["year"]))
        around = published.year if published else None
        if as_ordinal and (around is None or abs(as_ordinal - around) <= abs(year - around)):
            return Resolved(as_ordinal, start, match.end(), "ordinal")
        if around is None and match["quote"]:
            year = year if forum.edition(year) else 0
        elif around is not None and abs(year - around) > YEARS_AHEAD:
            return None
    return (
        Resolved(year, start, match.end(), "year") if forum.possible(year, latest_year(published)) else None
    )


def _ordinals(text: str, start: int, end: int) -> Iterator[tuple[int, int, int]]:
    """Ordinals that count this name's editions, each with the folded span that shows them."""
    left = start if OF_A_PART.match(text, end) else max(0, start - REACH)
    at = _gap_start(text, left, start)
    bare = start - (start - left - len(text[left:start].rstrip()))
    for stop in dict.fromkeys((start, bare, at)):
        match = ORDINAL_BEFORE.search(text, left, stop)
        if match and counts_others(text, match.start()):
            return  # "on the third day of"
        if (
            match
            and (number := number_of(match))
            and not (ends_a_sentence(text, match) or is_day(text, match))
        ):
            yield number, match.start(), end
    match = ORDINAL_AFTER.match(text, end, end + REACH)
    if match and (number := number_of(match)):
        yield number, start, match.end()
