"""What a page declares of itself: one line each, bounded, whatever the page says."""

from __future__ import annotations

import json

import pytest
from tables import each

from crawler.parse import read_page
from crawler.parse.language import read_language
from crawler.parse.page.blocks import Outline
from crawler.parse.page.metadata import absolute
from storage.records import Article

TEXT = "The conference on the digital economy was opened in Beijing on Thursday by its hosts and guests. " * 5
LONG = "x" * 20_000


def article(head: str, url: str = "https://news.example/a") -> Article:
    found = read_page(f"<html><head>{head}</head><body><p>{TEXT}</p></body></html>".encode(), url)
    assert isinstance(found, Article)
    return found


def test_nothing_that_is_declared_is_longer_than_its_bound() -> None:
    node = {
        "@type": "NewsArticle",
        "headline": LONG,
        "author": [{"name": f"Ann Lee{n}"} for n in range(1000)] + [{"name": LONG}],
        "publisher": {"name": LONG},
        "articleSection": LONG,
        "keywords": [f"{n} {LONG[:400]}" for n in range(1000)],
        "image": "https://news.example/" + LONG,
        "url": "https://news.example/" + LONG,
        "description": LONG,
    }
    found = article(f'<script type="application/ld+json">{json.dumps(node)}</script>')
    assert (found.canonical_url, found.image_url) == (None, None)
    assert len(found.title) <= 500
    assert len(found.summary or "") <= 2_000
    assert 0 < len(found.tags) <= 50
    assert 0 < len(found.authors) <= 50
    for name in (*found.tags, *found.authors, found.section or "", found.site_name or ""):
        assert len(name) <= 300


def test_an_address_longer_than_any_is_none_and_the_next_counts() -> None:
    found = article(
        f'<link rel="canonical" href="https://news.example/{LONG}"><meta property="og:url" content="/b">'
        f'<meta property="og:image" content="https://news.example/{LONG}">'
    )
    assert found.canonical_url == "https://news.example/b"
    assert found.image_url is None


def test_control_characters_stay_out_of_fields_of_one_line() -> None:
    odd = "A\x01d\x1bé\x7f \x85B\x9fo\x80b\x0b\n C"
    found = article(
        f'<title>{odd}</title><meta name="author" content="Ann\x02 L\x96ee"><meta name="keywords" content="{odd}, b">'
        f'<meta property="og:site_name" content="{odd}"><meta property="article:section" content="{odd}">'
        '<link rel="canonical" href="/a b\x01\x80">'
    )
    assert found.title == "Adé Bob C"
    assert found.authors == ("Ann Lee",)
    assert found.tags == ("Adé Bob C", "b")
    assert found.section == found.site_name == "Adé Bob C"
    assert found.canonical_url == "https://news.example/a%20b%01%C2%80"


def test_a_tower_of_marks_does_not_hold_up_a_page() -> None:
    found = read_page(
        f"<title>K</title><p>{TEXT}{'e' + chr(0x301) * 2 + (chr(0x316) + chr(0x301)) * 200_000}</p>".encode(),
        None,
    )
    assert isinstance(found, Article)
    assert len(found.text) < 2_000


def news(**fields: object) -> str:
    node = json.dumps({"@type": "NewsArticle", **fields})
    return f'<script type="application/ld+json">{node}</script>'


def meta(name: str, content: str) -> str:
    return f'<meta property="{name}" content="{content}">'


