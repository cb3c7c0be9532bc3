"""The JSON-LD of a page → what it declares of its article.

A graph often holds many things: the site, the page, its author, other articles in a list. The article is the
one of the most news-like type that stands highest; what it refers to by ``@id`` is looked up in the graph.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

MAX_SCRIPTS = 40
MAX_LENGTH = 1_000_000  # characters of one script: a body of that length is no article
MAX_NODES = 3_000
MAX_UPDATES = 500  # posts of a live blog

RANKS = {  # which type speaks for the page, the higher the better
    "newsarticle": 5,
    "reportagenewsarticle": 5,
    "analysisnewsarticle": 5,
    "opinionnewsarticle": 5,
    "backgroundnewsarticle": 5,
    "reviewnewsarticle": 5,
    "liveblogposting": 5,
    "advertisercontentarticle": 4,
    "article": 4,
    "blogposting": 4,
    "imagegallery": 4,
    "mediagallery": 4,
    "techarticle": 4,
    "scholarlyarticle": 4,
    "report": 4,
    "review": 3,
    "recipe": 3,
    "socialmediaposting": 3,
    "qapage": 2,
    "discussionforumposting": 2,
    "videoobject": 2,
    "podcastepisode": 2,
    "creativework": 2,
    "webpage": 1,
    "itempage": 1,
    "medicalwebpage": 1,
    "aboutpage": 1,
}
_ARTICLE = 3  # a rank from here on is an article
_THINGS = frozenset(  # types of what a page may be about, or be, and no article then; with all that end in "event"
    ("product", "productgroup", "productmodel", "offer", "aggregateoffer", "vehicle", "jobposting", "course", "person", "profilepage", "definedterm", "definedtermset", "collectionpage", "searchresultspage", "contactpage", "checkoutpage", "aboutpage", "localbusiness", "professionalservice", "corporation")
)  # fmt: skip
MAX_THINGS = 20
_FIELD = re.compile(
    r'"(datePublished|dateModified|headline|articleSection|inLanguage)"\s*:\s*"([^"\\]{1,500})"'
)
_OF_OTHERS = frozenset(  # whose dates, titles and authors are not the page's
    ("itemListElement", "review", "reviews", "comment", "comments", "citation", "mentions", "isBasedOn")
)
_CREDITS = ("sourceOrganization", "creditText", "provider")
_COMMA = re.compile(r",(\s*[}\]])")
_JSON = json.JSONDecoder(strict=False)  # line breaks within strings forgiven
_OPENERS = ("<!--", "/*<![CDATA[*/", "/* <![CDATA[ */", "//<![CDATA[", "// <![CDATA[", "<![CDATA[")
_CLOSERS = ("-->", "/*]]>*/", "/* ]]> */", "//]]>", "// ]]>", "]]>", ";")

Node = dict[str, Any]
HOLDERS = (dict, list)  # a union would be made anew for each value that is asked


@dataclass(frozen=True, slots=True)
class Declared:
    """What JSON-LD says of the article; raw strings, entities and all."""

    kind: str | None = None  # its type in lower case; None: there is none
    article: bool = False  # a type of article, not of page
    headline: str | None = None
    published: str | None = None
    modified: str | None = None
    authors: tuple[str, ...] = ()
    contributors: tuple[str, ...] = ()  # further authors, or who lent a hand
    publisher: str | None = None
    section: str | None = None
    keywords: tuple[str, ...] = ()
    image: str | None = None
    language: str | None = None
    description: str | None = None
    body: str | None = None
    url: str | None = None
    outlets: tuple[str, ...] = ()  # names of organisations in the graph: no persons
    free: bool | None = None  # whether all of it is shown to everybody (isAccessibleForFree)
    walled: tuple[str, ...] = ()  # CSS selectors of what is not
    updates: tuple[str, ...] = ()  # of a live blog, newest first where it says so: heading and text of each
    pictures: bool = False  # a gallery
    video: bool = False  # of an article, that it is a video as well
    credits: tuple[str, ...] = ()  # whom it has its text from
    things: tuple[
        tuple[str, str | None], ...
    ] = ()  # type and name of other things, where no article is declared


def read_jsonld(scripts: list[str]) -> Declared:
    """The article of all JSON-LD scripts of one page; what cannot be read is passed over."""
    nodes = [n for script in scripts[:MAX_SCRIPTS] for n in _nodes(_load(script))][:MAX_NODES]
    by_id = {i: n for n, _ in nodes if isinstance(i := n.get("@id"), str) and len(n) > 2}
    ranked = [(rank, n, depth) for n, depth in nodes if (rank := _rank(n))]
    if not ranked:
        return Declared(outlets=_outlets(nodes), things=_other_things(nodes))
    # Among equals the one that stands highest, then the one that says when, then the one that says most.
    best = max(ranked, key=lambda r: (r[0], -r[2], "datePublished" in r[1], len(r[1])))
    rank, node, _ = best
    page = next((n for r, n, _ in ranked if r == 1 and "datePublished" in n), {})
    declared = _declared(node, page, rank, by_id, _outlets(nodes))
    return declared if declared.article else replace(declared, things=_other_things(nodes))


def _other_things(nodes: list[tuple[Node, int]]) -> tuple[tuple[str, str | None], ...]:
    """What else is told of; what is sold is an offer as well."""
    found = []
    for node, _ in nodes:
        kinds = [k for k in _types(node) if k in _THINGS or k.endswith("event")] if "@type" in node else []
        if kinds:
            name = _text(node.get("name")) or _text(node.get("title"))
            found += [(kind, name) for kind in kinds] + ([("offer", name)] if node.get("offers") else [])
    return tuple(dict.fromkeys(found))[:MAX_THINGS]


def _declared(
    node: Node, page: Node, rank: int, by_id: dict[str, Node], outlets: tuple[str, ...]
) -> Declared:
    image = _first(node.get("image"), by_id, ("url", "contentUrl", "@id"))
    return Declared(
        kind=_types(node)[0],
        article=rank >= _ARTICLE,
        headline=_text(node.get("headline")) or (_text(node.get("name")) if rank >= _ARTICLE else None),
        published=_text(node.get("datePublished"))
        or _text(page.get("datePublished"))
        or _text(node.get("dateCreated"))
        or _text(node.get("uploadDate")),
        modified=_text(node.get("dateModified")) or _text(page.get("dateModified")),
        authors=tuple(_names(node.get("author") or node.get("creator"), by_id)),
        contributors=tuple(_names(node.get("contributor"), by_id)),
        publisher=_first(node.get("publisher"), by_id, ("name",)),
        section=_first(node.get("articleSection"), by_id, ("name",)),
        keywords=tuple(_names(node.get("keywords"), by_id)),
        image=image,
        language=_first(node.get("inLanguage"), by_id, ("alternateName", "name")),
        description=_text(node.get("description")),
        body=_text(node.get("articleBody")) or _text(node.get("text")),
        url=_first(node.get("url") or node.get("mainEntityOfPage"), by_id, ("@id", "url")),
        outlets=outlets,
        free=_free(node),
        walled=_walled(node),
        updates=_updates(node),
        pictures="imagegallery" in _types(node) or "mediagallery" in _types(node),
        video="videoobject" in _types(node),
        credits=_credits(node, by_id),
    )


def _credits(node: Node, by_id: dict[str, Node]) -> tuple[str, ...]:
    found = (_first(node.get(key), by_id, ("name",)) for key in _CREDITS if key in node)
    return tuple(name for name in found if name)


def _free(node: Node) -> bool | None:
    """Whether a node, or any part of it, is for subscribers alone: a boolean, or its name in any spelling."""
    said = [part.get("isAccessibleForFree") for part in (node, *_parts(node))]
    words = [str(value).lower().rsplit("/", 1)[-1] for value in said if value is not None]
    return None if not words else not any(word in ("false", "no", "0") for word in words)


def _walled(node: Node) -> tuple[str, ...]:
    found = (part.get("cssSelector") for part in _parts(node))
    return tuple(value for value in found if isinstance(value, str) and len(value) < 200)


def _parts(node: Node) -> list[Node]:
    parts = node.get("hasPart")
    return [part for part in (parts if isinstance(parts, list) else [parts])[:20] if isinstance(part, dict)]


def _updates(node: Node) -> tuple[str, ...]:
    posts = node.get("liveBlogUpdate")
    found = []
    for post in (posts if isinstance(posts, list) else [posts])[:MAX_UPDATES]:
        if isinstance(post, dict):
            said = (_text(post.get(key)) for key in ("headline", "articleBody"))
            found.append("\n".join(dict.fromkeys(text for text in said if text)))
    return tuple(text for text in found if text)


def _load(script: str) -> Any:
    """The value of one script, its usual faults mended; None where that does not help."""
    if len(script) > MAX_LENGTH:
        return None
    script = script.strip()
    for opener in _OPENERS:
        script = script.removeprefix(opener)
    for closer in _CLOSERS:
        script = script.rstrip().removesuffix(closer)
    for mend in (str.strip, _without_last_commas):
        try:
            return _JSON.decode(mend(script))
        except (ValueError, RecursionError):
            continue
    return _scraped(script)


def _without_last_commas(script: str) -> str:
    return _COMMA.sub(r"\1", script)


def _scraped(script: str) -> Node | None:
    """The plain fields of a script that is no JSON; one broken string should not cost the date."""
    found: Node = {}
    for key, value in _FIELD.findall(script[:200_000]):
        found.setdefault(key, value)
    return {"@type": "Article", **found} if "datePublished" in found else None


def _nodes(value: Any) -> Iterator[tuple[Node, int]]:
    """Every object in a value with its depth, those that stand high first; nothing of other articles and of comments."""
    level, depth, count = [value], 0, 0
    while level and depth < 12:
        below: list[Any] = []
        for item in level:
            if isinstance(item, list):
                below += [i for i in item if isinstance(i, HOLDERS)]
            elif isinstance(item, dict):
                count += 1
                yield item, depth
                below += [i for k, i in item.items() if isinstance(i, HOLDERS) and not _of_others(k, i)]
            if count > MAX_NODES:
                return
        level, depth = below, depth + 1


def _of_others(key: str, value: dict[str, Any] | list[Any]) -> bool:
    """Whether what stands under a name is not the page's; a single review may be."""
    return key in _OF_OTHERS and not (key == "review" and isinstance(value, dict))


