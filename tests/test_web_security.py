"""Who is let in, from where and how often; and that nothing scraped becomes a command of a page."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import httpx
import pytest
from selectolax.lexbor import LexborHTMLParser
from starlette.datastructures import Headers
from storesamples import NOW
from tables import each
from webdesk import HOST, client, desk, fill

from crawler.config.models import WebShape
from crawler.web.app import build
from crawler.web.marked import Quote, marked, paragraphs
from crawler.web.proxied import Networks, as_asked
from crawler.web.rates import Rates
from crawler.web.rendering import link, plainly
from crawler.web.security import COOKIE, SESSION_S, Rules
from crawler.web.serving import Unguarded, rules_of
from storage import access
from storage.database import Database
from storage.mentions import stream as mentions

TOKEN = "a-token-of-the-configuration"


@pytest.fixture
def db(tmp_path: Path) -> AsyncIterator[Database]:
    with Database(f"sqlite:///{tmp_path / 'store.db'}") as opened:
        fill(opened)
        yield opened


@asynccontextmanager
async def guarded(db: Database, **headers: str) -> AsyncIterator[httpx.AsyncClient]:
    """As it is served beyond loopback."""
    rules = rules_of(WebShape(host="0.0.0.0", token=TOKEN, names=("watch.example",)), desk(db))
    async with client(db, rules, **headers) as web:
        yield web


async def test_only_our_own_names_lead_here(db: Database) -> None:
    async with client(db) as web:
        for host, status in (
            (HOST, 200),
            ("localhost", 200),
            ("LOCALHOST.:8080", 200),
            ("[::1]:8080", 200),
            ("evil.example", 421),
            ("127.0.0.1.evil.example", 421),
            ("localhost@evil.example", 421),
            ("192.168.1.5:8080", 421),
            ("", 421),
        ):
            assert (await web.get("/healthz", headers={"host": host})).status_code == status, host
    async with guarded(db) as web:
        for host, status in (("watch.example", 200), ("10.0.0.9:8080", 200), ("other.example", 421)):
            assert (await web.get("/healthz", headers={"host": host})).status_code == status, host


async def test_beyond_loopback_nobody_comes_in_without_a_token(db: Database) -> None:
    secret = db.call(access.create_token, "reader", "read", NOW)
    async with guarded(db) as web:
        for address in ("/api/v1/mentions", "/metrics", "/api/openapi.json"):
            refused = await web.get(address)
            assert (refused.status_code, refused.headers["www-authenticate"]) == (401, "Bearer")
        page = await web.get("/mentions?role=main")
        assert (page.status_code, page.headers["location"]) == (303, "/login?next=/mentions%3Frole%3Dmain")
        assert (await web.get("/healthz")).status_code == 200
        for token, status in ((TOKEN, 200), (secret, 200), (TOKEN[:-1], 401), ("", 401), ("é", 401)):
            asked = await web.get("/api/v1/mentions", headers={"authorization": f"Bearer {token}".encode()})
            assert asked.status_code == status, token
        basic = await web.get("/api/v1/mentions", headers={"authorization": f"Basic {TOKEN}"})
        assert basic.status_code == 401
        reader = {"authorization": f"Bearer {secret}"}
        verdict = {"verdict": "confirmed"}
        assert (await web.post("/api/v1/mentions/1/triage", json=verdict, headers=reader)).status_code == 403
        on_page = await web.post(
            "/mentions/1/triage", data={"verdict": "confirmed", "seen": 0}, headers=reader
        )
        assert (on_page.status_code, "may read" in on_page.text) == (403, True)
        assert db.read(mentions.one, 1).triages == 0
        for cursor, status in (
            ("reader", 200), ("reader:mail", 200), ("dashboard:reader", 200),
            ("me", 403), ("reader2", 403), ("dashboard:ana", 403), ("dashboard", 403), ("me:reader", 403),
        ):  # fmt: skip
            moved = await web.post(f"/api/v1/cursors/{cursor}", json={"position": 1}, headers=reader)
            assert moved.status_code == status, cursor
        assert "'reader:…'" in moved.json()["detail"]
        listed = (await web.get("/api/v1/cursors", headers=reader)).json()["items"]
        assert [each["name"] for each in listed] == ["dashboard:reader", "reader", "reader:mail"]
        owner = {"authorization": f"Bearer {TOKEN}"}
        moved = await web.post("/api/v1/cursors/me", json={"position": 1}, headers=owner)
        assert moved.status_code == 200  # whoever runs the program moves all
        done = await web.post("/api/v1/mentions/1/triage", json=verdict, headers=owner)
        assert done.json()["triaged_by"] == "web.token"
        db.call(lambda conn: None)  # behind what nobody waited for
        assert db.read(access.list_tokens)[0].used_at is not None
        db.call(access.revoke_token, "reader", NOW)
        assert (await web.get("/api/v1/mentions", headers=reader)).status_code == 401


@asynccontextmanager
async def behind_proxy(db: Database, peer: str = "10.9.8.7") -> AsyncIterator[httpx.AsyncClient]:
    """As a request comes from `peer`, where 10.9.0.0/16 and loopback are proxies of ours."""
    web = WebShape(token=TOKEN, names=("watch.example",), proxies=("10.9.0.0/16", "::1"))
    app = build(desk(db), replace(rules_of(web, desk(db)), tries=Rates(0.1, 1)))
    transport = httpx.ASGITransport(app=app, client=(peer, 5000))
    async with httpx.AsyncClient(transport=transport, base_url=f"http://{HOST}") as asks:
        yield asks


async def test_a_proxy_of_ours_is_believed_who_asks_by_which_name_and_scheme(db: Database) -> None:
    said = {
        "x-forwarded-proto": "https",
        "x-forwarded-host": "watch.example",
        "x-forwarded-for": "6.6.6.6, 203.0.113.7:4711, 10.9.0.2",
    }
    own = said | {"origin": "https://watch.example"}
    async with behind_proxy(db) as web:
        entered = await web.post("/login", data={"token": TOKEN}, headers=own)
        assert (entered.status_code, "Secure" in entered.headers["set-cookie"]) == (303, True)
        feed = await web.get("/feeds/mentions.json", headers=said | {"authorization": f"Bearer {TOKEN}"})
        assert feed.json()["home_page_url"].startswith("https://watch.example/mentions")
        assert (await web.get("/healthz", headers={"x-forwarded-host": "evil.example"})).status_code == 421
        wrong = {"authorization": "Bearer guess"}
        for address, status in (("203.0.113.7", 401), ("203.0.113.7", 429), ("203.0.113.8", 401)):
            told = {"x-forwarded-for": f"6.6.6.6, {address}"} | wrong
            assert (await web.get("/api/v1/forums", headers=told)).status_code == status, address
    async with behind_proxy(db, "203.0.113.9") as web:  # anybody may say so
        entered = await web.post("/login", data={"token": TOKEN}, headers=own | {"origin": f"http://{HOST}"})
        assert (entered.status_code, "Secure" in entered.headers["set-cookie"]) == (303, False)
        for status in (401, 429):
            told = {"x-forwarded-for": f"203.0.113.{status % 200}"} | wrong
            assert (await web.get("/api/v1/forums", headers=told)).status_code == status


async def test_a_proxy_that_nobody_named_lets_nobody_in_without_a_token(db: Database) -> None:
    async with client(db) as web:
        for header in ("X-Forwarded-For", "Forwarded", "X-Real-IP", "Via", "X-Forwarded-Port"):
            refused = await web.get("/", headers={header: "203.0.113.7"})
            assert (refused.status_code, "web: proxies:" in refused.json()["detail"]) == (403, True)
    async with guarded(db, authorization=f"Bearer {TOKEN}") as web:
        assert (await web.get("/", headers={"x-forwarded-for": "203.0.113.7"})).status_code == 200


def test_who_asks_from_within_the_network_of_proxies_is_told_apart() -> None:
    told = [(b"x-forwarded-for", b"10.1.1.1, 10.0.0.2")]
    scope = {"type": "http", "client": ("127.0.0.1", 9), "headers": told}
    assert as_asked(scope, Networks.named(["127.0.0.1", "10.0.0.0/8"]))["client"][0] == "10.1.1.1"
    assert as_asked(scope, Networks.named(["127.0.0.1"]))["client"][0] == "10.0.0.2"


OURS = Networks.named(["10.9.0.0/16", "::1"])
PASSED_ON = {
    # what is said → who asked, by which scheme, of which host
    "one says nothing of who asked": ("10.9.8.7", {"for": "6.6.6.6, unknown, 10.9.0.2"}, ("10.9.0.2", "http", HOST)),
    "nobody says anything": ("10.9.8.7", {}, ("10.9.8.7", "http", HOST)),
    "over IPv6 that carries IPv4": ("::ffff:10.9.8.7", {"for": "203.0.113.7"}, ("203.0.113.7", "http", HOST)),
    "with a port and brackets": ("::1", {"for": "[2001:db8::7]:4711"}, ("2001:db8::7", "http", HOST)),
    "the asker said something, too": (
        "10.9.8.7",
        {"for": "203.0.113.7", "proto": "http, https", "host": "evil.example, watch.example"},
        ("203.0.113.7", "https", "watch.example"),
    ),
    "a scheme that is none": ("10.9.8.7", {"for": "203.0.113.7", "proto": "gopher"}, ("203.0.113.7", "http", HOST)),
    "by no proxy of ours": ("10.8.8.7", {"for": "203.0.113.7", "proto": "https"}, ("10.8.8.7", "http", HOST)),
}  # fmt: skip


@each("case", PASSED_ON)
def test_of_what_was_passed_on_the_word_of_the_nearest_counts(case: str) -> None:
    peer, said, meant = PASSED_ON[case]
    headers = [
        (b"host", HOST.encode()),
        *((f"x-forwarded-{k}".encode(), v.encode()) for k, v in said.items()),
    ]
    found = as_asked({"type": "http", "scheme": "http", "client": (peer, 9), "headers": headers}, OURS)
    assert (found["client"][0], found["scheme"], Headers(scope=found)["host"]) == meant


def test_an_open_door_is_a_fault_of_the_configuration(db: Database) -> None:
    for web in (
        WebShape(host="0.0.0.0"),
        WebShape(host="::"),
        WebShape(names=("watch.example",)),
        WebShape(proxies=("::1",)),
    ):
        with pytest.raises(Unguarded, match=r"web: .*there is no token; set web: \{token"):
            rules_of(web, desk(db))
    assert not rules_of(WebShape(), desk(db)).closed
    assert rules_of(WebShape(token=TOKEN), desk(db)).closed
    db.call(access.create_token, "reader", "read", NOW)
    assert rules_of(WebShape(host="0.0.0.0"), desk(db)).closed


async def test_a_browser_logs_in_once_and_out(db: Database) -> None:
    async with guarded(db) as web:
        own = {"origin": f"http://{HOST}"}
        wrong = await web.post("/login", data={"token": "guess"}, headers=own)
        assert (wrong.status_code, COOKIE in wrong.cookies) == (401, False)
        entered = await web.post("/login", data={"token": TOKEN, "next": "//evil.example"}, headers=own)
        assert (entered.status_code, entered.headers["location"]) == (303, "/")
        kept = entered.headers["set-cookie"]
        assert "HttpOnly" in kept
        assert "SameSite=strict" in kept
        assert TOKEN not in kept
        assert (await web.get("/")).status_code == 200
        said = {"verdict": "confirmed", "seen": "0", "back": "/mentions"}
        for headers in (
            {},
            {"origin": "null"},
            {"origin": "http://evil.example"},
            own | {"sec-fetch-site": "cross-site"},
        ):
            refused = await web.post("/mentions/1/triage", data=said, headers=headers)
            assert refused.status_code == 403, headers
        done = await web.post("/mentions/1/triage", data=said, headers=own)
        assert (done.status_code, done.headers["location"]) == (303, "/mentions#mention-1")
        assert (await web.post("/logout", headers=own)).status_code == 303
        web.cookies.set(COOKIE, kept.split("=", 1)[1].split(";")[0])
        assert (await web.get("/")).status_code == 303
        web.cookies.clear()
        secret = db.call(access.create_token, "leaving", "read", NOW)
        await web.post("/login", data={"token": secret}, headers=own)
        assert (await web.get("/")).status_code == 200
        db.call(access.revoke_token, "leaving", NOW)
        assert (await web.get("/")).status_code == 303  # a session ends with its token


async def test_a_token_that_has_expired_is_refused_with_the_reason(db: Database) -> None:
    secret = db.call(access.create_token, "intern", "read", NOW, NOW + timedelta(days=90))
    now, own, bearer = [NOW], {"origin": f"http://{HOST}"}, {"authorization": f"Bearer {secret}"}
    at = replace(desk(db), now=lambda: now[0])
    async with client(db, rules_of(WebShape(host="0.0.0.0", token=TOKEN), at)) as web:
        assert (await web.get("/api/v1/mentions", headers=bearer)).status_code == 200
        assert (await web.post("/login", data={"token": secret}, headers=own)).status_code == 303
        assert (await web.get("/")).status_code == 200
        now[0] += timedelta(days=90)
        refused = await web.get("/api/v1/mentions", headers=bearer)
        assert (refused.status_code, refused.headers["www-authenticate"]) == (401, "Bearer")
        assert refused.json()["detail"].startswith("that token expired on 2027-01-30 at 08:00 UTC; ask ")
        assert (await web.get("/")).status_code == 303  # a session ends with its token
        again = await web.post("/login", data={"token": secret}, headers=own)
        assert (again.status_code, "That token expired on 2027-01-30" in again.text) == (401, True)
    # a start months later must not end the watch, and lets nobody in but whom a new token does
    async with client(db, rules_of(WebShape(host="0.0.0.0"), at)) as web:
        assert (await web.get("/api/v1/mentions")).status_code == 401
        assert "expired on 2027-01-30" in (await web.get("/api/v1/mentions", headers=bearer)).json()["detail"]
        fresh = {"authorization": f"Bearer {db.call(access.create_token, 'intern', 'read', now[0])}"}
        assert (await web.get("/api/v1/mentions", headers=fresh)).status_code == 200
    db.call(access.revoke_token, "intern", now[0])
    with pytest.raises(Unguarded):
        rules_of(WebShape(host="0.0.0.0"), at)


async def test_a_browser_shows_its_token_again_on_the_next_day(db: Database) -> None:
    now = [0.0]
    rules = Rules(token=TOKEN, closed=True, clock=lambda: now[0])
    own = {"origin": f"http://{HOST}"}
    async with client(db, rules) as web:
        assert (await web.post("/login", data={"token": TOKEN}, headers=own)).status_code == 303
        for later, status in ((SESSION_S - 1, 200), (SESSION_S, 303)):
            now[0] = later
            assert (await web.get("/")).status_code == status, later


async def test_a_page_elsewhere_changes_nothing_on_loopback_either(db: Database) -> None:
    async with client(db) as web:
        for headers in (
            {"origin": "http://evil.example"},
            {"origin": "null"},
            {"sec-fetch-site": "same-site"},
        ):
            for address, said in (
                ("/read", {"position": "1"}),
                ("/mentions/1/triage", {"verdict": "confirmed", "seen": "0"}),
            ):
                assert (await web.post(address, data=said, headers=headers)).status_code == 403
            refused = await web.post("/api/v1/cursors/me", json={"position": 1}, headers=headers)
            assert refused.status_code == 403
        plain = await web.post(
            "/api/v1/cursors/me", content=b'{"position": 1}', headers={"content-type": "text/plain"}
        )
        assert plain.status_code == 422  # what a form elsewhere can send without asking


async def test_who_asks_too_often_is_told_when_to_come_back(db: Database) -> None:
    now = [0.0]
    rules = Rules(rates=Rates(1, 5), tries=Rates(0.1, 3), clock=lambda: now[0])
    async with client(db, rules) as web:
        answers = await asyncio.gather(*(web.get("/api/v1/forums") for _ in range(8)))
        assert sorted(a.status_code for a in answers) == [200] * 5 + [429] * 3
        late = next(a for a in answers if a.status_code == 429)
        assert late.headers["retry-after"] == "1"
        now[0] += 1
        assert (await web.get("/api/v1/forums")).status_code == 200
        now[0] += 1000
        guesses = [
            await web.get("/api/v1/forums", headers={"authorization": f"Bearer {n}"}) for n in range(5)
        ]
        assert [a.status_code for a in guesses] == [401, 401, 401, 429, 429]
        assert guesses[-1].headers["retry-after"] == "10"


def test_buckets_of_the_longest_unseen_are_forgotten() -> None:
    rates = Rates(1, 1)
    for number in range(10_050):
        assert rates.wait_s(str(number), 0.0) == 0
    assert len(rates._left) == 10_000
    assert rates.wait_s("10049", 0.0) == 1


async def test_every_answer_has_the_headers_that_bind_a_browser(db: Database) -> None:
    async with client(db) as web:
        for address in (
            "/",
            "/nothing",
            "/api/v1/mentions",
            "/api/v1/nothing",
            "/static/forumwatch.js",
            "/metrics",
        ):
            headers = (await web.get(address)).headers
            assert headers["content-security-policy"].startswith("default-src 'none'; script-src 'self'"), (
                address
            )
            assert "unsafe" not in headers["content-security-policy"]
            assert headers["x-content-type-options"] == "nosniff"
            assert headers["referrer-policy"] == "same-origin"
        refused = await web.get("/", headers={"host": "evil.example"})
        assert refused.headers["content-security-policy"]


async def test_a_body_without_end_is_cut_off(db: Database) -> None:
    sent = 0

    async def endless() -> AsyncIterator[bytes]:
        nonlocal sent
        while sent < 10_000:
            sent += 1
            yield b"[" * 1000

    async with client(db) as web:
        large = await web.post("/api/v1/cursors/me", content=b" " * 100_000)
        assert large.status_code == 413
        cut = await web.post(
            "/api/v1/cursors/me", content=endless(), headers={"content-type": "application/json"}
        )
        assert (400 <= cut.status_code < 500, sent) == (True, 65)


async def test_what_was_scraped_stays_text(db: Database) -> None:
    async with client(db) as web:
        for address in (
            "/",
            "/mentions",
            "/articles",
            "/articles/5",
            "/stories",
            "/stories/5",
            "/errors",
            "/forums/gdec",
        ):
            text = (await web.get(address)).text
            assert "<script>alert" not in text, address
            listens = [
                name
                for node in LexborHTMLParser(text).css("*")
                for name in node.attributes
                if name[:2] == "on"
            ]
            assert listens == [], address
            assert not {"\u202e", "\x07"} & set(text), address
            assert "x" * 1001 not in text, address
            assert 'href="javascript:' not in text
        errors = (await web.get("/errors")).text
        assert "javascript:alert(1)" in errors  # told, and not to be followed
        assert 'lang="x' not in (await web.get("/articles/6")).text
        table = (await web.get("/mentions?format=csv")).text
        assert "\u202e" not in table


def test_links_lead_to_the_web_alone() -> None:
    assert link("https://paper.example/a?b=c#d") == "https://paper.example/a?b=c#d"
    for url in (
        "javascript:alert(1)",
        "data:text/html,x",
        "//evil",
        "https://u:p@h/",
        "http://[::",
        "http://a/\u202e",
        None,
        "",
    ):
        assert link(url) is None, url


def test_a_line_holds_nothing_that_hides_or_reorders() -> None:
    assert plainly("a\u202eb\x00c\ud800d\u2066e\nf  g") == "a b c d e f g"
    assert len(plainly("x" * 2_000_000)) == 300
    assert plainly("ก" * 400, 10) == "ก" * 9 + "…"


def test_quotes_are_marked_where_they_stand_and_only_there() -> None:
    text = "งาน GDEC 2025 🎉 opens\nGDEC again"
    quotes = [
        Quote(1, 4, 13, "GDEC 2025"),
        Quote(2, 9, 15, "2025 🎉"),
        Quote(3, 22, 26, "GDEC"),
        Quote(4, 0, 3, "xyz"),
    ]
    pieces = marked(text, quotes)
    assert "".join(p.text for p in pieces) == text
    assert [(p.text, p.quotes, p.opens) for p in pieces if p.quotes] == [
        ("GDEC ", (1,), (1,)),
        ("2025", (1, 2), (2,)),
        (" 🎉", (2,), ()),
        ("GDEC", (3,), (3,)),
    ]
    assert ["".join(p.text for p in line) for line in paragraphs(pieces)] == text.split("\n")
