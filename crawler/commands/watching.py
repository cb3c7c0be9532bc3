"""``forums add``: a forum of one's own → its stanza in sources.yaml; and how any forum's stanza gets there."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any, NoReturn

import click

from crawler import compose
from crawler.config import Config
from crawler.config.stanza import StanzaError, stanza_lines, with_forum
from crawler.flag import Watchlist, WatchlistError, known_as
from crawler.watched import misread
from storage.text.languages import language_of, no_language

from .crawl import checked_watchlist
from .settings import Settings
from .written import refuse, write_stanza

MAX_ID = 60  # characters
UNKNOWN = "und"  # the language of a name of which nobody says it
_LATIN = re.compile("[a-z0-9]+")
_SMALL = frozenset((
    "the", "of", "on", "for", "and", "de", "la", "del", "las", "los", "le", "les", "des", "du", "der", "die", "das",
    "und", "a", "l", "d",
))  # fmt: skip
_DAYS = re.compile(r"(\d{4}-\d\d-\d\d)(?:/(\d{4}-\d\d-\d\d))?")


class Named(click.ParamType[tuple[str, str]]):
    """A name with its language before it: zh=全球数字经济大会."""

    name = "code=name"

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> tuple[str, str]:
        """Language and name."""
        if isinstance(value, tuple):
            return value[0], value[1]
        language, equals, name = (part.strip() for part in value.partition("="))
        if not (language and equals and name):
            self.fail(f"{value!r} has no language; write it like zh=全球数字经济大会", param, ctx)
        code = language_of(language)
        if code is None:
            self.fail(no_language(language), param, ctx)
        return code, name


class Days(click.ParamType[tuple[date, date]]):
    """The days of an edition: 2026-07-02/2026-07-05, or one day."""

    name = "first/last"

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> tuple[date, date]:
        """The first and the last of them."""
        if isinstance(value, tuple):
            return value[0], value[1]
        try:
            if not (found := _DAYS.fullmatch(value.strip())):
                raise ValueError(value)
            return date.fromisoformat(found[1]), date.fromisoformat(found[2] or found[1])
        except ValueError:
            self.fail(f"{value!r} is no time of days; write it like 2026-07-02/2026-07-05", param, ctx)


@click.command(short_help="Watch a forum of your own: its stanza is written into sources.yaml.")
@click.argument("name")
@click.option(
    "--name", "more", type=Named(), multiple=True, help="What it is called in another language, or also."
)
@click.option(
    "--short",
    "shorts",
    metavar="LETTERS",
    multiple=True,
    help="A short name: believed only beside a year, its city or a word for an event.",
)
@click.option(
    "--city",
    "cities",
    metavar="CITY",
    multiple=True,
    help="Where it is held; once more for each way to spell it.",
)
@click.option("--days", type=Days(), multiple=True, help="When an edition is held: 2026-07-02/2026-07-05.")
@click.option(
    "--as", "forum_id", metavar="FORUM-ID", help="What it is called in mentions; else made of its name."
)
@click.pass_obj
def add(
    settings: Settings,
    name: str,
    more: tuple[tuple[str, str], ...],
    shorts: tuple[str, ...],
    cities: tuple[str, ...],
    days: tuple[tuple[date, date], ...],
    forum_id: str | None,
) -> None:
    """Watch a forum of your own: write its stanza under forums: add: in sources.yaml, and print it.

    NAME is its whole name in English; of a name in another language say which, as in --name th=NAME. A whole name is believed
    wherever it stands: leave out years and ordinals, which are seen by themselves. All options but --as may be
    given more than once. Everything else in the file stays as it is. The daemon knows the forum from its next start on.

    \b
    forumwatch forums add 'Harbour Data Assembly' --name zh=港湾数据大会
    forumwatch forums add 'Harbour Data Assembly' --name 'id=Majelis Data' \\
        --short HDA --city Riga --city 'Rīg*' --days 2027-05-11/2027-05-13
    """
    config = settings.config()
    watchlist = checked_watchlist(config)
    for each in (name, *(called for _, called in more)):
        if known := known_as(each, watchlist):
            refuse(f"{each!r} is a name of {known} already; `forumwatch forums {known}` tells all of it")
    given = list(dict.fromkeys(more))
    if name not in (called for _, called in given):
        given.insert(0, ("en" if name.isascii() else UNKNOWN, name))
    forum: dict[str, Any] = {"id": new_id(name, forum_id, watchlist), "name": name}
    forum["names"] = {code: [called for each, called in given if each == code] for code, _ in given}
    if shorts:
        forum["abbreviations"] = [{"t": short, "ambiguous": "low"} for short in dict.fromkeys(shorts)]
    if cities:
        forum["host"] = list(dict.fromkeys(cities))
    if days:
        forum["editions"] = [
            {"year": first.year, "start": first.isoformat(), "end": last.isoformat()} for first, last in days
        ]
    write_forum(settings, config, forum)
    tell_written(config, forum)


def new_id(name: str, given: str | None, watchlist: Watchlist) -> str:
    """The id `given`, else one made of the name; ends with exit 2 where there is none or it is taken."""
    forum_id = (given or _slug(name)).lower()
    if not forum_id:
        refuse(f"no id can be made of {name!r}; give it one with --as, like --as asia-data-forum")
    if forum_id in watchlist.known:
        _refuse_taken(forum_id, watchlist)
    return forum_id


def _refuse_taken(forum_id: str, watchlist: Watchlist) -> NoReturn:
    refuse(f"the id {forum_id!r} is taken by {watchlist.known[forum_id].name}; give it another with --as")


def _slug(name: str) -> str:
    """The name's Latin words with hyphens between them; "" where it is mostly in other letters."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", name.lower()) if not unicodedata.combining(c))
    if sum(c.isalpha() and not c.isascii() for c in plain):
        return ""
    found = [word for word in _LATIN.findall(plain) if word not in _SMALL]
    return "-".join(found)[:MAX_ID].strip("-")


