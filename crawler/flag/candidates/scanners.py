"""The automata that tell at one look whether a stretch of folded text speaks of events, and of what they are about."""

from __future__ import annotations

from functools import cache

from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

from crawler.flag.candidates import kin as kin
from crawler.flag.candidates import words as words
from crawler.flag.candidates.run import MAX_SHORT
from crawler.flag.names.shows import BRANDS

SMALL = Implementation.ContiguousNFA  # 1 MB for 10 of a DFA, and as quick for some words around a name


@cache
def event_scanner() -> AhoCorasick:
    """The automaton over the event words of all languages and the shows that have sisters."""
    known = {word.rstrip("*") for word in words.TABLES["EVENTS"]} | BRANDS
    return AhoCorasick(sorted(known), matchkind=MatchKind.LeftmostLongest, implementation=Implementation.DFA)


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
