"""A page that tells little → why a site does not show what stood at its address, as it tells its readers in its own words.

    "This content is not available in your region."                                   · barred where the reader is
    "Our site is down for maintenance. Please try again later."                       · closed for works, or asked too much
    "Please confirm that you are not a robot."  "You must be 18 to view this page."   · walls
    "This story is only available in our app."                                        · elsewhere

Answers that say so come with a status of success as often as not, and at the address that a feed announced. News of such
things are as short, but they speak of others' sites: a notice speaks of "this article" and "your country", or asks to try again.
A line with a day below the headline is news as well, and so is what is quoted.
"""

from __future__ import annotations

from collections.abc import Callable

from crawler.parse.kinds import notice_words as words
from crawler.parse.kinds.day_below import has_day_below
from crawler.parse.kinds.gone import THING
from crawler.parse.kinds.told import sentences
from crawler.parse.page import phrases
from crawler.parse.page.blocks import Block, Outline
from crawler.parse.page.clean import width
from crawler.patterns import rarely
from storage.records import NotArticleReason

MOST = 900  # characters, a Chinese one counting two, of a page that says no more than that
FIRST, LINE = 3, 400  # blocks that tell it, and characters of one that are looked at
_PLAYED = rarely(  # what stands in an article, and may be barred alone
    r"\bvideo|\baudio|player|podcast|\bclip|stream|embed|tweet|\bpost from|видео|відео|فيديو|ویدئو|וידאו|वीडियो|วิดีโอ|视频|視頻|影片|動画|동영상|영상|βίντεο"
)


def notice(page: Outline, headline: str | None, body: list[Block]) -> tuple[NotArticleReason, str] | None:
    """The reason and the sentence; None where a page tells something else, or more."""
    if sum(width(b.text) for b in body) > MOST or phrases.says(phrases.SUBSCRIBE, (b.text for b in body)):
        return None
    lines = dict.fromkeys(line for line in (page.title, headline, *(b.text for b in body[:FIRST])) if line)
    told = sentences(line[:LINE].lower() for line in lines)
    for said in told:
        for reason, holds in _SAID:
            if holds(said) and not _PLAYED.search(said):
                return None if has_day_below(page, headline, body) else (reason, said.strip()[:80])
    if len(body) <= FIRST and (found := next(filter(words.ADBLOCK.search, told), None)) and _switches(told):
        return None if has_day_below(page, headline, body) else ("bot-wall", found.strip()[:80])
    found = next((said for said in told if words.WORKS.search(said) or words.BUSY.search(said)), None)
    if found is None or not _is_asking("\n".join(told)) or has_day_below(page, headline, body):
        return None
    return "error-page", found.strip()[:80]


def _is_asking(told: str) -> bool:
    """Whether a site asks to try again."""
    return words.AGAIN.search(told) is not None or words.THANKS.search(told) is not None


def _switches(told: list[str]) -> bool:
    return any(map(words.SWITCH_OFF.search, told))


def _is_barred(said: str) -> bool:
    if not words.THERE.search(said) or not words.BARRED.search(said):
        return False
    # roads are barred in your region, too
    return words.SELF.search(said) is not None or THING.search(said) is not None


def _is_checking(said: str) -> bool:
    return words.CHECKED.search(said) is not None and words.CHECKING.search(said) is not None


def _is_withdrawn(said: str) -> bool:
    if not words.SELF.search(said) or not words.BARRED.search(said):
        return False
    return words.LAWFUL.search(said) is not None


def _is_embargoed(said: str) -> bool:
    if not words.EMBARGO.search(said) or not words.NOT_YET.search(said):
        return False
    return words.SELF.search(said) is not None


def _is_in_app(said: str) -> bool:
    return words.APP.search(said) is not None and words.SELF.search(said) is not None


_SAID: tuple[tuple[NotArticleReason, Callable[[str], object]], ...] = (
    ("bot-wall", _is_barred),
    ("bot-wall", words.ROBOT.search),
    ("bot-wall", _is_checking),
    ("login", words.ADULT.search),
    ("paywall", _is_in_app),
    ("error-page", _is_embargoed),
    ("not-found", _is_withdrawn),
)
