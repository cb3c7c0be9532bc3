"""Real articles, where the shared folder is at hand: the one the project began with, and hundreds about other things."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from crawler.flag import find_mentions, load_watchlist
from storage.records import Article

DATA = Path(__file__).parents[2] / "shared" / "data"


def _needed(path: Path) -> Path:
    if not path.exists():
        pytest.skip(f"{path} is not on this machine")
    return path


def test_the_article_the_project_began_with() -> None:
    lines = _needed(DATA / "gdec-2025-th.txt").read_text("utf-8").split("\n")
    site, title, *body = [line for line in lines if line.strip()]
    article = Article(
        url="https://example.org/gdec",
        title=title,
        text="\n".join(body),
        language="th",
        site_name=site,
        published_at=datetime(2025, 7, 3, tzinfo=UTC),
    )
    found = {mention.forum_id: mention for mention in find_mentions(article, load_watchlist())}
    assert set(found) == {"gdec", "gdec-collab"}
    assert (found["gdec"].edition, found["gdec"].role) == (2025, "main")
    assert (found["gdec-collab"].edition, found["gdec-collab"].role) == (2025, "main")
    whole = {quote.exact.replace("\xa0", " ") for quote in found["gdec"].evidence}
    part = {quote.exact for quote in found["gdec-collab"].evidence}
    assert {"GDEC 2025", "การประชุมเศรษฐกิจดิจิทัลโลก ประจำปี 2568"} <= whole
    assert "Global Digital Economy Collaboration Forum" in part
    for mention in found.values():
        for quote in mention.evidence:
            assert getattr(article, quote.field)[quote.start : quote.end] == quote.exact


def test_pages_about_other_things_are_not_flagged() -> None:
    """The real pages of the shared folder were read by hand: one of them is about a forum, a CES of 2012."""
    lines = _needed(DATA / "extraction" / "truth.jsonl").read_text("utf-8").splitlines()
    pages = [page for line in lines if not (page := json.loads(line))["id"].startswith("synth/")]
    found = []
    for page in pages:
        article = Article(
            url=page["url"],
            title=page["title"] or "",
            text=max(page["texts"] or [""], key=len),
            language=page["lang"],
        )
        found += [(page["id"][:16], m.forum_id, m.role) for m in find_mentions(article, load_watchlist())]
    assert len(pages) > 700
    assert found == [("daniel/20120112_", "ces", "passing")]
