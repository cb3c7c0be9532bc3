"""Each fault of sources.yaml is one line that helps, and none is told twice."""

from collections.abc import Iterator
from itertools import pairwise, product
from typing import Any

import yaml
from configs import HEAD, SOURCE, faults, parse
from tables import each

from crawler.config import ConfigError
from crawler.config.telling import fields_at

ITEM = "- {{id: {0}, kind: feed, url: 'http://{0}.example/', {1}}}\n"
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


def test_one_wrong_value_is_one_fault():
    assert len(faults(HEAD + "forums: {watch: gdec}\n")) == 1
    assert parse(HEAD + "forums: {watch: all}\n").watch is None


def test_faults_of_forums_are_told_with_their_line():
    text = (
        HEAD + "forums:\n  watch:\n    - gdec\n    - wik\n  add:\n    - id: x\n      names: {en: [A Name]}\n"
    )
    config = parse(text)
    assert config.placed("forums: watch: no forum 'wik'").startswith("sources.yaml:5: ")
    assert config.placed("forums: add[0.names.en.0]: too short").startswith("sources.yaml:8: ")
    assert config.placed("forums.yaml:3: something") == "forums.yaml:3: something"
