"""Pages that scripts fill, in a real Chromium that reaches nothing but what the fetcher gives it."""

from __future__ import annotations

import asyncio
import json
import os
import resource
import signal
import subprocess
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path

import pytest
import pytest_asyncio
from badserver import Asked, BadServer, answer
from newsroom import ask, config_for, forumwatch

from crawler.fetch import Fetcher, FetchSettings, browser, chromium
from crawler.fetch.browser import Browser, BrowserMissing
from crawler.parse import read_page
from storage.records import Article, Failure, NotArticle, Page

pytestmark = pytest.mark.asyncio(loop_scope="module")
HOSTS = count(1)
DEADLINE_S = 60.0  # a page takes one second, on a busy machine several
STORY = [
    "The organisers of the Lakeside Digital Forum said on Thursday that the next edition would open in March.",
    "Delegates from forty countries are expected, and the programme will be published in the coming weeks.",
    "Tickets go on sale next Monday, with a lower price for students and for members of the press.",
]
SHELL = b"<!doctype html><html lang=en><head><title>Forum to open</title></head><body><div id=app></div>%s</body></html>"
DRAW = b"""
fetch('/api/story.json').then(r => r.json()).then(story => {
  document.title = story.title;
  document.getElementById('app').innerHTML =
    '<article><h1>' + story.title + '</h1>' + story.text.map(p => '<p>' + p + '</p>').join('') + '</article>';
});
"""
STORY_JSON = json.dumps({"title": "Lakeside forum to open in March", "text": STORY}).encode()


def page(script: str) -> bytes:
    return answer(200, SHELL % script.encode(), content_type="text/html")


def script(body: bytes) -> bytes:
    return answer(200, body, content_type="text/javascript")


SITE = {
    "/story": page("<script src=/draw.js></script><img src=/photo.jpg><iframe src=/frame></iframe>"),
    "/other": page("<script src=/draw.js></script>"),
    "/draw.js": script(DRAW),
    "/api/story.json": answer(200, STORY_JSON, content_type="application/json"),
    "/inside": page(
        "<script>fetch('http://127.0.0.2:PORT/secret').catch(e => 0);"
        "fetch('http://169.254.169.254/latest').catch(e => 0);"
        "fetch('/count', {method: 'POST', body: 'x'}).catch(e => 0);"
        "document.getElementById('app').textContent = 'drawn all the same'</script>"
    ),
    "/restless": page("<script>while (true) {}</script>"),
    "/moves": page("<script>location.href = '/story'</script>"),
    "/plain.txt": answer(200, b"as it is", content_type="text/plain"),
}


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def drawing() -> AsyncIterator[Browser]:
    """One for all tests, as a daemon has one for all sources: Chromium takes a second to start."""
    try:
        browser.program()
    except BrowserMissing as err:
        if os.environ.get("REQUIRE_BROWSER"):
            pytest.fail(str(err))
        pytest.skip(str(err))
    settings = FetchSettings(allow_networks=("127.0.1.0/24",), min_delay_s=0.0, contact="press@example.org")
    async with Fetcher(settings) as fetcher, Browser(fetcher, deadline_s=DEADLINE_S) as opened:
        yield opened


@pytest_asyncio.fixture(loop_scope="module")
async def site(drawing: Browser) -> AsyncIterator[BadServer]:
    """At an address of its own: what was kept of another test's site is not taken for its."""
    async with BadServer(dict(SITE), host=f"127.0.1.{next(HOSTS)}") as server:
        yield server


async def test_a_page_that_scripts_fill_is_an_article_once_drawn(site: BadServer, drawing: Browser) -> None:
    served = await drawing.fetcher.get(site.url("/story"))
    assert isinstance(served, Page)
    assert isinstance(read_page(served.body, served.final_url), NotArticle)

    drawn = await drawing.get(site.url("/story"))

    assert isinstance(drawn, Page)
    article = read_page(drawn.body, drawn.final_url, content_type=drawn.content_type)
    assert isinstance(article, Article)
    assert article.title == "Lakeside forum to open in March"
    assert article.text.split("\n") == STORY


async def test_pictures_and_frames_are_not_asked_for_and_a_script_only_once(
    site: BadServer, drawing: Browser, monkeypatch: pytest.MonkeyPatch
) -> None:
    for path in ("/story", "/other"):
        assert isinstance(await drawing.get(site.url(path)), Page)
    asked = [a.path for a in site.asked]
    assert "/photo.jpg" not in asked
    assert "/frame" not in asked
    assert asked.count("/draw.js") == 1
    assert asked.count("/api/story.json") == 2
    monkeypatch.setattr(drawing, "now", lambda: datetime.now(UTC) + timedelta(hours=2))
    assert isinstance(await drawing.get(site.url("/other")), Page)
    assert [a.path for a in site.asked].count("/draw.js") == 2


