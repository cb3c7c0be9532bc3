"""Folding: what is compared, and that every folded character leads back to the characters it came from."""

from __future__ import annotations

import importlib
import pkgutil
import re
from collections.abc import Iterator
from time import process_time

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from tables import each

import crawler.flag
from crawler.flag.text.fold import MAX_FOLDED, fold
from storage.text.folding import _rewritten, fold_each

SAME = [
    ("case and width", "ＧＤＥＣ ２０２５", "gdec 2025"),
    (
        "quotes, hyphens and line breaks are spaces",
        "“Digital-Economy”\nForum’25",
        " digital economy forum 25",
    ),
    ("digits of other scripts", "๒๕๖๘ ٢٠٢٥ २०२५", "2568 2025 2025"),
    ("marks that are not seen", "Con\u00adfer\u200bence\u2060", "conference"),
    ("Traditional characters", "全球數字經濟大會", "全球数字经济大会"),
    ("Japanese characters", "全球数字経済大会", "全球数字经济大会"),
    ("spaces inside Chinese text", "全球 数字\n经济大会，北京", "全球数字经济大会,北京"),
    ("pinyin between its characters", "全球quánqiú数字（shùzì）经济，", "全球数字经济,"),
    ("half-width kana", "ﾃﾞｼﾞﾀﾙ", "デジタル"),
    ("composed and taken apart", "e\u0301conomie", "économie"),
    ("SARA AM in two pieces", "ประจํา", "ประจำ"),
    ("SARA AE in two pieces", "เเละ", "และ"),
    ("Arabic vowels and hamzas", "الْمُؤْتَمَرُ الأَوَّل", "المؤتمر الاول"),
    ("Turkish capitals", "KÜRESEL DİJİTAL", "küresel dijital"),
    ("Hangul in pieces", "\u1100\u1161", "\u1100\u1161"),
    ("a phrase in one character stays one", "ﷺ gdec", "ﷺ gdec"),
    ("a word in one character is taken apart", "㍿", "株式会社"),
    ("half a character", "a\ud800b", "a\ufffdb"),
    ("no character", "", ""),
]
ALPHABET = st.one_of(
    st.characters(),
    st.sampled_from(
        "aGé 25-–’\u0301\u0308\u200b\u00ad\u0640\u3000 ﬁﷺ㍿ﾃﾞ数據经（）quán，。ประจําเเ\u0e48กำم\u064eؤ가\u1100\u1161İß\ud83d\ude00\x00\n\r\t"
    ),
)


@each(("what", "text", "folded"), SAME)
def test_what_typing_changes_is_folded_away(what: str, text: str, folded: str) -> None:
    assert fold(text).text == folded


@settings(max_examples=400, deadline=None)
@given(st.text(ALPHABET, max_size=60))
@example("e\u0301\u0301\u0301 \u0301")
@example("เเเ\u0e4d\u0e48\u0e32")
@example("ﾃﾞﾞ ﾞ")
@example("数  据，quán（quán）经")
def test_every_folded_character_leads_back(text: str) -> None:
    folded = fold(text)
    last = 0
    for at in range(len(folded.text)):
        start, end = folded.span(at, at + 1)
        assert 0 <= start < end <= len(text)
        assert start >= last, "in order"
        last = start
    if folded.text:
        assert folded.span(0, len(folded.text))[1] <= len(text)


@settings(max_examples=300, deadline=None)
@given(st.text(ALPHABET, max_size=60))
@example("数\n数-é")
@example("é\n - 'x' --\u00adé")
def test_signs_that_are_made_spaces_at_once_fold_as_one_by_one(text: str) -> None:
    assert fold(text).text == _rewritten(text.replace("\u0130", "I").lower()).text


@settings(max_examples=300, deadline=None)
@given(st.text(ALPHABET, max_size=60))
@example("the  “ai”  –   summit’s\u2026 2½")
@example("世电，  数 e\u0301\u0301 ﾃﾞ\ud800")
def test_letters_sought_one_by_one_are_those_that_a_scan_of_the_text_finds(text: str) -> None:
    lowered = text.replace("\u0130", "I").lower()
    beyond = "".join(sign for sign in lowered if sign > "\x7f").encode("utf-8", "surrogatepass")
    assert _rewritten(lowered, beyond) == _rewritten(lowered)


