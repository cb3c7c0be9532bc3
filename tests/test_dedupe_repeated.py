"""Texts that repeat the figures of another: a follow-up, an item, a form, the next country; each stays another story."""

from __future__ import annotations

from itertools import permutations

from test_dedupe_joins import stored

FERRY = (
    "Electric ferry to link Tarsø with the mainland from May",
    "The island council of Tarsø has ordered an electric ferry that will cross the sound in 34 minutes, it said on "
    "Tuesday. The vessel costs 21.5 million euros and carries 180 passengers and 46 cars.\n\n"
    "The yard in Velden will build the hull, while the batteries come from the start-up Norrcell. They weigh 27 tonnes "
    "and are charged at the quay in nine minutes.\n\n"
    '"We have waited for a quiet boat since our grandparents rowed across," said mayor Ingrid Solheim. The old diesel '
    "ferry, which dates from 1978, will be kept as a reserve for two winters.\n\n"
    "The operator expects to save 640 tonnes of diesel a year. Fares stay the same until the end of next year, the "
    "council decided.",
)
FERRY_IN_SHORT = (
    "Quiet crossing: island orders battery boat",
    "The island council of Tarsø has ordered an electric ferry for 21.5 million euros that will cross the sound in 34 "
    "minutes, the mayor said. It carries 180 passengers and 46 cars, and its batteries come from Norrcell.\n\n"
    '"We have waited for a quiet boat since our grandparents rowed across," Ingrid Solheim said.',
)
# what is news stands above a passage of the first report
FOLLOW_UP = (
    "Court stops ferry contract of Tarsø",
    "A court has suspended the contract for a new boat after a rival yard complained about the tender, a clerk "
    "confirmed on Friday. Judges want to hear both sides before the summer.\n\n"
    "The vessel costs 21.5 million euros and carries 180 passengers and 46 cars. The yard in Velden will build the hull, "
    "while the batteries come from the start-up Norrcell.",
)
# the same council said the same on one day to another desk
OWN_REPORT = (
    "Battery ferry for Tarsø costs 21.5 million euros",
    "Commuters on Tarsø can look forward to a shorter trip: a boat that runs on batteries is to take 34 minutes to the "
    "mainland. There will be room on it for 180 people and 46 cars, the municipality announced.\n\n"
    "Mayor Ingrid Solheim called it the largest purchase in the history of her island, at 21.5 million euros.",
)
ROUND_UP = (
    "Transport in brief: trams, a tunnel and a ferry",
    "The city of Brenna has opened a tram line of 14 stops to its university, at a cost of 310 million euros. Trains run "
    "every eight minutes.\n\nEngineers broke through the last metres of the Skarfjell tunnel, 7.4 kilometres long, on "
    "Monday morning.\n\n" + FERRY_IN_SHORT[1],
)
# one form for two towns: all that is counted is the same
NETWORK = (
    "Halbin gets fibre from Ostnet",
    "Ostnet starts to lay fibre in Halbin on Monday. Mayor Petra Wolnik and Jonas Adler of the works council turned the "
    "first spade on the square beside the Rosalin chapel.\n\n"
    "Up to 1,000 megabits a second cost 39 euros a month, and 47 streets are dug up within the year, a spokesman said. "
    "Whoever signs before the diggers come pays nothing for the line to the house.",
)
NETWORK_ELSEWHERE = (
    "Fibre: diggers come to Tesmar",
    "Ostnet starts to lay fibre in Tesmar on Monday, beside the Kaspar brewery of Milan Dubek. Up to 1,000 megabits a "
    "second cost 39 euros a month, and 47 streets are dug up within the year, a spokesman said.",
)


