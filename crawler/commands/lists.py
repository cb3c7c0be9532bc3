"""``sources import`` and ``sources export``: lists of feeds as OPML, from and for other readers."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any

import click

from crawler import dedupe
from crawler.config import Config
from crawler.config.decoding import read_text
from crawler.config.opml import MAX_BYTES, MAX_NAME, Outline, opml_of, read_opml
from crawler.config.stanza import stanza_lines, with_sources
from crawler.config.yamlfile import Fault, read_yaml
from crawler.describe import new_id, plain_name

from .adding import check_added
from .output import harmless
from .settings import EXIT_SOME_SOURCES, EXIT_USAGE, Settings
from .written import check_own, refuse, write_stanza


@click.command("import", short_help="Add the feeds of an OPML file to sources.yaml.")
@click.argument("path", metavar="FILE", type=click.Path(path_type=Path))
@click.pass_obj
def import_sources(settings: Settings, path: Path) -> None:
    """Add the feeds of an OPML file to sources.yaml, those that are not there yet.

    Nobody is asked whether they work: `forumwatch sources check` does that. Folders are gone through; a file
    that cannot be read as a whole adds nothing. Exit 3 when some outlines are left out because of a fault.

    \b
    forumwatch sources import feeds.opml
    """
    config = settings.config()
    check_own(settings, config)
    found = read_opml(_data(path))
    if found.broken is not None:
        refuse(harmless(found.broken.shown(str(path))))
    for fault in found.faults:
        click.echo(harmless(fault.shown(str(path))), err=True)
    stanzas = list(_stanzas(config, found.feeds, path))
    if stanzas:
        shown = "\n".join(line for stanza in stanzas for line in stanza_lines(stanza))
        put, check = partial(with_sources, sources=stanzas), partial(check_added, stanzas)
        write_stanza(settings, config, shown, put, check, under="sources")
    told = f"{len(stanzas)} of {len(found.feeds)} feeds added to {config.path}"
    click.echo(f"{told}; `forumwatch sources check` proves them" if stanzas else told, err=True)
    if found.faults:
        raise SystemExit(EXIT_SOME_SOURCES)


def _data(path: Path) -> bytes:
    """The file, cut one byte above what is read; ends with exit 2 where there is none."""
    try:
        with path.open("rb") as file:
            return file.read(MAX_BYTES + 1)
    except OSError as err:
        click.echo(f"{path}: cannot be read: {err.strerror}", err=True)
        raise SystemExit(EXIT_USAGE) from None


def _stanzas(config: Config, feeds: list[Outline], path: Path) -> Iterator[dict[str, Any]]:
    """A stanza for each feed that no source and no outline before it polls; the others are said."""
    polled = {dedupe.url_key(s.url): f"as {s.id}" for s in config.sources}
    taken = {s.id.lower() for s in config.sources}
    for feed in feeds:
        key = dedupe.url_key(feed.url)
        if key in polled:
            said = Fault(feed.line, f"{feed.url} is there already, {polled[key]}")
            click.echo(harmless(said.shown(str(path))), err=True)
            continue
        name = (plain_name(feed.name) or "")[:MAX_NAME]
        own = new_id(feed.url, name, taken)
        polled[key] = f"from line {feed.line}"
        taken.add(own.lower())
        language = {"language": feed.language} if feed.language else {}
        yield {"id": own, **({"name": name} if name else {}), "kind": "feed", "url": feed.url, **language}


@click.command("export")
@click.option("--all", "everything", is_flag=True, help="Also those that are not enabled.")
@click.pass_obj
def export_sources(settings: Settings, everything: bool) -> None:
    """Print the feeds of sources.yaml as OPML 2.0, for other readers.

    Sitemaps and listing pages are left out, which those cannot read, and so are addresses with a ${VARIABLE} in
    them, which may be a secret.

    \b
    forumwatch sources export > feeds.opml
    """
    config = settings.config()
    wanted = [s for s in config.sources if s.enabled or everything]
    secret = _with_variables(config)
    feeds = [s for s in wanted if s.kind == "feed" and s.id not in secret]
    _write(opml_of(feeds, datetime.now(UTC)))
    others = sum(s.kind != "feed" for s in wanted)
    left = {
        "sitemaps and listing pages": others,
        "addresses with variables": len(wanted) - others - len(feeds),
    }
    for what, count in left.items():
        if count:
            click.echo(f"left out, {what}: {count:,}", err=True)


def _with_variables(config: Config) -> frozenset[str]:
    """The ids of the sources whose address is not written out in the file."""
    written = {s.get("url") for s in read_yaml(read_text(config.path)).data.get("sources", ())}
    return frozenset(s.id for s in config.sources if s.url not in written)


def _write(text: str) -> None:
    sys.stdout.write(text)
    sys.stdout.flush()
