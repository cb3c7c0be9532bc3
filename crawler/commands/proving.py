"""Sources, and addresses that are none yet → verdicts, many at a time; and how a stanza is shown."""

from __future__ import annotations

import asyncio
from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import UTC, datetime

import click

from crawler import compose, dedupe
from crawler.config import Config
from crawler.config.fields import http_url
from crawler.config.stanza import stanza_lines
from crawler.describe import free_id
from crawler.prove import Verdict, prove
from crawler.reach import Reach
from crawler.suggest import instead, suggest
from storage.records import Source

from .known import refuse
from .output import bar, harmless
from .settings import EXIT_USAGE


def chosen_of(config: Config, name: str) -> Source | str:
    """The source of that id or address, else the address; ends with exit 2 for what is neither."""
    by_id = {s.id: s for s in config.sources}
    if "://" not in name:
        return by_id[name] if name in by_id else refuse("source", name, by_id)
    return next((s for s in config.sources if s.url == name), None) or checked_url(name)


def checked_url(url: str) -> str:
    """`url`; ends with exit 2 where it is no address that can be polled."""
    try:
        return http_url(url)
    except ValueError as err:
        click.echo(f"{err}", err=True)
        raise SystemExit(EXIT_USAGE) from None


def without_known(config: Config, verdict: Verdict) -> Verdict:
    """The verdict on an address, without the stanza where a source polls what it leads to."""
    if verdict.stanza is None or verdict.stanza["id"] in {source.id for source in config.sources}:
        return verdict
    key = dedupe.url_key(verdict.stanza["url"])
    known = next((source.id for source in config.sources if dedupe.url_key(source.url) == key), None)
    said = f"it is polled already, as {known}"
    return replace(verdict, reasons=(*verdict.reasons, said), stanza=None) if known else verdict


def print_stanza(verdict: Verdict) -> None:
    """The stanza as it can stand under ``sources:``."""
    if verdict.stanza is not None:
        lines = ["", *(f"  {harmless(line)}" for line in stanza_lines(verdict.stanza))]
        click.echo("\n".join(lines))


async def prove_all(config: Config, chosen: Sequence[Source | str]) -> list[Verdict]:
    """The verdicts on sources, and on addresses that are none yet."""
    places = asyncio.Semaphore(config.fetch.concurrency)
    polled = [dedupe.url_key(s.url) for s in config.sources]
    taken = frozenset(s.id.lower() for s in config.sources)
    with bar(len(chosen), "checking") as shown:
        async with compose.reaching(config) as reach:
            done = 0

            async def one(asked: Source | str) -> Verdict:
                nonlocal done
                async with places:
                    verdict = await _verdict(asked, reach, taken, polled)
                done += 1
                if shown:
                    shown(done, len(chosen), f"{done} of {len(chosen)} sources checked")
                return verdict

            verdicts = await asyncio.gather(*(one(asked) for asked in chosen))
    return _apart(chosen, verdicts, taken)


def _apart(
    chosen: Sequence[Source | str], verdicts: Sequence[Verdict], taken: Collection[str]
) -> list[Verdict]:
    """The verdicts, their new ids different from each other."""
    used, apart = set(taken), []
    for asked, verdict in zip(chosen, verdicts, strict=True):
        if isinstance(asked, str) and verdict.stanza is not None:
            own = free_id(verdict.stanza["id"], used)
            used.add(own.lower())
            verdict = replace(verdict, source_id=own, stanza={**verdict.stanza, "id": own})
        apart.append(verdict)
    return apart


async def _verdict(
    asked: Source | str, reach: Reach, taken: Collection[str], polled: Sequence[str]
) -> Verdict:
    now = datetime.now(UTC)
    if isinstance(asked, str):
        return await suggest(asked, reach, now, taken)
    return await instead(asked, await prove(asked, reach, now), reach, now, polled)
