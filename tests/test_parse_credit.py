"""Whom a page names as the source of its text, in many languages; and what is no such word."""

from __future__ import annotations

import json

from tables import each

from crawler.agencies import NAMED, agency, agency_at, names_outlet
from crawler.parse import join_pages, parse_article

TEXTS = {
    "en": (
        "The conference opened on Wednesday before eight hundred delegates from fifty countries, who will debate data and trade.",
        "A benchmark of twelve digital cities was published in the afternoon, and four agreements on training were signed.",
        "The organisers expect that the exhibition will draw more visitors than last year, when rain kept many people away.",
    ),
    "zh": (
        "2025全球数字经济大会在北京开幕，来自五十多个国家和地区的八百名代表出席开幕式，围绕数据流通和数字贸易展开讨论。",
        "大会当天下午发布了十二座城市的数字经济标杆报告，并签署了四项人才培养协议，其中两项与老挝的学校合作完成。",
        "主办方表示，今年展览的观众人数预计超过去年，去年的大雨让许多人没有到场，今年的天气则一直晴朗。",
    ),
    "ja": (
        "世界デジタル経済会議が水曜日に開幕し、五十か国から集まった八百人の代表がデータの流通と貿易について議論を始めた。",
        "午後には十二都市の指標をまとめた報告書が公表され、若い技術者の育成に関する四つの協定が結ばれたという。",
        "主催者は今年の展示会には昨年を上回る来場者が訪れると見込んでいる。昨年は大雨のため多くの人が来られなかった。",
    ),
    "ko": (
        "세계 디지털 경제 대회가 수요일 개막해 오십여 개국에서 온 팔백 명의 대표가 데이터 유통과 무역을 놓고 토론을 시작했다.",
        "오후에는 열두 개 도시의 지표를 정리한 보고서가 발표되었고 젊은 기술자 양성에 관한 협약 네 건이 체결되었다.",
        "주최 측은 올해 전시회에 지난해보다 많은 관람객이 찾을 것으로 내다봤다. 지난해에는 큰비로 많은 사람이 오지 못했다.",
    ),
    "th": (
        "การประชุมเศรษฐกิจดิจิทัลระดับโลกเปิดฉากขึ้นเมื่อวันพุธ โดยมีผู้แทนแปดร้อยคนจากห้าสิบประเทศเข้าร่วมหารือเรื่องข้อมูลและการค้า",
        "ช่วงบ่ายมีการเผยแพร่รายงานดัชนีเมืองดิจิทัลสิบสองเมือง และลงนามข้อตกลงสี่ฉบับว่าด้วยการฝึกอบรมคนรุ่นใหม่ด้านเทคโนโลยี",
        "ผู้จัดงานคาดว่านิทรรศการปีนี้จะมีผู้เข้าชมมากกว่าปีที่แล้ว ซึ่งฝนตกหนักทำให้หลายคนไม่ได้มาร่วมงานตามที่ตั้งใจไว้",
    ),
    "ar": (
        "افتتح المؤتمر العالمي للاقتصاد الرقمي يوم الأربعاء بحضور ثمانمئة مندوب من خمسين دولة لمناقشة تداول البيانات والتجارة.",
        "ونشر بعد الظهر تقرير عن مؤشرات اثنتي عشرة مدينة رقمية، ووقعت أربع اتفاقيات لتدريب المهندسين الشباب في عدة بلدان.",
        "ويتوقع المنظمون أن يزور المعرض هذا العام عدد أكبر من العام الماضي حين منعت الأمطار كثيرين من الحضور إلى المكان.",
    ),
    "ru": (
        "Всемирная конференция по цифровой экономике открылась в среду, на нее приехали восемьсот делегатов из пятидесяти стран.",
        "Днем был опубликован доклад о двенадцати цифровых городах и подписаны четыре соглашения о подготовке молодых инженеров.",
        "Организаторы ожидают, что выставку посетит больше людей, чем в прошлом году, когда многим помешал сильный дождь.",
    ),
    "vi": (
        "Hội nghị kinh tế số toàn cầu khai mạc hôm thứ Tư với tám trăm đại biểu từ năm mươi nước, thảo luận về dữ liệu và thương mại.",
        "Buổi chiều, ban tổ chức công bố báo cáo về mười hai thành phố số và ký bốn thỏa thuận đào tạo kỹ sư trẻ ở nhiều nước.",
        "Ban tổ chức dự kiến triển lãm năm nay đón nhiều khách hơn năm ngoái, khi mưa lớn khiến nhiều người không thể đến dự.",
    ),
    "id": (
        "Konferensi ekonomi digital dunia dibuka pada hari Rabu dengan delapan ratus delegasi dari lima puluh negara yang hadir.",
        "Pada sore hari laporan tentang dua belas kota digital diterbitkan dan empat perjanjian pelatihan insinyur ditandatangani.",
        "Panitia memperkirakan pameran tahun ini dikunjungi lebih banyak orang daripada tahun lalu ketika hujan deras turun.",
    ),
    "de": (
        "Die Weltkonferenz für digitale Wirtschaft ist am Mittwoch mit achthundert Delegierten aus fünfzig Ländern eröffnet worden.",
        "Am Nachmittag wurde ein Bericht über zwölf digitale Städte vorgestellt, und vier Abkommen zur Ausbildung wurden geschlossen.",
        "Die Veranstalter erwarten mehr Besucher der Ausstellung als im vergangenen Jahr, als starker Regen viele davon abhielt.",
    ),
    "fr": (
        "La conférence mondiale de l’économie numérique s’est ouverte mercredi devant huit cents délégués venus de cinquante pays.",
        "Un rapport sur douze villes numériques a été publié dans l’après-midi et quatre accords de formation ont été signés.",
        "Les organisateurs attendent plus de visiteurs que l’année dernière, quand la pluie avait empêché beaucoup de venir.",
    ),
    "es": (
        "La conferencia mundial de economía digital se inauguró el miércoles ante ochocientos delegados de cincuenta países.",
        "Por la tarde se publicó un informe sobre doce ciudades digitales y se firmaron cuatro acuerdos de formación de jóvenes.",
        "Los organizadores esperan más visitantes que el año pasado, cuando la lluvia impidió que muchos llegaran a la muestra.",
    ),
    "it": (
        "La conferenza mondiale dell’economia digitale si è aperta mercoledì davanti a ottocento delegati di cinquanta paesi.",
        "Nel pomeriggio è stato pubblicato un rapporto su dodici città digitali e sono stati firmati quattro accordi di formazione.",
        "Gli organizzatori attendono più visitatori dello scorso anno, quando la pioggia impedì a molti di arrivare alla mostra.",
    ),
    "pl": (
        "Światowa konferencja gospodarki cyfrowej rozpoczęła się w środę z udziałem ośmiuset delegatów z pięćdziesięciu krajów.",
        "Po południu ogłoszono raport o dwunastu cyfrowych miastach i podpisano cztery umowy o kształceniu młodych inżynierów.",
        "Organizatorzy spodziewają się większej liczby gości niż w zeszłym roku, gdy wielu osobom przeszkodził ulewny deszcz.",
    ),
    "tr": (
        "Dünya dijital ekonomi konferansı çarşamba günü elli ülkeden gelen sekiz yüz delegenin katılımıyla başladı ve sürüyor.",
        "Öğleden sonra on iki dijital kent hakkında bir rapor yayımlandı ve genç mühendislerin eğitimi için dört anlaşma imzalandı.",
        "Düzenleyenler sergiye geçen yıldan daha çok ziyaretçi bekliyor; geçen yıl şiddetli yağmur pek çok kişiyi engellemişti.",
    ),
    "el": (
        "Το παγκόσμιο συνέδριο ψηφιακής οικονομίας άνοιξε την Τετάρτη με οκτακόσιους συνέδρους από πενήντα χώρες του κόσμου.",
        "Το απόγευμα δημοσιεύτηκε έκθεση για δώδεκα ψηφιακές πόλεις και υπογράφηκαν τέσσερις συμφωνίες για την εκπαίδευση νέων.",
        "Οι διοργανωτές περιμένουν περισσότερους επισκέπτες από πέρυσι, όταν η δυνατή βροχή εμπόδισε πολλούς να έρθουν.",
    ),
    "pt": (
        "A conferência mundial da economia digital abriu na quarta-feira perante oitocentos delegados de cinquenta países.",
        "À tarde foi publicado um relatório sobre doze cidades digitais e foram assinados quatro acordos de formação de jovens.",
        "Os organizadores esperam mais visitantes do que no ano passado, quando a chuva impediu muita gente de chegar.",
    ),
}  # fmt: skip

