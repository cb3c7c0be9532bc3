"""Dates as people write them: calendars, digits, languages, hours, and times told from now."""

from __future__ import annotations

import time
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise

import pytest
from tables import each

from crawler.months import MONTHS
from crawler.parse.dates.bikram import YEARS, bikram
from crawler.parse.dates.calendars import Habit, find_dates
from crawler.parse.dates.eras import ethiopian, jalali
from crawler.parse.dates.relative import find_relative, find_yearless

WRITTEN = [
    # calendars
    ("2025 ජූලි මස 3 වැනිදා", "2025-07-03"),
    ("๓ ก.ค. ๖๘", "2025-07-03"),
    ("3 กรกฎาคม พ.ศ. 2568", "2025-07-03"),
    ("วันพฤหัสบดีที่ 10 กรกฎาคม 2568 เวลา 10:30 น.", "2025-07-10 10:30"),
    ("03/07/2568", "2025-07-03"),
    ("03/07/68", "2025-07-03"),
    ("令和7年7月3日", "2025-07-03"),
    ("令和元年七月三日", "2019-07-03"),
    ("R7.7.3", "2025-07-03"),
    ("平成30年7月3日", "2018-07-03"),
    ("平成元年5月1日", None),  # older than the web
    ("昭和60年7月3日", None),
    ("114/07/03", "2025-07-03"),
    ("民國114年7月2日", "2025-07-02"),
    ("114年7月2日", "2025-07-02"),
    ("二〇二五年七月二日", "2025-07-02"),
    ("二○二五年七月二十三日", "2025-07-23"),
    ("２０２５年７月３日", "2025-07-03"),
    ("۱۲ تیر ۱۴۰۴ - ۱۴:۳۰", "2025-07-03 14:30"),
    ("پنجشنبه ۱۲ تیر ۱۴۰۴", "2025-07-03"),
    ("1404/04/12", "2025-07-03"),
    ("12/4/1404", "2025-07-03"),
    ("30 اسفند 1404", None),  # no leap year
    ("1447/01/08", None),  # of the Hijra: not guessed
    ("ሰኔ 26 ቀን 2017 ዓ.ም", "2025-07-03"),
    ("ሐሙስ ሰኔ ፳፮ ቀን ፳፻፲፯ ዓ.ም.", "2025-07-03"),
    ("ሰኔ ፲ ፳፻፲፯", "2025-06-17"),
    ("ምዕራፍ ፫", None),
    ("አዲስ አበባ፣ ሰኔ 26፣ 2017 (ባወ)", "2025-07-03"),
    ("ሐሙስ፣ ሰነ 26 2017", "2025-07-03"),
    ("ሰኔ 26/2017 (ባወ)", "2025-07-03"),
    ("26 ሰኔ 2017", "2025-07-03"),
    ("ጳጉሜን 6 ቀን 2015", "2023-09-11"),
    ("ጳጉሜን 6 ቀን 2016", None),  # no leap year
    ("ጁላይ 3, 2025", "2025-07-03"),  # our calendar, in Amharic
    # hours
    ("2025年07月03日08:30", "2025-07-03 08:30"),
    ("2025년 7월 3일 오후 3:20", "2025-07-03 15:20"),
    ("2025年7月3日 午前0時5分", "2025-07-03 00:05"),
    ("2025年7月3日下午2:20", "2025-07-03 14:20"),
    ("Jul 3, 2025 2:30 PM EST", "2025-07-03 14:30-05:00"),
    ("Jul 3, 2025 12:05 a.m.", "2025-07-03 00:05"),
    ("Tue, 10 Jun 2025 08:00:00 GMT", "2025-06-10 08:00+00:00"),
    ("Thu Jul  3 14:30:00 2025", "2025-07-03 14:30"),
    ("den 3 juli 2025 kl. 14.20", "2025-07-03 14:20"),
    ("3 juillet 2025 à 14h30", "2025-07-03 14:30"),
    ("14:30, 3 July 2025", "2025-07-03 14:30"),
    ("10:30 03/07/2025", "2025-07-03 10:30"),
    ("05.04.2025 - 06.04.2025", "2025-04-05"),  # the second date is no hour of the first
    ("July 3, 202510:23 AM", "2025-07-03 10:23"),  # what markup glued
    ("2025-07-0310:23", "2025-07-03 10:23"),
    ("03/07/202510:23", "2025-07-03 10:23"),
    ("2025-07-031", None),
    # the weekday tells the order
    ("Thu, 07/03/2025 - 10:23", "2025-07-03 10:23"),
    ("Thursday 03/07/2025", "2025-07-03"),
    ("Friday, 07/03/2025", "2025-03-07"),
    ("Sun 07/03/2025", "2025-03-07"),  # neither is one
    ("Fri 13/06/2025", "2025-06-13"),
    # languages
    ("2025 07/03 10:23", "2025-07-03 10:23"),
    ("3 lip 2025", "2025-07-03"),
    ("03 VII 2025", "2025-07-03"),
    ("2025 m. liepos mėn. 3 d.", "2025-07-03"),
    ("2025eko uztailaren 3a", "2025-07-03"),
    ("3 ta' Lulju 2025", "2025-07-03"),
    ("3 Gorffennaf 2025", "2025-07-03"),
    ("3 Iúil 2025", "2025-07-03"),
    ("3 Julie 2025", "2025-07-03"),
    ("3 июли 2025", "2025-07-03"),
    ("2025 ජූලි 03", "2025-07-03"),
    ("3 Tháng 7 năm 2025", "2025-07-03"),
    ("2 tháng 7, 2025", "2025-07-02"),
    ("3 Tháng Bảy, 2025", "2025-07-03"),
    ("Tháng Mười Hai 3, 2025", "2025-12-03"),
    ("Tháng 7 2025", None),
    ("7月 3, 2025", "2025-07-03"),  # what a template of English order makes of other languages
    ("3 七月 2025", "2025-07-03"),
    ("十二月 3, 2025", "2025-12-03"),
    ("7월 3, 2025 10:23", "2025-07-03 10:23"),
    ("3年2月 2025", None),
    ("٣ تموز ٢٠٢٥", "2025-07-03"),
    ("3 يوليو/تموز 2025", "2025-07-03"),
    ("3 كانون الثاني 2025", "2025-01-03"),
    ("3 июля 2025, 14:30", "2025-07-03 14:30"),
    ("3 липня 2025 р.", "2025-07-03"),
    ("3 ліпеня 2025", "2025-07-03"),
    ("3 lipca 2025", "2025-07-03"),
    ("3. července 2025", "2025-07-03"),
    ("3. júla 2025", "2025-07-03"),
    ("3. julija 2025", "2025-07-03"),
    ("3. srpnja 2025.", "2025-07-03"),
    ("3. јула 2025.", "2025-07-03"),
    ("3 юли 2025 г.", "2025-07-03"),
    ("8. März 2025", "2025-03-08"),
    ("1er août 2025", "2025-08-01"),
    ("1 de julio de 2025", "2025-07-01"),
    ("3 de março de 2025", "2025-03-03"),
    ("3 luglio 2025", "2025-07-03"),
    ("3 mrt. 2025", "2025-03-03"),
    ("3. heinäkuuta 2025 klo 14.30", "2025-07-03 14:30"),
    ("3. juuli 2025", "2025-07-03"),
    ("2025. gada 3. jūlijs", "2025-07-03"),
    ("2025 m. liepos 3 d.", "2025-07-03"),
    ("2025. július 3. 10:20", "2025-07-03 10:20"),
    ("2025. április 3.", "2025-04-03"),
    ("3 iulie 2025", "2025-07-03"),
    ("3 Temmuz 2025 Perşembe 14:30", "2025-07-03 14:30"),
    ("3 İyul 2025", "2025-07-03"),
    ("2025-yil 3-iyul", "2025-07-03"),
    ("3 Ιουλίου 2025", "2025-07-03"),
    ("3 ביולי 2025", "2025-07-03"),
    ("३ जुलाई २०२५", "2025-07-03"),
    ("৩ জুলাই ২০২৫", "2025-07-03"),
    ("ஜூலை 3, 2025", "2025-07-03"),
    ("3 جولائی 2025", "2025-07-03"),
    ("3 Juli 2025", "2025-07-03"),
    ("3 Ogos 2025", "2025-08-03"),
    ("ថ្ងៃទី៣ ខែកក្កដា ឆ្នាំ២០២៥", "2025-07-03"),
    ("3 ກໍລະກົດ 2025", "2025-07-03"),
    ("ဇူလိုင် ၃ ၊ ၂၀၂၅", "2025-07-03"),
    ("3 ივლისი, 2025", "2025-07-03"),
    ("Հուլիս 3, 2025", "2025-07-03"),
    ("3 korrik 2025", "2025-07-03"),
    ("2025 оны 7 сарын 3", "2025-07-03"),
    ("2025 оны 7 дугаар сарын 3", "2025-07-03"),
    ("3 juill. 2025", "2025-07-03"),
    ("ጁላይ 3, 2025", "2025-07-03"),
    ("3 Luulyo 2025", "2025-07-03"),
    ("3 Yuli, 2025", "2025-07-03"),
    ("Thursday 3rd of July, 2025", "2025-07-03"),
    ("Πέμπτη 29 Δεκέμβρη 2011", "2011-12-29"),
    ("Express.gr 15/11/11-13:00", "2011-11-15 13:00"),
    ("Submitted by user3 on 11 January 2012 - 7:14pm", "2012-01-11 19:14"),  # not "3 on 11"
    ("Dec. 22, 2016 5:00 a.m. PT", "2016-12-22 05:00-08:00"),
    ("July 2, 2025 2:30 PM ET", "2025-07-02 14:30-04:00"),
    ("2 juillet 2025, 14:30 et plus", "2025-07-02 14:30"),  # and more
    # what is none
    ("version 1.2.3 of 12 May", None),
    ("31/02/2025", None),
    ("16:05", None),
    ("From 2019 to 2024", None),
    ("2082/03/19", "2025-07-03"),  # of the Bikram Sambat calendar
    ("असार १९, २०८२ बिहीबार १७:१०", "2025-07-03 17:10"),
    ("२०८२ असार १९ गते", "2025-07-03"),
    ("असार १९, २०८२ साँझ ६:३०", "2025-07-03 18:30"),
    ("२०८२ असार १९ गते बेलुका ७:०५", "2025-07-03 19:05"),
    ("१९ असार २०८२, दिउँसो १:१५", "2025-07-03 13:15"),
    ("२०८२-०३-१९ बिहान ८:३०", "2025-07-03 08:30"),
    ("असार १९, २०८२ दिउंसो १:१५", "2025-07-03 13:15"),
    ("असार १९, २०८२ राति ८:३०", "2025-07-03 20:30"),
    ("असार १९, २०८२ राति १:३०", "2025-07-03 01:30"),
    ("৩ জুলাই ২০২৫, রাত ৯:৩০", "2025-07-03 21:30"),
    ("৩ জুলাই ২০২৫, রাত ১২:৩০", "2025-07-03 00:30"),
    ("3 جولائی 2025 رات 9:30", "2025-07-03 21:30"),
    ("3 يوليو 2025 الإمارات 9:30", "2025-07-03 09:30"),  # where it is, not when
    ("3 जुलाई 2025 गुजरात 9:30", "2025-07-03 09:30"),
    ("बिहीबार, १९ असार २०८२", "2025-07-03"),
    ("Asar 19, 2082", "2025-07-03"),
    ("2082-03-32", "2025-07-16"),  # Asar has 32 days in that year
    ("2082-01-32", None),
    ("2099-01-01", None),  # a year beyond those that are published
    ("RTX 2080 11/12 GB", None),
    ("2080 оны 3 сарын 5", None),
    ("3 July 2082", None),  # of ours, to come
    ("जुलाई 3, 2025", "2025-07-03"),
    # the half of the day behind its hour, or before it, in other languages; hours before their day
    ("3 Julai 2025, 2:33 petang", "2025-07-03 14:33"),
    ("3 Juli 2025, 2:33 sore", "2025-07-03 14:33"),
    ("3 luglio 2025, 8:30 Sorelle Bianchi", "2025-07-03 08:30"),
    ("3 ஜூலை 2025, 2:16 பிற்பகல்", "2025-07-03 14:16"),
    ("৩ জুলাই ২০২৫, ০২:০৫ পিএম", "2025-07-03 14:05"),
    ("৩ জুলাই ২০২৫, দুপুর ২:০৫", "2025-07-03 14:05"),
    ("৩ জুলাই ২০২৫, দুপুর ১২:০৫", "2025-07-03 12:05"),
    ("३ जुलाई २०२५ | दोपहर 2:05", "2025-07-03 14:05"),
    ("៣ កក្កដា ២០២៥ ម៉ោង ២:០៥ រសៀល", "2025-07-03 14:05"),
    ("٢:٠٥ م - الخميس ٣ تموز ٢٠٢٥", "2025-07-03 14:05"),
    ("8:20 a.m. | 3 julio, 2025", "2025-07-03 08:20"),
    ("8:20 p.m. • 3 julio, 2025", "2025-07-03 20:20"),
    ("2025 අප්‍රේල් 10 07:47", "2025-04-10 07:47"),
    ("٣ی تەمموزی ٢٠٢٥، ١١:٥٩", "2025-07-03 11:59"),
    ("3 މޭ 2025 - 18:16", "2025-05-03 18:16"),
    ("2025 թ. հուլիսի 3, 14:05", "2025-07-03 14:05"),
    ("၂၀၂၅ ခုနှစ် ဇူလိုင် ၃ ရက်", "2025-07-03"),
]


