"""What a monitoring system asks: /healthz and /metrics."""

from __future__ import annotations

from collections.abc import Iterator

import structlog
from anyio import CapacityLimiter
from anyio.to_thread import run_sync
from fastapi import APIRouter, Request
from prometheus_client import CONTENT_TYPE_LATEST, CollectorRegistry, generate_latest
from prometheus_client.metrics_core import CounterMetricFamily, GaugeMetricFamily, Metric
from prometheus_client.registry import Collector
from starlette.responses import Response

from crawler.sure import sure
from crawler.tally import Tally
from storage.database import StoreError
from storage.mentions import stream as mentions
from storage.reports.standing import Status
from storage.search.fields import ROLES

from . import shapes
from .api import answer, desk_of
from .desk import Desk

STALE_S = 60.0  # a tick comes every second; one that has not come for so long does not come
SOURCE_STATES = ("healthy", "failing", "blind", "silent", "new", "gone", "disabled")
ENTRY_STATES = ("waiting", "paused", "read", "skipped", "dismissed", "given_up")
# threads of their own: who restarts what does not answer waits for no reader's answer
WATCHERS = CapacityLimiter(2)

log = structlog.get_logger("forumwatch")
router = APIRouter()


@router.get("/healthz", response_model=shapes.Health, tags=["watch"])
async def healthz(request: Request) -> Response:
    """200 while the store answers, takes what is found and is the one that was opened, and the daemon beside it, if any,
    ticks; else 503.
    """
    desk = await desk_of(request)
    if desk.db.gone():
        said = answer({"store": "replaced", "tick_age_s": desk.tick_age_s(), "last_poll_at": None})
        said.status_code = 503
        return said
    try:
        await run_sync(desk.read, mentions.head, limiter=WATCHERS)
        seen = await run_sync(desk.status, limiter=WATCHERS)
        last, store = seen.last_poll_at, "refuses" if seen.refused_since else "ok"
    except StoreError as err:
        log.error("the store does not answer", why=str(err))  # and not who asks: nobody had to show a token
        store, last = "unreachable", None
    age = desk.tick_age_s()
    said = answer({"store": store, "tick_age_s": age, "last_poll_at": last})
    if store != "ok" or (age is not None and age > STALE_S):
        said.status_code = 503
    return said


@router.get("/metrics", include_in_schema=False)
def metrics(request: Request) -> Response:
    """The store's and the daemon's counts in Prometheus' text format."""
    registry = CollectorRegistry()
    registry.register(Counts(request.app.state.desk))
    return Response(generate_latest(registry), media_type=CONTENT_TYPE_LATEST)


class Counts(Collector):
    """One moment's numbers."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk

    def collect(self) -> Iterator[Metric]:
        """What the store holds, then what this process has done."""
        yield from _stored(self.desk.status())
        kept_not = len(self.desk.foreseen().cannot_be_kept)
        yield _gauge("cannot_be_kept", "what of sources.yaml cannot be kept, as status tells", kept_not)
        if self.desk.tally is not None:
            yield from _done(self.desk.tally)
            yield _gauge(
                "tick_age_seconds", "since the daemon looked for what is due", self.desk.tick_age_s() or 0
            )


def _stored(seen: Status) -> Iterator[Metric]:
    yield _gauge(
        "sure", '1 where "nothing new" can be trusted, as status tells, else 0', sure(seen)[0] == "sound"
    )
    sources = GaugeMetricFamily("forumwatch_sources", "Sources by state.", labels=["state"])
    for state in SOURCE_STATES:
        sources.add_metric([state], getattr(seen, state))
    yield sources
    entries = GaugeMetricFamily(
        "forumwatch_entries", "Entries by state; waiting is the queue.", labels=["state"]
    )
    for state in ENTRY_STATES:
        entries.add_metric([state], getattr(seen, f"entries_{state}"))
    yield entries
    roles = GaugeMetricFamily(
        "forumwatch_mentions", "Mentions that stand and nobody rejected, by role.", labels=["role"]
    )
    for role in ROLES:
        roles.add_metric([role], getattr(seen, f"mentions_{role}"))
    yield roles
    yield _gauge("store_takes", "0 while the store takes nothing, else 1", seen.refused_since is None)
    yield _gauge("articles_unstored", "articles read that the store did not take yet", seen.unstored)
    yield _gauge("articles", "articles stored", seen.articles)
    yield _gauge("stories", "stories stored", seen.stories)
    yield _gauge("sources_overdue", "sources due for half an hour and not polled", seen.overdue)
    yield _gauge("sources_with_losses", "sources of which entries may be missing", seen.possible_losses)
    yield _gauge("errors_24h", "what went wrong in the last day", seen.errors_24h)
    for name in ("poll", "answer", "new_entry", "article", "mention"):
        if (at := getattr(seen, f"last_{name}_at")) is not None:
            yield _gauge(
                f"last_{name}_timestamp_seconds",
                f"when the last {name.replace('_', ' ')} came",
                at.timestamp(),
            )


def _done(tally: Tally) -> Iterator[Metric]:
    yield _counter("polls", "Polls.", tally.visits)
    yield _counter("polls_unchanged", "Polls that brought the same document.", tally.unchanged)
    yield _counter("poll_failures", "Polls that brought nothing but a failure.", tally.failures)
    yield _counter("entries_new", "Entries never seen before.", tally.new)
    readings = CounterMetricFamily("forumwatch_readings", "Readings by outcome.", labels=["outcome"])
    for outcome, count in list(tally.readings.items()):
        readings.add_metric([outcome], count)
    yield readings
    yield _counter("mentions_found", "Mentions found.", tally.mentions)
    yield _counter("searches", "Searches for what may have been missed.", tally.searches)
    yield _counter("crashes", "Steps that failed in an unforeseen way.", tally.crashes)


def _gauge(name: str, said: str, value: float) -> Metric:
    return GaugeMetricFamily(f"forumwatch_{name}", f"{said[0].upper()}{said[1:]}.", value=value)


def _counter(name: str, said: str, value: float) -> Metric:
    return CounterMetricFamily(f"forumwatch_{name}", said, value=value)
