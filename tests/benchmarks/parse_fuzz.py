"""Throw broken pages at the reader: structures that hypothesis makes, and real pages bent in many ways.

    python tests/benchmarks/parse_fuzz.py [--inputs 100000] [--pages DIR] [--seed 1] [--kept DIR]

Half of the inputs are structures, half are mutations of the pages in DIR (*.html.gz; ../shared/data/extraction/html),
or of the structures where there are none. Prints exceptions, each with its input saved under --kept, and the slowest
seconds a megabyte; an input below 20 KB counts as 20 KB. Exits with 1 on an exception or above one second a megabyte.
"""

from __future__ import annotations

import argparse
import gzip
import random
import sys
import tempfile
import time
import traceback
from collections.abc import Callable
from pathlib import Path

from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st

from crawler.parse import read_page
from storage.records import Article

PAGES = Path(__file__).parents[3] / "shared" / "data" / "extraction" / "html"
URL = "https://news.example.org/2024/01/02/fuzz"
LEAST = 20_000  # bytes, below which the time of an input is that of any
MOST = 1.0  # seconds a megabyte
EVERY = 10_000  # inputs between two lines of progress
SAMPLE = 400  # structures kept to be mutated where there are no pages
CHARSETS = ("utf-8", "windows-1251", "gb2312", "shift_jis", "iso-2022-jp", "utf-16", "tis-620", "x", "\0")
TAGS = (
    "html head body title meta script style p div span a b i font em h1 h2 article section main header footer aside nav "
    "ul ol li dl dt dd table tr td th tbody caption select option form input button template svg g path math mi "
    "textarea noscript iframe object time figure figcaption blockquote pre br img link base frameset plaintext x-y"
)
NAMES = "class id href rel content name property itemprop itemtype lang datetime type src alt style charset http-equiv data-x"
VALUES = (
    "article byline date author og:title article:published_time description NewsArticle canonical application/ld+json "
    "2024-01-02T03:04:05Z text/html;charset=gbk #c //x http://[ 1 none"
)
WORDS = (
    "words and more",
    "2 January 2024 10:00",
    "3 hours ago",
    "By Ann Bee",
    "พ.ศ. ๒๕๖๗",
    "令和6年1月2日",
    "1403/10/12",
    '{"@type":"NewsArticle","headline":"A","author":[{"name":null}],"datePublished":["x"]}',
    '{"@graph":[{"@type":["Article"],"image":{"url":[1]},"articleBody":{}}]}',
    "window.__INITIAL_STATE__={}",
    "&nbsp;&#0;&#x110000;&amp",
    "<!--",
    "-->",
    "]]>",
    "<",
    "\0",
    "\ufffe\u202e",
)

value = st.sampled_from(VALUES.split()) | st.text(max_size=20)
quoted = st.builds("{0}{1}{0}".format, st.sampled_from(("", '"', "'")), value)
attribute = st.builds("{}={}".format, st.sampled_from(NAMES.split()) | st.text(max_size=4), quoted)
attributes = st.lists(attribute, max_size=4).map(" ".join)
word = st.sampled_from(WORDS) | st.text(max_size=60)
name = st.sampled_from(TAGS.split())


