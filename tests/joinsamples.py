"""Texts of which a later one shows that two are one story, and texts that look so and are not."""

from __future__ import annotations

CORRIDOR = {
    "zh": (
        "塔恩威克港开通数字货运走廊",
        "塔恩威克港（Tarnwick Harbour）9月14日开通连接23座城市的数字货运走廊，首批417辆电动卡车投入运行。走廊由Quillon Freight与Brasko Rail共同建设，"
        "耗资8.6亿美元，每年可运送5400万吨货物。\n港口负责人伊梅尔达·瓦斯科（Imelda Vasko）说，通关时间从31小时缩短到4.5小时，每个集装箱节省212美元，"
        "首月已有1180家企业登记。\n第二期工程将于2027年3月2日开工，再连接16座城市，并建设92座充电站。",
    ),
    "en": (
        "Tarnwick Harbour links 23 cities by a corridor for electric trucks",
        "A digital freight corridor to 23 cities opened at Tarnwick Harbour on September 14, and 417 electric trucks set out on "
        "its first day. Quillon Freight and Brasko Rail have built it for 860 million dollars; it can carry 54 million tonnes "
        "a year.\nCustoms that took 31 hours take 4.5 hours now, said Imelda Vasko, who heads the port. Each container saves "
        "212 dollars, and 1,180 companies signed up within a month.\nWork on the second stage begins on March 2, 2027: another "
        "16 cities and 92 charging stations.",
    ),
    "english": (
        "Two carriers finish their lorry route, and exporters queue for it",
        "Lorries without exhaust, 417 of them for a start, have begun to run between Tarnwick Harbour and 23 inland cities since "
        "the route was inaugurated on September 14. Its owners, Quillon Freight with Brasko Rail, put 860 million dollars into "
        "rails and software and expect to move 54 million tonnes annually.\nPort director Imelda Vasko counts what shippers "
        "gain: paperwork is done in 4.5 hours rather than 31 hours, and a box costs them 212 dollars less. Some 1,180 firms "
        "enrolled during the opening month.\nFrom March 2, 2027 builders will extend it to 16 further cities, with 92 points "
        "where batteries are filled.",
    ),
    "th": (
        "ท่าเรือทาร์นวิกเปิดระเบียงขนส่งดิจิทัล",
        "ท่าเรือ Tarnwick Harbour เปิดระเบียงขนส่งดิจิทัลเชื่อม 23 เมืองเมื่อวันที่ 14 กันยายน โดยมีรถบรรทุกไฟฟ้าชุดแรก 417 คัน บริษัท Quillon Freight และ Brasko "
        "Rail ร่วมกันสร้างด้วยเงิน 860 ล้านดอลลาร์ ขนสินค้าได้ปีละ 54 ล้านตัน\nอิเมลดา วาสโก (Imelda Vasko) ผู้อำนวยการท่าเรือกล่าวว่า พิธีการศุลกากรลดจาก 31 "
        "ชั่วโมงเหลือ 4.5 ชั่วโมง ประหยัดตู้ละ 212 ดอลลาร์ และมีบริษัทลงทะเบียนแล้ว 1,180 รายในเดือนแรก\nระยะที่สองจะเริ่มวันที่ 2 มีนาคม 2570 เชื่อมอีก 16 เมือง พร้อมสถานีชาร์จ "
        "92 แห่ง",
    ),
}
CLINIC = {  # another release of the same days
    "en": (
        "Village clinics in Orvale get scanners that need no doctor",
        "Sixty-two village clinics in Orvale received scanners on September 15 that read pictures of lungs by themselves. "
        "Halvorsen Imaging lent 78 of them for three years, and the Brightwell Fund pays 14.3 million dollars.\nOf 26,400 "
        "pictures taken in a trial, 97.1 percent were read as doctors read them, said Teodora Lindqvist, who leads the "
        "project. A reading takes 38 seconds and costs 1.65 dollars.\nNurses are trained in 19 schools until December 4.",
    ),
    "zh": (
        "奥瓦莱乡村诊所用上自动读片机",
        "奥瓦莱（Orvale）62家乡村诊所9月15日收到能自动读肺部影像的扫描仪。Halvorsen Imaging出借78台，为期三年，Brightwell Fund出资1430万美元。\n"
        "项目负责人特奥多拉·林德奎斯特（Teodora Lindqvist）说，试用期间拍摄的26400张影像中，97.1%的结果与医生一致。每次读片需38秒，费用1.65美元。\n"
        "12月4日前，19所学校将培训护士。",
    ),
}
DIGEST = (  # one page with both releases, in Chinese
    "一周要闻：货运走廊与乡村诊所",
    CORRIDOR["zh"][1] + "\n" + CLINIC["zh"][1],
)
# two agencies' own reports of one opening, and pages that quote both
AGENCIES = (
    (
        "Tower of glass opens in Merrowby, Northwire reports",
        "Merrowby opened its glass tower on October 3 before 12,500 people, Northwire's reporter counted. The tower is 214 "
        "metres high and cost 96 million dollars, which Kestrel Bank lent for 22 years.\nMayor Junia Albrecht cut a ribbon of "
        "40 metres. She promised that 31 of its floors would go to schools. Neighbours complained of 17 months of dust, and a "
        "court still has 5 of their cases before it, their lawyer Piet Rademaker told Northwire.",
    ),
    (
        "Merrowby celebrates, and 3 lifts stand still",
        "Fireworks of 8 minutes ended the day on which Merrowby got its glass tower, October 3. Sundesk counted 3 lifts that "
        "stood still and 46 visitors whom firemen led down 700 steps.\nMayor Junia Albrecht spoke for 25 minutes and thanked "
        "1,900 builders of 28 nations. Rents begin at 1,150 dollars, says Kestrel Bank, and 64 percent of the flats are let. "
        "Piet Rademaker, a neighbours' lawyer, was not invited.",
    ),
)
NOTICE = (  # what the town sent round, and what each of the two may put before its own report
    "Merrowby opens its tower",
    "The town of Merrowby will hand over the glass tower at Saffron Quay to its people on October 3, the council announced "
    "this week. Lifts carry guests to a garden on the roof, where musicians from every school of the valley play until "
    "midnight. Whoever wants to climb the stairs has to register at the library.",
)
QUOTING = {
    "en": (
        "What the papers say of the tower in Merrowby",
        "\n".join((*AGENCIES[0][1].split("\n"), *AGENCIES[1][1].split("\n"))),
    ),
    "de": (
        "Merrowby hat seinen Glasturm",
        "Merrowby hat am 3. Oktober vor 12.500 Menschen seinen Glasturm eröffnet, zählte Northwire. Der Turm ist 214 Meter hoch "
        "und kostete 96 Millionen Dollar, die Kestrel Bank für 22 Jahre lieh. Bürgermeisterin Junia Albrecht zerschnitt ein Band "
        "von 40 Metern und versprach 31 Stockwerke den Schulen; 17 Monate Staub beklagen Nachbarn, 5 Klagen vertritt Piet "
        "Rademaker.\nEin Feuerwerk von 8 Minuten beendete den Tag, so Sundesk; 3 Aufzüge standen still, 46 Besucher stiegen 700 "
        "Stufen hinab. Junia Albrecht sprach 25 Minuten und dankte 1900 Bauleuten aus 28 Ländern. Die Mieten beginnen bei 1150 "
        "Dollar, sagt Kestrel Bank, 64 Prozent der Wohnungen sind vergeben.",
    ),
}


