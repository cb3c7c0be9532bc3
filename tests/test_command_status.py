"""What `status` says to a person: each thing that is wrong on a line of its own, and nothing of what is not."""

from dataclasses import fields, replace

from storesamples import NOW
from tables import each

from crawler.commands.standing import lines
from crawler.sure import Ahead, status_row
from storage.reports.standing import NAMED, Status

WELL = Status(**dict.fromkeys((f.name for f in fields(Status)), 0))  # type: ignore[arg-type]
WELL = replace(
    WELL,
    **{f"{name}_sources": () for name in ("failing", "blind", "silent", "loss", "left_out", "falling")},
    **{f"last_{name}_at": NOW for name in ("poll", "answer", "new_entry", "article", "mention")},
    misread_forums=(),
    at=NOW,
    sources=25,
    healthy=25,
)


def told(seen: Status, **on: tuple[str, ...]) -> list[tuple[str, str]]:
    return list(lines(status_row(seen, Ahead(**on), NOW)))


def test_a_sound_watch_takes_few_lines():
    said = told(WELL)
    assert said[0] == (
        '"nothing new"',
        "can be trusted: Each of 25 sources answered when it was asked last. Last asked within two minutes.",
    )
    assert said[1] == ("sources", "25 in the store: 25 healthy")
    assert not {"failing", "blind", "silent", "possible losses", "read worse"} & {what for what, _ in said}


def test_one_of_a_thing_is_said_as_one():
    said = dict(told(replace(WELL, articles=1, stories=1, copies=1)))
    assert said["articles"] == "1 in 1 story: 1 copy"
    assert ("", "1 edited (1 edit this week), 0 removed") in told(replace(WELL, edited=1, edits_7d=1))


def test_each_source_with_a_fault_has_a_line_and_those_beyond_are_counted():
    names = tuple(f"s{n}" for n in range(NAMED))
    said = told(
        replace(WELL, healthy=1, failing=23, silent=1, failing_sources=names, silent_sources=("x: quiet",))
    )
    assert said[0][1].startswith(
        "is in doubt: Of 25 sources 23 fail when they are asked, 1 announces nothing, "
    )
    at = said.index(("failing", "s0"))
    assert said[at + 1] == ("", "s1")
    assert said[at + NAMED] == ("", "and 3 more, which `forumwatch sources list` tells")
    assert said[at + NAMED + 1] == ("silent", "x: quiet")


@each("name", [f.name for f in fields(Status) if f.type == "int"])
def test_every_count_is_told(name: str):
    changed = {name: 7_001} | (
        {"failing": 7_001, "failing_sources": ("s",)} if name in ("failing", "no_room") else {}
    )
    assert any("7,001" in value or "7,000" in value for _, value in told(replace(WELL, **changed))), name


def test_what_was_had_and_not_stored_was_not_asked_for_in_vain():
    (said,) = [
        value for what, value in told(replace(WELL, entries_in_vain=2, unstored=1)) if what == "entries"
    ]
    assert said.endswith("; 2 asked for in vain so far; 1 read and not taken by the store")
