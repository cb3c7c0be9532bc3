"""What readers hear of mentions after they were found: changed in their place, gone, back, removed."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import select, update
from storesamples import NOW, article, filler, mention, saving

from storage import schema
from storage.database import Database
from storage.mentions import changes
from storage.mentions import stream as mentions
from storage.mentions.pairing import Revision, pair
from storage.records import Mention

HOUR = timedelta(hours=1)
_M = schema.mentions


def edit(db: Database, text: str, *said: Mention, hours: int = 0, **more: Any) -> tuple[int, ...]:
    """Store a text of one article with what it says; returns the ids that are new to the stream."""
    call = saving(article(text=text), *said)
    call.keywords.update(now=NOW + hours * HOUR, **more)
    return tuple(db.call(call).mention_ids)


def told(word: str = "GDEC", forum: str = "gdec", edition: int | None = 2025, **values: Any) -> Mention:
    return replace(mention(article(text=word), word, forum, edition), **values)


def rows(db: Database) -> list[tuple[int, int, str, Any]]:
    """(position, mention, what, before), in their order."""
    c = schema.changes.c
    query = select(c.position, c.mention_id, c.what, c.before).order_by(c.position)
    return [tuple(row) for row in db.read(lambda conn: conn.execute(query).all())]


def standing(db: Database) -> list[tuple[int, int, str, int | None]]:
    return [(m.id, m.position, m.mention.forum_id, m.mention.edition) for m in db.read(mentions.since, 0)]


def test_of_two_editions_in_the_place_of_one_the_surer_is_the_one_that_was_told() -> None:
    told = article(text="GDEC " + filler(1))
    stood = mention(told, "GDEC", edition=None)
    passing, sure = (
        replace(mention(told, "GDEC", edition=year), score=score)
        for year, score in ((2024, 0.4), (2025, 0.9))
    )
    assert pair({7: stood}, [passing, sure]) == [Revision(7, sure), Revision(None, passing)]


def test_a_first_version_changes_nothing_and_neither_does_an_edit_beside_the_mention(db):
    edit(db, "GDEC " + filler(1), told())
    assert edit(db, "GDEC " + filler(2), told(score=0.91), hours=1) == ()
    assert rows(db) == []
    assert standing(db) == [(1, 1, "gdec", 2025)]


def test_an_edition_that_an_edit_corrects_changes_in_its_place(db):
    edit(db, "GDEC " + filler(1), told(edition=2024))
    db.call(lambda conn: conn.execute(update(_M).values(triage="confirmed", note="seen", triages=2)))
    assert edit(db, "GDEC " + filler(2), told(edition=2025), hours=1) == ()
    assert standing(db) == [(1, 1, "gdec", 2025)]
    kept = db.read(lambda conn: conn.execute(select(_M.c.triage, _M.c.note, _M.c.triages)).one())
    assert tuple(kept) == ("confirmed", "seen", 2)
    assert rows(db) == [(1, 1, "changed", {"edition": 2024})]


@pytest.mark.parametrize(
    ("after", "before"),
    [
        (told(role="passing"), {"role": "main"}),
        (told(score=0.6), {"score": 0.9}),
        (told("the GDEC"), {"evidence": ["GDEC"]}),
        (told(edition=None, role="passing"), {"edition": 2025, "role": "main"}),
    ],
)
def test_a_change_says_what_differs_as_it_was(db, after: Mention, before: dict[str, Any]):
    edit(db, "GDEC " + filler(1), told())
    edit(db, "GDEC " + filler(2), after, hours=1)
    assert rows(db) == [(1, 1, "changed", before)]


def test_what_an_edit_takes_away_is_gone_and_comes_back_as_news(db):
    edit(db, "GDEC " + filler(1), told(), told(forum="wic"))
    edit(db, "GDEC " + filler(2), told(), hours=1)
    whole = {"edition": 2025, "role": "main", "score": 0.9, "evidence": ["GDEC"]}
    assert rows(db) == [(1, 2, "gone", whole)]
    assert edit(db, "GDEC " + filler(3), told(), told(forum="wic", score=0.5), hours=2) == (2,)
    assert rows(db)[1:] == [(2, 2, "back", whole)]
    assert standing(db) == [(1, 1, "gdec", 2025), (2, 3, "wic", 2025)]


def test_an_edition_that_stood_there_before_takes_its_row_back_with_what_people_said(db):
    edit(db, "GDEC " + filler(1), told(edition=2024), told(edition=2025))
    edit(db, "GDEC " + filler(2), told(edition=2025), hours=1)  # 2024 is gone
    db.call(lambda conn: conn.execute(update(_M).where(_M.c.id == 2).values(triage="rejected", reason="x")))
    assert edit(db, "GDEC " + filler(3), told(edition=2024), hours=2) == ()
    assert standing(db) == [(1, 2, "gdec", 2024)]
    assert [(i, what) for _, i, what, _ in rows(db)] == [(1, "gone"), (2, "gone"), (1, "back")]
    assert rows(db)[-1][3] == {"edition": 2025}
    kept = db.read(lambda conn: conn.execute(select(_M.c.triage, _M.c.reason).where(_M.c.id == 1)).one())
    assert tuple(kept) == ("rejected", "x")


def test_a_reader_that_passed_the_old_row_while_it_was_gone_is_told_all_the_same(db):
    edit(db, "GDEC " + filler(1), told(edition=2025))
    edit(db, "GDEC " + filler(2), hours=1)  # gone, before anybody reads
    place = db.read(mentions.head)
    edit(db, "GDEC " + filler(3), told(edition=2024), hours=2)
    edit(db, "GDEC " + filler(4), told(edition=2025), hours=3)
    (found,) = db.read(mentions.since, place)
    assert (found.id, found.mention.edition, found.found_at) == (1, 2025, NOW + 2 * HOUR)
    assert edit(db, "GDEC " + filler(5), told(edition=2025), told(edition=2024), hours=4) == (2,)
    assert [m.id for m in db.read(mentions.since, place)] == [1, 2]


def test_an_article_that_is_taken_away_is_told_for_each_standing_mention(db):
    edit(db, "GDEC " + filler(1), told(), told(forum="wic"), told(forum="igf"))
    edit(db, "GDEC " + filler(2), told(), told(forum="igf"), hours=1)
    assert db.call(changes.record_article, 1, "removed", NOW) == 2
    assert [(i, what) for _, i, what, _ in rows(db)[1:]] == [(1, "removed"), (3, "removed")]
