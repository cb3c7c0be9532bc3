"""What several rooms' tests stand on: a store on each database, made anew for every test."""

from __future__ import annotations

import contextlib
import gc
import os
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import AsyncIterator, Callable, Iterator
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, Any

import compiled
import hurried
import joined
import pytest
import sessions
from hypothesis import HealthCheck, settings
from storesamples import with_sources

from storage.database import Database
from storage.schema import metadata

if TYPE_CHECKING:
    from crawler.fetch import Fetcher

# an example takes as long as the machine needs, and every run tries the same; others by --hypothesis-profile=default
settings.register_profile(
    "busy", deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("busy")
# the programs that tests start would compile all that they load, each anew
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
compiled.share()
hurried.share()
joined.share()
gc.disable()  # until all is collected: what is made on the way stays, and the collector would go through it again and again
LONG = (  # files of long tests, in the order in which they are begun: the last of them would leave a worker alone
    "test_parse_bounds.py",
    "test_web_pages.py",
    "test_daemon.py",
    "test_crawl_once.py",
    "test_leases.py",
    "test_browser.py",
    "test_web_schema.py",
    "test_cursors.py",
    "test_storage_transfer.py",
    "test_storage_totals.py",
    "test_dedupe_encoder.py",
    "test_demo_crawl.py",
    "test_crawl_frontier.py",
    "test_web_serving.py",
    "test_flag_watchlist.py",
    "test_flag_roles.py",
    "test_flag_news.py",
    "test_revisits.py",
    "test_directives.py",
    "test_crawl_hostile.py",
    "test_discover_broken_feeds.py",
    "test_command_line.py",
    "test_command_start.py",
    "test_storage_search.py",
    "test_storage_search_rows.py",
    "test_web_api.py",
)
GARBAGE = 20_000  # objects more, at which the collector looks: the program's own pace; at Python's it took a twentieth
START_S = 120  # for a server on a busy machine
EMPTY = "; ".join(  # in a seventh of the time of TRUNCATE, which makes new files
    [f"DELETE FROM {table.name}" for table in reversed(metadata.sorted_tables)]
    + ["SELECT setval(format('%I', sequencename)::regclass, start_value, false) FROM pg_sequences"]
)
PLAIN_USER = "nobody"  # PostgreSQL refuses to run as root


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The files of long tests first, and each file whole."""
    items.sort(key=lambda item: LONG.index(item.path.name) if item.path.name in LONG else len(LONG))


def pytest_collection_finish() -> None:
    """What was collected lasts: from now on the collector goes through what tests make, not through this."""
    gc.freeze()
    gc.set_threshold(GARBAGE, 20, 20)
    gc.enable()


@dataclass
class Server:
    """A PostgreSQL of the tests' own, reached by a socket in its folder."""

    folder: Path
    numbers: Iterator[int] = field(default_factory=count)
    emptying: Any = None  # the connection that is kept for it: another would learn all tables first

    def url(self, name: str) -> str:
        return f"postgresql+psycopg://forumwatch@/{name}?host={self.folder}"

    def execute(self, statement: str, name: str = "postgres") -> None:
        import psycopg

        where = f"host={self.folder} user=forumwatch dbname={name}"
        with psycopg.connect(where, autocommit=True) as conn:
            conn.execute(statement)

    def empty(self) -> None:
        """Take all rows out of `store`."""
        import psycopg

        if self.emptying is None:
            where = f"host={self.folder} user=forumwatch dbname=store"
            self.emptying = psycopg.connect(where, autocommit=True)
        self.emptying.execute(EMPTY)

    def close(self) -> None:
        """Let go of what is kept open."""
        if self.emptying is not None:
            self.emptying.close()
            self.emptying = None

    def new_database(self, how: str = "") -> str:
        """The URL of a new and empty database, made as `how` says."""
        name = f"t{next(self.numbers)}"
        self.execute(f"CREATE DATABASE {name} {how}")
        return self.url(name)


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[Server]:
    """A running PostgreSQL; the test is skipped where none is installed, unless one is demanded."""
    programs = _programs()
    if programs is None:
        reason = "no PostgreSQL server on this machine (Debian: apt-get install postgresql)"
        if os.environ.get("REQUIRE_POSTGRES"):
            pytest.fail(reason)
        pytest.skip(reason)
    folder = Path(tempfile.mkdtemp(prefix="fw-pg-", dir="/tmp"))  # short: a socket's path has 107 bytes
    try:
        with _running(programs, folder):
            server = Server(folder)
            server.execute("CREATE DATABASE store ENCODING 'UTF8' LOCALE 'C' TEMPLATE template0")
            with sessions.kept():
                Database(server.url("store")).close()
                try:
                    yield server
                finally:
                    server.close()
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgres)])
def empty_url(request: pytest.FixtureRequest, tmp_path: Path) -> Callable[[], str]:
    """Makes URLs of empty databases."""
    if request.param == "sqlite":
        numbers = iter(range(99))
        return lambda: f"sqlite:///{tmp_path / f'empty{next(numbers)}.db'}"
    return request.getfixturevalue("postgres_server").new_database


