"""Cursors: readers get everything once, in order, whatever happens to them; changes are followed likewise."""

from __future__ import annotations

import json
from datetime import timedelta
from pathlib import Path

import forked
import pytest
import storesamples
from click.testing import CliRunner, Result
from storesamples import NOW, article, filler, mention, saving, with_sources
from streamreaders import Killed, race

from crawler.cli import forumwatch as program
from storage import schema
from storage.database import Database
from storage.mentions import cursors
from storage.mentions import stream as mentions
from storage.mentions.cursors import BeyondHead, CursorMoved

HOUR = timedelta(hours=1)


@pytest.fixture
def db(database: Database) -> Database:
    """A store with three mentions, found an hour apart, and four changes."""
    fill(database)
    return database


def fill(db: Database) -> None:
    with_sources(db)
    for number, forum in enumerate(("gdec", "wic", "gdec")):
        made = article(f"http://a.example/{number}", "GDEC " + filler(number))
        call = saving(made, mention(made, "GDEC", forum))
        call.keywords["now"] = NOW + number * HOUR
        db.call(call)
    told = ((1, "changed", {"role": "passing"}), (2, "gone", None), (2, "back", None), (3, "removed", None))
    rows = [
        {"position": at, "mention_id": of, "at": NOW + at * HOUR, "what": what, "before": before}
        for at, (of, what, before) in enumerate(told, 1)
    ]
    db.call(lambda conn: conn.execute(schema.changes.insert(), rows) and None)


def place(db: Database, name: str = "me", stream: cursors.Stream = "mentions") -> int:
    return db.read(cursors.position_of, name, stream)


def test_a_cursor_never_goes_back_and_never_beyond_the_last_position(db):
    for position in (3, 2, 3):
        db.call(cursors.advance, "me", position, NOW)
    assert place(db) == 3
    with pytest.raises(BeyondHead, match="position 4 is beyond the last one, 3: what comes would be skipped"):
        db.call(cursors.advance, "me", 4, NOW)
    db.call(cursors.advance, "a name with \x00 and ไทย", 2, NOW)
    assert place(db, "a name with \x00 and ไทย") == 2


def test_a_cursor_has_a_place_in_either_stream(db):
    db.call(cursors.advance, "me", 4, NOW, stream="changes")
    assert (place(db), place(db, stream="changes")) == (0, 4)
    db.call(cursors.advance, "me", 2, NOW + HOUR)
    assert (place(db), place(db, stream="changes")) == (2, 4)
    (only,) = db.read(cursors.cursors)
    assert only == cursors.Cursor("me", 2, 1, 4, 0, NOW + HOUR)


def test_a_reader_who_has_found_nothing_yet_is_known(database):
    database.call(cursors.advance, "early", 0, NOW)
    (only,) = database.read(cursors.cursors)
    assert (only.name, only.position, only.moved_at) == ("early", 0, NOW)


def test_what_lies_behind_is_what_a_reader_would_get_and_so_not_what_is_gone(db):
    db.call(cursors.advance, "me", 1, NOW)
    gone = schema.mentions.update().where(schema.mentions.c.id == 2).values(gone_at=NOW)
    db.call(lambda conn: conn.execute(gone) and None)
    (only,) = db.read(cursors.cursors)
    assert only.behind == len(db.read(lambda conn: list(mentions.since(conn, only.position)))) == 1


def test_the_second_of_two_readers_with_one_name_is_told(db):
    for reader in (1, 2):
        past = 0
        if reader == 1:
            db.call(cursors.advance, "me", 2, NOW, past=past)
            continue
        with pytest.raises(CursorMoved, match="stood at 0 when this was read and is at 2 now") as told:
            db.call(cursors.advance, "me", 3, NOW, past=past)
        assert told.value.place == 2
    assert place(db) == 2
    db.call(cursors.put, "me", 0, NOW)
    with pytest.raises(CursorMoved):  # what somebody put back stays back
        db.call(cursors.advance, "me", 3, NOW, past=2)
    assert place(db) == 0


def test_a_cursor_is_put_before_a_moment(db):
    cases = {NOW - HOUR: 0, NOW: 0, NOW + HOUR / 2: 1, NOW + HOUR: 1, NOW + 2 * HOUR: 2, NOW + 3 * HOUR: 3}
    for moment, expected in cases.items():
        assert db.read(cursors.before, moment) == expected, moment
    assert db.read(cursors.before, NOW + 2 * HOUR, "changes") == 1


