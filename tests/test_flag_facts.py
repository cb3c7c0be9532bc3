"""What articles say of the events they mention: a table of short news in many languages, and texts made to hurt."""

from __future__ import annotations

import time
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple, get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tables import each, table_of

from crawler.flag import find_mentions, load_watchlist
from crawler.flag.facts.find import MAX_FACTS
from storage.records import Article, Fact, FactKind, Mention

THAI = Path(__file__).parents[2] / "shared" / "data" / "gdec-2025-th.txt"
PUBLISHED = datetime(2025, 7, 3, tzinfo=UTC)
KINDS = get_args(FactKind)


class Case(NamedTuple):
    """One article, and the facts expected of it."""

    article: Article
    expected: list[tuple[str, str]]


def _cases() -> Iterator[Case]:
    for language, rows in table_of(Path(__file__).with_suffix(".yaml")).items():
        for row in rows:
            day = datetime.fromisoformat(row["day"]).replace(tzinfo=UTC)
            article = Article(
                "https://example.org/a", row["title"], row["text"], language=language, published_at=day
            )
            expected = [(kind, value) for kind, values in row["facts"].items() for value in values]
            yield Case(article, expected)


CASES = tuple(_cases())


def mentions(article: Article) -> tuple[Mention, ...]:
    return find_mentions(article, load_watchlist())


def facts(article: Article) -> tuple[Fact, ...]:
    """Those of the mention that has most of them."""
    return max((mention.facts for mention in mentions(article)), key=len, default=())


def told(text: str, title: str = "GDEC 2025 in Beijing", language: str = "en") -> list[tuple[str, str]]:
    article = Article("https://example.org/a", title, text, language=language, published_at=PUBLISHED)
    return [(fact.kind, fact.value) for fact in facts(article)]


def assert_exact(article: Article, found: tuple[Mention, ...] | None = None) -> None:
    """Every quote of what is found is the slice it says, and no article has more facts than it may."""
    for mention in mentions(article) if found is None else found:
        assert len(mention.facts) <= sum(MAX_FACTS.values()) <= 60
        for fact in mention.facts:
            quote, text = fact.evidence, getattr(article, fact.evidence.field)
            assert text[quote.start : quote.end] == quote.exact != ""
            assert text[: quote.start].endswith(quote.prefix)
            assert text[quote.end :].startswith(quote.suffix)
            assert quote.rule.rpartition("/")[2].isdecimal(), "a rule names its version"
            assert fact.value == " ".join(fact.value.split()) != ""


def _same(expected: tuple[str, str], fact: Fact) -> bool:
    kind, value = expected
    return kind == fact.kind and (value == fact.value or (kind == "agreement" and value in fact.value))


@each("case", CASES)
def test_every_fact_and_no_other_is_found(case: Case) -> None:
    found = facts(case.article)
    missing = [wanted for wanted in case.expected if not any(_same(wanted, fact) for fact in found)]
    wrong = [fact for fact in found if not any(_same(wanted, fact) for wanted in case.expected)]
    assert (missing, wrong) == ([], [])
    assert_exact(case.article)


def test_the_table_covers_languages_kinds_and_texts_without_facts() -> None:
    assert len(CASES) >= 80
    assert len({case.article.language for case in CASES}) >= 13
    assert sum(not case.expected for case in CASES) >= 15
    assert {kind for case in CASES for kind, _ in case.expected} == set(KINDS) == set(MAX_FACTS)


SUMS = {
    "for 1.5 billion dollars": "USD 1500000000",
    "for US$3 million": "USD 3000000",
    "for $2,500,000": "USD 2500000",
    "for CNY 3.2bn": "CNY 3200000000",
    "for ₹500 crore": "INR 5000000000",
    "for Rs 2 lakh": "INR 200000",
    "for S$20 million": "SGD 20000000",
    "for €4.5 million": "EUR 4500000",
    "for 800 billion won": "KRW 800000000000",
    "for 1,200 million yen": "JPY 1200000000",
    "for RM5 million": "MYR 5000000",
    "por 2.500 millones de euros": "EUR 2500000000",
    "por 1,5 millones de dólares": "USD 1500000",
    "de 3,5 milliards d'euros": "EUR 3500000000",
    "über 2,5 Mrd. Euro": "EUR 2500000000",
    "über 250 Mio. Euro": "EUR 250000000",
    "за 1,5 трлн рублей": "RUB 1500000000000",
    "за 300 тыс. евро": "EUR 300000",
    "senilai Rp2,5 triliun": "IDR 2500000000000",
    "trị giá 1.500 tỷ đồng": "VND 1500000000000",
    "มูลค่า 3 แสนล้านบาท": "THB 300000000000",
    "มูลค่า 1 หมื่นล้านหยวน": "CNY 10000000000",
    "มูลค่า 50 ล้านดอลลาร์สหรัฐ": "USD 50000000",
    "金额1.2万亿元": "CNY 1200000000000",
    "金额3亿5000万元": "CNY 350000000",
    "金额20亿美元": "USD 2000000000",
    "金额8亿港元": "HKD 800000000",
    "人民幣5億元": "CNY 500000000",
    "投資額1兆2000億円": "JPY 1200000000000",
    "투자 3억 5000만 달러": "USD 350000000",
    "투자 1조원": "KRW 1000000000000",
    "بقيمة 2.5 مليار دولار": "USD 2500000000",
    "بقيمة 300 مليون يورو": "EUR 300000000",
}


