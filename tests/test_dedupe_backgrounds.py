"""Two days of one story, and two reports of one deal, are two stories, though both tell their background alike."""

from __future__ import annotations

from itertools import permutations
from typing import Any

from storesamples import with_sources
from translationsamples import saving, told

from storage.database import Database

FOOT = (
    "Tidewell Ferries, which Osmund Brakely set up in 1998, sold 3,600 shares in boats that were never built and took "
    "185 million crowns from 2,240 families. It was closed two winters ago after a bookkeeper wrote to the harbour "
    "office. Brakely, 57, denies 16 counts of theft.\n\nThe hearing in Judge Petra Aldous's court goes on for a month."
)
FIRST = (
    "Ferry trial begins with a drawing of a boat",
    "The trial of the man behind Tidewell Ferries began with a drawing of a boat that no yard had ever been asked to "
    "build.\n\n“They sold a picture to a whole coast and kept on drawing,” said Ilse Varga, who speaks for the "
    f"state.\n\n{FOOT}",
)
SECOND = (
    "Yard owner: nobody ever called us",
    "A yard that stood in all of the Tidewell Ferries brochures was never called, its owner told the court.\n\nKonrad "
    f"Ebbing said that he found his name there after 47 buyers had come to look at their boats.\n\n{FOOT}",
)
GERMAN = (  # of the second day
    "Werftbesitzer: Uns hat nie jemand angerufen",
    "Eine Werft, die in allen Prospekten von Tidewell Ferries stand, wurde nie angerufen. Das sagte ihr Besitzer vor "
    "Gericht aus.\n\nKonrad Ebbing fand seinen Namen dort, nachdem 47 Käufer gekommen waren, um ihre Boote anzusehen."
    "\n\nTidewell Ferries, 1998 von Osmund Brakely gegründet, verkaufte 3.600 Anteile an Booten, die nie gebaut wurden, "
    "und nahm 185 Millionen Kronen von 2.240 Familien ein. Vor zwei Wintern wurde die Firma geschlossen, nachdem ein "
    "Buchhalter dem Hafenamt geschrieben hatte. Der 57-jährige Brakely bestreitet 16 Fälle von Diebstahl.\n\nDie "
    "Verhandlung vor Richterin Petra Aldous dauert einen Monat.",
)
ROUND = {
    "nl": (
        "Kaarsveld haalt 72 miljoen euro op voor zijn slimme weegschalen",
        "De Antwerpse onderneming Kaarsveld heeft 72 miljoen euro opgehaald bij het fonds Meridiaan Partners. Daarmee is "
        "ze 390 miljoen euro waard.\n\nKaarsveld verhuurt weegschalen aan bakkers en slagers voor 0,8 procent van hun "
        "omzet. Er staan er 260.000 in Antwerpen, Gent en Luik.\n\n“Mijn oom woog zijn brood nog met koperen gewichten”, "
        "zei oprichter Wouter Dekyndt.",
    ),
    "de": (
        "Kaarsveld sammelt 72 Millionen Euro für seine klugen Waagen ein",
        "Das Antwerpener Unternehmen Kaarsveld hat vom Fonds Meridiaan Partners 72 Millionen Euro erhalten. Damit ist es "
        "390 Millionen Euro wert.\n\nKaarsveld vermietet Bäckern und Metzgern Waagen für 0,8 Prozent ihres Umsatzes. In "
        "Antwerpen, Gent und Lüttich stehen 260.000 davon.\n\n„Mein Onkel wog sein Brot noch mit Gewichten aus Kupfer“, "
        "sagte Gründer Wouter Dekyndt.",
    ),
}
OWN = (
    "Wer Brot wiegt, verdient: Meridiaan setzt auf Kaarsveld",
    "Um vier Uhr früh stand Wouter Dekyndt mit Geldgeber Ruben Stassart in einer Backstube in Antwerpen. Der Partner bei "
    "Meridiaan Partners unterschrieb noch am selben Tag.\n\nSein Fonds gibt 40 der 72 Millionen Euro, die Kaarsveld erhält. Den "
    "Rest geben ältere Eigner.\n\nDer Konkurrent Waagmeester verlangt seit Mai nur 0,6 Prozent, und eine Bank aus Gent "
    "verschenkt ihre Waagen. „Geld verdient man damit erst, wenn man Kredite gibt“, sagt Beraterin Femke Aerts.",
)


def stories(db: Any, *texts: tuple[str, tuple[str, str]]) -> list[int]:
    """The story that each text, in its language, is put in."""
    return [
        db.call(saving(told(language, text, url=f"http://{number}.example/{len(text[1])}"))).story_id
        for number, (language, text) in enumerate(texts)
    ]


def test_two_days_of_a_trial_above_one_background_are_two_stories_in_any_order(tmp_path):
    days = [("en", FIRST), ("en", SECOND), ("de", GERMAN)]
    wrong = []
    for number, order in enumerate(permutations(range(3))):
        with Database(f"sqlite:///{tmp_path / f'{number}.db'}") as db:
            with_sources(db)
            found = dict(zip(order, stories(db, *(days[day] for day in order)), strict=True))
        if found[0] in (found[1], found[2]) or found[1] != found[2]:
            wrong.append((order, found))
    assert not wrong


def test_a_report_of_ones_own_on_a_deal_is_no_translation_of_what_the_others_translate(db):
    dutch, german, own = stories(db, ("nl", ROUND["nl"]), ("de", ROUND["de"]), ("de", OWN))
    assert dutch == german != own