LONG_TITLE = "Minister calls the treaty on cables under the harbour a step that nobody thought possible only one year ago"
TITLES = {  # what is declared and shown → the title
    "declared as the site's name on every page": (
        f"<title>Harbour opens a yard for boats | Press | Harbour Works</title>{meta('og:title', 'Harbour Works')}",
        "<h2>Harbour opens a yard for boats</h2>",
        "Harbour opens a yard for boats",
    ),
    "behind a section, as declared": (
        f"<title>Harbour and its yards of old | Forum opens</title>{meta('og:title', 'Forum opens')}",
        "<h2>Forum opens</h2><h3>Harbour and its yards of old</h3>",
        "Forum opens",
    ),
    "the site's name behind it": ("<title>Forum opens in the old customs hall | The Daily</title>", "", "Forum opens in the old customs hall"),
    "the site's name before it": (f"<title>The Daily: Forum opens</title>{meta('og:site_name', 'The Daily')}", "", "Forum opens"),
    "the host's name behind it": (
        f"<title>How to open a forum | Openly</title>{meta('og:title', 'How to open a forum | Openly')}{meta('og:url', 'https://www.openly.example/a')}",
        "",
        "How to open a forum",
    ),
    "a dash of its own": (f"<title>Forum – and then?</title>{meta('og:title', 'Forum – and then?')}", "", "Forum – and then?"),
    "JSON-LD cut at its limit": (news(headline=LONG_TITLE[:98]) + meta("og:title", LONG_TITLE), "", LONG_TITLE),
    "JSON-LD cut before a quote": (
        news(headline="Senator calls rival") + '<title>Senator calls rival "unfit"</title>', "", 'Senator calls rival "unfit"',
    ),
    "a line above the headline": (
        news(headline="Cables: Minister signs the treaty") + meta("og:title", "Minister signs the treaty"), "", "Minister signs the treaty",
    ),
    "JSON-LD that nobody confirms": (
        news(headline="Treaty, all you need to know") + meta("og:title", "Minister signs the treaty"),
        "<h1>Minister signs the treaty</h1>",
        "Minister signs the treaty",
    ),
    "the site's name in a heading": (
        f"<title>The Daily: Forum opens in town</title>{meta('og:title', 'Forum opens in town')}{meta('og:site_name', 'Daily')}",
        "<h1>The Daily</h1><h1>Forum opens in town</h1>",
        "Forum opens in town",
    ),
    "a heading in other words": (
        meta("og:title", "Nine ways to open a forum quickly"), "<h1>How we open a forum, quickly and in nine ways</h1>", "How we open a forum, quickly and in nine ways",
    ),
    "the number of its page": (meta("og:title", "Forum opens in town"), "<h1>Forum opens in town（1/2 ページ）</h1>", "Forum opens in town"),
    "a fraction of its own": (meta("og:title", "Forum opens in town (7/10)"), "", "Forum opens in town (7/10)"),
    "a section's, and a heading above the text": ("<title>Notices | City hall</title>", "<h3>Forum on digital trade comes to town</h3><ul><li>No. 8</li></ul>", "Forum on digital trade comes to town"),
    "shown in a line of no heading, behind the site's name": ("<title>OldByte Online: A forum on tape opens in town</title>", "<table><tr><td><b>A forum on tape opens in town</b><br>By Ann Lee</td></tr></table>", "A forum on tape opens in town"),
    "a site's name shown in a line of no heading": ("<title>Storm hits us - Daily Harbour Chronicle</title>", "<div>Daily Harbour Chronicle</div>", "Storm hits us - Daily Harbour Chronicle"),
    "behind the site's name and a stroke": ("<title>Harbour News - A forum on tape opens in the old customs hall</title>", "<table><tr><td><b>A forum on tape opens in the old customs hall</b></td></tr></table>", "A forum on tape opens in the old customs hall"),
    "behind a name that the foot tells of": ("<title>Harbour News - A forum on tape opens in the old customs hall</title>", "<b>A forum on tape opens in the old customs hall</b><p>© 2025 Harbour News</p><footer>Harbour News is a paper of the islands.</footer>", "A forum on tape opens in the old customs hall"),
    "an outlet in brackets, on a portal": (news(author={"name": "港日報"}, headline="渡船四艘を購入へ（港日報）"), "<h1>渡船四艘を購入へ</h1>", "渡船四艘を購入へ"),
    "an abbreviation in brackets": (news(publisher={"name": "HDEC"}, headline="Harbour Digital Economy Conference (HDEC)"), "<h1>Harbour Digital Economy Conference (HDEC)</h1>", "Harbour Digital Economy Conference (HDEC)"),
    "behind an edition and a bar": ("<title>HDEC 2026 | A forum on tape opens in the old customs hall</title>", "<div>A forum on tape opens in the old customs hall</div>", "HDEC 2026 | A forum on tape opens in the old customs hall"),
    "behind whom it quotes": ("<title>Ada Holm - Nobody should have to call the office for a boat</title>", "<div>Nobody should have to call the office for a boat</div><p>Ada Holm said so on Monday.</p>", "Ada Holm - Nobody should have to call the office for a boat"),
    "brackets of its own": (news(author={"name": "港日報"}, headline="渡船四艘を購入へ（島しょ航路）"), "", "渡船四艘を購入へ（島しょ航路）"),
    "as Chinese offices declare it": ("<title>关于举办论坛的通知_通知公告_海港市政府</title>" + meta("ArticleTitle", "关于举办论坛的通知"), "<div>关于举办论坛的通知</div>", "关于举办论坛的通知"),
    "shown in a line, behind a section's name": ("<title>省工业厅 通知公告 关于举办数字贸易论坛的通知</title>", "<table><tr><td>关于举办数字贸易论坛的通知</td></tr></table>", "关于举办数字贸易论坛的通知"),
    "a lesser heading below the site's name": ("<title>The silo, at last · Quay Diary</title>", "<h1><a href=/>Quay Diary</a></h1><h2>The silo, at last</h2>", "The silo, at last"),
    "a board's thread, shown in a line": ("<title>Silo bought - Harbour Boards</title>", "<div><a href=/f>Harbour Boards</a> &gt; <a href=/n>News</a></div><div><strong>Silo bought</strong></div>", "Silo bought"),
    "a kind of text above its headline": ("<title>Interview - Anna Silo: we keep all</title>", "<h2>Interview</h2><h1>Anna Silo: we keep all</h1>", "Anna Silo: we keep all"),
    "a kind of text below its headline": ("<title>Live updates | The silo is sold</title>", "<h1>The silo is sold</h1><h2>Live updates</h2>", "The silo is sold"),
    "a section before it, and a link of its name": ("<title>Old harbour - A silo becomes an archive</title>", "<div>Old harbour</div><div><a href=/s>A silo becomes an archive</a></div>", "Old harbour - A silo becomes an archive"),
    "a section before it, shown in a line": ("<title>Old harbour - A silo becomes an archive</title>", "<div>Old harbour</div>", "Old harbour - A silo becomes an archive"),
    "a label stuck to the heading": (meta("og:title", "Forum opens in town"), "<h1>Title:Forum opens in town</h1>", "Forum opens in town"),
}  # fmt: skip


