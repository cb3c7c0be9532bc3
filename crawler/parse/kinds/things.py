"""A page that declares no article → whether it is of a thing instead: a speaker, a programme, something on sale, a job …

    what JSON-LD and og:type say it is about ┐
    its address, its title, its markup       ├→ witnesses for each kind ─enough of them→ that kind
    rows of times, of prices, of names       ┘

One witness proves nothing: news are filed under /events/ and /jobs/, reviews declare products. An author, a date of the
page's own and a long text each ask for more of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from crawler.parse.dates.calendars import find_dates
from crawler.parse.kinds.proof import Shown
from crawler.parse.kinds.read import Why
from crawler.parse.kinds.section import is_section
from crawler.parse.kinds.thing_address import UNSPACED, is_tagged, last_of, own_address
from crawler.parse.kinds.thing_facts import (
    STATED,
    is_called_review,
    is_of_course,
    is_of_job,
    is_of_letters,
    states,
    tells_in_paragraphs,
)
from crawler.parse.kinds.thing_media import called, is_of_audio, is_of_video
from crawler.parse.kinds.thing_shapes import built, is_quoted
from crawler.parse.kinds.thing_words import LABELS, WORDS, Kind, folded_words, is_same, says_only
from crawler.parse.page.blocks import Block, Outline
from crawler.parse.page.clean import folded, width
from crawler.parse.page.jsonld import Declared
from crawler.parse.page.metadata import declares_article

ENOUGH = 3  # weight of witnesses against a page without author, date and length
SIGNED, DATED = 2, 1  # how much more it takes
# weights: of the thing that the title names, of another one, of a headline that says nothing else; others are one
NAMED, DECLARED, WHOLE = 4, 2, 2
SAME = 0.8  # of the longer of two names that the other makes up
SHORT_TITLE = 4  # words of a part of a title that tells what the page is
# characters of a title that is a headline, Han letters of one, characters of one without a space, as in Thai
HEADLINE, HEADLINE_HAN, HEADLINE_WORD = 40, 8, 24

_KINDS: dict[str, Kind] = {
    "jobposting": "job", "course": "course", "person": "person", "profilepage": "person", "definedterm": "glossary", "definedtermset": "glossary",
    "contactpage": "site", "aboutpage": "site", "checkoutpage": "offer",
    "collectionpage": "list", "searchresultspage": "list",
}  # fmt: skip  # others are on sale
_PAGES = frozenset(("profilepage", "definedtermset", "contactpage", "aboutpage", "checkoutpage", "collectionpage", "searchresultspage"))  # fmt: skip
_OG: dict[str, Kind] = {"product": "offer", "profile": "person", "event": "programme"}
_PART = re.compile(
    r"\s+[|–—·•»«:/-]+\s+|\s*[|｜»]\s*|[:：]\s*|,\s+|\s*[\[\]【】（）()]\s*|(?<=[\u3040-\u9fff])(?:\s+|[-_])(?=[\u3040-\u9fff])"
)
_STATIC = re.compile(r"(?<!\S)page-id-\d")  # a page of WordPress by itself, no post
_ARTICLE_ITEM = re.compile(
    rb"""(?:itemtype|typeof)=["']?(?:https?://schema\.org/|schema:)?(?:\w*News|\w*Blog)?(?:Article|Posting)\b"""
)
_POST = re.compile(r"(?<!\S)single-post(?!\S)")  # what WordPress calls those that are no pages
_TERM = re.compile(r"(?<!\S)(?:category|cat|tag|topic|section|post_tag)-\S+")  # what a post is about
_SECTION = frozenset(("address", "title", "markup", "page of the site"))  # what tells where a page is filed
_SHAPE = frozenset(("rows", "a name"))  # how it is built
_NAMED_ALIKE: tuple[Kind, ...] = (
    "job",
    "course",
)  # no news has the name of one for its headline, and data on it
_NO_DIGITS = dict.fromkeys(map(ord, "0123456789"))

Found = dict[Kind, dict[str, int]]  # witnesses by name, with their weight


