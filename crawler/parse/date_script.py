"""The data that a script would draw the page from → the date that it gives to the article."""

from __future__ import annotations

import re

from crawler.parse.blocks import Outline
from crawler.parse.date_values import Context, Seen, has_hour, read_date

_PUBLISHED = re.compile(
    r'"(?:date_?published|published_?(?:at|on|date|time)|publish_?(?:date|time|at)|publication_?date|first_?publish\w{0,12}|pub_?date|publi[sc]h\w{0,4}Timestamp)"'
    r'\s*:\s*"?([^",}{\[\]]{8,40})',
    re.I,
)
SCRIPT = 0.6
MAX_LENGTH = 400_000  # characters searched


def in_script(page: Outline, context: Context) -> Seen | None:
    """The first date under a name such as ``publishedAt``: the article stands before what it links to."""
    for state in page.state:
        for match in _PUBLISHED.finditer(state[:MAX_LENGTH]):
            if at := read_date(match[1], context):
                return Seen(at, "script", SCRIPT, has_hour(at))
    return None
