"""Lines that tell who did what for a text: labels of two kinds, genres, a paper's own people, names in brackets."""

from __future__ import annotations

from tables import each

from crawler.parse import read_page
from storage.records import Article

TEXT = {
    "en": "The ferry company said on Thursday that it would buy four electric boats for the crossing to the islands.",
    "ar": "أعلنت شركة العبارات يوم الخميس أنها ستشتري أربعة قوارب كهربائية لخط الجزر، وأن أولها سيُختبر في الربيع المقبل.",
    "he": "חברת המעבורות הודיעה ביום חמישי כי תרכוש ארבע סירות חשמליות לקו אל האיים, והראשונה שבהן תופעל לניסיון באביב.",
    "ja": "港湾局は木曜日、島々を結ぶ航路のために電動の渡船を四隻購入すると発表した。最初の船は来年の春に試験運航を始める予定だ。",
    "ko": "항만공사는 목요일 섬을 오가는 항로에 전기 여객선 네 척을 들여오기로 했다고 밝혔다. 첫 배는 내년 봄에 시험 운항을 시작한다.",
    "zh": "航运公司周四表示，将为通往各岛的航线购买四艘电动渡轮，每艘可载客两百人，首艘将于明年春天试航，其余在夏天前交付使用。",
    "am": "የጀልባ ኩባንያው ወደ ደሴቶቹ ለሚወስደው መስመር አራት የኤሌክትሪክ ጀልባዎችን እንደሚገዛ ሐሙስ ዕለት አስታወቀ። የመጀመሪያው ጀልባ በሚቀጥለው ዓመት ይሞከራል።",
}  # fmt: skip
H1 = "<h1>Four boats for the islands</h1>"


def authors_of(language: str, above: str, below: str = "") -> tuple[str, ...]:
    text = TEXT.get(language, TEXT["en"])
    page = (
        f"<html lang={language}><head><title>Four boats for the islands | The Coast Courier</title></head><body>"
        f"<div id=top><a href=/>The Coast Courier</a></div><article>{H1}{above}<div><p>{text}</p><p>{text} 1</p>{below}</div></article>"
        "<footer>© 2025 The Coast Courier</footer></body></html>"
    )
    found = read_page(page.encode(), "https://news.example/2025/07/03/ferries")
    assert isinstance(found, Article), found
    return found.authors


