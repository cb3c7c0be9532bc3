"""Dates are read in the zone of their publisher, and in the order in which it writes day and month."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from datedpages import changed, day, ld, read
from tables import each

from crawler.parse.dates import read as dates

THAI = "<p>การประชุมเปิดขึ้นโดยมีผู้แทนจากห้าสิบประเทศเข้าร่วมหารือเรื่องข้อมูล การค้า และกฎระเบียบตลอดสามวัน</p>"
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


def test_a_declared_date_with_month_and_day_exchanged_is_put_right_where_the_page_shows_the_other():
    declared = "<meta property=article:published_time content=2025-02-07T09:30:00+09:00>"
    assert changed("<p>Ann Lee, 2 July 2025</p>", declared)[0] == "2025-07-02 09:30"
    assert changed("<p>Ann Lee</p>", declared)[0] == "2025-02-07 09:30"
    assert changed("<p>Ann Lee, 7 February 2025</p>", declared)[0] == "2025-02-07 09:30"


def test_figures_that_a_reader_of_america_reads_as_declared_exchange_nothing():
    declared = "<meta property=article:published_time content=2025-02-07T09:30:00+09:00>"
    for line in ("02.07.2025", "02.07.25", "Ann Lee • 02.07.2025 • 9:30 am"):
        assert changed(f"<p>{line}</p>", declared)[0] == "2025-02-07 09:30", line
