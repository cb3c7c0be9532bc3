"""Where on a page a date is believed, how far, and in which zone and order it is read."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from time import process_time
from typing import Any

import pytest
from tables import each

from crawler.parse import read_page
from crawler.parse.dates import read as dates
from storage.records import Article

PARAGRAPH = "<p>The conference opened with delegates from fifty countries, who will discuss data, trade and rules.</p>"
OTHERS = (
    '<aside class=related><h3>Related</h3><ul><li><a href="/1">Some other story</a> <small>2024-01-10</small></li>'
    '<li><a href="/2">And one more story</a> <time datetime="2024-02-11">11 Feb</time></li></ul></aside>'
)
THAI = "<p>การประชุมเปิดขึ้นโดยมีผู้แทนจากห้าสิบประเทศเข้าร่วมหารือเรื่องข้อมูล การค้า และกฎระเบียบตลอดสามวัน</p>"
LATE = datetime(2025, 8, 1, tzinfo=UTC)


@pytest.fixture(name="seen")
def _seen(monkeypatch: pytest.MonkeyPatch) -> list[dates.Dates]:
    """What the page's dates were read as, with their places."""
    found: list[dates.Dates] = []
    read = dates.read_dates

    def noted(*given: object) -> dates.Dates:
        found.append(read(*given))  # type: ignore[arg-type]
        return found[-1]

    monkeypatch.setattr(dates, "read_dates", noted)
    return found


def read(
    inner: str = "",
    *,
    head: str = "",
    before: str = "",
    after: str = "",
    url: str = "https://news.example/a",
    timezone: str | None = None,
    lang: str = "en",
    fetched_at: datetime | None = LATE,
) -> Article:
    html = (
        f"<html lang={lang}><head><title>A forum opens</title>{head}</head><body>{before}<article><h1>A forum opens</h1>"
        f"{inner}{PARAGRAPH * 4}</article>{after}{OTHERS}<footer>© 2011-2026 News, 1 January 2020</footer>"
    )
    found = read_page(html.encode(), url, timezone=timezone, fetched_at=fetched_at)
    assert isinstance(found, Article)
    return found


def day(at: datetime | None) -> str | None:
    return at.date().isoformat() if at else None


def ld(fields: str) -> str:
    return f'<script type="application/ld+json">{{"@type": "NewsArticle", "headline": "A forum opens", {fields}}}</script>'


