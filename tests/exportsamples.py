"""Rows that are hostile to what reads an export."""

from __future__ import annotations

HOSTILE = (
    "=1+1 {\\} { % <b>&amp; \x00\x0b\x1b[31m \u202egnp.exe \ud800 \ufffe “ข่าว” 新闻\r\nTY  - BOOK\nER  - "
)
ATOM = "{http://www.w3.org/2005/Atom}"