def quarter(name: str, sales: str, gain: str, orders: str, staff: str) -> tuple[str, str]:
    """A firm's report by its one form."""
    return (
        f"Veldkamp Motors reports on its {name} quarter",
        f"Veldkamp Motors has published its report on the {name} quarter of 2026, which its board approved on Monday after the "
        f"auditors had seen it. Sales came to {sales} million euros and the gain before taxes to {gain} million euros.\nOrders "
        f"stood at {orders} lorries at the end of the {name} quarter, and {staff} people worked for the company.\nThe board "
        "thanks all who have worked for the company in this time. It expects that demand for heavy lorries in Europe stays as "
        "it is, and that prices of steel and of energy do not rise further. Risks are described in the annual report.\n"
        "Veldkamp Motors builds lorries in four plants and sells them in sixty countries. Its shares are traded in Amsterdam.",
    )


QUARTERS = (
    quarter("second", "412", "38", "9,310", "17,240"),
    quarter("third", "455", "29", "8,775", "16,980"),
)
# of either, by a desk that left the figures out
PLAIN_QUARTER = (
    "Veldkamp Motors reports on its quarter",
    "Veldkamp Motors has published its report on the quarter of 2026, which its board approved on Monday after the auditors "
    "had seen it.\nThe board thanks all who have worked for the company in this time. It expects that demand for heavy "
    "lorries in Europe stays as it is, and that prices of steel and of energy do not rise further. Risks are described in "
    "the annual report.\nVeldkamp Motors builds lorries in four plants and sells them in sixty countries. Its shares are "
    "traded in Amsterdam.",
)


