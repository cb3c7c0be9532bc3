"""Expressions that are compiled when they are first asked."""

from __future__ import annotations

import gc
import importlib
import pkgutil
import re

import pytest

from crawler import discover, flag, parse
from crawler.patterns import _Pattern, lazily


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


def test_every_lazy_expression_of_the_stages_compiles() -> None:
    for room in (discover, flag, parse):
        for module in pkgutil.iter_modules(room.__path__, room.__name__ + "."):
            importlib.import_module(module.name)
    gc.unfreeze()  # a crawl within this process may have hidden them
    lazy = [p for p in gc.get_objects() if type(p) is _Pattern and p.pattern != "("]
    assert len(lazy) > 100
    for pattern in lazy:
        found = pattern.search("")
        assert found is None or found.span() == (0, 0), pattern.pattern
