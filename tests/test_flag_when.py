"""When an edition was held, told in the words of fifty languages: each row is one of them.

Columns: last month, next month, July of last year, last July, next July, in 2023, in July; and a sentence that takes
one of these words and the forum's name.
"""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from tables import each, table_of

from crawler.flag import find_mentions, load_watchlist
from storage.records import Article

NAME = "Global Digital Economy Conference"  # held each July
# the day of publication, and the edition that is meant
ASKED = (
    ("2025-08-20", 2025),
    ("2026-06-10", 2026),
    ("2025-10-10", 2024),
    ("2025-11-10", 2025),
    ("2026-03-10", 2026),
    ("2025-10-10", 2023),
    ("2025-11-10", 2025),
)
TOLD = table_of(Path(__file__).with_suffix(".yaml"))


@each("language", TOLD)
def test_an_edition_is_told_by_words_for_its_time(language: str) -> None:
    """The sentence before it ends in a verb of growth, which is nobody's founding."""
    *words, sentence = TOLD[language]
    watchlist, found = load_watchlist(), []
    for when, (published, _) in zip(words, ASKED, strict=True):
        article = Article(
            url="https://news.example/1",
            title="Report",
            text="The firm grew by a tenth.\n\n" + sentence.format(w=when, n=NAME),
            language=language[:2],
            published_at=datetime.fromisoformat(published).replace(tzinfo=UTC),
        )
        found.append([(m.forum_id, m.edition) for m in find_mentions(article, watchlist)])
    assert found == [[("gdec", year)] for _, year in ASKED]
