"""An article → what stores it, with all that is found in it: forums, candidates, what tells copies and translations.

    article ┬ flag.find_mentions, find_candidates ┐
            └ dedupe.fingerprint, anchors, vector ┴→ articles.save_article, still to be called with the writer's connection

What costs much is done here, outside the writer's transaction; copies are judged within it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import Literal

import structlog
from sqlalchemy import Connection

from crawler import dedupe, flag, parse, revisit
from crawler.heavy import HEAVY_TEXT, Heavy
from storage.articles import save as articles
from storage.records import Article, Candidate, Fingerprint, Mention, Page, Source

Archive = Literal["mentions", "all", "none"]  # of which articles the page is kept
Saving = Callable[[Connection], articles.Saved]
Spoken = tuple[tuple[Mention, ...], tuple[Candidate, ...]]

log = structlog.get_logger("forumwatch")


@dataclass(frozen=True, slots=True)
class Filing:
    """How articles are stored: what they are searched for, and what is kept of them."""

    watchlist: flag.Watchlist
    heavy: Heavy
    now: Callable[[], datetime]
    archive: Archive = "mentions"
    ages: revisit.Ages = ()  # at which articles that mention a forum are looked at again
    encoder: dedupe.Encoder | None = None  # for texts that count too little to be known in another language

    async def saving(
        self,
        source: Source,
        article: Article,
        page: Page | None,
        *,
        entry_id: int | None = None,
        again: int | None = None,
        withheld: bool = False,
    ) -> Saving:
        """What stores the article of an entry, or that of the id `again` anew, which may have its text already. Without a
        page it is only announced; `withheld`: for that is kept from us, and looked for.
        """
        mentions, candidates = await self.spoken(article)
        anchors = dedupe.anchors(article, mentions)
        fingerprint = await self._fingerprint(article, anchors)
        site, now = dedupe.site(article.url), self.now()
        live = revisit.while_live(self.ages) if article.kind == "live" else ()
        ages = self.ages if mentions else live
        judge = partial(dedupe.judge, language=article.language, site=site)
        return partial(
            articles.save_article,
            article=article,
            key=dedupe.identity(article),
            fingerprint=fingerprint,
            mentions=mentions,
            judge=dedupe.careful(judge, _damaged),
            source_id=source.id,
            entry_id=entry_id,
            again=again,
            look=revisit.first_watch(ages, article, page, now) if page or withheld else None,
            corrects=parse.correction,
            now=now,
            announced=page is None and again is None,
            page=page if article.archivable and self._keeps(page, mentions) else None,
            candidates=candidates,
            site=site,
            translated=dedupe.careful(partial(dedupe.translated, anchors), _damaged),
            anchor_keys=dedupe.anchor_keys,
            watched=self.watchlist.forums,
        )

    async def spoken(self, article: Article) -> Spoken:
        """The forums that the article speaks of, and events that are not on the watchlist."""
        work = partial(_spoken, article, self.watchlist)
        return await self.heavy.worked(len(article.text), HEAVY_TEXT, work)

    async def _fingerprint(self, article: Article, anchors: dedupe.Anchors) -> Fingerprint:
        printed = partial(dedupe.fingerprint, article)
        fingerprint = await self.heavy.worked(len(article.text), HEAVY_TEXT, printed)
        vector = None
        if self.encoder and self.encoder.wants(anchors):
            vector = await self.heavy.run(len(article.text), partial(self.encoder.vector, article))
        return dedupe.anchored(fingerprint, anchors, vector)

    def _keeps(self, page: Page | None, mentions: tuple[Mention, ...]) -> bool:
        return page is not None and (self.archive == "all" or (self.archive == "mentions" and bool(mentions)))


def _spoken(article: Article, watchlist: flag.Watchlist) -> Spoken:
    reading = flag.reading_of(article)  # folded once for both
    return flag.find_mentions(article, watchlist, reading), flag.find_candidates(article, watchlist, reading)


def _damaged(article_id: int) -> None:
    log.warning(
        "a fingerprint is damaged, so that only exact copies of its article are found", article=article_id
    )
