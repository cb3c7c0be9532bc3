"""Words that say when, near a name → the day, month or year they tell, from the day of publication.

"July 2, 2025", "3月4日", "in November", "last July", "去年9月", "next month", "Anfang des Monats", "three weeks ago".
Which edition that is, told.py asks of the forum. Everything here reads folded text.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta
from typing import NamedTuple

from crawler.patterns import lazily

from .numerals import ANY_YEAR, NAMED_DATE, NUMBER_DATE, RELATIVES, year_of
from .seasons import Stretch, stretches
from .since import (
    AGO,
    LAST_AFTER,
    LAST_BEFORE,
    MONTHS_OFF,
    NEXT_AFTER,
    NEXT_BEFORE,
    UNITS,
    WEEKS_OFF,
    count_of,
    months_ago,
    several,
)

MID_MONTH, JULY, DECEMBER = 15, 7, 12
SOON = timedelta(days=75)  # a bare month so near ahead, and long past, is the one to come
WEEK = timedelta(days=7)
DATE_SLACK = timedelta(days=4)  # days on which people travel, rehearse and look back
WEEK_SLACK = timedelta(days=9)  # "three weeks ago" is no exact day
ASIDE = 28  # characters on either side of a month in which its year is told
YEAR_BACK = 160  # characters before "that year" in which it is told which
_HAN_MONTHS = ("一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二")
_HAN_MONTH = lazily(
    r"(?<![一二三四五六七八九十第])(?P<month>十[一二]?|[一二三四五六七八九])月(?![一二三四五六七八九十\d])"
)
_IN_MONTH = lazily(
    r"(?<!\w)(?:in|im|en|em|w|we|в|у|a|ad|nel|dal|di|this|last|next|past|coming|early|late|mid|of|end of|start of|beginning of|middle of|fin|fin de|début|mi|courant|finales de|fines de|inicios de|mediados de|comienzos de|início de|inícios de|final de|fim de|meados de|começo de|metà|начале|конце|середине|конца|początku|końcu|połowie|awal|akhir|pertengahan|đầu|cuối|giữa|eind|begin|half|hujung|začátkem|koncem|مطلع|اوائل|اواخر|نهايه|بدايه|منتصف|finales de|principios de|inizio|fine|anfang|ende|mitte"
    r"|في|bulan|pada|tháng|letzten|vergangenen|zeszłym|geçen|pasado|passado|scorso|próximo|prossimo|último|ultimo|прошлого|минулого|i|v|ve|u|در|ב|ben|în|τον|luna"
    r"|mes de|mois de|mois d|mês de|mese di|mese d|monat|maand|month of|شهر|ماه|ב?חודש|месяце|місяці|hónapban|mwezi wa|mwezi|í|през|во|у|v|në|noong|sa) ?$|เดือน ?$"
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
    r" (?:végén|elején|közepén|(?:के|की) (?:अंत|आरंभ|शुरुआत|मध्य|आखिर)|(?:كے|كی|كي) (?:اخر|اغاز|شروع|وسط|اوائل|اواخر)|(?:айының )?(?:соңында|басында|ортасында|аяғында)|ბოლოს|დასაწყისში|შუა|დამდეგს|վերջին|սկզբին|կեսերին"
    r"|pabaigoje|pradžioje|viduryje|beigās|sākumā|vidū|lõpus|alguses|keskel|lõpul|algul|(?:ayının )?(?:sonunda|əvvəlində|əvvəllərində|ortalarında|sonlarında|başında|ortasında|başlarında)|(?:oyi(?:ning)? )?(?:oxirida|boshida|o.?rtalarida|boshlarida|oxirlarida)|இறுதியில்|தொடக்கத்தில்|நடுப்பகுதியில்)(?!\w)"
)
_WORDS = frozenset(["march", "may", "mars", "mar", "mart", "mai"])  # "a march" is no month
_TURKISH = ("nda", "kta", "sta", "tta", "zda", "mda", "mde", "lde")  # kasımda: in November
_JOIN = r"(?:\s|s |in |im |en |em |w |we |v |u |í |i |в |у |ў |во |през |në |של |ב|του |τησ |τον |të |ng |dello |della |dell |من |في |of |de |del |do |da |des |the |las? |el |的|の|เดือน|में )*"
_YEAR_BEFORE = tuple((shift, lazily(rf"(?:{words.pattern}){_JOIN}$")) for shift, words in RELATIVES)
_YEAR_AFTER = tuple((shift, lazily(rf"{_JOIN}(?:{words.pattern})")) for shift, words in RELATIVES)


_YEAR = lazily(ANY_YEAR)
# the year that stands before a month, as Hungarians, Lithuanians and Georgians put it: "2023 októberében"
_YEAR_FIRST = lazily(
    rf"(?<![\d.,])(?P<year>{ANY_YEAR})\.? (?:m\. |metų |gada |aasta |évi |жыл(?:ы|ғы|дын|дың) |წლის |թ(?:վականի|\.) |yılı(?:nın)? |yil |yili |yilning |(?:c[iıuü] )?il(?:in)? |সালের )?$"
)
_THAT_YEAR = lazily(
    r"(?:(?:that|the same) year s?|(?:ese|aquel|el mismo|dicho) año en|(?:nesse|naquele|no mesmo) ano em|(?:cette année là|la même année) en|(?:jenem|demselben|diesem) jahr im"
    r"|(?:quell|lo stesso) anno a|(?:того же|тот же|том же) года? в|(?:того ж|тому ж) ро[цк][уі] в|(?:tamtym|tym samym) roku we?|同年|当年|(?:この|その|同じ)年の|같은 해|그해)\s?$"
)
_THAT_YEAR_AFTER = lazily(
    r" (?:of (?:that|the same) year|de (?:ese|aquel|ese mismo|dicho) año|d(?:esse|aquele|o mesmo) ano|de (?:cette|la même) année|(?:jenes|desselben) jahres|(?:di|dello) (?:quell|stesso) anno"
    r"|(?:того же|того ж) (?:года|року)|(?:tamtego|tego samego) roku|tahun (?:itu|yang sama)|(?:năm|cùng năm) (?:đó|ấy)|(?:ในปี|ปี)(?:นั้น|เดียวกัน)|من (?:ذلك العام|العام نفسه)|o yılın|того года)(?!\w)"
)


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


Ahead = Callable[[int, int], bool]  # whether the words about the folded [start, end) speak of the future


def moments(text: str, left: int, right: int, published: datetime | None, ahead: Ahead) -> Iterator[Moment]:
    """Every moment told in the folded [left, right); a month alone only where it says when."""
    yield from days(text, left, right, published, ahead)
    for stretch in stretches(text, left, right):
        yield from _stretched(text, stretch, published.date() if published else None, ahead)
    if published is not None:
        yield from _from_today(text, left, right, published.date())


def days(text: str, left: int, right: int, published: datetime | None, ahead: Ahead) -> Iterator[Moment]:
    """The dates and months among them, as the calendar names them."""
    for moment in _dates(text, left, right):
        yield moment if moment.year or published is None else _in_year(text, moment, published.date(), ahead)


def day_of(year: int, moment: Moment) -> date:
    """The day in that year; the middle of the month where none is told."""
    return date(year, moment.month, 1) + timedelta(days=(moment.day or MID_MONTH) - 1)


def _dates(text: str, left: int, right: int) -> Iterator[Moment]:
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
    """八月, 十月底, tháng tám: a month that Chinese or Vietnamese writes in words."""
    for words, names in ((_HAN_MONTH, _HAN_MONTHS), (_VIETNAMESE_MONTH, _VIETNAMESE)):
        for match in words.finditer(text, left, right):
            yield Moment(None, names.index(match["month"]) + 1, None, *match.span())


def _says_when(text: str, match: re.Match[str]) -> bool:
    if _ADJECTIVE.search(match.group()):
        return True
    before = _IN_MONTH.search(text, max(0, match.start() - 14), match.start())
    if before:
        return before.group().strip() not in ("a", "of", "di", "this") or match.group() not in _WORDS
    if _PART_BEFORE.search(text, max(0, match.start() - 24), match.start()) or _PART_AFTER.match(
        text, match.end()
    ):
        return True
    if LAST_AFTER.match(text, match.end()) or NEXT_AFTER.match(text, match.end()):
        return True
    ahead = text[max(0, match.start() - ASIDE) : match.start()]
    if LAST_BEFORE.search(ahead) or NEXT_BEFORE.search(ahead):
        return True
    if any(words.search(ahead) for _, words in _YEAR_BEFORE):  # "tavaly júliusban"
        return True
    return (
        match.group().startswith("ב")
        or match.group().endswith(_TURKISH)
        or bool(_MONTH_IN.search(match.group()))
        or bool(_MONTH_THERE.match(text, match.end()))
    )


def _in_year(text: str, moment: Moment, today: date, ahead: Ahead) -> Moment:
    """The moment with its year: told beside it, or the last one that has passed, or the next, or the nearest."""
    before, after = (
        text[max(0, moment.start - ASIDE) : moment.start],
        text[moment.end : moment.end + ASIDE],
    )
    told = _that_year(text, moment)
    if told:
        return moment._replace(year=told, relative=True)
    shifts = _shifts(text, moment)
    if shifts:
        return moment._replace(year=today.year + shifts[0], relative=True)
    gone = today.year - (moment.month > today.month)
    come = today.year + (moment.month < today.month)
    now = moment.month == today.month and moment.day is None  # "last February", in February
    if LAST_BEFORE.search(before) or LAST_AFTER.match(after):
        return moment._replace(year=gone - now, relative=True)
    if NEXT_BEFORE.search(before) or NEXT_AFTER.match(after):
        return moment._replace(year=come + now, relative=True)
    if moment.day is not None:
        years = (today.year - 1, today.year, today.year + 1)
        year, other, _ = sorted(years, key=lambda year: abs((day_of(year, moment) - today).days))
        return moment._replace(year=year, other=max(year, other))
    soon = gone != come and day_of(come, moment) - today <= SOON
    both = (gone, come if gone != come else gone - 1)
    year, other = (come, gone) if soon or ahead(moment.start, moment.end) else both
    return moment._replace(year=year, other=other if year != other else None, relative=True)


def _stretched(text: str, stretch: Stretch, today: date | None, ahead: Ahead) -> Iterator[Moment]:
    """A season with its year; two where "winter 2024" may be either."""
    span, year = (stretch.start, stretch.end), stretch.year
    here = Moment(year, stretch.month, None, *span, relative=True, span=stretch.span + (stretch.span > 2))
    winter = stretch.month + stretch.span > DECEMBER + 1
    if year is None and today is not None:
        shifts = _shifts(text, here)
        year = today.year + shifts[0] if shifts else None
    if year is not None:
        yield here._replace(year=year - winter)
        if winter and stretch.span > 2:
            yield here._replace(year=year)
    elif today is not None:
        first, other = _which_season(stretch, today, ahead(*span))
        yield here._replace(year=first, other=other)


def _which_season(stretch: Stretch, today: date, ahead: bool) -> tuple[int, int | None]:
    """The year in which the season that is meant begins, and the one that may be meant as well."""
    now, first = today.year * 12 + today.month - 1, stretch.month - 1
    gone = (now - first - stretch.span) // 12  # the last that is over
    come = (now - first) // 12 + 1
    going_on = come - 1 if come - 1 > gone else None
    if stretch.which == "last":
        return gone, None
    if stretch.which == "next":
        return come, None
    if stretch.which == "this":
        return going_on or (
            today.year - (stretch.month + stretch.span > DECEMBER + 1 and today.month < JULY)
        ), None
    if going_on:
        return going_on, None
    soon = ahead or come * 12 + first - now <= now - gone * 12 - first - stretch.span + 1
    return (come, gone) if soon else (gone, come)


def _shifts(text: str, moment: Moment) -> list[int]:
    """The years from that of publication that words beside the moment tell, as "of last year"."""
    before, after = text[max(0, moment.start - ASIDE) : moment.start], text[moment.end : moment.end + ASIDE]
    shifts = [shift for shift, words in _YEAR_BEFORE if words.search(before)]
    return shifts + [shift for shift, words in _YEAR_AFTER if words.match(after)]


def _that_year(text: str, moment: Moment) -> int | None:
    """The year last told before "that year's September"."""
    if not (
        _THAT_YEAR.search(text, max(0, moment.start - ASIDE), moment.start)
        or _THAT_YEAR_AFTER.match(text, moment.end)
    ):
        return None
    years = list(_YEAR.finditer(text, max(0, moment.start - YEAR_BACK), moment.start))
    return year_of(years[-1].group()) if years else None


def _from_today(text: str, left: int, right: int, today: date) -> Iterator[Moment]:
    """Months and weeks counted from the day of publication; "the end of last month" is last month."""
    if not UNITS.search(text, left, right):
        return
    taken: list[tuple[int, int]] = []
    for shift, words in MONTHS_OFF:
        for match in words.finditer(text, left, right):
            if several(text, match):
                continue
            if not any(start < match.end() and match.start() < end for start, end in taken):
                taken.append(match.span())
                yield _month(today, shift, match)
    for shift, words in WEEKS_OFF:
        for match in words.finditer(text, left, right):
            if not several(text, match):
                yield _day(today + shift * WEEK, match)
    for match in AGO.finditer(text, left, right):
        count = count_of(match)
        if count is not None:
            yield (_month(today, -count, match) if months_ago(match) else _day(today - count * WEEK, match))


def _month(today: date, shift: int, match: re.Match[str]) -> Moment:
    months = today.year * 12 + today.month - 1 + shift
    return Moment(months // 12, months % 12 + 1, None, *match.span(), relative=True)


def _day(day: date, match: re.Match[str]) -> Moment:
    return Moment(day.year, day.month, day.day, *match.span(), relative=True, slack=WEEK_SLACK)
