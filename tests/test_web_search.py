"""Search over the web: one language, the words that were found, the place of a fault, every hit once."""

from __future__ import annotations

import re
from functools import partial
from pathlib import Path

from newsroom import ask, config_for
from storesamples import announce, article, filler, mention, saving, with_sources
from webdesk import client, fill

from crawler import dedupe
from crawler.web import shapes
from storage.database import Database


async def test_search_finds_in_every_script_what_the_command_line_finds(tmp_path: Path) -> None:
    config = config_for(tmp_path, [{"id": name, "url": f"http://{name}.example/feed"} for name in ("a", "b")])
    with Database(f"sqlite:///{tmp_path / 'watch.db'}") as db:
        fill(db)
        async with client(db) as web:
            for query in ("数字经济", "เศรษฐกิจดิจิทัล", '"GDEC 2025" -beijing', "forum:GDEC lang:ar"):
                for of in ("articles", "mentions"):
                    said = {"q": query, "of": of}
                    items = (await web.get("/api/v1/search", params=said)).json()["items"]
                    flags = ["--mentions"] if of == "mentions" else []
                    assert items, query
                    assert items == ask("--config", config, "search", *flags, query, "--format", "json").rows
                    model = shapes.MentionFound if of == "mentions" else shapes.ArticleFound
                    for row in items:
                        model.model_validate(row)
            page = (await web.get("/search", params={"q": "数字经济"})).text
            assert "<mark>数字经济</mark>" in page
            best = (await web.get("/api/v1/search?q=beijing&by=relevance&limit=1")).json()
            assert (len(best["items"]), best["next"]) == (1, None)


async def test_hits_are_led_through_to_the_last_and_each_comes_once(database: Database) -> None:
    fill(database)
    async with client(database) as web:
        for of in ("articles", "mentions"):
            seen, address = [], f"/api/v1/search?q=gdec&limit=2&of={of}"
            while address:
                answer = (await web.get(address)).json()
                seen += [row["id"] for row in answer["items"]]
                address = answer["next"]
            assert sorted(seen) == list(range(1, 8)), of
            seen, address = [], f"/search?q=gdec&limit=2&of={of}"
            while address:
                page = (await web.get(address)).text
                seen += re.findall(r'<h2 class="headline".*?href="/articles/(\d+)', page)
                more = re.search(r'rel="next" href="([^"]+)"', page)
                address = more[1].replace("&amp;", "&") if more else ""
            assert sorted(map(int, seen)) == list(range(1, 8)), of


async def test_an_address_leads_to_its_article_or_to_the_reason_why_there_is_none(database: Database) -> None:
    fill(database)
    announce(database, "http://paper.example/film", key=dedupe.url_key)
    async with client(database) as web:
        page = await web.get("/search", params={"q": " https://www.paper.example/3?fbclid=x "})
        assert (page.status_code, page.headers["location"]) == (303, "/articles/3")
        page = await web.get("/search", params={"q": "http://paper.example/film"})
        assert (page.status_code, "it waits to be read" in page.text) == (404, True)
        page = await web.get("/search", params={"q": "http://<b>"})
        assert (page.status_code, "no source has announced it" in page.text) == (404, True)
        said = await web.get("/api/v1/address", params={"url": "http://paper.example/3"})
        shapes.AddressRow.model_validate(said.json())
        assert (said.json()["article_id"], said.json()["state"]) == (3, "read")
        said = (await web.get("/api/v1/address", params={"url": "http://paper.example/film"})).json()
        assert (said["article_id"], said["state"], said["source_id"]) == (None, "waiting", "a")
        assert (await web.get("/api/v1/address?url=http://x.example")).status_code == 404
        assert (await web.get("/api/v1/address?url=HTTP://PAPER.example/3")).json()["article_id"] == 3
        assert (await web.get("/api/v1/address?url=ftp://x.example")).status_code == 422


async def test_a_fault_is_shown_at_its_character(tmp_path: Path) -> None:
    with Database(f"sqlite:///{tmp_path / 'store.db'}") as db:
        fill(db)
        async with client(db) as web:
            for path in ("/search", "/mentions", "/articles", "/stories"):
                page = await web.get(path, params={"q": "beijing (<b>"})
                assert page.status_code == 422, path
                assert "<code>beijing </code><mark>(</mark><code>&lt;b&gt;</code>" in page.text, path
                assert "At character 9: this bracket is not closed" in page.text
            said = (await web.get("/api/v1/mentions", params={"q": "beijing (x"})).json()
            assert (said["status"], said["position"], said["errors"][0]["place"]) == (422, 8, "query.q")
            unknown = await web.get("/search", params={"q": "forum:gdecc"})
            assert "did you mean gdec" in unknown.text


async def test_what_was_scraped_does_no_harm_in_a_hit(tmp_path: Path) -> None:
    with Database(f"sqlite:///{tmp_path / 'store.db'}") as db:
        fill(db)
        async with client(db) as web:
            page = (await web.get("/search", params={"q": "alert"})).text
            assert "&lt;script&gt;<mark>alert</mark>(1)&lt;/script&gt;" in page
            assert "\u202e" not in page
            assert max(map(len, page.splitlines())) < 3000


async def test_www_makes_no_other_outlet_of_an_article_than_of_its_mention(database: Database) -> None:
    with_sources(database, "a")
    for number, host in enumerate(("www.daily.example", "daily.example", "weekly.example")):
        made = article(
            f"http://{host}/{number}", f"GDEC 2025 opens.\n{filler(number)}", title=f"Number {number}"
        )
        database.call(partial(saving(made, mention(made, "GDEC 2025")), site=dedupe.site(made.url)))
    async with client(database) as web:
        for outlet in ("www.daily.example", "daily.example", "https://www.daily.example/1"):
            for of in ("articles", "mentions"):
                said = {"q": f'outlet:"{outlet}"', "of": of}
                found = (await web.get("/api/v1/search", params=said)).json()["items"]
                assert len(found) == 2, (outlet, of)


async def test_a_site_below_an_outlet_is_asked_of_mentions_as_of_articles(database: Database) -> None:
    """A mention is counted under `daily.example`; who asks for its blog must not be told that there is nothing."""
    with_sources(database, "a")
    hosts = (
        "blog.daily.example",
        "a.blog.daily.example",
        "daily.example",
        "notablog.daily.example",
        "x.example:81",
    )
    for number, host in enumerate(hosts):
        made = article(
            f"http://{host}/{number}", f"GDEC 2025 opens.\n{filler(number)}", title=f"Number {number}"
        )
        database.call(partial(saving(made, mention(made, "GDEC 2025")), site=dedupe.site(made.url)))
    expected = {
        "outlet:blog.daily.example": [1, 0],
        "outlet:daily.example": [3, 2, 1, 0],
        "-outlet:blog.daily.example": [4, 3, 2],
        'outlet:"x.example:81"': [4],
        'outlet:"x.example:80"': [],
        "outlet:(blog.daily.example OR notablog.daily.example) gdec": [3, 1, 0],
        "outlet:other.daily.example": [],
    }
    async with client(database) as web:
        for query, numbers in expected.items():
            for of in ("articles", "mentions"):
                found = (await web.get("/api/v1/search", params={"q": query, "of": of})).json()["items"]
                assert [row["title"] for row in found] == [f"Number {n}" for n in numbers], (query, of)
