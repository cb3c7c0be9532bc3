"""An article that mentions a forum, or a live blog that may come to → another look at its page, and what is kept of that.

    fetch.get ─304→ unchanged
              ─page→ parse ─article→ as good as before? ─→ save (as its next version, if its words are others)
              ─404, 410, its page says so, another text or the front page in its place→ missing ─a second time→ company → removed
              ─refused, walled a second time→ was it announced since in words that name a forum? ─→ save these, with its text
              ─else→ what there is stays, with a word why

What an answer means is decided by crawler/revisit.py; what is missing together with its whole site stays.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from functools import partial
from typing import Any, Literal

from crawler import dedupe, revisit
from crawler.reach import Came, Reach
from crawler.revisit import Ages, Finding
from storage.articles import headlines, revisits
from storage.articles import save as articles
from storage.database import Database
from storage.records import Article, Failure, Neighbour, Page, Revisit, Seen, Source, Watch

REMEMBERED = timedelta(minutes=10)  # whether a front page answers: articles of one site go missing together
MOST_HOMES = 1_000
QUOTED = 100  # characters of a title in a message


@dataclass(frozen=True, slots=True)
class Look:
    """What came of looking at an article again."""

    url: str
    outcome: Literal["unchanged", "known", "updated", "missing", "removed", "back", "kept", "failed"]
    mentions: int = 0  # new ones, by an edit
    message: str | None = None


@dataclass(frozen=True, slots=True)
class Homes:
    """Which front pages answered lately."""

    seen: dict[str, tuple[datetime, bool]] = field(default_factory=dict)

    async def answers(self, reach: Reach, source: Source, url: str, now: datetime) -> bool:
        """Whether the front page of the site of `url` answers; one that robots.txt keeps from us may."""
        home = dedupe.origin(url) + "/"
        at, said = self.seen.get(home, (now, None))
        if said is None or now - at > REMEMBERED:
            came = await reach.page(source, home)
            said = isinstance(came, Page) or came.kind == "refused"
            if len(self.seen) >= MOST_HOMES:
                self.seen.clear()
            self.seen[home] = now, said
        return said


@dataclass(frozen=True, slots=True)
class Looks:
    """How articles are looked at again: what of the pipeline that takes."""

    db: Database
    reach: Reach
    ages: Ages
    now: Callable[[], datetime]
    homes: Homes
    read: Callable[[Source, Revisit, Page], Awaitable[Came]]  # a page with its further pages
    # as what the article is now, without a page where none came → Saved
    save: Callable[[Source, Revisit, Article, Page | None], Awaitable[Any]]
    speaks: Callable[[Article], Awaitable[bool]]  # whether it mentions a forum

    async def look(self, source: Source, look: Revisit) -> Look:
        """Look at an article's page, and keep what that came to."""
        if source.read == "never":  # by now; its pages are not asked for
            later = Watch(self.now() + revisit.DAY, look.etag, look.last_modified)
            await self.db.run(revisits.record, look, Seen(later, missing_at=look.missing_at), self.now())
            return Look(look.url, "kept")
        held = {} if revisit.in_full(look) else {"etag": look.etag, "last_modified": look.last_modified}
        page = await self.reach.page(source, look.url, **held)
        if isinstance(page, Failure):
            return await self._settle(source, look, revisit.of_failure(page))
        if page.not_modified:
            seen = revisit.validators(page)
            return await self._settle(source, look, Finding("unchanged"), seen=seen)
        came = await self.read(source, look, page)
        if isinstance(came, Failure):
            return await self._settle(source, look, revisit.of_failure(came))
        page, found = came
        finding = revisit.of_page(look, page, found)
        if not isinstance(found, Article) or finding.what != "read":
            return await self._settle(source, look, finding)
        if other := await self._other(look, page, found):
            gone = Finding("missing", other)
            door = Finding("worse", f"{other}, no article by its looks; the text stays", withheld=True)
            return await self._settle(source, look, door if revisit.is_door(look, found) else gone)
        seen = revisit.validators(page)
        key, found = dedupe.identity(found), found if _for_good(page, found) else replace(found, url=look.url)
        site = dedupe.site(found.url)
        moved = partial(articles.moved, article_id=look.article_id, at=found, key=key, site=site)
        # an address that was announced, too, is an article of its own: it is told once
        if _moved(look, page) and not await self.db.run(moved):
            return await self._settle(source, look, finding, seen=seen)
        saved = await self.save(source, look, _completed(found, look), page)
        now = replace(look, kind=found.kind, mentions=look.mentions or bool(saved.mention_ids))
        done = await self._settle(source, now, finding, seen=seen)
        outcome = done.outcome if done.outcome == "back" else saved.outcome
        return replace(done, outcome=outcome, mentions=len(saved.mention_ids))

    async def _settle(
        self,
        source: Source,
        look: Revisit,
        finding: Finding,
        *,
        seen: tuple[str | None, str | None] = (None, None),
    ) -> Look:
        at_fault = await self._at_fault(source, look, finding)
        live = look.kind == "live" and not look.mentions
        ages = revisit.while_live(self.ages) if live else self.ages
        settled = partial(revisit.settle, look, finding, ages, self.now())
        kept = settled(seen=seen, site_at_fault=at_fault)
        kept, saved = await self._retold(source, look, finding, kept)
        await self.db.run(revisits.record, look, kept, self.now())
        if saved is not None:
            return Look(look.url, "updated", len(saved.mention_ids), kept.message)
        return Look(look.url, _outcome(look, finding, kept), message=kept.message)

    async def _retold(
        self, source: Source, look: Revisit, finding: Finding, kept: Seen
    ) -> tuple[Seen, articles.Saved | None]:
        """Where the page is kept from us and was announced since in words that name a forum, these are told, with the text
        that there is; what is kept of the look then, and what was saved.

        Not at once, for what fails once mostly comes the next time. What is missing is not told, and asked for sooner.
        """
        if finding.what in ("read", "unchanged") or kept.removed:  # it is what its page says, or is no more
            await self.db.run(headlines.forget, look.article_id)
        missing = finding.what in revisit.MISSING_SURE
        if look.mentions or not (finding.withheld or missing):
            return kept, None
        retold = await self.db.run(headlines.retold, look.article_id)
        if retold is None:
            return kept, None
        if missing or look.message is None:
            return revisit.soon_again(kept, finding, self.now()), None
        saved = await self.save(source, look, retold, None) if await self.speaks(retold) else None
        await self.db.run(headlines.forget, look.article_id)
        return kept, saved

    async def _at_fault(self, source: Source, look: Revisit, finding: Finding) -> bool:
        """Whether it is the site that is missing, where this look would say that the article was removed."""
        now, first = self.now(), look.missing_at
        if first is None or not revisit.doubtful(look, finding, now):
            return False
        company = await self.db.run(revisits.company, look, first)
        answers = bool(company.standing) or await self.homes.answers(self.reach, source, look.url, now)
        return revisit.whole_site(look, company, now, answers=answers)

    async def _other(self, look: Revisit, page: Page, found: Article) -> str | None:
        """How it shows that this is another text than the article's: a notice of works on the site, a domain for sale.

        At its own address one that still speaks of a forum is the article, written anew, and so is a live blog, whose
        posts push each other off the page. One that was never read is what its page says.
        """
        if await self._alike(look, found):
            return None
        if look.announced and (not _moved(look, page) or await self.speaks(found)):
            return None
        if found.kind == "live" and not _moved(look, page):
            return None
        if _moved(look, page):
            return f"read: another article answers in its place, {page.final_url}"
        if await self.speaks(found):
            return None
        return f"read: another text stands in its place, “{found.title[:QUOTED]}”"

    async def _alike(self, look: Revisit, found: Article) -> bool:
        """Whether it tells the same as the article."""
        if found.title.casefold() == look.title.casefold():
            return True
        text = await self.db.run(revisits.text_of, look.article_id)
        before = replace(found, title=look.title, text=text)
        printed, site = dedupe.fingerprint(before), dedupe.site(look.url)
        known = Neighbour(look.article_id, 0, look.language, site, look.stored_at, printed)
        verdict = dedupe.judge(dedupe.fingerprint(found), [known], language=found.language, site=site)
        return verdict.relation in ("exact", "near")


def _moved(look: Revisit, page: Page) -> bool:
    return dedupe.url_key(page.final_url) != dedupe.url_key(look.url)


def _for_good(page: Page, found: Article) -> bool:
    """Whether it will be found where it was now: some lead each visit elsewhere, to an address that lasts as long."""
    if not page.redirects or page.moved_to is not None:
        return True
    declared = found.canonical_url
    return declared is not None and dedupe.url_key(declared) == dedupe.url_key(page.final_url)


def _outcome(look: Revisit, finding: Finding, kept: Seen) -> Any:
    if kept.removed is False and look.removed_at is not None:
        return "back"
    if kept.removed and look.removed_at is None:
        return "removed"
    return {"read": "known", "gone": "missing", "worse": "kept"}.get(finding.what, finding.what)


def _completed(article: Article, look: Revisit) -> Article:
    """The page's own word first; what it does not say any more stays."""
    whole = replace(article, title=article.title or look.title)
    if article.published_at or look.published_at is None:
        return whole
    return replace(
        whole,
        published_at=look.published_at,
        published_from=look.published_from,
        published_confidence=look.published_confidence,
    )
