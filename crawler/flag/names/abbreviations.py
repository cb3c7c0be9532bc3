"""Abbreviations that an article spells out as something else than their forum.

"Women, Infants and Children (WIC)", "WIC (Women, Infants and Children)"; "LEAP, short for Leading Entrepreneur
..."; "the Centre for Evening Studies" where CES stands; "「当期就业统计」(CES)", whose words before the bracket name
nothing that meets; "IGF-1".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from crawler.flag.names.body_words import BODIES, MEETS, MEETS_UNSPACED, SMALL
from crawler.flag.names.context import Around
from crawler.flag.names.found import Found
from crawler.flag.names.spelling import Candidate
from crawler.flag.text.fold import UNSPACED, folded_name
from crawler.flag.text.reading import MAX_READ, Reading
from crawler.flag.watchlist.forum import Forum
from crawler.flag.watchlist.terms import Term
from crawler.patterns import lazily

SHORT_FOR = 16  # characters in which a body's name ends, and "(hereafter called" stands
NAME_BEFORE = 90  # characters in which the words stand whose letters an abbreviation has
HEAD = 60  # characters before a bracket that what is in it stands for
HEAD_LONG = 30  # the same where it is called so "hereafter"
HEAD_UNSPACED = 14  # the same in scripts without spaces
ALIKE = 0.75  # of the characters of a name that another spelling of it has
_CALLED = lazily(r" ?\((?:以下)?(?:简称为?|略称|이하|以下):? ?$")
# "WEF, the Women Engineers' Federation, ..."
_APPOSED = lazily(r", (?:the|an?|der|die|das|la|le|el|il|o|a) (?P<words>[^,.;:!?\n]{3,60})(?=[,.;\n])")
# "LEAP, short for Leading Entrepreneur Accelerator Platform"
_STANDS_FOR = lazily(
    r"(?:,| \(|,? which| is| ist| es| est| è| é| to| jest| adalah| ialah)? ?(?:alias|a k a|aka|yakni|yaitu|short for|stands for|standing for|an? (?:acronym|abbreviation) (?:of|for)|(?:die )?(?:kurz|abkürzung) (?:für|von)|steht für"
    r"|(?:l )?abréviation (?:de|pour)|sigle d[eu]s?|acronyme d[eu]|siglas? de|acrónimo de|acrônimo de|abreviatura de|acronimo di|sigla di|afkorting (?:van|voor)|skrót(?:u)? od|zkratka|förkortning (?:av|för)"
    r"|singkatan (?:bagi|dari|daripada|untuk|kepada)|akronim (?:bagi|dari|daripada)|viết tắt (?:của|từ)|сокращени[ея] от|аббревиатур[аы] от|расшифровывается как|скорочення від|kısaltması(?: olan)?|اختصار(?:ا)? ل|ย่อมาจาก) ?"
    r"(?:the |a |des |der |la |le |el |del |di )?(?P<words>[^,.;:!?()\n]{5,80})"
)
# The same where the word for it stands last: "SDF는 '스트리트 데님 팩토리'의 줄임말", 「SDFは…の略称」, "是…的简称".
_STANDS_FOR_UNSPACED = lazily(
    r"(?:[은는]|이란|とは?|は|是|即|为) ?['\"「『“‘]?(?P<words>[^,.;:!?()\n、。，'\"」』”’]{2,40}?)['\"」』”’]? ?(?:의|の|的)(?:英文)? ?(?:줄임말|약자|약칭|준말|略|头文字|简称|缩写)"
)
_SOCIETY = lazily(
    r" ?\([^()\n]{3,60}(?<!\w)(?:e\.? ?v\.?|gmbh|ltd|inc|llc|a\.?s\.?b\.?l\.?|n\.?g\.?o\.?|z\. ?s\.?)\)"
)
# "avionics links, or WAIC"
_OR = lazily(r"(?:,| \() ?(?:or|oder|ou|o|или|або|veya|atau|hay|czyli|neboli|eli) $")
_OPENS = lazily(r" ?\(")
# "广州市服装贸易商会(简称服贸会)": a body, and not a fair or congress whose longer name is not listed.
_SHORT_FOR = lazily(
    r"(?:商会|协会|学会|联合会|委员会|基金会|公司|集团|学校|事务所) ?\((?:以下)?(?:简称):?[「“\"]?$"
)
# What such a body is called where words have no initials: "세계가라테연맹(WKF)".
_BODY_BEFORE = lazily(
    r"(?:연맹|협회|위원회|재단|공사|연구소|조합|연합회|공단|학회|连盟|协会|委员会|财团|机构|研究所|基金|联盟|联合会|基金会|研究院|管理局|学会)$"
    r"|(?:สมาคม|มูลนิธิ|สหพันธ์|สมาพันธ์|บริษัท)[\u0e00-\u0e7f ]{2,40}$"
)
# "the GAIN AI Act", "ley GAIN", "GAIN法案": a law, a study or a measure of those letters.
_LAW_AFTER = r"(?: [A-Z][\w-]*){0,2} (?:Act|Bill|Amendment|Ordinance|Statute|Law|Trial|Study|Score|Protocol|Algorithm|Syndrome|Therapy|Tax|Scholarship)s?\b|[ -]?(?:Gesetz|법안|법(?!인)|法案|法(?![国兰])|yasa)"
_LAW_BEFORE = r"\b(?:[Ll]ey|[Ll]oi|[Ll]ei|[Ll]egge|[Зз]акон\w*|[Uu]staw\w+|RUU|[Ll]uật|[Gg]esetz|[Yy]asa\w*|قانون|พ\.ร\.บ\.) (?:\w+ )?[«\"“]?"
MIN_BODY, MAX_BODY = 3, 5  # letters; two make too many words, six none by chance
_CLAUSE = lazily(r"[.;:!?\n,，、。；：！？()\x02]")
_SPACED_MEETS = lazily(
    "|".join(rf"{word}" if len(word) > 4 else rf"(?<!\w){word}" for word in (folded_name(w) for w in MEETS))
)
_UNSPACED_MEETS = lazily("|".join(folded_name(word) for word in MEETS_UNSPACED))


def spelt_out(
    reading: Reading, candidates: list[Candidate], around: Around, forums: Mapping[str, Forum]
) -> set[tuple[str, str]]:
    """(forum, folded abbreviation) that the article spells out as something else."""
    told = _told(reading, candidates, around, forums)
    out: set[tuple[str, str]] = set()
    asked: set[tuple[str, str]] = set()  # of which the whole article was read: once is enough
    for place, term in candidates:
        key = (term.forum_id, reading.text[place.start : place.end])
        if key in out:
            continue
        if term.grade == "name":
            other = key not in asked and told.other_within(*key)
            asked.add(key)
        else:
            other = term.short is not None and term.grade in ("low", "high") and told.other_here(place, term)
            if not other and key not in asked and _is_short(term, key[1]):
                asked.add(key)
                other = told.other_anywhere(*key) or _law(reading, key[1])
        if other:
            out.add(key)
    return out


def _is_short(term: Term, name: str) -> bool:
    """Whether it is an ambiguous abbreviation of a few capital letters."""
    if term.short is None or term.grade not in ("low", "high") or not term.short.text.isupper():
        return False
    return name.isascii() and name.isalpha() and MIN_BODY <= len(name) <= MAX_BODY


@dataclass(frozen=True, slots=True)
class _Told:
    """An article, and where forums stand in it."""

    reading: Reading
    around: Around
    forums: Mapping[str, Forum]
    ends: set[tuple[str, int]]  # forum, where one of its names ends
    edges: set[tuple[str, int]]  # forum, where a full name of it begins or ends
    begins: Mapping[str, list[int]]  # forum → where its names of several words begin in the original

    def other_within(self, forum_id: str, name: str) -> bool:
        """Whether an abbreviation within a longer name means another thing somewhere."""
        return any(self.other_anywhere(forum_id, short) for short in _within(name, self.forums[forum_id]))

    def other_anywhere(self, forum_id: str, short: str) -> bool:
        """Whether a body, a substance or a type of these letters is named in the article."""
        return _body(self.reading, short, self.begins.get(forum_id, ())) or _numbered(self.reading, short)

    def other_here(self, place: Found, term: Term) -> bool:
        """Whether the words beside the abbreviation say what else it stands for."""
        text = self.reading.text
        before = max(0, place.start - SHORT_FOR)
        if _SHORT_FOR.search(text, before, place.start) or _SOCIETY.match(text, place.end):
            return True
        stands_for = _STANDS_FOR_UNSPACED.match(text, place.end)
        if stands_for and not self._is_ours(stands_for.span("words"), term.forum_id):
            return True
        called = _CALLED.search(text, before, place.start)
        if called and not _ours(text, called.start(), term.forum_id, self.ends, self.around, self.forums):
            return True
        name = text[place.start : place.end]
        return name.isascii() and name.isalpha() and self._spelt_beside(place, name, term.forum_id)

    def _is_ours(self, words: tuple[int, int], forum_id: str) -> bool:
        """Whether the folded `words` hold or nearly are one of the forum's names."""
        named = any((forum_id, at) in self.ends for at in range(words[0], words[1] + 1))
        return named or _alike(self.reading.text[slice(*words)], self.forums[forum_id])

    def _spelt_beside(self, place: Found, name: str, forum_id: str) -> bool:
        """Whether words before or behind have its letters, name a body, or name nothing that meets."""
        text, bracket = self.reading.text, _bracket(self.reading.text, place)
        for at, words, last in _around_brackets(text, place):
            if any((forum_id, at + off) in self.edges for off in range(-2, 3)):
                continue
            if last and (forum_id, at) in self.ends:
                continue
            if last and _BODY_BEFORE.search(text, max(0, at - NAME_BEFORE), at):
                return True
            if name in _initials(words, len(name), last):
                return True
            if last and at == bracket and _glosses_other(text, at, place, self.around, self.forums[forum_id]):
                return True
        return False


