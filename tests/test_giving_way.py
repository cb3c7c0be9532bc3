"""Two machines with different lists of sources and one domain: what one alone watches is asked for before the other has
nothing more to ask there."""

from __future__ import annotations

import asyncio
from pathlib import Path

import forked
import pytest
from newsroom import Newsroom, config_for, filler
from storesamples import NOW, announce, source

from crawler.claims import claim_entries
from crawler.giving_way import AGAIN_S, PATIENCE_S, SLICE_S, GivingWay
from storage.database import Database
from storage.sources import state as sources
from storage.waiting.elsewhere import hosts_waiting

D, HOST = "ledger.example", "www.ledger.example"
# the program as it is started, but that it looks every second what waits for others, and gives way sooner
HASTY = (
    "from crawler import claims, giving_way; claims.NEIGHBOURS_S = 1; giving_way.PATIENCE_S = 2; giving_way.SLICE_S = 8; "
    "from crawler.cli import main; main()"
)


def test_who_keeps_others_off_without_end_gives_way_for_a_while():
    way, at = GivingWay(), 0.0

    def after(seconds: float, waiting=(D,), own=(), others=()) -> tuple[str, ...]:
        nonlocal at
        at += seconds
        way.review(waiting, own, others, at)
        return way.left

    assert after(0, own=[HOST]) == ()
    assert after(PATIENCE_S - 1, own=[HOST]) == ()
    assert after(1, own=[HOST]) == (D,)
    assert after(SLICE_S, own=[HOST]) == (D,)  # what it had is not yet done
    assert after(SLICE_S - 1, others=[HOST]) == (D,)
    assert after(1, others=[HOST]) == ()  # and its own turn lasts as long
    assert after(SLICE_S - 1, own=[HOST]) == ()
    assert after(1, own=[HOST]) == (D,)
    assert after(1, others=[HOST]) == (D,)
    assert after(1) == ()  # they have come and left

    assert after(SLICE_S, own=[HOST]) == (D,)
    assert after(SLICE_S) == ()  # nobody came: whose it is has gone
    assert after(AGAIN_S - 1, own=[HOST]) == ()
    assert after(1, own=[HOST]) == (D,)
    assert after(1, waiting=()) == ()

    assert after(1, others=[HOST]) == ()
    assert after(9 * PATIENCE_S, others=[HOST]) == ()  # this one keeps nobody off
    assert after(1, own=[HOST]) == ()
    assert after(PATIENCE_S, own=["other.example"]) == ()


def test_what_waits_is_polls_that_are_due_and_entries_of_sites_that_are_asked(database: Database):
    names = ("due", "later", "read", "mine", "far")
    database.call(sources.sync, [source(name, url=f"https://{name}.example/feed") for name in names], NOW)
    for name, url in (("later", "https://later.example/1"), ("mine", "https://mine.example/1")):
        announce(database, url, by=name)
    database.call(sources.due_sources, NOW, 9, worker="w", lease_s=60, without=["due", "far"])
    theirs = ["due", "later", "read", "far"]
    assert database.call(hosts_waiting, theirs, NOW, lambda host: host != "far.example") == {
        "due.example",
        "later.example",
    }
    assert len(database.call(claim_entries, NOW, 9, "w")) == 2  # which are on loan then
    assert database.call(hosts_waiting, theirs, NOW, lambda host: True) == {"due.example", "far.example"}


@pytest.mark.postgres
@pytest.mark.slow
async def test_a_source_of_one_machine_alone_is_polled_beside_a_backlog_of_the_other(
    postgres_server, tmp_path: Path
):
    store = postgres_server.new_database()
    async with Newsroom() as site:
        for number in range(150):
            site.publish(f"story-{number}", f"Story number {number}", *filler(number))
        site.answers["/own"] = site.feed()
        configs = []
        for name, path in (("much", "/feed"), ("little", "/own")):
            (tmp_path / name).mkdir()
            config = config_for(
                tmp_path / name,
                [{"id": name, "url": site.url(path)}],
                database=store,
                fetch={"min_delay": 0.2, "allow_networks": ["127.0.0.0/8"]},
            )
            configs.append(config)
        daemons = []
        try:
            for config in configs:
                daemons.append(
                    await forked.start(forked.script(HASTY, "--config", config, "run", "--no-web"))
                )
                async with asyncio.timeout(60):
                    while site.asked.total() < 4:  # noqa: ASYNC110 - what another process has come to
                        await asyncio.sleep(0.05)
            async with asyncio.timeout(40):
                while not site.asked["/own"]:  # noqa: ASYNC110 - likewise
                    await asyncio.sleep(0.05)
            asked = site.asked.total()
            assert asked < 120
            async with asyncio.timeout(40):  # and then the other one goes on
                while site.asked.total() < asked + 10:  # noqa: ASYNC110 - likewise
                    await asyncio.sleep(0.05)
        finally:
            for daemon in daemons:
                daemon.terminate()
                await daemon.communicate()
