"""Which texts of one language are one text edited sentence by sentence, and which only quote the same people."""

from __future__ import annotations

from typing import Any

import pytest
from translationsamples import saving, told

from crawler.dedupe import anchored, anchors, fingerprint, judge
from storage.records import Neighbour

ORIGINAL = (
    "Tarnbeck orders 46 battery ferries",
    "The county of Tarnbeck will buy 46 battery ferries for 318 million crowns and take its last diesel boat out of service "
    "by 2031, the county council decided on Thursday evening.\n\n"
    "The yard at Morrow Head builds the hulls, and the cells come from Halvorsen Marine of Bergen. Each ferry carries 128 "
    "passengers and sails for 74 minutes before it has to be charged.\n\n"
    '"Nobody on these islands will miss the smell," said council leader Astrid Fenwick. She expects fares to rise by 2.4 per '
    "cent, less than half of what the operator had asked for.\n\n"
    "Fishermen fear that the charging piers take their berths. The county promised to build 35 new ones at Skerry Point "
    "before the first boat arrives.",
)
EDITED = (
    "County council votes for electric boats",
    "Tarnbeck county is to buy 46 battery ferries for 318 million crowns and will take the last of its diesel boats out of "
    "service by 2031, as the county council decided late on Thursday.\n\n"
    "Hulls are built by the yard at Morrow Head, while the cells will come from Halvorsen Marine of Bergen. Every ferry carries "
    "128 passengers and can sail for 74 minutes before having to be charged.\n\n"
    '"Nobody on these islands will miss the smell," council leader Astrid Fenwick said. Fares are expected to rise by 2.4 per '
    "cent, which is less than half of what the operator asked for.\n\n"
    "Fishermen are afraid that charging piers take their berths. The county has promised to build 35 new ones at Skerry Point "
    "before the first of the boats arrives.",
)
CHINESE = (
    "临江市采购渡轮",
    "临江市政府星期四晚间决定，斥资3.18亿元采购46艘电动渡轮，并计划在2031年之前让最后一艘柴油渡轮退出航线。\n\n"
    "船体由北湾船厂建造，电池由海源公司供应。每艘渡轮可以搭载128名乘客，充满一次电能够连续航行74分钟，航速达到每小时27公里。\n\n"
    "市交通局局长表示，票价预计上涨2.4%，还不到运营公司所要求涨幅的一半。渔民担心充电码头会占用泊位，市政府承诺在首艘渡轮到来之前新建350个泊位。",
)
CHINESE_EDITED = (
    "渡轮将全面电动化",
    "临江市政府星期四晚间作出决定，将斥资3.18亿元采购46艘电动渡轮，计划到2031年之前让最后一艘柴油渡轮退出航线。\n\n"
    "船体交由北湾船厂建造，电池则由海源公司供应。每艘渡轮能搭载128名乘客，充满一次电可连续航行74分钟，航速达每小时27公里。\n\n"
    "市交通局局长说，票价预计上涨2.4%，不到运营公司要求涨幅的一半。渔民担心充电码头占用泊位，市政府则承诺在首艘渡轮到来前新建350个泊位。",
)
# Another agency was there as well: the same people said the same, and it counts most of the same things.
OWN = (
    "Islands say goodbye to diesel",
    "Ferry passengers in the Tarnbeck isles have complained for years about fumes on deck. On Thursday they got their way, "
    "after a debate of five hours in a packed town hall.\n\n"
    '"Nobody on these islands will miss the smell," said council leader Astrid Fenwick. She expects fares to rise by 2.4 per '
    "cent, less than half of what the operator had asked for.\n\n"
    "The price is 318 million crowns. For that the taxpayer gets 46 vessels with batteries, made in part at Morrow Head, where "
    "128 welders had been on short time since spring.\n\n"
    "Fishermen fear that the charging piers take their berths. The county promised to build 35 new ones at Skerry Point "
    "before the first boat arrives.",
)
QUOTING = (
    OWN[0],
    "\n\n".join(OWN[1].split("\n\n")[i] for i in (1, 3, 0, 2)),
)  # and begins with what was said
# Two agencies had the same short release: all its figures in its order, and its only quote.
KOREAN = (
    "해원전지 3분기 매출 12% 증가",
    "해원전지는 6일 3분기 매출이 지난해 같은 기간보다 12.4% 늘어난 3180억원을 기록했다고 공시했다. 영업이익은 462억원이었다.\n\n"
    "여객선용 배터리 주문이 늘어난 덕분으로, 올해 들어 1280대를 납품했다.\n\n"
    "김해원 대표는 “연간 목표를 달성할 수 있을 것”이라고 말했다. 직원 수는 4350명이다.",
)
OTHER_KOREAN = (
    "배터리 주문에 웃은 해원전지",
    "여객선 배터리 수요가 해원전지 실적을 끌어올렸다. 6일 공시에 따르면 3분기 매출은 3180억원으로 1년 전보다 12.4% 많았고, "
    "영업이익은 462억원이었다.\n\n"
    "회사는 올해 배터리 1280대를 팔았다.\n\n"
    "김해원 대표는 “연간 목표를 달성할 수 있을 것”이라고 말했다. 해원전지에는 4350명이 일한다.",
)
# A paper on the coast begins with what happens there and leaves out the rest; few figures are left.
LINE = (
    "Coast line of Velmoor to be electric by 2031",
    "The county of Velmoor will string wires over the 62 kilometres of its coast line and retire the last diesel train by "
    "2031, the county council decided on Thursday evening.\n\n"
    '"The valley has waited for this since my grandmother was a girl," said council leader Astrid Fenwick, who had promised '
    "it before the election in Dunmore.\n\n"
    "The work costs 318 million crowns, of which Halvorsen Rail pays a part, and begins at Morrow Head in spring.\n\n"
    "Residents of Skerry Point fear for the 45 plane trees beside the line. The county has asked a gardener which of them can "
    "be saved.",
)
COAST = (
    "Plane trees of Skerry Point in doubt",
    "The 45 plane trees beside the line at Skerry Point may have to go, as residents fear: the last diesel train is to retire by "
    "2031, the county council decided on Thursday evening.\n\n"
    + "\n\n".join(LINE[1].split("\n\n")[i] for i in (2, 1))
    + " (dk/Kystnytt)",
)
# Two releases of one company: most of both is what it says of itself.
ITSELF = (
    "Quarrel Systems, founded in Tarnbeck by Mirela Oduya and Tobias Wexley, builds software for ports and serves 1,840 customers "
    "in 67 countries. It is owned by its staff. “Our customers ask for tools that hold,” said Mirela Oduya, chief executive of "
    "Quarrel Systems. “We build them slowly and keep them for decades, and we answer the phone ourselves when a crane stands "
    "still.” Tobias Wexley leads research with Ingrid Solberg in Halvmoor, where Quarrel Systems trains harbour pilots on "
    "screens, and in Brennick, where its older machines are kept in repair for ports that cannot buy new ones."
)
MAKER = "TARNBECK (Newswire) - Quarrel Systems, a maker of software for ports owned by its staff, announced today that it has "
OFFICE = (
    "Quarrel Systems opens an office in Lindmere",
    f"{MAKER}opened an office in Lindmere, from where it will look after harbours along the eastern coast. The office stands "
    f"beside the old customs house and will be led by a pilot who knows the fairway.\n\n{ITSELF}",
)
SIMULATOR = (
    "Quarrel Systems shows a simulator for tug crews",
    f"{MAKER}built a simulator for tug crews, which lets beginners practise in fog and ice. Schools may borrow it for a season, "
    f"and what crews do wrong is shown to them afterwards on a large table.\n\n{ITSELF}",
)
# The same form, filled in by another county.
FORM = (
    "Ellmoor orders 29 battery ferries",
    "The county of Ellmoor will buy 29 battery ferries for 205 million crowns and take its last diesel boat out of service "
    "by 2033, the county council decided on Thursday evening.\n\n"
    "The yard at Garrow Bay builds the hulls, and the cells come from Lindqvist Power of Malmö. Each ferry carries 96 "
    "passengers and sails for 58 minutes before it has to be charged.\n\n"
    '"We were the last county to burn oil," said council leader Edwin Marlowe. He expects fares to rise by 3.1 per '
    "cent, less than half of what the operator had asked for.\n\n"
    "Fishermen fear that the charging piers take their berths. The county promised to build 14 new ones at Dunmore Quay "
    "before the first boat arrives.",
)
SPEAKER = (
    "{name} speaks at the Tarnbeck Ferry Days",
    "{name}, {post}, will open the Tarnbeck Ferry Days on Thursday at 46 Harbour Street. The organisers expect 3,180 guests "
    "from 128 yards, and 74 firms have booked stands of 35 square metres each.\n\n"
    "{more} Tickets cost 240 crowns and are on sale until the last Monday of the month.",
)
SPEAKERS = (
    ("Astrid Fenwick", "who leads the county council", "Fenwick began as a deck hand and wrote two books on tides."),
    ("Edwin Marlowe", "head of research at Lindqvist Power", "Marlowe holds eleven patents and races small boats."),
)  # fmt: skip