def test_changes_come_in_their_order_with_the_mention_as_it_is_now(db):
    def followed(after: int, **asked) -> list[tuple]:
        found = db.read(lambda conn: list(cursors.changes_since(conn, after, **asked)))
        return [(c.position, c.what, c.before, c.mention.id) for c in found]

    assert followed(0) == [
        (1, "changed", {"role": "passing"}, 1),
        (2, "gone", None, 2),
        (3, "back", None, 2),
        (4, "removed", None, 3),
    ]
    assert [c[0] for c in followed(2)] == [3, 4]
    assert [c[0] for c in followed(0, limit=2)] == [1, 2]
    assert [c[0] for c in followed(0, forum=("gdec",))] == [1, 4]
    assert [c[0] for c in followed(0, query="gdec", limit=1)] == [1]
    gone = schema.mentions.update().where(schema.mentions.c.id == 3).values(gone_at=NOW)
    db.call(lambda conn: conn.execute(gone) and None)
    assert [c[0] for c in followed(3)] == [4]


@pytest.mark.slow
def test_killed_readers_skip_nothing_and_repeat_only_what_they_had_not_finished(database_url, tmp_path):
    each = 25
    with Database(database_url) as db:
        with_sources(db)
    writers = [forked.Popen(forked.file(storesamples.__file__, database_url, name, each)) for name in "xy"]
    killed = [Killed(database_url, f"reader{n}", tmp_path) for n in range(2)]
    race(killed, writers, 2 * each, alive_s=0.2, end_s=120)
    for reader in killed:
        assert (reader.faults, reader.cut > 0) == ([], True)
        assert reader.seen == list(range(1, 2 * each + 1))


@pytest.fixture
def store(tmp_path: Path) -> str:
    url = f"sqlite:///{tmp_path / 'watch.db'}"
    with Database(url) as db:
        fill(db)
    return url


def call(store: str, *args: object) -> Result:
    return CliRunner().invoke(program, ["--database", store, *map(str, args)])


def rows(store: str, *args: object) -> list[dict]:
    ended = call(store, *args, "--format", "json")
    assert ended.exit_code == 0, ended.output
    return list(json.loads(ended.stdout))


def test_a_program_reads_and_then_says_how_far_it_came(store):
    new = ("mentions", "--new", "--cursor", "bot", "--peek")
    first = rows(store, *new)
    assert [row["position"] for row in first] == [1, 2, 3]
    assert rows(store, "cursors") == []
    (told,) = rows(store, "cursors", "advance", "bot", 2, "--from", 0)
    assert (told["name"], told["position"], told["behind"]) == ("bot", 2, 1)
    assert [row["position"] for row in rows(store, *new)] == [3]
    moved = call(store, "cursors", "advance", "bot", 3, "--from", 0)
    assert (moved.exit_code, "cursor 'bot' stood at 0" in moved.stderr) == (1, True)
    beyond = call(store, "cursors", "advance", "bot", 9)
    assert (beyond.exit_code, "is beyond the last one, 3" in beyond.stderr) == (2, True)


def test_a_cursor_that_advance_makes_is_told_of_for_it_may_be_a_slip_of_the_pen(store):
    assert (
        call(store, "cursors", "advance", "bot", 2).stderr == "cursor 'bot' is new: no other has moved yet\n"
    )
    assert call(store, "cursors", "advance", "bot", 3).stderr == ""
    slip = call(store, "cursors", "advance", "bto", 3)
    assert (slip.exit_code, "bto" in slip.stdout) == (0, True)
    assert (
        slip.stderr == "cursor 'bto' is new; there are: bot. If it is a slip: forumwatch cursors delete bto\n"
    )


def test_changes_are_followed_under_the_same_name(store):
    changes = ("mentions", "--changes", "--cursor", "bot")
    peeked = rows(store, *changes, "--peek")
    assert [(row["change_position"], row["what"], row["id"]) for row in peeked] == [
        (1, "changed", 1), (2, "gone", 2), (3, "back", 2), (4, "removed", 3),
    ]  # fmt: skip
    assert peeked[0]["before"] == {"role": "passing"}
    assert rows(store, *changes, "--limit", 1) == peeked[:1]
    rows(store, "cursors", "advance", "bot", 3, "--changes")
    assert rows(store, *changes) == peeked[3:]
    assert call(store, *changes).stderr == "no change for cursor 'bot'\n"
    (told,) = rows(store, "cursors")
    assert (told["position"], told["behind"], told["change_position"], told["changes_behind"]) == (0, 3, 4, 0)
    assert "role passing" in call(store, "mentions", "--changes", "--cursor", "other").stdout


