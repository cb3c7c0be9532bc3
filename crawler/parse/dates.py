"""A page → when its article was published and last changed.

    JSON-LD → meta names → microdata → a marked date beside the headline → a date written there
    → the address → the first lines of the text → any date left

A place is believed in this order; a date of a teaser, of the future or of the copyright line never is.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from itertools import chain
from urllib.parse import urlsplit

from crawler.parse import labels
from crawler.parse.blocks import Mark, Outline
from crawler.parse.calendars import OLDEST, Written, find_dates, find_relative
from crawler.parse.jsonld import Declared

PUBLISHED = (
    "article:published_time", "og:article:published_time", "article:published", "og:published_time", "datepublished",
    "parsely-pub-date", "cxenseparse:recs:publishtime", "sailthru.date", "dc.date.issued", "dcterms.created", "dc.date.created",
    "article.published", "publishdate", "publish-date", "publication_date", "pubdate", "date", "dc.date", "dcterms.date",
    "article_date_original", "citation_publication_date", "published_at", "article:post_date", "rnews:datepublished", "originalpublicationdate",
    "pub_date", "publishtime", "publish_date", "datecreated", "created", "article:created", "weibo:article:create_at", "bt:pubdate",
    "release_date", "og:pubdate", "dateposted", "article:date", "last-published", "displaydate",
)  # fmt: skip
MODIFIED = (
    "article:modified_time", "og:updated_time", "article:modified", "datemodified", "dcterms.modified", "lastmod", "last-modified",
    "dc.date.modified", "revised", "modified", "updated_time", "og:modified_time", "utime", "article:updated_time",
)  # fmt: skip

_PUBLISHED_NAME = re.compile(
    r"(?:pub|issue|creat|post|release)[a-z]*[-_.:]?(?:date|time|on|at)\b|date[-_.:]?(?:pub|issue|creat|posted)"
)
_MOD = re.compile(r"modif|updat|edit(?!or)|last|change|revis", re.I)
_MOD_WORD = re.compile(
    r"updated|modified|aktualisiert|geändert|mis à jour|modifié|actualizad|atualizad|aggiornat|обновлен|изменен|แก้ไข|อัปเดต|更新|수정|cập nhật|diperbarui|güncelle|ενημ|zaktualiz|aktualiz|uppdaterad|oppdatert|opdateret|bijgewerkt|تحديث|last edit|revised",
    re.I,
)
_URL_DATE = re.compile(
    r"(?<!\d)(?P<y>(?:19|20)\d\d)[/_.-]?(?P<m>0[1-9]|1[0-2])[/_.-]?(?P<d>0[1-9]|[12]\d|3[01])(?!\d)|/(?P<y2>20\d\d)/(?P<m2>\d{1,2})/(?P<d2>\d{1,2})/"
)
_COPYRIGHT = re.compile(r"©|\(c\)|copyright|all rights", re.I)
_FURNITURE = labels.RELATED | labels.COMMENT | labels.NAV | labels.FOOT | labels.ADVERT | labels.SIDE
CLOSE = 3  # blocks before the headline that belong to it
NEAR = 14  # blocks before the headline in which its date may stand
_MONTH_FIRST = re.compile(r"\.(?:com|us|net|org)$")


@dataclass(frozen=True, slots=True)
class Context:
    """What reading a date needs besides its text."""

    zone: tzinfo
    latest: datetime  # nothing is published after it
    now: datetime | None
    day_first: bool


@dataclass(frozen=True, slots=True)
class Dates:
    """When an article appeared and changed, and which place told so."""

    published_at: datetime | None = None
    modified_at: datetime | None = None
    place: str | None = None


@dataclass(frozen=True, slots=True)
class Neighbourhood:
    """Where the article stands among the blocks of its page."""

    headline: int  # the block of the headline, or the first of the text
    start: int  # the first block of the text
    end: int  # the one after the last
    signs: list[int]  # the labels' bits of each block


def read_dates(
    page: Outline, declared: Declared, around: Neighbourhood, url: str | None, context: Context
) -> Dates:
    """The dates of the article in the publisher's own offset where it tells one."""
    found = _read(page, declared, around, url, context)
    at = found.published_at
    if at is None or at.utcoffset() or found.place not in ("json-ld", "meta", "microdata"):
        return found
    seen = (
        _address(page, around, url, context)
        or _marked(page, around, url, context)
        or _visible(page, around, url, context)
    )
    return replace(found, published_at=_local(at, seen)) if seen else found