def _element(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    whole = st.builds("<{0} {1}>{2}</{0}>".format, name, attributes, inner)
    torn = st.builds(
        "<{} {}{}{}</{}>".format, name, attributes, st.sampled_from((">", "", "/>")), inner, name
    )
    many = st.builds(lambda text, times: text * times, inner, st.integers(2, 40))
    return whole | torn | many | st.lists(inner, max_size=5).map("".join)


structures = st.recursive(word, _element, max_leaves=25)


def flip(page: bytes, other: bytes, chance: random.Random) -> bytes:
    flipped = bytearray(page)
    for _ in range(chance.randint(1, 40)):
        if flipped:
            flipped[chance.randrange(len(flipped))] = chance.randrange(256)
    return bytes(flipped)


def truncate(page: bytes, other: bytes, chance: random.Random) -> bytes:
    start, end = sorted(chance.randint(0, len(page)) for _ in range(2))
    return page[start:end] if chance.random() < 0.3 else page[:end]


def splice(page: bytes, other: bytes, chance: random.Random) -> bytes:
    return page[: chance.randint(0, len(page))] + other[chance.randint(0, len(other)) :]


def shuffle(page: bytes, other: bytes, chance: random.Random) -> bytes:
    """The tags of a part in another order."""
    tags = page.split(b"<")
    start = chance.randint(0, len(tags))
    part = tags[start : start + chance.randint(2, 200)]
    chance.shuffle(part)
    return b"<".join(tags[:start] + part + tags[start + len(part) :])


def drop(page: bytes, other: bytes, chance: random.Random) -> bytes:
    """Without one byte that structures: every tenth of it, or all."""
    mark = chance.choice(
        (b">", b"</", b'"', b"'", b"=", b" ", b"<!--", b"-->", b"/script>", b"/p>", b"/div>")
    )
    pieces = page.split(mark)
    share = chance.choice((0.1, 1.0))
    return b"".join(piece + (b"" if chance.random() < share else mark) for piece in pieces)


def double(page: bytes, other: bytes, chance: random.Random) -> bytes:
    """Attributes a second time, or a piece of the page many times."""
    if chance.random() < 0.5:
        return page.replace(b' class="', b' class="x" class="').replace(b" href=", b" href href=")
    start = chance.randint(0, len(page))
    piece = page[start : start + chance.randint(1, 2_000)]
    return page[:start] + piece * chance.randint(2, 60) + page[start:]


def lie(page: bytes, other: bytes, chance: random.Random) -> bytes:
    """Under another name of its encoding, or in another."""
    label = chance.choice(CHARSETS)
    if chance.random() < 0.5:
        return f"<meta charset={label}>".encode() + page
    try:
        return page.decode("utf-8", "replace").encode(label, "replace")
    except (LookupError, ValueError):
        return page.replace(b"utf-8", label.encode())


MUTATIONS = (flip, truncate, splice, shuffle, drop, double, lie)


class Fuzz:
    """What was read, with how many exceptions and how slowly."""

    def __init__(self, kept: Path) -> None:
        self.kept = kept
        self.inputs = self.exceptions = self.articles = 0
        self.slowest, self.slow = 0.0, b""
        self.started = time.process_time()

    def read(self, page: bytes, content_type: str | None = None) -> None:
        self.inputs += 1
        rate = self.rate(page, content_type)
        if rate > MOST:  # once more: the first of all inputs compiles tables, and other work disturbs
            rate = min(rate, self.rate(page, content_type))
        if rate > self.slowest:
            self.slowest, self.slow = rate, page
            if rate > MOST:
                print(f"{rate:.2f} s/MB: {self.keep(f'slow-{self.inputs}', page)}", flush=True)
        if self.inputs % EVERY == 0:
            print(self, flush=True)

    def rate(self, page: bytes, content_type: str | None) -> float:
        """Seconds a megabyte that an input took."""
        began = time.process_time()
        try:
            found = read_page(page, URL, content_type=content_type)
            self.articles += isinstance(found, Article)
        except Exception:  # every one is a defect, and is counted
            self.exceptions += 1
            path = self.keep(f"exception-{self.exceptions}", page)
            print(f"{path} {content_type}\n{traceback.format_exc(limit=-4)}", flush=True)
        return (time.process_time() - began) / (max(len(page), LEAST) / 1e6)

    def keep(self, name: str, page: bytes) -> Path:
        self.kept.mkdir(parents=True, exist_ok=True)
        path = self.kept / f"{name}.html"
        path.write_bytes(page)
        return path

    def __str__(self) -> str:
        spent = time.process_time() - self.started
        return (
            f"{self.inputs} inputs, {self.exceptions} exceptions, {self.articles} articles, "
            f"slowest {self.slowest:.2f} s/MB ({len(self.slow)} bytes), {spent:.0f} s"
        )


def structured(inputs: int, number: int, see: Callable[[bytes], None]) -> None:
    """So many structures to see; hypothesis ends early where it knows no others, and begins anew."""
    seen = rounds = 0
    while seen < inputs:

        @seed(number + rounds)
        @settings(
            max_examples=min(inputs - seen, 5_000),
            database=None,
            deadline=None,
            phases=(Phase.generate,),
            suppress_health_check=list(HealthCheck),
        )
        @given(structures)
        def one(text: str) -> None:
            nonlocal seen
            seen += 1
            see(text.encode("utf-8", "replace"))

        one()
        rounds += 1


def mutated(inputs: int, number: int, pages: list[bytes], fuzz: Fuzz) -> None:
    chance = random.Random(number)
    types = (None, "text/html", *(f"text/html; charset={label}" for label in CHARSETS))
    for _ in range(inputs):
        page, other = chance.choice(pages), chance.choice(pages)
        for _ in range(chance.choice((1, 1, 2, 3))):
            page = chance.choice(MUTATIONS)(page, other, chance)
        fuzz.read(page, chance.choice(types))


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--inputs", type=int, default=100_000)
    parser.add_argument("--pages", type=Path, default=PAGES)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--kept", type=Path, default=Path(tempfile.gettempdir()) / "parse-fuzz")
    told = parser.parse_args()
    fuzz, sample = Fuzz(told.kept), list[bytes]()

    def see(page: bytes) -> None:
        fuzz.read(page)
        if len(sample) < SAMPLE:
            sample.append(page)

    structured(told.inputs // 2, told.seed, see)
    pages = [gzip.decompress(path.read_bytes()) for path in sorted(told.pages.glob("*.html.gz"))]
    print(f"{fuzz}; now mutations of {len(pages)} pages", flush=True)
    mutated(told.inputs - told.inputs // 2, told.seed, pages or sample, fuzz)
    print(f"seed {told.seed}: {fuzz}")
    return int(fuzz.exceptions > 0 or fuzz.slowest > MOST)


if __name__ == "__main__":
    sys.exit(main())
