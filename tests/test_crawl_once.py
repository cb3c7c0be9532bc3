"""`forumwatch once` over sites on loopback: what is stored, what is asked again, and what broken sources do."""

import json
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path

from newsroom import Newsroom, ask, config_for, filler, forumwatch, forumwatch_anew
from sqlalchemy import Connection, text, update
from storesamples import NOW, article, saving, with_sources
from storesamples import filler as words
from translationsamples import saving as saving_translated
from translationsamples import told

from crawler.demo.server import Answer
from storage import schema
from storage.database import Database
from storage.sources import losses
from storage.stories.postings import every

OPENING = (
    "The 2025 Global Digital Economy Conference opened in Beijing on Wednesday with delegates from fifty countries.",
    "Speakers at the conference called for common rules on data, and three cities signed a letter of intent.",
    "The Global Digital Economy Conference runs until Saturday and ends with a forum on cooperation between cities.",
)


async def test_a_crawl_stores_each_article_once_and_the_next_asks_for_none_again(tmp_path: Path):
    async with Newsroom() as site:
        opening = site.publish("opening", "Global Digital Economy Conference opens in Beijing", *OPENING)
        other = site.publish("harbour", "Harbour counted again", *filler(1))
        config = config_for(tmp_path, [{"id": "ledger", "url": site.url(), "language": "en"}])
        first = await forumwatch_anew("--config", config, "once", "--format", "json")
        made = f"forumwatch: sqlite:///{tmp_path / 'watch.db'} is a new store\n"
        assert (first.code, first.err) == (0, made)
        assert (first.rows[0]["stored"], first.rows[0]["mentions"]) == (2, 1)
        second = await forumwatch("--config", config, "once", "--all", "--format", "json")
        assert (second.code, second.rows[0]["unchanged"], second.rows[0]["stored"]) == (0, 1, 0)
        assert (site.asked[opening], site.asked[other], site.asked["/feed"]) == (1, 1, 2)
        assert site.asked["/robots.txt"] == 1

    found = ask("--config", config, "mentions", "--new", "--cursor", "a", "--format", "json")
    assert [(m["forum_id"], m["edition"], m["role"], m["url"]) for m in found.rows] == [
        ("gdec", 2025, "main", site.url(opening))
    ]
    assert found.rows[0]["evidence"][0]["exact"].endswith("Global Digital Economy Conference")
    facts = {(fact["kind"], fact["value"]): fact["evidence"] for fact in found.rows[0]["facts"]}
    assert ("place", "Beijing") in facts
    agreed = facts["agreement", "signed a letter of intent"]
    assert (agreed["field"], agreed["exact"]) == ("text", "signed a letter of intent")
    again = ask("--config", config, "mentions", "--new", "--cursor", "a", "--format", "json")
    assert (again.code, again.rows) == (0, [])
    stored = ask("--config", config, "articles", "--full", "--format", "json")
    texts = {a["url"]: a["text"] for a in stored.rows}
    assert texts[site.url(opening)] == "\n".join(OPENING)
    assert texts[site.url(other)] == "\n".join(filler(1))


async def test_a_crawl_forgets_what_is_kept_for_a_while_only(tmp_path: Path):
    config = config_for(tmp_path, [])
    old = NOW - timedelta(days=400)
    with Database(f"sqlite:///{tmp_path / 'watch.db'}") as db:
        with_sources(db, "a")
        db.call(losses.note, "a", old, old)
        db.call(partial(saving(article("http://a.example/1", words(1, 200))), now=old))
        before = db.read(copies_known)
    assert (await forumwatch("--config", config, "once")).code == 0
    with Database(f"sqlite:///{tmp_path / 'watch.db'}") as db:
        assert db.read(losses.list_losses) == []
        assert db.read(copies_known) < before


def copies_known(conn: Connection) -> int:
    return sum(1 for _ in every(conn, schema.fingerprint_blocks))


