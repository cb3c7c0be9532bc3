"""Invitations, grants, appointments and the like by one form: each is a story of its own, and its copies join it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime

from storesamples import NOW
from tables import each

from crawler.dedupe import anchored, anchors, fingerprint, judge
from storage.records import Article, Fingerprint, Neighbour

# language, title, text; what two of them are filled in with
FORMS = {
    "webinar-en": (
        "en",
        "Webinar: {0} – {1}",
        "In this free session of the Harbour Data series, {2} of {3} shows how {4}. The session takes place on {1} at 15:00 and lasts 45 minutes.\n\nAfter the talk there is time for questions. A recording will be sent to everyone who registers. The series is hosted by the Harbour Data Club, which brings together people who work with data in ports and on ships.\n\nRegister with your e-mail address; places are limited to 200.",
        (
            "Forecasting berths",
            "12 March 2026",
            "Ines Carvalho",
            "Portolan",
            "small terminals plan their cranes",
        ),
        (
            "Cleaning AIS tracks",
            "9 April 2026",
            "Marek Dusík",
            "Seatrace",
            "gaps in position reports are filled",
        ),
    ),
    "grant-en": (
        "en",
        "{0} wins Bright Harbour grant",
        "The Bright Harbour Foundation has awarded {0} a grant of 25,000 pounds. {1} from {2} receives the money to {3}.\n\nThe foundation supports young firms in coastal towns. Each year it gives 12 grants, chosen by a jury from some 400 applications. Winners also get a desk at the foundation's house in Whitby for six months. Applications for the next round are open until 30 June.",
        ("Tidewise", "Founder Petra Nolan", "Grimsby", "measure swell with old phones"),
        ("Crabtag", "Founder Owen Birch", "Cromer", "label shellfish with printed codes"),
    ),
    "hire-en": (
        "en",
        "{0} names {1} as {2}",
        '{0} has appointed {1} as its new {2}. {3} takes over on 1 September and will be based in {4}.\n\n"We are delighted to welcome such an experienced leader," said the chairman of the board. "Our customers will benefit from this fresh view." Candidates from inside and outside the company had been considered. The company, which belongs to the Larch group, has 3,200 employees in 14 countries and is listed in Oslo.',
        (
            "Larchnet",
            "Birgit Solheim",
            "chief financial officer",
            "Solheim, who comes from Fjordbank,",
            "Bergen",
        ),
        ("Larchcloud", "Pascal Remy", "head of sales", "Remy, until now with Nuage Sud,", "Lyon"),
    ),
    "shop-en": (
        "en",
        "{0} opens new store in {1}",
        "Electronics chain {0} opens a store in {1} on {2}. The first 100 customers get a voucher. The shop has {3} square metres and employs {4} people.\n\nOpening hours are 9:30 to 20:00 from Monday to Saturday. Customers can have old devices taken back free of charge, whether or not they buy a new one. Repairs of telephones are done on the spot within two hours.",
        ("Voltara", "Aarhus", "3 June", "850", "14"),
        ("Voltara", "Malmo", "17 June", "1,240", "22"),
    ),
    "nomination-fr": (
        "fr",
        "{0} nommé {1} de {2}",
        "{2} annonce la nomination de {0} au poste de {1}. Diplômé de {3}, il travaillait jusqu'ici chez {4}.\n\nIl prendra ses fonctions le 1er septembre et rejoindra le comité exécutif. « Nous sommes heureux d'accueillir un dirigeant qui connaît si bien notre métier », a déclaré la présidente du groupe, Hélène Castaing. Le groupe Castaing emploie 5 400 personnes dans 18 pays et a réalisé l'an dernier un chiffre d'affaires de 1,2 milliard d'euros. Il conçoit des équipements pour les réseaux d'eau et d'électricité.",
        ("Bruno Delmas", "directeur financier", "Castaing Réseaux", "l'Essec", "Veolane"),
        ("Karim Haddad", "directeur technique", "Castaing Énergie", "Centrale Nantes", "Alstéa"),
    ),
    "seminar-ja": (
        "ja",
        "{0}セミナー、{1}に{2}で開催",
        "みなと情報協会は{1}、{2}で「{0}」をテーマにしたセミナーを開く。講師は{3}で、参加費は無料、定員は80人。\n\nセミナーは午後2時から4時半まで。終了後には名刺交換会も予定されている。申し込みは協会のウェブサイトで受け付けており、定員になり次第締め切る。協会は港湾や物流の情報化を支援しており、同様のセミナーを毎年10回ほど開いている。",
        ("倉庫の自動化", "4月16日", "横浜", "サンライズ物流の木島拓也氏"),
        ("港の脱炭素", "5月28日", "神戸", "グリーン海運の三枝香織氏"),
    ),
    "lecture-ko": (
        "ko",
        "{0} 강연, {1} {2}서 열려",
        "열린항구협회는 {1} {2}에서 '{0}' 강연을 연다. 강연자는 {3}이며 참가비는 무료, 정원은 80명이다.\n\n강연은 오후 2시에 시작해 4시 30분에 끝나고 이어서 교류 시간이 마련된다. 참가 신청은 협회 홈페이지에서 받으며 정원이 차면 마감된다. 협회는 항만과 물류 업계의 정보화를 지원하며 비슷한 강연을 해마다 열 차례가량 열고 있다.",
        ("창고 자동화", "4월 16일", "부산", "선라이즈물류 김도윤 부장"),
        ("항만 탄소 감축", "5월 28일", "인천", "그린해운 이서현 이사"),
    ),
    "lecture-ru": (
        "ru",
        "Лекция «{0}» пройдёт {1} в {2}",
        "Клуб «Открытый порт» приглашает на лекцию «{0}», которая пройдёт {1} в {2}. Выступит {3}. Вход свободный, начало в 18:30.\n\nПосле лекции гости смогут задать вопросы и осмотреть выставку старых радиостанций. Регистрация открыта на сайте клуба, число мест ограничено. Клуб «Открытый порт» проводит встречи с инженерами каждый месяц и собирает библиотеку технических журналов.",
        ("Краны без крановщиков", "16 апреля", "Калининграде", "инженер Глеб Астахов"),
        ("Связь во льдах", "28 мая", "Мурманске", "полярник Вера Лозинская"),
    ),
    "hoithao-vi": (
        "vi",
        "Hội thảo {0} tại {1} ngày {2}",
        "Câu lạc bộ Cảng Mở tổ chức hội thảo {0} vào ngày {2} tại {1}. Diễn giả là {3}. Vé vào cửa miễn phí, số lượng 80 chỗ.\n\nHội thảo bắt đầu lúc 14 giờ và kết thúc lúc 16 giờ 30, sau đó là phần giao lưu. Người tham dự đăng ký trên trang web của câu lạc bộ cho đến khi hết chỗ. Câu lạc bộ tổ chức khoảng mười hội thảo mỗi năm nhằm hỗ trợ doanh nghiệp cảng và vận tải ứng dụng công nghệ.",
        ("kho tự động", "Hải Phòng", "16/4", "kỹ sư Trần Quốc Bảo"),
        ("giảm phát thải", "Đà Nẵng", "28/5", "bà Lê Thu Hằng"),
    ),
    "karyashala-hi": (
        "hi",
        "{0} में {1} कार्यशाला {2} को",
        "खुला बंदरगाह संस्था {2} को {0} में {1} कार्यशाला आयोजित करेगी। कार्यशाला में {3} प्रशिक्षण देंगे। प्रवेश निःशुल्क है और 60 सीटें हैं।\n\nकार्यशाला सुबह 10 बजे शुरू होगी और चार घंटे चलेगी। प्रतिभागियों को प्रमाणपत्र और भोजन दिया जाएगा। पंजीकरण संस्था की वेबसाइट पर किया जा सकता है। संस्था हर महीने किसी नए शहर में ऐसी कार्यशाला करती है, जिसमें स्थानीय व्यापार मंडल सहयोग देता है।",
        ("भोपाल", "सोल्डरिंग", "16 अप्रैल", "इंजीनियर विवेक राठौर"),
        ("नागपुर", "ड्रोन", "28 जून", "प्रोफेसर अनीता देशपांडे"),
    ),
    "lokakarya-id": (
        "id",
        "Lokakarya {0} di {1} pada {2}",
        "Komunitas Pelabuhan Terbuka menggelar lokakarya {0} di {1} pada {2}. Pembicaranya adalah {3}. Peserta tidak dipungut biaya dan tempat terbatas untuk 60 orang.\n\nAcara dimulai pukul 13.30 dan berlangsung empat jam. Peserta mendapat makan siang dan sertifikat. Pendaftaran dibuka di situs komunitas hingga kuota penuh. Komunitas ini mengadakan lokakarya serupa setiap bulan di kota pesisir yang berbeda dengan dukungan pemerintah daerah.",
        ("solder", "Semarang", "16 April", "Bayu Prakoso"),
        ("drone", "Makassar", "28 Mei", "Nurul Asmara"),
    ),
    "job-en": (
        "en",
        "Vacancy: {0} at {1}",
        "{1} is looking for a {0} to join its team in {2}. You will {3}. The post is permanent and full-time, with 28 days of leave and a pension.\n\nWe are a small company that builds instruments for ships and harbours. Since 2009 we have delivered more than 4,000 devices to customers in 30 countries. Our people work in mixed teams, choose their own tools and share what they learn in a weekly talk. We welcome applicants of any age and background, and we pay travel costs for interviews.\n\nPlease send your application as one file by {4} to our personnel office. For questions call {5}. Interviews take place in the following weeks. Unfortunately we cannot return documents that are sent by post. Your data are kept for six months and then deleted.",
        (
            "firmware engineer",
            "Brinewave",
            "Hull",
            "write code for tide gauges and test it at sea",
            "15 May",
            "Judith Mercer",
        ),
        (
            "sales manager",
            "Brinewave",
            "Rotterdam",
            "visit shipyards and prepare offers for radar mirrors",
            "30 June",
            "Pieter Vos",
        ),
    ),
    "alliance-en": (
        "en",
        "{0} joins the Openlane alliance",
        '{0} has joined the Openlane alliance, the group said today. The {1} company, which {2}, becomes its {3} member and will take part in the working group on {4}.\n\n"We are pleased to be part of this effort," said {5}, who represents the company in the alliance\'s council. Openlane was founded in 2019 by carriers and port operators who wanted to exchange data about containers without asking a middleman. It publishes open standards for messages about arrivals, customs and damage. According to the alliance about 30 per cent of the world\'s containers are now tracked with messages that follow them.\n\nMembers pay a fee that depends on their sales and have one vote each. Smaller companies may join the working groups without a vote. The secretariat in Antwerp has 14 employees. The next general meeting takes place in Rotterdam on 20 November, when the members will vote on version four of the standard.\n\n"Every member makes the network more useful for all the others," said secretary-general Maarten Claes. Standards and sample code can be downloaded free of charge from the alliance\'s website.',
        (
            "Baltic Feeder Lines",
            "Estonian",
            "runs nine ships between Tallinn and Kiel",
            "118th",
            "ice delays",
            "Kadri Saar",
        ),
        (
            "Yarmouth Cold Stores",
            "British",
            "freezes fish for supermarkets",
            "119th",
            "temperatures",
            "Gareth Pugh",
        ),
    ),
}
DATELINES = {
    "ja": "【5月30日 港湾通信】",
    "ko": "[5월 30일 항만뉴스] ",
    "hi": "30 मई, तटवार्ता। ",
    "ru": "30 мая, «Берег». ",
}
FERRY = (
    "Harbour ferry to Skelby gets batteries",
    "The harbour ferry to Skelby is to run on batteries from March 3, the operator Norhavn said. The boat was rebuilt at the "
    "Tofte yard in Arendal for 18.5 million crowns.\n\n"
    "It takes 96 passengers and is charged for 25 minutes at each end, said captain Sigrid Aune. Residents had asked for a "
    "quieter boat for years, and a petition found 2,140 names.\n\n"
    "The old engine goes to the museum in Grimstad, where it can be seen from May.",
)
LOCAL = (
    "Quiet at last: Skelby ferry gets batteries in March",
    "For Gerda Moland of Vika Pier there is no better news this winter, and her dog Bruno agrees with her.\n\n"
    + FERRY[1],
)
LATER = (
    "Skelby ferry: batteries for the harbour boat",
    "ARENDAL, March 19 (Kystnytt) - " + FERRY[1].replace(" from March 3", ""),
)


def filled(name: str, which: int) -> Article:
    language, title, text, *values = FORMS[name]
    url = f"https://{which}.example/{name}"
    said = values[which]
    return Article(url, title.format(*said), text.format(*said), published_at=NOW, language=language)


def printed(article: Article) -> Fingerprint:
    return anchored(fingerprint(article), anchors(article))


def told(articles: Iterable[Article]) -> list[int]:
    """The story each article is put in, judged in their order; none may bring two together."""
    kept: list[Neighbour] = []
    for number, new in enumerate(articles, 1):
        found = judge(printed(new), kept, language=new.language, site=f"site{number}.example")
        assert not found.joins
        kept.append(
            Neighbour(
                number, found.story_id or number, new.language, f"site{number}.example", NOW, printed(new)
            )
        )
    return [neighbour.story_id for neighbour in kept]


def english(title: str, text: str) -> Article:
    return Article(
        "https://a.example/1", title, text, published_at=datetime(2026, 3, 1, tzinfo=UTC), language="en"
    )


@each("name", sorted(FORMS))
def test_a_form_that_is_filled_in_for_two_occasions_tells_two_stories(name):
    assert told([filled(name, 0), filled(name, 1)]) == [1, 2]


@each("name", sorted(FORMS))
def test_a_copy_of_what_is_told_by_a_form_joins_it_alone(name):
    first, second = filled(name, 0), filled(name, 1)
    dateline = DATELINES.get(second.language or "", "HARBOUR TOWN, May 30 (Coastwire) - ")
    copy = Article(
        "https://c.example/1",
        second.title,
        dateline + second.text,
        published_at=NOW,
        language=second.language,
    )
    headed = Article(
        "https://d.example/1",
        "Xyl",
        second.text + "\n\nCoastwire",
        published_at=NOW,
        language=second.language,
    )
    assert told([first, second, copy, headed]) == [1, 2, 2, 2]


def test_a_copy_with_a_lead_of_its_own_under_half_the_headline_is_no_other_occasion():
    cut = LOCAL[1].rpartition("\n\n")[0]
    assert told([english(*FERRY), english(LOCAL[0], cut)]) == [1, 1]


def test_a_copy_whose_dateline_alone_has_a_day_is_no_other_occasion():
    assert told([english(*FERRY), english(*LATER)]) == [1, 1]


def test_a_form_that_was_filled_in_on_one_weekday_for_two_days_tells_two_stories():
    notice = (
        "Orlo shows its cargo bike {0}",
        "Orlo showed its cargo bike {0} in Tarnholm on Thursday. It weighs {1} kilograms and carries a load of 180. The brakes "
        "are made by Brevik, the battery by Sollan. It costs {2} euros and is sold from {3} April at 310 dealers in Norway and "
        "Denmark. Orlo, founded in 1996, sold 41,000 bikes last year and employs 260 people. {4}",
    )
    fills = (
        ("Lastra 2", "34", "4,190", "9", "Parents had asked for a lower step, said designer Una Holt."),
        ("Carga 7", "38", "4,890", "23", "Couriers had asked for a wider box, said designer Una Holt."),
    )
    assert told([english(notice[0].format(*fill), notice[1].format(*fill)) for fill in fills]) == [1, 2]
