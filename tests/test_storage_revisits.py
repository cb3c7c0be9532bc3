"""Articles that are looked at again: on loan to one reader at a time, never lost, never many of one host."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from functools import partial
from typing import Any

import pytest
from sqlalchemy import select, update
from storesamples import NOW, article, filler, mention, saving, source, with_sources

from storage import schema
from storage.articles import revisits
from storage.articles.history import history
from storage.articles.revisits import DIED, MOST_LOOKS
from storage.database import Database
from storage.records import Company, Revisit, Seen, Watch
from storage.reports import standing as reports
from storage.sources import clock
from storage.sources import state as sources

HOUR = timedelta(hours=1)
DUE = Watch(NOW + HOUR, '"1"', "Sun, 01 Nov 2026 08:00:00 GMT")
_R = schema.revisits


@pytest.fixture
def db(database: Database) -> Database:
    with_sources(database, "a", "b")
    return database


def store(db: Database, *urls: str, look: Watch | None = DUE, by: str = "a") -> None:
    for url in urls:
        made = article(url, "GDEC " + filler(sum(url.encode())), language="en")
        call = saving(made, mention(made, "GDEC"), source_id=by)
        call.keywords["look"] = look
        db.call(call)


def claim(db: Database, hours: float, limit: int = 9, worker: str = "w", **more: Any) -> list[Revisit]:
    call = partial(revisits.claim, worker=worker, lease_s=3600, **more)
    return db.call(call, NOW + hours * HOUR, limit)


def ids(found: list[Revisit]) -> list[int]:
    return [look.article_id for look in found]


def row(db: Database, article_id: int = 1) -> Any:
    return db.read(lambda conn: conn.execute(select(_R).where(_R.c.article_id == article_id)).one())


def what(db: Database) -> list[str]:
    c = schema.changes.c
    return list(db.read(lambda conn: conn.execute(select(c.what).order_by(c.position)).scalars().all()))


def test_an_article_with_a_mention_waits_from_the_transaction_that_stores_it(db):
    store(db, "http://a.example/1")
    plain = article("http://a.example/2", filler(2))
    db.call(saving(plain))
    store(db, "http://a.example/3", look=Watch(None))
    assert ids(claim(db, 0.9)) == []
    (look,) = claim(db, 1)
    assert (look.article_id, look.visits, look.etag, look.last_modified) == (
        1,
        1,
        DUE.etag,
        DUE.last_modified,
    )
    assert (look.url, look.host, look.source_id, look.language) == (
        "http://a.example/1",
        "a.example",
        "a",
        "en",
    )
    assert look.length == len("GDEC " + filler(sum(b"http://a.example/1")))
    assert ids(claim(db, 1)) == []  # on loan
    assert row(db).leased_by == "w"


def test_what_is_read_again_by_another_way_keeps_its_turn_and_takes_the_new_validators(db):
    store(db, "http://a.example/1")
    made = article("http://a.example/1", "GDEC anew " + filler(3))
    call = saving(made, mention(made, "GDEC"))
    call.keywords["look"] = Watch(NOW + 9 * HOUR, '"2"', None)
    db.call(call)
    assert (row(db).due_at, row(db).etag, row(db).last_modified) == (NOW + HOUR, '"2"', None)


def test_a_look_is_recorded_and_the_next_one_waits(db):
    store(db, "http://a.example/1")
    (look,) = claim(db, 1)
    seen = Seen(Watch(NOW + 6 * HOUR, '"2"'), answered=True, removed=False)
    assert db.call(revisits.record, look, seen, NOW + HOUR) == 0
    kept = row(db)
    assert (kept.due_at, kept.leased_by, kept.etag, kept.seen_at) == (NOW + 6 * HOUR, None, '"2"', NOW + HOUR)
    assert ids(claim(db, 5)) == []
    (look,) = claim(db, 6)
    failed = Seen(Watch(None), missing_at=NOW, message="fetch: 500 from a.example")
    db.call(revisits.record, look, failed, NOW + 6 * HOUR)
    assert (row(db).seen_at, row(db).message) == (NOW + HOUR, "fetch: 500 from a.example")
    assert [e.message for e in db.read(reports.list_errors)] == ["fetch: 500 from a.example"]
    assert ids(claim(db, 99)) == []


def test_a_removal_and_a_return_are_told_once_and_take_nothing_away(db):
    store(db, "http://a.example/1")
    (look,) = claim(db, 1)
    gone = Seen(Watch(NOW + 2 * HOUR), True, NOW, removed=True)
    assert [db.call(revisits.record, look, gone, NOW + HOUR) for _ in range(2)] == [1, 0]
    assert db.read(lambda conn: conn.execute(select(schema.articles.c.removed_at)).scalar()) == NOW + HOUR
    assert (db.read(revisits.removed), db.read(revisits.waiting)) == ({"a": 1}, {"a": 1})
    (look,) = claim(db, 2)
    assert look.removed_at == NOW + HOUR
    there = Seen(Watch(None), True, removed=False)
    assert [db.call(revisits.record, look, there, NOW + 2 * HOUR) for _ in range(2)] == [1, 0]
    assert what(db) == ["removed", "back"]
    assert (db.read(revisits.removed), db.read(revisits.waiting)) == ({}, {})


def test_an_article_that_is_read_by_its_entry_is_back_too(db):
    store(db, "http://a.example/1")
    db.call(revisits.remove, 1, NOW)
    db.call(lambda conn: conn.execute(update(_R).values(missing_at=NOW)))
    store(db, "http://a.example/1")
    assert (what(db), row(db).missing_at) == (["removed", "back"], None)


def test_what_was_taken_away_before_says_nothing_of_a_site_today(db):
    store(db, *(f"http://a.example/{number}" for number in range(4)))
    look = claim(db, 1)[0]
    others = [number for number in range(1, 5) if number != look.article_id]
    db.call(lambda conn: conn.execute(update(_R).where(_R.c.article_id.in_(others)).values(missing_at=NOW)))
    assert db.read(lambda conn: revisits.company(conn, look, NOW)) == Company(3, 0)
    for number in others:
        db.call(revisits.remove, number, NOW)
    assert db.read(lambda conn: revisits.company(conn, look, NOW)) == Company(0, 0)


def test_an_article_that_is_only_announced_anew_stays_removed(db):
    store(db, "http://a.example/1")
    db.call(revisits.remove, 1, NOW)
    made = article("http://a.example/1", "", language="en")
    assert db.call(saving(made, announced=True)).article_id == 1
    assert what(db) == ["removed"]


def test_a_removed_article_that_is_read_at_another_address_of_its_host_stands_there(db):
    for url in ("http://a.example/old", "http://a.example/new", "http://a.example/new"):
        made = article(url, "GDEC " + filler(5), language="en", published_at=NOW - HOUR)
        saved = db.call(saving(made, mention(made, "GDEC")))
        assert saved.article_id == 1
        if url.endswith("old"):
            db.call(revisits.remove, 1, NOW)
    columns = (schema.articles.c.url, schema.articles.c.removed_at)
    assert db.read(lambda conn: conn.execute(select(*columns)).one()) == ("http://a.example/new", None)
    assert what(db) == ["removed", "back"]


def test_a_stop_gives_back_and_a_death_is_no_fault_of_what_was_only_on_loan(db):
    store(db, "http://a.example/1", "http://b.example/1")
    assert len(claim(db, 1)) == 2
    db.call(sources.give_back, "other")
    assert claim(db, 1.5) == []
    db.call(sources.give_back, "w")
    assert [(look.visits, look.died) for look in claim(db, 1.5)] == [
        (1, False)
    ] * 2  # as if it had never begun
    for number in range(2, MOST_LOOKS + 5):  # of looks that never began, none is used up
        if number % 2:  # died beside another reader, who goes on, or alone: the next start frees them
            db.call(sources.free_all)
        assert [(look.visits, look.died) for look in claim(db, number + 0.6)] == [(1, True)] * 2
    assert row(db).message == DIED


def test_what_was_being_parsed_when_a_second_reader_died_waits_a_day_each_time(db):
    store(db, "http://a.example/1", "http://b.example/1")
    assert len(claim(db, 1)) == 2
    died: list[list[int]] = []
    for hours in (1.1, 1.2, 25.3, 25.4, 49.5):
        db.call(sources.free_all)
        died.append(ids(claim(db, hours)))
        if 1 in died[-1]:
            db.call(revisits.begin_reading, 1)
    assert died == [[1, 2], [2], [2, 1], [2], [2, 1]]
    look = Revisit(**dict.fromkeys(Revisit.__slots__) | {"article_id": 1, "source_id": "a", "url": "u"})
    db.call(revisits.record, look, Seen(Watch(NOW + 50 * HOUR), answered=True), NOW)
    assert [(look.died, look.message) for look in claim(db, 50) if look.article_id == 1] == [(False, None)]


def test_a_reader_that_was_stopped_while_it_read_leaves_no_suspicion(db):
    store(db, "http://a.example/1")
    for _ in range(2):
        claim(db, 1)
        db.call(sources.free_all)
    claim(db, 1)
    db.call(revisits.begin_reading, 1)
    db.call(sources.give_back, "w")
    assert len(claim(db, 1)) == 1  # and dies before it has come to the page
    db.call(sources.free_all)
    assert len(claim(db, 1)) == 1


def test_what_kills_every_reader_ends(db):
    store(db, "http://a.example/1")
    db.call(lambda conn: conn.execute(update(_R).values(visits=MOST_LOOKS)))
    assert claim(db, 1) == []
    assert row(db).due_at is None


def test_no_host_and_no_domain_has_all_the_places(db):
    store(db, *(f"http://a.example/{n}" for n in range(6)), *(f"http://s{n}.b.example/1" for n in range(6)))

    def of(host: str) -> str | None:
        return "b.example" if host.endswith("b.example") else None

    found = claim(db, 1, limit=20, per_host=2, per_domain=3, domain_of=of)
    assert [look.host for look in found] == ["a.example"] * 2 + [
        "s0.b.example",
        "s1.b.example",
        "s2.b.example",
    ]
    busy = {"a.example": 2, "s0.b.example": 1}
    more = claim(db, 1, limit=20, busy=busy, per_host=2, per_domain=3, domain_of=of)
    assert [look.host for look in more] == ["s3.b.example", "s4.b.example"]
    assert len(claim(db, 1, limit=3)) == 3


def test_a_crowd_of_one_host_does_not_keep_others_away(db):
    store(db, *(f"http://a.example/{n}" for n in range(30)), "http://c.example/1")
    assert len(claim(db, 1, limit=2, per_host=2)) == 2
    assert [look.host for look in claim(db, 1, limit=2, per_host=2, busy={"a.example": 2})] == ["c.example"]


def test_what_nobody_polls_any_more_waits_until_it_is_polled_again(db):
    store(db, "http://a.example/1")
    db.call(sources.sync, [source("a", enabled=False), source("b")], NOW)
    assert claim(db, 1) == []
    assert row(db).due_at == NOW + 25 * HOUR
    db.call(sources.sync, [source("a"), source("b")], NOW)
    assert ids(claim(db, 25)) == [1]


def test_the_company_of_an_article_is_its_hosts(db):
    store(db, *(f"http://a.example/{n}" for n in range(5)), "http://b.example/1")
    looks = {look.article_id: look for look in claim(db, 1, per_host=9)}
    for number, seen in {
        1: Seen(Watch(None), True, NOW),
        2: Seen(Watch(None), True, NOW),
        3: Seen(Watch(None), True),
        4: Seen(Watch(None), False, message="fetch: 500"),
        6: Seen(Watch(None), True),
    }.items():
        db.call(revisits.record, looks[number], seen, NOW + HOUR)
    assert db.read(revisits.company, looks[1], NOW) == Company(missing=1, standing=1)
    assert db.read(revisits.company, looks[5], NOW + 2 * HOUR) == Company(missing=2, standing=0)
    assert db.read(revisits.company, replace(looks[1], host="b.example"), NOW) == Company(0, 1)


def test_a_clock_that_is_put_right_leaves_no_look_for_another_century(db):
    store(db, "http://a.example/1", look=Watch(NOW + timedelta(days=30_000)))
    store(db, "http://b.example/1", look=Watch(NOW + timedelta(days=30)))
    db.call(clock.put_right, NOW)
    assert (row(db, 1).due_at, row(db, 2).due_at) == (NOW, NOW + timedelta(days=30))
    db.call(clock.set_back, NOW - timedelta(days=1), timedelta(days=1))
    assert row(db, 2).due_at == NOW + timedelta(days=29)


def test_the_history_of_an_article_holds_all_that_became_of_it(db):
    store(db, "http://a.example/1")
    first = db.read(history, 1)
    made = article("http://a.example/1", "Nothing " + filler(3), title="Another")
    call = saving(made)
    call.keywords.update(now=NOW + HOUR, corrects=lambda before, now: "Correction: it was nothing.")
    db.call(call)
    (look,) = claim(db, 1)
    db.call(revisits.record, look, Seen(Watch(None), True, NOW, True, "fetch: 404"), NOW + 2 * HOUR)
    found = db.read(history, 1)
    assert first is not None
    assert found is not None
    assert [(v.version, v.title, v.text[:4], v.correction) for v in found.versions] == [
        (1, "A title", "GDEC", None),
        (2, "Another", "Noth", "Correction: it was nothing."),
    ]
    assert found.versions[0].text == first.stored.article.text
    assert (found.stored.removed_at, found.stored.version) == (NOW + 2 * HOUR, 2)
    assert [(said.id, said.gone_at) for said in found.mentions] == [(1, NOW + HOUR)]
    assert [(c.what, (c.before or {}).get("correction")) for c in found.changes] == [
        ("gone", "Correction: it was nothing.")
    ]
    assert found.watched is not None
    assert (found.watched.visits, found.watched.missing_at, found.watched.message) == (1, NOW, "fetch: 404")
    assert db.read(history, 2) is None
