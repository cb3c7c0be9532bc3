"""A store that is filled at random through its own functions, and the same facts kept beside it as plain lists.

Nothing here asks the store what it holds, but for what is in its way: what the lists say was written by the words of
README.md and of the docstrings alone.
"""

from __future__ import annotations

import random
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta, timezone
from functools import partial
from hashlib import blake2b
from typing import Any

from storesamples import source

from crawler import dedupe
from crawler.replay import compare
from storage.articles import replay
from storage.articles import save as articles
from storage.database import Database
from storage.mentions import cursors
from storage.mentions import stream as mentions
from storage.mentions.triage import REASONS, Conflict, triage
from storage.records import Article, Evidence, Fingerprint, Mention, Source, Verdict
from storage.sources import state as sources

MINUTE, HOUR, DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)
FORUMS, EDITIONS = ("gdec", "wic", "leap"), (None, 2024, 2025, 2026)
ROLES = ("main", "substantial", "passing")
LANGUAGES = ("en", "th", "zh", "zh-Hant", "eng", None)
HOSTS = ("a.example.com", "www.a.example.com", "blog.example.com", "news.b.co.uk", "b.co.uk", "c.example:81")
SOURCES = (
    source("feed", country="TH"),
    source("other", country="CN"),
    replace(source("map"), kind="sitemap"),
    replace(source("off", country="TH"), enabled=False),
)
WORDS = ("alpha", "beta", "gamma", "delta")
SAID = (Evidence("title", 0, 1, "T", "", "", "t/1"),)


@dataclass
class Written:
    """An article as it is now."""

    id: int
    stored: datetime
    story: int
    relation: str
    source: Source
    article: Article
    version: int = 1

    @property
    def told(self) -> datetime:
        """When it was published, or stored where that is not known or lies behind it."""
        published = self.article.published_at
        return published if published is not None and published <= self.stored else self.stored

    @property
    def host(self) -> str:
        return self.article.url.split("/")[2]

    @property
    def outlet(self) -> str:
        return dedupe.site(self.article.url)


@dataclass
class Spoken:
    """A mention as it is now, or as it was when it left."""

    id: int
    position: int
    of: Written
    said: Mention
    found: datetime
    stands: bool = True
    triage: str = "new"
    triages: int = 0


@dataclass
class Reader:
    """A reader that asks for what is new, and what it was told so far: articles with their forums."""

    place: int
    told: set[tuple[int, str]]


