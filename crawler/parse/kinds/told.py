"""Lines → the sentences in them that a page says itself, in lower case: what stands in quotation marks it only tells of."""

from __future__ import annotations

from collections.abc import Iterable

from crawler.patterns import lazily

_QUOTED = lazily(r"[“„«»]\s?[^“”„«»]+[”“»«]|\"[^\"]+\"|[「『][^」』]+[」』]")
_STOP = lazily(r"[.!?…。！？।؟։]+(?:\s|$)|[。！？।]|\n")


def unquoted(line: str) -> str:
    """A line without what it quotes."""
    return _QUOTED.sub(" ", line)


def sentences(lines: Iterable[str]) -> list[str]:
    """All sentences of lines in lower case."""
    return [sentence for line in lines for sentence in _STOP.split(unquoted(line)) if sentence]
