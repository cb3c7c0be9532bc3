"""Which file a relative `database:` means does not hang on the folder that a verb is started in."""

from __future__ import annotations

import os
import pwd
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from newsroom import Newsroom, ask, config_for, forumwatch
from test_crawl_once import OPENING

from crawler.config import load_config
from crawler.config.place import store_of
from storage.database import Database


@pytest.fixture
def folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[Path, Path]:
    """Where sources.yaml stands, and where somebody starts a verb."""
    made = tmp_path / "desk", tmp_path / "home"
    for folder in made:
        folder.mkdir()
    monkeypatch.chdir(made[1])
    return made


def relative(folder: Path, url: str = "http://127.0.0.1:9/feed") -> Path:
    return config_for(folder, [{"id": "ledger", "url": url}], database="sqlite:///watch.db")


async def test_a_store_made_from_one_folder_is_asked_from_another(folders: tuple[Path, Path]) -> None:
    desk, home = folders
    async with Newsroom() as site:
        site.publish("opening", "Global Digital Economy Conference opens in Beijing", *OPENING)
        config = relative(desk, site.url())
        crawled = await forumwatch("--config", config, "once", cwd=home)
        assert crawled.code == 0
        assert f"sqlite:///{desk}/watch.db" in crawled.err
        again = await forumwatch("--config", config, "once", cwd=desk)
        assert "watch.db" not in again.err  # the store was there
    assert not (home / "watch.db").exists()
    asked = ask("--config", config, "mentions", "--new", "--cursor", "press", "--format", "json")
    assert len(asked.rows) == 1
    assert asked.err == ""


def test_a_store_that_stands_where_it_was_made_before_is_found_there_and_that_is_said(
    folders: tuple[Path, Path],
) -> None:
    desk, home = folders
    config = relative(desk)
    Database("sqlite:///watch.db").close()
    asked = ask("--config", config, "mentions")
    assert asked.code == 0
    assert f"note: the store is {home}/watch.db, of the folder that this was started in" in asked.err
    assert f"write database: sqlite:///{home}/watch.db into {config}" in asked.err
    Database(f"sqlite:///{desk}/watch.db").close()
    both = ask("--config", config, "mentions")
    assert f"note: there are two stores, {home}/watch.db, which is used, and {desk}/watch.db" in both.err


def test_what_a_person_or_the_environment_names_counts_from_where_they_are(
    folders: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    desk, home = folders
    config = relative(desk)
    Database(f"sqlite:///{desk}/watch.db").close()
    asked = ask("--config", config, "--database", "sqlite:///watch.db", "mentions")
    assert asked.code != 0
    monkeypatch.setenv("FORUMWATCH_DATABASE", "sqlite:///watch.db")
    assert ask("--config", config, "mentions").code != 0
    Database(f"sqlite:///{home}/watch.db").close()
    asked = ask("--config", config, "mentions")
    assert (asked.code, asked.err) == (0, "no mention matches\n")


def test_where_no_store_can_be_made_beside_the_file_it_is_made_where_a_service_works(
    folders: tuple[Path, Path],
) -> None:
    desk, home = folders
    (home / "data").mkdir()
    file = config_for(
        desk, [{"id": "ledger", "url": "http://127.0.0.1:9/"}], database="sqlite:///data/watch.db"
    )
    config = load_config(file)
    url, note = store_of(config, home)
    assert url == f"sqlite:///{home}/data/watch.db"
    assert note is not None
    assert f"the store is {home}/data/watch.db, of the folder that this was started in" in note
    (desk / "data").mkdir()
    assert store_of(config, home) == (f"sqlite:///{desk}/data/watch.db", None)
    (home / "data").rmdir()
    (desk / "data").rmdir()
    assert store_of(config, home) == (f"sqlite:///{desk}/data/watch.db", None)


@contextmanager
def plain_user() -> Iterator[None]:
    """Not root, who may look everywhere."""
    us = os.geteuid()
    if us == 0:
        os.seteuid(pwd.getpwnam("nobody").pw_uid)
    try:
        yield
    finally:
        os.seteuid(us)


def test_a_verb_may_be_started_in_a_folder_that_its_user_may_not_look_into(
    folders: tuple[Path, Path],
) -> None:
    desk, home = folders
    config = load_config(relative(desk))
    home.chmod(0)
    with plain_user():
        found = store_of(config, home)
    home.chmod(0o700)
    assert found == (f"sqlite:///{desk}/watch.db", None)


def test_a_verb_may_be_started_in_a_folder_that_was_taken_away(folders: tuple[Path, Path]) -> None:
    desk, home = folders
    config = relative(desk)
    Database(f"sqlite:///{desk}/watch.db").close()
    home.rmdir()
    asked = ask("--config", config, "mentions")
    assert (asked.code, asked.err) == (0, "no mention matches\n")


def test_the_shipped_file_has_its_store_where_one_is(folders: tuple[Path, Path]) -> None:
    _, home = folders
    Database("sqlite:///forumwatch.db").close()
    assert ask("mentions").code == 0
    assert [path.name for path in home.iterdir()] == ["forumwatch.db"]
