"""How the program starts and is stopped meanwhile, and how it is called."""

import os
import signal
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from called import call
from newsroom import config_for

from crawler.commands.demo import called_as

PROJECT = Path(__file__).parents[1] / "pyproject.toml"


def test_the_command_is_named_as_it_was_called(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("sys.argv", [str(tmp_path / ".venv" / "bin" / "forumwatch")])
    assert called_as() == os.path.join(".venv", "bin", "forumwatch")
    monkeypatch.setattr("sys.argv", [str(tmp_path / "my env" / "forumwatch")])
    assert called_as() == "'my env/forumwatch'"
    program = tmp_path / "bin" / "forumwatch"
    program.parent.mkdir()
    program.touch(0o755)
    monkeypatch.setenv("PATH", str(program.parent))
    monkeypatch.setattr("sys.argv", [str(program)])
    assert called_as() == "forumwatch"


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_shells_complete(shell: str):
    assert "forumwatch" in call("completion", shell).output


def test_ctrl_c_while_it_starts_ends_it_without_a_traceback():
    script = (
        "import signal; from crawler import cli\n"
        "signal.signal(signal.SIGINT, signal.default_int_handler)\n"  # a shell has its background ignore it
        "cli.lighten = lambda: signal.raise_signal(signal.SIGINT)\n"
        "cli.main(['status'])"
    )
    ended = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True)
    assert (ended.returncode, ended.stdout, ended.stderr) == (130, "", "")


def test_a_system_that_knows_no_sighup_starts_it_all_the_same():
    script = "import signal; from crawler import cli; del signal.SIGHUP; cli.main(['--version'])"
    ended = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True)
    assert (ended.returncode, ended.stderr) == (0, "")


def test_a_service_is_not_ended_by_sighup_while_it_starts():
    """As by logrotate's, which runs when the machine has just been started."""
    script = (
        "import signal; from crawler import cli\n"
        "signal.signal(signal.SIGHUP, signal.SIG_DFL)\n"
        "cli.lighten = lambda: signal.raise_signal(signal.SIGHUP)\n"
        "cli.main(['--version'])"
    )
    ended = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, start_new_session=True
    )
    assert (ended.returncode, ended.stderr) == (0, "")


def test_ctrl_c_while_the_program_loads_is_no_traceback(tmp_path: Path):
    (tmp_path / "click.py").write_text(
        "raise KeyboardInterrupt"
    )  # in the midst of what the command line needs
    module, name = tomllib.loads(PROJECT.read_text("utf-8"))["project"]["scripts"]["forumwatch"].split(":")
    ended = subprocess.run(
        [sys.executable, "-c", f"from {module} import {name}; {name}()"],
        env=os.environ | {"PYTHONPATH": os.pathsep.join([str(tmp_path), str(PROJECT.parent)])},
        capture_output=True,
        check=False,
    )
    assert (ended.returncode, ended.stdout, ended.stderr) == (130, b"", b"")


STOPPED_WHILE_IT_LOADS = """
import signal, sys
from crawler import start

class Loading:
    def find_spec(self, name, *where):
        if name == MODULE:
            stop()

def stop():
    signal.raise_signal(signal.SIGTERM)

signal.signal(signal.SIGTERM, signal.SIG_DFL)  # whatever the tests were given
sys.meta_path.insert(0, Loading())
start.main()
"""


@pytest.mark.parametrize(
    ("verb", "module", "code"),
    [
        ("run", "crawler.cli", 0),
        ("run", "crawler.commands.crawl", 0),
        ("run", "crawler.compose", 0),
        ("serve", "crawler.commands.serve", 0),
        ("once", "crawler.cli", 130),
        ("once", "crawler.compose", 130),
        ("status", "crawler.commands.store", -signal.SIGTERM),
    ],
)
def test_a_stop_while_the_program_loads_ends_it_with_the_code_of_a_stop(
    tmp_path: Path, verb: str, module: str, code: int
) -> None:
    script = f"MODULE = {module!r}{STOPPED_WHILE_IT_LOADS}"
    ended = subprocess.run(
        [sys.executable, "-c", script, verb], cwd=tmp_path, timeout=120, capture_output=True
    )
    assert (ended.returncode, ended.stdout, ended.stderr) == (code, b"", b"")


# what a callback raises is told on stderr, and that is all
STOPPED_IN_A_CALLBACK = """
import weakref

def stop(tell=stop):
    gone = Loading()
    told = weakref.ref(gone, lambda dead: tell())
    del gone
start.main()
"""


@pytest.mark.parametrize(
    ("verb", "module", "code"), [("run", "apscheduler.schedulers.asyncio", 0), ("once", "crawler.cli", 130)]
)
def test_a_stop_that_comes_where_it_can_end_nothing_does_so_later(
    tmp_path: Path, verb: str, module: str, code: int
) -> None:
    config = config_for(tmp_path, [{"id": "ledger", "url": "http://127.0.0.1:9/feed"}])
    loading = STOPPED_WHILE_IT_LOADS.removesuffix("start.main()\n")
    script = f"MODULE = {module!r}{loading}{STOPPED_IN_A_CALLBACK}"
    asked = [sys.executable, "-c", script, "--config", str(config), verb, *["--no-web"] * (verb == "run")]
    ended = subprocess.run(asked, cwd=tmp_path, timeout=120, capture_output=True)
    assert b"Exception ignored" in ended.stderr
    assert ended.returncode == code
