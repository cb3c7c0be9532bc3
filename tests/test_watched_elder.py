"""A sources.yaml that an earlier version took → a daemon that goes on, what is told of it, and what is in doubt."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from newsroom import Newsroom, ask, config_for, filler, forumwatch

from crawler.flag import WatchlistError, find_mentions, load_watchlist
from storage.records import Article

WHARF: dict[str, Any] = {
    "id": "wharf",
    "name": "Lantern Wharf Summit",
    "names": {"en": ["Lantern Wharf Summit"]},
}
NOTE = "note: taken by earlier versions only: "
ELDER: dict[str, tuple[dict[str, Any], str, str | None]] = {  # what it says → what is told, and who is missed
    "an id that is shipped by now": (
        {"id": "wic"},
        "[0.id]: a second forum with the id 'wic'; without a name it adds editions and names to that one; meanwhile this "
        "one is watched, and not the one that is shipped",
        "wic",
    ),
    "a name that is shipped by now": (
        {"names": {"en": ["Lantern Wharf Summit", "Web Summit"]}},
        "[0.names.en.1]: 'Web Summit' is already a name of web-summit; a name belongs to one forum; meanwhile it is taken "
        "for wharf's, and web-summit is not found by it",
        "web-summit",
    ),
    "an id like an option": ({"id": "-wharf"}, "[0.id]: '-wharf' is no id; write small letters", None),
    "a stem of two letters": (
        {"host": ["Ri*"], "abbreviations": [{"t": "LWS", "ambiguous": "low"}]},
        "[0.host.0]: 'Ri*' is too short: every word that begins so would match; write its forms out; meanwhile taken as it is",
        None,
    ),
    "a letter that nobody sees": (
        {"names": {"en": ["\u202bLantern Wharf Summit\u202c"]}},
        "[0.names.en.0]: '\\u202bLantern Wharf Summit\\u202c' holds a control character, U+202B; meanwhile it is left out",
        None,
    ),
}  # fmt: skip


def test_what_earlier_versions_took_is_read_all_the_same_and_noted():
    wrong = []
    told = Article(
        url="https://a.example/1", title="Opening", text="The Lantern Wharf Summit opens on Monday."
    )
    for what, (said, noted, missed) in ELDER.items():
        forum = WHARF | said
        watchlist = load_watchlist(add=[forum], elder=True)
        (note,) = watchlist.noted
        if not note.said.startswith(f"forums: add{noted}") or note.missed != missed:
            wrong.append((what, note))
        if [m.forum_id for m in find_mentions(told, watchlist)] != [forum["id"]]:
            wrong.append((what, "not found"))
        with pytest.raises(WatchlistError):  # as ever, where somebody writes it today
            load_watchlist(add=[forum])
    assert wrong == []


def test_a_name_of_ones_own_is_taken_from_the_shipped_forum_and_its_other_names_stay():
    watchlist = load_watchlist(add=[WHARF | {"names": {"en": ["World Internet Conference"]}}], elder=True)
    text = "The World Internet Conference opens. 世界互联网大会开幕。"
    found = find_mentions(Article(url="https://a.example/1", title="Opening", text=text), watchlist)
    assert {m.forum_id for m in found} == {"wharf", "wic"}


def test_what_no_version_took_is_refused_and_so_are_two_of_ones_own():
    for added in (
        [WHARF, WHARF],
        [WHARF, WHARF | {"id": "pier"}],
        [WHARF | {"id": "Wharf"}],
        [WHARF | {"x": 1}],
    ):
        with pytest.raises(WatchlistError):
            load_watchlist(add=added, elder=True)


async def test_a_forum_that_is_shipped_by_now_ends_no_daemon_and_is_in_doubt_until_it_is_settled(
    tmp_path: Path,
):
    async with Newsroom() as site:
        site.publish("opening", "Lantern Wharf Summit opens", "The Lantern Wharf Summit opens.", *filler(1))

        def told(*added: dict[str, Any]) -> Path:
            return config_for(tmp_path, [{"id": "ledger", "url": site.url()}], forums={"add": list(added)})

        config = told(WHARF | {"id": "wic"})
        text = config.read_text("utf-8")
        line = text.count("\n", 0, text.index("wic")) + 1
        first = await forumwatch("--config", config, "once")
        assert (first.code, first.err.count(NOTE)) == (0, 1)
        assert f"{NOTE}{config}:{line}: forums: add[0.id]: a second forum with the id 'wic'" in first.err
        row = ask("--config", config, "status", "--format", "json").rows[0]
        assert (row["sure"], row["misread_forums"]) == ("doubt", ["wic"])
        assert "wic: not found in all that it should be by this version" in row["proof"]
        assert ask("--config", config, "forums", "wic").err.count(NOTE) == 1
        assert [row["forum_id"] for row in ask("--config", config, "mentions", "--format", "json").rows] == [
            "wic"
        ]

        before = config.read_text("utf-8")  # another one may be added meanwhile, but none like it
        added = ask("--config", config, "forums", "add", "Harbour Data Assembly")
        assert (added.code, "harbour-data-assembly" in config.read_text("utf-8")) == (0, True)
        config.write_text(before, "utf-8")
        refused = ask("--config", config, "forums", "add", "Harbour Data Assembly", "--as", "-harbour")
        assert (refused.code, config.read_text("utf-8")) == (2, before)

        config = told(WHARF)
        assert NOTE not in (await forumwatch("--config", config, "once")).err
        assert ask("--config", config, "status", "--format", "json").rows[0]["misread_forums"] == []
