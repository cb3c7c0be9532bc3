"""A page → what kind of article it is, and the text of a live blog.

A live blog is declared (LiveBlogPosting), or shows itself: many posts, each with its time. Its posts in JSON-LD are
taken where the page shows none of them; they are kept in the page's order, newest first as a rule.
"""

from __future__ import annotations

import re

from crawler.parse.body.state import lines
from crawler.parse.page.blocks import Block, Outline
from crawler.parse.page.families import OF_LINES
from crawler.parse.page.jsonld import Declared
from crawler.patterns import lazily
from storage.records import ArticleKind

POSTS = 6  # times of day among the text from which it is a live blog
NEWEST = 20  # posts that a page shows, if it shows any
NEAR = 8  # blocks before and after the body
LINE = 60  # characters: a longer line tells more than a time
APART = 2_500  # characters between two of them at most, on average
PICTURES = 8  # captions that are most of the text of a gallery
_TIME = re.compile(r"\b(?:[01]?\d|2[0-3])[:.h][0-5]\d\b|\b\d{1,2}(?:[:.]\d\d)?\s?[ap]\.?m\b", re.I)
_CLOCK = re.compile(r"(?P<hour>\d{1,2})(?:[:.h](?P<minute>[0-5]\d))?(?:\s?(?P<half>[ap])\.?m\b)?", re.I)
_LIVE = OF_LINES.rarely(  # of a title in lower case: several times as fast as ignoring case
    r"\blive\b|live[- ]?(?:blog|ticker|updates?|stream)|newsblog|ticker\b|en direct|en vivo|in diretta|ao vivo|minuto a minuto|онлайн|прямой эфир|canl[ıi]"
    r"|na żywo|ζωντανά|direkte|suora|uživo|مباشر|לייב|บันทึกสด|เกาะติด|trực tiếp|langsung|直播|实时|實時|ライブ|速報|실시간|생중계"
)
_CALLED = lazily(  # the same where a sign stands behind the word, or nothing: what follows is no thing that is live
    r"live[- ]?(?:blog|ticker|updates?|coverage)|newsblog|ticker\b|minuto a minuto|прямой эфир|直播|实时|實時|ライブ|速報|실시간|생중계|บันทึกสด|เกาะติด"
    r"|(?<!\w)(?:live|en direct|en vivo|in diretta|ao vivo|онлайн|canl[ıi]|na żywo|ζωντανά|direkte|suora|uživo|مباشر|לייב|trực tiếp|langsung)(?:\s?[:|–—•!,)\].·]|\s-\s|\W*$)"
)
_GALLERY = OF_LINES.rarely(
    r"\bin pictures\b|photo ?gallery|\bgallery\b|photo ?essay|bilderstrecke|fotostrecke|en images|diaporama|galer(?:ía|ia|ie|ij|i)\b|fotogaler|galleria|bildspel|фотогалере|фоторепортаж"
    r"|ประมวลภาพ|图集|組圖|组图|写真特集|화보|chùm ảnh"
)


def read_kind(page: Outline, declared: Declared, title: str | None, body: list[Block]) -> ArticleKind:
    """``live`` for a blog of timed posts, ``gallery`` for pictures with lines below, else ``article``."""
    if declared.kind == "liveblogposting" or declared.updates:
        return "live"
    said = (title or page.title or "").lower()
    if says_live(said) and _is_timed(page, body):
        return "live"
    if declared.pictures or (_GALLERY.search(said) and len(body) < PICTURES * 4 and not _is_prose(body)):
        return "gallery"
    return "article"


def says_live(title: str) -> bool:
    """Whether a title says that the page is written while something happens."""
    return _LIVE.search(title.lower()) is not None


def is_called_live(title: str) -> bool:
    """Whether a title calls the page so: of "live music" and "concerts en direct tonight" others tell."""
    return says_live(title) and _CALLED.search(title.lower()) is not None


def time_of_day(line: str) -> int | None:
    """The first hour that a line tells, in minutes; None where it tells none."""
    found = _TIME.search(line)
    if found is None:
        return None
    told = _CLOCK.match(line, found.start())
    if told is None:
        return None
    hour, half = int(told["hour"]), (told["half"] or "").lower()
    return 60 * (hour % 12 + 12 * (half == "p") if half else hour) + int(told["minute"] or 0)


def with_updates(shown: str, declared: Declared) -> str:
    """`shown`, and the posts of a live blog that JSON-LD tells where the page shows none of them.

    A page that shows its newest posts is left at these: the others, often hundreds, were read on earlier days.
    """
    if any(text and _tail(text) in shown for text in map(lines, declared.updates[:NEWEST])):
        return shown
    posts = [text for post in declared.updates if (text := lines(post))]
    return "\n".join((shown, *posts) if shown else posts)


def _tail(post: str) -> str:
    """What a post is known by: the end of it, which no heading shares."""
    return post[-60:]


def _is_timed(page: Outline, body: list[Block]) -> bool:
    """Whether many short lines with a time of day stand in and around the body."""
    if len(body) < POSTS // 2:
        return False
    near = page.blocks[max(0, body[0].order - NEAR) : body[-1].order + NEAR]
    times = sum(len(b.text) < LINE and _TIME.search(b.text) is not None for b in near)
    return times >= POSTS and sum(len(b.text) for b in body) < APART * times


def _is_prose(body: list[Block]) -> bool:
    return sum(len(b.text) for b in body if len(b.text) > 400) > 0.5 * sum(len(b.text) for b in body)
