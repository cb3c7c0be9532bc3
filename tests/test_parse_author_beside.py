"""What stands beside the names of those who wrote, and is none of them: the paper's letters, hours, lists, who built the site."""

from __future__ import annotations

from datetime import UTC, datetime

from crawler.parse import read_page
from storage.records import Article

TEXT = {
    "en": "The ferry company said on Thursday that it would buy four electric boats for the crossing to the islands.",
    "am": "የጀልባ ኩባንያው ወደ ደሴቶቹ ለሚደረገው ጉዞ አራት የኤሌክትሪክ ጀልባዎችን እንደሚገዛ ሐሙስ ዕለት አስታወቀ።",
    "sq": "Kompania e trageteve njoftoi të enjten se do të blejë katër anije elektrike për linjën drejt ishujve, e para prej të cilave vjen në pranverë.",
}
NOW = datetime(2025, 7, 3, 12, tzinfo=UTC)


def read(lang: str, above: str, *, head: str = "", below: str = "", text: str = "en") -> Article:
    said = TEXT[text]
    page = (
        f"<html{lang and f' lang={lang}'}><head><title>Four boats for the islands</title>{head}</head><body><article>"
        f"<h1>Four boats for the islands</h1>{above}<div><p>{said}</p><p>{said} 1</p><p>{said} 2</p></div></article>{below}</body></html>"
    )
    found = read_page(page.encode(), "https://news.example/2025/07/03/ferries", fetched_at=NOW)
    assert isinstance(found, Article), found
    return found


def test_what_stands_beside_names_is_none() -> None:
    more = "<section class=more-author><h3>More from this column</h3><ul><li><a href=/2>A river of glass</a></li></ul></section>"
    cases = [  # language, above the text, below it, who wrote
        # the letters of the paper, behind each
        ("fi", "<div class=byline><a href=/a>Aino Lehto</a> <span>VS</span>, <a href=/o>Onni Korpi</a> <span>VS</span></div>", "", ("Aino Lehto", "Onni Korpi")),
        ("en", "<div class=byline>ANN LEE, TOM LEE</div>", "", ("ANN LEE", "TOM LEE")),
        ("en", "<div class=byline>Sree Pillai KS</div>", "", ("Sree Pillai KS",)),
        ("ko", "<div class=byline>Jin Ho KIM, Su Mi KIM</div>", "", ("Jin Ho KIM", "Su Mi KIM")),  # of a family
        ("zh", "<div class=byline>Mei Ling NG and Wai Man NG</div>", "", ("Mei Ling NG", "Wai Man NG")),
        ("en", "<div class=byline>Henry Ford III and John Ford III</div>", "", ("Henry Ford III", "John Ford III")),
        ("ru", "<div class=byline>Иван Мур, Анна Мур</div>", "", ("Иван Мур", "Анна Мур")),
        ("is", "<div class=article-hofundur>Jón Ása Björnsson</div>", "", ("Jón Ása Björnsson",)),
        ("is", "<div class=rithofundur>Jón Ása Björnsson</div>", "", ()),  # a writer of books
        # what else she did, and who took the pictures
        ("ja", "<div class=byline>取材・構成＝山田太郎</div>", "", ("山田太郎",)),
        ("ja", "<div class=byline>文・写真　山田太郎</div>", "", ("山田太郎",)),
        ("ja", "<div class=byline>文＝山田太郎　写真＝鈴木花子</div>", "", ("山田太郎",)),
        ("ja", "<div class=byline>執筆：山田太郎</div>", "", ("山田太郎",)),
        ("zh", "<div class=byline>文在寅</div>", "", ("文在寅",)),  # her surname
        ("zh", "<div class=byline>文王小明</div>", "", ("王小明",)),
        ("zh", "<div class=byline>文/李明</div>", "", ("李明",)),
        ("el", "<p>Συνέντευξη: Νίκος Παππάς</p>", "", ("Νίκος Παππάς",)),
        # when, in words of a language that no table has
        ("cy", "<div class=byline-block><time datetime=2025-07-03T08:14:22Z>3 awr yn ôl</time><div><span>Gwen Prys</span></div></div>", "", ("Gwen Prys",)),
        # what else she wrote
        ("en", "<div class=author-name>Ann Lee</div>", more, ("Ann Lee",)),
        ("tr", "<div class=yazar-kutu><a href=/y/1>Nur Sarı</a><ul class=yazar-son><li><a href=#>Limanda insansız vinç dönemi</a></li><li><a href=#>Köyde kodlama</a></li></ul></div>", "", ("Nur Sarı",)),
        ("de", "<div class=autor><h4>geschrieben von</h4><p>Anna Berg</p></div>", "", ("Anna Berg",)),
        ("en", "<div class=byline><h4>posted by:</h4><p>Ann Lee</p></div>", "", ("Ann Lee",)),
        # where she was
        ("hi", "<div class=by><span>Reported by: अवधेश तिवारी, अहमदाबाद</span><span>Edited by: सुरभि नेगी</span></div>", "", ("अवधेश तिवारी",)),
        ("ar", "<div>الكاتب: محمد علي، القاهرة</div>", "", ("محمد علي",)),
        ("es", "<ul class=autores><li>Ana de la Cruz</li><li>Luis Gil</li></ul>", "", ("Ana de la Cruz", "Luis Gil")),
        ("es", "<ul class=autor><li>Ana de la Cruz, reportera</li><li>3 julio 2025</li></ul>", "", ("Ana de la Cruz",)),
        ("es", "<div class=firma><h3>Ana de la Cruz</h3><p>Periodista</p></div>", "", ("Ana de la Cruz",)),
    ]  # fmt: skip
    wrong = [
        (above, who, found)
        for lang, above, below, who in cases
        if (found := read(lang, above, below=below).authors) != who
    ]
    assert not wrong


