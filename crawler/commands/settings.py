"""What every verb is given: the configuration, the store, and the codes that a command ends with."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from crawler.config import Config
    from storage.database import Database

EXIT_FAILED, EXIT_USAGE, EXIT_SOME_SOURCES, EXIT_STORE, EXIT_ASKED, EXIT_INTERRUPTED = 1, 2, 3, 4, 10, 130


@dataclass(slots=True)
class Settings:
    """What stands before the verb."""

    config_path: str | None
    database_url: str | None
    _read: Config | None = field(default=None, repr=False)
    _noted: bool = field(default=False, repr=False)  # what there is to know of the store's place is said once

    def config(self) -> Config:
        """The checked sources.yaml, read once; ends the program with exit 2 where it has faults."""
        if self._read is not None:
            return self._read
        from crawler.config import ConfigError, find_config, load_config

        try:
            config = load_config(find_config(self.config_path))
        except ConfigError as err:
            for line in err.lines:
                click.echo(line, err=True)
            raise SystemExit(EXIT_USAGE) from None
        for warning in config.warnings:
            click.echo(f"note: {warning}", err=True)
        self._read = config
        return config

    def known_config(self) -> Config | None:
        """The same, where a verb had need of it."""
        return self._read

    def url(self) -> str:
        """The store: --database, else what the configuration says."""
        if self.database_url is not None:
            return self.database_url
        from crawler.config.place import started_in, store_of

        url, note = store_of(self.config(), started_in())
        if note is not None and not self._noted:
            click.echo(f"note: {note}", err=True)
            self._noted = True
        return url

    def open(self, *, create: bool = False) -> Database:
        """The store, opened; StoreError where it cannot be."""
        from storage.database import Database

        return Database(self.url(), create=create)
