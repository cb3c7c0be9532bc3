"""The small web, crawled by the real path: articles, languages, days, mentions and stories as its authors wrote them."""

import asyncio
from dataclasses import dataclass
from pathlib import Path

import pytest
from newsroom import forumwatch, forumwatch_anew

from crawler.commands.crawl import checked_watchlist, crawl_once
from crawler.commands.demo import config_of
from crawler.demo import DemoWeb
from crawler.demo.content import Post, Site
from crawler.demo.web import Expected
from storage.articles import save as articles
from storage.articles.save import StoredArticle
from storage.database import Database
from storage.mentions import stream as mentions
from storage.mentions.stream import StoredMention


@dataclass(frozen=True)
class Crawl:
    """What was served, what had to come, and what came."""

    posts: dict[str, tuple[Site, Post]]
    expected: Expected
    articles: dict[str, StoredArticle]
    mentions: list[StoredMention]


@pytest.fixture(scope="module")
def crawl(tmp_path_factory: pytest.TempPathFactory) -> Crawl:
    return asyncio.run(_crawl(f"sqlite:///{tmp_path_factory.mktemp('demo')}/watch.db"))


async def _crawl(url: str) -> Crawl:
    async with DemoWeb.start() as web:
        config = config_of(web, url)
        with Database(url) as db:
            await crawl_once(config, checked_watchlist(config), db, everything=True)
            stored = db.read(lambda conn: articles.list_articles(conn, full=True, limit=None))
            found = db.read(lambda conn: mentions.newest(conn, limit=None))
        posts = {web.url(site.id, post.path): (site, post) for site in web.sites for post in site.posts}
        return Crawl(posts, web.expected(), {a.article.url: a for a in stored}, found)


def test_every_article_is_stored_and_nothing_else(crawl: Crawl):
    written = {url for url, (_, post) in crawl.posts.items() if post.kind == "article"}
    assert set(crawl.articles) == written


def test_titles_and_texts_are_those_that_were_written(crawl: Crawl):
    for url, stored in crawl.articles.items():
        site, post = crawl.posts[url]
        assert stored.article.text == "\n".join(post.text), site.id + post.path
        assert stored.article.title == " ".join(post.title.split()), site.id + post.path


def test_days_and_languages_are_read_in_every_calendar(crawl: Crawl):
    for url, stored in crawl.articles.items():
        site, post = crawl.posts[url]
        said = stored.article.published_at
        assert said is not None, site.id + post.path
        assert said.astimezone(post.at.tzinfo).date() == post.at.date(), site.id + post.path
        assert stored.article.language == site.language[:2], site.id + post.path


def test_mentions_are_those_that_its_authors_know_of(crawl: Crawl):
    wanted = {
        (url, m["forum_id"], m["edition"]): m.get("role")
        for url, found in crawl.expected.mentions.items()
        for m in found
    }
    got = {(m.url, m.mention.forum_id, m.mention.edition): m.mention.role for m in crawl.mentions}
    assert set(got) == set(wanted)
    assert {k: got[k] for k, role in wanted.items() if role} == {k: r for k, r in wanted.items() if r}


def test_every_quote_stands_where_the_evidence_says(crawl: Crawl):
    for found in crawl.mentions:
        article = crawl.articles[found.url].article
        assert found.mention.evidence
        for quote in found.mention.evidence:
            assert getattr(article, quote.field)[quote.start : quote.end] == quote.exact


def test_copies_and_translations_of_a_release_are_one_story_and_daily_reports_are_not(crawl: Crawl):
    stories: dict[int, set[str]] = {}
    for url, stored in crawl.articles.items():
        stories.setdefault(stored.story_id, set()).add(url)
    several = {frozenset(urls) for urls in stories.values() if len(urls) > 1}
    wanted = [set(group) for group in crawl.expected.copies]
    for told in crawl.expected.translations:
        joined = [group for group in wanted if not group.isdisjoint(told)]
        wanted = [group for group in wanted if group not in joined] + [set(told).union(*joined)]
    assert several == set(map(frozenset, wanted))


def test_a_translation_says_what_shows_it(crawl: Crawl):
    relations = {stored.relation for stored in crawl.articles.values()}
    assert relations == {"original", "exact", "near", "translated"}
    for told in crawl.expected.translations:
        languages = {crawl.articles[url].article.language for url in told}
        assert len({crawl.articles[url].story_id for url in told}) == 1
        assert len(languages) == len(told)


async def test_the_demo_ends_with_mentions_and_what_to_try_next(tmp_path: Path):
    ended = await forumwatch_anew("demo", "--database", f"sqlite:///{tmp_path / 'demo.db'}")
    assert ended.code == 0
    assert "gdec 2025" in ended.out
    assert "mentions --new --cursor me" in ended.err
    again = await forumwatch(
        "--database", f"sqlite:///{tmp_path / 'demo.db'}", "mentions", "--new", "--format", "json"
    )
    assert len(again.rows) > 50
