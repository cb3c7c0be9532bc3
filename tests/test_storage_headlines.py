"""A headline that was told of a page that nobody shows us, and its page read at another address, on both databases."""

from __future__ import annotations

import shutil
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, delete, insert, select
from storesamples import MINUTE, NOW, article, counted_steps, filler, mention, saving, with_sources

from storage import schema
from storage.articles import headlines
from storage.database import Database
from storage.records import Entry, SourceState, Waiting
from storage.sources import state as sources
from storage.waiting import entries

AT = NOW - timedelta(hours=5, minutes=7)
MIDNIGHT = NOW.replace(hour=0)
IN_BEIJING, IN_DELHI = MIDNIGHT.replace(hour=16), MIDNIGHT.replace(hour=18, minute=30)
CASES: tuple[tuple[str, datetime | None, str, datetime | None, bool], ...] = (
    # behind the old host, its moment, where it is read, its moment, whether that is the same article
    ("a.example/2025/opening", None, "b.example/2025/opening", None, True),
    ("a.example/2025/opening", AT, "b.example/2025/opening/", AT + MINUTE, True),
    ("a.example/2025/opening", AT, "a.example/opening-8841", AT, True),
    ("a.example/2025/opening", AT, "b.example/news/8841", AT, True),
    ("a.example/2025/opening", None, "b.example/news/8841", None, False),
    ("a.example/2025/opening", AT, "a.example/opening-8841", AT + MINUTE, False),
    ("a.example/2025/opening", MIDNIGHT, "a.example/opening-8841", MIDNIGHT, False),  # a day has many moments
    ("a.example/2025/opening", IN_BEIJING, "a.example/opening-8841", IN_BEIJING, False),
    ("a.example/2025/opening", IN_DELHI, "a.example/opening-8841", IN_DELHI, False),
    ("a.example/2025/opening", IN_BEIJING, "b.example/2025/opening", IN_BEIJING, True),
)


DAY = timedelta(days=1)
NINE = MIDNIGHT - 3 * DAY + timedelta(hours=9)
HOURS = (  # a moment, those of its source's other entries, whether it is known for one
    (NINE, [NINE - n * DAY - n * 7 * MINUTE for n in range(1, 20)], True),
    (
        NINE,
        [NINE - n * DAY + (n % 5) * 60 * MINUTE for n in range(1, 20)],
        True,
    ),  # full hours, now and then this one
    (NINE, [NINE - n * DAY for n in range(1, 20)], False),  # always at nine: it may give days alone
    (IN_BEIJING, [IN_BEIJING - n * DAY for n in range(1, 20)], False),
    (
        IN_BEIJING,
        [IN_BEIJING - n * DAY + (n > 9) * 60 * MINUTE for n in range(1, 16)],
        False,
    ),  # the clocks were changed
    (IN_BEIJING, [IN_BEIJING - n * DAY + (n > 2) * 60 * MINUTE for n in range(1, 30)], False),  # just now
    (IN_BEIJING, [IN_BEIJING - n * DAY - (n > 2) * 60 * MINUTE for n in range(1, 30)], False),
    (NINE, [NINE - n * DAY - n * 7 * MINUTE for n in range(1, 5)], False),  # too few to know
    (NINE, [], False),
)


def announced(db: Database, url: str, title: str, at: datetime | None, by: str = "a") -> int:
    """The number of the entry."""
    state = SourceState(by, polled_at=NOW, succeeded_at=NOW, next_at=NOW + 15 * MINUTE)
    entry = Entry(url, title, published_at=at)
    db.call(sources.record_visit, by, [(url, entry)], lambda known: state, NOW)
    rows: list[int] = db.call(lambda conn: conn.execute(select(schema.entries.c.id)).scalars().all())
    return max(rows)


def told(url: str, title: str, at: datetime | None, by: str = "a") -> Any:
    """What stores the headline alone."""
    stub = article(url, "", title=title, published_at=at, partial=True)
    said = replace(mention(replace(stub, text=title), "GDEC"), role="passing")
    return saving(stub, said, key=url, announced=True, source_id=by)


