"""The file that `database:` names → the store, wherever the program is started.

A relative one counts from the folder of sources.yaml. Before it did, it counted from the folder that the program was
started in: a store that is there goes on being used, and so it is where none can be made beside sources.yaml, as in
/etc. That is said.
"""

from __future__ import annotations

import os
from pathlib import Path

from sqlalchemy import make_url

from . import Config


def store_of(config: Config, here: Path | None) -> tuple[str, str | None]:
    """The URL of the store for a program that is started in the folder `here`, and what its user is to know of that.

    A folder that this user may not look into, or that was taken away meanwhile (None), holds no store of theirs.
    """
    url = make_url(config.database)
    name = url.database or ""
    plain = url.get_backend_name() == "sqlite" and name and not name.startswith((":memory:", "file:"))
    if not plain or config.folder is None or Path(name).is_absolute() or config.folder == here:
        return config.database, None
    there = config.folder / name
    if here is None or _same(old := here / name, there) or not (_is_there(old) or _only(old, there)):
        return str(url.set(database=str(there))), None
    write = f"write database: sqlite:///{old} into {config.path}"
    if _is_there(there):
        said = f"there are two stores, {old}, which is used, and {there}, which is for who starts elsewhere"
        write += ", or the other, and put away what is not wanted"
    else:
        said = f"the store is {old}, of the folder that this was started in; started elsewhere it would be {there}"
    return str(url.set(database=str(old))), f"{said}; {write}"


def started_in() -> Path | None:
    """The folder that the program was started in; None where it is no more."""
    try:
        return Path.cwd()
    except OSError:
        return None


def _same(one: Path, other: Path) -> bool:
    return _is_there(one) and _is_there(other) and one.samefile(other)


def _only(one: Path, other: Path) -> bool:
    """Whether one file may be made, and the other is not there, nor may be."""
    return not _is_there(other) and os.access(one.parent, os.W_OK) and not os.access(other.parent, os.W_OK)


def _is_there(file: Path) -> bool:
    return os.path.exists(file)  # Path.exists raises where nobody may look
