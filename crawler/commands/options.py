"""Options that several verbs share, and how their values are read."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any, TypeVar

import click

from crawler.config.units import seconds
from crawler.periods import has_yet_to_come
from storage.search.fields import MONTHS, instead_of
from storage.text.languages import language_of, no_language

from .output import FORMATS


class Language(click.ParamType[str]):
    """A language by its code, of any script and region, or its English name: what is none would find nothing."""

    name = "code"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The code that articles bear."""
        if (code := language_of(value)) is None:
            self.fail(no_language(value), param, ctx)
        return code


class Whole(click.ParamType[int]):
    """A whole number within bounds, which a help need not print: nobody comes near them."""

    name = "whole number"

    def __init__(self, least: int, most: int | None = None) -> None:
        self._range = click.IntRange(least, most)
        self._range.name = self.name  # as faults call it

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:
        """The number."""
        return self._range.convert(value, param, ctx)


STORED_ID = Whole(1, 2**63 - 1)  # as any database holds it
YEAR = Whole(1, 9999)
LIMIT = Whole(0, 10**12)  # more than any store has rows; 0 for all
_LENGTH = re.compile(r"(\s*\d+(\.\d+)?\s*[a-zA-Z]+)+\s*")  # each number with its unit
F = TypeVar("F", bound=Callable[..., Any])

forums_option = click.option("--forum", multiple=True, metavar="ID", help="Only this forum; repeatable.")


class Moment(click.ParamType[datetime]):
    """A point in time: 2026-07-01, 2026-07-01T08:00+07:00, or how long ago: 24h, 7d."""

    name = "when"
    else_write = ""  # what may stand in its place

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> datetime:
        """An aware datetime; a date without an offset is UTC."""
        if isinstance(value, datetime):
            return value
        try:
            found = datetime.fromisoformat(value)
            return found if found.tzinfo else found.replace(tzinfo=UTC)
        except ValueError:
            pass
        if value.strip().isdecimal():  # of what? seconds would find nothing, and nobody would know
            self.fail(f"{value!r} has no unit; write {value}d, {value}h or a day, 2026-07-01", param, ctx)
        if months := MONTHS.fullmatch(value.strip()):  # as minutes they would find nothing, likewise
            self.fail(f"{value!r} may mean months or minutes; {instead_of(months)}", param, ctx)
        try:
            if not _LENGTH.fullmatch(value):
                raise ValueError(value)
            return datetime.now(UTC) - timedelta(seconds=seconds(value))
        except (ValueError, OverflowError):
            forms = f"{self.else_write}2026-07-01, 2026-07-01T08:00+07:00, 24h or 7d"
            self.fail(f"{value!r} is no time; write {forms}", param, ctx)


class Past(Moment):
    """A point in time that has come, somewhere."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> datetime:
        """Likewise."""
        found = super().convert(value, param, ctx)
        if has_yet_to_come(found, datetime.now(UTC)):
            self.fail(f"{value!r} has yet to come", param, ctx)
        return found


class Ahead(click.ParamType[datetime]):
    """A point in time that is still to come: 2027-01-31, 2027-01-31T18:00+07:00, or in how long: 90d."""

    name = "when"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> datetime:
        """An aware datetime; a date without an offset is UTC."""
        now = datetime.now(UTC)
        try:
            found = _ahead(value, now)
        except (ValueError, OverflowError):
            self.fail(f"{value!r} is no time; write 90d, 2027-01-31 or 2027-01-31T18:00+07:00", param, ctx)
        if found <= now:
            self.fail(f"{value!r} has passed already", param, ctx)
        return found


def _ahead(value: Any, now: datetime) -> datetime:
    if isinstance(value, datetime):
        return value
    if _LENGTH.fullmatch(value):
        return now + timedelta(seconds=seconds(value))
    found = datetime.fromisoformat(value)
    return found.astimezone(UTC) if found.tzinfo else found.replace(tzinfo=UTC)


def format_option(function: F) -> F:
    """``--format``."""
    choice = click.Choice(FORMATS)
    return click.option("--format", "form", type=choice, default="table", show_default=True)(function)


def since_option(what: str) -> Callable[[F], F]:
    """``--since``; `what` says which of a row's times is meant, as in "found"."""
    said = f"Only those {what} since then: 2026-07-01 (UTC), 2026-07-01T08:00+07:00, or an age: 24h, 7d."
    return click.option("--since", type=Past(), metavar="WHEN", help=said)


def limit_option(default: int) -> Callable[[F], F]:
    """``--limit``, 0 for no limit."""
    return click.option(
        "--limit", type=LIMIT, default=default, show_default=True, help="At most so many; 0: all."
    )


def typed(option: str) -> bool:
    """Whether somebody gave the option."""
    source = click.get_current_context().get_parameter_source(option)
    return source != click.core.ParameterSource.DEFAULT


def tell_cut(count: int, limit: int) -> None:
    """Say that a list ends at a ``--limit`` that nobody gave: as many rows as it has are not all that there is."""
    if count == limit and not typed("limit"):
        click.echo(f"note: the first {limit}, there may be more; --limit 0 brings all", err=True)