def test_a_headline_is_told_once_where_its_page_is_read_at_another_address(db: Database):
    wrong = []
    for number, (own, at, other, moment, same) in enumerate(CASES):
        db.call(
            lambda conn: conn.execute(delete(schema.entries))
        )  # by which hours are known that the source tells
        title = f"GDEC opens for the {number}th time"
        old, new = f"http://{number}.{own}", f"http://{number}.{other}"
        announced(db, old, title, at)
        stub = db.call(told(old, title, at))
        entry = announced(db, new, title, moment)
        text = f"GDEC was opened. {filler(number)}"
        page = article(new, text, title=f"{title} | A", published_at=moment)
        saved = db.call(saving(page, mention(page, "GDEC"), key=new, entry_id=entry))
        again = db.call(
            saving(replace(page, url=old), mention(page, "GDEC"), key=old)
        )  # the old one is shown at last
        if (saved.article_id == stub.article_id, saved.mention_ids == ()) != (same, same):
            wrong.append((own, other, saved))
        elif same and (again.article_id, again.outcome) != (stub.article_id, "known"):
            wrong.append((own, other, again))
    assert not wrong


def test_what_says_something_else_or_names_no_forum_takes_no_headline_up(db: Database):
    title, url, other = "GDEC opens", "http://a.example/opening", "http://b.example/opening"
    stub = db.call(told(url, title, None))
    text = f"GDEC was opened. {filler(1)}"
    for page, said in (
        (article(other, text, title=title), ()),  # of which nothing would be told twice
        (article(other + "/", text, title="GDEC comes to its end"), ("GDEC",)),
    ):
        entry = announced(db, page.url, page.title, None)
        saved = db.call(saving(page, *(mention(page, word) for word in said), key=page.url, entry_id=entry))
        assert (saved.outcome, saved.article_id == stub.article_id) == ("created", False), page.url


def test_a_headline_at_another_address_that_is_kept_from_us_too_was_told(db: Database):
    title = "GDEC opens"
    announced(db, "http://a.example/opening", title, AT)
    db.call(told("http://a.example/opening", title, AT))
    asked = (
        ("http://b.example/opening", title, None, True),
        ("http://a.example/opening-8841", title, AT, True),
        ("http://a.example/opening-8841", title, None, False),
        ("http://b.example/closing", "GDEC comes to its end", AT, False),
    )
    (waiting,) = db.call(entries.claim, NOW, 9, worker="w", lease_s=60)
    wrong = []
    for url, named, at, was in asked:
        here = replace(waiting, url=url, title=named, published_at=at)
        if db.call(headlines.told_elsewhere, here) != was:
            wrong.append((url, named, at))
    assert not wrong


def test_a_full_hour_is_a_moment_where_its_source_tells_other_hours(db: Database):
    with_sources(db, *(f"s{number}" for number in range(len(HOURS))))
    wrong = []
    for number, (at, others, same) in enumerate(HOURS):
        by, title = f"s{number}", f"GDEC opens for the {number}th time"
        old, new = f"http://{by}.example/2025/opening", f"http://{by}.example/opening-8841"
        for of, moment in enumerate(others):
            announced(db, f"http://{by}.example/{of}", f"Berth {of} of {by}", moment, by)
        entry = announced(db, old, title, at, by)
        db.call(told(old, title, at, by))
        moved = Waiting(entry, by, new, 0, NOW, title=title, published_at=at)
        if db.read(headlines.told_elsewhere, moved) != same:
            wrong.append((number, at))
    assert not wrong


def test_a_day_of_a_source_elsewhere_has_many_moments_too(db: Database):
    title, day = "GDEC opens", MIDNIGHT - timedelta(hours=8)
    announced(db, "http://a.example/opening", title, day)
    db.call(told("http://a.example/opening", title, day))
    (waiting,) = db.call(entries.claim, NOW, 9, worker="w", lease_s=60)
    other = replace(waiting, url="http://a.example/opening-8841", title=title, published_at=day)
    assert not db.read(headlines.told_elsewhere, other)


def test_the_hours_of_a_source_cost_the_same_however_many_entries_it_has(made_store: Path, tmp_path: Path):
    def steps(conn: Connection, number: int) -> int:
        rows = (
            {
                "source_id": "a",
                "key_hash": n.to_bytes(16, "big"),
                "url": f"http://a.example/{n}",
                "host": "a.example",
            }
            | {"state": headlines.STATES[n % 6], "published_at": NOW - n * MINUTE, "seen_at": NOW}
            for n in range(number, 2 * number)
        )
        conn.execute(insert(schema.entries), list(rows))
        before = len(counted)
        assert headlines._is_moment(conn, "a", IN_BEIJING)
        return len(counted) - before

    shutil.copyfile(made_store, tmp_path / "store.db")
    with Database(f"sqlite:///{tmp_path}/store.db") as db:
        with_sources(db, "a")
        counted = counted_steps(db)
        few, many = (db.call(steps, number) for number in (300, 4_800))
    assert many < few * 1.5, (few, many)
