"""The API: the command line's rows over HTTP, every list to its end, and every fault as a problem."""

from __future__ import annotations

import asyncio
import json
import re
import shutil
import threading
from datetime import datetime, timedelta
from itertools import count
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from anyio.to_thread import current_default_thread_limiter, run_sync
from newsroom import ask, config_for
from selectolax.lexbor import LexborHTMLParser
from storesamples import NOW
from webdesk import LIMIT_S, client, fill

from crawler.web import shapes
from crawler.web.desk import Desk
from storage import access
from storage.database import Database, StoreError
from storage.mentions import cursors
from storage.mentions import stream as mentions
from storage.mentions.triage import triage
from storage.sources import losses
from storage.waiting.errors import record_error

LISTS = ("mentions", "articles", "stories", "forums", "sources", "errors", "losses", "candidates")
MODELS = {
    "mentions": shapes.MentionRow,
    "articles": shapes.ArticleRow,
    "stories": shapes.StoryRow,
    "forums": shapes.ForumRow,
    "sources": shapes.SourceRow,
    "errors": shapes.ErrorRow,
    "losses": shapes.LossRow,
    "candidates": shapes.CandidateRow,
}


async def test_rows_are_those_of_the_command_line_and_of_the_schema(tmp_path: Path) -> None:
    config = config_for(tmp_path, [{"id": name, "url": f"http://{name}.example/feed"} for name in ("a", "b")])
    with Database(f"sqlite:///{tmp_path / 'watch.db'}") as db:
        fill(db)
        async with client(db) as web:
            for name in LISTS:
                answer = await web.get(
                    f"/api/v1/{name}", params={"limit": 100} if "limit" in _asks(name) else {}
                )
                assert answer.status_code == 200, answer.text
                items = answer.json()["items"]
                for row in items:
                    MODELS[name].model_validate(row)
                if name in ("mentions", "articles", "stories", "errors", "forums"):
                    printed = ask("--config", config, name, "--format", "json").rows
                    assert items == printed, name
            explained = (await web.get("/api/v1/mentions/1")).json()
            story = (await web.get("/api/v1/stories/1")).json()
            drawn = (await web.get("/stories/1")).text
    assert explained == ask("--config", config, "mentions", "--explain", "1", "--format", "json").rows[0]
    shapes.Explanation.model_validate(explained)
    assert story == ask("--config", config, "stories", "show", "1", "--format", "json").rows[0]
    shapes.Story.model_validate(story)
    assert "2 articles in 0 min: 1 in words of its own, 1 word for word. First The Paper" in drawn
    assert drawn.count('<g class="sign-') == 2  # a mark for each article


def _asks(name: str) -> tuple[str, ...]:
    return () if name in ("forums", "sources", "candidates") else ("limit",)


async def test_a_list_leads_to_its_end_and_each_row_comes_once(database: Database) -> None:
    fill(database)
    for source, hours in (("a", 1), ("b", 1), ("a", 5), ("b", 9)):  # two of these windows end at one moment
        ends = NOW + timedelta(hours=hours)
        database.call(losses.note, source, ends - timedelta(minutes=9), ends)
        database.call(record_error, source, f"http://a.example/{hours}", "fetch: 500", NOW)
    async with client(database) as web:
        for first, key in (
            ("/api/v1/mentions?limit=3", "id"),
            ("/api/v1/mentions?limit=3&after=0", "position"),
            ("/api/v1/mentions?limit=2&after=1&before=6", "position"),
            ("/api/v1/mentions?limit=2&language=English&language=tha", "id"),
            ("/api/v1/articles?limit=2", "id"),
            ("/api/v1/stories?limit=2&forum=GDEC", "id"),
            ("/api/v1/errors?limit=2", "id"),
            ("/api/v1/errors?limit=1&source=b", "id"),
            ("/api/v1/losses?limit=2", "id"),
        ):
            whole = (await web.get(re.sub(r"limit=\d", "limit=99", first))).json()["items"]
            seen, address = [], first
            while address:
                page = (await web.get(address)).json()
                seen += [row[key] for row in page["items"]]
                address = page["next"]
            assert seen == [row[key] for row in whole]
            assert len(seen) > 2
        for name in ("errors", "losses"):
            seen, address = 0, f"/{name}?limit=2"
            while address:
                page = LexborHTMLParser((await web.get(address)).text)
                seen += len(page.css("table.list tbody tr"))
                link = page.css_first("nav.pager a")
                address = link.attributes["href"] if link else None
            assert seen == len((await web.get(f"/api/v1/{name}")).json()["items"])


