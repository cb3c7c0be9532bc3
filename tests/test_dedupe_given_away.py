"""What stands in the place of something else: another month is another issue, another unit or another word is none."""

from __future__ import annotations

from tables import each

from crawler.dedupe import anchored, anchors, fingerprint, judge
from crawler.dedupe.months import months_in
from storage.records import Article, Neighbour, Verdict

# language, title, text, two months and what else is new in each
MONTHLY = [
    (
        "de",
        "Hafenampel: 58 Kräne in Betrieb",
        "Im {0} waren nach Zählung des Hafenamts 58 Kräne in Betrieb, {1} weitere wurden gewartet.\n\nDie Zählung umfasst alle "
        "Anlagen an den Kais und auf den Lagerflächen. {2}\n\nAlle Werte stehen auf der Seite des Amts zum Herunterladen bereit. "
        "Die nächste Zählung wird wie üblich in der ersten Woche des kommenden Monats veröffentlicht.",
        (
            ("Februar", "3", "Längere Ausfälle gab es am Südkai nicht."),
            ("Oktober", "5", "Am Nordkai stand eine Winde still."),
        ),
    ),
    (
        "fr",
        "Baromètre des quais : 58 grues en service",
        "Relevé publié en {0} par la capitainerie : 58 grues étaient en service, dont {1} depuis moins d'un an.\n\nLe relevé couvre "
        "toutes les installations des quais et des entrepôts. {2}\n\nLes chiffres détaillés peuvent être téléchargés sur le site "
        "de la capitainerie. Le prochain relevé paraîtra comme toujours au début du mois suivant.",
        (
            ("mars", "3", "Aucune panne longue n'a été signalée."),
            ("août", "5", "Un treuil est resté bloqué une journée."),
        ),
    ),
    (
        "ru",
        "Портовый счёт: работали 58 кранов",
        "По итогам за {0} портовое управление насчитало 58 работающих кранов, ещё {1} стояли на ремонте.\n\nПодсчёт охватывает все "
        "установки на причалах и складах. {2}\n\nПодробные таблицы можно скачать на сайте управления. Следующий подсчёт "
        "опубликуют, как обычно, в первых числах нового месяца.",
        (
            ("апрель", "3", "Долгих остановок на южном причале не было."),
            ("ноябрь", "5", "На северном причале сломалась лебёдка."),
        ),
    ),
    (
        "pl",
        "Licznik portowy: pracowało 58 dźwigów",
        "Według spisu kapitanatu w {0} pracowało w porcie 58 dźwigów, a {1} kolejne były w naprawie.\n\nSpis obejmuje wszystkie "
        "urządzenia na nabrzeżach i placach składowych. {2}\n\nSzczegółowe tabele można pobrać ze strony kapitanatu. Następny spis "
        "ukaże się jak zwykle w pierwszych dniach nowego miesiąca.",
        (
            ("marcu", "3", "Dłuższych przestojów nie było."),
            ("kwietniu", "5", "Na północy stanęła wciągarka."),
        ),
    ),
    (
        "vi",
        "Số liệu cảng: 58 cần cẩu hoạt động",
        "Theo thống kê của cảng vụ trong tháng {0} vừa qua có 58 cần cẩu hoạt động, thêm {1} chiếc khác đang được sửa chữa.\n\nThống kê "
        "bao gồm mọi thiết bị trên cầu cảng và trong kho bãi. {2}\n\nCác bảng chi tiết có thể tải về từ trang của cảng vụ. Lần thống kê "
        "tiếp theo sẽ được công bố như thường lệ vào những ngày đầu tiên.",
        (
            ("3", "3", "Không có sự cố kéo dài nào xảy ra."),
            ("4", "5", "Một chiếc tời ở bến bắc ngừng chạy."),
        ),
    ),
    (
        "zh",
        "港口统计：58台起重机投入作业",
        "据港务局统计，今年{0}份共有58台起重机投入作业，另有{1}台正在接受检修。\n\n统计范围包括码头和堆场上的全部设备。{2}\n\n详细表格可以在港务局网站上下载，"
        "下一次统计结果将按照惯例在下个月的头几天公布，届时还会附上各个泊位的使用情况和船舶等待的时间。",
        (
            ("三月", "三", "南侧码头没有发生长时间停机。"),
            ("四月", "五", "北侧码头有一台绞车停转。"),
        ),
    ),
    (
        "th",
        "สถิติท่าเรือ: ปั้นจั่น 58 ตัวทำงาน",
        "ข้อมูลของการท่าเรือระบุว่าในเดือน{0}ที่ผ่านมามีปั้นจั่นทำงาน 58 ตัว และอีก {1} ตัวอยู่ระหว่างซ่อมบำรุงตามรอบปกติ\n\nการนับครอบคลุมอุปกรณ์ทั้งหมดบนท่าเทียบเรือ"
        "และลานเก็บสินค้าทุกแห่งของการท่าเรือ {2}\n\nตารางฉบับละเอียดดาวน์โหลดได้จากเว็บไซต์ของการท่าเรือ ส่วนผลการนับครั้งต่อไปจะเผยแพร่ตามปกติในวันแรก ๆ ของรอบใหม่",
        (
            ("มีนาคม", "3", "ไม่มีการหยุดเครื่องเป็นเวลานาน"),
            ("เมษายน", "5", "กว้านตัวหนึ่งทางเหนือหยุดหมุน"),
        ),
    ),
]
FERRY = (
    "Strait ferry carries 4.2 million in its first year",
    "The electric ferry across the strait carried 4.2 million passengers in its first year, the operator Havnlinje said on "
    "Tuesday.\n\nThe boats sail every 20 minutes and replaced diesel vessels that had served the route since 1974. Havnlinje, "
    "which belongs to the pension fund Norstrand, has 5.6 million customers in all.\n\n"
    '"People came because it is quiet," said captain Sigrid Aune. A failure of the charger at the western pier in autumn had '
    "stopped the boats for two days and left 900,000 people waiting.\n\nThe operator will order two more boats.",
)
COUNTED_OTHERWISE = (
    "Quiet boats: 42 lakh take strait ferry in first year",
    FERRY[1]
    .replace("4.2 million", "42 lakh")
    .replace("5.6 million", "56 lakh")
    .replace("900,000", "nine lakh")
    .replace("\n\nThe operator will order two more boats.", ""),
)
NETWORK = (
    "Kestrel picks Varmouth for campus of fibre school",
    "Kestrel will build a school for fibre technicians in Varmouth, its first outside the capital, the company said on Monday.\n\n"
    "The campus will have three halls and a street of model houses in which cables are laid. The first course begins in spring, "
    "with two more to follow at intervals of nine weeks.\n\n"
    '"Half of our crews will retire within ten years," said head of training Maud Ellery. "Nobody else teaches this work."\n\n'
    "The town gives the land of the campus for fifty years, on condition that at least half of the pupils come from the county.\n\n"
    "Residents of the harbour quarter have asked what becomes of the water in the old dock. Kestrel said the dock would be kept "
    "and that the water of the basin would cool the halls.",
)
REORDERED = (
    "Varmouth wins fibre school, and residents ask about water",
    "\n\n".join(NETWORK[1].split("\n\n")[i] for i in (0, 4, 1, 3, 2)).replace("land of the campus", "land"),
)
CABLE = (
    "Нове кабельне кільце між портами та островом",
    "Оператор «Прибій» прокладе підводний кабель між трьома портами, повідомили у вівторок в компанії.\n\nРоботи почнуться "
    "навесні й триватимуть два роки. Кабель матиме дванадцять пар волокон, а прокладе його судно з Одеси.\n\n«Сьогодні весь "
    "трафік іде одним шляхом, і це небезпечно», — сказала директорка Мирослава Гнатюк.\n\nМешканці острова просять та чекають "
    "дослідження впливу на луки морської трави. Дно обстежать у червні.",
)
CABLE_EDITED = (
    "Кабельне кільце між портами: трава на дні",
    CABLE[1].replace("просять та чекають", "просять на зборах").rpartition(" Дно")[0],
)


