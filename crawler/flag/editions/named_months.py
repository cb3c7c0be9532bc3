"""Dates and months as the text names them → Moments, whose year is open where none is told beside them.

"July 2, 2025", "3月4日", "in November", "2023 októberében", "tháng bảy". Which year is meant, moments.py says.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import timedelta
from typing import NamedTuple

from crawler.flag.editions.since import LAST_AFTER, LAST_BEFORE, NEXT_AFTER, NEXT_BEFORE
from crawler.flag.text.numerals import ANY_YEAR, NAMED_DATE, NUMBER_DATE, RELATIVES, year_of
from crawler.patterns import lazily

DATE_SLACK = timedelta(days=4)  # days on which people travel, rehearse and look back
ASIDE = 28  # characters on either side of a month in which its year is told
_HAN_MONTHS = ("一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二")
_HAN_MONTH = lazily(
    r"(?<![一二三四五六七八九十第])(?P<month>十[一二]?|[一二三四五六七八九])月(?![一二三四五六七八九十\d])"
)
_IN_MONTH = lazily(
    r"(?<!\w)(?:in|im|en|em|w|we|в|у|a|ad|nel|dal|di|de|this|last|next|past|coming|early|late|mid|of|end of|start of|beginning of|middle of|fin|fin de|début|mi|courant|finales de|fines de|inicios de|mediados de|comienzos de|início de|inícios de|final de|fim de|meados de|começo de|metà|начале|конце|середине|конца|początku|końcu|połowie|awal|akhir|pertengahan|đầu|cuối|giữa|eind|begin|half|hujung|začátkem|koncem|مطلع|اوائل|اواخر|نهايه|بدايه|منتصف|finales de|principios de|inizio|fine|anfang|ende|mitte"
    r"|في|bulan|pada|tháng|letzten|vergangenen|zeszłym|geçen|pasado|passado|scorso|próximo|prossimo|último|ultimo|прошлого|минулого|i|v|ve|u|در|ב|ben|în|τον|luna"
    r"|mes de|mois de|mois d|mês de|mese di|mese d|monat|maand|month of|شهر|ماه|ב?חודש|של|месяце|місяці|hónapban|mwezi wa|mwezi|í|през|во|у|v|në|noong|sa) ?$|เดือน ?$"
)
# endings that say when: sausį, janvārī, jaanuaris, იანვარში, júliusban, heinäkuussa, шілдеде, iyulda, հուլիսին, julija
# (but not Polish czerwoną)
_MONTH_IN = lazily(
    r"^(?:saus|vasar|kov|baland|geguž|biržel|liep|rugpjū|rugsėj|spal|lapkri|gruod)\w{0,2}[įąę]$|^(?:janvār|februār|mart|aprīl|maij|jūnij|jūlij|august|septembr|oktobr|novembr|decembr)[īā]$"
    r"|^(?:jaanuari|veebruari|märtsi|aprilli|mai|juuni|juuli|augusti|septembri|oktoobri|novembri|detsembri)s$|ში$"
    r"|^(?:január|február|március|április|május|június|július|augusztus|szeptember|október|november|december)[ij]?\w{0,3}b[ae]n$|kuu(?:ssa|n)$"
    r"|^(?:қаңтар|ақпан|наурыз|сәуір|мамыр|маусым|шілде|тамыз|қыркүйек|қазан|қараша|желтоқсан)[дт][ае]$"
    r"|^(?:yanvar|fevral|mart|aprel|may|iyun|iyul|avgust|avqust|sentyabr|sentabr|oktyabr|oktabr|noyabr|dekabr)(?:[dt][aə]|ında|ida)$"
    r"|(?:ին|ում)$|^(?:januarja|februarja|junija|julija)$|[েয]\S?$|(?:யில்|தில்|ரில்|ட்டில்)$"
)
_MONTH_THERE = lazily(
    r" (?:s|da|de|ta|te|ayı|ayında|айында|mėnes\w+|mēnes\w+|মাসে?|महीने|माह|ميں|dernier|pasado|passado|scorso|lalu|में|الماضي)(?!\w)"
)
# "tháng bảy": the months that Vietnamese writes in words; "tháng năm" is May, "năm" before figures is a year
_VIETNAMESE = ("giêng", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười", "mười một", "mười hai")
_VIETNAMESE_MONTH = lazily(
    r"(?<!\w)(?<!một )(?<!mỗi )(?<!hàng )tháng "
    r"(?P<month>mười (?:một|hai)|mười|giêng|hai|ba|tư|năm(?! ?\d)|sáu|bảy|tám|chín)(?!\w| (?:lần|vấn|duy))"
)
# "долоодугаар сард", "7-р сарын 4": Mongolian months have no names but their numbers.
_MONGOLIAN = (
    *(
        "нэг",
        "хоер",
        "гурав",
        "дөрөв",
        "тав",
        "зурга",
        "долоо",
        "найм",
        "ес",
        "арав",
        "арваннэг",
        "арванхоер",
    ),
)
_MONGOLIAN_MONTH = lazily(
    r"(?<!\w)(?:(?P<figure>1[0-2]|[1-9]) (?:дугаар|дүгээр|р)|(?P<word>нэг|хоер|гурав|дөрөв|тав|зургаа?|долоо|дол|найм|ес|арван ?нэг|арван ?хоер|арав)(?:дугаар|дүгээр)) сар(?:ын (?P<day>\d{1,2})(?!\d)|(?:ын|д|аас|ын ээр)?(?!\w))"
)
# A month's adjective: "на июльской конференции", "na lednovém CES", "na styczniowych targach".
_ADJECTIVE = lazily(
    r"ск(?:ий|ого|ому|им|ом|ая|ой|ую|ое|ие|их|ими)$|ськ\w{1,3}$|нев\w{1,3}$|ow(?:y|ego|ym|a|ej|ą|e|ych|ymi)$|ov(?:ý|ém|ého|á|é|ou|ých|ým)$"
)
# A part of a month, told before its name and behind it: "krajem srpnja", "július végén".
_PART_BEFORE = lazily(
    r"(?<!\w)(?:(?:sfârșitul|începutul|mijlocul) (?:lunii|lui)|τέλη|αρχέσ|μέσα|(?:slutet|början|mitten) av|(?:slutningen|begyndelsen|midten) af|(?:slutten|begynnelsen|starten) av|midten av|[במ]?(?:סוף|תחילת|אמצע|ראשית)"
    r"|krajem|početkom|sredinom|крајем|почетком|средином|koncem|koncom|začátkem|počátkem|začiatkom|polovici|polovině|polovicou|konec|konca|začetku|sredi|pod koniec|na początku|w połowie|наприкінці|кінці|початку|середині|канцы|пачатку|сярэдзіне"
    r"|(?:края|началото|средата|крајот|почетокот|средината) на|lok|byrjun|miðjan|miðjum|(?:fund|fundin|fillim|mes) (?:të|e)|mwishoni mwa|mwanzoni mwa|katikati ya|katikati mwa|اوايل|اواسط) $"
)
_PART_AFTER = lazily(
    r" (?:végén|elején|közepén|(?:के|की) (?:अंत|आरंभ|शुरुआत|मध्य|आखिर)|(?:كے|كي) (?:اخر|اغاز|شروع|وسط|اوائل|اواخر)|(?:айының )?(?:соңында|басында|ортасында|аяғында)|ბოლოს|დასაწყისში|შუა|დამდეგს|վերջին|սկզբին|կեսերին"
    r"|pabaigoje|pradžioje|viduryje|beigās|sākumā|vidū|lõpus|alguses|keskel|lõpul|algul|(?:ayının )?(?:sonunda|əvvəlində|əvvəllərində|ortalarında|sonlarında|başında|ortasında|başlarında)|(?:oyi(?:ning)? )?(?:oxirida|boshida|o.?rtalarida|boshlarida|oxirlarida)|இறுதியில்|தொடக்கத்தில்|நடுப்பகுதியில்)(?!\w)"
)
_WORDS = frozenset(["march", "may", "mars", "mar", "mart", "mai", "mayo", "maio"])  # "a march" is no month
_TURKISH = ("nda", "kta", "sta", "tta", "zda", "mda", "mde", "lde")  # kasımda: in November
# the year that stands before a month, as Hungarians, Lithuanians and Georgians put it: "2023 októberében"
_YEAR_FIRST = lazily(
    rf"(?<![\d.,])(?P<year>{ANY_YEAR})\.? (?:m\. |metų |gada |aasta |évi |жыл(?:ы|ғы|дын|дың) |წლის |թ(?:վականի|\.) |yılı(?:nın)? |yil |yili |yilning |(?:c[iıuü] )?il(?:in)? |সালের )?$"
)
# What may stand between a month and its year.
JOIN = r"(?:\s|s |in |im |en |em |w |we |v |u |í |i |в |у |ў |во |през |në |של |ב|του |τησ |τον |të |ng |dello |della |dell |من |في |of |de |del |do |da |des |the |las? |el |的|の|เดือน|में )*"
# What tells, before a month, the year that it is of: "last year's", with the years from that of publication.
YEAR_BEFORE = tuple((shift, lazily(rf"(?:{words.pattern}){JOIN}$")) for shift, words in RELATIVES)


class Moment(NamedTuple):
    """A day or month as far as the text tells it, and the folded [start, end) that does."""

    year: int | None
    month: int
    day: int | None
    start: int
    end: int
    relative: bool = False  # told from the day of publication
    slack: timedelta = DATE_SLACK
    other: int | None = None  # the year that it may be of as well, where no word says which
    span: int = 1  # months that it touches, that one the first

    @property
    def months(self) -> tuple[tuple[int, int], ...]:
        """Year and month of each month that it touches; () where its year is not told."""
        first = (self.year or 0) * 12 + self.month - 1
        return tuple(
            ((first + at) // 12, (first + at) % 12 + 1) for at in range(self.span if self.year else 0)
        )

    @property
    def exact(self) -> bool:
        """Whether it is a date, and not only a month's name."""
        return bool((self.year or self.day) and not self.relative)


