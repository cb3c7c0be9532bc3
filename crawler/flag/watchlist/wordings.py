"""A folded name → the ways in which its writers word it: with the abbreviation behind its long word, in the words of the
other places that write its language, with "days" in its cases, a word too short for what is known of endings, and in Hebrew
without its article.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from crawler.patterns import lazily

GLOSSES = {
    "人工智能": "(ai)",
    "人工智慧": "(ai)",
    "人工知能": "(ai)",
    "인공지능": "(ai)",
    "artificial intelligence": " (ai)",
    "trí tuệ nhân tạo": " (ai)",
    "ปัญญาประดิษฐ์": "(ai)",
    "الذكاء الاصطناعي": " (ai)",
    "искусственному интеллекту": " (ии)",
    "digital cooperation organization": " (dco)",
    "digital cooperation organisation": " (dco)",
    "ڈيجيٹل كواپريشن ارگنائزيشن": " (ڈي سي او)",
}
# What the writers of one language call the same: Hong Kong's 數碼 and Taiwan's 數位 are the mainland's 数字.
VARIANTS = {
    "数字": ("数码", "数位"),
    "人工智能": ("人工智慧",),
    # Mongols borrow "digital", or say it by figures or, but of trade, by what is electronic; and what is artificial has reason
    "дижитал": ("цифр", "цифрийн", "тоон"),
    "дижитал эдийн": ("цахим эдийн",),
    "дижитал сайд": ("цахим сайд",),
    "хиймэл оюуны": ("хиймэл оюун ухааны",),
    "интернетийн": ("интернэтийн",),
}
DAYS = {
    "дни": ("дней", "дням", "днями", "днях"),
    "дні": ("днів", "дням", "днями", "днях"),
    "дани": ("дана", "данима"),
    "dani": ("dana", "danima"),
    "dni": ("dniach", "dniom", "dniami", "dní", "dňom", "dňoch", "dňami"),  # in Polish and Slovak
    "dny": ("dnů", "dnům", "dnech"),
}
_HEBREW_THE = "ה"
_OTHERWISE = lazily("|".join(map(re.escape, (*VARIANTS, *GLOSSES, *DAYS))))


def wordings(folded: str) -> Iterable[str]:
    """The name as it is, then its other wordings."""
    told = folded[:1] == _HEBREW_THE or _OTHERWISE.search(folded)  # few names are
    return _wordings(folded) if told else (folded,)


def _wordings(folded: str) -> Iterator[str]:
    for said in _said(folded):
        yield from _glossed(said)
    words = folded.split(" ")
    if len(words) > 1 and words[0][0] == words[1][0] == _HEBREW_THE:
        yield folded[1:]  # "in the" is one letter in place of both: בפורום
    for at, word in enumerate(words if len(words) > 1 else ()):
        yield from (" ".join([*words[:at], day, *words[at + 1 :]]) for day in DAYS.get(word, ()))


def _said(folded: str) -> Iterator[str]:
    """The name as it is, and in the words of other places that write its language."""
    yield folded
    for word, others in VARIANTS.items():
        if word in folded:
            yield from (folded.replace(word, other) for other in others)


def _glossed(folded: str) -> Iterator[str]:
    """The name as it is, and with the abbreviation that writers put after its long word: "인공지능(AI) 대회"."""
    yield folded
    for long, gloss in GLOSSES.items():
        if long in folded and not folded.endswith(long):
            yield folded.replace(long, long + gloss)
            if gloss[0] != " ":
                yield folded.replace(long, f"{long} {gloss}")