VIDEO = '<script type="application/ld+json">{"@type": "VideoObject", "uploadDate": "2025-06-30T08:00:00Z"}</script>'
RELEASES = "<ul>" + "".join(f'<li><a class="publication" href="/{n}">No. {n} of {n} June 2025</a></li>' for n in (4, 3, 2)) + "</ul>"  # fmt: skip
TEASERS = (
    "<aside>"
    + "".join(
        f"<div><h3>{title}</h3><small>{n} July 2025</small><p>Read what happened there.</p></div>"
        for n, title in (
            (4, "Rain in the south"),
            (3, "Trains are late"),
            (2, "A forum opens"),
            (1, "A market closes"),
        )
    )
    + "</aside>"
)
ITEM = '<meta itemprop="datePublished" content="2025-07-02">'
LISTED = '<script type="application/ld+json">{"@type": "ItemList", "itemListElement": [{"@type": "ListItem", "item": {"@type": "NewsArticle", "headline": "Rain", "datePublished": "2025-06-12"}}]}</script>'
CAPTION = "<div class=photo-date>Delegates of fifty countries and their guests gather before the hall in Beijing, May 12, 2025.</div>"
UNTYPED = '<script type="application/ld+json">{"@id": "https://news.example/a", "title": "A forum opens", "pubDate": "2025-07-02T10:00:00", "upDate": "2025-07-05T10:00:00"}</script>'
REVIEWED = '<script type="application/ld+json">{"@type": "Product", "review": [{"@type": "Review", "name": "Good", "datePublished": "2025-06-12"}]}</script>'
NOTE = (
    "<p class=postmetadata>{} <a href=/trade>Trade</a>. You can follow any responses to this entry through the feed, or "
    "leave one yourself. Pinging is not allowed at the moment; all that is written here is read before it is shown.</p>"
)
COMMENTS = "<ol class=comments><li>Jo, July 5, 2025 at 3:20 pm<p>I liked it.</p></li><li>Al, July 6, 2025<p>Me too.</p></li></ol>"
PLACES: list[tuple[dict[str, Any], str | None, str | None]] = [
    ({"head": ld('"datePublished": "2025-07-02T10:00:00+09:00"')}, "2025-07-02", "json-ld"),
    (
        {"head": '<meta property="article:published_time" content="2025-07-02T10:00:00+09:00">'},
        "2025-07-02",
        "meta:article:published_time",
    ),
    ({"head": '<meta name="sitepublicationdate" content="2025-07-02">'}, "2025-07-02", "meta:sitepublicationdate"),
    ({"head": VIDEO + '<meta name="date" content="2025-07-02">'}, "2025-07-02", "meta:date"),
    *(
        ({"head": f"<meta name='{name}' content='2025-07-02'>"}, "2025-07-02", f"meta:{name.lower()}")
        for name in (
            "DC.date.issued", "sailthru.date", "parsely-pub-date", "article.published", "citation_online_date", "eprints.datestamp",
            "prism.publicationDate", "analyticsAttributes.articleDate", "firstPublished", "published", "story_date", "dc:date dc:created",
        )
    ),
    (
        {"head": """<meta name="parsely-page" content='{"title": "A forum", "pub_date": "2025-07-02T10:00:00Z"}'>"""},
        "2025-07-02",
        "meta:parsely-page",
    ),
    ({"head": '<meta property="article:published_time" content="/Date(1751450580000)/">'}, "2025-07-02", "meta:article:published_time"),
    ({"inner": ITEM}, "2025-07-02", "meta:datepublished"),
    ({"inner": f"<div>{ITEM}<span>By Ann Lee</span></div>"}, "2025-07-02", "meta:datepublished"),
    ({"head": VIDEO, "inner": "<div class=date>2 July 2025</div>"}, "2025-07-02", "marked date"),
    ({"head": VIDEO}, "2025-06-30", "json-ld"),
    ({"head": LISTED, "inner": "<div class=date>2 July 2025</div>"}, "2025-07-02", "marked date"),
    ({"inner": '<span itemprop="datePublished" content="2025-07-02">2/7</span>'}, "2025-07-02", "itemprop=datePublished"),
    ({"inner": "<time datetime='2025-07-02T10:00:00+09:00'>yesterday</time>"}, "2025-07-02", "time element"),
    ({"inner": "<div class=date>2 July 2025</div>"}, "2025-07-02", "marked date"),
    ({"inner": "<p>By Ann Lee | 2 July 2025</p>"}, "2025-07-02", "text near the headline"),
    ({"inner": "<p>3 hours ago</p>"}, "2025-07-31", "text near the headline"),
    ({"inner": "<p>30 July, 14:30</p>"}, "2025-07-30", "text near the headline"),
    ({"url": "https://news.example/2025/07/02/a"}, "2025-07-02", "url"),
    ({"url": "https://news.example/2025/jul/02/a"}, "2025-07-02", "url"),
    ({"url": "https://news.example/a-20250702.html"}, "2025-07-02", "url"),
    ({"url": "https://news.example/n1/2025/0702/c90000-1234.html"}, "2025-07-02", "url"),
    ({"url": "https://news.example/gn/2025/07-02/10401234.shtml"}, "2025-07-02", "url"),
    ({"url": "https://news.example/view/AKR20250702012300123"}, "2025-07-02", "url"),
    ({"url": "https://copies.example/web/20250720121040/http://news.example/2025/07/02/a"}, "2025-07-02", "url"),
    # parts in elements of their own
    ({"inner": "<div class=postdate><div>Jul</div><div>02</div><div>2025</div></div>"}, "2025-07-02", "marked date"),
    ({"inner": "<div class=date><p>02</p><p>2025-07</p></div>"}, "2025-07-02", "marked date"),
    ({"inner": "<div><span><em>2025</em></span> <span><em>07</em>/<em>02</em></span> <span>10:23</span></div>"}, "2025-07-02", "text near the headline"),
    ({"inner": "<time><span>July 2, 2025</span><span>10:23 AM UTC</span><span>Updated 5 hours ago</span></time>"}, "2025-07-02", "text near the headline"),
    # what only machines read
    ({"inner": "<span class=timestamp data-timestamp=1751450580>…</span>"}, "2025-07-02", "marked date"),
    ({"inner": "<span class=ago data-date=2025-07-02T10:00></span>"}, None, None),  # nothing calls it the date
    ({"inner": "<span property='dc:date dc:created' content='2025-07-02T10:23:00+02:00'>Submitted by ann on 02/07/2025</span>"}, "2025-07-02", "marked date"),
    *(
        ({"inner": f"<{tag} datetime=2025-07-02T10:00:00Z></{tag}>"}, "2025-07-02", "marked date")
        for tag in ("relative-time", "amp-timeago", "span")
    ),
    ({"inner": "<p>The hall is <ins datetime=2025-06-12>not</ins> open today</p>"}, None, None),
    ({"inner": "<span property=datePublished content=2025-07-02>Wednesday</span>"}, "2025-07-02", "itemprop=datePublished"),
    # behind the text
    ({"after": NOTE.format("This entry was posted on Wednesday, July 2nd, 2025 at 3:21 pm and is filed under")}, "2025-07-02", "text after the article"),
    ({"after": NOTE.format("Dieser Beitrag wurde am Mittwoch, 2. Juli 2025 um 15:21 Uhr veröffentlicht, und zwar unter"), "lang": "de"}, "2025-07-02", "text after the article"),
    ({"after": "<div class=post-footer>at <a href=/a class=timestamp-link><abbr class=published title=2025-07-02T10:23>10:23</abbr></a></div>"}, "2025-07-02", "marked date"),
    ({"after": "<div class=meta><a href=/a>Posted on 2nd Jul 2025</a> with 12 notes</div>" + COMMENTS}, "2025-07-02", "text after the article"),
    ({"after": "<ul><li class=date><a href=/a>2 July 2025</a></li></ul>"}, "2025-07-02", "marked date"),
    ({"inner": PARAGRAPH.replace("The conf", "BEIJING (2 July 2025) - The conf")}, "2025-07-02", "dateline"),
    ({"inner": PARAGRAPH.replace("The conf", "BEIJING, July 2 (Agency) -- The conf")}, "2025-07-02", "dateline"),
    ({"inner": PARAGRAPH.replace("The conf", "本社北京7月2日电（记者）The conf")}, "2025-07-02", "dateline"),
    ({"inner": PARAGRAPH.replace("The conf", "เมื่อวันที่ 2 กรกฎาคม 2568 the conf")}, "2025-07-02", "first words of the text"),
    ({"after": "<p>This post was published on Wednesday, 2 July 2025 at 15:21 and is filed under Trade.</p>"}, "2025-07-02", "text after the article"),
    ({"after": "<div><p>Contact us</p><p>Home</p><p>Terms</p><p>Jobs</p><p>Press</p><p>Help</p><p>Map</p><p>Shop</p><p>Last updated: 2 July 2025</p></div>"}, "2025-07-02", "labelled date of the page"),
    ({"head": '<meta property="og:image" content="/uploads/2025/07/02/hall.jpg">'}, "2025-07-02", "image address"),
    (
        {"head": '<script id="__NEXT_DATA__" type="application/json">{"article": {"publishedAt": "2025-07-02T08:00:00Z"}}</script>'},
        "2025-07-02",
        "script",
    ),
    ({"head": "<script>window.data = []; data.push({'kind': 'story', 'pubDate': '20250702', 'createdAt': '20250630'});</script>"}, "2025-07-02", "script"),
    ({"head": "<script>var oriCreateTime = '1751450580'; var createTime = '2025-07-02 10:03';</script>"}, "2025-07-02", "script"),
    ({"head": UNTYPED}, "2025-07-02", "json-ld"),
    ({"inner": "<span class=date data-time=2025070210>…</span>"}, "2025-07-02", "marked date"),  # with its hour, no seconds
    ({"after": TEASERS}, "2025-07-02", "own teaser"),
    ({"after": "<table>" + "".join(f"<tr><td>» {t}, {d} July 2025</td></tr>" for t, d in (("Rain", 4), ("A forum opens", 2), ("A market", 1))) + "</table>"}, "2025-07-02", "own teaser"),
]  # fmt: skip


@pytest.mark.parametrize(("given", "at", "place"), PLACES)
def test_the_place_of_a_date_is_told(
    given: dict[str, Any], at: str | None, place: str | None, seen: list[dates.Dates]
) -> None:
    assert day(read(**given).published_at) == at
    assert seen[0].published_from == place
    assert (0.2 < seen[0].published_confidence <= 1) == (at is not None)