async def test_scripts_reach_no_inside_address_and_send_nothing(site: BadServer, drawing: Browser) -> None:
    async with BadServer({"/secret": answer(200, b"secret")}, host="127.0.0.2") as inside:
        port = inside.url("/").rsplit(":", 1)[1].rstrip("/")
        site.scripts["/inside"] = answer(
            200,
            SITE["/inside"].split(b"\r\n\r\n", 1)[1].replace(b"PORT", port.encode()),
            content_type="text/html",
        )
        drawn = await drawing.get(site.url("/inside"))
        assert isinstance(drawn, Page)
        assert b"drawn all the same" in drawn.body
        assert inside.asked == []
    assert "/count" not in [a.path for a in site.asked]


async def test_robots_txt_holds_for_scripts_too(site: BadServer, drawing: Browser) -> None:
    site.scripts["/robots.txt"] = answer(200, b"User-agent: *\nDisallow: /api/", content_type="text/plain")
    drawn = await drawing.get(site.url("/story"))
    assert isinstance(drawn, Page)
    assert b"Tickets go on sale" not in drawn.body
    assert "/api/story.json" not in [a.path for a in site.asked]


async def test_a_script_that_never_rests_costs_its_own_page_only(
    site: BadServer, drawing: Browser, monkeypatch: pytest.MonkeyPatch
) -> None:
    await drawing._running()  # which takes longer than this deadline
    with monkeypatch.context() as short:
        short.setattr(drawing, "deadline_s", 1.0)
        async with asyncio.timeout(DEADLINE_S / 2):
            stuck = await drawing.get(site.url("/restless"))
    assert isinstance(stuck, Failure)
    assert stuck.kind == "temporary"
    assert "browser" in stuck.message
    after = await drawing.get(site.url("/story"))
    assert isinstance(after, Page)
    assert STORY[0].encode() in after.body


@pytest.mark.slow
async def test_a_page_that_grows_without_end_is_refused_and_costs_us_no_memory(
    site: BadServer, drawing: Browser
) -> None:
    grow = (
        "document.body.hidden = true;"  # to lay it out would take Chromium many seconds
        "document.body.append('x'.repeat(60e6)); String.prototype.slice = () => 'forged'"
    )
    site.scripts["/huge"] = page(f"<script>{grow}</script>")
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    huge = await drawing.get(site.url("/huge"))
    assert isinstance(huge, Failure)
    assert huge.kind == "hard"
    assert "as drawn has 12,000,001 bytes" in huge.message  # cut by Chromium, whatever became of slice()
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 150_000  # KB
    assert isinstance(await drawing.get(site.url("/story")), Page)


@pytest.mark.slow
async def test_a_page_that_ends_its_own_tab_leaves_the_browser_to_the_others(
    site: BadServer, drawing: Browser
) -> None:
    assert isinstance(await drawing.get(site.url("/other")), Page)
    before = drawing._chromium
    site.scripts["/refused"] = page("<script>location.href = 'http://169.254.169.254/'</script>")
    site.scripts["/closes"] = page(
        "<script>window.close(); open('/other'); alert(1); print()</script>text of its own"
    )
    for path in ("/refused", "/closes"):
        assert isinstance(await drawing.get(site.url(path)), Page | Failure)
    assert isinstance(await drawing.get(site.url("/story")), Page)
    assert drawing._chromium is before


