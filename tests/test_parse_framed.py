"""What frames a text is none of it: boxes to read on, labels and counters. What belongs to it stays: its signature, and the headline
that the page's title does not tell."""

from __future__ import annotations

import pytest
from tables import each

from crawler.ago import ago
from crawler.parse import parse_article
from crawler.parse.body.follow import begins_advert, is_of_page, is_set_in
from crawler.parse.body.foot import is_of_office

TOLD = [
    "The harbour office said on Monday that it would buy four electric ferries for the island lines, of which the first is tried out in spring.",
    "Until now three old boats go there and back nine times a day, and those who live on the quay have asked for quiet for years and years.",
    "“The new ones are quieter than the gulls,” said Ann Lee, who leads the office and has counted complaints since she came to the town.",
    "What is done with the old boats is not yet known. A museum in the north has asked for one of them, and a cook for the bell of another.",
]
P = [f"<p>{text}</p>" for text in TOLD]


def read(inner: str, *, title: str = "Four ferries without an engine", head: str = "<h1>Four ferries without an engine</h1>", lang: str = "en"):  # type: ignore[no-untyped-def] # fmt: skip
    html = f"<html lang={lang}><head><title>{title}</title></head><body><nav><a href=/>Home</a></nav><main>{head}{inner}</main></body></html>"
    return parse_article(html.encode(), url="https://quay.example/2026/11/20/four-ferries")


def lines(inner: str) -> list[str]:
    article = read(inner)
    assert article is not None
    return article.text.split("\n")


BOXES = {
    "English": ("Read next", "The keeper of the lock", "Why eels walk at night"),
    "German": ("Weiterlesen", "Der Schleusenwärter geht", "Warum Aale nachts wandern"),
    "French": ("À réécouter", "25 nov. Le dernier cinéma à une salle", "24 nov. Qui répare les cloches ?"),
    "Spanish": ("También te puede interesar", "El otoño más cálido en un siglo", "Cinco sopas para una semana"),
    "Danish": ("Flere billedserier", "Årets første julemarked", "Vinterbadere i hundredvis"),
    "Russian": ("Читайте также", "Смотритель шлюза уходит на покой", "Почему угри ходят ночью"),
    "Vietnamese": ("Tin liên quan", "Người giữ cửa cống", "Vì sao lươn đi đêm"),
    "Korean": ("관련 기사", "수문지기 이야기", "뱀장어는 왜 밤에 걷나"),
    "Arabic": ("اقرأ أيضا", "حارس الهويس يودع عمله", "لماذا تمشي الأنقليس ليلا"),
}  # fmt: skip


@pytest.mark.parametrize("language", BOXES)
@pytest.mark.parametrize("tag", ["section", "aside", "div"])
def test_a_box_to_read_on_is_none_of_the_text_though_nothing_in_it_leads_anywhere(
    language: str, tag: str
) -> None:
    head, *others = BOXES[language]
    box = f"<{tag}><h3>{head}</h3>{''.join(f'<p>{other}</p>' for other in others)}</{tag}>"
    for inner in ("".join(P) + box, "".join((*P[:2], box, *P[2:]))):
        assert lines(inner) == TOLD


def test_a_part_of_the_text_that_is_called_so_stays() -> None:
    part = "<section><h3>Further reading</h3><p>Ann Lee wrote a book on gulls, which the town library keeps under lock and key.</p><p>Tom Ray answered her with another.</p></section>"
    assert "Tom Ray answered her with another." in lines("".join(P) + part)


SET_IN = ["Views: 1,733", "Просмотров: 1733", "Lượt xem: 12.400", "阅读 123", "조회수: 418", "閲覧数：1203", "1 204 просмотра", "Okunma: 87", "Wyświetleń: 12", "المشاهدات: 512", "צפיות: 31",
          "Link kopieren", "Copier le lien", "リンクをコピー", "复制链接", "Скопировать ссылку", "תוכן שיווקי", "Este contenido ha sido elaborado por el equipo comercial de la casa.", "This content was produced in partnership with the Rope Works."]  # fmt: skip


