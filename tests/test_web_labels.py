"""What forums are called on tags, and a mention's past in words."""

from __future__ import annotations

import pytest

from crawler.flag import Watchlist, load_watchlist
from crawler.rows import told_before
from crawler.web.labels import SHORT, labels


@pytest.fixture(scope="module")
def shipped() -> Watchlist:
    return load_watchlist()


def test_a_tag_bears_what_people_call_a_forum_in_latin_letters(shipped: Watchlist) -> None:
    found = labels(shipped.known)
    assert found["gdec"] == "GDEC"
    assert found["mwc-barcelona"] == "MWC Barcelona"  # its first abbreviation is Spanish
    assert found["web-summit"] == "Web Summit"
    assert found["wic-dsr"] == "wic-dsr"  # a name of 61 letters, and no acronym
    assert found["wic"] != found["world-intelligence-congress"]  # WIC is what both are called
    assert len(set(found.values())) == len(found)
    assert all(label.isascii() and len(label) <= SHORT for label in found.values())


def test_what_nobody_had_said_yet_is_no_past() -> None:
    said = {"triage": "new", "triaged_by": None, "reason": None, "edition": None, "forum_id": "wic"}
    assert told_before(said) == {"triage": "new", "edition": None, "forum id": "wic"}
    assert told_before(None) == {}
