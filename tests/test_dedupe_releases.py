"""Reports, announcements and releases of one house: alike, and not the same."""

from __future__ import annotations

from dataclasses import replace

import pytest
from copysamples import LANGUAGES, article, stored, stories, verdict
from dedupesamples import IMPRINT, MENU, OTHER_RELEASE, STORIES, TEASERS, UNRELATED, report, text_of
from tables import each

from crawler.dedupe import fingerprint, judge
from storage.records import Article

CONSENT = (
    "We use cookies and similar techniques to keep this site working, to measure how it is used and to show you "
    "advertising that fits your interests. By clicking on accept you agree; you can change your mind at any time."
)


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