def write_forum(settings: Settings, config: Config, forum: Mapping[str, Any]) -> None:
    """Put the forum under ``forums: add:`` of the file, and into ``watch:`` where that is a list; ends with a sentence
    where that cannot be."""
    write_stanza(
        settings,
        config,
        "\n".join(stanza_lines(forum)),
        lambda text: with_forum(text, forum),
        lambda before, after: _check(before, after, forum),
        under="forums: add",
    )


def tell_written(config: Config, forum: Mapping[str, Any]) -> None:
    """Print the stanza, and what is to be done for the forum to be looked for."""
    click.echo("\n".join(stanza_lines(forum)))
    click.echo(
        f"written to {config.path}; a running daemon knows it from its next start on, "
        f"and `forumwatch reflag --forum {forum['id']}` looks for it in what is stored",
        err=True,
    )


def _check(before: Config, after: Config, forum: Mapping[str, Any]) -> None:
    """Raises StanzaError where the new file says anything but the old one and the forum, WatchlistError where the
    watchlist cannot take it."""
    watch = before.watch and (*before.watch, forum["id"])
    wanted = replace(_meant(before), add=(*before.add, dict(forum)), watch=watch)
    if _meant(after) != wanted:
        raise StanzaError(f"{before.path} is laid out in a way that leaves no safe place for it")
    _check_examples(before, after)


def _check_examples(before: Config, after: Config) -> None:
    """Raises WatchlistError where the file has what only earlier versions took, or an example that is read otherwise than it
    says, and had it not before."""
    now = compose.watchlist_of(after)
    wrong = misread(after.add, now)
    if not (now.noted or wrong):
        return
    then = compose.watchlist_of(before)
    known = misread(before.add, then)
    new = [each.said for each in now.noted if each not in then.noted]
    new += [said for each, said in wrong.items() if each not in known]
    if new:
        raise WatchlistError(new)


def _meant(config: Config) -> Config:
    """Without what tells of lines of the file: those below a new stanza move."""
    return replace(config, lines={}, warnings=(), retired=())
