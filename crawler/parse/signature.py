"""The end of a text → who signed it: a name in bold alone, reporters in brackets.

What is a person's name by its letters stands here as well.
"""

from __future__ import annotations

from itertools import pairwise

from crawler.parse.blocks import Outline
from crawler.parse.nobody import is_nobody
from crawler.patterns import lazily

SIGNED = 4  # blocks behind the text that are in its neighbourhood
MAX_NAME = 60  # characters: what is longer is a sentence
PERSON = lazily(r"^[^\W\d_a-z][^\W\d_]*[.'’]?(?:[\s-][^\W\d_][^\W\d_]*[.'’]?){1,4}$")
_WORDS = 6  # and initials of a name at most
_INITIAL = lazily(r"\b[^\W\d_]\.(?=[^\W\d_])")  # glued to what follows: "J.P.", "Б.Энхцэцэг"
_WRITTEN = lazily(  # a sign between any two runs of letters: runs side by side could be cut in 2^n ways
    r"[^\W\d_]+(?:[.'’‘ʻʼ´-][^\W\d_]+)*[.'’‘ʻʼ´-]?"
)
_PARTICLES = frozenset(
    [
        "van",
        "von",
        "vom",
        "der",
        "den",
        "de",
        "del",
        "dela",
        "della",
        "degli",
        "di",
        "da",
        "dos",
        "das",
        "du",
        "la",
        "le",
        "el",
        "al",
        "bin",
        "binti",
        "ibn",
        "ben",
        "ter",
        "ten",
        "zu",
        "zum",
        "y",
        "i",
        "e",
        "'t",
        "og",
        "und",
        "av",
        "af",
        "mac",
        "ó",
    ]
)
_REPORTERS = lazily(
    r"[（(]\S{0,6}(?:记者|記者)(?:\s*[:：]\s*|\s+)(?!本|综合|綜合|报道|報道|报导|報導)([\u4e00-\u9fff 、]{2,30})[）)]$"
)  # below the text
# a family's name and a given one, as Japanese papers set them: "（岸本 遥）"
_JAPANESE = lazily(r"[（(【]([\u4e00-\u9fff]{1,4}[ \u3000][\u3041-\u30ff\u4e00-\u9fff]{1,5})[）)】]$")
_OF_REPORTERS = lazily(r"\s*(?:通讯员|通訊員|见习记者|记者|記者|[ 、])\s*")


def signature(page: Outline, start: int, end: int) -> list[str]:
    """A bold name alone that ends the text, in a paragraph as those above it, the paper below it; reporters in brackets."""
    for before, block in pairwise(page.blocks[max(0, end - SIGNED - 2) : end - SIGNED + 2]):
        if block.element.tag != before.element.tag or block.element.parent is not before.element.parent:
            continue
        if found := _REPORTERS.match(block.text):
            return _OF_REPORTERS.split(found[1])
        if (page.language or "").startswith("ja") and (found := _JAPANESE.match(block.text)):
            return [found[1]]
        name = above_outlet(block.text)
        alone = (
            block.strong >= len(block.text.replace("\n", ""))
            and not block.links
            and len(before.text) > MAX_NAME
        )
        if alone and name.istitle() and PERSON.match(name):
            return [name]
    return []


def above_outlet(text: str) -> str:
    """A line alone, or above one word, a paper's name; what stands above anything else is no signature."""
    name, _, outlet = text.partition("\n")
    return name if not outlet or outlet.isalpha() else ""


def is_called(name: str) -> bool:
    """Whether a name is written as one: capitals, initials, and small words of a name's own between them."""
    words = name.split()
    if not 2 <= len(words) + len(_INITIAL.findall(name)) <= _WORDS or len(name) > MAX_NAME or is_nobody(name):
        return False
    own = [word for n, word in enumerate(words) if not (0 < n < len(words) - 1 and word in _PARTICLES)]
    return all(_WRITTEN.fullmatch(word) and (word.istitle() or word.isupper()) for word in own)
