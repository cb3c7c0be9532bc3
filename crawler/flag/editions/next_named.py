"""A name with "the next" beside it, that is told to be held in a year to come → that edition: "the next Web Summit will take place in
November 2027", "Следующий ЦИПР пройдёт в мае 2027 года", "Web Summit berikutnya akan digelar pada November 2027".

Only with its year: where none is told, the edition to come is news of the one that was. Patterns over folded text.
"""

from __future__ import annotations

import re
from datetime import datetime

from crawler.flag.editions.earlier import STOP
from crawler.flag.editions.next_editions import said_behind, year_to_come
from crawler.flag.editions.own import Resolved
from crawler.flag.text.numerals import NAMED_DATE
from crawler.flag.text.reading import Reading
from crawler.flag.watchlist.forum import Forum
from crawler.patterns import lazily

BEFORE, BEHIND = 24, 20  # characters beside a name in which "the next" stands
LONG = 160  # ... behind it, in which its sentence tells the year
_BEFORE = lazily(
    r"(?:(?<!\w)(?:next|upcoming|coming|forthcoming|following|nächst\w+|kommend\w+|prochaine?|próxim[oa]|siguiente|seguinte|pròxim\w?|prossim[oa]|volgende|nästa|kommande|næste|neste|seuraava\w*|järgmi\w+"
    r"|następn\w+|kolejn\w+|przyszł\w+|příští\w*|další|ďalší|budúc\w+|nasleduj\w+|следующ\w+|очередн\w+|будущ\w+|наступн\w+|наступны\w*|sonraki|gelecek|növbəti|келесі|keyingi|navbatdagi|кийинки|következő"
    r"|următo\w+|viito\w+|следващ\w+|следн\w+|следећ\w+|наредн\w+|sljedeć\w+|sledeć\w+|naredn\w+|idući|naslednj\w+|επομεν\w+|επόμεν\w+|kit[aą]|būsim\w+|nākam\w+|შემდეგი|հաջորդ|अगला|अगले|পরবর্তী|اگلا|اگلي) ['\"«„“‘]?"
    r"|(?:次回の?|次の|下一?届|下次|다음 ?|차기 ?)[「『“‘《'\"]?)$"
)
_BEHIND = lazily(
    r"['\"»”’』」]? ?(?:(?:berikutnya|selanjutnya|seterusnya|mendatang|akan datang|tiếp theo|kế tiếp|lần tới|lần sau|المقبله?|القادمه?|التاليه?|הבאה?|بعدي|اينده)(?!\w)|ครั้งต่อไป|ครั้งหน้า)"
)


# What may stand in small letters between the name and its year, but for months: any other word is of something else of that year.
_PLAIN = lazily(
    r"(?:take|place|held|staged|hosted|again|scheduled|planned|slated|from|early|late|mid|spring|summer|autumn|city|year|plaats|frühjahr|sommer|herbst|stattfinden|début|printemps|automne|primavera|otoño|verano|outono|prevista?|previsto|programad[ao]|digelar|diadakan|berlangsung|diselenggarakan|pada|bulan|tahun|diễn|chức|vào|tháng|ngày|tại"
    r"|konat|roce|roku|году|года|року|годзе|jaar|sted|avea|desfășura|проведе|през|одржан\w*|održan\w*|održati|одржати|avholdes|afholdes|aastal|vuonna|τον|την)"
)
_WORD = lazily(r"[^\W\d_]+")
LEAST = 4  # letters of a word that shows by its capital whether it is a town's
_OTHER = lazily(r"(?<!\w)(?:vor|nach|für|bis|до|для|for|por|per|pour|para|untuk|về)(?!\w)")
_THERE = ("では", "でも", "에서", "에는", "上")  # behind a name: what is held is something else


def next_named(
    reading: Reading, place: tuple[int, int], forum: Forum, published: datetime | None
) -> Resolved | None:
    """The edition of a year to come that the text tells of the next one, named at the folded `place`."""
    text, (start, end) = reading.text, place
    if published is None:
        return None
    after = _BEHIND.match(text, end, end + BEHIND)
    if not after and not _BEFORE.search(text, max(0, start - BEFORE), start):
        return None
    stop = STOP.search(text, end, end + LONG)
    first, last = after.end() if after else end, stop.start() if stop else end + LONG
    told = year_to_come(text, first, last, forum, published)
    will = said_behind(text, first, last) if told else None
    return told if told and will and _tells_when_alone(reading, first, told, will) else None


def _tells_when_alone(reading: Reading, first: int, told: Resolved, will: re.Match[str]) -> bool:
    """Whether between the name, which ends at the folded `first`, the verb and the year stands when and where alone: not "before the
    elections of", "under a contract that ends in".
    """
    text, last = reading.text, max(told.start, will.start())
    if text.startswith(_THERE, first) or _OTHER.search(text, first, last):
        return False
    known = [will.span(), *(month.span() for month in NAMED_DATE.finditer(text, first, last))]
    return all(
        len(word[0]) < LEAST
        or not reading.quote(*word.span()).islower()
        or any(begins <= word.start() < ends for begins, ends in known)
        or _PLAIN.fullmatch(word[0])
        for word in _WORD.finditer(text, first, last)
    )