@pytest.fixture(scope="session")
def made_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A SQLite file with a store's tables, to be copied: to make them takes twenty times as long."""
    path = tmp_path_factory.mktemp("made") / "store.db"
    Database(f"sqlite:///{path}").close()
    return path


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgres)])
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The URL of an empty store, once on each database."""
    if request.param == "sqlite":
        path = tmp_path / "store.db"
        shutil.copyfile(request.getfixturevalue("made_store"), path)
        return f"sqlite:///{path}"
    server: Server = request.getfixturevalue("postgres_server")
    server.empty()
    return server.url("store")


@pytest.fixture
def database(database_url: str) -> Iterator[Database]:
    """An empty store, open, once on each database."""
    with Database(database_url) as opened:
        yield opened


@pytest.fixture
def db(database: Database) -> Database:
    """A store that knows one source, once on each database."""
    with_sources(database)
    return database


@pytest.fixture
async def fetcher() -> AsyncIterator[Fetcher]:
    """Asks a site on loopback, and leaves it no pause."""
    from onefetcher import settings

    from crawler.fetch import Fetcher

    async with Fetcher(settings()) as opened:
        yield opened


@pytest.fixture(scope="session")
def certificate_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What a site on loopback proves itself with, key and all."""
    from badserver import certificate

    try:
        return certificate(tmp_path_factory.mktemp("tls"))
    except FileNotFoundError:
        pytest.skip("no openssl command to make a certificate with")


def _programs() -> Path | None:
    """The folder of the newest PostgreSQL's programs."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda p: int(p.parts[-3]))
    on_path = shutil.which("initdb")
    if found:
        return found[-1].parent
    return Path(on_path).resolve().parent if on_path else None


@contextlib.contextmanager
def _running(programs: Path, folder: Path) -> Iterator[None]:
    as_user: dict[str, object] = {}
    if os.geteuid() == 0:
        shutil.chown(folder, PLAIN_USER)
        as_user = {"user": PLAIN_USER, "extra_groups": []}
    data, log = folder / "data", folder / "log"
    make = [
        programs / "initdb",
        "-D",
        data,
        "-U",
        "forumwatch",
        "-A",
        "trust",
        "-E",
        "UTF8",
        "--no-locale",
        "-N",
    ]
    made = subprocess.run(make, cwd=folder, capture_output=True, text=True, **as_user)  # type: ignore[call-overload]
    assert made.returncode == 0, made.stderr
    serve = [programs / "postgres", "-D", data, "-k", folder]
    for setting in (
        "listen_addresses=",
        "fsync=off",
        "full_page_writes=off",
        "wal_level=minimal",
        "max_wal_senders=0",
        "update_process_title=off",
        "autovacuum=off",
    ):  # rows stay in the order they came in
        serve += ["-c", setting]
    with log.open("wb") as out:
        server = subprocess.Popen(serve, cwd=folder, stdout=out, stderr=out, **as_user)  # type: ignore[call-overload]
    try:
        _wait_for(Server(folder), server, log)
        yield
    finally:
        server.send_signal(signal.SIGQUIT)  # at once: its folder is thrown away
        try:
            server.wait(60)
        except subprocess.TimeoutExpired:
            server.kill()
            server.wait()


def _wait_for(reached: Server, process: subprocess.Popen[bytes], log: Path) -> None:
    import psycopg

    end = time.monotonic() + START_S
    while True:
        try:
            reached.execute("SELECT 1")
            return
        except psycopg.OperationalError:
            assert process.poll() is None, log.read_text()
            assert time.monotonic() < end, log.read_text()
            time.sleep(0.05)
