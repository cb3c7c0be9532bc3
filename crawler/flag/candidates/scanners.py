"""The automata that tell at one look whether a stretch of folded text speaks of events, and of what they are about."""

from __future__ import annotations

from functools import cache

from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

from crawler.flag.candidates import kin as kin
from crawler.flag.candidates import words as words
from crawler.flag.candidates.run import MAX_SHORT
from crawler.flag.names.shows import BRANDS

SMALL = Implementation.ContiguousNFA  # 1 MB for 10 of a DFA, and as quick for some words around a name


def event_words(text: str) -> list[tuple[int, int, int]]:
    """(any number, start, end) of each event word, of any language, and of each show that has sisters in the folded `text`.

    Of a whole text a DFA tells it in a third of the time; over the signs of all scripts it takes 3 MB, over those of
    ASCII, which are all that half of the texts have, 0.2.
    """
    return _event_scanner(text.isascii()).find_matches_as_indexes(text)


@cache
def _event_scanner(plain: bool) -> AhoCorasick:
    """The automaton over them; `plain`: over those that a text of ASCII may have."""
    known = {word.rstrip("*") for word in words.TABLES["EVENTS"]} | BRANDS
    return AhoCorasick(
        sorted(filter(str.isascii, known) if plain else known),
        matchkind=MatchKind.LeftmostLongest,
        implementation=Implementation.DFA if plain else SMALL,
    )


@cache
def topic_scanner() -> AhoCorasick:
    """The automaton over the words of the domain, and those akin to it, that are no part of many others."""
    return _over((*words.TABLES["DOMAINS"], *kin.TABLE))


@cache
def _domain_scanner() -> AhoCorasick:
    return _over(words.TABLES["DOMAINS"])


def _over(listed: tuple[str, ...]) -> AhoCorasick:
    known = {word.rstrip("*") for word in listed}
    long = sorted(word for word in known if len(word) > MAX_SHORT or not word.isascii())
    return AhoCorasick(long, matchkind=MatchKind.LeftmostFirst, implementation=SMALL)


def of_a_topic(text: str) -> bool:
    """Whether a word of the domain, or one akin to it, stands in the folded `text`."""
    return bool(topic_scanner().find_matches_as_indexes(text))


def of_the_domain(text: str, least: int = 1) -> bool:
    """Whether so many different words of the domain itself stand in the folded `text`."""
    return len(set(_domain_scanner().find_matches_as_strings(text))) >= least
