"""What every command says of itself: it fits a terminal of 80 columns, and its examples are taken."""

from __future__ import annotations

import re
import shlex
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import click
from click.testing import CliRunner

from crawler.cli import forumwatch as program

README = Path(__file__).parents[1] / "README.md"
WIDTH = 80  # cells


def _commands(
    command: click.Command, context: click.Context, path: tuple[str, ...] = ()
) -> Iterator[tuple[str, ...]]:
    yield path
    for name in command.list_commands(context) if isinstance(command, click.Group) else ():
        found = command.get_command(context, name)  # type: ignore[attr-defined]
        assert found is not None, name
        yield from _commands(found, click.Context(found, parent=context), (*path, name))


COMMANDS = tuple(_commands(program, click.Context(program)))


def _help(path: tuple[str, ...]) -> str:
    ended = CliRunner().invoke(program, [*path, "--help"], terminal_width=WIDTH)
    assert ended.exit_code == 0, path
    return ended.output


def _cells(line: str) -> int:
    return sum(
        0 if unicodedata.combining(c) else 1 + (unicodedata.east_asian_width(c) in ("W", "F")) for c in line
    )


def test_every_help_fits_a_terminal_and_shows_no_bound_that_nobody_meets():
    assert len(COMMANDS) > 40
    lines = [(path, line) for path in COMMANDS for line in _help(path).splitlines()]
    assert not [(path, line) for path, line in lines if _cells(line) > WIDTH]
    assert not [(path, line) for path, line in lines if "<=x" in line or "[x>=" in line]


def _examples() -> Iterator[tuple[str, list[str]]]:
    """Every line of a help that calls the program, with the words that it is called with."""
    for path in COMMANDS:
        said = _help(path).split("\nOptions:")[0].replace("\\\n", " ")
        for line in re.findall(r"^  forumwatch (.+)$", said, re.M):
            call = re.split(r" {2,}(?![ -])(?=\S)|\s+[|>]", line.strip())[0]
            yield line, shlex.split(call)


def _taken(words: list[str]) -> None:
    """Parse the words as the program would, through its groups, and run nothing. Raises click.UsageError."""
    command: click.Command = program
    context = program.make_context("forumwatch", list(words))
    while isinstance(command, click.Group) and (rest := [*context._protected_args, *context.args]):
        name, found, left = command.resolve_command(context, rest)
        assert found is not None, rest
        command, context = found, found.make_context(name, left, parent=context)


def test_every_example_also_of_the_readme_is_taken_by_the_command_that_it_calls():
    shown = "".join(re.findall(r"```sh\n(.*?)```", README.read_text("utf-8"), re.S))
    calls = [
        (line, shlex.split(line, comments=True)) for line in re.findall(r"^forumwatch (.+)$", shown, re.M)
    ]
    assert len(calls) > 8
    examples = [*_examples(), *calls]
    assert len(examples) > 100
    wrong = []
    for line, words in examples:
        try:
            _taken(words)
        except click.UsageError as err:
            wrong.append((line, err.format_message()))
        except click.exceptions.Exit:
            continue  # a help that is asked for
    assert wrong == []
