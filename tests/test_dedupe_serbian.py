"""Serbian is printed in two alphabets: which texts are one text in both."""

from __future__ import annotations

from crawler.dedupe import anchored, anchors, fingerprint, judge
from crawler.dedupe.serbian import is_cyrillic, latin
from storage.records import Article, Neighbour

CYRILLIC = (
    "Лука добија џиновске дизалице",
    "Управа луке Врбник поручила је шест дизалица од домаћег предузећа Њива, саопштено је у уторак. Вредност посла је 48 милиона "
    "динара.\n\nПрве две дизалице стижу на пролеће, а љуљање терета смањиће нови уређај. „Чекали смо дуго на ове машине“, рекао је "
    "управник Ђорђе Хаџић.\n\nРибари се жале на буку. Управа им је обећала зид и нову обалу.",
)
LATIN = (
    "Luka dobija džinovske dizalice",
    "Uprava luke Vrbnik poručila je šest dizalica od domaćeg preduzeća Njiva, saopšteno je u utorak. Vrednost posla je 48 miliona "
    "dinara.\n\nPrve dve dizalice stižu na proleće, a ljuljanje tereta smanjiće novi uređaj. „Čekali smo dugo na ove mašine“, rekao je "
    "upravnik Đorđe Hadžić.\n\nRibari se žale na buku. Uprava im je obećala zid i novu obalu.",
)
# the same form, about another port
OTHER = (
    "Luka dobija nove remorkere",
    "Uprava luke Kamenar poručila je pet remorkera od stranog preduzeća Talas, saopšteno je u sredu. Vrednost posla je 71 milion "
    "dinara.\n\nPrvi brod stiže na jesen. „Stari su otišli u penziju“, rekla je direktorka Milena Grubač.\n\nMornari pozdravljaju "
    "nabavku, jer su stari brodovi često stajali u kvaru i po nekoliko nedelja.",
)
MACEDONIAN = "Пристаништето доби шест нови дигалки, а ќе стигнат уште две, соопшти управата во вторникот."


def relation(first: tuple[str, str], then: tuple[str, str]) -> str:
    old, new = (Article(f"http://{n}.example/", *text, language="sr") for n, text in enumerate((first, then)))
    prints = [anchored(fingerprint(article), anchors(article)) for article in (old, new)]
    return judge(prints[1], [Neighbour(1, 1, "sr", None, None, prints[0])], language="sr").relation


def test_a_text_in_the_other_alphabet_is_the_same_text():
    assert relation(CYRILLIC, LATIN) == relation(LATIN, CYRILLIC) == "exact"
    assert set(fingerprint(Article("http://a.example/", *CYRILLIC)).keys) == set(
        fingerprint(Article("http://a.example/", *LATIN)).keys
    )


def test_a_cut_one_is_a_copy_and_another_text_is_none():
    assert relation(CYRILLIC, ("Dizalice za Vrbnik", LATIN[1].rpartition("\n\n")[0])) == "near"
    assert relation(CYRILLIC, OTHER) == "original"


def test_only_serbian_is_put_into_latin_letters():
    assert is_cyrillic(CYRILLIC[1])
    assert not any(map(is_cyrillic, (LATIN[1], MACEDONIAN, "Съёмка щита, эхо", "Із ґанку її видно є")))
    quoting = "Российский министр встретился с премьер-министром; газета „Ноћ“ пишет об этом подробно."
    assert not is_cyrillic(quoting)
    assert is_cyrillic(f"{CYRILLIC[1]} „Известия“")
    assert latin(CYRILLIC[1]) == LATIN[1]
