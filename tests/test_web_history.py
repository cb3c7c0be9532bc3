"""An article's history over the web: what an edit took out and put in, that its page is gone, what became of mentions."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

from newsroom import ask, config_for
from storesamples import NOW, article, filler, mention, saving, with_sources
from webdesk import client

from crawler.parse import correction
from crawler.web import shapes
from storage.articles import revisits
from storage.database import Database

TEXTS = (
    f"GDEC 2025 opens on 2 July in Beijing. {filler(1)}",
    f"GDEC 2025 opens on <b>3</b> July in Beijing. {filler(1)}\nCorrection: it opens on 3 July.",
)


def edited(db: Database) -> None:
    """An article of two versions, whose page is gone by now."""
    with_sources(db, "a")
    for number, text in enumerate(TEXTS):
        made = article(title="GDEC opens", text=text, language="en")
        call = saving(made, mention(made, "GDEC 2025", edition=2024 + number))
        call.keywords.update(now=NOW + timedelta(hours=number), corrects=correction)
        db.call(call)
    db.call(revisits.remove, 1, NOW + timedelta(hours=30))


async def test_what_became_of_an_article_is_told_to_people_and_to_programs(tmp_path: Path) -> None:
    config = config_for(tmp_path, [{"id": "a", "url": "http://a.example/feed"}])
    with Database(f"sqlite:///{tmp_path / 'watch.db'}") as db:
        edited(db)
        async with client(db) as web:
            told = (await web.get("/api/v1/articles/1/versions")).json()
            page = (await web.get("/articles/1")).text
            listed = (await web.get("/changes")).text
            last = (await web.get("/changes?limit=1&format=json")).json()
            missing = await web.get("/api/v1/articles/9/versions")
    assert told == ask("--config", config, "articles", "show", "1", "--format", "json").rows[0]
    shapes.ArticleHistory.model_validate(told)
    assert missing.status_code == 404
    assert '<del><span class="unseen" lang="en">[removed: </span>2<' in page
    assert '[added: </span>&lt;b&gt;3&lt;/b&gt;<span class="unseen" lang="en">]</span></ins>' in page
    assert "It says that it corrects: <bdi>Correction: it opens on 3 July.</bdi>" in page
    assert "The publisher took this page away; that was seen on" in page
    assert '<span class="change-word">edition</span> <bdi>2024</bdi>' in page
    assert listed.index('<td data-label="What">removed</td>') < listed.index(
        '<td data-label="What">changed</td>'
    )
    assert [row["what"] for row in last] == ["removed"]
