"""What people say of a mention is kept, with who, when and why, and two who speak at once are told."""

from __future__ import annotations

import json
from datetime import timedelta
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from storesamples import NOW, article, filler, later, mention, saving, with_sources

from crawler.cli import forumwatch as program
from crawler.commands import triage as verb
from storage.articles import replay
from storage.articles.replay import Revision
from storage.database import Database
from storage.mentions import cursors
from storage.mentions import stream as mentions
from storage.mentions.triage import MAX_NOTE, REASONS, Conflict, NoMention, triage
from storage.reports.counts import forum_counts
from storage.stories.lists import list_articles, list_stories, story

HOUR = timedelta(hours=1)


@pytest.fixture
def db(database: Database) -> Database:
    with_sources(database)
    made = article(text="GDEC WIC " + filler(1))
    database.call(saving(made, mention(made, "GDEC"), mention(made, "WIC", "wic", 2024)))
    return database


def say(db: Database, verdict: str, mention_id: int = 1, by: str = "Ana", **said) -> mentions.StoredMention:
    return db.call(triage, mention_id, verdict, by=by, now=said.pop("now", NOW), **said)


def standing(db: Database) -> dict[int, tuple]:
    found = db.read(lambda conn: mentions.since(conn, 0))
    return {m.id: (m.triage, m.reason, m.note, m.triaged_by, m.triaged_at, m.triages) for m in found}


def test_what_a_person_says_is_kept_with_who_when_and_why(db):
    assert standing(db)[1] == ("new", None, None, None, None, 0)
    said = say(db, "rejected", reason="wrong-forum", note=" the \x00 programme ")
    assert (said.id, said.triage, said.triages) == (1, "rejected", 1)
    assert standing(db)[1] == ("rejected", "wrong-forum", "the \ufffd programme", "Ana", NOW, 1)
    say(db, "confirmed", by="Ben", now=NOW + HOUR)
    assert standing(db)[1] == ("confirmed", None, "the \ufffd programme", "Ben", NOW + HOUR, 2)
    say(db, "new", note="", now=NOW + 2 * HOUR)
    assert standing(db)[1] == ("new", None, None, "Ana", NOW + 2 * HOUR, 3)
    assert standing(db)[2] == ("new", None, None, None, None, 0)


def test_readers_of_changes_hear_of_it(db):
    say(db, "confirmed")
    say(db, "confirmed")
    say(db, "rejected", by="Ben", reason="other")
    followed = db.read(lambda conn: list(cursors.changes_since(conn, 0)))
    assert [(c.what, c.before, c.mention.triage) for c in followed] == [
        ("triaged", {"triage": "new", "triaged_by": None}, "rejected"),
        ("triaged", {"triage": "confirmed", "reason": None, "triaged_by": "Ana"}, "rejected"),
    ]


def test_the_second_of_two_who_saw_the_same_is_told_what_the_first_said(db):
    say(db, "confirmed", seen=0)
    with pytest.raises(
        Conflict, match=r"mention 1 is confirmed by now: Ana said so at 2026-11-01 08:00"
    ) as told:
        say(db, "rejected", by="Ben", reason="other", seen=0)
    assert (told.value.mention.triage, told.value.mention.triages) == ("confirmed", 1)
    assert standing(db)[1] == ("confirmed", None, None, "Ana", NOW, 1)
    say(db, "rejected", by="Ben", reason="other", seen=1, now=NOW + HOUR)
    assert standing(db)[1] == ("rejected", "other", None, "Ben", NOW + HOUR, 2)


def test_a_request_that_comes_twice_is_done_once(db):
    for later_by in (0, 1):
        said = say(db, "rejected", reason="duplicate", note="of 7", seen=0, now=NOW + later_by * HOUR)
        assert (said.triages, said.triaged_at) == (1, NOW)


WRONG = {
    "no such verdict": ("maybe", {}, "no verdict 'maybe'; there are new, confirmed, rejected"),
    "a rejection without a reason": ("rejected", {}, "a rejection has a reason: false-positive"),
    "an unknown reason": ("rejected", {"reason": "bored"}, "a rejection has a reason"),
    "a reason for a confirmation": ("confirmed", {"reason": "other"}, "a reason is for a rejection"),
    "nobody": ("confirmed", {"by": "  "}, "who says so has a name"),
    "a name without end": ("confirmed", {"by": "a" * 201}, "who says so has a name"),
    "a book": ("confirmed", {"note": "a" * (MAX_NOTE + 1)}, f"{MAX_NOTE} characters at most"),
}


def test_what_cannot_be_said_is_refused_in_words_and_changes_nothing(db):
    for name, (verdict, said, words) in WRONG.items():
        with pytest.raises(ValueError, match=words):
            say(db, verdict, **said)
        assert standing(db)[1][-1] == 0, name
    with pytest.raises(NoMention, match=r"^no mention 99$"):
        say(db, "confirmed", 99)


def test_an_edit_and_new_rules_keep_all_that_was_said(db):
    say(db, "rejected", reason="irrelevant", note="a list")
    edited = later(article(), text="Yesterday GDEC WIC " + filler(2))
    db.call(saving(edited, mention(edited, "GDEC"), mention(edited, "WIC", "wic", 2024)))
    expected = ("rejected", "irrelevant", "a list", "Ana", NOW, 1)
    assert standing(db)[1] == expected
    moved = mention(edited, "GDEC", edition=2024)
    assert db.call(replay.revise, 1, 2, [Revision(1, moved)], NOW, "a.example")
    assert standing(db)[1] == expected


