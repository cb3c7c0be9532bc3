"""A body → the same without the lines at its two ends that are no text: date lines, imprints, credits.

They stand between headline and text or right below it, often in the element of the text itself, where no markup tells
them apart; what does is that hardly anything is left of them without their date.
"""

from __future__ import annotations

import re

from crawler.parse.body.date_lines import (
    BELOW,
    BESIDE,
    DATE_LINE,
    is_date_line,
    is_dated_byline,
    is_sourced,
    tells_date,
    tells_when,
)
from crawler.parse.body.end_notes import speaks_of_itself
from crawler.parse.body.foot import is_of_office
from crawler.parse.body.house_lines import ROWS, names_box
from crawler.parse.body.imprint import is_imprint
from crawler.parse.body.last_lines import ends_page
from crawler.parse.body.mistakes import asks_for_mistakes
from crawler.parse.body.read_on import heads_others
from crawler.parse.body.reader_notes import appeals, heads_appeal
from crawler.parse.dates.calendars import find_dates, may_hold
from crawler.parse.page.blocks import HEADINGS, Block
from crawler.parse.page.clean import CLOSERS
from crawler.parse.page.labels import TAGS
from crawler.parse.page.phrases import SUBSCRIBE, says
from crawler.parse.page.stops import STOPS
from crawler.patterns import lazily, rarely

_STAFF = lazily(  # who made the text ready for print
    r"[（(【\[]?\s*(?:责任编辑|責任編輯|责编|責編|编辑|編輯|编审|校对|校對|审核|審核|监制|監製|排版|美编|文/图|文|图|編集|редактор|editor|edición|redacción|penyunting)\s*[:：｜|/／]\s*.{1,24}$",
    re.I,
)
_HAND = r"[\u4e00-\u9fff]{0,4}(?:文字?|撰|稿|写|作者|编者|记者|記者|图片?|圖|影|摄|攝|拍|编辑?|編輯?|责编|策划|校对?|審核|审核|审|审读|设计|视觉|视频|剪辑|制作|监制|统筹|排版|美编|通讯员|翻译|插画|主播|出品|来源)"
_HANDS = rarely(  # who did what, in pairs: "文字｜… 摄影｜…"
    rf"(?:{_HAND}\s?[｜|:：]\s?[\u4e00-\u9fff·]{{2,6}}\s+){{1,6}}{_HAND}\s?[｜|:：]\s?[\u4e00-\u9fff·]{{2,6}}$"
)
_PORTAL = lazily(  # what a portal says below the texts of others
    r"(?:点击|點擊)\W{0,3}(?:阅读|閱讀)原文(?!.*[。？！]$)|이 기사는 언론사에서 \S{1,8} 섹션으로 분류했습니다"
)
_END = lazily(r"\W*(?:END|ENDS|THE END|完|全文完|انتهای پیام)\W*(?:转载|轉載|$)|\W*[-–—#*]{3,}\W*$")
_BUTTONS = lazily(  # of a page of a Chinese office
    r"(?:[【\[（(「]?(?:打印|列印|关闭|關閉|返回|收藏|分享|纠错)(?:本页|本頁|此页|本文|窗口|視窗|视窗|列表|顶部|上一页|首页)?[】\]）)」]?[\s|｜]*)+$"
)
_RIGHTS = lazily(  # what ends an article, and is no credit of a picture
    r"(?:19|20)\d\d|reserv|rechte|rechten|права|перепечат|копирован|использован|zastrzeż|saklı|전재|無断|无断|所有|保留|cipta|สงวน|محفوظة|quyền"
)
_BULLET = re.compile(r"^\W+")
NAME = lazily(r"[^\W\d_]\S*(?:[\s·][^\W\d_]\S*){1,4}$|[\u4e00-\u9fff]{2,4}$")  # of a person; in lower case
_IS = lazily(  # behind a name: what somebody is or does for a living; in lower case
    r"\s*(?:[,(（，、|\n]|[–—-]\s|$)|\s+(?:is|has|covers|writes|reports|reported from|works|joined|edits|leads|teaches|lives|studied|ist|schreibt|arbeitet|berichtet|leitet|lehrt"
    r"|est|écrit|couvre|travaille|dirige|es|escribe|cubre|trabaja|é|escreve|cobre|trabalha|è|scrive|lavora|schrijft|werkt|jest|pisze|pracuje|является|пишет|работает"
    r"|är|er|skriver|arbetar|arbeider|on|este|je|píše|adalah|là)\b"
)
_WORDS = lazily(r"[^\W\d_]{4,}")
_SAID = tuple(sign for sign in STOPS if sign != ".")  # a name may be cut by a full stop
_READS = lazily(  # an offer of something to read, or to its readers: tickets, clubs and tests ask people to register too; in lower case
    r"(?<!\w)(?:read|reading|article|articles|story|subscribers?|weiterlesen|weiterzulesen|les(?:en|e|er)|läs|læs|lue|lukea|lire|suite|le(?:er|yendo)|ler|lendo|artículo|artigo|articolo|artikel\w*|abonné\w*|abonnent\w*|abonnee\w*)(?!\w)"
    r"|suscriptor|assinante|abbonat|legger|lezen|prenumerat|prenumerant|subskrybent|czyta|artykuł|předplatitel|článe?k|чита|чте|проче|прочит|подписчик|статья|текст|okum|yazı|tilaaj|συνδρομητ|olvas|előfizető|abonați|قراءة|للمشتركين|קריאה|למנויים|อ่าน|đọc|membaca|pelanggan"
    r"|阅读|閱讀|全文|本文|文章|続き|記事|残り|구독자|읽|기사"
)
_COUNTS = lazily(r"[^\d.!?]{3,}[:：]\s?\d[\d ., ]*")
HEAD = 32  # characters of a line above links
BESIDE_IMPRINT = 4  # blocks that may follow upon an imprint; as many of text stand before it
TOP = 3  # blocks at the beginning, of which one may tell the date: below a standfirst
LEFT = 2  # blocks at least that are left where notes on authors are taken out
WHENCE = 140  # characters of a line that says whence those who sign reported
NOTES, NOTE = 3, 300  # notes on authors below a text, and characters of one
APPEAL = 700  # characters below the heading of one for money
OFFER, OFFERED = 5, 320  # blocks of an offer to subscribe below a text, and their characters


