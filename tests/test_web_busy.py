"""A store that others write to: who asks at a browser is told soon, and nothing happens behind their back."""

from __future__ import annotations

import threading

import pytest
from sqlalchemy import Connection
from storesamples import NOW
from webdesk import HOST, LIMIT_S, client, desk, fill, held

from crawler.config.models import WebShape
from crawler.web.serving import rules_of
from storage import access
from storage.database import Database
from storage.engine.patience import GivenUp, Patient
from storage.mentions import cursors
from storage.mentions import stream as mentions

OWN = {"origin": f"http://{HOST}"}


async def test_a_busy_store_is_told_of_and_what_was_typed_is_kept(
    database: Database, database_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("crawler.web.desk.WRITES_S", 0.1)
    fill(database)
    secret = database.call(access.create_token, "ana", "triage", NOW)
    shown = {"authorization": f"Bearer {secret}"}
    said = {
        "verdict": "rejected",
        "reason": "duplicate",
        "note": "seen <twice>",
        "seen": "0",
        "back": "/mentions",
    }
    rules = rules_of(WebShape(token="a-token-of-the-configuration"), desk(database))
    async with client(database, rules, **shown) as web:
        with held(database_url):
            for header in ({}, {"x-part": "triage"}):
                busy = await web.post("/mentions/1/triage", data=said, headers=OWN | header)
                assert (busy.status_code, busy.headers["retry-after"]) == (503, "3")
                assert "The store is busy" in busy.text
                assert "seen &lt;twice&gt;</textarea>" in busy.text
                assert '<option value="duplicate" selected>' in busy.text
            for address, body in (
                ("/api/v1/mentions/1/triage", {"verdict": "confirmed"}),
                ("/api/v1/cursors/ana", {"position": 1}),
            ):
                busy = await web.post(address, json=body)
                assert (busy.status_code, busy.headers["retry-after"]) == (503, "3")
                assert "nothing was done" in busy.json()["detail"]
            read = await web.post("/read", data={"position": 1}, headers=OWN)
            assert (read.status_code, read.headers["retry-after"]) == (503, "3")
            entered = await web.post("/login", data={"token": secret}, headers=OWN)
            assert entered.status_code == 303  # that a token was used is noted later
        database.call(lambda conn: None)  # behind all that was handed in
        found = database.read(mentions.one, 1)
        assert found is not None
        assert (found.triage, found.triages) == ("new", 0)
        assert database.read(cursors.cursors) == []
        assert database.read(access.list_tokens)[0].used_at is not None
        done = await web.post("/api/v1/mentions/1/triage", json={"verdict": "confirmed"}, headers=OWN)
        assert done.json()["triaged_by"] == "ana"


def test_what_has_begun_is_not_given_up_and_what_is_given_up_never_begins(database: Database) -> None:
    begun, goes_on = threading.Event(), threading.Event()

    def slow(conn: Connection) -> str:
        begun.set()
        assert goes_on.wait(LIMIT_S)
        return "done"

    under_way, behind = Patient(slow), Patient(lambda conn: pytest.fail("it was given up"))
    first, second = database._work.call(under_way), database._work.call(behind)
    assert begun.wait(LIMIT_S)
    assert (under_way.give_up(), behind.give_up()) == (False, True)
    goes_on.set()
    assert first.result() == "done"
    with pytest.raises(GivenUp):
        second.result()
