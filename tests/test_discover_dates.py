"""What documents write for a moment → the moment."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from tables import each

from crawler.discover.dates import Clock, date_in, zone_of

NOW = datetime(2025, 11, 25, 12, tzinfo=UTC)
BANGKOK = "Asia/Bangkok"

DATES = [
    # written, zone of the source, moment in UTC
    ("Tue, 01 Jul 2025 09:20:00 +0700", None, "2025-07-01T02:20"),
    ("Tue, 1 Jul 2025 09:20 GMT", BANGKOK, "2025-07-01T09:20"),
    ("Tue, 01 Jul 2025 09:20:00", BANGKOK, "2025-07-01T02:20"),
    ("Tue, 01 Jul 2025 09:20:00", None, "2025-07-01T09:20"),
    ("Tue, 01 Jul 2025 09:20:00 ICT", None, "2025-07-01T02:20"),
    ("Tue, 01 Jul 2025 09:20:00 CST", "Asia/Shanghai", "2025-07-01T01:20"),
    ("Tue, 01 Jul 2025 09:20:00 CST", None, "2025-07-01T15:20"),
    ("Tue, 01 Jul 2025 09:20:00 IST", "Asia/Kolkata", "2025-07-01T03:50"),
    ("Tue, 01 Jul 2025 09:20:00 IST", "Europe/Dublin", "2025-07-01T08:20"),
    ("Tue, 01 Jul 2025 09:20:00 XYZ", BANGKOK, "2025-07-01T02:20"),
    ("Tue, 01 Jul 2025 09:20:60 +0000", None, "2025-07-01T09:20"),
    ("Mon, 30 Jun 2025 24:00:00 GMT", None, "2025-07-01T00:00"),
    ("Tuesday, 1 July 2025 - 9:20 pm", BANGKOK, "2025-07-01T14:20"),
    ("Tue Jul  1 09:20:00 2025", None, "2025-07-01T09:20"),
    ("Tue Jul  1 09:20:00 UTC 2025", BANGKOK, "2025-07-01T09:20"),
    ("周二, 01 7月 2025 09:20:00 +0800", None, "2025-07-01T01:20"),  # RFC 822 in the words of the server's language
    ("화, 01  7월 2025 09:20:00 +0900", None, "2025-07-01T00:20"),
    ("T3, 01 Th7 2025 09:20:00 +0700", None, "2025-07-01T02:20"),
    ("Th 3, 01 thg 7 2025 09:20:00 +0700", None, "2025-07-01T02:20"),
    ("Sal, 01 Tem 2025 09:20:00 +0300", None, "2025-07-01T06:20"),
    ("wt., 01 lip 2025 09:20:00 +0200", None, "2025-07-01T07:20"),
    ("út, 01 čvc 2025 09:20:00 +0200", None, "2025-07-01T07:20"),
    ("Вт, 01 лип 2025 09:20:00 +0300", None, "2025-07-01T06:20"),
    ("Τρί, 01 Ιουλ 2025 09:20:00 +0300", None, "2025-07-01T06:20"),
    ("kedd, 01 júl. 2025 09:20:00 +0200", None, "2025-07-01T07:20"),
    ("3 November 2025", None, "2025-11-03T00:00"),
    ("/Date(1751361600000)/", BANGKOK, "2025-07-01T09:20"),
    ("/Date(1751361600000+0700)/", BANGKOK, "2025-07-01T09:20"),
    ("01-Jul-25 10:00", None, "2025-07-01T10:00"),
    ("Wed, 25 Dec 2024 10:00:00 EST", None, "2024-12-25T15:00"),
    ("Tue, 01 Jul 2568 09:20:00 +0700", BANGKOK, "2025-07-01T02:20"),
    ("2025-07-01T09:20:00Z", BANGKOK, "2025-07-01T09:20"),
    ("2025-07-01T09:20:00.123+07:00", None, "2025-07-01T02:20"),
    ("2025-07-01T09:20:00 +0700", None, "2025-07-01T02:20"),
    ("2025-07-01 09:20:00", "Asia/Shanghai", "2025-07-01T01:20"),
    ("2025-07-01T09:20:00 GMT+7", None, "2025-07-01T02:20"),
    ("2025-07-01", BANGKOK, "2025-06-30T17:00"),
    ("2025/07/01 09:20", BANGKOK, "2025-07-01T02:20"),
    ("2025.07.01 09:20", "Asia/Seoul", "2025-07-01T00:20"),
    ("2568-07-01T09:20:00", BANGKOK, "2025-07-01T02:20"),
    ("2567-02-29", BANGKOK, "2024-02-28T17:00"),
    ("20250701T092000Z", None, "2025-07-01T09:20"),
    ("20250701", BANGKOK, "2025-06-30T17:00"),
    ("20250701092000", None, "2025-07-01T09:20"),
    ("1751361600", None, "2025-07-01T09:20"),
    ("1751361600000", None, "2025-07-01T09:20"),
    ("3 กรกฎาคม 2568 เวลา 09:20 น.", BANGKOK, "2025-07-03T02:20"),
    ("๓ กรกฎาคม พ.ศ. ๒๕๖๘", BANGKOK, "2025-07-02T17:00"),
    ("3 ก.ค. 68", BANGKOK, "2025-07-02T17:00"),
    ("2025年07月03日 09:20", "Asia/Shanghai", "2025-07-03T01:20"),
    ("2025年7月3日 下午3:05", "Asia/Shanghai", "2025-07-03T07:05"),
    ("中華民國114年7月3日", "Asia/Taipei", "2025-07-02T16:00"),
    ("令和7年7月3日 9時20分", "Asia/Tokyo", "2025-07-03T00:20"),
    ("2025년 7월 3일 오후 3:20", "Asia/Seoul", "2025-07-03T06:20"),
    ("3 يوليو 2025", "Asia/Riyadh", "2025-07-02T21:00"),
    ("٣ يوليو ٢٠٢٥", "Asia/Riyadh", "2025-07-02T21:00"),
    ("3 июля 2025, 09:20", "Europe/Moscow", "2025-07-03T06:20"),
    ("3 липня 2025", "Europe/Kyiv", "2025-07-02T21:00"),
    ("July 3, 2025", None, "2025-07-03T00:00"),
    ("Thứ Năm, 3/7/2025, 09:20 (GMT+7)", None, "2025-07-03T02:20"),
    ("3 tháng 7, 2025", None, "2025-07-03T00:00"),
    ("3 Juli 2025 | 09.20 WIB", "Asia/Jakarta", "2025-07-03T02:20"),
    ("3 de julio de 2025", None, "2025-07-03T00:00"),
    ("1er août 2025", None, "2025-08-01T00:00"),
    ("3. Juli 2025, 09:20 Uhr", "Europe/Berlin", "2025-07-03T07:20"),
    ("3 lipca 2025", None, "2025-07-03T00:00"),
    ("3 Temmuz 2025", None, "2025-07-03T00:00"),
    ("7/13/2025", None, "2025-07-13T00:00"),
    ("3 hours ago", None, "2025-11-25T09:00"),
    ("5分钟前", None, "2025-11-25T11:55"),
    ("2 ชั่วโมงที่แล้ว", None, "2025-11-25T10:00"),
    ("vor 20 Minuten", None, "2025-11-25T11:40"),
    ("il y a 3 jours", None, "2025-11-22T12:00"),
]  # fmt: skip


@each(("written", "zone", "moment"), DATES)
def test_a_written_date_is_read(written: str, zone: str | None, moment: str) -> None:
    read = Clock(zone_of(zone), NOW).read(written)
    assert read is not None
    assert read.astimezone(UTC).isoformat()[:16] == moment


UNTOLD = ["", "soon", "2025", "12:30", "0001-01-01", "1970-01-01T00:00:00Z", "9999-99-99", "Tue, 31 Feb 2025 10:00 GMT",
          "2026-07-01", "2700-01-01", "99999999999999", "3/7", "version 1.2.3", "7 days to die", "x" * 5000]  # fmt: skip


@each("written", UNTOLD)
def test_what_is_no_date_or_none_of_a_publication_is_none(written: str) -> None:
    assert Clock(UTC, NOW).read(written) is None


def test_a_date_may_lie_a_little_ahead() -> None:
    clock = Clock(UTC, NOW)
    assert clock.read((NOW + timedelta(days=1)).isoformat())
    assert clock.read((NOW + timedelta(days=3)).isoformat()) is None


def test_the_order_of_day_and_month_is_the_countrys() -> None:
    assert str(Clock(UTC, NOW).read("03/07/2025"))[:10] == "2025-07-03"
    assert str(Clock(UTC, NOW, month_first=True).read("03/07/2025"))[:10] == "2025-03-07"
    assert str(Clock(UTC, NOW, month_first=True).read("13/07/2025"))[:10] == "2025-07-13"


def test_summer_time_is_the_one_of_that_day() -> None:
    clock = Clock(zone_of("Europe/Berlin"), NOW)
    assert [str(clock.read(f"2025-{month}-01T12:00:00"))[-6:] for month in ("01", "07")] == [
        "+01:00",
        "+02:00",
    ]


def test_a_date_is_found_in_running_text() -> None:
    clock = Clock(zone_of(BANGKOK), NOW)
    texts = {
        "ข่าวไอที 3 มิถุนายน 2568 เวลา 10:00 น. อ่าน 20 ครั้ง": "2025-06-03 10:00",
        "Posted on July 3, 2025 by A. B.": "2025-07-03 00:00",
        "Von A. B., 3. Juli 2025, 10:00 Uhr": "2025-07-03 10:00",
        "来源：某报 2025年7月3日 10:30": "2025-07-03 10:30",
        "v1.2.3, 2025-07-03": "2025-07-03 00:00",
    }
    assert {text: str(clock.read(date_in(text)))[:16] for text in texts} == texts
    assert date_in("Reads: 1.234 of 20 May people") is None


@each(
    ("text", "found"),
    [
        ("Ekonomi 3 Kasım 2025 14:05", "3 Kasım 2025 14:05"),
        ("Kasım 3, 2025", "Kasım 3, 2025"),
        ("Zprávy: 3. listopadu 2025", "3. listopadu 2025"),
        ("Foto 3 mal 2025 und 4. November 2025", "4. November 2025"),
        ("12 people 2024, then Nov 4, 2025", "Nov 4, 2025"),
        ("٣ تشرين الثاني 2025", "3 تشرين الثاني 2025"),
        ("Room 12 on 3 May 2025", "3 May 2025"),
        ("12 rooms 2025", None),
    ],
)
def test_a_date_is_found_in_running_text_by_the_months_of_any_language(text, found):
    assert date_in(text) == found
