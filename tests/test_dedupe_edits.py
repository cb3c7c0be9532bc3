"""What an edit took out and put in, in every script: nothing is lost, what is told is short, and work is bounded."""

from __future__ import annotations

import random
import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tables import each

from crawler.dedupe.edits import Passage, counts, edits

PIECES = st.lists(
    st.sampled_from(["a ", "b", "c.", "\n", "ก", "ิ", "日", "。", "سلام ", "हिं", " "]), max_size=24
)


def told(before: str, after: str) -> str:
    marks = {"equal": "{}", "removed": "[-{}-]", "added": "{{+{}+}}"}
    return "".join(marks[p.what].format(p.text) for p in edits(before, after))


def halves(passages: tuple[Passage, ...]) -> tuple[str, str]:
    before = "".join(p.text for p in passages if p.what != "added")
    return before, "".join(p.text for p in passages if p.what != "removed")


@given(PIECES, PIECES)
def test_the_passages_make_up_both_texts(old: list[str], new: list[str]):
    before, after = "".join(old), "".join(new)
    passages = edits(before, after)
    assert halves(passages) == (before, after)
    assert all(p.text for p in passages)
    assert not any(a.what == b.what for a, b in pairwise(passages))


CASES = {
    "en": (
        "The forum opens on 2 July in Beijing. It ends on Friday.",
        "The forum opens on 3 July in Beijing. It ends on Saturday.",
        "The forum opens on [-2-]{+3+} July in Beijing. It ends on [-Friday-]{+Saturday+}.",
        (2, 2),
    ),
    "th": (
        "งานประชุมเปิดวันที่ 2 กรกฎาคม ที่กรุงเทพฯ",
        "งานประชุมเปิดวันที่ 3 กรกฎาคม ที่กรุงปักกิ่ง",
        "งานประชุมเปิดวันที่ [-2-]{+3+} กรกฎาคม ที่กรุง[-เทพฯ-]{+ปักกิ่ง+}",
        (5, 5),
    ),
    "zh": (
        "2025全球数字经济大会7月2日在北京开幕。",
        "2025全球数字经济大会7月3日在北京国家会议中心开幕。",
        "2025全球数字经济大会7月[-2-]{+3+}日在北京{+国家会议中心+}开幕。",
        (1, 7),
    ),
    "ja": (
        "会議は7月2日に北京で開幕した。",
        "会議は7月3日に北京で開幕した。参加者は800人。",
        "会議は7月[-2-]{+3+}日に北京で開幕した。{+参加者は800人。+}",
        (1, 7),
    ),
    "ar": (
        "افتتح المؤتمر يوم الأربعاء في بكين.",
        "افتتح المؤتمر يوم الخميس في بكين.",
        "افتتح المؤتمر يوم [-الأربعاء-]{+الخميس+} في بكين.",
        (1, 1),
    ),
    "a paragraph more": (
        "One here.\nTwo there.",
        "One here.\nTwo there.\nA correction stands here.",
        "One here.\nTwo there.{+\nA correction stands here.+}",
        (0, 4),
    ),
    "a paragraph less": (
        "One here.\nOld words.\nThree there.",
        "One here.\nThree there.",
        "One here.\n[-Old words.\n-]Three there.",
        (2, 0),
    ),
    "another text": ("The harbour was counted.", "Nobody came to it.", "[-The harbour was counted.-]{+Nobody came to it.+}", (4, 4)),
    "nothing before": ("", "New words", "{+New words+}", (0, 2)),
    "the same": ("Same words", "Same words", "Same words", (0, 0)),
}  # fmt: skip


@each("name", CASES)
def test_an_edit_is_told_by_its_words(name: str):
    before, after, shown, counted = CASES[name]
    assert told(before, after) == shown
    assert counts(edits(before, after)) == counted


def long_texts() -> dict[str, tuple[str, str]]:
    pick = random.Random(5)
    words = [f"w{pick.randrange(3000)}" for _ in range(17_000)]
    text, thai = " ".join(words), "".join(pick.choices("กขคงจฉชซ", k=100_000))
    return {
        "written anew": (text, " ".join(pick.sample(words, len(words)))),
        "edited in 200 places": (text, " ".join("new" if pick.random() < 0.01 else w for w in words)),
        "unspaced": (thai, "".join("ฮ" if pick.random() < 0.01 else c for c in thai)),
        "periodic": ("ab" * 50_000, "ba" * 49_000 + "ab" * 30),
        "lines alike": ("a\n" * 50_000, "b\n" * 50_000),
    }


@pytest.mark.parametrize(("name", "texts"), long_texts().items())
def test_texts_of_100_000_characters_are_compared_with_bounded_work(name: str, texts: tuple[str, str]):
    began = time.process_time()
    passages = edits(*texts)
    assert time.process_time() - began < 10  # a quarter of a second at most, unbounded minutes
    assert halves(passages) == texts
    if name == "edited in 200 places":
        assert 200 < len(passages) < 800
