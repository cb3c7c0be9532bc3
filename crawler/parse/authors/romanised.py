"""A name in Latin letters → the same as its page shows it in Cyrillic or Greek, or in a script of India (romanised_indic.py).

    "Desislava Mangarova" declared, "Десислава Мангърова" shown

Tables write vowels and soft signs in many ways, sibilants in as many: what stays of a word are the classes of its
consonants, in which all tables agree. They tell a name among the few lines around a headline, and no more than that.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

from crawler.parse.authors import romanised_indic
from crawler.patterns import lazily

LEAST = 4  # consonants of a name: with fewer, others sound alike
_LATIN = lazily("[a-z]")
_UPPER, _LOWER = "[\u0386-\u03ab\u0400-\u042f]", "[\u03ac-\u03ce\u0430-\u045f’']"
_WORD = rf"{_UPPER}{_LOWER}+(?:-{_UPPER}{_LOWER}+)?"
_NAMES = lazily(rf"{_WORD}(?: (?:{_WORD}|{_UPPER}\.)){{1,3}}")  # runs of two to four words with a capital
_CLASSES = str.maketrans(
    dict(zip("бвгґѓдђжзѕклљмнњпрстћќфхцчџшщ", "bvhhhddssskllmnnprstskvhsssss", strict=True))
    | dict(zip("βγδζθκλμνπρσςτφχ", "vhdstklmnprsstvh", strict=True))
    | {"ξ": "ks", "ψ": "ps"}
    | dict(zip("bcdfghjklmnpqrstvwxz", "bsdvhh\0klmnpkrstvvss", strict=True))
    | {"j": None, "x": "ks"}
)
_TOGETHER = (  # letters that stand for one
    *(("shch", "s"), ("tsch", "s"), ("sht", "s"), ("sch", "s"), ("sh", "s"), ("zh", "s"), ("kh", "h"), ("ch", "s")),
    *(("ts", "s"), ("tz", "s"), ("dzh", "s"), ("dz", "s"), ("dj", "d"), ("ph", "f"), ("th", "t"), ("ck", "k")),
    *(("шт", "ш"), ("тс", "ц"), ("дз", "з"), ("дж", "ж"), ("μπ", "b"), ("ντ", "d"), ("γκ", "g")),
)  # fmt: skip


def as_shown_in_script(name: str, lines: Iterable[str], language: str) -> str:
    """The name that short lines show for one in Latin letters; itself where none does."""
    indic = language in romanised_indic.LANGUAGES
    names = romanised_indic.NAMES if indic else _NAMES
    sound = romanised_indic.sounds if indic else _sound
    wanted: list[str] | None = None
    for line in lines:
        if line.isascii():
            continue
        for found in names.finditer(line):
            words = found[0].split()
            wanted = wanted or sorted(map(romanised_indic.sounds_latin if indic else _sound, name.split()))
            for n in range(len(words) - len(wanted) + 1) if sum(map(len, wanted)) >= LEAST else ():
                if sorted(map(sound, words[n : n + len(wanted)])) == wanted:
                    return " ".join(words[n : n + len(wanted)])
    return name


def is_latin(name: str) -> bool:
    """Whether a name is written in Latin letters."""
    return _LATIN.search(name.lower()) is not None


def _sound(word: str) -> str:
    """The classes of the consonants of a word, none twice in a row."""
    text = "".join(c for c in unicodedata.normalize("NFKD", word.lower()) if c.isalpha())
    for letters, one in _TOGETHER:
        text = text.replace(letters, one)
    sounds = [c for c in text.translate(_CLASSES) if c in "bdhklmnprstv"]
    return "".join(c for n, c in enumerate(sounds) if n == 0 or c != sounds[n - 1])
