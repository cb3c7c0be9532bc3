"""A sum of money that only says in other money what the sum in front of it says.

1.2 billion yuan ($169 million)     each desk puts the sum in its readers' money to it, or leaves that out
cinq dinars (environ 6,50 euros)    likewise, where the sum itself is in words
1850 hrywien, czyli ok. 155 zł      likewise, without a bracket

Where no figure stands in front, or no bracket, a word must say so: "the dollar (78.40 roubles)" is a rate, and "earned 64
million euros, lost 71 million dollars" are two sums.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from crawler.dedupe.amounts import Number

GAP = 29  # letters in front of a number in which the bracket, and all of it, stands
BRACKET = 13  # likewise, the bracket alone
_BESIDE = 44  # letters between the ends of two sums that stand beside each other
_OPENED = re.compile(r"[^\d\n()（]{1,16}[(（][^\d\n()（]{0,12}$")
_CLOSED = re.compile(r"[^\d\n(（%]{0,16}[)）]")
_CURRENCIES = (  # each by how its forms begin in the languages of the press that is watched
    "euro|евро|євро|evr|avro|يورو|یورو|אירו|ευρώ|d[oóò]l{1,2}[aá]r|dolar|дол{1,2}ар|دولار|دلار|דולר|δολ[άα]ρ|pound|libra|livre|фунт|funt"
    "|r[oö]?ubl|rubel|рубл|yuan|юан|yen|jen|иен|ієн|pesos?|reais|r[oou]*pi|r[uo]+pe|рупи|liras?|lirə|lír|лир|ليرة|لیره|fran[ck]|франк"
    "|kron|крон|koron|korun|krun|króna|krónur|zł|złot|zlot|злот|forint|форинт|dinar|динар|دينار|دینار|dirham|дирхам|درهم"
    "|ri[y]?al|риал|ريال|ریال|تومان|جنيه|shekel|שקל|h?r[yi]vn|hryw|griv|hriw|griw|гривн|гривен|tenge|тенге|manat|манат|lari|лари"
    "|dram|драм|rand|naira|s[hc]+illing|shilin|cedi|birr|taka|টাকা|रुपय|रुपए|baht|бат|dong|đồng|ringgit|rupiah|so['ʻ‘’]m|сўм|сом|төгрөг"
)
_MONEY = re.compile(rf"(?<!\w)(?:{_CURRENCIES})")
_ABOUT = (  # what says that a sum is the one in front of it
    "about|around|some|approximately|roughly|nearly|or|equal|equivalent|rund|etwa|umgerechnet|ungefähr|circa|zirka|ca[. ]|knapp"
    "|environ|soit|près|quelque|unos|unas|cerca|alrededor|aproximadamente|equivalentes?|es decir|o sea|ou seja|pari|ovvero|quasi"
    "|zo['’]n|ongeveer|omgerekend|bijna|sowat|omkring|cirka|ungefär|motsvarande|drygt|knappt|omtrent|rundt|tilsvarende|svarende"
    "|noin|eli|vajaa|czyli|około|ok[. ]|tj\\.|to jest|prawie|tedy|asi|zhruba|přibližně|v přepočtu|cca|teda|približne|v prepočte"
    "|azaz|vagyis|körülbelül|mintegy|kb\\.|adică|aproximativ|aproape|около|или|то есть|примерно|почти|эквивалент|близько|приблизно"
    "|тобто|або|майже|приблизително|oko|otprilike|približno|odnosno|περίπου|δηλαδή|yaklaşık|yani|təxminən|taxminan|sekitar"
    "|kira-kira|atau|setara|khoảng|tương đương|hay|ประมาณ|หรือ|حوالي|نحو|أي|ما يعادل|حدود|معادل|یعنی|लगभग|करीब|यानी|প্রায়|takriban|sawa na"
)
_SUM_OPENED = re.compile(rf"(?<!\w)(?:{_CURRENCIES})[^\W\d]{{0,5}} ?[(（](?:{_ABOUT})[^\d\n()（]{{0,9}}$")
_BESIDE_SUM = re.compile(
    rf"[ \xa0](?:[^\W\d]{{2,11}}\.?[ \xa0])?({_CURRENCIES})[^\W\d]{{0,5}}\.?(?:,| [–—-]) (?:{_ABOUT})(?!\w)[^\d\n,;:()]{{0,9}}$"
)
_IN_MONEY = re.compile(rf"[ \xa0]?(?:[^\W\d]{{2,11}}\.?[ \xa0])?({_CURRENCIES})")
_SIGN = re.compile("[$€£¥₹₩₦₫₴₺₱฿]")


def is_converted(text: str, numbers: Sequence[Number], last: int, start: int, end: int) -> bool:
    """Whether a number of a text tells the sum in front of it in other money.

    `numbers` are those in front of it, of which the last one ends at `last`.
    """
    gap = text[last if start - last < _BESIDE else start - _BESIDE : start]
    if "(" in gap[-BRACKET:] or "（" in gap[-BRACKET:]:
        near = max(last, start - GAP)
        if numbers and _OPENED.search(
            text, near, start
        ):  # a bracket behind a bracket tells of what stands between
            return ")" not in text[near:start] and _CLOSED.match(text, end) is not None
        return _renders_words(text, max(0, start - GAP), start, end)
    if not numbers or len(gap) >= _BESIDE or not ("," in gap or "–" in gap or "—" in gap or " - " in gap):
        return False
    first, second = _BESIDE_SUM.match(text, last, start), _IN_MONEY.match(text, end)
    return first is not None and second is not None and first[1] != second[1]


def _renders_words(text: str, near: int, start: int, end: int) -> bool:
    """Whether a bracket behind a currency's word holds nothing but the number, which is a sum."""
    if not _SUM_OPENED.search(text, near, start) or not (closed := _CLOSED.match(text, end)):
        return False
    return bool(_MONEY.search(closed[0]) or _SIGN.search(text, max(near, start - 2), closed.end()))
