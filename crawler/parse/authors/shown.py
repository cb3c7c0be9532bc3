"""The places where a page shows who wrote: marked bylines, a line that begins with "By" or its like.

Each takes the page and the neighbourhood of headline and body, and gives back what it says there, not yet names.
"""

from __future__ import annotations

import re

from crawler.parse.authors import japanese
from crawler.parse.authors.byline import (
    CLOCK,
    DATED,
    LINE,
    REMARKS,
    asked_by,
    behind_date,
    behind_label,
    in_items,
    label_of,
    led_in,
    links_apart,
    listed,
    without_label,
)
from crawler.parse.authors.labelled import (
    LABEL,
    SIGNATURE,
    SIGNED,
    is_list,
    is_of_author,
    is_of_other,
    is_signed_there,
    lists_others,
    logs_in,
)
from crawler.parse.authors.names import BETWEEN, HONOURED, MAX_AUTHORS, is_lead
from crawler.parse.authors.portals import named_by_portal
from crawler.parse.authors.signature import is_called
from crawler.parse.dates.calendars import find_dates, may_hold
from crawler.parse.dates.values import says_updated
from crawler.parse.dates.words import says_published
from crawler.parse.page import labels
from crawler.parse.page.blocks import NEAR, Block, Mark, Outline
from crawler.patterns import lazily

_PARTICLE = lazily(
    r"(?:von|van|vom|zu|de|del|della|der|den|di|da|dos|du|la|le|el|al|bin|ibn|ten|ter)\s|[dlo]['’]|[\u10d0-\u10ff]",
    re.I,
)
_VISIBLE = lazily(
    r"^(?:(?-i:(?:Written |Words |Story )?[Bb]y)(?=(?-i:[A-Z][a-z]+\s[A-Z]))|(?:by|von|par|por|door|av|af|di|text|автор|โดย|作者|文|بقلم|نویسنده|oleh|tác giả)(?:\s*[:：]?\s+|\s*[|｜]\s*)|(?:記者|记者|기자)(?:\s+|\s*[|｜]\s*))\S",
    re.I,
)
_FOOT = 8  # blocks before the end of the neighbourhood that may sign
_UNCASED, _SIGNS = 30, 8  # characters of a name in letters without capitals, and in Chinese and Japanese
_HAN = lazily("[\u3040-\u30ff\u3400-\u9fff]")
_UNSPACED = lazily("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]")  # Thai, Lao, Burmese and Khmer set no blank
_SIGN = lazily('[.。!?！？؟…«»“”"]')  # with which that begins
_SAID = lazily(
    r"[.。](?=\s|$)(?<![\s.][^\W\d_].)(?<!\sfot.)(?<!oprac.)(?<!Oprac.)(?<![\s.][^\W\d_][\u0900-\u0dff].)|[!?！？؟…«»“”]|(?<![\u05d0-\u05ea])\"|\"(?![\u05d0-\u05ea])"
)
_AROUND = " ,(（[【"
_PARTING = lazily(r"[|·•–—\s-](?:(?<=\S)|(?<=\n)|(?=\s))")  # one of which each of these has
_PARTS = lazily(r"\s*[|·•\n]\s*|\s[–—-]\s|\s{2,}")
_PICTURE = lazily(  # who took the picture
    r"[\s,/;+&(]+(?:foto\w*|photos?|fot\.|kuvat?|bild(?:er)?|фото|fotó\w*|kamera|images?|写真|撮影|사진|图|攝影|摄影)\s?[:：].*$",
    re.I,
)
_DIGITS_ON = lazily(r"(?<=[^\W\d_]{2})(?=\d)|[\s,(]+(?=\d{1,4}[-./]\d{1,2}[-./]\d)")
_GLUED_ON = lazily(
    r"(?<=[^\W\d_A-ZÀ-ÞА-Я])([A-ZÀ-ÞĀ-ŽА-ЯΑ-Ω][^\W\d_]{2,14})(?=\s?:|\s(?:(?:on|am|le|el|em|il|op|den)\s)?\d)(?P<dated>\s?:\s?\d)?"
)
_BEHIND = lazily(rf"[\s,(]*(?=\d)|{_PICTURE.pattern}", re.I)  # the date, or that
_PARTED = lazily(r"\s[|·•–—-]\s")
_SENTENCE = lazily(r"(?:\w+\W+){3,}\w{3,}[.!?]$|[。！？]$")  # what somebody does, not who
_BEFORE = lazily(r"^.*\d.*?\b(?:by|von|par|por)\s+(?=\w)", re.I)
_FIRST = lazily(rf"\s*[|(,\n]|\s-\s|{BETWEEN.pattern}", re.I)


