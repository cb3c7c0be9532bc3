"""The README is held to the code: every verb, key and table stands in it."""

from pathlib import Path

import pytest

from crawler.cli import VERBS
from crawler.config.models import ConfigShape, DefaultsShape, FetchShape, SourceShape
from storage.schema import metadata

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text("utf-8")
KEYS = sorted(
    {key for shape in (ConfigShape, DefaultsShape, FetchShape, SourceShape) for key in shape.model_fields}
)
ROOMS = sorted(p.name for p in (ROOT / "crawler").iterdir() if p.is_dir() and (p / "__init__.py").exists())


@pytest.mark.parametrize("verb", sorted(VERBS))
def test_every_verb_is_explained(verb: str):
    assert f"`{verb}" in README


@pytest.mark.parametrize("key", KEYS)
def test_every_key_of_the_configuration_is_named(key: str):
    assert f"{key}:" in README or f"`{key}`" in README


@pytest.mark.parametrize("table", sorted(metadata.tables))
def test_every_table_is_named(table: str):
    assert f"`{table}`" in README


@pytest.mark.parametrize("room", ROOMS)
def test_every_room_is_named(room: str):
    assert f"`crawler/{room}" in README


def test_ci_calls_the_readmes_commands():
    script = (ROOT / ".ci" / "run").read_text("utf-8")
    commands = [line for line in README.splitlines() if "versions.lock -e" in line]
    assert len(commands) == 2
    for command in commands:
        for part in command.split(" && "):
            assert part in script
