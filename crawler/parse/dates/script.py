"""The data that a page hands to its scripts → the date that it gives to the article.

{"publishedAt": "2025-07-02T08:00:00Z"} · dataLayer.push({'pubDate': '20250702'}) · \\"firstPublished\\":\\"2025-07-02\\"
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime
from itertools import islice

from crawler.parse.dates.values import Context, Seen, has_hour, read_date
from crawler.parse.page.blocks import Outline
from crawler.parse.page.scripts import sources

_NAMED = re.compile(  # in lower case; it begins with plain letters, so that a script is looked through fast
    r"(?:p(?:ubli(?:sh\w{0,16}|cation(?:_?date)?|[sc]h\w{0,4}timestamp)|ub_?(?:date|time)|ost_?(?:full_?)?date)|article_?(?:full_?)?date"
    r"|create_?time(?=\s{0,3}=))"  # of a page that is a variable; of anything among other fields
    r"""\\?["']?\s{0,4}[:=,]\s{0,4}\\?["']?([^"',}{\[\]\\<>]{8,40})"""
)
_NAME = re.compile(  # the whole name
    r"(?:content|article|page|first|post)?_?publish(?:ed)?_?(?:at|on|date|time)[a-z]{0,9}"
    r"|first_?publish\w{0,12}|(?:content|article|page)?_?publication_?date|publi[sc]h\w{0,4}timestamp"
    r"|(?:ori_?)?create_?time|date_?(?:of_?)?publi(?:shed|cation)|pub_?(?:date|time)|(?:(?:page|wp)_?)?(?:article|post)_?(?:full_?)?date"
)
_WORD = re.compile(r"\w+")
_BEFORE = re.compile(r"[\w-]*\Z")
LONGEST_NAME = 40
ONE_DAY, FIRST = 0.9, 0.55  # where all such names tell one day, and where they tell several
MAX_LENGTH = 400_000  # characters searched of one script
MAX_DATES = 200


def in_script(page: Outline, source: bytes, context: Context) -> Seen | None:
    """The date under names such as ``publishedAt``; the first of several, since what is linked to stands behind."""
    found = list(islice(_told(page, source, context), MAX_DATES))
    if not found:
        return None
    at = found[0]
    trust = ONE_DAY if len({other.date() for other in found}) == 1 else FIRST
    return Seen(at, "script", trust, has_hour(at))


def only_moment(page: Outline, source: bytes, context: Context) -> datetime | None:
    """The one moment under all such names; None where they tell several, as of the day's other articles, or but the day."""
    found = set(islice(_told(page, source, context), MAX_DATES))
    at = found.pop() if len(found) == 1 else None
    return at if at and has_hour(at) else None


def _told(page: Outline, source: bytes, context: Context) -> Iterator[datetime]:
    for script in (*page.state, *sources(source)):
        text = script[:MAX_LENGTH].lower()
        for match in _NAMED.finditer(text):
            start, end = match.span()
            before = _BEFORE.search(text[max(0, start - LONGEST_NAME) : start])
            name = _WORD.match((before[0] if before else "") + text[start:end])
            if name and _NAME.fullmatch(name[0]) and (at := read_date(match[1].upper(), context)):
                yield at
