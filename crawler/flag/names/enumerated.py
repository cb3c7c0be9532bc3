"""A short name in one row with another forum's full name → whether it is a forum there, too:
"CES, Mobile World Congress and VivaTech".

Two that only "and" joins may be any two bodies, "el CES y el Mobile World Congress", and so may three that sign or say a thing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from crawler.flag.editions.told_words import BEGINS, BESIDE, one_sentence
from crawler.flag.names.context import EVENT, OCCASION, SHOWING
from crawler.flag.names.found import Found
from crawler.flag.names.support import Case, attended, classed, travelled
from crawler.flag.text.fold import UNSPACED
from crawler.patterns import lazily

REACH = 90  # characters between the two in which the other members of the row stand
_AND = r"(?:and|or|und|oder|et|ou|y|e|o|u|i|и|или|та|і|й|або|oraz|lub|a|nebo|alebo|ili|или|en|of|och|eller|og|ja|tai|sekä|és|vagy|și|sau|και|ή|ve|veya|dan|atau|serta|và|hay|hoặc|at|na|au|eta|i|او|و|يا|اور|और|या|এবং|ও|மற்றும்)"
_ARTICLE = r"(?:the|der|die|das|den|dem|le|la|les|l'|el|los|las|il|lo|i|gli|o|os|as|a|het|de|az|το|η|ο|του|της|στο|στη|zur|zum|beim|im|at|to|au|aux|à|al|alla|na|no)"
# What stands between two members of a row: a comma, one "and", an article.
_JOINT = rf"[\"'”“’»«)]?(?:\s?(?:[,،、/;·&]|和|及|与|與|以及|や|と|および|及び|및|와 |과 |และ|หรือ)\s?(?:{_AND}\s+)?|\s+{_AND}\s+|\s+و)(?:{_ARTICLE}\s+)?[\"'”“’«»(]?"
_JOINTS = lazily(_JOINT)
_JOINT_AT_END = lazily(rf"(?P<word>[^\s,،、/;·&]+)(?: \d{{4}})?{_JOINT}$")
_COMMA = lazily(r"[\"'”’»)]?[,،;] ?[\"'“‘«(]?")
# What opens a sentence by saying where; signs behind a row that goes no further.
_SCENE = lazily(
    r"(?:^|[.!?。\n\x02]) ?(?:(?:\w+ )?(?:at|during)|on|in|au|aux|à|lors d[eu]|dans|en|durante|na|no|nas|nos|al|alla|nell?a?|auf|bei|beim|im|op|tijdens|på|under|vid|ved|podczas|w|v|во время|на|під час|у|в|tại|di|dalam)(?: \w+){0,3} $"
)
_ENDS = ",،.;:!?)。\n"
_WORD_AT_END = lazily(r"(?P<word>[^\W\d_]\w*) $")
# Who says so; what opens a list; "shows including CES ...".
_SAYS = lazily(
    r"(?<!\w)(?:according to|selon|d après|según|segundo|secondo|laut|nach angaben(?: von)?|volgens|enligt|ifølge|według|zdaniem|по данным|по словам|за даними|menurut|theo|göre|per) (?:the |le |la |l |el |o |a |il |der |dem |het )?$"
)
_OPENS = lazily(
    r"(?:[:(–—]|(?<!\w)(?:including|like|such as|op|naar|dont|comme|darunter|etwa|wie|como|incluid[oa]s|tra cui|come|waaronder|zoals|включая|как|m\.in\.?|jak|termasuk|seperti|như|bao gồm|gibi|مثل)) ?(?:the |le |la |l |el |o |a |il |der |die |dem |den |het )?$"
)
# Behind a row in a script without spaces, that it acts.
_BODIES = lazily(
    r"[^。！？\n]{0,24}?(?:签署|签订|签约|联合(?:发布|声明)|共同(?:发布|声明|宣布)|表示|协定|提携|调印|署名|声明|협약|체결|성명|업무 ?협약)"
)
_SMALL = 3  # letters of a word that may stand within a name without a capital: "of", "für"
_WORDS, _SIGNS = 5, 12  # that a name has at most; signs of one in a script without capitals


@dataclass(frozen=True, slots=True)
class _Row:
    """The short name and the full names of other forums in one row with it; places in the folded text."""

    start: int
    end: int
    head: int  # where its first name ends
    forums: int  # how many others are named in full
    three: bool  # another member stands between two of them
    joined: bool  # more than a comma joins two of them


def enumerated(case: Case, place: Found, forum_id: str) -> bool:
    """Whether the short name at `place` stands in a row with other forums' full names: with two, with one at which somebody is,
    or with one and a third name where the row does not act or speak as bodies do."""
    row = _row(case, place, forum_id)
    if row is None or row.forums > 1:
        return row is not None
    begins = list(_begins(case, row.start))
    three = row.three or len(begins) > 1 or _next(case, row.end) != ""
    if not (three or row.joined) or _sets_the_scene(case, row):
        return False  # "At Web Summit, SDF leaders spoke"
    if any(attended(case, first, row.end) for first in begins):
        return True
    return three and not _acts(case, begins, row.end, place.start)


def _row(case: Case, place: Found, forum_id: str) -> _Row | None:
    whole, origin, span = case.reading.whole, case.reading.folded.origin, case.reading.folded.span
    row, others = _Row(place.start, place.end, place.end, 0, False, False), set[str]()
    for start, end, who in case.named:
        first, last = (end, place.start) if end <= place.start else (place.end, start)
        if who == forum_id or not 0 < last - first <= REACH:
            continue
        joint = whole[span(first - 1, first)[1] : origin(last)]
        between = _between(joint)
        if between is None:
            continue
        others.add(who)
        row = _Row(
            min(start, row.start),
            max(end, row.end),
            end if start < row.start else row.head,
            len(others),
            row.three or between > 0,
            row.joined or not _COMMA.fullmatch(joint),
        )
    return row if others else None


def _sets_the_scene(case: Case, row: _Row) -> bool:
    """Whether the first name of the row only says where the others did something: "At Web Summit, CES
    and the UGT asked for more", not "At Web Summit, CES and IFA, everybody talks of agents"."""
    reading = case.reading
    if not _SCENE.search(reading.text, max(0, row.start - REACH), row.start):
        return False
    behind, last = (reading.folded.span(end - 1, end)[1] for end in (row.head, row.end))
    ends = (_next(case, row.end) or reading.whole[last : last + 1])[-1:]
    return reading.whole.startswith(",", behind) and ends not in _ENDS