def trimmed(body: list[Block], title: str | None = None) -> list[Block]:
    """`body` from its first line of text to its last; all of it where nothing would be left."""
    first, last = 0, _offer(body, _imprint(body))
    while last > 0 and _ends_no_text(body[last - 1]) and not _is_signed_off(body[:last]):
        last -= 1
    while first < last and _begins_no_text(body[first].text, title):
        first += 1
    top = min(first + TOP, last)
    told = [b for b in body[first:top] if not (tells_date(b.text) or _is_staff(b.text))]
    return told + body[top:last]


def _is_signed_off(body: list[Block]) -> bool:
    """Whether a text ends in the name of an office and the day below it, as what offices of China and Japan make public does."""
    return len(body) > LEFT and is_of_office(body[-2].text, body[-1].text)


def unsigned(body: list[Block], authors: tuple[str, ...], title: str | None = None) -> list[Block]:
    """`body` without what it says of its own authors: a name and a date above the text, who somebody is below it.

    Whom the text itself tells of, such as the company that sent it out, is no author in this sense.
    """
    last = len(body)
    while authors and last > LEFT and len(body) - last < NOTES and _is_on(body[last - 1].text, authors):
        last -= 1
    top = min(TOP, last - LEFT)
    signed = [
        i
        for i, b in enumerate(body)
        if i >= last or (i < top and (_is_byline(b.text, authors) or _reported(b.text, authors)))
    ]
    if not signed:
        return body
    left = [b for i, b in enumerate(body) if i not in signed]
    told = "\n".join((title or "", *(b.text for b in left))).casefold()
    return body if any(name.casefold() in told for name in authors) else left


def _is_on(text: str, authors: tuple[str, ...]) -> bool:
    """Whether a short paragraph says who a person of several names is: it begins with all of them."""
    told = _BULLET.sub("", text).casefold() if len(text) <= NOTE else ""
    people = (n for n in map(str.casefold, authors) if told.startswith(n) and NAME.match(n))
    return any(_IS.match(told, len(n)) for n in people)


