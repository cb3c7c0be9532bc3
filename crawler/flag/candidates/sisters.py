"""A show's name and the place behind it → the name of a sister show."""

from __future__ import annotations

from crawler.flag.candidates.borders import Name
from crawler.flag.names.shows import sister_end
from crawler.flag.text.reading import Reading


def sister_name(reading: Reading, start: int, end: int) -> Name | None:
    """The name of the sister show that the folded brand at [start, end) begins."""
    if reading.text[start - 1 : start].isalnum() or not reading.whole[reading.folded.origin(start)].isupper():
        return None
    stop = sister_end(reading, start, end)
    return Name(start, stop, True, sister=True) if stop else None