def _local(at: datetime, seen: datetime) -> datetime:
    """An instant told in UTC, on the day that readers are shown: the publisher's offset, as far as it can be known."""
    if at == at.replace(hour=0, minute=0, second=0, microsecond=0):
        return at
    for hours in range(1, 13):
        for offset in (timezone(timedelta(hours=hours)), timezone(timedelta(hours=-hours))):
            if at.date() != seen.date() and (local := at.astimezone(offset)).date() == seen.date():
                return local
    return at


def _read(
    page: Outline, declared: Declared, around: Neighbourhood, url: str | None, context: Context
) -> Dates:
    modified = _first_of((declared.modified, *_metas(page, MODIFIED)), context)
    if published := _first_of((declared.published,), context):
        return Dates(published, modified, "json-ld")
    if published := _first_of(chain(_metas(page, PUBLISHED), _named(page)), context):
        return Dates(published, modified, "meta")
    for place, find in _PLACES:
        if published := find(page, around, url, context):
            return Dates(published, modified, place)
    return Dates(modified, modified, "modified") if modified else Dates()


def _metas(page: Outline, names: tuple[str, ...]) -> Iterable[str]:
    return (c for n in names for c in page.metas.get(n, ()))


def _named(page: Outline) -> Iterable[str]:
    """Metas under names of a publisher's own making that say when something was published."""
    return (c for name, contents in page.metas.items() if _PUBLISHED_NAME.search(name) for c in contents)


def _first_of(texts: Iterable[str | None], context: Context) -> datetime | None:
    for text in texts:
        if text and (at := read_date(text, context)):
            return at
    return None


def read_date(text: str, context: Context) -> datetime | None:
    """The first date of a short text, aware, none of the future."""
    text = text.strip()[:200]
    if text.isdecimal() and len(text) in (10, 13):  # seconds or milliseconds since 1970
        at = datetime.fromtimestamp(int(text[:10]), UTC)
        return at if at.year >= OLDEST and at <= context.latest else None
    try:
        at = datetime.fromisoformat(text)
    except ValueError:
        pass
    else:
        at = at if at.tzinfo else at.replace(tzinfo=context.zone)
        return at if OLDEST <= at.year < 2400 and _past(at, context) else _written(text, context)
    return _written(text, context)


def _past(at: datetime, context: Context) -> bool:
    try:
        return at <= context.latest
    except OverflowError:
        return False


def _written(text: str, context: Context) -> datetime | None:
    for written in find_dates(text, day_first=context.day_first):
        if at := _aware(written, context):
            return at
    return None


def _aware(written: Written, context: Context) -> datetime | None:
    at = written.at if written.at.tzinfo else written.at.replace(tzinfo=context.zone)
    return at if _past(at, context) else None


def _bits(around: Neighbourhood, block: int) -> int:
    return around.signs[block] if block < len(around.signs) else 0


def _near(around: Neighbourhood, block: int) -> bool:
    """Whether a block stands where an article's date stands: close to the headline whatever its markup is called."""
    if around.headline - CLOSE <= block <= around.start + 1:
        return not _bits(around, block) & labels.COMMENT
    return around.headline - NEAR <= block <= around.end + 3 and not _bits(around, block) & _FURNITURE


def _microdata(page: Outline, around: Neighbourhood, url: str | None, context: Context) -> datetime | None:
    """itemprop=datePublished, then <time datetime pubdate>."""
    for mark in page.marks:
        if "datepublished" in mark.label and _near(around, mark.block) and (at := _of_mark(mark, context)):
            return at
    return None


def _marked(page: Outline, around: Neighbourhood, url: str | None, context: Context) -> datetime | None:
    """The best of the marked dates near the headline: one that says published, else the first that does not say updated."""
    found = []
    for mark in page.marks:
        if not _near(around, mark.block):
            continue
        if at := _of_mark(mark, context):
            updated = bool(_MOD.search(mark.label)) or bool(_MOD_WORD.search(mark.text))
            within = around.start < mark.block < around.end
            found.append((updated, within, abs(mark.block - around.headline) > NEAR, at))
    return min(found, key=lambda f: f[:3])[3] if found else None