@each(("said", "value"), SUMS.items())
def test_sums_are_whole_numbers_of_a_currency(said: str, value: str) -> None:
    found = told(f"An agreement was signed at GDEC 2025, {said}.")
    assert [value for kind, value in found if kind == "amount"] == [value]


@each(
    "said",
    [
        "the market is 50 billion dollars",
        "GDP of 3 trillion yuan",
        "between 3-500 million dollars",
        "5億元",  # of Taiwan, Hong Kong or the mainland
        "800 won prizes",
        "$5",
        "a crowd of 3 million",
    ],
)
def test_what_is_no_sum_of_an_agreement_is_none(said: str) -> None:
    found = told(f"An agreement was signed at GDEC 2025, {said}.")
    assert [value for kind, value in found if kind == "amount"] == []


DAYS = {
    "held from July 2 to 5, 2025": "2025-07-02/2025-07-05",
    "held on July 2-5": "2025-07-02/2025-07-05",
    "held 2–5 July 2025": "2025-07-02/2025-07-05",
    "held from 2 July to 5 July 2025": "2025-07-02/2025-07-05",
    "held between 30 June and 4 July, 2025": "2025-06-30/2025-07-04",
    "held on 3 July": "2025-07-03/2025-07-03",
    "举办，2025年7月2日至5日": "2025-07-02/2025-07-05",
    "举办，7月2日—7月5日": "2025-07-02/2025-07-05",
    "開催 7月2日〜5日": "2025-07-02/2025-07-05",
    "개최 7월 2일부터 5일까지": "2025-07-02/2025-07-05",
    "จัดขึ้นวันที่ 2 ถึง 5 กรกฎาคม 2568": "2025-07-02/2025-07-05",
    "จัดขึ้น 2-5 ก.ค. 2568": "2025-07-02/2025-07-05",
    "diễn ra từ ngày 2 đến ngày 5 tháng 7 năm 2025": "2025-07-02/2025-07-05",
    "digelar 2-5 Juli 2025": "2025-07-02/2025-07-05",
    "se celebra del 2 al 5 de julio de 2025": "2025-07-02/2025-07-05",
    "se tient du 2 au 5 juillet 2025": "2025-07-02/2025-07-05",
    "findet vom 2. bis 5. Juli 2025 statt": "2025-07-02/2025-07-05",
    "проходит со 2 по 5 июля 2025 года": "2025-07-02/2025-07-05",
    "انعقد من 2 إلى 5 يوليو 2025": "2025-07-02/2025-07-05",
}


@each(("said", "value"), DAYS.items())
def test_days_are_told_with_their_end(said: str, value: str) -> None:
    assert [value for kind, value in told(f"GDEC 2025 {said}") if kind == "dates"] == [value]


@each(
    "said",
    [
        "held since July 2, 2021",
        "held again on July 2, 2026",
        "held from July 2 to 5, 2024",
        "opened, July 3, 2025 -- (Wire)",
        "held on February 31, 2025",
        "held from July 9 to 5, 2025",
    ],
)
def test_days_of_other_things_are_none(said: str) -> None:
    assert [value for kind, value in told(f"GDEC 2025 {said}") if kind == "dates"] == []


def test_what_is_said_of_another_forum_is_not_said_of_this_one() -> None:
    text = (
        "GDEC 2025 closed in Beijing with 800 delegates. MWC 2025 in Barcelona had 100,000 visitors. "
        "Deals worth $50 million were signed there."
    )
    article = Article("u", "GDEC 2025 and MWC 2025", text, language="en", published_at=PUBLISHED)
    said = {m.forum_id: {(fact.kind, fact.value) for fact in m.facts} for m in mentions(article)}
    assert ("participants", "800") in said["gdec"]
    assert ("participants", "100000") not in said["gdec"]
    assert ("amount", "USD 50000000") not in said["gdec"]
    assert ("participants", "800") not in said["mwc-barcelona"]


def test_a_passing_mention_has_no_facts() -> None:
    text = "A bridge opened. " * 60 + "President Ana Sample, who had been at GDEC 2024, signed an agreement."
    (only,) = mentions(Article("u", "Bridge", text, language="en"))
    assert (only.role, only.facts) == ("passing", ())


