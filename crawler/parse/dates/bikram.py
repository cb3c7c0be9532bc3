"""The Bikram Sambat calendar of Nepal, in which its papers print their days: 3 Mangsir 2083 is 19 November 2026.

The months follow the sun through the zodiac, and Nepal's calendar committee publishes how long each is: no rule gives them,
so they stand here.
"""

from __future__ import annotations

from datetime import date

FIRST_YEAR = 2057
# Days of the twelve months of each year from then on, less 29; six years a line.
_LENGTHS = """
    232321110012 132321110102 223222101011 223321101011 232321110012 222322010102
    223222101011 223321101011 232321110012 222322011002 223222101011 223321101011
    232321110012 222322011011 223222101011 232321101011 232321110012 222322101011
    223222101011 232321110011 232321110102 222322101011 223222101011 232321110011
    232321110102 223222101011 223222101011 223221110111 232312110111 132321110111
    223222101111 123312110111 132321110111 132321110111 223222110111 123321110111
""".split()  # noqa: SIM905 - a table
_EPOCH = date(2000, 4, 13).toordinal()  # 1 Baisakh 2057
YEARS = range(FIRST_YEAR, FIRST_YEAR + len(_LENGTHS))
LATER = 2070  # a year of four digits from which on none of ours is meant: the web is no older than it


def bikram(y: int, m: int, d: int) -> tuple[int, int, int] | None:
    """The Gregorian year, month and day of a day of a year in `YEARS`; None where that has no such day."""
    if y not in YEARS or not 1 <= m <= 12 or not 1 <= d <= 29 + int(_LENGTHS[y - FIRST_YEAR][m - 1]):
        return None
    before = sum(29 * 12 + sum(map(int, year)) for year in _LENGTHS[: y - FIRST_YEAR])
    within = sum(29 + int(days) for days in _LENGTHS[y - FIRST_YEAR][: m - 1])
    found = date.fromordinal(_EPOCH + before + within + d - 1)
    return found.year, found.month, found.day
