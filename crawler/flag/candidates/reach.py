"""An event word among the tokens around it → how far the name reaches before and behind it, in letters with capitals."""

from __future__ import annotations

from crawler.flag.candidates import stops as stops
from crawler.flag.candidates import words as words
from crawler.flag.candidates.run import Run
from crawler.flag.text.numerals import ORDINAL
from crawler.patterns import lazily

MAX_LEFT, MAX_RIGHT = 6, 12  # words before and behind the event word
MAX_AHEAD = 4  # words that a word of the domain may be ahead
MAX_SYLLABLES = 4  # in small letters between two words of a Vietnamese name
MAX_DATELINE = 24  # characters
MAX_TAIL = 2  # words of a place behind a name that is complete: "AI Expo Korea"
_ORDINAL = lazily(ORDINAL)
# French, Spanish and Portuguese write where an event belongs in small letters: Salon atlantique, Cumbre andina
_ADJECTIVE = lazily(
    "(?:ien|ienne|ain|aine|ais|aise|ois|oise|ique|éen|éenne|ale?|ane?|ine?|ol|ole|ano|ana|eño|eña|ino|ina|ense|esa|ico|ica|eo|ea)s?$"
)
CYRILLIC = lazily("[а-яіїєґ]")
# Latin writing in which only the first word of a name has a capital: "Jadranski forum umjetne inteligencije"
FIRST_ONLY = frozenset(
    ("cs", "sk", "hr", "sr", "sl", "bs", "sh", "sv", "da", "no", "nb", "nn", "fi", "et", "lt", "lv", "uz")
)
_LOCATIVE = frozenset(("az", "uz", "kk", "ky", "tk"))
_IN_PLACE = lazily("[^\\W\\d_]{2}(?:[dt][ae]|də|[дт][ае])$")
_HYPHEN = lazily(" [-‐‑] ")


def left_of(run: Run, small: bool) -> int:
    """The first token of the name before the event word; `small`: its words may begin with small letters."""
    first = at = run.first
    while at > 0 and run.first - at < MAX_LEFT and run.joined(at - 1):
        token = run.tokens[at - 1]
        if (
            run.stops(at - 1)
            or _ORDINAL.fullmatch(token.text)
            or _dateline(run, at - 1)
            or _there(run, at - 1)
        ):
            break
        if (token.text not in stops.LINKS and run.capital(at - 1)) or (small and run.kind(at - 1)):
            first = at - 1
        elif token.text not in stops.LEFT_LINKS or first != at:
            break
        at -= 1
    while small and first < run.first and not run.capital(first):
        first += 1
    return first


def _there(run: Run, at: int) -> bool:
    """Whether the token says where, in languages that say it with an ending: "Bakıda Xəzər Forumu"."""
    return run.reading.language in _LOCATIVE and _IN_PLACE.search(run.tokens[at].text) is not None


def _dateline(run: Run, at: int) -> bool:
    """Whether the token is the place that a report begins with: "JAKARTA - Konferensi ..."."""
    reading, origin = run.reading, run.reading.folded.origin
    last = origin(run.tokens[at].end - 1) + 1
    begin = max(reading.whole.rfind("\n", 0, last), reading.whole.rfind("\x02", 0, last)) + 1
    return _HYPHEN.match(reading.whole, last) is not None and last - begin <= MAX_DATELINE


def right_of(run: Run, complete: bool) -> int:
    """The last token of the name behind the event word."""
    last = at = run.last
    most = MAX_TAIL if complete else MAX_RIGHT
    links = 0
    while at + 1 < len(run.tokens) and at - run.last < MAX_RIGHT and run.joined(at):
        token = run.tokens[at + 1]
        if run.links(at + 1):
            links += 1
            if links > 2 or (
                complete and token.text not in ("on", "of", "for", "the") and not _another_kind(run, at + 2)
            ):
                break
            most = MAX_RIGHT
        elif token.text == "in" and _topic(run, at + 2):
            most = MAX_RIGHT
        elif run.stops(at + 1):
            break
        elif run.vietnamese and _syllable(run, at + 1):
            pass
        elif not complete and _describes(run, at + 1):
            last, links = at + 1, 0
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


def _another_kind(run: Run, at: int) -> bool:
    """Whether the token is a second kind of event: "Forum & Expo", "Conference and Exhibition"."""
    return at < len(run.tokens) and run.capital(at) and run.tokens[at].text in words.EVENTS["en"]


def _topic(run: Run, at: int) -> bool:
    """Whether the token is what an event is about, and no place."""
    return (
        at < len(run.tokens)
        and run.tokens[at].text in words.TOPICS
        and run.capital(at)
        and run.joined(at - 1)
    )


def _describes(run: Run, at: int) -> bool:
    """Whether the token, in small letters, leads to a word of the domain: an adjective right behind the event word, or
    what stands behind a link: "sommet africain", "sur la gouvernance de l'internet"."""
    text, ahead = run.tokens[at].text, at + 1
    while ahead < min(at + MAX_AHEAD, len(run.tokens)) and run.links(ahead) and run.joined(ahead - 1):
        ahead += 1
    if ahead >= len(run.tokens) or not run.joined(ahead - 1):
        return False
    leads = run.kind(ahead) == "DOMAINS"
    if CYRILLIC.match(text) or run.reading.language in FIRST_ONLY:
        return leads
    if at > run.last + 1:
        return leads and run.links(at - 1)
    return run.capital(run.last) and _ADJECTIVE.search(text) is not None and (leads or ahead > at + 1)


def _syllable(run: Run, at: int) -> bool:
    """Whether the token is a later syllable of a Vietnamese word, and another word of the name follows: Biên giới phía
    Bắc."""
    following = range(at, min(at + MAX_SYLLABLES, len(run.tokens) - 1))
    if run.capital(at) or run.kind(at):
        return False
    for place in following:
        if not run.joined(place) or run.stops(place + 1):
            return False
        if run.capital(place + 1):
            return True
    return False
