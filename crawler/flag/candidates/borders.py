"""An event word in Latin, Cyrillic or Arabic letters → the name of the event around it, or None.

Latin and Cyrillic names are held together by capitals, by listed words in small letters and by links ("of",
"sur", "по"), Arabic ones by the article.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import takewhile
from typing import Literal, get_args

from crawler.flag.candidates import stops as stops
from crawler.flag.candidates import words as words
from crawler.flag.candidates.reach import CYRILLIC, FIRST_ONLY, MAX_RIGHT, left_of, right_of
from crawler.flag.candidates.run import ABOUT, REACH, Run, lexicon, run_at
from crawler.flag.candidates.scanners import topic_scanner
from crawler.flag.text.reading import Reading
from crawler.patterns import lazily

_OPENING, _CLOSING = lazily('["“«„「『《‘]'), lazily('["”»“」』》’]')
_WITHIN = lazily(r"[^\W_]|[:.,-]$")  # what a quoted name may go on with: "форум «Цифровая Волга: Казань»"
# Kinds of events that Germanic languages and Finnish write together with what they are about: Digitalgipfel, Dataforum.
_GERMAN = (
    "konferenz", "gipfel", "kongress", "messe", "tagung", "woche", "forum", "congres", "conferentie", "beurs",
    "konferens", "konferensen", "kongressen", "mässan", "toppmötet", "forumet", "konferanse", "konferansen", "konference",
    "konferencen", "topmøde", "topmødet", "toppmøte", "toppmøtet", "konferenssi", "foorumi", "messut", "kongressi",
)  # fmt: skip
_GERMAN_END = lazily("(?:s|es|en|e|n|treffen|treffens)?$")
_ARABIC_PREFIX = lazily("[وف]?(?:ال|بال|كال|لل|ب|ك|ل)?")
_ARABIC = lazily("[\u0620-\u064a]")
_LOUD = lazily(r"(?<![^\W\d_])(?:AI|IT|IA|KI|ICT|TIC|5G|6G|IOT|IoT|DX|ИИ|ИТ)(?![^\W\d_])")
_SENTENCE_ENDS = frozenset(".!?:\x02")
_YEAR = lazily(r" 20\d\d(?!\d)")
# "World Summit AI"; "Congress Digital Caucus" is no congress
_BEFORE_DOMAIN = ("summit", "week", "conference")
_LAST = ("tr", "az", "uz")  # languages that end a name with the kind of event
MAX_ENDING = 4  # letters that an inflected language adds


# a word of the domain, that everybody knows it, one akin to it (candidate_kin), that those who know it do, nothing
Tie = Literal["domain", "renown", "kin", "brand", "none"]
TIES: tuple[Tie, ...] = get_args(Tie)


@dataclass(frozen=True, slots=True)
class Name:
    """Where a name stands in the folded text."""

    start: int
    end: int
    specific: bool  # it holds a word that not every such event has in its name
    sister: bool = False  # it begins with the name of a show that is held elsewhere too
    tie: Tie = "domain"  # what in it says what it is about


def name_around(reading: Reading, start: int, end: int) -> Name | None:
    """The name whose event word stands at the folded [start, end), which is `plausible`."""
    run = run_at(reading, start, end)
    if run is None:
        return None
    first = reading.text[start]
    if _ARABIC.match(first):
        return _arabic(run, start, end)
    return _quoted_behind(run, start) or _cased(run, start, end)


def plausible(reading: Reading, start: int, end: int) -> bool:
    """Whether a closer look is worth its time: the event word stands alone, and a word of the domain near it."""
    text, word = reading.text, reading.text[start:end]
    if text[start - 1 : start].isalpha() and word not in _GERMAN and not _ARABIC.match(word):
        return False
    if text[end : end + 1].isalpha() and word not in _GERMAN and word not in _stems():
        return bool(_ARABIC.match(word))
    low, high = max(0, start - REACH), min(len(text), end + REACH)
    if topic_scanner().find_matches_as_indexes(text[low:high]):
        return True
    origin = reading.folded.origin
    return _LOUD.search(reading.whole, origin(low), origin(high - 1) + 1) is not None


def _cased(run: Run, start: int, end: int) -> Name | None:
    """The name around an event word in Latin or Cyrillic letters."""
    reading, event = run.reading, run.tokens[run.first]
    word = reading.text[start:end]
    compound = event.start < start
    small = bool(CYRILLIC.match(event.text)) or reading.language in FIRST_ONLY
    if not _ends(word, reading.text[end : run.tokens[run.last].end]):
        return None
    if quiet := _quiet(run, word):
        return quiet
    if (CYRILLIC.match(word) and _latin_behind(run)) or _described(run):
        return None
    if not small and not _may_be_a_name(run):
        return None
    if compound and not (word in _GERMAN and _about(event.text, event.text[: start - event.start])):
        return None
    left = left_of(run, small)
    complete = compound or any(run.kind(at) in ABOUT for at in range(left, run.first))
    right = run.last if _ends_there(run, word, complete) else right_of(run, complete)
    if not _capitals(run, left, right, small):
        return None
    return _name(run, left, right, compound, bare=True)


def _described(run: Run) -> bool:
    """Whether a German noun only says what kind of event it is: "eine Messe für ..."."""
    before = run.tokens[run.first - 1].text if run.first else ""
    return run.reading.language == "de" and before in ("ein", "eine", "einer", "einem", "einen")


def _latin_behind(run: Run) -> bool:
    """Whether the event word only says what an event with a Latin name is: форум Kazan Digital Week."""
    behind = run.tokens[run.last + 1 : run.last + 5]
    names = [
        token.text for token in takewhile(lambda token: token.text.isascii() and token.text.isalpha(), behind)
    ]
    return any(name in words.EVENTS["en"] for name in names)


def _quiet(run: Run, word: str) -> Name | None:
    """An English name in small letters in a text of another language, which the year behind it shows to be one:
    "digital economy forum 2025"."""
    if run.reading.language in ("", "en") or word not in words.EVENTS["en"] or run.capital(run.first):
        return None
    if not _YEAR.match(run.reading.text, run.tokens[run.last].end):
        return None
    first = run.first
    while (
        first > 0 and run.joined(first - 1) and run.kind(first - 1) and run.tokens[first - 1].text.isascii()
    ):
        first -= 1
    if not any(run.kind(at) == "DOMAINS" for at in range(first, run.first)):
        return None
    return Name(run.tokens[first].start, run.tokens[run.last].end, False)


def _about(compound: str, front: str) -> bool:
    """Whether a word that ends with a kind of event begins with a word of the domain: "Datacongres"."""
    return lexicon("DOMAINS")(compound) or lexicon("DOMAINS")(front)


def _ends_there(run: Run, word: str, complete: bool) -> bool:
    """Whether nothing behind the event word can belong to the name: Turkish ends with it, and so does English unless
    the name is complete or a link follows; "Congress Digital Caucus" is no congress."""
    if any(word in words.EVENTS[language] for language in _LAST):
        return word != "forum"
    following = run.tokens[run.last + 1].text if run.last + 1 < len(run.tokens) else ""
    return (
        not complete
        and word in words.EVENTS["en"]
        and word not in words.MANY_TONGUES
        and following not in stops.LINKS
        and not (
            word in _BEFORE_DOMAIN and run.last + 1 < len(run.tokens) and run.kind(run.last + 1) == "DOMAINS"
        )
    )


def _ends(word: str, ending: str) -> bool:
    """Whether the event word may have that ending: a plural in English speaks of no one event."""
    if not ending:
        return True
    if word in _GERMAN and word != "forum":
        return bool(_GERMAN_END.match(ending))
    return word in _stems() and len(ending) <= MAX_ENDING


@cache
def _stems() -> frozenset[str]:
    """The event words that take endings."""
    return frozenset(w.rstrip("*") for listed in words.EVENTS.values() for w in listed if w.endswith("*"))


def _may_be_a_name(run: Run) -> bool:
    """Whether the event word or one beside it has a capital, without which _capitals() finds no name."""
    beside = (run.first - 1, run.first, run.last + 1)
    return any(run.capital(at) for at in beside if 0 <= at < len(run.tokens))


def _capitals(run: Run, left: int, right: int, small: bool) -> bool:
    """Whether the letters say that this is a name and not a description."""
    if run.capital(run.first) and run.capital(left):
        return True
    if right > run.last and left == run.first and run.capital(run.last + 1):
        return True
    before = [run.capital(at) for at in range(left, run.first)]
    english = run.tokens[run.last].text in words.EVENTS["en"]
    return (small and bool(before) and before[0] and _chosen(run, left)) or (
        english and len(before) > 1 and all(before)
    )


def _chosen(run: Run, left: int) -> bool:
    """Whether the capital of the first word is one of a name and not only a sentence's beginning, in Latin letters."""
    begins = left == 0 or run.tokens[left - 1].text in _SENTENCE_ENDS
    return not begins or run.kind(left) == "SCOPES" or bool(CYRILLIC.match(run.tokens[left].text))


