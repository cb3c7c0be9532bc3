"""OPML 2.0 → the feeds in it, with the line of each; and feeds → OPML.

Read by expat as it streams. A file that declares entities is refused: nothing in a list of feeds needs them, and
what they expand to has no bound.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from email.utils import format_datetime
from xml.parsers import expat
from xml.sax.saxutils import escape, quoteattr

from storage.records import Source
from storage.text.languages import tag_of

from .fields import http_url
from .yamlfile import Fault

MAX_BYTES = 20_000_000
MAX_DEPTH = 100  # folders in folders
MAX_NAME = 200  # characters
_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff]+")
_FEEDS = ("", "rss", "atom", "feed", "rdf", "json")  # types of outline that name a feed


@dataclass(frozen=True, slots=True)
class Outline:
    """One feed of an OPML file."""

    line: int
    url: str
    name: str | None = None
    language: str | None = None


@dataclass(slots=True)
class Outlines:
    """What an OPML file holds; `broken` where it cannot be read, and then nothing of it counts."""

    feeds: list[Outline] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)  # outlines that are left out, and why
    broken: Fault | None = None


class _Refused(Exception):
    pass


def read_opml(data: bytes) -> Outlines:
    """The feeds of an OPML file, in its order. Never raises."""
    reader = _Reader()
    if len(data) > MAX_BYTES:
        reader.found.broken = Fault(None, f"larger than {MAX_BYTES // 1_000_000} MB")
        return reader.found
    try:
        reader.parser.Parse(data, True)
    except _Refused as err:
        reader.found.broken = Fault(reader.parser.CurrentLineNumber, str(err))
    except expat.ExpatError as err:
        reader.found.broken = Fault(err.lineno, f"not well-formed XML: {expat.ErrorString(err.code)}")
    except (ValueError, LookupError) as err:
        reader.found.broken = Fault(None, f"cannot be read: {str(err)[:100]}")
    return reader.found


class _Reader:
    """Walks the elements of one file."""

    def __init__(self) -> None:
        self.found = Outlines()
        self.depth = 0
        self.parser = expat.ParserCreate()
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.EntityDeclHandler = self._entity

    def _entity(self, *_: object) -> None:
        raise _Refused("it declares entities; no list of feeds needs them")

    def _end(self, _name: str) -> None:
        self.depth -= 1

    def _start(self, name: str, said: dict[str, str]) -> None:
        self.depth += 1
        if self.depth == 1 and name.lower() != "opml":
            raise _Refused(f"<{name[:40]}> instead of <opml>")
        if self.depth > MAX_DEPTH:
            raise _Refused(f"nested deeper than {MAX_DEPTH} elements")
        if name.lower() == "outline":
            self._outline({key.lower(): value.strip() for key, value in said.items()})

    def _outline(self, said: dict[str, str]) -> None:
        line, kind = self.parser.CurrentLineNumber, said.get("type", "").lower()
        name = _plain(said.get("title") or said.get("text") or "")
        url = said.get("xmlurl", "")
        if not url and kind in ("", "folder", "category", "tag"):
            return  # a folder
        if not url or kind not in _FEEDS:
            why = "has no xmlUrl" if not url else f"is of type {kind[:40]!r}, which is no feed"
            self.found.faults.append(Fault(line, f"{name or 'an outline'!r} {why}"))
            return
        try:
            if "${" in url:  # would be read as a variable of ours
                raise ValueError(f"{url!r} holds a variable")
            http_url(url)
        except ValueError as err:
            self.found.faults.append(Fault(line, _plain(str(err))))
            return
        self.found.feeds.append(Outline(line, url, name or None, tag_of(said.get("language", ""))))


def opml_of(sources: Iterable[Source], now: datetime) -> str:
    """An OPML 2.0 document that names `sources`."""
    rows = "".join(f"    <outline {_attributes(source)}/>\n" for source in sources)
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<opml version="2.0">\n  <head>\n'
        f"    <title>forumwatch</title>\n    <dateCreated>{escape(format_datetime(now))}</dateCreated>\n"
        f"  </head>\n  <body>\n{rows}  </body>\n</opml>\n"
    )


def _attributes(source: Source) -> str:
    said = {"type": "rss", "text": source.name, "title": source.name, "xmlUrl": source.url}
    said |= {"language": source.language} if source.language else {}
    return " ".join(f"{name}={quoteattr(_plain(value))}" for name, value in said.items())


def _plain(text: str) -> str:
    return _CONTROL.sub(" ", text)[: 10 * MAX_NAME].strip()
