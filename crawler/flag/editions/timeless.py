"""A clause that tells of a forum and of no time: how a life began ("she began as a volunteer at Slush"), what people think of it
("others swear by Computex") → no edition is on in it, whatever the day of publication.

Patterns over folded text.
"""

from __future__ import annotations

from crawler.flag.names.context import HAPPENING, Around
from crawler.patterns import lazily

REACH = 72  # characters before a name in which such words stand
CLAUSE = 20  # ... behind it in which is said that it takes place: "Computex, which opened on Tuesday"
_KIND = r"(?: [^\W\d_]+){0,3} ?$"  # an article and what it is, up to the name
_BEGAN_AS = (
    r"(?<!\w)(?:(?:began|started|got (?:her|his|their) start)(?: out)?(?: (?:her|his|their) career)? as (?!usual|always|planned|expected|ever|before)(?:an? )?|(?:begann|fing|startete)(?: (?:ihre|seine) (?:karriere|laufbahn))? als |(?:a|avait) (?:débuté|commencé)(?: sa carrière)? comme |(?:empezó|comenzó)(?: su carrera)? (?:como|de) |começou(?: a carreira)? como "
    r"|(?:ha|aveva) (?:iniziato|cominciato)(?: la carriera)? come |(?:iniziò|cominciò) come |begon(?: (?:haar|zijn) (?:carrière|loopbaan))? als |började(?: sin karriär)? som |begyndte(?: sin karriere)? som |begynte(?: karrieren)? som |zaczynał[ao]? jako |zacz[ąę]ła? jako |začínal[ao]? jako |начинал[аи]? |починал[аи]? "
    r"|memulai (?:karier(?:nya)? )?sebagai |bắt đầu (?:sự nghiệp )?là )"
)
_LIFE = lazily(
    rf"{_BEGAN_AS}(?:[^\W\d_]+ ){{1,2}}(?:at|with|for|auf|bei|beim|à|au|chez|en|na|no|al|alla|op|bij|på|hos|ved|na|przy|на|у|di|tại|ở){_KIND}"
)
_HABIT = lazily(
    rf"(?<!\w)(?:swears? by|swore by|schwör(?:en|t) auf|ne jurent? que par|jurano su|giura su|zwer(?:en|t) bij|svär vid|sværger til|sverger til){_KIND}"
)
_WHICH = lazily(
    r",? ?(?:(?:which|that|die|das|der|qui|que|che|som|który|która|które|котор\w+|який|яка) )?(?:(?:has|hat|a|ha|se|s est|je|har) )?"
)


def timeless(text: str, place: tuple[int, int], around: Around) -> bool:
    """Whether the clause of the name at the folded `place` tells of it without any time."""
    start = place[0]
    left = max(0, start - REACH)
    if not (_LIFE.search(text, left, start) or _HABIT.search(text, left, start)):
        return False
    return not any(
        first >= place[1] and _WHICH.fullmatch(text, place[1], first)
        for first, _ in around.each(HAPPENING, *place, CLAUSE)
    )
