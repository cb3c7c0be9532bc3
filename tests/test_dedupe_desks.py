"""What a desk puts in its own way in a copy, and which signs end a sentence: neither makes another text."""

from __future__ import annotations

from storesamples import NOW
from translationsamples import told

from crawler.dedupe import fingerprint, judge
from crawler.dedupe.figures import contradict
from storage.records import Neighbour


def test_a_day_with_its_month_is_the_same_day_without_it():
    text = "港湾数据大会%s在白鹭湾开幕，来自三十四国的厂商参展，规模为历年最大，主办方请来四位院士致辞，并设立海水冷却专区。"
    with_month, alone, later = (
        fingerprint(told("zh", ("港湾数据大会开幕", text % day))).numbers
        for day in ("6月2日", "2日", "7月3日")
    )
    assert not contradict(with_month, alone, retitled=True)
    assert contradict(with_month, later, retitled=True)


PORTAL = (
    "A fault at the hosting firm Orwick took the ticket desks of eleven harbours offline for nearly four hours on Thursday, the "
    "firm said.\nIt began at {} when a router in Velmoor lost its table, and everything was restored at {}, according to "
    'Orwick.\n"We had a plan for storms and none for routers," said its head of networks, Lena Hartog. Some sixty ferries left '
    "late, and passengers of the night boat slept in the hall.\nOrwick will pay for their breakfast, she said."
)


def test_hours_of_a_zone_may_be_those_of_the_readers_in_a_copy():
    wire, paper, monday = (
        fingerprint(told("en", (title, PORTAL.format(*hours))))
        for title, hours in (
            ("Fault at Orwick halts ferries", ("0742 GMT", "1129 GMT")),
            ("Night boat sleeps in the hall", ("8.42am", "12.29pm")),
            ("Fault at Orwick halts ferries", ("7.42", "11.29")),
        )
    )
    other = fingerprint(told("en", ("Fault at Orwick halts ferries", PORTAL.format("8.15", "12.02"))))
    assert judge(paper, [Neighbour(1, 1, "en", None, NOW, wire)]).relation == "near"
    assert judge(other, [Neighbour(1, 1, "en", None, NOW, monday)]).relation == "original"


SHORT = {  # a paragraph in each script, shorter than one that needs no full stop
    "hy": "Ընկերությունը երկուշաբթի օրը բացեց նոր կենտրոնը Գյումրիում։",
    "am": "ኩባንያው ሰኞ ዕለት አዲሱን የመረጃ ማዕከል በባሕር ዳር ከተማ ከፈተ።",
    "my": "ကုမ္ပဏီသည် တနင်္လာနေ့က ဒေတာစင်တာအသစ်ကို ဖွင့်လှစ်ခဲ့သည်။",
    "km": "ក្រុមហ៊ុនបានបើកមជ្ឈមណ្ឌលទិន្នន័យថ្មីនៅថ្ងៃចន្ទ៕",
}


def test_a_short_paragraph_that_ends_with_a_full_stop_of_its_script_is_prose():
    lost = []
    for language, sentence in SHORT.items():
        assert len(sentence) < 60
        text = "\n".join([sentence, "word " * 40 + ".", sentence[::-1] + sentence[-1]])
        prose = fingerprint(told(language, ("-", text))).length
        whole = fingerprint(told(language, ("-", text.replace("\n", " ")))).length
        if prose != whole:
            lost.append((language, prose, whole))
    assert not lost
