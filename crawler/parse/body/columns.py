"""Chosen blocks → the same without what stands in the columns beside the text, where a page is laid out as one table.

    | rates, a poll |  text  | the latest |

Sites built before style sheets set their margins as cells of the row that holds the text. No name tells such cells, but
that one of a row holds nearly all that is told, and the others not one paragraph.
"""

from __future__ import annotations

from crawler.parse.body.cells import CELLS
from crawler.parse.body.clues import Clues
from crawler.parse.body.date_lines import is_sentence
from crawler.parse.page.blocks import Block, Element

MOST = 0.6  # of what is chosen that stands in the text's own cell
PARAGRAPHS = 3  # of it in there: a cell of data has fewer
BESIDE = 0.05  # of its prose that the other cells of the row may hold
LEAD = 2  # lines of what is told beside it and belongs to it
ROWS = 4  # tables in tables that are looked at


def without_columns(clues: Clues, chosen: list[Block]) -> list[Block]:
    """`chosen` without the cells beside the text's."""
    if not any(b.element.tag in CELLS or b.holder.tag in CELLS for b in chosen):  # as on nearly all pages
        return chosen
    longest = max(chosen, key=lambda b: clues.sizes[b.order])
    for cell in _cells(longest.element):
        row = cell.parent
        if row is not None and _is_column(clues, chosen, cell, row):
            left = range(row.first, cell.first), range(cell.last, row.last)
            for beside in left:
                if not _is_lead([b for b in chosen if b.order in beside]):
                    chosen = [b for b in chosen if b.order not in beside]
    return chosen


def _is_lead(aside: list[Block]) -> bool:
    """Whether what stands in the margin is a sentence or two, as a standfirst, or a question whose answer is the text."""
    return 0 < len(aside) <= LEAD and all(
        "\n" not in b.text and not b.links and is_sentence(b.text) for b in aside
    )


def _cells(at: Element | None) -> list[Element]:
    """The cells that hold an element, the nearest first."""
    found: list[Element] = []
    while at is not None and len(found) < ROWS:
        if at.tag in CELLS:
            found.append(at)
        at = at.parent
    return found


def _is_column(clues: Clues, chosen: list[Block], cell: Element, row: Element) -> bool:
    """Whether a cell holds most of the text, and those beside it in its row next to no prose."""
    if cell.first == row.first and cell.last == row.last:
        return False
    mass, sizes = clues.mass, clues.sizes
    own = [b for b in chosen if cell.first <= b.order < cell.last]
    if sum(sizes[b.order] for b in own) < MOST * sum(sizes[b.order] for b in chosen):
        return False
    told = mass[cell.last] - mass[cell.first]
    beside = mass[row.last] - mass[row.first] - told
    prose = sum(clues.prose[b.order] for b in own)
    return prose >= PARAGRAPHS and beside <= BESIDE * told
