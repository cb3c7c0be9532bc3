"""A store that was set back to a copy gives its positions out again: who reads the stream is told, and never skips in silence."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import Any

import httpx
from storesamples import NOW, article, filler, later, mention, saving, with_sources
from webdesk import HOST, client

from crawler.web import shapes
from storage.database import Database
from storage.mentions import cursors, marks
from storage.mentions import stream as mentions
from storage.upkeep.transfer import copy_store

OWN = {"origin": f"http://{HOST}"}  # asks as a page of ours does
KEPT, LOST = 7, 3  # mentions that the copy has, and those that were found after it was made


def find(db: Database, numbers: Sequence[int], hours: int) -> None:
    """Store articles that mention a forum, found one after another, so many hours later."""
    for number in numbers:
        made = article(f"http://a.example/{number}", f"GDEC 2025 opened. {filler(number)}")
        now = NOW + timedelta(hours=hours, seconds=number)
        db.call(partial(saving(made, mention(made, "GDEC 2025")), now=now))


def urls(rows: Sequence[dict[str, Any]]) -> list[int]:
    return [int(row["url"].rpartition("/")[2]) for row in rows]


async def behind(web: httpx.AsyncClient, **asked: Any) -> httpx.Response:
    return await web.get("/api/v1/mentions", params=asked)


async def test_a_reader_whose_place_another_mention_took_is_told_where_to_go_on(tmp_path: Path) -> None:
    url, copy = f"sqlite:///{tmp_path / 'watch.db'}", tmp_path / "copy.db"
    with Database(url, create=True) as db:
        with_sources(db, "a")
        find(db, range(KEPT), 0)
        copy_store(url, str(copy))
        find(db, range(KEPT, KEPT + LOST), 1)
        async with client(db) as web:
            said = (await behind(web, after=0)).json()
            shapes.Stream[shapes.MentionRow].model_validate(said)
            place, mark = said["items"][-1]["position"], said["mark"]
            assert place == KEPT + LOST
            again = (await behind(web, after=place, mark=mark)).json()
            assert again == {"items": [], "next": None, "mark": mark}
            page = (await web.get("/")).text
            assert f'name="mark" value="{mark}"' in page

    with Database(f"sqlite:///{copy}") as db:
        async with client(db) as web:
            for number, whole in (
                (1, False),
                (2 * LOST, True),
            ):  # the stream has not passed the place, and has
                find(db, range(20, 20 + number), 2)
                told = await behind(web, after=place, mark=mark)
                assert told.status_code == 409
                assert f"go on from {KEPT}, or what was found since is skipped" in told.json()["detail"]
                assert (await behind(web, after=place)).status_code == (200 if whole else 409)
                for way, said in (
                    (web.post("/api/v1/cursors/press", json={"position": place, "mark": mark}), "json"),
                    (web.post("/read", data={"position": place, "mark": mark}, headers=OWN), "page"),
                    (web.get("/mentions", params={"after": place, "mark": mark}), "page"),
                ):
                    assert (await way).status_code == 409, said
            assert db.read(cursors.position_of, "press") == db.read(cursors.position_of, "dashboard") == 0
            found, address = [], f"/api/v1/mentions?after={KEPT}&limit=2"
            while address:
                part = (await web.get(address)).json()
                found += urls(part["items"])
                address = part["next"]
                assert address is None or "mark=" in address
            assert found == [*range(20, 20 + 2 * LOST)]
            news = (await web.get("/api/v1/cursors/press/mentions")).json()
            moved = await web.post(
                "/api/v1/cursors/press", json={"position": news["reached"], "mark": news["mark"]}
            )
            assert moved.status_code == 200
            for wrong in ("no mark", "", "f" * 15, "f" * 16):  # the last are moments that no calendar has
                assert (await behind(web, after=KEPT, mark=wrong)).status_code == 422, wrong
            assert (await behind(web, after=KEPT, mark="f" * 14)).status_code == 409


def test_a_place_holds_whatever_becomes_of_the_mention_there(database: Database) -> None:
    with_sources(database, "a")
    find(database, range(3), 0)
    end = database.read(mentions.head)
    mark = database.read(marks.mark_of, end)
    made = article("http://a.example/2", f"GDEC 2025 opened. {filler(2)}")
    plain = later(made, text=filler(5))
    database.call(partial(saving(plain), now=NOW + timedelta(hours=1)))
    database.read(marks.hold, end, mark)  # it is gone
    again = later(made, text=f"GDEC 2025 was opened after all. {filler(2)}")
    database.call(partial(saving(again, mention(again, "GDEC 2025")), now=NOW + timedelta(hours=2)))
    assert database.read(mentions.head) == end + 1  # it is back, at a place of its own
    database.read(marks.hold, end, mark)
    assert database.read(marks.mark_of, 0) == "0"
    database.read(marks.hold, 0, "0")
