"""What a crew has done so far, counted and logged step by step."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import Protocol

import structlog

from crawler.looks import Look
from crawler.pipeline import Visit
from crawler.unread import Reading
from storage.records import Waiting
from storage.sources.losses import Loss

log = structlog.get_logger("forumwatch")


@dataclass(slots=True)
class Tally:
    """What a crew has done so far."""

    visits: int = 0
    unchanged: int = 0
    failed: dict[str, str] = field(default_factory=dict)  # source id → why its last poll brought nothing
    announced: int = 0
    new: int = 0
    readings: dict[str, int] = field(default_factory=dict)  # Reading.outcome → how many
    mentions: int = 0
    searches: int = 0  # for what may have been missed
    looks: dict[str, int] = field(default_factory=dict)  # at articles again: Look.outcome → how many
    crashes: int = 0
    failures: int = 0  # polls that brought nothing but a failure
    ticked_at: datetime | None = None  # when the daemon last looked for what is due

    def visited(self, visit: Visit) -> None:
        """Count a poll."""
        self.visits += 1
        self.unchanged += visit.unchanged
        self.announced += visit.entries
        self.new += visit.new
        if visit.error:
            self.failures += 1
            self.failed[visit.source_id] = visit.error
            log.warning("poll failed", source=visit.source_id, error=visit.error)
            return
        said = {"problem": visit.problem} if visit.problem else {}
        tell = log.info if visit.new or said else log.debug  # of ten thousand a minute few bring anything
        tell("polled", source=visit.source_id, entries=visit.entries, new=visit.new, **said)

    def has_read(self, waiting: Waiting, reading: Reading) -> None:
        """Count a reading."""
        self.readings[reading.outcome] = self.readings.get(reading.outcome, 0) + 1
        self.mentions += reading.mentions
        if reading.mentions:
            log.info("mention", source=waiting.source_id, url=reading.url, mentions=reading.mentions)
        if reading.message:
            log.info("not read", source=waiting.source_id, url=reading.url, why=reading.message)

    def searched(self, loss: Loss, new: int) -> None:
        """Count a search for what may have been missed."""
        self.searches += 1
        self.new += new
        log.info("searched for what may be missing", source=loss.source_id, new=new)

    def looked(self, source_id: str, look: Look) -> None:
        """Count a look at an article again."""
        self.looks[look.outcome] = self.looks.get(look.outcome, 0) + 1
        self.mentions += look.mentions
        if look.outcome in ("updated", "removed", "back"):
            log.info(
                "looked again", source=source_id, url=look.url, outcome=look.outcome, mentions=look.mentions
            )
        elif look.message:
            log.info("looked again in vain", source=source_id, url=look.url, why=look.message)


class Listener(Protocol):
    """Is told after each step, to show progress."""

    def __call__(self, tally: Tally, /) -> None: ...
