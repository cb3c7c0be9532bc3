"""Rows → references for those who cite: BibTeX (as biblatex reads it) and RIS. Every script stays as it is."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from datetime import datetime
from urllib.parse import urlsplit

from crawler.rows import Row

from .about import About, found_of, line, said, subjects

# characters that are commands to TeX; BibTeX counts braces behind a backslash too, so a lone one is a word
_TEX = {
    "\\": r"\textbackslash{}", "{": r"\textbraceleft{}", "}": r"\textbraceright{}", "%": r"\%", "#": r"\#",
    "$": r"\$", "&": r"\&", "_": r"\_", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}",
}  # fmt: skip
_COMMANDS = re.compile(r"[\\{}%#$&_~^]")
_IN_URL = re.compile(r"[\\{}\s]")  # a url field is taken literally, but for these
_NO_KEY = re.compile("[^a-z0-9]+")
# what BibTeX would take several names from, or turn round
_JOINED = re.compile(r"\band\b|^others$|,", re.IGNORECASE)


def bibtex(rows: Iterable[Row], about: About) -> Iterator[bytes]:
    """An @online for each row; its key is the outlet, the year and the row's id: no two are alike."""
    for row in rows:
        fields = [(name, value) for name, value in _fields(row) if value]
        lines = "".join(f"  {name} = {{{value}}},\n" for name, value in fields)
        yield f"@online{{{_key(row, about)},\n{lines}}}\n\n".encode()


def _fields(row: Row) -> Iterator[tuple[str, str]]:
    published = _published(row)
    yield "author", " and ".join(_name(name) for name in row.get("authors") or () if line(name))
    yield "title", "{" + _tex(row["title"]) + "}"  # braces: capitals stay
    yield "organization", _tex(_outlet(row))
    if published:
        yield "date", published.date().isoformat()
        yield "year", str(published.year)
    yield "url", _url(row["url"])
    yield "urldate", found_of(row).date().isoformat()
    yield "language", _tex(row.get("language") or "")
    yield "keywords", _tex(", ".join(subject.replace(",", " ") for subject in subjects(row)))
    yield "note", _tex(said(row))


def ris(rows: Iterable[Row], about: About) -> Iterator[bytes]:
    """A reference of type ELEC for each row; lines end as the format asks, with CR and LF."""
    for row in rows:
        lines = [f"{name}  - {value}" for name, value in _tags(row, about) if value]
        yield ("\r\n".join(["TY  - ELEC", *lines, "ER  - "]) + "\r\n\r\n").encode()


def _tags(row: Row, about: About) -> Iterator[tuple[str, str]]:
    published = _published(row)
    yield "ID", _key(row, about)
    for name in row.get("authors") or ():
        yield "AU", line(name)
    yield "TI", line(row["title"])
    yield "T2", _outlet(row)
    if published:
        yield "PY", str(published.year)
        yield "DA", f"{published:%Y/%m/%d}"
    yield "Y2", f"{found_of(row):%Y/%m/%d}"
    yield "UR", line(row["url"])
    yield "LA", line(row.get("language") or "")
    for subject in subjects(row):
        yield "KW", subject
    yield "N1", said(row)


def _key(row: Row, about: About) -> str:
    host = urlsplit(row["url"]).hostname or "" if "[" not in row["url"] else ""
    folded = unicodedata.normalize("NFKD", host.removeprefix("www.")).lower()
    year = (_published(row) or found_of(row)).year
    return f"{_NO_KEY.sub('', folded)}{year}{about.kind[0]}{row['id']}"


def _published(row: Row) -> datetime | None:
    """As the publisher's calendar has it; who cites must not be told a day that nobody told."""
    published: datetime | None = row.get("published_at")
    return published


def _outlet(row: Row) -> str:
    return line(row.get("outlet") or row.get("first_outlet") or row["source_id"])


def _name(name: str) -> str:
    """One name, that stays one."""
    told = _tex(name)
    return "{" + told + "}" if _JOINED.search(told) or not told.isascii() else told


def _tex(text: str) -> str:
    return _COMMANDS.sub(lambda found: _TEX[found[0]], line(text))


def _url(url: str) -> str:
    return _IN_URL.sub(lambda found: "".join(f"%{byte:02X}" for byte in found[0].encode()), line(url))
