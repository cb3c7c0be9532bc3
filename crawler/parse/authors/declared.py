"""Who a page's head says wrote → the same people as its lines show them.

A program declares the first of two reporters, the editor who put the text in, or a name in Latin letters; the lines
around the headline and at the end of the text show who they are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from crawler.agencies import agency
from crawler.parse.authors.byline import BARS, LINE, led_in
from crawler.parse.authors.names import BETWEEN, MAX_AUTHORS, is_lead
from crawler.parse.authors.romanised import as_shown_in_script, is_latin
from crawler.parse.authors.romanised_indic import LANGUAGES as INDIC
from crawler.parse.authors.signature import is_called
from crawler.parse.page.blocks import NEAR, Block, Outline
from crawler.patterns import lazily

_FOOT = 8  # last blocks of the neighbourhood
_LEAD = 12  # characters of the word that leads a name
_ROLE = 40  # characters of a line that tells what somebody does
_AIDED = lazily(
    r"\b(?:photo|foto|image|picture|illustrat|graphic|credit|crédit|edit|check|review|translat|produc|video|фото|редакт|перев)|摄影|图|編集|编辑|校对|写真|사진|편집",
    re.I,
)
_EDITED = lazily(  # what leads the name of who put a text in
    r"(?:edited by|editor|editing by|redigert av|redigerad av|editado por|bearbeitet von|redakcja|editör|editor:in|संपादन|सम्पादन|संपादक|সম্পাদনা|редактор|редакция|מערכת|עריכה|תحرير|تحرير|تدقيق|ویرایش|ویراستار|编辑|責任編輯|责任编辑|編集|편집)\s*[:：]?\s*$",
    re.I,
)
_LABELS = lazily(r"[:：]|\b(?:by|av|por|von)\b|[^\x00-\u024f]", re.I)  # no "Harbour Post editor Ann Lee"
_KOREAN = lazily(
    r"(?:^|\n)\s*(?P<names>[가-힣]{2,4}\s?\S{0,4}기자(?:\s?[(（]?[\w.+-]+@[\w.-]+[)）]?)?(?:\s?[·ㆍ,/]\s?[가-힣]{2,4}\s?\S{0,4}기자(?:\s?[(（]?[\w.+-]+@[\w.-]+[)）]?)?)+)\s*$"
)
_REPORTER = lazily(r"([가-힣]{2,4})\s?\S{0,4}기자")
_OF_SECTION = frozenset("|｜·•")
_INITIALS = lazily(r"[^\W\d_]\.?(?:[\s-]?[^\W\d_](?:\.|$|(?=\s))){1,3}")
_OTHER_SCRIPT = frozenset(("be", "bg", "el", "kk", "ky", "mk", "mn", "ru", "sr", "tg", "uk")) | INDIC


def contributors_shown(page: Outline, contributors: tuple[str, ...], start: int) -> list[str]:
    """The contributors whose names stand in short lines around the headline; others checked facts or took pictures."""
    lines = _lines(page, start) if contributors else []
    return [name for name in contributors[:MAX_AUTHORS] if any(_signs(name, line) for line in lines)]


def _signs(name: str, line: str) -> bool:
    """Whether a line holds a name, and does not say beside it that somebody did else than write."""
    before, found, after = line.partition(name)
    aided = _AIDED.search(BARS.split(before)[-1]) or _AIDED.match(after.lstrip(" ,(（"))
    return bool(found) and aided is None


def _lines(page: Outline, start: int) -> list[str]:
    return [b.text for b in page.blocks[max(0, start) : start + NEAR] if len(b.text) < LINE]


def before_editor(authors: tuple[str, ...], page: Outline, start: int) -> list[str]:
    """Who stands before the word for "edited by" in the line that names the one declared author as editor alone."""
    if len(authors) != 1:
        return []
    lines = [line for line in _lines(page, start) if authors[0] in line]
    edited = [_EDITED.search(line.partition(authors[0])[0]) for line in lines]
    if not edited or not all(found and _LABELS.search(found[0]) for found in edited):
        return []
    for found in filter(None, edited):
        name = BETWEEN.split(found.string[: found.start()].strip(" |·,-–—"))[0].strip()
        if (
            is_called(name)
            or agency(name)
            or (name and name.upper() == name.lower() and len(name.split()) in (2, 3))
        ):
            return [name]
    return []


def shown_whole(names: tuple[str, ...], page: Outline, start: int, end: int) -> tuple[str, ...]:
    """Authors with those whom the page shows beside them in the same manner, in its own letters, each once."""
    names = (
        _beside_led(names, page, start)
        or _linked(names, page, start)
        or _reporters(names, page, end)
        or names
    )
    names = _without_initials(names)
    language = (page.language or "")[:2].lower()
    if language in _OTHER_SCRIPT and any(map(is_latin, names)):
        lines = _lines(page, start)
        names = tuple(as_shown_in_script(name, lines, language) if is_latin(name) else name for name in names)
    return names


def _beside_led(names: tuple[str, ...], page: Outline, start: int) -> tuple[str, ...]:
    """The names of the lines that one word begins, where the one known is among them: "Na Asha Juma ⏎ … ⏎ Na Juma Bakari"."""
    if len(names) != 1:
        return ()
    near = page.blocks[max(0, start) : start + NEAR]
    told = ((n, len(b.text) - len(names[0])) for n, b in enumerate(near) if b.text.endswith(names[0]))
    own = next((n for n, before in told if 0 < before <= _LEAD), None)
    lead = near[own].text[: -len(names[0])] if own is not None else ""
    if own is None or not lead.endswith(" ") or not lead[0].isupper() or len(lead.split()) > 1:
        return ()
    leads = is_lead(lead.strip()) or led_in(page.language).match(f"{lead}{names[0]}")
    if leads is None or _AIDED.search(lead):  # as "Mayor" and "Photo" do not
        return ()
    above, below = near[own::-1], near[own:]
    rows = [*reversed([*_run(above, lead)][1:]), *_run(below, lead)]
    return tuple(dict.fromkeys(n for b in rows if is_called(n := b.text.removeprefix(lead))))


def _linked(names: tuple[str, ...], page: Outline, start: int) -> tuple[str, ...]:
    """The names of a line of links, a link for each, where the one known is among them: "Ann Lee / Tom Ray".

    A bar or a point has a section on its other side, "New York | Ann Lee", and what a menu above names is one as well.
    """
    for block in page.blocks[max(0, start) : start + NEAR] if len(names) == 1 else ():
        if block.links < 2 or len(block.text) >= LINE or names[0] not in block.text:
            continue
        told = [part for part in BETWEEN.split(block.text) if part]
        if len(told) != block.links or names[0] not in told or not _OF_SECTION.isdisjoint(block.text):
            continue
        others = [n for n in told if n != names[0]]
        if all(map(is_called, told)) and not any(
            n in b.text for b in page.blocks[: block.order] for n in others
        ):
            return tuple(dict.fromkeys(told))
    return ()


def _run(blocks: list[Block], lead: str) -> Iterator[Block]:
    """The lines that a word begins as the first does, with no more than one short line, a role, between two."""
    gap = 0
    for block in blocks:
        if block.text.startswith(lead) and block.element.tag == blocks[0].element.tag:
            gap = 0
            yield block
        elif gap or len(block.text) > _ROLE or block.links or block.is_heading:
            return
        else:
            gap += 1


def _reporters(names: tuple[str, ...], page: Outline, end: int) -> tuple[str, ...]:
    """The reporters who sign the end of a Korean text in one line, the one known among them."""
    for block in page.blocks[max(0, end - _FOOT) : end] if "가" <= names[0][0] <= "힣" else ():
        if "기자" in (tail := block.text[-2 * LINE :]) and (found := _KOREAN.search(tail)):
            told = tuple(dict.fromkeys(_REPORTER.findall(found["names"])))
            if set(names) < set(told):
                return told
    return ()


def _without_initials(names: tuple[str, ...]) -> tuple[str, ...]:
    """Names without initials that are another's: "С. Б. Р." beside "Сања Б. Ракић"."""
    if len(names) < 2:
        return names
    letters = {name: "".join(word[0] for word in name.replace(".", " ").split()) for name in names}
    return tuple(
        n
        for n in names
        if not (_INITIALS.fullmatch(n) and any(letters[o] == letters[n] for o in names if o != n))
    )
