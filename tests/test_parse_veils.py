"""Texts that stand in templates, frames, shadow roots and <noscript>."""

from __future__ import annotations

import html
import json
from time import process_time

import pytest
from ferries import TEXT, URL
from tables import each

from crawler.parse import read_page
from crawler.parse.page.veils import unveiled, with_shadows
from storage.records import Article, NotArticle

INNER = "".join(f"<p>{text}</p>" for text in TEXT)
TITLE = "Four boats for the islands"
MENU = "<header><a href=/>Harbour Post</a><a href=/m>Money</a></header>"
FRAMED = html.escape(f"<!doctype html><html><body class=x>{INNER}</body></html>", quote=True)
HIDDEN = {
    "a template": f"{MENU}<h1>{TITLE}</h1><div id=r>Loading…</div><template id=t>{INNER}</template>",
    "a frame's document": f'{MENU}<h1>{TITLE}</h1><iframe title=a srcdoc="{FRAMED}"></iframe><p>© Harbour Post</p>',
    "a frame's document in single quotes": f"{MENU}<h1>{TITLE}</h1><iframe srcdoc='{FRAMED}'></iframe>",
    "<noscript>": f"{MENU}<h1>{TITLE}</h1><div id=r>Loading…</div><noscript><article>{INNER}</article></noscript>",
    "a script that holds markup": f'{MENU}<h1>{TITLE}</h1><div id=o></div><script type="text/html" id=t>{INNER}</script>',
    "a declared shadow root": f"<x-story><template shadowrootmode=open><style>p{{}}</style><h1>{TITLE}</h1>{INNER}</template></x-story>",
    "a slot of one": f"<x-page><template shadowrootmode=open>{MENU}<x-story><template shadowrootmode=open><h1>{TITLE}</h1><slot></slot></template>{INNER}</x-story></template></x-page>",
}


def page(inner: str) -> bytes:
    return f"<!doctype html><html lang=en><head><title>{TITLE} - Harbour Post</title></head><body>{inner}</body></html>".encode()


@each("where", HIDDEN)
def test_a_text_behind_another_element_is_read(where: str) -> None:
    found = read_page(page(HIDDEN[where]), URL)
    assert isinstance(found, Article), found
    assert found.text.split("\n") == TEXT
    assert found.title == TITLE


OTHER = (
    "<p>Another story altogether, which no reader of this page will ever see unless a button is pressed.</p>"
    * 9
)
SHOWN = {
    "a template of comments": f"{INNER}<template>{OTHER}</template>",
    "a frame of an advertisement": f'{INNER}<iframe srcdoc="{html.escape(OTHER)}"></iframe>',
    "<noscript>": f"{INNER}<noscript>{OTHER}</noscript>",
    "a shadow root beside the text": f"{INNER}<x-menu><template shadowrootmode=open><nav>{OTHER}</nav></template></x-menu>",
}


@each("beside", SHOWN)
def test_what_stands_behind_elements_beside_a_text_is_none_of_it(beside: str) -> None:
    found = read_page(page(f"<article><h1>{TITLE}</h1>{SHOWN[beside]}</article>"), URL)
    assert isinstance(found, Article), found
    assert found.text.split("\n") == TEXT


@each(
    "inner",
    [
        "<div id=app></div><noscript>You need to enable JavaScript to run this app.</noscript>",
        f"<div id=app></div><noscript><p>Please enable JavaScript to view this page. {'Turn it on in the settings of your browser and load the page again. ' * 5}</p></noscript>",
        "<div id=app></div><template><p>Reply</p><a href=#>Send</a></template>",
        "<div id=app></div><iframe srcdoc='<p>Ad</p>'></iframe>",
    ],
)
def test_a_page_that_only_asks_for_scripts_is_no_article(inner: str) -> None:
    found = read_page(page(inner + "<script src=/a.js></script>" * 3), URL)
    assert isinstance(found, NotArticle), found.text


def test_a_flash_beside_a_pixel_stays_a_flash() -> None:
    flash = "The boats stay in port today because of the wind."
    found = read_page(page(f"<h1>{TITLE}</h1><p>{flash}</p><noscript><img src=p.gif></noscript>"), URL)
    assert isinstance(found, Article)
    assert found.text == flash


def test_data_is_read_before_what_templates_hold() -> None:
    data = json.dumps({"headline": TITLE, "body": INNER})
    inner = f"<div id=app></div><script type=application/json>{data}</script><template>{OTHER}</template>"
    found = read_page(page(inner), URL)
    assert isinstance(found, Article)
    assert found.text.split("\n") == TEXT


