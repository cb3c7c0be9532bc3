"""Which texts of one language are one text told in other words, and which only tell of the same event."""

from __future__ import annotations

from datetime import timedelta

from translationsamples import NOW, saving, told

RELEASE = (
    "Kestrel Looms opens weaving hall in Aldermere",
    "Kestrel Looms today inaugurated a new weaving hall in Aldermere, in which 142 looms produce cloth for sails. The company "
    "invested 38.5 million crowns in the building, which was designed by the architect Ottoline Braddock.\n\n"
    "The hall has a floor of 17,600 square metres and creates 265 jobs, most of them for weavers from Penhallow Bay. Heat comes "
    "from the river Tamsel and covers 84 percent of what the machines need.\n\n"
    '"We have waited for this day since the fire," said Barnaby Quillfeather, managing director of Kestrel Looms. '
    "The first cloth leaves the hall for the Lorimer shipyard in the spring, and a second shift starts as soon as enough "
    "weavers have been trained.",
)
REWORDED = (
    "Sailcloth from the riverbank: mill rises from the ashes",
    "Years after flames destroyed the old mill, sailcloth is being made in Aldermere again. At Kestrel Looms 142 looms produce "
    "cloth; 38.5 million crowns have been spent on the hall, which was designed by the architect Ottoline Braddock.\n\n"
    "On 17,600 square metres there will be work for 265 people, most of them weavers from Penhallow Bay. To keep the bill "
    "for energy low, warmth is drawn from the river Tamsel, enough for 84 percent of what the machines need.\n\n"
    "Barnaby Quillfeather, managing director of Kestrel Looms, spoke of a day that everybody had longed for. The Lorimer yard "
    "is to be the first customer. More hands are needed before the hall can run until midnight.",
)
# Somebody was there as well: all figures, but as they were come upon, and all names.
OWN = (
    "A morning among looms",
    "The river does most of the work, says the porter, and points at a gauge: 84 percent of the heat comes out of the Tamsel. "
    "Behind him 265 people find their lockers, and some from Penhallow Bay are late because the ferry was.\n\n"
    "Ottoline Braddock walks me over 17,600 square metres of oak. She drew the hall for Kestrel Looms, and she knows what it "
    "cost: 38.5 million crowns, a sum that Aldermere has never seen in one place. Then 142 looms start and nobody hears her.\n\n"
    "Barnaby Quillfeather shouts that he has waited for this noise. The men of the Lorimer yard hold their ears and laugh.",
)
# A month later: what was told then stands below the news, which has figures of its own.
FOLLOW_UP = (
    "Strike closes weaving hall after a month",
    "Weavers have walked out of the mill that was opened in Aldermere only last month. Some 190 of them stood at the gate with "
    "drums; their union asks for 12.5 percent more and for a canteen, and 3,400 metres of cloth lie unfinished.\n\n"
    "At Kestrel Looms 142 looms stand still; 38.5 million crowns had been put into the hall of Ottoline Braddock.\n\n"
    "It has 17,600 square metres and work for 265 people, many of them from Penhallow Bay. The Tamsel gives 84 percent of its "
    "heat. Director Barnaby Quillfeather called the strike a blow for the Lorimer yard.",
)
# The next hall of the same company, by the same form.
NEXT = (
    "Kestrel Looms opens weaving hall in Dunmore",
    RELEASE[1]
    .replace("Aldermere", "Dunmore")
    .replace("142", "96")
    .replace("38.5", "27.4")
    .replace("17,600", "11,900")
    .replace("265", "180")
    .replace("84", "71"),
)
# Two desks with the results of one firm: the figures are all that there is, and nobody is named.
RESULTS = (
    "Umsatz steigt",
    "Der Umsatz stieg im dritten Quartal um 12,4 auf 318,6 Millionen, wie am Mittwoch bekannt wurde. Der Gewinn betrug 46,2 "
    "Millionen. Verkauft wurden 1280 Webstühle, und am Ende des Quartals arbeiteten 4350 Leute in den Hallen. Das ist mehr als "
    "vor einem Jahr, und so soll es nach dem Willen aller Beteiligten auch in den nächsten Jahren weitergehen, heißt es weiter.",
)
OTHER_RESULTS = (
    "Gutes Quartal",
    "Um 12,4 mehr und damit 318,6 Millionen wurden zwischen Juli und September umgesetzt, das zeigen neue Zahlen. Übrig blieben "
    "davon 46,2 Millionen. Ausgeliefert wurden 1280 Webstühle, beschäftigt sind nun 4350 Leute in den Hallen. Auch wenn es nach "
    "der Flaute lange nicht danach aussah, rechnen alle damit, dass es in den nächsten Jahren weitergehen wird wie jetzt.",
)
# Two who tried one phone, and two who tell of one election: the figures are the maker's and the commission's, and in their order.
TRIED = (
    "Veltro 9 review",
    "The Veltro 9 has a 6.7 inch display with 1440 by 3120 pixels and a refresh rate of 144 hertz. Inside works the Korvex "
    "8 chip with 16 gigabytes of memory, built by Lumitek in Hsinwei. The main camera by Ostermann offers 108 megapixels, "
    "the telephoto 64 megapixels. The battery holds 5200 milliamp hours and charges with 120 watts. The phone costs 899 "
    "euros. In our test the Veltro convinced with bright colours, but it gets hot when playing Starfall.",
)
ALSO_TRIED = (
    "Hands on with the Veltro 9",
    "We spent a week with the Veltro 9. Its 6.7 inch screen shows 1440 by 3120 pixels at 144 hertz and is a joy outdoors. "
    "The Korvex 8 chip from Lumitek in Hsinwei, helped by 16 gigabytes of memory, ran Starfall without a hitch. Ostermann "
    "delivers the lenses: 108 megapixels for the main camera and 64 megapixels for the telephoto, and pictures at night are "
    "soft. 5200 milliamp hours lasted us a day and a half, and with 120 watts it is full before breakfast. For 899 euros it "
    "is a bargain.",
)
ELECTED = (
    "Labour wins in Dunmark",
    "The Social Party has won the election in Dunmark with 34.2 percent of the vote, the electoral commission said on "
    "Sunday. The Liberals of Prime Minister Oskar Brandt reached 28.7 percent, the Greens 11.3 percent and the Farmers "
    "Union 9.8 percent. In parliament with its 179 seats the Social Party of Karin Voss will have 64 seats, the Liberals "
    "53. Turnout was 77.4 percent. Voss said she would talk to the Greens of Mirjam Falk first.",
)
ALSO_ELECTED = (
    "Voss set to lead Dunmark after election win",
    "Karin Voss and her Social Party are the winners of the election in Dunmark: 34.2 percent of the vote went to them on "
    "Sunday. Prime Minister Oskar Brandt and his Liberals came to 28.7 percent, ahead of the Greens with 11.3 percent and "
    "the Farmers Union with 9.8 percent, according to the electoral commission. Of 179 seats in parliament 64 go to the "
    "Social Party and 53 to the Liberals. 77.4 percent of voters took part. Mirjam Falk of the Greens will be asked first, "
    "Voss told supporters.",
)