CHOICES = [
    ("<div class=info><span>Updated: 15 July 2025</span> <span>2 July 2025</span></div>", {}, "2025-07-02"),
    ("<p>2 July 2025</p>", {"after": RELEASES}, "2025-07-02"),
    ("<p>New Haven (2 July 2025): The hall is open to all who come by boat, and to those who swim, says its keeper.</p>", {}, "2025-07-02"),
    ("<p>2 July 2025</p>", {"before": "<header>Thursday, 31 July 2025</header>"}, "2025-07-02"),
    ("<p>2 July 2025</p>", {"before": "<div>1 August 2025</div>"}, "2025-07-02"),
    ("<figure><figcaption>The hall on 12 May 2025</figcaption></figure><p>2 July 2025</p>", {}, "2025-07-02"),
    ("<div>When: 12 May 2025</div><p>2 July 2025</p>", {}, "2025-07-02"),
    ("<div>開催日時:2025年5月12日</div><p>2 July 2025</p>", {"lang": "ja"}, "2025-07-02"),
    ("<p>From our correspondent, 2 July 2025</p>", {}, "2025-07-02"),
    ("<p>2 July 2025</p><p>Open from 12 May 2025</p>", {}, "2025-07-02"),
    ("<p>Published on 2 July 2025</p><p>Audio 3 min. | 12 May 2025</p>", {}, "2025-07-02"),
    ("<p class=media-date>Audio 3 min. | 12 May 2025</p>", {"before": "<p class=date>Published on 2 July 2025</p>"}, "2025-07-02"),
    ("<p>12 May 2025</p>", {"head": "<script>x = {publishDate: '2025-07-02'}</script>"}, "2025-05-12"),
    ("", {"head": '<script>window.__STATE__={"doc":{"dateOfPublication":"2025-07-02T10:00:00Z"}}</script>'}, "2025-07-02"),
    ("<p>2 July 2025</p>", {"url": "https://news.example/2025/07/02/a"}, "2025-07-02"),
    ("", {"after": "<p>Permanent address of this story: news.example/a/b/c/d<br>14:27 02.07.2025<br>Print</p>"}, "2025-07-02"),
    (
        "<p>By Ann Lee, 2 July 2025</p>" + PARAGRAPH + "<blockquote><time datetime='2025-05-12'>May 12</time></blockquote>",
        {},
        "2025-07-02",
    ),
    ("<p>2 July, 14:30</p>", {"before": "<div class=top>Friday, 1 August 2025</div>"}, "2025-07-02"),
    ("<p>2 July 2025</p>", {"before": "<div class=top>今天是2025年7月31日 星期四</div>"}, "2025-07-02"),
    ("<p>2 July 2025</p><div class='event-meta'>12 May 2025 18:00</div>", {}, "2025-07-02"),
    (
        "<dl><dt>Last modified</dt><dd>5 July 2025</dd><dt>First published</dt><dd>2 July 2025</dd></dl>",
        {},
        "2025-07-02",
    ),
    *(  # what readers are shown, where the machine's form is another day's
        (f"<p><time datetime={form}>{text}</time></p>", {}, "2025-07-02")
        for form, text in (
            ("2025-07-03T00:00GMT", "21:20 GMT on Wednesday 2 July 2025"),
            ("2025-07-03T03:20:00Z", "July 2, 2025, 11:20 PM"),
            ("2025-07-02T21:20:00-05:00", "3 July 2025"),
            ("2025-07-02T10:00:00Z", "Updated 3 July 2025"),
            ("2025-07-02", "07/02/2025"),
        )
    ),
    ("<p>2 July 2025</p>", {"before": CAPTION}, "2025-07-02"),
    ("<p>2 July 2025</p><div class=event><span datetime=2025-07-20>20 July</span></div>", {}, "2025-07-02"),
    (  # a long line of lines
        f"<p>By Ann Lee<br>Published: 2 July 2025<br>Reviewed by Bo Chen, {'who teaches trade at a school, ' * 6}and by two others.</p>",
        {"before": "<p>Thursday, 3 July 2025</p>"},
        "2025-07-02",
    ),
    (  # what its words say of a date in an element of its own
        "<p>Updated <time datetime=2025-07-05>July 5, 2025</time> | Posted <time datetime=2025-07-02>July 2, 2025</time></p>",
        {},
        "2025-07-02",
    ),
    (
        "<dl><dt>Last modified</dt><dd><time datetime=2025-07-05>5 July</time></dd><dt>Posted</dt><dd><time datetime=2025-07-02>2 July</time></dd></dl>",
        {},
        "2025-07-02",
    ),
    ("<p>Written by Ann Lee, who knows the trade of many countries - Last reviewed 20 July 2025 | Published 2 July 2025</p>", {}, "2025-07-02"),
    *(  # what tells when the page was sent
        ("<p>2 July 2025</p>", {"head": f"<meta {name}='date' content='Fri, 01 Aug 2025 00:00:00 GMT'>"}, "2025-07-02")
        for name in ("name", "http-equiv")
    ),
    ("", {"head": "<meta name='date' content='2025-07-31T20:00:00Z'>"}, "2025-07-31"),
    ("<p>配信日時：2025年7月2日 15時0分</p>", {"lang": "ja"}, "2025-07-02"),
    ("<p>2 July 2025</p>", {"before": "<div>Danas je petak, 1. avgust 2025.</div>", "lang": "sr"}, "2025-07-02"),
    ("", {"after": "<div>प्रकाशित: 2 जुलाई 2025 | संपादन: मोहन लाल शर्मा | विषय: बंदरगाह और नावें</div>", "lang": "hi"}, "2025-07-02"),
    ("<dl><dt>Date</dt><dd>2 July 2025</dd><dt>Filed under</dt><dd>Trade</dd></dl>", {}, "2025-07-02"),
]  # fmt: skip


@each(("inner", "options", "at"), CHOICES)
def test_the_articles_own_date_is_chosen(inner: str, options: dict[str, Any], at: str) -> None:
    assert day(read(inner, **options).published_at) == at


