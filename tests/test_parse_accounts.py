"""An account of a publishing program where an author's name stands is nobody; people who are called alike are somebody."""

from __future__ import annotations

from crawler.parse import read_page
from storage.records import Article

ACCOUNTS = (
    "admin|Admin2|wp-admin|admin_web|Site Admin|Super Admin|Web Administrator|Administrator strony|Administrador del sitio"
    "|Administrateur du site|amministratore sito|Webmestre|Beheerder|Ylläpito|Správce webu|Rendszergazda|Site Yöneticisi|Quản trị viên"
    "|Админ|Администратор сайта|Адміністратор|редактор1|系统管理员|網站管理員|サイト管理者|관리자|ผู้ดูแลระบบ|แอดมินเว็บ|מנהל האתר|مدير الموقع|مدیر سایت"
    "|एडमिन|অ্যাডমিন|Διαχειριστής|redakcja2|Redaktion 3|redaccion1|Editor Web|Moderator|user1|testuser|Microsoft Office User"
    "|WordPress|Joomla!|TYPO3|1C-Битрикс|Logonet CMS|Logonet-like CMS"
)  # fmt: skip
PEOPLE = "Anna Admin|Max Webmaster|Georgia Guest|Jon Root|Lena Editorová|Sistine Demo-Lee|Adminah Kato|Wix Lehmann|The Editors|CMS Hasche Sigle"


def declared(name: str, link: str) -> tuple[str, ...]:
    """Whom a page tells to be its author that names `name` in its head or its byline."""
    text = "".join(
        f"<p>The council gave the harbour of the town a new lantern on Monday, by its paper number {n}.</p>"
        for n in range(9)
    )
    head = "" if link else f'<meta name="author" content="{name}">'
    page = (
        f"<html lang=en><head><title>Harbour gets a new lantern</title>{head}</head><body><article>"
        f"<h1>Harbour gets a new lantern</h1>{link}<time datetime=2026-11-16T08:00:00Z>16 November 2026</time>{text}"
    )
    found = read_page(page.encode(), "https://a.example/harbour-lantern")
    assert isinstance(found, Article), found
    return found.authors


def test_an_account_is_nobody_and_a_person_who_is_called_alike_is_somebody():
    wrong = []
    for names, told in ((ACCOUNTS, False), (PEOPLE, True)):
        for name in names.split("|"):
            for link in ("", f"<div class=byline>By <a rel=author href=/author/1>{name}</a></div>"):
                found = declared(name, link)
                newsroom = link and name[:5].lower() in ("redak", "redac")  # which a line may name
                if found != ((name,) if told else ()) and not newsroom:
                    wrong.append((name, bool(link), found))
    assert not wrong