@each("what", TITLES)
def test_a_title_is_what_readers_see_without_the_site(what: str) -> None:
    head, shown, title = TITLES[what]
    found = read_page(
        f"<html><head>{head}</head><body>{shown}<p>{TEXT}</p></body></html>".encode(),
        "https://news.example/a",
    )
    assert isinstance(found, Article)
    assert found.title == title


AUTHORS = {  # what is declared or shown → the people
    "By": ('<p class="byline">By Ann Lee and Tom Ray</p>', ("Ann Lee", "Tom Ray")),
    "By, in an element of its own": ('<div class="author-line"><div>By</div><div>Ann Lee</div><div>-</div></div>', ("Ann Lee",)),
    "By, stuck to the name": ('<a class="article__author">ByAnn Lee</a>', ("Ann Lee",)),
    "a date behind": ('<div class="byline">By Dr. Ann Lee - Mar 27, 2024</div>', ("Dr. Ann Lee",)),
    "a date before": ('<div class="byline">Wednesday January 18, 2017 10:44 am by Ann Lee</div>', ("Ann Lee",)),
    "a date in a part of its own": ('<div class="author"><p>Updated January 08, 2026</p><p>Written by Ann Lee</p></div>', ("Ann Lee",)),
    "a role behind a comma": ('<div class="byline">By Ann Lee, CEO of Example</div>', ("Ann Lee",)),
    "a role behind nothing": ('<div class="byline">Ann Lee Senior Politics Editor</div>', ("Ann Lee",)),
    "a section": ('<div class="author">Written by Ann Lee in Games on 1 June 2019</div>', ("Ann Lee",)),
    "not who may log in": ('<li class="authorization-link">Sign In</li><p class="author">Ann Lee</p>', ("Ann Lee",)),
    "not when": ('<p class="byline">Veröffentlicht am 27.04.24 um 07:39 Uhr</p>', ()),
    "German": ('<p class="author">Von Änne Groß und Jan Öhl</p>', ("Änne Groß", "Jan Öhl")),
    "Chinese": ('<span class="author">记者 王小明</span>', ("王小明",)),
    "Korean": ('<span class="byline">김민수 기자</span>', ("김민수",)),
    "Korean, with a button": ('<div class="writer"><strong>김민수 기자</strong><a>구독</a></div>', ("김민수",)),
    "Korean, in the dateline": ("<p>(부산=통신) 김민수 기자 = 항만 데이터 거래소가 부산항에서 처음으로 문을 열었다고 공사가 밝혔다.</p>", ("김민수",)),
    "Chinese, with a bar": ("<p>文｜王小明</p>", ("王小明",)),
    "Thai": ('<span class="author">โดย สมชาย ใจดี</span>', ("สมชาย ใจดี",)),
    "beside the date, without a word": ("<div><a>Ann Lee</a>, <a>Tom Ray</a><time class=t>3 July 2025</time></div>", ("Ann Lee", "Tom Ray")),
    "beside the date and the time to read": ('<div>Ann Lee · 4 min · <span class="date">3 July 2025</span></div>', ("Ann Lee",)),
    "a section beside the date": ("<ul><li><a href=/s>Harbour Walks</a></li></ul><div>Harbour Walks · <time class=t>3 July 2025</time></div>", ()),
    "a date stuck to the name": ("<div>Text: Ann Lee3 juli 2025</div>", ("Ann Lee",)),
    "a desk's name that is declared": (meta("author", "Redaksi") + '<p class="author">Ann Lee</p>', ("Ann Lee",)),
    "a log-in name, and what it is": (
        news(author={"name": "ann_lee"}) + '<div class="author-card">Пользователь, карма 112, рейтинг 48,1</div>', ("ann_lee",),
    ),
    "who somebody is": ('<div class="author-card">Writer, looks into tea leaves and circuits. 3,4K readers</div>', ()),
    "Thai, behind the date": ("<div>13 ต.ค. 2569 เวลา 14:30 น. | โดย สมชาย ใจดี</div>", ("สมชาย ใจดี",)),
    "Korean, before the time of entry": ("<div><span>고은비</span><span>입력 2026. 11. 20. 09:01</span></div>", ("고은비",)),
    "Korean, the time of entry alone": ("<div>기사입력 2026. 11. 20. 09:01</div>", ()),
    "Chinese, a reporter who asks": ("<div>市长7月3日接受记者采访</div>", ()),
    "Chinese, behind the date": ("<div>2026年11月10日 09:26 日报 记者 段青禾</div>", ("段青禾",)),
    "contributors, those who took its pictures and checked it": (
        news(author={"name": "Ann Lee"}, contributor=[{"name": "Tom Ray"}, {"name": "Eve Fox"}, {"name": "Gil Orr"}]) + "<p>Photo: Gil Orr</p><div>Ann Lee | Fact-checked by Eve Fox</div><p>Tom Ray (photos)</p>", ("Ann Lee",),
    ),
    "a section beside the date, shown once": ("<div>Climate Change | <span class=date>3 July 2025</span></div>", ()),
    "a place beside the date": ("<div>San Francisco · <span class=date>3 July 2025</span></div>", ()),
    "a label beside the date": ("<div>Last Updated | <span class=date>3 July 2025</span></div>", ()),
    "a button behind a bar": ("<p>Print | Text larger</p>", ()),
    "where somebody lives, and what she does": (
        '<div class=author><h3 class=author-name>Ann Lee</h3><p class=author-card>Builds small boats badly and films it well.</p><ul class=author-location><li>Port Sea, England</li></ul></div>', ("Ann Lee",),
    ),
    "whose name begins small": ("<p>By van der Holm</p>", ("van der Holm",)),
    "in letters that know no capitals": ("<p>By ვანო ლომიძე</p>", ("ვანო ლომიძე",)),
    "within an introduction": ("<div class=article-intro__author>Ann Lee</div>", ("Ann Lee",)),
    "in a marketplace": ("<div class=marketplace-author>Ann Lee</div>", ("Ann Lee",)),
    "people of whom one has a single name": ("<div class=byline>By Ann Lee, Budi and Suharto</div>", ("Ann Lee", "Budi", "Suharto")),
    "two in Korean": (news(author={"name": "홍 길동, 김철수"}), ("홍 길동", "김철수")),
    "a section that begins like By": ("<div>Di động</div>", ()),
    "what somebody wrote, behind a stroke": ("<p>Анна Ли — автор книги о море</p>", ()),
    "Korean, what is entered": ("<p>비밀번호 입력 4자리</p>", ()),
    "Chinese, reporters who were counted": ("<p>2025年，3名记者 被捕</p>", ()),
    "Chinese, a report put together": ("<p>据新华社2025年7月3日电 记者 综合报道</p>", ()),
    "contributors, those whom the page shows": (
        news(author={"name": "Ann Lee"}, contributor=[{"name": "Tom Ray"}, {"name": "Eve Fox"}]) + "<div>Ann Lee, Tom Ray</div>", ("Ann Lee", "Tom Ray"),
    ),
    "a heading beside people": ('<div class="story-authors"><span class="story-authors-label">Авторы</span><div><a class="story-author">Анна Ли</a><a class="story-author">Том Рэй</a></div></div>', ("Анна Ли", "Том Рэй")),
    "Romanian": ('<div class="autor">de Ann Lee</div>', ("Ann Lee",)),
    "Drupal": ('<div>Submitted by <span class="field--name-uid">Ann Lee</span></div>', ("Ann Lee",)),
    "in a line below the date": ("<div>Stand: 3. Juli 2025<br>Von: Ann Lee</div>", ("Ann Lee",)),
}  # fmt: skip