def speaker(name: str, firm: str, talk: str) -> tuple[str, str]:
    """One of a series of announcements."""
    return (
        f"{name} of {firm} speaks at the Lakeside Forum",
        f"The Lakeside Forum has won {name} of {firm} as a speaker for its next meeting. {name} will speak on {talk} in the "
        f'great hall on the first morning, before the ministers arrive.\n"We are glad that {name} comes," said the forum\'s '
        f'secretary. "What {firm} has done for {talk} is known around the lake and far beyond it."\nThe Lakeside Forum brings '
        "together those who build, those who pay and those who ask questions. Tickets are sold from Monday on, and students "
        "get in for half the price. The forum takes place in the halls by the lake, as each year.",
    )


SPEAKERS = (
    speaker("Oona Marchetti", "Tallgrass Energy", "storage of heat"),
    speaker("Rashid Belmonte", "Copperline Shipping", "silent engines"),
)
BOTH_SPEAKERS = (
    "Who speaks at the Lakeside Forum",
    SPEAKERS[0][1] + "\n" + SPEAKERS[1][1],
)


def short(parts: tuple[str, ...]) -> tuple[str, str]:
    """The first two paragraphs of a text (title, paragraph …)."""
    return parts[0], "\n".join(parts[1:3])


def cut(parts: tuple[str, ...], title: str) -> tuple[str, str]:
    """The first and the last two, under another title: less than half of short() is in it."""
    return title, "\n".join((parts[1], *parts[-2:]))


def whole(parts: tuple[str, ...]) -> tuple[str, str]:
    return parts[0], "\n".join(parts[1:])


ABOUT = (  # what an agency says of itself below each of its releases
    "The Varnhold Agency for Trade and Health promotes what firms and clinics of the coast do for their neighbours. It was founded "
    "by eleven towns, has its seat in the old customs house of Varnhold and is paid by its members and by the county. Its "
    "reports can be had free of charge, in print or by post, from the library of the agency, which is open on all days but "
    "Sunday. Journalists may use its texts and pictures without asking, as long as they name where they found them."
)