async def test_a_place_beyond_the_stream_is_no_nothing_new(database: Database) -> None:
    """A store that was set back to a copy has other mentions at the places that its readers wrote down."""
    fill(database)
    async with client(database) as web:
        nothing = (await web.get("/api/v1/mentions?after=7")).json()
        assert (nothing["items"], nothing["next"]) == ([], None)
        said = _problem(await web.get("/api/v1/mentions?after=8"), 409)
        assert "position 8 is beyond the last one, 7: what comes would be skipped" in said["detail"]
        for form in ("", "&format=jsonl"):  # a link that was sent, a program that saves what the page lists
            assert (await web.get(f"/mentions?after=7{form}")).status_code == 200
            said_so = await web.get(f"/mentions?after=8{form}")
            assert said_so.status_code == 409
            assert "position 8 is beyond the last one, 7" in said_so.text


async def test_a_cursor_is_peeked_at_and_moved_on_and_never_skips(database: Database) -> None:
    fill(database)
    async with client(database) as web:
        got: list[int] = []
        while True:
            news = (await web.get("/api/v1/cursors/press%20desk/mentions?limit=3")).json()
            again = (await web.get("/api/v1/cursors/press%20desk/mentions?limit=3")).json()
            assert news == again
            if not news["items"]:
                break
            got += [row["position"] for row in news["items"]]
            told = {"position": news["reached"], "from": news["position"]}
            moved = await web.post("/api/v1/cursors/press%20desk", json=told)
            assert moved.json() == {"cursor": "press desk", "position": news["reached"]}
        assert got == list(range(1, 8))
        told = {"position": 7, "from": 0}
        other = _problem(await web.post("/api/v1/cursors/press%20desk", json=told), 409)
        assert "another reader has the same name, and both may have got the same" in other["detail"]
        back = await web.post("/api/v1/cursors/press%20desk", json={"position": 2})
        assert back.json()["position"] == 7
        ahead = await web.post("/api/v1/cursors/press%20desk", json={"position": 8})
        assert ahead.status_code == 409
        assert database.read(cursors.position_of, "press desk") == 7


async def test_who_follows_the_stream_is_told_where_it_has_not_come_so_far(database: Database) -> None:
    """As where an older copy of the store was put back: its next mentions get positions that the reader has passed."""
    fill(database)
    head = database.read(mentions.head)
    async with client(database) as web:
        nothing = await web.get(f"/api/v1/mentions?after={head}")
        assert (nothing.status_code, nothing.json()["items"]) == (200, [])
        said = _problem(await web.get(f"/api/v1/mentions?after={head + 2}"), 409)
    assert said["detail"] == (
        f"position {head + 2} is beyond the last one, {head}: what comes would be skipped"
    )


async def test_two_who_triage_at_once_are_told(database: Database) -> None:
    fill(database)
    async with client(database) as web:
        first = await web.post("/api/v1/mentions/1/triage", json={"verdict": "confirmed", "seen": 0})
        assert (first.status_code, first.json()["triage"], first.json()["triages"]) == (200, "confirmed", 1)
        second = await web.post(
            "/api/v1/mentions/1/triage", json={"verdict": "rejected", "reason": "duplicate", "seen": 0}
        )
        assert second.status_code == 409
        shapes.Disagreement.model_validate(second.json())
        assert second.json()["mention"] == first.json()
        for said in (
            {"verdict": "rejected"},
            {"verdict": "perhaps"},
            {"verdict": "confirmed", "reason": "duplicate"},
            {"verdict": "confirmed", "note": "\ud800"},
            {"verdict": "confirmed", "seen": 2**63},
            {"verdict": "confirmed", "colour": "red"},
            {"seen": 1},
            [],
        ):
            body = json.dumps(said).encode()
            wrong = await web.post(
                "/api/v1/mentions/1/triage", content=body, headers={"content-type": "application/json"}
            )
            problem = _problem(wrong, 422)
            assert not re.search("Value error|Input|String|Extra|Unable|perhaps", problem["detail"]), problem
        _problem(await web.post("/api/v1/mentions/99/triage", json={"verdict": "new"}), 404)
        rejected = {"verdict": "rejected", "reason": "duplicate", "note": "seen at noon", "seen": 1}
        assert (await web.post("/api/v1/mentions/1/triage", json=rejected)).status_code == 200
        listed = [row["id"] for row in (await web.get("/api/v1/mentions")).json()["items"]]
        stream = [row["id"] for row in (await web.get("/api/v1/mentions?after=0")).json()["items"]]
        assert (1 in listed, 1 in stream) == (False, True)