@given(
    st.lists(
        st.text(st.sampled_from("aÉΣ\u0130 -'\0\u0301全數。（ \u0e40\u0e4d\u0e32ﾊﾞ\ud800\u200b"), max_size=6),
        max_size=8,
    )
)
@settings(max_examples=400, deadline=None)
@example(["全 数", "全球。 经济"])
@example(["e", "\u0301e", "\u0e4d", "\u0e32", "ΟΔΟΣ", "ς"])
def test_names_that_are_folded_together_are_folded_as_each_alone(texts: list[str]) -> None:
    assert fold_each(texts) == {text: fold(text).text for text in texts}


@settings(max_examples=300, deadline=None)
@given(st.text(ALPHABET, max_size=40), st.text(ALPHABET, max_size=40))
def test_a_name_is_found_at_its_place_whatever_stands_around(before: str, after: str) -> None:
    text = f"{before}\n\x02 GDEC \x02\n{after}"
    folded = fold(text)
    at = folded.text.index("\x02 gdec \x02") + 2
    start, end = folded.span(at, at + 4)
    assert text[start:end] == "GDEC"


@settings(max_examples=200, deadline=None)
@given(st.text(ALPHABET, max_size=60), st.integers(0, 60))
def test_a_place_in_the_original_is_found_again(text: str, at: int) -> None:
    folded = fold(text)
    place = folded.place(min(at, len(text)))
    assert place == len(folded.text) or folded.origin(place) >= min(at, len(text))
    assert place == 0 or folded.origin(place - 1) < max(1, min(at, len(text)))


@pytest.mark.parametrize(
    ("signs", "most_s"), [(400_000, 2.5), pytest.param(1_000_000, 5, marks=pytest.mark.slow)]
)
@pytest.mark.parametrize("char", ["ﷺ", "\u0301", "e\u0301\u0316", "\u200b", "㌀", "“", "أ", "A "])
def test_a_text_longer_than_any_article_is_folded_in_part(char: str, signs: int, most_s: float) -> None:
    before = process_time()
    folded = fold("GDEC 2025 " + char * signs)
    assert process_time() - before < most_s  # half a second for a million is usual
    assert folded.text.startswith("gdec 2025 ")
    assert len(folded.text) <= 4 * MAX_FOLDED


def test_a_letter_under_a_tower_of_marks_costs_no_more_than_any_other() -> None:
    assert fold("e" + "\u0301\u0316" * 100_000 + " x").text == "é x"


# Folded texts have none of these letters: each is another's form in print.
PRINTED = re.compile("[ёςأإآٱىةیک]|(?![々〇〻])[\u4e00-\u9fff]")
# What reads the text as it is printed: the statements' rooms, and a few beside them.
AS_PRINTED = {
    ("crawler.flag.names.longer", "_OURS"),
    ("crawler.flag.names.longer", "_BOUND_AFTER"),
    ("crawler.flag.names.likeness", "_GOES_BY"),
    ("crawler.flag.names.enumerated", "_JOINTS"),
    ("crawler.flag.names.enumerated", "_JOINT_AT_END"),
}


def patterns_of(value: object) -> Iterator[str]:
    if isinstance(value, tuple | list):
        for item in value:
            yield from patterns_of(item)
    elif isinstance(pattern := getattr(value, "pattern", None), str):
        yield pattern


@pytest.mark.parametrize(
    "room",
    [
        module.name
        for module in pkgutil.walk_packages(crawler.flag.__path__, "crawler.flag.")
        if not module.ispkg
    ],
)
def test_a_pattern_over_folded_texts_has_no_letter_that_folding_takes_away(room: str) -> None:
    if room.startswith("crawler.flag.facts."):
        return
    never = {
        (name, letter)
        for name, value in vars(importlib.import_module(room)).items()
        for pattern in patterns_of(value)
        for letter in PRINTED.findall(pattern)
        if (room, name) not in AS_PRINTED and fold(letter).text != letter
    }
    assert not never