def _told(
    reading: Reading, candidates: list[Candidate], around: Around, forums: Mapping[str, Forum]
) -> _Told:
    ends = {(term.forum_id, place.end) for place, term in candidates if term.grade != "hint"}
    edges = {
        (term.forum_id, at) for place, term in candidates if term.grade == "name" for at in _edges(place)
    }
    begins: dict[str, list[int]] = {}
    for place, term in candidates:
        if " " in reading.text[place.start : place.end]:
            begins.setdefault(term.forum_id, []).append(reading.folded.origin(place.start))
    return _Told(reading, around, forums, ends, edges, begins)


def _body(reading: Reading, name: str, known: Sequence[int]) -> bool:
    """Whether a body of the letters of `name` is named: "Centre for Evening Studies", "Comité Économique et Social".

    `known`: where the forum's own longer names begin in the original.
    """
    first, *more = (rf"{letter}[^\W\d_]+" for letter in name.upper())
    words = "".join(rf"(?:[ -](?:{'|'.join(SMALL)}))*[ -]{word}" for word in more)
    return any(
        any(word.lower().startswith(BODIES) for word in re.split("[ -]", match.group()))
        and match.start() not in known
        for match in re.finditer(rf"\b{first}{words}\b", reading.whole[:MAX_READ])
    )