@pytest.mark.slow
async def test_a_tab_that_cannot_be_closed_ends_no_other(
    site: BadServer, drawing: Browser, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The other is drawn to its end, in the Chromium in which it was begun; what comes then has a new one."""
    asked, told = asyncio.Event(), asyncio.Event()

    async def later(request: Asked, writer: asyncio.StreamWriter) -> None:
        asked.set()
        await told.wait()
        writer.write(answer(200, STORY_JSON, content_type="application/json"))
        await writer.drain()

    site.scripts["/api/story.json"] = later
    text = {"/text": page("<script>document.title = 'Drawn'</script>text of its own")}
    monkeypatch.setattr(browser, "QUIET_S", DEADLINE_S)
    async with BadServer(text, host=f"127.0.1.{next(HOSTS)}") as other:
        before = await drawing._running()
        late = asyncio.create_task(drawing.get(site.url("/other")))
        async with asyncio.timeout(DEADLINE_S):
            await asked.wait()
        with monkeypatch.context() as hasty:
            hasty.setattr(chromium, "LEAVE_S", 0.0)
            assert isinstance(await drawing.get(other.url("/text")), Page)
        assert (before.takes, before.within, before.browser.is_connected()) == (False, 1, True)
        assert isinstance(await drawing.get(other.url("/text")), Page)
    assert drawing._chromium is not before
    told.set()
    drawn = await late
    assert isinstance(drawn, Page)
    assert STORY[0].encode() in drawn.body
    assert not before.browser.is_connected()


def _driver() -> int:
    """The process that drives Chromium for this one, its only child that is a node."""
    listed = subprocess.run(
        ["ps", "-o", "pid=,comm=", "--ppid", str(os.getpid())], capture_output=True, text=True, check=True
    )
    (found,) = [line.split()[0] for line in listed.stdout.splitlines() if line.split()[1].startswith("node")]
    return int(found)


@pytest.mark.slow
async def test_what_drives_the_browser_may_die_between_two_pages_and_over_one(
    site: BadServer, drawing: Browser
) -> None:
    """As where a machine is short of memory; the sources that are drawn must not stay unread until the next start."""
    assert isinstance(await drawing.get(site.url("/story")), Page)
    os.kill(_driver(), signal.SIGKILL)
    assert isinstance(await drawing.get(site.url("/story")), Page)
    reading = asyncio.create_task(drawing.get(site.url("/restless")))
    await asyncio.sleep(2)  # its tab is open, or about to be
    os.kill(_driver(), signal.SIGKILL)
    over = await reading
    assert isinstance(over, Failure)
    assert over.kind == "temporary"
    drawn = await drawing.get(site.url("/story"))
    assert isinstance(drawn, Page)
    assert b"Tickets go on sale" in drawn.body


async def test_a_page_that_leads_elsewhere_is_the_page_there(site: BadServer, drawing: Browser) -> None:
    drawn = await drawing.get(site.url("/moves"))
    assert isinstance(drawn, Page)
    assert drawn.url == site.url("/moves")
    assert drawn.final_url == site.url("/story")
    assert STORY[0].encode() in drawn.body


async def test_what_is_no_page_or_not_there_is_not_drawn(site: BadServer, drawing: Browser) -> None:
    text = await drawing.get(site.url("/plain.txt"))
    assert isinstance(text, Page)
    assert text.body == b"as it is"
    missing = await drawing.get(site.url("/nothing"))
    assert isinstance(missing, Failure)
    assert missing.status == 404


async def test_where_there_is_no_browser_the_message_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("PATH", "")
    with pytest.raises(BrowserMissing, match=r"install .*(chromium|forumwatch\[browser\])"):
        browser.program()


async def test_a_source_of_empty_pages_is_named_and_read_once_its_pages_are_drawn(
    site: BadServer, tmp_path: Path
) -> None:
    """What a newsroom sees: three pages without text, the remedy in `status`, the articles after it."""
    paths = [f"/news/{n}" for n in range(3)]
    links = "".join(f"<item><title>n</title><link>{site.url(p)}</link></item>" for p in paths)
    feed = f'<?xml version="1.0"?><rss version="2.0"><channel><title>t</title>{links}</channel></rss>'
    site.scripts["/feed"] = answer(200, feed.encode(), content_type="application/rss+xml")
    for path in paths:
        site.scripts[path] = page("<script src=/draw.js></script><script>let n = 1</script>")
    source = {"id": "drawn", "url": site.url("/feed"), "language": "en"}
    before = config_for(tmp_path, [source])
    blind = await forumwatch("--config", before, "once", "--format", "json")
    assert (blind.code, blind.rows[0]["stored"], blind.rows[0]["later"]) == (0, 0, 3)
    status = ask("--config", before, "status", "--format", "json")
    assert status.rows[0]["blind"] == 1
    assert "set render: true" in status.rows[0]["blind_sources"][0]
    listed = ask("--config", before, "sources", "list", "--format", "json")
    assert listed.rows[0]["state"] == "blind"
    check = await forumwatch("--config", before, "sources", "check", "--format", "json")
    assert "set render: true" in "; ".join(check.rows[0]["reasons"])

    after = config_for(tmp_path, [source | {"render": True}])
    drawn, check = await asyncio.gather(
        forumwatch("--config", after, "once", "--all", "--format", "json"),
        forumwatch("--config", after, "sources", "check", "--format", "json"),
    )
    assert (drawn.code, drawn.rows[0]["stored"]) == (0, 3), drawn.err
    stored = ask("--config", after, "articles", "--full", "--format", "json")
    assert {a["text"] for a in stored.rows} == {"\n".join(STORY)}
    assert check.rows[0]["title"] == "Lakeside forum to open in March"


async def test_to_draw_pages_without_a_browser_is_a_fault_of_the_configuration(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    config = config_for(tmp_path, [{"id": "drawn", "url": "http://127.0.0.1:9/feed", "render": True}])
    for command in (("once",), ("run",), ("sources", "check"), ("sources", "check", "drawn")):
        ended = ask("--config", config, *command)
        assert ended.code == 2
        assert ended.err.startswith("render: true needs ")
    assert not (tmp_path / "watch.db").exists()
    off = config_for(
        tmp_path, [{"id": "drawn", "url": "http://127.0.0.1:9/feed", "render": True, "enabled": False}]
    )
    ended = ask("--config", off, "sources", "check", "drawn")
    assert ended.code == 2
    assert ended.err.startswith("render: true needs ")
    assert (await forumwatch("--config", off, "once")).code == 0
