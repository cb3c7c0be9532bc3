"""An event word in a script that puts spaces between words → the name of the event around it, or None.

Latin and Cyrillic names are held together by capitals, by listed words in small letters and by links ("of",
"sur", "по"); Arabic ones by the article; Korean ones end with the event word and begin behind the last particle.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

from . import candidate_words as words
from .numerals import ORDINAL
from .reading import Reading

REACH = 110  # characters on either side that a name may take
MAX_LEFT, MAX_RIGHT = 6, 9  # words before and behind the event word
MAX_TAIL = 2  # words of a place behind a name that is complete: "AI Expo Korea"
_TOKEN = re.compile(r"[^\W_]+(?:[.&+][^\W_]+)*|[^\w\s]|_")
_BREAK = re.compile("[\n\r\"“”«»„‟《》「」『』〈〉‹›–—−‘]|[ (]['`´]|['’] ")
_OPENING, _CLOSING = re.compile('["“«„「『《‘]'), re.compile('["”»“」』》’]')
_ORDINAL = re.compile(ORDINAL)
_GERMAN = ("konferenz", "gipfel", "kongress", "messe", "tagung", "woche", "forum")
_GERMAN_END = re.compile("(?:s|es|en|e|n|treffen|treffens)?$")
# French, Spanish and Portuguese write where an event belongs in small letters: Salon atlantique, Cumbre andina
_ADJECTIVE = re.compile(
    "(?:ien|ienne|ain|aine|ais|aise|ois|oise|ique|éen|éenne|ale?|ane?|ine?|ol|ole|ano|ana|eño|eña|ino|ina|ense|esa|ico|ica|eo|ea)s?$"
)
_ARABIC_PREFIX = re.compile("[وف]?(?:ال|بال|كال|لل|ب|ك|ل)?")
_ARABIC = re.compile("[\u0620-\u064a]")
_UNCASED = re.compile("[\u0620-\u064a\uac00-\ud7a3]")
_LOUD = re.compile(r"(?<![^\W\d_])(?:AI|IT|IA|KI|ICT|TIC|5G|6G|IOT|IoT|DX|ИИ|ИТ)(?![^\W\d_])")
_CYRILLIC = re.compile("[а-яіїєґ]")
MAX_ENDING = 4  # letters that an inflected language adds
MAX_SHORT = 3  # letters of a word that counts in capitals alone: "IT", "AI"


@dataclass(frozen=True, slots=True)
class Token:
    """One word of the folded text."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Name:
    """Where a name stands in the folded text."""

    start: int
    end: int
    specific: bool  # it holds a word that not every such event has in its name


@cache
def _lexicon(name: str) -> Callable[[str], bool]:
    """Whether a word or phrase stands in that table of candidate_words."""
    exact, begins = words.split(words.TABLES[name])
    phrases = tuple(begin for begin in begins if " " in begin)

    def holds(phrase: str) -> bool:
        if phrase in exact:
            return True
        if " " not in phrase:
            return phrase.startswith(begins)
        return any(phrase.startswith(begin) and " " not in phrase[len(begin) :] for begin in phrases)

    return holds


def name_around(reading: Reading, start: int, end: int) -> Name | None:
    """The name whose event word stands at the folded [start, end)."""
    if not _plausible(reading, start, end):
        return None
    run = _run_at(reading, start, end)
    if run is None:
        return None
    first = reading.text[start]
    if "\uac00" <= first <= "\ud7a3":
        return _korean(run, start, end)
    if _ARABIC.match(first):
        return _arabic(run, start, end)
    return _quoted_behind(run, start) or _cased(run, start, end)


def _plausible(reading: Reading, start: int, end: int) -> bool:
    """Whether a closer look is worth its time: the event word stands alone, and a word of the domain near it."""
    text, word = reading.text, reading.text[start:end]
    if text[start - 1 : start].isalpha() and word not in _GERMAN and not _ARABIC.match(word):
        return False
    if text[end : end + 1].isalpha() and word not in _GERMAN and word not in _stems():
        return bool(_UNCASED.match(word))
    low, high = max(0, start - REACH), min(len(text), end + REACH)
    if _domain_scanner().find_matches_as_indexes(text[low:high]):
        return True
    origin = reading.folded.origin
    return _LOUD.search(reading.whole, origin(low), origin(high - 1) + 1) is not None


@cache
def _domain_scanner() -> AhoCorasick:
    """The automaton over the words of the domain that are no part of many others."""
    known = {word.rstrip("*") for word in words.TABLES["DOMAINS"]}
    long = sorted(word for word in known if len(word) > MAX_SHORT or not word.isascii())
    return AhoCorasick(long, matchkind=MatchKind.LeftmostFirst, implementation=Implementation.DFA)


def _joined(reading: Reading, left: Token, right: Token) -> bool:
    """Whether nothing but a space, a hyphen or an apostrophe stands between two tokens."""
    if right.start - left.end > 1:
        return False
    origin = reading.folded.origin
    return not _BREAK.search(reading.whole, origin(left.end - 1) + 1, origin(right.start) + 1)