def test_short_words_for_by_lead_in_their_own_language_alone() -> None:
    nga = "<p><i>Nga Arbër Dushi, Prishtinë</i></p>"
    assert read("", nga, text="sq").authors == ("Arbër Dushi",)  # the language of a page that names none
    assert read("", nga).authors == ()
    assert read("am", "<div class=author>በ <a href=/s>ሰላማዊት ገብረመድህን</a></div>", text="am").authors == (
        "ሰላማዊት ገብረመድህን",
    )


def test_who_built_the_site_wrote_nothing_on_it() -> None:
    cases = {
        "ABC Web Design Newtown": (),
        "Coast Software House": (),
        "Webb Designer": ("Webb Designer",),
        "Acme Software": ("Acme Software",),  # a maker of programs has news of its own
        "Hosting Journal": ("Hosting Journal",),
    }
    found = {name: read("en", "", head=f"<meta name=author content='{name}'>").authors for name in cases}
    assert found == cases
    assert read("en", "", head="<meta name=author content='Ann Lee, Web Developer'>").authors[0] == "Ann Lee"


def test_those_whom_data_credits_with_a_text_wrote_it_and_those_of_its_pictures_did_not() -> None:
    story = (
        '{"type":"story","content_elements":[{"type":"image","caption":"The quay","credits":{"by":[{"name":"Yaw Mensah"}]}}],'
        '"credits":{"by":[{"name":"Nana Quartey","extra":{"original":{"byline":"Nana Q."}}},{"name":"Kofi Baidoo"}]},'
        '"first_publish_date":"2025-07-03T11:20:05Z"}'
    )
    script = f"<script>Fusion.globalContent={story};</script>"
    shown = read("en", "<p>Nana Quartey</p><p>Kofi Baidoo</p>", below=script)
    assert shown.authors == ("Nana Quartey", "Kofi Baidoo")
    assert read("en", "", below=script).authors == ()  # of another text, for all that the page shows
    # Arc sorts its keys: that it is a picture stands behind who took it, and what stands between is nested
    picture = '{"additional_properties":{"id":1},"credits":{"by":[{"name":"Yaw Mensah"}]},"owner":{"id":"x"},"type":"image"}'
    sorted_ = (
        f'{{"content_elements":[{picture}],"credits":{{"by":[{{"name":"Nana Quartey"}}]}},"type":"story"}}'
    )
    sorted_ = f"<script>Fusion.globalContent={sorted_};</script>"
    assert read("en", "<p>Nana Quartey</p>", below=sorted_).authors == ("Nana Quartey",)
    # the hour of the day that the address tells
    assert shown.published_at == datetime(2025, 7, 3, 11, 20, 5, tzinfo=UTC)
    other = read("en", "", below=script.replace("2025-07-03T", "2025-07-01T"))
    assert (other.published_at or NOW).date().isoformat() == "2025-07-03"


