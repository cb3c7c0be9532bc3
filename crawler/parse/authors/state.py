"""The data that a page hands to its scripts → the authors among it that the page shows beside its headline.

{"post": {"author": [{"name": "Ann Lee"}]}}  ·  <h1>…</h1> <div><span>Ann Lee</span> 3 July</div>
dataLayer = [{"redacteur": "Ann Lee"}]       what it tells those who count its readers

Data names the authors of other articles too; a name counts where it is all that a part of a short line says.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from itertools import islice

from crawler.parse.authors.byline import LINE, without_label
from crawler.parse.page import labels
from crawler.parse.page.blocks import NEAR, Outline
from crawler.parse.page.scripts import sources
from crawler.patterns import holder, lazily

LENGTH = 400_000  # characters searched of one script
MAX_LAYERS = 6  # places looked at
LAYER = 3_000  # characters behind the name of a layer in which a page tells what it is
MAX_NAMES = 40  # looked for on the page
MAX_LISTS = 20  # of who is credited
# characters of a page that shows nothing of an article; of a line of one beside its headline and links
NOTHING, NO_LINE = 200, 60
_NAMED = re.compile(
    r"""\\?"(?:(?:author|writer)(?:_?names?|s)?|bylines?|creators?|contributors?|r[eé]dacteurs?|auteurs?|autor(?:es)?)\\?"\s{0,4}:\s{0,4}\[?\s{0,4}"""
    r"""(?:\{[^{}\[\]]{0,400}?\\?"(?:name|full_?name|display(?:_?name)?|title)\\?"\s{0,4}:\s{0,4})?\\?"([^"\\{}]{2,60}|(?:\\u[0-9a-f]{4}|[^"\\]){2,300})\\?\"""",
    re.I,
)
_FURTHER = re.compile(  # the next one of a list
    r"""[^{}\[\]]{0,200}\}\s{0,4},\s{0,4}\{[^{}\[\]]{0,400}?\\?"(?:name|full_?name|display(?:_?name)?|title)\\?"\s{0,4}:\s{0,4}\\?"([^"\\{}]{2,60}|(?:\\u[0-9a-f]{4}|[^"\\]){2,300})\\?\"""",
    re.I,
)
_CREDITED = re.compile(r'"credits"\s{0,4}:\s{0,4}\{\s{0,4}"by"\s{0,4}:\s{0,4}(?=\[)')
_HAS_CREDITS = holder(b'"credits"')
# what is credited there is a picture, which the text holds
_OF_PICTURE = re.compile(r'"type"\s{0,4}:\s{0,4}"(?:image|video|gallery|audio|photo)"[^{}\[\]]*\Z')
PICTURE = 400  # characters before a name in which the data of a picture begins
_PICTURE = re.compile(  # whose author took it; "photoStory" and "bildung" are texts
    r"""\"[^"{}:]{0,30}(?:photo|image|picture|thumb|thumbnail|foto|bild|bilder|abbildung)s?(?:[_-]?(?:data|details|file|info|meta|object))?\\?\"\s{0,4}:\s{0,4}\[?\s{0,4}\{[^{}]*\Z""",
    re.I,
)
# what pages tell Google Tag Manager, Tealium, and whoever reads the W3C's Customer Experience Digital Data Layer
_LAYERS = {layer: holder(layer) for layer in (b"dataLayer", b"utag_data", b"digitalData")}
_IN_LAYER = re.compile(  # with a key in quotes or without
    r"""\b(?:(?:article|page|content|post|story)[_.-]?)?(?:authors?|auteurs?|autor(?:es|en|ka|i|a)?|r[eé]dacteurs?|redaktor|journalistes?|journalists?|reporters?|writers?|bylines?|skribent|forfatter|yazar|muhabir|penulis|kirjoittaja)(?:[_.-]?names?)?"""
    r"""["']?\s{0,4}:\s{0,4}\[?\s{0,4}(?:"([^"\n]{2,120})"|'([^'\n]{2,120})')""",
    re.I,
)
_BETWEEN = re.compile(r"\s*[|;,]\s*")
# behind a name: nothing, a bar, a date
_BESIDE = lazily(r"^[\s,;:|·•—–-]*(?:$|[\d(,;|·•—–\n])|^\s+[^\W_]{1,9}\s*[:：]?\s*\d")


def credited(source: bytes, page: Outline, start: int, end: int) -> list[str]:
    """The names of the first list of those whom a page's data credits with a text, as Arc's has it, that the page shows.

    On a page that is drawn from its data it is the only one: a picture's, or another text's, is called the same.
    """
    lists = [*islice(_credited(source), MAX_LISTS)] if _HAS_CREDITS(source) else []
    if lists and _is_drawn(page):
        return lists[0] if lists.count(lists[0]) == len(lists) else []
    return next((shown for names in lists if (shown := _shown(names, page, start))), [])


def _credited(source: bytes) -> Iterator[list[str]]:
    """The names of each list of credits in a page's data, but those of pictures; of one that ends nowhere none."""
    places = ((script, match) for script in sources(source) for match in _CREDITED.finditer(script[:LENGTH]))
    for script, match in islice(places, 2 * MAX_LISTS):
        if _OF_PICTURE.search(script, max(0, match.start() - PICTURE), match.start()):
            continue
        try:
            listed, _ = json.JSONDecoder(strict=False).raw_decode(script, match.end())
        except (ValueError, RecursionError):
            continue
        people = (one.get("name") for one in listed[:MAX_NAMES] if isinstance(one, dict))
        if names := [name for name in people if isinstance(name, str)]:
            yield names


def in_state(page: Outline, start: int, end: int) -> list[str]:
    """The names, in the order of the data."""
    found: dict[str, None] = {}
    lists = 0
    for script in page.state:
        for match in _NAMED.finditer(script[:LENGTH]):
            if not without_label(_unescaped(match[1])):  # "byline": "Photo: Tom Ray"
                continue
            if _PICTURE.search(script, max(0, match.start() - PICTURE), match.start()):
                continue
            found.setdefault(_unescaped(match[1]).strip())
            lists, at = lists + 1, match.end()
            while (further := _FURTHER.match(script, at)) and len(found) < MAX_NAMES:
                found.setdefault(_unescaped(further[1]).strip())
                at = further.end()
            if len(found) >= MAX_NAMES:
                break
    if not found:
        return []
    if _is_drawn(page):
        return list(found) if lists == 1 or len(found) == 1 else []
    return _shown(found, page, start)


def _is_drawn(page: Outline) -> bool:
    """Whether a page is drawn from its data alone."""
    if sum(len(b.text) for b in page.blocks) < NOTHING:
        return True
    told = (b for b in page.blocks if not (b.is_heading or b.element.every & labels.ELSEWHERE))
    return all(len(b.text) - b.linked < NO_LINE for b in told)


def _places(source: bytes, layer: bytes) -> Iterator[int]:
    """Where a page names a layer, the first few times."""
    at = source.find(layer)
    for _ in range(MAX_LAYERS):
        if at < 0:
            return
        yield at
        at = source.find(layer, at + LAYER)


def in_layer(source: bytes, page: Outline, start: int, end: int) -> list[str]:
    """The names that a page tells who counts its readers, where it shows them."""
    places = (at for layer, is_in in _LAYERS.items() if is_in(source) for at in _places(source, layer))
    told = (
        m for at in places for m in _IN_LAYER.finditer(source[at : at + LAYER].decode("utf-8", "replace"))
    )
    names = (name for m in told for name in _BETWEEN.split(_unescaped(m[1] or m[2])))
    return _shown(dict.fromkeys(islice(names, MAX_NAMES)), page, start)


def _shown(names: Iterable[str], page: Outline, start: int) -> list[str]:
    """The names that are all that a part of a short line near the headline says."""
    lines = [b.text for b in page.blocks[max(0, start) : start + NEAR] if len(b.text) < LINE]
    return [name for name in names if len(name) > 1 and any(_shows(line, name) for line in lines)]


def _unescaped(text: str) -> str:
    if "\\" not in text:
        return text
    try:
        return str(json.loads(f'"{text}"'))
    except ValueError:
        return ""


def _shows(line: str, name: str) -> bool:
    """Whether a line begins with a name, or with one word before it, and nothing but signs or a date follows."""
    before, found, after = line.partition(name)
    return bool(found) and len(before.split()) <= 2 and len(before) < LINE // 8 and bool(_BESIDE.match(after))
