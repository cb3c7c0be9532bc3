"""sources.yaml → Config: values, as they were written, whatever file they stand in."""

import codecs
from dataclasses import replace
from pathlib import Path

import pytest
from configs import HEAD, SOURCE, faults, parse
from tables import each

from crawler.config import ConfigError, find_config, load_config, shipped_path
from crawler.config.retired import RETIRED, put_aside
from crawler.config.telling import fields_at
from crawler.config.units import seconds, size
from crawler.config.yamlfile import read_yaml


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