WORKS = (
    "Velden Steel closes its works in Orsk",
    "Velden Steel will close its works in Orsk, where 640 people run 2 furnaces and make 310,000 tonnes of steel a year, chief "
    "executive Anna Brandt said. The company lost 47 million euros there within 18 months. Power costs twice as much as in "
    "Spain, she said, and buyers in the car trade wait. Velden will keep its rolling mill in Kiruna and move orders to "
    "Bilbao. Workers get 14 months of pay.\n\n"
    "The mayor of Orsk, Lars Ek, said that the town had been built around the chimney. The union Metall wants to talk about "
    "other owners. Shares in Velden rose by 3.4 percent in Stockholm.",
)
# they count nothing new, and name nobody new
MARCH = (
    "Thousands march in Orsk against closing of works",
    "Thousands have marched through Orsk because Velden Steel will close its works in Orsk, where 640 people run 2 furnaces "
    "and make 310,000 tonnes of steel a year. They carried candles and helmets. The company lost 47 million euros there "
    "within 18 months, chief executive Anna Brandt said. Mayor Lars Ek walked in front.",
)
PURCHASE = (
    "Lumo buys map maker Terrain for 310 million dollars",
    "Lumo, the maker of the sports watch, buys Terrain, a maker of maps for hikers, for 310 million dollars in cash. Terrain "
    "of Boulder has 94 employees and 7.2 million users in 38 countries. Lumo's chief Dana Whitlock said that watches without "
    "maps were jewellery. The deal is to close within 4 months, and Terrain's founder Hugo Salas stays for 3 years.\n\n"
    "The company was founded in a garage in 2014 and made its first profit last year, of 6.4 million dollars. Garmin and "
    "Coros sell maps of their own. Analysts of Piper said that Lumo had paid a lot.",
)
DROPPED = (
    "Lumo drops Terrain",
    "Lumo, the maker of the sports watch, no longer wants to buy Terrain, a maker of maps for hikers, for 310 million dollars "
    "in cash. Terrain of Boulder has 94 employees and 7.2 million users in 38 countries. Lumo's chief Dana Whitlock said she "
    "was sorry. Hugo Salas declined to comment.",
)


def test_what_repeats_a_passage_or_tells_of_the_same_on_its_own_stays_another_story(tmp_path):
    joined = set()
    for name, first, second in (
        ("follow-up", FERRY, FOLLOW_UP),
        ("report of another desk", FERRY, OWN_REPORT),
        ("item of a round-up", FERRY, ROUND_UP),
        ("one form for two towns", NETWORK, NETWORK_ELSEWHERE),
        ("what people did about it", WORKS, MARCH),
        ("what became of a deal", PURCHASE, DROPPED),
    ):
        for order in permutations((("en", first), ("en", second))):
            if len({a.story_id for a in stored(tmp_path, order)}) == 1:
                joined.add(name)
    assert not joined


# two days later, in the country next to it
RECALL = (
    "Kestrel rappelle 47.000 fourgons en Grande-Bretagne",
    "Kestrel rappelle 47.000 fourgons Porter en Grande-Bretagne parce que leurs freins peuvent lâcher au froid, a annoncé "
    "mercredi l'agence des transports à Swansea. 12 personnes ont été blessées. La réparation, gratuite, prend 90 minutes. La "
    "pièce vient de Denso-Hartl. La porte-parole Judy Marsh a dit que les fourgons construits depuis mai 2023 sont sûrs.",
)
RECALL_NEXT_DOOR = (
    "Kestrel recalls vans in Ireland, too",
    "Kestrel is calling back 6,300 vans of the Porter line in Ireland because their brakes may fail in the cold, the road "
    "authority in Ballina said on Friday. 12 people were hurt in Britain, where 47,000 vans were called back. Owners get a "
    "free repair that takes 90 minutes. The part comes from Denso-Hartl.",
)
RECALL_IN_ENGLISH = (
    "Kestrel calls back 47,000 vans in Britain",
    "Kestrel is calling back 47,000 Porter vans in Britain because their brakes may fail in the cold, the transport agency in "
    "Swansea said on Wednesday. 12 people were hurt. The repair takes 90 minutes and is free. The part comes from Denso-Hartl, "
    "and vans built since May 2023 are sound, spokeswoman Judy Marsh said.",
)


def test_what_came_of_it_next_door_on_another_day_is_no_translation(tmp_path):
    for text, stories in ((RECALL_NEXT_DOOR, {1, 2}), (RECALL_IN_ENGLISH, {1})):
        for order in permutations((("fr", RECALL), ("en", text))):
            assert {a.story_id for a in stored(tmp_path, order)} == stories, text[0]
