"""The pages in a real browser: they can be read by everybody, worked by keys, and ask no other host for anything."""

from __future__ import annotations

import os
from collections.abc import AsyncIterator, Sequence
from dataclasses import replace
from datetime import timedelta
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio
from storesamples import NOW, article, filler, later, mention, saving, source, with_sources
from webdesk import HOSTILE, PAGES, client, desk, fill, held, stand_still

from crawler.config.models import WebShape
from crawler.fetch.browser import BrowserMissing, program
from crawler.sure import Ahead
from crawler.web.serving import served
from storage import access
from storage.database import Database
from storage.mentions import cursors
from storage.mentions import stream as mentions
from storage.mentions.triage import triage
from storage.records import SourceState
from storage.sources import losses
from storage.sources import state as sources

TOKEN = "a-token-of-the-configuration"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
AXE = "options => axe.run(document, options).then(r => r.violations.map(v => v.id + ': ' + v.nodes[0].html))"
# words for screen readers stand in the table that they are of, which is scrolled; beside it they would widen the page
FITS = (
    "document.documentElement.scrollWidth <= innerWidth"
    " && [...document.querySelectorAll('.wide .unseen')].every(said => said.offsetParent.closest('.wide'))"
)
UNFOLD = "document.querySelectorAll('details').forEach(part => part.open = true)"
LIMIT_MS = 60_000


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def chromium() -> AsyncIterator[Any]:
    """One browser for all tests: it takes a second to start."""
    try:
        path = program()
    except BrowserMissing as err:
        if os.environ.get("REQUIRE_BROWSER"):
            pytest.fail(str(err))
        pytest.skip(str(err))
    from playwright.async_api import async_playwright

    async with async_playwright() as playwright:
        flags = ["--no-sandbox"] if os.geteuid() == 0 else []
        yield await playwright.chromium.launch(executable_path=path, args=flags)


@pytest.fixture(scope="module")
def db(tmp_path_factory: pytest.TempPathFactory) -> Any:
    with Database(f"sqlite:///{tmp_path_factory.mktemp('pages') / 'store.db'}") as opened:
        fill(opened)
        stand_still(opened)
        yield opened


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def address(db: Database) -> AsyncIterator[str]:
    async with served(desk(db), WebShape(port=0)) as at:
        yield at.rstrip("/")


async def opened(chromium: Any, **how: Any) -> tuple[Any, list[str]]:
    """A tab, and what it complains of or asks elsewhere."""
    context = await chromium.new_context(**how)
    tab, said = await context.new_page(), []
    tab.set_default_timeout(LIMIT_MS)
    wanted = ("404", "422")  # pages that tell what is wrong
    tab.on("console", lambda m: said.append(m.text) if _unforeseen(m, wanted) else None)
    tab.on("pageerror", lambda err: said.append(str(err)))
    tab.on("request", lambda r: said.append(r.url) if not r.url.startswith("http://127.0.0.1") else None)
    return tab, said


def _unforeseen(message: Any, wanted: Sequence[str]) -> bool:
    return message.type == "error" and not any(status in message.text for status in wanted)


async def read_by_everybody(chromium: Any, address: str, pages: Sequence[str], looks: Sequence[Any]) -> None:
    """Judge each page in each look (colour scheme, width)."""
    import axe_playwright_python

    axe = next(Path(axe_playwright_python.__file__).parent.glob("axe.min.js")).read_text("utf-8")
    tab, said = await opened(chromium)
    for path in pages:
        await tab.goto(address + path)
        await tab.evaluate(axe)
        await tab.evaluate(UNFOLD)
        for scheme, width in looks:
            await tab.emulate_media(color_scheme=scheme)
            await tab.set_viewport_size({"width": width, "height": 800})
            assert await tab.evaluate(AXE, {"runOnly": RULES}) == [], (path, scheme, width)
            assert await tab.evaluate(FITS), (path, width)
    assert said == []
    await tab.context.close()


