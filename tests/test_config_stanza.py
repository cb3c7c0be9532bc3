"""A forum written into a sources.yaml: wherever it goes, the file keeps its comments and says nothing else."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest
import yaml
from tables import each

from crawler.config import parse_config
from crawler.config.stanza import StanzaError, replace_file, stanza_lines, with_forum, with_sources

FORUM = {"id": "x-forum", "name": 'The "X" Forum: 数据', "names": {"en": ["X Forum"], "no": ["Ⅹ «x»"]}}
OTHER = {"id": "y", "name": "Y", "names": {"en": ["Y Forum of Old"]}}
HEAD = "version: 1\n"
LAYOUTS = {
    "no forums at all": (HEAD + "sources: []\n", [], None),
    "no line end": (HEAD + "sources: []", [], None),
    "forums that only watch": (HEAD + "forums:\n  watch: all  # every one\nsources: []\n", [], None),
    "an empty list": (HEAD + "forums:\n  add: []  # none yet\n", [], None),
    "a block list": (
        HEAD
        + "forums:\n  add:\n    - id: y\n      name: Y # old\n      names:\n        en:\n          - Y Forum of Old # so\n\n# end\nsources: []\n",
        [OTHER],
        None,
    ),
    "a block list that is not indented": (
        HEAD + "forums:\n  add:\n  - {id: y, name: Y, names: {en: [Y Forum of Old]}}\n  watch: all\n",
        [OTHER],
        None,
    ),
    "a flow list": (
        HEAD + "forums: {watch: all, add: [{id: y, name: Y, names: {en: [Y Forum of Old]}}]}\n",
        [OTHER],
        None,
    ),
    "a flow list over lines": (
        HEAD + "forums:\n  add: [\n    {id: y, name: Y, names: {en: [Y Forum of Old]}},  # old\n  ]\n",
        [OTHER],
        None,
    ),
    "a flow mapping without add": (HEAD + "forums: {watch: all}\n", [], None),
    "an empty flow mapping": (HEAD + "forums: {}\n", [], None),
    "forums chosen by name": (HEAD + "forums: {watch: [gdec]}\n", [], ("gdec", "x-forum")),
    "forums chosen by name, in lines": (
        HEAD + "forums:\n  watch:\n    - gdec  # ours\n  add: []\n",
        [],
        ("gdec", "x-forum"),
    ),
    "JSON": ('{"version": 1, "sources": []}', [], None),
    "JSON with forums": ('{"version": 1, "forums": {"add": []}, "sources": []}\n', [], None),
    "a text over lines": (
        HEAD
        + "forums:\n  add:\n    - id: y\n      name: Y\n      names: {en: [Y Forum of Old]}\n      country: |\n        TH\n\nsources: []\n",
        [{**OTHER, "country": "TH\n"}],
        None,
    ),
    "lines of Windows": (HEAD + "forums:\r\n  watch: all\r\nsources: []\r\n", [], None),
}


@each("layout", LAYOUTS)
def test_a_forum_joins_the_file_and_nothing_else_changes(layout: str) -> None:
    text, others, watch = LAYOUTS[layout]
    new = with_forum(text, FORUM)
    before, after = (parse_config(each, Path("f"), {}) for each in (text, new))
    assert list(after.add) == [*others, FORUM]
    assert after.watch == (watch or before.watch)
    assert (after.sources, after.database) == (before.sources, before.database)
    left = iter(new)
    assert all(char in left for char in text)  # every character of the old file is still there, in its order
    if "\r\n" in text:
        assert "\n" not in new.replace("\r\n", "").removeprefix("version: 1\n")


SOURCE = {
    "id": "no",
    "name": "N: #1 \u202e",
    "kind": "feed",
    "url": "https://n.example/?a=1&b=#!/x",
    "every": "15m",
}
SOURCES = {
    "no sources": HEAD + "forums: {watch: all}\n",
    "no line end": HEAD + "sources: []",
    "an empty list": HEAD + "sources: []  # none yet\narchive: all\n",
    "a block list": HEAD
    + "sources:\n  # the first\n  - {id: a, kind: feed, url: 'https://a.example/'}  # a\n\n# end\n",
    "a block list that is not indented": HEAD
    + "sources:\n- id: a\n  kind: feed\n  url: https://a.example/\n  name: >-\n    over\n    lines\narchive: all\n",
    "a flow list": HEAD + 'sources: [{id: a, kind: feed, url: "https://a.example/"}]\n',
    "lines of Windows": "version: 1\r\nsources:\r\n  - {id: a, kind: feed, url: 'https://a.example/'}\r\n",
    "JSON": '{"version": 1, "sources": [{"id": "a", "kind": "feed", "url": "https://a.example/"}]}',
}


@each("layout", SOURCES)
def test_a_source_joins_the_file_and_nothing_else_changes(layout: str) -> None:
    text = SOURCES[layout]
    new = with_sources(text, [{**SOURCE, "id": "b", "url": "https://b.example/"}, SOURCE])
    before, after = (parse_config(each, Path("f"), {}) for each in (text, new))
    added = after.sources[-1]
    assert {"id": added.id, "name": added.name, "kind": added.kind, "url": added.url} == {
        name: value for name, value in SOURCE.items() if name != "every"
    }
    assert (after.sources[:-2], after.archive) == (before.sources, before.archive)
    left = iter(new)
    assert all(char in left for char in text.replace(" []", ""))  # an empty list becomes a block
    assert "[]" not in new
    assert "[]" not in text or "\n  - id: b\n" in new.replace("\r\n", "\n")
    assert yaml.safe_load(new)["sources"][-1] == SOURCE  # also for a reader to whom `no` is false


def test_forums_join_one_after_the_other() -> None:
    text = HEAD + "# mine\nforums:\n  watch: all\n"
    for number in range(3):
        text = with_forum(text, {"id": f"f{number}", "name": f"F {number}"})
    assert [forum["id"] for forum in parse_config(text, Path("f"), {}).add] == ["f0", "f1", "f2"]
    assert "# mine" in text


@each(
    "text",
    [
        "- a list\n",
        "version: [\n",
        HEAD + "forums: gdec\n",
        HEAD + "forums:\n  add: x\n",
        HEAD + "forums:\n  add:\n",
    ],
)
def test_a_file_of_another_shape_is_refused(text: str) -> None:
    with pytest.raises(StanzaError):
        with_forum(text, FORUM)


def test_a_stanza_is_yaml_that_no_character_of_a_name_escapes() -> None:
    name = "a: b # c\n- d: \"e\" 'f' \u202eg\x85\x07 {h} [i] \ufeff&j *k !l %m @n ${HOME}"
    forum = {"id": "null", "name": name, "names": {"no": [name]}}
    assert yaml.safe_load("\n".join(stanza_lines(forum)).replace("{no:", '{"no":')) == [
        {"id": "null", "name": name, "names": {"no": [name]}}
    ]


def test_a_file_is_replaced_whole_with_its_rights_and_through_a_link(tmp_path: Path) -> None:
    real, link = tmp_path / "real.yaml", tmp_path / "sources.yaml"
    real.write_text("old", "utf-8")
    real.chmod(0o640)
    link.symlink_to(real)
    replace_file(link, "new\r\n")
    assert (real.read_bytes(), stat.S_IMODE(real.stat().st_mode), link.is_symlink()) == (
        b"new\r\n",
        0o640,
        True,
    )
    assert sorted(os.listdir(tmp_path)) == ["real.yaml", "sources.yaml"]


@pytest.mark.skipif(os.geteuid() != 0, reason="only root may give a file away")
def test_a_file_that_root_changes_still_belongs_to_whom_it_did(tmp_path: Path) -> None:
    path = tmp_path / "sources.yaml"
    path.write_text("old", "utf-8")
    path.chmod(0o600)
    os.chown(path, 1234, 5678)
    replace_file(path, "new")
    after = path.stat()
    assert (after.st_uid, after.st_gid, stat.S_IMODE(after.st_mode)) == (1234, 5678, 0o600)


def test_a_file_that_cannot_be_written_is_said_and_stays(tmp_path: Path) -> None:
    path = tmp_path / "sources.yaml"
    with pytest.raises(StanzaError, match="cannot be written"):
        replace_file(path, "new")
    path.write_text("old", "utf-8")
    path.chmod(0o444)
    with pytest.raises(StanzaError, match="read-only"):
        replace_file(path, "new")
    path.chmod(0o644)
    with pytest.raises(UnicodeEncodeError):
        replace_file(path, "half \ud800")
    assert (path.read_text("utf-8"), os.listdir(tmp_path)) == ("old", ["sources.yaml"])
