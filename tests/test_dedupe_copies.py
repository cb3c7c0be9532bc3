"""Which texts tell the same: copies however they were dressed and cut, and what only looks like one."""

from __future__ import annotations

import gzip
import json
import os
import random
import subprocess
import sys
from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from dedupesamples import IMPRINT, MENU, OTHER_RELEASE, STORIES, TEASERS, UNRELATED, report, text_of
from hypothesis import example, given
from hypothesis import strategies as st
from tables import each
from xxhash import xxh3_64_hexdigest

from crawler.dedupe import fingerprint, judge, site
from crawler.dedupe.copies import SHORT_LETTERS
from crawler.dedupe.sketch import SIZE, pack, smallest, unpack
from storage.records import Article, Neighbour, Verdict

CONSENT = (
    "We use cookies and similar techniques to keep this site working, to measure how it is used and to show you "
    "advertising that fits your interests. By clicking on accept you agree; you can change your mind at any time."
)
DRESS = (  # letters that are folded one by one, and those that hang on their neighbours
    "Die „große“ Messe…\xa0fiel auf den 3.\u200b Mai; 1.234,5 ™ kamen, ½ davon aus İzmir. \u212b £7 (Ǆ) KÖLN\n",
    "nai\u0308ve ﬁel ﷺ ٣٫٤ 👩\u200d💻 ＡＢＣ １２３。\0\ud800 Ὀδυσσεύς\n",
)
NOW = datetime(2026, 11, 1, tzinfo=UTC)
LEAST_SHARED = 2  # keys that the store asks for before it hands over a neighbour
LANGUAGES = sorted(STORIES)


def article(title: str, text: str, url: str = "https://a.example.com/1") -> Article:
    return Article(url, title, text)


def stored(number: int, of: Article, story_id: int | None = None) -> Neighbour:
    return Neighbour(number, story_id or number, None, site(of.url), NOW, fingerprint(of))


def verdict(new: Article, *old: Article) -> Verdict:
    """The judgement on `new` among `old`, as far as the store would find them."""
    print_ = fingerprint(new)
    neighbours = [stored(number, of) for number, of in enumerate(old, 1)]
    found = [
        n
        for n in neighbours
        if len(set(n.fingerprint.keys) & set(print_.keys)) >= LEAST_SHARED
        or n.fingerprint.text_hash == print_.text_hash
    ]
    return judge(print_, found, site=site(new.url))


def stories(articles: Iterable[Article]) -> int:
    """Into how many stories the articles fall, judged in their order."""
    kept: list[Neighbour] = []
    for number, new in enumerate(articles, 1):
        found = judge(fingerprint(new), kept, site=site(new.url))
        kept.append(stored(number, new, found.story_id))
    return len({neighbour.story_id for neighbour in kept})


def wire(language: str) -> str:
    return (
        f"{MENU}\n\nPORT CITY, July 8, 2025 (Harbour Wire) -- {text_of(language)}\n\n{TEASERS}\n\n{IMPRINT}"
    )


