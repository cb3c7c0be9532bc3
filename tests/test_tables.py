"""A table that is tried in one test hides none of its rows."""

from __future__ import annotations

import pytest
from tables import each


def test_every_row_is_tried_and_all_that_fail_are_told() -> None:
    tried = []

    @each(("number", "half"), [(2, 1), (3, 1), (4, 2), (5, 2), ("x", 0)])
    def halves(number: int, half: int) -> None:
        tried.append(number)
        assert number / half == 2

    with pytest.raises(pytest.fail.Exception) as caught:
        halves()
    said = str(caught.value)
    assert tried == [2, 3, 4, 5, "x"]
    assert said.startswith("3 of 5 rows:")
    assert "row 2: number=3, half=1\nAssertionError, line" in said
    assert "assert (3 / 1) == 2" in said
    assert "row 4: number=5, half=2\nAssertionError" in said
    assert "number='x', half=0\nTypeError" in said
    assert "number=4" not in said


def test_rows_that_hold_are_silent() -> None:
    @each("word", ["a", "b"])
    def short(word: str) -> None:
        assert len(word) == 1

    short()


def test_a_row_that_is_said_to_fail_fails() -> None:
    @each("word", ["a"])
    def refused(word: str) -> None:
        pytest.fail(f"not {word}")

    with pytest.raises(pytest.fail.Exception, match="1 of 1 rows"):
        refused()


def test_a_table_that_would_prove_nothing_is_refused() -> None:
    def check(word: str) -> None: ...

    async def later(word: str) -> None: ...

    with pytest.raises(AssertionError, match="without rows"):
        each("word", [])
    with pytest.raises(AssertionError, match="all that its test takes"):
        each(("word", "other"), [("a", "b")])(check)
    with pytest.raises(AssertionError, match="wait for it"):
        each("word", ["a"])(later)  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="shorter"):
        each(("word", "other"), [("a",)])
