"""An article whose page is kept from us, crawled on loopback: what its source announced of a forum is told all the same."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from newsroom import Newsroom, ask, config_for, filler
from test_crawl_moved import crawl
from test_crawl_once import OPENING

from crawler.demo.server import Answer

FORUM = "2025 Global Digital Economy Conference"
WALL = (
    b"<html><head><title>Just a moment...</title></head><body><h1>Verifying you are human</h1></body></html>"
)
GONE = Answer(b"gone away", "text/plain", 404)


def rows(config: Path, *verb: str) -> list[dict[str, Any]]:
    return list(ask("--config", config, *verb, "--format", "json").rows)


async def test_a_headline_that_names_a_forum_is_told_though_its_page_is_kept_from_us(tmp_path: Path):
    async with Newsroom() as site:
        kept = site.publish("opening", f"{FORUM} opens in Beijing", OPENING, *filler(1))
        walled = site.publish("closing", f"{FORUM} comes to its end", OPENING, *filler(2))
        missing = site.publish("pulled", f"{FORUM} as it never was", OPENING, *filler(3))
        other = site.publish("bridge", "A bridge is opened", *filler(4))
        whole = dict(site.answers)
        site.answers |= dict.fromkeys((kept, other), Answer(b"no robots", "text/plain", 403))
        site.answers |= {walled: Answer(WALL, "text/html"), missing: GONE}
        config = config_for(tmp_path, [{"id": "ledger", "url": site.url()}])
        await crawl(config, -5)
        assert rows(config, "mentions") == []  # what fails once mostly comes the next time
        await crawl(config, -4.7)
        assert {row["url"] for row in rows(config, "mentions")} == {site.url(kept), site.url(walled)}
        for days in (-3.8, -3.7):
            await crawl(config, days)
        assert rows(config, "status")[0]["entries_given_up"] == 2
        assert [row["partial"] for row in rows(config, "articles")] == [True, True]
        assert len(rows(config, "mentions")) == 2
        before = {row["url"]: row["id"] for row in rows(config, "mentions")}

        site.answers = whole
        site.publish(
            "later", "The harbour is counted", *filler(5)
        )  # without news a document is not gone through
        await crawl(config, -1.5)
        read = {row["url"]: row for row in rows(config, "mentions")}
        assert read[site.url(kept)]["id"] == before[site.url(kept)]
        assert "text" in {said["field"] for said in read[site.url(kept)]["evidence"]}
        assert [row["url"] for row in rows(config, "articles") if row["partial"]] == [site.url(walled)]
        assert rows(config, "mentions", "--changes", "--cursor", "press")[0]["what"] == "changed"
