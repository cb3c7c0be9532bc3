"""A body and what its site calls it → why it is no page: nothing in it, a file of another kind, or a feed.

A site may call a page anything; the first bytes of a file of another kind are believed against it.
"""

from __future__ import annotations

from storage.records import NotArticleReason

BINARY = (
    b"%PDF",
    b"\x89PNG",
    b"GIF8",
    b"\xff\xd8\xff",
    b"PK\x03\x04",
    b"\x1f\x8b",
    b"RIFF",
    b"Rar!",
    b"\x00\x00\x00",
)
MARKUP = ("html", "xml", "text/plain", "octet-stream")


def not_html(body: bytes, content_type: str | None) -> NotArticleReason | None:
    """The reason why a body is none; None where it may be one."""
    head = body[:1_000].lstrip()
    if not head and not body.strip(b"\0 \t\r\n"):
        return "empty"
    kind = (content_type or "").split(";")[0].strip().lower()
    if kind and not any(m in kind for m in MARKUP):
        return "not-html"
    if head.startswith(BINARY) or (b"<" not in body and head[:1] in (b"{", b"[")):
        return "not-html"
    if head[:5].lower() == b"<?xml" and any(
        m in head.lower() for m in (b"<rss", b"<feed", b"<urlset", b"<sitemapindex")
    ):
        return "not-html"
    return None
