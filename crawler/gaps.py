"""Whether a poll tells that something was missed, and since when. Pure: the time is an argument.

(state, outcome) ─lost_since→ moment or nothing lost    state ─seen_at→ moment at which its document was last seen
(state, outcome) ─unheard_since→ moment or never        (state, now) ─was_away→ whether it did not answer for long
(state, outcome) ─emptied→ since when its document is empty, and whether that is its way
(what was left out of it, state) ─may_be_new→ whether news may be among it
"""

from __future__ import annotations

import re
from datetime import datetime, timedelta

from storage.records import AMONG_THE_REST, NOTHING, OVERDUE_AFTER, Outcome, SourceState

AWAY = timedelta(days=1)  # without an answer: what was given up meanwhile is tried once more
FEW_SINCE = 3  # entries of a document that had forgotten all: of more, others may have been there and gone
# from the date of an entry to the sitemap that shows it: many are kept so long
PUBLISHED_WITHIN = timedelta(hours=1)


def lost_since(state: SourceState, outcome: Outcome) -> datetime | None:
    """Since when entries may have been missed, if any: when its document was last seen.

    * A document that shares nothing with what its source announced before may have forgotten what lay between.
    * One of which a part could not be read may hold it there, if that is a complaint never heard of it.
    * The first at an address that somebody changed counts where the one before had not answered for a while: it was
      mended, and is no other section.
    * Not the first document with entries in it: nothing was announced before that one.
    """
    since = seen_at(state)
    if since is None or state.new_at is None or outcome.unchanged or not outcome.entries:
        return None
    # after a failure, which took its place in `error`, the complaint may have been heard
    heard = state.failures > 0 or _alike(outcome.problem or "") in _heard(state.error or "")
    in_part = outcome.problem is not None and not heard
    lost = in_part or not (outcome.known or _lull(state, outcome) or _is_other(state, outcome))
    return min(since, outcome.at) if lost else None


def may_be_new(left_at: datetime | None, state: SourceState, now: datetime) -> bool:
    """Whether news may be among what was left out of a document, which is of `left_at` at the latest.

    It has come since the document was last seen, or, where it never was, is of today; what is surely older is no news,
    however much it is.
    """
    return left_at is not None and left_at > (state.succeeded_at or now) - PUBLISHED_WITHIN


def is_whole_again(state: SourceState, outcome: Outcome) -> bool:
    """Whether a document could be read to its end, after one that could not or did not come."""
    return state.error is not None and outcome.failure is None and outcome.problem is None


def seen_at(state: SourceState) -> datetime | None:
    """When the source last showed what it announces, or, where it has announced nothing since, the last news before."""
    return state.new_at if state.body_hash == NOTHING else state.succeeded_at


def emptied(state: SourceState, outcome: Outcome) -> tuple[datetime | None, bool]:
    """Since when the source's document announces nothing, or breaks off with nothing new in it, as it did not before;
    and whether to be empty is its way.

    A feed of today's notices is empty at night, and comes back with nothing but news; one that a fault of its site
    emptied comes back with what it had. One that goes on to bring news though it breaks off is heard all the same.
    """
    if outcome.unchanged:
        return state.empty_from, state.rests
    empty = outcome.body_hash == NOTHING
    if empty or (outcome.broken and outcome.known >= outcome.entries):
        fell = state.body_hash != NOTHING if empty else state.error is None
        since = outcome.at if fell and state.new_at is not None else None
        return state.empty_from or since, state.rests
    return None, state.rests or _came_anew(state, outcome)


def was_away(state: SourceState, now: datetime) -> bool:
    """Whether the source has not answered for so long that its document is read anew, though it may be the old one:
    of what it announces some could not be fetched meanwhile.
    """
    return state.failures > 0 and state.succeeded_at is not None and now - state.succeeded_at >= AWAY


def unheard_since(state: SourceState, outcome: Outcome) -> datetime | None:
    """Since when the source was unheard, if this answer comes more than OVERDUE_AFTER later than one was due."""
    due = state.heard_until
    return due if outcome.failure is None and due is not None and outcome.at - due > OVERDUE_AFTER else None


def _is_other(state: SourceState, outcome: Outcome) -> bool:
    """Whether the first answer from an address that somebody changed is of another document: the last one was well."""
    return state.interval_s is None and unheard_since(state, outcome) is None


def _lull(state: SourceState, outcome: Outcome) -> bool:
    """Whether a document that forgets by age had nothing left, and the few entries in it came since."""
    return state.body_hash == NOTHING and outcome.entries <= FEW_SINCE and _since_last(state, outcome)


def _came_anew(state: SourceState, outcome: Outcome) -> bool:
    """Whether a document that had announced something, and then nothing, announces what came since."""
    if state.body_hash != NOTHING or None in (state.new_at, state.succeeded_at) or outcome.known:
        return False
    few = 0 < outcome.entries <= FEW_SINCE
    return few or _since_last(state, outcome)


def _since_last(state: SourceState, outcome: Outcome) -> bool:
    """Whether all that is announced was published since the last answer."""
    at, oldest_at = state.succeeded_at, outcome.oldest_at
    return at is not None and oldest_at is not None and oldest_at >= at - PUBLISHED_WITHIN


def _heard(complaint: str) -> tuple[str, str]:
    """What was told already: the last complaint, and that it is nothing but old entries that are left out by now."""
    return _alike(complaint), _alike(complaint.removesuffix(AMONG_THE_REST))


def _alike(problem: str) -> str:
    """A complaint without its figures: the line of a malformed document changes from poll to poll."""
    return re.sub(r"\d+", "", problem)
