"""How a page is built → how much that speaks for a kind: rows of hours, of prices, of names, of terms and their meaning."""

from __future__ import annotations

import re
from itertools import pairwise

from crawler.parse.kinds.thing_words import Kind
from crawler.parse.page import labels
from crawler.parse.page.blocks import Block, Element, Outline
from crawler.parse.page.clean import width
from crawler.parse.page.stops import ENDS

BUILT = 2  # weight of rows
ROWS, ROW_BLOCKS, ROW_LINE = 5, 6, 200  # rows alike, blocks of each, characters of one of them
# blocks that begin with an hour, that are a price, pairs of a term and what it means
TIMES, PRICES, TERMS = 4, 3, 4
ENTRY = 120  # characters, a Chinese one counting two, of a row of one line
PRICE_LINE, TIME_PLACE = 40, 40  # characters of a price, and of a line among which its hour stands
PARAGRAPH = 80  # characters, a Chinese one counting two, of one beside prices
MOST = 0.5  # of a text that stands in rows
NAME_WORDS = 5  # of somebody
SEEN_AT = 300  # characters of a text in which it names whom it is about

_BESIDE = labels.ELSEWHERE | labels.SHARE | labels.COMMENT
_HOUR = re.compile(
    r"(?<!\d)(?:([01]?\d|2[0-4])\s?[:.h]\s?([0-5]\d)(?!\d)|([01]?\d|2[0-4])\s?(?:[時时点點시](?!\w)|[ap]\.?m\b|uhr\b|h\b))",
    re.I,
)
_SPAN = re.compile(  # from when to when, alone in its line: what is told live has no end of its hour
    r"\W*\d{1,2}\s?[:.h時时点點시]\s?\d\d\S{0,2}\s?(?:[-–—~〜～]|to|bis|à|a|до|至)\s?\d{1,2}\s?[:.h時时点點시]\s?\d\d\S{0,2}\W*"
)
_QUOTED = re.compile(  # what is traded, its price and by how much that has changed: "QUAY (7188) 2.46 +0.04"
    r"(?:[(（]|[:：|\s](?=[A-Z]))(?=[A-Z\d.:-]{0,12}[A-Z\d])[A-Z\d][A-Z\d.:-]{1,12}[)）]?\s.{0,12}?\d[.,]\d{1,4}\s*\(?[+−-]\s?\d+[.,]\d"
)
_PRICE = re.compile(
    r"(?:[€$£¥₩₽₹฿₺₴₫₪₦]|\b(?:EUR|USD|GBP|CHF|SEK|NOK|DKK|JPY|CNY|RM|Rp\.?|R\$|kr)\s?)\s?\d"
    r"|\d\s?(?:[€$£¥₩₽₹฿₺₴₫₪]|(?:EUR|USD|GBP|CHF|SEK|NOK|DKK|kr|zł|PLN|Kč|Ft|lei|RON|лв|грн|руб|тг|TL|đ|din|RSD|HUF|евро|евра|euro?s?)\b|元|円|원|บาท|ريال|درهم|تومان)",
    re.I,
)
_WORD = re.compile(r"[^\W\d_]+")


def is_quoted(title: str | None) -> bool:
    """Whether a window's title tells a symbol, a price and by how much that has changed, as it does again every minute."""
    return title is not None and len(title) <= ROW_LINE and _QUOTED.search(f" {title}") is not None


def has_spans(page: Outline) -> bool:
    """Whether lines tell from when to when something is held, and nothing else."""
    return (
        sum(len(b.text) <= TIME_PLACE and _SPAN.fullmatch(b.text) is not None for b in page.blocks) >= TIMES
    )


def built(page: Outline, kind: Kind, title: str | None, body: list[Block]) -> int:
    """How much the shape of what a page shows speaks for a kind."""
    shown = [b for b in page.blocks if not b.element.every & _BESIDE]
    if kind == "programme":
        return BUILT * _goes_by_hours(shown)
    if kind == "offer":
        prices = sum(len(b.text) <= PRICE_LINE and _PRICE.search(b.text) is not None for b in shown)
        paragraphs = sum(width(b.text) >= PARAGRAPH for b in body)
        return BUILT if prices >= max(PRICES, paragraphs) else int(prices > 0)
    if kind == "glossary":
        terms = sum(e.tag == "dd" and not e.every & _BESIDE for e in page.elements)
        return BUILT * (terms >= TERMS)
    if kind not in ("person", "exhibitors"):
        return 0
    return BUILT if _in_rows(page, body) else int(kind == "person" and _is_named(title, body))


def _goes_by_hours(shown: list[Block]) -> bool:
    """Whether lines begin with hours, the later ones below: what is told live begins with the last."""
    seen = (_HOUR.search(b.text, 0, TIME_PLACE) for b in shown)
    hours = [(int(h[1] or h[3]), int(h[2] or 0)) for h in seen if h]
    return len(hours) >= TIMES and 2 * sum(a > b for a, b in pairwise(hours)) < len(hours)


def _is_named(title: str | None, body: list[Block]) -> bool:
    """Whether a title may be somebody's name, by which the text calls him at once."""
    words = (title or "").split()
    if not 1 < len(words) <= NAME_WORDS or not all(w[0].isalpha() and not w[0].islower() for w in words):
        return False
    last = _WORD.findall(title or "")[-1]
    return len(last) > 1 and last in " ".join(b.text for b in body)[:SEEN_AT]


def _is_entry(line: str) -> bool:
    """Whether a line may be all that a list says of somebody: his name and stand, and no sentence."""
    return width(line) <= ENTRY and not line.endswith(ENDS)  # names and stands of exhibitors end in none


def _in_rows(page: Outline, body: list[Block]) -> bool:
    """Whether half of a text stands in rows alike, of a few short lines each; of one line, where most of them are no sentences."""
    rows: dict[tuple[Element | None, str, str], list[Element]] = {}
    for e in page.elements:
        lines = e.last - e.first
        if 1 < lines <= ROW_BLOCKS or (lines == 1 and _is_entry(page.blocks[e.first].text)):
            rows.setdefault((e.parent, e.tag, re.sub(r"\d+", "", e.label)), []).append(e)
    whole = sum(len(b.text) for b in body)
    for alike in rows.values():
        if len(alike) < ROWS:
            continue
        inside = [b for e in alike for b in page.blocks[e.first : e.last]]
        orders = {b.order for b in inside}
        told = sum(len(b.text) for b in body if b.order in orders)
        if told >= MOST * whole and all(len(b.text) <= ROW_LINE for b in inside):
            return True
    return False
