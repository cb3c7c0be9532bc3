"""Pages built to make a parser slow or fat, and what the reading of one costs a process that reads nothing else."""

from __future__ import annotations

import resource
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass

from crawler.bounds import MANY
from crawler.parse import read_page

URL = "https://news.example.org/2024/01/02/bomb"
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
PROSE = (
    b"<p>The ferry company said on Thursday that it would buy four electric boats, and test the first in spring."
    * 5
)
LONG_CELL = (
    b"<tr><td>A cell that tells more than one of a table of data does is there for the layout of the page."
)
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
    "bylines in bylines": lambda size: (
        b"<p>" + b"<span class=author>" * 399 + again("<b>Ann Lee</b><i>Bx</i>")(size)
    ),
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
    "a table of layout in a text": lambda size: (
        PROSE + b"<table>" + LONG_CELL + again("<tr><td>some words")(size) + b"</table>" + PROSE
    ),
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
    "a word behind a label that is no name": again(f"<p>Author: Ann A{'a' * 40}1</p>"),
    "names in bold": lambda size: (
        b"<p><b>"
        + b"/".join([b"Ann Lee"] * (size // 16))
        + b"</b></p>"
        + again("<p><a href=/x>Ann</a></p>")(size // 2)
    ),
    "classes": counted('<p class="c%d byline">some text of words, and more</p>'),
    "buttons that open each other": lambda size: (
        b"<h1>Four boats</h1>" + PROSE + b"<div><button>Why?</button><div>" * 450 + again("<i>x</i>")(size)
    ),
    "initials behind one long word": lambda size: (
        b"<h1>Four boats</h1>"
        + PROSE
        + b"<p>"
        + b"A" * size
        + b" (mk)</p>"
        + PROSE
        + b"<p>So it is. (mk)</p>"
    ),
    "lists between paragraphs": counted(
        "<p>The company bought boats %d, and more of them.</p><ul><li>1: a<li>2: b</ul>", "<h1>Boats</h1>"
    ),
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


@dataclass(frozen=True)
class Cost:
    """What reading a page took: seconds of the processor, and bytes of memory at its most."""

    seconds: float
    memory: float
    length: int  # of the page


def cost(name: str, size: int) -> Cost:
    """The cost of one bomb, in a process forked for it: another page's peak of memory would hide its own."""
    page = BOMBS[name](size)
    before, started = _peak(), time.process_time()
    read_page(page, URL)
    return Cost(time.process_time() - started, _peak() - before, len(page))


def _peak() -> float:
    """Bytes of memory this process ever had."""
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most * (1 if sys.platform == "darwin" else 1024)
