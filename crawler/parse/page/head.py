"""What a page declares beside its text, in its head or elsewhere → the outline: metas, links, title, data, form fields."""

from __future__ import annotations

from typing import TYPE_CHECKING

from crawler.parse.page.attributes import Attributes
from crawler.parse.page.blocks import MAX_MARKS, MAX_PRESSED, Element, Mark, Outline
from crawler.patterns import lazily

MAX_PICTURES = 400  # kept of a page
MAX_ASKING = 20  # fields for an address that are kept of a page
MAX_SAID = 120  # characters of what a field says of itself
_ADDRESS = lazily(  # in lower case
    r"mail|adresse|courriel|correo|почт|пошт|поща|sähköposti|e-?post|pošt|posta|邮箱|郵件|電郵|メール|메일|อีเมล|البريد|ایمیل|דוא|אימייל|ईमेल|ইমেইল"
)

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode


def _meta(out: Outline, node: LexborNode, here: Element) -> None:
    attributes = node.attributes
    content = attributes.get("content") or attributes.get("value")
    if content and (content := content.strip()):
        item = attributes.get("itemprop")
        if item and here.depth > 1 and "date" in item:  # below head and body
            if len(out.marks) < MAX_MARKS:  # of what holds it, which may be a comment: not the page's
                out.marks.append(Mark(item.lower(), "meta", content, "", 0, len(out.blocks), here))
            return
        for name in ("property", "name", "itemprop", "http-equiv"):
            if key := attributes.get(name):
                out.metas.setdefault(key.strip().lower(), []).append(content)


def _link(out: Outline, node: LexborNode, here: Element) -> None:
    attributes = node.attributes
    if href := attributes.get("href"):
        for rel in (attributes.get("rel") or "").lower().split():
            out.links.setdefault(rel, href)


def _title(out: Outline, node: LexborNode, here: Element) -> None:
    if out.title is None:
        out.title = " ".join(node.text().split()) or None


def _base(out: Outline, node: LexborNode, here: Element) -> None:
    out.base = out.base or node.attributes.get("href")


def _script(out: Outline, node: LexborNode, here: Element) -> None:
    out.scripts += 1
    attributes = node.attributes
    kind = (attributes.get("type") or "").lower()
    if "ld+json" in kind:
        out.json_ld.append(node.text())
    elif kind == "application/json" and (attributes.get("id") or attributes.get("data-state")):
        out.state.append(node.text())


def _field(out: Outline, node: LexborNode, here: Element) -> None:
    attributes = node.attributes
    kind = (attributes.get("type") or "text").lower()
    out.forms.append(kind)
    if kind == "radio" and len(out.pressed) < MAX_PRESSED:
        out.pressed.append((here, len(out.blocks), None))
    if len(out.asking) < MAX_ASKING and (kind == "email" or (kind == "text" and _asks(attributes))):
        out.asking.append(here)
    elif kind == "password" and len(out.secret) < MAX_ASKING:
        out.secret.append(here)


def _asks(attributes: Attributes) -> bool:
    """Whether a field for any text calls itself one for an address to write to."""
    said = f"{attributes.get('name') or ''} {attributes.get('placeholder') or ''}"
    return _ADDRESS.search(said[:MAX_SAID].lower()) is not None


def _picture(out: Outline, node: LexborNode, here: Element) -> None:
    if len(out.pictures) < MAX_PICTURES:
        out.pictures[len(out.blocks)] = here


NOTED = {
    "img": _picture,
    "picture": _picture,
    "meta": _meta,
    "link": _link,
    "title": _title,
    "base": _base,
    "script": _script,
    "input": _field,
}  # tag → what notes its element
