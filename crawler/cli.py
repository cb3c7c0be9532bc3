"""The command line: its verbs, what they share, and how they end.

Exit codes: 0 done, 1 failed or no, 2 for a person to say otherwise, 3 some sources failed, 4 the store,
10 for --fail-if-new, --fail-if-none and --fail-if-doubt, 130 interrupted. Data goes to stdout, everything else to stderr.
"""

from __future__ import annotations

import errno
import importlib
import io
import os
import signal
import sys
import threading
from typing import Any

import click
from click.shell_completion import CompletionItem

from crawler.commands.light import lighten, loaded
from crawler.commands.settings import EXIT_FAILED, EXIT_INTERRUPTED, EXIT_STORE, EXIT_USAGE, Settings
from crawler.commands.slips import clearer
from crawler.ending import leave
from crawler.start import heed
from crawler.terminal import has_terminal

# verb → where its click command is: a module is imported when its verb is called, so that start-up stays short
VERBS = {
    "run": "crawl:run",
    "once": "crawl:once",
    "serve": "serve:serve",
    "demo": "demo:demo",
    "mentions": "mentions:mentions",
    "triage": "triage:triage",
    "cursors": "cursors:cursors",
    "articles": "articles:articles",
    "stories": "stories:stories",
    "search": "search:search",
    "report": "report:report",
    "export": "export:export",
    "forums": "forums:forums",
    "reflag": "replay:reflag",
    "verify": "replay:verify",
    "sources": "sources:sources",
    "status": "store:status",
    "errors": "store:errors",
    "tokens": "tokens:tokens",
    "db": "store:db",
    "completion": "completion:completion",
}
SAID = {  # of each verb, whole on a terminal of 80 columns; to ask its command would import it
    "run": "The daemon: poll on schedule, read, flag, serve the dashboard.",
    "once": "Poll what is due, read what is new, and end.",
    "serve": "Dashboard and API of a store, without crawling.",
    "demo": "See it work on a small web that is brought along.",
    "mentions": "Who speaks of forums: the newest, or what is new to you.",
    "triage": "Say of mentions that they are right, wrong or new again.",
    "cursors": "Who reads with --new, and how far they came.",
    "articles": "What was read; one article whole, with its mentions.",
    "stories": "Articles that tell the same, and how a story spread.",
    "search": "Find articles or mentions, in any language.",
    "report": "How much was told: by day, language, outlet, forum …",
    "export": "Write mentions, articles or stories for other programs.",
    "forums": "The watchlist, how often each is told of, and candidates.",
    "reflag": "Flag every stored article anew, by today's rules.",
    "verify": "Prove every stored mention again.",
    "sources": "List, prove, find, add and exchange what is polled.",
    "status": 'Whether "nothing new" can be trusted, and why.',
    "errors": "What went wrong, by source and address.",
    "tokens": "Who may ask the dashboard and the API from elsewhere.",
    "db": "Copy, check, upgrade or explain the store.",
    "completion": "Make a shell complete verbs and options.",
}

LOG_LEVELS = {"run": "info", "serve": "info", "once": "error"}  # once names what failed at its end
LASTING = ("run", "serve")  # work until they are stopped
FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO, errno.EBADF)  # what writing to stdout can meet


