"""A folded text → where something is put into a name, that a name may go on behind it: the year, "la Conférence mondiale 2026 sur
l'intelligence artificielle", a number in Arabic, "الجمعية العمومية الرابعة لمنظمة التعاون الرقمي", and how a word is read or
written elsewhere, "보아오(博鳌)포럼", "博鳌(ボアオ)アジアフォーラム".
"""

from __future__ import annotations

from collections.abc import Iterator

from crawler.patterns import lazily

REACH = 80  # characters of a name on either side
_LAST_SPACED = "\u2e80"  # behind it are Chinese, Japanese and Korean
# Behind a year, the word with which a name goes on; before it "of", and behind it "year", which go with it.
_GOES_ON = lazily(
    r" 20[1-4]\d(?: (?:года?|року))?(?= (?:sur|de|des|du|d|del|para|sobre|d[ao]s?|für|zur?m?|über|der|of|on|for|sull|sulla|di|delle?|dell|per|по|з|зі|dla|ds|na temat|o|om|för|över|voor|over|tentang|về|لل\w+|حول|بشان|عن)(?!\w))"
)
_OF = (" de", " del", " do", " da", " of", " von", " di", " لعام", " عام")
# In Arabic a number stands behind the words that it counts, before what the meeting is of.
_COUNTED = lazily(
    r" ال(?:اولي?|ثاني?ه?|ثالثه?|رابعه?|خامسه?|سادسه?|سابعه?|ثامنه?|تاسعه?|عاشره?|حاديه? عشره?|(?:ثاني|ثالث|رابع|خامس|سادس)ه? عشره?)(?= (?:ل|حول |بشان |في |عن )\w)"
)
_READ = lazily(r"\((?:[一-鿿]{1,6}|[ぁ-ヿ·・ ]{1,12})\)")


def put_in(text: str) -> Iterator[tuple[int, int]]:
    """The folded [start, end) of what may be put into a name, in no order."""
    for year in _GOES_ON.finditer(text):
        before = next((word for word in _OF if text.endswith(word, 0, year.start())), "")
        yield year.start() - len(before), year.end()
    if not text.isascii():
        yield from (number.span() for number in _COUNTED.finditer(text))
        yield from (
            gloss.span() for gloss in _READ.finditer(text, 1) if text[gloss.start() - 1] > _LAST_SPACED
        )