def other_thing(shown: Shown, *, named: bool = False) -> Why | None:
    """The reason and the witnesses, for a page that declares no article and is of something else.

    One that was announced under the name of a forum (`named`) is none by where it is filed alone, nor for its video.
    """
    proved = (shown.is_signed or shown.is_declared) and not shown.declared.video
    if not (named or proved) and is_of_video(shown):
        return "video", "little text beside it"
    if shown.declared.kind == "discussionforumposting":
        return "list-page", "a forum of readers"
    own = shown.is_signed and shown.is_dated and not shown.declared.things
    if not (shown.is_declared or own) and is_section(shown.page, shown.url, shown.title, shown.body):
        return "list-page", "rows below the name of a section"
    if _is_of_site(shown.url, shown.title) and (not shown.declared.article or _is_static(shown)):
        return "other-page", "site: title, address"
    if is_of_letters(shown):
        return "other-page", "letters to subscribe to"
    if shown.is_declared:
        return _in_spite(shown) if not shown.declared.article or _is_advertised(shown) else None
    if not named and not shown.is_signed and is_of_audio(shown):
        return "other-page", "something to hear, and little text beside it"
    if shown.is_signed and not shown.declared.things:
        return ("other-page", "course: address, facts") if is_of_course(shown) else None
    found = _witnesses(shown.page, shown.declared, shown.url, shown.title, shown.body)
    if not found or len(_ARTICLE_ITEM.findall(shown.source)) == 1:
        return None
    least = ENOUGH + SIGNED * shown.is_signed + DATED * shown.is_dated
    says_so = declares_article(shown.page)  # as programs that make a site call its own pages, too
    for kind, told in found.items():
        if _is_excused(shown, kind, told, named):
            continue
        # the day on which something is held or traded is no date of the page
        of_event = shown.is_dated and kind in ("programme", "quote") and "facts" in told
        of_event = of_event or (shown.is_dated and "rows" in told and _names_day(shown, kind))
        job = kind == "job" and is_of_job(shown)  # the window's title names it as the page's only one
        if (
            sum(told.values()) + DATED * of_event + job
            >= least + (says_so and kind != "site") + _of_length(kind, told) * shown.is_long
        ):
            return ("list-page" if kind == "list" else "other-page"), f"{kind}: {', '.join(told)}"
    return None


def _is_of_site(url: str | None, title: str | None) -> bool:
    """Whether title and address have nothing but a name for a page of the site, such as its imprint, which may be signed and dated."""
    last = last_of(url) if title is not None and len(title) <= HEADLINE else ""
    if (
        title is None
        or not last
        or len(last) > HEADLINE
        or any(map(str.isdigit, last))
        or last.count("-") > 2
    ):
        return False  # as nearly all
    own = own_address(url)
    named = bool(own) and says_only(WORDS["site"], own[-1])
    return named and says_only(WORDS["site"], folded_words(title))


def _is_static(shown: Shown) -> bool:
    """Whether a page is one of WordPress by itself, which some of its templates declare to be an article as well."""
    return _STATIC.search(called(shown.page, shown.title, shown.body)) is not None


def _is_advertised(shown: Shown) -> bool:
    """Whether an unsigned page is called a job or a course: some templates declare anything to be an article, but not news."""
    own = own_address(shown.url)
    if shown.is_signed or not own or "news" in (shown.declared.kind or ""):
        return False
    named = "".join((*own, folded_words(shown.title or "")))
    return any(WORDS[kind].search(named) for kind in _NAMED_ALIKE)


def _in_spite(shown: Shown) -> Why | None:
    """The same for a page that tells when it was published, as templates make any page do: what it is must be beyond doubt."""
    if shown.is_signed and not shown.declared.things:
        return None
    found = _witnesses(shown.page, shown.declared, shown.url, shown.title, shown.body)
    for kind, told in found.items():
        stated = told.get("facts", 0) >= NAMED and len(told) > 1
        called_so = any(weight >= NAMED for name, weight in told.items() if name != "facts")
        own = kind in _NAMED_ALIKE and (stated or called_so)
        if shown.declared.article and not own:
            continue
        rows = kind == "programme" and not shown.is_signed and told.keys() >= {"title", "address", "rows"}
        rows = rows and any(name.endswith("event") for name in told)
        filed = "jobposting" in told and not told.keys().isdisjoint(("address", "facts")) and is_of_job(shown)
        site = kind == "site" and told.get("title", 0) >= WHOLE and "page of the site" in told
        if own or rows or site or filed:
            return "other-page", f"{kind}: {', '.join(told)}"
    return None


