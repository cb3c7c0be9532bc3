"""When an entry is read again whose page did not come, and what keeps a page from us. Pure: the time is an argument.

(tries, failure, now) ─retry_at→ moment or never
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta

from crawler.schedule import DAY_S, JITTER, OFFLINE_S, TOO_MANY_REQUESTS, asked_for, chance
from storage.records import Failure, FailureKind, NotArticleReason

# of an entry; kinds not named are final at once
TRIES: Mapping[FailureKind, int] = {"temporary": 8, "soft": 5, "hard": 4}
FIRST_RETRY_S: Mapping[FailureKind, int] = {"temporary": 300, "soft": 900, "hard": 6 * 3600}
ONCE_MORE_S = (
    3600  # before those of what is hard: a wall or a refusal that passes mostly does within the hour
)
# What a page may be for a while only, while its site errs, and what it counts as.
PASSING: Mapping[NotArticleReason, FailureKind] = {
    "bot-wall": "hard",  # as a 403
    "consent": "hard",
    "empty": "soft",
    "error-page": "soft",
    "front-page": "soft",  # where it answers in place of an article
    "login": "hard",  # its subscribers first
    "not-found": "soft",  # as a 404
    "paywall": "hard",
    "shell": "hard",  # its scripts do not run, or its server hands out no text
}
EMBARGO = timedelta(days=2)  # that an article is announced ahead; a date beyond it is a clock that is wrong
RULES = 3  # of robots.txt, of as many days, under which an entry is tried
MARGIN_S = 30  # behind the end of the old ones
RETRY_GROWTH = 3  # 5 min, 15 min, 45 min, 2 h … a day: three days of trying for what a time-out hid


def retry_at(tries: int, failure: Failure, now: datetime, dated: datetime | None = None) -> datetime | None:
    """When an entry is read again after its reading number `tries` (from 1) failed; None: never.

    A wait grows threefold from try to try, to a day at most, and is never shorter than the server asked for; what is hard
    is tried once more after an hour, for nobody hears meanwhile what its text says.
    What nobody could be asked for is no try. Final at once are what a broken address refuses and a 410. Not final:

    * what robots.txt forbids: it is tried again under its next rules, for a site that is being moved forbids everything
      for an hour; likewise what a redirect or a resolver led inside;
    * a 404: some are announced too early. What is announced ahead, as `dated` for a time that is yet to come, is asked
      for again when that time has come;
    * a 403 and an unknown host: a firewall or a resolver that errs for an hour must not cost that hour's news.
    """
    if failure.kind == "offline":
        return now + timedelta(seconds=OFFLINE_S)
    if failure.kind == "refused" and failure.retry_after_s is not None and tries < RULES:
        wait = (failure.retry_after_s + MARGIN_S) * (1 + JITTER * chance(failure.url, now))
        return now + timedelta(seconds=wait)
    if failure.kind == "soft" and dated is not None and now < dated <= now + EMBARGO:
        return dated + timedelta(seconds=FIRST_RETRY_S["soft"])
    kind: FailureKind = "temporary" if failure.status == TOO_MANY_REQUESTS else failure.kind
    if tries >= TRIES.get(kind, 0):
        return None
    wait = _retry_wait_s(kind, tries)
    wait *= 1 + JITTER * (2 * chance(failure.url, now) - 1)
    return now + timedelta(seconds=max(wait, asked_for(failure)))


def keeps_from_us(failure: Failure) -> bool:
    """Whether a page that did not come is likely there and kept from us: refused, or out of reach."""
    return failure.kind in ("hard", "temporary", "refused") or failure.status == TOO_MANY_REQUESTS


def hides(reason: NotArticleReason) -> bool:
    """Whether what came in a page's place is a wall, behind which it is likely there."""
    return PASSING.get(reason) == "hard"


def _retry_wait_s(kind: FailureKind, tries: int) -> int:
    if kind == "hard":
        if tries <= 1:
            return ONCE_MORE_S
        tries -= 1
    grown: int = FIRST_RETRY_S[kind] * RETRY_GROWTH ** max(tries - 1, 0)
    return min(grown, DAY_S)