NONE = [
    {},  # neither the teasers' dates nor the copyright line's
    {"inner": "<div class=date>2 July 2026</div>"},  # the future
    {"head": ld('"datePublished": "2031-07-02"')},
    {"head": ld('"datePublished": "1970-01-01T00:00:00Z"')},
    {"inner": "<p>2–4 July 2025, Beijing</p>"},  # an event's days
    {"inner": "<p>2nd and 3rd July 2025, Beijing</p>"},
    {"inner": "<p>July 2-4, 2025, Beijing</p>"},
    {"inner": "<p>2025年7月2日至5日 北京</p>"},
    {"inner": "<p>Termin: 2. Juli 2025, 19 Uhr</p>"},
    {"inner": PARAGRAPH.replace("opened with", "will be held from 12 July 2025 with")},
    {"inner": "<div class='event-meta event-start'>2 July 2025 11:00</div><div class='event-meta event-end'>3 July 2025 18:00</div>"},
    {"url": "https://copies.example/web/20250720121040/http://news.example/a"},
    {"url": "https://news.example/a-2025070212345678901234567890"},  # a number
    {"after": NOTE.format("A fund was started on 2 July 2025 for the victims of the flood in the north of the country, by")},
    {"inner": "<p>Apply by 12 June 2025</p>"},
    {"inner": "<p>Date: Friday, 12 June 2025<br>Time: 19:00<br>Venue: Hall 4</p>"},
    {"inner": "<div class=image-caption>Delegates in Beijing, 12 May 2025. Photo: Ann Lee</div>"},
    {"inner": "<p>Version 3, 29 June 2025</p>"},
    {"after": "<p>Ana from Newtown (4 July 2025, 20:14): I liked it.</p>"},
    {"before": "<div>Danas je petak, 1. avgust 2025.</div>", "lang": "sr"},
    {"before": "<header class=site-header><span class=date>Friday, 1 August 2025</span></header>"},  # the reader's today
    {"inner": "<p>Delegates of many countries gather in front of the hall on Monday, 12 May 2025, in Beijing. (AP Photo/Ann Lee)</p>"},
    {"head": "<script>shop = {createdAt: '2025-06-12', updatedDate: '2025-06-13', publisher: '2025-06-14'}</script>"},
    {"after": TEASERS.replace("A forum", "Another forum")},
    {"after": "<p>The Hall, consulted on 22 June 2025.</p>"},
    {"head": '<meta property="og:image" content="/uploads/2025/07/hall.jpg">'},
    {"head": '<meta property="og:image" content="/uploads/2025-07/21-1-big.jpg">'},
    {"url": "https://news.example/2025/a-2030"},
    {"after": '<p><a href="/1">Another story of the day</a> <time datetime="2025-07-04">4 July</time></p>'},
    {"after": "<div>Another story</div><div>4 July 2025</div><div>And one more</div><div>5 July 2025</div>"},
    {"head": '<meta property="video:release_date" content="2025-07-02">'},
    {"head": LISTED},
    {"head": UNTYPED.replace('"@id"', '"@type": "RadioSeries", "@id"')},
    {"head": REVIEWED},
    {"after": f'<section class=comments><div itemprop=comment itemscope>{ITEM}<p>I liked it.</p></div></section>'},
    {"after": f'<div class=reviews><div itemscope>{ITEM}<p>We stayed there.</p></div></div>'},
    {"after": f'<div class=related><div itemscope>{ITEM}<a href=/1>Another story</a></div></div>'},
    {"after": '<section id=comments class=comments><p class=comment>Bob <time datetime="2025-07-04">4 July</time></p></section>'},
]  # fmt: skip


@each("given", NONE)
def test_a_page_without_a_date_stays_without(given: dict[str, Any]) -> None:
    assert read(**given).published_at is None


def test_many_ages_below_each_other_are_read_in_time() -> None:
    ages = "<p>3 hours ago 3 hours ago</p>" * 19_000
    before = process_time()
    assert read(ages).published_at is not None
    assert process_time() - before < 5  # seconds; a tenth of it is usual, each with each took ten


def test_places_that_agree_are_trusted_more_than_each(seen: list[dates.Dates]) -> None:
    read("<p>2 July 2025</p>")
    read(url="https://news.example/2025/07/02/a")
    read("<p>2 July 2025</p>", url="https://news.example/2025/07/02/a")
    assert seen[2].published_confidence > max(s.published_confidence for s in seen[:2])


def test_the_surer_the_place_the_higher_the_confidence(seen: list[dates.Dates]) -> None:
    read(head=ld('"datePublished": "2025-07-02"'))
    read("<p>2 July 2025</p>")
    read(head='<meta property="og:image" content="/uploads/2025/07/02/hall.jpg">')
    read()
    assert [s.published_confidence for s in seen] == sorted(
        (s.published_confidence for s in seen), reverse=True
    )
    assert seen[3] == dates.Dates()


CHANGES = [
    (
        {"head": ld('"datePublished": "2025-07-02", "dateModified": "2025-07-05"')},
        ("2025-07-02", "2025-07-05", "json-ld"),
    ),
    (
        {"inner": "<p>Published 2 July 2025 | Updated 5 July 2025</p>"},
        ("2025-07-02", "2025-07-05", "text near the headline"),
    ),
    (
        {"inner": "<time class=updated datetime=2025-07-05>5 July</time><time class=published datetime=2025-07-02>2 July</time>"},
        ("2025-07-02", "2025-07-05", "time element"),
    ),
    (
        {"head": '<meta property="article:modified_time" content="2025-07-05">', "inner": "<p>2 July 2025</p>"},
        ("2025-07-02", "2025-07-05", "meta:article:modified_time"),
    ),
    (
        {
            "head": ld('"datePublished": "2025-07-02"'),
            "inner": "<time class=updated datetime=2025-07-05>5 July</time>",
        },
        ("2025-07-02", "2025-07-05", "time element"),
    ),
    (
        {"head": ld('"datePublished": "2025-07-02", "dateModified": "2024-07-05"')},
        ("2025-07-02", None, None),  # nothing changes before it appears
    ),
    ({"inner": "<p>Updated 5 July 2025</p>"}, ("2025-07-05", "2025-07-05", "text near the headline")),
    ({"inner": "<p>Updated <time datetime=2025-07-05>July 5, 2025</time></p>"}, ("2025-07-05", "2025-07-05", "time element")),
    ({"head": UNTYPED}, ("2025-07-02", "2025-07-05", "json-ld")),
    *(  # sections, not changes
        ({"inner": f"<div>{section}</div><time datetime=2025-07-02>2 July 2025</time>"}, ("2025-07-02", None, None))
        for section in ("Company updates", "Product Update", "版本更新")
    ),
    *(  # of two that are declared the one that is no copy of the publication's
        ({"head": ld(f'"datePublished": "2025-07-02", "dateModified": "{change}"') + f'<meta name="updated" content="{other}">'}, ("2025-07-02", *told))
        for change, other, told in (
            ("2025-07-02", "2025-07-05", ("2025-07-05", "meta:updated")),
            ("2025-07-02", "2025-07-01", ("2025-07-02", "json-ld")),
            ("2025-07-05", "2025-07-07", ("2025-07-05", "json-ld")),
        )
    ),
    *(
        ({"inner": f"<p>{line}</p>", "lang": lang}, ("2025-07-02", "2025-07-05", "text near the headline"))
        for lang, line in (
            ("de", "Letzte Änderung: 05.07.2025 · Online seit 02.07.2025"),
            ("it", "Ultimo aggiornamento: 5 luglio 2025 - Pubblicato: 2 luglio 2025"),
            ("tr", "Güncelleme Tarihi: 5 Temmuz 2025 Oluşturulma Tarihi: 2 Temmuz 2025"),
            ("en", "Updated: 05 Jul 2025, 11:00 AM IST | Published: 02 Jul 2025, 10:23 AM IST"),
            ("fi", "Torstai 2.7.2025 klo 10:23 (muokattu 5.7.2025)"),
        )
    ),
]  # fmt: skip


