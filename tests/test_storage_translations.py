"""Translations in the store: found by what stays in them, joined to their story, and forgotten in time."""

from __future__ import annotations

from itertools import permutations

import pytest
from sqlalchemy import select
from storesamples import NOW, with_sources
from translationsamples import CELLAR, CLOSING, DAY, FLOOD, OPENING, saving, told

from storage import schema
from storage.articles import save as articles
from storage.database import Database
from storage.stories import translations
from storage.stories.postings import every
from storage.stories.translations import KEPT, LATE, MOST_HOLDERS, WINDOW, prune_anchors
from storage.upkeep import retention

NEXT_ZH = (  # of the same robot a week later, with what was counted at the fair, and what became of it
    "插秧机器人进入测试",
    "曾在芹苴Mekong Harvest Fair获奖的Paddystep插秧机器人开始在7家农场测试。它每天插秧4.6公顷，耗电1.9千瓦，是评委7月2日从17个国家的218台机器中选出的。\n"
    "Paddystep董事长Larkin Osborne说，3450份订单中已交付1325份，另有86份取消，公司为此拨出2740万美元，并在新厂招聘935人。",
)
CLOSING_ZH = (  # of the fair's last day: the same places and people, other figures
    "湄公河展闭幕",
    "在芹苴举行的Mekong Harvest Fair于7月5日闭幕，Paddystep和主办方表示，共有38200人参观。Larkin Osborne再次展示了机器人。\n"
    "下一届将于2027年6月30日开幕，新增9700平方米展厅，供144家新企业和26所学校使用，耗资1280万美元。",
)


def keys_held(db: Database) -> int:
    return db.read(lambda conn: len(list(every(conn, schema.anchor_blocks))))


def stored(db: Database, article_id: int):
    return db.read(
        lambda conn: conn.execute(select(schema.articles).where(schema.articles.c.id == article_id)).one()
    )


def test_a_release_in_four_languages_is_one_story_with_reasons(db):
    saved = [db.call(saving(told(language))) for language in OPENING]
    assert {s.story_id for s in saved} == {saved[0].story_id}
    assert [s.relation for s in saved] == ["original", "translated", "translated", "translated"]
    row = stored(db, saved[1].article_id)
    assert row.copy_of == saved[0].article_id
    assert 0.7 <= row.similarity <= 1
    assert row.reasons[0].startswith("numbers 4.6, 1.9, 218, 17, 3450, 61.2 million")
    assert "date 07-02" in row.reasons
    assert any(reason.startswith("names ") and "Paddystep" in reason for reason in row.reasons)
    assert stored(db, saved[0].article_id).reasons is None


@pytest.mark.parametrize("order", list(permutations(["en", "th", "ru"])))
def test_which_language_comes_first_makes_no_difference(tmp_path, order):
    with Database(f"sqlite:///{tmp_path / 'store.db'}") as db:
        with_sources(db)
        assert len({db.call(saving(told(language))).story_id for language in order}) == 1


def test_a_second_release_of_the_same_event_is_a_story_of_its_own(db):
    first = db.call(saving(told("th")))
    second = db.call(saving(told("en", CLOSING)))
    assert second.relation == "original"
    assert second.story_id != first.story_id


def test_a_release_that_counts_nothing_is_known_by_its_names(db):
    first = db.call(saving(told("en", FLOOD["en"])))
    second = db.call(saving(told("ru", FLOOD["ru"])))
    assert (second.relation, second.story_id) == ("translated", first.story_id)
    assert any("Wintergate" in reason for reason in stored(db, second.article_id).reasons)


def test_the_same_names_in_a_text_that_counts_are_another_release(db):
    db.call(saving(told("en", FLOOD["en"])))
    assert db.call(saving(told("de", CELLAR))).relation == "original"


def test_a_copy_of_a_translation_is_in_the_story_by_copy(db):
    first = db.call(saving(told("en")))
    db.call(saving(told("th")))
    copy = db.call(saving(told("th", url="http://other.example/th")))
    assert (copy.relation, copy.story_id) == ("exact", first.story_id)


def test_the_same_language_is_the_copies_business(db):
    db.call(saving(told("en")))
    title, text = OPENING["en"]
    other = " ".join(reversed(text.split(" ")))
    assert db.call(saving(told("en", (title, other + ".")))).relation == "original"