def half(language: str) -> str:
    text = text_of(language)
    return text[: len(text) // 2] + " …"


def beginning(language: str) -> str:
    return " ".join(STORIES[language][1:3])


def reordered(language: str) -> str:
    paragraphs = list(STORIES[language][1:])
    return "\n\n".join(paragraphs[1:] + paragraphs[:1])


def edited(language: str) -> str:
    """With one paragraph written anew by another desk."""
    paragraphs = list(STORIES[language][1:])
    paragraphs[2] = "The mayor cut a ribbon and left without a word; the choir of the port sang two songs."
    return "\n\n".join(paragraphs)


def typeset(language: str) -> str:
    """With another publisher's quotes, spaces, digits and invisible characters."""
    text = text_of(language).replace('"', "”").replace("-", "\u2011").replace(". ", ".\u00a0")
    text = text.translate({ord(str(d)): chr(0xFF10 + d) for d in range(10)})
    return text.replace("\n\n", "\u200b\n\n\n")


@each("language", LANGUAGES)
def test_the_same_text_is_an_exact_copy(language):
    title, text = STORIES[language][0], text_of(language)
    found = verdict(article(title, text, "https://b.example.org/2"), article(title, text))
    assert (found.relation, found.article_id, found.similarity) == ("exact", 1, 1.0)


@each("language", LANGUAGES)
def test_another_typesetting_is_the_same_text(language):
    old = article(STORIES[language][0], text_of(language))
    new = article(STORIES[language][0].upper(), typeset(language), "https://b.example.org/2")
    assert verdict(new, old).relation == "exact"


@pytest.mark.parametrize(
    "dress", [wire, half, beginning, reordered, edited], ids=lambda dress: dress.__name__
)
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_dressed_or_cut_copy_joins_its_story(language, dress):
    old = article(STORIES[language][0], text_of(language))
    new = article(STORIES[language][0], dress(language), "https://b.example.org/2")
    assert verdict(new, old).story_id == 1
    assert verdict(old, new).story_id == 1  # whoever comes first


@pytest.mark.parametrize("dress", [wire, half, beginning, edited], ids=lambda dress: dress.__name__)
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_copy_under_another_headline_joins_its_story(language, dress):
    old = article(STORIES[language][0], text_of(language))
    new = article("Tills talk, traders earn", dress(language), "https://b.example.org/2")
    assert verdict(new, old).story_id == 1


@pytest.mark.parametrize("language", ["en", "th", "zh"])
def test_daily_reports_never_merge(language):
    days = [report(day, language) for day in range(1, 25)]
    pages = [article(title, text, f"https://a.example.com/{n}") for n, (title, text) in enumerate(days)]
    assert stories(pages) == len(pages)


@pytest.mark.parametrize("language", ["en", "th", "zh"])
def test_a_copy_of_one_daily_report_joins_that_day(language):
    days = [article(*report(day, language)) for day in range(1, 10)]
    title, text = report(4, language)
    copied = article(title, f"{MENU}\n\n{text}\n\n{TEASERS}\n\n{IMPRINT}", "https://b.example.org/2")
    assert verdict(copied, *days).story_id == 4


def test_a_corrected_figure_leaves_a_copy_a_copy():
    title, text = STORIES["en"][0], text_of("en")
    new = article(title, text.replace("214 shops", "241 shops"), "https://b.example.org/2")
    assert verdict(new, article(title, text)).relation == "near"


ANNOUNCED = {  # one announcement for every speaker: title, text
    "en": (
        "{0} joins GDEC as speaker",
        "The secretariat announced today that {0} will speak at the next conference in Beijing. {0} will talk on the "
        "second day, in the hall by the river, about what ports may learn from farms.\n\n\"We are delighted to welcome "
        "{0}, whose work has inspired many of our delegates,\" the secretariat said. The conference brings together "
        "ministers, scientists and founders from more than fifty countries every summer, and registration is open on "
        "its website until the end of the month.",
        ("Mara Okafor", "Peter Harrow", "Elena Duarte", "Rajiv Menon"),
    ),
    "ru": (
        "{0} выступит на GDEC",
        "Оргкомитет объявил сегодня, что {0} выступит на следующей конференции в Пекине. {0} расскажет во второй день, "
        "чему порты могут научиться у ферм.\n\nСекретариат рад приветствовать такого гостя, как {0}, чья работа "
        "вдохновила многих участников. Конференция каждое лето собирает министров, учёных и предпринимателей более чем "
        "из пятидесяти стран, и регистрация на её сайте открыта до конца месяца.",
        ("Мара Окафор", "Пётр Хэрроу", "Елена Дуарте", "Раджив Менон"),
    ),
    "zh": (
        "{0}将出席全球数字经济大会并演讲",
        "组委会今天宣布，{0}将出席在北京举行的下一届大会并发表主题演讲。{0}将于大会第二天在河畔会场谈谈港口可以向农场学习什么。\n\n"
        "组委会负责人表示，非常高兴邀请到{0}，其工作给许多参会者带来启发。大会每年夏天举行，汇聚来自五十多个国家的官员、科学家和企业家，"
        "参会报名通道已经在大会官方网站开放，报名将持续到本月底。",
        ("张伟明", "李娜", "王建国", "欧阳雪"),
    ),
    "th": (
        "{0} ร่วมเป็นวิทยากรงาน GDEC",
        "สำนักเลขาธิการประกาศวันนี้ว่า {0} จะขึ้นบรรยายในการประชุมครั้งถัดไปที่กรุงปักกิ่ง โดยในวันที่สองของการประชุม {0} "
        "จะพูดถึงสิ่งที่ท่าเรือเรียนรู้ได้จากไร่นา\n\nสำนักเลขาธิการกล่าวว่ายินดีเป็นอย่างยิ่งที่ได้ต้อนรับ {0} ซึ่งผลงานเป็นแรงบันดาลใจให้แก่ผู้เข้าร่วมจำนวนมาก "
        "การประชุมรวบรวมรัฐมนตรี นักวิทยาศาสตร์ และผู้ประกอบการจากกว่าห้าสิบประเทศทุกฤดูร้อน และเปิดให้ลงทะเบียนทางเว็บไซต์จนถึงสิ้นเดือนนี้",
        ("มารา โอคาฟอร์", "สมชาย วงศ์ทอง", "นภัสสร ใจดี", "ธนากร ศรีสุข"),
    ),
}  # fmt: skip


def announced(language: str, person: int) -> Article:
    title, text, people = ANNOUNCED[language]
    return article(
        title.format(people[person]), text.format(people[person]), f"https://p{person}.example.com/1"
    )


@each("language", sorted(ANNOUNCED))
def test_one_announcement_with_other_names_is_many_stories(language):
    assert stories(announced(language, person) for person in range(4)) == 4


@each("language", sorted(ANNOUNCED))
def test_a_copy_of_one_announcement_joins_the_one_of_its_name(language):
    people = [announced(language, person) for person in range(4)]
    copied = article(people[2].title, f"{MENU}\n\n{people[2].text}\n\n{IMPRINT}", "https://b.example.org/2")
    assert verdict(copied, *people).story_id == 3


def test_a_copy_under_a_headline_without_the_name_lets_no_other_name_in():
    first, second = announced("en", 0), announced("en", 1)
    copied = replace(first, title="What you need to know", url="https://b.example.org/2")
    old = [stored(1, first), stored(2, copied, story_id=1)]
    assert judge(fingerprint(second), old).relation == "original"


def test_another_spelling_of_a_name_leaves_a_copy_a_copy():
    title, text = STORIES["en"][0], text_of("en")
    new = article(
        title.replace("Harbour", "Harbor"), text.replace("arbour", "arbor"), "https://b.example.org/2"
    )
    assert verdict(new, article(title, text)).relation == "near"


TRADITIONAL = (
    "港口城市為小商戶開設數據交易所",
    "港口城市星期二開設了一家數據交易所，讓小商戶按照店主委員會自己制定的規則，出售收銀機裡積累下來的信息，不必再經過中間商。\n\n"
    "官員表示，開業之前已有214家商店報名，每家都有權在48小時之內退出。交易所對每筆交易收取百分之3.5的費用，只有私人經紀公司的一半。\n\n"
    "在魚市後面經營麵包房的瑪拉說，她厭倦了把這些東西白白送人。她預計每個月能從以前沒有人付錢的數字裡賺到90元，用來修理烤爐。",
)


def test_traditional_and_simplified_chinese_are_one_text():
    simple = article(STORIES["zh"][0], "\n\n".join(STORIES["zh"][1:4]))
    assert verdict(article(*TRADITIONAL, "https://b.example.org/2"), simple).relation == "exact"
    assert verdict(simple, article(*TRADITIONAL, "https://b.example.org/2")).relation == "exact"
    assert verdict(article(*TRADITIONAL), article(STORIES["zh"][0], text_of("zh"))).story_id == 1


def test_what_taiwan_calls_otherwise_leaves_one_text():
    mainland = article(
        "临江推动工业软件",
        "临江市16日公布计划,三年内扶持36家工业软件企业,重点是芯片设计、网络安全和人工智能。制造企业首次采购本地软件,政府补贴合同金额的20%。"
        "市长说,过去有硬件、缺软件,服务器买了却没有人会用,今后要让车间里的信息真正用起来。首批项目选在60家工厂试点。",
    )
    taiwan = article(
        "臨江推動工業軟體",
        "臨江市16日公布計畫,三年內扶持36家工業軟體企業,重點是晶片設計、網路安全和人工智慧。製造企業首次採購本地軟體,政府補貼合約金額的20%。"
        "市長說,過去有硬體、缺軟體,伺服器買了卻沒有人會用,今後要讓車間裡的資訊真正用起來。首批專案選在60家工廠試點。",
        "https://b.example.org/2",
    )
    assert verdict(taiwan, mainland).relation == "near"
    assert verdict(mainland, taiwan).relation == "near"


@pytest.mark.parametrize("title", [STORIES["en"][0], "Tills talk, traders earn"])
def test_the_first_paragraphs_of_a_very_long_text_join_its_story(title):
    rng = random.Random(1)
    rest = [" ".join(f"wort{rng.randrange(5000)}" for _ in range(60)) + "." for _ in range(40)]
    old = article(STORIES["en"][0], "\n\n".join((*STORIES["en"][1:3], *rest)))
    assert verdict(article(title, beginning("en"), "https://b.example.org/2"), old).story_id == 1


def test_the_first_item_of_a_digest_is_no_copy_of_the_digest():
    items = [
        STORIES["en"][1],
        *(paragraph for story in (OTHER_RELEASE, UNRELATED) for paragraph in story[1:]),
    ]
    digest = article("Morning briefing: five things", "\n\n".join(items))
    told = article(STORIES["en"][0], STORIES["en"][1], "https://b.example.org/2")
    assert verdict(told, digest).relation == "original"
    assert verdict(digest, told).relation == "original"


def test_a_notice_on_the_hosts_of_one_publisher_becomes_no_story():
    """Each page under the title of the article that it hides."""
    titles = [STORIES[language][0] for language in LANGUAGES]
    pages = [
        article(title, CONSENT, f"https://{host}/{number}")
        for number, title in enumerate(titles)
        for host in ("news.pub.example", "tech.pub.example", "www.pub-two.example")
    ]
    alone = [replace(page, url=page.url + "?") for page in pages[::3]]
    assert stories(alone) == len(titles)
    assert stories(pages) >= len(titles)


def test_two_releases_of_one_event_are_two_stories():
    first = article(STORIES["en"][0], text_of("en"))
    second = article(OTHER_RELEASE[0], "\n\n".join(OTHER_RELEASE[1:]), "https://b.example.org/2")
    assert verdict(second, first).relation == "original"


def test_releases_that_share_their_closing_paragraphs_are_two_stories():
    about = "About the exchange\n\n" + STORIES["en"][5] + " " + STORIES["en"][4]
    first = article(STORIES["en"][0], "\n\n".join(STORIES["en"][1:4]) + "\n\n" + about)
    second = article(
        OTHER_RELEASE[0], "\n\n".join(OTHER_RELEASE[1:]) + "\n\n" + about, "https://b.example.org/2"
    )
    assert verdict(second, first).relation == "original"


def test_releases_of_one_house_that_begin_otherwise_are_two_stories_though_most_of_them_is_the_same():
    house = "\n\n".join(STORIES["en"][1:5])
    ferry = (
        "The Aldern works delivered its first electric ferry to the island of Brask on Monday, after two years of "
        "trials in heavy ice. The crew of six sailed from the old yard, past a quay on which half the village stood and waved with "
        "lamps."
    )
    director = (
        "A new director of research takes office at the Aldern works next month: Ilse Varn comes from a chair in Tromen, "
        "where she taught marine chemistry. She succeeds nobody, for the post is new, and brings along four of her doctoral "
        "students."
    )
    first = article("First ferry reaches Brask", f"{ferry}\n\n{house}")
    second = article(
        "Varn to lead research of the Aldern works", f"{director}\n\n{house}", "https://b.example.org/2"
    )
    assert verdict(second, first).relation == "original"


@pytest.mark.parametrize(
    ("title", "front"), [(UNRELATED[0], UNRELATED[1]), ("Another title altogether", CONSENT)]
)
def test_what_stands_in_front_of_an_article_is_no_copy_of_it(title, front):
    """A short item of something else, and what a site says on its pages: the title speaks of what comes behind."""
    page = article(STORIES["en"][0], "\n\n".join((front, *STORIES["en"][1:3])))
    assert verdict(article(title, front, "https://b.example.org/2"), page).relation == "original"


def test_an_item_in_the_middle_of_a_digest_is_no_copy_of_the_digest():
    digest = "\n\n".join((*OTHER_RELEASE[1:], text_of("de"), text_of("en"), text_of("ru")))
    old = article("The week in the harbour city", digest)
    new = article(STORIES["en"][0], text_of("en"), "https://b.example.org/2")
    assert verdict(new, old).relation == "original"


def test_a_page_that_begins_with_another_article_belongs_to_the_one_its_title_names():
    page = article(STORIES["en"][0], "\n\n".join((*UNRELATED[1:], text_of("en"))))
    told = article(STORIES["en"][0], text_of("en"), "https://b.example.org/2")
    other = article(UNRELATED[0], "\n\n".join(UNRELATED[1:]), "https://c.example.net/3")
    assert verdict(told, page).story_id == 1
    assert verdict(other, page).relation == "original"


def test_a_headline_on_a_detail_loses_no_copy():
    """The title speaks of what comes late, a paragraph was put behind, the other copy was cut."""
    paragraphs = STORIES["en"][1:]
    more = "In the old customs house the machines hum behind a door that once kept tobacco dry, next to the tide tables."
    local = article(
        "Neighbouring towns await summer vote on joining machines", "\n\n".join((*paragraphs, more))
    )
    cut = article("Tills talk, traders earn", "\n\n".join(paragraphs[:4]), "https://b.example.org/2")
    assert verdict(cut, local).story_id == 1


def test_different_articles_between_the_same_furniture_stay_apart():
    pages = []
    for number, language in enumerate(LANGUAGES):
        dressed = f"{MENU}\n\n{text_of(language)}\n\n{TEASERS}\n\n{IMPRINT}"
        pages.append(article(STORIES[language][0], dressed, f"https://a.example.com/{number}"))
    assert stories(pages) == len(pages)


@each(
    'text',
    ["", " \n ", "Breaking.", "Subscribe to read on.", "请登录后继续阅读全文。", "กรุณาเข้าสู่ระบบเพื่ออ่านต่อ", "?!", "\ud800"],
)  # fmt: skip
def test_a_text_too_short_to_tell_merges_with_nothing(text):
    old = article("One", text)
    assert fingerprint(old).keys == ()
    assert verdict(article("One", text, "https://b.example.org/2"), old) == Verdict("original")


def test_a_short_item_is_still_told_apart_and_found():
    text = STORIES["en"][2]
    old, new = article("Shops sign up", text), article("Shops sign up", text, "https://b.example.org/2")
    assert verdict(new, old).relation == "exact"


def test_the_best_match_counts_and_of_equal_ones_the_earliest():
    title = STORIES["en"][0]
    cut, whole = article(title, half("en")), article(title, text_of("en"))
    found = verdict(article(title, text_of("en"), "https://b.example.org/9"), cut, whole, whole)
    assert (found.relation, found.article_id) == ("exact", 2)


def test_a_text_on_every_page_of_a_site_becomes_no_story():
    notice = "\n\n".join(OTHER_RELEASE[1:])
    pages = [article(f"Article number {n}", notice, f"https://a.example.com/{n}") for n in range(30)]
    assert stories(pages) >= 28
    same_title = [replace(page, title="Before you go on") for page in pages]
    assert stories(same_title) >= 26


def test_a_short_notice_under_two_titles_of_one_site_is_no_copy():
    old = article("Ferry timetable", STORIES["en"][2])
    assert (
        verdict(article("Fish prices", STORIES["en"][2], "https://www.example.com/2"), old).relation
        == "original"
    )
    elsewhere = article("Fish prices", STORIES["en"][2], "https://b.example.org/2")
    assert verdict(elsewhere, old).relation == "original"
    named = article("Shops sign up", STORIES["en"][2])
    assert verdict(elsewhere, named).relation == "exact"


def test_many_sites_may_publish_one_text():
    title, text = STORIES["th"][0], text_of("th")
    assert stories(article(title, text, f"https://site{n}.example/1") for n in range(40)) == 1


@pytest.mark.parametrize(
    "then",
    [{"version": 1, "head": b"?", "sketch": b"H?"}, {"sketch": b"", "numbers": b""}],
    ids=["another recipe", "years ago"],
)
def test_a_text_whose_sketch_cannot_be_read_is_an_exact_copy_or_none(then):
    title, text = STORIES["en"][0], text_of("en")
    for now, relation in ((text.upper(), "exact"), (text + "\nOur own words.", "original")):
        old = stored(1, article(title, text))
        other = replace(old, fingerprint=replace(old.fingerprint, **then))
        assert judge(fingerprint(article(title, now)), [other]).relation == relation


def test_a_short_text_under_another_title_of_its_site_is_a_notice_and_a_long_one_is_not():
    """The titles name what the text speaks of: it looks like an article of either."""
    short = STORIES["en"][1][:450]
    assert len(short) < SHORT_LETTERS < len(text_of("en"))
    words = [word for word in short.split() if len(word) > 6]
    titles = [" ".join(words[:5]), " ".join(words[-5:])]
    for text, relation in ((short, "original"), (text_of("en"), "exact")):
        first, second = (
            article(title, text, f"https://www.example.com/{n}") for n, title in enumerate(titles)
        )
        assert verdict(second, first).relation == relation
        assert verdict(replace(second, url="https://other.example/2"), first).relation == "exact"


@pytest.mark.parametrize("then", [{"version": 1, "head": b"?"}, {"sketch": b"", "numbers": b""}])
def test_what_a_site_says_on_every_page_is_no_story_years_later_either(then):
    """Where titles cannot be read any more, they count as the article's own."""
    made = article("One", text_of("en"), "https://www.example.com/1")
    others = [stored(n, article("One", text_of("en"), f"https://www.example.com/{n}")) for n in range(5)]
    old = [replace(n, fingerprint=replace(n.fingerprint, **then)) for n in others]
    found = [judge(fingerprint(made), old[:n], site="example.com").relation for n in (1, 3, 4)]
    assert found == ["exact", "exact", "original"]


def test_judging_without_neighbours_finds_an_original():
    assert judge(fingerprint(article("A", text_of("en"))), []) == Verdict("original")


def test_keys_fit_a_signed_column_and_blobs_stay_small():
    for language in LANGUAGES:
        found = fingerprint(article(STORIES[language][0], text_of(language)))
        assert all(-(2**31) <= key < 2**31 for key in found.keys)
        assert len(found.keys) == len(set(found.keys)) <= 20
        assert len(found.text_hash) == 16
        assert len(found.sketch) + len(found.numbers) + len(found.head) <= 580


@given(st.lists(st.integers(0, 2**64 - 1), max_size=300))
@example([(step * 255) << 48 for step in range(200)])
@example([0, 1, 2**64 - 1])
def test_a_sketch_is_read_as_it_was_packed(shingles: list[int]):
    least = smallest(shingles, SIZE)
    blob = pack(least)
    assert unpack(blob) == [shingle >> 48 for shingle in least]
    assert len(blob) <= 1 + 2 * SIZE


def test_a_fingerprint_is_the_same_in_every_process():
    program = (
        "import sys; sys.path[:0] = sys.argv[1:]\n"
        "from dedupesamples import STORIES, text_of\n"
        "from crawler.dedupe import fingerprint\n"
        "from storage.records import Article\n"
        "print([fingerprint(Article('', STORIES[x][0], text_of(x))) for x in sorted(STORIES)])"
    )
    here = Path(__file__).parent
    told = {
        subprocess.run(
            [sys.executable, "-c", program, str(here), str(here.parent)],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("0", "1", "4711")
    }
    assert len(told) == 1


def test_a_fingerprint_stays_what_it_was():
    """Stored fingerprints are compared with new ones: who changes this changes VERSION, too, unless all that changes is
    which places of figures and names are kept, as only those that both texts have are compared.
    """
    found = fingerprint(article(STORIES["en"][0], text_of("en")))
    assert (found.version, found.keys[:2]) == (2, (-1517968317, -1562782304))
    assert found.text_hash.hex() == "8de3f62f8663689ce0275dfbefad1953"
    odd = "".join(DRESS)
    texts = [article(STORIES[code][0], text_of(code)) for code in LANGUAGES]
    texts += [article(odd[:20], odd * 30), article(DRESS[0][:20], DRESS[0] * 30)]
    parts = [(f.keys, f.text_hash, f.sketch, f.numbers, f.head, f.length) for f in map(fingerprint, texts)]
    assert xxh3_64_hexdigest(repr(parts).encode()) == "2ae506fb64e3142f"


@given(st.text(max_size=400), st.text(max_size=60))
def test_any_text_has_a_fingerprint_that_equals_itself(text, title):
    print_ = fingerprint(article(title, text))
    found = judge(print_, [Neighbour(7, 3, None, None, NOW, print_)])
    assert found == (Verdict("exact", 7, 3, 1.0) if print_.keys else Verdict("original"))


@given(st.randoms(use_true_random=False), st.sampled_from(LANGUAGES))
def test_any_two_mutilations_can_be_compared(rng: random.Random, language: str):
    letters = list(text_of(language))
    for _ in range(rng.randrange(1, 40)):
        at = rng.randrange(len(letters) + 1)
        letters[at : at + rng.randrange(0, 200)] = rng.choice(["", " ", "7", "\n", "۔", "x" * 50])
    verdict(article("One", "".join(letters), "https://b.example.org/2"), article("Two", text_of(language)))


def test_a_very_long_text_costs_no_more_than_thirty_pages():
    rng = random.Random(1)
    long = " ".join(f"word{rng.randrange(5000)}" for _ in range(400_000))
    assert fingerprint(article("Long", long)) == fingerprint(article("Long", long[:60_000]))


def test_the_labelled_rows_are_told_apart():
    """A third of the shared rows, in memory; the whole through the store is tests/benchmarks/copies.py."""
    rows = Path(__file__).parents[2] / "shared" / "data" / "copies" / "dev.jsonl.gz"
    if not rows.exists():
        pytest.skip("no shared folder beside the checkout")
    lines = [json.loads(line) for line in gzip.decompress(rows.read_bytes()).splitlines()]
    lines = [line for line in lines if line["lang"] in ("th", "zh", "ja", "ko", "ar")]
    kept: list[Neighbour] = []
    wrong = 0
    truth: dict[int, str] = {}
    for number, line in enumerate(lines, 1):
        new = Article(line["url"], line["title"], line["text"])
        found = judge(fingerprint(new), kept, site=site(new.url))
        kept.append(stored(number, new, found.story_id))
        told = line["lang"] + line["label"]
        wrong += truth.setdefault(kept[-1].story_id, told) != told
        if line["kind"] == "series":
            assert found.relation == "original"
    assert wrong <= 0.02 * len(lines)
