"""When a job of the daemon comes next: so many seconds after the last time, and once for all it missed."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from apscheduler.triggers.interval import IntervalTrigger


class Every(IntervalTrigger):  # type: ignore[misc]
    """An interval that counts nothing up.

    APScheduler's own lists each time that was missed, to run the job once for all of them. Where a machine without a
    clock of its own learns the time, the clock leaps by years: a job of each second missed 31 million times in one, and
    the list took a minute of CPU and 2 GB.
    """

    def get_next_fire_time(self, previous_fire_time: datetime | None, now: datetime) -> Any:
        """One interval after `previous_fire_time`, or after `now` where that is over."""
        planned = super().get_next_fire_time(previous_fire_time, now)
        return planned if planned is None or planned > now else now + self.interval
