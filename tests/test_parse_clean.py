"""Strings made plain: what is quick for long texts says what the plain way does."""

from __future__ import annotations

import pytest

from crawler.parse.clean import LONG, is_printable, letters


@pytest.mark.parametrize("length", [0, LONG - 2, LONG - 1, LONG, 4 * LONG])
def test_a_long_text_is_printable_as_a_short_one_is(length: int) -> None:
    for sign in (*map(chr, range(256)), "\u200b", "中", "\ud800"):
        for text in (sign + "a" * length, "a" * length + sign):
            assert is_printable(text) is text.isprintable(), (sign, length)


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Forum «Öffnet» 2025", "ForumÖffnet2025"),
        ("Öffnet", "Öffnet"),
        ("ö_„f“", "öf"),
        ("¾ ² ५", "¾²५"),
        ("—", ""),
        ("", ""),
    ],
)
def test_letters_and_digits_of_any_script_are_left(text: str, left: str) -> None:
    assert letters(text) == left
