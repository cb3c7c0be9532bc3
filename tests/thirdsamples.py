"""Texts that a third one in another language shows to be one story, or that it only seems to."""

from __future__ import annotations

# a release, what a desk that writes otherwise made of it under a lead of its own, and its translation
CAPSULE = {
    "zh": (
        "澜州海底数据舱投产 首批装入服务器二点四万台",
        "5月18日，澜州海洋数据公司宣布，其位于白鹭湾的海底数据舱正式投产。项目总投资36亿元，设计容量2.4万台服务器，首批客户为四家银行和两所大学。\n"
        "公司总经理葛云帆在投产仪式上说，从下水到通电用了27天，比原计划提前六天。“大海替我们省下了空调。”他表示，与陆地机房相比，用电减少约41%，故障率只有八分之一。\n"
        "据介绍，数据舱由17个钢罐组成，每个重1300吨，沉在水下35米处。渔业部门要求每季度公布一次水温。\n"
        "该公司成立于2016年，去年营收9.7亿元。葛云帆预计，第二期将于明年年底建成。",
    ),
    "tw": (
        "把機房沉進海裡 中國白鷺灣資料艙量產啟用",
        "〔記者綜合報導〕不少業者為機房電費傷腦筋，對岸有公司乾脆改打海水的主意。瀾州海洋資料公司18日表示，設在白鷺灣的海底資料艙正式量產，總投資人民幣36億元（約新台幣159億元），"
        "可放2.4萬台伺服器，最先進駐的是4家銀行和2所大學。\n"
        "總經理葛雲帆在量產典禮上說，從下水到通電用了27天，比原計畫提早6天。「大海替我們省下了冷氣。」他說，與陸上機房相比，用電減少約41%，故障率僅8分之1。\n"
        "資料艙由17個鋼罐組成，每個重1300公噸，位於水下35公尺。漁業單位要求每季公布水溫。",
    ),
    "en": (
        "Wavelet Ocean Data sinks 24,000 servers in Egret Bay",
        "Chinese hosting company Wavelet Ocean Data has switched on a data capsule on the floor of Egret Bay, it said on Monday. "
        "The project, which cost 3.6 billion yuan ($500 million), has room for 24,000 servers; four banks and two universities "
        "come first.\nFrom launch to power it took 27 days, six fewer than planned, general manager Ge Yunfan said at the ceremony. "
        '"The sea spares us the air conditioning." Compared with a hall on land it needs around 41% less power and fails an eighth '
        "as often, according to Ge.\nThe capsule is made of 17 steel tanks of 1,300 tonnes each, 35 metres below the surface. The "
        "fisheries office wants the water's temperature to be published every quarter.\nThe company, founded in 2016, had a "
        "revenue of 970 million yuan last year. Ge expects the second stage to be ready at the end of next year.",
    ),
    "nl": (  # what an agency made of the English one
        "Chinezen laten servers in zee zakken",
        "Wavelet Ocean Data heeft in de Chinese Egret Bay een capsule met plaats voor 24.000 servers in gebruik genomen. De bouw "
        "kostte 3,6 miljard yuan en duurde 27 dagen, zes minder dan gepland, zegt directeur Ge Yunfan. De capsule verbruikt 41 "
        "procent minder stroom dan een hal aan land.\nZe bestaat uit 17 stalen tanks op 35 meter diepte, elk 1300 ton zwaar.",
    ),
}
CAPSULE_IN_FULL = (
    CAPSULE["nl"][0],
    CAPSULE["nl"][1]
    + " Vier banken en twee universiteiten worden de eerste klanten. De visserijdienst wil dat de temperatuur van het water "
    "elk kwartaal bekend wordt gemaakt.",
)
CAPSULE_AT_HOME = (  # what a paper of a harbour town put behind it
    "中國機房沉海底 漁港業者想跟進",
    CAPSULE["tw"][1]
    + "\n基隆港邊的業者看了也動心。一名不願具名的冷凍廠老闆說，冷卻水本來就從海裡抽，多放幾個鋼罐不算難事，難的是誰來潛水修理。"
    "台灣的漁會則擔心水溫升高後，鎖管不再靠岸，要求縣府先辦說明會，再談租用海床的事。學者認為，颱風與漁網才是最大的考驗，海裡的藤壺也會讓鋼罐愈來愈重。",
)
# likewise, of which the local paper rounds a sum, leaves out another and begins with its readers
BAKERY = {
    "fr": (
        "Les boulangers de Valmorin mettent leurs fours en réseau",
        "La coopérative Fournil de Valmorin a branché mardi 46 fours sur une plateforme commune qui décide de l'heure de chaque "
        "cuisson, a annoncé sa présidente, Solange Tardieu. Le projet a coûté 3,84 millions d'euros.\nLes fours chauffent quand "
        "l'électricité est bon marché, et 1 270 foyers reçoivent la chaleur qui reste. Selon la coopérative, la facture baisse de "
        "29 %.\n« Le pain se moque de l'heure, le boulanger beaucoup moins », a dit Solange Tardieu. L'institut Kermadec a suivi "
        "les essais pendant 14 mois.\nLe syndicat Pétrin demande 350 euros par mois pour les équipes de nuit.",
    ),
    "local": (
        "À Brissac, Odile dormira jusqu'à six heures grâce aux fours en réseau",
        "Odile, qui pétrit depuis vingt ans rue des Tilleuls à Brissac, n'y croit pas encore : son réveil sonnera plus tard. Son "
        "four est l'un des 46 que le Fournil de Valmorin a reliés mardi à une plateforme commune, pour presque 4 millions d'euros, "
        "comme l'a expliqué la présidente de la coopérative, Solange Tardieu.\nL'appareil se met en route aux heures où le courant "
        "coûte peu, et sa chaleur va ensuite à 1 270 foyers ; 29 % de dépenses en moins, promet-on. L'institut Kermadec a observé "
        "tout cela. « Le pain se moque de l'heure, le boulanger beaucoup moins », glisse Solange Tardieu. Le "
        "syndicat Pétrin veut, lui, 350 euros de plus par mois la nuit.",
    ),
    "en": (
        "Bakers of Valmorin share one plan for their ovens",
        "The cooperative Fournil de Valmorin on Tuesday linked 46 ovens to a common platform that sets the hour of each batch, its "
        "president, Solange Tardieu, said. The project has cost 3.84 million euros.\nOvens heat up when power is cheap, and 1,270 "
        'homes get the warmth that is left. Bills fall by 29 percent, according to the cooperative.\n"Bread does not care what '
        'time it is, the baker does," Solange Tardieu said. The Kermadec institute followed the trials for 14 months.\nThe union '
        "Pétrin asks for 350 euros a month for crews who work at night.",
    ),
    # what came after, above what was known
    "later": (
        "Les fours de Valmorin attendront leurs compteurs jusqu'en octobre",
        "Faute de compteurs, la coopérative Fournil de Valmorin repousse à octobre le démarrage de ses fours, a annoncé sa "
        "présidente, Solange Tardieu. Le projet a coûté 3,84 millions d'euros.\nLa mairie n'a livré que deux armoires sur 42, et "
        "Brissac n'en a vu aucune.\nSelon la coopérative, la facture baisse de 29 %.",
    ),
    # who was there too: the same figures, heard elsewhere
    "own": (
        "Sous le fournil, une salle de machines",
        "« Ma grand-mère allumait avec des sarments », sourit Gontran Maheu en ouvrant l'armoire électrique. Depuis mardi, ce "
        "boulanger de Valmorin ne choisit plus rien : un ordinateur loué par la coopérative commande ses deux fours et 44 autres.\n"
        "Les voisins y gagnent, 1 270 logements étant chauffés ainsi. Dans la salle, un technicien de l'institut Kermadec compte "
        "les degrés ; il a passé 14 mois ici, et parle de 29 % d'économies sur les factures. Qui paie les 3,84 millions d'euros, "
        "demande un élu ? Solange Tardieu hausse les épaules : les banques.\nLa nuit, le Pétrin distribue des tracts : "
        "350 euros, 46 fours, combien de bras ?",
    ),
}

BUOY = {  # a note that counts three things and names one
    "pl": (
        "Uczniowie zbudowali boję, która liczy foki",
        "Czworo uczniów technikum morskiego zbudowało boję, która liczy foki, i pokonało w konkursie BoiKod 57 szkół. Nagroda "
        "wynosi 30 tys. zł.\nBoja słucha morza i w nocy świeci o 34 proc. słabiej niż latarnia. „Zaczęło się od dziadka, który "
        "liczył je przez lornetkę” – mówi Zoja Wit.\nOd wiosny boja stanie przy molo.",
    ),
    "uk": (
        "Учні збудували буй, що рахує тюленів",
        "Четверо учнів морського технікуму збудували буй, що рахує тюленів, і випередили в конкурсі BoiKod 57 шкіл. Нагорода "
        "становить 30 тис. злотих.\nБуй слухає море й уночі світить на 34% слабше за маяк. «Усе почалося з дідуся, який рахував їх "
        "у бінокль», — каже Зоя Віт.\nЗ весни буй стоятиме біля молу.",
    ),
}