def test_a_report_of_ones_own_comes_first_and_its_story_stays_its_own(db):
    own, dutch, german = stories(db, ("de", OWN), ("nl", ROUND["nl"]), ("de", ROUND["de"]))
    assert dutch == german != own


def test_a_translation_that_adds_a_sum_above_what_both_count_stays_one(db):
    title, text = GERMAN
    more = (title, text.replace("Das sagte", "Sie hatte 2025 noch 83 Boote gebaut. Das sagte", 1))
    assert len(set(stories(db, ("en", SECOND), ("de", more)))) == 1


QUAY = (
    "Stavness harbour opens its new quay",
    "The harbour of Stavness Port opened a quay on Monday and lowered its fees by a quarter for ships that berth at night."
    "\n\nStavness Port, which Torvald Ekelund leads, moved 418,000 containers last year and employs 2,360 people. The quay is "
    "640 metres long and was paid by Lindmark Capital. The first ship, the Astrid Vinter, is expected at the end of the "
    "summer, Ekelund said.",
)
QUAYS = {  # each counts in figures what the English text has in words
    "fr": (
        "Le port de Stavness ouvre son nouveau quai",
        "Le port de Stavness Port a ouvert lundi un quai et baissé de 25 % les droits des navires qui accostent la nuit.\n\n"
        "Stavness Port, dirigé par Torvald Ekelund, a traité 418 000 conteneurs l'an dernier et emploie 2 360 personnes. Le "
        "quai mesure 640 mètres et a été payé par Lindmark Capital. Le premier navire, l'Astrid Vinter, est attendu à la fin "
        "de l'été, a dit Ekelund.",
    ),
    "zh": (
        "Stavness港新码头启用",
        "Stavness Port港周一启用新码头，并将夜间靠泊船只的费用下调25%。\n\n由埃克隆德（Torvald Ekelund）领导的Stavness "
        "Port去年吞吐41.8万个集装箱，雇有2360人。码头长640米，由Lindmark Capital出资。埃克隆德说，首艘船Astrid Vinter号预计"
        "夏末抵达。",
    ),
    "ru": (
        "Порт Ставнес открывает новый причал",
        "Порт Stavness Port в понедельник открыл причал и на 25% снизил сборы для судов, которые швартуются ночью.\n\nStavness "
        "Port, который возглавляет Торвальд Экелунд (Torvald Ekelund), перевалил в прошлом году 418 тыс. контейнеров, в нём "
        "работают 2360 человек. Причал длиной 640 метров оплатила Lindmark Capital. Первое судно, Astrid Vinter, ждут в "
        "конце лета, сказал Экелунд.",
    ),
}
STRIKES = {  # two days later, above the same account
    "fr": (
        "Les grutiers en grève à Stavness",
        "Le travail est arrêté sur le quai. 38 grutiers étaient devant la porte, a dit Jonas Halvorsen du syndicat Havnelaget. "
        "La maire Signe Aagaard veut servir d'intermédiaire.",
    ),
    "zh": (
        "吊车司机在Stavness罢工",
        "码头自周三起停工，吊车司机在等待夜班补贴。工会Havnelaget的Jonas Halvorsen说，有38名司机站在门口。市长Signe Aagaard希望从中调解，并请双方到市政厅会面。",
    ),
    "ru": (
        "Крановщики в Ставнесе бастуют",
        "На причале не работают. У ворот стояли 38 крановщиков, сказал Йонас Халворсен (Jonas Halvorsen) из профсоюза "
        "Havnelaget. Мэр Signe Aagaard хочет быть посредником.",
    ),
}
PAID = (
    QUAY[0],
    QUAY[1]
    .replace("a quay on Monday", "a quay for 73.5 million dollars")
    .replace(" and was paid by Lindmark Capital", ""),
)
CONVERTED = {  # the readers' own money first, and in brackets what was paid
    "fr": (
        "ouvert lundi un quai",
        "ouvert un quai de 67,8 millions d'euros (73,5 millions de dollars)",
        " et a été payé par Lindmark Capital",
    ),
    "zh": (
        "周一启用新码头",
        "启用耗资5.27亿元（7350万美元）的新码头",
        "，由Lindmark Capital出资",
    ),
    "ru": (
        "открыл причал",
        "открыл причал за 6,9 млрд рублей (73,5 млн долларов)",
        " оплатила Lindmark Capital",
    ),
}


def test_a_translation_in_figures_of_what_stands_in_words_is_one_and_another_day_is_none(tmp_path):
    wrong = []
    for language, text in QUAYS.items():
        title, lead = STRIKES[language]
        strike = (title, "\n\n".join([lead, *text[1].split("\n\n")[1:]]))
        for same, other in ((True, text), (False, strike)):
            for number, order in enumerate(permutations([("en", QUAY), (language, other)])):
                with Database(f"sqlite:///{tmp_path / f'{language}{same}{number}.db'}") as db:
                    with_sources(db)
                    if (len(set(stories(db, *order))) == 1) != same:
                        wrong.append((language, same, number))
    assert not wrong


def test_a_sum_in_brackets_behind_the_readers_own_money_is_the_sum_that_was_paid(tmp_path):
    wrong = []
    for language, (plain, converted, payer) in CONVERTED.items():
        title, text = QUAYS[language]
        assert plain in text
        assert payer in text
        told_again = (title, text.replace(plain, converted).replace(payer, ""))
        for number, order in enumerate(permutations([("en", PAID), (language, told_again)])):
            with Database(f"sqlite:///{tmp_path / f'{language}{number}.db'}") as db:
                with_sources(db)
                if len(set(stories(db, *order))) > 1:
                    wrong.append((language, number))
    assert not wrong
