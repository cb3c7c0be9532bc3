"""A page's text → whether it asks for consent to cookies and the like before it shows anything."""

from __future__ import annotations

import re

from crawler.parse.page import labels, phrases
from crawler.parse.page.blocks import Block, Outline
from crawler.patterns import rarely

_PURPOSES = rarely(  # which the trade's standard gives each question of that kind; in lower case
    r"measure (?:content|advertising|ad|the) performance|measurement of (?:content|advertising)|understand audiences|(?:develop|improve) (?:and improve )?services|create profiles|select (?:basic |personali[sz]ed )?(?:ads|advertising|content)"
    r"|mesurer la performance|comprendre les publics|développer et améliorer les services|créer des profils|sélectionner (?:des|les) (?:publicités|contenus)|messung (?:von|der) (?:werbe|inhalt)|(?:werbeleistung|performance von inhalten)|zielgruppen durch statistiken|verbesserung der angebote|erstellung von profilen"
    r"|medir el rendimiento|comprender al público|mejora de los servicios|crear perfiles|misurare le prestazioni|comprendere il pubblico|(?:migliorare|perfezionare) i servizi|creare profili|medir o desempenho|compreender os públicos|melhorar serviços|criar perfis|prestaties meten|publiek begrijpen|diensten ontwikkelen|profielen aanmaken"
    r"|pomiar (?:wydajności|efektywności)|rozumienie odbiorców|ulepszanie usług|tworzenie profili|měření výkonu|zlepšování služeb|meranie výkon|zlepšovanie služieb|förbättra tjänster|mäta (?:annons|innehåll)|forbedre tjenester|måling af (?:annonce|indhold)|måle? (?:annonse|innhold)|tehokkuuden mittaaminen|palvelujen kehittäminen"
    r"|teljesítményének mérése|szolgáltatások fejlesztése|măsurarea performanței|îmbunătățirea serviciilor|μέτρηση (?:της )?απόδοσης|βελτίωση (?:των )?υπηρεσιών|измерване на ефективността|подобряване на услуги|измерение эффективности|улучшение (?:услуг|сервисов)|вимірювання ефективності|покращення (?:послуг|сервісів)|mjerenje (?:učinka|performansi)|poboljšanje usluga|hizmetleri geliştir|reklam performansı"
)
_ABOUT = (_PURPOSES, phrases.CHOICES, phrases.CONSENT, phrases.PARTNERS, phrases.DEVICE, phrases.VENDORS)

CONSENT_LEAST = 60  # characters
AROUND = 48  # characters beside a count of others, in which it says what they are
WALL_SHARE = 0.4  # of such a page that the sentence about the reader's device makes up
LOOKED_AT = 4_000  # characters of a block: what it is about, its beginning tells
CONSENT_WORDS = 3  # different ones: a text about cookies that crumble knows but one
BESIDE = 24  # characters beside a count of others, in which it says whose they are
OTHER, SURELY, OURS = (
    120,
    0.8,
    2,
)  # characters of a block about something else, share of the others, blocks that say "we" or "our"
_COUNT = re.compile(  # of others; no year, no share, and no millions
    r"(?<![\d.,])(?!(?:19|20)\d\d)\d{2,4}(?![\d.,])(?!\s?(?:%|€|\$|per ?cent|mi?ll?i|bi?lli|mrd|мил|млн|млрд|万|萬|亿|億|만|억))",
    re.I,
)


def speaks_of_consent(page: Outline, body: list[Block]) -> bool:
    """Whether most of the text is about cookies and the like, in their own words; without a body, most of the page."""
    blocks = body or [b for b in page.blocks if b.linked < 0.5 * len(b.text)]
    whole = sum(len(b.text) for b in blocks)
    said = (phrases.CONSENT, phrases.PARTNERS)
    about = [
        b.text
        for b in blocks
        if b.element.bits & labels.CONSENT or any(phrases.holds(words, b.text[:LOOKED_AT]) for words in said)
    ]
    if whole < CONSENT_LEAST:
        return False
    if any(len(b.text) >= WALL_SHARE * whole and _counts_partners(b.text[:LOOKED_AT]) for b in blocks):
        return True
    if sum(map(len, about)) < 0.6 * whole:
        return False
    own, further = ({w for text in about for w in words.findall(text.lower())} for words in said)
    return bool(own) and len(own | further) >= CONSENT_WORDS


def is_wall(body: list[Block]) -> bool:
    """Whether a text is nothing but the question for consent, of a site and its partners by number: what no article is.

    An article on such questions counts the partners of others, and says "we" in what it quotes alone.
    """
    texts = [b.text[:LOOKED_AT].lower() for b in body]
    if not phrases.CONSENT.search("\n".join(texts)):  # as most
        return False
    about = [any(words.search(text) for words in _ABOUT) for text in texts]
    whole = sum(map(len, texts))
    if (
        whole < CONSENT_LEAST
        or sum(len(t) for t, is_so in zip(texts, about, strict=True) if is_so) < SURELY * whole
    ):
        return False
    if any(len(t) >= OTHER for t, is_so in zip(texts, about, strict=True) if not is_so):
        return False
    ours = sum(phrases.OURS.search(text) is not None for text in texts) >= OURS
    if not (ours or any(map(_counts_ours, texts))):
        return False
    counted = any(
        phrases.VENDORS.search(text[max(0, found.start() - AROUND) : found.end() + AROUND])
        for text in texts
        for found in _COUNT.finditer(text)
    )
    return counted and any(phrases.DEVICE.search(text) for text in texts)


def _counts_partners(text: str) -> bool:
    """Whether somebody asks for what he and a number of others store on the reader's device."""
    return phrases.holds(phrases.CONSENT, text) and _counts_ours(text)


def _counts_ours(text: str) -> bool:
    """Whether it is told what he and they store there."""
    if not phrases.holds(phrases.DEVICE, text):
        return False
    counts = (found.span() for found in _COUNT.finditer(text))
    return any(phrases.holds(phrases.OURS, text[max(0, i - BESIDE) : j + BESIDE]) for i, j in counts)