@pytest.mark.parametrize(("given", "expected"), CHANGES)
def test_a_change_is_told_from_the_appearance(
    given: dict[str, Any], expected: tuple[str, str | None, str | None], seen: list[dates.Dates]
) -> None:
    found = read(**given)
    assert (day(found.published_at), day(found.modified_at), seen[0].modified_from) == expected
    assert (seen[0].modified_confidence > 0) == (expected[1] is not None)


def test_a_change_that_stands_for_the_appearance_is_doubted(seen: list[dates.Dates]) -> None:
    read("<p>2 July 2025</p>")
    read("<p>Updated 2 July 2025</p>")
    assert seen[1].published_confidence < 0.7 < seen[0].published_confidence


ZONES = [
    ({"inner": "<p>2 July 2025, 14:30</p>", "timezone": "Asia/Bangkok"}, "2025-07-02T14:30:00+07:00"),
    ({"inner": "<p>2 July 2025, 14:30 (GMT+8)</p>", "timezone": "Asia/Bangkok"}, "2025-07-02T14:30:00+08:00"),
    ({"inner": "<p>2 July 2025, 14:30</p>"}, "2025-07-02T14:30:00+00:00"),
    (
        {"head": ld('"datePublished": "2025-07-02T23:30:00Z"'), "timezone": "Asia/Bangkok"},
        "2025-07-03T06:30:00+07:00",
    ),
    (  # told in UTC, shown on the next day: somewhere east
        {"head": ld('"datePublished": "2025-07-01T23:01:00Z"'), "inner": "<p>02 July 2025</p>"},
        "2025-07-02T00:01:00+01:00",
    ),
    # a country or a language of one zone
    ({"head": ld('"datePublished": "2025-07-01T23:01:00Z"'), "lang": "it"}, "2025-07-02T01:01:00+02:00"),
    ({"head": ld('"datePublished": "2025-12-01T14:30:00"'), "lang": "de", "fetched_at": None}, "2025-12-01T14:30:00+01:00"),
    ({"inner": "<p>2 July 2025, 14:30</p>", "lang": "ja"}, "2025-07-02T14:30:00+09:00"),
    ({"inner": "<p>2 July 2025</p>", "lang": "fr-CH"}, "2025-07-02T00:00:00+02:00"),
    ({"inner": "<p>2 July 2025, 14:30</p>", "url": "https://news.co.th/a"}, "2025-07-02T14:30:00+07:00"),
    ({"inner": "<p>2 July 2025, 14:30 GMT</p>", "url": "https://news.co.th/a"}, "2025-07-02T14:30:00+00:00"),
    ({"inner": "<p>2 July 2025, 14:30</p>" + 3 * THAI}, "2025-07-02T14:30:00+07:00"),
    ({"inner": "<p>2 July 2025, 14:30</p>", "lang": "ja", "timezone": "Asia/Bangkok"}, "2025-07-02T14:30:00+07:00"),
    *(  # of many zones, or sold to the world
        ({"inner": "<p>2 July 2025, 14:30</p>", **told}, "2025-07-02T14:30:00+00:00")
        for told in ({"lang": "es"}, {"lang": "en-PH"}, {"lang": "pt-BR"}, {"url": "https://news.com.au/a"}, {"url": "https://news.co/a"})
    ),
    (  # an hour declared without its zone, and shown with one
        {"head": "<meta name=article:published_time content='2025-07-02 19:30:22'>", "inner": "<p>Laut - 02/07/2025, 19:30 WITA</p>", "lang": "id"},
        "2025-07-02T19:30:22+08:00",
    ),
    (
        {"head": "<meta name=article:published_time content='2025-07-01 14:30:00'>", "inner": "<p>July 1, 2025, 2:30 PM EDT</p>"},
        "2025-07-01T14:30:00-04:00",
    ),
    *(  # letters that many write all the year round, or that are zones of other parts of the world as well
        ({"head": "<meta name=article:published_time content='2025-07-01 14:30:00'>", "inner": f"<p>1.7.2025, 14:30 {zone}</p>", "lang": lang}, f"2025-07-01T14:30:00{at}")
        for zone, lang, at in (("CET", "de", "+02:00"), ("MEZ", "de", "+02:00"), ("EET", "el", "+03:00"), ("IST", "he", "+03:00"), ("PST", "fil", "+08:00"), ("MST", "ms", "+08:00"))
    ),
    *(  # of another hour, or of a zone that is declared
        ({"head": f"<meta name=article:published_time content='{told}'>", "inner": "<p>Laut - 02/07/2025, 20:30 WITA</p>", "lang": "id"}, at)
        for told, at in (("2025-07-02 19:30:22", "2025-07-02T19:30:22+07:00"), ("2025-07-02T20:30:22+07:00", "2025-07-02T20:30:22+07:00"))
    ),
    # the zone that a page names to its scripts
    (
        {"head": ld('"datePublished": "2025-07-02T03:15:00Z"') + "<script>site = {timezone: {short: 'ET', long: 'America/New_York'}}</script>"},
        "2025-07-01T23:15:00-04:00",
    ),
    (
        {"head": r'<script>load("{\"timeZone\":\"Europe\/London\"}")</script>', "inner": "<p>2 July 2025, 14:30</p>"},
        "2025-07-02T14:30:00+01:00",
    ),
    (
        {"head": "<script>time_zone: 'Europe/London', page_zone: 'none'</script>", "inner": "<p>2 July 2025, 14:30</p>"},
        "2025-07-02T14:30:00+01:00",
    ),
    *(
        ({"head": f"<script>site = {zones}</script>", "inner": "<p>2 July 2025, 14:30</p>", **told}, "2025-07-02T14:30:00+00:00")
        for zones, told in (
            ("[{timezone: 'Asia/Tokyo'}, {timezone: 'Asia/Seoul'}]", {}),  # a choice
            ("{timezone: 'Europe/Andorra'}", {"lang": "ru"}),  # not where Russian is printed
            ("{timezone: 'Europe/Atlantis'}", {}),
        )
    ),
    (  # the shown hour tells the offset
        {"head": ld('"datePublished": "2025-07-03T03:15:00Z"'), "inner": "<p>July 2, 2025, 11:15 PM</p>"},
        "2025-07-02T23:15:00-04:00",
    ),
    (
        {"head": ld('"datePublished": "2025-07-03T03:15:00Z"'), "inner": "<p><time datetime=2025-07-03T13:41:00Z>Updated Jul 3, 9:41 AM</time>; <time datetime=2025-07-03T03:15:00Z>Posted Jul 2, 11:15 PM</time></p>"},
        "2025-07-02T23:15:00-04:00",
    ),
    ({"head": ld('"datePublished": "2025-07-02T03:15:00Z"'), "inner": "<p>July 2, 2025</p>"}, "2025-07-02T03:15:00+00:00"),
]  # fmt: skip