@each(("text", "at"), WRITTEN)
def test_a_written_date_is_read(text: str, at: str | None) -> None:
    found = find_dates(text)
    assert (found[0].at if found else None) == (datetime.fromisoformat(at) if at else None)


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("03.07.2025 12:00 Анна Седова", "Анна Седова"),
        ("3 July 2025 12:00 Ann Lee", "Ann Lee"),
        ("3. Juli 2025, 14:20 Uhr Anna Holm", "Anna Holm"),
        ("3 July 2025 12:00 EST Ann Lee", "Ann Lee"),
        ("2025-07-03 12:00 XYZT", ""),
    ],
)
def test_a_date_ends_before_the_name_behind_its_hour(text: str, rest: str) -> None:
    assert text[find_dates(text)[0].end :].strip() == rest


@pytest.mark.parametrize(
    "text",
    [
        "செப்டம்பர்" * 5_000,
        "a1 " * 50_000,
        "1/1/" * 50_000,
        "2025 " * 50_000,
        "年月" * 50_000,
        "jan 3 " * 50_000,
        "tháng 3 " * 30_000,
        "7月 3 " * 30_000,
    ],
)
def test_a_text_of_any_shape_is_read_in_time(text: str) -> None:
    started = time.process_time()
    find_dates(text)
    find_dates(f"3 {text} 2025")
    assert time.process_time() - started < 5  # seconds; a quarter of one is usual


