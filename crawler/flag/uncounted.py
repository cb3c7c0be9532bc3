"""A number that looks like an ordinal before a name, and counts none of its editions: a day, a row of a list, the end of a
sentence, what another word counts."""

from __future__ import annotations

import re

from crawler.patterns import lazily

from .numerals import NAMED_DATE

# Before an ordinal: what it counts, in languages that put the number behind.
_OF_OTHERS = lazily(
    r"(?<!\w)(?:ال)?(?:يوم\w?|جلسه|مركز|مرتبه|مره|عام|سنه|hari|malam|sesi|peringkat|tempat|posisi|tahun|kali|giorno|giornata|posto|día|jornada|puesto|dia|lugar|jour|journée|روز|שלב|ביום|היום)\s?$"
    r"|(?:วัน|วันที่|คืน|อันดับ)\s?$"
)
# Behind "4": a point that ends a sentence. No language that writes an ordinal so has one of these articles.
_ENDS = lazily(r"\.\s+(?:the|la|le|el|il|los|las|les)\s")
_ROW = lazily(r"(\d{1,3})\.[^\S\n]*(\n)?")
LIST_REACH = 2_000  # characters on either side in which the row before or behind one of a list stands


def counts_others(text: str, at: int) -> bool:
    """Whether the word before an ordinal at `at` is what it counts: "hari ketiga GDEC", the third day."""
    return _OF_OTHERS.search(text, max(0, at - 16), at) is not None


def is_day(text: str, ordinal: re.Match[str]) -> bool:
    """Whether the figure is a month's day, as Hungarians write it: "július 3. GDEC"."""
    first, last = ordinal.span("num")
    return first >= 0 and any(
        day["d2"] and day.end() >= last for day in NAMED_DATE.finditer(text, max(0, first - 24), last)
    )


def ends_a_sentence(text: str, match: re.Match[str]) -> bool:
    """Whether a number with a point behind it ends what stands before: "on July 4. The conference"; not "die 4. Konferenz"."""
    number, first, last = match["num"], *match.span("num")
    if not number or text[last : last + 1] != ".":
        return False
    dated = NAMED_DATE.finditer(text, max(0, first - 24), last)
    return bool(_ENDS.match(text, last)) or any(day.end() == last and day["d2"] for day in dated)


def counts_rows(whole: str, at: int) -> bool:
    """Whether the number at `at` of an unfolded text ends its line, or counts the rows of a list: "1. GDEC", "2. CES"."""
    match = _ROW.match(whole, at)
    if not match or match[2]:
        return bool(match)
    if whole[max(0, at - LIST_REACH) : at].rstrip(" \t")[-1:] not in ("", "\n"):
        return False
    number = int(match[1])
    others = rf"(?:^|\n)[ \t]*(?:{number - 1}|{number + 1})\.\s"
    return bool(re.search(others, whole[max(0, at - LIST_REACH) : at + LIST_REACH]))
