"""Pages that tell their day in the address and the hour elsewhere: in data, in an element, in hours ago."""

from __future__ import annotations

from datetime import UTC, datetime

from crawler.parse import read_page
from storage.records import Article

LINE = "The ferry company said on Thursday that it would buy four electric boats for the crossing to the islands."
NOW = datetime(2026, 11, 28, 12, tzinfo=UTC)


def read(above: str = "", below: str = "", *, path: str = "/ferries", lang: str = "en") -> Article:
    text = "".join(f"<p>{LINE} {n}</p>" for n in range(3))
    page = (
        f"<html lang={lang}><head><title>Four boats for the islands</title></head><body><article><h1>Four boats for the islands</h1>"
        f"{above}{text}</article>{below}</body></html>"
    )
    found = read_page(page.encode(), f"https://news.example{path}", fetched_at=NOW)
    assert isinstance(found, Article), found
    return found


def test_an_address_tells_a_day_of_nepal_where_signs_part_it() -> None:
    cases = {
        "/2082/03/19/ferries": "2025-07-03",
        "/2082-03-19-ferries": "2025-07-03",
        "/19-03-2082-ferries": "2025-07-03",
        "/news/20801211/ferries": None,  # a number
        "/id/20751103": None,
        "/2080-dec-12-ferries": None,  # a month of ours
        "/2025/07/03/ferries": "2025-07-03",
        "/20250703/ferries": "2025-07-03",
    }
    found = {path: read(path=path).published_at for path in cases}
    assert {path: at and at.date().isoformat() for path, at in found.items()} == cases


def test_hours_ago_count_though_an_element_beside_them_says_something_else_to_machines() -> None:
    for bar in (
        "<div class=date>3 hours ago <a itemprop=author content='Ann'>Ann Lee</a></div>",
        "<div class=date>3 hours ago <time datetime=PT5M>5 min read</time></div>",
        "<div class=date>3 hours ago <span class=author title='More of Ann'>Ann Lee</span></div>",
        "<div class=date>3 hours ago <span class=author title='Ann Lee, since 3 May 2019'>Ann Lee</span></div>",
        "<div><span class=date>3 hours ago</span> <time class=updated datetime='2026-11-28T11:00Z'>an hour ago</time></div>",
        "<div><meta itemprop=dateModified content='2026-11-28T11:00Z'><span class=date>3 hours ago</span></div>",
    ):
        assert read(bar).published_from == "marked date", bar
    told = read("<div class=date><time datetime='2026-11-28T08:14:22Z'>3 hours ago</time> News</div>")
    assert told.published_at == datetime(2026, 11, 28, 8, 14, 22, tzinfo=UTC)


def test_data_tell_the_hour_of_a_day_where_they_tell_one_moment_on_it() -> None:
    def hour(*moments: str, lang: str = "en") -> str:
        data = ",".join(f'{{"title":"Boats of the islands","publishedAt":"{moment}"}}' for moment in moments)
        at = read(
            below=f"<script>window.x=[{data}]</script>", path="/2025/07/03/ferries", lang=lang
        ).published_at
        assert at
        return at.isoformat()

    assert hour("2025-07-03T11:20:05Z") == "2025-07-03T11:20:05+00:00"
    assert hour("2025-07-03T11:20:05Z", "2025-07-03T11:20:05Z") == "2025-07-03T11:20:05+00:00"
    # of the day's other articles
    assert hour("2025-07-03T05:20:05Z", "2025-07-03T09:20:05Z") == "2025-07-03T00:00:00+00:00"
    # on another day where the page is printed, or on the same one
    assert hour("2025-07-03T23:20:05Z", lang="ja") == "2025-07-03T00:00:00+09:00"
    assert hour("2025-07-02T23:20:05Z", lang="ja") == "2025-07-02T23:20:05+00:00"
