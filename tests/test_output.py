"""What leaves the program: every format holds its form, and no scraped text commands a terminal."""

import csv
import errno
import io
import json
import re
import subprocess
import sys
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
import structlog
from rich.cells import cell_len
from rich.console import Console

from crawler.commands import forums, output, sources
from crawler.commands.drawn import folded
from crawler.commands.light import LOADING, WORKING
from crawler.commands.logs import set_up, tell
from crawler.commands.output import write_rows, write_values
from crawler.commands.reporting import Counts, write_counts
from crawler.rows import MENTION_FIELDS, article_fields, article_row, mention_row, source_row
from storage.articles.save import StoredArticle
from storage.mentions.stream import StoredMention
from storage.records import Article, Mention, Source
from storage.reports.volumes import Scope, Volume
from storage.sources.statuses import unpolled

NOW = datetime(2026, 1, 1, tzinfo=UTC)
EVIL = "a\x1b[31m\x9b2J\x85\u202eb\u2066c\u061cd\u200fe\u2028f\x7f\ud800g\x00h\ri"
COMMANDS = set(EVIL) - set("abcdefghi[31m2J")
COLUMNS: list[output.Column] = [("id", "id"), ("title", "title"), ("host", "host")]
FIELDS = ("id", "title", "host")


def written(form: str, *titles: str, encoding: str = "utf-8", roomy: tuple[str, ...] = ()) -> str:
    raw = io.BytesIO()
    out = io.TextIOWrapper(raw, encoding, errors="backslashreplace", newline="")
    rows = [{"id": "an-id-of-some-length", "title": title, "host": "Beijing"} for title in titles]
    write_rows(rows, form, COLUMNS, FIELDS, out=out, roomy=roomy)
    return raw.getvalue().decode(encoding)


@pytest.mark.parametrize("form", ["json", "jsonl"])
def test_json_escapes_what_commands_a_terminal_and_means_the_same(form: str):
    text = written(form, EVIL)
    assert not COMMANDS & set(text)
    value = json.loads(text)
    assert (value[0] if form == "json" else value)["title"] == EVIL


def test_csv_replaces_control_characters_and_keeps_lines_and_marks_of_direction():
    text = written("csv", EVIL, "two\nlines\tand \u200fthis")
    assert not (COMMANDS - set("\u061c\u200f\u2028")) & set(text)
    rows = list(csv.DictReader(io.StringIO(text)))
    assert rows[0]["title"].startswith("a\ufffd[31m\ufffd2J")
    assert rows[1]["title"] == "two\nlines\tand \u200fthis"


def test_a_table_shows_neither_commands_nor_invisible_characters():
    text = written("table", EVIL + "\u2060\u2064", "plain")
    assert not (COMMANDS | set("\u2060\u2064")) & set(text)


def test_a_piped_table_is_a_line_a_row_without_trailing_blanks():
    lines = written("table", "x" * 700, "short").splitlines()
    assert len(lines) == 3
    assert all(line == line.rstrip() for line in lines)


CELLS = ("", "x" * 90, "数字经济大会", "e\u0301te\u0301 🎉", "ends with blanks  ", "ข่าวเทคโนโลยี")


@pytest.mark.parametrize("columns", [None, 200])
def test_a_table_that_has_its_room_is_what_rich_would_draw_and_not_laid_out(
    columns: int | None, monkeypatch: pytest.MonkeyPatch
):
    """It takes twenty times as long: two minutes for 100,000 sources."""
    shown: list[output.Column] = [*COLUMNS, ("polled (UTC)", "at"), ("at (UTC)", "none")]
    rows = [{"id": f"a-{n}", "title": cell, "host": cell[:3], "at": NOW} for n, cell in enumerate(CELLS)]
    lines = [[output.harmless(row.get(str(how))) for _, how in shown] for row in rows]
    drawn = io.StringIO()
    Console(file=drawn, width=10_000).print(folded([heading for heading, _ in shown], lines, 10_000))

    monkeypatch.setenv("COLUMNS", str(columns))
    monkeypatch.setattr("rich.table.Table.__rich_console__", None)
    out = Terminal() if columns else io.StringIO()
    write_rows(rows, "table", shown, FIELDS, out=out)
    said = re.sub("\x1b.*?m", "", out.getvalue()).splitlines()
    assert said == [line.rstrip() for line in drawn.getvalue().splitlines()]


