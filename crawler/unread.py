"""What becomes of an entry that brings no article: it is read again later or ended, and told of where its headline names a forum."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from functools import partial
from typing import Literal

from crawler import retries, revisit, schedule
from crawler.arrivals import announced, is_withheld
from crawler.filing import Filing
from storage.articles import headlines
from storage.database import Database
from storage.records import Failure, NotArticle, Source, Waiting
from storage.sources.blind import DISMISSED
from storage.waiting import entries


@dataclass(frozen=True, slots=True)
class Reading:
    """What came of reading one entry."""

    url: str
    outcome: Literal["stored", "known", "updated", "not-article", "no-match", "retry", "given-up"]
    mentions: int = 0
    message: str | None = None


@dataclass(frozen=True, slots=True)
class Unread:
    """Ends what was begun with an entry: in the store, by the clock, and by whether its headline names a forum."""

    db: Database
    sources: Mapping[str, Source]
    filing: Filing
    names_forum: Callable[[Waiting], bool]
    now: Callable[[], datetime]

    async def dismissed(self, waiting: Waiting, found: NotArticle) -> Reading:
        """A page that is no article is read no more; one that a site shows while it errs, in the end."""
        message = DISMISSED + found.reason + (f" ({found.detail})" if found.detail else "")
        own = found.reason == "front-page" and not revisit.leads_home(waiting.url, found.url or waiting.url)
        kind = "refused" if own else retries.PASSING.get(found.reason, "refused")
        return await self.failed(waiting, Failure(waiting.url, kind, message, self.now()), found)

    async def failed(self, waiting: Waiting, failure: Failure, found: NotArticle | None = None) -> Reading:
        """An entry of which the page did not come, or is none (`found`): put off, or ended where that has been tried enough."""
        now, told = self.now(), 0
        if is_withheld(waiting.tries + 1, failure, found):
            waiting = await self.db.run(headlines.as_told, waiting)  # it may bear another headline by now
            told = await self._told(waiting)
        soon = now + timedelta(seconds=max(schedule.OFFLINE_S, failure.retry_after_s or 0))
        if again := self._again_at(waiting, failure, now):
            tried = failure.kind != "offline"
            retry = partial(headlines.retry_as_told, tried=tried)
            await self.db.run(retry, waiting, again, failure.message, now, soon)
            return Reading(waiting.url, "retry", told, failure.message)
        end = entries.dismiss if found else entries.give_up
        if not await self.db.run(headlines.end_as_told, waiting, end, failure.message, now, soon):
            return Reading(waiting.url, "retry", told, failure.message)
        return Reading(waiting.url, "not-article" if found else "given-up", told, failure.message)

    def _again_at(self, waiting: Waiting, failure: Failure, now: datetime) -> datetime | None:
        """When it is tried again; soon, where its headline names a forum, for that is told then."""
        if waiting.tries == 0 and failure.kind == "hard" and self.names_forum(waiting):
            failure = replace(failure, kind="soft")
        return retries.retry_at(waiting.tries + 1, failure, now, waiting.published_at)

    async def _told(self, waiting: Waiting) -> int:
        """Store what was announced of a page that nobody shows us, where that names a forum; returns its new mentions.

        The entry goes its way: once its page can be read, that is the article's next version; so it is once a look brings
        it, which also finds that it was taken away.
        """
        if not self.names_forum(waiting) or await self.db.run(headlines.told_elsewhere, waiting):
            return 0
        source, article = self.sources[waiting.source_id], replace(announced(waiting), partial=True)
        saving = await self.filing.saving(source, article, None, withheld=True)
        return len((await self.db.run(saving)).mention_ids)
