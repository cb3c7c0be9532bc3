"""Who asked in an interview, behind the name of whom he asked, in the ways of several languages."""

from __future__ import annotations

import pytest
from test_parse_bylines import with_language

ASKED = [  # the page's language, what stands below the headline, authors
    ("pl", "<p><strong>Z Haliną Borek, poetką i tłumaczką, rozmawia Krzysztof Niemiec</strong></p>", ("Krzysztof Niemiec",)),
    ("pl", "<p>Z prof. Janem Lisem rozmawiają Ewa Sowa i Adam Ryś</p>", ("Ewa Sowa", "Adam Ryś")),
    ("pl", "<p>Rozmawiała Ewa Sowa.</p>", ("Ewa Sowa",)),
    ("cs", "<p>S Petrem Hájkem mluvila Jana Malá</p>", ("Jana Malá",)),
    ("sk", "<p>S primátorom Petrom Hájom sa zhovárala Jana Malá.</p>", ("Jana Malá",)),
    ("ru", "<p><i>С Иваном Громовым беседовала Анна Седова.</i></p>", ("Анна Седова",)),
    ("uk", "<p>З Іваном Громом спілкувалася Ганна Сіра</p>", ("Ганна Сіра",)),
    ("de", "<p><em>Das Gespräch führte Karin Holm.</em></p>", ("Karin Holm",)),
    ("de", "<p>(Mit Peter Lang sprach Karin Holm)</p>", ("Karin Holm",)),
    ("fr", "<p>Propos recueillis par Jeanne Morel.</p>", ("Jeanne Morel",)),
    ("hr", "<p>S Ivanom Horvatom razgovarala Ana Perić</p>", ("Ana Perić",)),
]  # fmt: skip


@pytest.mark.parametrize(("language", "line", "names"), ASKED)
def test_who_asked_is_the_author_of_an_interview(language: str, line: str, names: tuple[str, ...]) -> None:
    assert with_language(language, line) == names


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("pl", "<p>Z ministrem rozmawiał premier rządu.</p>"),
        ("pl", "<p>Premier Jan Lis rozmawia z Haliną Borek</p>"),
        ("pl", "<h2>Z Haliną Borek rozmawia Adam Ryś</h2>"),
        ("pl", "<figure><img src=a.jpg><figcaption>Z Haliną Borek rozmawia Adam Ryś</figcaption></figure>"),
        ("ru", "<p>С министром говорил глава порта, и тот обещал помочь.</p>"),
        ("de", "<p>Mit dem Hafen sprach niemand darüber, wann die Boote kommen.</p>"),
        ("de", "<p>Die Fragen stellten sich im Hafen schon lange.</p>"),
    ],
)
def test_whom_somebody_spoke_with_in_the_news_wrote_nothing(language: str, line: str) -> None:
    assert with_language(language, line) == ()