@each("line", SET_IN)
def test_counters_and_labels_between_the_paragraphs_are_no_text(line: str) -> None:
    assert is_set_in(line)
    assert lines("".join((*P[:2], f"<div>{line}</div>", *P[2:]))) == TOLD


OF_PAGE = ["Font size: A- A A+", "Cỡ chữ", "ফন্ট সাইজ", "字号：大 中 小", "Размер шрифта", "文字サイズ", "حجم الخط", "Schriftgröße", "Share this story", "Поширити історію", "Compartir esta noticia",
           "Partager l’article", "Artikel teilen", "この記事をシェアする", "شارك الخبر", "Udostępnij artykuł"]  # fmt: skip


@pytest.mark.parametrize("line", OF_PAGE)
def test_how_to_read_or_share_a_page_is_no_text_of_it(line: str) -> None:
    assert is_of_page(line)
    assert lines("".join((*P[:2], f"<div>{line}</div>", *P[2:]))) == TOLD
    assert line in lines("".join((*P[:2], f"<h2>{line}</h2>", *P[2:])))  # a part of a guide


@pytest.mark.parametrize(
    "line",
    [
        "Font size matters more than colour, she said.",
        "Share this story with your mother, the captain told him.",
        "Поширити історію про човен не вдалося.",
        "Artikel teilen die Kinder gern.",
        "字号越大，老人读得越轻松。",
        "文字サイズを変えられない券売機が残る。",
    ],
)
def test_what_tells_of_letters_and_sharing_is_text(line: str) -> None:
    assert not is_of_page(line)


TELLS = ["The film has had 1,733 views so far.", "Просмотров у ролика уже больше, чем у фильма", "Views differ: 1,733 people wrote to us", "He reads 12 books a month", "Copy the link to the south line", "This content was fought over by two families",
         "El contenido de la caja ha sido un misterio", "조회수 조작 의혹을 받는 업체 3곳이 조사를 받는다", "阅读是城市的温度"]  # fmt: skip


@each("line", TELLS)
def test_a_sentence_that_tells_of_them_is_text(line: str) -> None:
    assert not is_set_in(line)


@each(
    ("text", "is_advert"),
    [("AD\nBlankets at half the price", True), ("REKLAMA\nOkna, drzwi, rolety", True), ("AD\nBlankets at half the price!", True), ("广告\n双十二家电以旧换新", True), ("Anzeige\nDie Stadt sucht Zeugen des Brandes.", False), ("AD", False), ("The ad\nBlankets", False), ("AD\n" + "Blankets at half the price " * 9, False)],
)  # fmt: skip
def test_a_line_that_calls_the_next_an_advertisement(text: str, is_advert: bool) -> None:
    assert begins_advert(text) is is_advert


def test_what_a_letter_is_closed_with_belongs_to_it() -> None:
    closing = "<p>Until next Sunday,</p><p>Your harbour office</p>"
    assert lines("<div>" + "".join(P) + closing + "</div>")[-2:] == [
        "Until next Sunday,",
        "Your harbour office",
    ]
    assert lines("<div>" + "".join(P) + "<p>Share</p><p>Print</p></div>") == TOLD


NOTICE = ["各地要在十二月十日前完成对供水工程的逐一排查，重点检查裸露管道和高位水池的防冻情况，并把结果报给上级部门。", "来水偏少的地区要提前制定应急调水方案，优先保障生活用水，小型水库蓄水低于警戒线的，应当暂停发电和生态以外的放水。", "县级水利部门要公布二十四小时服务电话，并在村务公开栏张贴，我部将于明年一月组织暗访，结果予以通报。"]  # fmt: skip


@pytest.mark.parametrize("files", ["", "<p>附件：<a href=a.docx>1. 情况表</a></p>"])
def test_the_office_and_the_day_below_a_notice_belong_to_it(files: str) -> None:
    signed = "<p>水利部办公厅</p><p>2026年11月20日</p>"
    article = read("<div>" + "".join(f"<p>{t}</p>" for t in NOTICE) + signed + files + "</div>", title="关于做好冬季供水工作的通知", head="<h1>关于做好冬季供水工作的通知</h1>", lang="zh")  # fmt: skip
    assert article is not None
    assert article.text.split("\n")[-2:] == ["水利部办公厅", "2026年11月20日"]


