"""The sources.yaml that is shipped keeps what its head and the README promise."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from crawler.config import Config, load_config
from crawler.config.models import SourceShape

FILE = Path(__file__).parents[1] / "sources.yaml"


@pytest.fixture(scope="module")
def config() -> Config:
    return load_config(FILE, {})


def test_it_loads_without_a_fault_or_a_warning(config: Config) -> None:
    assert config.warnings == ()


def test_it_holds_a_hundred_sources_in_fifteen_languages_that_are_polled(config: Config) -> None:
    polled = [s for s in config.sources if s.enabled]
    assert len(polled) >= 100
    assert len({(s.language or "").partition("-")[0] for s in polled}) >= 15
    assert {s.kind for s in polled} == {"feed", "sitemap", "listing"}


def test_every_source_says_its_language_country_and_time_zone(config: Config) -> None:
    assert [s.id for s in config.sources if not (s.language and s.country and s.timezone and s.name)] == []


def test_whatever_is_not_polled_says_why_and_nothing_else_does(config: Config) -> None:
    assert [s.id for s in config.sources if s.enabled == bool(s.reason)] == []


def test_ids_and_addresses_stand_once(config: Config) -> None:
    for values in ([s.id for s in config.sources], [s.url.rstrip("/") for s in config.sources]):
        assert len(values) == len(set(values))


def test_no_source_is_hammered_and_none_forgotten(config: Config) -> None:
    assert [s.id for s in config.sources if not 300 <= s.every_s <= 86_400] == []


def test_the_head_of_the_file_teaches_every_key_of_a_source() -> None:
    head = FILE.read_text("utf-8").partition("\nversion:")[0]
    taught = set(re.findall(r"^#[ #-]*([a-z_]+):", head, re.M)) | {"id"}
    assert taught >= set(SourceShape.model_fields)
