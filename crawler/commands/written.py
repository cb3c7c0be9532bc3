"""A stanza → sources.yaml, with all that is checked before the file is replaced."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import NoReturn

import click

from crawler.config import Config, ConfigError, parse_config, shipped_path
from crawler.config.alone import alone
from crawler.config.decoding import encoding_of
from crawler.config.stanza import StanzaError, replace_file
from crawler.flag import WatchlistError

from .settings import EXIT_FAILED, EXIT_USAGE, Settings


def write_stanza(
    settings: Settings,
    config: Config,
    stanza: str,
    put: Callable[[str], str],
    check: Callable[[Config, Config], None],
    *,
    under: str,
) -> Config:
    """Put a stanza into the file that `config` was read from; returns what the file says now.

    `put` makes the file's new text of its old one, `check` raises StanzaError or WatchlistError where what it says by
    then is anything else than what it said before and the stanza. Ends with a sentence and the stanza where it cannot
    be written. Others that write stanzas wait meanwhile, and what they wrote since `config` was read stays.
    """
    check_own(settings, config, stanza)
    try:
        with alone(config.path) as held:
            if not held:
                refuse(f"another program holds {config.path}; try again", stanza, EXIT_FAILED)
            return _written(config.path, put, check)
    except (ConfigError, WatchlistError) as err:
        refuse(f"{config.path} would have a fault with it: {err.lines[0]}", stanza)
    except OSError as err:
        refuse(f"{config.path} cannot be read: {err.strerror}", stanza, EXIT_FAILED)
    except StanzaError as err:
        refuse(f"{err}; put this under {under}: yourself", stanza, EXIT_FAILED)


def _written(path: Path, put: Callable[[str], str], check: Callable[[Config, Config], None]) -> Config:
    text = _read(path)
    plain = text.removeprefix("\ufeff")
    before, new = parse_config(plain, path, os.environ), put(plain)
    after = parse_config(new, path, os.environ)
    check(before, after)
    if _read(path) != text:  # by an editor, which holds nothing
        refuse(f"{path} was changed by another program meanwhile; try again", code=EXIT_FAILED)
    replace_file(path, "\ufeff" * text.startswith("\ufeff") + new)
    return after


def check_own(settings: Settings, config: Config, stanza: str = "") -> None:
    """End with a sentence where the file is the shipped one, which the next version replaces."""
    if settings.config_path is None and config.path == shipped_path():
        refuse(f"the shipped {config.path} stays as it is; copy it here as sources.yaml first", stanza)


def refuse(why: str, stanza: str = "", code: int = EXIT_USAGE) -> NoReturn:
    """End with a sentence, and what was not written."""
    click.echo(why, err=True)
    if stanza:
        click.echo(stanza, err=True)
    raise SystemExit(code)


def _read(path: Path) -> str:
    """The file's text with its own line ends."""
    try:
        data = path.read_bytes()
        if not (codec := encoding_of(data)).startswith("utf-8"):
            raise StanzaError(f"{path} is {codec.upper()} text, and only into UTF-8 is written")
        return data.decode("utf-8")
    except (OSError, UnicodeDecodeError) as err:
        raise StanzaError(f"{path} cannot be read: {err}") from None
