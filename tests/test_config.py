"""sources.yaml → Config: every fault in one line with its place, and nothing guessed silently."""

import codecs
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise, product
from pathlib import Path
from typing import Any

import pytest
import yaml
from tables import each

from crawler.config import ConfigError, find_config, load_config, parse_config, shipped_path
from crawler.config.environment import unheard
from crawler.config.retired import RETIRED, put_aside
from crawler.config.telling import fields_at
from crawler.config.units import seconds, size
from crawler.config.yamlfile import read_yaml

HEAD = "version: 1\n"
SOURCE = "sources:\n  - {id: a, kind: feed, url: 'http://a.example/f'%s}\n"
ITEM = "- {{id: {0}, kind: feed, url: 'http://{0}.example/', {1}}}\n"


def parse(text: str, **environ: str):
    return parse_config(text, Path("sources.yaml"), environ)


def faults(text: str, **environ: str) -> list[str]:
    with pytest.raises(ConfigError) as caught:
        parse(text, **environ)
    return caught.value.lines


@each("label", ["windows-874", "x-sjis", "tis-620", "gb2312", "utf8"])
def test_encodings_go_by_the_names_that_the_web_gives_them(label: str):
    assert parse(HEAD + SOURCE % f", encoding: {label}").sources[0].encoding == label


def test_a_key_that_an_earlier_version_took_is_told_and_stops_nothing():
    """What is below it is not looked at, not even for variables that are not set."""
    text = HEAD + SOURCE % "" + "alerts:\n  - {name: press, to: '${NO_SUCH_VARIABLE}', at: [{}]}\n"
    config = parse(text)
    assert [source.id for source in config.sources] == [
        source.id for source in parse(HEAD + SOURCE % "").sources
    ]
    assert config.retired == config.warnings
    (told,) = config.retired
    assert told.startswith("sources.yaml:4: alerts: no key any more, and without effect; nothing is sent; ")
    assert "forumwatch mentions --new" in told
    assert parse(HEAD + SOURCE % "").retired == ()
    assert faults(HEAD + SOURCE % "" + "alert: []\n")[0].startswith("sources.yaml:4: alert: unknown key")


def test_a_retired_key_is_found_in_each_row_of_a_list_and_is_none_of_todays():
    document = read_yaml(
        "sources:\n- {id: a, depth: 2}\n- {id: b}\n- 5\n- {id: c, depth: 3}\nfetch: {depth: 1}\n"
    )
    told = list(
        put_aside(document, {("sources", "depth"): "say max_entries", ("fetch", "depth", "x"): "nothing"})
    )
    assert [fault.shown("s.yaml") for fault in told] == [
        f"s.yaml:{line}: sources.{row}.depth: no key any more, and without effect; say max_entries"
        for line, row in ((2, 1), (5, 4))
    ]
    assert document.data == {"sources": [{"id": "a"}, {"id": "b"}, 5, {"id": "c"}], "fetch": {"depth": 1}}
    taken = [key for key in RETIRED if key[-1] in fields_at(key[:-1])]
    assert taken == []


def test_a_complete_file_becomes_values():
    config = parse(
        """
version: 1
database: sqlite:///watch.db
defaults: {every: 20m, timezone: Asia/Bangkok}
fetch: {contact: press@example.org, min_delay: 500ms, max_body: 2MB, allow_networks: [10.1.0.0/16]}
sources:
  - {id: one, name: One, kind: feed, url: "https://one.example/feed", language: tha-TH, country: TH}
  - id: two
    kind: listing
    url: https://two.example/news
    select: {item: article, title: h3}
    every: 1h
    read: on_match
    auth: {username: reader, password: "${SECRET}"}
    headers: {X-Key: "${KEY:-none}"}
forums: {watch: [gdec, wic]}
""",
        SECRET="pass",
    )
    one, two = config.sources
    assert (config.database, config.fetch.min_delay, config.fetch.max_body) == (
        "sqlite:///watch.db",
        0.5,
        2_000_000,
    )
    assert (one.every_s, one.timezone, one.country, one.read) == (1200, "Asia/Bangkok", "TH", "always")
    assert one.language == "th-TH"  # the shortest code, as what reads by it wants
    assert (two.name, two.every_s, two.read, two.auth) == ("two", 3600, "on_match", ("reader", "pass"))
    assert two.select is not None
    assert (two.select.item, two.select.link, two.headers) == ("article", "a", (("X-Key", "none"),))
    assert config.watch == ("gdec", "wic")