def speaker(number: int) -> tuple[str, str]:
    name, post, more = SPEAKERS[number]
    title, text = SPEAKER
    return title.format(name=name), text.format(name=name, post=post, more=more)


def relation(db: Any, language: str, first: tuple[str, str], then: tuple[str, str]) -> str:
    """That of the second text, stored behind the first one."""
    db.call(saving(told(language, first, url="http://first.example/1")))
    return str(db.call(saving(told(language, then, url="http://then.example/2"))).relation)


@pytest.mark.parametrize(
    ("language", "first", "then"),
    [
        ("en", ORIGINAL, EDITED),
        ("en", EDITED, ORIGINAL),
        ("zh", CHINESE, CHINESE_EDITED),
        ("zh", CHINESE_EDITED, CHINESE),
    ],
)
def test_a_text_edited_sentence_by_sentence_is_a_copy(db, language, first, then):
    assert relation(db, language, first, then) == "near"


def test_a_day_that_the_paper_puts_to_it_speaks_not_against_a_copy(db):
    fewer = EDITED[1].replace("74 minutes", "more than an hour")
    dated = fewer.replace("late on Thursday", "late on Thursday (May 28)")
    assert relation(db, "en", ORIGINAL, (EDITED[0], dated)) == "near"


@pytest.mark.parametrize(("first", "then"), [(LINE, COAST), (COAST, LINE)])
def test_a_part_with_a_lead_of_its_own_is_a_copy_though_few_figures_are_left(db, first, then):
    assert relation(db, "en", first, then) == "near"