@each("what", AUTHORS)
def test_authors_are_people_without_what_stands_around_them(what: str) -> None:
    shown, people = AUTHORS[what]
    html = f"<html><head><title>Forum opens</title></head><body><h1>Forum opens</h1>{shown}<p>{TEXT}</p></body></html>"
    found = read_page(html.encode(), "https://news.example/a")
    assert isinstance(found, Article)
    assert found.authors == people


DECLARED_AUTHORS = {
    "an outlet beside a person": (news(author=[{"name": "Ann Lee"}, {"name": "The Daily"}], publisher={"name": "The Daily"}), ("Ann Lee",)),
    "an outlet alone": (news(author={"name": "The Daily"}, publisher={"name": "The Daily"}), ("The Daily",)),
    "an outlet, a person in the metas": (news(author={"name": "The Daily"}, publisher={"name": "The Daily"}) + meta("author", "Ann Lee"), ("Ann Lee",)),
    "a log-in name, a person in the metas": (news(author={"name": "ann.lee"}) + meta("author", "Ann Lee"), ("Ann Lee",)),
    "an outlet and a portal": (meta("og:article:author", "Daily | Portal"), ()),
    "a paper, by its name": (meta("author", "한빛일보"), ("한빛일보",)),
    "Persian, beside a medium of one word": (
        f'<title>همایش | فناورنامه</title>{meta("author", "فناورنامه")}<div class="byline">نویسنده: نگار ستوده</div>', ("نگار ستوده",),
    ),
    "an outlet in a line of its own, people in bold below it": (
        news(author={"name": "The Daily"}, publisher={"name": "The Daily"}) + "<p>by The Daily</p><p><b>Ann Lee/Tom Ray</b></p>", ("Ann Lee", "Tom Ray"),
    ),
    "one person twice": (news(author=[{"name": "Ann Lee"}, {"name": "ANN LEE"}]), ("Ann Lee",)),
    "titles of learning": (news(author={"name": "Ann Lee, Ph.D."}), ("Ann Lee",)),
    "where she wrote": (news(author={"name": "Ann LEE, ABUJA, (HPA)"}), ("Ann LEE",)),
    "a desk in Thai": (meta("author", "กองบรรณาธิการ"), ()),
    "one of a single name": (news(author={"name": "Ann Lee and Suharto"}), ("Ann Lee", "Suharto")),
    "several of a single name": (meta("author", "Suharto, Budi"), ("Suharto", "Budi")),
    "the paper before the name": (news(author={"name": "海港新聞網 記者王小明"}), ("王小明",)),
    "who runs the site": (news(author={"name": "harbour_admin"}) + meta("author", "Super User"), ("harbour_admin",)),
    "a correspondent without a name": (meta("author", "নিজস্ব প্রতিবেদক, ঢাকা"), ()),
}  # fmt: skip