def marked(page: Outline, start: int, end: int) -> list[str]:
    """The texts of elements that call themselves author or byline, near the article."""
    found: list[str] = []
    letters = sum(SIGNATURE.search(mark.label) is not None for mark in page.marks) > 1  # of readers
    for mark in page.marks:
        if not start <= mark.block <= end or not (is_of_author(mark.label) or is_signed_there(mark, page)):
            continue
        if (letters and SIGNATURE.search(mark.label)) or logs_in(mark, page) or is_list(mark, page):
            continue
        if "author" in mark.label.split() and mark.tag in ("a", "span") and mark.text:
            found.append(mark.text)
        elif mark.tag in ("ul", "ol") and (names := in_items(mark.text)):
            found += names
        elif mark.tag in ("ul", "ol") and lists_others(mark.text):
            continue
        elif not is_of_other(mark.label) and mark.text and len(mark.text) < 100:
            part = without_label(_PICTURE.split(_part(_apart(_lines(mark, page), page.mails)), 1)[0])
            if (
                part
                and (LABEL.search(SIGNED.sub("", mark.label)) or is_called(_FIRST.split(part, 1)[0]))
                and not _SENTENCE.search(_BEHIND.split(part, 1)[0])
                and not any(map(_is_phrase, BETWEEN.split(part)[1:]))
            ):
                found.append(part)
    inmost = _inmost(found[:MAX_AUTHORS])
    return [japanese.without_title(t) for t in (inmost if len(inmost) < len(set(found)) else found)[:3]]


def _lines(mark: Mark, page: Outline) -> str:
    """The text of a mark, its lines apart as its blocks are."""
    text = page.blocks[mark.block].text if mark.block < len(page.blocks) else ""
    own = len(text) <= 2 * len(mark.text) and " ".join(text.replace("\n", " | ").split()) == mark.text
    lines = text if own else mark.text
    if own and (names := links_apart(page.blocks[mark.block])):
        return ", ".join(names)
    return _unglued(lines).replace("\n", " | ")


def _apart(text: str, mails: list[str]) -> str:
    """The names of a byline, which links to write to somebody may stand between: "Ann Lee Mail the reporter Tom Ray"."""
    for said in mails:
        before, found, after = text.partition(f" {said}")
        if found and is_called(before) and is_called(after.strip()):
            return f"{before}, {after.strip()}"
        if found and is_called(before) and not after:
            return before
    return text


def _is_phrase(text: str) -> bool:
    """Whether what stands behind a comma goes on with a sentence: "Reporter, likes tea and 3 cats"."""
    return text.islower() and " " in text and CLOCK.search(text) is None


def _inmost(texts: list[str]) -> list[str]:
    """The texts without those that are but others of them, glued together."""
    texts = list(dict.fromkeys(texts))
    return [
        text
        for text in texts
        if not (parts := [t for t in texts if t and t != text and t in text]) or "".join(parts) not in text
    ]


def _part(text: str) -> str:
    """The part of a byline that names people: what follows "By", else what comes first and is no date."""
    parts = [part for part in text.split(" | ") if len(part) > 1 and not is_lead(part.strip(" :"))]
    named = next((p for n, p in enumerate(parts) if _VISIBLE.match(p) or _is_labelled(p, parts[:n])), None)
    part = named or next(
        (part for part in parts if not (part[0].isdigit() or CLOCK.search(part))), parts[0] if parts else ""
    )
    return _BEFORE.sub("", part) if CLOCK.search(part) else part


def _is_labelled(part: str, before: list[str]) -> bool:
    """Whether a part begins with a label; with a comma behind it, it is what the one named before it is: "Reporter, Newtown"."""
    end = label_of(part)
    return end > 0 and not (before and part[:end].rstrip()[-1:] in ",،" and is_called(before[-1]))


def bylines(page: Outline, start: int, end: int) -> list[str]:
    """The first short line that tells who wrote: by "By", also behind a bar, as portals do, by a label, or behind the date."""
    by = led_in(page.language)
    for block in page.blocks[max(0, start) : end]:
        if len(block.text) >= LINE:
            continue
        lines = _unglued(block.text).split("\n")
        latin = block.text.isascii()
        at_edge = block.order < start + NEAR or block.order >= end - _FOOT
        if said := next((line for line in lines if len(line) < 80 and _is_signed(line)), None):
            return [_before_digits(said)]
        lists = (_led(listed(line, page.language), by) for line in lines) if at_edge else ()
        said = next(filter(None, lists), None)
        if said and not _is_speaker(page, said):
            return [said]
        if at_edge and (said := _asked(block, lines)):
            return [said]
        if (not latin or "|" in block.text) and (said := _behind_bar(lines)):
            return [said]
        if not latin and (name := named_by_portal(lines[0])):
            return [name]
        if len(lines[0]) < 80 and (name := behind_label(lines[0])):
            return [name]
        if block.order < start + DATED and (name := behind_date(lines[0])):
            return [name]
    return []


