"""A page → what speaks for it to be of a thing, kind by kind: what its data say, its address, its titles, its markup, its rows."""

from __future__ import annotations

import re
from collections.abc import Iterator

from crawler.parse.kinds.thing_address import UNSPACED, is_tagged, own_address
from crawler.parse.kinds.thing_facts import STATED, states
from crawler.parse.kinds.thing_media import called
from crawler.parse.kinds.thing_shapes import built, is_quoted
from crawler.parse.kinds.thing_words import LABELS, NO_DIGITS, WORDS, Kind, folded_words, is_same, says_only
from crawler.parse.page.blocks import Block, Outline
from crawler.parse.page.clean import folded, width
from crawler.parse.page.jsonld import Declared

ENOUGH = 3  # weight of witnesses against a page without author, date and length
# weights: of the thing that the title names, of another one, of a headline that says nothing else; others are one
NAMED, DECLARED, WHOLE = 4, 2, 2
SAME = 0.8  # of the longer of two names that the other makes up
TAG = 32  # characters of one that is a heading
JOB_WORDS = 3  # of the name of a job, which no other headline begins with
SHORT_TITLE = 4  # words of a part of a title that tells what the page is
_KINDS: dict[str, Kind] = {
    "jobposting": "job", "course": "course", "person": "person", "profilepage": "person", "definedterm": "glossary", "definedtermset": "glossary",
    "contactpage": "site", "aboutpage": "site", "checkoutpage": "offer",
    "collectionpage": "list", "searchresultspage": "list",
    "localbusiness": "exhibitors", "professionalservice": "exhibitors", "corporation": "exhibitors",
}  # fmt: skip  # others are on sale
_PAGES = frozenset(("profilepage", "definedtermset", "contactpage", "aboutpage", "checkoutpage", "collectionpage", "searchresultspage"))  # fmt: skip
_OG: dict[str, Kind] = {"product": "offer", "profile": "person", "event": "programme"}
PART = re.compile(
    r"\s+[|–—·•»«:/-]+\s+|\s*[|｜»]\s*|[:：]\s*|,\s+|\s*[\[\]【】（）()]\s*|(?<=[\u3040-\u9fff])(?:\s+|[-_])(?=[\u3040-\u9fff])"
)
STATIC = re.compile(r"(?<!\S)page-id-\d")  # a page of WordPress by itself, no post
_POST = re.compile(r"(?<!\S)single-post(?!\S)")  # what WordPress calls those that are no pages
_TERM = re.compile(r"(?<!\S)(?:category|cat|tag|topic|section|post_tag)-\S+")  # what a post is about
Found = dict[Kind, dict[str, int]]  # witnesses by name, with their weight


def witnesses(
    page: Outline, declared: Declared, url: str | None, title: str | None, body: list[Block]
) -> Found:
    """What speaks for each kind; what takes long to see is looked for where head, address or title say something."""
    heads, found = _heads(page, title), Found()
    for kind, name, weight in _declared(page, declared, heads):
        told = found.setdefault(kind, {})
        told[name] = max(weight, told.get(name, 0))
    own, parts, heads = own_address(url), _titles(page, title), list(map(folded_words, heads))
    greatest = next((b.text for b in page.headings if b.element.tag == "h1"), "")
    tags = [*heads, folded_words(greatest)] if greatest and len(greatest) <= TAG else heads
    for kind, words in WORDS.items():
        if weight := ENOUGH if kind == "list" and is_tagged(own, tags) else _addressed(kind, own):
            found.setdefault(kind, {})["address"] = weight
        whole = any(says_only(words, head) for head in heads)
        whole = whole or (kind == "quote" and is_quoted(page.title))
        if whole or any(map(words.search, parts)):
            found.setdefault(kind, {})["title"] = WHOLE if whole else 1
    if not found:
        return found
    names = called(page, title, body)
    if _POST.search(names):
        return {}
    for kind, told in found.items():
        if LABELS[kind].search(_TERM.sub(" ", names)):
            told["markup"] = 1
        if STATIC.search(names):
            told["page of the site"] = 1
        # one that asks for an address is of the site at the address of such pages, no article below it
        weight = states(page, kind, body)
        # news announce courses, and who is sought, by lists of the same names, under no address or name of such
        if not own or ("address" not in told and told.get("title", 0) < WHOLE and len(told) < 2):
            weight = min(weight, STATED)
        if weight and (kind != "site" or weight > 1 or (own and says_only(WORDS[kind], own[-1]))):
            told["facts"] = weight
        if weight := built(page, kind, title, body):
            told["rows" if kind != "person" or weight > 1 else "a name"] = weight
    return found


def _addressed(kind: Kind, own: list[str]) -> int:
    """How much an address speaks for a kind; a page of the site itself has the name and no other word."""
    words = WORDS[kind]
    if kind == "site":
        return WHOLE * any(says_only(words, part) for part in own)
    return int(
        any(
            len(words.sub(" ", part, count=1).translate(NO_DIGITS).split()) <= 1
            for part in own
            if words.search(part)
        )
    )


def _heads(page: Outline, title: str | None) -> list[str]:
    """A page's title, and the heading that it begins with: others name the site."""
    shown = next((b.text for b in page.blocks if b.element.tag == "h1" or b.holder.tag == "h1"), None)
    own = shown and title and shown != title and folded(title).startswith(folded(shown))
    return [head for head in (title, shown if own else None) if head]


def _declared(page: Outline, declared: Declared, heads: list[str]) -> Iterator[tuple[Kind, str, int]]:
    """What the head says that the page is about; a person named elsewhere than in the title wrote or runs it."""
    for og in page.metas.get("og:type", ()):
        if kind := _OG.get(og.lower().partition(".")[0]):
            yield kind, "og:type", DECLARED
    names = list(map(folded, heads)) if declared.things else []
    for thing, name in declared.things:
        event = thing.endswith("event")
        kind = "programme" if event else _KINDS.get(thing, "offer")
        exact = kind in ("programme", "person", "exhibitors")  # "… opens" and "… dies" are news of them
        least = 1.0 if exact else SAME
        parts = [part for head in names for part in PART.split(head)] if thing in _PAGES else []
        if kind == "job":  # its headline may be an advertiser's
            parts = [folded(part) for part in PART.split(page.title or "")]
        own = name is not None and any(is_same(folded(name), other, least) for other in (*names, *parts))
        if own or thing in _PAGES:
            yield (
                kind,
                thing,
                (NAMED - event if own and (thing not in _PAGES or kind == "list") else DECLARED),
            )
        elif kind == "job" and _is_headed(name, names):
            yield kind, thing, DECLARED
        elif thing != "person" and kind != "exhibitors":  # as the site's own firm
            yield kind, thing, 1


def _is_headed(job: str | None, heads: list[str]) -> bool:
    """Whether a headline begins with the name of a job that has several words, and tells more of it: "Rope maker in training" "for ships"."""
    name = folded(job or "")
    return len((job or "").split()) >= JOB_WORDS and any(head.startswith(name) for head in heads)


def _titles(page: Outline, title: str | None) -> list[str]:
    """The short parts of a page's titles: what it says that it is."""
    parts = [p for t in (title, page.title) if t for p in (t, *PART.split(t)) if p]
    short = (
        p for p in dict.fromkeys(parts) if len(p.split()) <= SHORT_TITLE and width(p) - len(p) <= UNSPACED
    )
    return [words for p in short if len((words := folded_words(p)).split()) <= SHORT_TITLE]