FAULTS = {
    "an unknown key is guessed": (
        HEAD + "defualts: {}\n",
        "sources.yaml:2: defualts: unknown key; did you mean defaults?",
    ),
    "an unknown key of a source": (
        HEAD + SOURCE % ", evry: 3m",
        "sources.yaml:3: sources.1.evry: unknown key; did you mean every?",
    ),
    "a key of another section": (
        HEAD + SOURCE % ", min_delay: 5s",
        "sources.yaml:3: sources.1.min_delay: unknown key; it stands under fetch:",
    ),
    "a key that resembles none": (HEAD + "fetch: {zzz: 1}\n", "known here: allow_networks, concurrency"),
    "a kind that does not exist": (
        HEAD + "sources:\n- {id: a, kind: feeed, url: 'http://a.example'}\n",
        "did you mean feed?",
    ),
    "a missing key": (
        HEAD + "sources:\n- {id: a, kind: feed}\n",
        "sources.yaml:3: sources.1.url: is missing",
    ),
    "a key given twice": (
        "version: 1\ndatabase: a\ndatabase: b\n",
        "sources.yaml:3: database: given twice (first in line 2)",
    ),
    "an id given twice": (
        HEAD + SOURCE % "" + "  - {id: a, kind: feed, url: 'http://b.example/f'}\n",
        "'a' is there already, in line 3",
    ),
    "an address given twice": (
        HEAD + SOURCE % "" + "  - {id: b, kind: feed, url: 'http://a.example/f'}\n",
        "is there already",
    ),
    "not http": (
        HEAD + "sources:\n- {id: a, kind: feed, url: 'file:///etc/passwd'}\n",
        "is not an http or https address",
    ),
    "no address": (
        HEAD + "sources:\n- {id: a, kind: feed, url: 'http://[::1'}\n",
        "sources.yaml:3: sources.1.url: 'http://[::1' is no address",
    ),
    "a password in an address": (
        HEAD + "sources:\n- {id: a, kind: feed, url: 'http://u:p@a.example/'}\n",
        "put them under auth:",
    ),
    "an unknown time zone": (HEAD + SOURCE % ", timezone: Asia/Bangkokk", "write one like Asia/Bangkok"),
    "a country for a language": (HEAD + SOURCE % ", language: jp", "did you mean ja (Japanese)?"),
    "a language in words": (HEAD + SOURCE % ", language: Thai", "did you mean th (Thai)?"),
    "a country in words": (HEAD + SOURCE % ", country: Thailand", "write two capitals"),
    "a time that is none": (HEAD + SOURCE % ", every: soon", "write 30s, 15m, 2h or 1d"),
    "too often": (HEAD + SOURCE % ", every: 1s", "not polite"),
    "minutes that would be seconds": (
        HEAD + SOURCE % ", every: 15",
        "sources.1.every: 15 would be seconds; write 15m for minutes, or 15s",
    ),
    "minutes that would be seconds, for all": (
        HEAD + "defaults: {every: 5}\n",
        "sources.yaml:2: defaults.every: 5 would be seconds; write 5m for minutes",
    ),
    "minutes without their unit": (
        HEAD + SOURCE % ", every: 1h30",
        "'1h30' is not a length of time: 30 has no unit; write 30s, 15m, 2h or 1d",
    ),
    "every and cron": (HEAD + SOURCE % ", every: 1h, cron: '0 * * * *'", "exclude each other"),
    "a cron line that is none": (HEAD + SOURCE % ", cron: '99 * * * *'", "not a cron line"),
    "select on a feed": (HEAD + SOURCE % ", select: {item: a}", "select is for kind: listing"),
    "a network that is none": (HEAD + "fetch: {allow_networks: [10.0.0.1/8]}\n", "is not a network"),
    "a switch that is neither": (HEAD + "fetch: {robots: maybe}\n", "must be true or false"),
    "an encoding nobody knows": (HEAD + SOURCE % ", encoding: utf-9", "not a known encoding"),
    "a codec that is no encoding": (HEAD + SOURCE % ", encoding: zip", "not a known encoding"),
    "a header that cannot be sent": (HEAD + SOURCE % ", headers: {'X Y': a}", "cannot be sent"),
    "a variable that is not set": (HEAD + SOURCE % ", headers: {X: '${NOWHERE}'}", "${NOWHERE} is not set"),
    "a source that is a word": (HEAD + "sources: [abc]\n", "must be a mapping of keys"),
    "no version": ("database: x\n", "version: is missing"),
    "a later version": ("version: 2\n", "version"),
    "an empty file": ("", "empty; it begins with version: 1"),
    "a list": ("- a\n", "must be a mapping"),
    "broken YAML": ("version: 1\nsources: [\n", "not valid YAML"),
    "a port that is none": (
        HEAD + "sources:\n- {id: a, kind: feed, url: 'http://a.example:99999/'}\n",
        "sources.yaml:3: sources.1.url: a port is a number from 0 to 65535",
    ),
    "a space in a host": (
        HEAD + "sources:\n- {id: a, kind: feed, url: 'http://a b.example/'}\n",
        "'a b.example' is not the name of a host",
    ),
    "a host with a hole": (
        HEAD + "sources:\n- {id: a, kind: feed, url: 'http://a..example/'}\n",
        "'a..example' is not the name of a host",
    ),
    "too rarely": (HEAD + SOURCE % ", every: 31d", "write 30d at most"),
    "a day of no week": (HEAD + SOURCE % ", cron: '0 8 * * 8'", "'8' is no day of the week"),
    "a day that never comes": (HEAD + SOURCE % ", cron: '0 0 31 2 *'", "there is no such day"),
    "a selector that is none": (
        HEAD + "sources:\n- {id: a, kind: listing, url: 'http://a.example', select: {item: 'a['}}\n",
        "sources.yaml:3: sources.1.select.item: 'a[' is not a CSS selector",
    ),
    "a tab": (
        HEAD + "fetch:\n\trobots: true\n",
        "sources.yaml:3: not valid YAML: a tab is used for indentation",
    ),
    "another database": (
        "version: 1\ndatabase: mysql://u@h/x\n",
        "sources.yaml:2: database: there is no store on mysql; write sqlite:///",
    ),
    "no database": ("version: 1\ndatabase: watch.db\n", "sources.yaml:2: database: cannot be read"),
    "one forum in place of a list": (
        HEAD + "forums: {watch: gdec}\n",
        "sources.yaml:2: forums.watch: must be all or a list of forums; write [gdec]",
    ),
    "a control character": ("version: 1\nx: é\x00\n", "sources.yaml:2: not valid YAML"),
    "a sign that YAML keeps for itself": (
        HEAD + "sources:\n- id: a\n  name: @home\n",
        "sources.yaml:4: not valid YAML: while scanning for the next token found character that cannot start any "
        "token; put the value in quotes",
    ),
    "a cron line without quotes": (
        HEAD + "sources:\n- id: a\n  cron: */20 * * * *\n",
        "put the value in quotes",
    ),
    "a colon in a name": (
        HEAD + "sources:\n- id: a\n  name: News: tech\n",
        "a value that holds a colon is put in quotes",
    ),
    "nothing behind a key": (
        HEAD + "sources:\n- {id: a, kind: feed, url: }\n",
        "sources.yaml:3: sources.1.url: must be text; there is nothing",
    ),
    "no forum at all": (
        HEAD + "forums: {watch: []}\n",
        "sources.yaml:2: forums.watch: no forum at all; write all, or a list like [gdec, wic]",
    ),
    "a line break in what names the program": (
        HEAD + "fetch:\n  contact: |\n    press@example.org\n",
        "sources.yaml:3: fetch.contact: must be one line of visible characters",
    ),
    "a section that is a word": (
        HEAD + "web: off\n",
        "sources.yaml:2: web: must be a mapping of keys: host, port, token, names, proxies",
    ),
    "a source that is an address": (
        HEAD + "sources: ['http://a.example/']\n",
        "sources.yaml:2: sources.1: must be a mapping of keys, like {id: …, kind: …, url: …}",
    ),
    "a switch in place of a number": (
        HEAD + SOURCE % ", max_new: yes",
        "sources.yaml:3: sources.1.max_new: must be a whole number",
    ),
    "a number beyond its bounds": (
        HEAD + "web: {port: 70000}\n",
        "web.port: must be at most 65,535 (given: '70000')",
    ),
    "half of one": (
        HEAD + SOURCE % ", max_new: 1.5",
        "sources.1.max_new: must be a whole number (given: '1.5')",
    ),
    "no choice": (HEAD + "archive:\n", "archive: must be one of mentions, all, none; there is nothing"),
    "another version": ("version: one\n", "sources.yaml:1: version: must be 1 (given: 'one')"),
    "blanks for a name": (HEAD + SOURCE % ", name: '  '", "sources.1.name: must not be empty"),
    "a NUL in a name": (HEAD + SOURCE % ', name: "a\\0"', "sources.1.name: holds a NUL"),
    "a host to listen on that is none": (
        HEAD + "web: {host: '127.0.0.1:8080'}\n",
        "web.host: '127.0.0.1:8080' is no address of this machine; write one like 127.0.0.1",
    ),
    "a tab in what names the program": (
        HEAD + 'fetch: {user_agent: "a\\tb"}\n',
        "sources.yaml:2: fetch.user_agent: must be one line",
    ),
}


