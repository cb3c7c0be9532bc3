"""The README is held to the code: every verb, key and table stands in it, and what it names is there."""

import re
from pathlib import Path

from tables import each

from crawler.cli import VERBS
from crawler.compose import watchlist_of
from crawler.config import parse_config
from crawler.config.models import ConfigShape, DefaultsShape, FetchShape, SourceShape
from storage.schema import metadata

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text("utf-8")
KEYS = sorted(
    {key for shape in (ConfigShape, DefaultsShape, FetchShape, SourceShape) for key in shape.model_fields}
)
ROOMS = sorted(p.name for p in (ROOT / "crawler").iterdir() if p.is_dir() and (p / "__init__.py").exists())
BENCHMARKS = ROOT / "tests" / "benchmarks"


def _section(heading: str) -> str:
    return README.split(f"\n## {heading}\n")[1].split("\n## ")[0]


def _named_files(row: str) -> list[str]:
    """The files and folders of one row; one that names no folder stands beside the one before it."""
    folder, found = "", []
    for name in re.findall(r"`([\w*/.]+(?:\.\w+|/))`", row):
        if "/" in name:
            folder = name.rpartition("/")[0]
        found.append(name if "/" in name else f"{folder}/{name}")
    return found


@each("verb", sorted(VERBS))
def test_every_verb_is_explained(verb: str):
    assert f"`{verb}" in README


@each("key", KEYS)
def test_every_key_of_the_configuration_is_named(key: str):
    assert f"{key}:" in README or f"`{key}`" in README


def test_the_configuration_that_it_shows_is_taken_without_a_word():
    (shown,) = re.findall(r"```yaml\n(.*?)```", _section("sources.yaml"), re.S)
    config = parse_config(shown, Path("sources.yaml"), {})
    assert (len(config.sources), config.warnings) == (2, ())
    assert "harbour" in watchlist_of(config).forums


@each("table", sorted(metadata.tables))
def test_every_table_is_named(table: str):
    assert f"`{table}`" in README


@each("room", ROOMS)
def test_every_room_is_named(room: str):
    assert f"`crawler/{room}" in README


def test_ci_calls_the_readmes_commands():
    script = (ROOT / ".ci" / "run").read_text("utf-8")
    commands = [line for line in README.splitlines() if "versions.lock -e" in line]
    assert len(commands) == 2
    for command in commands:
        for part in command.split(" && "):
            assert part in script


def _to_open() -> list[str]:
    rows = [row for row in _section("To change X, open Y").splitlines() if row.startswith("| ")]
    return [
        name
        for row in rows
        for name in _named_files(row.replace("`lint-imports`", ""))
        if name != "/sources.yaml"
    ]


def test_every_file_to_open_is_there():
    named = _to_open()
    assert len(named) > 100
    assert not [name for name in named if not list(ROOT.glob(name.rstrip("/")))]


def _told_whole() -> set[Path]:
    """The folders of which a row says what each of their files is for."""
    return {
        Path(name)
        for name in re.findall(r"`([\w/]+)/`, one (?:file|module) for", _section("To change X, open Y"))
    }


def test_every_module_is_found_by_what_it_is_opened_for():
    """By its own name, or by that of its folder where a row says how its files are divided; a room in it is another."""
    named = {path.relative_to(ROOT) for name in _to_open() for path in ROOT.glob(name)}
    whole = _told_whole()
    modules = [
        path.relative_to(ROOT)
        for package in ("crawler", "storage")
        for path in (ROOT / package).rglob("*.py")
        if path.name not in ("__init__.py", "env.py")  # Alembic asks for that one
    ]
    assert len(modules) > 400
    assert not [str(path) for path in modules if path not in named and path.parent not in whole]


def test_every_benchmark_of_the_decisions_is_there_and_takes_its_options():
    calls = re.findall(r"`(\w+\.py)((?: --?[\w-]+| [\w.]+)*)`", _section("Decisions"))
    assert len(calls) > 15
    for name, words in calls:
        code = (BENCHMARKS / name).read_text("utf-8")
        assert not [word for word in words.split() if word.startswith("--") and f'"{word}"' not in code], name


def test_every_link_leads_to_a_heading():
    headings = {
        re.sub(r"[^\w -]", "", h.lower()).replace(" ", "-") for h in re.findall(r"^#+ (.+)$", README, re.M)
    }
    assert set(re.findall(r"\]\(#([\w-]+)\)", README)) <= headings


def test_no_row_and_no_paragraph_is_longer_than_a_newcomer_reads():
    """What has outgrown that is split into rows, or into a list."""
    lines = README.splitlines()
    assert not [line for line in lines if line.startswith("| ") and len(line) > 500]
    assert not [line for line in lines if len(line) > 750]
