"""A page → when its article was published and last changed, where that stands, and how sure it is.

    head (JSON-LD, metas) ─ found ────────────────────────────────→ Dates, on the day that readers are shown
          │ nothing
          └→ marks, text near the headline, address, dateline ─ the day most trusted → Dates
                └ nothing → picture's address, scripts, any labelled date, any only date

A declared date ends the search. Without one, places that tell the same day add up. A date of another's teaser, of
the future or of the copyright line is never believed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from functools import cache
from math import prod
from urllib.parse import urlsplit

from crawler.parse.dates.address import in_address, in_image
from crawler.parse.dates.calendars import Habit
from crawler.parse.dates.changes import marked_change, shown_change
from crawler.parse.dates.declared import SHOWN, VAGUE, Reading, declared_dates
from crawler.parse.dates.elsewhere import in_dateline, in_own_teaser, seen_elsewhere
from crawler.parse.dates.first import first_shown, published_later
from crawler.parse.dates.habit import habit_of, usual_habit
from crawler.parse.dates.near import seen_near
from crawler.parse.dates.places import with_own_foot
from crawler.parse.dates.script import in_script, only_moment
from crawler.parse.dates.shown import on_shown_day
from crawler.parse.dates.values import Context, Neighbourhood, Seen, read_date
from crawler.parse.dates.zone import zone_in_scripts
from crawler.parse.page.blocks import Outline
from crawler.parse.page.jsonld import Declared

__all__ = ["Context", "Dates", "Neighbourhood", "day_first", "latest_for", "read_date", "read_dates"]

ENOUGH = 0.4  # trust below which the poorer places are asked too
SUREST = 0.99
NEVER = datetime.max.replace(tzinfo=UTC) - timedelta(days=2)
SENT, A_MOMENT = (
    "meta:last-modified",
    timedelta(minutes=10),
)  # an HTTP header in a meta: of a page made for each
CHANGED = 0.65  # what remains of the trust in a change's date when it must stand for the publication's
_MONTH_FIRST = re.compile(r"\.(?:com|us|net|org)$")


@dataclass(frozen=True, slots=True)
class Dates:
    """When an article appeared and changed.

    A place is ``json-ld``, ``meta:NAME``, ``itemprop=datePublished``, ``time element``, ``marked date``, ``text near the
    headline``, ``text after the article``, ``dateline``, ``own teaser``, ``url``, ``image address``, ``script`` … A confidence is the
    share of such dates that are right, 0 to 1: 0 where there is no date.
    """

    published_at: datetime | None = None  # first appearance; of the last change where nothing else is known
    modified_at: datetime | None = None  # the last change that the page tells of, never before the appearance
    published_from: str | None = None  # the place that told
    modified_from: str | None = None
    published_confidence: float = 0.0
    modified_confidence: float = 0.0


def read_dates(
    page: Outline,
    declared: Declared,
    around: Neighbourhood,
    url: str | None,
    context: Context,
    source: bytes = b"",
) -> Dates:
    """The dates of the article, in the publisher's own offset where it can be known."""
    context = _with_habit(context, usual_habit(page, context))
    read = _reading(page, around, url, context)
    published, modified = declared_dates(page, declared, around, read)
    if context.zone is UTC and (published is None or (published.timed and not published.at.utcoffset())):
        zone = zone_in_scripts(page.language, url, source)
        if zone is not UTC:
            context = replace(context, zone=zone, now=context.now and context.now.astimezone(zone))
            read = _reading(page, around, url, context)
            published, modified = declared_dates(page, declared, around, read)
    if modified is not None and modified.place == SENT and _is_just_now(modified, context):
        modified = None
    if published is not None and published.trust == VAGUE and _is_of_now(published, context):
        published = replace(published, trust=SHOWN)
    if published is not None and published.trust > SHOWN:
        known = published.at

        @cache
        def shown() -> Context:
            return _with_habit(context, habit_of(page, around, url, context, known=known))

        if "creat" in published.place and (later := published_later(published, page, around, shown)):
            return _dates(later, modified)
        if (
            modified
            and modified.at.date() == published.at.date()
            and (first := first_shown(published, page, around, shown))
        ):
            return _dates(first, modified)
        modified = modified or marked_change(page, around, shown) or shown_change(page, around, shown)
        return _dates(on_shown_day(published, page, around, url, context, shown), modified)
    around = with_own_foot(page, around)
    context = _with_habit(context, habit_of(page, around, url, context))
    seen = _near(page, around, url, context) + ([published] if published else [])
    changes = [s for s in seen if s.updated]
    modified = modified or max(changes, key=lambda s: s.trust, default=None)
    best = _most_trusted(s if not s.updated else replace(s, trust=s.trust * CHANGED) for s in seen)
    if best is None or best.trust < ENOUGH:
        best = _most_trusted([*([best] if best else []), *_far(page, source, around, modified, context)])
    elif best.place == "url" and (at := only_moment(page, source, context)) and _is_on_day(at, best):
        best = replace(best, at=at, timed=True)
    return _dates(best, modified)