@pytest.mark.parametrize("form", ["json", "jsonl"])
def test_json_stays_json_where_stdout_speaks_ascii(form: str):
    assert "caf\\u00e9" in written(form, "café", encoding="ascii")


@pytest.mark.parametrize(("form", "said"), [("csv", "id,title,host\n"), ("json", "[]\n"), ("jsonl", "")])
def test_nothing_is_still_in_its_format(form: str, said: str, capsys: pytest.CaptureFixture[str]):
    assert written(form) == said
    assert capsys.readouterr().err == ""


def test_a_table_of_nothing_says_so_beside_the_data(capsys: pytest.CaptureFixture[str]):
    write_rows([], "table", COLUMNS, FIELDS, empty="no row matches")
    assert capsys.readouterr() == ("", "no row matches\n")


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize("columns", [40, 80, 200])
def test_ids_are_whole_on_a_narrow_terminal(columns: int, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("COLUMNS", str(columns))
    out = Terminal()
    row = {"id": "an-id-of-some-length", "title": "many words " * 20, "host": "Beijing"}
    write_rows([row], "table", COLUMNS, FIELDS, out=out, roomy=("host",))
    assert "an-id-of-some-length" in out.getvalue()
    assert ("Beijing" in out.getvalue()) == (columns == 200)


@pytest.mark.parametrize(("columns", "whole"), [(60, True), (100, True), (40, False)])
def test_words_have_room_beside_long_ids_on_a_slim_terminal(
    columns: int, whole: bool, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv("COLUMNS", str(columns))
    out, url = Terminal(), "http://a.example/feed"
    failing = source_row(unpolled(Source("a-source-of-some-length-21", "A", "feed", url)))
    failing |= {"state": "failing", "error": "fetch: refused"}
    forum = {"forum_id": "a-forum-of-twenty-seven-sig", "name": "Conference", "tier": "core", "host": []}
    forum |= {"names": {}, "articles": 20, "texts": 13, "outlets": 17, "last_found_at": None}
    for row, verb in ((failing, sources), (forum, forums)):
        write_rows([row], "table", verb.COLUMNS, tuple(row), roomy=verb.ROOMY, slim=verb.SLIM, out=out)
    for word in ("fetch: refused", "failing", "Conference", "articles"):
        assert (word in out.getvalue()) or not whole, word
    assert ("…" not in out.getvalue()) or not whole
    assert max(map(cell_len, re.sub("\x1b.*?m", "", out.getvalue()).splitlines())) <= columns


def test_work_that_takes_a_while_shows_how_far_it_is_and_logs_stand_above_it(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("COLUMNS", "120")
    monkeypatch.setenv("TERM", "xterm")
    err = Terminal()
    monkeypatch.setattr("sys.stderr", err)
    set_up("info")
    with output.bar(2, "checking") as shown:
        assert shown is not None
        structlog.get_logger().info("said meanwhile")
        shown(1, 2, "1 of 2 checked")
    assert "1 of 2 checked" in err.getvalue()
    assert re.search(r"said meanwhile[^\n]*\n", err.getvalue())
    structlog.reset_defaults()


class Full(io.StringIO):
    """A log on a disk without room, or behind a pipe that nobody reads any more."""

    def write(self, text: str) -> int:
        raise OSError(errno.ENOSPC, "No space left on device")


def test_a_log_that_cannot_be_written_stops_nobody(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("sys.stderr", Full())
    set_up("info")
    try:
        structlog.get_logger().info("said in vain")
        structlog.get_logger().error("likewise", exc_info=ValueError("why"))
        tell("said at the start")
    finally:
        structlog.reset_defaults()


def test_one_row_is_a_line_for_each_field_that_says_something(capsys: pytest.CaptureFixture[str]):
    write_values({"new_entries": 3, "failed": 0, "failing": (), "last_at": None}, "table")
    assert [line.split() for line in capsys.readouterr().out.splitlines()] == [
        ["what", "value"],
        ["new", "entries", "3"],
        ["failed", "0"],
    ]


def test_a_time_says_whose_clock_it_is_where_no_heading_does(capsys: pytest.CaptureFixture[str]):
    there = datetime(2026, 7, 1, 8, tzinfo=timezone(timedelta(hours=5, minutes=30)))
    write_values({"published_at": there, "stored_at": NOW}, "table")
    assert [line.split() for line in capsys.readouterr().out.splitlines()[1:]] == [
        ["published", "at", "2026-07-01", "08:00", "+05:30"],
        ["stored", "at", "2026-01-01", "00:00", "UTC"],
    ]


@pytest.mark.parametrize(("columns", "longest"), [(60, 18), (100, 40), (40, 0)])
def test_bars_have_the_room_that_the_terminal_leaves(
    columns: int, longest: int, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv("COLUMNS", str(columns))
    monkeypatch.setattr("sys.stdout", out := Terminal())
    now, asked = datetime(2026, 1, 1, tzinfo=UTC), {"form": "table", "zone": ZoneInfo("UTC")}
    counted = [
        {"key": name, "articles": n, "texts": n, "outlets": n} for name, n in (("名" * 7, 8), ("b", 4))
    ]
    write_counts(Counts(counted, Volume("", 12, 12, 2, 12)), "outlet", asked, Scope(now, now, ()))
    drawn = [line.count("█") for line in out.getvalue().splitlines()]
    assert drawn == [0, longest, longest // 2]
    assert "…" not in out.getvalue()


def test_a_full_disk_is_an_error_of_the_writer():
    if not Path("/dev/full").exists():
        pytest.skip("no /dev/full here")
    out = open("/dev/full", "w", encoding="utf-8")  # noqa: SIM115  closing it fails as well
    with pytest.raises(OSError, match="No space left"):
        write_rows([{"id": "1"}], "json", COLUMNS, FIELDS, out=out)
    with pytest.raises(OSError, match="No space left"):
        out.close()


def test_the_fields_are_those_of_the_rows():
    mention = Mention("gdec", 2025, "main", 1.0, ())
    found = StoredMention(1, 1, mention, "u", "t", None, None, None, "s", 1, 1, NOW, None, "new")
    assert tuple(mention_row(found)) == MENTION_FIELDS
    article = Article(url="u", title="t", text="x")
    stored = StoredArticle(1, article, "s", "u", 1, "original", 1.0, None, NOW, 1)
    for full in (True, False):
        assert tuple(article_row(stored, full)) == article_fields(full)


@pytest.mark.parametrize(("verb", "pace"), [("mentions", WORKING), ("--help", LOADING)])
def test_the_collector_does_not_go_through_what_a_verb_loads(tmp_path: Path, verb: str, pace: int) -> None:
    """Neither while it is loaded, nor, as Python would, before it ends."""
    code = (
        "import atexit, gc, sys\n"
        "from crawler.cli import main\n"
        "seen = []\n"
        "gc.callbacks.append(lambda phase, told: seen.append(phase))\n"
        "atexit.register(lambda: print(seen, len(gc.get_objects()) < 1000, gc.get_threshold()[0]))\n"
        f"main(['--database', 'sqlite:///{tmp_path}/none.db', '{verb}'])\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.stdout.splitlines()[-1] == f"[] True {pace}", done.stderr


def test_a_crawl_loads_nothing_that_draws_and_no_twisted(tmp_path: Path) -> None:
    """Twisted lies beside Scrapy, where both are installed; a package of its name stands for it here."""
    (tmp_path / "twisted").mkdir()
    (tmp_path / "twisted" / "__init__.py").write_text("")
    code = (
        "import atexit, sys\n"
        f"sys.path.insert(0, {str(tmp_path)!r})\n"
        "asked = ('httpx', 'structlog', 'rich', 'pygments', 'twisted')\n"
        "atexit.register(lambda: print([m for m in asked if sys.modules.get(m)]))\n"
        "from crawler.cli import main\n"
        "main(['once', '--help'])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "['httpx', 'structlog']"
