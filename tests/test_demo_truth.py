"""What the small web says by hand must be flagged is what is flagged in the words of its posts."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources import files
from typing import Any

import pytest
import yaml

from crawler.demo.content import Post, load_sites
from crawler.flag import Watchlist, find_mentions, load_watchlist
from storage.records import Article, Mention

EXPECTED = yaml.safe_load((files("crawler.demo") / "expected.yaml").read_text("utf-8"))["mentions"]


def cases() -> Iterator[Any]:
    for site in load_sites():
        for post in site.articles:
            yield pytest.param(site.language, post, EXPECTED[site.id][post.path], id=site.id + post.path)


@pytest.fixture(scope="module")
def watchlist() -> Watchlist:
    return load_watchlist()


def flagged(language: str, post: Post, watchlist: Watchlist) -> dict[tuple[str, int | None], Mention]:
    article = Article(
        url="http://127.0.0.1/",
        title=post.title,
        text="\n".join(post.text),
        published_at=post.at,
        language=language[:2],
    )
    return {(m.forum_id, m.edition): m for m in find_mentions(article, watchlist)}


@pytest.mark.parametrize(("language", "post", "truth"), list(cases()))
def test_the_words_of_a_post_are_flagged_as_its_author_meant(
    language: str, post: Post, truth: list[dict[str, Any]], watchlist: Watchlist
) -> None:
    found = flagged(language, post, watchlist)
    assert set(found) == {(told["forum_id"], told["edition"]) for told in truth}
    roles = {(told["forum_id"], told["edition"]): told["role"] for told in truth if "role" in told}
    assert {key: found[key].role for key in roles} == roles