def told(language: str, first: tuple[str, str], then: tuple[str, str]) -> Verdict:
    """What is thought of the second text, which comes after the first one."""
    old, new = (
        Article(f"http://{n}.example/", *text, language=language) for n, text in enumerate((first, then))
    )
    prints = [anchored(fingerprint(article), anchors(article)) for article in (old, new)]
    neighbour = Neighbour(1, 1, language, None, None, prints[0])
    return judge(prints[1], [neighbour], language=language)


@each(("language", "title", "text", "issues"), MONTHLY)
def test_a_monthly_count_by_one_form_is_a_story_of_its_own(language, title, text, issues):
    first, then = [(title, text.format(*issue)) for issue in issues]
    assert told(language, first, then).relation == "original"


@each(("language", "title", "text", "issues"), MONTHLY)
def test_a_copy_of_a_monthly_count_is_none(language, title, text, issues):
    first = title, text.format(*issues[0])
    assert told(language, first, ("Xyl", first[1][:-9])).relation == "near"


def test_a_dateline_of_another_month_is_no_other_issue():
    first, then = [(FERRY[0], f"VIKA, {day} (Kystnytt) - {FERRY[1]}") for day in ("March 31", "April 1")]
    assert told("en", first, then).relation == "near"


def test_a_month_without_spaces_is_read_however_it_is_written_and_no_day_is_one():
    found = {text: [number for _, _, number in months_in(text)] for text in MONTHS}
    assert found == MONTHS


