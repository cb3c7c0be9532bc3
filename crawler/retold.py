"""A story's id → all that is to be told of it: its articles in order, and what each copy did with the text it copies.

As values, and as the rows that leave the program.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict, dataclass

from sqlalchemy import Connection

from crawler import dedupe
from crawler.dedupe.difference import MAX_LETTERS, Difference, Words
from crawler.dedupe.spread import Spread, Telling
from crawler.rows import Row, fields_of
from storage.stories import lists as stories
from storage.stories.told import Member, StoryDetail

MOST_LETTERS = 2_000_000  # compared for one story: a second or two of work, some five hundred articles
BATCH = 50  # texts read at a time
COMPARED = ("kept", "cut", "added", "cuts", "additions")
TELLING_FIELDS = (
    *fields_of(Member),
    *("outlet", "site", "told_at", "told_since", "known", "delay_s"),
    *COMPARED,
)


@dataclass(frozen=True, slots=True)
class Retold:
    """A story with how it spread."""

    story: StoryDetail
    spread: Spread
    differences: dict[int, Difference]  # by article, for those that copy another with changes
    uncompared: int  # such articles for which the work would have been too much


def retold(conn: Connection, story_id: int) -> Retold | None:
    """All of one story; None where there is none."""
    story = stories.story(conn, story_id)
    if story is None:
        return None
    spread = dedupe.spread(story)
    near = [t.member for t in spread.tellings if t.member.relation == "near" and t.member.copy_of is not None]
    found = dict(_differences(conn, near))
    return Retold(story, spread, found, len(near) - len(found))


def _differences(conn: Connection, near: list[Member]) -> Iterator[tuple[int, Difference]]:
    """What each of the copies did with its text, while the letters last; an original is taken apart once."""
    originals: dict[int, Words] = {}
    left = MOST_LETTERS
    for start in range(0, len(near), BATCH):
        part = near[start : start + BATCH]
        copied = {m.copy_of for m in part if m.copy_of is not None}
        texts = stories.texts_of(conn, {m.id for m in part} | (copied - originals.keys()))
        for i in (copied & texts.keys()) - originals.keys():
            originals[i] = dedupe.words_of(texts[i])
            left -= min(len(texts[i]), MAX_LETTERS)
        for member in part:
            text, original = texts.get(member.id), originals.get(member.copy_of or 0)
            if text is None or original is None:
                continue
            left -= min(len(text), MAX_LETTERS)
            if left < 0:
                return
            yield member.id, dedupe.compare(original, dedupe.words_of(text))


def telling_row(found: Retold, telling: Telling) -> Row:
    """One article of a story; kept, cut and added are shares of letters, null where nothing was compared."""
    difference = found.differences.get(telling.member.id)
    compared = asdict(difference) if difference else dict.fromkeys(COMPARED)
    return {
        **asdict(telling.member),
        "outlet": telling.outlet,
        "site": telling.site,
        "told_at": telling.at,
        "told_since": telling.since,
        "known": telling.known,
        "delay_s": telling.delay_s,
        **compared,
    }


def story_row(found: Retold) -> Row:
    """All of a story; `ties`, `earlier` and the bars name articles by their ids, `tellings` are their rows."""
    spread, first = found.spread, found.spread.first
    return {
        "id": found.story.id,
        "title": first.member.title,
        "url": first.member.url,
        "opened_at": found.story.opened_at,
        "articles": found.story.articles,
        "wordings": spread.wordings,
        "outlets": spread.outlets,
        "languages": spread.languages,
        "forums": [asdict(spoken) for spoken in found.story.forums],
        "first": {
            "article_id": first.member.id,
            "outlet": first.outlet,
            "told_at": first.at,
            "known": first.known,
            "because": spread.because,
            "published_confidence": first.member.published_confidence,
        },
        "ties": [t.member.id for t in spread.ties],
        "earlier": [t.member.id for t in spread.earlier],
        "credits": [asdict(credit) for credit in spread.credits],
        "step_s": spread.step_s,
        "bars": [
            {"start": bar.start, "articles": [t.member.id for t in bar.tellings]} for bar in spread.bars
        ],
        "uncompared": found.uncompared,
        "tellings": [telling_row(found, telling) for telling in spread.tellings],
    }
