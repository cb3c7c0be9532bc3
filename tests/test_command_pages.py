"""`articles page`: what a publisher served comes back byte for byte, and what was not kept is said."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from newsroom import Newsroom, config_for, filler, forumwatch

from crawler.cli import forumwatch as program


@pytest.fixture
async def config(tmp_path: Path) -> tuple[Path, bytes, str]:
    """A crawl of one article with a mention and one without; the first one's page and address."""
    async with Newsroom() as room:
        path = room.publish("opening", "GDEC 2025 opens", "The GDEC 2025 opened in Beijing. 北京", *filler(1))
        room.publish("ferries", "Ferries", "A new ferry was named.", *filler(2))
        served, address = room.answers[path].body, room.url(path)
        config = config_for(tmp_path, [{"id": "one", "url": room.url()}])
        assert (await forumwatch("--config", config, "once")).code == 0
    return config, served, address


def page(config: Path, *args: object) -> Result:
    return CliRunner().invoke(program, ["--config", str(config), "articles", "page", *map(str, args)])


def test_a_kept_page_comes_back_as_it_was_served(config: tuple[Path, bytes, str], tmp_path: Path):
    path, served, address = config
    ended = page(path, address)
    assert (ended.exit_code, ended.stdout_bytes) == (0, served)
    assert "version 1, fetched 20" in ended.stderr
    assert f"from {address} as text/html" in ended.stderr
    to = tmp_path / "opening.html"
    assert page(path, address, "--to", to, "--version", 1).exit_code == 0
    assert to.read_bytes() == served
    again = page(path, address, "--to", to)
    assert (again.exit_code, "--force overwrites it" in again.stderr) == (2, True)
    assert page(path, address, "--to", to, "--force").exit_code == 0


def test_a_page_that_was_not_kept_is_said_to_be_none(config: tuple[Path, bytes, str]):
    path, _, address = config
    for args, said in (
        ((address.replace("opening", "ferries"),), "is kept (`archive:` in sources.yaml)"),
        ((address, "--version", 7), "is kept, only of 1 ("),
        ((address.replace("opening", "nowhere"),), "no source has announced it"),
    ):
        ended = page(path, *args)
        assert (ended.exit_code, said in ended.stderr, ended.stdout) == (1, True, ""), (args, ended.stderr)
    ended = page(path, 999)  # an id that is not there, as `articles show` has it
    assert (ended.exit_code, "no article 999; " in ended.stderr) == (2, True)
