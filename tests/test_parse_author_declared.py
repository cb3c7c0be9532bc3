"""Who a page declares, and who its lines show: the second reporter, the editor, the name in its own letters."""

from __future__ import annotations

import json

from tables import each

from crawler.parse import read_page
from crawler.parse.authors.romanised import as_shown_in_script
from storage.records import Article

TEXT = {
    "en": "The ferry company said on Thursday that it would buy four electric boats for the crossing to the islands.",
    "bg": "Фериботната компания съобщи в четвъртък, че ще купи четири електрически лодки за линията до островите.",
    "hi": "नौका कंपनी ने गुरुवार को बताया कि वह द्वीपों के मार्ग के लिए चार बिजली से चलने वाली नावें खरीदेगी और पहली नाव वसंत में चलेगी।",
    "ko": "항만공사는 목요일 섬을 오가는 항로에 전기 여객선 네 척을 들여오기로 했다고 밝혔다. 첫 배는 내년 봄에 시험 운항을 시작한다.",
    "he": "חברת המעבורות הודיעה ביום חמישי כי תרכוש ארבע סירות חשמליות לקו אל האיים, והראשונה שבהן תופעל לניסיון באביב.",
    "ar": "أعلنت شركة العبارات يوم الخميس أنها ستشتري أربعة قوارب كهربائية لخط الجزر، وأن أولها سيُختبر في الربيع المقبل.",
    "th": "บริษัทเรือข้ามฟากประกาศเมื่อวันพฤหัสบดีว่าจะซื้อเรือไฟฟ้าสี่ลำเพื่อใช้ในเส้นทางไปยังหมู่เกาะ และจะทดสอบลำแรกในปีหน้า",
}  # fmt: skip
H1 = "<h1>Four boats for the islands</h1>"


def authors_of(
    language: str,
    names: tuple[str, ...],
    above: str,
    below: str = "",
    *,
    kind: str = "NewsArticle",
    head: str = "",
    site: str = "The Coast Courier",
) -> tuple[str, ...]:
    text = TEXT.get(language, TEXT["en"])
    people = [{"@type": "Person", "name": name} for name in names]
    declared = {
        "@context": "https://schema.org",
        "@type": kind,
        "author": people,
        "datePublished": "2025-07-03",
    }
    page = (
        f"<html lang={language}><head><title>Four boats for the islands | {site}</title>{head}"
        f'<script type="application/ld+json">{json.dumps(declared)}</script></head><body>'
        f"<div id=top><a href=/>{site}</a></div><article>{above}<div><p>{text}</p><p>{text} 1</p>{below}</div></article>"
        "<footer>© 2025</footer></body></html>"
    )
    found = read_page(page.encode(), "https://news.example/2025/07/03/ferries")
    assert isinstance(found, Article), found
    return found.authors


SHOWN = [  # language, declared, above the text, below it, who wrote
    ("sw", ("Asha Juma",), "<h3>Na Asha Juma</h3><p>Mwandishi</p><h3>Na Zuhura Mrisho</h3>", "", ("Asha Juma", "Zuhura Mrisho")),
    ("en", ("Tom Ray",), "<p>By Ann Lee</p><p>By Tom Ray</p>", "", ("Ann Lee", "Tom Ray")),
    ("en", ("Tom Ray",), "<p>By Tom Ray</p><h3>Harbour dues go up</h3><p>By Ann Lee</p>", "", ("Tom Ray",)),
    ("en", ("Tom Ray",), "<p>With Tom Ray</p><p>With Ann Lee at the helm</p>", "", ("Tom Ray",)),
    ("es", ("Lía Prado",), "<p>Foto Lía Prado</p><p>Foto Tom Ríos</p>", "", ("Lía Prado",)),
    ("ko", ("김하늘",), "", "<p>김하늘 기자 haneul@paper.example·이도윤 기자</p>", ("김하늘", "이도윤")),
    ("ko", ("김하늘",), "", "<p>이도윤 기자 · 박서준 기자</p>", ("김하늘",)),
    ("sr", ("А. Б.", "Ана Бојић"), "", "", ("Ана Бојић",)),
    ("sr", ("В. Г.", "Ана Бојић"), "", "", ("В. Г", "Ана Бојић")),
    ("hi", ("Nita Rao",), "<div>भाषा, नई दिल्ली Edited By: <a href=/a/1>Nita Rao</a></div>", "", ("भाषा",)),
    ("en", ("Nita Rao",), "<div>Ann Lee | Edited by: Nita Rao</div>", "", ("Ann Lee",)),
    ("en", ("Nita Rao",), "<div>Harbour Post editor Nita Rao</div>", "", ("Nita Rao",)),
    ("en", ("Nita Rao",), "<p>Mayor Nita Rao</p><p>Mayor Tom Ray</p>", "", ("Nita Rao",)),
    ("en", ("University of Newtown, Ann Lee",), "", "", ("University of Newtown", "Ann Lee")),
    ("en", ("Ministry of Trade and Ports",), "", "", ("Ministry of Trade and Ports",)),
    ("en", ("Nita Rao",), "<div>Edited by: Nita Rao</div>", "", ("Nita Rao",)),
    ("en", ("Nita Rao",), "<p>Nita Rao</p><p>Ann Lee | Edited by: Nita Rao</p>", "", ("Nita Rao",)),
    ("bg", ("Zhivka Tsoneva",), "<p><strong>Живка Цонева</strong> Преподавател</p>", "", ("Живка Цонева",)),
    ("bg", ("Zhivka Tsoneva",), "<p>Снимка: Желю Цанков</p>", "", ("Zhivka Tsoneva",)),
    ("en", ("Zhivka Tsoneva",), "<p>Живка Цонева</p>", "", ("Zhivka Tsoneva",)),
    ("th", (), "<p>3 ก.ค. 2568 14:30 น. โดย มาลี ใจงาม 2,431 ครั้ง</p>", "", ("มาลี ใจงาม",)),
    ("he", (), "<p>3.7.2025, 06:30 מאת דנה לוי</p>", "", ("דנה לוי",)),
    ("he", (), "<div><a href=/w/1>דנה לוי</a>, <a href=/w/2>אורי כהן</a></div><div>3.7.2025, 06:30</div>", "", ("דנה לוי", "אורי כהן")),
    ("he", (), "<div><a href=/w/1>כלכלה וספורט</a></div><div>3.7.2025, 06:30</div>", "", ()),
    ("ar", (), "<p>الدوحة – ليلى حداد</p>", "", ("ليلى حداد",)),
    ("hu", (), "<div><a href=/szerzo/kis-bodo>Kis-Bodó Anna</a><span>Grafika: Nagy Pál</span></div>", "", ("Kis-Bodó Anna",)),
    ("fi", (), "<div><a href=/toimittajat/aino>Aino Lehto</a></div>", "", ("Aino Lehto",)),
    ("de", (), "<div><a href=/autor/redaktion>Redaktion Hafen</a></div>", "", ()),
    ("es", (), "<p class=nota-firma>Lía Prado | VALDEMAR | Jueves 3 de julio de 2025</p>", "", ("Lía Prado",)),
    ("cs", (), "<p class=detail-firma>Stavby Novák</p>", "", ()),
]  # fmt: skip