def _within(name: str, forum: Forum) -> list[str]:
    """The ambiguous abbreviations that stand as words in a longer name of the forum: งาน CES."""
    shorts = (short.text for short in forum.abbreviations if short.ambiguous == "high")
    words = name.split()
    return [
        s.lower()
        for s in shorts
        if s.isalnum() and s.isupper() and s.lower() in words and MIN_BODY <= len(s) <= MAX_BODY
    ]


def _numbered(reading: Reading, name: str) -> bool:
    """Whether the letters stand with a number as a substance or a type does: IGF-1, IGF-II."""
    pattern = rf"\b{name.upper()}[-‐‑](?:\d(?!\d)|I{{1,3}}\b)"
    return re.search(pattern, reading.whole[:MAX_READ]) is not None


def _law(reading: Reading, name: str) -> bool:
    """Whether the letters name a law, a study or the like: "the GAIN AI Act"."""
    letters = name.upper()
    pattern = rf"\b{letters}(?:{_LAW_AFTER})|{_LAW_BEFORE}{letters}\b"
    return re.search(pattern, reading.whole[:MAX_READ]) is not None


def _ours(
    text: str, at: int, forum_id: str, ends: set[tuple[str, int]], around: Around, forums: Mapping[str, Forum]
) -> bool:
    """Whether what is called by the short name from now on, and ends at `at`, is the forum or held in its city."""
    low = max([at - HEAD_LONG, *(stop.end() for stop in _CLAUSE.finditer(text, max(0, at - HEAD_LONG), at))])
    if any((forum_id, at - off) in ends for off in range(3)) or _alike(text[low:at], forums[forum_id]):
        return True
    signs = [("org", forum_id), *(("city", city) for city in forums[forum_id].cities)]
    return any(end <= at for sign in signs for _, end in around.each(sign, at, at, at - low))


