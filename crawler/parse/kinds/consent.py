"""A page's text → whether it asks for consent to cookies and the like before it shows anything."""

from __future__ import annotations

import re

from crawler.parse.kinds import consent_words as words
from crawler.parse.kinds.day_below import has_day_below
from crawler.parse.kinds.notice_words import SELF
from crawler.parse.kinds.told import unquoted
from crawler.parse.page import labels, phrases
from crawler.parse.page.blocks import Block, Outline

_ABOUT = (words.PURPOSES, phrases.CHOICES, phrases.CONSENT, phrases.PARTNERS, phrases.DEVICE, phrases.VENDORS)

_SPOKEN = (phrases.OURS, words.ACT, SELF, phrases.DEVICE)

CONSENT_LEAST = 60  # characters
AROUND = 48  # characters beside a count of others, in which it says what they are
WALL_SHARE = 0.4  # of such a page that the sentence about the reader's device makes up
LOOKED_AT = 4_000  # characters of a block: what it is about, its beginning tells
CONSENT_WORDS = 3  # different ones: a text about cookies that crumble knows but one
BESIDE = 24  # characters beside a count of others, in which it says whose they are
# characters of a block about something else, share of the others, blocks that say "we" or "our"
OTHER, SURELY, OURS = 120, 0.8, 2
# characters of a wall that tells all it wants, of one that tells what else it offers
WALL_MOST, OFFER_MOST = 6_000, 2_500
BEGIN, BEGINNING = 3, 240  # blocks of a wall in which it names what it is about, and characters of each
# characters of a line of the trade's standard, and different ones that make a wall
STANDARD_LINE, STANDARD = 170, 2
MOSTLY, ACTS, OFFERS = 0.7, 2, 2  # share of such a text; blocks that ask, and that offer
_STANDARD = ((words.AND_OR, words.ON_A_DEVICE), (words.SCANNING,), (words.AUDIENCES,))
_COUNT = re.compile(  # of others; no year, no share, and no millions
    r"(?<![\d.,])(?!(?:19|20)\d\d)\d{2,4}(?!\d|[.,]\d)(?!\s?(?:%|€|\$|per ?cent|mi?ll?i|bi?lli|mrd|мил|млн|млрд|万|萬|亿|億|만|억))",
    re.I,
)


def speaks_of_consent(page: Outline, body: list[Block]) -> bool:
    """Whether most of the text is about cookies and the like, in their own words; without a body, most of the page."""
    blocks = body or [b for b in page.blocks if b.linked < 0.5 * len(b.text)]
    whole = sum(len(b.text) for b in blocks)
    said = (phrases.CONSENT, phrases.PARTNERS)
    about = [
        b.text
        for b in blocks
        if b.element.bits & labels.CONSENT or any(phrases.holds(one, b.text[:LOOKED_AT]) for one in said)
    ]
    if whole < CONSENT_LEAST:
        return False
    if any(len(b.text) >= WALL_SHARE * whole and _counts_partners(b.text[:LOOKED_AT]) for b in blocks):
        return True
    if sum(map(len, about)) < 0.6 * whole:
        return False
    own, further = ({w for text in about for w in one.findall(text.lower())} for one in said)
    if not own or len(own | further) < CONSENT_WORDS:
        return False
    # news of it speak of others' sites
    named = any(b.element.bits & labels.CONSENT for b in blocks)
    return named or any(phrases.holds(one, text[:LOOKED_AT]) for text in about for one in _SPOKEN)