@each(("language", "declared", "above", "below", "names"), SHOWN)
def test_the_lines_of_a_page_say_more_of_who_wrote_than_its_head(
    language: str, declared: tuple[str, ...], above: str, below: str, names: tuple[str, ...]
) -> None:
    assert authors_of(language, declared, H1 + above, below) == names


def test_who_made_a_recording_did_not_write_its_transcript() -> None:
    above = H1 + "<p>Trascrizione a cura di Lia Costa, pubblicata il 3 luglio 2025.</p>"
    assert authors_of("it", ("Ugo Neri",), above, kind="PodcastEpisode") == ("Lia Costa",)
    assert authors_of("it", ("Ugo Neri",), above) == ("Ugo Neri",)


def test_a_meta_that_names_the_site_is_no_author_where_the_page_shows_one() -> None:
    head = "<meta name=articleAuthor content=Kıyı>"
    line = H1 + "<p><span class=yazar>Hazırlayan: Elif Kaya</span></p>"
    assert authors_of("tr", (), line, head=head, site="Kıyı Dergisi") == ("Elif Kaya",)


def test_an_office_whose_name_lists_two_is_one() -> None:
    head = '<meta name=author content="Ministerium für Häfen und Verkehr">'
    assert authors_of("de", (), H1, head=head) == ("Ministerium für Häfen und Verkehr",)


ALIKE = [  # declared, shown, the language of the page
    ("Desislava Mangarova", "Десислава Мангърова", "bg"),
    ("Volodymyr Shevchenko", "Володимир Шевченко", "uk"),
    ("Vukašin Mladenović", "Вукашин Младеновић", "sr"),
    ("Stefan Shterev", "Стефан Щерев", "bg"),
    ("Ekaterina Chkhaidze", "Екатерина Чхаидзе", "ru"),
    ("Dimitris Papadopoulos", "Δημήτρης Παπαδόπουλος", "el"),
    ("Lakshmi Narayan", "लक्ष्मी नारायण", "hi"),
    ("Gyanendra Choudhary", "ज्ञानेंद्र चौधरी", "hi"),
    ("Vaishali Deshmukh", "वैशाली देशमुख", "mr"),
    ("Soumya Banerjee", "সৌম্য ব্যানার্জী", "bn"),
    ("Manpreet Singh", "ਮਨਪ੍ਰੀਤ ਸਿੰਘ", "pa"),
    ("Ramesh Patel", "રમેશ પટેલ", "gu"),
    ("Kiran Gowda", "ಕಿರಣ್ ಗೌಡ", "kn"),
    ("Sreejith Nair", "ശ്രീജിത്ത് നായർ", "ml"),
    ("Srinivas Reddy", "శ్రీనివాస్ రెడ్డి", "te"),
]


@each(("declared", "shown", "language"), ALIKE)
def test_a_name_is_known_in_other_letters_by_its_consonants(declared: str, shown: str, language: str) -> None:
    others = ["Мария Петрова", "Γιάννης Νικολάου", "Снимка: Иван Колев", "राकेश चौहान", "তাপস দত্ত, নয়াদিল্লি"]
    assert as_shown_in_script(declared, [*others, f"{shown}Edited By: … | 3.7.2025"], language) == shown
    assert as_shown_in_script(declared, others, language) == declared
