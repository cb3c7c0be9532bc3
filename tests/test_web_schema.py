"""OpenAPI tells the truth: whatever is asked by it, and against it, is answered as it says, and never with a 5xx."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings, strategies
from hypothesis.errors import Unsatisfiable
from schemathesis import Case, GenerationMode
from schemathesis.specs.openapi.checks import positive_data_acceptance
from webdesk import desk, fill

from crawler.web.app import build
from crawler.web.rates import Rates
from crawler.web.security import Rules
from storage.database import Database

QUERIES = (
    "gdec",
    '"GDEC 2025" -beijing',
    "数字 NEAR/3 经济",
    "forum:gdec edition:2025..",
    "after:30d lang:th,en",
)
schemathesis.openapi.format("forumwatch-query", strategies.sampled_from(QUERIES))
schemathesis.openapi.format("language", strategies.sampled_from(["th", "zho-Hant", "Thai"]))
schemathesis.openapi.format("time-zone", strategies.sampled_from(["UTC", "Asia/Bangkok"]))
FEW, MANY = 1, 20  # examples of an operation
HOST = {"Host": "localhost"}


@contextmanager
def described(folder: Path) -> Iterator[Any]:
    """The application's own description, over a store with something of everything."""
    with Database(f"sqlite:///{folder / 'store.db'}") as db:
        fill(db)
        app = build(desk(db), Rules(rates=Rates(1e6, 1e6), tries=Rates(1e6, 1e6)))
        yield schemathesis.openapi.from_asgi("/api/openapi.json", app, headers=HOST)


def explore(schema: Any, examples: int) -> int:
    """Ask every operation what it describes, and what it does not; returns how many operations there are."""
    calm = settings(
        database=None, suppress_health_check=list(HealthCheck), phases=[Phase.generate], derandomize=True
    )
    operations = [result.ok() for result in schema.get_all_operations()]
    for operation in operations:
        for mode in (GenerationMode.POSITIVE, GenerationMode.NEGATIVE):

            @settings(calm, max_examples=examples)
            @given(case=operation.as_strategy(generation_mode=mode))
            def asked(case: Case) -> None:
                answer = case.call(headers=HOST)
                untold = [positive_data_acceptance] if beyond_schemas(case, answer) else []
                case.validate_response(answer, excluded_checks=untold)

            with suppress(Unsatisfiable):  # nothing can be wrong where nothing is asked
                asked()
    return len(operations)


def beyond_schemas(case: Case, answer: Any) -> bool:
    """Whether no schema can tell why it was refused: the grammar of queries, what is a language, what
    has yet to come; of two moments that are
    right the second may lie before the first, and a span hold too many days.
    """
    refused = answer.json() if answer.status_code == 422 else {}
    of_no_schema = re.search("is not a language code|has yet to come", refused.get("detail", ""))
    return "/reports/" in case.operation.path or "position" in refused or bool(of_no_schema)


def test_answers_are_as_described(tmp_path: Path) -> None:
    with described(tmp_path) as schema:
        assert explore(schema, FEW) == 27


@pytest.mark.slow
def test_many_answers_are_as_described(tmp_path: Path) -> None:
    with described(tmp_path) as schema:
        explore(schema, MANY)