def test_the_moment_that_an_element_tells_is_surer_than_the_hours_that_it_shows() -> None:
    bar = "<div class='date-bar'><time datetime=2025-07-03T08:14:22Z>3 hours ago</time> <b>News</b></div>"
    assert read("en", bar).published_at == datetime(2025, 7, 3, 8, 14, 22, tzinfo=UTC)


def test_a_notice_on_cookies_in_a_script_hides_no_text_that_another_holds() -> None:
    """Blogger's blogs of Google keep the text in a template, and what a bar says of cookies in a string."""
    notice = "This site uses cookies from the company to deliver its services and to analyze traffic. Your IP address and user-agent are shared with it along with performance and security metrics to ensure quality of service, and to address abuse."
    text = TEXT["en"]
    body = f"<p><span class=byline-author>Posted by Ann Lee, Tom Ray and Kim C Park - Coast Ferries team</span></p><p>{text}</p><p>{text} 1</p><p>{text} 2</p>"
    page = (
        "<html lang=en><head><title>Harbour Blog: Four boats for the islands</title></head><body><h2 class=title>Four boats for the islands</h2>"
        f"<div class=post-content><script type='text/template'>{body}</script><noscript>{body}</noscript></div>"
        f"<script>window.bar && bar.show((window.opts && opts.msg) || '{notice}', 'OK');</script></body></html>"
    )
    found = read_page(page.encode(), "https://blog.example/2025/07/boats.html", fetched_at=NOW)
    assert isinstance(found, Article), found
    assert found.text.split("\n")[-3:] == [text, f"{text} 1", f"{text} 2"]
    assert "cookies" not in found.text
    assert found.text.count("1") == 1  # what stands there twice is told once
    assert found.authors == ("Ann Lee", "Tom Ray", "Kim C Park")


def test_whom_an_interview_is_with_is_not_who_led_it_though_its_template_declares_so() -> None:
    declared = '<script type="application/ld+json">{"@type":"Article","headline":"x","author":{"@type":"Person","name":"Eleni Rapti"}}</script>'
    title = "<title>Eleni Rapti: “Four boats for the islands” | Coast Courier</title>"
    text = "".join(f"<p>{TEXT['en']} {n}</p>" for n in range(3))

    def authors(line: str, below: str = "", lang: str = "el") -> tuple[str, ...]:
        page = f"<html lang={lang}><head>{title}{declared}</head><body><article><h1>Eleni Rapti: “Four boats for the islands”</h1>{line}{text}</article>{below}</body></html>"
        found = read_page(page.encode(), "https://news.example/2025/07/03/boats")
        assert isinstance(found, Article)
        return found.authors

    assert authors("<div>Συνέντευξη: Λευτέρης Δρακάκης</div>") == ("Λευτέρης Δρακάκης",)
    assert authors("<p>Interview by Tom Ray</p>", lang="en") == ("Tom Ray",)
    # a column, as many a paper heads it
    column = ("Eleni Rapti",)
    assert authors("") == column
    assert authors("<p>Συνέντευξη: Eleni Rapti</p>") == column
    assert authors("<p>An interview with Eleni Rapti</p>", lang="en") == column
    assert (
        authors("<div class=byline>By Eleni Rapti and Tom Ray</div>", lang="en") == column
    )  # as it declares
    assert authors("<p><b>Tom Ray</b></p>", lang="en") == column
    for below in (
        "<div class=related><h3>More</h3><div class=author>Tom Ray</div></div>",
        "<div class=comments><div class=author>Tom Ray</div><p>Nice boats.</p></div>",
    ):
        assert authors("", below, lang="en") == column
