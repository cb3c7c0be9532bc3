"""How each verb ends where a person names what is not there, or cannot be: alike, and as README says."""

from __future__ import annotations

import shlex
import sqlite3
from pathlib import Path

import pytest
from newsroom import config_for
from storesamples import article, filler, mention, saving, with_sources

from crawler.cli import VERBS, main
from storage.database import Database
from storage.engine import dialects

README = Path(__file__).parents[1] / "README.md"
CASES = """
2 run --port 99999999
2 run --host
2 once --format xml
2 serve --port x
2 demo --database nonsense://x
2 demo --database sqlite://
2 mentions --explain 99
2 mentions --forum nosuch
2 mentions --language xx9
2 mentions --since 2999-01-01
2 mentions --since 2025-02-30
2 mentions --query '(('
2 mentions --limit -1
2 mentions --new --changes --cursor x
2 triage 99 --confirm
2 triage 1 99 --confirm
2 triage 99 --edition 2025
2 triage 1
2 triage 1 --reject nonsense
2 cursors advance x 99
2 cursors delete nosuch
2 cursors reset nosuch --to start
2 cursors reset default --to 2999-01-01
2 articles show 99
2 articles show x
2 articles show 1 --version 99
2 articles --source nosuch
1 articles show http://no.such.example/x
2 stories show 99
2 stories --forum nosuch
2 search 'source:nosuch'
2 search ''
2 report --forum nosuch
2 report --since 2025-07-02 --until 2025-07-01
2 report --timezone Mars/Base
2 report editions nosuch
2 report first nosuch
2 report coverage --since 2025-13-01
2 export --forum nosuch
2 export --to /no/such/folder/x.csv
2 export --to sources.yaml
2 export --format pdf
2 forums nosuch
2 forums accept 99
2 forums reject 99
2 reflag --forum nosuch
2 reflag --since 2999-01-01
2 verify --forum nosuch
2 sources check nosuch
2 sources add nonsense
2 sources import /no/such.opml
2 sources import sources.yaml
2 sources losses --source nosuch
2 errors --source nosuch
2 errors --since 2999-01-01
2 tokens create x --expires 2001-01-01
2 tokens revoke nosuch
2 db copy sources.yaml
2 db copy nonsense://x
4 db copy /no/such/folder/x.db
2 completion tcsh
2 status --format xml
10 status --fail-if-doubt
2 nosuch
2 --log-level loud status
2 --config /no/such.yaml status
2 --database nonsense://x status
4 --database sqlite:////no/such/x.db status
4 --database sqlite:///sources.yaml status
"""


def test_each_verb_ends_alike_where_a_person_names_what_is_not_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    monkeypatch.chdir(tmp_path)
    config_for(tmp_path, [{"id": "a", "url": "http://127.0.0.1:9/feed"}])
    with Database(f"sqlite:///{tmp_path / 'watch.db'}", create=True) as db:
        with_sources(db)
        made = article(text="GDEC " + filler(1))
        db.call(saving(made, mention(made, "GDEC")))
    wrong, spoken = [], set[str]()
    for line in CASES.strip().splitlines():
        code, *words = shlex.split(line)
        spoken |= set(words)
        with pytest.raises(SystemExit) as ended:
            main(words)
        out, err = capsys.readouterr()
        said = [at for at in err.splitlines() if at.strip()]
        if ended.value.code != int(code) or (code != "10" and (not said or "Traceback" in err)):
            wrong.append((line, ended.value.code, out[-100:], said[-1:]))
    assert not wrong
    assert spoken >= set(VERBS)  # each is tried
    told = README.read_text("utf-8")
    assert not [code for code in (0, 1, 2, 3, 4, 10, 130) if f"\n| {code} | " not in told]


def test_who_was_told_and_could_not_be_moved_on_hears_that_it_comes_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    """As where another program holds the store: what is told twice must not look new."""
    monkeypatch.setattr(dialects, "BUSY_MS", 50)
    url = f"sqlite:///{tmp_path / 'watch.db'}"
    with Database(url, create=True) as db:
        with_sources(db)
        made = article(text="GDEC " + filler(1))
        db.call(saving(made, mention(made, "GDEC")))
    holder = sqlite3.connect(tmp_path / "watch.db", isolation_level=None)
    for held, code in ((True, 4), (False, 0)):
        holder.execute("BEGIN IMMEDIATE" if held else "ROLLBACK")
        with pytest.raises(SystemExit) as ended:
            main(["--database", url, "mentions", "--new", "--cursor", "press", "--format", "jsonl"])
        out, err = capsys.readouterr()
        assert (ended.value.code, out.count("\n")) == (code, 1)
        assert ("cursor 'press' was not moved: what was printed comes again" in err) == held
    holder.close()
