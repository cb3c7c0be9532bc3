"""pages/*.yaml → sites and their posts. Reads the package's own files alone; what they say is trusted.

A post that names `copy_of` tells the text of that post under a headline and dateline of its own: all of it or
its `first` paragraphs, and what it has `more`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from functools import cache
from importlib.resources import files
from typing import Any, Literal
from zoneinfo import ZoneInfo

import yaml

PostKind = Literal["article", "video", "tag", "missing", "private"]

# What pages say of themselves is narrower than what their authors typed; these are the superset codecs.
CODECS: Mapping[str, str] = {
    "tis-620": "cp874",
    "gb2312": "gb18030",
    "big5": "cp950",
    "shift_jis": "cp932",
    "euc-kr": "cp949",
    "windows-1251": "cp1251",
    "iso-8859-1": "cp1252",
}


@dataclass(frozen=True, slots=True)
class Post:
    """One page of a site; ``text`` holds paragraphs."""

    path: str
    kind: PostKind
    title: str
    at: datetime
    text: tuple[str, ...] = ()
    author: str | None = None
    section: str | None = None
    tags: tuple[str, ...] = ()
    teasers: tuple[str, ...] = ()  # headlines around it, instead of those of the site's other posts
    via: str | None = None  # the address that is announced; it redirects to ``path``


@dataclass(frozen=True, slots=True)
class Site:
    """One outlet: how it writes and serves its posts."""

    id: str
    name: str
    language: str
    country: str
    timezone: str
    layout: str
    feed: str
    dates: str  # calendar style of what readers see
    encoding: str = "utf-8"  # as the pages declare it
    declared: bool = True  # whether the Content-Type header says it too
    words: Mapping[str, str] = field(default_factory=dict)  # furniture in the site's language
    posts: tuple[Post, ...] = ()

    @property
    def articles(self) -> tuple[Post, ...]:
        """The posts that are news articles."""
        return tuple(post for post in self.posts if post.kind == "article")

    def encoded(self, document: str) -> bytes:
        """The bytes that are served; what the encoding lacks becomes a character reference."""
        return document.encode(CODECS.get(self.encoding, self.encoding), "xmlcharrefreplace")


@cache
def load_sites() -> tuple[Site, ...]:
    """Every site of the package, in order of its file's name."""
    folder = files(__package__) / "pages"
    found = sorted((f for f in folder.iterdir() if f.name.endswith(".yaml")), key=lambda f: f.name)
    raw = [yaml.safe_load(f.read_text("utf-8")) for f in found]
    texts = {f"{site['id']}{post['path']}": post for site in raw for post in site["posts"]}
    return tuple(_site(site, texts) for site in raw)


def _site(raw: dict[str, Any], texts: Mapping[str, dict[str, Any]]) -> Site:
    zone = ZoneInfo(raw["timezone"])
    posts = sorted((_post(post, zone, texts) for post in raw["posts"]), key=lambda p: p.at, reverse=True)
    return Site(**{**raw, "posts": tuple(posts)})


def _post(raw: dict[str, Any], zone: ZoneInfo, texts: Mapping[str, dict[str, Any]]) -> Post:
    text = _paragraphs(texts[raw["copy_of"]] if "copy_of" in raw else raw)[: raw.get("first")]
    dateline = raw.get("dateline")
    if dateline and text:
        text = (f"{dateline} {text[0]}", *text[1:])
    text += _paragraphs(raw, "more")
    return Post(
        path=raw["path"],
        kind=raw.get("kind", "article"),
        title=raw["title"],
        at=datetime.fromisoformat(raw["date"]).replace(tzinfo=zone),
        text=text,
        author=raw.get("author"),
        section=raw.get("section"),
        tags=tuple(raw.get("tags", ())),
        teasers=tuple(raw.get("teasers", ())),
        via=raw.get("via"),
    )


def _paragraphs(raw: Mapping[str, Any], key: str = "text") -> tuple[str, ...]:
    return tuple(p.strip() for p in raw.get(key, "").split("\n") if p.strip())