def _types(node: Node) -> list[str]:
    kinds = node.get("@type")
    if isinstance(kinds, str) and kinds.isalnum():  # as in most of them
        return [kinds.lower()]
    kinds = kinds if isinstance(kinds, list) else [kinds]
    return [k.lower().rsplit("/", 1)[-1].rsplit(":", 1)[-1] for k in kinds if isinstance(k, str)]


def _rank(node: Node) -> int:
    kinds = _types(node) if "@type" in node else ()
    return max([RANKS.get(kind, 0) for kind in kinds], default=0)


def _outlets(nodes: list[tuple[Node, int]]) -> tuple[str, ...]:
    names = []
    for node, _ in nodes:
        if "name" not in node and "alternateName" not in node:
            continue
        if any(k.endswith("organization") or k == "website" for k in _types(node)):
            names += [n for n in (_text(node.get("name")), _text(node.get("alternateName"))) if n]
    return tuple(dict.fromkeys(names))


def _text(value: Any) -> str | None:
    """A string that says something, of a value that may be a list or a language map."""
    if isinstance(value, list):
        value = next((v for v in value if isinstance(v, str | dict)), None)
    if isinstance(value, dict):
        value = value.get("@value") or value.get("name")
    if isinstance(value, int | float) and not isinstance(value, bool):
        value = str(value)
    return (value.strip() or None) if isinstance(value, str) else None


def _first(value: Any, by_id: dict[str, Node], keys: tuple[str, ...]) -> str | None:
    """The first name or address in a value that may be a string, an object, a reference or a list of them."""
    while isinstance(value, list):
        value = value[0] if value else None
    if isinstance(value, dict):
        value = by_id.get(str(value.get("@id")), value) if len(value) <= 2 else value
        value = next((v for k in keys if isinstance(v := value.get(k), str)), None)
    return (value.strip() or None) if isinstance(value, str) else None


def _names(value: Any, by_id: dict[str, Node]) -> list[str]:
    """The names in a value, in order."""
    found: list[str] = []
    for item in (value if isinstance(value, list) else [value])[:200]:
        if isinstance(item, dict):
            item = by_id.get(str(item.get("@id")), item) if "name" not in item else item
            name = item.get("name")
            found += [n for n in (name if isinstance(name, list) else [name]) if isinstance(n, str)]
        elif isinstance(item, str):
            found.append(item)
        elif isinstance(item, list):
            found += [i for i in item if isinstance(i, str)]
    return [name.strip() for name in found if name.strip()]