def _is_on_day(at: datetime, day: Seen) -> bool:
    return at.astimezone(day.at.tzinfo).date() == day.at.date()


def _with_habit(context: Context, habit: Habit) -> Context:
    return context if habit == context.habit else replace(context, habit=habit)


def _is_just_now(seen: Seen, context: Context) -> bool:
    """Whether a date is that of the making of the page for who fetched it."""
    return context.now is not None and abs(seen.at - context.now) < A_MOMENT


def _is_of_now(seen: Seen, context: Context) -> bool:
    """Whether a date may be that of the sending of the page; an article of today shows the day, too."""
    return context.now is not None and seen.at > context.now - timedelta(days=1)


def _reading(page: Outline, around: Neighbourhood, url: str | None, context: Context) -> Reading:
    """How what is declared is read: numbers in the order that the page shows."""

    def read(text: str) -> datetime | None:
        if "/" not in text[1:6] and "." not in text[1:6]:
            return read_date(text, context)
        return read_date(text, _with_habit(context, habit_of(page, around, url, context, told=text)))

    return read


def _near(page: Outline, around: Neighbourhood, url: str | None, context: Context) -> list[Seen]:
    """What is told near the article and in its address."""
    found = seen_near(page, around, context)
    beside = (
        in_address(page, url, context),
        in_dateline(page, around, context),
        in_own_teaser(page, around, context),
    )
    return found + [seen for seen in beside if seen]


def _far(
    page: Outline, source: bytes, around: Neighbourhood, modified: Seen | None, context: Context
) -> Iterator[Seen]:
    """What is told elsewhere; poor witnesses, asked where the good ones are silent."""
    if modified is not None:
        yield replace(modified, trust=modified.trust * CHANGED)
    for seen in (
        in_script(page, source, context),
        seen_elsewhere(page, around, context),
        in_image(page, context),
    ):
        if seen is not None:
            yield seen


def _most_trusted(found: Iterable[Seen]) -> Seen | None:
    """The best witness of the day that is trusted most, with the trust of all kinds of witness for that day together."""
    days: dict[date, list[Seen]] = {}
    for seen in found:
        days.setdefault(seen.at.date(), []).append(seen)
    best: Seen | None = None
    for told in days.values():
        trust = 1 - prod(1 - surest for surest in _by_kind(told).values())
        if best is None or trust > best.trust:
            witness = max(told, key=lambda s: (s.timed, bool(s.at.utcoffset()), s.trust))
            best = replace(witness, trust=trust)
    return best


def _by_kind(told: list[Seen]) -> dict[str, float]:
    """The most trust that each kind of witness has; two of one kind often copy each other."""
    surest: dict[str, float] = {}
    for seen in told:
        kind = _KINDS.get(seen.place, "shown")
        surest[kind] = max(seen.trust, surest.get(kind, 0.0))
    return surest


_KINDS = {
    "json-ld": "film",
    "url": "url",
    "image address": "image",
    "script": "script",
    "own teaser": "own",
}  # all else is shown


def _dates(published: Seen | None, modified: Seen | None) -> Dates:
    if published is None:
        return Dates()
    if modified is not None and modified.at < published.at:
        modified = None  # of an earlier edition, or of the template
    return Dates(
        published.at,
        modified.at if modified else None,
        published.place,
        modified.place if modified else None,
        round(min(published.trust, SUREST), 2),
        round(modified.trust, 2) if modified else 0.0,
    )


def day_first(language: str | None, url: str | None, declared_language: str | None) -> bool:
    """Whether 02/07 is 2 July: everywhere but in American English (and the Philippines)."""
    tag = (declared_language or "").lower().replace("_", "-")
    if tag in ("en-us", "en-ph", "fil", "tl"):
        return False
    if tag.startswith("en-") or (language and language != "en"):
        return True
    try:
        host = urlsplit(url or "").hostname or ""
    except ValueError:
        host = ""
    return not _MONTH_FIRST.search(host)


def latest_for(fetched_at: datetime | None) -> datetime:
    """The moment after which nothing is believed to be published."""
    return NEVER if fetched_at is None else fetched_at + timedelta(days=1)
