"""Expressions of many alternatives that are asked in slices."""

from __future__ import annotations

import random
import re
from re import _parser  # type: ignore[attr-defined]  # what else tells how an expression is built
from typing import Any

import pytest
from test_patterns import expressions

from crawler.patterns import _Pattern, rarely
from crawler.slices import SLICE, sliced

WORDS = "|".join(f"word{number} of {number}" for number in range(200))
ASKS = ("search", "match", "fullmatch")


@pytest.mark.parametrize(
    ("pattern", "texts"),
    [
        (WORDS, ["word7 of 7", "a word199 of 199, word3 of 3", "word7 of 8", "word1 of 12"]),
        (rf"\W*(?:{WORDS})\.?", ["- word7 of 7.", "word150 of 150 word2 of 2.", "word7 of"]),
        (rf"first|\W*(?:{WORDS})(?: and more)$|last", ["word9 of 9 and more", "word9 of 9", "the last", "first"]),
        (rf"(?m)^(?:{WORDS})$", ["a\nword77 of 77\nb", "a word77 of 77"]),
        (rf"(?:(?:{WORDS}) ){{2}}on", ["word1 of 1 word190 of 190 on", "word1 of 1 on"]),
    ],
)  # fmt: skip
def test_slices_find_what_the_whole_finds(pattern: str, texts: list[str]) -> None:
    rare, whole = rarely(pattern), re.compile(pattern)
    assert [(text, ask) for text in texts for ask in ASKS if not _alike(rare, whole, ask, text)] == []


def test_an_expression_that_captures_or_is_short_is_whole() -> None:
    for pattern in (f"(?P<what>{WORDS})", f"({WORDS})", f"(?P<a>a)(?(1){WORDS})", "(?:log|sign) in|anmelden"):
        assert sliced(pattern) == [pattern]
    assert all(SLICE <= len(part) < 3 * SLICE for part in sliced(WORDS)[:-1])
    assert "|".join(sliced(WORDS)) == WORDS
    long = "word " * SLICE
    assert sliced(f"{long}|{long}on") == [long, f"{long}on"]


def test_only_slices_that_have_a_part_in_the_text_are_compiled(monkeypatch: pytest.MonkeyPatch) -> None:
    compiled: list[str] = []
    compile_ = re.compile
    monkeypatch.setattr(re, "compile", lambda *given: compiled.append(given[0]) or compile_(*given))
    rare = rarely(WORDS)
    assert rare.search("word7 of 7 goes before word199 of 199")
    assert set(compiled) == {sliced(WORDS)[0], sliced(WORDS)[-1]}
    assert rare.search("\ud800 word100 of 100")  # cannot be looked through for parts
    assert set(compiled) == set(sliced(WORDS))


def test_every_rare_expression_finds_in_slices_what_it_finds_whole() -> None:
    chance, apart, cut = random.Random(7), [], 0
    for name, pattern in expressions():
        if (
            not isinstance(pattern, _Pattern)
            or not pattern._rare
            or len(parts := sliced(pattern.pattern)) < 2
        ):
            continue
        cut += 1
        rare, whole = rarely(pattern.pattern, pattern._flags), re.compile(pattern.pattern, pattern._flags)
        told = [_text(_parser.parse(part, pattern._flags), chance) for part in parts for _ in range(3)]
        told += [f"{chance.choice(told)} {text}" for text in told] + [f"so, {text} it was." for text in told]
        apart += [(name, ask, text) for text in told for ask in ASKS if not _alike(rare, whole, ask, text)]
    assert cut > 10
    assert apart == []


def _alike(rare: re.Pattern[str], whole: re.Pattern[str], ask: str, text: str) -> bool:
    found, told = getattr(rare, ask)(text), getattr(whole, ask)(text)
    return (found and found.span()) == (told and told.span())


def _text(parsed: Any, chance: random.Random) -> str:
    """What an expression may find, by its parts; where it looks around nothing is said."""
    told = ""
    for op, value in parsed:
        match str(op):
            case "LITERAL":
                told += chr(value)
            case "NOT_LITERAL" | "ANY" | "CATEGORY":
                told += "x"
            case "IN":
                told += _sign(value, chance)
            case "BRANCH":
                told += _text(chance.choice(value[1]), chance)
            case "SUBPATTERN":
                told += _text(value[3], chance)
            case "ATOMIC_GROUP":
                told += _text(value, chance)
            case "MAX_REPEAT" | "MIN_REPEAT" | "POSSESSIVE_REPEAT":
                least, most, inner = value
                told += "".join(
                    _text(inner, chance) for _ in range(min(int(most), int(least) + chance.randint(0, 1)))
                )
    return told


def _sign(members: Any, chance: random.Random) -> str:
    if str(members[0][0]) == "NEGATE":
        return "x"
    op, value = chance.choice(members)
    categories = {"CATEGORY_DIGIT": "7", "CATEGORY_SPACE": " ", "CATEGORY_NOT_WORD": "-"}
    if str(op) == "CATEGORY":
        return categories.get(str(value), "x")
    return chr(value if str(op) == "LITERAL" else value[0])
