"""What hosts said to crawler.fetch → the store, and what others, or the last process, heard of them → crawler.fetch.

    heard here   ─keep→ a row, before anything that is handed to the writer later: who takes its host over reads it
    a claim      ─listen→ what others have heard since the last one, where there are others ─news→ the turns of hosts
    a start      ─read──→ all that still matters

A host says such things seldom; while nobody else crawls into the store nothing is read but at the start, and what was
written meanwhile.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Collection
from datetime import datetime, timedelta

from sqlalchemy import Connection

from crawler.fetch import Word
from storage.database import Database
from storage.sources.hosts import KeptWord, save_word, words_since

MAX_NAME = 300  # characters: no host is longer
LONGEST_S = 86_400.0  # of what a host can want; the rest is a clock that ran ahead when it was written down


class Hostbook:
    """What one process writes and hears of words of hosts. `listen` runs in the writer's thread, the rest on the loop."""

    def __init__(self, db: Database, now: Callable[[], datetime]) -> None:
        self._db, self._now = db, now
        self.company = False
        self._last = 0  # the number of the last word that was read
        self._own: set[int] = set()  # numbers of words that were heard here
        self._news: deque[KeptWord] = deque()

    def keep(self, site: str, word: Word) -> None:
        """Keep a word that was just heard; that this fails nobody hears: the host says it again."""
        if len(site) > MAX_NAME:
            return
        now = self._now()
        quiet, slow = (now + timedelta(seconds=s) for s in (word.quiet_s, word.slow_s))
        until = now + timedelta(seconds=word.matters_s)
        kept = KeptWord(site, quiet, word.refusals, word.pause_s, slow, until)

        def write(conn: Connection) -> None:
            self._own.add(save_word(conn, kept))

        self._db.later(write)

    def news(self) -> list[tuple[str, Word]]:
        """What others heard since the last time, from now on."""
        if not self._news:
            return []
        now, found = self._now(), list[tuple[str, Word]]()
        while self._news:
            said = self._news.popleft()
            quiet_s, slow_s = (
                min(max((at - now).total_seconds(), 0.0), LONGEST_S)
                for at in (said.quiet_until, said.slow_until)
            )
            refusals = said.refusals if said.until > now else 0
            found.append((said.name, Word(quiet_s, refusals, said.pause_s, slow_s)))
        return found

    def listen(self, conn: Connection, others: Collection[str]) -> None:
        """Read what was heard elsewhere since the last time; who the others are, decides whether there is any."""
        self.company = bool(others)
        if others or self._own:  # numbers that are passed are forgotten: alone they would gather for years
            self.read(conn)

    def read(self, conn: Connection) -> None:
        """Read all that was not read before; at first only what still matters, later also that something does no more."""
        first, now = not self._last, self._now()
        for number, said in words_since(conn, self._last):
            self._last = number
            if number not in self._own and not (first and said.until <= now):
                self._news.append(said)
        self._own = {number for number in self._own if number > self._last}
