"""The tables of what is polled: sources, what they announced, what they may have lost, and their robots.txt."""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    PrimaryKeyConstraint,
    SmallInteger,
    String,
    Table,
    Text,
    text,
)

from storage.shape.columns import Id, Moment, metadata, partial

sources = Table(
    "sources",
    metadata,
    Column("id", Text, primary_key=True, comment="as in sources.yaml"),
    Column("name", Text, nullable=False, comment="for people"),
    Column("kind", String(10), nullable=False, comment="feed, sitemap or listing"),
    Column("url", Text, nullable=False, comment="what is polled"),
    Column("language", Text, comment="BCP 47"),
    Column("country", Text, comment="ISO 3166-1"),
    Column("timezone", Text, comment="IANA name"),
    Column("enabled", Boolean, nullable=False, comment="polled at all"),
    Column("reason", Text, comment="why it is not enabled"),
    Column(
        "recipe", Text, nullable=False, comment="hash of what else decides which entries a document holds"
    ),
    Column("configured", Boolean, nullable=False, comment="still in sources.yaml"),
    Column("next_at", Moment, comment="due then; null: at once"),
    Column("polled_at", Moment, comment="last poll"),
    Column("succeeded_at", Moment, comment="last poll that was answered"),
    Column("new_at", Moment, comment="last poll that brought a new entry"),
    Column("interval_s", Integer, comment="today's interval; null: the source's own"),
    Column("etag", Text, comment="validator of the last document"),
    Column("last_modified", Text, comment="validator of the last document"),
    Column("body_hash", Text, comment="of the last document, for validators that lie"),
    Column(
        "failures", Float, nullable=False, server_default=text("0"), comment="weighed, since the last success"
    ),
    Column("error", Text, comment="the last failure; without failures, a complaint about what was read"),
    Column("gone", Boolean, nullable=False, server_default=text("false"), comment="answered 410"),
    Column("leased_by", Text, comment="the worker that polls it now"),
    Column("leased_until", Moment, comment="after that it is free again"),
    Column("rhythm_s", Integer, comment="smoothed time between polls that brought something new"),
    Column("moved_to", Text, comment="where its address leads for good, by the last answers"),
    Column("moves", SmallInteger, nullable=False, server_default=text("0"), comment="such answers in a row"),
    Column("day_from", Moment, comment="since when its new entries are counted; begun anew after a day"),
    Column("day_new", Integer, nullable=False, server_default=text("0"), comment="new entries since then"),
    Column("heard_from", Moment, comment="since when its polls are counted; null: not polled since they are"),
    Column("heard_until", Moment, comment="when a poll was due after the last answer; unheard from then on"),
    Column(
        "empty_from", Moment, comment="since when its document is empty or broken off, as it was not before"
    ),
    Column(
        "rests",
        Boolean,
        nullable=False,
        server_default=text("false"),
        comment="it was empty before and came back with nothing but news",
    ),
)
POLLED = text("configured AND enabled AND NOT gone")
partial("ix_sources_due", sources.c.next_at, sources.c.id, where=POLLED)
# Each claim asks what others poll, of however many sources.
LEASED = text("leased_by IS NOT NULL")
partial("ix_sources_leased", sources.c.leased_by, where=LEASED)

entries = Table(
    "entries",
    metadata,
    Column("id", Id, primary_key=True, comment="in the order of being announced"),
    Column(
        "key_hash", LargeBinary(16), nullable=False, unique=True, comment="blake2b of its address's identity"
    ),
    Column("source_id", ForeignKey("sources.id"), nullable=False, comment="who announced it first"),
    Column("url", Text, nullable=False, comment="as announced"),
    Column("host", Text, nullable=False, comment="of url, to be fair between hosts"),
    Column("title", Text, comment="as announced"),
    Column("summary", Text, comment="as announced"),
    Column("published_at", Moment, comment="as announced"),
    Column("language", Text, comment="as announced"),
    Column(
        "state",
        String(10),
        nullable=False,
        comment="waiting, paused (its source is), read, skipped, dismissed, given_up",
    ),
    Column("tries", SmallInteger, nullable=False, server_default=text("0"), comment="readings that failed"),
    Column(
        "begun",
        SmallInteger,
        nullable=False,
        server_default=text("0"),
        comment="readings that did not come to any end, one after the other",
    ),
    Column("wake_at", Moment, comment="on loan or put off until then; null: to be read at once"),
    Column("leased_by", Text, comment="the worker that reads it now"),
    Column("message", Text, comment="why it was not read"),
    Column("article_id", BigInteger, comment="what was read"),
    Column("seen_at", Moment, nullable=False, comment="first announced to us"),
)
# What a claim looks at is indexed apart, so that a backlog of a million costs it nothing.
READY = text("state = 'waiting' AND wake_at IS NULL")
ASLEEP = text("wake_at IS NOT NULL")
LOANED = text("leased_by IS NOT NULL")
partial("ix_entries_ready", entries.c.id, entries.c.host, where=READY)
partial("ix_entries_ready_host", entries.c.host, entries.c.id, where=READY)
partial("ix_entries_asleep", entries.c.wake_at, where=ASLEEP)
partial("ix_entries_loaned", entries.c.leased_by, entries.c.host, where=LOANED)
Index(None, entries.c.source_id, entries.c.state)
Index(None, entries.c.seen_at, entries.c.state)  # a million are counted by their state without being read
# Most end as read: what else there is, is counted without them.
UNREAD = text("state <> 'read'")
partial("ix_entries_unread", *(entries.c.state, entries.c.seen_at, entries.c.source_id), where=UNREAD)

