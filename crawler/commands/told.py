"""A story told whole → its rows, and the page of it that a terminal shows: head, spread, articles.

Bars are drawn in letters, whose lengths tell without colours; where the output is piped on, in plain ones.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta

import click

from crawler.dedupe.spread import Credit, Spread, Telling
from crawler.retold import TELLING_FIELDS, Retold, telling_row
from crawler.rows import Row

from .output import Column, plural, speaks_utf8, write_rows

SHOWN = 100  # articles of a story that a table shows
BAR = 40  # cells of the longest bar
NAMED = 4  # outlets named beside a bar, and in a sentence
QUOTED = 60  # letters of a passage in a table
DAY_S = 86_400
_STEPS = {3_600: "hour", 86_400: "day", 7 * 86_400: "week", 28 * 86_400: "28 days", 364 * 86_400: "52 weeks"}

ARTICLES: list[Column] = [
    ("id", "id"),
    ("told (UTC)", lambda row: _when(row["told_at"], row["told_since"], row["known"])),
    ("after", lambda row: _delay(row)),
    ("outlet", "outlet"),
    ("lang", "language"),
    ("is", "relation"),
    ("alike", lambda row: "" if row["copy_of"] is None else f"{row['similarity']:.2f}"),
    ("of", "copy_of"),
    ("what it did", lambda row: "; ".join(_deeds(row))),
]
BARS: list[Column] = [("from (UTC)", "from"), ("articles", "bar"), ("", "count"), ("outlets", "outlets")]


def write_told(found: Retold) -> None:
    """Print a story for a person."""
    head = ({"what": what, "value": value} for what, value in _head(found).items())
    write_rows(head, "table", [("what", "what"), ("value", "value")], ("what", "value"))
    spread = found.spread
    if len(spread.tellings) > 1:
        click.echo(f"\nhow it spread, by the {_STEPS[spread.step_s]}")
        write_rows(_bars(spread), "table", BARS, ())
    click.echo()
    rows = [telling_row(found, telling) for telling in spread.tellings[:SHOWN]]
    write_rows(rows, "table", ARTICLES, TELLING_FIELDS, roomy=("lang", "alike", "of"))
    if len(rows) < len(spread.tellings):
        click.echo(f"and {len(spread.tellings) - len(rows)} more, which --format jsonl prints")
    if len(spread.tellings) < found.story.articles:
        beyond = found.story.articles - len(spread.tellings)
        click.echo(f"{plural(beyond, 'article')} stored later {'is' if beyond == 1 else 'are'} only counted")
    if found.uncompared:
        click.echo(f"{found.uncompared} changed copies are too many to be compared with what they copy")


def _head(found: Retold) -> Row:
    """What stands above the spread, each line under its name; what there is nothing to say of is left out."""
    story, spread = found.story, found.spread
    lines = {
        "story": f"{story.id}: {spread.first.member.title}",
        "first told": _first(spread),
        "in the same minute" if spread.first.known == "minute" else "on the same day": _named(spread.ties),
        "perhaps before": _named(spread.earlier) + (", whose hour is not known" if spread.earlier else ""),
        "credited to": "; ".join(_credit(credit) for credit in spread.credits[:NAMED]),
        "told by": _told_by(story.articles, spread),
        "forums": _forums(found),
    }
    return {name: value for name, value in lines.items() if value}


def _first(spread: Spread) -> str:
    """When, by whom, and why that one."""
    first, member = spread.first, spread.first.member
    known = {"minute": "", "day": ", of which the page tells only the day", "found": ", when it was found"}
    sure = (
        f"; a date of its kind is right in {member.published_confidence:.0%}"
        if first.known != "found"
        else ""
    )
    why = ""
    if spread.because == "credited":
        why = ", to whom it is credited"
        if spread.tellings[0] is not first:
            why += f"; {spread.tellings[0].outlet} has it from {_moment(spread.tellings[0])}"
    return f"{_moment(first)} UTC by {first.outlet}{why}{known[first.known]}{sure}"


def _moment(telling: Telling) -> str:
    return _when(telling.at, telling.since, telling.known).removeprefix("by ")


def _credit(credit: Credit) -> str:
    where = "" if credit.here else ", not among them"
    return f"{credit.name} by {plural(credit.articles, 'article')}{where}"


def _told_by(articles: int, spread: Spread) -> str:
    parts = (
        plural(articles, "article"),
        plural(spread.wordings, "wording"),
        plural(spread.outlets, "outlet"),
    )
    kinds = Counter(t.member.relation for t in spread.tellings)
    copies = ", ".join(f"{kinds[kind]} {kind}" for kind in ("exact", "near", "translated") if kinds[kind])
    languages = f", in {', '.join(spread.languages)}" if spread.languages else ""
    return ", ".join(parts) + languages + (f" (copies: {copies})" if copies else "")


def _forums(found: Retold) -> str:
    """Each edition with its roles: "gdec 2025: main 3, passing 1"."""
    told: dict[str, list[str]] = {}
    for spoken in found.story.forums:
        name = f"{spoken.forum_id} {spoken.edition or ''}".strip()
        told.setdefault(name, []).append(f"{spoken.role} {spoken.articles}")
    return "; ".join(f"{name}: {', '.join(roles)}" for name, roles in told.items())


def _named(tellings: Sequence[Telling]) -> str:
    outlets = list(dict.fromkeys(t.outlet for t in tellings))
    return ", ".join(outlets[:NAMED]) + (f" and {len(outlets) - NAMED} more" if len(outlets) > NAMED else "")


def _bars(spread: Spread) -> Iterator[Row]:
    """A row for each step in which somebody told it, and one for each gap between them."""
    step, most = timedelta(seconds=spread.step_s), max(len(bar.tellings) for bar in spread.bars)
    block = "█" if sys.stdout.isatty() and speaks_utf8(sys.stdout) else "#"
    before: datetime | None = None
    for bar in spread.bars:
        empty = (bar.start - before) // step - 1 if before else 0
        if empty:
            yield {"from": f"  nobody for {_span(empty * step)}"}
        count = len(bar.tellings)
        yield {
            "from": f"{bar.start:%Y-%m-%d %H:%M}" if spread.step_s < DAY_S else f"{bar.start:%Y-%m-%d}",
            "bar": block * max(1, round(BAR * count / max(most, BAR))),
            "count": count,
            "outlets": _named(bar.tellings),
        }
        before = bar.start


def _when(at: datetime, since: datetime | None, known: str) -> str:
    """A time as exactly as it is known."""
    if known == "day" and since is not None:
        return f"{since:%Y-%m-%d}"
    return ("by " if known == "found" else "") + f"{at.astimezone(UTC):%Y-%m-%d %H:%M}"


def _delay(row: Row) -> str:
    """How long after the first, in words; "by" where it is the longest that it can have been."""
    said = _span(timedelta(seconds=abs(row["delay_s"])))
    return ("by " if row["known"] != "minute" else "") + ("-" if row["delay_s"] < 0 else "+") + said


def _span(length: timedelta) -> str:
    """A length of time by its two greatest units."""
    minutes = int(length.total_seconds()) // 60
    parts = ((minutes // 1_440, "d"), (minutes // 60 % 24, "h"), (minutes % 60, "min"))
    return " ".join([f"{number} {unit}" for number, unit in parts if number][:2]) or "0 min"


def _deeds(row: Row) -> Iterator[str]:
    """What an article did with the text it copies, and what became of itself."""
    if row["kept"] is not None:
        yield f"kept {row['kept']:.0%}, cut {row['cut']:.0%}, added {row['added']:.0%}"
        for word, passages in (("cut", row["cuts"]), ("added", row["additions"])):
            if passages:
                yield _quoted(word, max(passages, key=lambda passage: passage["letters"]))
    if row["relation"] == "translated":
        yield ", ".join(["translated", f"{row['similarity']:.2f}", *row["reasons"]])
    if row["credit"]:
        yield f"credits {row['credit']}"
    if row["version"] > 1:
        yield f"edited, version {row['version']} of {row['updated_at']:%Y-%m-%d %H:%M}"
    if row["removed_at"]:
        yield f"removed, seen {row['removed_at']:%Y-%m-%d %H:%M}"
    if row["announced"]:
        yield "only announced"


def _quoted(word: str, passage: Row) -> str:
    text = passage["text"]
    more = f"… ({passage['letters']} letters)" if len(text) > QUOTED else ""
    return f"{word} “{text[:QUOTED].rstrip()}{more}”"