@each("what", DECLARED_AUTHORS)
def test_declared_authors_are_people_where_any_are(what: str) -> None:
    head, people = DECLARED_AUTHORS[what]
    assert article(head).authors == people


@each(
    ("line", "people"),
    [
        ("<p><strong>Ann Lee</strong></p>", ("Ann Lee",)),
        ("<p><strong>Ann Lee<br>Harbourcrossing</strong></p>", ("Ann Lee",)),
        ("<p>（记者 罗小川 通讯员 田野）</p>", ("罗小川", "田野")),
        ("<p>（记者 罗小川）说，船来了。</p>", ()),
        ("<p>（记者 综合报道）</p>", ()),
        ("<p>（记者会 明日举行）</p>", ()),
        ("<p><strong>Hong Kong<br>3 July 2025</strong></p>", ()),
        ("<p><strong>Media Contact<br>press@harbour.example</strong></p>", ()),
        ("<p><strong>Why now?</strong></p>", ()),
    ],
)
def test_a_bold_name_that_ends_the_text_is_its_author(line: str, people: tuple[str, ...]) -> None:
    page = f"<html><title>Forum opens</title><div><h1>Forum opens</h1><p>{TEXT}</p><p>{TEXT}</p>{line}</div>"
    found = read_page(page.encode(), "https://news.example/a")
    assert isinstance(found, Article)
    assert found.authors == people


