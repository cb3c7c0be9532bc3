"""An article told in short by a desk that kept part of its wording: what is joined by it, and what is not."""

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
FERRY_IN_GERMAN = (
    "Elektrofähre verbindet Tarsø ab Mai mit dem Festland",
    "Der Inselrat von Tarsø hat eine Elektrofähre bestellt, die den Sund in 34 Minuten überquert, wie er am Dienstag "
    "mitteilte. Das Schiff kostet 21,5 Millionen Euro und fasst 180 Passagiere und 46 Autos.\n\n"
    "Die Werft in Velden baut den Rumpf, die Batterien liefert das Start-up Norrcell. Sie wiegen 27 Tonnen und werden "
    "am Kai in neun Minuten geladen.\n\n"
    "„Auf ein leises Boot warten wir, seit unsere Großeltern hinüberruderten“, sagte Bürgermeisterin Ingrid Solheim. "
    "Die alte Dieselfähre von 1978 bleibt zwei Winter lang als Reserve.\n\n"
    "Der Betreiber rechnet damit, 640 Tonnen Diesel im Jahr zu sparen. Die Preise bleiben bis Ende nächsten Jahres gleich.",
)
PLANT = (
    "東海電池、愛知に新工場 全固体電池を27年量産",
    "東海電池は21日、全固体電池の量産工場を愛知県豊川市に建設すると発表した。投資額は約860億円で、2027年秋の稼働を目指す。"
    "年間の生産能力は電気自動車4万5000台分に当たる。\n\n"
    "新電池は10分で8割まで充電でき、1回の充電で走れる距離は1100キロに伸びる。\n\n"
    "森川直樹社長は「待っている顧客に量で応える段階に来た」と語った。工場では350人を採用する。",
)
PLANT_IN_SHORT = (
    "全固体電池の新工場を愛知に 東海電池",
    "東海電池は21日、全固体電池の量産工場を愛知県豊川市に建設すると発表した。約860億円を投じ、2027年秋に年4万5000台分の生産を始める。"
    "森川直樹社長は「待っている顧客に量で応える段階に来た」と説明した。",
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


def test_what_a_desk_told_in_short_is_a_copy_whichever_comes_first(tmp_path):
    for language, whole, short in (("en", FERRY, FERRY_IN_SHORT), ("ja", PLANT, PLANT_IN_SHORT)):
        for order in permutations(((language, whole), (language, short))):
            found = stored(tmp_path, order)
            assert [a.relation for a in found] == ["original", "near"], language


def test_a_translation_belongs_to_what_was_told_in_short(tmp_path):
    texts = (("en", FERRY), ("en", FERRY_IN_SHORT), ("de", FERRY_IN_GERMAN))
    for order in permutations(texts):
        assert {a.story_id for a in stored(tmp_path, order)} == {1}, [text[1][0] for text in order]


def test_what_repeats_a_passage_or_tells_of_the_same_on_its_own_stays_another_story(tmp_path):
    joined = set()
    for name, first, second in (
        ("follow-up", FERRY, FOLLOW_UP),
        ("report of another desk", FERRY, OWN_REPORT),
        ("item of a round-up", FERRY, ROUND_UP),
        ("one form for two towns", NETWORK, NETWORK_ELSEWHERE),
    ):
        for order in permutations((("en", first), ("en", second))):
            if len({a.story_id for a in stored(tmp_path, order)}) == 1:
                joined.add(name)
    assert not joined