@pytest.mark.asyncio(loop_scope="module")
async def test_the_first_pages_can_be_read_by_everybody(chromium: Any, address: str) -> None:
    await read_by_everybody(chromium, address, ("/", "/articles/2"), [("light", 1280)])
    await read_by_everybody(chromium, address, ("/sources",), [("dark", 320)])


@pytest.mark.slow
@pytest.mark.asyncio(loop_scope="module")
async def test_every_page_can_be_read_by_everybody_at_every_width(chromium: Any, address: str) -> None:
    await read_by_everybody(chromium, address, PAGES, [("light", 1280), ("dark", 768), ("light", 320)])


@pytest.mark.asyncio(loop_scope="module")
async def test_a_page_left_open_is_told_of_what_came_and_of_a_store_that_was_set_back(
    chromium: Any, address: str
) -> None:
    tab, _ = await opened(chromium)
    await tab.goto(address)
    set_back = "The store was set back since this page was drawn: show"
    for head, told in ((7, ""), (6, "1 new mention: show"), (8, set_back)):
        await tab.evaluate(f"live.dataset.head = {head}; look()")
        assert await tab.locator("[data-live]").inner_text() == told, head
    await tab.context.close()


@pytest.mark.asyncio(loop_scope="module")
async def test_paper_bears_no_buttons_and_whole_tables(chromium: Any, address: str) -> None:
    tab, said = await opened(
        chromium, viewport={"width": 718, "height": 1000}
    )  # A4 within Chromium's margins
    seen = "[...document.querySelectorAll('{}')].filter(part => part.checkVisibility()).length"
    cut = "[...document.querySelectorAll('.wide')].filter(part => getComputedStyle(part).overflowX !== 'visible').length"
    for path in ("/mentions", "/stories/1", "/sources", "/forums/gdec"):
        await tab.emulate_media(media="screen")
        await tab.goto(address + path)
        assert await tab.evaluate(seen.format("form, .nav")) > 0, path
        await tab.emulate_media(media="print")
        assert await tab.evaluate(seen.format("button, input, .nav, .note-field")) == 0, path
        assert await tab.evaluate(cut) == 0, path
        assert await tab.evaluate(FITS), path
    assert said == []
    await tab.context.close()


@pytest.mark.asyncio(loop_scope="module")
async def test_in_forced_colours_one_page_is_marked_as_this_one(chromium: Any, address: str) -> None:
    tab, _ = await opened(chromium, forced_colors="active")
    await tab.goto(f"{address}/forums")
    lines = "[...document.querySelectorAll('.nav a')].map(link => getComputedStyle(link).borderBottomColor)"
    drawn = await tab.evaluate(lines)
    here = await tab.locator(".nav [aria-current]").first.evaluate(
        "a => getComputedStyle(a).borderBottomColor"
    )
    assert drawn.count(here) == 1
    await tab.context.close()


@pytest.mark.slow
@pytest.mark.asyncio(loop_scope="module")
async def test_why_an_article_is_not_flagged_can_be_read_by_everybody(chromium: Any, tmp_path: Path) -> None:
    """Its quotes come from pages: they neither write on this one nor widen it."""
    hostile = f"{HOSTILE[:60]} WIC <img src=x onerror=alert(1)>{'y' * 3000} WIC"
    told = ("Rain fell.", hostile, f"The Global Digital Economy Conference opened. {hostile}")
    with Database(f"sqlite:///{tmp_path / 'store.db'}") as db:
        with_sources(db)
        for number, words in enumerate(told):
            made = article(f"http://paper.example/{number}", f"{words} {filler(number)}", title=words)
            db.call(saving(made))
        async with served(desk(db), WebShape(port=0)) as at:
            pages = [f"/articles/{number}" for number in (1, 2, 3)]
            await read_by_everybody(chromium, at.rstrip("/"), pages, [("light", 1280), ("dark", 320)])
        async with client(db) as web:
            text = (await web.get("/articles/3")).text
        assert "<mark>WIC</mark>" in text
        assert "<img" not in text


