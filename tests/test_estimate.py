"""How many nobody saw: textbook values, and intervals that hold the truth as often as they say."""

from __future__ import annotations

import random

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
    assert everything.total == everything.low == everything.high == 50


@pytest.mark.parametrize("counts", [(5, 5, 6), (-1, 5, 0), (5, 3, 4)])
def test_counts_that_cannot_be_are_refused(counts):
    with pytest.raises(ValueError, match="seen by both"):
        chapman(*counts)


def test_the_interval_holds_the_truth_nineteen_times_of_twenty():
    chance, held, tries = random.Random(3), 0, 400
    for _ in range(tries):
        first = {n for n in range(300) if chance.random() < 0.4}
        second = {n for n in range(300) if chance.random() < 0.3}
        found = chapman(len(first), len(second), len(first & second))
        held += found.low <= 300 <= found.high
    assert 0.92 <= held / tries <= 0.98