def _name(run: Run, left: int, right: int, compound: bool, bare: bool = False) -> Name | None:
    """The tokens from `left` to `right` as a name, where no body or firm bears it; `bare`: also where they speak of
    nothing that is known."""
    others = [at for at in range(left, right + 1) if not run.first <= at <= run.last]
    kinds = {at: run.kind(at) for at in others}
    texts = [run.tokens[at].text for at in others]
    tie = _tie(kinds.values(), compound)
    if tie == "none" and not (bare and any(run.capital(at) and not kind for at, kind in kinds.items())):
        return None
    following = run.tokens[right + 1].text if right + 1 < len(run.tokens) else ""
    if tie == "none" and following in stops.VENUES:
        return None
    if (
        _other_kind(run, left, texts)
        or (texts and texts[-1] in stops.ORGANS | stops.HOUSES)
        or _theirs(run, right)
    ):
        return None
    own = ("SCOPES", "KIN") if tie == "domain" else ("SCOPES",)
    specific = any(
        kind in own
        or run.coined(at)
        or (not kind and not run.links(at) and not lexicon("EVENTS")(run.tokens[at].text))
        for at, kind in kinds.items()
    )
    end = run.tokens[right].end if right > run.last else run.tokens[run.last].end
    return Name(run.tokens[left].start, end, specific, tie=tie)


