"""A short name that sister shows share → whose it is: "GITEX" in news of GITEX Europe is none of Dubai's, unless the text
says so there.
"""

from __future__ import annotations

from collections.abc import Sequence

from crawler.flag.editions.told_words import STOP, apart
from crawler.flag.names.found import Found
from crawler.flag.names.spelling import Candidate
from crawler.flag.names.support import CLOSE, Case, text_of
from crawler.flag.text.fold import UNSPACED
from crawler.flag.watchlist.forum import Forum, Short
from crawler.patterns import lazily

BESIDE = 14  # characters between a city and a name that two forums share
AT_ONCE = 12  # ... where one of the forum's stands in the sentence, too: "ソウルのグローバルAIサミット", "AI summit in Seoul"
SAME_SENTENCE = 40  # ... where none does
_CLAUSE = lazily(r"[.:;!?\n\x02。：；！？]")
_THAN = lazily(
    r"(?<!\w)(?:than|compared (?:to|with)|unlike|als|verglichen mit|im vergleich zu|que|comparad[oa] (?:con|com|a)|par rapport à|di|rispetto a|dan|vergeleken met|чем|по сравнению с|ніж|niż|než|än|end|enn|kuin|dibanding(?:kan)?(?: dengan)?|so với|กว่า|比|より|보다|göre|من|decât|от)(?: in| the| le| el| en| v| в| w| i)? ?$"
)


def lent(case: Case, place: Found, forum: Forum) -> bool:
    """Whether a short name is here that of another forum, which has it in its names and stands in the article by one:
    "GITEX" in news of GITEX Europe, unless the host city is nearer than theirs."""
    sisters = case.lenders.get((forum.id, text_of(case, place)), ())
    if not sisters or any(
        (place.start, place.end) in case.around.places.get(("city", city), ()) for city in forum.cities
    ):
        return False
    away = _away(case, place, forum)
    return away >= min(_away(case, place, other) for other in sisters) or not _held_in(case, place, forum)


def closer(case: Case, place: Found, forum: Forum, other: Forum) -> bool | None:
    """Whether the name at `place`, which both have, stands right beside a city of `forum` and of the other none: "赴贵阳参加数博会";
    False the other way round, None where that says nothing."""
    own, theirs = (_away(case, place, each) <= BESIDE for each in (forum, other))
    return None if own == theirs else own


def held_elsewhere(case: Case, place: Found, forum: Forum, short: Short | None) -> bool:
    """Whether words that any city's summit may be called by have another city beside them than the forum's, though that is told
    near: "the global AI summit in Seoul, to which Riyadh sent a minister"."""
    told = short.support if short else ()
    name = text_of(case, place)
    if forum.organisation or not set(forum.host) & set(told) or not (" " in name or UNSPACED.match(name)):
        return False
    ours = [span for word in told for span in case.around.each(("word", word), place.start, place.end, CLOSE)]
    its = (place.start, place.end)
    own = min((apart(its, span) for span in ours), default=CLOSE)
    reach = AT_ONCE if any(not _parted(case, place, span) for span in ours) else SAME_SENTENCE
    return any(
        (apart(its, span) < own or (apart(its, span) == own and span[1] <= place.start))
        and not _parted(case, place, span)
        for sign in case.around.places
        if sign[0] == "city" and sign[1] not in forum.cities
        for span in case.around.each(sign, place.start, place.end, reach)
    )


def _parted(case: Case, place: Found, span: tuple[int, int]) -> bool:
    """Whether a sentence ends between the two."""
    return STOP.search(case.reading.text, min(place.end, span[1]), max(place.start, span[0])) is not None


def _held_in(case: Case, place: Found, forum: Forum) -> bool:
    """Whether one of the forum's cities stands in the name's clause, and not to compare with it: "smaller than Dubai"."""
    text = case.reading.text
    return any(
        not _CLAUSE.search(text, min(place.end, last), max(place.start, first))
        and not _THAN.search(text, max(0, first - 16), first)
        for city in forum.cities
        for first, last in case.around.each(("city", city), place.start, place.end, CLOSE)
    )


def lenders(case: Case, candidates: Sequence[Candidate]) -> dict[tuple[str, str], tuple[Forum, ...]]:
    """The forum and folded short name → the other forums that stand in the article by full names, of which one begins with
    the short name; those alone that are not named in full themselves."""
    full = {who for _, _, who in case.named}
    shorts = {
        (term.forum_id, text_of(case, place))
        for place, term in candidates
        if term.grade in ("low", "high") and term.forum_id not in full
    }
    out: dict[tuple[str, str], tuple[Forum, ...]] = {}
    for forum_id, short in shorts if full else ():
        if not UNSPACED.match(short):
            out[forum_id, short] = tuple(f for who in full if _begins(f := case.forums[who], short))
    return out


def _begins(forum: Forum, short: str) -> bool:
    """Whether one of the forum's full names begins with the folded short name."""
    return any(name.lower().startswith(f"{short} ") for names in forum.names.values() for name in names)


def _away(case: Case, place: Found, forum: Forum) -> int:
    """How many characters stand between the place and the nearest of the forum's cities; CLOSE where none is near."""
    spans = (
        span
        for city in forum.cities
        for span in case.around.each(("city", city), place.start, place.end, CLOSE)
    )
    return min((apart((place.start, place.end), span) for span in spans), default=CLOSE)