@each("name", FAULTS)
def test_a_fault_is_one_line_that_helps(name):
    text, said = FAULTS[name]
    lines = faults(text)
    assert any(said in line for line in lines), lines
    assert all(line.startswith("sources.yaml") and "\n" not in line for line in lines)


WRONG = (
    None,
    "",
    " ",
    "\0",
    "a\nb",
    "long " * 200,
    "1h30",
    ".nan",
    -1,
    10**30,
    1.5,
    True,
    [],
    [None],
    [[1]],
    {},
    {"x": 1},
)


def _keys() -> Iterator[tuple[str | int, ...]]:
    """Where a value stands in sources.yaml, a source by its number."""
    yield from ((key,) for key in fields_at(()))
    for section in ("defaults", "fetch", "revisit", "forums", "web"):
        yield from ((section, key) for key in fields_at((section,)))
    for place in (("sources", 0), ("sources", 0, "select"), ("sources", 0, "auth")):
        yield from ((*place, key) for key in fields_at(place))
    yield from (("forums", "add", 0), ("forums", "add", 0, "id"))


def _with(keys: tuple[str | int, ...], value: object) -> str:
    """A file in which only the value at `keys` may be wrong."""
    source = {"id": "a", "kind": "listing", "url": "http://a.example/", "select": {"item": "article"}}
    data: Any = {"version": 1, "sources": [source]}
    at = data
    for key, below in pairwise(keys):
        if isinstance(key, int) and len(at) == key:
            at.append({})
        elif not isinstance(key, int):
            at.setdefault(key, [] if isinstance(below, int) else {})
        at = at[key]
    if isinstance(at, list):
        at.append(value)
    else:
        at[keys[-1]] = value
    return yaml.safe_dump(data, allow_unicode=True, sort_keys=False)