def _problem(answer: Any, status: int) -> dict[str, Any]:
    assert answer.status_code == status, answer.text
    assert answer.headers["content-type"] == "application/problem+json"
    said: dict[str, Any] = answer.json()
    assert {"title", "status", "detail", "errors"} <= said.keys()
    assert said["status"] == status
    return said


FAULTS = (
    ("/api/v1/mentions?limit=0", 422),
    ("/api/v1/mentions?limit=100000", 422),
    ("/api/v1/mentions?forums=gdec", 422),
    ("/api/v1/mentions?edition=9223372036854775808", 422),
    ("/api/v1/mentions?after=9223372036854775808", 422),
    ("/api/v1/mentions?since=soon", 422),
    ("/api/v1/mentions?since=2190-01-01", 422),
    ("/api/v1/articles?since=2190-01-01", 422),
    ("/api/v1/stories?since=2190-01-01", 422),
    ("/api/v1/errors?since=2190-01-01", 422),
    ("/api/v1/losses?since=2190-01-01", 422),
    ("/api/v1/address?url=news.example/1", 422),
    ("/api/v1/mentions?q=after:2025-02+before:2025-01", 422),
    ("/api/v1/mentions?q=%00", 422),
    ("/api/v1/mentions?q=%20", 422),
    ("/api/v1/search?q=%E2%80%83", 422),
    ("/api/v1/stories?q=", 422),
    ("/api/v1/search", 422),
    ("/api/v1/search?q=forum:gdecc", 422),
    ("/api/v1/stories?q=(gdec", 422),
    ("/api/v1/mentions?language=%E0", 422),
    ("/api/v1/articles?language=jp", 422),
    ("/api/v1/mentions/0", 422),
    ("/api/v1/mentions/9223372036854775808", 422),
    ("/api/v1/articles/one", 422),
    ("/api/v1/mentions/77", 404),
    ("/api/v1/articles/77", 404),
    ("/api/v1/stories/77", 404),
    ("/api/v1/forums/gdecc", 404),
    ("/api/v1/mentions?forum=gdecc", 404),
    ("/api/v1/errors?source=c", 404),
    ("/api/v1/nothing", 404),
    ("/api/v1/cursors/%20/mentions", 422),
)


async def test_what_cannot_be_answered_is_a_problem(tmp_path: Path) -> None:
    with Database(f"sqlite:///{tmp_path / 'store.db'}") as db:
        fill(db)
        async with client(db) as web:
            for address, status in FAULTS:
                said = _problem(await web.get(address), status)
                assert not re.search("Value error|Input|String|Extra", said["detail"]), said["detail"]
                assert ("gdecc" in address) == ("did you mean gdec" in said["detail"]), address
                assert ("2190" in address) == ("has yet to come" in said["detail"]), address
                assert ("?url=" in address) == ("is no address; write https://" in said["detail"]), address


async def test_an_answer_that_somebody_has_already_is_not_sent_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ticks = count()

    def going(*parts: Any, now: Any) -> Desk:
        """A desk whose clock does not stand still."""
        return Desk(*parts, now=lambda: NOW + timedelta(microseconds=next(ticks)))

    monkeypatch.setattr("webdesk.Desk", going)
    with Database(f"sqlite:///{tmp_path / 'store.db'}") as db:
        fill(db)
        async with client(db) as web:
            for address in ("/api/v1/mentions", "/mentions", "/api/openapi.json"):
                first = await web.get(address)
                again = await web.get(address, headers={"if-none-match": first.headers["etag"]})
                assert (again.status_code, again.content) == (304, b""), address
            tag = (await web.get("/api/v1/mentions")).headers["etag"]
            await web.post("/api/v1/mentions/1/triage", json={"verdict": "confirmed"})
            after = await web.get("/api/v1/mentions", headers={"if-none-match": tag})
            assert after.status_code == 200
            head = await web.head("/api/v1/mentions")
            assert (head.status_code, head.headers["etag"]) == (200, after.headers["etag"])


async def test_health_and_metrics_tell_of_the_store(database: Database) -> None:
    fill(database)
    async with client(database) as web:
        health = await web.get("/healthz")
        assert health.status_code == 200
        assert health.json()["store"] == "ok"
        shapes.Health.model_validate(health.json())
        lines = (await web.get("/metrics")).text.splitlines()
        for line in (
            "forumwatch_sure 0.0",
            'forumwatch_sources{state="new"} 2.0',
            'forumwatch_mentions{role="main"} 7.0',
            "forumwatch_articles 7.0",
            "forumwatch_sources_with_losses 1.0",
            "forumwatch_errors_24h 1.0",
        ):
            assert line in lines