def test_a_text_of_unknown_language_is_translated_by_nobody(db):
    db.call(saving(told("en")))
    title, text = OPENING["zh"]
    unknown = told("zh", url="http://x.example/1")
    unknown = type(unknown)(unknown.url, title, text, published_at=NOW)
    assert db.call(saving(unknown)).relation == "original"


def test_texts_that_say_nothing_that_stays_are_never_joined(db):
    db.call(
        saving(told("en", ("Spring", "The rivers were high and the frogs sang all night in the reeds. " * 6)))
    )
    said = db.call(
        saving(told("de", ("Frühling", "die flüsse waren hoch und die frösche sangen im schilf. " * 6)))
    )
    assert said.relation == "original"
    assert keys_held(db) == 0


def test_what_was_told_long_before_or_after_is_another_text(db):
    first = db.call(saving(told("en")))
    late = told("th", published_at=NOW + LATE + DAY)
    assert db.call(saving(late)).relation == "original"
    stored_late = told("ru", published_at=NOW + LATE + DAY, url="http://ru.example/2")
    found = db.call(saving(stored_late, now=NOW + LATE + DAY))
    assert (found.relation, found.story_id == first.story_id) == ("translated", False)


def test_a_feature_that_waits_for_its_page_is_translated_a_week_later(db):
    first = db.call(saving(told("en")))
    late = told("ru", published_at=NOW + WINDOW + 3 * DAY)
    assert db.call(saving(late, now=NOW + WINDOW + 3 * DAY)).story_id == first.story_id


def test_what_comes_a_week_later_with_figures_of_its_own_is_a_later_step(db):
    db.call(saving(told("en")))
    for text in (CLOSING_ZH, NEXT_ZH):
        later = told("zh", text, published_at=NOW + WINDOW + 3 * DAY, url=f"http://zh.example/{text[0]}")
        assert db.call(saving(later, now=NOW + WINDOW + 3 * DAY)).relation == "original"


def test_a_fair_of_a_fortnight_later_with_the_same_programme_is_the_next_one(db):
    """Same prize, same numbers, same people, in another town, as who tours with a fair repeats them."""
    first = db.call(saving(told("en")))
    assert db.call(saving(told("th"))).story_id == first.story_id
    touring = OPENING["ru"][0], OPENING["ru"][1].replace("в Кантхо", "в Кратьэ").replace("2 июля", "16 июля")
    again = told("ru", touring, published_at=NOW + 14 * DAY)
    assert db.call(saving(again, now=NOW + 14 * DAY)).relation == "original"


def test_what_shares_a_few_keys_is_no_translation_a_week_later(db):
    db.call(saving(told("en", FLOOD["en"])))
    late = told("ru", FLOOD["ru"], published_at=NOW + WINDOW + DAY)
    assert db.call(saving(late, now=NOW + WINDOW + DAY)).relation == "original"


def test_stories_that_exist_already_do_not_grow_together(db):
    """The Thai and the Russian text arrive cut so that neither tells the other; the English one joins the better."""
    half = {
        language: (title, text.partition("\n")[2 * n])
        for n, (language, (title, text)) in enumerate(
            item for item in OPENING.items() if item[0] in ("th", "ru")
        )
    }
    first, second = (db.call(saving(told(language, text))) for language, text in half.items())
    assert first.story_id != second.story_id
    third = db.call(saving(told("en")))
    assert third.story_id in (first.story_id, second.story_id)
    counted = {s.id: s.articles for s in db.read(articles.list_stories)}
    assert sorted(counted.values()) == [1, 2]


def found_by(db: Database, article_id: int) -> set[int]:
    return db.read(lambda conn: {key for key, of in every(conn, schema.anchor_blocks) if of == article_id})


def test_an_edited_text_is_found_by_its_translations_and_stays_in_its_story(db):
    first = db.call(saving(told("en", FLOOD["en"], url="http://a.example/1")))
    other = db.call(saving(told("en", CLOSING)))
    kept = found_by(db, other.article_id)
    edited = saving(told("en", url="http://a.example/1"))
    assert db.call(edited).outcome == "updated"
    assert found_by(db, first.article_id) == set(edited.keywords["fingerprint"].anchor_keys)
    assert found_by(db, other.article_id) == kept
    told_now, told_before = db.call(saving(told("th"))), db.call(saving(told("ru", FLOOD["ru"])))
    assert (told_now.relation, told_now.story_id) == ("translated", first.story_id)
    assert told_now.copy_of == first.article_id
    assert told_before.relation == "original"  # nobody tells that any more
    row = stored(db, first.article_id)
    assert (row.relation, row.story_id, row.version) == ("original", first.story_id, 2)


