"""When the page of an article is looked at again, and what a look makes of it. Pure: the time is an argument.

    born, ages ─next_look→ moment or no more
    (article, answer) ─told→ Finding ─settle→ Seen: standing, missing, removed, back; and when next

The ages stand in sources.yaml (`revisit: {after: [1h, 6h, …]}`) and count from the publication. A page that cannot be
had is asked for again in between, after half its age. One that is missing is looked at a day later, and a 410 an hour
later; missing a second time it is removed, unless it is the whole site that is missing: a server that answers 404 to
everything, or a site that was rebuilt, takes back in a week what it seems to have taken away in a day.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, time, timedelta
from hashlib import blake2b
from typing import Literal
from urllib.parse import urlsplit

from crawler import retries
from crawler.dedupe import site, url_key
from crawler.parse import says_gone
from storage.records import Article, Company, Failure, NotArticle, Page, Revisit, Seen, Watch

Ages = Sequence[float]  # seconds since the publication, rising; () for never
DAY = timedelta(days=1)
JITTER = 0.05  # of an age, either way: what was stored together is not asked for together
AHEAD = 0.5  # of the time between two looks must lie ahead, or the later one is left out
LEAST_WAIT, LONGEST_WAIT = timedelta(minutes=30), DAY  # for a page that could not be had
BEYOND = 1.2  # times the last age: after that a page that cannot be had is let go
LIVE_FOR = DAY  # after which a live blog has mostly ended
IN_FULL = 3  # of so many looks one asks without condition: some servers keep an ETag over a change
MISSING_AGAIN = {"missing": DAY, "gone": timedelta(hours=1)}  # the second look
MISSING_SURE = {
    "missing": timedelta(hours=20),
    "gone": timedelta(minutes=50),
}  # between the first and the last
FEW = 3  # articles missing of one site: more, and more than are found to stand, and the site is at fault
PATIENCE = timedelta(days=7)  # after which even a whole site's are believed to be gone, if it answers at all
RETURN = timedelta(days=7)  # after a removal is looked once more, where no other look is to come
# of a text that was whole: of a partial page that shows less the rest went, or cannot be had now
LEAST_LEFT = 0.9

UNTOLD = (None, "url", "source")  # where a day is from that no page told

What = Literal["unchanged", "read", "missing", "gone", "worse", "failed"]


@dataclass(frozen=True, slots=True)
class Finding:
    """What an answer is, beside what is known of the article."""

    what: What
    message: str | None = None
    retry_after_s: int = 0  # what its server asked for
    withheld: bool = False  # the page is likely there and kept from us


def born(published_at: datetime | None, stored_at: datetime) -> datetime:
    """From when an article's age counts: its publication, if that is known, past, and more than a bare day."""
    if published_at is None or published_at > stored_at:
        return stored_at
    only_a_day = published_at.timetz().replace(tzinfo=None) == time()
    return stored_at if only_a_day and stored_at - published_at < DAY else published_at


def while_live(ages: Ages) -> Ages:
    """The ages at which a live blog is looked at that mentions no forum: it may still come to while it grows."""
    return [age for age in ages if age <= LIVE_FOR.total_seconds()]


def next_look(ages: Ages, since: datetime, now: datetime, name: str) -> datetime | None:
    """The next moment of the plan that is far enough away; None: no more. `name` tells articles apart."""
    before = 0.0
    age = (now - since).total_seconds()
    for after in ages:
        if age <= after - (after - before) * AHEAD:
            shift = 1 + JITTER * (2 * _chance(name) - 1)
            return since + timedelta(seconds=after * shift)
        before = after
    return None


def first_watch(ages: Ages, article: Article, page: Page | None, now: datetime) -> Watch | None:
    """How an article that mentions a forum is to be looked at: one that was just read, or whose page, which did not come,
    is kept from us. None: not at all.
    """
    if not ages:
        return None
    due_at = next_look(ages, born(article.published_at, now), now, article.url)
    return Watch(due_at, *(validators(page) if page else (None, None)))


def late_look(ages: Ages, article: Article, stored_at: datetime | None, now: datetime) -> datetime | None:
    """When to look first at an article that was stored then and is found to mention a forum only now.

    None: no more, or not at all where it has looks already (`stored_at` is None).
    """
    if stored_at is None:
        return None
    return next_look(ages, born(article.published_at, stored_at), now, article.url)


def validators(page: Page) -> tuple[str | None, str | None]:
    """(etag, last_modified) of an answer."""
    return page.headers.get("etag"), page.headers.get("last-modified")


def in_full(look: Revisit) -> bool:
    """Whether a look asks without condition."""
    return look.visits % IN_FULL == 0 or look.missing_at is not None


def of_failure(failure: Failure) -> Finding:
    """What it means that no page came."""
    if failure.status in (404, 410):
        return Finding("gone" if failure.status == 410 else "missing", failure.message)
    withheld = retries.keeps_from_us(failure)
    return Finding("failed", failure.message, failure.retry_after_s or 0, withheld)


def of_page(look: Revisit, page: Page, found: Article | NotArticle) -> Finding:
    """What a page is that came; whether one that came from elsewhere tells the same is not asked here."""
    if leads_up(look.url, page.final_url):
        return Finding("missing", f"read: {page.final_url} answers in its place")
    if isinstance(found, Article):
        if found.partial and not look.partial and len(found.text) < LEAST_LEFT * look.length:
            said = f"{len(found.text)} of {look.length} characters are left of the text"
            return Finding("worse", f"read: {said}; the text stays", withheld=True)
        return Finding("read")
    detail = f" ({found.detail})" if found.detail else ""
    if found.reason == "not-found":
        return Finding("missing", f"read: its page says that it is gone{detail}")
    withheld = retries.hides(found.reason)
    return Finding("worse", f"read: not an article now: {found.reason}{detail}; the text stays", 0, withheld)


