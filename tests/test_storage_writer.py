"""The one writer: calls that come together share a transaction, and nobody waits for it longer than need be."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Iterator
from unittest.mock import DEFAULT, Mock

import pytest
from sqlalchemy import Connection, event

from storage.database import Database
from storage.engine import writer
from storage.engine.replies import Replies
from storage.engine.writer import GATHER_S


@pytest.fixture
def database(database_url: str) -> Iterator[Database]:
    """A writer that has not met anybody yet."""
    with Database(database_url) as opened:
        yield opened


def nothing(conn: Connection) -> None:
    """A call that costs nothing but its transaction."""


def transactions(db: Database) -> list[None]:
    """Grows by one with each transaction of the writer."""
    begun: list[None] = []
    event.listen(db._writer, "begin", lambda conn: begun.append(None))
    return begun


async def together(db: Database, count: int) -> None:
    await asyncio.gather(*(db.run(nothing) for _ in range(count)))


async def test_calls_that_come_together_share_a_transaction(database):
    begun = transactions(database)
    await together(database, 150)
    assert len(begun) == 1


async def test_a_loop_is_woken_once_for_replies_that_come_together(monkeypatch):
    loop, woken = asyncio.get_running_loop(), []
    wake = loop.call_soon_threadsafe
    monkeypatch.setattr(loop, "call_soon_threadsafe", lambda *call: woken.append(call) or wake(*call))
    replies = Replies(loop)
    for round_ in range(2):  # the second rings anew
        asked = [replies.one() for _ in range(150)]
        thread = threading.Thread(
            target=lambda asked=asked: [each.set_result(n) for n, each in enumerate(asked)]
        )
        thread.start()
        thread.join()  # the loop does not run meanwhile
        assert len(woken) == round_ + 1
        assert await asyncio.gather(*(each.future for each in asked)) == list(range(150))


async def test_a_call_that_nobody_awaits_any_more_is_not_made(database):
    done = []
    calls = [asyncio.ensure_future(database.run(lambda conn, n=n: done.append(n))) for n in range(3)]
    await asyncio.sleep(0)
    calls[1].cancel()
    await asyncio.gather(*calls, return_exceptions=True)
    assert done == [0, 2]


async def test_calls_that_come_one_after_the_other_are_gathered_while_others_are(database):
    await together(database, 2)
    begun = transactions(database)

    async def late(number: int) -> None:
        await asyncio.sleep(GATHER_S * number / 100)
        await database.run(nothing)

    await asyncio.gather(*(late(number) for number in range(20)))
    assert len(begun) < 10


async def test_a_call_alone_waits_for_no_other(database, monkeypatch):
    await together(database, 5)
    await database.run(nothing)
    monkeypatch.setattr(writer, "GATHER_S", 3600)
    async with asyncio.timeout(120):
        for _ in range(40):
            await database.run(nothing)


async def test_a_store_that_another_holds_does_not_hold_the_loop(database, database_url, monkeypatch):
    freed, held = threading.Event(), threading.Event()

    def hold(conn: Connection) -> None:
        held.set()
        freed.wait(120)

    with Database(database_url) as other:
        holding = other._work.call(hold)
        held.wait()
        waiting = [asyncio.ensure_future(database.run(nothing))]
        while True:  # until its thread waits for the other one
            if database._work._under_way:
                break
            await asyncio.sleep(0.01)
        handed_over, rest = asyncio.Event(), Mock(wraps=database._work._rests.wait)
        submit = Mock(wraps=database._work._submit, side_effect=lambda work: (handed_over.set(), DEFAULT)[1])
        monkeypatch.setattr(database._work, "_submit", submit)
        monkeypatch.setattr(database._work._rests, "wait", rest)
        for _ in range(20):
            handed_over.clear()
            waiting.append(asyncio.ensure_future(database.run(nothing)))
            await handed_over.wait()
        assert (submit.call_count, rest.call_count) == (20, 0)
        assert not any(call.done() for call in waiting)
        freed.set()
        await asyncio.gather(*waiting)
        holding.result(120)


def test_what_a_loop_leaves_behind_when_it_ends_keeps_the_next_from_nothing(database):
    async def give_up() -> None:
        await together(database, 2)
        call = asyncio.ensure_future(database.run(nothing))
        await asyncio.sleep(0)  # it is gathered, not yet handed over
        call.cancel()

    asyncio.run(give_up())
    asyncio.run(asyncio.wait_for(database.run(nothing), 120))


async def test_what_was_gathered_when_the_store_closes_is_still_written(database_url):
    db = Database(database_url)
    done = []
    call = asyncio.ensure_future(db.run(lambda conn: done.append(None)))
    await asyncio.sleep(0)
    db.close()
    await asyncio.wait_for(call, 120)
    assert len(done) == 1