def _is_excused(shown: Shown, kind: Kind, told: dict[str, int], named: bool) -> bool:
    """Whether what speaks for a kind is what news show as well."""
    filed = told.keys() <= _SECTION and told.get("title", 0) < WHOLE
    if filed and (named or kind == "programme"):
        return True  # reports of events are filed under events
    if kind != "list" and _is_story(shown, kind) and not _declares(told):
        return True  # as those of jobs, products and people are, with tables of prices and of hours
    if kind == "quote" and tells_in_paragraphs(shown.body):
        return True  # as news of shares do below a table of what they cost
    if kind == "offer" and told.keys() <= {"address", "facts"} and tells_in_paragraphs(shown.body):
        return _is_story(shown, kind) or is_called_review(shown.title or "", last_of(shown.url))
    told_long = shown.is_long and kind != "site" and not _declares(told)  # terms of use have a date, too
    return shown.is_dated and (kind == "person" or told_long)  # an obituary, a portrait


def _is_story(shown: Shown, kind: Kind) -> bool:
    """Whether a title is as long as headlines are, at an address that ends in more than a word for the kind."""
    title = shown.title or ""
    if _names_day(shown, kind):
        return False
    words = [word for word in title.split() if any(map(str.isalnum, word))]
    long = len(words) > SHORT_TITLE or len(title) > HEADLINE or any(len(w) > HEADLINE_WORD for w in words)
    long = long or width(title) - len(title) > HEADLINE_HAN
    last = last_of(shown.url)
    named = folded_words((last.rpartition(".")[0] or last).translate(_NO_DIGITS))
    return long and WORDS[kind].fullmatch(named) is None


def _names_day(shown: Shown, kind: Kind) -> bool:
    """Whether a title is the name of a kind and a day: "Programme: Thursday, 3 July 2025"."""
    head, *rest = _PART.split(shown.title or "", 1)
    return bool(rest) and says_only(WORDS[kind], folded_words(head)) and bool(find_dates(rest[0]))


def _declares(told: dict[str, int]) -> bool:
    """Whether a page says that it is of the thing: what else it names may stand beside its text."""
    return any(weight >= DECLARED for name, weight in told.items() if name not in _SECTION | _SHAPE)


def _of_length(kind: Kind, told: dict[str, int]) -> int:
    """How much more it takes where the text is long: reports of events are, and so are terms of use."""
    return 0 if kind == "site" else 2 if kind == "programme" and "rows" not in told else 1


def _witnesses(
    page: Outline, declared: Declared, url: str | None, title: str | None, body: list[Block]
) -> Found:
    """What speaks for each kind; what takes long to see is looked for where head, address or title say something."""
    heads, found = _heads(page, title), Found()
    for kind, name, weight in _declared(page, declared, heads):
        told = found.setdefault(kind, {})
        told[name] = max(weight, told.get(name, 0))
    own, parts, heads = own_address(url), _titles(page, title), list(map(folded_words, heads))
    for kind, words in WORDS.items():
        if weight := ENOUGH if kind == "list" and is_tagged(own, heads) else _addressed(kind, own):
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
        if _STATIC.search(names):
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
            len(words.sub(" ", part, count=1).translate(_NO_DIGITS).split()) <= 1
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
        least = 1.0 if kind in ("programme", "person") else SAME  # "… opens" and "… dies" are news of them
        parts = [part for head in names for part in _PART.split(head)] if thing in _PAGES else []
        if kind == "job":  # its headline may be an advertiser's
            parts = [folded(part) for part in _PART.split(page.title or "")]
        own = name is not None and any(is_same(folded(name), other, least) for other in (*names, *parts))
        if own or thing in _PAGES:
            yield (
                kind,
                thing,
                (NAMED - event if own and (thing not in _PAGES or kind == "list") else DECLARED),
            )
        elif thing != "person":
            yield kind, thing, 1


def _titles(page: Outline, title: str | None) -> list[str]:
    """The short parts of a page's titles: what it says that it is."""
    parts = [p for t in (title, page.title) if t for p in (t, *_PART.split(t)) if p]
    short = (
        p for p in dict.fromkeys(parts) if len(p.split()) <= SHORT_TITLE and width(p) - len(p) <= UNSPACED
    )
    return [words for p in short if len((words := folded_words(p)).split()) <= SHORT_TITLE]
