"""A page that declares no article → whether it is of a thing instead: a speaker, a programme, something on sale, a job …

    what JSON-LD and og:type say it is about ┐
    its address, its title, its markup       ├→ witnesses for each kind ─enough of them→ that kind
    rows of times, of prices, of names       ┘

One witness proves nothing: news are filed under /events/ and /jobs/, reviews declare products. An author, a date of the
page's own and a long text each ask for more of them.
"""

from __future__ import annotations

import re

from crawler.parse.dates.calendars import find_dates
from crawler.parse.kinds.archive import is_archive
from crawler.parse.kinds.proof import Shown
from crawler.parse.kinds.read import Why
from crawler.parse.kinds.section import is_section
from crawler.parse.kinds.services import is_of_service
from crawler.parse.kinds.thing_address import last_of, own_address
from crawler.parse.kinds.thing_facts import (
    is_called_review,
    is_of_course,
    is_of_job,
    is_of_letters,
    tells_in_paragraphs,
)
from crawler.parse.kinds.thing_media import called, is_of_audio, is_of_video
from crawler.parse.kinds.thing_shapes import has_spans
from crawler.parse.kinds.thing_words import NO_DIGITS, WORDS, Kind, folded_words, says_only
from crawler.parse.kinds.witnesses import (
    DECLARED,
    ENOUGH,
    NAMED,
    PART,
    SHORT_TITLE,
    STATIC,
    WHOLE,
    witnesses,
)
from crawler.parse.page.clean import width
from crawler.parse.page.metadata import declares_article

SIGNED, DATED = 2, 1  # how much more it takes
# characters of a title that is a headline, Han letters of one, characters of one without a space, as in Thai
HEADLINE, HEADLINE_HAN, HEADLINE_WORD = 40, 8, 24

_ARTICLE_ITEM = re.compile(
    rb"""(?:itemtype|typeof)=["']?(?:https?://schema\.org/|schema:)?(?:\w*News|\w*Blog)?(?:Article|Posting)\b"""
)
_SECTION = frozenset(("address", "title", "markup", "page of the site"))  # what tells where a page is filed
_SHAPE = frozenset(("rows", "a name"))  # how it is built
_COLLECTIONS = frozenset(("collectionpage", "searchresultspage"))
_FIRM = frozenset(("localbusiness", "professionalservice", "corporation"))  # who a page is of, or who made it
_PROFILES = frozenset(("profilepage", "og:type"))  # what a page calls itself that is of one person
_NAMED_ALIKE: tuple[Kind, ...] = (
    "job",
    "course",
)  # no news has the name of one for its headline, and data on it


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
    if not (named or own or shown.is_declared) and is_archive(shown.page, shown.body):
        return "list-page", "rows of days, the newest first"
    if _is_of_site(shown.url, shown.title) and (not shown.declared.article or _is_static(shown)):
        return "other-page", "site: title, address"
    if not (shown.is_declared or own) and (service := is_of_service(shown)):
        return service
    if is_of_letters(shown):
        return "other-page", "letters to subscribe to"
    if shown.is_declared:
        return _in_spite(shown) if not shown.declared.article or _is_advertised(shown) else None
    if not named and not shown.is_signed and is_of_audio(shown):
        return "other-page", "something to hear, and little text beside it"
    if shown.is_signed and not shown.declared.things:
        if is_of_course(shown):
            return "other-page", "course: address, facts"
        if not shown.is_dated and _is_of_programme(shown):
            return "other-page", "programme: address, title, rows"
        return None
    found = witnesses(shown.page, shown.declared, shown.url, shown.title, shown.body)
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
        # who wrote what a collection shows did not write the collection
        signed = shown.is_signed and kind == "list" and told.keys() & _COLLECTIONS
        job = kind == "job" and is_of_job(shown)  # the window's title names it as the page's only one
        if (
            sum(told.values()) + DATED * of_event + job + SIGNED * bool(signed)
            >= least + (says_so and not _is_named(kind, told)) + _of_length(kind, told) * shown.is_long
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


def _is_of_programme(shown: Shown) -> bool:
    """Whether address and title name a programme and the page is rows of hours, whoever is said to have made it.

    What is told of some hours, as of a session of parliament, or of the week to come, is told in paragraphs.
    """
    if not any(map(WORDS["programme"].search, own_address(shown.url))):
        return False
    found = witnesses(shown.page, shown.declared, shown.url, shown.title, shown.body)
    told = found.get("programme", {})
    if told.get("title", 0) < WHOLE and tells_in_paragraphs(shown.body) and not has_spans(shown.page):
        return False
    return told.keys() >= {"address", "title", "rows"}


def _is_static(shown: Shown) -> bool:
    """Whether a page is one of WordPress by itself, which some of its templates declare to be an article as well."""
    return STATIC.search(called(shown.page, shown.title, shown.body)) is not None


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
    found = witnesses(shown.page, shown.declared, shown.url, shown.title, shown.body)
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
        # a profile says so, and its title is the name; the entry of a directory has the firm's data besides
        entry = kind == "exhibitors" and called_so and not shown.is_signed
        entry = entry and not told.keys().isdisjoint(("address", "facts"))
        profile = kind == "person" and called_so and "profilepage" in told
        if own or rows or site or filed or entry or profile:
            return "other-page", f"{kind}: {', '.join(told)}"
    return None


def _is_excused(shown: Shown, kind: Kind, told: dict[str, int], named: bool) -> bool:
    """Whether what speaks for a kind is what news show as well."""
    filed = told.keys() <= _SECTION and told.get("title", 0) < WHOLE
    if filed and (named or kind == "programme"):
        return True  # reports of events are filed under events
    if kind != "list" and _is_story(shown, kind) and not _declares(told):
        return True  # as those of jobs, products and people are, with tables of prices and of hours
    if kind == "exhibitors" and told.keys() <= _FIRM:
        return True  # as a firm is named that a site is of, or that a headline is about
    if kind == "quote" and tells_in_paragraphs(shown.body):
        return True  # as news of shares do below a table of what they cost
    if kind == "offer" and told.keys() <= {"address", "facts"} and tells_in_paragraphs(shown.body):
        return _is_story(shown, kind) or is_called_review(shown.title or "", last_of(shown.url))
    if kind == "person" and "address" in told and told.keys() & _PROFILES:
        return False  # whose articles stand below, with their days
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
    named = folded_words((last.rpartition(".")[0] or last).translate(NO_DIGITS))
    return long and WORDS[kind].fullmatch(named) is None


def _is_named(kind: Kind, told: dict[str, int]) -> bool:
    """Whether a page is one of the site's own, or lists what has a tag: programs call those articles, too."""
    return kind == "site" or (kind == "list" and told.get("address", 0) >= ENOUGH)


def _names_day(shown: Shown, kind: Kind) -> bool:
    """Whether a title is the name of a kind and a day: "Programme: Thursday, 3 July 2025"."""
    head, *rest = PART.split(shown.title or "", 1)
    return bool(rest) and says_only(WORDS[kind], folded_words(head)) and bool(find_dates(rest[0]))


def _declares(told: dict[str, int]) -> bool:
    """Whether a page says that it is of the thing: what else it names may stand beside its text."""
    return any(weight >= DECLARED for name, weight in told.items() if name not in _SECTION | _SHAPE)


def _of_length(kind: Kind, told: dict[str, int]) -> int:
    """How much more it takes where the text is long: reports of events are, and so are terms of use."""
    return 0 if kind == "site" else 2 if kind == "programme" and "rows" not in told else 1
