"""Boxes among the paragraphs of a text, called nothing that tells: which are none of it, and which are."""

from __future__ import annotations

from tables import each

from crawler.parse import read_page
from storage.records import Article

TEXT = (
    "The ferry company said on Thursday that it would buy four electric boats for the crossing to the islands.",
    "“Nobody should have to call the office to learn when the next boat leaves,” said its director, Ada Holm.",
    "The first boat is to be tested in the spring, when the old ones have to be taken out of service anyway.",
    "The harbour master expects fewer complaints about noise, and a longer queue for the electricians of the town.",
    "Tickets will cost as much as they do today, though those who cross every day may have to pay by the month.",
    "The council votes in May; two of its members own one of the old boats and have said that they will stay away.",
)
SAID = "Nobody should have to call the office to learn when the next boat leaves"


def read(box: str, at: int = 3) -> str:
    paragraphs = [f"<p>{text}</p>" for text in TEXT]
    paragraphs.insert(at, box)
    page = (
        "<html lang=en><head><title>Four boats for the islands</title></head><body><article>"
        f"<h1>Four boats for the islands</h1><div class=k2>{''.join(paragraphs)}</div></article></body></html>"
    )
    found = read_page(page.encode(), "https://news.example/2025/07/03/ferries")
    assert isinstance(found, Article), found
    return found.text


NO_TEXT = (
    "<div class=zz><span>Annons</span><a href=/x><img src=a.gif></a><p>Motorn Nord 48 går i tolv timmar.</p></div>",
    "<div class=zz><h5>Kaupallinen yhteistyö</h5><p>Moottori veneeseen nyt 129 €</p></div>",
    "<div class=zz><div><small>Publicidad</small></div><div><h4>Motores</h4><p>El motor que no hace ruido.</p></div></div>",
    "<div class=zz><p>Quảng cáo</p><p>Vay vốn mua ghe từ 4,9%</p></div>",
    "<div class=zz><h4>The weir is mended</h4><p>It took nine years.</p><button>Read the story</button></div>",
    "<div class=zz><h4>Boats by mail</h4><p>All of the boats, each week.</p><button>Next</button></div>",
    "<div class=zz><h4>Have you seen a mistake</h4><p>Tell us of it.</p><button>Report a mistake</button></div>",
    "<div class=zz><h4>How old are you?</h4><p>Choose what is true.</p><button>18–30</button><button>31–50</button></div>",
    "<div class=zz><h4>What do you think?</h4><p>Should boats run at night?</p><button>Yes</button><button>No</button></div>",
    "<div class=zz><form><h4>Frage der Woche</h4><p>Sollen die Boote auch nachts fahren?</p>"
    "<label><input type=radio name=a> Ja</label><label><input type=radio name=a> Nein</label></form></div>",
    "<div class=zz><h3>Testaa tietosi: Kuinka monta venettä mahtuu laituriin?</h3><button>6</button><button>18</button></div>",
    "<div class=zz><h3>Få båtnytt i inkorgen</h3><p>Tisdag och torsdag. Över 9 000 läsare.</p><button>Prenumerera</button></div>",
    "<div class=zz><p>This content comes from an outside service, which sets cookies.</p><button>Agree</button><button>Settings</button></div>",
    "<aside class=zz><span>Aiheesta muualla</span><a href=/a><h3>Videolta näet, kuinka vene latautuu</h3></a></aside>",
    "<div class=zz><a href=/g><img src=a.jpg><span>14 pictures</span><h4>A day in the yard</h4></a></div>",
    "<div class=zz><h4><a href=/1>Why the old boats still run</a></h4><p>A visit to the yard where nothing is thrown away.</p></div>",
    "<div class=zz><h4>Nordwind 3</h4><p>1.299 €</p><a href=/s>Zum Angebot</a> <a href=/t>Preisvergleich</a></div>",
    "<div class=zz><span>Share this story</span><a href=#>Facebook</a><a href=#>WhatsApp</a></div>",
    "<div class=zz><span>12 comments</span><p>What do you say to it?</p><a href=#c>Join the conversation</a></div>",
    "<div class=zz>Presented by Harbour Bank</div>",
    "<div class=zz>Gesponsert von Hafenbank</div>",
    f"<blockquote class=zz><p>{SAID}</p><cite>Ada Holm, director</cite></blockquote>",
    f"<div class=zz><p>“{SAID}”</p><span>Ada Holm</span></div>",
    f"<figure class=zz><blockquote><p>{SAID}</p></blockquote><figcaption>Ada Holm, director</figcaption></figure>",
)


