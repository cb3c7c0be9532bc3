"""A number whose size is known, and a number that is written as a sum, part by part."""

from __future__ import annotations

import re
from dataclasses import dataclass

DIGITS_TELL = 3  # digits of a number, without the zeros at its end, that tell it apart without its size
# who writes a number as a sum: 2 bin 600, 2 हज़ार 600, 1 млн 250 тыс., 2 هزار و 600
SUMMED = frozenset(["ar", "bn", "el", "es", "fa", "hi", "ja", "ko", "ru", "th", "tr", "uk", "ur", "vi", "zh"])
_AND = re.compile(" ?(?:و ?)?")  # between its parts
_THOUSAND, _LAKH, _CRORE = 3, 5, 7  # powers of ten
_LARGE = ((1e12, "trillion"), (1e9, "billion"), (1e6, "million"))


@dataclass(frozen=True, slots=True)
class Number:
    """A number as its digits without the zeros at its end, and the power of ten that they are times."""

    digits: str
    power: int

    @property
    def name(self) -> str:
        """The same for every way of writing it."""
        return self.digits if len(self.digits) >= DIGITS_TELL else f"{self.digits}e{self.power}"

    @property
    def weight(self) -> int:
        """How much it tells, in bits more or less."""
        if len(self.digits) == 1:
            return 1
        if len(self.digits) == 2:
            return 2 if self.power == 0 else 3
        return 5 if len(self.digits) == 3 else 7

    @property
    def value(self) -> int:
        """Without what stands behind its decimal mark."""
        return int(self.digits + "0" * self.power if self.power >= 0 else self.digits[: self.power] or "0")

    def shown(self) -> str:
        """For people: 43.2, 1200, 3.7 billion."""
        value = int(self.digits) * 10.0**self.power
        for size, word in _LARGE:
            if value >= size:
                return f"{value / size:.10g} {word}"
        return f"{value:.10g}"


class Sum:
    """A number that is written as a sum, part by part: 1億|2000万, 2 bin|600, 2 हज़ार|600 करोड़."""

    def __init__(self, first: Number) -> None:
        self._whole, self._last, self._power, self._end = 0, first.value, 0, -1

    def goes_on(self, text: str, start: int) -> bool:
        """Whether what begins at `start` may be its next part."""
        return self._end >= 0 and start - self._end <= 3 and bool(_AND.fullmatch(text, self._end, start))

    def takes(self, number: Number, power: int) -> bool:
        """Add a part with its unit, if it is less than the unit before it, or counts in its thousands, or in lakhs and
        thousands of crores, as one lakh twenty thousand crores do.
        """
        unit = 10**self._power
        if number.power < 0:
            return False
        if number.value < unit:
            self._whole, self._last = self._whole + self._last, number.value
        elif self._power == _THOUSAND < power and number.value < unit * 10**power:
            self._last = self._last * 10**power + number.value
        elif self._power == _LAKH and power == _THOUSAND + _CRORE and number.value < unit * 10**power:
            self._last = self._last * 10**_CRORE + number.value
        else:
            return False
        return True

    def total(self) -> Number:
        """What the parts make together."""
        return plain_number(self._whole + self._last)

    def open(self, end: int, power: int, language: str) -> None:
        """The part ends there, with a unit behind which another part may stand."""
        self._end = end if power in (4, 8, 12) or (power >= _THOUSAND and language in SUMMED) else -1
        self._power = power


def plain_number(value: int) -> Number:
    """A whole number above nought."""
    digits = str(value)
    stripped = digits.rstrip("0")
    return Number(stripped, len(digits) - len(stripped))
