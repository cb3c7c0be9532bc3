"""Entries: what is read next, by whom, and how it ends."""

from __future__ import annotations

from collections import Counter
from datetime import datetime, timedelta

import pytest
from sqlalchemy import event, select, update
from storesamples import MINUTE, NOW, announce, article, counted_steps, saving, source, with_sources

from storage import schema
from storage.database import Database
from storage.records import Waiting
from storage.sources import state as sources
from storage.text.clean import key_hash
from storage.waiting import entries, errors


def claim(db: Database, limit: int = 100, at: datetime = NOW, worker: str = "w", **values) -> list[Waiting]:
    return db.call(entries.claim, at, limit, worker=worker, lease_s=60, **values)


def states(db: Database) -> dict[str, str]:
    e = schema.entries
    rows = db.read(lambda conn: conn.execute(select(e.c.url, e.c.state)).all())
    return {row.url.rpartition("/")[2]: row.state for row in rows}


def urls(*names: str, host: str = "a.example") -> list[str]:
    return [f"http://{host}/{name}" for name in names]


def test_the_newest_is_read_first(db):
    announce(db, *urls("2", "1"))
    announce(db, *urls("4", "3"))
    assert [w.url[-1] for w in claim(db)] == ["4", "3", "2", "1"]


def test_a_claim_is_on_loan_until_its_end(db):
    announce(db, *urls("1"))
    (waiting,) = claim(db)
    assert (waiting.tries, waiting.leased_until) == (0, NOW + timedelta(seconds=60))
    assert claim(db, worker="other") == []
    (again,) = claim(db, at=NOW + 2 * MINUTE, worker="other")
    assert (again.id, again.tries) == (waiting.id, 0)


def test_a_host_is_read_by_a_few_at_a_time_and_others_are_served(db):
    announce(db, *urls(*map(str, range(50))))
    announce(db, *urls("x", "y", host="b.example"))
    first = claim(db, 20, per_host=3)
    assert Counter(w.url.split("/")[2] for w in first) == {"a.example": 3, "b.example": 2}
    assert claim(db, 20, per_host=3) == []
    db.call(entries.dismiss, first[-1].id, "parse: not an article", NOW)
    assert len(claim(db, 20, per_host=3)) == 1


def test_one_host_with_a_long_queue_hides_no_other(db):
    hosts = [f"h{i:02}.example" for i in range(30)]
    for host in hosts:
        announce(db, *urls("1", "2", host=host))
    announce(db, *urls(*map(str, range(entries.WINDOW * 10 + 50)), host="greedy.example"))
    served: Counter[str] = Counter()
    for _ in range(12):
        taken = claim(db, 10, per_host=2)
        served.update(w.url.split("/")[2] for w in taken)
        for waiting in taken:
            db.call(entries.dismiss, waiting.id, "parse: no", NOW)
    assert {host: served[host] for host in hosts} == dict.fromkeys(hosts, 2)
    assert served["greedy.example"] >= 12


def test_hosts_take_turns_while_others_are_being_read(db):
    for host in "abcdef":
        announce(db, *urls("1", "2", "3", host=f"{host}.example"))
    announce(db, *urls(*map(str, range(100)), host="greedy.example"))
    read = [w.url[7] for _ in range(3) for w in claim(db, 3, per_host=1)]
    assert sorted(read) == ["a", "b", "c", "d", "e", "f", "g"]
    assert claim(db, 3, per_host=1) == []


@pytest.mark.parametrize("each", [3, entries.WINDOW])
def test_a_domain_of_many_hosts_hides_no_other(db, each):
    """Also where the newest that are looked at are all its own."""
    for host in ("a.example", "m.example", "z.example"):
        announce(db, *urls("1", "2", host=host))
    for n in reversed(range(40)):  # behind the ones that are read stand many of the domain, then the others
        announce(db, *urls(*map(str, range(each)), host=f"h{n:02}.big.org"))
    of = {"per_host": 2, "per_domain": 5, "domain_of": lambda host: "big.org" if "big" in host else None}
    first = claim(db, 20, **of)
    assert Counter(w.url.split("/")[2][-7:] for w in first) == {"big.org": 5, "example": 6}
    assert claim(db, 20, **of) == []
    for waiting in [w for w in first if "big" in w.url][:3]:
        db.call(entries.dismiss, waiting.id, "parse: no", NOW)
    assert len(claim(db, 20, **of)) == 3


def test_a_domain_of_many_hosts_has_its_share_also_where_they_are_behind_a_long_queue(db):
    for n in range(6):
        announce(db, *urls("1", "2", host=f"h{n}.big.org"))
    announce(db, *urls(*map(str, range(entries.WINDOW * 10)), host="greedy.example"))
    of = {"per_host": 2, "per_domain": 5, "domain_of": lambda host: "big.org" if "big" in host else None}
    taken = Counter(w.url.split("/")[2][-7:] for w in claim(db, 10, **of))
    assert taken == {"big.org": 5, "example": 2}