@each("box", NO_TEXT)
def test_a_box_that_sells_asks_for_a_click_or_repeats_is_no_text(box: str) -> None:
    for at in (2, 3, 4):
        assert read(box, at) == "\n".join(TEXT)


A_TEXT = (
    (
        "<div class=zz><h3>Fakta: Så räknade vi</h3><p>Vi begärde ut papper från 38 hamnar och jämförde dem med kartor.</p></div>",
        ("Fakta: Så räknade vi", "Vi begärde ut papper från 38 hamnar och jämförde dem med kartor."),
    ),
    (
        "<div class=zz>Sponsored by the council of the islands, the boats carry its flag.</div>",
        ("Sponsored by the council of the islands, the boats carry its flag.",),
    ),
    (
        "<div class=zz><h4>In figures</h4><ul><li>Boats: 4</li><li>Passengers a day: 2,300</li></ul></div>",
        ("Boats: 4", "Passengers a day: 2,300"),
    ),
    (
        "<blockquote class=zz><p>We bought the boats before we knew where to charge them.</p><cite>Tom Ray, engineer</cite></blockquote>",
        ("We bought the boats before we knew where to charge them.", "Tom Ray, engineer"),
    ),
    (
        "<div class=zz><p><b>Who pays for the boats?</b></p><p>The council pays one half, the company the other.</p></div>",
        ("Who pays for the boats?", "The council pays one half, the company the other."),
    ),
    (
        "<div class=zz><button aria-expanded=false>Who pays for the boats?</button><div><p>The council pays one half.</p></div>"
        "<button aria-expanded=false>When will they sail?</button><div><p>The first one in May, the others in June.</p></div></div>",
        (
            "Who pays for the boats?",
            "The council pays one half.",
            "The first one in May, the others in June.",
        ),
    ),
    (
        "<div class=zz><p>Is there a way to ask for the next boat from a shell?</p><button>Copy</button><button>Wrap</button><pre>boat --next</pre></div>",
        ("Is there a way to ask for the next boat from a shell?",),
    ),
    (
        "<p>Is a <button>pontoon</button> or a <button>quay</button> what the boats need at the two ends of their way?</p>",
        ("what the boats need at the two ends of their way?",),
    ),
    (
        "<aside class=factbox><h3>The crossing</h3><p>It is nine kilometres long. In winter it is closed on some forty days because of the ice.</p></aside>",
        (
            "The crossing",
            "It is nine kilometres long. In winter it is closed on some forty days because of the ice.",
        ),
    ),
    (
        "<div class=box-thongtin><p><b>Mã bến là gì?</b></p><p>Là dãy mười ký tự ứng với một bến tàu, dùng được cả khi không có mạng di động.</p></div>",
        ("Mã bến là gì?", "Là dãy mười ký tự ứng với một bến tàu, dùng được cả khi không có mạng di động."),
    ),
    (
        "<div class=zz><h4>How it came about</h4><div><b>2019</b><p>The council asks for quiet boats.</p></div>"
        "<div><b>2022</b><p>The first yard goes bankrupt.</p></div><div><b>2026</b><p>Poland builds four.</p></div></div>",
        (
            "How it came about",
            "2019",
            "The council asks for quiet boats.",
            "2022",
            "2026",
            "Poland builds four.",
        ),
    ),
    (
        "<aside><h4>Zahlen</h4><p>Das Boot ist 24 Meter lang und fasst 110 Fahrgäste.</p><p>Geladen wird es an beiden Ufern in acht Minuten.</p></aside>",
        (
            "Zahlen",
            "Das Boot ist 24 Meter lang und fasst 110 Fahrgäste.",
            "Geladen wird es an beiden Ufern in acht Minuten.",
        ),
    ),
    (
        "".join(
            f"<div class=zz><h3>{hour}</h3><p>Boat number {hour[0]} has left the quay of the old town.</p><button>Share</button></div>"
            for hour in ("9:00", "8:00", "7:00")
        ),
        ("Boat number 9 has left", "Boat number 8 has left", "Boat number 7 has left"),
    ),
)

