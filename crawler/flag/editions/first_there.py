"""A "first" before a name that counts only since it is held so: "the first GITEX at Expo City", "the first Web Summit in Lisbon",
years after the series began.

Whatever the words behind the name say of place, manner or time is what is new. Patterns over folded text.
"""

from __future__ import annotations

import re
from datetime import datetime

from crawler.flag.editions.own import Resolved
from crawler.flag.names.context import Around
from crawler.flag.text.numerals import ANY_YEAR, year_of
from crawler.flag.text.reading import Reading
from crawler.flag.watchlist.forum import Forum
from crawler.patterns import lazily

YOUNG = 2  # years after its first edition in which a series' first may be spoken of as such
REACH = 60  # characters behind a name in which a year tells which is meant
_SO = lazily(
    r" (?:in|at|outside|without|with|under|since|after|on(?! record)|im|am|an|auf|ohne|seit|nach|unter|mit|außerhalb|bei|a|à|au|aux|en|dans|sans|depuis|après|hors|sous|avec|sin|desde|tras|fuera|bajo|con|al|nel|nell|nella|senza|fuori|dopo|sotto|em|no|na|sem|fora|após|com|sob|op|zonder|sinds|buiten|na|met|onder"
    r"|в|на|без|с|после|вне|за|под|у|з|після|поза|під|w|bez|od|po|poza|pod|v|mimo|i|på|utan|uden|uten|sedan|siden|efter|utanför|uden for|utenfor|etter|di|tanpa|sejak|setelah|selepas|ở|tại|ngoài|sau|kể từ|στο|στη|στην|χωρίσ|μετά|في|خارج|بدون|بلا|منذ|بعد|در|بدون|پس از|בלי|אחרי|מחוץ)(?!\w)"
    r"|(?:ที่|นอก|หลัง)"
)
_YEAR = lazily(rf"[^.!?\n\x02。]{{0,{REACH}}}?(?<!\d)(?P<year>{ANY_YEAR})")
_IN = lazily(r" (?:in|im|en|à|a|em|nella?|w|v|в|у|u|i|di|tại|ở|στο|στη|στην|في|در)")
NEXT, OF_TOWN = 5, 24  # characters of an article; ... of "the canal town of "


def first_there(
    reading: Reading,
    place: tuple[int, int],
    own: Resolved,
    forum: Forum,
    around: Around,
    published: datetime | None,
) -> bool:
    """Whether the ordinal edition `own` of the name at the folded `place` is a "first" of its kind alone.

    Where the host city follows it may be the series' own, and where a year does, that year says which it is.
    """
    if own.year != forum.first or published is None or published.year - own.year <= YOUNG:
        return False
    so = _SO.match(reading.text, place[1])
    if so is None:
        return False
    if year := _YEAR.match(reading.text, so.end()):
        return year_of(year["year"]) != own.year
    return not any(
        so.end() <= first <= so.end() + OF_TOWN and _leads(reading, so, first)
        for city in forum.cities
        for first, _ in around.places.get(("city", city), ())
    )


def _leads(reading: Reading, so: re.Match[str], city: int) -> bool:
    """Whether what stands before a city only says what it is: "in the canal town of Wuzhen", not "at Expo City Dubai"."""
    if city - so.end() <= NEXT:
        return True
    return _IN.fullmatch(so.group()) is not None and reading.quote(so.end(), city).islower()