def _begins(case: Case, start: int) -> Iterator[int]:
    """Where the row that has a name at the folded `start` may begin: there, and at each word of the members before it."""
    yield start
    whole, folded = case.reading.whole, case.reading.folded
    first = least = folded.origin(start)
    while (before := _JOINT_AT_END.search(whole, max(0, first - REACH), first)) and _is_name(before["word"]):
        first = before.start("word")
        yield folded.place(first)
        while (more := _WORD_AT_END.search(whole, max(0, first - REACH), first)) and more[1][0].isupper():
            first = more.start("word")
            yield folded.place(first)
        if least - first > REACH:
            return


def _acts(case: Case, begins: Sequence[int], end: int, short: int) -> bool:
    """Whether the row up to the folded `end` may be of bodies: it is what its sentence is about, "CES, Web Summit and the city
    signed", or says who thinks so; or nothing says that somebody goes there, or shows a thing, though the short name at `short`
    does not begin it.
    """
    text = case.reading.text
    if _BODIES.match(text, end, end + REACH):
        return True
    if UNSPACED.search(text, begins[-1], end + _SIGNS):
        return False
    if any(
        BEGINS.search(text, max(0, start - BESIDE), start)
        or _SAYS.search(text, max(0, start - BESIDE * 2), start)
        for start in begins
    ):
        return True
    if begins[-1] < short and _shown(case, begins[-1], end):
        return False
    return not any(
        travelled(text, start)
        or classed(text, start, end)
        or _OPENS.search(text, max(0, start - REACH), start)
        for start in begins
    )


def _shown(case: Case, start: int, end: int) -> bool:
    """Whether the sentence of the row has a word of what is shown, won or held at fairs, outside its names."""
    return any(
        (last <= start or end <= first) and one_sentence(case.reading.text, (start, end), (first, last))
        for sign in (EVENT, OCCASION, SHOWING)
        for first, last in case.around.each(sign, start, end, REACH)
    )


def _between(text: str) -> int | None:
    """How many members of a row stand between two; None where anything else does."""
    pieces = _JOINTS.split(text)
    if len(pieces) < 2 or pieces[0] or pieces[-1]:
        return None
    return len(pieces) - 2 if all(map(_is_name, pieces[1:-1])) else None


def _is_name(words: str) -> bool:
    """Whether each of a few words begins as names do; in a script without capitals, whether there is little of it."""
    each = [word.strip("()[]") or "(" for word in words.split()]
    if not 0 < len(each) <= _WORDS or not _begins_name(each[0]):
        return False
    if not any(word[0].isupper() for word in each):
        return len(words) <= _SIGNS
    return all(_begins_name(word) or len(word) <= _SMALL for word in each)


def _begins_name(word: str) -> bool:
    return word[0].isalnum() and not word[0].islower()


def _next(case: Case, end: int) -> str:
    """The first word of the row's next member behind the folded `end`, with the sign that ends it; "" where there is none."""
    whole = case.reading.whole
    last = case.reading.folded.span(end - 1, end)[1]
    behind = _JOINTS.match(whole, last, last + REACH)
    word = whole[behind.end() : behind.end() + _SIGNS].split(" ")[0] if behind else ""
    return word if _is_name(word.strip(".,;:!?。，") or " ") else ""