def is_door(look: Revisit, found: Article) -> bool:
    """Whether a page in an article's place tells no day and no author, though the article's own page told its day; nor that
    something is gone.

    It is none of its site's articles then, and no proof that this one was taken away: mostly one is to subscribe there, or
    to consent to something.
    """
    if look.published_from in UNTOLD or found.published_from not in UNTOLD or found.authors:
        return False
    return not says_gone(found.title, found.text)


def leads_up(asked: str, answered: str) -> bool:
    """Whether the front page or a section above answered in place of an article's address."""
    if asked == answered or url_key(asked) == url_key(answered):
        return False
    own, other = urlsplit(asked), urlsplit(answered)
    above = other.path.rstrip("/")
    if own.netloc.removeprefix("www.") != other.netloc.removeprefix("www."):
        return above in ("", "/index.html")
    if above == own.path.rstrip("/"):
        return bool(own.query) and not other.query
    return above == "/index.html" or (own.path.startswith(above + "/") and not other.query)


def leads_home(asked: str, answered: str) -> bool:
    """Whether the front page of its site answered in place of an article's address."""
    return leads_up(asked, answered) and _is_front(answered) and site(asked) == site(answered)


def _is_front(url: str) -> bool:
    parts = urlsplit(url)
    return parts.path.rstrip("/") in ("", "/index.html") and not parts.query


def whole_site(look: Revisit, company: Company, now: datetime, *, answers: bool) -> bool:
    """Whether what is missing is the site rather than this article; `answers`: its front page does."""
    missing = company.missing + 1
    if look.missing_at is not None and now - look.missing_at >= PATIENCE:
        return not (answers or company.standing)
    if missing > FEW and missing > company.standing:
        return True
    return not (company.standing or answers)


def doubtful(look: Revisit, finding: Finding, now: datetime) -> bool:
    """Whether this look would say that the article was removed: now its company counts."""
    if finding.what not in MISSING_SURE or look.missing_at is None or look.removed_at is not None:
        return False
    return now - look.missing_at >= MISSING_SURE[finding.what]


def settle(
    look: Revisit,
    finding: Finding,
    ages: Ages,
    now: datetime,
    *,
    seen: tuple[str | None, str | None] = (None, None),
    site_at_fault: bool = False,
) -> Seen:
    """What is kept of a look; `seen` are the validators of a page that was read."""
    following = next_look(ages, born(look.published_at, look.stored_at), now, look.url)
    kept = (look.etag, look.last_modified)
    if finding.what in ("read", "unchanged"):
        told = (
            seen if finding.what == "read" else tuple(new or old for new, old in zip(seen, kept, strict=True))
        )
        return Seen(Watch(following, *told), answered=True, removed=False)
    if finding.what in MISSING_SURE:
        return _missing(look, finding, following, now, site_at_fault)
    due_at = _retry(look, finding, ages, following, now)
    return Seen(Watch(due_at, *kept), missing_at=look.missing_at, message=finding.message)


def soon_again(kept: Seen, finding: Finding, now: datetime) -> Seen:
    """`kept` with a look as soon as what failed once may come; what is missing for longer is waited for as long."""
    missing_for = now - (kept.missing_at or now)
    soon = now + max(LEAST_WAIT, missing_for, timedelta(seconds=finding.retry_after_s))
    due_at = kept.watch.due_at
    return replace(kept, watch=replace(kept.watch, due_at=soon if due_at is None else min(due_at, soon)))


def _missing(
    look: Revisit, finding: Finding, following: datetime | None, now: datetime, site_at_fault: bool
) -> Seen:
    first = look.missing_at or now
    if look.removed_at is not None:
        last = look.removed_at + RETURN
        due_at = following or (last if now < last else None)
        return Seen(Watch(due_at), answered=True, missing_at=first, message=None)
    if doubtful(look, finding, now) and not site_at_fault:
        return Seen(Watch(following or now + RETURN), True, first, True, finding.message)
    again = now + MISSING_AGAIN[finding.what]
    said = (
        f"{finding.message}; so do others of its site, which may be at fault"
        if site_at_fault
        else finding.message
    )
    due_at = None if now - first > 2 * PATIENCE else now + DAY if site_at_fault else again
    return Seen(Watch(due_at), answered=True, missing_at=first, message=said)


def _retry(
    look: Revisit, finding: Finding, ages: Ages, following: datetime | None, now: datetime
) -> datetime | None:
    """When a page that could not be had is asked for again: in between, and a while beyond the last age.

    One that never could is asked for at its ages alone.
    """
    if finding.what == "worse" or look.announced:
        return following
    since = born(look.published_at, look.stored_at)
    wait = min(max((now - since) / 2, LEAST_WAIT), LONGEST_WAIT)
    again = now + max(wait, timedelta(seconds=finding.retry_after_s))
    if following is not None:
        return min(again, following)
    return again if ages and again <= since + timedelta(seconds=ages[-1] * BEYOND) else None


def _chance(name: str) -> float:
    """A number from 0 to 1 that looks random and is the same every time for the same name."""
    return int.from_bytes(blake2b(name.encode("utf-8", "replace"), digest_size=4).digest(), "big") / 2**32