class Remembered:
    """A store after `steps` of a newsroom's life."""

    def __init__(self, db: Database, seed: int, steps: int) -> None:
        self.db, self.chance = db, random.Random(seed)
        self.now = datetime(
            2026, self.chance.choice((3, 7, 10)), 22, 5, tzinfo=UTC
        )  # clocks change in two of them
        self.written: list[Written] = []
        self.spoken: list[Spoken] = []
        self.readers: dict[str, Reader] = {}
        self.position = 0
        db.call(sources.sync, SOURCES, self.now)
        for number in range(steps):
            self.now += self.chance.choice((MINUTE, 20 * MINUTE, 5 * HOUR, 26 * HOUR))
            ways = (self._write, self._edit, self._flag_anew, self._judge, self._read)
            self.chance.choices(ways, (30, 14, 8, 12, 10))[0](number)

    def standing(self, *, rejected: bool = False) -> list[Spoken]:
        """The mentions that stand, and that nobody rejected unless `rejected`."""
        return [s for s in self.spoken if s.stands and (rejected or s.triage != "rejected")]

    def _write(self, number: int) -> None:
        before = self.chance.choice(self.written) if self.written and self.chance.random() < 0.4 else None
        relation: Any = self.chance.choice(("exact", "near", "translated")) if before else "original"
        told = Verdict(relation, before and before.id, before and before.story, 0.8 if before else 0.0)
        made = self._article(f"http://{self.chance.choice(HOSTS)}/{number}", number)
        by, spoken = self.chance.choice(SOURCES), self._mentions()
        saved = self.db.call(self._saving(made, spoken, by, judge=lambda fingerprint, near: told))
        assert saved.outcome == "created"
        self.written.append(Written(saved.article_id, self.now, saved.story_id, relation, by, made))
        self._say(self.written[-1], spoken)

    def _edit(self, number: int) -> None:
        if self.written:
            of = self.chance.choice(self.written)
            made = self._article(of.article.url, number)
            same = [replace(s.said, edition=self.chance.choice(EDITIONS)) for s in self._of(of)]
            spoken = _each_once(same) if self.chance.random() < 0.5 else self._mentions()
            self.db.call(self._saving(made, spoken, of.source, again=of.id))
            of.article, of.version = made, of.version + 1
            self._revise(of, spoken)

    def _flag_anew(self, number: int) -> None:
        if self.written:
            of, spoken = self.chance.choice(self.written), self._mentions()
            (stored,) = self.db.read(replay.flagged, of.id - 1, 1)
            revisions = [change.revision for change in compare(stored.mentions, spoken)]
            assert self.db.call(replay.revise, of.id, of.version, revisions, self.now, of.outlet)
            self._revise(of, spoken)

    def _judge(self, number: int) -> None:
        if standing := self.standing(rejected=True):
            of, verdict = self.chance.choice(standing), self.chance.choice(("confirmed", "rejected"))
            seen = of.triages - (self.chance.random() < 0.3)
            reason = self.chance.choice(REASONS) if verdict == "rejected" else None
            said = {"reason": reason, "note": f"note {number}", "by": "ana", "now": self.now}
            try:
                self.db.call(triage, of.id, verdict, seen=seen, **said)
                assert seen == of.triages
                of.triage, of.triages = verdict, of.triages + 1
            except Conflict:
                assert seen != of.triages

    def _read(self, number: int) -> None:
        """What stands when a reader has read to the end it was told: then, or before it was told otherwise."""
        name, limit = self.chance.choice("xyz"), self.chance.choice((None, None, 1, 3))
        reader = self.readers.setdefault(name, Reader(0, set()))
        found = self.db.read(mentions.since, reader.place, limit=limit)
        behind = [s for s in self.standing(rejected=True) if s.position > reader.place]
        expected = sorted(behind, key=lambda s: s.position)[:limit]
        assert [each.id for each in found] == [each.id for each in expected]
        cut = limit is not None and len(found) == limit
        place = found[-1].position if cut else self.db.read(cursors.head)
        self.db.call(cursors.advance, name, place, self.now, past=reader.place)
        reader.place = place
        reader.told |= {(each.article_id, each.mention.forum_id) for each in found}
        if not cut:
            assert {(s.of.id, s.said.forum_id) for s in self.standing(rejected=True)} <= reader.told

    def _article(self, url: str, number: int) -> Article:
        words = [" ".join(self.chance.choices(WORDS, k=3)) for _ in range(2)]
        published = self._published()
        return Article(
            url, f"T{number} {words[0]}", f"T{number} {words[1]}", language=self.chance.choice(LANGUAGES),
            published_at=published, published_confidence=0.9 if published else 0.0,
            credit=self.chance.choice((None, None, "Xinhua")), site_name=self.chance.choice((None, "Site")),
        )  # fmt: skip

    def _published(self) -> datetime | None:
        """Also unknown, yet to come, and at the borders of days."""
        zone = timezone(self.chance.choice((0, 7, -5, 5.5)) * HOUR)
        day = (self.now - self.chance.randrange(40) * DAY).astimezone(zone).replace(hour=0, minute=0)
        ways = (None, self.now + 5 * MINUTE, day, day - timedelta(microseconds=1), day + 13 * HOUR)
        found = self.chance.choice((*ways, self.now - timedelta(seconds=self.chance.randrange(40 * 86_400))))
        return found and found.astimezone(zone)

    def _mentions(self) -> list[Mention]:
        def one() -> Mention:
            role: Any = self.chance.choice(ROLES)
            forum, edition = self.chance.choice(FORUMS), self.chance.choice(EDITIONS)
            return Mention(forum, edition, role, self.chance.choice((0.3, 0.55, 0.9)), SAID)

        return _each_once(one() for _ in range(self.chance.choice((0, 0, 1, 1, 1, 2, 3))))

    def _saving(self, made: Article, spoken: Sequence[Mention], by: Source, **more: Any) -> Any:
        digest = blake2b(made.text.encode(), digest_size=16).digest()
        alone = Fingerprint(1, digest, (), b"", b"", b"", len(made.text))  # no other text is found by it
        given = {"article": made, "key": made.url, "fingerprint": alone, "mentions": spoken, "judge": None}
        given |= {"source_id": by.id, "entry_id": None, "now": self.now, "site": dedupe.site(made.url)}
        return partial(articles.save_article, **{**given, **more})

    def _of(self, of: Written) -> list[Spoken]:
        return [s for s in self.standing(rejected=True) if s.of is of]

    def _say(self, of: Written, new: Iterable[Mention]) -> None:
        """New in the stream; one that was there before comes back as news."""
        for said in new:
            self.position += 1
            past = self._past(of, said)
            if past:
                past.said, past.stands, past.position, past.found = said, True, self.position, self.now
            else:
                self.spoken.append(Spoken(len(self.spoken) + 1, self.position, of, said, self.now))

    def _past(self, of: Written, said: Mention) -> Spoken | None:
        gone = (s for s in self.spoken if s.of is of and not s.stands)
        return next((s for s in gone if _key(s.said) == _key(said)), None)

    def _revise(self, of: Written, spoken: Sequence[Mention]) -> None:
        """One of the same forum and edition is the same; else one of the same forum, the surest first."""
        coming = {_key(said): said for said in spoken}
        left = []
        for old in self._of(of):
            if _key(old.said) in coming:
                old.said = coming.pop(_key(old.said))
            else:
                left.append(old)
        fresh = []
        for said in sorted(coming.values(), key=lambda said: -said.score):
            old = next((s for s in left if s.said.forum_id == said.forum_id), None)
            fresh.append((old, said, self._past(of, said)))
            if old:
                left.remove(old)
        for gone in left:
            gone.stands = False
        for old, said, past in fresh:
            if old is None:
                self._say(of, [said])
            elif past is None:
                old.said = said
            else:  # its row of before, in the place and with the triage of the one that stood until now
                old.stands, past.stands, past.said = False, True, said
                past.triage, past.triages = old.triage, old.triages + past.triages
                past.position, old.position = old.position, past.position
                past.found, old.found = old.found, past.found


def _key(said: Mention) -> tuple[str, int | None]:
    return said.forum_id, said.edition


def _each_once(said: Iterable[Mention]) -> list[Mention]:
    return list({_key(each): each for each in said}.values())