@pytest.mark.asyncio(loop_scope="module")
async def test_triage_stands_where_it_was_said_and_a_second_person_is_told(
    chromium: Any, address: str, db: Database
) -> None:
    tab, said = await opened(chromium)
    other, _ = await opened(chromium)
    for each in (tab, other):
        await each.goto(f"{address}/mentions")
    card = tab.locator("#mention-2")
    await card.get_by_label("Note on mention 2", exact=True).click()
    await card.get_by_label("Text noted on mention 2").fill("seen </textarea> twice")
    await card.get_by_role("button", name="Confirm mention 2").click()
    await card.get_by_text("Confirmed").wait_for()
    assert tab.url == f"{address}/mentions"  # nothing was loaded anew
    late = other.locator("#mention-2")
    await late.get_by_label("Why mention 2 is rejected").select_option("duplicate")
    await late.get_by_role("button", name="Reject mention 2").click()
    await late.get_by_text("mention 2 is confirmed by now").wait_for()
    found = db.read(mentions.one, 2)
    assert found is not None
    assert (found.triage, found.triaged_by, found.triages) == ("confirmed", "this machine", 1)
    assert found.note == "seen </textarea> twice"
    await late.get_by_role("button", name="Take back").click()
    await late.get_by_role("button", name="Confirm mention 2").wait_for()
    await tab.set_viewport_size({"width": 320, "height": 800})
    await tab.goto(f"{address}/articles/2")  # which says by now what became of its mention
    assert await tab.get_by_role("heading", name="What became of its mentions").count() == 1
    assert await tab.evaluate(FITS)
    assert [e for e in said if "409" not in e] == []
    for each in (tab, other):
        await each.context.close()


@pytest.mark.asyncio(loop_scope="module")
async def test_an_edition_is_set_in_its_place_and_what_is_none_is_told(
    chromium: Any, address: str, db: Database
) -> None:
    tab, said = await opened(chromium)
    await tab.goto(f"{address}/mentions")
    card = tab.locator("#mention-5")
    await card.get_by_label("Edition of mention 5", exact=True).click()
    year = card.get_by_label("Year of the edition that mention 5 is of")
    await year.fill("25")
    await card.get_by_role("button", name="Set the edition of mention 5").click()
    await (
        card.get_by_text("An edition is of a year from 1900")
        .or_(card.get_by_text("An edition is a year"))
        .wait_for()
    )
    assert await year.input_value() == "25"
    await year.fill("2026")
    await year.press("Enter")
    await card.get_by_text("the rules say 2025").wait_for()
    assert await card.locator(".kicker .year").inner_text() == "2026"
    assert tab.url == f"{address}/mentions"  # nothing was loaded anew
    found = db.read(mentions.one, 5)
    assert found is not None
    assert (found.mention.edition, found.edition_by, found.triage) == (2026, "this machine", "new")
    await card.get_by_label("Edition of mention 5", exact=True).click()
    await card.get_by_role("button", name="Take back which edition mention 5").click()
    await card.get_by_text("the rules say 2025").wait_for(state="detached")
    assert await card.locator(".kicker .year").inner_text() == "2025"
    assert [e for e in said if "422" not in e] == []
    await tab.context.close()