@pytest.mark.parametrize(("first", "then"), [(OFFICE, SIMULATOR), (SIMULATOR, OFFICE)])
def test_two_releases_that_share_what_a_company_says_of_itself_are_no_copies(db, first, then):
    assert relation(db, "en", first, then) != "near"


@pytest.mark.parametrize("then", [OWN, QUOTING, FORM])
@pytest.mark.parametrize("first", [ORIGINAL, EDITED])
def test_a_report_of_ones_own_and_another_text_by_the_same_form_are_none(db, first, then):
    assert relation(db, "en", first, then) == "original"


@pytest.mark.parametrize(("first", "then"), [(KOREAN, OTHER_KOREAN), (OTHER_KOREAN, KOREAN)])
def test_two_reports_of_one_short_release_are_two_stories(db, first, then):
    assert relation(db, "ko", first, then) == "original"


def test_two_speakers_of_one_event_are_two_stories(db):
    assert relation(db, "en", speaker(0), speaker(1)) == "original"


def test_an_edited_text_with_other_figures_is_another_text(db):
    title, text = EDITED
    changed = text.replace("46", "52").replace("318", "344").replace("128", "140").replace("74", "81")
    assert relation(db, "en", ORIGINAL, (title, changed)) == "original"


def test_an_edited_text_inside_a_longer_one_is_no_copy_of_that(db):
    title, text = FORM
    assert relation(db, "en", (title, text + "\n\n" + EDITED[1]), ORIGINAL) == "original"