def _reported(text: str, authors: tuple[str, ...]) -> bool:
    """Whether a line says whence those who sign reported: "Ann Lee reported from Calais, and Tom Ray from Bonn"."""
    name, found, _ = text.partition(" reported from ") if len(text) <= WHENCE else ("", "", "")
    return bool(found) and name in authors


def _is_byline(text: str, authors: tuple[str, ...]) -> bool:
    """Whether a line names an author and a date, and tells no more of either than that it was changed."""
    if len(text) > DATE_LINE or not may_hold(text):
        return False
    name = next((n for n in authors if n.casefold() in text.casefold()), None)
    dates = find_dates(text) if name else []
    for date in reversed(dates):
        text = f"{text[: date.start]} {text[date.end :]}"
    words = _WORDS.findall(re.sub(re.escape(name), " ", text, flags=re.I)) if name else []
    return bool(dates) and all(w[0].isupper() or tells_when(w) for w in words)


def _imprint(body: list[Block]) -> int:
    """How many blocks stand before the line that tells who holds the rights; few others follow upon it."""
    for index in range(max(BESIDE_IMPRINT, len(body) - BESIDE_IMPRINT), len(body)):
        if is_imprint(body[index].text) and _RIGHTS.search(body[index].text.lower()):
            return index
    return len(body)


def _offer(body: list[Block], last: int) -> int:
    """How many of `last` blocks stand before the heading that asks for money, or a subscription and the little below it."""
    for index in range(max(LEFT, last - OFFER), last):
        text = body[index].text
        if body[index].element.tag not in ROWS and heads_appeal(text):
            below = "\n".join([b.text for b in body[index + 1 : last]])
            if len(below) <= APPEAL and appeals(text, below):
                return index
        if body[index].element.tag in HEADINGS and says(SUBSCRIBE, (text,)) and _READS.search(text.lower()):
            return index if sum(len(b.text) for b in body[index:last]) <= OFFERED else last
    return last


def _is_staff(line: str) -> bool:
    """Whether a line above a text names who made it ready; what an editor says or asks in a talk ends as sentences do."""
    return _STAFF.match(line) is not None and not line.rstrip(CLOSERS).endswith(_SAID)


def _begins_no_text(text: str, title: str | None) -> bool:
    """Whether each line of a block tells a date, who made the text ready, or the title once more."""
    if len(text) > DATE_LINE + len(title or ""):
        return False
    lines = text.split("\n")
    return all(
        line == title
        or is_date_line(line, BESIDE)
        or tells_date(line)
        or _is_staff(line)
        or is_dated_byline(line)
        or speaks_of_itself(line)
        for line in lines
    )


def _ends_no_text(block: Block) -> bool:
    """Whether a text does not end with a block: an imprint, a date, a heading with nothing below."""
    return (
        block.element.tag in HEADINGS
        or (block.element.every & TAGS and block.text[-1] in ":：")
        or is_imprint(block.text)
        or _STAFF.match(block.text) is not None
        or _BUTTONS.match(block.text) is not None
        or (
            len(block.text) <= DATE_LINE
            and (_HANDS.match(block.text) or _PORTAL.match(block.text)) is not None
        )
        or (len(block.text) <= DATE_LINE and _END.match(block.text) is not None)
        or is_date_line(block.text, BELOW)
        or (block.links > 1 and _is_of_links(block))
        or is_sourced(block.text)
        or asks_for_mistakes(block.text)
        or speaks_of_itself(block.text)
        or (block.element.tag not in ROWS and heads_others(block.text))
        or ends_page(block)
        or (block.element.tag not in ROWS and names_box(block.text))
    )


def _is_of_links(block: Block) -> bool:
    """Whether all lines of a block but its first are links: what else there is to read; or that is links, and below it something is counted."""
    first, _, below = block.text.partition("\n")
    lines = below.split("\n")
    if len(first) - block.links <= block.linked <= len(first) <= HEAD:
        return all(len(line) <= HEAD and _COUNTS.fullmatch(line) for line in lines)
    return (
        below != ""
        and len(first) <= HEAD
        and len(lines) <= block.links
        and block.linked >= sum(map(len, lines))
    )