@pytest.mark.asyncio(loop_scope="module")
async def test_in_a_busy_store_a_note_stays_where_it_was_typed(
    chromium: Any, address: str, db: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    tab, said = await opened(chromium, viewport={"width": 360, "height": 800})
    await tab.goto(f"{address}/mentions")
    assert not await tab.get_by_label("Words").is_visible()  # filters that ask nothing make room
    card = tab.locator("#mention-6")
    await card.get_by_label("Note on mention 6", exact=True).click()
    note = card.get_by_label("Text noted on mention 6")
    await note.fill("a long thought")
    with monkeypatch.context() as hasty, held(db.shown_url):
        hasty.setattr("crawler.web.desk.WRITES_S", 0.1)
        await card.get_by_role("button", name="Confirm mention 6").click()
        await card.get_by_text("The store is busy").wait_for()
    assert await note.input_value() == "a long thought"
    await card.get_by_role("button", name="Confirm mention 6").click()
    await card.get_by_text("Confirmed").wait_for()
    found = db.read(mentions.one, 6)
    assert found is not None
    assert found.note == "a long thought"
    assert [e for e in said if "503" not in e] == []
    await tab.context.close()


@pytest.mark.asyncio(loop_scope="module")
async def test_who_goes_back_sees_the_list_as_it_is(chromium: Any, address: str, db: Database) -> None:
    tab, said = await opened(chromium)
    await tab.goto(f"{address}/mentions?language=zh")
    await tab.get_by_role("link", name="全球数字经济大会开幕").click()
    await tab.wait_for_url("**/articles/**")
    db.call(triage, 4, "rejected", by="ana", now=NOW, reason="duplicate")
    await tab.go_back()
    await tab.get_by_text("No mention matches").wait_for()
    db.call(triage, 4, "new", by="ana", now=NOW)
    assert said == []
    await tab.context.close()


@pytest.mark.asyncio(loop_scope="module")
async def test_without_a_script_the_same_can_be_done(chromium: Any, address: str, db: Database) -> None:
    tab, _ = await opened(chromium, java_script_enabled=False)
    await tab.goto(f"{address}/mentions?language=ar")
    await tab.locator("#mention-3").get_by_role("button", name="Confirm mention 3").click()
    await tab.wait_for_url("**/mentions?language=ar#mention-3")
    await tab.locator("#mention-3").get_by_text("Confirmed").wait_for()
    await tab.get_by_label("Role").select_option("passing")
    await tab.get_by_role("button", name="Show").click()
    await tab.get_by_text("No mention matches").wait_for()
    await tab.goto(address)
    await tab.get_by_role("button", name="All of this is read").click()
    await tab.get_by_text("Nothing new since you last said").wait_for()
    assert db.read(cursors.position_of, "dashboard") == db.read(mentions.head)
    await tab.context.close()


@pytest.mark.asyncio(loop_scope="module")
async def test_single_keys_go_through_the_list_and_can_be_switched_off(chromium: Any, address: str) -> None:
    tab, said = await opened(chromium)
    await tab.goto(f"{address}/mentions")
    first, second = await tab.locator("[data-item]").evaluate_all("all => all.slice(0, 2).map(one => one.id)")
    await tab.keyboard.press("j")
    await tab.keyboard.press("j")
    assert await tab.evaluate("document.activeElement.id") == second
    await tab.keyboard.press("k")
    assert await tab.evaluate("document.activeElement.id") == first
    await tab.keyboard.press("c")
    await tab.locator(f"#{first}").get_by_text("Confirmed").wait_for()
    await tab.locator(f"#{first}").get_by_role("button", name="Take back").click()
    await tab.locator(f"#{first}").get_by_role("button", name="Confirm mention").wait_for()
    assert await tab.evaluate("document.activeElement.innerText") == "Confirm"  # no place is lost
    await tab.keyboard.press("j")  # goes on from where that was
    assert await tab.evaluate("document.activeElement.id") == second
    await tab.keyboard.press("Tab")
    await tab.keyboard.press("k")
    assert await tab.evaluate("document.activeElement.id") == first
    await tab.get_by_label("Words").fill("jjj")  # letters stay letters where somebody types
    assert await tab.evaluate("document.activeElement.name") == "q"
    await tab.get_by_text("Keys", exact=True).click()
    await tab.get_by_label("Single keys work").uncheck()
    await tab.locator(f"#{first}").focus()
    await tab.keyboard.press("j")
    assert await tab.evaluate("document.activeElement.id") == first
    await tab.reload()
    assert not await tab.locator("[data-keys-on]").is_checked()
    assert said == []
    await tab.context.close()


@pytest.mark.asyncio(loop_scope="module")
async def test_a_browser_from_outside_logs_in_and_triages(chromium: Any, db: Database) -> None:
    async with served(desk(db), WebShape(port=0, token=TOKEN)) as at:
        tab, _ = await opened(chromium)
        await tab.goto(f"{at}articles/4")
        await tab.get_by_label("Token").fill("wrong")
        await tab.get_by_role("button", name="Log in").click()
        await tab.get_by_text("That token is not in use").wait_for()
        await tab.get_by_label("Token").fill(TOKEN)
        await tab.get_by_role("button", name="Log in").click()
        await tab.wait_for_url("**/articles/4")
        await tab.get_by_role("button", name="Confirm mention 4").click()
        await tab.get_by_text("Confirmed").wait_for()
        await tab.get_by_role("button", name="Log out").click()
        await tab.wait_for_url("**/login")
        secret = db.call(access.create_token, "reader", "read", NOW)
        await tab.get_by_label("Token").fill(secret)
        await tab.get_by_role("button", name="Log in").click()
        await tab.get_by_role("link", name="Mentions").click()
        await tab.get_by_role("heading", name="Mentions", level=1).wait_for()
        assert await tab.get_by_role("button", name="Confirm").count() == 0  # who may read is offered no more
        await tab.context.close()


@pytest.mark.asyncio(loop_scope="module")
async def test_words_that_prove_a_mention_are_marked_and_lie_the_way_their_script_does(
    chromium: Any, address: str
) -> None:
    tab, _ = await opened(chromium)
    await tab.goto(f"{address}/articles/3")
    assert await tab.locator(".prose mark").first.inner_text() == "GDEC 2025"
    assert await tab.locator(".prose p").first.evaluate("p => getComputedStyle(p).direction") == "rtl"
    assert await tab.locator("h1").evaluate("h => [h.lang, getComputedStyle(h).direction]") == ["ar", "rtl"]
    await tab.locator(".quotes a").first.click()
    assert await tab.evaluate("document.querySelector(':target').textContent") == "GDEC 2025"
    await tab.goto(f"{address}/articles/5")
    assert "alert(1)" in await tab.locator("h1").inner_text()
    assert await tab.locator("h1 script").count() == 0
    for path, places in (
        ("/mentions", (".headline", ".proof")),
        ("/stories/3", ("h1", ".headline", ".proof")),
    ):
        await tab.goto(address + path)
        for place in places:
            first = (
                tab.locator(place)
                .filter(has=tab.locator(":lang(ar)"))
                .or_(tab.locator(f"{place}:lang(ar)"))
                .first
            )
            assert await first.evaluate("e => getComputedStyle(e).direction") == "rtl", (path, place)
    await tab.context.close()


@pytest.mark.asyncio(loop_scope="module")
async def test_an_arabic_headline_that_begins_with_a_latin_name_lies_as_arabic_does(
    chromium: Any, tmp_path: Path
) -> None:
    """On every page; so do its quotes, the lines of its text, what was cut from a copy and what an edit changed."""
    title, line = "GDEC 2025: افتتاح المؤتمر", "GDEC 2025 افتتح اليوم في بكين، قال المنظمون."
    more = f"GDEC قال المتحدث {filler(3)}"
    made = article("http://a.example/1", f"{line}\n{more}", title=title, language="ar", summary=line)
    added = f"GDEC وأضاف المتحدث أن المؤتمر مفتوح للجميع هذا العام {filler(99, 20)}"
    copy = later(made, url="http://b.example/1", text=f"{made.text}\n{added}")
    with Database(f"sqlite:///{tmp_path / 'store.db'}") as db:
        with_sources(db)
        db.call(saving(made, mention(made, "GDEC 2025")))
        db.call(saving(copy, mention(copy, "GDEC 2025")))
        edited = later(made, title=f"{title} اليوم", text=made.text.replace("المنظمون", "المشاركون"))
        db.call(saving(edited, mention(edited, "GDEC 2025")))
        places = {
            "/": (".headline", ".proof"),
            "/articles": ("th [lang=ar]",),
            "/articles/1": ("h1", ".summary", ".prose p:last-child", ".changes-list [lang=ar]"),
            "/stories/1": ("h1", ".headline", ".proof", "th [lang=ar]", "p:has(> ins)"),
            "/search?q=gdec": (".headline", ".excerpt"),
        }
        async with served(desk(db), WebShape(port=0)) as at:
            tab, _ = await opened(chromium)
            for path, shown in places.items():
                await tab.goto(at.rstrip("/") + path)
                for place in shown:
                    lies = await tab.locator(place).first.evaluate("e => getComputedStyle(e).direction")
                    assert lies == "rtl", (path, place)
            await tab.context.close()


@pytest.mark.asyncio(loop_scope="module")
async def test_names_in_two_scripts_stand_in_the_order_in_which_they_were_given(
    chromium: Any, tmp_path: Path
) -> None:
    people = ("محمد الأحمد", "Jan de Vries", "ليلى حسن")
    with Database(f"sqlite:///{tmp_path / 'store.db'}") as db:
        with_sources(db)
        db.call(saving(article(authors=people)))
        async with served(desk(db), WebShape(port=0)) as at:
            tab, _ = await opened(chromium)
            await tab.goto(f"{at}articles/1")
            left = "all => all.map(e => [e.getBoundingClientRect().left, e.textContent])"
            found = await tab.locator(".article-head .byline").first.locator("bdi").evaluate_all(left)
            assert [name for _, name in sorted(found)] == ["A", *people]
            await tab.context.close()


@pytest.mark.asyncio(loop_scope="module")
async def test_names_without_end_and_several_faults_fit_on_a_phone(chromium: Any, tmp_path: Path) -> None:
    name = "W" * 300
    with Database(f"sqlite:///{tmp_path / 'store.db'}") as db:
        wide = [replace(source(each), name=name) for each in ("a", "b")]
        db.call(sources.sync, wide, NOW)
        made = article(text=f"GDEC {filler(1)}", title=name, site_name="x" * 300, authors=(name,) * 9)
        db.call(saving(made, mention(made, "GDEC")))
        failed = SourceState("a", NOW, polled_at=NOW, failures=3.0, error="fetch: 503 from a.example " * 9)
        db.call(sources.record_visit, "a", [], lambda known: failed, NOW)
        db.call(losses.note, "a", NOW - timedelta(hours=9), NOW - timedelta(hours=8))
        unkept = Ahead(cannot_be_kept=("y" * 300,))
        shown = replace(desk(db), ahead=lambda conn, now: unkept)
        async with served(shown, WebShape(port=0)) as at:
            tab, _ = await opened(chromium, viewport={"width": 360, "height": 740})
            for path in ("", "mentions", "articles", "articles/1", "stories/1", "forums/gdec", "sources"):
                await tab.goto(at + path)
                assert await tab.evaluate("document.documentElement.scrollWidth <= innerWidth"), path
            wrong = tab.locator("td[data-label='What is wrong']").first.locator("p")
            boxes = [await each.bounding_box() for each in await wrong.all()]
            assert len(boxes) > 1
            assert all(above["y"] + above["height"] <= below["y"] for above, below in pairwise(boxes))
            assert {round(box["x"]) for box in boxes} == {round(boxes[0]["x"])}
            labels = "all => all.filter(e => !e.textContent.trim()).map(e => e.dataset.label)"
            assert await tab.locator("td:visible").evaluate_all(labels) == []  # no label without a value
            await tab.set_viewport_size({"width": 1280, "height": 800})
            assert await tab.evaluate(
                "(e => e.scrollWidth <= e.clientWidth)(document.querySelector('.wide'))"
            )
            await tab.context.close()
