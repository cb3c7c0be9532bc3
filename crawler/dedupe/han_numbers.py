"""Chinese and Japanese text → the numbers that it writes in words: 三十四 is 34, 一万八千 18,000, 三点二亿 320 million."""

from __future__ import annotations

import re
from collections.abc import Iterator

from crawler.dedupe.amounts import Number, plain_number

_DIGITS = "〇零一二三四五六七八九"
_SMALL_UNITS = {"十": 10, "百": 100, "千": 1000}
_LARGE_UNITS = {"万": 4, "萬": 4, "亿": 8, "億": 8}  # powers of ten
_VALUES = {char: value for value, char in enumerate("〇一二三四五六七八九")} | {"零": 0, "两": 2, "兩": 2}
_LARGE = "".join(_LARGE_UNITS)
_SIZES = frozenset(f"百千{_LARGE}")
_BEGIN = f"{_DIGITS}两兩" + "".join(_SMALL_UNITS)
_RUN = re.compile(f"[{_BEGIN}{_LARGE}点]{{2,20}}")
_PARTS = re.compile(
    rf"([{_BEGIN}]+)点([{_DIGITS}]{{1,4}})([{_LARGE}]?)|([{_BEGIN}][{_BEGIN}{_LARGE}]{{1,13}})"
)
_NOT_BEHIND = frozenset("0123456789数數几幾")  # 3千万 is read with its figure, and 数十 is only some
_NOT_BEFORE = frozenset("日号號分")  # 二十五日 is a day, 三点二十分 an hour


def han_numbers(text: str, least: int) -> Iterator[tuple[int, Number]]:
    """(where it begins, the number) of each; of whole ones those from `least` on, and no years.

    百亿 and 千万 without a digit are no numbers but orders of size.
    """
    for run in _RUN.finditer(text):
        start, end = run.span()
        if text[start - 1 : start] in _NOT_BEHIND or text[end : end + 1] in _NOT_BEFORE:
            continue
        if found := _PARTS.fullmatch(text, start, end):
            whole, decimals, unit, plain = found.groups()
            if plain:
                if not _tells_nothing(plain) and (value := _value(plain)) >= least:
                    yield start, plain_number(value)
            elif value := int(f"{_value(whole)}{_figures(decimals)}"):
                number = plain_number(value)
                power = number.power - len(decimals) + _LARGE_UNITS.get(unit, 0)
                yield start, Number(number.digits, power)


def _tells_nothing(written: str) -> bool:
    """Whether it is a year or an order of size."""
    year = len(written) == 4 and _VALUES.keys() >= set(written)
    return year or _SIZES.issuperset(written)


def _figures(written: str) -> str:
    return "".join(str(_VALUES[char]) for char in written)


def _value(written: str) -> int:
    if _VALUES.keys() >= set(written):
        return int(_figures(written))
    whole = part = digit = 0
    for char in written:
        if small := _SMALL_UNITS.get(char):
            part, digit = part + (digit or 1) * small, 0
        elif large := _LARGE_UNITS.get(char):
            unit, part, digit = 10**large, part + digit, 0
            whole = (whole + part) * unit if whole < unit and whole else whole + (part or 1) * unit
            part = 0
        else:
            digit = _VALUES[char]
    return whole + part + digit
