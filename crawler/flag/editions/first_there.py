"""A "first" before a name that counts only since it is held so: "the first GITEX at Expo City", "the first Web Summit in Lisbon",
years after the series began.

Whatever the words behind the name say of place, manner or time is what is new. Patterns over folded text.
"""

from __future__ import annotations

from datetime import datetime

from crawler.flag.editions.own import Resolved
from crawler.flag.names.context import Around
from crawler.flag.text.numerals import ANY_YEAR
from crawler.flag.watchlist.forum import Forum
from crawler.patterns import lazily

YOUNG = 2  # years after its first edition in which a series' first may be spoken of as such
REACH = 60  # characters behind a name in which a year tells which is meant
_SO = lazily(
    r" (?:in|at|outside|without|with|under|since|after|on|im|am|an|auf|ohne|seit|nach|unter|mit|außerhalb|bei|a|à|au|aux|en|dans|sans|depuis|après|hors|sous|avec|sin|desde|tras|fuera|bajo|con|al|nel|nell|nella|senza|fuori|dopo|sotto|em|no|na|sem|fora|após|com|sob|op|zonder|sinds|buiten|na|met|onder"
    r"|в|на|без|с|после|вне|за|под|у|з|після|поза|під|w|bez|od|po|poza|pod|v|mimo|i|på|utan|uden|uten|sedan|siden|efter|utanför|uden for|utenfor|etter|di|tanpa|sejak|setelah|selepas|ở|tại|ngoài|sau|kể từ|στο|στη|στην|χωρίσ|μετά|في|خارج|بدون|بلا|منذ|بعد|در|بدون|پس از|בלי|אחרי|מחוץ)(?!\w)"
    r"|(?:ที่|นอก|หลัง)"
)
_YEAR = lazily(rf"[^.!?\n\x02。]{{0,{REACH}}}?(?<!\d){ANY_YEAR}")


def first_there(
    text: str, place: tuple[int, int], own: Resolved, forum: Forum, around: Around, published: datetime | None
) -> bool:
    """Whether the ordinal edition `own` of the name at the folded `place` is a "first" of its kind alone.

    Where the host city follows it may be the series' own, and where a year does, that year says which it is.
    """
    if own.year != forum.first or published is None or published.year - own.year <= YOUNG:
        return False
    so = _SO.match(text, place[1])
    if so is None or _YEAR.match(text, so.end()):
        return False
    return not any(
        so.end() <= first <= so.end() + 5
        for city in forum.cities
        for first, _ in around.places.get(("city", city), ())
    )
