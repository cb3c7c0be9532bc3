"""``sources add``: what an address leads to, proved, becomes a source of sources.yaml."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any

import click

from crawler import dedupe
from crawler.config import Config
from crawler.config.stanza import StanzaError, stanza_lines, with_sources
from crawler.describe import free_id
from crawler.prove import Verdict

from .output import harmless
from .proving import checked_url, prove_all
from .settings import EXIT_SOME_SOURCES, EXIT_USAGE, Settings
from .written import check_own, refuse, write_stanza


@click.command("add", short_help="Write how an address is polled best into sources.yaml.")
@click.argument("urls", metavar="URL...", nargs=-1, required=True)
@click.option(
    "--as", "source_id", metavar="ID", help="What the source is called; else made of its site's name."
)
@click.option("--doubtful", is_flag=True, help="Also add what answers, but is in doubt.")
@click.pass_obj
def add_sources(settings: Settings, urls: tuple[str, ...], source_id: str | None, doubtful: bool) -> None:
    """Find the best way to poll each address, prove it, and write its stanza into sources.yaml.

    Everything else in the file stays as it is. The daemon knows the source from its next start on.
    Exit 3 when an address leads to nothing that works, 2 when it is a source already.

    \b
    forumwatch sources add https://www.blognone.com/
    forumwatch sources add https://www.blognone.com/atom.xml --as blognone
    """
    if source_id is not None and len(urls) > 1:
        refuse("--as names one source; give one address with it")
    config = settings.config()
    check_own(settings, config)
    taken = {source.id.lower() for source in config.sources}
    if source_id is not None and source_id.lower() in taken:
        refuse(f"the id {source_id!r} is taken; give it another with --as")
    adding = Adding(settings, config, source_id, doubtful)
    fresh = [url for url in dict.fromkeys(map(checked_url, urls)) if not adding.knows(url, url)]
    for url, verdict in zip(fresh, asyncio.run(prove_all(config, fresh)), strict=True):
        adding.add(url, verdict)
    if adding.failed or adding.repeated:
        raise SystemExit(EXIT_SOME_SOURCES if adding.failed else EXIT_USAGE)


class Adding:
    """The file as it grows, and what could not be added."""

    def __init__(self, settings: Settings, config: Config, source_id: str | None, doubtful: bool) -> None:
        self.settings, self.config = settings, config
        self.source_id, self.doubtful = source_id, doubtful
        self.failed = self.repeated = 0

    def knows(self, asked: str, url: str) -> bool:
        """Whether `url`, which `asked` led to, is polled already; then it is said."""
        key = dedupe.url_key(url)
        known = next((s.id for s in self.config.sources if dedupe.url_key(s.url) == key), None)
        if known is None:
            return False
        self.repeated += 1
        what = "it" if asked == url else f"what is polled there, {url},"
        click.echo(harmless(f"{asked}: {what} is there already, as {known}"), err=True)
        return True

    def add(self, asked: str, verdict: Verdict) -> None:
        """Write the stanza that was found, or say why there is none."""
        why = "; ".join(verdict.reasons)
        if verdict.stanza is None or verdict.verdict == "broken":
            self._refuse(f"{asked}: nothing to add: {why}")
        elif not self.knows(asked, verdict.stanza["url"]):
            if verdict.verdict == "doubtful" and not self.doubtful:
                self._refuse(f"{asked}: in doubt: {why}; --doubtful adds it all the same")
            else:
                self._write(self._named(verdict.stanza))

    def _refuse(self, why: str) -> None:
        self.failed += 1
        click.echo(harmless(why), err=True)

    def _named(self, stanza: Mapping[str, Any]) -> dict[str, Any]:
        """The stanza under the id asked for, or one that no other source took meanwhile."""
        taken = {source.id.lower() for source in self.config.sources}
        return {**stanza, "id": free_id(self.source_id or stanza["id"], taken)}

    def _write(self, stanza: Mapping[str, Any]) -> None:
        shown = "\n".join(stanza_lines(stanza))
        put = partial(with_sources, sources=[stanza])
        check = partial(check_added, [stanza])
        self.config = write_stanza(self.settings, self.config, shown, put, check, under="sources")
        click.echo(shown)
        click.echo(
            f"written to {self.config.path}; a running daemon knows it from its next start on", err=True
        )


def check_added(stanzas: Sequence[Mapping[str, Any]], before: Config, after: Config) -> None:
    """Raises StanzaError where the new file says anything but the old one and the stanzas."""
    old, new = after.sources[: -len(stanzas)], after.sources[-len(stanzas) :]
    rest = (old, after.watch, after.add, after.fetch, after.database, after.archive)
    was = (before.sources, before.watch, before.add, before.fetch, before.database, before.archive)
    if rest != was or [(s.id, s.url) for s in new] != [(s["id"], s["url"]) for s in stanzas]:
        raise StanzaError(f"{before.path} is laid out in a way that leaves no safe place for it")
