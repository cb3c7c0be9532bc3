"""A file that appears under its name only when it is whole: whose it is, and what it may not take away."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from click import UsageError

from crawler.commands.whole import whole_file


def files(folder: Path) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in folder.iterdir()}


def write(path: Path, *, force: bool, meanwhile: bytes | None = None) -> None:
    """Write "ours" under that name, in which another program may have written `meanwhile`."""
    with whole_file(path, force) as out:
        out.write(b"ours")
        if meanwhile is not None:
            path.write_bytes(meanwhile)


def test_what_came_under_the_name_meanwhile_is_not_overwritten(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="is there already; --force overwrites it"):
        write(tmp_path / "m.csv", force=False, meanwhile=b"theirs")
    assert files(tmp_path) == {"m.csv": b"theirs"}
    write(tmp_path / "m.csv", force=True, meanwhile=b"theirs")
    assert files(tmp_path) == {"m.csv": b"ours"}


def test_others_may_read_it_as_they_may_any_file_of_its_owner(tmp_path: Path) -> None:
    before = os.umask(0o027)
    try:
        write(tmp_path / "m.csv", force=False)
        assert os.umask(0o027) == 0o027  # as it was
    finally:
        os.umask(before)
    assert (tmp_path / "m.csv").stat().st_mode & 0o777 == 0o640