def test_whatever_stands_behind_a_key_is_taken_or_refused_in_our_own_words():
    keys, wrong, refused = list(_keys()), [], 0
    assert len(keys) > 60
    for at, value in product(keys, WRONG):
        try:
            parse(_with(at, value))
        except ConfigError as err:
            refused += 1
            wrong += [line for line in err.lines if " should " in line or "\n" in line or "None" in line]
    assert refused > 700
    assert not wrong, wrong


def test_all_faults_are_told_at_once_in_the_order_of_the_file():
    lines = faults(HEAD + "defualts: {}\nfetch: {robots: perhaps}\nsources:\n- {id: a}\n")
    assert [line.split(":")[1] for line in lines] == ["2", "3", "5", "5"]


def test_a_bare_number_that_may_be_meant_for_minutes_is_said_to_be_seconds():
    text = (
        HEAD
        + "defaults: {every: 120}\n"
        + "sources:\n"
        + ITEM.format("a", "every: 60")
        + ITEM.format("b", "every: 900")
    )
    assert parse(text).warnings == (
        "sources.yaml:2: defaults.every: 120 is seconds; write 120s, or 120m for minutes",
        "sources.yaml:4: sources.1.every: 60 is seconds; write 60s, or 60m for minutes",
    )
    assert not parse(HEAD + "defaults: {every: 120s}\n").warnings
    many = "".join(ITEM.format(f"s{n}", "every: 60") for n in range(30))
    (*_, last) = said = parse(HEAD + "sources:\n" + many).warnings
    assert len(said) == 4
    assert last == "sources.yaml: 27 more lengths of time are bare numbers, and so seconds"


