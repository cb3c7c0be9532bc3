"""A proved source → its stanza for sources.yaml: only what its documents prove. Pure.

id ← the site's name · name ← the document's title · language ← the article read · country, timezone ← the host's
ending · every ← how fast the document turns over · encoding, render, read ← what would go wrong without
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Collection, Sequence
from datetime import datetime
from functools import cache
from importlib.resources import files
from itertools import pairwise
from statistics import median
from typing import Any

from crawler.dedupe import site
from crawler.discover import mislabelled
from crawler.prove import Document, Proof
from storage.records import NotArticleReason
from storage.text.languages import tag_of

MAX_NAME, MAX_ID = 80, 60  # characters
MANY_DATES = 3  # of fewer no rhythm is made
STEPS_S = {
    "1m": 60,
    "2m": 120,
    "5m": 300,
    "10m": 600,
    "15m": 900,
    "30m": 1800,
    "1h": 3600,
}  # `every` is a promise to people who wait for news: none is longer than an hour
UNHURRIED_S = 900  # faster only where the document turns over faster

_WALLS: tuple[NotArticleReason, ...] = ("bot-wall", "consent", "login", "paywall")
_WORD = re.compile("[a-z0-9]+")
_NUMBER = re.compile(r"[\d.]*|\[.*")
_DULL = frozenset(
    [
        "www",
        "rss",
        "feed",
        "feeds",
        "atom",
        "xml",
        "index",
        "rdf",
        "sitemap",
        "news",
        "html",
        "php",
        "default",
        "category",
        "section",
        "en",
        "com",
        "home",
    ]
)
_APART = re.compile(r"\s+[|·»–—]\s+|\s+-\s+(?=rss|atom|feed|home)", re.I)
_ANYWHERE = frozenset(
    [
        "ac",
        "ai",
        "am",
        "as",
        "bz",
        "cc",
        "cd",
        "co",
        "eu",
        "fm",
        "gg",
        "io",
        "la",
        "ly",
        "me",
        "ms",
        "mu",
        "nu",
        "sc",
        "sh",
        "st",
        "su",
        "tk",
        "to",
        "tv",
        "vc",
        "ws",
    ]
)  # endings of countries that anybody buys


def described(proof: Proof, taken: Collection[str], heading: str | None = None) -> dict[str, Any]:
    """The stanza of a source that was proved; `heading` names it where its document does not.

    Its id is none of those `taken`, which are in lower case.
    """
    document = proof.document
    assert document is not None
    source = document.source
    url = document.moved_to or source.url
    name = plain_name(document.found.title or heading)
    stanza: dict[str, Any] = {"id": new_id(url, name, taken)}
    stanza |= {"name": name} if name else {}
    stanza |= {"kind": source.kind, "url": url}
    stanza |= _where(proof, document, url)
    every = suggested_every(document.dates)
    stanza |= {"every": every} if every else {}
    if encoding := source.encoding or mislabelled(document.page):
        stanza["encoding"] = encoding
    return stanza | _how_read(proof)


def suggested_every(dates: Sequence[datetime]) -> str | None:
    """How often a document with entries of these dates must be asked; None where there are too few to tell.

    Between two polls less than half of it may be new, in its densest stretch too: then no entry can have
    passed by unseen. Where that leaves time, what comes seldom is asked for seldom.
    """
    times = sorted(date.timestamp() for date in dates)
    if len(times) < MANY_DATES:
        return None
    half = (len(times) + 1) // 2
    densest = min(times[at + half] - times[at] for at in range(len(times) - half))
    usual = median(later - before for before, later in pairwise(times))
    wanted = min(densest, max(usual, UNHURRIED_S))
    fitting = [step for step, seconds in STEPS_S.items() if seconds <= wanted]
    return fitting[-1] if fitting else "1m"


def _where(proof: Proof, document: Document, url: str) -> dict[str, str]:
    said = (tag_of(entry.language or "") for entry in document.found.entries)
    languages = Counter(filter(None, said))
    told = [proof.article.language] if proof.article and proof.article.language else list(languages)[:1]
    country = _country(url)
    zone = _zones().get(country or "")
    where = {"language": told[0] if told else None, "country": country, "timezone": zone}
    return {name: value for name, value in where.items() if value}


def _country(url: str) -> str | None:
    """The country of the host's ending, where only people of that country have it."""
    ending = site(url).partition(":")[0].rpartition(".")[2]
    if len(ending) != 2 or not ending.isalpha() or ending in _ANYWHERE or "." not in site(url):
        return None
    return "GB" if ending == "uk" else ending.upper()


@cache
def _zones() -> dict[str, str]:
    """The time zones of the countries that have one only."""
    rows = (files("tzdata") / "zoneinfo" / "zone.tab").read_text("utf-8").splitlines()
    pairs = [tuple(row.split("\t")[::2][:2]) for row in rows if not row.startswith("#")]
    count = Counter(country for country, _ in pairs)
    return {country: zone for country, zone in pairs if count[country] == 1}


def _how_read(proof: Proof) -> dict[str, Any]:
    """What would make pages readable that are not."""
    source = proof.document.source if proof.document else None
    if source and (source.render or proof.reason == "shell"):
        return {"render": True}
    return {"read": "never"} if proof.unread or proof.reason in _WALLS else {}


def plain_name(title: str | None) -> str | None:
    """The first part of a title, as a line that no variable stands in."""
    said = _APART.split(" ".join((title or "").split()))[0].replace("${", "{")
    return said[:MAX_NAME].strip() or None


def new_id(url: str, name: str | None, taken: Collection[str]) -> str:
    """An id made of the site's name, with the section's where that is `taken` (in lower case)."""
    own = site(url).partition(":")[0]
    label = _slug(name or "") if _NUMBER.fullmatch(own) else own.partition(".")[0]
    label = label[:MAX_ID].strip("-") if _WORD.match(label) else "source"
    words = [word for word in _WORD.findall(_path(url)) if word not in _DULL and not word.isdigit()]
    section = "-".join([label, *(word for word in words[:3] if word not in label)])
    return label if label.lower() not in taken else free_id(section[:MAX_ID].strip("-"), taken)


def free_id(wanted: str, taken: Collection[str]) -> str:
    """`wanted`, with a number behind it where it is `taken` (in lower case)."""
    numbered = (f"{wanted}-{n}" for n in range(2, len(taken) + 3))
    return wanted if wanted.lower() not in taken else next(i for i in numbered if i.lower() not in taken)


def _path(url: str) -> str:
    return url.partition("://")[2].partition("/")[2].partition("?")[0].lower()


def _slug(name: str) -> str:
    """The name's Latin words with hyphens between them."""
    plain = unicodedata.normalize("NFKD", name.lower())
    return "-".join(_WORD.findall("".join(c for c in plain if not unicodedata.combining(c))))