HABITS = [
    ("02/07/2025", Habit(day_first=False), date(2025, 2, 7)),
    ("02.07.2025", Habit(day_first=False), date(2025, 7, 2)),  # nobody writes the month first with dots
    ("13/07/2025", Habit(day_first=False), date(2025, 7, 13)),
    ("25/07/03", Habit(year_first=True), date(2025, 7, 3)),
    ("3. listopada 2025.", Habit(croatian=True), date(2025, 10, 3)),
    ("3 listopada 2025", Habit(), date(2025, 11, 3)),
]


@each(("text", "habit", "day"), HABITS)
def test_what_is_ambiguous_is_read_by_habit(text: str, habit: Habit, day: date) -> None:
    assert find_dates(text, habit)[0].at.date() == day


def test_the_persian_calendar_counts_its_days_without_a_gap() -> None:
    months = [(y, m, d) for y in range(1375, 1430) for m in range(1, 13) for d in range(1, 32)]
    days = [date(*found) for ymd in months if (found := jalali(*ymd))]
    assert days[0] == date(1996, 3, 20)
    assert all(b - a == timedelta(days=1) for a, b in pairwise(days))


def test_the_nepali_calendar_counts_its_days_without_a_gap() -> None:
    given = [(y, m, d) for y in YEARS for m in range(1, 13) for d in range(1, 34)]
    days = [date(*found) for ymd in given if (found := bikram(*ymd))]
    assert (days[0], bikram(2080, 1, 1), bikram(2083, 8, 3)) == (
        date(2000, 4, 13),
        (2023, 4, 14),
        (2026, 11, 19),
    )
    assert all(later - earlier == timedelta(days=1) for earlier, later in pairwise(days))


