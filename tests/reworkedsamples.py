"""A release, what desks of its language made of it with hardly a word of its own, and its translation."""

from __future__ import annotations

FERRY = {
    "en": (
        "Ferry without crew sails the Harl",
        "A ferry that needs no crew has sailed the river Harl since Monday. It is called Otter, was built by the yard of Brandt "
        "Lindqvist in Halmsund and carries 38 passengers.\nTwenty-one sensors look for swimmers and logs. In its trials the boat "
        "crossed 4,650 times and stopped for 173 reasons, one of them a swan, said the head of the project, Maja Thorsen.\n"
        '"It is the most patient skipper that we ever had," she said. A crossing costs 2.40 euros, and the town paid 1.75 million '
        "euros for boat and landing stages. In autumn it is to sail at night, too.",
    ),
    "own words": (
        "Meet Otter, the skipper that waits for swans",
        "Nobody stands at the wheel: commuters in Halmsund have been crossing their river aboard an autonomous boat since the "
        "start of this week. Up to 38 of them fit into Otter, which came out of the Brandt Lindqvist yard.\nLogs and bathers are "
        "spotted by 21 detectors. Maja Thorsen, who runs the scheme, counted 4650 test trips across the Harl, during which the "
        "vessel halted on 173 occasions, once because of a bird.\nIts patience, she finds, beats that of any human captain before. "
        "Passengers pay 2.40 euros each way; municipal coffers gave 1.75 million euros for piers and hull. Trips after dark "
        "are planned for the end of the year.",
    ),
    "nl": (
        "Veerboot zonder bemanning vaart over de Harl",
        "Sinds maandag vaart er een veerboot zonder bemanning over de Harl. Hij heet Otter, is gebouwd door de werf van Brandt "
        "Lindqvist in Halmsund en neemt 38 passagiers mee.\nEenentwintig sensoren, 21 in getal, zoeken naar zwemmers en "
        "boomstammen. Tijdens de proeven stak de boot 4650 keer over en stopte hij om 173 redenen, waaronder een zwaan, zei "
        "projectleider Maja Thorsen.\n„Het is de geduldigste schipper die we ooit hadden”, zei ze. Een overtocht kost 2,40 euro, "
        "en de stad betaalde 1,75 miljoen euro voor boot en steigers. In de herfst moet hij ook 's nachts varen.",
    ),
    "heard others": (  # of another desk, which had the figures from the same meeting, and asked others
        "Who steers in Halmsund?",
        "Teacher Lone Agger waited at the stage with her class to be among the first 38 that Otter took along. Nobody answered when "
        "they greeted the bridge, where 21 detectors hummed.\nAn engineer, Esben Rold, had counted 4650 dry runs for the council "
        "and 173 halts, which the conservative Mona Strand called one too many. Her party voted against it with the greens of Ulf "
        "Krogh.\nGrandfather Tor Lien found 2.40 euros fair; that 1.75 million euros are gone makes him angry, as the swimming "
        "bath of Vestre Gate had to close. Brandt Lindqvist sent a cake.",
    ),
    "own report": (  # of another desk, which was there and asked others
        "Halmsund looks at its ferry with no skipper",
        "People in Halmsund stood in the rain on Monday to see Otter leave its stage without anybody aboard who could steer. Of "
        "the 38 places 12 were taken by reporters.\nThe crossing of the Harl took 6.5 minutes. Pensioner Aksel Bruun, 81, said "
        "that he missed the old ferryman, who had served for 44 years and is now paid 19,300 euros a year less. Brandt Lindqvist "
        "hopes to sell 25 more of the boats, each for 960,000 euros, in Finland and Estonia.\nOn its way back Otter stopped for a "
        "rowing boat of the school. The union Sjøfolk wants 2 people on board all the same.",
    ),
}
# cut and with a lead of its own, and the largest sum rounded
ORCHARD = {
    "en": (
        "Drones keep frost off the orchards of Tervin",
        "Fruit growers in Tervin fly 64 drones with heaters over their orchards when frost threatens the blossom in spring. The "
        "fleet cost 11.4 million crowns, of which the region paid a third.\n"
        "A drone pushes warm air from above down to the trees and saves some 230 kilograms of paraffin in each night, said Radka "
        "Holub, who chairs the growers. The pilots, 14 students from Brodny, sleep in a tent at the edge of the orchard.\n"
        '"We used to burn candles between the rows, and the whole valley smelled of them until June," she said. Neighbours '
        "complained that the drones are as loud as a mill, and the growers promised to stay below 52 decibels at the fences.",
    ),
    "local": (
        "Growers of the Lower Mill buy what the valley will hear",
        "From the Lower Mill to the chapel people will hear them: after 25 evenings of talk and for more than 11 million crowns "
        "the growers of Tervin have bought themselves 64 drones for cold nights.\n"
        "A drone pushes warm air from above down to the trees and saves some 230 kilograms of paraffin in each night, said Radka "
        "Holub, who chairs the growers. The pilots, 14 students from Brodny, sleep in a tent at the edge of the orchard.\n"
        '"We used to burn candles between the rows, and the whole valley smelled of them until June," she said. Neighbours '
        "complained that the drones are as loud as a mill, and the growers promised to stay below 52 decibels at the fences.",
    ),
    "de": (
        "Drohnen halten den Frost von den Obstgärten in Tervin fern",
        "Obstbauern in Tervin lassen 64 Drohnen mit Heizern über ihre Gärten fliegen, wenn im Frühjahr Frost die Blüte bedroht. "
        "Die Flotte kostete 11,4 Millionen Kronen, ein Drittel zahlte die Region.\n"
        "Eine Drohne drückt warme Luft von oben auf die Bäume und spart in jeder Nacht rund 230 Kilogramm Paraffin, sagte Radka "
        "Holub, die Vorsitzende der Obstbauern. Die Piloten, 14 Studenten aus Brodny, schlafen in einem Zelt am Rand des Gartens.\n"
        "„Früher brannten Kerzen zwischen den Reihen, und das ganze Tal roch bis Juni danach“, sagte sie. Nachbarn klagten, die "
        "Drohnen seien laut wie eine Mühle; die Bauern versprachen, an den Zäunen unter 52 Dezibel zu bleiben.",
    ),
    "next": (  # the next step, with much of the first report at its foot
        "Tervin grounds its frost drones",
        "The town of Tervin has grounded the drones of its fruit growers after one fell on a greenhouse and broke 140 panes. "
        "Mayor Igor Vlach wants to know by Friday who flew it. The insurer Pojistka Sever has sent 3 experts and puts the damage "
        "at 865,000 crowns.\n"
        '"We used to burn candles between the rows, and the whole valley smelled of them until June," said Radka Holub, who '
        "chairs the growers. Neighbours complained that the drones are as loud as a mill, and the growers promised to stay below "
        "52 decibels at the fences.",
    ),
}
