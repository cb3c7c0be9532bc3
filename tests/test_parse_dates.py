"""Where on a page a date is believed, and how far."""

from __future__ import annotations

from time import process_time
from typing import Any

import pytest
from datedpages import PARAGRAPH, UNTYPED, day, ld, noted, read
from tables import each

from crawler.parse.dates import read as dates


@pytest.fixture(name="seen")
def _seen(monkeypatch: pytest.MonkeyPatch) -> list[dates.Dates]:
    return noted(monkeypatch)


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