@each(("given", "at"), ZONES)
def test_a_date_is_told_in_the_publishers_zone(given: dict[str, Any], at: str) -> None:
    found = read(**given).published_at
    assert found is not None
    assert found.isoformat() == at


EVENING = datetime(2025, 7, 2, 16, tzinfo=UTC)
RECENT = [
    ({"lang": "ja"}, "2025-07-03T00:30:00+09:00"),  # where it is the next morning already
    ({"url": "https://news.com.vn/a"}, "2025-07-02T00:30:00+07:00"),
    ({"head": "<script>site = {timeZone: 'America/Chicago'}</script>"}, "2025-07-02T00:30:00-05:00"),
    ({}, "2025-07-02T00:30:00+00:00"),
]


@each(("given", "at"), RECENT)
def test_today_is_the_publishers(given: dict[str, Any], at: str) -> None:
    found = read("<p>Today, 00:30</p>", fetched_at=EVENING, **given).published_at
    assert found is not None
    assert found.isoformat() == at


def test_of_two_places_the_one_that_names_its_offset_tells_the_hour() -> None:
    found = read(
        "<div class=date>2 July 2025, 14:30</div><time datetime='2025-07-02T14:30:00-0500'>today</time>"
    )
    assert found.published_at == datetime(2025, 7, 2, 19, 30, tzinfo=UTC)


ORDERS = [
    ({"url": "https://news.example/a"}, "2025-07-02"),
    ({"url": "https://news.example.com/a"}, "2025-02-07"),
    ({"url": "https://news.example.com/a", "lang": "en-GB"}, "2025-07-02"),
    ({"url": "https://news.example.com/a", "timezone": "Asia/Bangkok"}, "2025-07-02"),
    ({"url": "https://news.example/a", "lang": "en-US"}, "2025-02-07"),
    ({"url": "https://news.example.com/a", "after": "<p>More: 25/06/2025</p>"}, "2025-07-02"),  # no month 25
    ({"url": "https://news.example/a", "after": "<p>More: 06/25/2025</p>"}, "2025-02-07"),
    ({"url": "https://news.example.com/2025/07/02/a"}, "2025-07-02"),
    ({"url": "https://news.example.com/a", "before": "<p>Wednesday, July 2, 2025</p>"}, "2025-07-02"),
    ({"url": "https://news.example.com/a", "before": "<p>July 2, 2024</p>"}, "2025-02-07"),  # another year's
    ({"url": "https://news.example/a", "lang": "en-US", "fetched_at": datetime(2025, 2, 5, tzinfo=UTC)}, None),
]  # fmt: skip


@each(("given", "at"), ORDERS)
def test_day_and_month_are_ordered_by_source_and_by_the_page(given: dict[str, Any], at: str | None) -> None:
    assert day(read("<p>02/07/2025</p>", **given).published_at) == at


AMERICAN = '<meta property="article:published_time" content="07/02/2025 10:00:00">'
DECLARED_ORDERS = [
    ({"head": AMERICAN, "lang": "en-US"}, ("2025-07-02", None)),
    ({"head": AMERICAN, "lang": "en-GB"}, ("2025-02-07", None)),
    ({"head": AMERICAN, "lang": "en-GB", "url": "https://news.example/2025/07/02/a"}, ("2025-07-02", None)),
    ({"head": AMERICAN, "lang": "en-GB", "after": "<p>More: 06/25/2025</p>"}, ("2025-07-02", None)),
    ({"head": AMERICAN, "lang": "en-GB", "inner": "<p>July 2, 2025</p>"}, ("2025-07-02", None)),
    (
        {"head": ld('"datePublished": "2025-07-02"'), "inner": "<div class=date>07/02/2025</div><div class=updated>07/03/2025</div>"},
        ("2025-07-02", "2025-07-03"),
    ),
]  # fmt: skip


@each(("given", "expected"), DECLARED_ORDERS)
def test_what_is_declared_is_ordered_and_orders(
    given: dict[str, Any], expected: tuple[str, str | None]
) -> None:
    found = read(**given)
    assert (day(found.published_at), day(found.modified_at)) == expected


def test_an_address_that_cannot_be_read_orders_nothing() -> None:
    assert dates.day_first("en", "http://[news/2025/07/13/a", None) is True


def test_of_two_readings_the_one_of_the_past_is_taken() -> None:
    found = read(
        "<p>02/07/2025</p>", url="https://news.example/a", fetched_at=datetime(2025, 2, 20, tzinfo=UTC)
    )
    assert day(found.published_at) == "2025-02-07"


def changed(inner: str, head: str = "", lang: str = "en") -> tuple[str | None, str | None]:
    """When a page says that it appeared and was changed, to the minute."""
    found = read(inner, head=head, lang=lang, timezone="Asia/Tokyo")
    return tuple(at and f"{at:%Y-%m-%d %H:%M}" for at in (found.published_at, found.modified_at))  # type: ignore[return-value]