# language, what stands before the first paragraph's words, a line above the text, a line below it, the credit
CREDITS = [
    ("en", "BEIJING, July 2 (Xinhua) -- ", "", "", "Xinhua"),
    ("en", "BEIJING (Reuters) - ", "", "", "Reuters"),
    ("en", "BEIJING, July 2, 2025 /PRNewswire/ -- ", "", "SOURCE GDEC Organizing Committee", "PR Newswire"),
    ("en", "BEIJING--(BUSINESS WIRE)--", "", "", "Business Wire"),
    ("en", "BEIJING, July 02, 2025 (GLOBE NEWSWIRE) -- ", "", "", "GlobeNewswire"),
    ("en", "KUALA LUMPUR, July 2 (Bernama) -- ", "", "", "Bernama"),
    ("en", "New York (AP) — ", "", "", "AP"),
    ("en", "HANOI, 2 July (AA) - ", "", "", "Anadolu"),
    ("en", "NEW DELHI: (PTI) ", "", "", "PTI"),
    ("en", "", "", "Xinhua/VNA", "Xinhua"),
    ("en", "", "By Reuters Staff", "", "Reuters"),
    ("en", "", "Xinhua", "", "Xinhua"),
    ("en", "", "AFP, Beijing", "", "AFP"),
    ("en", "", "", "SOURCE GDEC Organizing Committee", "GDEC Organizing Committee"),
    ("en", "", "", "Source: The Borough Gazette", "The Borough Gazette"),
    ("en", "", "Last updated: July 2, 2025 | Source: The Borough Gazette", "", "The Borough Gazette"),
    ("en", "", "", "Source: https://www.reuters.com/world/one-2025", "Reuters"),
    ("en", "", "", "(With inputs from PTI)", "PTI"),
    ("en", "", "", "— AFP", "AFP"),
    ("zh", "新华社北京7月2日电（记者王五）", "", "", "Xinhua"),
    ("zh", "【新华社北京7月2日电】", "", "", "Xinhua"),
    ("zh", "中新网北京7月2日电 (李四)", "", "", "China News Service"),
    ("zh", "", "2025-07-02 10:00 来源：新华网 作者：王五", "", "Xinhua"),
    ("zh", "", "來源：城市日報 | 責任編輯：李四", "", "城市日報"),
    ("zh", "（中央社記者李四台北2日電）", "", "", "Central News Agency"),
    ("zh", "", "[稿源：城市日报]", "", "城市日报"),
    ("zh", "", "来源丨城市日报", "", "城市日报"),
    ("zh", "", "", "来源 | 新华社", "Xinhua"),
    ("ja", "【北京＝共同】", "", "", "Kyodo"),
    ("ja", "（北京＝共同）", "", "", "Kyodo"),
    ("ja", "【北京時事】", "", "", "Jiji Press"),
    ("ja", "[北京 ２日 ロイター] - ", "", "", "Reuters"),
    ("ja", "", "", "出典：新華社", "Xinhua"),
    ("ko", "(베이징=연합뉴스) 김철수 특파원 = ", "", "", "Yonhap"),
    ("ko", "[베이징=뉴시스] ", "", "", "Newsis"),
    ("ko", "", "", "출처: 신화통신", "Xinhua"),
    ("ko", "(베이징 신화=연합뉴스) ", "", "", "Yonhap"),
    ("th", "ปักกิ่ง, 2 ก.ค. (ซินหัว) -- ", "", "", "Xinhua"),
    ("th", "", "", "ที่มา: สำนักข่าวซินหัว", "Xinhua"),
    ("th", "", "", "ที่มา - หนังสือพิมพ์เมือง", "หนังสือพิมพ์เมือง"),
    ("th", "", "", "ขอบคุณข้อมูลจาก : ซินหัว", "Xinhua"),
    ("ar", "بكين (د ب أ) - ", "", "", "dpa"),
    ("ar", "بكين 2 يوليو 2025 (شينخوا) ", "", "", "Xinhua"),
    ("ar", "بكين في 2 يوليو /قنا/ ", "", "", "QNA"),
    ("ar", "", "", "المصدر: رويترز", "Reuters"),
    ("ru", "ПЕКИН, 2 июля. /ТАСС/. ", "", "", "TASS"),
    ("ru", "ПЕКИН (ТАСС) — ", "", "", "TASS"),
    ("ru", "", "", "Источник: РИА Новости", "RIA Novosti"),
    ("vi", "Bắc Kinh (TTXVN) - ", "", "", "VNA"),
    ("vi", "", "", "Theo Báo Thành Phố", "Báo Thành Phố"),
    ("vi", "", "", "Nguồn: Tân Hoa Xã", "Xinhua"),
    ("vi", "", "", "(Theo TTXVN)", "VNA"),
    ("id", "Beijing (ANTARA) - ", "", "", "Antara"),
    ("id", "", "", "Sumber: Xinhua", "Xinhua"),
    ("de", "Peking (dpa) - ", "", "", "dpa"),
    ("de", "", "", "Quelle: ino/dpa", "dpa"),
    ("de", "", "", "erb/ots", "news aktuell"),
    ("fr", "PÉKIN, 2 juil 2025 (AFP) - ", "", "", "AFP"),
    ("fr", "", "", "Source : Le Courrier des Villes", "Le Courrier des Villes"),
    ("es", "Pekín, 2 jul (EFE).- ", "", "", "EFE"),
    ("es", "", "", "Fuente: Europa Press", "Europa Press"),
    ("it", "(ANSA) - PECHINO, 02 LUG - ", "", "", "ANSA"),
    ("it", "", "", "Fonte: Adnkronos", "Adnkronos"),
    ("pl", "", "Autor: PG Źródło: PAP", "", "PAP"),
    ("tr", "", "", "Kaynak: Anadolu Ajansı", "Anadolu"),
    ("el", "", "", "Πηγή: ΑΠΕ-ΜΠΕ", "AMNA"),
    ("pt", "", "", "Fonte: Agência Lusa", "Lusa"),
    ("de", "", "Quelle: Neue Küstenpost Montag, 16.11.2026 15:39", "", "Neue Küstenpost"),
    ("fr", "", "Source : Le Courrier lundi, 16 novembre 2026", "", "Le Courrier"),
    ("pl", "", "Źródło: PAP poniedziałek, 16.11.2026", "", "PAP"),
    ("en", "", "Source: The Post on Sunday, 16 November 2026", "", "The Post on Sunday"),
    ("es", "", "Fuente: El Domingo, 3/7/2025", "", "El Domingo"),
    ("en", "", "", "Source: The Coast Monday", "The Coast Monday"),
]  # fmt: skip


