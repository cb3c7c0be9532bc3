"""Values → pages. Every text in them was scraped or typed by somebody: it is escaped, cut and kept on its line."""

from __future__ import annotations

import functools
import hashlib
import re
from datetime import datetime
from pathlib import Path
from typing import Any
from urllib.parse import urlencode, urlsplit

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from crawler.rows import UNSAFE, behind, from_word, outlet_of, told_before

from .desk import Desk
from .directions import direction
from .files import CITED, FORMATS
from .requested import desk_at
from .tongues import tongue

HERE = Path(__file__).parent
UNKEPT = "no-store"  # else a browser that goes back shows a list as it was, and a page to who has logged out
MOST = 300  # code points of a title or a quote
_UNSEEN = re.compile(  # joiners, fillers, blank Braille, variation selectors: none of them says anything alone
    "[\\s\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200d\u2800\u3164\ufe00-\ufe0f\uffa0\U000e0000-\U000e0fff]*"
)
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}")
NAV = (
    ("/", "New"),
    ("/mentions", "Mentions"),
    ("/stories", "Stories"),
    ("/articles", "Articles"),
    ("/forums", "Forums"),
    ("/reports", "Reports"),
    ("/sources", "Sources"),
)
MORE = (
    ("/changes", "Changes"),
    ("/readers", "Readers"),
    ("/losses", "Losses"),
    ("/errors", "Errors"),
    ("/candidates", "Candidates"),
    ("/api", "API"),
)


def plainly(value: Any, most: int = MOST) -> str:
    """The value as one line without anything that hides or reorders text, of at most so many code points."""
    if value is None:
        return ""
    text = " ".join(UNSAFE.sub(" ", str(value)[: most * 4]).split())
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"


def titled(value: Any, most: int = MOST) -> str:
    """A title as one line; "" where there is nothing in it that an eye sees or a finger finds."""
    said = plainly(value, most)
    return "" if _UNSEEN.fullmatch(said) else said


def harmless(text: str) -> str:
    """A piece of a line: what hides or reorders text becomes a space, and its own spaces stay."""
    return UNSAFE.sub(" ", text)


def link(url: Any) -> str | None:
    """`url` where a browser may follow it: http or https, with a host, nobody's password in it."""
    text = str(url or "")
    try:
        parts = urlsplit(text)
        fit = parts.scheme in ("http", "https") and parts.hostname and parts.username is None
    except ValueError:
        return None
    return text if fit and not UNSAFE.search(text) and len(text) <= 4000 else None


def language(code: Any) -> str:
    """`code` where it may stand in a lang attribute, else "" (unknown)."""
    return str(code) if code and _LANGUAGE.fullmatch(str(code)) else ""


def day(moment: datetime | None) -> str:
    """3 July 2025, by the publisher's own clock."""
    return f"{moment:%-d %B %Y}" if moment else ""


def minute(moment: datetime | None) -> str:
    """3 July 2025, 09:00 UTC."""
    return f"{moment:%-d %B %Y, %H:%M} {_zone(moment)}" if moment else ""


def _zone(moment: datetime) -> str:
    said = moment.strftime("%z")
    return f"UTC{said[:3]}:{said[3:5]}" if moment.utcoffset() else "UTC"


def ago(moment: datetime | None, now: datetime) -> str:
    """How long ago, as a person says it."""
    if moment is None:
        return "never"
    seconds = (now - moment).total_seconds()
    for size, name in ((86_400, "day"), (3600, "hour"), (60, "minute")):
        if seconds >= size:
            count = int(seconds // size)
            return f"{count} {name}{'' if count == 1 else 's'} ago"
    return "just now"


def count(number: int, one: str, many: str | None = None) -> str:
    """1 mention, 2 mentions."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def coded(text: str) -> Markup:
    """Words between backticks as code."""
    parts = (
        Markup("<code>{}</code>").format(part) if n % 2 else escape(part)
        for n, part in enumerate(text.split("`"))
    )
    return Markup("").join(parts)


def meaning(parameter: dict[str, Any]) -> str:
    """What a parameter of OpenAPI is: its description, or what it may be."""
    said = parameter.get("schema", {})
    kind = next((each for each in said.get("anyOf", ()) if each.get("type") != "null"), said)
    kind = kind.get("items", kind)
    told = next(filter(None, (each.get("description") for each in (parameter, said, kind))), None)
    allowed = ", ".join(f"`{value}`" for value in kind.get("enum", ()))
    where = "in the address" if parameter.get("in") == "path" else ""
    return "; ".join(filter(None, (told, allowed or (None if told else kind.get("type")), where)))


@functools.cache
def _address(name: str) -> str:
    """A static file's address, which changes with its contents."""
    said = hashlib.blake2b((HERE / "static" / name).read_bytes(), digest_size=6).hexdigest()
    return f"/static/{name}?v={said}"


@functools.cache
def environment() -> Environment:
    """Jinja with our filters; every value is escaped, and one that does not exist is a fault."""
    made = Environment(
        loader=FileSystemLoader(HERE / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters |= {
        "coded": coded,
        "meaning": meaning,
        "plainly": plainly,
        "titled": titled,
        "direction": direction,
        "from_word": from_word,
        "behind": behind,
        "tongue": tongue,
        "harmless": harmless,
        "link": link,
        "language": language,
        "told_before": told_before,
        "day": day,
        "minute": minute,
    }
    made.globals |= {
        "static": _address,
        "count": count,
        "outlet": outlet_of,
        "formats": FORMATS,
        "cited": CITED,
        "nav": NAV,
        "more_nav": MORE,
    }
    return made


def page(request: Request, template: str, status: int = 200, **values: Any) -> Response:
    """The template as a page."""
    desk, now = desk_at(request), desk_at(request).now()
    shared = {
        "path": request.url.path,
        "here": _here(request),
        "visitor": getattr(request.state, "visitor", None),
        "closed": request.app.state.rules.closed,
        "now": now,
        "ago": lambda moment: ago(moment, now),
        "forum_name": lambda forum_id: _forum_name(desk, forum_id),
        "forum_short": lambda forum_id: desk.labels.get(forum_id, forum_id),
        "with_query": functools.partial(_with_query, request),
        "typed": functools.partial(_typed, request),
        "sought": _sought(request),
    }
    text = environment().get_template(template).render(shared | values)
    return HTMLResponse(text.encode("utf-8", "replace"), status, {"cache-control": UNKEPT})


def _here(request: Request) -> str:
    return request.url.path + (f"?{request.url.query}" if request.url.query else "")


def _with_query(request: Request, **changes: Any) -> str:
    """The address of this page with some parameters changed; None takes one out."""
    kept = [(k, v) for k, v in request.query_params.multi_items() if k not in changes and v]
    said = kept + [(name, str(value)) for name, value in changes.items() if value is not None]
    return request.url.path + (f"?{urlencode(said)}" if said else "")


def _typed(request: Request, name: str) -> str:
    """What was asked for under that name, as it was written: 24h is no day, and a time no midnight."""
    return (request.query_params.getlist(name) or [""])[-1].strip()


def _sought(request: Request) -> str:
    """What stands in the search box: what was sought on this page."""
    return request.query_params.get("q", "") if request.url.path == "/search" else ""


def _forum_name(desk: Desk, forum_id: str) -> str:
    forum = desk.watchlist.known.get(forum_id)
    return forum.name if forum else forum_id
