"""A name, a word like "opens" and a month with nothing else between → the month is the event's, whenever it is held as a rule:
"UNCTAD eWeek opens in January"; not "opens a school in January", "opens registration in January".
"""

from __future__ import annotations

from crawler.flag.names.context import HAPPENING, Around
from crawler.patterns import lazily

NEAR = 36  # characters between a name and what it does: its city, "will be"
_IN = lazily(
    r"(?: (?:in|im|en|em|à|a|w|we|v|ve|в|во|у|i|nel|di|tại|στη|στην|la) [^\W\d_]{3,14}(?! s ))?"  # its city
    r"(?: (?:its|ses|sus|suas|ihre|le sue|le|las|as|zijn|свои|sina) (?:doors|portes|puertas|portas|porte|pforten|tore|deuren|двери|dörrar))?"
    r"(?: ?(?:again|in|im|en|em|a|à|ad|al|w|we|v|ve|в|во|у|i|nel|early|late|mid|next|this|on|de|del|do|la|el|le|o|vào|ngày|tháng|pada|bulan|awal|akhir|في|شهر|در|ماه|ב|τον|την|στισ|το|din|luna|på|den|am|vom|der|de|be|held|sa|noong|през|op|vanaf|from|ใน|เดือน)){0,4} ?"
)
_ITS = lazily(r" ?(?:は|が|も|[은는이가]|将于?|拟于|定于|在|于)? ?")  # "eWeekは1月に開幕", "将于1月开幕"
_THEN = lazily(r" ?(?:に|中旬に|[初末]に?|上旬に|下旬に|에|初|底|中旬|在\w{2,4}|ayında|da|de)? ?")
_UP_TO = lazily(
    r"(?:(?! (?:and|und|et|y|e|en|och|og|и|і|i|a|ve|και|و|dan|và) )[^.,;:!?\n。，、；：！？]){0,36}"
)
_THE = lazily(
    r" ?(?:the|die|der|das|le|la|les|l|el|los|o|a|os|as|il|lo|de|het|den|det|w|на|в|se|się|sa|si|ca)? ?"
)


def tells_outright(text: str, place: tuple[int, int], moment: tuple[int, int], around: Around) -> bool:
    """Whether the words between the name at the folded `place` and the month at `moment` only say that it opens, is held or ends."""
    if moment[0] < place[1]:
        return any(
            first >= moment[1]
            and last <= place[0]
            and not text[moment[1] : first].strip(", ")
            and _THE.fullmatch(text, last, place[0])
            for first, last in around.each(HAPPENING, *moment, NEAR)
        )
    if _ITS.fullmatch(text, place[1], moment[0]) and any(
        first >= moment[1] and _THEN.fullmatch(text, moment[1], first)
        for first, _ in around.each(HAPPENING, *moment, NEAR)
    ):
        return True
    behind = (sign for sign in around.each(HAPPENING, *place, NEAR) if sign[0] >= place[1])
    first, last = next(behind, (0, 0))
    return bool(
        place[1] <= first
        and last <= moment[0]
        and _UP_TO.fullmatch(text, place[1], first)
        and _IN.fullmatch(text, last, moment[0])
    )