@pytest.mark.parametrize(
    ("lang", "line"),
    [
        ("en", "By Ann Lee | Updated July 3, 2025 6:12 p.m. | Published July 2, 2025 9:30 a.m."),
        ("de", "Stand: 03.07.2025, 18:12 Uhr | Veröffentlicht am 02.07.2025, 9:30 Uhr"),
        ("ja", "2025年7月2日 9時30分 （更新 7月3日 18時12分）"),
        ("ko", "입력 2025.07.02 오전 9:30 수정 2025.07.03 오후 6:12"),
        ("nl", "woensdag 2 juli 2025, 09:30 - Bijgewerkt op 3 juli 2025, 18:12"),
    ],
)
@pytest.mark.parametrize("element", ["p", "p class=date", "div class=meta"])
def test_a_line_tells_the_appearance_and_the_change_in_any_order(lang, line, element):
    inner = f"<{element}>{line}</{element.split()[0]}>"
    assert changed(inner, lang=lang) == ("2025-07-02 09:30", "2025-07-03 18:12")


def test_a_line_of_date_and_number_is_no_menu_though_it_is_called_one():
    line = "<div class=news_nav><div class=news_pdate>تاریخ انتشار: ۱۲ تیر ۱۴۰۴ - ۱۱:۰۵</div><div>کد خبر: ۸۲۹۱۱۴۷</div></div>"
    assert read(before=line, lang="fa").published_at.isoformat()[:16] == "2025-07-03T11:05"
    linked = line.replace("کد خبر", "<a href=/>کد خبر</a>")
    assert read(before=linked, lang="fa").published_at is None
    listed = (
        "<div class=item-nav><ul><li>پنجشنبه / ۱۲ تیر ۱۴۰۴ / ۱۱:۰۵</li><li>کد خبر: ۸۲۹۱۱۴۷</li></ul></div>"
    )
    assert read(before=listed, lang="fa").published_at.isoformat()[:16] == "2025-07-03T11:05"
    menu = "<div class=item-nav><ul><li>ورزش</li><li>نوروز ۱۴۰۴</li></ul></div>"
    assert read(before=menu, lang="fa").published_at is None


def test_what_readers_are_shown_completes_what_the_head_declares():
    line = "<p>02.07.2025 • 09:30 | Updated: 03.07.2025 • 18:12</p>"
    declared = "<meta name=dc.date.issued content=2025-07-02>"
    assert changed(line, declared) == ("2025-07-02 09:30", "2025-07-03 18:12")
    assert changed("<p>By Ann Lee</p>", declared) == ("2025-07-02 00:00", None)


def test_a_declared_date_with_month_and_day_exchanged_is_put_right_where_the_page_shows_the_other():
    declared = "<meta property=article:published_time content=2025-02-07T09:30:00+09:00>"
    assert changed("<p>Ann Lee, 2 July 2025</p>", declared)[0] == "2025-07-02 09:30"
    assert changed("<p>Ann Lee</p>", declared)[0] == "2025-02-07 09:30"
    assert changed("<p>Ann Lee, 7 February 2025</p>", declared)[0] == "2025-02-07 09:30"


def test_figures_that_a_reader_of_america_reads_as_declared_exchange_nothing():
    declared = "<meta property=article:published_time content=2025-02-07T09:30:00+09:00>"
    for line in ("02.07.2025", "02.07.25", "Ann Lee • 02.07.2025 • 9:30 am"):
        assert changed(f"<p>{line}</p>", declared)[0] == "2025-02-07 09:30", line


def test_the_hour_of_a_change_is_not_that_of_the_publication():
    declared = "<meta name=dc.date.issued content=2025-07-02>"
    line = "<div><span class=label>Updated</span> <span class=timeinfo>7/2/2025 10:46 PM</span></div>"
    assert changed(line, declared, lang="en-US") == ("2025-07-02 00:00", "2025-07-02 22:46")


@pytest.mark.parametrize("told", ["<time>1 August 2025 11:58</time>", "Last updated: 1 August 2025, 11:58"])
def test_a_masthead_of_today_gives_neither_an_hour_nor_a_change(told):
    masthead = f"<div class=top>{told}</div><nav><a href=/w>World</a></nav>"
    noon = LATE.replace(hour=12)
    for at in ("2025-08-01", "2025-07-30T10:00:00Z"):
        head = f"<meta property=article:published_time content={at}>"
        found = read("<p>Ann Lee</p>", head=head, before=masthead, fetched_at=noon)
        assert found.published_at == datetime.fromisoformat(at).replace(tzinfo=UTC)
        assert found.modified_at is None


def test_an_hour_of_what_is_yet_to_come_is_not_that_of_the_publication():
    head = "<meta property=article:published_time content=2025-08-01>"
    found = read("<p>Concert: 1 August 2025, 19:00</p>", head=head, fetched_at=LATE.replace(hour=12))
    assert found.published_at == LATE


def test_a_sentence_about_what_was_changed_tells_no_change_of_the_article():
    declared = "<meta property=article:published_time content=2025-07-02T09:30:00+09:00>"
    told = "<p>Ann Lee</p><p>The law was amended on 3 July 2025.</p>"
    assert changed(told, declared) == ("2025-07-02 09:30", None)
    noted = "<p>Ann Lee</p><p>Last updated on 3 July 2025.</p>"
    assert changed(noted, declared) == ("2025-07-02 09:30", "2025-07-03 00:00")


def test_the_line_above_a_headline_that_is_called_a_teaser_by_itself_is_the_articles():
    line = (
        "<div class=teaser_meta><a href=/lee>Ann Lee</a> / 02.07.2025 / 09:30 / <a href=#foot>Photo</a></div>"
    )
    html = f"<html lang=de><title>A forum opens</title><p>News</p><div>{line}<h1>A forum opens</h1>{PARAGRAPH * 4}</div>"
    found = read_page(html.encode(), "https://news.example/a", fetched_at=LATE)
    assert isinstance(found, Article)
    assert day(found.published_at) == "2025-07-02"


@pytest.mark.parametrize(
    "beside",
    ["<li><a href=/b>Rain in the south of it</a> <span>28 July 2025</span>", "<li><b>8 July</b> Market day"],
)
def test_the_last_line_of_a_column_before_the_headline_dates_nothing(beside):
    column = f"<aside class=sidebar><h3>Latest</h3><ul>{beside}</ul></aside>"
    html = f"<html lang=en><title>A forum opens</title>{column}<article><h1>A forum opens</h1><p>Ann Lee</p>{PARAGRAPH * 4}</article>"
    found = read_page(html.encode(), "https://news.example/a", fetched_at=LATE)
    assert isinstance(found, Article)
    assert found.published_at is None


