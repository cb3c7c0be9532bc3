"""Places where a name stands → those whose spelling allows that it is one.

"CES" is a fair and "ces" a French word, "the world mobile congress" a name in small letters and "a global digital
economy conference" maybe no name at all; ``gdec.example.org`` is an address. All of this reads the original's
letters and costs next to nothing, so that a French page with two hundred "des" is done here.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from crawler.flag.names.found import Found
from crawler.flag.text.reading import Reading
from crawler.flag.watchlist.forum import Short
from crawler.flag.watchlist.terms import Term
from storage.text.normal import normalized

MAX_OF_ONE = 100  # places of one forum that are judged; more of them prove nothing more
MAX_PLACES = 1000  # of all forums
_JOINING = frozenset(
    ["para", "pour", "dans", "della", "delle", "dello", "degli", "sulla", "sulle", "over", "voor", "oraz"]
)
# Kinds of events that stand before a name, and in small letters as often as not.
_KIND = re.compile(
    "cumbre|conferencia|foro|feria|congreso|sommet|conférence|salon|cimeira|cúpula|conferência|fórum|feira|congresso|vertice|conferenza"
    r"|fiera|(?:szczy[tc]|kongres|konferen[ct]|targ|samit|sajm|sejm|veletrh|forum)\w{0,5}|sajam|sejem|toppmötet|topmødet|toppmøtet"
)
STEM = 4  # letters that an ending leaves
LOUD = 24  # characters on either side that show whether everything around is in capitals
_ADDRESS = re.compile(r"\.(?:com|org|net|cn|io|co|tech|gov|news|global|sg|ae|sa|th|kr|jp)\b")

# Languages of which every name has a capital: "tổ chức hội nghị kinh tế số toàn cầu" speaks of any such conference.
_CAPITALS = frozenset(("vi",))

# Before an abbreviation that the press of some countries writes as a word: "all'Eureka Park del Ces", "en el Mwc".
_ARTICLE = re.compile(
    r"(?<!\w)(?:al|del|dal|nel|sul|il|el|ao|do|no|på|au|du|fiera|feria|feira|messe|salon) $"
)
_VOWEL = re.compile("[AEIOU]")

# Whose abbreviations have an ending right behind them: "CESissä", "CESil", "CESdə".
_GLUING = frozenset(("fi", "et", "az", "tr", "uz"))

Candidate = tuple[Found, Term]


def written(reading: Reading, found: Iterable[Found]) -> list[Candidate]:
    """The places and terms of `found` that may be believed, in order, a bounded number of them."""
    seen: Counter[str] = Counter()
    out: list[Candidate] = []
    for place in found:
        if all(not term.forum_id or (term.word and _small(reading, place)) for term in place.terms):
            continue
        for term in _spelt(reading, place):
            seen[term.forum_id] += 1
            if seen[term.forum_id] <= MAX_OF_ONE:
                out.append((place, term))
        if len(out) >= MAX_PLACES:
            break
    return out


def _small(reading: Reading, place: Found) -> bool:
    return reading.whole[reading.folded.origin(place.start)].islower()


def _spelt(reading: Reading, place: Found) -> list[Term]:
    """The terms of a place that its letters allow, one for each forum and grade."""
    if _ADDRESS.match(reading.text, place.end):
        return []
    quote = reading.quote(place.start, place.end)
    if not quote.isascii():
        quote = normalized("NFKC", quote)
    out: dict[tuple[str, str], Term] = {}
    exact = {term.forum_id for term in place.terms if term.stem is None}
    for term in place.terms:
        if term.stem is not None and ("" in exact or (term.capital and term.forum_id in exact)):
            continue  # another thing's very name; "the Davos forum of parents" is no Lithuanian Davoso forumas
        kept = _kept(reading, place, term, quote)
        if kept:
            out.setdefault((kept.forum_id, kept.grade), kept)
    return list(out.values())


def _kept(reading: Reading, place: Found, term: Term, quote: str) -> Term | None:
    if not term.forum_id or (term.short and _another_word(reading, place)):
        return None
    if term.grade == "high" and term.short:
        return term if _short_spelt(reading, place, term.short, quote) else None
    if term.loud and not term.capital and quote.islower():
        return None
    small = quote.islower() and (term.capital or (term.grade == "name" and reading.language in _CAPITALS))
    if small:
        return replace(term, grade="high", short=None, demoted=True)
    if (
        term.capital
        and term.grade == "name"
        and any(
            word.islower() and len(word) > 3 and not _joins(word) and not _small_in(term, word)
            for word in _named(quote)
        )
    ):
        return replace(term, grade="low", short=None, demoted=True)
    return term


def _another_word(reading: Reading, place: Found) -> bool:
    """Whether a letter that is no ending of the article's language goes on right behind an abbreviation: "CESDA", "MWCile"."""
    last = reading.folded.span(place.start, place.end)[1]
    behind = reading.whole[last : last + 1]
    if not (behind.isalpha() and "a" <= reading.text[place.end : place.end + 1] <= "z"):
        return False
    return behind.isupper() or reading.language not in _GLUING


def _joins(word: str) -> bool:
    """Whether names have it in small letters everywhere: "Forum sur la gouvernance d'internet"."""
    return word in _JOINING or word.endswith("internet")


def _named(quote: str) -> list[str]:
    """The words of a name without the kind of event that begins it: "la cumbre AI for Good"."""
    words = quote.split()
    return words[1:] if _KIND.fullmatch(words[0]) else words


def _small_in(term: Term, word: str) -> bool:
    """Whether the name has the word in small letters itself, with whatever ending."""
    return any(word[:STEM] == own[:STEM] for own in term.small)


def _short_spelt(reading: Reading, place: Found, short: Short, quote: str) -> bool:
    text = short.text
    if not text.isascii():
        return True  # no capitals to go by
    if " " in text:
        return quote == text or not quote.islower() or (short.support != () and text.count(" ") >= 2)
    if text.isupper() and quote == text.capitalize():
        return _ARTICLE.search(reading.text, max(0, place.start - 12), place.start) is not None
    if quote not in (text, text.upper()):
        return False
    return not (quote.isupper() and _VOWEL.search(quote) and _loud(reading, place))


def _loud(reading: Reading, place: Found) -> bool:
    """Whether the words around are in capitals too, so that capitals say nothing."""
    start, end = reading.folded.span(place.start, place.end)
    before = reading.whole[max(0, start - LOUD) : start].rpartition("\n")[2]
    after = reading.whole[end : end + LOUD].partition("\n")[0]
    cased = [char for char in before + after if char.isupper() or char.islower()]
    return len(cased) >= LOUD // 2 and all(char.isupper() for char in cased)
