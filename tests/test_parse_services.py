"""What a medium serves or sells beside its news, lists of flashes, posts of readers; and news that are called alike."""

from __future__ import annotations

from tables import each

from crawler.parse import read_page
from storage.records import Article, NotArticle

HOST = "https://quaypost.example"
TOLD = (
    "The old crane on the quay creaks as it did a hundred years ago, and nobody minds.",
    "Those who pass by in the morning hear it from the bridge, and some of them stop to look.",
    "Its owner has promised to oil it before the winter, and to paint what has gone to rust.",
)
SERVICES = (
    ("/horoscope/libra", "Horoscope for Libra"), ("/horoskop/waage", "Horoskop Waage"), ("/horoscopo/libra.html", "Horóscopo Libra"),
    ("/oroscopo/bilancia", "Oroscopo Bilancia"), ("/goroskop/vesy", "Гороскоп: Весы"), ("/burclar/terazi", "Burçlar: Terazi"), ("/horoszkop/merleg", "Horoszkóp – Mérleg"),
    ("/subscribe/offer", "Digital subscription: choose yours"), ("/abo/angebote", "Unsere Abos"), ("/abonnement/offres", "Nos offres d’abonnement"), ("/suscripcion/planes", "Elige tu suscripción"),
    ("/assinatura/ofertas", "Assinaturas do jornal"), ("/abbonamenti/", "Abbonamenti"), ("/prenumerata/oferta", "Wybierz prenumeratę: prenumerata cyfrowa"), ("/predplatne", "Digitální předplatné novin"),
    ("/podpiska/", "Подписка на газету"), ("/abonelik", "Abonelik"), ("/prenumerera/erbjudande", "Prenumeration"),
    ("/crossword/today", "Crossword of the day"), ("/lottozahlen/samstag", "Lottozahlen vom Samstag"), ("/tv-guide/tonight", "TV guide for tonight"),
    ("/most-read/tech", "Most read"), ("/meistgelesen", "Meistgelesen"), ("/maispopulares/tec", "+ Populares"), ("/plus-lus", "Les plus lus"), ("/en-cok-okunanlar", "En çok okunanlar"),
    ("/editorial-team", "Editorial team"), ("/redaktion", "Redaktion"), ("/redazione/", "La redazione"), ("/syntaktiki-omada/", "Ταυτότητα"), ("/redakcija", "Редакция"),
)  # fmt: skip
NEWS = (
    ("/horoscope/why-papers-print-horoscopes-still", "Why papers print horoscopes still"), ("/culture/libra", "Libra, a play about horoscopes"), ("/horoskop/48213377", "Horoskop: Verlag verklagt Astrologen"),
    ("/business/subscribe-and-save-is-sued", "Subscribe and save is sued"), ("/abo/wirtschaft-hafen-kran-steht-still", "Der Kran steht still"), ("/economie/abonnement", "Le port change de grue"),
    ("/news/prenumerata-drozeje-od-lipca", "Prenumerata drożeje od lipca"), ("/media/podpiska", "Порт купил кран"), ("/abbonamenti/treni-piu-cari-da-luglio", "Abbonamenti dei treni più cari"),
    ("/lotto/baker-wins-the-lotto-twice", "Baker wins the lotto twice"), ("/puzzles/inventor-of-the-sudoku-dies", "Inventor of the sudoku dies"), ("/tv/guide", "A guide leads through the harbour"),
    ("/culture/most-read-book-of-the-islands", "The most read book of the islands"), ("/popular/crane", "A crane that everybody likes"), ("/redaktion/neue-chefin-der-hafenpost", "Neue Chefin der Hafenpost"),
    ("/culture/identity", "Ταυτότητα και θάλασσα"), ("/people/editorial-team-wins-prize-for-crane", "Editorial team wins prize for crane"),
)  # fmt: skip


def _page(title: str, lines: tuple[str, ...], behind: str = "") -> bytes:
    told = "".join(f"<p>{line}</p>" for line in lines)
    return f"<html><head><title>{title} | Quay Post</title></head><body><main><h1>{title}</h1>{told}{behind}</main></body></html>".encode()