def page(
    language: str, before: str = "", above: str = "", below: str = "", head: str = "", middle: str = ""
) -> bytes:
    first, second, third = TEXTS[language]
    line = f'<div class="line">{above}</div>' if above else ""
    last = f"<p>{below}</p>" if below else ""
    return (
        f'<!doctype html><html lang="{language}"><head><meta charset="utf-8"><title>Eight hundred came | The Example</title>'
        f'<meta property="og:site_name" content="The Example">{head}</head><body><nav><a href="/">Home</a></nav><article>'
        f"<h1>Eight hundred came</h1>{line}<p>{before}{first}</p>{middle}<p>{second}</p><p>{third}</p>{last}</article>"
        "<footer>All rights reserved</footer></body></html>"
    ).encode()


def credit(body: bytes, url: str = "https://news.example.com/2025/1.html") -> str | None:
    found = parse_article(body, url)
    assert found is not None
    return found.credit


@each(("language", "before", "above", "below", "name"), CREDITS)
def test_the_source_of_a_text_is_read(language: str, before: str, above: str, below: str, name: str):
    assert credit(page(language, before, above, below)) == name


DECLARED = {
    '<meta name="source" content="新华社">': "Xinhua",
    '<meta name="syndication-source" content="https://www.reuters.com/world/1">': "Reuters",
    '<meta name="source" content="The Example">': None,
    "sourceOrganization": "AFP",
    "provider": "The Borough Gazette",
    "publisher": "AP",
}