def test_the_ethiopian_calendar_counts_its_days_without_a_gap() -> None:
    given = [(y, m, d) for y in range(1990, 2030) for m in range(1, 14) for d in range(1, 31)]
    days = [date(*found) for each_day in given if (found := ethiopian(*each_day))]
    assert days[0] == date(1997, 9, 11)
    assert all(later - earlier == timedelta(days=1) for earlier, later in pairwise(days))


def test_every_month_has_names_in_many_scripts() -> None:
    for month in range(1, 13):
        names = [name for name, number in MONTHS.items() if number == month]
        assert len(names) > 40
        assert all(name and name == name.lower() for name in names)


NOON = datetime(2025, 7, 3, 12, tzinfo=UTC)
RELATIVE = [
    *(
        (text, NOON - timedelta(hours=3))
        for text in (
            "3 órája", "преди 3 часа", "pre 3 sata", "pred 3 urami", "3 گھنٹے پہلے", "3 மணி நேரத்திற்கு முன்", "3 ч. назад", "3 сағат бұрын",
            "3 saat əvvəl", "3 soat oldin", "3 საათის წინ", "3 ժամ առաջ", "3 tundi tagasi", "pirms 3 stundām", "prieš 3 val.", "3 orë më parë",
            "пред 3 часа", "saa 3 zilizopita", "3 oras ang nakalipas", "3 ម៉ោងមុន", "3 цагийн өмнө", "३ घण्टा अघि", "3 മണിക്കൂർ മുമ്പ്", "3 గంటల క్రితం",
            "3 तासांपूर्वी", "3 કલાક પહેલા", "3 ਘੰਟੇ ਪਹਿਲਾਂ", "පැය 3කට පෙර", "fa 3 hores", "hai 3 horas", "duela 3 ordu", "3 awr yn ôl", "3 uair an chloig ó shin",
            "fyrir 3 klukkustundum", "3 ure geleden", "ከ3 ሰዓት በፊት",
            "3 hours ago", "vor 3 Stunden", "il y a 3 heures", "hace 3 horas", "há 3 horas", "3 ore fa", "3 uur geleden",
            "för 3 timmar sedan", "for 3 timer siden", "3 tuntia sitten", "3 godziny temu", "před 3 hodinami", "prije 3 sata",
            "3 часа назад", "3 години тому", "acum 3 ore", "3 órával ezelőtt", "πριν από 3 ώρες", "3 saat önce", "לפני 3 שעות",
            "منذ 3 ساعات", "قبل 3 ساعات", "۳ ساعت پیش", "3 घंटे पहले", "3 ชั่วโมงที่แล้ว", "3 giờ trước", "3 jam yang lalu", "3小时前",
            "3小時前", "3時間前", "3시간 전",
        )
    ),
    ("an hour ago", NOON - timedelta(hours=1)),
    ("vor einer Stunde", NOON - timedelta(hours=1)),
    ("2 days ago", NOON - timedelta(days=2)),
    ("Updated: 2 weeks ago", NOON - timedelta(days=14)),
    ("刚刚", NOON),
    ("yesterday", datetime(2025, 7, 2, tzinfo=UTC)),
    ("Heute, 09:15 Uhr", datetime(2025, 7, 3, 9, 15, tzinfo=UTC)),
    ("вчера в 14:30", datetime(2025, 7, 2, 14, 30, tzinfo=UTC)),
    ("昨天 14:30", datetime(2025, 7, 2, 14, 30, tzinfo=UTC)),
    ("เมื่อวานนี้ 14:30", datetime(2025, 7, 2, 14, 30, tzinfo=UTC)),
    *(
        (text, NOON - timedelta(days=1))
        for text in ("1 dag geleden", "för 1 dag sedan", "1 dzień temu", "1 päivä sitten", "prije 1 dan")
    ),
    *((text, NOON - timedelta(hours=1)) for text in ("1 timme sedan", "1 tiếng trước")),
    *((text, NOON - timedelta(weeks=1)) for text in ("1 vecka sedan", "1 uke siden", "1 tydzień temu", "1 viikko sitten")),
    ("1500 days ago", None),
    ("12:05 hours ago", None),
    ("hôm qua", datetime(2025, 7, 2, tzinfo=UTC)),
    ("前天", datetime(2025, 7, 1, tzinfo=UTC)),
    ("Posted yesterday at 14:30", datetime(2025, 7, 2, 14, 30, tzinfo=UTC)),
    ("Publié hier à 14h30", datetime(2025, 7, 2, 14, 30, tzinfo=UTC)),
    ("Match yesterday at 14:30", None),
    ("3 napja", NOON - timedelta(days=3)),
    ("leo saa 10:30", NOON.replace(hour=10, minute=30)),
    # names, lengths and times of reading
    *(
        (text, None)
        for text in ("Leo", "Jana", "Author: Jana", "Leo, 12:30", "Kesto 2 tuntia ja 10 minuuttia", "8 m ja 2 kg", "Hai 5 minuti per leggere", "Sofa 3 h", "Sci-fa 2 d")
    ),
    ("3 hours", None),
    ("5 min read", None),
    ("Today's paper", None),
]  # fmt: skip


