"""Sources that announce without end, crawled on loopback: what is news is read, and the rest fills no store."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from pathlib import Path
from time import process_time
from typing import Any

import pytest
from newsroom import Newsroom, ask, config_for, filler
from sqlalchemy import update
from storesamples import article, saving, with_sources
from tables import each

from crawler.commands.crawl import checked_watchlist, crawl_once, summary
from crawler.config import load_config
from crawler.dedupe import redressed, retold
from crawler.demo.server import Answer, Request
from storage import schema
from storage.database import Database
from storage.records import Entry, Source, SourceState
from storage.sources import state as sources
from storage.sources import traps
from storage.waiting import entries

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)


async def once(config: Path) -> dict[str, Any]:
    """`forumwatch once --all` in this process: what it sums up."""
    loaded = load_config(config)
    with Database(loaded.database, create=True) as db:
        tally, ended = await crawl_once(loaded, checked_watchlist(loaded), db, True)
    assert ended
    return summary(tally)


@dataclass
class Trap(Newsroom):
    """A site whose feed gives every link another token each time it is asked."""

    style: str = "query"
    polls: int = 0
    moments: dict[str, str] = field(default_factory=dict)

    def answer(self, request: Request) -> Answer:
        path = request.path.partition("?")[0]
        for part in path.split("/"):
            path = path.replace(f"/{part}", "") if part.startswith("t0ken") else path
        self.asked[path] += 1
        return (
            self.feed()
            if path == "/feed"
            else self.answers.get(path, Answer(b"gone away", "text/plain", 404))
        )

    def feed(self) -> Answer:
        self.polls += 1
        items = ""
        for path, title in self.posts:
            at = self.moments.setdefault(path, format_datetime(NOW - timedelta(hours=len(self.moments))))
            token = f"t0ken{self.polls}x{abs(hash(path)) % 10**16:016}"
            href = f"{path}?key={token}" if self.style == "query" else f"/{token}{path}"
            items += (
                f"<item><title>{title}</title><link>{self.url(href)}</link><pubDate>{at}</pubDate></item>"
            )
        text = f'<rss version="2.0"><channel><title>The Ledger</title>{items}</channel></rss>'
        return Answer(text.encode(), "application/rss+xml")


@pytest.mark.parametrize("style", ["query", "path"])
async def test_a_feed_that_renames_its_links_at_each_poll_is_read_once(style: str, tmp_path: Path):
    async with Trap(style=style) as site:
        for n in range(8):
            site.publish(f"harbour-{n}", f"Harbour counted again, part {n}", *filler(n))
        config = config_for(tmp_path, [{"id": "trap", "url": site.url()}])
        first = await once(config)
        fresh = site.publish("bridge", "A bridge is opened in the valley", *filler(40))
        second = await once(config)
        third = await once(config)
    assert [summed["new_entries"] for summed in (first, second, third)] == [8, 1, 0]
    assert {site.asked[path] for path, _ in site.posts} == {1}
    assert site.asked[fresh] == 1
    (row,) = ask("--config", config, "sources", "list", "--format", "json").rows
    assert (row["state"], row["loss_from"]) == ("ok", None)
    assert (
        row["error"] == "discover: 9 entries are announced again under new addresses: they are not read again"
    )


def entry(url: str, title: str | None, hours: int | None = 0) -> Entry:
    return Entry(url, title, published_at=NOW - timedelta(hours=hours) if hours is not None else None)


def read(
    ids: range, form: str = "token={:032x}a1", title: str = "News {}", hours: int | None = 1
) -> list[Entry]:
    return [entry(f"https://a.example/read?{form.format(n)}", title.format(n % 10), hours) for n in ids]


@each(
    ("fresh", "before", "why"),
    [
        (read(range(10, 20), "id={}"), read(range(10), "id={}"), "numbers name articles"),
        (read(range(10, 20), title="Own shares bought"), read(range(10), title="Own shares bought"), "one title for all"),
        (read(range(10, 20), hours=1), read(range(10), hours=2), "another day"),
        (read(range(10, 12)), read(range(2)), "too few to tell"),
        ([*read(range(10, 16)), *read(range(100, 110), title="New {}")], read(range(6)), "most of it is new"),
        ([entry(f"https://a.example/{n}", None) for n in range(10, 20)], [entry(f"https://a.example/{n}", None) for n in range(10)], "no titles"),
        (read(range(10, 20)), [], "nothing before"),
    ],
)  # fmt: skip
def test_what_only_looks_like_old_news_is_new(fresh: list[Entry], before: list[Entry], why: str):
    assert not redressed(fresh, before), why


def test_old_entries_are_known_in_their_new_dress():
    assert redressed(read(range(10, 20)), read(range(10))) == frozenset(range(10))
    undated = (read(ids, "id=5&v={:03}b", hours=None) for ids in (range(30, 40), range(20)))
    assert redressed(*undated) == frozenset(range(10))


def test_what_is_told_again_under_other_addresses_is_told_by_title_and_date():
    old, new = (
        [entry(f"https://a.example/{folder}/{n}", f"Title {n}", n) for n in range(9)] for folder in "ab"
    )
    assert retold(new[3:] + read(range(5)), old[1:]) == 6
    assert retold([replace(each, published_at=None) for each in new], old) == 0
    assert (
        retold([replace(each, title="Briefing", published_at=new[0].published_at) for each in new], old) == 0
    )
    assert retold(new, [replace(each, title=f" TITLE  {n}") for n, each in enumerate(old)]) == 9
    assert retold(new, []) == retold([], old) == 0


def test_what_is_told_again_under_another_host_is_told_by_the_rest_of_its_address():
    old = [entry(f"https://a.example/news/{n}", None) for n in range(9)]
    assert retold([entry(f"https://b.example/news/{n}", None) for n in range(5, 12)], old) == 4
    assert retold([entry("https://b.example/", None)], [entry("https://a.example/", None)]) == 0
    assert retold([entry(f"https://{host}.example/news/1", None) for host in "bc"], old) == 0


def test_folders_of_two_thousand_letters_are_compared_at_once() -> None:
    fresh, before = ([Entry(f"http://a.example/{n}/{c * 1900}", "T") for n in range(500)] for c in "ab")
    began = process_time()
    assert not redressed(fresh, before)
    assert process_time() - began < 8  # looked at anew from each letter on: half a minute


def visit(db: Database, numbers: range, at: datetime, **bounds: Any) -> sources.Visited:
    keyed = [(f"https://a.example/{n}", Entry(f"https://a.example/{n}", f"Title {n}")) for n in numbers]
    return db.call(sources.record_visit, "a", keyed, lambda known: SourceState("a"), at, **bounds)


def test_a_source_brings_no_more_than_its_days_bound_and_the_rest_when_there_is_room(database: Database):
    database.call(sources.sync, [Source("a", "A", "feed", "https://a.example/feed")], NOW)
    first = visit(database, range(30), NOW, most=40)
    second = visit(database, range(50), NOW + timedelta(hours=1), most=40)
    third = visit(database, range(50), NOW + timedelta(hours=2), most=40)
    assert [(v.new, v.known) for v in (first, second, third)] == [(30, 0), (10, 30), (0, 40)]
    assert first.complaint is None
    assert second.complaint == "discover: 10 of 20 new addresses held (40 a day; max_new)"
    assert second.state.error == second.complaint
    later = visit(database, range(50), NOW + timedelta(hours=25), most=40)
    assert (later.new, later.known, later.complaint) == (10, 40, None)


def test_a_day_that_a_clock_counted_ahead_bounds_no_other(database: Database):
    database.call(sources.sync, [Source("a", "A", "feed", "https://a.example/feed")], NOW)
    assert visit(database, range(9), NOW + timedelta(days=400), most=9).new == 9
    assert visit(database, range(9, 18), NOW, most=9).new == 9


def test_the_newest_of_what_is_too_much_are_taken(database: Database):
    database.call(sources.sync, [Source("a", "A", "feed", "https://a.example/feed")], NOW)
    visit(database, range(50), NOW, most=5)
    again = visit(database, range(5), NOW)
    assert (again.new, again.known) == (0, 5)  # a document names its newest first


def test_a_source_of_which_nothing_comes_brings_a_few_a_day(database: Database):
    database.call(sources.sync, [Source("a", "A", "feed", "https://a.example/feed")], NOW)
    assert visit(database, range(400), NOW).new == 400
    for waiting in database.call(entries.claim, NOW, 200, worker="w", lease_s=60, per_host=200):
        database.call(entries.dismiss, waiting.id, "parse: not an article: list-page", NOW)
    bounded = visit(database, range(400, 800), NOW + timedelta(hours=1))
    assert (bounded.new, bounded.known) == (0, 0)
    assert bounded.complaint == (
        "discover: of the last 200 pages read 0 held an article of their own: looks like a trap; 100 new addresses a day "
        "are taken; 400 of 400 new addresses held (100 a day; max_new)"
    )
    assert visit(database, range(400, 450), NOW + timedelta(days=2, hours=1)).new == 50


@pytest.mark.parametrize(("first_told_by", "new"), [("a", 0), ("b", 40)])
def test_a_source_brings_nothing_by_copies_of_its_own_and_something_by_those_of_others(
    first_told_by: str, new: int, database: Database, monkeypatch: pytest.MonkeyPatch
):
    """One page under ever other hosts and addresses is a trap; what many tell is news where it is told."""
    for name, tenth in (("MANY", 50), ("JUDGED", 20)):
        monkeypatch.setattr(traps, name, tenth)
    with_sources(database, "a", "b")
    database.call(saving(article("http://first.example/1"), source_id=first_told_by))
    assert visit(database, range(40), NOW).new == 40
    for waiting in database.call(entries.claim, NOW, 20, worker="w", lease_s=60, per_host=20):
        copy = database.call(saving(article(f"http://h{waiting.id}.example/1"), entry_id=waiting.id))
        assert copy.relation == "exact"
    monkeypatch.setattr(traps, "BARREN_A_DAY", 10)
    assert visit(database, range(40, 80), NOW + timedelta(hours=1)).new == new


async def test_the_bound_of_sources_yaml_holds(tmp_path: Path):
    async with Newsroom() as site:
        for n in range(5):
            site.publish(f"harbour-{n}", f"Harbour counted again, part {n}", *filler(n))
        config = config_for(tmp_path, [{"id": "ledger", "url": site.url(), "max_new": 3}])
        assert (await once(config))["stored"] == 3
        (row,) = ask("--config", config, "sources", "list", "--format", "json").rows
        assert row["error"] == "discover: 2 of 5 new addresses held (3 a day; max_new)"
        with Database(f"sqlite:///{tmp_path / 'watch.db'}", create=False) as db:  # the next day
            db.call(
                lambda conn: conn.execute(update(schema.sources).values(day_from=NOW - timedelta(days=900)))
            )
        assert (await once(config))["stored"] == 2  # though the feed is what it was
        assert (await once(config))["unchanged"] == 1


async def test_a_list_that_leads_to_lists_without_end_is_bounded(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    """Calendar pages that link to each other: once their like was read and was nothing, few more are."""
    for name, tenth in (("MANY", 50), ("JUDGED", 20), ("BARREN_A_DAY", 10)):
        monkeypatch.setattr(traps, name, tenth)
    page = (
        "<!doctype html><html><head><title>Calendar</title></head><body>{}</body></html>"
    )  # fmt: skip

    def links(start: int) -> str:
        return "".join(
            f'<li><a href="/day-{n}.html">What happens on day {n} of the year</a></li>'
            for n in range(start, start + 40)
        )

    class Calendar(Newsroom):
        def answer(self, request: Request) -> Answer:
            self.asked[request.path] += 1
            if request.path == "/calendar":
                return Answer(page.format(links(self.asked["/calendar"] * 40)).encode())
            return Answer(page.format(links(7)[:3000]).encode())

    async with Calendar() as site:
        config = config_for(tmp_path, [{"id": "trap", "kind": "listing", "url": site.url("/calendar")}])
        news = [(await once(config))["new_entries"] for _ in range(3)]
    assert news == [40, 0, 0]
    (row,) = ask("--config", config, "sources", "list", "--format", "json").rows
    assert "looks like a trap" in row["error"]
    assert "of the last 20 pages read 0 held an article" in row["error"]
