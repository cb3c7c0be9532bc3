"""Names found by how they begin are those that stand in the text."""

from __future__ import annotations

import random

from crawler.flag.names.beginnings import FEW, LEAST, Beginnings

MOST = 20_000


def _standing(names: list[str], text: str) -> list[tuple[int, int, int]]:
    """(end, start, number) by looking for each name at each place that is not within a Latin word."""
    return sorted(
        (start + len(name), start, number)
        for start in range(len(text))
        if not (start and "a" <= text[start - 1] <= "z" and "a" <= text[start] <= "z")
        for number, name in enumerate(names)
        if text.startswith(name, start)
    )


def test_each_name_is_found_however_many_begin_alike() -> None:
    chance = random.Random(7)
    wrong = []
    for signs in ("ab ", "дж ", "数字 a", "ข้อ b", "é😀 "):
        for size in (3, LEAST, LEAST + 20):
            names = ["".join(chance.choices(signs, k=chance.randint(1, size))) for _ in range(40 * FEW)]
            names += [names[0], names[1] + names[2], signs * LEAST]
            text = " ".join(chance.choices(names, k=30)) + "".join(chance.choices(signs, k=200))
            if Beginnings(names).found(text, MOST) != _standing(names, text):
                wrong.append((signs, size))
    assert wrong == []


def test_a_text_of_one_repeated_name_stays_bounded() -> None:
    text = "数字" * MOST
    assert len(Beginnings(["数字", "数字经济"]).found(text, 100)) == 100
    assert Beginnings([]).found(text, MOST) == []
