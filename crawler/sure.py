"""How the watch stands → whether "nothing new" can be trusted, in words that need no explanation.

The command line, the API and the dashboard say the same.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from typing import Literal

from crawler.rows import Row
from storage.reports.standing import Status

NOT = "have not "  # how what is said of several begins, of whom none has
NAMED = 3  # forums in a sentence
AHEAD = timedelta(minutes=5)  # clocks of several machines differ by less

Sure = Literal["sound", "doubt", "unknown"]
WRONG = (  # counts of a Status: what is wrong with one source, with several
    ("failing", "fails when it is asked", "fail when they are asked"),
    (
        "gone",
        "is gone for good (410) and not asked any more",
        "are gone for good (410) and not asked any more",
    ),
    ("blind", "answers, but its pages bring no text", "answer, but their pages bring no text"),
    (
        "silent",
        "announces nothing, or nothing new for longer than usual",
        "announce nothing, or nothing new for longer than usual",
    ),
    ("new", "has not been asked yet", "have not been asked yet"),
    (
        "overdue",
        "should have been asked more than half an hour ago",
        "should have been asked more than half an hour ago",
    ),
    (
        "possible_losses",
        "may have dropped articles between two polls",
        "may have dropped articles between two polls",
    ),
    ("left_out", "announces more than is taken", "announce more than is taken"),
    ("falling", "is read worse than before", "are read worse than before"),
)


@dataclass(frozen=True, slots=True)
class Ahead:
    """What sources.yaml says ahead, a sentence for each thing."""

    events_on: tuple[
        str, ...
    ] = ()  # forums that are on, and how many sources are polled twice as often for them
    cannot_be_kept: tuple[str, ...] = ()  # of the plan, what weighs most first
    not_looked_for: tuple[str, ...] = ()  # forums that were added, in articles stored before


def sure(seen: Status) -> tuple[Sure, str]:
    """A word for it, and the sentence."""
    watched = seen.sources - seen.disabled
    if not watched:
        return "unknown", "No source is watched, so nothing can be heard."
    wrong = [(getattr(seen, name), one, several) for name, one, several in WRONG if getattr(seen, name)]
    store = _store(seen) + _misread(seen.misread_forums)
    if not wrong:
        every = "The one source that is watched" if watched == 1 else f"Each of {watched:,} sources"
        said = f"{store}{every} answered when it was asked last."
        if seen.entries_overdue:
            return "doubt", f"{said} {_unread(seen.entries_overdue)}"
        return "doubt" if store or _is_ahead(seen) or seen.misread_forums else "sound", said
    idle = seen.overdue and seen.overdue == watched - seen.gone
    said = f"{store}{_doubt(watched, wrong)}.{' Is `forumwatch run` running?' if idle else ''}"
    if seen.entries_overdue:
        said += f" {_unread(seen.entries_overdue)}"
    if since := seen.offline_since:
        line = f"Nobody has been reached since {since:%Y-%m-%d %H:%M} UTC: the network of the machine that polls is down."
        return "doubt", f"{line} {said}"
    return "doubt", f"{_no_room(seen.no_room)} {said}" if seen.no_room else said


def last_asked(seen: Status, now: datetime) -> str:
    """The sentence on when anybody was asked last; empty where nobody ever was."""
    if seen.last_poll_at is None:
        return ""
    if _is_ahead(seen):
        at = f"{seen.last_poll_at:%Y-%m-%d %H:%M} UTC"
        return f"The last poll is dated {at}, which is still to come: the clock was wrong then, or is now."
    return f"Last asked {_ago(now - seen.last_poll_at)}."


def proof(seen: Status, now: datetime) -> str:
    """What an answer of "nothing new" rests on: the sentence, when anybody was asked last, and what is not read yet."""
    said = [sure(seen)[1], last_asked(seen, now)]
    if waiting := seen.entries_waiting:
        tried = f", {seen.entries_in_vain:,} of them asked for in vain so far" * bool(seen.entries_in_vain)
        said.append(f"{_articles(waiting)} still to be read{tried}.")
    if unshown := seen.entries_unshown_7d:
        was = counted(unshown, "article of the last week was", "articles of the last week were")
        said.append(f"{was} never shown to us: `forumwatch errors` says why.")
    if paused := seen.entries_paused:
        said.append(f"{_articles(paused)} not read, of sources that are asked no more.")
    return " ".join(filter(None, said))


def status_row(seen: Status, ahead: Ahead, now: datetime) -> Row:
    """A status as it leaves the program: first whether "nothing new" can be trusted, and why."""
    return {"sure": sure(seen)[0], "proof": proof(seen, now), **asdict(seen), **asdict(ahead)}


def _store(seen: Status) -> str:
    """What the store did not take, with a space behind it; empty where it takes all."""
    if since := seen.refused_since:
        return f"The store has taken nothing since {since:%Y-%m-%d %H:%M} UTC: the log says why, mostly its disk is full. "
    if not seen.unstored:
        return ""
    return f"{counted(seen.unstored, 'article was', 'articles were')} read and not taken by the store. "


def _misread(forums: Sequence[str]) -> str:
    """Which forums are not found where they should be, with a space behind it; empty where all are.

    It is so of the rules and the file that the crawler was started with.
    """
    if not forums:
        return ""
    named = ", ".join(forums[:NAMED]) + (f" and {len(forums) - NAMED:,} more" if len(forums) > NAMED else "")
    return (
        f"{named}: not found in all that it should be by this version, as sources.yaml was when the crawler started; "
        "`forumwatch forums` says in what, and where it says nothing, start the crawler anew. "
    )


def _no_room(number: int) -> str:
    return (
        f"The machine that polls had no room for the connections to {counted(number, 'source', 'sources')}: let it open "
        "more files (ulimit -n, LimitNOFILE= of systemd), or write a smaller concurrency: under fetch:."
    )


def _is_ahead(seen: Status) -> bool:
    """Whether the last poll is dated in the future, by which it says nothing of today."""
    return seen.last_poll_at is not None and seen.last_poll_at - seen.at > AHEAD


def _unread(number: int) -> str:
    waited = counted(number, "announced article has", "announced articles have")
    return f"{waited} waited for more than half an hour to be read."


def _articles(number: int) -> str:
    return f"{number:,} announced article{' is' if number == 1 else 's are'}"


def _doubt(watched: int, wrong: Sequence[tuple[int, str, str]]) -> str:
    """What is wrong with how many of the sources that are watched, in a sentence."""
    if watched == 1:
        return f"The one source that is watched {', '.join(one for _, one, _ in wrong)}"
    (number, one, several), *others = wrong
    if number < watched:
        begun = f"Of {watched:,} sources {counted(number, one, several)}"
    elif several.startswith(NOT):
        begun = f"None of the {watched:,} sources has {several.removeprefix(NOT)}"
    else:
        begun = f"All {watched:,} sources {several}"
    return ", ".join([begun, *(counted(*each) for each in others)])


def counted(number: int, one: str, several: str) -> str:
    """As in "1 copy" and "1,200 copies"."""
    return f"{number:,} {one if number == 1 else several}"


def _ago(span: timedelta) -> str:
    """How long ago, in the largest unit of which there are two."""
    minutes = max(span // timedelta(minutes=1), 0)
    for unit, size in (("days", 1440), ("hours", 60), ("minutes", 1)):
        if minutes >= 2 * size:
            return f"{minutes // size} {unit} ago"
    return "within two minutes"
