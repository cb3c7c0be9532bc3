"""An article → one folded text over its fields, so that a title's name and the lead's city stand near each other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from crawler.flag.text.fold import Folded, fold
from crawler.patterns import lazily
from storage.records import CONTEXT, Article, Evidence

Field = Literal["title", "summary", "text"]
BETWEEN = "\n\x02\n"  # no name and no number reaches over it
MAX_READ = 50_000  # characters in which a body is looked for that a name may belong to


@dataclass(frozen=True, slots=True)
class Reading:
    """The folded article, and where its fields begin and end in the original and in the folded text."""

    whole: str
    folded: Folded
    spans: tuple[tuple[Field, int, int], ...]  # field, start, end in `whole`
    title_end: int  # where the title ends in the folded text
    body: int  # where the text begins in it
    language: str = ""  # of the article, two letters; "" where it is not known

    @property
    def text(self) -> str:
        """The folded text of all fields."""
        return self.folded.text

    def quote(self, start: int, end: int) -> str:
        """The original characters of the folded [start, end)."""
        first, last = self.folded.span(start, end)
        return self.whole[first:last]

    def evidence(self, start: int, end: int, rule: str) -> Evidence | None:
        """The folded [start, end) as evidence; None where it reaches over two fields."""
        return self.cited(*self.folded.span(start, end), rule)

    def cited(self, first: int, last: int, rule: str) -> Evidence | None:
        """The original [first, last) of `whole` as evidence; None where it reaches over two fields."""
        for field, begin, stop in self.spans:
            if begin <= first and last <= stop:
                return Evidence(
                    field=field,
                    start=first - begin,
                    end=last - begin,
                    exact=self.whole[first:last],
                    prefix=self.whole[max(begin, first - CONTEXT) : first],
                    suffix=self.whole[last : min(stop, last + CONTEXT)],
                    rule=rule,
                )
        return None


_DENSE = lazily("[\u2e81-\U0010ffff]")


def density(text: str) -> int:
    """2 where one character carries about a word (Chinese, Japanese, Korean), else 1."""
    sample = text[:2000]
    if sample.isascii():
        return 1
    return 2 if len(_DENSE.findall(sample)) * 3 > len(sample) else 1


def reading_of(article: Article) -> Reading:
    """The article's title, summary and text, folded in one go."""
    fields: Sequence[tuple[Field, str]] = (
        ("title", article.title or ""),
        ("summary", article.summary or ""),
        ("text", article.text or ""),
    )
    spans: list[tuple[Field, int, int]] = []
    at = 0
    for field, value in fields:
        spans.append((field, at, at + len(value)))
        at += len(value) + len(BETWEEN)
    whole = BETWEEN.join(value for _, value in fields)
    folded = fold(whole)
    language = (article.language or "")[:2].lower()
    return Reading(
        whole, folded, tuple(spans), folded.place(spans[0][2]), folded.place(spans[2][1]), language
    )
