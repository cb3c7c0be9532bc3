"""How many there are, from how many two channels saw and how many of them both saw: capture and recapture.

It holds where the channels see independently of each other and every text has the same chance in a channel. What is
told everywhere is seen by both more often than that, so what comes out is rather too low than too high.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from math import exp, lgamma, log, sqrt

LEAST_BOTH = 7  # seen by both: with fewer the estimator is biased low (Robson and Regier 1964)
_Z = 1.96  # 95 %
_TAIL = 0.025  # likewise, at one end


@dataclass(frozen=True, slots=True)
class Estimate:
    """Of how many there are in all, with an interval that holds the truth in 95 of 100 cases."""

    total: float
    low: float
    high: float


def chapman(first: int, second: int, both: int) -> Estimate:
    """Chapman's estimator (1951) with the variance of Seber (1970), and an interval that is lognormal in what nobody saw.

    `first` and `second` are how many each channel saw, `both` how many of them are the same. The interval does not
    begin below what was seen (Burnham, in Rexstad and Burnham 1991). Where one channel saw nothing of its own, that
    variance is 0, which would say that nothing is missing: there the interval ends with the exact hypergeometric limit.
    Raises ValueError for counts that cannot be.
    """
    if min(first, second, both) < 0 or both > min(first, second):
        raise ValueError(f"{both} seen by both of {first} and {second}")
    total = (first + 1) * (second + 1) / (both + 1) - 1
    variance = (first + 1) * (second + 1) * (first - both) * (second - both) / ((both + 1) ** 2 * (both + 2))
    seen = first + second - both
    unseen = total - seen
    if unseen <= 0 or variance <= 0:
        return Estimate(total, seen, max(total, _most(seen, both)))
    spread = exp(_Z * sqrt(log(1 + variance / unseen**2)))
    return Estimate(total, seen + unseen / spread, seen + unseen * spread)


def _most(seen: int, both: int) -> int:
    """The most that there can be if, at _TAIL, all `both` that one channel saw are among the `seen` of the other."""
    if not both:
        return seen

    def unlikely(total: int) -> float:
        """-log of the chance: of choosing `both` of `total`, all are among `seen`."""
        return _choices(total, both) - _choices(seen, both)

    most = range(seen, int(seen / _TAIL) + 2)  # one alone of so many is there with less than that chance
    return most[bisect_right(most, -log(_TAIL) + 1e-9, key=unlikely) - 1]


def _choices(total: int, some: int) -> float:
    """log of the number of ways to choose `some` of `total`."""
    return lgamma(total + 1) - lgamma(some + 1) - lgamma(total - some + 1)
