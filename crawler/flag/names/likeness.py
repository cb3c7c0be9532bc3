"""Places where a name stands that does not mean its forum but a comparison.

"The Davos of the East", "Africa's CES", "a summer Davos for media moguls".
"""

from __future__ import annotations

from crawler.flag.editions.since import YEARS_AGO
from crawler.flag.names.context import Around
from crawler.flag.names.found import Found
from crawler.flag.text.numerals import NAMED_DATE, RELATIVES
from crawler.flag.text.reading import Reading
from crawler.flag.watchlist.forum import Forum
from crawler.flag.watchlist.terms import Term
from crawler.patterns import lazily

# What makes a name a comparison, folded: before it ("dubbed the Davos ..."), and after it ("... of the East").
_LIKENED_BEFORE = (
    "dubbed the",
    "dubbed",
    "nicknamed the",
    "answer to the",
    "answer to",
    "version of the",
    "version of",
    "equivalent of the",
    "likened to the",
    "likened to",
    "so called",
    "a kind of",
    "mini",
    "rival to the",
    "apodado el",
    "surnommé le",
    "genannt das",
    "被誉为",
    "被称为",
    "堪称",
    "号称",
    "うちの",
    "わが町の",
    "版",
    "版的",
    "เปรียบเสมือน",
    "ฉายา",
)
_LIKENED_AFTER = ("of the", "of", "der", "des", "du", "de la", "del", "style", "like", "esque", "之称")
# Whose it is when it is none: "Africa's CES".
_LIKENED_OWNERS = (
    "africa",
    "america",
    "asia",
    "australia",
    "brazil",
    "canada",
    "china",
    "europe",
    "germany",
    "india",
    "japan",
    "korea",
    "latin america",
    "nigeria",
    "poland",
    "russia",
    "turkey",
    "world",
)
_BEFORE = lazily(rf"(?<![a-z])(?:{'|'.join(_LIKENED_BEFORE)})\s?$")
_AFTER = lazily(rf"\s?(?:{'|'.join(_LIKENED_AFTER)})(?!\w|\s?\d)")
_OWNED = lazily(r"(?<!year)(?<!month)(?<!week)(?<!winter)(?<!summer)(?<!january)(?<!today) s $")
_UNITED = lazily(r"(?<!\w)(?:un|united nations|itu|world) s $")  # whose forums they are
_OWNER = lazily(rf"(?<!\w)(?:{'|'.join(_LIKENED_OWNERS)}) s $")
_IS_THE = lazily(r"(?<!\w)(?:is|was|be|become|becomes|became|called|as|like) (?:the|a|an|our|its|their) $")
_INDEFINITE = lazily(
    r"(?<!\w)(?:our|my|your|his|her|an?|some|any|every|such an?|another|une?|eine?[nmr]?|una?|uma?|een) $"
)
_CALLED = lazily(
    r"(?<!\w)(?:call(?:s|ed)?|nam(?:es?|ed)) (?:it|them|this|that|(?:the|their|our|his|her|its) (?:\w+ ){1,3})(?:the |our |their )$"
)
_SO_CALLED = lazily(r",? so (?:nennen|nennt|heißt|genannt)(?!\w)")
_A_KIND = lazily(
    r"\s?(?:of|for|für|voor|(?:pour|para|per)(?! \w+(?:ar|er|ir|re|rse)(?!\w))|im wortsinn|im kleinen|in miniature|in miniatura|en miniature)(?!\w|\s?\d)"
)
_QUOTED = lazily(r"[「『“‘\"'][^「『“‘\"'」』”’\n]{1,12}(?:の|의 |界的|版的|村的|人的)$")
# Whose version it is, before the name, or that it only goes by it, behind: "'아시아판 다보스포럼'으로 불리는".
_VERSION = lazily(r"(?:판|版|版の) ?[「『“‘\"']?$")
_GOES_BY = lazily(
    r"[」』”’\"'](?:으로|로|이라|라)(?:도|고도)? ?(?:불리|통하)|[」』”’\"']?(?:とも?呼ばれ|之称|之稱)"
)
_UNQUOTE = frozenset("」』”’\"'")
# Behind a brand: "MWC de Barcelona", "CES of 2026", "CES de l'an dernier", "CES de enero" are the fair's own city and time.
_OF = lazily(r"\s?(?:of|de|del|du|d|des|der)\s(?:(?:the|l|la|le|el|este|esta|cette|ce)\s)?")
_TIME_OF_IT = lazily(
    r"20\d\d|(?:this|last|next)\s(?:year|month|week|january|spring|summer|autumn|winter)|(?:año|mes|pasado|presente|próximo|hace|ayer|semana|cada)(?!\w)|(?:an|année|mois|semaine|il y a)(?!\w)|vor\w*\sjahr\w*|vorjahr\w*|(?:letzten|vergangenen|kommenden|nächsten|diesjährigen)(?!\w)"
)


def likened(reading: Reading, place: Found, term: Term, around: Around, forum: Forum) -> bool:
    """Whether the name is a comparison: "the Davos of the East", "Asia's Davos", "「猫のダボス会議」"."""
    text = reading.text
    if _quoted(reading, place):
        return True
    before = text[max(0, place.start - 24) : place.start]
    if _CALLED.search(text[max(0, place.start - 60) : place.start]) or _SO_CALLED.match(text, place.end):
        return True
    if _INDEFINITE.search(before) and _A_KIND.match(text, place.end):
        return True
    if term.demoted and (
        (_OWNED.search(before) and not _UNITED.search(before) and not _of_its_city(place, around, forum))
        or _INDEFINITE.search(before)
        or (_AFTER.match(text, place.end) and not _is_its_own(text, place.end, around, forum))
    ):
        return True
    if term.grade == "high" and term.short and " " not in term.short.text:
        if _AFTER.match(text, place.end) and not _is_its_own(text, place.end, around, forum):
            return True
        if (term.short.support and _OWNED.search(before)) or _OWNER.search(before):
            return True
    elif (
        _IS_THE.search(before)
        and _AFTER.match(text, place.end)
        and not _is_its_own(text, place.end, around, forum)
    ):
        return True
    return bool(_BEFORE.search(before))


def _of_its_city(place: Found, around: Around, forum: Forum) -> bool:
    """Whether it is its own city's: "Geneva's AI for Good summit"."""
    owner = place.start - len(" s ")
    return any(
        last == owner for city in forum.cities for _, last in around.each(("city", city), owner, owner, 0)
    )


def _is_its_own(text: str, end: int, around: Around, forum: Forum) -> bool:
    """Whether "of" behind a name that ends at `end` goes on with a year, a month or the forum's own city."""
    of = _OF.match(text, end)
    if of is None:
        return False
    at = of.end()
    if _TIME_OF_IT.match(text, at) or NAMED_DATE.match(text, at):
        return True
    if any(words.match(text, at) for _, words in RELATIVES) or YEARS_AGO.match(text, at):
        return True
    return any(
        first == at
        for city in forum.cities
        for first, _ in around.each(("city", city), end, end, at - end + 1)
    )


def _quoted(reading: Reading, place: Found) -> bool:
    """Whether it stands with whose version it is, or in quotes with whose it is: “水果界的达沃斯”."""
    first, last = reading.folded.span(place.start, place.end)
    if _VERSION.search(reading.whole, max(0, first - 8), first) or _GOES_BY.match(reading.whole, last):
        return True
    return bool(
        _QUOTED.search(reading.whole, max(0, first - 16), first)
        and reading.whole[last : last + 1] in _UNQUOTE
    )
