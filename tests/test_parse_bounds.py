"""Pages built to make a parser slow or fat: a second and forty times their size at most; real ones stay whole."""

from __future__ import annotations

import json
import resource
import subprocess
import sys
import time
from collections.abc import Callable

import pytest
from selectolax.lexbor import LexborHTMLParser

from crawler.parse import read_page
from crawler.parse.bounds import LONG, MANY, _without_long_tags, bounded
from crawler.parse.nesting import DEEP, bearable
from storage.records import Article

Bomb = Callable[[int], bytes]


def again(text: str) -> Bomb:
    """The text as often as fits into so many bytes."""
    raw = text.encode()
    return lambda size: (raw * (size // len(raw) + 1))[:size]


def counted(text: str, before: str = "", after: str = "", then: str = "") -> Bomb:
    """The text with a number in it, each time another; `then` fills the second half."""

    def bomb(size: int) -> bytes:
        each = (text % 10_000_000).__len__()
        half = size // 2 if then else size
        numbered = "".join(text % (1_000_000 + at) for at in range(half // each))
        return (before + numbered + after).encode() + (again(then)(half) if then else b"")

    return bomb


def script(kind: str, start: str, text: str, end: str) -> Bomb:
    return lambda size: (
        f"<script {kind}>{start}".encode() + again(text)(size).rsplit(b",", 1)[0] + f"{end}</script>".encode()
    )


LD = 'type="application/ld+json"'
STATE = 'id="__NEXT_DATA__" type="application/json"'
BOMBS: dict[str, Bomb] = {
    # Elements in each other, and end tags that end nothing
    "nested": again("<div>"),
    "nested lists": again("<ul><li>"),
    "nested definitions": again("<dl><dd>"),
    "nested tables": again("<table><td>"),
    "nested foreign elements": again("<svg><g>"),
    "nested templates": again("<template>"),
    "nested option groups": again("<option><optgroup>"),
    "nested ruby": again("<rt>"),
    "end tags of others": again("<div></q>"),
    "end tags in quotes": again('<div x="</div>">'),
    "end tags in comments": again("<div><!-- </div> -->"),
    "end tags in scripts": again("<div><script></div></script>"),
    "end tags in escaped scripts": again("<div><script><!--<script></script></div></script>"),
    "end tags in titles": again("<div><title></div></title>"),
    "end tags in drawings": again("<svg><title></svg><div></title>"),
    "end tags over paragraphs": again("<x><p></x></p>"),
    "end tags over lists": again("<x><li></x></li>"),
    "links in drawings": lambda size: (
        b"<svg>" + again("<style><a></template>")(size // 2) + b"</q>" * (size // 8)
    ),
    "brackets in names": again("<br></x><label><a"),
    "brackets in names, deep": lambda size: b"<rt>" * 900 + again("</ul><a<script></p><svg></style>")(size),
    "forms around elements": again("<form><div></form>"),
    "links around elements": again("<a><div>"),
    "paragraphs below": lambda size: b"<div>" * 900 + again("<p>x")(size),
    "items below": lambda size: b"<span>" * 900 + again("<li>x")(size),
    "strange end tags below": lambda size: b"<div>" * 900 + again("</x>")(size),
    # Formatting that is opened anew
    "formatting": again("<b>"),
    "formatting and paragraphs": again("<b><p></p>"),
    "formatting and ends": again("<b></p>"),
    "formatting of many kinds": counted("<font c=%d>"),
    "formatting of many kinds, paragraphs": counted("<b i=%d>", then="<p>x"),
    "formatting closed in quotes": counted('<b i%d="</b>">', then="<p>x"),
    "formatting closed in objects": counted("<b i%d><object></b></object>", then="<p>x"),
    "formatting closed in tables": counted("<b i%d><table></b></table>", then="<p>x"),
    "formatting in tables": counted("<table><nobr i%d>"),
    "formatting around blocks": lambda size: b"<b><div>" * (size // 12) + b"</b>" * (size // 12),
    "links of many kinds": counted("<a i%d><p>x"),
    # Attributes
    "attributes": counted("a%d ", "<p ", ">"),
    "attributes without an end": counted("a%d=1 ", "<p "),
    "attributes side by side": counted('a%d=""', "<p ", ">"),
    "attributes with brackets in their names": counted("<%d ", "<p ", ">"),
    "attributes with brackets in their values": counted('a%d="<b>" ', "<p ", ">"),
    "attributes with quotes in quotes": counted("""a%d='">' """, "<p ", ">"),
    "attributes behind a title": counted("a%d ", '<title><a x="</title><p ', ">"),
    "attributes behind a script": counted("a%d ", "<script><a x='</script><p ", ">"),
    "attributes behind a script in a drawing": counted("a%d ", "<svg><script><a x='</script><p ", "'>"),
    "attributes behind a comment": counted("a%d ", "<!-- <a x='--><p ", "'>"),
    "attributes of many tags": counted("<p a%d b c d e f g h i j k l m n o p q r s t>"),
    "attributes in many bodies": counted("<body a%d>"),
    "many attributes in many bodies": again(f"<body {' '.join(f'a{i}' for i in range(900))}>"),
    "as many attributes as are kept": again(f"<p {' '.join(f'a{i}' for i in range(MANY))}>"),
    "one attribute": lambda size: b'<p title="' + again("words and ")(size) + b'">',
    # Brackets, quotes and bytes
    **{text: again(text) for text in ("<", "< ", "<a", "<a ", "<!", "</", "<?", ">", "=", '="', '=">')},
    **{text: again(text) for text in ('<a =">', "<a x='\">'>", '<p x="', "<!-->", "<![CDATA[ x ]]>", "&")},
    **{text: again(text) for text in ("&nbsp;", "&CounterClockwiseContourIntegral;", "&#x10FFFF;", "&amp")},
    **{text: again(text) for text in ("\0", " ", "\n", "a", "ก", "1", "1.", "2024-01-", "a\u0301", "\u200d")},
    "bytes of no encoding": lambda size: b"\xff" * size,
    "halves of characters": lambda size: b"\xe3\x81" * (size // 2),
    "GBK": lambda size: b"<meta charset=gbk>" + "全球数字经济大会".encode("gbk") * (size // 16),
    "GBK, broken": lambda size: b"<meta charset=gbk>" + b"\xff\xb0" * (size // 2),
    "ISO-2022-JP": lambda size: "世界".encode("iso2022_jp") * (size // 10),
    "UTF-16": lambda size: ("<p>" + "слово " * (size // 12)).encode("utf-16"),
    # Text and tables
    "words": again("word and more. "),
    "lines": again("word and more.\n"),
    "breaks": again("word<br>"),
    "paragraphs": again("<p>x"),
    "empty paragraphs": again("<p>"),
    "the same paragraph": again("<p>The same words again and again, said he.</p>"),
    "table rows": lambda size: b"<table>" + again("<tr><td>some words</td></tr>")(size),
    "tables": again("<table><tr><td>some words</td></tr></table>"),
    "text in a table": lambda size: b"<table>" + again("<p>some words")(size),
    "formatting in a table": lambda size: b"<table>" + again("x<b>")(size),
    "choices": lambda size: b"<select>" + again("<option>words")(size),
    "marks": lambda size: b"a" + "\u0316\u0301".encode() * (size // 4),
    "plain text": lambda size: b"<plaintext>" + again("<p>words")(size),
    "links": again("<p><a href=/x>link words here</a>"),
    "headings": again("<h1>Title of things</h1>"),
    "a heading": lambda size: b"<h1>" + again("Title of things ")(size),
    "a title": lambda size: b"<title>" + again("Title - x | ")(size),
    # What says something of the article
    "dates": again("<p>2 January 2024 10:00, 3 days ago, "),
    "times": again('<time datetime="2024-01-02">2 January 2024</time>'),
    "metadata": again('<meta property="article:tag" content="x y"><meta name=author content="A B">'),
    "bylines": again("<p class=byline>By Ann Bee and Cee Dee</p>"),
    "a byline": lambda size: b"<p class=byline>By " + again("Ann Bee and ")(size),
    "classes": counted('<p class="c%d byline">some text of words, and more</p>'),
    "scripts": again("<script>x</script>"),
    "JSON-LD": script(LD, '{"@type":"NewsArticle","articleBody":"', "words, ", '"}'),
    "JSON-LD with tags": script(LD, '{"@type":"NewsArticle","articleBody":"', "<p>words &amp; , ", '"}'),
    "JSON-LD lists": script(LD, "[", '{"@type":"NewsArticle","author":{"name":"A B"}},', "]"),
    "JSON-LD graph": script(LD, '{"@graph":[', '{"@id":"a","isPartOf":{"@id":"a"}},', "]}"),
    "JSON-LD authors": script(LD, '{"@type":"NewsArticle","author":"', "Ann Bee, ", '"}'),
    "JSON-LD date": script(LD, '{"@type":"NewsArticle","datePublished":"', "1 ", '"}'),
    "JSON-LD, deep lists": script(LD, "", "[", ""),
    "JSON-LD, deep": script(LD, "", '{"a":', ""),
    "JSON-LD, digits": script(LD, "", "1", ""),
    "JSON-LD, broken": script(LD, '{"@type":"NewsArticle","a":"', "\\", ""),
    "many JSON-LD": again(f'<script {LD}>{{"@type":"NewsArticle","headline":"A B"}}</script>'),
    "state": script(STATE, '{"props":{"body":"', "words, ", '"}}'),
    "state lists": script(STATE, "[", '{"body":"some words here"},', "]"),
    "state, deep": script(STATE, "", "[", ""),
}
SECONDS = 1.0  # a megabyte
TIMES = 40  # the page's size in memory
FLOOR_S, FLOOR = 0.3, 130e6  # what a small page may take, whatever its size; the tree of 200,000 tags


@pytest.mark.parametrize("name", BOMBS, ids=ascii)
def test_a_bomb_is_read_in_bounded_time(name: str) -> None:
    page = BOMBS[name](300_000)
    started = time.process_time()
    read_page(page, "https://news.example.org/2024/01/02/bomb")
    spent = time.process_time() - started
    assert spent < FLOOR_S + SECONDS * len(page) / 1e6


MEASURE = """
import json, resource, sys, time
sys.path.insert(0, sys.argv[3])
from test_parse_bounds import BOMBS, peak
from crawler.parse import read_page
page = list(BOMBS.values())[int(sys.argv[1])](int(sys.argv[2]))
read_page(page[:50_000], "https://news.example.org/a")
before, started = peak(), time.process_time()
read_page(page, "https://news.example.org/a")
print(json.dumps([time.process_time() - started, peak() - before, len(page)]))
"""


def peak() -> float:
    """Bytes of memory this process ever had."""
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most * (1 if sys.platform == "darwin" else 1024)


LARGE = [(name, 14_000_000 if at % 8 == 0 else 1_000_000) for at, name in enumerate(BOMBS)]


@pytest.mark.slow
@pytest.mark.parametrize(("name", "size"), LARGE, ids=ascii)
def test_a_large_bomb_is_read_in_bounded_time_and_memory(name: str, size: int) -> None:
    done = subprocess.run(
        [sys.executable, "-c", MEASURE, str(list(BOMBS).index(name)), str(size), __file__.rpartition("/")[0]],
        capture_output=True,
        text=True,
        check=True,
        timeout=120,
    )
    spent, memory, length = json.loads(done.stdout)
    assert spent < FLOOR_S + SECONDS * min(length, 12_000_000) / 1e6
    assert memory < max(FLOOR, TIMES * length)


def test_deep_text_is_kept() -> None:
    page = b"<div>" * 90_000 + b"<p>deep down</p>" + b"</div>" * 90_000 + b"<p>after</p>"
    tree = LexborHTMLParser(bounded(page))
    assert [p.text() for p in tree.css("p")] == ["deep down", "after"]


def test_a_page_of_many_tags_in_order_is_untouched() -> None:
    row = (
        '<tr><td class="a"><div><p>one<p>two<ul><li><b>x</b><li>y</ul></div>'
        "<td><svg viewBox='0 0 1 1'><title>t</title><g><path d='M0'/><use href='#a'/></g></svg>"
        '<a href="?a=1&b">z</a><img src=x><br/><span data-x="<b>in</b>">s</span>'
        "<script>if (a<b && c>d) { x = '</div>' + \"<div>\"; }</script><!-- <div> -->"
    )
    page = f"<html><body><table>{row * 2_000}</table></body></html>".encode()
    assert bounded(page) == page
    assert bearable(page) == page


def test_a_tag_of_too_many_attributes_loses_these_and_nothing_else() -> None:
    many = b"".join(b" a%d='>'" % at for at in range(2_000))
    page = b"<p>before</p><p" + many + b">in it</p><p class=x>after</p>" + b"<p>more</p>" * 2_000
    assert bounded(page) == page.replace(many, b"")


@pytest.mark.parametrize(
    "whole",
    [
        '<div data-state="' + "<p class='x'>a &gt; b</p> " * 1_000 + '">text</div>',
        "<style>" + ".a > .b { c: 'd' } " * 3_000 + "</style>",
        "<path d='" + "M 1 2 " * 5_000 + "'>",
        f"<script {LD}>" + json.dumps({"articleBody": "3 < 4, a > b, " * 2_000}) + "</script>",
        "<script>" + "if (a<b) { c='d'; } else if (a>b) { e = \"<p>\" + '</p>'; } " * 2_000 + "</script>",
        "3 < 4, and 4 < 5; " * 3_000,
    ],
)
def test_long_texts_and_values_with_brackets_are_left_alone(whole: str) -> None:
    page = f"<html><body>{whole}{'<p>more</p>' * LONG}</body></html>".encode()
    assert _without_long_tags(page) == page


@pytest.mark.parametrize(
    ("start", "end"),
    [("<script>", "</script>"), ("<!--", "-->"), ("<textarea>", "</textarea>"), ("<style>", "</style>")],
)
def test_what_seems_a_long_tag_in_a_script_ends_with_it(start: str, end: str) -> None:
    inside = "if (a<b) c='d'; " * 3_000
    page = f"<html><body>{start}{inside}{end}{'<p>more</p>' * LONG}</body></html>".encode()
    tree = LexborHTMLParser(_without_long_tags(page))
    assert len(tree.css("p")) == LONG


def test_an_article_below_a_thousand_elements_is_read() -> None:
    text = "The conference on the digital economy was opened in Beijing on Thursday by its hosts. "
    page = "<div>" * (DEEP - 20) + f"<article><h1>Opened</h1><p>{text * 4}<p>{text * 5}</article>"
    found = read_page(page.encode(), "https://news.example.org/2024/01/02/opened")
    assert isinstance(found, Article)
    assert text * 4 in found.text.replace("\n", " ") + " "