def is_wall(body: list[Block]) -> bool:
    """Whether a text is nothing but the question for consent, of a site and its partners by number: what no article is.

    An article on such questions counts the partners of others, and says "we" in what it quotes alone.
    """
    texts = [b.text[:LOOKED_AT].lower() for b in body]
    if not phrases.CONSENT.search("\n".join(texts)):  # as most
        return False
    about = [any(one.search(text) for one in _ABOUT) for text in texts]
    whole = sum(map(len, texts))
    if (
        whole < CONSENT_LEAST
        or sum(len(t) for t, is_so in zip(texts, about, strict=True) if is_so) < SURELY * whole
    ):
        return False
    if any(len(t) >= OTHER for t, is_so in zip(texts, about, strict=True) if not is_so):
        return False
    ours = sum(phrases.OURS.search(text) is not None for text in texts) >= OURS
    if not (ours or any(map(_counts_ours, texts))):
        return False
    counted = any(
        phrases.VENDORS.search(text[max(0, found.start() - AROUND) : found.end() + AROUND])
        for text in texts
        for found in _COUNT.finditer(text)
    )
    return counted and any(phrases.DEVICE.search(text) for text in texts)


def is_choice(page: Outline, headline: str | None, body: list[Block]) -> bool:
    """Whether a text has a reader choose between consent and money, or lists what he consents to in the words of the trade's standard.

    Such walls are served at an article's own address, with its title in the head. News of them speak of others, show a day, or quote.
    """
    begins = "\n".join([b.text[:BEGINNING] for b in body[:BEGIN]]).lower()
    if not phrases.CONSENT.search(begins):  # as nearly all
        return False
    if sum([len(b.text) for b in body]) > WALL_MOST:
        return False
    texts = [b.text[:LOOKED_AT].lower() for b in body]
    whole = sum(map(len, texts))
    about = [any(one.search(text) for one in (*_ABOUT, words.ACT)) for text in texts]
    if whole < CONSENT_LEAST or not any(about):
        return False
    if sum(map(len, texts[: about.index(True)])) >= OTHER:  # the beginning of the article
        return False
    texts = list(map(unquoted, texts))
    if _lists_standard(texts):
        told = sum(len(t) for t, is_so in zip(texts, about, strict=True) if is_so or len(t) < STANDARD_LINE)
        is_asked = told >= MOSTLY * whole
    else:
        is_asked = whole <= OFFER_MOST and _offers(texts, about)
    return is_asked and not (is_announced(page, headline) or has_day_below(page, headline, body))


def is_announced(page: Outline, headline: str | None) -> bool:
    """Whether the head gives the very headline and its day: a paper may tell its readers in such words what it asks from now on."""
    if not headline or "article:published_time" not in page.metas:
        return False
    return any(headline in title for title in page.metas.get("og:title", ()))


def _lists_standard(texts: list[str]) -> bool:
    lines = [text for text in texts if len(text) <= STANDARD_LINE]
    kinds = (any(all(one.search(line) for one in kind) for line in lines) for kind in _STANDARD)
    return sum(kinds) >= STANDARD and any(map(phrases.OURS.search, texts))


def _offers(texts: list[str], about: list[bool]) -> bool:
    """Whether all of it asks to agree, in more than one place, or offers to read for money."""
    if any(
        len(t) >= OTHER and not (is_so or words.PAID.search(t)) for t, is_so in zip(texts, about, strict=True)
    ):
        return False
    acts = sum(words.ACT.search(text) is not None for text in texts)
    ours = sum(phrases.OURS.search(text) is not None for text in texts)
    offers = sum(phrases.CHOICES.search(text) is not None for text in texts)
    asked = (acts and ours and offers >= OFFERS) or (acts >= ACTS and offers)
    return bool(asked) and any(map(words.PAID.search, texts))


def _counts_partners(text: str) -> bool:
    """Whether somebody asks for what he and a number of others store on the reader's device."""
    return phrases.holds(phrases.CONSENT, text) and _counts_ours(text)


def _counts_ours(text: str) -> bool:
    """Whether it is told what he and they store there."""
    if not phrases.holds(phrases.DEVICE, text):
        return False
    counts = (found.span() for found in _COUNT.finditer(text))
    return any(phrases.holds(phrases.OURS, text[max(0, i - BESIDE) : j + BESIDE]) for i, j in counts)
