"""Articles stored before anybody asked whom they credit: who it was is read out of their pages and texts, once."""

from __future__ import annotations

from pathlib import Path

import pytest
from newsroom import ask, config_for
from sqlalchemy import delete, select, update
from storesamples import NOW, article, filler, later, mention, saving, with_sources

from crawler.credited import fill_credits
from crawler.heavy import Heavy
from storage import schema
from storage.articles import credits
from storage.database import Database
from storage.records import Page

WIRED = "BEIJING, July 2 (Xinhua) -- GDEC opened with eight hundred delegates from fifty countries. "
LINES = [f"GDEC opened, and line {n} says {filler(n, 40)}." for n in range(5)]
BODY = "".join(f"<p>{line}</p>" for line in LINES)
DECLARED = f'<html><head><meta name="source" content="AFP"><title>Opening</title></head><body><article>{BODY}</article>'
WALL = "<html><head><title>Page not found</title></head><body><h1>Page not found</h1></body></html>"
_A, _M, _W = schema.articles, schema.mentions, schema.walks


def page(number: int, html: str) -> Page:
    url = f"http://a.example/{number}"
    return Page(url, url, 200, html.encode(), NOW, {"content-type": "text/html; charset=utf-8"})


def save(db: Database, number: int, text: str, html: str | None = None, announced: bool = False) -> int:
    made = article(f"http://a.example/{number}", f"{text} {filler(number)}")
    said = [mention(made, "GDEC")] if "GDEC" in text else []
    kept = page(number, html) if html else None
    return db.call(saving(made, *said, page=kept, announced=announced)).article_id


def old(db: Database) -> None:
    """Six articles as a program stored them that knew nothing of credits; a seventh that credits somebody."""
    with_sources(db)
    save(db, 1, WIRED)
    save(db, 2, "Nobody is named here.")
    save(db, 3, LINES[0], DECLARED)
    save(db, 4, WIRED.replace("Xinhua", "Reuters"), WALL)
    save(db, 5, WIRED, announced=True)
    save(db, 6, "Rain fell. (Xinhua)" + " GDEC", f"<html><body><article>{BODY}</article>")
    save(db, 7, WIRED.replace("fifty", "sixty"))
    db.call(lambda conn: conn.execute(update(_A).where(_A.c.id == 7).values(credit="AP")))


def credited(db: Database) -> dict[int, str]:
    query = select(_A.c.id, _A.c.credit).where(_A.c.credit.is_not(None))
    return {row.id: row.credit for row in db.read(lambda conn: conn.execute(query).all())}


def place(db: Database) -> int | None:
    query = select(_W.c.place).where(_W.c.name == "credits")
    return db.read(lambda conn: conn.execute(query).scalar_one())


async def fill(db: Database, slices: int = 9) -> None:
    heavy = Heavy()
    await fill_credits(db, heavy, {}, slices)
    heavy.close()


FOUND = {1: "Xinhua", 3: "AFP", 4: "Reuters", 7: "AP"}  # 6: its page, which is there, names nobody


async def test_whom_old_articles_credit_is_read_out_of_their_pages_and_texts(database: Database) -> None:
    old(database)
    database.call(credits.begin, NOW)
    await fill(database)
    assert credited(database) == FOUND
    query = select(_M.c.article_id).where(_M.c.credited)
    assert set(database.read(lambda conn: conn.execute(query).scalars().all())) == {1, 3, 4}
    assert place(database) is None


async def test_what_is_stored_from_the_beginning_on_is_never_asked(database: Database) -> None:
    old(database)
    database.call(credits.begin, NOW)
    save(database, 8, WIRED + "It rained.")
    database.call(credits.begin, NOW)  # as each start says
    await fill(database)
    assert 8 not in credited(database)


async def test_a_new_store_has_nothing_to_go_through(database: Database) -> None:
    database.call(credits.begin, NOW)
    assert database.read(credits.uncredited) is None
    old(database)
    await fill(database)
    assert credited(database) == {7: "AP"}


async def test_a_walk_goes_on_where_it_stopped(database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(credits, "AT_ONCE", 2)
    old(database)
    database.call(credits.begin, NOW)
    places = []
    for _ in range(4):
        await fill(database, 1)
        places.append(place(database))
    assert places == [6, 4, 2, None]
    assert credited(database) == FOUND


async def test_a_page_that_cannot_be_unpacked_holds_up_no_other_article(database: Database) -> None:
    old(database)
    damaged = update(schema.pages).where(schema.pages.c.article_id == 4).values(body=b"no page")
    database.call(lambda conn: conn.execute(damaged) and None)
    database.call(credits.begin, NOW)
    await fill(database)
    assert credited(database) == {1: "Xinhua", 3: "AFP", 7: "AP"}
    assert place(database) is None


def test_what_changed_while_a_slice_was_read_keeps_what_it_says(database: Database) -> None:
    old(database)
    database.call(credits.begin, NOW)
    some = database.read(credits.uncredited)
    assert some is not None
    edited = later(article("http://a.example/1"), text=WIRED + "And it closed. " + filler(9))
    database.call(saving(edited))
    database.call(credits.put_credits, some, {1: "Xinhua", 4: "Reuters"})
    assert credited(database) == {4: "Reuters", 7: "AP"}
    database.call(credits.put_credits, some, {3: "AFP"})  # by a second program, too late
    assert credited(database) == {4: "Reuters", 7: "AP"}


def test_once_credits_the_stories_of_an_older_store(tmp_path: Path) -> None:
    config = config_for(tmp_path, [{"id": "a", "url": "http://127.0.0.1:9/feed"}])
    with Database(f"sqlite:///{tmp_path}/watch.db") as db:
        old(db)
        db.call(lambda conn: conn.execute(delete(_W)))
    assert ask("--config", config, "once").code == 3  # its one source does not answer
    told = {row["id"]: row["credit"] for row in ask("--config", config, "stories", "--format", "json").rows}
    assert set(filter(None, told.values())) == {"Xinhua", "AFP", "Reuters", "AP"}
    wired = ask("--config", config, "report", "origin", "--since", "2020-01-01", "--format", "json").rows
    assert sum(row["articles"] for row in wired if "wire" in row.values()) == 3