TOLD = [  # language, above the text, below it, who wrote
    ("de", "<p>Text: Mia Kühl und Jan Bode | Fotos: Ute Alt</p>", "", ("Mia Kühl", "Jan Bode")),
    ("de", "<p>Ein Bericht von Mia Kühl</p>", "", ("Mia Kühl",)),
    ("de", "<p>Von unserer Redakteurin Mia Kühl</p>", "", ("Mia Kühl",)),
    ("de", "<p>Ein Interview von Mia Kühl</p>", "", ("Mia Kühl",)),
    ("de", "<p>Aus Hamburg berichtet Mia Kühl</p>", "", ("Mia Kühl",)),
    ("es", "", "<p>Por Lía Prado. Foto: Juan Ríos</p>", ("Lía Prado",)),
    ("sw", "<p>Imeandaliwa na Asha Juma</p>", "", ("Asha Juma",)),
    ("pl", "", "<p>oprac. Ewa Lis</p>", ("Ewa Lis",)),
    ("de", "<p>Aus Brest berichtet Mia Kühl</p>", "", ("Mia Kühl",)),
    ("de", "<p>Von unserem Korrespondenten Jan Bode</p>", "", ("Jan Bode",)),
    ("ru", "<p>Текст: Анна Лисина. Фото: Иван Колев</p>", "", ("Анна Лисина",)),
    ("pt", "<p>Texto de Lia Prado, fotos de João Rios</p>", "", ("Lia Prado",)),
    ("fr", "<p>De notre correspondant à Brest, Jean Petit</p>", "", ("Jean Petit",)),
    ("it", "<p>Dal nostro inviato Ugo Neri</p>", "", ("Ugo Neri",)),
    ("nl", "<p>Tekst Jan Visser Foto Piet Bakker</p>", "", ("Jan Visser",)),
    ("sv", "<p>Eva Berg (text) och Nils Ek (foto)</p>", "", ("Eva Berg",)),
    ("fi", "<p>Aino Lehto, teksti<br>Lumi Salo, kuvat</p>", "", ("Aino Lehto",)),
    ("tr", "<p>Röportaj: Elif Kaya</p>", "", ("Elif Kaya",)),
    ("ar", "<p>تقرير: ليلى حداد</p>", "", ("ليلى حداد",)),
    ("he", "<p>מאת: דנה לוי ואורי כהן</p>", "", ("דנה לוי", "אורי כהן")),
    ("vi", "", "<p>Bài, ảnh: Phan Thu Hà</p>", ("Phan Thu Hà",)),
    ("ja", "<p>取材・文＝岸本遥　写真＝石田健</p>", "", ("岸本遥",)),
    ("ja", "<p>岸本遥（本誌記者）</p>", "", ("岸本遥",)),
    ("ko", "<p>글 김하늘 · 사진 이도윤</p>", "", ("김하늘",)),
    ("ko", "", "<p>글·사진=김하늘 기자</p>", ("김하늘",)),
    ("zh", "<p>文｜林美玲　攝影｜王明</p>", "", ("林美玲",)),
    ("zh", "<p>记者 李思远 陈晓雯 摄影 王明</p>", "", ("李思远", "陈晓雯")),
    ("zh", "", "<p>（作者：李思远）</p>", ("李思远",)),
    ("id", "", "<p>(Sari Wulan)</p>", ("Sari Wulan",)),
    ("am", "", "<p>(ሰናይት ገብሬ)</p>", ("ሰናይት ገብሬ",)),
    ("en", "<p>Words: Ann Lee. Pictures: Tom Ray</p>", "", ("Ann Lee",)),
    ("en", "<p>Ann Lee in Newtown and Tom Ray in Morrow</p>", "", ("Ann Lee", "Tom Ray")),
    ("en", "", "<p>(Reporting by Ann Lee; Editing by Tom Ray)</p>", ("Ann Lee",)),
    ("en", "<p>By Ann Lee; edited by Tom Ray</p>", "", ("Ann Lee",)),
    ("en", "<p>Opinion by Ann Lee</p>", "", ("Ann Lee",)),
    ("en", "<p>Guest post by Ann Lee</p>", "", ("Ann Lee",)),
    ("en", "<div><span>By</span><span>Ann Lee</span></div>", "", ("Ann Lee",)),
    ("en", "<div>By</div><div>Ann Lee</div>", "", ("Ann Lee",)),
    ("en", "<div>Written by<a href=/x>Ann Lee</a>Published on 3 July 2025</div>", "", ("Ann Lee",)),
    ("fr", "<p>Par Jean Petit avec AFP</p>", "", ("Jean Petit",)),
    ("ko", "<p>기자명 김하늘</p>", "", ("김하늘",)),
    ("zh", "", "<p>（记者林雨晴）</p>", ("林雨晴",)),
    ("nl", "<div><span>Jan Visser</span><span>Vertaling: Mia Kühl</span><time datetime=2025-07-03>3 juli 2025</time></div>", "", ("Jan Visser",)),
    ("en", "<p>Ann Lee | Translated by: Mia Kühl</p>", "", ("Ann Lee",)),
    ("uk", "<p>Анна Лісіна, переклад: Іван Колев</p>", "", ("Анна Лісіна",)),
    ("pl", "<p>Ewa Lis<br>Tłumaczenie: Jan Bąk</p>", "", ("Ewa Lis",)),
]  # fmt: skip


@each(("language", "above", "below", "names"), TOLD)
def test_who_wrote_is_told_from_who_did_else(
    language: str, above: str, below: str, names: tuple[str, ...]
) -> None:
    assert authors_of(language, above, below) == names


NOBODY = [  # language, above the text, below it
    ("en", "<p>Interview: Tom Ray</p>", "<p>Tom Ray has been the harbour master for six years and likes his boats.</p>"),
    ("ar", "<p>تقرير: شركة العبارات</p>", ""),
    ("en", "<p>Photo: Tom Ray; video: Ann Lee</p>", ""),
    ("en", "<p>A report of four boats</p>", ""),
    ("nl", "<p>Vertaling: Mia Kühl</p>", ""),
    ("zh", "", "<p>（记者站供稿）</p>"),
    ("en", "<p>Opinion by the sea</p>", ""),
    ("en", "<div>By</div><div>the sea and the harbour</div>", ""),
    ("en", "<div><span>By</span><span>the sea</span></div>", ""),
    ("en", "<p>The boats of summer. Translation: Mia Kühl</p>", ""),
    ("en", "<p>Ann Lee | Translation: Mia Kühl</p><p>The novel by Lee is about four boats and all the islands that they never reach, says the harbour master.</p>", "<p>The first one is to be tried out in spring, when the old ones go to the yard in any case.</p><p>The last one comes in autumn, when the yard has ended with the old ones, says the company.</p>"),
    ("en", "<p>Lots of sun in Newtown and rain in Morrow</p>", ""),
    ("en", "", "<p>(Additional reporting by Tom Ray)</p>"),
    ("id", "", "<p>(Baca juga)</p>"),
    ("id", "", "<p>(Sari Wulan)</p><p>Foto: Sari Wulan</p>"),
    ("zh", "", "<p>（林美玲 编辑）</p>"),
    ("zh", "<p>图｜王明　编辑｜林美玲</p>", ""),
    ("de", "<p>Foto: Ute Alt, Bildbearbeitung: Jan Bode</p>", ""),
]  # fmt: skip


@each(("language", "above", "below"), NOBODY)
def test_whom_a_text_is_about_and_who_helped_is_no_author(language: str, above: str, below: str) -> None:
    assert authors_of(language, above, below) == ()
