"""What a site says among the paragraphs of all its texts, to sell letters, to excuse its player or its form; news that say the like stay."""

from __future__ import annotations

from crawler.parse import parse_article

URL = "https://lockpost.example/2026/03/04/lock-gates"
LINES = (
    "The canal company has hung two new gates in the upper lock, its engineer told the parish council on Wednesday evening.",
    "Each gate weighs eleven tonnes and came by barge from a yard forty miles away, where three men had built it since May.",
    "Boats will wait longer in the first weeks, because the paddles are stiff and the keepers still have to learn them.",
    "An old gate goes to the school, which wants to make benches of its planks, and a fence of what is left of them.",
)


def page(inner: str, *, above: str = "", lines: tuple[str, ...] = LINES, head: str = "") -> str:
    text = "".join(f"<p>{text}</p>" for text in lines[:2]) + inner + "".join(f"<p>{x}</p>" for x in lines[2:])
    return (
        f"<html><head><title>New gates for the upper lock | Lock Post</title>{head}</head><body><header><a href=/>Lock Post</a></header>"
        f"<main><article><h1>New gates for the upper lock</h1>{above}<div class=text>{text}</div></article></main></body></html>"
    )


def told(html: str) -> list[str]:
    article = parse_article(html.encode(), URL)
    assert article is not None
    return article.text.split("\n")


HOUSE = (
    "We are having trouble retrieving the article content.",
    "To play this video you need to enable JavaScript in your browser.",
    "Please enable JavaScript to view the comments.",
    "Sorry, this video cannot be played in your country.",
    "Your browser does not support the video tag.",
    "Ihr Browser unterstützt das Video-Tag nicht.",
    "Votre navigateur ne supporte pas la balise vidéo.",
    "Su navegador no soporta el elemento de audio.",
    "Seu navegador não suporta a reprodução de vídeo.",
    "Ваш браузер не поддерживает видео.",
    "お使いのブラウザは動画の再生に対応していません。",
    "您的浏览器不支持视频播放",
    "현재 브라우저에서는 동영상 재생을 지원하지 않습니다.",
    "Trình duyệt của bạn không hỗ trợ HTML5.",
    "Browser Anda tidak mendukung pemutar video.",
    "Your subscription could not be saved. Please try again.",
    "Your subscription has been successful.",
    "Thanks for subscribing!",
    "You have successfully subscribed to our newsletter.",
    "An error occured. Please try again later.",
    "Ihre Anmeldung war erfolgreich.",
    "Votre inscription est confirmée.",
    "Bookmark and refresh this page for updates.",
    "Refresh this page for live updates.",
    "Actualice esta página para ver más.",
    "最新情報はページを更新してご確認ください。",
    "请刷新页面查看最新内容",
    "このプレスリリースには、メディア関係者向けの情報があります",
    "メディアユーザー登録を行うと、企業担当者の連絡先や発表会の情報を閲覧できます。",
    "Here's what you need to know about locks with the Lock Post Weekly newsletter. Sign up here.",
    "The Gate Roundup newsletter brings the latest news of canals straight to your inbox. Sign up here.",
    "Notre newsletter du matin raconte les canaux. Inscrivez-vous ici.",
    "毎朝のニュースレターで運河の話をお届けします。登録はこちら",
)
NEWS = (
    "The company asked visitors to enable JavaScript in their browsers, which a third of the parish has turned off.",
    "He had subscribed to nothing, he said, and the newsletter came to his inbox every day of the week all the same.",
    "The clerk had to refresh the page eleven times for updates to appear, she told the council on Wednesday evening.",
    "Residents can sign up here or at the lock for a walk along the new gates, which are open from noon until four.",
    "The video could not be played at the meeting, because nobody had brought a cable for the school's projector.",
    "Whoever subscribed before May gets a refund, the canal company wrote, and an excuse from its engineer as well.",
)


def test_a_line_that_a_site_says_among_all_its_texts_is_none_of_them() -> None:
    assert [said for said in HOUSE if any(said in x for x in told(page(f"<p>{said}</p>")))] == []


def test_news_that_tell_of_scripts_forms_and_letters_stay() -> None:
    assert [said for said in NEWS if said not in told(page(f"<p>{said}</p>"))] == []


def test_how_large_letters_shall_be_is_a_tool_and_a_setting_in_a_story_is_none() -> None:
    rows = "<div>Story text</div><div><span>Size</span><button>Small</button></div><div>Width</div><div>* Subscribers only</div>"
    above = told(page("", above=f"<div class=text-settings-dropdown>{rows}</div>"))
    assert above == list(LINES)
    set_ = "<div class=setting><p>The lock stands between two hills that hide the river from the road to the town.</p></div>"
    assert len(told(page(set_))) == len(LINES) + 1


def test_the_gate_behind_the_first_lines_of_a_text_is_an_offer_however_short_they_are() -> None:
    offer = (
        "<div class='ArticleGate-proGate ProGate-wrapper'><div class=ProGate-title>Subscribe to LOCK PRO</div><p>Get the tolls of every lock, talks with "
        "the biggest names on the canal, plus live pictures of the gates from all over the county.</p><a href=/pro>Subscribe Now</a></div>"
    )
    short = (LINES[0][:84] + ".", LINES[1][:84] + ".")
    assert told(page(offer, lines=short)) == list(short)
    wicket = "<div class=lock-gate-story><p>The old gate was hung in 1871 by a smith whose name is cut into its upper beam.</p></div>"
    assert any("1871" in line for line in told(page(wicket)))


def test_whence_those_who_sign_reported_is_a_credit_and_whence_others_did_is_none() -> None:
    by = '<script type="application/ld+json">{"@type":"NewsArticle","headline":"New gates for the upper lock","author":[{"@type":"Person","name":"Ann Lee"},{"@type":"Person","name":"Tom Ray"}]}</script>'
    whence = "Ann Lee reported from Upper Lock, and Tom Ray from the yard in Oakham."
    signed = page("", head=by, lines=(whence, *LINES))
    assert told(signed) == list(LINES)
    assert told(page("", head=by, lines=(*LINES, whence))) == list(LINES)
    other = "Ines Moor reported from the lock for a rival paper in 1871, and was thrown into the water."
    assert told(page("", head=by, lines=(other, *LINES)))[0] == other


def test_the_hour_and_its_zone_name_nobody() -> None:
    when = (
        "<div class=Page-date><span>Published</span> <span data-date>8:00 AM EST, March 4, 2026</span></div>"
    )
    article = parse_article(page("", above=when).encode(), URL)
    assert article is not None
    assert article.authors == ()
    signed = "<div class=Page-date><span>Amos Estrel, March 4, 2026</span></div>"
    article = parse_article(page("", above=signed).encode(), URL)
    assert article is not None
    assert article.authors == ("Amos Estrel",)


def test_who_reported_edited_and_owns_it_is_told_below_a_text_in_lines_of_one_paragraph() -> None:
    below = "<p>Pewarta: Wening Lestari<br>Editor: Bagas Prayitno<br>Copyright © LOCK POST 2026</p>"
    assert told(page("").replace("</div></article>", f"{below}</div></article>")) == list(LINES)
    tells = "<p>Editor: Bagas Prayitno left the gates open, the council heard on Wednesday.</p>"
    assert len(told(page("").replace("</div></article>", f"{tells}</div></article>"))) == len(LINES) + 1


def test_the_word_for_an_advertisement_is_known_in_greek_capitals() -> None:
    assert told(page("<div class=das><span>ΔΙΑΦΗΜΙΣΗ</span></div>")) == list(LINES)
