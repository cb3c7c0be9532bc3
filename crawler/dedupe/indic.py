"""A name in a script of India → the letters of Devanagari that sound alike: सुंदरम, சுந்தரம் and సుందరం are one name.

Unicode lays these scripts out in parallel, as ISCII did: a letter has the same place in the block of each. What remains
is how Latin letters write them: a v after a consonant is a w, ड़ is an r, and the dot above a letter is an n, or an m
in front of p and b. At the end of a word it is an m in the south, and in the north belongs to its vowel.
"""

from __future__ import annotations

import re

FIRST, LAST = "\u0900", "\u0d7f"  # Devanagari to Malayalam
LANGUAGES = frozenset(
    ["hi", "mr", "ne", "sa", "mai", "bho", "kok", "bn", "as", "pa", "gu", "or", "ta", "te", "kn", "ml"]
)
WORD = re.compile(f"[{FIRST}-{LAST}]{{4,24}}")
VOWELS = "".join(map(chr, range(0x904, 0x915)))  # that stand by themselves
SOUNDS = {
    **dict.fromkeys("कखगघ", "k"),
    **dict.fromkeys("चछजझशषस", "s"),
    **dict.fromkeys("टठडढतथदध", "t"),
    **dict.fromkeys("ङञणनऩ", "n"),
    **dict.fromkeys("पबभ", "p"),
    **dict.fromkeys("फव", "f"),
    "म": "m",
    **dict.fromkeys("रऱ", "r"),
    **dict.fromkeys("लळऴ", "l"),
}
_BLOCK = 0x80
# letters that stand where Devanagari has others, or none: of Malayalam without a vowel, of Bengali, of Punjabi
_ALONE = str.maketrans("\u097a\u097b\u097c\u097d\u097e\u097f\u094e\u0970", "ननरललकतन")
_WRITTEN = (("ड\u093c", "र"), ("ढ\u093c", "र"), ("ज्ञ", "ग"), ("त्स", "स"), ("\u094dव", ""))
_DOT = re.compile("\u0902([क-ह])")
_SOUTH = "\u0c00"  # Telugu, Kannada, Malayalam


def devanagari(name: str) -> str:
    """The name as Devanagari would write its sounds."""
    if name[0] >= _SOUTH and name[-1:] in "\u0c02\u0c82\u0d02":
        name = name[:-1] + chr(ord(name[0]) // _BLOCK * _BLOCK + ord("म") % _BLOCK)
    if name[0] >= "\u0980":
        name = "".join([chr(0x900 + ord(c) % _BLOCK) if FIRST <= c <= LAST else c for c in name])
    name = name.translate(_ALONE)
    for letters, sound in _WRITTEN:
        name = name.replace(letters, sound)
    return _DOT.sub(_nasal, name)


def _nasal(dotted: re.Match[str]) -> str:
    return ("म" if dotted[1] in "पफबभम" else "न") + dotted[1]