@each("head", DECLARED)
def test_the_source_that_the_head_declares_is_read(head: str):
    if not head.startswith("<"):
        said = {
            "@type": "NewsArticle",
            "headline": "Eight hundred came",
            head: {"@type": "Organization", "name": DECLARED[head]},
        }
        meta = f'<script type="application/ld+json">{json.dumps(said)}</script>'
    else:
        meta = head
    assert credit(page("en", head=meta)) == DECLARED[head]


def test_what_the_head_declares_may_be_anything():
    said = {
        "@type": "NewsArticle",
        "provider": {"name": "https://a\ud800.example/"},
        "creditText": "\ud800",
        "sourceOrganization": 7,
    }
    assert credit(page("en", head=f'<script type="application/ld+json">{json.dumps(said)}</script>')) is None


NONE = {
    "nothing": {},
    "a photo's credit": {"above": "Photo: Reuters"},
    "a photo's source": {"above": "Image source: Reuters"},
    "a Thai photo's": {"below": "ภาพ: รอยเตอร์"},
    "a Chinese photo's source": {"below": "图片来源：新华社"},
    "a picture bank": {"below": "Source: Getty Images"},
    "a photographer": {"above": "© REUTERS / POOL"},
    "a caption": {
        "middle": "<figure><img src='/a.jpg'><figcaption>Delegates arrive. (Reuters)</figcaption></figure>"
    },
    "a caption's source": {
        "middle": "<figure><img src='/a.jpg'><figcaption>Source: Reuters</figcaption></figure>"
    },
    "below a chart": {"middle": "<p>Source: Borough Statistics Office</p>"},
    "figures' source": {"below": "数据来源：城市统计局"},
    "the site itself": {"above": "Source: The Example"},
    "the site by its address": {"below": "Source: https://news.example.com/2025/1.html"},
    "the site, longer": {"below": "Source: The Example Online"},
    "its writer": {"head": '<meta name="author" content="Ann Harbour">', "above": "Source: Ann Harbour"},
    "a sentence": {
        "below": "Source: he would not say who had told him that the whole thing was off, and he smiled."
    },
    "a region that is called like an agency": {
        "before": "The Middle East and North Africa (MENA) - where many live - was there. "
    },
    "an agency that is spoken of": {"before": "Reuters reported that the doors opened late. "},
    "an app": {"before": "The city showed its digital wallet (APP) - a first - to all. "},
}


