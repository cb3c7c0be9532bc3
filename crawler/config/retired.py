"""Keys of sources.yaml that earlier versions took, and what does their work now. Pure.

    document ─put_aside→ the document without them, a sentence for each

A file that was right goes on being read: a daemon that is upgraded while nobody looks must not stop hearing the news. What
a key asked for and is not done is told instead, by every verb and in `status`. A key is put down here in the change that
takes it out of the shapes.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from .yamlfile import Document, Fault, Path

RETIRED: Mapping[
    tuple[str, ...], str
] = {  # where it stood, in lists in each of their rows → what to do instead
    ("alerts",): "nothing is sent; subscribe to /feeds/mentions.atom of the dashboard, or let cron run "
    "`forumwatch mentions --new --cursor NAME`",
}


def put_aside(document: Document, retired: Mapping[tuple[str, ...], str] = RETIRED) -> Iterator[Fault]:
    """Take retired keys out of the document; yields for each where it stands, that it does nothing, and what does."""
    for key, instead in retired.items():
        for path, holder in list(_holders(document.data, key, ())):
            line = document.line_of(path)
            del holder[key[-1]]
            label = ".".join(str(part + 1 if isinstance(part, int) else part) for part in path)
            yield Fault(line, f"{label}: no key any more, and without effect; {instead}")


def _holders(data: Any, key: tuple[str, ...], path: Path) -> Iterator[tuple[Path, dict[str, Any]]]:
    """Where the key stands, with the mapping that has it."""
    if isinstance(data, list):
        for at, row in enumerate(data):
            yield from _holders(row, key, (*path, at))
    elif isinstance(data, dict) and key[0] in data:
        if len(key) == 1:
            yield (*path, key[0]), data
        else:
            yield from _holders(data[key[0]], key[1:], (*path, key[0]))
