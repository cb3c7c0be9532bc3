"""Who told a story first and how it spread; what a copy did with the text it copies."""

from __future__ import annotations

import random
from datetime import UTC, datetime, timedelta

import pytest
from tables import each

from crawler.dedupe import compare, spread, words_of
from crawler.dedupe.difference import MAX_LETTERS, SHOWN, Passage
from crawler.dedupe.spread import MOST_BARS, is_outlet
from storage.stories.told import Member, StoryDetail

NOON = datetime(2025, 7, 2, 12, tzinfo=UTC)
HOUR = timedelta(hours=1)


def member(
    number: int, published: str | datetime | None, stored: datetime = NOON + 90 * HOUR, **values
) -> Member:
    at = datetime.fromisoformat(published) if isinstance(published, str) else published
    said = {
        "id": number,
        "title": "A title",
        "url": f"https://www.o{number}.example/1",
        "host": f"www.o{number}.example",
        "source_id": f"o{number}",
        "site_name": f"O{number}",
        "language": "en",
        "published_at": at,
        "published_from": "json-ld",
        "published_confidence": 0.97,
        "stored_at": stored,
        "relation": "original" if number == 1 else "exact",
        "similarity": 1.0,
        "copy_of": None if number == 1 else 1,
        "reasons": (),
        "credit": None,
        "announced": False,
        "partial": False,
        "version": 1,
        "updated_at": stored,
        "removed_at": None,
    }
    return Member(**said | values)


def story(*members: Member) -> StoryDetail:
    return StoryDetail(1, NOON, len(members), members, ())


FIRSTS = {
    "the earliest minute": (
        (member(1, "2025-07-02T10:05:00+00:00"), member(2, "2025-07-02T16:00:00+07:00")), 2, [], [],
    ),
    "a tie within the minute is told": (
        (member(1, "2025-07-02T10:05:40+00:00"), member(2, "2025-07-02T10:05:10+00:00")), 2, [1], [],
    ),
    "a day alone is weaker than a minute of it": (
        (member(1, "2025-07-02T00:00:00+00:00"), member(2, "2025-07-02T10:05:00+00:00")), 2, [], [1],
    ),
    "a day alone before that day is first": (
        (member(1, "2025-07-02T00:00:00+00:00"), member(2, "2025-07-03T00:05:00+00:00")), 1, [], [],
    ),
    "a day alone is over when it was found": (
        (member(1, "2025-07-02T00:00:00+00:00", NOON - 4 * HOUR), member(2, "2025-07-02T10:05:00+00:00")), 1, [], [],
    ),
    "days alone are a tie": (
        (member(1, "2025-07-02T00:00:00+08:00"), member(2, "2025-07-02T00:00:00+08:00")), 1, [2], [],
    ),
    "no date counts from being found, and may be earlier": (
        (member(1, None, NOON), member(2, "2025-07-02T11:00:00+00:00")), 2, [], [1],
    ),
    "a date of tomorrow is not believed": (
        (member(1, NOON + 9 * HOUR, NOON), member(2, NOON + HOUR, NOON + 2 * HOUR)), 1, [], [],
    ),
    "the credited outlet, though its page says a later time": (
        (
            member(1, "2025-07-02T10:00:00+00:00", credit="Xinhua"),
            member(2, "2025-07-02T10:30:00+00:00", url="http://english.news.cn/1"),
        ), 2, [], [1],
    ),
    "a credit of somebody who is not there": (
        (member(1, "2025-07-02T10:00:00+00:00", credit="Xinhua"), member(2, "2025-07-02T09:00:00+00:00")), 2, [], [],
    ),
}  # fmt: skip


@each("case", FIRSTS)
def test_who_was_first(case: str):
    members, first, ties, earlier = FIRSTS[case]
    found = spread(story(*members))
    assert found.first.member.id == first
    assert [t.member.id for t in found.ties] == ties
    assert [t.member.id for t in found.earlier] == earlier
    assert found.first.delay_s == 0


def test_delays_count_from_the_first_and_credits_say_who_is_there():
    told = spread(
        story(
            member(1, NOON, credit="Xinhua", language="th"),
            member(2, NOON + 2 * HOUR, credit="xinhua", url="https://m.o1.example/2", relation="near"),
            member(3, NOON + HOUR, credit="O1"),
        )
    )
    assert [(t.member.id, t.delay_s) for t in told.tellings] == [(1, 0), (3, 3_600), (2, 7_200)]
    assert [(c.name, c.articles, c.here) for c in told.credits] == [("Xinhua", 2, False), ("O1", 1, True)]
    assert (told.outlets, told.languages, told.wordings, told.because) == (2, ("en", "th"), 2, "earliest")


OUTLETS = {
    ("Xinhua", "https://www.news.cn/1", None): True,
    ("Xinhua", "https://x.example/1", "新华网"): True,
    ("Xinhua", "https://x.example/1", "The Example"): False,
    ("The Example", "https://x.example/1", "The Example Online"): True,
    ("Techsauce", "https://techsauce.co/1", None): True,
    ("It", "https://item.example/1", "Item"): False,
}


@each(("name", "url", "called"), OUTLETS)
def test_a_credit_names_an_outlet(name: str, url: str, called: str | None):
    assert (
        is_outlet(name, member(1, NOON, url=url, site_name=called, source_id="s"))
        is OUTLETS[name, url, called]
    )