async def test_a_crawl_after_a_standstill_writes_down_who_was_not_heard(tmp_path: Path):
    async with Newsroom() as site:
        site.publish("opening", "Global Digital Economy Conference opens in Beijing", *OPENING)
        config = config_for(tmp_path, [{"id": "press", "url": site.url()}])
        assert (await forumwatch("--config", config, "once")).code == 0
        with Database(f"sqlite:///{tmp_path / 'watch.db'}") as db:
            slept = {"us": timedelta(hours=50) // timedelta(microseconds=1)}
            earlier = "UPDATE sources SET heard_from = heard_from - :us, heard_until = heard_until - :us"
            db.call(lambda conn: conn.execute(text(earlier), slept) and None)
        assert (await forumwatch("--config", config, "once", "--all")).code == 0
    (told,) = ask("--config", config, "report", "coverage", "--format", "json").rows
    assert (told["history_sources"], told["heard_throughout"], told["polls"], told["overdue"]) == (1, 0, 2, 0)
    assert 49 < told["history_unheard_hours"] <= 50
    assert 3 <= sum(day["unheard"] for day in told["days"]) <= len(told["days"])


async def test_a_broken_source_is_recorded_and_stops_no_other(tmp_path: Path):
    async with Newsroom() as site:
        site.publish("opening", "Global Digital Economy Conference opens in Beijing", *OPENING)
        site.answers |= {
            "/empty": Answer(b"", "application/rss+xml"),
            "/page": Answer(b"<!doctype html><title>Hello</title><p>No feed here", "text/html"),
            "/broken": Answer(b"<rss><channel><item><title>x</ti", "application/rss+xml"),
            "/down": Answer(b"busy", "text/plain", 503),
        }
        paths = ("empty", "page", "broken", "down", "missing")
        sources = [{"id": path, "url": site.url(f"/{path}")} for path in paths]
        config = config_for(tmp_path, [*sources, {"id": "ledger", "url": site.url()}])
        ended = await forumwatch("--config", config, "once", "--format", "json")
    assert ended.code == 3
    assert (ended.rows[0]["failed"], ended.rows[0]["stored"]) == (5, 1)
    for path in paths:
        assert f"failed: {path}: " in ended.err
    listed = ask("--config", config, "sources", "list", "--format", "json")
    states = {row["source_id"]: row for row in listed.rows}
    assert {i: row["state"] for i, row in states.items()} == dict.fromkeys(paths, "failing") | {
        "ledger": "ok"
    }
    assert "HTML" in states["page"]["error"]
    assert "503" in states["down"]["error"]
    errors = ask("--config", config, "errors", "--format", "json")
    assert {row["source_id"] for row in errors.rows} == set(paths)
    status = ask("--config", config, "status", "--format", "json")
    assert status.rows[0]["failing"] == 5


async def test_a_page_that_is_no_article_is_said_so_and_not_stored(tmp_path: Path):
    async with Newsroom() as site:
        site.publish("opening", "Global Digital Economy Conference opens in Beijing", *OPENING)
        site.posts.append(("/tags/gdec", "Everything about GDEC"))
        links = "".join(
            f'<li><a href="/2025/{i}.html">Headline number {i} of the day</a></li>' for i in range(30)
        )
        site.answers["/tags/gdec"] = Answer(
            f"<!doctype html><title>GDEC</title><h1>GDEC</h1><ul>{links}</ul>".encode()
        )
        config = config_for(tmp_path, [{"id": "ledger", "url": site.url()}])
        ended = await forumwatch("--config", config, "once", "--format", "json")
    assert (ended.code, ended.rows[0]["stored"], ended.rows[0]["not_articles"]) == (0, 1, 1)
    errors = ask("--config", config, "errors", "--format", "json")
    assert [(e["stage"], e["url"]) for e in errors.rows] == [("parse", site.url("/tags/gdec"))]


async def test_a_document_read_in_part_is_no_failure_and_its_complaint_stays_beside_the_source(
    tmp_path: Path,
):
    async with Newsroom() as site:
        for number in range(3):
            site.publish(f"story-{number}", f"Story {number}", *filler(number + 1))
        config = config_for(tmp_path, [{"id": "ledger", "url": site.url(), "max_entries": 2}])
        first = await forumwatch("--config", config, "once", "--format", "json")
        assert (first.code, first.rows[0]["failed"], first.rows[0]["stored"]) == (0, 0, 2)
        second = await forumwatch("--config", config, "once", "--all", "--format", "json")
        assert (second.code, second.rows[0]["unchanged"]) == (0, 1)
    listed = ask("--config", config, "sources", "list", "--format", "json")
    assert listed.rows[0]["state"] == "ok"
    assert "2 of 3 entries taken" in listed.rows[0]["error"]
    errors = ask("--config", config, "errors", "--format", "json")
    assert [row["message"] for row in errors.rows] == [listed.rows[0]["error"]]


async def test_an_article_on_several_pages_is_stored_as_one(tmp_path: Path):
    """The mention stands on the last page; a page that is missing costs its own text only."""

    def paged(story: str, number: int, last: int, *paragraphs: str) -> Answer:
        links = "".join(f'<a href="/{story}/{n}">{n}</a> ' for n in range(2, last + 1))
        text = "".join(f"<p>{p}</p>" for p in paragraphs)
        page = f"<html lang=en><head><title>The long story of {story}</title></head><body><article><h1>The long story of {story}</h1>{text}</article>"
        return Answer(f'{page}<div class="pagination">{links}</div></body></html>'.encode(), "text/html")

    async with Newsroom() as site:
        pages = {
            "/harbour-history-one": 1,
            "/harbour-history-one/2": 2,
            "/harbour-history-one/3": 3,
        }
        texts = {number: filler(number) for number in (1, 2)} | {3: OPENING}
        site.answers |= {path: paged("harbour-history-one", n, 3, *texts[n]) for path, n in pages.items()}
        site.answers["/harbour-history-two"] = paged("harbour-history-two", 1, 3, *filler(5))
        site.posts += [("/harbour-history-one", "One"), ("/harbour-history-two", "Two")]
        config = config_for(tmp_path, [{"id": "ledger", "url": site.url(), "language": "en"}])
        done = await forumwatch("--config", config, "once", "--format", "json")
        assert (done.code, done.rows[0]["stored"], done.rows[0]["mentions"]) == (0, 2, 1), done.err
    stored = ask("--config", config, "articles", "--full", "--format", "json")
    found = {a["url"]: a["text"].split("\n") for a in stored.rows}
    assert found[site.url("/harbour-history-one")] == [*filler(1), *filler(2), *OPENING]
    assert found[site.url("/harbour-history-two")] == [*filler(5)]
    partial = {a["url"]: a["partial"] for a in stored.rows}
    assert partial == {site.url("/harbour-history-one"): False, site.url("/harbour-history-two"): True}


DAMAGED = (
    {"sketch": b"H1"},
    {"numbers": b"odd"},
    {"numbers": b""},
    {"head": b""},
    {"head": b"\x0f1"},
    {"anchors": b"odd"},
)


async def test_damaged_fingerprints_keep_no_article_near_them_from_being_stored(tmp_path: Path):
    last = len(DAMAGED)
    async with Newsroom() as site:
        config = config_for(tmp_path, [{"id": "ledger", "url": site.url()}])
        with Database(f"sqlite:///{tmp_path / 'watch.db'}") as db:
            with_sources(db)
            for number in range(1, last):
                report = article(
                    f"http://a.example/{number}", "\n".join(filler(number)), title=f"Report {number}"
                )
                db.call(saving(report))
            there = told("en", published_at=datetime(2025, 7, 2, tzinfo=UTC))
            db.call(saving_translated(there, now=datetime.now(UTC)))
            for article_id, damage in enumerate(DAMAGED, 1):
                db.call(partial(spoil, article_id=article_id, damage=damage))
        for number in range(1, last):
            site.publish(f"copy-{number}", f"Report {number}", *filler(number), "And a word of another hand.")
        site.language, release = "th", told("th")
        site.publish("release", release.title, *release.text.split("\n"))
        ended = await forumwatch("--log-level", "warning", "--config", config, "once", "--format", "json")
    assert (ended.code, ended.rows[0]["stored"]) == (0, last), ended.err
    told_of = [
        json.loads(line) for line in ended.err.splitlines()
    ]  # a busy machine may be slow to read one besides
    said = {one["article"] for one in told_of if "article" in one}
    assert said == set(range(1, last + 1)), ended.err


def spoil(conn: Connection, article_id: int, damage: dict[str, bytes]) -> None:
    its = schema.fingerprints.c.article_id == article_id
    conn.execute(update(schema.fingerprints).where(its).values(damage))


async def test_a_proxy_whose_name_cannot_be_asked_keeps_its_source_alone_from_being_polled(tmp_path: Path):
    async with Newsroom() as site:
        site.publish("harbour", "Harbour counted again", *filler(1))
        unasked = {"id": "gazette", "url": site.url("/other"), "proxy": "http://pröxy:3128"}
        config = config_for(tmp_path, [{"id": "ledger", "url": site.url(), "language": "en"}, unasked])
        ended = await forumwatch("--config", config, "once", "--format", "json")
    assert (ended.code, ended.rows[0]["stored"], ended.rows[0]["failed"]) == (3, 1, 1)
    assert "failed: gazette: fetch: the proxy is not http://" in ended.err
    assert "Traceback" not in ended.err
