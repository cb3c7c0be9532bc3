"""A source that announces more than is taken puts "nothing new" in doubt, unless what is left out is surely old."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from newsroom import Answer, Newsroom, ask, config_for, filler

from crawler.commands.crawl import checked_watchlist, crawl_once, summary
from crawler.config import load_config
from crawler.gaps import lost_since, may_be_new
from crawler.polling import MAX_CHILDREN
from storage.database import Database
from storage.records import AMONG_THE_REST, NOBODY_KNOWS, Outcome, SourceState

NOW = datetime.now(UTC)
DAY = timedelta(days=1)
PROOF = "The one source that is watched announces more than is taken."
TOLD = (
    "ledger: discover: 3 of 8 entries taken (max_entries); what is new may be among the rest: write a larger"
)


def urlset(site: Newsroom, paths: list[str], dates: list[str]) -> Answer:
    urls = "".join(
        f"<url><loc>{site.url(path)}</loc>{f'<lastmod>{at}</lastmod>' if at else ''}</url>"
        for path, at in zip(paths, dates, strict=True)
    )
    return Answer(f"<urlset>{urls}</urlset>".encode(), "application/xml")


async def once(config: Path) -> dict[str, Any]:
    """`forumwatch once --all` in this process: what it sums up."""
    loaded = load_config(config)
    with Database(loaded.database, create=True) as db:
        tally, ended = await crawl_once(loaded, checked_watchlist(loaded), db, True)
    assert ended
    return summary(tally)


def status(config: Path) -> dict[str, Any]:
    (row,) = ask("--config", config, "status", "--format", "json").rows
    return {name: row[name] for name in ("sure", "left_out", "left_out_sources", "proof")}


def days(*ago: float) -> list[str]:
    return [(NOW - back * DAY).isoformat(timespec="seconds") for back in ago]


DATED = {  # the days ago of eight entries, of which three are taken → whether what is left out may be new
    "no dates": ([""] * 8, True),
    "all of one moment of today": (days(*[0] * 8), True),
    "all of today's date": ([f"{NOW:%Y-%m-%d}"] * 8, True),
    "an archive of years": (days(0, 1, 30, 60, 90, 400, 800, 900), False),
    "an archive of years, oldest first": (days(900, 800, 400, 90, 60, 30, 1, 0), False),
    "an archive written on one day": ([*days(0), *["2019-05-05"] * 7], False),
    "the fourth without a date": ([*days(0, 1, 30), *[""] * 5], True),
    "more than that of this hour": (days(0, 0.001, 0.002, 0.003, 0.004, 400, 800, 900), True),
}


@pytest.mark.parametrize("index", [False, True], ids=["one sitemap", "two below an index"])
async def test_what_is_left_out_raises_a_doubt_unless_its_dates_say_that_it_is_old(
    tmp_path: Path, index: bool
):
    wrong: list[Any] = []
    async with Newsroom() as site:
        paths = [site.publish(f"harbour-{n}", f"Harbour counts bridge {n}", *filler(n)) for n in range(8)]
        for number, (what, (dates, doubt)) in enumerate(DATED.items()):
            folder = tmp_path / str(number)
            folder.mkdir()
            if index:
                parts = [urlset(site, paths[at : at + 4], dates[at : at + 4]) for at in (0, 4)]
                site.answers.update({f"/{n}.xml": part for n, part in enumerate(parts)})
                maps = "".join(f"<sitemap><loc>{site.url(f'/{n}.xml')}</loc></sitemap>" for n in (0, 1))
                body = f"<sitemapindex>{maps}</sitemapindex>".encode()
                site.answers["/sitemap.xml"] = Answer(body, "application/xml")
            else:
                site.answers["/sitemap.xml"] = urlset(site, paths, dates)
            source = {"id": "ledger", "kind": "sitemap", "url": site.url("/sitemap.xml"), "max_entries": 3}
            config = config_for(folder, [source])
            await once(config)
            seen = status(config)
            if (seen["sure"] == "doubt", seen["left_out"]) != (doubt, int(doubt)):
                wrong.append((what, seen))
    assert wrong == []


async def test_the_newest_of_numbered_sitemaps_is_read_wherever_it_stands(tmp_path: Path):
    """An index without dates may begin with its oldest sitemap, which alone holds as many entries as are taken."""
    wrong: list[Any] = []
    async with Newsroom() as site:
        paths = [site.publish(f"harbour-{n}", f"Harbour counts bridge {n}", *filler(n)) for n in range(18)]
        dates = days(*range(1700, -100, -100))
        for n in range(6):
            site.answers[f"/{n}.xml"] = urlset(site, paths[3 * n : 3 * n + 3], dates[3 * n : 3 * n + 3])
        for number, (order, dated, most) in enumerate(
            ((range(6), False, 4), (range(5, -1, -1), False, 4), (range(6), True, 1))
        ):
            folder = tmp_path / str(number)
            folder.mkdir()
            at = [f"<lastmod>{dates[3 * n + 2]}</lastmod>" if dated else "" for n in order]
            maps = [
                f"<sitemap><loc>{site.url(f'/{n}.xml')}</loc>{a}</sitemap>"
                for n, a in zip(order, at, strict=True)
            ]
            body = f"<sitemapindex>{''.join(maps)}</sitemapindex>".encode()
            site.answers["/sitemap.xml"] = Answer(body, "application/xml")
            source = {"id": "ledger", "kind": "sitemap", "url": site.url("/sitemap.xml"), "max_entries": 3}
            config = config_for(folder, [source])
            site.asked.clear()
            await once(config)
            read = {row["url"] for row in ask("--config", config, "articles", "--format", "json").rows}
            asked = sum(path[1:2].isdigit() and path.endswith(".xml") for path in site.asked)
            if (read, asked) != ({site.url(path) for path in paths[15:]}, most):
                wrong.append((list(order), dated, read, asked))
    assert wrong == []


async def test_sitemaps_that_are_left_out_raise_a_doubt_unless_their_index_dates_them(tmp_path: Path):
    async with Newsroom() as site:
        path, number = site.publish("harbour", "Harbour counts bridges", *filler(1)), MAX_CHILDREN + 2
        site.answers |= {f"/{n}.xml": urlset(site, [f"{path}?p={n}"], [""]) for n in range(number)}
        for dated in (True, False):
            folder = tmp_path / str(dated)
            folder.mkdir()
            ago = days(*range(0, 30 * number, 30))
            at = [f"<lastmod>{ago[n]}</lastmod>" if dated else "" for n in range(number)]
            maps = [f"<sitemap><loc>{site.url(f'/{n}.xml')}</loc>{at[n]}</sitemap>" for n in range(number)]
            body = f"<sitemapindex>{''.join(maps)}</sitemapindex>".encode()
            site.answers["/sitemap.xml"] = Answer(body, "application/xml")
            source = {"id": "ledger", "kind": "sitemap", "url": site.url("/sitemap.xml"), "read": "never"}
            config = config_for(folder, [source])
            await once(config)
            assert (status(config)["left_out"] == 0) == dated, dated


async def test_status_says_how_much_is_left_out_and_what_to_do_until_it_is_done(tmp_path: Path):
    async with Newsroom() as site:
        paths = [site.publish(f"harbour-{n}", f"Harbour counts bridge {n}", *filler(n)) for n in range(8)]
        site.answers["/sitemap.xml"] = urlset(site, paths, [""] * 8)
        source = {"id": "ledger", "kind": "sitemap", "url": site.url("/sitemap.xml"), "max_entries": 3}
        config = config_for(tmp_path, [source])
        await once(config)
        for _ in ("at first", "unchanged"):
            seen = status(config)
            assert (seen["sure"], seen["left_out"]) == ("doubt", 1)
            assert seen["proof"].startswith(PROOF)
            assert seen["left_out_sources"][0].startswith(TOLD)
            assert ask("--config", config, "status", "--fail-if-doubt").code == 10
            said = ask("--config", config, "mentions", "--new").err
            assert PROOF in said
            await once(config)
        config_for(tmp_path, [source | {"max_entries": 8}])
        assert (await once(config))["stored"] == 5
        assert status(config)["left_out"] == 0
        assert "left out" not in ask("--config", config, "status").out


async def test_new_addresses_that_are_held_raise_a_doubt(tmp_path: Path):
    async with Newsroom() as site:
        for n in range(5):
            site.publish(f"harbour-{n}", f"Harbour counted again, part {n}", *filler(n))
        config = config_for(tmp_path, [{"id": "ledger", "url": site.url(), "max_new": 3}])
        await once(config)
        seen = status(config)
        assert (seen["sure"], seen["proof"][: len(PROOF)]) == ("doubt", PROOF)
        assert seen["left_out_sources"] == [
            "ledger: discover: 2 of 5 new addresses held (3 a day; max_new): write a larger max_new: on it"
        ]


STATE = SourceState("s", new_at=NOW - DAY, succeeded_at=NOW - DAY / 24, error="discover: 3 of 8 taken")


def test_what_is_surely_older_than_the_last_answer_is_no_news():
    for left_at, known, new in (
        (None, STATE, False),
        (NOBODY_KNOWS, STATE, True),
        (NOW - 3 * DAY, STATE, False),
        (NOW, STATE, True),
        (NOW - 3 * DAY, SourceState("s", succeeded_at=NOW - 7 * DAY), True),
        (NOW - 3 * DAY, SourceState("s"), False),
        (NOW, SourceState("s"), True),
    ):
        assert may_be_new(left_at, known, NOW) == new, (left_at, known)


def test_that_news_may_be_left_out_is_searched_for_once_and_its_end_is_no_loss():
    """An archive that was left out every day is heard of; that what is left out is of today is not."""
    archive, news = "discover: 3 of 9 taken", f"discover: 3 of 9 taken{AMONG_THE_REST}"
    for before, now, lost in (
        (archive, archive, False),
        (archive, news, True),
        (news, news, False),
        (news, archive, False),
        (None, archive, True),
    ):
        state = SourceState("s", new_at=NOW - DAY, succeeded_at=NOW - DAY, error=before)
        outcome = Outcome(NOW, entries=3, known=2, problem=now)
        assert (lost_since(state, outcome) is not None) == lost, (before, now)
