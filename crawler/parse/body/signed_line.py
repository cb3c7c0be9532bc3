"""A line → whether it is the names of the authors, a word or two beside them, and nothing else."""

from __future__ import annotations

import re

from crawler.parse.page.clean import width
from crawler.patterns import lazily

SIGNED, BESIDE_NAME = 80, 24  # characters of a line that names the authors, and of what stands beside them
MAIL = lazily(r"\S+@\S+\.\w{2,}$")
_OFFICE = re.compile(r"\s?[,،(–-][^.!?;:]{0,36}")  # behind a name


def names_whom(line: str, names: list[str]) -> bool:
    """Whether a line is the names of the authors, or a label, one of them, and what he is: "Report: Ann Lee, in Newtown"."""
    told = line.casefold()
    if is_signed(told, names):
        return True
    before, label, behind = told.partition(":")
    name = next((n for n in names if behind.lstrip().startswith(n)), None) if label else None
    return (
        name is not None
        and before.strip("([ ").isalpha()
        and _OFFICE.fullmatch(behind.lstrip(), len(name)) is not None
    )


def is_signed(line: str, names: list[str]) -> bool:
    """Whether a line is the names of the authors and a word or two: "By Ann Lee", "Interview: Ann Lee and Tom Ray"."""
    if len(line) > SIGNED or not any(name in line for name in names):
        return False
    for name in names:
        line = line.replace(name, " ")
    line = MAIL.sub(" ", line)
    beside = " ".join(line.split())
    if beside.endswith(".") and len(beside.split()) > 1:  # "Ann Lee builds boats, too."
        return False
    return (
        width(beside) <= BESIDE_NAME and not any(map(str.isdigit, beside)) and beside[-1:] not in ("!", "?")
    )
