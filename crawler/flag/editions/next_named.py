"""A name with "the next" beside it, that is told to be held in a year to come → that edition: "the next Web Summit will take place in
November 2027", "Следующий ЦИПР пройдёт в мае 2027 года", "Web Summit berikutnya akan digelar pada November 2027".

Only with its year: where none is told, the edition to come is news of the one that was. Patterns over folded text.
"""

from __future__ import annotations

from datetime import datetime

from crawler.flag.editions.earlier import STOP
from crawler.flag.editions.next_editions import said_behind, year_to_come
from crawler.flag.editions.own import Resolved
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


def next_named(
    text: str, place: tuple[int, int], forum: Forum, published: datetime | None
) -> Resolved | None:
    """The edition of a year to come that the folded text tells of the next one, named at `place`."""
    start, end = place
    if published is None:
        return None
    after = _BEHIND.match(text, end, end + BEHIND)
    if not after and not _BEFORE.search(text, max(0, start - BEFORE), start):
        return None
    stop = STOP.search(text, end, end + LONG)
    first, last = after.end() if after else end, stop.start() if stop else end + LONG
    told = year_to_come(text, first, last, forum, published)
    return told if told and said_behind(text, first, last) else None
