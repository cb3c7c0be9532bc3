"""A follow-up that tells all of the first report again, below its own news, is a story of its own, in every order."""

from __future__ import annotations

from itertools import permutations

from test_dedupe_joins import stored

SINKING = {
    "en": (
        "Ferry sinks off Marvik, 14 dead",
        "A ferry with 186 passengers sank on Monday off Marvik, killing at least 14 people. The Santa Elin left the port "
        "at dawn and took in water 12 nautical miles from the coast. Rescuers in 23 boats pulled 151 people from the sea, "
        "and 21 are missing. Captain Oskar Brandt told the coast guard that a door had opened in the waves. The vessel "
        "was built in 1987 and passed an inspection in March. Operator Nordlinje has run the line since 1994 and carries "
        "430,000 passengers a year.",
    ),
    "it": (
        "Affonda un traghetto al largo di Marvik, 14 morti",
        "Un traghetto con 186 passeggeri è affondato lunedì al largo di Marvik: i morti sono almeno 14. La Santa Elin "
        "aveva lasciato il porto all'alba e ha imbarcato acqua a 12 miglia dalla costa. I soccorritori, con 23 barche, "
        "hanno tirato fuori dal mare 151 persone, e 21 sono disperse. Il capitano Oskar Brandt ha detto alla guardia "
        "costiera che un portello si era aperto tra le onde. La nave, costruita nel 1987, aveva superato un controllo a "
        "marzo. La Nordlinje gestisce la linea dal 1994 e trasporta 430.000 passeggeri l'anno.",
    ),
}
SEARCH = {
    "ru": (
        "У владельца парома прошли обыски",
        "Полиция в четверг обыскала контору Nordlinje, через три дня после гибели парома у Марвика. Прокурор Лена Фальк "
        "сообщила, что изъяты 38 ящиков документов и 9 компьютеров. Она хочет знать, почему дверь не починили после "
        "доклада в июне. Семьи 17 погибших требуют 64 млн крон. На борту «Санта Элин» было 186 пассажиров, когда она "
        "затонула в понедельник; спасатели на 23 лодках подняли 151. Судно построено в 1987 году. Nordlinje обслуживает "
        "линию с 1994 года и перевозит 430 000 пассажиров в год.",
    ),
    "pt": (
        "Polícia faz buscas na dona do ferry",
        "A polícia fez buscas na quinta-feira nos escritórios da Nordlinje, três dias depois de o seu ferry se afundar ao "
        "largo de Marvik. A procuradora Lena Falk disse que foram levadas 38 caixas de documentos e 9 computadores. Quer "
        "saber por que uma porta não foi reparada depois de um relatório em junho. As famílias de 17 vítimas pedem 64 "
        "milhões de coroas. O Santa Elin tinha 186 passageiros a bordo quando se afundou na segunda-feira; socorristas em "
        "23 barcos salvaram 151. O navio foi construído em 1987. A Nordlinje explora a linha desde 1994 e transporta "
        "430.000 passageiros por ano.",
    ),
}
PLANT = {
    "en": (
        "Batteries: Helion to build plant in Kosice",
        "Helion will build a battery plant in Kosice for 1.35 billion euros, the company said on Wednesday. Up to 2,400 "
        "people will work there from 2028. The plant will make cells for 310,000 cars a year. The state pays 187 million "
        "euros. Chief executive Anders Rehn said the site had been chosen out of 26 because of its railway. Construction "
        "begins on 4 March. Helion runs plants in Lulea and Zaragoza.",
    ),
    "sk": (
        "Helion postaví v Košiciach továreň na batérie",
        "Helion postaví v Košiciach továreň na batérie za 1,35 miliardy eur, oznámila v stredu firma. Od roku 2028 v nej "
        "bude pracovať až 2400 ľudí. Továreň bude vyrábať články pre 310 000 áut ročne. Štát zaplatí 187 miliónov eur. "
        "Generálny riaditeľ Anders Rehn povedal, že miesto vybrali spomedzi 26 pre železnicu. Stavba sa začne 4. marca. "
        "Helion má závody v Lulei a Zaragoze.",
    ),
}
LAWSUIT = {
    "en": (
        "Residents object to Helion's plant",
        "Four villages near Kosice will go to court against Helion's battery plant, their mayors said on Friday. They fear "
        "for wells that serve 14,500 people. Mayor Jozef Hudak wants a study that would last 18 months. The company said "
        "on Wednesday that it would build the plant for 1.35 billion euros and that up to 2,400 people would work there "
        "from 2028. The plant will make cells for 310,000 cars a year. The state pays 187 million euros. Construction "
        "begins on 4 March.",
    ),
    "fr": (
        "Des riverains contre l'usine de Helion",
        "Quatre villages près de Kosice iront en justice contre l'usine de batteries de Helion, ont dit vendredi leurs "
        "maires. Ils craignent pour des puits qui desservent 14.500 personnes. Le maire Jozef Hudak veut une étude qui "
        "durerait 18 mois. L'entreprise avait annoncé mercredi qu'elle construirait l'usine pour 1,35 milliard d'euros et "
        "que jusqu'à 2.400 personnes y travailleraient à partir de 2028. L'usine produira des cellules pour 310.000 "
        "voitures par an. L'État verse 187 millions d'euros. Les travaux commencent le 4 mars.",
    ),
}


def test_a_follow_up_that_tells_the_first_report_again_is_another_story_in_every_order(tmp_path):
    wrong = []
    for reports, later in ((SINKING, SEARCH), (PLANT, LAWSUIT)):
        for told in later.items():
            for order in permutations([*reports.items(), told]):
                found = stored(tmp_path, order)
                of = {text: article.story_id for text, article in zip(order, found, strict=True)}
                first = {of[each] for each in reports.items()}
                if len(first) > 1 or of[told] in first:
                    wrong.append([(language, text[0]) for language, text in order])
    assert not wrong


def test_two_translations_of_a_follow_up_are_one_story(tmp_path):
    for later in (SEARCH, LAWSUIT):
        for order in permutations(later.items()):
            assert len({article.story_id for article in stored(tmp_path, order)}) == 1
