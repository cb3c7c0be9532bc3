"""Work in the one thread: nobody brings more while much waits, and everybody is let go on afterwards."""

import asyncio
import threading

from crawler.heavy import MOST_WAITING, Heavy


async def test_while_much_waits_nobody_brings_more():
    heavy, gate = Heavy(), threading.Event()
    try:
        work = [asyncio.create_task(heavy.run(MOST_WAITING, gate.wait)) for _ in range(2)]
        await asyncio.sleep(0)
        more = asyncio.create_task(heavy.calm())
        await asyncio.sleep(0.01)
        assert not more.done()
        gate.set()
        await asyncio.gather(*work)
        await asyncio.wait_for(more, 10)
    finally:
        gate.set()
        heavy.close()


async def test_one_piece_is_worked_on_at_a_time():
    heavy, busy, most = Heavy(), threading.Lock(), []

    def work() -> None:
        most.append(busy.acquire(blocking=False))
        busy.release()

    await asyncio.gather(*(heavy.run(1, work) for _ in range(20)))
    heavy.close()
    assert most == [True] * 20


async def test_work_that_fails_leaves_nothing_counted():
    heavy = Heavy()

    def fail() -> None:
        raise ValueError("no")

    results = await asyncio.gather(*(heavy.run(MOST_WAITING, fail) for _ in range(3)), return_exceptions=True)
    assert all(isinstance(r, ValueError) for r in results)
    await asyncio.wait_for(heavy.calm(), 10)
    heavy.close()