def test_the_moment_of_sending_is_no_date():
    def dates(at: datetime) -> tuple[datetime | None, datetime | None]:
        found = read(
            "<p>Ann Lee</p>", head=f'<meta http-equiv="last-modified" content="{format_datetime(at)}">'
        )
        return found.published_at, found.modified_at

    assert dates(LATE - timedelta(minutes=2)) == (None, None)
    assert dates(LATE - timedelta(days=2)) == (LATE - timedelta(days=2),) * 2


def test_a_line_that_tells_the_first_publication_is_believed_over_a_meta_of_the_last_change() -> None:
    head = "<meta name=date content=2025-07-05T11:20:00+02:00><meta name=last-modified content=2025-07-05T11:20:00+02:00>"
    cases = [
        (
            "Stand: 5.7.2025, 11:20 Uhr · Erstveröffentlichung: 3.7.2025, 06:01 Uhr · Lesezeit: 5 Min.",
            "2025-07-03",
        ),
        ("Stand: 5.7.2025, 11:20 Uhr · Erstveröffentlichung: 6.7.2025, 06:01 Uhr", "2025-07-05"),
        ("Stand: 5.7.2025, 11:20 Uhr · Erstveröffentlichung: 6.7.2019, 06:01 Uhr", "2025-07-05"),
        ("Stand: 5.7.2025, 11:20 Uhr · Förderung seit 3.7.2025", "2025-07-05"),
        ("Originally published 3 July 2025 | Updated 5 July 2025", "2025-07-03"),
        ("First published July 3, 2025", "2025-07-03"),
        ("First published: Thu 3 Jul 2025 11.00 BST, last modified on Sat 5 Jul 2025", "2025-07-03"),
        ("Originally published on Thursday, July 3, 2025. Updated July 5, 2025.", "2025-07-03"),
        ("Originally published 3 July 2025 on The Wave", "2025-07-05"),
        ("This article was first published on 3 July 2025 by The Wave", "2025-07-05"),
        ("The tide tables, first published 3 July 2025, sold well", "2025-07-05"),
        ("Publicado originalmente el 3 de julio de 2025 en El Puerto", "2025-07-05"),
        ("初出：2025年7月3日『月刊みなと』", "2025-07-05"),
    ]
    for line, at in cases:
        found = read(f"<p class=date>{line}</p>", head=head, lang="de", timezone="Europe/Berlin")
        assert day(found.published_at) == at, line


def test_a_day_that_a_page_says_it_was_published_is_believed_over_that_of_its_records_making() -> None:
    cases = [  # the meta's name, language, line, day
        ("DC.date.created", "pt", "Publicado em 05/07/2025 17h03 Atualizado em 08/07/2025 10h48", "2025-07-05"),
        ("created", "es", "Publicado: 5 de julio de 2025", "2025-07-05"),
        ("dcterms.created", "de", "Veröffentlicht am 5. Juli 2025", "2025-07-05"),
        ("DC.date.created", "fr", "Publié le 5 juillet 2025 à 9h00", "2025-07-05"),
        ("DC.date.created", "it", "Pubblicato il 5 luglio 2025", "2025-07-05"),
        ("DC.date.created", "pl", "Opublikowano: 5 lipca 2025", "2025-07-05"),
        ("DC.date.created", "ru", "Опубликовано: 5 июля 2025", "2025-07-05"),
        ("DC.date.created", "en", "Published 5 July 2025", "2025-07-05"),
        ("DC.date.created", "pt", "Atualizado em 05/07/2025 17h03", "2025-07-03"),
        ("DC.date.created", "en", "Published 1 July 2025", "2025-07-03"),  # in print before
        ("DC.date.created", "en", "The harbour opens 5 July 2025", "2025-07-03"),
        ("article:published_time", "en", "Published 5 July 2025", "2025-07-03"),
    ]  # fmt: skip
    wrong = []
    for name, lang, line, at in cases:
        head = f"<meta name='{name}' content='2025-07-03T09:11:10+02:00'>"
        found = read(f"<h1>Four boats</h1><div class=date>{line}</div>", head=head, lang=lang)
        if day(found.published_at) != at:
            wrong.append((name, line, day(found.published_at)))
    assert wrong == []


def test_a_day_on_which_something_else_was_published_is_not_believed_over_that_of_a_records_making() -> None:
    head = "<meta name=dcterms.created content=2025-07-03T10:00:00Z>"
    others = [
        "<p>The results will be published on 5 August 2025 at noon.</p>",
        "<aside><h3>More</h3><p><a href=/y>Three boats</a></p><p>Published: 9 July 2025</p></aside>",
        "<figure><img src=a.jpg><figcaption>Photo published on 9 July 2025</figcaption></figure>",
        f"{PARAGRAPH * 2}<div class=related><a href=/x>Three boats</a> <p>Published on 5 July 2025</p></div>",
        f"{PARAGRAPH * 2}<ul><li><a href=/x>Three boats</a> <span>Published 8 July 2025</span></ul>",
    ]
    found = [read(f"<h1>Four boats</h1>{other}", head=head).published_at for other in others]
    assert [day(at) for at in found] == ["2025-07-03"] * len(others)
    own = f"<h1>Four boats</h1>{PARAGRAPH}<div>Published: 5 July 2025</div>"
    assert day(read(own, head=head).published_at) == "2025-07-05"


def test_hour_and_its_unit_are_one_in_whatever_parts_a_date_is_written() -> None:
    cases = [
        ("July 3, 2025 10:30<small>pm</small>", "en", "2025-07-03T22:30"),
        ("<b>2025</b>年<b>7</b>月<b>3</b>日", "ja", "2025-07-03T00:00"),
        ("<b>2025</b>년 <b>7</b>월 <b>3</b>일", "ko", "2025-07-03T00:00"),
        ("3. Juli 2025, 14:05<span>Uhr</span>", "de", "2025-07-03T14:05"),
        ("July 3, 2025<span>Updated July 4, 2025</span>", "en", "2025-07-03T00:00"),
    ]
    found = []
    for line, lang, _ in cases:
        at = read(f"<h1>Four boats</h1><div class=date>{line}</div>", lang=lang).published_at
        found.append((line, lang, at and f"{at:%Y-%m-%dT%H:%M}"))
    assert found == cases