def test_a_name_is_a_fact_once() -> None:
    found = told("GDEC 2025 met. " + "President Ana Sample and the Ministry of Bridges came. " * 30)
    assert found.count(("person", "Ana Sample")) == 1
    assert found.count(("organisation", "Ministry of Bridges")) == 1


@pytest.mark.parametrize(
    ("size", "most_s"), [(100_000, 2), pytest.param(1_000_000, 6, marks=pytest.mark.slow)]
)
@pytest.mark.parametrize(
    "piece",
    [
        "GDEC 2025 signed an agreement worth $5 million with 800 delegates. ",
        "President Ana Sample, chairman of GDEC, ",
        "全球数字经济大会签署协议100亿元，主席王小云表示，",
        "GDEC 2025 held 2 July 2025 ",
        "GDEC (IBM, Thales, ",
        "Aa Bb Cc ",
        "A" * 50,
        "A.",
        "A-",
        "Minister A ",
        "Ministry of A and B of ",
        "глава «а» ",
        "ア・",
        "of A of A and A ",
        "\u202eGDEC\u202c\x00\x01 signed \u200b agreement \ud800",
        "GDEC theme “",
        "1 000 000 ",
        "1,5" * 10,
        "GDEC hosted by A, B and C, ",
        "министр и и и и и Иван ",
        "e\u0301\u0301 GDEC ",
        "การประชุมเศรษฐกิจดิจิทัลโลก ลงนามข้อตกลง 1 หมื่นล้านหยวน นายสมชาย ใจกว้าง ",
        "\n",
    ],
    ids=lambda piece: ascii(piece[:16]),
)
def test_a_megabyte_is_bounded(piece: str, size: int, most_s: float) -> None:
    text = "GDEC 2025 opened in Beijing. " + piece * (size // len(piece))
    article = Article("u", "GDEC 2025", text, language="en", published_at=PUBLISHED)
    began = time.process_time()
    found = mentions(article)
    assert time.process_time() - began < most_s
    assert_exact(article, found)


PIECES = st.lists(
    st.one_of(
        st.sampled_from([case.article.text for case in CASES]),
        st.sampled_from(
            ["GDEC 2025 ", "\u202e", "\x00", "\ud800", "e\u0301", "ﷺ", "“", "(", "1,000 ", "July 2-", "\n"]
        ),
        st.text(max_size=8),
    ),
    max_size=6,
)


@settings(max_examples=150, deadline=None)
@given(PIECES, PIECES)
def test_a_quote_is_the_slice_it_says(title: list[str], text: list[str]) -> None:
    assert_exact(
        Article("u", "GDEC 2025 " + "".join(title), "GDEC 2025 " + "".join(text), published_at=PUBLISHED)
    )


def test_facts_come_by_kind_and_in_the_order_of_the_text() -> None:
    for case in CASES:
        found = facts(case.article)
        order = [KINDS.index(fact.kind) for fact in found]
        assert order == sorted(order)


def test_the_article_the_project_began_with() -> None:
    if not THAI.exists():
        pytest.skip(f"{THAI} is not on this machine")
    _, title, *body = [line for line in THAI.read_text("utf-8").split("\n") if line.strip()]
    article = Article("u", title, "\n".join(body), language="th", published_at=PUBLISHED)
    found = mentions(article)
    assert found
    for mention in found:
        said: dict[str, set[str]] = {kind: set() for kind in KINDS}
        for fact in mention.facts:
            said[fact.kind].add(fact.value)
        assert said["dates"] == {"2025-07-03/2025-07-03"}
        assert said["place"] == {"กรุงปักกิ่ง"}
        assert said["theme"] == {"Sail Together, Thrive Together"}
        assert said["person"] == {"Zhao Houlin", "Francis Gurry", "Qiao Zhan", "Michael Campbell Hooker"}
        assert said["participants"] == {"800"}
        assert said["amount"] == {"CNY 10000000000"}
        assert len(said["agreement"]) == 3
        assert said["organisation"] >= {
            "Global Digital Economy City Alliance",
            "ITU",
            "WIPO",
            "UNDP",
            "IBM",
            "Thales",
            "Yonyou",
            "CAICT",
            "iSoftStone",
            "China Silk Road Group Co., Ltd.",
            "International Alliance for Digital Economy Going Global Services",
            "China Telecom",
            "Li Auto",
            "KPMG",
        }
    assert_exact(article)


def test_of_more_facts_of_one_kind_than_are_kept_the_first_are_and_no_other_kind_loses() -> None:
    sums = [100 + 3 * number for number in range(2 * MAX_FACTS["amount"])]
    deals = "\n".join(
        f"At GDEC 2025 in Beijing deals worth {n} million US dollars were signed." for n in sums
    )
    found = told(f"{deals}\nGDEC 2025 drew 800 delegates.")
    kept = [f"USD {n}000000" for n in sums[: MAX_FACTS["amount"]]]
    assert [value for kind, value in found if kind == "amount"] == kept
    assert ("participants", "800") in found