def _tie(kinds: Iterable[str], compound: bool) -> Tie:
    if compound or "DOMAINS" in kinds:
        return "domain"
    return "kin" if "KIN" in kinds else "none"


def _other_kind(run: Run, left: int, texts: Sequence[str]) -> bool:
    """Whether a firm, a school or a party holds it, or it is for customers and the like."""
    return run.tokens[left].text in stops.FIRMS or any(map(stops.other_kind, texts))


def _theirs(run: Run, right: int) -> bool:
    """Whether the name goes on with a body's name, or says for whom the event is: "… for alumni"."""
    following = [token.text for token in run.tokens[right + 1 : right + 3]]
    if following and following[0] in stops.ORGANS and run.joined(right):
        return True
    return len(following) == 2 and following[0] == "for" and stops.other_kind(following[1])


def _quoted_behind(run: Run, start: int) -> Name | None:
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
            found = _name(run, run.first, last, False)
            return found and replace(found, specific=True)
        if last + 1 < len(run.tokens) and not _WITHIN.match(run.tokens[last + 1].text):
            return None
    return None


def _arabic(run: Run, start: int, end: int) -> Name | None:
    """The name that an Arabic event word begins; the article before it belongs to it."""
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
        if token.text in stops.ARABIC_STOPS or not token.text[0].isalpha():
            break
        half = run.tokens[at].text in stops.ARABIC_HALVES
        joined = token.text[0] == "و" and lexicon("DOMAINS")(token.text[1:])
        free = not definite and not met and (at == run.last or half)
        bound = token.text[0] == "ل" and at + 2 < len(run.tokens) and run.kind(at + 2) in ABOUT
        if not (kind or joined or free or bound or token.text.startswith(("ال", "لل", "وال"))):
            break
        met = met or kind in ABOUT
        last = at = at + 1
    found = _name(run, run.first, last, False)
    return found and replace(found, start=start - 2 * prefix.endswith("ال"))
