"""Every number and list that a store tells, recounted from plain lists: random stores, the same on both databases."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import product
from zoneinfo import ZoneInfo

import pytest
from remembered import DAY, EDITIONS, FORUMS, HOUR, LANGUAGES, ROLES, SOURCES, Remembered, Spoken, Written

from crawler import dedupe
from crawler.reported import COUNTS, share_rows, volume_rows
from storage.mentions import stream as mentions
from storage.reports import volumes
from storage.reports.counts import forum_counts
from storage.reports.firsts import firsts
from storage.reports.standing import status
from storage.reports.volumes import Scope
from storage.stories.lists import list_articles, list_stories

STEPS = 60
ZONES = tuple(map(ZoneInfo, ("UTC", "Asia/Bangkok", "America/New_York", "Asia/Kathmandu")))
NAMES = {"day": "%Y-%m-%d", "week": "%G-W%V", "month": "%Y-%m"}
KEYS: dict[str, Callable[[Spoken], object]] = {
    "forum": lambda s: s.said.forum_id,
    "edition": lambda s: f"{s.said.forum_id} {s.said.edition or '-'}",
    "language": lambda s: s.of.article.language,
    "source": lambda s: s.of.source.id,
    "country": lambda s: s.of.source.country,
    "outlet": lambda s: s.of.outlet,
    "role": lambda s: s.said.role,
    "relation": lambda s: s.of.relation,
    "origin": lambda s: {"translated": "translation", "exact": "copy", "near": "copy"}.get(
        s.of.relation, "wire" if s.of.article.credit else "original"
    ),
}


def counts(said: Sequence[Spoken]) -> tuple[int, ...]:
    """COUNTS: articles, texts, outlets, mentions."""
    texts, outlets = {s.of.story for s in said}, {s.of.outlet for s in said}
    return len({s.of.id for s in said}), len(texts), len(outlets), len(said)


def scopes(kept: Remembered) -> list[Scope]:
    now = kept.now + HOUR
    return [
        Scope(now - 400 * DAY, now),
        Scope(now - 30 * DAY, now - 3 * DAY, ("gdec", "wic")),
        Scope(now - 40 * DAY, now, ("gdec",), 2025),
    ]


def inside(kept: Remembered, scope: Scope) -> list[Spoken]:
    def passes(s: Spoken) -> bool:
        forum = not scope.forum or s.said.forum_id in scope.forum
        edition = scope.edition is None or s.said.edition == scope.edition
        return forum and edition and scope.since <= s.of.told < scope.until

    return [s for s in kept.standing() if passes(s)]


def grouped(said: Sequence[Spoken], key: Callable[[Spoken], object]) -> dict[object, list[Spoken]]:
    found: dict[object, list[Spoken]] = defaultdict(list)
    for each in said:
        found[key(each)].append(each)
    return found


def reports_count_what_there_is(kept: Remembered) -> None:
    for scope in scopes(kept):
        said = inside(kept, scope)
        for by, key in KEYS.items():
            told = {r["key"]: tuple(r[n] for n in COUNTS) for r in kept.db.read(volume_rows, by, scope, UTC)}
            assert told == {name: counts(group) for name, group in grouped(said, key).items()}, (by, scope)
        whole = kept.db.read(volumes.total, scope)
        assert tuple(getattr(whole, name) for name in COUNTS) == counts(said)
        every = grouped(inside(kept, replace(scope, forum=())), KEYS["forum"])
        sums = [sum(column) for column in zip(*map(counts, every.values()), strict=True)]
        for row in kept.db.read(share_rows, scope):
            parts = zip(counts(every[row["key"]]), sums, COUNTS[:3], strict=False)
            assert all(row[f"{name}_share"] == round(100 * part / all_, 2) for part, all_, name in parts)


def each_is_told_on_the_day_that_a_clock_there_showed(kept: Remembered) -> None:
    for scope in scopes(kept):
        for zone, by in product(ZONES, NAMES):
            name = namer(NAMES[by], zone)
            said = grouped(inside(kept, scope), lambda s, name=name: name(s.of.told))
            steps = int((scope.until - scope.since) / (6 * HOUR))  # no day is as short
            names = [name(scope.since + n * 6 * HOUR) for n in range(steps)]
            names.append(name(scope.until - timedelta(microseconds=1)))
            told = [
                (r["key"], tuple(r[n] for n in COUNTS)) for r in kept.db.read(volume_rows, by, scope, zone)
            ]
            assert told == [(each, counts(said[each])) for each in dict.fromkeys(names)], (zone, scope)


def namer(form: str, zone: ZoneInfo) -> Callable[[datetime], str]:
    return lambda at: at.astimezone(zone).strftime(form)


def latest(of: Written) -> datetime:
    """Of a day alone its end."""
    published = of.article.published_at
    if published is None or published > of.stored:
        return of.stored
    if (published.hour, published.minute, published.second) == (0, 0, 0):
        return min(of.stored, published + DAY)
    return published


def who_was_first_is_who_can_have_been_told_latest_first(kept: Remembered) -> None:
    for scope in scopes(kept)[:2]:
        for forum in FORUMS:
            said = grouped(
                [s for s in inside(kept, scope) if s.said.forum_id == forum], lambda s: s.said.edition
            )
            told = kept.db.read(firsts, forum, scope)
            assert [first.edition for first in told] == sorted(said, key=lambda year: -(year or 0))
            for first in told:
                group = said[first.edition]
                who = min(group, key=lambda s: (latest(s.of), s.id))
                assert (first.mention_id, first.first_at) == (who.id, latest(who.of))
                assert (first.articles, first.texts, first.outlets) == counts(group)[:3]
                for span, hours in (("1h", 1), ("6h", 6), ("1d", 24), ("7d", 168)):
                    had = {s.of.outlet for s in group if latest(s.of) <= first.first_at + hours * HOUR}
                    assert getattr(first, f"outlets_{span}") == len(had)


def lists_hold_what_passes_their_filters_page_by_page(kept: Remembered) -> None:
    pick = kept.chance.choice
    for _ in range(25):
        asked = {"triage": pick(((), ("new", "confirmed"), ("rejected",)))}
        asked |= pick(({}, {"forum": (pick(FORUMS),)}, {"edition": pick(EDITIONS[1:])}))
        asked |= pick(({}, {"role": (pick(ROLES),)}, {"since": kept.now - pick(range(400)) * HOUR}))
        asked |= pick(({}, {"language": (pick(("en", "th", "zh")),)}, {"query": pick(list(QUERIES))}))
        said = [s for s in kept.standing(rejected=True) if passes(s, asked)]
        expected = sorted((s.position, s.id) for s in said)
        place, size, found = 0, pick((1, 2, 5)), list[tuple[int, int]]()
        while page := kept.db.read(mentions.since, place, limit=size, **asked):
            found += [(m.position, m.id) for m in page]
            place = page[-1].position
        assert found == expected, asked
        before, found = None, []
        while page := kept.db.read(mentions.newest, limit=size, before=before, **asked):
            found += [(m.position, m.id) for m in page]
            before = page[-1].position
        assert found == expected[::-1], asked


QUERIES: dict[str, Callable[[Spoken], bool]] = {
    "alpha": lambda s: "alpha" in f"{s.of.article.title} {s.of.article.text}".split(),
    "title:beta -gamma": lambda s: (
        "beta" in s.of.article.title.split()
        and "gamma" not in f"{s.of.article.title} {s.of.article.text}".split()
    ),
    "outlet:blog.example.com": lambda s: s.of.host == "blog.example.com",
    "outlet:a.example.com OR role:main": lambda s: (
        s.of.host in ("a.example.com", "www.a.example.com") or s.said.role == "main"
    ),
    "-outlet:b.co.uk edition:2024..2025": lambda s: (
        not s.of.host.endswith("b.co.uk") and s.said.edition in (2024, 2025)
    ),
    "country:TH -source:off": lambda s: s.of.source.id == "feed",
    "lang:zh": lambda s: s.of.article.language in ("zh", "zh-Hant"),
}


def passes(s: Spoken, asked: dict) -> bool:
    codes = {"en": ("en", "eng"), "th": ("th",), "zh": ("zh", "zh-Hant")}
    return (
        (not asked["triage"] or s.triage in asked["triage"])
        and s.said.forum_id in asked.get("forum", FORUMS)
        and s.said.edition in ((asked["edition"],) if "edition" in asked else EDITIONS)
        and s.said.role in asked.get("role", ROLES)
        and s.found >= asked.get("since", s.found)
        and s.of.article.language in (codes[asked["language"][0]] if "language" in asked else LANGUAGES)
        and QUERIES.get(asked.get("query", ""), lambda s: True)(s)
    )


def articles_stories_and_forums_are_counted_alike_everywhere(kept: Remembered) -> None:
    speak = grouped(kept.standing(), lambda s: s.said.forum_id)
    told = {
        c.forum_id: (c.articles, c.texts, c.outlets, c.mentions)
        for c in kept.db.read(forum_counts, dedupe.site)
    }
    assert told == {forum: counts(said) for forum, said in speak.items()}
    for forum in FORUMS:
        ids, texts = ({key(s) for s in speak[forum]} for key in (lambda s: s.of.id, lambda s: s.of.story))
        for asked in ({"forum": forum}, {"query": f"forum:{forum}"}):
            assert [a.id for a in kept.db.read(list_articles, **asked)] == sorted(ids, reverse=True)
            assert [s.id for s in kept.db.read(list_stories, **asked)] == sorted(texts, reverse=True)
    stories = {s.id: s for s in kept.db.read(list_stories, site=dedupe.site)}
    for number, story in stories.items():
        of_it = [w for w in kept.written if w.story == number]
        first = min(of_it, key=lambda w: (latest(w), w.id))
        assert (story.articles, story.outlets) == (len(of_it), len({w.outlet for w in of_it}))
        assert (story.title, story.source_id) == (first.article.title, first.source.id)
        assert story.forums == tuple(
            sorted({s.said.forum_id for s in kept.standing() if s.of.story == number})
        )
    seen = kept.db.read(status, kept.now)
    assert (seen.articles, seen.stories, seen.mentions) == (
        len(kept.written),
        len(stories),
        len(kept.standing()),
    )
    assert seen.sources == len(SOURCES)
    by_role = (seen.mentions_main, seen.mentions_substantial, seen.mentions_passing)
    assert by_role == tuple(sum(s.said.role == role for s in kept.standing()) for role in ROLES)


@pytest.mark.parametrize("seed", [0, *(pytest.param(seed, marks=pytest.mark.slow) for seed in (1, 2))])
def test_what_a_store_tells_is_what_there_is(database, seed):
    """While it is filled, readers of what is new are told each mention that stands, and none twice."""
    kept = Remembered(database, seed, STEPS)
    reports_count_what_there_is(kept)
    each_is_told_on_the_day_that_a_clock_there_showed(kept)
    who_was_first_is_who_can_have_been_told_latest_first(kept)
    lists_hold_what_passes_their_filters_page_by_page(kept)
    articles_stories_and_forums_are_counted_alike_everywhere(kept)
