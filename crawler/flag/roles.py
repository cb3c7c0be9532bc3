"""How much of an article is about a forum, and how sure that is.

main: in the title, or in the lead and a good share of the text; substantial: several sentences; passing: named
once, or in a list of such events.
"""

from __future__ import annotations

from collections.abc import Sequence

from storage.records import Role

from .judge import Sighting
from .reading import Reading

LEAD = 400  # folded characters; half of it in scripts whose characters are words
WINDOW = 160  # characters on either side of a name that are about it
APART = 90  # characters between two names that make them two sentences
MAIN_SHARE = 0.25
TITLE_SHARE = 0.08  # a title's name that the text hardly returns to is what the news was shown at
CROWD = 3  # different forums this close together are a list
CROWD_REACH = 140
ROLE_SCORE = {"main": 0.1, "substantial": 0.03, "passing": -0.12}


def role_of(reading: Reading, sightings: Sequence[Sighting], others: Sequence[Sighting]) -> Role:
    """The role of the forum that `sightings` (in order) name; `others` are all sightings of the article."""
    dense = _dense(reading.text)
    body = [s for s in sightings if s.start >= reading.body]
    alone = [s for s in body if not _in_crowd(s, others)]
    length = max(1, len(reading.text) - reading.body)
    share = _covered(alone, WINDOW // dense, reading.body, len(reading.text)) / length
    titled = any(s.start < reading.spans[0][2] for s in sightings)
    lead = any(s.start < reading.body + LEAD // dense for s in alone) or any(
        s.start < reading.body for s in sightings
    )
    sentences = _sentences(alone, APART // dense)
    if titled and (not body or (share >= TITLE_SHARE and (sentences >= 2 or share >= MAIN_SHARE))):
        return "main"
    if lead and share >= MAIN_SHARE and (sentences >= 2 or length < 3 * LEAD // dense):
        return "main"
    if titled or sentences >= 3 or (sentences >= 2 and (lead or share >= MAIN_SHARE)):
        return "substantial"
    return "passing"


def score_of(sightings: Sequence[Sighting], role: Role, dated: bool, placed: bool) -> float:
    """0..1: the strongest rule that saw it, and what supports it."""
    score = max(s.strength for s in sightings) + ROLE_SCORE[role]
    score += 0.05 * dated + 0.05 * placed + 0.02 * min(len(sightings) - 1, 3)
    return round(min(1.0, max(0.05, score)), 3)


def _dense(text: str) -> int:
    """2 where one character carries about a word (Chinese, Japanese, Korean), else 1."""
    sample = text[:2000]
    return 2 if sum(char > "\u2e80" for char in sample) * 3 > len(sample) else 1


def _covered(sightings: Sequence[Sighting], window: int, first: int, last: int) -> int:
    """Characters of [first, last) that stand within `window` of a name."""
    total = done = 0
    for sighting in sightings:
        left = max(first, done, sighting.start - window)
        right = min(last, sighting.end + window)
        if right > left:
            total += right - left
            done = right
    return total


def _sentences(sightings: Sequence[Sighting], apart: int) -> int:
    count, end = 0, -apart
    for sighting in sightings:
        if sighting.start - end >= apart or not count:
            count += 1
        end = sighting.end
    return count


def _in_crowd(sighting: Sighting, others: Sequence[Sighting]) -> bool:
    near = {other.forum_id for other in others if abs(other.start - sighting.start) <= CROWD_REACH}
    return len(near) >= CROWD