def test_hosts_whose_sources_are_left_out_hide_no_other(database):
    """Also where the newest that are looked at, and all hosts before it, are of sources that are left out."""
    with_sources(database, "a", "out")
    announce(database, *urls("1", host="z.example"))
    for number in range(entries.WINDOW + 4):
        announce(database, *urls("1", host=f"h{number:02}.example"), by="out")
    assert [w.url for w in claim(database, 1, without=["out"])] == urls("1", host="z.example")


def test_an_entry_put_off_waits_and_says_why(db):
    announce(db, *urls("1"))
    (waiting,) = claim(db)
    db.call(entries.retry, waiting.id, NOW + 30 * MINUTE, "fetch: 503 from a.example", NOW)
    assert claim(db, at=NOW + 29 * MINUTE) == []
    (again,) = claim(db, at=NOW + 30 * MINUTE)
    assert again.tries == 1
    (error,) = db.read(errors.list_errors)
    assert (error.source_id, error.url, error.stage) == ("a", waiting.url, "fetch")


ENDS = {
    "dismissed": lambda db, i: db.call(entries.dismiss, i, "parse: not an article: front-page", NOW),
    "given_up": lambda db, i: db.call(entries.give_up, i, "fetch: 404 from a.example", NOW),
    "skipped": lambda db, i: db.call(entries.skip, i),
}


@pytest.mark.parametrize("end", ENDS)
def test_what_has_ended_is_read_no_more(db, end):
    announce(db, *urls("1"))
    ENDS[end](db, claim(db)[0].id)
    assert claim(db, at=NOW + 1000 * MINUTE) == []
    assert states(db) == {"1": end}
    assert len(db.read(errors.list_errors)) == (end != "skipped")
    assert announce(db, *urls("1"), reads="on_match").new == 0
    assert claim(db, at=NOW + 1000 * MINUTE) == []


def test_however_often_the_program_is_killed_what_was_only_on_loan_is_read(db):
    announce(db, *urls(*map(str, range(50))))
    for n in range(20):
        assert len(claim(db, at=NOW + n * MINUTE, per_host=50)) == 50
        db.call(sources.free_all)
    last = claim(db, at=NOW + 20 * MINUTE, per_host=50)
    assert {(w.tries, w.begun) for w in last} == {(0, 1)}  # read with care, and read
    assert db.read(errors.list_errors) == []


def crash_over(db: Database, name: str, at: datetime) -> list[str]:
    """Claim everything, begin `name` and be killed; returns what was claimed."""
    waiting = claim(db, at=at)
    for one in waiting:
        if one.url.endswith(name):
            db.call(entries.begin, one.id)
    return sorted(one.url[-1] for one in waiting)


@pytest.mark.parametrize("freed", [True, False], ids=["given back", "after the lease"])
def test_an_entry_that_kills_its_readers_waits_an_hour_each_time_and_is_given_up(db, freed):
    announce(db, *urls("1", "2"))
    seen = []
    for hours in range(12):
        seen.append("".join(crash_over(db, "1", NOW + timedelta(hours=hours))))
        if freed:
            db.call(sources.free_all)
    assert seen == ["12", "12", "12", "12", "12", "2", "12", "2", "12", "2", "12", "2"]
    assert states(db) == {"1": "given_up", "2": "waiting"}
    assert "begun 8 times and never ended" in db.read(errors.list_errors)[0].message


ORDERLY = {
    "retry": lambda db, i: db.call(entries.retry, i, NOW, "fetch: 503", NOW),
    "skip": lambda db, i: db.call(entries.skip, i),
    "dismiss": lambda db, i: db.call(entries.dismiss, i, "parse: no", NOW),
    "give_up": lambda db, i: db.call(entries.give_up, i, "parse: no", NOW),
    "give_back": lambda db, i: db.call(sources.give_back, "w"),
    "save_article": lambda db, i: db.call(saving(article(), entry_id=i)),
}


@pytest.mark.parametrize("end", ORDERLY)
def test_a_reading_that_came_to_an_end_killed_nobody(db, end):
    announce(db, *urls("1"))
    (waiting,) = claim(db)
    for _ in range(4):
        db.call(entries.begin, waiting.id)
    ORDERLY[end](db, waiting.id)
    assert db.read(lambda conn: conn.execute(select(schema.entries.c.begun)).scalar_one()) == 0


def test_an_entry_that_fails_is_not_taken_for_one_that_kills(db):
    announce(db, *urls("1"))
    for n in range(8):
        (waiting,) = claim(db, at=NOW + n * MINUTE)
        assert waiting.tries == n
        db.call(entries.begin, waiting.id)
        db.call(entries.retry, waiting.id, NOW, "fetch: 503", NOW)


def test_an_entry_given_back_was_never_begun(db):
    announce(db, *urls("1"))
    for _ in range(10):
        assert [w.tries for w in claim(db)] == [0]
        db.call(entries.begin, 1)
        db.call(sources.give_back, "w")