def _alike(head: str, forum: Forum) -> bool:
    """Whether the words are nearly one of the forum's names in a script without spaces: 中国国际服务和贸易大交易会."""
    names = (folded_name(name) for listed in forum.names.values() for name in listed)
    return any(
        UNSPACED.match(name) and len(set(name) & set(head)) >= ALIKE * len(set(name)) for name in names
    )


def _glosses_other(text: str, at: int, place: Found, around: Around, forum: Forum) -> bool:
    """Whether the words before the bracket, which end at `at`, name nothing that meets: neither a kind of event nor the
    forum's city or organiser."""
    if not text.startswith(")", place.end):
        return False
    low = max(0, at - HEAD)
    stops = [stop.end() for stop in _CLAUSE.finditer(text, low, at)]
    low = stops[-1] if stops else low
    if UNSPACED.match(text[at - 1 : at]):
        low = max(low, at - HEAD_UNSPACED)
    if low == at or _SPACED_MEETS.search(text, low, at) or _UNSPACED_MEETS.search(text, low, at):
        return False
    signs = [("org", forum.id), *(("city", city) for city in forum.cities)]
    return not any(end <= at for sign in signs for _, end in around.each(sign, at, at, at - low))


def _edges(place: Found) -> tuple[int, int]:
    return place.start, place.end


def _around_brackets(text: str, place: Found) -> Iterator[tuple[int, list[str], bool]]:
    """Where the words before "(NAME" end, and those of "NAME (words)" begin; the words; whether the last count."""
    stop = _bracket(text, place)
    if stop >= 0:
        yield stop, text[max(0, stop - NAME_BEFORE) : stop].replace(",", " ").split(), True
    other = _OR.search(text, max(0, place.start - 12), place.start)
    if other:
        yield (
            other.start(),
            text[max(0, other.start() - NAME_BEFORE) : other.start()].replace(",", " ").split(),
            True,
        )
    named = _APPOSED.match(text, place.end)
    if named:
        yield named.end(), named["words"].split(), False
    stands = _STANDS_FOR.match(text, place.end)
    if stands:
        words = [word for word in stands["words"].split() if word not in SMALL and word[0].isalnum()]
        yield stands.start("words"), words[: place.end - place.start], False
    opened = _OPENS.match(text, place.end)
    if opened:
        inside, closed, _ = text[opened.end() : opened.end() + NAME_BEFORE].partition(")")
        yield opened.end(), inside.replace(",", " ").split() if closed else [], False


def _bracket(text: str, place: Found) -> int:
    """Where the words before the bracket end that the name stands in; -1 where it stands in none."""
    if text[place.start - 1 : place.start] != "(":
        return -1
    return place.start - 1 - (text[place.start - 2 : place.start - 1] == " ")


def _initials(words: list[str], count: int, last: bool) -> set[str]:
    """First letters of the last (or of all) words, with and without small ones."""
    out = set()
    for kept in (words, [word for word in words if word not in SMALL]):
        if len(kept) == count or (last and len(kept) > count):
            out.add("".join(word[0] for word in kept[-count:]))
    return out