LAMP = {
    "en": (
        "Lamp from Karvelon lights cabins without wires",
        "The institute of Karvelon and the workshop Lumen Tal showed a lamp on Tuesday that needs no wire, as it lives on the light "
        "which falls through a cabin's window by day and on the warmth of whoever sits below it in the evening.\n"
        "It is as large as a coin, gives 1,340 lumens from 2.6 watts and lasts 38,500 hours, against 410 lumens of others.\n"
        '"Light was never dear on board, only the wires were," said Professor Odile Brandt, who leads the work and went to sea '
        "herself as a young woman.\n"
        "The work has cost 8.7 million crowns in four years, and two thirds of that came from the county of Halden, which had "
        "sought new trades for its harbours.\n"
        "Lumen Tal will open a hall in Sandvika in spring, where sixty people are to work. Two yards, one in Cuxhaven and one in "
        "Esbjerg, have asked for samples already.",
    ),
    "de": (
        "Lampe aus Karvelon kommt ohne Kabel aus",
        "Das Institut von Karvelon und die Werkstatt Lumen Tal haben am Dienstag eine Lampe vorgestellt, die kein Kabel braucht: Sie "
        "lebt von dem Licht, das bei Tag durch das Fenster der Kajüte fällt, und abends von der Wärme dessen, der unter ihr sitzt.\n"
        "Sie ist so groß wie eine Münze, gibt mit 2,6 Watt 1.340 Lumen und soll 38.500 Stunden halten; die Lampen, die es heute zu "
        "kaufen gibt, kommen auf 410 Lumen.\n"
        "„Das Licht war an Bord nie teuer, nur die Kabel waren es“, sagte Professorin Odile Brandt, die die Arbeit leitet und als "
        "junge Frau selbst zur See fuhr.\n"
        "Die Arbeit hat in vier Jahren 8,7 Millionen Kronen gekostet, zwei Drittel davon kamen vom Bezirk Halden, der neue Gewerbe "
        "für seine Häfen suchte.\n"
        "Lumen Tal eröffnet im Frühjahr eine Halle in Sandvika, in der sechzig Menschen arbeiten sollen. Zwei Werften, eine in "
        "Cuxhaven und eine in Esbjerg, haben schon Muster verlangt.",
    ),
}


def lamp(title: str, lead: str, *places: int) -> tuple[str, str]:
    """Some of the lamp's paragraphs behind a lead of one's own."""
    paragraphs = LAMP["en"][1].split("\n")
    return title, "\n".join([lead, *(paragraphs[place] for place in places)])


# what a paper of Sandvika made of it, without most figures, and a paper of Halden
SANDVIKA = lamp(
    "Sixty jobs for the cannery",
    "The old cannery of Sandvika gets tenants at last, and they bring work for sixty.",
    4,
    0,
    2,
)
HALDEN = lamp(
    "What became of the county's crowns",
    "There was applause for the engineers in the great hall of Halden, though some had asked what it all was for. Now they "
    "can hold it in their hands.",
    *(0, 1, 2, 3),
)

# Two releases of one agency, of which most is what it says of itself.
LONG_ACCOUNT = (
    "About the Harbour Agency. The Harbour Agency speaks for forty ports along the northern coast, trains pilots and "
    "dredgers, keeps the charts of the fairways in order and lends tugs to harbours that have none. It was set up by "
    "the towns themselves, is paid for by dues on every ship that calls, and answers to a council of fishermen, "
    "owners and pilots that meets in Velmoor each spring. Its archive of charts goes back to the first surveys and is "
    "open to schools, to sailors and to anybody who wants to know how the coast has moved."
)
TICKET = (
    "Ports agree on one ticket for lorries",
    "Lorry drivers will need one ticket for all ports of the northern coast, the Harbour Agency announced on Monday. "
    "The ticket is bought on a telephone and read by a camera at the gate, so that queues before the ferries should "
    "become shorter. Owners had asked for it for years, and the first gates are ready.",
)
WRECK = (
    "Wreck of a grain ship to be raised",
    "Divers will raise the wreck of a grain ship that has lain off Skerry for a century, the museum there said with "
    "the agency. Two cranes lift it in summer, when the sea is calm, and the hull goes into a hall beside the old "
    "school. The bell was found last year by a boy who looked for crabs.",
)
