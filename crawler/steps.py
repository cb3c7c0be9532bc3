"""One step that was claimed, from its beginning to its end: taken, counted, or put down as a setback; then let go of.

    visit · read · search · look ─→ the pipeline's step ─→ tally, or setbacks ─→ no longer held ─→ listener

A step that fails in an unforeseen way is logged, recorded and tried again later; it stops nothing else.
"""

from __future__ import annotations

from collections import Counter

from crawler.pipeline import Pipeline
from crawler.setbacks import Setbacks
from crawler.shares import Shares
from crawler.tally import Listener, Tally
from storage.records import Revisit, SourceState, Waiting
from storage.sources.losses import Loss


class Steps:
    """The steps of one crew, and what they hold while they are under way. All methods run on one event loop."""

    def __init__(self, pipeline: Pipeline, tally: Tally, listener: Listener | None) -> None:
        self.tally = tally
        self.setbacks = Setbacks(pipeline, tally)
        self.shares = Shares()
        self.held: set[str | int] = set()  # sources and entries: a clock that leaps ahead ends their leases
        self.hosts: Counter[str] = Counter()  # looks under way, by host
        self.ending = False  # the crew stops: what waits for a place of its domain is not begun
        self._pipeline = pipeline
        self._listener = listener

    def takes(self, what: str | int) -> bool:
        """Hold a source or an entry, unless it is under way already."""
        fresh = what not in self.held
        self.held.add(what)
        return fresh

    async def visit(self, state: SourceState) -> None:
        """Poll a source, then those of its domain that waited for it."""
        following: SourceState | None = state
        while following and not self.ending:
            try:
                await self._visit_one(following)
            except Exception as err:  # a place that is not left would be its domain's no more
                self.setbacks.report("visit", "", err)
            following = self.shares.leave(self._pipeline.sources[following.source_id].url)

    async def _visit_one(self, state: SourceState) -> None:
        try:
            self.tally.visited(await self._pipeline.visit(state))
        except Exception as err:
            await self.setbacks.visit(state, err)
        finally:
            self.held.discard(state.source_id)
        self._tell()

    async def read(self, waiting: Waiting) -> None:
        """Read the page of an entry."""
        try:
            self.tally.has_read(waiting, await self._pipeline.read(waiting))
        except Exception as err:
            await self.setbacks.reading(waiting, err)
        finally:
            self.held.discard(waiting.id)
        self._tell()

    async def search(self, loss: Loss) -> None:
        """Search for what may have been missed in a window."""
        try:
            self.tally.searched(loss, await self._pipeline.search(loss))
        except Exception as err:
            await self.setbacks.search(loss, err)
        self._tell()

    async def look(self, look: Revisit) -> None:
        """Look at an article again."""
        try:
            self.tally.looked(look.source_id, await self._pipeline.look(look))
        except Exception as err:
            await self.setbacks.look(look, err)
        finally:
            self.hosts[look.host] -= 1
        self._tell()

    def _tell(self) -> None:
        if self._listener:
            self._listener(self.tally)