class Lazy(click.Group):
    """A group whose commands are imported when they are asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The verbs in the order of a day's work."""
        return list(VERBS)

    def get_command(self, ctx: click.Context, name: str) -> click.Command | None:
        """The command of that name."""
        if name not in VERBS:
            return None
        module, _, attribute = VERBS[name].partition(":")
        command = getattr(importlib.import_module(f"crawler.commands.{module}"), attribute)
        assert isinstance(command, click.Command)
        loaded()
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Each verb with what it does, none of them imported."""
        with formatter.section("Commands"):
            formatter.write_dl([(verb, SAID[verb]) for verb in VERBS])

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem]:
        """As click does, likewise."""
        verbs = [CompletionItem(verb, help=SAID[verb]) for verb in VERBS if verb.startswith(incomplete)]
        return [*verbs, *click.Command.shell_complete(self, ctx, incomplete)]

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """As click does, with a guess for a verb that does not exist."""
        import difflib

        name = args[0] if args else ""
        if name and not name.startswith("-") and name not in VERBS:
            near = difflib.get_close_matches(name, VERBS, 1)
            ctx.fail(
                f"no verb {name!r}"
                + (f"; did you mean {near[0]}?" if near else f"; there are: {', '.join(VERBS)}")
            )
        return super().resolve_command(ctx, args)


@click.group(cls=Lazy, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.option(
    "--config",
    "config_path",
    envvar="FORUMWATCH_CONFIG",
    metavar="FILE",
    help="The sources.yaml to use. Default: ./sources.yaml, else the shipped one.",
)
@click.option(
    "--database",
    "database_url",
    metavar="URL",
    help="The store, over what the configuration says: sqlite:///file.db or postgresql+psycopg://…",
)
@click.option(
    "--log-level",
    type=click.Choice(["debug", "info", "warning", "error"]),
    default="warning",
    envvar="FORUMWATCH_LOG_LEVEL",
    show_default="info for run, error for once, else warning",
    help="What goes to stderr.",
)
@click.version_option(package_name="forumwatch", prog_name="forumwatch")
@click.pass_context
def forumwatch(ctx: click.Context, config_path: str | None, database_url: str | None, log_level: str) -> None:
    """Watch the world's tech press for forums like GDEC, and ask what is new.

    \b
    forumwatch demo                        see it work, no internet needed
    forumwatch run                         the daemon: crawl until it is stopped
    forumwatch mentions --new --cursor me  what I have not seen yet
    forumwatch status                      can I trust "nothing new"?
    """
    ctx.obj = Settings(config_path, database_url)
    given = ctx.get_parameter_source("log_level") != click.core.ParameterSource.DEFAULT
    from crawler.commands.logs import set_up

    verb = ctx.invoked_subcommand or ""
    if threading.current_thread() is threading.main_thread():
        heed(verb)
    set_up(log_level if given else LOG_LEVELS.get(verb, log_level), lasting=verb in LASTING)


def main(args: list[str] | None = None) -> Any:
    """Run the command line and exit; a person's or the store's fault is a sentence, not a traceback."""
    try:
        _stay()
        _speak()
        lighten()
        _run(args)
        code = 0
    except KeyboardInterrupt:  # while it starts: click sees those of its commands alone
        code = EXIT_INTERRUPTED
    except SystemExit as ended:
        code = ended.code if isinstance(ended.code, int) else EXIT_FAILED * bool(ended.code)
    leave(code)


def _run(args: list[str] | None) -> None:
    from storage.engine.refusals import StoreError, StoreMisnamed

    try:
        forumwatch.main(args=args, standalone_mode=False)
    except click.exceptions.Abort:
        sys.exit(EXIT_INTERRUPTED)
    except click.ClickException as err:
        clearer(err).show()
        sys.exit(EXIT_USAGE)
    except StoreError as err:
        click.echo(f"forumwatch: {err}", err=True)
        sys.exit(EXIT_USAGE if isinstance(err, StoreMisnamed) else EXIT_STORE)
    except BrokenPipeError:  # the reader of our output left: nothing to say to it
        _hush()
        sys.exit(EXIT_FAILED)
    except OSError as err:
        if err.filename is not None or err.errno not in FULL:
            raise
        click.echo(f"forumwatch: the output cannot be written: {err.strerror}", err=True)
        _hush()
        sys.exit(EXIT_FAILED)


def _stay() -> None:
    """Let no SIGHUP end a service while it starts, as `daemon.stop_signals` does from then on."""
    hung_up = getattr(signal, "SIGHUP", None)  # Windows has none
    if hung_up and signal.getsignal(hung_up) is signal.SIG_DFL and not has_terminal():
        signal.signal(hung_up, lambda number, frame: None)


def _speak() -> None:
    """Make stdout take every character, and stderr be there."""
    if sys.stderr is None:
        sys.stderr = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115  for as long as the process lives
    encoding = getattr(sys.stdout, "encoding", None) or "utf-8"
    if isinstance(sys.stdout, io.TextIOWrapper) and encoding.lower() not in ("utf-8", "utf8"):
        sys.stdout.reconfigure(errors="backslashreplace")


def _hush() -> None:
    """Let Python's last flush of stdout end well: what is left there nobody can have."""
    if sys.stdout is not None:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


if __name__ == "__main__":
    main()