@each(
    ("above", "day", "signs"),
    [
        ("水利部办公厅", "2026年11月20日", True),
        ("港湾局", "二〇二六年十一月二十日", True),
        ("记者 王小明", "2026年11月20日", False),
        ("水利部办公厅", "2026-11-20 10:30", False),
        ("市长说这是好事。", "2026年11月20日", False),
    ],
)
def test_an_office_is_told_from_others_above_a_day(above: str, day: str, signs: bool) -> None:
    assert is_of_office(above, day) is signs


NAMED = {
    "a page to print": ("Print version | The Quay", "<p>The Quay, online</p><p>Article no. 4711</p><h2>Four boats go without an engine</h2>", "Four boats go without an engine"),
    "below a heading beside it": ("Cổng thông tin tỉnh Hải Tân", "<div class=left><h3>Liên kết website</h3><a href=/a>Dịch vụ công</a><h3>Thống kê truy cập</h3><span>Online: 14</span></div><div class=tieude>Thông báo về bốn chiếc phà điện mới</div>", "Thông báo về bốn chiếc phà điện mới"),
    "below one of links": ("Port Authority", "<div class=l><h3>Links to other offices</h3><a href=/a>Harbour</a></div><div class=headline>Four boats go without an engine</div>", "Four boats go without an engine"),
    "a portal's": ("Ministry of Waters", "<div>Press</div><div class=title>Four boats go without an engine</div>", "Four boats go without an engine"),
    "a board's": ("보도자료 상세 | 항구시청", "<dl><dt class=subject>항구시, 엔진 없는 배 네 척을 사들인다</dt></dl>", "항구시, 엔진 없는 배 네 척을 사들인다"),
}  # fmt: skip


@pytest.mark.parametrize("kind", NAMED)
def test_a_title_that_all_pages_of_a_kind_share_is_not_the_headline(kind: str) -> None:
    title, above, headline = NAMED[kind]
    article = read(above + "".join(P), title=title, head="")
    assert article is not None
    assert article.title == headline
    assert article.text.split("\n")[0] == TOLD[0]


def test_the_headline_stays_where_the_page_tells_it_or_nothing_else_may_be() -> None:
    part = "<h2>What the office says of it</h2>"
    told = read("<p>Four ferries without an engine</p>" + part + "".join(P), head="")
    assert told is not None
    assert told.title == "Four ferries without an engine"
    below = read("".join(P[:2]) + part + "".join(P[2:]), head="")
    assert below is not None
    assert below.title == "Four ferries without an engine"


BYLINES = {
    "with blanks for colons": ("zh", "<div>2026-11-20 07:42 来源：港口日报 记者 周若岚 字号：大 中 小</div>", ("周若岚",)),
    "before the date": ("ko", "<div>서하람 기자 2026-11-20 09:10</div>", ("서하람",)),
    "of who took the picture": ("vi", "<p class=author>Ảnh: Lâm Vũ</p>", ()),
    "of the newsroom": ("fr", "<div>Par la rédaction, publié le 20 novembre 2026 à 17h00</div>", ("rédaction",)),
}  # fmt: skip


@each("kind", BYLINES)
def test_who_wrote_is_read_out_of_the_line_of_the_date(kind: str) -> None:
    lang, byline, authors = BYLINES[kind]
    article = read(byline + "".join(P), lang=lang)
    assert article is not None
    assert article.authors == authors


@each(
    ("text", "hours"),
    [("un'ora fa", 1), ("acum o oră", 1), ("před hodinou", 1), ("egy órája", 1), ("2 órája", 2), ("3 napja", 72), ("2 hete", 336), ("sejam yang lalu", 1), ("преди час", 1), ("tydzień temu", 168), ("एक घंटे पहले", 1), ("لمدة ساعة", None), ("5 percent", None), ("hete", None), ("un'ora", None)],
)  # fmt: skip
def test_times_told_from_now_in_words(text: str, hours: int | None) -> None:
    found = ago(text)
    assert (found and found.total_seconds() / 3600) == hours


def test_minutes_in_hungarian() -> None:
    assert str(ago("5 perce")) == "0:05:00"
