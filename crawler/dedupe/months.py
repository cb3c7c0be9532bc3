"""Text without spaces → the months of which it tells: 3月, 三月份, 3월, มีนาคม; those of days are none."""

from __future__ import annotations

import re
from collections.abc import Iterator

_HAN = ("一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二")
_THAI = (
    *("มกราคม", "กุมภาพันธ์", "มีนาคม", "เมษายน", "พฤษภาคม", "มิถุนายน"),
    *("กรกฎาคม", "สิงหาคม", "กันยายน", "ตุลาคม", "พฤศจิกายน", "ธันวาคม"),
)
_DIGITS = f"0-9{''.join(_HAN[:10])}"
_SIGN = re.compile("[月월]|คม|ยน|พันธ์")  # no month is without one of them
_MONTH = re.compile(
    rf"(?<![{_DIGITS}])([{_DIGITS}]{{1,2}})[月월](?![{_DIGITS}])|(?<![0-9])({'|'.join(_THAI)})"
)
_NUMBERS = {
    written: number for row in (map(str, range(1, 13)), _HAN, _THAI) for number, written in enumerate(row, 1)
}


def months_in(letters: str) -> Iterator[tuple[int, int, int]]:
    """(start, end, number) of each month that has no day beside it."""
    if _SIGN.search(letters):
        for found in _MONTH.finditer(letters):
            if number := _NUMBERS.get(found[1] or found[2]):
                yield *found.span(), number