@dataclass(frozen=True, slots=True)
class _Run:
    """The tokens around an event word, and which of them it is."""

    reading: Reading
    tokens: Sequence[Token]
    first: int  # of the event word's
    last: int

    def joined(self, at: int) -> bool:
        """Whether the token at `at` goes on with the next."""
        return _joined(self.reading, self.tokens[at], self.tokens[at + 1])

    def capital(self, at: int) -> bool:
        """Whether the token was written with a capital, or is a figure with letters, as 5G."""
        token = self.tokens[at]
        first = self.reading.whole[self.reading.folded.origin(token.start)]
        return first.isupper() or (first.isdigit() and not token.text.isdigit())

    def links(self, at: int) -> bool:
        """Whether the token only binds words; "Sur" is a place, "sur" none."""
        text = self.tokens[at].text
        return text in words.LINKS and not (text in words.LINK_OR_PLACE and self.capital(at))

    def kind(self, at: int) -> str:
        """Which table the token belongs to, alone or in a phrase; "" for none."""
        token = self.tokens[at]
        for table in ("DOMAINS", "SCOPES", "FILLERS"):
            if any(_lexicon(table)(phrase) for phrase in self._phrases(at)):
                if table == "DOMAINS" and len(token.text) <= MAX_SHORT and not self._loud(at):
                    continue
                return table
        return ""

    def _loud(self, at: int) -> bool:
        """Short words count as a domain in capitals alone, "số" and the like excepted."""
        token = self.tokens[at]
        return not token.text.isascii() or self.reading.quote(token.start, token.end).isupper()

    def _phrases(self, at: int) -> Iterator[str]:
        """Every run of up to four tokens that holds the token."""
        for size in (1, 2, 3, 4):
            for begin in range(max(0, at - size + 1), min(at, len(self.tokens) - size) + 1):
                yield " ".join(token.text for token in self.tokens[begin : begin + size])


def _run_at(reading: Reading, start: int, end: int) -> _Run | None:
    lo = max(0, start - REACH)
    while lo > 0 and lo < start and reading.text[lo - 1].isalnum():
        lo += 1
    found = _TOKEN.finditer(reading.text, lo, min(len(reading.text), end + REACH))
    tokens = [Token(match.start(), match.end(), match.group()) for match in found]
    inside = [at for at, token in enumerate(tokens) if token.end > start and token.start < end]
    return _Run(reading, tokens, inside[0], inside[-1]) if inside else None


def _cased(run: _Run, start: int, end: int) -> Name | None:
    reading, event = run.reading, run.tokens[run.first]
    word = reading.text[start:end]
    compound = event.start < start
    cyrillic = bool(_CYRILLIC.match(event.text))
    if not _ends(word, reading.text[end : run.tokens[run.last].end]):
        return None
    if compound and not (word in _GERMAN and _lexicon("DOMAINS")(event.text)):
        return None
    left = _left(run, cyrillic)
    complete = compound or any(run.kind(at) == "DOMAINS" for at in range(left, run.first))
    right = _right(run, complete)
    if not _capitals(run, left, right, cyrillic):
        return None
    return _name(run, left, right, compound)


def _ends(word: str, ending: str) -> bool:
    """Whether the event word may have that ending: a plural in English speaks of no one event."""
    if not ending:
        return True
    if word in _GERMAN and word != "forum":
        return bool(_GERMAN_END.match(ending))
    return word in _stems() and len(ending) <= MAX_ENDING


@cache
def _stems() -> frozenset[str]:
    return frozenset(w.rstrip("*") for listed in words.EVENTS.values() for w in listed if w.endswith("*"))


def _left(run: _Run, cyrillic: bool) -> int:
    """The first token of the name before the event word."""
    first = at = run.first
    while at > 0 and run.first - at < MAX_LEFT and run.joined(at - 1):
        token = run.tokens[at - 1]
        if token.text in words.STOPS or _ORDINAL.fullmatch(token.text) or token.text.isdigit():
            break
        if (token.text not in words.LINKS and run.capital(at - 1)) or (cyrillic and run.kind(at - 1)):
            first = at - 1
        elif token.text not in words.LEFT_LINKS or first != at:
            break
        at -= 1
    while cyrillic and first < run.first and not run.capital(first):
        first += 1
    return first


def _right(run: _Run, complete: bool) -> int:
    """The last token of the name behind the event word."""
    last = at = run.last
    most = MAX_TAIL if complete else MAX_RIGHT
    links = 0
    while at + 1 < len(run.tokens) and at - run.last < MAX_RIGHT and run.joined(at):
        token = run.tokens[at + 1]
        if run.links(at + 1):
            links += 1
            if links > 2 or (complete and token.text not in ("on", "of", "for", "the")):
                break
            most = MAX_RIGHT
        elif token.text in words.STOPS or token.text.isdigit() or not token.text[0].isalnum():
            break
        elif (
            at == run.last
            and run.capital(run.last)
            and _ADJECTIVE.search(token.text)
            and at + 2 < len(run.tokens)
            and (run.tokens[at + 2].text in words.LINKS or run.kind(at + 2) == "DOMAINS")
        ):
            last = at + 1
        elif (run.capital(at + 1) and not _ORDINAL.fullmatch(token.text)) or (
            not complete and run.kind(at + 1)
        ):
            if at + 1 - run.last > most:
                break
            last, links = at + 1, 0
        else:
            break
        at += 1
    return last


