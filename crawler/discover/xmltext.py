"""XML text → its elements one by one, also from documents that are not well-formed.

No entity a document declares is ever expanded: its DOCTYPE is cut out before a parser sees it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html.entities import html5
from typing import Any
from xml.etree import ElementTree as ET

from crawler.patterns import lazily

MAX_DEPTH = 100  # of nested elements; feeds with inline XHTML reach about 20
MAX_CHILDREN = 1000  # of one element that are kept once they were seen: five million <a/> take 20 MB
CHUNK = 1 << 16  # characters; expat 2.5 reads a token again with every chunk it spans …
MAX_CHUNKS = 16  # … so a large document is fed in few

ROOT = re.compile(r"<(?:[\w.-]{1,40}:)?(rss|rdf|feed|urlset|sitemapindex|html)(?=[\s>/])", re.I)
_BEGIN = re.compile("<!DOCTYPE", re.I)
_DOCTYPE = lazily(
    r"""<!DOCTYPE(?:[^\[\]<>"']|"[^"]*+"?|'[^']*+'?)*+(?:\[(?:[^\]"'<]|"[^"]*+"?|'[^']*+'?|<!--.*?-->|<)*+\]\s*)?>""",
    re.I | re.S,
)
_DECLARATION = lazily(r"<!(?:DOCTYPE|ENTITY)[^>]*>?", re.I)
_CONTROL = lazily("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_AMPERSAND = lazily(
    r"(<!\[CDATA\[.*?(?:\]\]>|\Z)|<!--.*?(?:-->|\Z))|&(?:(amp|lt|gt|quot|apos);|#(\d{1,9});|#[xX]([0-9a-fA-F]{1,8});|(\w{2,31};))?",
    re.S,
)
_PREFIX = lazily(r"(?<=[<\s/])([A-Za-z_][\w.-]{0,40}):[A-Za-z_]")
_DECLARED = lazily(r"\sxmlns:([A-Za-z_][\w.-]{0,40})\s*=")
_KNOWN = {
    "atom": "http://www.w3.org/2005/Atom",
    "content": "http://purl.org/rss/1.0/modules/content/",
    "dc": "http://purl.org/dc/elements/1.1/",
    "feedburner": "http://rssnamespace.org/feedburner/ext/1.0",
    "news": "http://www.google.com/schemas/sitemap-news/0.9",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
}


@dataclass(slots=True)
class Scan:
    """How far a document was read."""

    line: int | None = None  # where it stopped being XML; None: read to its end
    reason: str = ""
    closed: bool = False  # whether the root had ended by then: what followed is no loss


def elements(text: str, scan: Scan) -> Iterator[tuple[str, ET.Element, int]]:
    """("start" or "end", element, depth) in order of the document; the root is at depth 0.

    Never raises; what stopped it stands in `scan`. Whoever has used an element up clears it.
    """
    parser: Any = ET.XMLPullParser(("start", "end"))
    size = max(CHUNK, len(text) // MAX_CHUNKS + 1)
    around: list[ET.Element] = []
    try:
        for start in range(0, len(text), size):
            parser.feed(text[start : start + size])
            for event, element in parser.read_events():
                if event == "start":
                    yield event, element, len(around)
                    around.append(element)
                    if len(around) > MAX_DEPTH:
                        scan.line, scan.reason = 0, f"nested deeper than {MAX_DEPTH} elements"
                        return
                    continue
                around.pop()
                yield event, element, len(around)
                if not around:
                    scan.closed = True
                elif len(around[-1]) > MAX_CHILDREN:
                    del around[-1][MAX_CHILDREN:]
        parser.close()
    except ET.ParseError as err:
        scan.line, scan.reason = err.position[0], str(err).partition(":")[0]
    except ValueError as err:  # a surrogate, or a NUL
        scan.line, scan.reason = 0, str(err).partition(":")[0]


def prepared(text: str) -> str:
    """`text` from its declaration or root on, without its DOCTYPE."""
    root = ROOT.search(text)
    start = text.rfind("<?xml", 0, root.start()) if root else -1
    start = start if start >= 0 else text.find("<")
    head = root.start() - max(start, 0) if root else len(text)
    text = text[start:] if start > 0 else text
    doctype = _BEGIN.search(text, 0, head)
    whole = _DOCTYPE.match(text, doctype.start()) if doctype else None
    if whole is not None:
        return text[: whole.start()] + text[whole.end() :]
    return _DECLARATION.sub("", text) if doctype else text


def uncommented(text: str) -> str:
    """`text` without its comments; in one pass, which a pattern would not be where a thousand are never closed."""
    kept, at = [], 0
    while (start := text.find("<!--", at)) >= 0 and (end := text.find("-->", start + 4)) >= 0:
        kept.append(text[at:start])
        at = end + 3
    return "".join([*kept, text[at:]])


def mended(text: str) -> str:
    """`text` with its commonest faults repaired: control characters, stray ampersands, names of HTML's
    entities, namespace prefixes that were never declared."""
    text = _DECLARATION.sub("", _CONTROL.sub("", text))
    text = _AMPERSAND.sub(_reference, text)
    used = set(_PREFIX.findall(text)) - set(_DECLARED.findall(text)) - {"xml", "xmlns"}
    root = re.search(r"<[A-Za-z_][\w.:-]*", text)
    if not root or not used:
        return text
    spaces = "".join(f' xmlns:{p}="{_KNOWN.get(p.lower(), "unknown:" + p)}"' for p in sorted(used)[:200])
    return text[: root.end()] + spaces + text[root.end() :]


def _reference(m: re.Match[str]) -> str:
    kept, predefined, decimal, hexadecimal, name = m.groups()
    if kept or predefined:
        return m[0]
    if name:
        return _escaped(html5[name]) if name in html5 else "&amp;" + name
    if not (decimal or hexadecimal):
        return "&amp;" + m[0][1:]
    code = int(decimal) if decimal else int(hexadecimal, 16)
    legal = (
        code in (9, 10, 13)
        or 0x20 <= code <= 0xD7FF
        or 0xE000 <= code <= 0xFFFD
        or 0x10000 <= code <= 0x10FFFF
    )
    return m[0] if legal else ""


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