@each("case", NONE)
def test_what_names_no_source_of_the_text(case: str):
    assert credit(page("en", **NONE[case])) is None


def test_charts_in_the_middle_take_the_word_from_the_last_one():
    charts = "<p>Source: Borough Statistics Office</p><p>One more sentence stands here, so that it is the middle of the text.</p>"
    assert credit(page("en", middle=charts, below="Source: Harbour Board")) is None
    assert credit(page("en", middle=charts, below="Source: Reuters")) == "Reuters"


def test_what_stands_below_the_next_heading_is_not_the_articles():
    below = "</article><div><p>Source: Reuters</p></div>"
    assert credit(page("en").replace(b"</article>", below.encode())) == "Reuters"
    apart = below.replace("<p>", "<h3>Also in the news</h3><p>")
    assert credit(page("en").replace(b"</article>", apart.encode())) is None


def test_an_agency_is_not_credited_on_its_own_site():
    wire = page("en", "BEIJING, July 2 (Xinhua) -- ")
    assert credit(wire, "https://english.news.cn/2025/1.html") is None
    assert credit(wire.replace(b"The Example", "新华网".encode()), "https://mirror.example.net/1") is None


def test_a_credit_on_a_later_page_counts_for_the_article():
    first, last = (parse_article(page("en", below=below)) for below in ("", "Source: AFP"))
    assert first is not None
    assert last is not None
    assert join_pages(first, [last]).credit == "AFP"


def test_one_agency_has_one_name_in_all_languages():
    for names in (
        ("新华社", "ซินหัว", "شينخوا", "XINHUA", "Tân Hoa Xã"),
        ("로이터", "รอยเตอร์", "ロイター", "رويترز"),
    ):
        assert len({agency(name) for name in names}) == 1
    assert agency("The Borough Gazette") is None
    assert agency_at("news.cn") == "Xinhua"
    assert len(set(NAMED.values())) > 90
    assert names_outlet("Reuters", "reuters.com", ())
    assert not names_outlet("Reuters", "example.com", ("The Example", None))
