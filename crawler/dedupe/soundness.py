"""A neighbour as the store has it → the same, or what is left of it where its bytes are damaged.

One bad row would make every article fail that comes near it. It counts as of a recipe that is not known: an exact copy
is known by its hash still, and nothing else by it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from crawler.dedupe.encoder import SIZE as VECTOR_BYTES
from storage.records import Fingerprint, Neighbour, Verdict

UNKNOWN = -1  # recipe of what cannot be read


def careful(judge: Callable[..., Verdict], tell: Callable[[int], object]) -> Callable[..., Verdict]:
    """`judge`, which is called with a fingerprint, its neighbours and more, with neighbours that it can read.

    `tell` is called with the number of each article whose bytes are damaged.
    """

    def judged(fingerprint: Fingerprint, neighbours: Sequence[Neighbour], *more: object) -> Verdict:
        recipe = fingerprint.version
        return judge(fingerprint, [_sound(neighbour, recipe, tell) for neighbour in neighbours], *more)

    return judged


def _sound(neighbour: Neighbour, recipe: int, tell: Callable[[int], object]) -> Neighbour:
    found = neighbour.fingerprint
    if _can_be_translated(found) and (found.version != recipe or _can_be_judged(found)):
        return neighbour  # what another recipe packed nobody unpacks, but for what translations are told by
    tell(neighbour.article_id)
    return replace(neighbour, fingerprint=replace(found, version=UNKNOWN, anchors=None, vector=None))


def _can_be_translated(found: Fingerprint) -> bool:
    """Whether what translations are told by has a length that it can have."""
    is_whole = found.vector is None or len(found.vector) == VECTOR_BYTES
    return len(found.anchors or b"") % 4 == 0 and is_whole


def _can_be_judged(found: Fingerprint) -> bool:
    """Whether what copies are judged by has a length that it can have."""
    head, numbers = found.head, found.numbers
    title = 1 + 2 * (head[0] & 15) if head else 0
    return (
        0 < title <= len(head)
        and _is_packed(head[title:])
        and _is_packed(found.sketch)
        and len(numbers) % 4 == 0
        and (numbers != b"" or found.sketch == b"")
    )


def _is_packed(hashes: bytes) -> bool:
    """Whether crawler.dedupe.sketch can unpack it; nothing was dropped, or single bytes, or pairs behind the first."""
    return hashes[:1] in (b"", b"B") or len(hashes) % 2 == 1
