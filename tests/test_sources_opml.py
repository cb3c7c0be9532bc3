"""`forumwatch sources import` and `export`: feeds from and for other readers, as OPML."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from newsroom import Ended, ask

from crawler.config import load_config
from crawler.config.opml import read_opml

HEAD = "# ours\nversion: 1\nsources:\n  - {id: first, kind: feed, url: 'https://www.a.example/feed'}  # the first\n"
OPML = """<?xml version="1.0" encoding="UTF-8"?>
<opml version="2.0"><head><title>Mine</title></head><body>
<outline text="Tech">
  <outline text="Asia"><outline type="rss" text="The &quot;B&quot;: #1" xmlUrl="https://b.example/rss" language="tha"/></outline>
  <outline type="rss" text="A" xmlUrl="http://a.example/feed/?utm_source=x" language="jp"/>
  <outline type="rss" title="C" text="c" XMLURL="https://c.example/atom.xml"/>
</outline>
<outline type="rss" text="B again" xmlUrl="https://b.example/rss#top"/>
<outline type="rss" text="no address"/>
<outline type="rss" text="FTP" xmlUrl="ftp://d.example/x"/>
<outline type="include" text="more" url="https://e.example/more.opml" xmlUrl="https://e.example/more.opml"/>
<outline type="rss" text="variable" xmlUrl="https://f.example/${HOME}"/>
</body></opml>
"""


def imported(folder: Path, opml: str | bytes, config: str = HEAD) -> tuple[Ended, Path]:
    path, feeds = folder / "sources.yaml", folder / "feeds.opml"
    path.write_text(config, "utf-8")
    feeds.write_bytes(opml.encode() if isinstance(opml, str) else opml)
    return ask("--config", path, "sources", "import", feeds), path


def test_feeds_join_the_file_and_each_that_does_not_is_named_with_its_line(tmp_path: Path):
    ended, path = imported(tmp_path, OPML)
    assert (ended.code, ended.out) == (3, "")
    said = [line.removeprefix(f"{tmp_path}/feeds.opml") for line in ended.err.splitlines()]
    assert said == [
        ":9: 'no address' has no xmlUrl",
        ":10: 'ftp://d.example/x' is not an http or https address",
        ":11: 'more' is of type 'include', which is no feed",
        ":12: 'https://f.example/${HOME}' holds a variable",
        ":5: http://a.example/feed/?utm_source=x is there already, as first",
        ":8: https://b.example/rss#top is there already, from line 4",
        f"2 of 4 feeds added to {path}; `forumwatch sources check` proves them",
    ]
    assert path.read_text("utf-8").startswith(HEAD)
    added = load_config(path).sources[1:]
    assert [(s.id, s.name, s.url, s.language) for s in added] == [
        ("b", 'The "B": #1', "https://b.example/rss", "th"),
        ("c", "C", "https://c.example/atom.xml", None),
    ]
    again, _ = imported(tmp_path, OPML, path.read_text("utf-8"))
    assert again.err.splitlines()[-1] == f"0 of 4 feeds added to {path}"


@pytest.mark.parametrize(
    ("opml", "said"),
    [
        ("<opml><body>\n<outline text='a' xmlUrl='https://b.example/'></body></opml>", ":2: not well-formed XML: mismatched tag"),
        ("<rss><channel/></rss>", ":1: <rss> instead of <opml>"),
        ("", ":1: not well-formed XML: no element found"),
        (b"\x00\xff\xfe", ":1: not well-formed XML: "),
        ("<opml>" + "<outline>" * 200, ":1: nested deeper than 100 elements"),
        ('<?xml version="1.0"?>\n<!DOCTYPE o [\n<!ENTITY a "ha">\n<!ENTITY b "&a;&a;">]>\n<opml>&b;</opml>', ":3: it declares entities"),
        ('<!DOCTYPE o [<!ENTITY x SYSTEM "file:///etc/passwd">]><opml><body><outline text="&x;"/></body></opml>', ":1: it declares entities"),
        (b'<?xml version="1.0" encoding="no-such"?><opml/>', ": "),
    ],
)  # fmt: skip
def test_a_file_that_cannot_be_read_adds_nothing(opml: str | bytes, said: str, tmp_path: Path):
    ended, path = imported(tmp_path, opml)
    assert (ended.code, ended.out, len(ended.err.splitlines())) == (2, "", 1)
    assert ended.err.startswith(f"{tmp_path}/feeds.opml{said}")
    assert path.read_text("utf-8") == HEAD


def test_a_file_that_is_not_there_is_said(tmp_path: Path):
    (tmp_path / "sources.yaml").write_text(HEAD, "utf-8")
    for name in ("none.opml", "."):
        ended = ask("--config", tmp_path / "sources.yaml", "sources", "import", tmp_path / name)
        assert (ended.code, "cannot be read" in ended.err, len(ended.err.splitlines())) == (2, True, 1)


def test_what_is_exported_can_be_imported_and_holds_no_secret(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv("KEY", "s3cret")
    said = (
        HEAD
        + "  - {id: b, name: 'B <&> \"x\"\\u202e', kind: feed, url: 'https://b.example/?a=1&b=2', language: th}\n"
        "  - {id: c, kind: sitemap, url: 'https://c.example/sitemap.xml'}\n"
        "  - {id: d, kind: feed, url: 'https://d.example/${KEY}'}\n"
        "  - {id: e, kind: feed, url: 'https://e.example/', enabled: false}\n"
    )
    path = tmp_path / "sources.yaml"
    path.write_text(said, "utf-8")
    ended = ask("--config", path, "sources", "export")
    assert (ended.code, ended.err) == (
        0,
        "left out, sitemaps and listing pages: 1\nleft out, addresses with variables: 1\n",
    )
    assert "s3cret" not in ended.out
    assert ET.fromstring(ended.out).get("version") == "2.0"
    feeds = read_opml(ended.out.encode()).feeds
    assert [(f.url, f.language) for f in feeds] == [
        ("https://www.a.example/feed", None),
        ("https://b.example/?a=1&b=2", "th"),
    ]
    assert len(read_opml(ask("--config", path, "sources", "export", "--all").out.encode()).feeds) == 3
    back, path = imported(tmp_path, ended.out, "version: 1\nsources: []\n")
    assert (back.code, [s.url for s in load_config(path).sources]) == (0, [feed.url for feed in feeds])


def test_many_feeds_are_imported_at_once(tmp_path: Path):
    rows = "".join(f'<outline text="F{n}" xmlUrl="https://n{n % 400}.example/{n}/rss"/>' for n in range(800))
    ended, path = imported(tmp_path, f"<opml><body>{rows}</body></opml>")
    assert ended.code == 0
    sources = load_config(path).sources
    assert len(sources) == len({s.id for s in sources}) == 801
