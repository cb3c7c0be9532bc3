"""A page → what it serves besides news, by its address and its title: the signs of the zodiac, puzzles, what a subscription costs, what is read most.

    /horoscope/libra   "Horoscope for Libra"     ·  /subscribe/offer   "Digital subscription – choose yours"     ·  /most-read

One witness proves nothing, as in `things.py`, and the address's last part must tell no headline: papers report of horoscopes,
and of what they cost themselves.
"""

from __future__ import annotations

from crawler.parse.kinds.proof import Shown
from crawler.parse.kinds.read import Why
from crawler.parse.kinds.thing_address import last_of, own_address
from crawler.parse.kinds.thing_words import RANKINGS, SERVICES, folded_words, says_only

HEADLINE = 60  # characters of a title from which on it is one
HYPHENS, DIGITS = 2, 3  # of an address's last part, from which on it tells a headline, or its number
MOST_HYPHENS = 3  # of the name of a ranking: "les-articles-plus-lus"


def is_of_service(shown: Shown) -> Why | None:
    """The reason and a detail of such a page."""
    if not (shown.title or "").strip() or len(shown.title or "") > HEADLINE:
        return None  # as nearly all
    last = last_of(shown.url)
    if last.count("-") > MOST_HYPHENS or sum(map(str.isdigit, last)) >= DIGITS:
        return None
    own = own_address(shown.url)
    titles = [folded_words(title) for title in (shown.title, shown.page.title) if title]
    if any(says_only(RANKINGS, part) for part in own) and says_only(RANKINGS, titles[0]):
        return "list-page", "what is read most"
    if last.count("-") >= HYPHENS:
        return None
    for words in SERVICES:
        if any(says_only(words, part) for part in own) and any(map(words.search, titles)):
            return "other-page", "a service: address, title"
    return None