async def test_health_is_told_while_readers_hold_all_threads(database: Database) -> None:
    """Under two hundred readers it took 24 s, by which time whoever watches has restarted the daemon."""
    fill(database)
    read, threads = threading.Event(), current_default_thread_limiter()
    async with client(database) as web, asyncio.timeout(LIMIT_S):
        readers = [asyncio.create_task(run_sync(read.wait)) for _ in range(int(threads.total_tokens))]
        try:
            while True:
                if threads.available_tokens == 0:
                    break
                await asyncio.sleep(0.01)
            health = await web.get("/healthz")
        finally:
            read.set()
            await asyncio.gather(*readers)
    assert health.status_code == 200


async def test_what_was_rejected_is_counted_nowhere(database: Database) -> None:
    fill(database)
    database.call(triage, 1, "rejected", by="ana", now=NOW, reason="duplicate")
    async with client(database) as web:
        status = (await web.get("/api/v1/status")).json()
        assert (status["mentions"], status["mentions_main"]) == (6, 6)
        sources = (await web.get("/api/v1/sources")).json()["items"]
        assert {each["source_id"]: each["mentions"] for each in sources} == {"a": 5, "b": 1}
        assert 'forumwatch_mentions{role="main"} 6.0' in (await web.get("/metrics")).text.splitlines()


async def test_a_store_that_does_not_answer_is_told_and_tells_nobody_where_it_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def locked(*asked: Any, **more: Any) -> None:
        raise StoreError("sqlite:////secret/place.db: another program has held it locked for 30 s")

    with Database(f"sqlite:///{tmp_path / 'store.db'}") as db:
        fill(db)
        async with client(db) as web:
            monkeypatch.setattr(db, "read", locked)
            said = _problem(await web.get("/api/v1/mentions"), 503)
            assert "locked" in said["detail"]
            assert "The store does not answer" in (await web.get("/mentions")).text
            health = await web.get("/healthz")
            assert (health.status_code, health.json()["store"]) == (503, "unreachable")


async def test_a_store_whose_file_was_replaced_is_not_healthy(tmp_path: Path) -> None:
    with Database(f"sqlite:///{tmp_path / 'store.db'}") as db:
        fill(db)
        async with client(db) as web:
            assert (await web.get("/healthz")).json()["store"] == "ok"
            (tmp_path / "store.db").rename(tmp_path / "elsewhere.db")
            shutil.copyfile(tmp_path / "elsewhere.db", tmp_path / "store.db")
            health = await web.get("/healthz")
            assert (health.status_code, health.json()["store"]) == (503, "replaced")
            # else the old one is told for ever, and what is said of it is written into the new one
            for answer in (
                await web.get("/api/v1/mentions"),
                await web.post("/api/v1/mentions/1/triage", json={"verdict": "confirmed"}),
                await web.post("/api/v1/cursors/desk", json={"position": 1}),
            ):
                assert "deleted or replaced" in _problem(answer, 503)["detail"]


def test_tokens_are_made_listed_and_revoked_and_the_secret_is_told_once(database: Database) -> None:
    secret = database.call(access.create_token, "press", "read", NOW)
    with pytest.raises(access.NameTaken):
        database.call(access.create_token, "press", "triage", NOW)
    token = database.read(access.find_token, access.hash_of(secret))
    assert token is not None
    assert (token.name, token.scope, token.used_at) == ("press", "read", None)
    assert secret not in str(database.read(access.list_tokens))
    assert database.call(access.revoke_token, "press", NOW)
    assert not database.call(access.revoke_token, "press", NOW)
    assert database.read(access.find_token, access.hash_of(secret)) is None
    other = database.call(access.create_token, "press", "triage", NOW + timedelta(days=1))
    assert other != secret
    assert [t.scope for t in database.read(access.list_tokens)] == ["triage"]


def test_the_name_of_a_token_that_has_expired_is_free(database: Database) -> None:
    secret = database.call(access.create_token, "press", "read", NOW, NOW + timedelta(days=1))
    with pytest.raises(access.NameTaken):
        database.call(access.create_token, "press", "read", NOW + timedelta(hours=23))
    again = database.call(access.create_token, "press", "read", NOW + timedelta(days=1))
    assert database.read(access.find_token, access.hash_of(secret)) is None
    token = database.read(access.find_token, access.hash_of(again))
    assert token is not None
    assert (token.expires_at, token.serves(NOW + timedelta(days=9999))) == (None, True)


