"""Which mentions are meant: the options that `mentions` and `export` have alike."""

from __future__ import annotations

from collections.abc import Callable

import click

from storage.mentions.triage import VERDICTS
from storage.search.fields import ROLES

from .asking import HELP
from .options import YEAR, F, Language, forums_option, since_option


def mention_filters(since: str, triage: str) -> Callable[[F], F]:
    """Which mentions: ``--forum``, ``--edition``, ``--language``, ``--role``, ``--triage``, ``--query``, ``--since``.

    `since` is as in since_option; `triage` says what is meant where none is named.
    """
    options = (
        forums_option,
        click.option("--edition", type=YEAR, metavar="YEAR", help="Only this edition."),
        click.option(
            "--language",
            multiple=True,
            type=Language(),
            metavar="CODE",
            help="Only articles in this language; repeatable.",
        ),
        click.option("--role", multiple=True, type=click.Choice(ROLES), help="Repeatable."),
        click.option(
            "--triage", multiple=True, type=click.Choice(VERDICTS), help=f"Repeatable. Default: {triage}."
        ),
        click.option("--query", metavar="QUERY", help=HELP),
        since_option(since),
    )

    def put(function: F) -> F:
        for option in reversed(options):
            function = option(function)
        return function

    return put
