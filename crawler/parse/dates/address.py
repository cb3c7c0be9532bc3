"""The addresses of a page and of its picture → the day that is written in them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import datetime
from urllib.parse import urlsplit

from crawler.months import MONTHS
from crawler.parse.dates.bikram import LATER, bikram
from crawler.parse.dates.eras import OLDEST
from crawler.parse.dates.values import Context, Seen, past
from crawler.parse.page.blocks import Outline

_DAY = r"0[1-9]|[12]\d|3[01]"
_DATE = re.compile(
    rf"(?<!\d)(?P<y>(?:19|20)\d\d)(?P<s>[/_.-]?)(?P<m>0[1-9]|1[0-2])(?:(?P=s)|[/-](?=\d\d[/_.]))(?P<d>{_DAY})(?!\d)"
    rf"|/(?P<y5>20\d\d)/(?P<m5>0[1-9]|1[0-2])(?P<d5>{_DAY})/"
    rf"|(?<!\d)(?P<y6>20[0-4]\d)(?P<m6>0[1-9]|1[0-2])(?P<d6>{_DAY})(?=\d{{3,11}}(?!\d))"
    r"|/(?P<y2>20\d\d)/(?P<m2>\d{1,2})/(?P<d2>\d{1,2})/"
    rf"|(?<!\d)(?P<y3>20\d\d|\d\d(?=_))[/_-](?P<w3>[a-z]{{3,10}})[/_-](?P<d3>{_DAY}|[1-9])(?!\d)"
    rf"|(?<!\d)(?P<d4>{_DAY})-(?P<m4>0[1-9]|1[0-2])-(?P<y4>20\d\d)(?!\d)"
)
_MAY_HOLD = re.compile(r"(?:19|20)\d\d|\d\d_")
ADDRESS, IMAGE = 0.92, 0.5


def in_address(page: Outline, url: str | None, context: Context) -> Seen | None:
    """The day in the path of the address: /2025/07/03/, -20250703, /2025/jul/03/."""
    addresses = (url, page.links.get("canonical"), *page.metas.get("og:url", ()))
    at = _first(addresses, context)
    return Seen(at, "url", ADDRESS) if at else None


def in_image(page: Outline, context: Context) -> Seen | None:
    """The day in the path of the article's picture, which is most often stored when the article is."""
    images = (*page.metas.get("og:image", ()), *page.metas.get("twitter:image", ()))
    at = _first(images[:2], context)
    return Seen(at, "image address", IMAGE) if at else None


def _first(addresses: Iterable[str | None], context: Context) -> datetime | None:
    for address in addresses:
        path = _path(address)
        for match in _DATE.finditer(path) if _MAY_HOLD.search(path) else ():
            if (at := _day(match, context)) and at.year >= OLDEST and past(at, context):
                return at
    return None


def _path(address: str | None) -> str:
    try:
        path = urlsplit(address or "").path.lower() + "/"
        # of a copy: the day in what an archive puts before is that of the copying
        within = path.rfind("/http")
        return path[within:] if within >= 0 and ":/" in path[within:] else path
    except ValueError:
        return ""


def _day(m: re.Match[str], context: Context) -> datetime | None:
    y = m["y"] or m["y2"] or m["y3"] or m["y4"] or m["y5"] or m["y6"]
    month = MONTHS.get(m["w3"]) if m["w3"] else int(m["m"] or m["m2"] or m["m4"] or m["m5"] or m["m6"])
    d = m["d"] or m["d2"] or m["d3"] or m["d4"] or m["d5"] or m["d6"]
    year = int(y) + (2000 if len(y) == 2 else 0)
    nepali = year >= LATER and not m["w3"] and m["s"] != ""  # digits without a sign between are a number
    ymd = bikram(year, month or 0, int(d)) if nepali else (year, month or 0, int(d))
    try:
        return datetime(*ymd, tzinfo=context.zone) if ymd else None
    except ValueError:
        return None
