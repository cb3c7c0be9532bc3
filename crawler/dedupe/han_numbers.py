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
_VAGUE = "数數几幾"  # some, in front of it
# 3千万 is read with its figure; 二十五日 is a day, 三点二十分 an hour
_WRITTEN = re.compile(
    rf"(?<![0-9{_BEGIN}{_LARGE}{_VAGUE}])"
    rf"(?:([{_BEGIN}]++)点([{_DIGITS}]{{1,4}}+)([{_LARGE}]?)(?![十分])|([{_BEGIN}][{_BEGIN}{_LARGE}]{{1,13}}+)(?![日号號点]))"
)


def han_numbers(text: str, least: int) -> Iterator[tuple[int, Number]]:
    """(where it begins, the number) of each; of whole ones those from `least` on, and no years.

    百亿 and 千万 without a digit are no numbers but orders of size.
    """
    for found in _WRITTEN.finditer(text):
        whole, decimals, unit, plain = found.groups()
        if plain:
            year = len(plain) == 4 and _VALUES.keys() >= set(plain)
            value = 0 if year or _SIZES.issuperset(plain) else _value(plain)
            if value >= least:
                yield found.start(), plain_number(value)
        elif value := int(f"{_value(whole)}{_figures(decimals)}"):
            number = plain_number(value)
            power = number.power - len(decimals) + _LARGE_UNITS.get(unit, 0)
            yield found.start(), Number(number.digits, power)


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
