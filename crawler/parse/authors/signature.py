"""The end of a text → who signed it: a name in bold alone, reporters in brackets.

What is a person's name by its letters stands here as well.
"""

from __future__ import annotations

import re
import unicodedata
from itertools import pairwise

from crawler.parse.authors.nobody import is_nobody
from crawler.parse.page.blocks import Block, Element, Outline
from crawler.parse.page.stops import STOPS
from crawler.patterns import lazily

SIGNED = 4  # blocks behind the text that are in its neighbourhood
NOTES = 3  # last blocks of the text above which it may end
SENTENCE = 30  # characters of a last sentence
_ABBREVIATED = lazily(r"[^\W\d_]\.\s?[^\W\d_]")  # "Б.Энхжаргал", "V. Petraitytė"
_NOTE = lazily(r"[(\[（【][^\n]{10,300}[)\]）】]\.?")
MAX_NAME = 60  # characters: what is longer is a sentence
PERSON = lazily(r"^[^\W\d_a-z][^\W\d_]*[.'’]?(?:[\s-][^\W\d_][^\W\d_]*[.'’]?){1,4}$")
OWN = 4  # letters of a name that its e-mail address holds
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
        "’t",
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
# the same without a blank, by letters that tell no desk, no note and no agency
_UNSPACED = lazily(
    r"[（(](?=[\u4e00-\u9fff])(?![^）)]*(?:部|局|社|班|紙|誌|版|報|略|載|稿|図|終|完|回|曜|税|称|写真|撮影|共同|時事|通信|新聞|聞き|編集|取材|記者|記事|肩書|価格|提供|更新|時間|仮名|当時|放送|資料|参照|関連|つづ|おわ))([々\u4e00-\u9fff][々\u3041-\u3096\u30a1-\u30fa\u4e00-\u9fff]{3,5})[）)]$"
)
# "（聞き手・文 岸本遥、写真 …）"; at the end of a paragraph, a blank in one of the names: "…予定だ。【岸本 遥、石田健】"
_ASKED = lazily(
    r"[（(](?:聞き手・文|聞き手・構成|聞き手|取材・文|構成・文)[・:：=＝ \u3000]\s?([々\u3041-\u30fa\u3400-\u9fff]{2,6}(?:[ \u3000][々\u3041-\u30fa\u3400-\u9fff]{1,5})?)(?:、[^（()）]{0,30})?[）)]$"
    r"|。【(?=[^【】]{0,20}[ \u3000])([々\u3041-\u30fa\u3400-\u9fff]{1,6}(?:[ \u3000、][々\u3041-\u30fa\u3400-\u9fff]{1,6}){1,5})】$"
)
_HIRAGANA = lazily("[\u3041-\u3096]")
_WIDE_COMMA = lazily("、")
_PICTURE = lazily(r"(?:foto\w*|photos?|fot\.|kuvat?|bild(?:er)?|фот[оа]|zdjęci\w+)\b.*", re.I)
_OF_REPORTERS = lazily(r"\s*(?:通讯员|通訊員|见习记者|记者|記者|[ 、])\s*")


def signature(page: Outline, start: int, end: int) -> list[str]:
    """A bold name alone that ends the text, in a paragraph as those above it, the paper below it; reporters in brackets."""
    if early := _before_note(page, end):
        return [early]
    for before, block in pairwise(page.blocks[max(0, end - SIGNED - 2) : end - SIGNED + 2]):
        if (
            len(before.text) > MAX_NAME
            and not before.text.endswith((":", "："))
            and (name := _above_own(block.text))
        ):
            return [name]
        vietnamese = (page.language or "").startswith("vi")  # elsewhere two teams, or two towns
        if vietnamese and (names := _dashed(block)) and len(before.text) > MAX_NAME:
            return names
        if block.element.tag != before.element.tag or block.element.parent is not before.element.parent:
            continue
        if found := _REPORTERS.match(block.text):
            return _OF_REPORTERS.split(found[1])
        japanese = (page.language or "").startswith("ja")
        if japanese and (found := _JAPANESE.match(block.text) or _UNSPACED.match(block.text)):
            return [found[1]]
        if _HIRAGANA.search(before.text) and (found := _ASKED.search(block.text)):
            return _WIDE_COMMA.split(found[1] or found[2])
        if len(before.text) > MAX_NAME and (name := _bold(block)):
            return [name]
    return []


def _before_note(page: Outline, end: int) -> str:
    """The bold name below the last sentence of a text, above a note in brackets; with an initial, where all that holds the text ends.

    A whole name in bold heads what is told of somebody, and "Media Contact" an address.
    """
    for n in range(max(1, end - SIGNED - NOTES), min(end - SIGNED, len(page.blocks) - 1)):
        before, block, below = page.blocks[n - 1], page.blocks[n], page.blocks[n + 1]
        if block.strong and len(before.text) > SENTENCE and before.text.endswith(STOPS):
            noted = _NOTE.fullmatch(below.text) is not None
            ends = noted or (_ABBREVIATED.match(block.text) and not _is_within(below, block.holder))
            if ends and block.element.parent is before.element.parent and (name := _bold(block)):
                return name
    return ""


def _is_within(block: Block, holder: Element) -> bool:
    """Whether an element holds a block, at whatever depth."""
    element: Element | None = block.element
    while element is not None and element.depth >= holder.depth:
        if element is holder:
            return True
        element = element.parent
    return False


def _bold(block: Block) -> str:
    """The name, perhaps with an initial, that is all of a block, in bold and no link."""
    name = above_outlet(block.text)
    if block.strong < len(block.text.replace("\n", "")) or block.links:
        return ""
    person = PERSON.match(name) or (_INITIAL.match(name) and is_called(name))
    return name if person and (name.istitle() or _in_russian(name)) else ""


def _in_russian(name: str) -> bool:
    """Whether a surname stands in capitals behind a name that does not, in letters in which papers sign so."""
    first, _, last = name.rpartition(" ")
    return not name.isascii() and first.istitle() and last.isupper() and len(last) > 2


def _above_own(text: str) -> str:
    """The name that ends a text above its own e-mail address, or above a line of who took the pictures."""
    name, _, below = text.partition("\n")
    name, lines = name.strip(" .,"), below.split("\n")
    if not below or not is_called(name):
        return ""
    local, at, host = lines[-1].partition("@")
    if at and "." in host and " " not in lines[-1] and len(lines) == 1:
        words = [word for word in re.split(r"[^a-z]+", _latin(name)) if len(word) >= OWN]
        return name if any(word in _latin(local) for word in words) else ""
    return name if _PICTURE.fullmatch(lines[-1]) and len(lines[-1]) <= MAX_NAME else ""


def _dashed(block: Block) -> list[str]:
    """The people of a bold line that ends a text: "Phan Đức - Thu Hà"."""
    names = block.text.split(" - ")
    whole = len(names) > 1 and block.strong >= len(block.text) and not block.links
    return names if whole and all(map(is_called, names)) else []


def _latin(text: str) -> str:
    """A text in small letters of addresses, umlauts in one."""
    apart = unicodedata.normalize("NFKD", text.lower()).replace("\u0308", "e")
    return "".join(char for char in apart if not unicodedata.combining(char))


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