PRESSED = {  # buttons that act on the box in which they stand, beside what it tells
    "<h3>What is a pontoon?</h3><p>It floats, and boats lie at it.</p><button>Close</button>": "It floats, and boats",
    "<p>“We sail again, and nobody will stop us now.”</p><p>Eva Lund, mayor</p><button>Zitat teilen</button>": "Eva Lund, mayor",
    "<blockquote><p>We sail again, and nobody stops us.</p></blockquote><p>Eva Lund</p><button>X</button><button>Facebook</button>": "We sail",
    "<p>Die Boote sind von 1971.</p><p>Sie fassen 300 Gäste.</p><button>Mehr anzeigen</button>": "Die Boote sind von 1971.",
    "<h2>The engines</h2><p>They are new, and turn without noise.</p><button>Copy link</button>": "They are new",
    "<h4>यह कितना लंबा है?</h4><p>यह नौ किलोमीटर लंबा है।</p><button>शेयर करें</button>": "यह नौ किलोमीटर",
    "<h4>船有多长？</h4><p>这艘渡轮长二十四米。</p><button>展开 ▾</button>": "这艘渡轮长二十四米",
    "<p>The Duck came three years after the Swan.</p><button>👍 12</button><button>👎</button>": "The Duck came",
    "<p>The Swan is of 1971.</p><p>The Duck is of 1974.</p><button>Zurück</button><button>Weiter</button>": "The Duck is",
    "<p>In 2024 seven boats sailed, and nine in 2025.</p><button>2024</button><button>2025</button>": "seven boats",
    "<h4>How long is it?</h4><p>It is nine kilometres long.</p><button><svg></svg></button>": "It is nine kilometres",
}
HEADED = {  # parts of the text whose heading is the word for an advertisement, or leads to what they are on
    "<h2>Reklame</h2><p>Die Reklame der Boote lief 1974 in allen Kinos der Stadt.</p>": "Die Reklame der Boote",
    "<h2>Publicité</h2><p>La région a dépensé deux millions en affiches cette année.</p>": "deux millions",
    "<h3>广告</h3><p>公司第三季度广告收入增长了百分之十二，达到三十亿元。</p>": "广告收入增长",
    "<h2><a href=/r>The regional plan</a></h2><p>It asks for two more boats by 2028, and for a quay.</p>": "two more boats",
    "<p>The councils of three towns have agreed to pay.</p><p><a href=/a>Newtown</a> <a href=/b>Oldtown</a></p>": "three towns",
}


def test_what_can_be_shared_closed_or_shown_whole_is_text_and_so_is_a_part_below_such_a_heading() -> None:
    told = {**PRESSED, **HEADED}
    assert [box for box, line in told.items() if line not in read(f"<div class=zz>{box}</div>")] == []


def test_a_box_with_one_more_button_that_invites_is_none() -> None:
    for button in ("Sign up", "Abonnieren", "立即报名", "Listen ▶", "▶"):
        box = f"<div class=zz><h3>Boats by mail</h3><p>All of the boats, each week.</p><button>{button}</button><button>×</button></div>"
        assert read(box) == "\n".join(TEXT), button


@each(("box", "lines"), A_TEXT)
def test_a_box_of_facts_or_words_is_text(box: str, lines: tuple[str, ...]) -> None:
    text = read(box)
    assert [line for line in (*TEXT, *lines) if line not in text] == []


