"""The edition told from the day of publication in words near a name: "next year", "two years ago", "last year ... there".

"A new director from next year" tells none.
"""

from __future__ import annotations

import re
from datetime import datetime

from .context import Around
from .editions import REACH, Resolved, latest_year
from .forum import Forum
from .numerals import RELATIVES
from .since import YEARS_AGO, count_of
from .told_years import BEGAN

BESIDE = 12  # characters between a name and words like "next year's" that are its own
SENTENCE = 140  # ... and words like "next month" in one sentence with it
_STOP = re.compile(r"[.!?。！？\n]")
# "Lani" is a woman too: what stands beside it where Slovenes and Croats say "last year".
_BEFORE_LANI = re.compile(
    r"(?<!\w)(?:je|su|se|smo|sem|sam|ki|koji\w?|kot|kao|že|već|pa|[jfmasond]\w{1,8}(?:ja|ca|la|ta|ra)) $"
)
_AFTER_LANI = re.compile(
    r" (?:je|so|su|sta|smo|sem|sam|se|bil\w?|bio|na|u|v|ni|nije|pri|po|od|ob|ki|koji\w?|poleti|jeseni|spomladi|ljeti|zimi|organi\w+|razst\w+|izla\w+|sudjel\w+|sodel\w+|predst\w+)(?!\w)"
)
_CLAUSES = re.compile(r"(?:[,，、;；][^,，、;；]*){2}")
# Around "next year": from when something is so, or until when, which is no day of an event: "a new director from next year".
_FROM = re.compile(
    r"(?:(?<!\w)(?:from|since|until|till|by|ab|seit|bis|(?:à partir|dès|depuis|jusqu)(?: de| à)?|(?:a partir|desde|hasta|até)(?: del?| do| el| o)?|с|со|із|з|від|od|mulai|sejak|hingga|(?:kể )?từ(?: đầu| giữa| cuối)?|من|منذ|حتي|از|تا) (?:the |l |le |la |el |o )?"
    r"|ตั้งแต่|จนถึง|ภายใน|自|从)$"
)
_FROM_AFTER = re.compile(
    r" ?(?:から|まで|以降|부터|까지|이후|起(?!草)|开始|以来|(?:[dt][ae]n)? (?:itibaren|beri|bəri)|से(?!\w)|(?:t[óő]l| óta)(?!\w)|(?: lähtien| alkaen| asti)(?!\w))"
)
# What says in the sentence behind a name's that it tells of the same place: "... This year he met his partners there."
_OVER_THERE = re.compile(
    r"(?<!\w)(?:there|dort|là bas|allí|ahí|lá|ali|lì|laggiù|daar|där|там|тамо|tam|tamo|ott|siellä|seal|acolo|εκεί|orada|هناك|آنجا|انجا|שם|di sana|ở đó|tại đó)(?!\w)(?! (?:is|are|was|were|have|has)(?!\w))"
    r"|वहाँ|वहां|সেখানে|ที่นั่น|在那里|那里|そこで|그곳에서|거기서"
)


def by_relative(
    text: str, places: list[tuple[int, int]], forum: Forum, around: Around, published: datetime | None
) -> Resolved | None:
    """The edition that words counted from the day of publication tell beside one of the names."""
    if published is None:
        return None
    for start, end in places:
        for shift, words in RELATIVES:
            match = words.search(text, max(0, start - REACH), end + REACH)
            year = published.year + shift
            if match and _STOP.search(text, min(match.end(), end), max(match.start(), start)):
                match = match if there_then(text, (start, end), match.span(), forum, around) else None
            if match and _CLAUSES.search(text, min(match.end(), end), max(match.start(), start)):
                match = None  # another sentence has begun, though only a comma says so
            if match and match.group() == "lani" and not _says_last_year(text, *match.span()):
                match = None
            if match and (
                _FROM.search(text, max(0, match.start() - 20), match.start())
                or _FROM_AFTER.match(text, match.end())
            ):
                match = None
            if match and forum.possible(year, latest_year(published)):
                return Resolved(year, match.start(), match.end(), "relative")
        ago = YEARS_AGO.search(text, max(0, start - REACH), end + REACH)
        count = count_of(ago) if ago else None
        if ago and count and not _STOP.search(text, min(ago.end(), end), max(ago.start(), start)):
            year = published.year - count
            if not BEGAN.search(text, max(0, ago.start() - 16), ago.start()) and forum.possible(year, year):
                return Resolved(year, ago.start(), ago.end(), "relative")
    return _there_next(text, places, forum, published)


def _there_next(
    text: str, places: list[tuple[int, int]], forum: Forum, published: datetime
) -> Resolved | None:
    """The year that the next sentence tells of what happened there: "... GDEC. This year he met his partners there"."""
    for _, end in places:
        stop = _STOP.search(text, end, end + SENTENCE)
        behind = _STOP.search(text, stop.end(), stop.end() + SENTENCE) if stop else None
        last = behind.start() if behind else end + 2 * SENTENCE
        if stop is None or not _OVER_THERE.search(text, stop.end(), last):
            continue
        for shift, words in RELATIVES:
            match = words.search(text, stop.end(), last)
            year = published.year + shift
            if match and forum.possible(year, latest_year(published)):
                return Resolved(year, match.start(), match.end(), "relative")
    return None


def there_then(
    text: str, place: tuple[int, int], moment: tuple[int, int], forum: Forum, around: Around
) -> bool:
    """Whether the sentence before the name's has the moment beside the host city: "In May he was in Singapore. There ..."."""
    stops = _STOP.findall(text, moment[1], place[0]) if moment[1] < place[0] else ""
    return len(stops) == 1 and any(around.near(("city", city), *moment, BESIDE * 2) for city in forum.cities)


def _says_last_year(text: str, start: int, end: int) -> bool:
    return bool(_BEFORE_LANI.search(text, max(0, start - BESIDE), start) or _AFTER_LANI.match(text, end))