HOSTILE = {
    "templates that never end": b"<template>" * 300_000,
    "ends of nothing": b"</template>" * 300_000 + b"<template shadowrootmode=open>",
    "roots in roots": b"<template shadowrootmode=open>" * 100_000 + b"</template>" * 50_000,
    "frames that never end": b"<iframe " * 300_000 + b" srcdoc=",
    "frames of open quotes": b"<iframe srcdoc='" * 100_000,
    "frames of many names": b"<iframe " + b"a " * 500_000 + b"srcdoc=''>",
    "scripts that never end": b"<script type='text/html'>" * 100_000,
    "no tag's end": b"<noscript " * 300_000,
}


@pytest.mark.slow
@pytest.mark.parametrize("what", HOSTILE)
def test_any_bytes_are_unveiled_in_time(what: str) -> None:
    before = process_time()
    unveiled(HOSTILE[what])
    with_shadows(HOSTILE[what])
    assert process_time() - before < 5  # seconds of work, of which a tenth is usual


NEWS = "The ferry at noon stays in port because of the wind, says the harbour master. The next one leaves at two."
BANNER = "<p>We and our partners store information on a device, such as cookies, and process personal data of yours.</p><p>You can change your preferences in the settings, and withdraw the consent that you gave at any time.</p><p>By clicking accept you agree to cookies, and to the use of precise data on where you are, by our partners.</p>"


@pytest.mark.parametrize(
    "beside",
    [
        f"<template>{OTHER}</template>",
        f'<iframe srcdoc="{html.escape(OTHER)}"></iframe>',
        f"<script type=text/x-template>{OTHER}</script>",
        f"<noscript>{OTHER}</noscript>",
    ],
)
@pytest.mark.parametrize("flash", [NEWS, "The ferry at noon stays in port.", "Die Fähre bleibt im Hafen."])
def test_a_flash_is_whole_without_what_templates_hold(beside: str, flash: str) -> None:
    found = read_page(page(f"<h1>{TITLE}</h1><article><p>{flash}</p></article>{beside}"), URL)
    assert isinstance(found, Article)
    assert found.text == flash


GAPS = "<p>{{ item.summary }} is what we chose for you, {{ user }}, and it takes {{ minutes }} minutes to read it.</p>"


@each(
    "held",
    [
        f"<template>{GAPS * 4}</template>",
        f"<script type=text/x-template>{GAPS * 4}</script>",
        f"<template id=cookie-banner>{INNER}</template>",
        f'<template class="related">{INNER}</template>',
        f"<script type=text/html id=tmpl-newsletter>{INNER}</script>",
        f'<iframe id=google_ads_iframe_1 srcdoc="{html.escape(INNER)}"></iframe>',
        f"<iframe title='Advertisement' srcdoc='{html.escape(INNER)}'></iframe>",
    ],
)
def test_what_is_called_furniture_or_is_yet_to_be_filled_in_is_no_article(held: str) -> None:
    found = read_page(page(f"<h1>{TITLE}</h1><div id=root></div>{held}"), URL)
    assert isinstance(found, NotArticle), found.text


def test_a_template_called_furniture_hides_nothing_behind_it() -> None:
    held = f"<template id=cookie-banner>{BANNER}</template><template id=story>{INNER}</template>"
    found = read_page(page(f"{MENU}<h1>{TITLE}</h1><div id=root></div>{held}"), URL)
    assert isinstance(found, Article), found
    assert found.text.split("\n") == TEXT


@pytest.mark.parametrize(
    "host", ["<cookie-consent>", "<x-layer class=cookie-banner>", "<newsletter-box id=n>", "<ad-slot>"]
)
@pytest.mark.parametrize("text", [INNER, f"<p>{NEWS}</p>"])
def test_a_shadow_root_of_furniture_stays_closed(host: str, text: str) -> None:
    root = f"{host}<template shadowrootmode=open>{BANNER * 2}</template></{host[1:-1].split()[0]}>"
    for inner in (
        f"{root}<article><h1>{TITLE}</h1>{text}</article>",
        f"<article><h1>{TITLE}</h1>{text}</article>{root}",
    ):
        found = read_page(page(inner), URL)
        assert isinstance(found, Article), found
        assert found.text.split("\n") == (TEXT if text == INNER else [NEWS])


def test_a_nameless_banner_in_a_shadow_root_costs_no_article() -> None:
    root = f"<c-b><template shadowrootmode=open>{BANNER * 3}</template></c-b>"
    found = read_page(page(f"{root}<article><h1>{TITLE}</h1>{INNER}</article>"), URL)
    assert isinstance(found, Article), found
    assert found.text.split("\n") == TEXT
