"""Strings made plain: what is quick for long texts says what the plain way does."""

from __future__ import annotations

import pytest

from crawler.parse.dates.calendars import may_hold
from crawler.parse.page.clean import LONG, is_printable, letters, small, width


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


def test_a_text_in_small_letters_is_as_long_as_it_was() -> None:
    assert small("İLAN, Röportaj ΣΟΦΟΣ ẞ") == "ilan, röportaj σοφος ß"
    signs = (*map(chr, range(0x110000)), "i\u0307", "I\u0307")
    assert [sign for sign in signs if len(small(sign)) != len(sign)] == []


def test_what_is_quick_for_narrow_letters_tells_wide_ones_all_the_same() -> None:
    told = {"GDEC": 4, "Öffnung": 7, "“中文”": 6, "ｶﾅ": 2, "\ud800": 1, "한 글": 5, "ไทย": 3, "": 0}
    assert {text: width(text) for text in told} == told


def test_a_line_without_a_figure_holds_no_date_and_a_time_is_none() -> None:
    dates = ("3 July 2025", "03/07", "2025", "七月三日 2025年", "年", "٣ يوليو ٢٠٢٥", "3年", "5 . 7")
    others = ("", "July", "16:05", "3 boats", "Öffnung um 16:05", "七月", "4, 5 or 6")
    assert [line for line in dates if not may_hold(line)] == []
    assert [line for line in others if may_hold(line)] == []
