"""What the environment says in place of sources.yaml: values, secrets, and variables that set nothing."""

from pathlib import Path

import pytest
from configs import HEAD, SOURCE, faults, parse
from tables import each

from crawler.config.environment import unheard


def test_the_environment_overrides_and_a_file_can_hold_the_secret(tmp_path):
    secret = tmp_path / "secret"
    secret.write_text("postgresql+psycopg://u:p@db/watch\n")
    config = parse(HEAD, FORUMWATCH_DATABASE_FILE=str(secret), FORUMWATCH_FETCH__MIN_DELAY="5s")
    assert (config.database, config.fetch.min_delay) == ("postgresql+psycopg://u:p@db/watch", 5.0)
    assert "names no section" in faults(HEAD, FORUMWATCH_FETHC__ROBOTS="1")[0]
    assert "unknown key" in faults(HEAD, FORUMWATCH_FETCH__MIN_DELEY="5s")[0]


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("FORUMWATCH_DATABSE", "did you mean FORUMWATCH_DATABASE?"),
        ("FORUMWATCH_FETCH_MIN_DELAY", "did you mean FORUMWATCH_FETCH__MIN_DELAY?"),
        ("FORUMWATCH_PG", "see README, sources.yaml"),
    ],
)
def test_a_variable_that_sets_nothing_is_told(name: str, meant: str):
    (note,) = parse(HEAD, **{name: "postgresql://db/watch"}).warnings
    assert note == f"environment: {name}: no setting of that name; {meant}"


def test_a_variable_that_the_file_asks_for_or_the_program_reads_is_not_told():
    text = HEAD + 'web: {token: "${FORUMWATCH_TOKEN}"}\n'
    others = {"FORUMWATCH_CONFIG": "x", "FORUMWATCH_LOG_LEVEL": "info", "FORUMWATCH_FETCH__ROBOTS": "true"}
    assert parse(text, FORUMWATCH_TOKEN="t" * 20, **others).warnings == ()


def test_secrets_do_not_show():
    config = parse(HEAD + SOURCE % ", auth: {username: u, password: hunter2}, headers: {X-Key: hunter2}")
    assert "hunter2" not in repr(config.sources)


def test_a_fault_repeats_no_secret():
    secret = "database: mysql://u:hunter2@h/x\n"
    url = "sources:\n- {id: a, kind: feed, url: 'http://u:hunter2@a.example/'}\n"
    assert "hunter2" not in "".join(faults(HEAD + secret + url))
    for wrong in (
        'auth: "u:hunter2"',
        "auth: {username: u, password: [hunter2]}",
        'headers: "X-Key: hunter2"',
    ):
        told = faults(HEAD + SOURCE % f", {wrong}")
        assert told, wrong
        assert "hunter2" not in "".join(told), wrong


@pytest.mark.parametrize("content", [None, b"\xff\xfe"])
def test_a_secret_file_that_cannot_be_read_is_said(content: bytes | None, tmp_path: Path):
    path = tmp_path / "secret"
    if content is not None:
        path.write_bytes(content)
    (line,) = faults(HEAD, FORUMWATCH_DATABASE_FILE=str(path))
    assert line.startswith(f"sources.yaml: environment: FORUMWATCH_DATABASE_FILE={path} ")


def test_a_wrong_value_of_the_environment_is_not_laid_to_the_files_charge():
    (line,) = faults(HEAD + "database: sqlite:///a.db\n", FORUMWATCH_DATABASE="mysql://x")
    assert line.startswith("sources.yaml: environment: FORUMWATCH_DATABASE: there is no store on mysql")


@each(
    ("name", "told"),
    [
        ("FORUMWATCH_DATABSE", True),
        ("FORUMWATCH_STORE", True),
        ("FORUMWATCH_DATABASE", False),
        ("FORUMWATCH_SERVICE_HOST", False),  # as a cluster names a service of that name to all its pods
        ("FORUMWATCH_SERVICE_PORT_HTTP", False),
        ("FORUMWATCH_PORT", False),
        ("FORUMWATCH_PORT_8080_TCP_ADDR", False),
        ("FORUMWATCH_WEB_SERVICE_HOST", False),
    ],
)
def test_variables_that_set_nothing_are_told_but_for_those_of_a_cluster(name, told):
    assert unheard({name: "x"}, "") == [name] * told
