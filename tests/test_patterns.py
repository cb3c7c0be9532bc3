"""Expressions that are compiled when they are first asked."""

from __future__ import annotations

import gc
import importlib
import pkgutil
import re
from collections.abc import Iterator
from re import _parser  # type: ignore[attr-defined]  # what else tells how an expression is built
from threading import Event, Thread, Timer, current_thread
from typing import Any

import pytest

import crawler
import storage
from crawler import discover, flag, parse, patterns
from crawler.patterns import LINE, MOST, Family, _Pattern, holder, lazily, rarely
from crawler.slices import needed
from storage.text import tokens

# What these repeat either cannot stop midway, or leaves nothing unread that the next part would not pass over.
WHOLE = {
    "crawler.discover.plain._TAG",
    "crawler.discover.xmltext._DOCTYPE",
    "crawler.bounds._ATTRIBUTE",
    "crawler.bounds._REST",
    "crawler.nesting._EXACT",
    "crawler.nesting._TOKEN",
    "crawler.parse.page.scripts._STRING",
    "storage.search.lexemes._LEXEME",
    "storage.search.lexemes._VALUE",
}


def test_a_lazy_expression_answers_as_a_compiled_one_does() -> None:
    text = "GDEC 2025 and gdec 2026"
    one, other = (
        lazily(r"gdec (?P<year>\d+)", re.IGNORECASE),
        re.compile(r"gdec (?P<year>\d+)", re.IGNORECASE),
    )
    assert one.pattern == other.pattern
    for _ in range(2):  # before and after it is compiled
        assert [found.span("year") for found in one.finditer(text)] == [(5, 9), (19, 23)]
        assert one.sub("-", text, count=1) == other.sub("-", text, count=1)
        assert (one.groupindex, one.flags) == (other.groupindex, other.flags)


def test_a_mistake_is_raised_at_the_first_use() -> None:
    broken = lazily("(")
    with pytest.raises(re.error):
        broken.search("(")


@pytest.mark.parametrize(
    ("pattern", "parts"),
    [
        ("(?:log|sign) in|anmelden", {"log", "sign", "anmelden"}),
        ("regist(?:er|rieren)", {"regist"}),
        ("(?:sub|ab)?onn(?:ieren|er)+", {"onn"}),
        (r"\d+ words? left", {" word"}),
        ("(?:yes|no)", {"yes", "no"}),
        ("x{2,}y*|wait", {"x", "wait"}),
        ("a*|wait", set()),  # finds what has none
        (r"\w+|wait", set()),
        ("(?i:Wait)|stop", set()),
        ("(?!stop)go(?=ne)", {"go"}),
        ("(?<=to )go(?<!let go)|(?>stop)ped", {"go", "ped"}),
        ("(?P<verb>log) (in|out)", {"log"}),
        (r"read (?P<what>more)s+(?P=what)|\d{2,3}\u0041\x41 words", {"read ", " words"}),
        (r"sign-?in\.|a\ b{0,3}c{,2}de{2}f", {"sign", "a "}),
        ("[]wait]go|[^\\]a]stop", {"go", "stop"}),
        ("(?m)^wait$|(?#wait)more(?:(?:less)?|(?:go|)on)", {"wait", "more"}),
        ("(wait)?(?(1)more|less)on", {"on"}),
        ("(?:more|(?:less|few){0,2}) words*?", {" word"}),
        ("a{b}cd|{e", {"cd", "e"}),
        ("più|(?:già|mai)++ visto", {"più", " visto"}),
        ("", set()),
    ],
)
def test_a_rare_expression_knows_what_its_finds_must_have(pattern: str, parts: set[str]) -> None:
    assert needed(pattern) == parts


@pytest.mark.parametrize(
    ("text", "span"),
    [("please log in", (7, 13)), ("please log", None), ("in", None), ("\ud800 log in", (2, 8)), ("", None)],
)
def test_a_rare_expression_answers_as_a_compiled_one_does(text: str, span: tuple[int, int] | None) -> None:
    rare = rarely("(?:log|sign) in|anmelden")
    for _ in range(2):
        found = rare.search(text)
        assert (found and found.span()) == span
    assert rare.search(text, 8) is None
    assert rare.sub("-", text) == re.sub(rare.pattern, "-", text)


def test_a_rare_expression_that_ignores_case_finds_what_a_compiled_one_does() -> None:
    pattern = "(?:ilan|ſtadt|Maße|straße|σοφός|µm|anmelden)$"
    rare, compiled = rarely(pattern, re.IGNORECASE), re.compile(pattern, re.IGNORECASE)
    texts = [
        "İLAN",
        "ılan",
        "i̇lan",
        "STADT",
        "stadt",
        "Stadts",
        "MAẞE",
        "Masse",
        "STRAẞE",
        "ΣΟΦΌΣ",
        "μm",
        "ANMELDEN",
        "Anmeldung",
        "",
    ]
    for text in texts:
        for ask in ("search", "match", "fullmatch"):
            found, told = getattr(rare, ask)(text), getattr(compiled, ask)(text)
            assert (found and found.span()) == (told and told.span()), (text, ask)


