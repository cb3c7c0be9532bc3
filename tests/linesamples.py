"""A line that tests cut, and who is watched over it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime

from badserver import answer, then_close

from crawler.crew import Crew
from crawler.fetch import Fetcher, FetchSettings, Uplink
from crawler.fetch.faults import Unreachable
from crawler.flag import load_watchlist
from crawler.pipeline import Pipeline
from storage.database import Database
from storage.records import Source

FEED = then_close(answer(200, b"<rss version='2.0'><channel><title>A</title></channel></rss>"))
SETTINGS = FetchSettings(min_delay_s=0, robots=False, allow_networks=("127.0.0.0/8",))
WATCHED = frozenset(f"site{n}.com" for n in range(12))
START = datetime(2026, 7, 2, 18, tzinfo=UTC)


@dataclass
class Line:
    """The way to the world, and the time: both in a test's hand."""

    now: datetime = START
    cut: bool = False
    dead: set[str] = field(default_factory=set)  # names that nobody has

    async def resolve(self, host: str) -> tuple[str, ...]:
        if self.cut or host in self.dead:
            raise Unreachable("hard", f"unknown host {host}", unreached=True)
        return ("127.0.0.1",)

    def time(self) -> datetime:
        return self.now


def crew_of(database: Database, fetcher: Fetcher, line: Line, uplink: Uplink, all_: list[Source]) -> Crew:
    by_id = {s.id: s for s in all_}
    pipeline = Pipeline(
        database, fetcher, load_watchlist(watch=["gdec"]), by_id, now=line.time, uplink=uplink
    )
    return Crew(pipeline)