def named(text: str, left: int, right: int) -> Iterator[Moment]:
    """Every date and month named in the folded [left, right); a month alone only where it says when."""
    for match in NAMED_DATE.finditer(text, left, right):
        month = next(number for number in range(1, 13) if match[f"m{number}"])
        day = match["d1"] or match["d2"]
        before = (
            None if match["year"] else _YEAR_FIRST.search(text, max(0, match.start() - ASIDE), match.start())
        )
        if before and match.group() in _WORDS and not before.group().rstrip()[-1].isalpha():
            before = None  # "spending in 2027 may double"
        told = before["year"] if before else match["year"] or ""
        if day or told or _says_when(text, match):
            start = before.start() if before else match.start()
            yield Moment(year_of(told), month, int(day) if day else None, start, match.end())
    for match in NUMBER_DATE.finditer(text, left, right):
        which = next(which for which in "12345" if match[f"m{which}"])
        day, month = match[f"d{which}"], int((which == "5" and match["n5"]) or match[f"m{which}"])
        if 1 <= month <= 12:
            yield Moment(year_of(match[f"y{which}"] or ""), month, int(day) if day else None, *match.span())
    yield from _months_in_words(text, left, right)


def _months_in_words(text: str, left: int, right: int) -> Iterator[Moment]:
    """八月, 十月底, tháng tám: a month that Chinese, Vietnamese or Mongolian writes in words."""
    for words, names in ((_HAN_MONTH, _HAN_MONTHS), (_VIETNAMESE_MONTH, _VIETNAMESE)):
        for match in words.finditer(text, left, right):
            yield Moment(None, names.index(match["month"]) + 1, None, *match.span())
    if text.find("р сар", left, right) < 0:
        return
    for match in _MONGOLIAN_MONTH.finditer(text, left, right):
        word = (match["word"] or "").replace(" ", "")
        word = {"зургаа": "зурга", "дол": "долоо"}.get(word, word)
        month = int(match["figure"]) if match["figure"] else _MONGOLIAN.index(word) + 1
        yield Moment(None, month, int(match["day"]) if match["day"] else None, *match.span())


def _says_when(text: str, match: re.Match[str]) -> bool:
    """Whether a month's name alone, by its ending or what stands beside it, says when."""
    word = match.group().rstrip(".")  # at the end of a sentence
    if word == "jul":
        return False  # Christmas, where the North writes of it
    if _ADJECTIVE.search(word):
        return True
    before = _IN_MONTH.search(text, max(0, match.start() - 14), match.start())
    if before:
        return before.group().strip() not in ("a", "of", "di", "de", "this") or word not in _WORDS
    if _PART_BEFORE.search(text, max(0, match.start() - 24), match.start()) or _PART_AFTER.match(
        text, match.end()
    ):
        return True
    if LAST_AFTER.match(text, match.end()) or NEXT_AFTER.match(text, match.end()):
        return True
    ahead = text[max(0, match.start() - ASIDE) : match.start()]
    if LAST_BEFORE.search(ahead) or NEXT_BEFORE.search(ahead):
        return True
    if any(words.search(ahead) for _, words in YEAR_BEFORE):  # "tavaly júliusban"
        return True
    return (
        word.startswith("ב")
        or word.endswith(_TURKISH)
        or bool(_MONTH_IN.search(word))
        or bool(_MONTH_THERE.match(text, match.end()))
    )