RESETS = {"start": 0, "now": 3, "1": 1, "2026-11-01T09:00": 1, "2026-11-02": 3}


def test_a_cursor_is_put_where_its_reader_wants_it(store):
    unknown = call(store, "cursors", "reset", "bot", "--to", "now")
    assert (unknown.exit_code, unknown.stderr) == (2, "no cursor 'bot'; there is none; --new makes it\n")
    assert rows(store, "cursors") == []
    rows(store, "cursors", "reset", "bot", "--new")
    assert "no cursor 'bto'; there are: bot;" in call(store, "cursors", "reset", "bto").stderr
    for target, expected in RESETS.items():
        (told,) = rows(store, "cursors", "reset", "bot", "--to", target)
        assert told["position"] == expected, target
    (told,) = rows(store, "cursors", "reset", "bot")
    assert told["position"] == 0
    (told,) = rows(store, "cursors", "reset", "bot", "--to", "now", "--changes")
    assert (told["position"], told["change_position"]) == (0, 4)
    odd = call(store, "cursors", "reset", "bot", "--to", "yesteryear")
    assert (odd.exit_code, "start, now, a position such as 120, or a time: 2026-07-01" in odd.stderr) == (
        2,
        True,
    )
    ahead = call(store, "cursors", "reset", "bot", "--to", "2190-01-01")
    assert (ahead.exit_code, "has yet to come" in ahead.stderr) == (2, True)
    assert call(store, "cursors", "reset", "bot", "--to", str(10**20)).exit_code == 2
    assert call(store, "cursors", "reset", "bot", "--to", "99").exit_code == 2


def test_a_cursor_is_forgotten(store):
    rows(store, "cursors", "reset", "bot", "--to", "now", "--new")
    wrong = call(store, "cursors", "delete", "bto")
    assert (wrong.exit_code, wrong.stderr) == (2, "no cursor 'bto'; there are: bot\n")
    assert call(store, "cursors", "delete", "bot").exit_code == 0
    assert len(rows(store, "mentions", "--new", "--cursor", "bot")) == 3


def test_a_reader_whose_cursor_was_moved_meanwhile_is_told(store, monkeypatch):
    read = mentions.since

    def slow(conn, place, **asked):
        with Database(store) as other:
            other.call(cursors.advance, "bot", 1, NOW)
        return read(conn, place, **asked)

    monkeypatch.setattr(mentions, "since", slow)
    ended = call(store, "mentions", "--new", "--cursor", "bot", "--format", "jsonl")
    assert (ended.exit_code, len(ended.stdout.splitlines())) == (1, 3)
    assert "cursor 'bot' stood at 0 when this was read and is at 1 now" in ended.stderr
    with Database(store) as db:
        assert place(db, "bot") == 1


def test_a_name_that_looks_like_another_is_refused(store):
    for name in ("", " ", "a\nb", "bot\u200b", "\u202etob", "x" * 201):
        assert call(store, "mentions", "--new", "--cursor", name).exit_code == 2, name
    assert call(store, "mentions", "--new", "--cursor", "ห้องข่าว 1").exit_code == 0


def test_two_streams_at_once_and_a_peek_at_none_are_refused(store):
    for options in (("--new", "--changes"), ("--peek",), ("--cursor", "bot"), ("--cursor", "default")):
        assert call(store, "mentions", *options).exit_code == 2


def test_a_reader_that_is_killed_before_its_print_is_out_gets_it_again(store):
    """It kills itself with all printed but the last line, and its cursor has not moved."""
    script = (
        "import os, signal, sys; from itertools import islice; from crawler.commands import mentions\n"
        "from crawler.cli import main; whole = mentions.write_rows\n"
        "def cut(rows, *rest, **more):\n"
        "    whole(islice(rows, 2), *rest, **more); os.kill(os.getpid(), signal.SIGKILL)\n"
        "mentions.write_rows = cut; main(sys.argv[1:])"
    )
    asked = ["--database", store, "mentions", "--new", "--cursor", "bot", "--format", "jsonl"]
    ended = forked.run(forked.script(script, *asked))
    assert (ended.returncode, len(ended.stdout.splitlines())) == (-9, 2)
    assert [row["position"] for row in rows(store, "mentions", "--new", "--cursor", "bot")] == [1, 2, 3]
