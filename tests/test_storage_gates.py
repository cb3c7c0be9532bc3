"""A page that answers in place of several articles, as the store tells it, on both databases."""

from __future__ import annotations

from dataclasses import replace

import pytest
from sqlalchemy import select
from storesamples import NOW, announce, article, saving, with_sources

from storage import schema
from storage.database import Database
from storage.sources import gates
from storage.waiting import entries


def read(db: Database, titles: list[str | None], tries: int = 0, **page: str) -> list[bool]:
    """Whether each of the entries of those headlines, the newest first, was sent back: all lead to one page.

    `tries` is how often each of them was read before.
    """
    with_sources(db)
    announce(db, *(f"http://a.example/{n}" for n in range(len(titles))))
    waiting = db.call(entries.claim, NOW, 99, worker="w", lease_s=60, per_host=99)
    said = {f"http://a.example/{n}": title for n, title in enumerate(titles)}
    there = article("http://a.example/welcome", title="Choose your region", **page)

    def one(conn, each: entries.Waiting) -> bool:
        named = replace(each, title=said[each.url])
        update = schema.entries.update().where(schema.entries.c.id == each.id)
        conn.execute(update.values(title=named.title, tries=tries))
        saved = saving(there, key="welcome", entry_id=each.id)(conn)
        return saved.outcome != "created" and gates.sent_back(
            conn, named, each.url, saved.article_id, NOW, NOW
        )

    return [db.call(one, each) for each in waiting]


@pytest.mark.parametrize("number", [2, 3, 4, 7])
def test_all_that_lead_to_one_page_wait_again(database, number: int):
    assert read(database, [f"Bridge {n} opened" for n in range(number)])[-1]
    states = database.read(lambda conn: conn.execute(select(schema.entries.c.state)).scalars().all())
    assert set(states) == {"waiting"}


@pytest.mark.parametrize("title", ["A bridge opened", "Choose your region", None])
def test_what_has_one_headline_or_none_or_the_page_s_own_is_read(database, title: str | None):
    assert not any(read(database, [title] * 3))
    states = database.read(lambda conn: conn.execute(select(schema.entries.c.state)).scalars().all())
    assert set(states) == {"read"}


@pytest.mark.parametrize("number", [gates.NAMELESS, gates.NAMELESS + 1, 9])
def test_all_that_lead_to_one_page_wait_again_also_where_a_sitemap_tells_no_headlines(database, number: int):
    assert read(database, [None] * number)[-1]
    states = database.read(lambda conn: conn.execute(select(schema.entries.c.state)).scalars().all())
    assert set(states) == {"waiting"}


def test_a_headline_is_the_page_s_own_whatever_its_case_and_with_its_site_beside_it(database):
    titles = ["Choose your region | The Example", "CHOOSE  your region", "your region"]
    assert not any(read(database, [*titles, "Choose your region"]))


def test_a_headline_that_many_articles_share_sends_none_of_them_back(database):
    assert not any(read(database, ["Morning briefing"] * 9))


def test_posts_of_a_live_blog_lead_to_the_whole_and_are_read(database):
    """Each has a headline and an address of its own."""
    assert not any(read(database, [f"Bridge {n} opened" for n in range(7)], kind="live"))


def test_what_was_sent_back_so_often_before_is_no_article(database):
    """A site whose gate stays shut is not asked for ever; the last of them, which noticed, has its own tries."""
    read(database, [f"Bridge {n} opened" for n in range(4)], tries=gates.MOST_TRIES - 1)
    rows = select(schema.entries.c.state, schema.entries.c.message).where(schema.entries.c.state != "read")
    ended = database.read(lambda conn: [tuple(row) for row in conn.execute(rows)])
    assert ("dismissed", gates.IN_PLACE) in ended
    assert all(state == "dismissed" for state, _ in ended)