def test_a_translation_whose_text_becomes_another_stays_where_it_was(db):
    first = db.call(saving(told("en")))
    second = db.call(saving(told("th", url="http://a.example/2")))
    db.call(saving(told("th", CLOSING, url="http://a.example/2")))
    row = stored(db, second.article_id)
    assert (row.relation, row.story_id, row.copy_of) == ("translated", first.story_id, first.article_id)


def test_an_edit_that_adds_a_line_keeps_the_keys_that_both_texts_have(db):
    title, text = OPENING["en"]
    first = db.call(saving(told("en", url="http://a.example/1")))
    before = found_by(db, first.article_id)
    longer = saving(
        told("en", (title, text + " The 7,777 guests of Norwick stayed."), url="http://a.example/1")
    )
    db.call(longer)
    after = found_by(db, first.article_id)
    assert after == set(longer.keywords["fingerprint"].anchor_keys)
    assert before & after
    assert after - before


def test_a_text_that_is_edited_down_to_nothing_is_found_by_nothing(db):
    first = db.call(saving(told("en", url="http://a.example/1")))
    db.call(saving(told("en", ("Gone", "Nothing here."), url="http://a.example/1")))
    assert found_by(db, first.article_id) == set()


def test_an_edited_text_takes_no_key_that_tells_nothing(db):
    edited = saving(told("en", url="http://a.example/1"))
    common = edited.keywords["fingerprint"].anchor_keys[0]
    first = db.call(saving(told("en", FLOOD["en"], url="http://a.example/1")))
    for number in range(MOST_HOLDERS + 1):
        db.call(lambda conn, n=number: translations.keep_anchors(conn, n + 1000, (common,)))
    db.call(edited)
    assert found_by(db, first.article_id) == {*edited.keywords["fingerprint"].anchor_keys} - {common}


def test_a_key_that_many_texts_of_the_week_hold_tells_nothing_and_is_kept_no_more(db):
    for number in range(MOST_HOLDERS + 4):
        db.call(lambda conn, n=number: translations.keep_anchors(conn, n + 1000, (77,)))
    of = told("en")
    held = saving(of).keywords["fingerprint"]
    fingerprint = type(held)(
        **{name: getattr(held, name) for name in held.__slots__} | {"anchor_keys": (77, 78)}
    )
    db.call(saving(told("th")))
    found = db.read(lambda conn: translations.look_for(conn, fingerprint, NOW, NOW))
    assert found.free == (78,)
    assert found.neighbours == ()


def test_keys_of_old_articles_are_dropped_slice_by_slice(db, monkeypatch):
    monkeypatch.setattr(translations, "SLICES", 6)
    db.call(saving(told("en")))
    db.call(saving(told("zh", CLOSING), now=NOW + KEPT))
    kept = len(saving(told("zh", CLOSING)).keywords["fingerprint"].anchor_keys)
    assert keys_held(db) > kept
    hour = DAY / 24
    dropped = [db.call(prune_anchors, NOW + KEPT + hour * (n + 1)) for n in range(6)]
    assert max(dropped) < sum(dropped)
    assert keys_held(db) == kept
    assert "anchor_keys" in db.call(retention.prune, NOW)


def test_whoever_prunes_once_a_day_forgets_every_key_in_time(db, monkeypatch):
    monkeypatch.setattr(translations, "SLICES", 64)  # a day's 24 hours meet a few of them only
    db.call(saving(told("en")))
    assert keys_held(db) > 10
    for day in range(4):
        db.call(prune_anchors, NOW + KEPT + DAY * (day + 1))
        db.call(prune_anchors, NOW + KEPT + DAY * (day + 1))  # at once again: nothing to do
    assert keys_held(db) == 0


def test_an_empty_store_has_nothing_to_drop(db):
    assert db.call(prune_anchors, NOW) == 0
