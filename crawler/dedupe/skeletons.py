"""A name in any alphabet → its consonants in classes: Kostan, Костан, كوستان and コスタン are all `kstn`.

Vowels and what newsrooms write differently (h, w, y, doubled letters) are left out; sounds that some script does not
tell apart share a class: b and p, d and t, f and v, g and k, s with its neighbours. A vowel in front is kept, as one
for all: America is no Mark. Chinese writes syllables with
a meaning, and Thai has no end of a word: their names are known by tables and by the Latin letters beside them.
"""

from __future__ import annotations

import re
import unicodedata

from crawler.dedupe import caucasian, indic


class _Table(dict[int, str]):
    """For str.translate: what is no consonant falls out."""

    def __missing__(self, letter: int) -> None:
        return None


_DIGRAPHS = (
    *(
        ("sch", "s"),
        ("tch", "s"),
        ("sh", "s"),
        ("ch", "s"),
        ("zh", "s"),
        ("cz", "s"),
        ("ts", "s"),
        ("tz", "s"),
    ),
    *(("ph", "f"), ("th", "t"), ("kh", "k"), ("gh", "k"), ("ck", "k"), ("qu", "k"), ("x", "ks")),
    *(("ce", "s"), ("ci", "s"), ("cy", "s"), ("ng", "nk")),
)
_CLASSES = {
    **dict.fromkeys("bpпбπμπβبپבפ", "p"),
    **dict.fromkeys("fvфвφفוף", "f"),
    **dict.fromkeys("dtþðдтђδτθدتطضثذٹڈټډדטת", "t"),
    **dict.fromkeys("gkcqгкхћқғҡґγκχقكغخکگגכךקח", "k"),
    **dict.fromkeys("szjßсзцчшщжѕјҗҙҫҷσςζسزصشجظچژښזסצץש", "s"),
    **dict.fromkeys("lлλلל", "l"),
    **dict.fromkeys("rрρرڑړר", "r"),
    **dict.fromkeys("mмμمמם", "m"),
    **dict.fromkeys("nнңνنںڼנן", "n"),
    "љ": "ls",
    "њ": "ns",
    "џ": "ts",  # lj, nj and dž, as the same languages write them in Latin letters
}
_KANA = {
    **dict.fromkeys("カキクケコガギグゲゴ", "k"),
    **dict.fromkeys("サシスセソザジズゼゾチツヂ", "s"),
    **dict.fromkeys("タテトダデドヅ", "t"),
    **dict.fromkeys("ナニヌネノン", "n"),
    **dict.fromkeys("バビブベボパピプペポ", "p"),
    **dict.fromkeys("フヴ", "f"),
    **dict.fromkeys("マミムメモ", "m"),
    **dict.fromkeys("ラリルレロ", "r"),
}
_UNMARKED = str.maketrans(
    {"đ": "d", "ł": "l", "ø": "o", "ı": "i", "ß": "ss", "æ": "ae", "œ": "oe", "ð": "d", "þ": "th"}
)
_WITHOUT_H = tuple(pair for pair in _DIGRAPHS if "h" not in pair[0])
_TABLE = _Table(
    {ord(letter): sound for letter, sound in (_CLASSES | _KANA | indic.SOUNDS | caucasian.SOUNDS).items()}
)
_VOWELS = frozenset(
    "aeiouáéíóúæøœəıаеёиоуыэюяіїєәөүұαεηιουωاأإآאアイウエオァィゥェォ" + indic.VOWELS + caucasian.VOWELS
)
_PREFIXES = re.compile("^(?:وال|بال|لل|ال)")  # the Arabic article with what is written on to it


def skeleton(name: str) -> str:
    """The consonants of one name in lower case, "" where it has none."""
    if not name.isascii():
        if indic.FIRST <= name[0] <= indic.LAST:
            name = indic.devanagari(name)
        plain = unicodedata.normalize("NFKD", _PREFIXES.sub("", name))
        name = "".join(c for c in plain if not unicodedata.combining(c))
        name = name.replace("кс", "x").replace("đ", "d").replace("ł", "l")
    front = "a" if name[:1] in _VOWELS else ""
    for letters, sound in _DIGRAPHS if "h" in name else _WITHOUT_H:
        name = name.replace(letters, sound)
    sounds = name.translate(_TABLE)
    return front + "".join(
        [sound for sound, last in zip(sounds, " " + sounds, strict=False) if sound != last]
    )


def plain(name: str) -> str:
    """A name in lower case with Latin letters in ASCII, as English writes it: Covilhã is covilha."""
    if name.isascii():
        return name
    letters = unicodedata.normalize("NFKD", name.translate(_UNMARKED))
    return "".join(c for c in letters if not unicodedata.combining(c))
