"""What a crew says of its steps in the log."""

import pytest
from structlog.testing import CapturingLogger

from crawler.pipeline import Visit
from crawler.tally import Tally

BROUGHT = Visit("a", entries=9, new=2, unchanged=False, error=None)
COMPLAINED = Visit("a", entries=9, new=0, unchanged=False, error=None, problem="discover: not well-formed")
FAILED = Visit("a", entries=0, new=0, unchanged=False, error="fetch: 500 from a.example")
UNCHANGED = Visit("a", entries=0, new=0, unchanged=True, error=None)
KNOWN = Visit("a", entries=9, new=0, unchanged=False, error=None)


@pytest.mark.parametrize(
    ("visit", "level"),
    [
        (BROUGHT, "info"),
        (COMPLAINED, "info"),
        (FAILED, "warning"),
        (UNCHANGED, "debug"),
        (KNOWN, "debug"),
    ],
)
def test_the_log_tells_of_polls_that_bring_something(
    visit: Visit, level: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    said, tally = CapturingLogger(), Tally()
    monkeypatch.setattr("crawler.tally.log", said)  # whatever level the log is kept at
    tally.visited(visit)
    assert [(call.method_name, call.kwargs["source"]) for call in said.calls] == [(level, "a")]
    assert tally.visits == 1