@each(("text", "at"), RELATIVE)
def test_a_relative_time_counts_from_the_fetching(text: str, at: datetime | None) -> None:
    assert find_relative(text, NOON) == at


YEARLESS = [
    ("7月3日 09:30", "2025-07-03T09:30:00+00:00"),
    ("7/2(水) 14:30", "2025-07-02T14:30:00+00:00"),
    ("07-02 14:30", "2025-07-02T14:30:00+00:00"),
    ("2 July, 10:30", "2025-07-02T10:30:00+00:00"),
    ("lundi 30 juin", "2025-06-30T00:00:00+00:00"),
    ("Nov 8, 3:20 PM", "2024-11-08T15:20:00+00:00"),
    ("2 July 2019", None),
    ("Gate 3 Mars attacks", None),
]


@each(("text", "at"), YEARLESS)
def test_a_day_without_a_year_is_the_last_such_day(text: str, at: str | None) -> None:
    found = find_yearless(text, NOON)
    assert (found.isoformat() if found else None) == at


@pytest.mark.parametrize(
    "line", ["3 {} 2025", "13. {} 2025, 14:05", "3 de {} de 2025", "Published 3 {} 2025 – updated"]
)
def test_every_name_of_a_month_is_read_behind_its_day(line):
    """ "december" begins with the "de" of "3 de diciembre"."""
    numerals = {"i", "v", "x"}  # of one letter, which are words elsewhere
    for name in MONTHS.keys() - numerals:
        found = [written.at.month for written in find_dates(line.format(name))]
        assert found == [MONTHS[name]], name