TAGS = {
    "a list in one value": (meta("keywords", "forum, data;trade、ports"), ("forum", "data", "trade", "ports")),
    "a list among others": (news(keywords=["forum", "forum,data,trade"]), ("forum", "data", "trade")),
    "a comma by chance": (news(keywords=["Paris, Texas", "forum"]), ("Paris, Texas", "forum")),
    "what machines read": (news(keywords=["Page Type: Article", "@post-id:19", "k1_brain", "sections/sport", '"', "forum"]), ("forum",)),
}  # fmt: skip


@each("what", TAGS)
def test_tags_are_what_people_read(what: str) -> None:
    head, tags = TAGS[what]
    assert article(head).tags == tags


def test_a_section_is_one() -> None:
    assert article(news(articleSection="Ports, Trade, Data")).section == "Ports"


def test_a_site_is_named_by_the_end_of_a_title_that_its_host_confirms() -> None:
    head = '<title>Forum opens - Harbour Post</title><link rel="canonical" href="https://www.harbourpost.example/a">'
    assert article(head).site_name == "Harbour Post"
    assert (
        article('<title>Forum opens - a week later</title><link rel="canonical" href="/a">').site_name is None
    )


ODD = [
    None,
    True,
    False,
    0,
    -1.5,
    "",
    " ",
    "x",
    [],
    {},
    [[]],
    [{}],
    [None],
    {"@id": "#a"},
    {"name": []},
    {"@value": {}},
    [["a"], {"name": {}}],
]
FIELDS = (
    "@id", "headline", "author", "publisher", "keywords", "image", "url", "articleBody", "description", "datePublished", "articleSection",
    "isAccessibleForFree", "hasPart", "liveBlogUpdate", "inLanguage", "mainEntityOfPage",
)  # fmt: skip


@pytest.mark.parametrize("name", FIELDS)
def test_a_field_of_any_shape_costs_no_article(name: str) -> None:
    for value in ODD:
        for node in ({name: value}, {name: [value, value]}, {"hasPart": {name: value}}):
            assert article(news(**node)).text.startswith("The conference")


@each(
    ("declared", "stored"),
    [("eng", "en"), ("ger-AT", "de"), ("nb_NO", "no"), ("jp", "ja"), ("haw", "haw"), ("und", "en")],
)
def test_a_language_is_stored_under_its_shortest_code_however_it_is_declared(
    declared: str, stored: str
) -> None:
    assert read_language("GDEC 2025", declared) == stored  # too short to tell by itself


def test_a_whole_address_comes_out_as_it_would_against_another() -> None:
    told = {
        "https://example.org/a/b-1.html?x=1&y=%20": "https://example.org/a/b-1.html?x=1&y=%20",
        "http://example.org/": "http://example.org/",
        "HTTPS://example.org/a": "https://example.org/a",
        "https://example.org/a?": "https://example.org/a",
        "https://example.org/a#": "https://example.org/a",
        "https://example.org:8080/a": "https://example.org:8080/a",
        "https://example.org/a b": "https://example.org/a%20b",
        " https://example.org/a": "https://example.org/a",
        "https:///a": "https://news.example/a",
        "https://example.org/" + "a" * 2_000: None,
        "/a": "https://news.example/a",
    }
    given = {address: absolute(address, "https://news.example/2025/", Outline()) for address in told}
    assert given == told
