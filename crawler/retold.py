"""A story's id → all that is to be told of it: its articles in order, and what each copy did with the text it copies."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import Connection

from crawler import dedupe
from crawler.dedupe.difference import MAX_LETTERS, Difference, Words
from crawler.dedupe.spread import Spread
from storage import stories
from storage.told import Member, StoryDetail

MOST_LETTERS = 2_000_000  # compared for one story: a second or two of work, some five hundred articles
BATCH = 50  # texts read at a time


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
