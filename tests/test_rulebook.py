"""robots.txt rules that outlive the process: a fetcher, a server on loopback and a store on each database."""

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta

import pytest
from badserver import BadServer, answer
from sqlalchemy import Connection

from crawler.fetch import Fetcher, FetchSettings, Rules
from crawler.rulebook import Rulebook
from storage.database import Database
from storage.records import Failure, Page
from storage.sources.robots import KeptRules, find_rules, prune_rules

DAY = timedelta(days=1)
RULES = b"User-agent: *\nDisallow: /p\nCrawl-delay: 0.01"
OURS = "forumwatch"


@asynccontextmanager
async def fetching(
    db: Database, *, later: timedelta = timedelta(), token: str = OURS
) -> AsyncIterator[Fetcher]:
    """A fetcher as a process has it that starts `later`."""
    settings = FetchSettings(
        min_delay_s=0, timeout_s=5, allow_networks=("127.0.0.0/8",), user_agent=f"{token}/1"
    )
    async with (
        Rulebook(db, token, lambda: datetime.now(UTC) + later) as rulebook,
        Fetcher(settings, keeper=rulebook) as fetcher,
    ):
        yield fetcher


async def test_rules_outlive_a_restart(database: Database) -> None:
    async with BadServer({"/robots.txt": answer(200, RULES), "/a": answer()}) as server:
        for _ in range(2):
            async with fetching(database) as fetcher:
                assert isinstance(await fetcher.get(server.url("/a")), Page)
                refused = await fetcher.get(server.url("/p"))
                assert isinstance(refused, Failure)
                assert refused.kind == "refused"
        assert (server.times("/robots.txt"), server.times("/p")) == (1, 0)
        kept = database.read(find_rules, [server.url("")], OURS)
    assert [rules.delay_s for rules in kept.values()] == [0.01]


@pytest.mark.parametrize(
    ("later", "token", "asked"),
    [(timedelta(), "other", 2), (2 * DAY, OURS, 2), (DAY / 2, OURS, 1), (-9 * DAY, OURS, 1)],
)
async def test_rules_for_another_program_or_of_yesterday_are_asked_for_again(
    database: Database, later: timedelta, token: str, asked: int
) -> None:
    async with BadServer({"/robots.txt": answer(200, RULES), "/a": answer()}) as server:
        async with fetching(database) as fetcher:
            await fetcher.get(server.url("/a"))
        server.scripts = {"/robots.txt": answer(404)}
        async with fetching(database, later=later, token=token) as fetcher:
            got = await fetcher.get(server.url("/p"))
        assert server.times("/robots.txt") == asked
    assert isinstance(got, Failure)
    assert got.status == (404 if asked == 2 else None)


@pytest.mark.parametrize(("age_days", "kind"), [(2, "refused"), (29, "refused"), (31, "temporary")])
async def test_a_site_whose_robots_txt_cannot_be_had_is_asked_by_the_rules_of_the_last_month(
    database: Database, age_days: int, kind: str
) -> None:
    async with BadServer({"/robots.txt": answer(200, RULES), "/a": answer(200, b"<p>")}) as server:
        async with fetching(database) as fetcher:
            await fetcher.get(server.url("/a"))
        server.scripts = {"/robots.txt": answer(500), "/a": answer(200, b"<p>")}
        async with fetching(database, later=age_days * DAY) as fetcher:
            forbidden = await fetcher.get(server.url("/p"))
            allowed = await fetcher.get(server.url("/a"))
        assert server.times("/robots.txt") == 2
    assert isinstance(forbidden, Failure)
    assert forbidden.kind == kind
    assert isinstance(allowed, Page) == (kind == "refused")


async def test_rules_of_many_hosts_are_written_together(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    written: list[int] = []

    def counting(conn: object, token: str, kept: tuple[object, ...]) -> None:
        written.append(len(kept))

    monkeypatch.setattr("crawler.rulebook.save_rules", counting)
    async with Rulebook(database, OURS) as rulebook:
        for n in range(1_200):
            rulebook.keep(f"http://host{n}.example", Rules(), 60)
    assert written == [500, 500, 200]


async def test_rules_of_many_hosts_are_looked_for_together(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[int] = []

    def counting(conn: Connection, keys: Sequence[str], token: str) -> dict[str, KeptRules]:
        asked.append(len(keys))
        return find_rules(conn, keys, token)

    monkeypatch.setattr("crawler.rulebook.find_rules", counting)
    async with Rulebook(database, OURS) as rulebook:
        for n in range(0, 1_200, 2):
            rulebook.keep(f"http://host{n}.example", Rules(f"Disallow: /{n}"), 60)
    async with Rulebook(database, OURS) as rulebook:
        found = await asyncio.gather(*(rulebook.find(f"http://host{n}.example") for n in range(1_200)))
        late = await rulebook.find("http://host8.example")
    assert asked == [1_200, 1]
    assert [each and each[0].text for each in found[:3]] == ["Disallow: /0", None, "Disallow: /2"]
    assert sum(each is not None for each in found) == 600
    assert late is not None
    assert late[0] == Rules("Disallow: /8")


async def test_who_looks_for_rules_no_more_keeps_no_other_from_finding_them(database: Database) -> None:
    async with Rulebook(database, OURS) as rulebook:
        rulebook.keep("http://a.example", Rules("Disallow: /a"), 60)
    async with Rulebook(database, OURS) as rulebook:
        first, second = (asyncio.create_task(rulebook.find("http://a.example")) for _ in range(2))
        await asyncio.sleep(0)
        first.cancel()
        found = await second
    assert found is not None
    assert found[0] == Rules("Disallow: /a")


async def test_rules_that_cannot_be_read_or_written_cost_a_question_only(database: Database) -> None:
    database.close()
    async with BadServer({"/robots.txt": answer(200, RULES), "/a": answer()}) as server:
        async with fetching(database) as fetcher:
            assert isinstance(await fetcher.get(server.url("/a")), Page)
        assert server.times("/robots.txt") == 1


async def test_rules_are_forgotten_a_month_after_they_were_asked_for(database: Database) -> None:
    now = datetime.now(UTC)
    async with Rulebook(database, OURS) as rulebook:
        rulebook.keep("http://a.example", Rules("User-agent: *\nDisallow: /\0"), 86_400)
        rulebook.keep("http://a.example", Rules("User-agent: *\nDisallow: /b\0"), 86_400)
        rulebook.keep(f"http://{'a' * 9_000}.example", Rules(), 86_400)
    assert database.call(prune_rules, now + 29 * DAY) == 0
    kept = database.read(find_rules, ["http://a.example"], OURS)
    assert [rules.rules for rules in kept.values()] == ["User-agent: *\nDisallow: /b\ufffd"]
    assert database.call(prune_rules, now + 31 * DAY) == 1
    assert not database.read(find_rules, ["http://a.example"], OURS)
