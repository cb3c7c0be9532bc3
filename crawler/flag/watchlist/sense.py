"""A forum that is well formed → the faults of one that still cannot be right: a name that would match everything."""

from __future__ import annotations

from collections.abc import Iterable

from crawler.flag.text.fold import folded_name, folded_names
from crawler.flag.watchlist.faults import Fault, Path, guess
from crawler.flag.watchlist.forum import Forum

MIN_NAME = 5  # letters; a character of Chinese, Japanese or Korean counts two
MIN_SHORT = 2
MIN_STEM = 3  # of a word with any ending: "Ri*" would be right, ride and rival
COMMON = frozenset((
    "conference", "congress", "convention", "dialogue", "digital", "economy", "exhibition", "exposition", "forum",
    "innovation", "internet", "meeting", "ministerial", "network", "summit", "symposium", "technology", "world",
))  # fmt: skip


def sense(forum: Forum, path: Path, cities: frozenset[str] | None) -> Iterable[Fault]:
    """What is well formed and still cannot be right."""
    if not forum.names and not forum.abbreviations:
        yield Fault(path, "neither names nor abbreviations: it could never be found")
    folded = folded_names(name for names in forum.names.values() for name in names)
    for language, names in forum.names.items():
        for at, name in enumerate(names):
            if wrong := _wrong_name(name, folded[name]):
                yield Fault((*path, "names", language, at), wrong)
    certain = frozenset(folded.values())
    shorts = folded_names(short.text for short in forum.abbreviations)
    for at, short in enumerate(forum.abbreviations):
        where = (*path, "abbreviations", at)
        if short.ambiguous != "none" and shorts[short.text] in certain:
            yield Fault(where, f"{short.text!r} is a full name too: context would never be asked")
        if _weight(shorts[short.text]) < MIN_SHORT:
            yield Fault(where, f"{short.text!r} is too short: it would match everything")
    yield from _wrong_stems(forum, path)
    for at, city in enumerate(forum.host):
        if cities is not None and city not in cities:
            message = f"{city!r} is not one of the cities{guess(city, cities) or '; add it to `cities`'}"
            yield Fault((*path, "host", at), message)
    yield from _wrong_editions(forum, path)


def _wrong_stems(forum: Forum, path: Path) -> Iterable[Fault]:
    """Words with any ending of which hardly a letter is given, among those that make an abbreviation believed or not."""
    lists: list[tuple[Path, tuple[str, ...]]] = [(("host",), forum.host), (("organisers",), forum.organisers)]
    for at, short in enumerate(forum.abbreviations):
        place = ("abbreviations", at)
        lists += [((*place, "other"), short.other), ((*place, "with"), short.support)]
    lists += [(("editions", at, "place"), edition.places) for at, edition in enumerate(forum.editions)]
    for where, words in lists:
        for at, word in enumerate(words):
            stem = word.rstrip("*")
            # what has the letters has the weight, and three thousand words need not be folded
            if (
                stem != word
                and sum(map(str.isalnum, stem)) < MIN_STEM
                and _weight(folded_name(stem)) < MIN_STEM
            ):
                message = f"{word!r} is too short: every word that begins so would match; write its forms out"
                yield Fault((*path, *where, at), message, meanwhile="taken as it is")


def _wrong_name(name: str, folded: str) -> str | None:
    """Why it cannot be a full name, which is believed wherever it stands."""
    if _weight(folded) < MIN_NAME:
        return f"{name!r} is too short for a full name; put it under abbreviations"
    if _common(name, folded):
        return (
            f"{name!r} is a common word and would match everything; write the whole name, or put it "
            "under abbreviations with `ambiguous: high`"
        )
    return None


def _wrong_editions(forum: Forum, path: Path) -> Iterable[Fault]:
    seen: set[int] = set()
    for at, edition in enumerate(forum.editions):
        where = (*path, "editions", at)
        if edition.start and edition.end and edition.end < edition.start:
            yield Fault(where, f"the edition ends ({edition.end}) before it begins ({edition.start})")
        if edition.year in seen:
            yield Fault(where, f"two editions of {edition.year}")
        seen.add(edition.year)


def _common(name: str, folded: str) -> bool:
    """Whether a full name is one word that any article may hold: of small letters, or a word for events."""
    if len(name.split()) > 1 or not (name[0].isascii() or name.lower() != name.upper()):
        return False
    return name.islower() or folded in COMMON


def _weight(folded: str) -> int:
    if (plain := sum(map(str.isalnum, folded))) > MIN_NAME:
        return plain  # enough, however many of them count two
    return sum(2 if char > "\u2e80" else 1 for char in folded if char.isalnum())