def relation(db, language, first, then, days=0):
    """That of the second text, stored some days behind the first one."""
    later = NOW + timedelta(days=days)
    db.call(saving(told(language, first, url="http://first.example/1")))
    article = told(language, then, url="http://then.example/2", published_at=later)
    return db.call(saving(article, later)).relation


def test_a_release_told_in_other_words_with_all_its_figures_in_their_order_is_a_copy(db):
    assert relation(db, "en", RELEASE, REWORDED) == "near"


def test_the_release_that_comes_after_it_is_one_too(db):
    assert relation(db, "en", REWORDED, RELEASE) == "near"


def test_who_was_there_and_tells_the_same_in_another_order_wrote_another_text(db):
    assert relation(db, "en", RELEASE, OWN) == "original"
    assert relation(db, "en", REWORDED, ("Looms", OWN[1] + " ")) == "original"


def test_a_follow_up_that_repeats_all_figures_is_another_text(db):
    title, text = FOLLOW_UP
    longer = (
        text
        + "\n\nNobody at the gate would say how long the strike is to last, and the baker next door gave out soup to all."
    )
    assert relation(db, "en", REWORDED, FOLLOW_UP, days=3) == "original"
    assert relation(db, "en", RELEASE, (title, longer), days=3) == "original"


def test_the_same_form_for_another_hall_is_another_text(db):
    assert relation(db, "en", REWORDED, NEXT) == "original"


def test_figures_alone_prove_no_rewording(db):
    assert relation(db, "de", RESULTS, OTHER_RESULTS) == "original"


def test_who_tells_of_what_lies_open_to_everybody_wrote_another_text(db):
    assert relation(db, "en", TRIED, ALSO_TRIED) == "original"
    assert relation(db, "en", ELECTED, ALSO_ELECTED) == "original"


def test_a_rewording_that_leaves_out_a_name_or_changes_a_figure_is_not_known(db):
    other = REWORDED[1].replace("265", "240").replace("142", "150")
    assert relation(db, "en", RELEASE, (REWORDED[0], other)) == "original"


def test_a_release_its_cut_copy_and_its_rewording_are_one_story_in_any_order(db):
    cut = ("Weavers return", "\n\n".join(RELEASE[1].split("\n\n")[:2]))
    texts = {"whole": RELEASE, "cut": cut, "other": REWORDED}
    for n, order in enumerate(
        (("whole", "cut", "other"), ("other", "whole", "cut"), ("cut", "whole", "other"))
    ):
        # each order in a place and a month of its own
        later = NOW + timedelta(days=30 * n)
        stories = set()
        for name in order:
            title, text = texts[name]
            url = f"http://{name}{n}.example/{n}"
            article = told(
                "en",
                (title, text.replace("Kestrel", ("Kestrel", "Merlin", "Sparrow")[n])),
                url=url,
                published_at=later,
            )
            stories.add(db.call(saving(article, later)).story_id)
        assert len(stories) == 1, order