def test_the_tokens_verb(tmp_path: Path) -> None:
    config = config_for(tmp_path, [{"id": "a", "url": "http://a.example/feed"}])
    Database(f"sqlite:///{tmp_path / 'watch.db'}").close()
    made = ask("--config", config, "tokens", "create", "desk", "--scope", "triage")
    assert (made.code, len(made.out.strip())) == (0, 46)
    assert ask("--config", config, "tokens", "create", "desk").code == 2
    row = ask("--config", config, "tokens", "list", "--format", "json").rows[0]
    assert (row["name"], row["scope"], row["revoked_at"]) == ("desk", "triage", None)
    assert "hash" not in row
    assert row["expires_at"] is None
    said = ask("--config", config, "tokens", "create", "intern", "--expires", "2999-01-31T07:00+07:00")
    assert (said.code, "it is refused from 2999-01-31 00:00 UTC on" in said.err) == (0, True)
    assert ask("--config", config, "tokens", "create", "guest", "--expires", "90d").code == 0
    guest = next(
        r for r in ask("--config", config, "tokens", "list", "--format", "json").rows if r["name"] == "guest"
    )
    lasts = datetime.fromisoformat(guest["expires_at"]) - datetime.fromisoformat(guest["created_at"])
    assert abs(lasts - timedelta(days=90)) < timedelta(minutes=2)
    assert "2999-01-31 00:00" in ask("--config", config, "tokens", "list").out
    for wrong, why in (
        ("2020-01-01", "has passed already"),
        ("0d", "has passed already"),
        ("90", "is no time; write 90d"),
        ("soon", "is no time; write 90d"),
        ("999999999999d", "is no time"),
    ):
        refused = ask("--config", config, "tokens", "create", "late", "--expires", wrong)
        assert (refused.code, why in refused.err) == (2, True), wrong
    assert datetime.fromisoformat(row["created_at"]).tzinfo
    for taken in ("dashboard", "Web.Token", "desk:mail"):
        refused = ask("--config", config, "tokens", "create", taken)
        assert (refused.code, "choose another" in refused.err) == (2, True)
    assert ask("--config", config, "tokens", "revoke", "desk").code == 0
    gone = ask("--config", config, "tokens", "revoke", "desk")
    assert (gone.code, "no token 'desk'" in gone.err) == (2, True)


async def test_mentions_are_followed_as_feeds(tmp_path: Path) -> None:
    with Database(f"sqlite:///{tmp_path / 'store.db'}") as db:
        fill(db)
        ids: dict[str, str | None] = {}
        async with client(db) as web:
            for asked, count in (("", 7), ("?forum=GDEC&q=beijing", 2), ("?language=th", 1), ("?limit=2", 2)):
                atom = await web.get(f"/feeds/mentions.atom{asked}")
                assert atom.headers["content-type"] == "application/atom+xml"
                feed, space = ElementTree.fromstring(atom.content), "{http://www.w3.org/2005/Atom}"
                entries = feed.findall(f"{space}entry")
                ids[asked] = feed.findtext(f"{space}id")
                said = (await web.get(f"/feeds/mentions.json{asked}")).json()
                own = feed.find(f"{space}link[@rel='self']").get("href")
                assert own == f"http://127.0.0.1:8080/feeds/mentions.atom{asked}"
                assert said["feed_url"] == f"http://127.0.0.1:8080/feeds/mentions.json{asked}"
                assert (len(entries), len(said["items"])) == (count, count), asked
                sure = (
                    "None of the 2 sources has been asked yet, 1 may have dropped articles between two polls."
                )
                assert (feed.findtext(f"{space}subtitle"), said["description"]) == (sure, sure)
            assert said["home_page_url"] == "http://127.0.0.1:8080/mentions"
            of = "tag:forumwatch,2026:forumwatch/mentions"  # how many are asked for makes no other feed
            assert ids == {
                "": of,
                "?forum=GDEC&q=beijing": f"{of}?forum=gdec&q=beijing",
                "?language=th": f"{of}?language=th",
                "?limit=2": of,
            }
            for address, status in (
                ("/feeds/mentions.rss", 422),
                ("/feeds/mentions.atom?q=(", 422),
                ("/feeds/mentions.json?forum=gdecc", 404),
                ("/feeds/mentions.atom?colour=red", 422),
            ):
                _problem(await web.get(address), status)
            page = (await web.get("/forums/gdec")).text
            assert (
                'type="application/atom+xml" title="Mentions (Atom)" href="/feeds/mentions.atom?forum=gdec"'
                in page
            )
