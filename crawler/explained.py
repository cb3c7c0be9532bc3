"""One stored mention → why it is there: its quotes in words, what was not counted, and what today's rules say."""

from __future__ import annotations

from dataclasses import asdict, dataclass

from crawler import flag, replay
from crawler.flag import Explanation, Watchlist
from crawler.rows import Row, mention_row
from storage.articles.replay import Flagged
from storage.mentions.stream import StoredMention


@dataclass(frozen=True, slots=True)
class Explained:
    """A mention beside what today's rules make of its article."""

    found: StoredMention
    version: int  # of the article
    seen: Explanation
    today: str  # whether today's rules say the same

    @property
    def meanings(self) -> list[str]:
        """What each quote's rule means, in the order of the evidence."""
        return [flag.meaning(quote.rule, quote.exact) for quote in self.found.mention.evidence]

    def row(self) -> Row:
        """The mention's row with all this beside it."""
        return mention_row(self.found) | {
            "version": self.version,
            "meanings": self.meanings,
            "times": self.seen.times,
            "in_title": self.seen.in_title,
            "unbelieved": [asdict(quote) for quote in self.seen.unbelieved],
            "today": self.today,
        }


def explained(found: StoredMention, article: Flagged, watchlist: Watchlist) -> Explained:
    """Look at the mention's article as flagging does today."""
    today = flag.find_mentions(article.article, watchlist)
    changes = [c for c in replay.compare(article.mentions, today, article.said) if c.mention_id == found.id]
    verdict = _verdict(changes[0]) if changes else "today's rules say the same"
    seen = flag.explain(article.article, watchlist, found.mention.forum_id)
    return Explained(found, article.version, seen, verdict)


def _verdict(change: replay.Change) -> str:
    if change.after is None:
        return "today's rules do not find it any more; `forumwatch reflag` takes it back"
    mention, said = change.after, ", ".join(change.differs)
    return (
        f"today's rules see it otherwise ({said}): {mention.forum_id} {mention.edition or ''} {mention.role} "
        f"{mention.score:.2f}; `forumwatch reflag` changes it"
    )
