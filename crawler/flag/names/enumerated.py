"""A short name in one row with another forum's full name → whether it is a forum there, too:
"CES, Mobile World Congress and VivaTech".

Two that only "and" joins may be any two bodies, "el CES y el Mobile World Congress", and so may three that sign or say a thing.
"""

from __future__ import annotations

from crawler.flag.editions.told_words import BEGINS, BESIDE
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
# Who says so; what opens a list; "shows including CES ...".
_SAYS = lazily(
    r"(?<!\w)(?:according to|selon|d après|según|segundo|secondo|laut|nach angaben(?: von)?|volgens|enligt|ifølge|według|zdaniem|по данным|по словам|за даними|menurut|theo|göre|per) (?:the |le |la |l |el |o |a |il |der |dem |het )?$"
)
_OPENS = lazily(
    r"(?:[:(–—]|(?<!\w)(?:including|between|like|such as|op|naar|dont|comme|entre|darunter|zwischen|etwa|wie|como|incluid[oa]s|tra(?: cui)?|come|waaronder|zoals|tussen|включая|как|między|m\.in\.?|jak|termasuk|seperti|như|bao gồm|gibi|مثل|بين)) ?(?:the |le |la |l |el |o |a |il |der |die |dem |den |het )?$"
)
# Behind a row in a script without spaces, that it acts.
_BODIES = lazily(
    r"[^。！？\n]{0,24}?(?:签署|签订|签约|联合(?:发布|声明)|共同(?:发布|声明|宣布)|表示|协定|提携|调印|署名|声明|협약|체결|성명|업무 ?협약)"
)
_SMALL = 3  # letters of a word that may stand within a name without a capital: "of", "für"
_WORDS, _SIGNS = 5, 12  # that a name has at most; signs of one in a script without capitals


def enumerated(case: Case, place: Found, forum_id: str) -> bool:
    """Whether the short name at `place` stands in a row with other forums' full names: with two, with one at which somebody is,
    or with one and a third name where the row does not act or speak as bodies do."""
    row, whose, three = (place.start, place.end), set(), False
    origin, span = case.reading.folded.origin, case.reading.folded.span
    for start, end, who in case.named:
        first, last = (end, place.start) if end <= place.start else (place.end, start)
        if who == forum_id or not 0 < last - first <= REACH:
            continue
        between = _between(case.reading.whole[span(first - 1, first)[1] : origin(last)])
        if between is None:
            continue
        row = min(start, row[0]), max(end, row[1])
        whose.add(who)
        three = three or between > 0
    if not whose:
        return False
    if len(whose) > 1 or attended(case, *row):
        return True
    return (three or _goes_on(case, *row)) and not _acts(case, *row, place.start)


def _acts(case: Case, start: int, end: int, short: int) -> bool:
    """Whether the row at the folded [start, end) may be of bodies: it is what its sentence is about, "CES, Web Summit and the city
    signed", or says who thinks so; or it begins with the short name at `short`, and nothing says that somebody goes there.
    """
    text = case.reading.text
    if _BODIES.match(text, end, end + REACH):
        return True
    if UNSPACED.search(text, start, end + _SIGNS):
        return False
    if BEGINS.search(text, max(0, start - BESIDE), start) or _SAYS.search(
        text, max(0, start - BESIDE * 2), start
    ):
        return True
    if start < short:
        return False
    return not (
        travelled(text, start)
        or classed(text, start, end)
        or _OPENS.search(text, max(0, start - REACH), start)
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


def _goes_on(case: Case, start: int, end: int) -> bool:
    """Whether the row at the folded [start, end) has another member before or behind it."""
    whole, folded = case.reading.whole, case.reading.folded
    last, first = folded.span(end - 1, end)[1], folded.origin(start)
    behind = _JOINTS.match(whole, last, last + REACH)
    if behind and _is_name(
        whole[behind.end() : behind.end() + _SIGNS].split(" ")[0].strip(".,;:!?。，") or " "
    ):
        return True
    before = _JOINT_AT_END.search(whole, max(0, first - REACH), first)
    return bool(before and _is_name(before["word"]))