def _unglued(text: str) -> str:
    """A byline in lines of its own where the verb of the date is glued to the name: "Ann LeePublished: 3 July"."""
    for found in _GLUED_ON.finditer(text):
        dated = find_dates(text[found.start() :]) if may_hold(text) else ()
        begins = found["dated"] or (dated and dated[0].start == 0)
        if begins or says_published(found[1]) or says_updated(found[1]):
            return f"{text[: found.start()]}\n{text[found.start() :]}"
    return text


def _before_digits(said: str) -> str:
    """What "By" leads up to a date in digits, that may be glued to it."""
    return _DIGITS_ON.split(said, 1)[0]


def _behind_bar(lines: list[str]) -> str | None:
    """A part behind a bar that begins with "By" and a capital: "Print | Text size" and "X — автор книги" name nobody."""
    parts = (part for line in lines for part in _PARTED.split(line)[1:] if len(part) < 80)
    return next(filter(_is_signed, parts), None)


def _is_signed(line: str) -> bool:
    """Whether a line begins with "By", and no small letter behind it but a name's own: "Di động" is a section."""
    by = _VISIBLE.match(line)
    if by is None:
        return False
    return not line[by.end() - 1].islower() or _PARTICLE.match(line, by.end() - 1) is not None


def _led(line: str, by: re.Pattern[str]) -> str | None:
    """The part of a line that begins with a label, or the page's own word for "by", and goes on with names.

    In an interview the reporter says more. Bars, the date and who took the picture end a part.
    """
    if len(line) >= LINE:
        return None
    if _says(line):
        sides = (side for side in _beside_date(line) if side and not _says(side))
        return next(filter(None, (_led(side, by) for side in sides)), None)
    for part in _PARTS.split(line) if _PARTING.search(line) else (line,):
        if not (label_of(begun := part.lstrip(_AROUND)) or by.match(begun)):  # as most
            continue
        said = _BEHIND.split(part, 1)[0].strip(_AROUND)
        if len(said) < len(part) and (label := label_of(part)) > len(said):  # "Text und Foto: Ann Lee"
            said = part[:label] + _BEHIND.split(part[label:], 1)[0]
        begin = label_of(said) or ((found := by.match(said)) and found.end()) or 0
        names = [n for n in BETWEEN.split(REMARKS.sub("", said[begin:]).strip()) if n] if begin else []
        if names and names[0][0].isupper() and is_called(_without_title(names[0])):
            return said
        if names and not names[0][0].isupper() and _is_short(names[0]):
            where = next((n for n in names if not _is_short(n)), "")
            if " " not in where:  # a town of one word
                return said[: said.find(where, begin)].rstrip(" ,،") if where else said
    return None


def _says(line: str) -> bool:
    """Whether a line has the end of a sentence in it, or quotes one."""
    return _SIGN.search(line) is not None and _SAID.search(line) is not None


def _asked(block: Block, lines: list[str]) -> str | None:
    """Who asked in an interview, where a line tells that alone; a heading and a caption tell of others."""
    if block.is_heading or block.element.every & (labels.CAPTION | labels.MEDIA | labels.ELSEWHERE):
        return None
    said = filter(None, map(asked_by, lines))
    return next((s for s in said if all(map(is_called, BETWEEN.split(s)))), None)


def _beside_date(line: str) -> tuple[str, ...]:
    """What stands before and behind the date of a line, as some write it with full stops: "Ann Lee, 17. maj 2025. u 18:30"."""
    dates = find_dates(line) if may_hold(line) else ()
    return (line[: dates[0].start].rstrip(" ,"), line[dates[-1].end :].lstrip(" .,")) if dates else ()


def _is_speaker(page: Outline, said: str) -> bool:
    """Whether sentences of a page stand behind the label of a byline, too, or it tells whom the headline names, as of interviews."""
    label = said[: label_of(said)].strip()
    if label.lower().startswith("συνέντευξη") and said[len(label) :].strip() in (page.title or ""):
        return True
    led = [b.text for b in page.blocks if b.text.startswith(label)] if label else []
    return any(said not in text and (len(text) >= LINE or _says(text)) for text in led)


def _without_title(name: str) -> str:
    """A name without the title before it."""
    return HONOURED.sub("", name)


def _is_short(name: str) -> bool:
    """Whether letters without capitals may be a name: two to four words, or in Chinese and Japanese few signs."""
    words = name.split()
    if _HAN.search(name):
        return 2 <= len(name) <= _SIGNS
    small = any(
        word.islower() and not "\u10d0" <= word[0] <= "\u10ff" for word in words
    )  # Georgian has no others
    return (
        not small and len(name) <= _UNCASED and (2 <= len(words) <= 4 or _UNSPACED.search(name) is not None)
    )