def test_a_credit_names_an_outlet_as_sources_yaml_calls_it_and_no_source_that_brings_other_sites():
    own = {
        "site_name": None,
        "source_id": "s",
        "source_name": "The Harbour Times",
        "url": "https://ht.example/1",
    }
    for source_url, expected in (
        ("https://www.ht.example/feed", True),
        ("https://search.example/feed", False),
    ):
        told = member(1, NOON, source_url=source_url, **own)
        assert is_outlet("The Harbour Times", told) is expected, source_url


SPANS = {
    "hours": ([0, 0.5, 2, 30], 3_600, [2, 1, 1]),
    "days": ([0, 20, 24 * 30], 86_400, [1, 1, 1]),
    "weeks": ([0, 24 * 100], 7 * 86_400, [1, 1]),
    "years": ([0, 24 * 366 * 6], 364 * 86_400, [1, 1]),
}


@each("case", SPANS)
def test_bars_are_as_long_as_the_span_asks(case: str):
    hours, step, counts = SPANS[case]
    late = NOON + timedelta(days=4_000)
    told = spread(story(*(member(i, NOON + h * HOUR, late) for i, h in enumerate(hours, 1))))
    assert (told.step_s, [len(bar.tellings) for bar in told.bars]) == (step, counts)
    assert len(told.bars) <= MOST_BARS


def test_days_that_are_known_alone_are_drawn_on_their_day():
    told = spread(story(member(1, NOON), member(2, "2025-07-04T00:00:00+09:00")))
    assert (told.step_s, [bar.start.day for bar in told.bars]) == (86_400, [2, 4])


def difference(original: str, copy: str):
    return compare(words_of(original), words_of(copy))


SENTENCES = [
    "Eight hundred delegates of fifty countries came to the opening.",
    "The organisers published a benchmark of twelve cities.",
    "It closes on Saturday under the glass roof of the old steel works.",
]
DIFFERENCES = {
    "the same": ("\n".join(SENTENCES), "\n".join(SENTENCES), [], []),
    "case, width and signs": ("The G20 met; eight came.", "THE Ｇ２０ met — eight came!", [], []),
    "moved": ("\n".join(SENTENCES), "\n".join(SENTENCES[::-1]), [], []),
    "cut in the middle": ("\n".join(SENTENCES), SENTENCES[0] + "\n" + SENTENCES[2], [SENTENCES[1][:-1]], []),
    "added at the end": (SENTENCES[0], "\n".join(SENTENCES[:2]), [], [SENTENCES[1][:-1]]),
    "one word": (SENTENCES[2], SENTENCES[2].replace("Saturday", "Sunday"), ["Saturday"], ["Sunday"]),
    "Chinese": ("八百名代表出席会议。大会发布了十二个城市的报告。", "八百名代表出席会议。", ["大会发布了十二个城市的报告"], []),
    "Thai": ("ผู้แทนแปดร้อยคนเข้าร่วมพิธีเปิด", "ผู้แทนแปดร้อยคนเข้าร่วมพิธีเปิด ไทยลงนามสามฉบับ", [], ["ไทยลงนามสามฉบับ"]),
    "Arabic": ("افتتح المؤتمر في بكين يوم الأربعاء", "افتتح المؤتمر في بكين يوم الأربعاء بحضور وفود كثيرة", [], ["بحضور وفود كثيرة"]),
    "nothing": ("", "Three new words", [], ["Three new words"]),
    "everything": ("One two three four", "", ["One two three four"], []),
}  # fmt: skip


@each("case", DIFFERENCES)
def test_what_a_copy_cut_and_added(case: str):
    original, copy, cuts, additions = DIFFERENCES[case]
    found = difference(original, copy)
    assert [p.text for p in found.cuts] == cuts
    assert [p.text for p in found.additions] == additions
    assert (found.cut > 0, found.added > 0) == (bool(cuts), bool(additions))
    assert found.kept == pytest.approx(1 - found.cut)


def test_shares_are_of_letters():
    found = difference("\n".join(SENTENCES), SENTENCES[0] + "\n" + SENTENCES[2])
    letters = [len(sentence.replace(" ", "").rstrip(".")) for sentence in SENTENCES]
    assert found.cut == pytest.approx(letters[1] / sum(letters), abs=0.001)


def test_a_long_passage_is_told_by_its_beginning_and_only_the_longest_are():
    words = [f"w{i}" for i in range(3_000)]
    changed = [f"x{i}" if i % 500 < 20 + i // 500 else word for i, word in enumerate(words)]
    found = difference(" ".join(words), " ".join(changed))
    assert len(found.cuts) == len(found.additions) == 3
    assert found.cuts[0].text.startswith("w1500 w1501 ")  # the longest three, in the order of the text
    whole = difference("", " ".join(words))
    assert whole.additions == (Passage(" ".join(words)[:SHOWN], len(" ".join(words))),)


def test_very_long_texts_and_words_that_repeat_without_end_are_compared():
    odd = random.Random(1)
    text = "".join(chr(0x4E00 + odd.randrange(3_000)) for _ in range(20_000))
    assert (
        difference("a" * MAX_LETTERS, "a" * MAX_LETTERS + " more").added == 0
    )  # behind the bound nothing is read
    assert difference("a " * 50_000, "a " * 40_000 + "b").kept == 1.0
    assert difference("字" * 20_000, text).added == 1.0
