"""The command line, called in a test's own process."""

from click.testing import CliRunner, Result

from crawler.cli import forumwatch as program


def call(*args: object) -> Result:
    return CliRunner().invoke(program, [str(a) for a in args])
