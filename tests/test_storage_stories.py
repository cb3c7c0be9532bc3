"""Stories and counts as the store tells them: whole, bounded, and counted in the three ways."""

from __future__ import annotations

from datetime import timedelta
from functools import partial

import pytest
from sqlalchemy import update
from storesamples import NOW, article, filler, later, mention, saving, with_sources

from crawler import dedupe
from storage import schema
from storage.database import Database
from storage.reports.counts import forum_counts
from storage.stories import lists as stories
from storage.stories.told import Spoken


@pytest.fixture
def db(database: Database) -> Database:
    with_sources(database, "a", "b")
    return database


def put(db: Database, url: str, text: str, *said: tuple[str, int | None], **values: object) -> int:
    """Store an article that mentions these forums; returns its id."""
    made = article(url, text, **values)
    call = saving(made, *(mention(made, "GDEC", forum, edition) for forum, edition in said))
    return db.call(partial(call, site=dedupe.site(url))).article_id


def test_forums_are_counted_by_article_by_text_and_by_outlet(db):
    text = "GDEC " + filler(1, 200)
    put(db, "http://www.x.example/1", text, ("gdec", 2025), ("gdec", 2024))
    put(db, "http://m.x.example/2", text, ("gdec", 2025))
    put(db, "http://y.example/1", text, ("gdec", 2025))
    put(db, "http://y.example/2", "GDEC " + filler(2, 200), ("gdec", None), ("wic", None))
    gdec, wic = db.read(forum_counts)
    assert (gdec.forum_id, gdec.mentions, gdec.articles, gdec.texts, gdec.outlets) == ("gdec", 5, 4, 2, 2)
    by_edition = [(e.edition, e.mentions, e.texts, e.outlets) for e in gdec.editions]
    assert by_edition == [(None, 1, 1, 1), (2024, 1, 1, 1), (2025, 3, 1, 2)]
    assert (wic.forum_id, wic.mentions, wic.texts, wic.outlets) == ("wic", 1, 1, 1)


def test_mentions_of_an_upgraded_store_are_counted_for_the_same_outlets(db):
    text = "GDEC " + filler(1, 200)
    put(db, "http://www.x.example/1", text, ("gdec", 2025))
    put(db, "http://x.example/2", text, ("gdec", 2025))
    before = update(schema.mentions).where(schema.mentions.c.article_id == 1).values(outlet="www.x.example")
    db.call(lambda conn: conn.execute(before) and None)
    (count,) = db.read(partial(forum_counts, site=dedupe.site))
    (told,) = db.read(partial(stories.list_stories, site=dedupe.site))
    assert (count.outlets, count.editions[0].outlets, told.outlets) == (1, 1, 1)


def test_a_story_is_told_with_each_of_its_articles(db):
    text = "GDEC " + filler(1, 200)
    first = put(db, "http://x.example/1", text, ("gdec", 2025), site_name="X", credit="Xinhua")
    second = put(
        db, "http://y.example/1", text, ("gdec", 2025), ("wic", None), published_at=NOW, language="en"
    )
    put(db, "http://z.example/1", filler(2, 200))
    edited = later(article("http://y.example/1", text), text="GDEC " + filler(3, 200), title="Another")
    db.call(saving(edited, mention(edited, "GDEC")))
    gone = update(schema.articles).where(schema.articles.c.id == second)
    db.call(lambda conn: conn.execute(gone.values(removed_at=NOW, reasons=["figures"])) and None)
    told = db.read(stories.story, 1)
    assert told is not None
    assert (told.id, told.articles, told.opened_at, [m.id for m in told.members]) == (
        1,
        2,
        NOW,
        [first, second],
    )
    one, two = told.members
    assert (one.site_name, one.credit, one.relation, one.removed_at, one.reasons) == (
        "X", "Xinhua", "original", None, ()
    )  # fmt: skip
    assert (two.title, two.version, two.relation, two.copy_of) == ("Another", 2, "exact", first)
    assert (two.removed_at, two.reasons) == (NOW, ("figures",))
    assert told.forums == (Spoken("gdec", 2025, "main", 2),)  # the edit no longer speaks of the other
    assert db.read(stories.story, 99) is None
    assert db.read(stories.texts_of, [first, second, 77]) == {first: text, second: edited.text}


def test_a_story_of_very_many_articles_tells_of_the_first_and_counts_all(db, monkeypatch):
    monkeypatch.setattr(stories, "MEMBERS", 2)
    for host in "xyz":
        put(db, f"http://{host}.example/1", filler(1, 200))
    told = db.read(stories.story, 1)
    assert told is not None
    assert (told.articles, [m.host for m in told.members]) == (3, ["x.example", "y.example"])


def test_the_list_says_who_was_first_whom_they_credit_and_how_they_are_related(db):
    text = filler(1, 200)
    put(db, "http://www.x.example/1", text, published_at=NOW, credit="AFP", site_name="X")
    put(db, "http://m.x.example/2", text, credit="Xinhua", published_at=NOW)
    near = text.replace("w1 ", "changed ") + " " + filler(9, 20)
    put(db, "http://y.example/1", near, published_at=NOW - timedelta(hours=1), credit="Xinhua")
    (told,) = db.read(partial(stories.list_stories, site=dedupe.site))
    assert (told.articles, told.outlets, told.exact, told.near, told.translated) == (3, 2, 1, 1, 0)
    assert (told.first_outlet, told.url, told.credit) == ("y.example", "http://y.example/1", "Xinhua")
