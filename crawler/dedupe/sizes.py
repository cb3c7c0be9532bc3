"""What stands around a number in figures → the power of ten that it is times: words, letters behind money, two words.

3.6 trillion, $3.6t, US$ 3,6 tri, 64 M€, Rp64 M, 1.2 lakh crore, 12 هزار میلیارد, milioni 64
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from crawler.dedupe.currencies import CODES, SIZED

# in front of a sum: signs, and what is written on to it as one: Rp3,6 triliun, RM950 juta, Rs1,000
SIGNS = frozenset("$€£¥₹₩₦₫₴₺₱฿")
# "us" with a space behind it is a word, as are some others
_CODE = re.compile(
    f"(?<![a-z])(?:(?:{'|'.join(sorted(CODES, key=len, reverse=True))})"
    "|(?:rp|rm|rs|k?sh|tsh|ush|usd|eur|gbp|chf|sgd|php|inr|idr|myr|ngn|kes|zar|aud|cad|vnd|thb|pkr|bdt|cny|rmb|hkd|twd|ntd|krw|jpy"
    "|nzd|aed|qar|egp|pln|czk|huf|sek|nok|dkk|brl|mxn|uah|kzt|ghs) )$"
)
_LONGEST_CODE = 4  # with the space behind it
# behind a sum: $64m, RM950m, R$ 2,5 bi, and $64m-a-year; a $64 T-shirt is no sum of trillions
_LETTERS = re.compile(r"(?: (?![a-z]+[-/.]\w))?(k|mn?|mi|bn?|bi|tn?|tri)(?![^\W_]|['’])")
_SIZES = {"k": 3, "m": 6, "mn": 6, "mi": 6, "b": 9, "bn": 9, "bi": 9, "t": 12, "tn": 12, "tri": 12}
_BIG = frozenset("kmbt")  # which such letters begin with
# between a number and its sign, or the word for it: 64 M€, 1,2 Md€, 64 Md d'euros, 64 M d'euros
_BEFORE_SIGN = re.compile(r" ?(k|m|md|mds|mrd)(?: ?(?=[€$£])|(?<=d)(?= d['’e])|(?= d['’](?:euro|dollar|€)))")
_SIZES_BEFORE_SIGN = {"k": 3, "m": 6, "md": 9, "mds": 9, "mrd": 9}
# in Indonesia M is miliar
_MILIAR = re.compile("(?<![a-z])rp ?$")
# words that mean something else in some languages: 64 mil. eur is no thousand, 3,6 bln zł no milliard
_OTHERWISE: Mapping[str, tuple[int, frozenset[str]]] = {
    "mil": (6, frozenset(["bs", "cs", "hr", "ro", "sk", "sl", "sr"])),
    "bln": (12, frozenset(["pl"])),
    "billion": (12, frozenset(["fr"])),
    "billions": (12, frozenset(["fr"])),
}
# short words that are sizes in some languages alone: 64 tn of others are tonnes
_ALONE: Mapping[str, frozenset[str]] = {
    "tn": frozenset(["en"]),
    "rb": frozenset(["id", "jv", "ms", "su"]),
    "min": frozenset(["az"]),
    "dubu": frozenset(["ha"]),
    "jt": frozenset(["id", "jv", "ms", "su"]),
    "tis.": frozenset(["cs", "sk"]),
}
# what they are the beginning of in Chinese: 220千伏 are 220 kilovolts, and 40兆瓦 40 megawatts
_METRIC = frozenset(["千", "兆"])
_UNITS = frozenset("瓦伏赫克米卡帕字比安焦")
# of Hindi, where the word for milliard is that for Arabs, too: six Arab states
_ARABS = re.compile(" (?:देश|राष्ट्र|मुल्क|नेता|राज्य|विदेश|लीग|शेख|नागरिक|शासक)")
_BEFORE = frozenset(["ha", "my", "sw"])  # languages that put the unit in front: milioni 64
Scales = Mapping[int, tuple[int, int]]  # start → end, power of ten


def scale_of(scales: Scales, text: str, start: int, end: int, language: str) -> tuple[int, int]:
    """(power of ten, where it ends) of the unit of the number from `start` to `end`."""
    at = end + (text[end : end + 1] in (" ", "-"))
    found = scales.get(at)
    if found and not _is_other_word(text, at, found[0], language):
        behind, power = found
        if (word := text[at:behind]) in _OTHERWISE and language in _OTHERWISE[word][1]:
            return _OTHERWISE[word][0], behind
        # a thousand milliards, a lakh of crores; one word for both stands among the terms
        if text[behind : behind + 1] == " " and (more := scales.get(behind + 1)) and power < more[1]:
            return power + more[1], more[0]
        return power, behind
    if text[at : at + 1] in _BIG and (sized := _letters(text, start, end)):
        return sized
    if language in _BEFORE:
        return _in_front(scales, start), end
    return 0, end


def _is_other_word(text: str, at: int, behind: int, language: str) -> bool:
    """Whether the word for a size is another one in this language, or before what follows."""
    word = text[at:behind]
    if word in _ALONE:
        return language not in _ALONE[word]
    if word in _METRIC:
        return text[behind : behind + 1] in _UNITS
    return word == "अरब" and _ARABS.match(text, behind) is not None


def is_money(text: str, start: int) -> bool:
    """Whether a currency's sign or code is written on to what begins at `start`, or stands one space before it."""
    front = text[start - 1 : start]
    sign = text[start - 2 : start - 1] if front == " " else front
    return sign in SIGNS if sign in SIGNS else has_code(text, start)


def has_code(text: str, start: int) -> bool:
    """Whether a currency's code stands in front."""
    return bool(_CODE.search(text, max(0, start - _LONGEST_CODE - 1), start))


def sized(text: str, start: int, end: int) -> bool:
    """Whether letters behind a number are the size of a sum."""
    return _letters(text, start, end) is not None


def _letters(text: str, start: int, end: int) -> tuple[int, int] | None:
    if found := _BEFORE_SIGN.match(text, end):
        return _SIZES_BEFORE_SIGN[found[1]], found.end(1)
    if found := SIZED.match(text, end):
        return _SIZES[found[1]], found.end(1)
    found = _LETTERS.match(text, end)
    if found is None or not is_money(text, start):
        return None
    if found[1] == "m" and _MILIAR.search(text, max(0, start - _LONGEST_CODE), start):
        return _SIZES["b"], found.end()
    return _SIZES[found[1]], found.end()


def _in_front(scales: Scales, start: int) -> int:
    return next((power for end, power in scales.values() if end == start - 1), 0)