def test_what_a_dead_worker_held_is_free_at_once_when_no_other_can_live(db):
    announce(db, *urls("1"))
    claim(db, worker="dead")
    db.call(sources.give_back, "somebody else")
    assert claim(db) == []
    db.call(sources.free_all)
    assert [w.url for w in claim(db)] == urls("1")


def test_entries_of_a_source_that_is_not_polled_wait_until_it_is_again(db):
    announce(db, *urls("1"))
    db.call(sources.sync, [source("a", enabled=False)], NOW)
    assert (claim(db), states(db)) == ([], {"1": "paused"})
    db.call(sources.sync, [], NOW)
    assert claim(db) == []
    db.call(sources.sync, [source("a")], NOW)
    assert [w.url for w in claim(db)] == urls("1")


def test_an_entry_of_a_source_no_longer_polled_is_read_for_another_that_announces_it(db):
    with_sources(db, "a", "b")
    announce(db, *urls("1"), by="a")
    with_sources(db, "b")
    assert claim(db) == []
    visited = announce(db, *urls("1"), by="b")
    assert (visited.new, visited.known) == (0, 1)
    assert [w.source_id for w in claim(db)] == ["b"]


def test_an_entry_that_another_configuration_brought_is_claimed_by_nobody(db):
    announce(db, *urls("1"))
    (waiting,) = claim(db)
    db.call(sources.sync, [], NOW)
    db.call(entries.retry, waiting.id, NOW, "fetch: 503", NOW)
    announce(db, *urls("2"))
    assert claim(db) == []
    assert states(db) == {"1": "paused", "2": "paused"}
    with_sources(db)
    assert len(claim(db)) == 2


def backlog(db: Database, size: int) -> None:
    """Entries of 50 hosts, the newest half of one; and as many put off."""
    rows = [
        {
            "key_hash": key_hash(str(i)),
            "source_id": "a",
            "url": f"http://x/{i}",
            "host": "greedy" if size / 2 < i < size else f"h{i % 50}",
            "state": "waiting",
            "tries": 0,
            "wake_at": None if i < size else NOW + timedelta(days=9),
            "seen_at": NOW,
        }
        for i in range(2 * size)
    ]
    db.call(lambda conn: conn.execute(schema.entries.insert(), rows) and None)


def test_a_claim_reads_no_more_rows_when_more_are_waiting(tmp_path):
    """Counted by SQLite itself: its virtual machine's steps do not depend on the machine's load."""
    spent = {}
    for size in (2_000, 20_000):
        with Database(f"sqlite:///{tmp_path / f'{size}.db'}") as db:
            with_sources(db)
            backlog(db, size)
            steps = counted_steps(db)

            assert len(claim(db, 64)) == 64
            spent[size] = len(steps)
    assert spent[20_000] < 1.2 * spent[2_000]


@pytest.mark.postgres
@pytest.mark.slow
def test_a_claim_is_answered_from_indexes_on_postgresql(postgres_server):
    with Database(postgres_server.new_database()) as db:
        with_sources(db)
        backlog(db, 20_000)
        db.call(lambda conn: conn.exec_driver_sql("ANALYZE") and None)
        asked: list[tuple[str, object]] = []

        @event.listens_for(db._writer, "before_cursor_execute")
        def note(conn, cursor, statement, parameters, context, many) -> None:
            asked.append((statement, parameters))

        assert len(claim(db, 64)) == 64
        plans = [
            db.read(lambda conn, s=s, p=p: conn.exec_driver_sql(f"EXPLAIN {s}", p).scalars().all())
            for s, p in asked
            if s.startswith(("SELECT entries", "WITH"))
        ]
    assert len(plans) >= 4
    assert [p for p in plans if "Seq Scan on entries" in "\n".join(p)] == []


def test_what_was_given_up_and_is_announced_days_later_is_tried_once_more(db):
    """A site that was away for a week still shows its last articles when it is back."""
    urls = {
        "http://a.example/away": "fetch: 503 from a.example",
        "http://a.example/kills": "read: begun 8 times",
    }

    def fail(at: datetime) -> list[str]:
        claimed = db.call(entries.claim, at, 9, worker="w", lease_s=9)
        for waiting in claimed:
            db.call(entries.give_up, waiting.id, urls[waiting.url], at)
        return [waiting.url for waiting in claimed]

    announce(db, *urls)
    assert len(fail(NOW)) == 2
    day = timedelta(days=1)
    for days, tried in ((2, []), (3, ["http://a.example/away"]), (4, []), (30, [])):
        announce(db, *urls, at=NOW + days * day)
        assert fail(NOW + days * day) == tried, days


def test_counts_are_by_state(db):
    announce(db, *urls("1", "2", "3"))
    db.call(entries.dismiss, claim(db, 1)[0].id, "parse: no", NOW)
    assert db.read(entries.counts) == {"waiting": 2, "dismissed": 1}
    gone = update(schema.entries).values(state="given_up")
    db.call(lambda conn: conn.execute(gone) and None)
    assert db.read(entries.counts) == {"given_up": 3}
