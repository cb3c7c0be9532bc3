"""How many nobody saw: textbook values, and intervals that hold the truth as often as they say."""

from __future__ import annotations

import random
from fractions import Fraction
from math import ceil, comb

import pytest

from crawler.estimate import Estimate, chapman


def test_the_textbooks_values():
    # the example of many a lecture: 28.33 by Chapman, 30 by Lincoln and Petersen
    turtles = chapman(10, 15, 5)
    assert turtles.total == pytest.approx(28.333, abs=0.001)
    assert turtles.low > 10 + 15 - 5
    rabbits = chapman(87, 14, 7)  # Seber, Williams: 164 rabbits, variance 34.1 squared or so
    assert rabbits.total == pytest.approx(164, abs=0.01)


def test_all_seen_twice_leaves_nothing_unseen():
    assert chapman(40, 40, 40) == Estimate(40, 40, 40)
    assert chapman(0, 0, 0) == Estimate(0, 0, 0)
    everything = chapman(50, 20, 20)
    assert everything.total == everything.low == 50 < everything.high


def test_where_one_saw_nothing_of_its_own_the_limit_is_the_exact_one():
    """By hand: all 20 are among the 50 in C(50, 20) of C(N, 20) ways."""
    for seen in range(1, 40):
        for both in range(1, seen + 1):
            most = seen
            while Fraction(comb(seen, both), comb(most + 1, both)) >= Fraction(1, 40):
                most += 1
            assert chapman(seen, both, both).high == chapman(both, seen, both).high == most, (seen, both)


@pytest.mark.parametrize("counts", [(5, 5, 6), (-1, 5, 0), (5, 3, 4)])
def test_counts_that_cannot_be_are_refused(counts):
    with pytest.raises(ValueError, match="seen by both"):
        chapman(*counts)


@pytest.mark.parametrize(
    ("truth", "one", "other", "most"),
    [
        (300, 0.4, 0.3, 0.98),
        (60, 0.95, 0.3, 1),
        (200, 0.95, 0.1, 1),
    ],  # a way that sees nearly all, and a small one
)
def test_the_interval_holds_the_truth_nineteen_times_of_twenty(truth, one, other, most):
    chance, held, tries = random.Random(3), 0, 400
    for _ in range(tries):
        first = {n for n in range(truth) if chance.random() < one}
        second = {n for n in range(truth) if chance.random() < other}
        found = chapman(len(first), len(second), len(first & second))
        held += int(found.low) <= truth <= ceil(found.high)  # as it is told
    assert 0.92 <= held / tries <= most