def test_a_rare_expression_is_compiled_for_the_first_text_that_has_a_part(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    compiled: list[str] = []
    compile_ = re.compile
    monkeypatch.setattr(re, "compile", lambda *given: compiled.append(given[0]) or compile_(*given))
    rare = rarely("(?:log|sign) in|anmelden")
    assert rare.search("read on") is None
    assert rare.match("read on") is None
    assert not compiled
    assert rare.fullmatch("log in")
    assert rare.search("no log") is None
    assert set(compiled) == {rare.pattern}


def test_a_family_answers_as_each_of_its_members_does_alone() -> None:
    spelt = [
        "(?:log|sign) in|anmelden",
        "войти|(?:регистрация)",
        r"(?m)^\W*read (?:on|more)$",
        "ogi|n in",
        "ログイン",
    ]
    family = Family()
    members = [family.rarely(pattern) for pattern in spelt[:-1]]
    texts = [
        "sign in",
        "please log in",
        "войти",
        "\ud800 log in",
        "so\nread on",
        "read on, log in",
        "ログイン",
        "none",
        "",
    ]
    texts += [text + " of the day" * LINE for text in texts]
    for _ in range(2):  # what a text holds is looked for, and then known
        for pattern, member in zip(spelt, members, strict=False):
            whole = re.compile(pattern)
            for text in texts:
                for ask in ("search", "match", "fullmatch"):
                    found, told = getattr(member, ask)(text), getattr(whole, ask)(text)
                    assert (found and found.span()) == (told and told.span()), (pattern, text, ask)
        if len(members) < len(spelt):  # as a module may declare it that is loaded later
            members.append(family.rarely(spelt[-1]))


def test_a_member_of_a_family_is_compiled_for_the_first_text_that_has_its_part(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    compiled: list[str] = []
    compile_ = re.compile
    monkeypatch.setattr(re, "compile", lambda *given: compiled.append(given[0]) or compile_(*given))
    family = Family()
    one, other = family.rarely("log in|sign in"), family.rarely("read on|anmelden")
    assert one.search("please read") is None
    assert other.search("please read") is None
    assert not compiled
    assert one.search("log in to read on")
    assert set(compiled) == {one.pattern}


def test_bytes_are_told_to_hold_a_part_however_many_they_are() -> None:
    is_in = holder(b"part")
    for before in (b"", b"par" * 9, b"p" * MOST):
        assert is_in(before + b"part" + before)
        assert not is_in(before + b"Part par t" + before)


def test_every_rare_expression_can_be_told_by_its_parts() -> None:
    """Else it is searched for everywhere, and lazily() is what it should be."""
    rare = [pattern for _, pattern in expressions() if isinstance(pattern, _Pattern) and pattern._rare]
    assert len(rare) > 20
    for pattern in rare:
        parts = needed(pattern.pattern)
        assert len(parts) > 3, pattern.pattern
        assert max(map(len, parts)) > 1, pattern.pattern


@pytest.mark.slow
def test_every_lazy_expression_of_the_stages_compiles() -> None:
    for room in (discover, flag, parse):
        for module in pkgutil.iter_modules(room.__path__, room.__name__ + "."):
            importlib.import_module(module.name)
    gc.unfreeze()  # a crawl within this process may have hidden them
    lazy = [p for p in gc.get_objects() if type(p) is _Pattern and p.pattern != "("]
    assert len(lazy) > 100
    for pattern in lazy:
        assert pattern.flags  # of the compiled one: to search in "" compiles no rare one
        found = pattern.search("")
        assert found is None or found.span() == (0, 0), pattern.pattern


@pytest.mark.slow
def test_no_group_is_repeated_possessively() -> None:
    """Python up to 3.11.4, Debian 12's too, goes on behind the half of it that fitted: (?>(?:…)*) says the same."""
    found = {
        name
        for name, pattern in expressions()
        if _repeats_a_group(_parser.parse(pattern.pattern, pattern.flags))
    }
    assert found == WHOLE
    assert not _repeats_a_group(_parser.parse(tokens._runs().pattern))
    assert _repeats_a_group(_parser.parse("a(?:b+c)*+"))


def test_half_of_what_is_repeated_is_left_to_what_follows() -> None:
    assert tokens._runs().findall("가나 다 中") == ["가나 다", "中"]
    assert tokens.tokens("가나 b") == tokens.tokens("가나") + ["b"]


def expressions() -> Iterator[tuple[str, Any]]:
    """Each that a module keeps, with its name."""
    for package in (crawler, storage):
        for info in pkgutil.walk_packages(package.__path__, package.__name__ + "."):
            if "migrations" in info.name or info.name.endswith("__main__"):
                continue
            module = importlib.import_module(info.name)
            for name, value in vars(module).items():
                if isinstance(value, (re.Pattern, _Pattern)) and not name.startswith("__"):
                    yield f"{info.name}.{name}", value


def _repeats_a_group(parsed: Any) -> bool:
    for op, value in parsed:
        if str(op) == "POSSESSIVE_REPEAT":
            one = value[2]
            if len(one) != 1 or str(one[0][0]) not in ("IN", "LITERAL", "NOT_LITERAL", "ANY"):
                return True
        inner = value if isinstance(value, (tuple, list)) else (value,)
        for part in inner:
            some = part if isinstance(part, list) else [part]
            if any(isinstance(each, _parser.SubPattern) and _repeats_a_group(each) for each in some):
                return True
    return False


def test_of_two_threads_that_learn_at_once_the_later_member_is_known_after_both(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    family, begun, go_on, asked = Family(), Event(), Event(), []
    first = family.rarely("harbour|quayside")
    real = patterns.sliced

    def slow(pattern: str) -> list[str]:
        if current_thread() is learner:
            asked.append(pattern)
            if len(asked) == 2:  # in the midst of learning, when all members that it knows are counted
                begun.set()
                go_on.wait(5)
        return real(pattern)

    monkeypatch.setattr(patterns, "sliced", slow)
    learner = Thread(target=lambda: first.search("the harbour"))
    learner.start()
    assert begun.wait(5)
    second = family.rarely("lantern|beacon")
    Timer(0.2, go_on.set).start()
    assert second.search("a lantern")
    learner.join()
    assert second.search("one more lantern")
    assert first.search("a quayside")