@each(
    ("language", "first", "then"),
    [
        ("en", FERRY, COUNTED_OTHERWISE),
        ("en", NETWORK, REORDERED),
        ("uk", CABLE, CABLE_EDITED),
    ],
)
def test_units_and_small_words_in_the_place_of_others_are_no_other_names(language, first, then):
    assert told(language, first, then).relation == "near"
    assert told(language, then, first).relation == "near"


MONTHS = {
    "2026年3月公布": [3],
    "今年三月份和十二月": [3, 12],
    "3월수출": [3],
    "在3个月内十三月": [],
    "于3月5日、三月五日": [],
    "เดือนมีนาคมที่ผ่านมา": [3],
    "วันที่5มีนาคม": [],
}
# language, title, text, two names of three letters
SHORT_NAMES = [
    (
        "ru",
        "{0} снизил ставки по вкладам",
        "{0} снизил ставки по рублёвым вкладам, сообщила его пресс-служба. Изменения касаются новых договоров.\n\nКлиенты {0} смогут "
        "открыть вклад в приложении, сказал представитель {0}. Очередей в отделениях больше не будет.\n\nЭксперты считают, что "
        "другие участники рынка последуют этому примеру.",
        ("ВТБ", "ПСБ"),
    ),
    (
        "el",
        "Η {0} ανακοίνωσε επενδύσεις στο δίκτυο",
        "Η {0} ανακοίνωσε νέες επενδύσεις στο δίκτυο της χώρας. Τα έργα της {0} αρχίζουν το φθινόπωρο.\n\nΣύμφωνα με στελέχη, η {0} "
        "θα προσλάβει τεχνικούς και μηχανικούς σε όλες τις περιφέρειες.\n\nΗ μετοχή της {0} έκλεισε με άνοδο.",
        ("ΔΕΗ", "ΟΤΕ"),
    ),
]


@each(("language", "title", "text", "names"), SHORT_NAMES)
def test_names_of_three_letters_are_names_though_they_are_as_short_as_small_words(
    language, title, text, names
):
    first, then = [(title.format(name), text.format(name)) for name in names]
    assert told(language, first, then).relation == "original"
