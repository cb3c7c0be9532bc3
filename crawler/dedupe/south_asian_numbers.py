"""Hindi and Urdu → the sums that they write in words: बारह करोड़ and بارہ کروڑ are 120 million, डेढ़ लाख 150,000.

Each number up to a hundred has a word of its own there, and desks that avoid figures write them out before lakhs and crores.
Alone such words say little, and some are others as well; only before the word for a size they are read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from crawler.dedupe.amounts import Number, Sum
from crawler.dedupe.sizes import Scales, scale_of

_HINDI = (
    "एक दो तीन चार पांच|पाँच छह|छः|छे सात आठ नौ दस ग्यारह बारह तेरह चौदह पंद्रह|पन्द्रह सोलह सत्रह अठारह|अट्ठारह उन्नीस बीस "
    "इक्कीस बाईस|बाइस तेईस|तेइस चौबीस पच्चीस छब्बीस सत्ताईस|सत्ताइस अट्ठाईस|अठ्ठाईस|अट्ठाइस उनतीस|उन्तीस तीस "
    "इकतीस|इकत्तीस बत्तीस तैंतीस|तेंतीस चौंतीस पैंतीस छत्तीस सैंतीस अड़तीस उनतालीस|उन्तालीस चालीस "
    "इकतालीस बयालीस|बयालिस तैंतालीस चौवालीस|चवालीस पैंतालीस छियालीस सैंतालीस अड़तालीस उनचास|उन्चास पचास "
    "इक्यावन बावन तिरपन|तिरेपन चौवन|चव्वन पचपन छप्पन सत्तावन अट्ठावन|अठावन उनसठ साठ "
    "इकसठ बासठ तिरसठ|तिरेसठ चौंसठ पैंसठ छियासठ सड़सठ अड़सठ उनहत्तर सत्तर "
    "इकहत्तर बहत्तर तिहत्तर चौहत्तर पचहत्तर छिहत्तर सतहत्तर अठहत्तर उनासी|उन्यासी अस्सी "
    "इक्यासी बयासी तिरासी चौरासी पचासी छियासी सत्तासी अट्ठासी|अठासी नवासी नब्बे "
    "इक्यानवे|इक्यानबे बानवे|बानबे तिरानवे|तिरानबे चौरानवे|चौरानबे पंचानवे|पंचानबे छियानवे|छियानबे सत्तानवे|सत्तानबे अट्ठानवे|अट्ठानबे निन्यानवे|निन्यानबे"
)
_URDU = (
    "ایک دو تین چار پانچ چھ|چھے سات آٹھ نو دس گیارہ بارہ تیرہ چودہ پندرہ سولہ سترہ اٹھارہ انیس بیس "
    "اکیس بائیس تئیس|تیئیس چوبیس پچیس چھبیس ستائیس اٹھائیس انتیس تیس "
    "اکتیس بتیس تینتیس چونتیس پینتیس چھتیس سینتیس اڑتیس انتالیس چالیس "
    "اکتالیس بیالیس تینتالیس چوالیس پینتالیس چھیالیس سینتالیس اڑتالیس انچاس پچاس "
    "اکاون باون ترپن|تریپن چون|چوون پچپن چھپن ستاون اٹھاون انسٹھ ساٹھ "
    "اکسٹھ باسٹھ ترسٹھ|تریسٹھ چونسٹھ پینسٹھ چھیاسٹھ سڑسٹھ اڑسٹھ انہتر ستر "
    "اکہتر بہتر تہتر چوہتر پچہتر چھہتر ستتر اٹھہتر اناسی اسی "
    "اکیاسی بیاسی تراسی چوراسی پچاسی چھیاسی ستاسی اٹھاسی نواسی نوے "
    "اکانوے بانوے ترانوے چورانوے پچانوے|پچانویں چھیانوے ستانوے اٹھانوے ننانوے"
)
_ONE_AND_A_HALF = {"hi": ("डेढ़", "ढाई", "साढ़े"), "ur": ("ڈیڑھ", "ڈھائی", "ساڑھے")}  # 1.5, 2.5, a half more than
# in front of such a word they make it another number: a hundred and twenty, two and a quarter, a quarter less than two
_OTHERWISE = {"hi": ("सौ", "सवा", "पौने"), "ur": ("سو", "سوا", "پونے")}
_WORDS = {"hi": _HINDI, "ur": _URDU}
LANGUAGES = frozenset(_WORDS)


def sums_in_words(text: str, language: str, scales: Scales) -> Iterator[tuple[int, Number]]:
    """(where it begins, the sum) of each; `scales` start → (end, power of ten)."""
    pattern, values = _table(language)
    begun: tuple[int, Number] | None = None
    sum_: Sum | None = None
    for found in pattern.finditer(text):
        start, end = found.span()
        power, past = scale_of(scales, text, start, end, language)
        if not power:
            continue
        number = _times(values[found[2]] + 5 * bool(found[1]), power)
        if begun and sum_ and sum_.goes_on(text, start) and sum_.takes(number, power):
            begun = begun[0], sum_.total()
        else:
            if begun:
                yield begun
            begun, sum_ = (start, number), Sum(number)
        sum_.open(past, power, language)
    if begun:
        yield begun


def _times(tenths: int, power: int) -> Number:
    digits = str(tenths).rstrip("0")
    return Number(digits, power - 1 + len(str(tenths)) - len(digits))


@cache
def _table(language: str) -> tuple[re.Pattern[str], dict[str, int]]:
    """What finds the words of a language, with what adds a half before them; and how many tenths each is."""
    values = {
        word: 10 * number
        for number, words in enumerate(_WORDS[language].split(), 1)
        for word in words.split("|")
    }
    half, two_and_half, more = _ONE_AND_A_HALF[language]
    values |= {half: 15, two_and_half: 25}
    words = "|".join(sorted(values, key=len, reverse=True))
    alone = "".join(f"(?<!{word} )" for word in _OTHERWISE[language])
    return re.compile(rf"(?<!\S){alone}(?:({more}) )?({words})(?= )"), values