def _of_mark(mark: Mark, context: Context) -> datetime | None:
    if mark.value and (at := read_date(mark.value, context)):
        return at
    if not mark.text or len(mark.text) > 160:
        return None
    for written, updated in _told_apart(mark.text, context):
        if not updated and (at := _aware(written, context)):
            return at
    if at := _written(mark.text, context):
        return at
    return find_relative(mark.text, context.now) if context.now and len(mark.text) < 40 else None


def _told_apart(text: str, context: Context) -> Iterator[tuple[Written, bool]]:
    """The dates of a text, each with whether the words before it say that it is of a change."""
    end = 0
    for written in find_dates(text, day_first=context.day_first):
        yield written, _MOD_WORD.search(text[max(end, written.start - 25) : written.start]) is not None
        end = written.end


def _visible(page: Outline, around: Neighbourhood, url: str | None, context: Context) -> datetime | None:
    """A date written in a short block beside the headline."""
    late: datetime | None = None
    for index in _order(around, len(page.blocks)):
        block = page.blocks[index]
        if len(block.text) > 200 or not _near(around, index) or _COPYRIGHT.search(block.text):
            continue
        if block.element.tag == "figcaption" or (
            index >= around.start and _bits(around, index) & labels.CAPTION
        ):
            continue
        if block.linked > 0.8 * len(block.text) and len(block.text) > 40:
            continue
        for written, updated in _told_apart(block.text, context):
            at = _aware(written, context)
            if at is not None and not updated:
                return at
            late = late or at
        if context.now and len(block.text) < 60 and (at := find_relative(block.text, context.now)):
            return at
    return late


def _order(around: Neighbourhood, count: int) -> list[int]:
    """The blocks around the article: from the headline to the text, before the headline, after the text."""
    between = range(around.headline, min(around.start + 3, count))
    before = range(around.headline - 1, max(-1, around.headline - NEAR), -1)
    after = range(max(around.end - 2, 0), min(around.end + 3, count))
    return [*between, *before, *after]


def _address(page: Outline, around: Neighbourhood, url: str | None, context: Context) -> datetime | None:
    """A date written in the path of the address."""
    for address in (url, page.links.get("canonical"), *page.metas.get("og:url", ())):
        try:
            path = urlsplit(address or "").path
        except ValueError:
            continue
        for m in _URL_DATE.finditer(path + "/"):
            y, mo, d = (m["y"], m["m"], m["d"]) if m["y"] else (m["y2"], m["m2"], m["d2"])
            try:
                at = datetime(int(y), int(mo), int(d), tzinfo=context.zone)
            except ValueError:
                continue
            if at.year >= OLDEST and _past(at, context):
                return at
    return None


def _first_lines(page: Outline, around: Neighbourhood, url: str | None, context: Context) -> datetime | None:
    """A date in the first lines of the text, as agencies write it."""
    for block in page.blocks[around.start : min(around.start + 3, around.end)]:
        if at := _written(block.text[:400], context):
            return at
    return None


def _any(page: Outline, around: Neighbourhood, url: str | None, context: Context) -> datetime | None:
    """A date of the whole page, where one alone is written outside of lists and footers."""
    for mark in page.marks:
        if not _bits(around, mark.block) & (_FURNITURE & ~labels.SIDE) and (at := _of_mark(mark, context)):
            return at
    for index, block in enumerate(page.blocks):
        if (
            len(block.text) < 120
            and not _bits(around, index) & _FURNITURE
            and not _COPYRIGHT.search(block.text)
            and (at := _written(block.text, context))
        ):
            return at
    return None


_PLACES = (
    ("microdata", _microdata),
    ("mark", _marked),
    ("visible", _visible),
    ("address", _address),
    ("text", _first_lines),
    ("page", _any),
)


def day_first(language: str | None, url: str | None, declared_language: str | None) -> bool:
    """Whether 02/07 is 2 July: everywhere but in American English (and the Philippines)."""
    tag = (declared_language or "").lower().replace("_", "-")
    if tag in ("en-us", "en-ph", "fil", "tl"):
        return False
    if tag.startswith("en-") or (language and language != "en"):
        return True
    host = (urlsplit(url).hostname or "") if url else ""
    return not _MONTH_FIRST.search(host)


def latest_for(fetched_at: datetime | None) -> datetime:
    """The moment after which nothing is believed to be published."""
    if fetched_at is None:
        return datetime.max.replace(tzinfo=UTC) - timedelta(days=2)
    return fetched_at + timedelta(days=1)