losses = Table(
    "losses",
    metadata,
    Column("id", Id, primary_key=True, comment="in the order of being noticed"),
    Column("source_id", ForeignKey("sources.id"), nullable=False, comment="whose entries may be missing"),
    Column("from_at", Moment, nullable=False, comment="the last poll before it that was answered"),
    Column("to_at", Moment, nullable=False, comment="the poll that shared nothing with that one"),
    Column("search_at", Moment, comment="to be searched for then, or on loan until then; null: no more"),
    Column("tries", SmallInteger, nullable=False, server_default=text("0"), comment="searches begun"),
    Column("searched_at", Moment, comment="when its source's site was searched for it; null: not yet"),
    Column("found", Integer, comment="entries that the search brought"),
    Column("proved", Boolean, comment="whether the search reached back to from_at; null: no search"),
    Column("message", Text, comment="where the search looked, or why it failed"),
    Column("leased_by", Text, comment="the worker that searches now"),
    Index(None, "source_id", "to_at"),
)
SEARCHED_FOR = text("search_at IS NOT NULL")
partial(None, losses.c.search_at, where=SEARCHED_FOR)

polls = Table(
    "polls",
    metadata,
    Column("day", Integer, nullable=False, autoincrement=False, comment="since 1970, UTC"),
    Column("source_id", ForeignKey("sources.id"), nullable=False, comment="who was polled"),
    Column("polls", Integer, nullable=False, comment="on that day; 0: unheard all day, as was found later"),
    Column("failed", Integer, nullable=False, comment="of them"),
    Column("unchanged", Integer, nullable=False, comment="of them: answered, and announced nothing"),
    Column("new", Integer, nullable=False, comment="entries that they brought"),
    Column("unheard_s", Integer, nullable=False, comment="of the day, without an answer that was due"),
    PrimaryKeyConstraint("day", "source_id"),
    sqlite_with_rowid=False,
)
# Few rows say that somebody was not heard: they are found without going through the rest.
UNHEARD = text("unheard_s > 0")
partial("ix_polls_unheard", *(polls.c.day, polls.c.source_id, polls.c.unheard_s), where=UNHEARD)

days = Table(
    "days",
    metadata,
    Column("day", Integer, primary_key=True, autoincrement=False, comment="since 1970, UTC"),
    Column("polls", Integer, nullable=False, comment="on that day"),
    Column("failed", Integer, nullable=False, comment="of them"),
    Column("unchanged", Integer, nullable=False, comment="of them: answered, and announced nothing"),
    Column("new", Integer, nullable=False, comment="entries that they brought"),
    Column(
        "announced",
        Integer,
        nullable=False,
        comment="entries that were seen for the first time, also by searches",
    ),
)

robots = Table(
    "robots",
    metadata,
    Column("key", Text, primary_key=True, comment="origin, and the proxy it was asked through"),
    Column("token", Text, nullable=False, comment="the program that the rules were picked out for"),
    Column("rules", Text, nullable=False, comment="robots.txt as far as it concerns that program"),
    Column("delay_s", Float, nullable=False, comment="Crawl-delay"),
    Column("until", Moment, nullable=False, comment="to be asked again then"),
    Index(None, "until"),
)

hosts = Table(
    "hosts",
    metadata,
    Column("id", Id, primary_key=True, comment="in the order of being said"),
    Column("name", Text, nullable=False, unique=True, comment="the host with its port, or *. and a domain"),
    Column("quiet_until", Moment, nullable=False, comment="it wants no request until then"),
    Column("refusals", SmallInteger, nullable=False, comment="answers in a row that said so"),
    Column("pause_s", Float, nullable=False, comment="between two requests at least"),
    Column("slow_until", Moment, nullable=False, comment="as long as that holds"),
    Column("until", Moment, nullable=False, comment="as long as any of it matters"),
    Index(None, "until"),
)
