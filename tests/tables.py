"""Tables of hundreds of cases: read from their files, and tried in one test instead of one for each row."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import pytest
import yaml

LABEL = 160  # characters that tell which row it is


def each(
    names: str | tuple[str, ...], rows: Iterable[Any]
) -> Callable[[Callable[..., None]], Callable[[], None]]:
    """As pytest.mark.parametrize, in one test that tries every row and tells all that fail.

    For functions that take a row and nothing else: what fixtures make would be shared by all rows. To set a test up
    and to report it from a worker takes a hundred times as long as to fold a word.
    """
    many = isinstance(names, tuple)
    keys = names if isinstance(names, tuple) else (names,)
    cases = [dict(zip(keys, row if many else (row,), strict=True)) for row in rows]
    assert cases, "a table without rows proves nothing"

    def of(check: Callable[..., None]) -> Callable[[], None]:
        assert {*inspect.signature(check).parameters} == {*keys}, "a row gives all that its test takes"
        assert not inspect.iscoroutinefunction(check), "nobody would wait for it"

        def test() -> None:
            told = ((row, _failure(check, case)) for row, case in enumerate(cases, 1))
            failed = [f"row {row}: {said}" for row, said in told if said]
            if failed:
                pytest.fail(f"{len(failed)} of {len(cases)} rows:\n\n" + "\n\n".join(failed), pytrace=False)

        test.__name__, test.__qualname__, test.__doc__ = check.__name__, check.__qualname__, check.__doc__
        test.__module__ = check.__module__
        return test

    return of


def table_of(path: Path) -> Any:
    """What a YAML file holds, in a seventh of the time where libyaml is there."""
    return yaml.load(path.read_text("utf-8"), Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))


def _failure(check: Callable[..., None], case: dict[str, Any]) -> str | None:
    """What `check` says against the row, below what the row is."""
    try:
        check(**case)
    except (Exception, pytest.fail.Exception) as err:
        row = ", ".join(f"{name}={value!r}"[:LABEL] for name, value in case.items())
        return f"{row}\n{type(err).__name__}, line {_line(check, err)}: {err}"
    return None


def _line(check: Callable[..., None], err: BaseException) -> int | None:
    """Of `check`, where it failed."""
    at = err.__traceback__
    while at is not None and at.tb_frame.f_code is not check.__code__:
        at = at.tb_next
    return at.tb_lineno if at else None
