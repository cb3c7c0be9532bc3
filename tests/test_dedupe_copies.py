"""Which texts tell the same: copies however they were dressed and cut, and what only looks like one."""

from __future__ import annotations

import gzip
import json
import random
from dataclasses import replace
from pathlib import Path

import pytest
from copysamples import LANGUAGES, article, stored, stories, verdict
from dedupesamples import IMPRINT, MENU, OTHER_RELEASE, STORIES, TEASERS, UNRELATED, text_of
from tables import each

from crawler.dedupe import fingerprint, judge, site
from crawler.dedupe.copies import SHORT_LETTERS
from storage.records import Article, Neighbour, Verdict


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