def test_a_box_called_one_that_sells_shows_or_asks_for_an_address_stays_out() -> None:
    told = "It is nine kilometres long. In winter it is closed on some forty days because of the ice."
    for beside in (
        "<p>Now for € 12 only</p>",
        "<img src=a.jpg>",
        "<p>Write to boats@paper.example</p>",
        "<button>More</button>",
        "<a href=/more>More on it</a>",
    ):
        assert told not in read(f"<aside class=promo><h3>The crossing</h3><p>{told}</p>{beside}</aside>"), (
            beside
        )


def test_a_text_goes_on_behind_a_box_and_a_list_where_its_paragraphs_stand() -> None:
    box = "<div class=box-podcast><p>Nghe: Podcast Bến Tàu tập 12</p><a href=#>Nghe ngay</a></div>"
    steps = "<h2>Kiến nghị</h2><ol><li>Gắn mã cho bến.</li><li>Công nhận ghe điện.</li></ol>"
    end = "<p>Bản đầy đủ của báo cáo sẽ được trình tại hội nghị vùng ngày 4 tháng 12 tại Vĩnh Long.</p>"
    text = read(box + steps + end, at=6)
    assert text.endswith("Kiến nghị\nGắn mã cho bến.\nCông nhận ghe điện.\n" + end[3:-4])
    assert "Podcast" not in text


def test_the_last_paragraph_behind_a_box_of_links_is_text_and_a_note_right_below_it_is_none() -> None:
    last = "<p>स्थानीय होटल व्यवसायी भने पर्यटकीय याममै इन्टरनेट सुस्त भएपछि मर्कामा परेका छन्।</p>"
    box = "<div class=box-related><h4>यो पनि पढ्नुहोस्</h4><a href=/1>पोलमा झुन्डिएका तार हटाउन अल्टिमेटम</a></div>"
    assert read(box + last, at=6) == "\n".join((*TEXT, last[3:-4]))


def test_who_said_what_stands_in_large_letters_belongs_to_it() -> None:
    said = "<div class=el><blockquote>আমি চেয়েছিলাম আমার মা যেন চিঠি লিখতে পারেন।</blockquote><span class=at>২০১৯ সালে এক সাক্ষাৎকারে মাহবুবা</span></div>"
    assert "\n২০১৯ সালে এক সাক্ষাৎকারে মাহবুবা\n" in read(said)


def test_how_a_word_is_read_breaks_no_line() -> None:
    ruby = "<p>その町が<ruby><rb>案内</rb><rp>（</rp><rt>あんない</rt><rp>）</rp></ruby>ロボットを置いたのは、去年の春だったと町長は話す。</p>"
    assert "その町が案内（あんない）ロボットを置いたのは、去年の春だったと町長は話す。" in read(ruby)


def test_headings_of_comments_and_of_what_else_there_is_end_a_text() -> None:
    links = "<h4>Холбоотой мэдээ</h4><div class=rel><div><a href=/1>Сансрын интернэтийн үнэ хямдарна</a></div></div>"
    talk = "<h4>Сэтгэгдэл бичих</h4><p>Уншигчдын бичсэн сэтгэгдэлд сонин хариуцлага хүлээхгүй болно.</p>"
    assert read(f"</div><div>{links}{talk}", at=6) == "\n".join(TEXT)


def test_a_pull_quote_that_leaves_out_who_said_it_is_shown_twice_and_another_is_not() -> None:
    said = "<p>“Nothing that enters the lock comes back,” he said. “You would be surprised how useful that is.”</p>"
    pulled = "<div class=m-pullquote><p>“Nothing that enters the lock comes back. You would be surprised how useful that is.”</p></div>"
    other = pulled.replace("how useful that is", "who steers the boats")
    assert read(pulled + TEXT[0] + said).count("surprised") == 1
    assert read(other + said).count("surprised") == 2


def test_comments_below_a_heading_of_their_own_still_end_a_text() -> None:
    below = "<p>Ann: At last, I have waited ten years for a quiet boat.</p><p>Tom: And who charges it at night, dear Ann?</p>"
    assert read(f"<div class=zz><h3>2 comments</h3>{below}</div>", at=6) == "\n".join(TEXT)