def _capitals(run: _Run, left: int, right: int, cyrillic: bool) -> bool:
    """Whether the letters say that this is a name and not a description."""
    if run.capital(run.first) and run.capital(left):
        return True
    if right > run.last and left == run.first and run.capital(run.last + 1):
        return True
    before = [run.capital(at) for at in range(left, run.first)]
    return (cyrillic and bool(before) and before[0]) or (len(before) > 1 and all(before))


def _name(run: _Run, left: int, right: int, compound: bool) -> Name | None:
    others = [at for at in range(left, right + 1) if not run.first <= at <= run.last]
    kinds = {at: run.kind(at) for at in others}
    texts = [run.tokens[at].text for at in others]
    if not compound and "DOMAINS" not in kinds.values():
        return None
    if any(text in words.OTHER_KINDS for text in texts):
        return None
    specific = any(
        kind == "SCOPES" or (not kind and not run.links(at) and not _lexicon("EVENTS")(run.tokens[at].text))
        for at, kind in kinds.items()
    )
    end = run.tokens[right].end if right > run.last else run.tokens[run.last].end
    return Name(run.tokens[left].start, end, specific)


def _quoted_behind(run: _Run, start: int) -> Name | None:
    """The event word and the quoted name right behind it: форум «Цифровая Волга»."""
    reading = run.reading
    origin = reading.folded.origin
    if run.tokens[run.first].start != start or run.last + 1 >= len(run.tokens):
        return None
    event, following = run.tokens[run.last], run.tokens[run.last + 1]
    if following.start - event.end > 1 or not run.capital(run.last + 1):
        return None
    if not _OPENING.search(reading.whole, origin(event.end - 1) + 1, origin(following.start)):
        return None
    for last in range(run.last + 1, min(run.last + MAX_RIGHT, len(run.tokens))):
        stop = run.tokens[last + 1].start if last + 1 < len(run.tokens) else len(reading.text) - 1
        if _CLOSING.search(reading.whole, origin(run.tokens[last].end - 1) + 1, origin(stop) + 1):
            return _name(run, run.first, last, False)
        if last + 1 < len(run.tokens) and not run.tokens[last + 1].text[0].isalnum():
            return None
    return None


def _arabic(run: _Run, start: int, end: int) -> Name | None:
    reading, event = run.reading, run.tokens[run.first]
    prefix = reading.text[event.start : start]
    if run.tokens[run.last].end != end or not _ARABIC_PREFIX.fullmatch(prefix):
        return None
    definite = prefix.endswith(("ال", "لل"))
    last = at = run.last
    met = False
    while at + 1 < len(run.tokens) and at - run.last < MAX_RIGHT and run.joined(at):
        token = run.tokens[at + 1]
        kind = run.kind(at + 1)
        if token.text in words.ARABIC_STOPS or not token.text[0].isalpha():
            break
        free = not definite and not met and at - run.last < MAX_TAIL + 1
        if not (kind or free or token.text.startswith(("ال", "لل", "وال"))):
            break
        met = met or kind == "DOMAINS"
        last = at = at + 1
    found = _name(run, run.first, last, False)
    return found and Name(start - 2 * prefix.endswith("ال"), found.end, found.specific)


def _korean(run: _Run, start: int, end: int) -> Name | None:
    reading = run.reading
    if not words.KOREAN_PARTICLE.match(reading.text[end : run.tokens[run.last].end]):
        return None
    first = at = run.first
    while at > 0 and run.first - at < MAX_LEFT and run.joined(at - 1):
        text = run.tokens[at - 1].text
        if not text[0].isalnum() or words.KOREAN_STOP.search(text):
            break
        at -= 1
        first = at
    begin = run.tokens[first].start
    name = reading.text[begin:end]
    rest = _without(name, _korean_domains())
    if rest is None or words.OTHER_KINDS_INSIDE.search(name):
        return None
    return Name(begin, end, bool(_KOREAN_FILLERS.sub("", rest).strip()))


@cache
def _korean_domains() -> re.Pattern[str]:
    known = sorted(words.DOMAINS["ko"], key=len, reverse=True)
    return re.compile("|".join(map(re.escape, known)) + "|(?<![a-z])(?:ai|ict|it|5g|6g|iot)(?![a-z])")


_KOREAN_FILLERS = re.compile(
    "경제|산업|기술|혁신|장관|정상|발전|미래|보안|융합|정책|사회|거래|도시|정부|전환|"
    + "|".join(sorted(words.EVENTS["ko"], key=len, reverse=True))
)


def _without(text: str, domains: re.Pattern[str]) -> str | None:
    """`text` without its domain words; None where it has none."""
    rest, count = domains.subn("", text)
    return rest if count else None
