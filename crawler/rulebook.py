"""The robots.txt rules of crawler.fetch → the store, many in one transaction, and back, many by one question."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import partial
from typing import Any

from sqlalchemy.exc import DBAPIError

from crawler.fetch import Rules
from storage.database import Database, StoreError
from storage.sources.robots import KeptRules, find_rules, save_rules

# rules wait so long for others to be written with; a process that is killed asks for them again
GATHER_S = 2.0
MOST = 500  # rules that are gathered
# characters: an index of PostgreSQL takes no more than 2,700 bytes, and no real origin is longer
MAX_KEY = 1_000


@dataclass(slots=True)
class _Asked:
    """What is looked for together: all that is wanted in one round of the loop, as a claim of sources has it."""

    keys: list[str] = field(default_factory=list)
    found: Mapping[str, KeptRules] = field(default_factory=dict)
    done: asyncio.Event = field(default_factory=asyncio.Event)


class Rulebook:
    """The rules for the program called `token`. A context: what was gathered is written at its end.

    A store that fails costs a question to each host, and is told of by whoever needs it more.
    """

    def __init__(
        self, db: Database, token: str, now: Callable[[], datetime] = lambda: datetime.now(UTC)
    ) -> None:
        self._db, self._token, self._now = db, token, now
        self._gathered: dict[str, KeptRules] = {}
        self._due: asyncio.TimerHandle | None = None
        self._asked: _Asked | None = None
        self._under_way: set[asyncio.Task[None]] = set()

    async def __aenter__(self) -> Rulebook:
        return self

    async def __aexit__(self, *exc: object) -> None:
        self._hand_over()
        await asyncio.gather(*self._under_way)

    async def find(self, key: str) -> tuple[Rules, float] | None:
        """The rules kept under `key`, and the seconds for which they are fresh: below 0 for those that expired."""
        asked = self._asked or self._ask()
        asked.keys.append(key)
        await asked.done.wait()
        kept = asked.found.get(key)
        if kept is None:
            return None
        return Rules(kept.rules, kept.delay_s), (kept.until - self._now()).total_seconds()

    def keep(self, key: str, rules: Rules, fresh_s: float) -> None:
        """Keep rules; they are written in a moment, together with others."""
        if len(key) > MAX_KEY:
            return
        self._gathered[key] = KeptRules(rules.text, rules.delay_s, self._now() + timedelta(seconds=fresh_s))
        if len(self._gathered) >= MOST:
            self._hand_over()
        elif self._due is None:
            self._due = asyncio.get_running_loop().call_later(GATHER_S, self._hand_over)

    def _hand_over(self) -> None:
        if self._due:
            self._due.cancel()
            self._due = None
        if self._gathered:
            self._begin(self._write(tuple(self._gathered.items())))
            self._gathered = {}

    def _ask(self) -> _Asked:
        asked = self._asked = _Asked()
        self._begin(self._look_up(asked))
        return asked

    async def _look_up(self, asked: _Asked) -> None:
        self._asked = None
        try:
            with suppress(StoreError, DBAPIError):
                asked.found = await self._db.run(find_rules, asked.keys, self._token)
        finally:
            asked.done.set()

    def _begin(self, work: Coroutine[Any, Any, None]) -> None:
        task = asyncio.create_task(work)
        self._under_way.add(task)
        task.add_done_callback(self._under_way.discard)

    async def _write(self, kept: tuple[tuple[str, KeptRules], ...]) -> None:
        with suppress(StoreError, DBAPIError):
            await self._db.run(partial(save_rules, token=self._token, kept=kept))
