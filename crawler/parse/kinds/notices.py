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

import re

from crawler.parse.kinds import notice_words as words
from crawler.parse.kinds.day_below import has_day_below
from crawler.parse.kinds.gone import THING
from crawler.parse.kinds.news_of import asks_how, tells_news
from crawler.parse.kinds.told import sentences
from crawler.parse.page import phrases
from crawler.parse.page.blocks import Block, Outline
from crawler.parse.page.clean import width
from crawler.parse.page.families import OF_NOTICES
from storage.records import NotArticleReason

MOST = 900  # characters, a Chinese one counting two, of a page that says no more than that
Pattern = re.Pattern[str]
Why = tuple[NotArticleReason, str]
FIRST, LINE = 3, 400  # blocks that tell it, and characters of one that are looked at
# characters of a heading that calls into the app, and of a line that leads to a store
HEADING, BUTTON = 80, 60
BELOW, SHOPS = 20, 2  # blocks below that are looked at, and different stores
_PLAYED = OF_NOTICES.rarely(  # what stands in an article, and may be barred alone
    r"\bvideo|\baudio|player|podcast|\bclip|stream|embed|tweet|\bpost from|видео|відео|فيديو|ویدئو|וידאו|वीडियो|วิดีโอ|视频|視頻|影片|動画|동영상|영상|βίντεο"
)


def notice(page: Outline, headline: str | None, body: list[Block]) -> tuple[NotArticleReason, str] | None:
    """The reason and the sentence; None where a page tells something else, or more."""
    if "article:published_time" in page.metas or sum([len(b.text) for b in body]) > MOST:
        return None
    if sum(width(b.text) for b in body) > MOST or has_day_below(page, headline, body):
        return None
    lines = dict.fromkeys(line for line in (page.title, headline, *(b.text for b in body[:FIRST])) if line)
    told = "\n".join(line[:LINE] for line in lines).lower()
    why = next(filter(None, (_why(told, *said) for said in _SAID)), None) or _trouble(told)
    if (
        why is None
        or tells_news(sentences([told]))
        or phrases.says(phrases.SUBSCRIBE, (b.text for b in body))
    ):
        return _leads_to_app(page, headline)
    # who asks too much is asked to prove what he is, and the wall says so in its title
    walled = phrases.says(phrases.BOT_WALL, lines) if why[0] == "error-page" else None
    return ("bot-wall", walled[:80]) if walled else why


def _why(
    told: str, reason: NotArticleReason, first: Pattern, *others: Pattern | tuple[Pattern, ...]
) -> Why | None:
    """The reason, and the sentence that bears the first sign, which is the rarest, and each of the others, or one of several."""
    if first.search(told) is None:  # as in nearly all
        return None
    for said in sentences([told]):
        if all(_bears(said, sign) for sign in (first, *others)) and not (
            _PLAYED.search(said) or asks_how(said)
        ):
            return reason, said.strip()[:80]
    return None


def _bears(said: str, sign: Pattern | tuple[Pattern, ...]) -> bool:
    return any(one.search(said) for one in (sign if isinstance(sign, tuple) else (sign,)))


def _leads_to_app(page: Outline, headline: str | None) -> Why | None:
    """The same where a headline calls into the app, with the buttons of its stores below."""
    if not headline or len(headline) > HEADING or not words.IN_APP.search(headline.lower()):  # as nearly all
        return None
    at = next((b.order for b in page.headings if b.text == headline), 0)
    lines = [b.text.lower() for b in page.blocks[at : at + BELOW] if len(b.text) <= BUTTON]
    shops = {shop[0] for line in lines for shop in words.STORES.finditer(line)}
    return ("paywall", headline) if len(shops) >= SHOPS else None


def _trouble(told: str) -> Why | None:
    """The same of a page that asks to try again, or to switch off what keeps its advertisements away."""
    found = words.WORKS.search(told) or words.BUSY.search(told)
    if found and any(sign.search(told) for sign in (words.AGAIN, words.THANKS)):
        unquoted = sentences([told])
        hindered = (s for s in unquoted if _bears(s, (words.WORKS, words.BUSY)))
        said = next(hindered, None)
        if said is not None and any(_bears(s, (words.AGAIN, words.THANKS)) for s in unquoted):
            return "error-page", said.strip()[:80]
    if len(told) <= LINE and (blocker := words.ADBLOCK.search(told)) and words.SWITCH_OFF.search(told):
        return "bot-wall", blocker[0]
    return None


_SAID: tuple[tuple[NotArticleReason, Pattern, *tuple[Pattern | tuple[Pattern, ...], ...]], ...] = (
    ("bot-wall", words.THERE, words.BARRED, (words.SELF, THING)),  # roads are barred in your region, too
    ("bot-wall", words.ROBOT),
    ("bot-wall", words.CHECKED, words.CHECKING),
    ("bot-wall", words.ITS_IP, words.SUSPECT),
    ("login", words.ADULT),
    ("paywall", words.APP, words.SELF),
    ("error-page", words.EMBARGO, words.NOT_YET, words.SELF),
    ("not-found", words.LAWFUL, words.SELF, words.BARRED),
)