def test_what_was_said_moves_to_the_row_that_new_rules_bring_back(db):
    """The edition becomes 2024, and again 2025: the row of 2025 comes back, and nobody's stale look passes."""
    say(db, "confirmed")
    edited = later(article(), text="GDEC and no other " + filler(2))
    db.call(saving(edited, mention(edited, "GDEC", edition=2024)))
    (other,) = standing(db)
    say(db, "rejected", other, by="Ben", reason="wrong-edition", note="2025", now=NOW + HOUR)
    assert db.call(
        replay.revise, 1, 2, [Revision(other, mention(edited, "GDEC", edition=2025))], NOW, "a.example"
    )
    assert standing(db) == {1: ("rejected", "wrong-edition", "2025", "Ben", NOW + HOUR, 2)}


def test_a_mention_that_does_not_stand_any_more_cannot_be_judged(db):
    edited = later(article(), text="WIC " + filler(2))
    db.call(saving(edited, mention(edited, "WIC", "wic", 2024)))
    with pytest.raises(NoMention, match="no mention 1; it was there, and a later version or rule took it"):
        say(db, "confirmed")


def test_lists_are_filtered_by_what_was_said(db):
    say(db, "rejected", reason="other")

    def ids(*wanted: str) -> list[int]:
        return [m.id for m in db.read(lambda conn: mentions.newest(conn, limit=None, triage=wanted))]

    assert ids() == [2, 1]
    assert ids("rejected") == [1]
    assert ids("new", "confirmed") == [2]
    assert ids("new", "rejected") == [2, 1]


@pytest.fixture
def store(tmp_path: Path) -> str:
    """The URL of a store with two mentions."""
    url = f"sqlite:///{tmp_path / 'watch.db'}"
    with Database(url) as db:
        with_sources(db)
        made = article(text="GDEC WIC " + filler(1))
        db.call(saving(made, mention(made, "GDEC"), mention(made, "WIC", "wic", 2024)))
    return url


def call(store: str, *args: object) -> Result:
    return CliRunner().invoke(program, ["--database", store, *map(str, args)])


def test_several_are_triaged_by_one_command_and_an_unknown_one_is_told(store):
    said = call(store, "triage", 2, 99, 1, 2, "--reject", "irrelevant", "--by", "Ana", "--format", "json")
    assert said.exit_code == 2
    assert said.stderr == "no mention 99; `forumwatch mentions` tells which there are\n"
    rows = json.loads(said.stdout)
    assert [(row["id"], row["triage"], row["reason"], row["triaged_by"]) for row in rows] == [
        (2, "rejected", "irrelevant", "Ana"),
        (1, "rejected", "irrelevant", "Ana"),
    ]
    assert call(store, "triage", 1, "--confirm", "--note", "seen").exit_code == 0
    (row,) = json.loads(call(store, "mentions", "--triage", "confirmed", "--format", "json").output)
    assert (row["id"], row["note"], row["triages"]) == (1, "seen", 2)
    assert row["triaged_by"] == verb.login_name()


def test_whose_word_is_replaced_by_a_command_is_told(store):
    assert call(store, "triage", 1, "--reject", "duplicate", "--by", "Ana").stderr == ""
    again = call(store, "triage", 1, "--reject", "duplicate", "--by", "Ben")
    assert (again.exit_code, again.stderr) == (0, "")
    said = call(store, "triage", 1, "--confirm", "--by", "Ana")
    assert said.exit_code == 0
    assert said.stderr.startswith(
        "mention 1: confirmed takes the place of rejected (duplicate), said by Ben on 20"
    )
    assert call(store, "triage", 1, "--reset", "--by", "Ana").stderr == ""


def test_what_is_rejected_leaves_the_list_and_not_the_stream(store):
    call(store, "triage", 1, "--reject", "duplicate")

    def ids(*options: str) -> list[int]:
        return [r["id"] for r in json.loads(call(store, "mentions", "--format", "json", *options).stdout)]

    assert ids() == [2]
    assert ids("--triage", "rejected") == [1]
    assert ids("--new", "--peek") == [1, 2]
    assert ids("--new", "--triage", "new") == [2]


def test_the_command_line_refuses_what_nobody_can_mean(store):
    for options in (
        (1,),
        (1, "--confirm", "--reset"),
        (1, "--reject", "bored"),
        (1, "--confirm", "--by", " "),
        (1, "--confirm", "--note", "a" * (MAX_NOTE + 1)),
        (0, "--confirm"),
        (2**63, "--confirm"),
        ("--confirm",),
    ):
        ended = call(store, "triage", *options)
        assert ended.exit_code == 2, options
        assert "Traceback" not in ended.output
    with Database(store) as db:
        assert [m.triages for m in db.read(lambda conn: mentions.since(conn, 0))] == [0, 0]
    shown = call(store, "triage", "--help").output
    assert all(reason in shown for reason in REASONS)


def test_what_was_rejected_is_no_forum_of_articles_and_stories(db):
    """So that `forums`, `articles --forum`, `stories --forum` and a search say the same number."""
    say(db, "rejected", reason="irrelevant")
    for forum, edition, expected in (("gdec", 2025, []), ("wic", 2024, [1])):
        query = f"forum:{forum}"
        for asked in ({"forum": forum}, {"query": query}, {"query": f"{query} edition:{edition}"}):
            for lists in (list_articles, list_stories):
                assert [each.id for each in db.read(lists, **asked)] == expected, (lists, asked)
    assert [a.id for a in db.read(list_articles, query="-forum:gdec")] == [1]
    (told,) = db.read(list_stories)
    assert told.forums == ("wic",)
    shown = db.read(story, 1)
    assert shown is not None
    assert [said.forum_id for said in shown.forums] == ["wic"]
    assert [count.forum_id for count in db.read(forum_counts)] == ["wic"]