def test_norway_and_a_clock_time_stay_what_was_written():
    config = parse(
        HEAD
        + "sources:\n- {id: 12:30, kind: feed, url: 'http://a.example', country: NO}\n".replace("12:30", "on")
    )
    assert (config.sources[0].id, config.sources[0].country) == ("on", "NO")


def test_a_password_of_digits_stays_what_was_written():
    (source,) = parse(
        HEAD
        + SOURCE % ", auth: {username: 007, password: 1.10}, headers: {X: 0123, Y: +1, Z: 12}, every: 090"
    ).sources
    assert source.auth == ("007", "1.10")
    assert source.headers == (("X", "0123"), ("Y", "+1"), ("Z", "12"))
    assert source.every_s == 90


def test_a_no_break_space_may_stand_in_what_names_the_program():
    named = "Press\xa0Team"
    assert parse(HEAD + f'fetch: {{contact: "{named}"}}\n').fetch.contact == named


@each(("written", "meant"), [(".5", 0.5), ("5.", 5), ("+5", 5), ("2.50", 2.5), ("05", 5)])
def test_a_number_may_be_written_as_yaml_lets_it(written: str, meant: float):
    config = parse(HEAD + f"fetch: {{min_delay: {written}, timeout: {written}, max_body: +20000}}\n")
    assert (config.fetch.min_delay, config.fetch.timeout, config.fetch.max_body) == (meant, meant, 20_000)


@each("section", ["defaults", "fetch", "forums", "web"])
def test_a_section_of_which_every_line_is_a_comment_says_nothing(section: str):
    config = parse(HEAD + f"{section}:\n  # every: 15m\n")
    assert replace(config, lines={}) == parse(HEAD)


@each(("sources", "told"), [(3, 3), (4, 4), (5, 4), (60, 4)])
def test_a_fault_of_every_source_is_told_a_few_times(sources: int, told: int):
    text = (
        HEAD
        + "sources:\n"
        + "".join(
            f"- {{id: a{n}, kind: feed, url: 'http://a.example/{n}', every: 15}}\n" for n in range(sources)
        )
    )
    found = faults(text + "defualts: {}\n")
    assert len(found) == told + 1  # another fault is told beside them
    assert found[0].startswith("sources.yaml:3: sources.1.every: 15 would be seconds")
    if sources > told:
        assert (
            found[3]
            == f"sources.yaml: sources.*.every: the same {sources - 3} more times, up to line {sources + 2}"
        )


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


def test_one_wrong_value_is_one_fault():
    assert len(faults(HEAD + "forums: {watch: gdec}\n")) == 1
    assert parse(HEAD + "forums: {watch: all}\n").watch is None


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


def test_faults_of_forums_are_told_with_their_line():
    text = (
        HEAD + "forums:\n  watch:\n    - gdec\n    - wik\n  add:\n    - id: x\n      names: {en: [A Name]}\n"
    )
    config = parse(text)
    assert config.placed("forums: watch: no forum 'wik'").startswith("sources.yaml:5: ")
    assert config.placed("forums: add[0.names.en.0]: too short").startswith("sources.yaml:8: ")
    assert config.placed("forums.yaml:3: something") == "forums.yaml:3: something"


def test_aliases_that_multiply_are_refused():
    lines = ["version: 1", "a: &a [x,x,x,x,x,x,x,x,x,x]"]
    lines += [f"{b}: &{b} [{','.join(['*' + a] * 10)}]" for a, b in zip("abcdefgh", "bcdefghi", strict=True)]
    assert "too large" in faults("\n".join(lines))[0]