def test_without_anchors_an_edited_text_is_told_from_its_original(db):
    first, then = told("en", ORIGINAL), told("en", EDITED)
    plain, known = fingerprint(first), anchored(fingerprint(then), anchors(then))
    neighbour = Neighbour(1, 1, "en", "first.example", first.published_at, plain)
    assert judge(known, [neighbour]).relation == "original"


RELEASE = (
    "Corvane shows the Plowmaster 4 at AgriNova",
    "Vandaag toont Corvane Machines op AgriNova de Plowmaster 4, de vierde generatie van zijn ploegrobot.\n"
    "De Plowmaster 4 bewerkt 23 hectare per dag en weegt 1.480 kilo, 35 procent minder dan zijn voorganger. De accu is ontwikkeld "
    "met Wageningen Robotics en gaat 17 uur mee.\n"
    '"Onze klanten vroegen om een robot die in de aanhanger past", zegt Femke Oosterveld van Corvane Machines. De Plowmaster 4 '
    "kost vanaf april 2.750 euro per maand.",
)
VISIT = (
    "An afternoon with the Plowmaster 4",
    "On a wet field behind the halls of AgriNova the Plowmaster 4 got stuck, and nobody from Corvane Machines seemed to mind. "
    "A farmer in rubber boots pushed it free.\n"
    "Femke Oosterveld of Corvane told me that they had planned for dry soil. Her engineers learnt at Wageningen Robotics "
    "that wheels slip long before tracks do, and a set of tracks is to follow next year.\n"
    "Rivals on the field next to it were quick to point at their own tracks. I would wait for the second model.",
)


ROUGHLY = (
    "Corvane shows plough robot at AgriNova",
    "Corvane Machines today presented the Plowmaster 4, the fourth generation of its ploughing robot, at AgriNova. It works "
    "23 hectares a day and is a third lighter than its predecessor. The battery was developed with Wageningen Robotics and "
    "lasts from early in the morning until late at night.\n"
    '"Our customers asked for a robot that fits in the trailer," said Femke Oosterveld of Corvane Machines. It can be hired by '
    "the month from next April.",
)


def translation(db: Any, first: tuple[str, str], then: tuple[str, str]) -> str:
    db.call(saving(told("nl", first, url="http://first.example/1")))
    return str(db.call(saving(told("en", then, url="http://then.example/2"))).relation)


def test_a_report_in_another_language_that_has_none_of_many_figures_is_no_translation(db):
    assert translation(db, RELEASE, VISIT) == "original"


def test_a_translation_that_leaves_out_most_figures_stays_one(db):
    assert translation(db, RELEASE, ROUGHLY) == "translated"


@pytest.mark.parametrize(
    ("last", "numbers"),
    [
        ("Fares rise by 318 crowns. (dk/Kystnytt)", ["46", "318"]),
        ("运价上涨318元。（海岸通讯社）", ["46", "318"]),
        ("Boat 318 at Morrow Head (Kystnytt)", ["46"]),
        ("(Boat 318)", ["46"]),
    ],
)
def test_who_wrote_it_may_stand_in_brackets_behind_the_last_sentence(last, numbers):
    text = f"The county of Tarnbeck will buy 46 battery ferries, the county council decided on Thursday evening.\n\n{last}"
    found = anchors(told("en", ("", text)))
    assert [anchor.shown for anchor in found.said if anchor.value & 7 == 0] == numbers