@each(("path", "title"), SERVICES)
def test_what_a_medium_serves_beside_its_news_is_told_by_address_and_title(path: str, title: str) -> None:
    got = read_page(_page(title, TOLD), HOST + path)
    assert isinstance(got, NotArticle), path
    assert got.reason in ("other-page", "list-page"), got.reason


@each(("path", "title"), NEWS)
def test_news_of_such_services_and_in_sections_called_so_are_articles(path: str, title: str) -> None:
    assert isinstance(read_page(_page(title, TOLD), HOST + path), Article), path


@each(("path", "title"), SERVICES)
def test_what_a_feed_announced_is_no_service(path: str, title: str) -> None:
    assert isinstance(read_page(_page(title, TOLD), HOST + path, announced=True), Article), path


def test_an_author_and_a_day_make_an_article_of_what_is_called_a_service() -> None:
    signed = '<p class="byline">By <span class="author">Ann Lee</span></p><time datetime="2025-07-03T10:00">3 July 2025</time>'
    page = _page("Horoscope for Libra", TOLD).replace(b"</h1>", b"</h1>" + signed.encode())
    assert isinstance(read_page(page, HOST + "/horoscope/libra"), Article)


def _flashes(count: int) -> str:
    return "".join(
        f'<div class="item"><div class="top"><span>{n} min ago</span> <a href="/flash/{n}71{n}">Crane number {n} of the harbour stands still again</a></div>'
        f'<div class="told">The harbour said that crane number {n} will be oiled by Monday; its driver had asked for it twice.</div></div>'
        for n in range(1, count + 1)
    )


def test_flashes_below_lines_that_lead_to_each_are_a_list() -> None:
    page = _page("Flashes", (), _flashes(6))
    assert isinstance(read_page(page, HOST + "/flashes/"), NotArticle)


def test_lines_that_lead_elsewhere_between_the_paragraphs_of_an_article_make_it_none_of_a_list() -> None:
    page = _page("Cranes of the harbour stand still", TOLD, _flashes(4))
    assert isinstance(read_page(page, HOST + "/2025/07/03/cranes-of-the-harbour-stand-still"), Article)


@each(
    ("path", "title"),
    (
        ("/forum/comments/posting-45/show/", "Re: Who needs a crane?"),
        ("/forum/12/", "AW: Der Kran"),
        ("/forums/thread/77", "Re[2]: Кран"),
        ("/board/topic/9", "回复：起重机"),
    ),
)
def test_an_answer_on_a_forum_is_no_article(path: str, title: str) -> None:
    assert isinstance(read_page(_page(title, TOLD), HOST + path), NotArticle)


@each(
    ("path", "title"),
    (
        ("/opinion/re-your-letters", "Re: your letters on the crane"),
        ("/forum/what-the-crane-tells-us", "What the crane tells us"),
        ("/forum/crane", "Reden: Was der Kran erzählt"),
    ),
)
def test_a_column_called_so_and_an_essay_in_a_section_called_forum_are_articles(
    path: str, title: str
) -> None:
    assert isinstance(read_page(_page(title, TOLD), HOST + path), Article)


def test_what_is_left_of_a_page_of_cards_tells_nothing() -> None:
    left = "".join(
        f"<li>{line}</li>"
        for line in (
            "Terms of use",
            "About the Post",
            "Privacy",
            "Cookies",
            "Help",
            "Contact the Post",
            "Advertise with us",
        )
    )
    page = _page("Cranes", (), f"<h2>Latest updates</h2><ul>{left}</ul>")
    assert isinstance(read_page(page, HOST + "/business/cranes"), NotArticle)
    verses = "".join(f"<li>{line}</li>" for line in (*TOLD, *TOLD[::-1]))
    assert isinstance(
        read_page(_page("Cranes", (), f"<ul>{verses}</ul>"), HOST + "/business/cranes"), Article
    )