def test_a_file_that_is_missing_or_not_text_is_said(tmp_path):
    with pytest.raises(ConfigError, match="cannot be read"):
        load_config(tmp_path / "none.yaml", {})
    (tmp_path / "bytes.yaml").write_bytes(b"version: 1\n\xff\xfe")
    with pytest.raises(ConfigError, match="not UTF-8"):
        load_config(tmp_path / "bytes.yaml", {})


@pytest.mark.parametrize(
    "codec", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-be"]
)
def test_a_file_is_read_in_the_encodings_of_yaml(tmp_path, codec):
    text = HEAD + "sources:\r\n- {id: a, name: 数字 Café, kind: feed, url: 'http://a.example/'}\r\n"
    data = text.encode(codec)
    marked = (codecs.BOM_UTF32_BE if codec == "utf-32-be" else b"") + data
    (tmp_path / "sources.yaml").write_bytes(marked)
    assert [s.name for s in load_config(tmp_path / "sources.yaml", {}).sources] == ["数字 Café"]


def test_a_file_in_another_encoding_is_told_by_its_line_and_what_it_says(tmp_path):
    path = tmp_path / "sources.yaml"
    path.write_bytes((HEAD + "# a list\nsources:\n- {id: a, name: Café}\n").encode("cp1252"))
    with pytest.raises(ConfigError) as caught:
        load_config(path, {})
    line = HEAD.count("\n") + 3
    assert caught.value.lines[0].startswith(
        f"{path}:{line}: not UTF-8 text (read as Western European it says "
    )
    assert "name: Café" in caught.value.lines[0]
    assert "-t UTF-8 sources.yaml" in caught.value.lines[0]
    path.write_bytes(HEAD.encode("utf-16")[:-1])
    with pytest.raises(ConfigError, match="not whole as UTF-16-LE text; save it as UTF-8"):
        load_config(path, {})


def test_the_shipped_file_is_used_where_there_is_no_other(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert find_config(None) == shipped_path()
    (tmp_path / "sources.yaml").write_text(HEAD)
    assert find_config(None) == Path("sources.yaml")
    assert find_config("other.yaml") == Path("other.yaml")


def test_the_shipped_file_is_right():
    config = load_config(shipped_path(), {})
    assert len(config.sources) >= 100
    assert len({s.language for s in config.sources}) >= 15
    assert not config.warnings


@each(
    ("written", "meant"),
    [
        ("15m", 900),
        ("1h30m", 5400),
        ("2s", 2),
        ("1.5h", 5400),
        (30, 30),
        ("45", 45),
        ("45 ", 45),
        ("250ms", 0.25),
    ],
)
def test_lengths_of_time(written, meant):
    assert seconds(written) == meant


@each("written", ["", "m", "15 moons", "-3s", True, None, "1h x"])
def test_what_is_no_length_of_time(written):
    with pytest.raises(ValueError, match="length of time"):
        seconds(written)


def test_sizes():
    assert (size("8MB"), size("500 KiB"), size(10)) == (8_000_000, 512_000, 10)
    with pytest.raises(ValueError, match="not a size"):
        size("large")


def test_a_country_by_the_code_that_many_write_is_that_country(tmp_path):
    path = tmp_path / "sources.yaml"
    path.write_text(HEAD + SOURCE % ", country: UK", encoding="utf-8")
    assert load_config(path).sources[0].country == "GB"


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


def test_a_forum_that_is_added_and_not_watched_is_told_of():
    added = (
        "  add:\n    - {id: wic, editions: [{year: 2030}]}\n"
        "    - {id: mine, name: Mine, names: {en: My Data Forum}}\n"
    )
    said = parse(HEAD + "forums:\n  watch: [gdec, wic]\n" + added).warnings
    assert said == (
        "sources.yaml:6: forums: add: mine is looked for in nothing, for watch: leaves it out; write it there, too",
    )
    for watch in ("  watch: all\n", "  watch: [wic, mine]\n", ""):
        assert parse(HEAD + "forums:\n" + watch + added).warnings == (), watch
