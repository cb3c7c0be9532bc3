"""Sums in readers' own money, and numbers that look like years: what only one desk writes so parts no translation."""

from __future__ import annotations

from itertools import permutations
from pathlib import Path

from storesamples import with_sources
from translationsamples import saving, told

from crawler.dedupe.anchors import NAME, NUMBER, RENDERED, YEAR, anchors, kind_of
from storage.articles import save as articles
from storage.database import Database
from storage.records import Article

CONVERTED = (  # a text, what it counts, what of it is only said again
    ("fr", "une amende de cinq dinars (environ 6,50 euros) par jour", [], ["6.5"]),
    ("en", "a fee of nine dinars (about $12.70) a day", [], ["12.7"]),
    ("ru", "штраф в десять тенге (около 18 долларов)", [], ["18"]),
    ("pl", "kosztuje 1850 hrywien, czyli ok. 155 zł, i waży 44 kg", ["1850", "44"], ["155"]),
    ("nl", "haalde 640.000 rand, zo'n 31.000 euro, op", ["640000"], ["31000"]),
    ("fr", "vendu 312 000 francs, soit 327 600 euros, hier", ["312000"], ["327600"]),
    ("ru", "получил 640 тысяч рублей, или около 8100 долларов", ["640000"], ["8100"]),
    ("de", "kostet 12.000 Lira – rund 250 Euro – je Gerät", ["12000"], ["250"]),
    ("en", "paid 1.2 billion yuan ($169 million) for it", ["1.2 billion"], ["169 million"]),
)
OTHER_SUMS = (
    ("de", "zahlten 640 Euro, 700 Dollar und 810 Franken", ["640", "700", "810"]),
    ("en", "paid 640 euros, and 700 dollars more", ["640", "700"]),
    ("en", "for 640 euros, about 700 euros with the case", ["640", "700"]),
    ("en", "in five tents (47 in all) they slept", ["47"]),
    ("en", "earned 64.2 million euros, lost 71.3 million dollars", ["64.2 million", "71.3 million"]),
    ("de", "nahm 640 Euro ein, verlor rund 700 Dollar", ["640", "700"]),
    ("es", "ganó 640 euros, frente a 612 dólares", ["640", "612"]),
    ("en", "oil cost 82.4 dollars, gold rose to 3,120 euros", ["82.4", "3120"]),
    ("ru", "подорожали доллар (78,4 рубля) и евро (91,2 рубля)", ["78.4", "91.2"]),
    ("en", "the euro ($1.08) and the pound ($1.27) fell", ["1.08", "1.27"]),
    ("fr", "les billets (35 euros) se vendent", ["35"]),
    ("en", "the robots sold for dinars (47 of them) came back", ["47"]),
)
RAND = (
    ("en", "raised R640 000 in a week", ["640000"], []),
    ("en", "a R1,250,000 grant", ["1.25 million"], []),
    ("en", "worth R2.5 billion in all", ["2.5 billion"], []),
    ("en", "cost R17.5m to build", ["17.5 million"], []),
    ("af", "het R640 000 ingesamel", ["640000"], []),
    ("en", "with a Radeon R9 280X inside", [], ["Radeon"]),
    ("de", "mit dem Werkzeug R640 geschnitten", [], ["R640", "Werkzeug"]),
)


def _said(language: str, text: str, kind: int) -> list[str]:
    said = anchors(Article("http://a.example/1", "", text + ".", language=language)).said
    return [anchor.shown for anchor in said if kind_of(anchor.value) == kind]


def test_a_sum_that_says_another_one_again_is_not_counted():
    found = [
        (text, _said(language, text, NUMBER), _said(language, text, RENDERED), wanted, again)
        for language, text, wanted, again in CONVERTED
    ]
    assert not [row for row in found if row[1:3] != row[3:]]


def test_two_sums_and_a_number_in_brackets_are_counted():
    found = [(text, _said(language, text, NUMBER), wanted) for language, text, wanted in OTHER_SUMS]
    assert not [row for row in found if row[1] != row[2]]


def test_the_sign_of_the_rand_makes_a_sum_and_no_name():
    found = [
        (text, _said(language, text, NUMBER), sorted(_said(language, text, NAME)), wanted, names)
        for language, text, wanted, names in RAND
    ]
    assert not [row for row in found if row[1:3] != row[3:]]


def stored(folder: Path, rows: list[tuple[str, tuple[str, str]]]) -> list[int]:
    folder.mkdir()
    with Database(f"sqlite:///{folder}/a.db") as db:
        with_sources(db)
        for n, (language, text) in enumerate(rows):
            db.call(saving(told(language, text, url=f"http://{n}.example/{n}")))
        found = sorted(db.read(articles.list_articles), key=lambda article: article.id)
    return [article.story_id for article in found]


BEES = {  # one counts 1850 leva and 1,920 hives, the next ones write them as they write a year
    "en": (
        "Beekeepers of Sokolica listen to hives by phone",
        "Beekeepers in Sokolica hang old phones in their hives to hear when a swarm is about to leave. The program tells "
        "nine moods of bees. It was trained for ninety days on the humming of 1,920 hives.\n"
        '"A queen that wants to go makes a sound like a trumpet," said Dobrin Stankov, who leads the project. A set with a '
        "solar panel costs 1,850 leva, and 74 are sold.",
    ),
    "fi": (
        "Vanhat puhelimet kuuntelevat mehiläisiä",
        "Sokolican mehiläistarhaajat ripustavat vanhoja puhelimia pesiin kuullakseen, milloin parvi aikoo lähteä. Ohjelma "
        "erottaa yhdeksän mielialaa. Se on oppinut yhdeksässäkymmenessä päivässä surinasta 1920 pesässä.\n"
        "”Kuningatar, joka haluaa lähteä, soi kuin trumpetti”, sanoi hanketta johtava Dobrin Stankov. Sarja aurinkopaneelin "
        "kanssa maksaa 1850 levaa, ja niitä on myyty kaksikymmentä.",
    ),
}
LATER = (  # of the same people, founded in 1920 and 1850
    "en",
    (
        "Honey of Sokolica goes to Japan",
        "The dairy of Sokolica, founded in 1850, and its school of 1920 send honey to Osaka this summer. Dobrin Stankov "
        "packed 640 jars in straw.\nHe expects 31 tonnes, after 22 in the wet year before, and wants to hire a cook. The "
        "mayor came with a band, and a bus brought 58 guests from Plovdiv.",
    ),
)


def test_a_number_that_looks_like_a_year_is_the_one_with_a_comma(tmp_path):
    assert _said("fi", BEES["fi"][1], YEAR) == ["1920", "1850"]
    assert not _said("en", BEES["en"][1], YEAR)
    rows = [*BEES.items(), LATER]
    for n, order in enumerate(permutations(range(3))):
        found = dict(zip(order, stored(tmp_path / str(n), [rows[i] for i in order]), strict=True))
        assert found[0] == found[1] != found[2]
