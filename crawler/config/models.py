"""The shape of sources.yaml, as pydantic sees it. What is wrong raises; what is right is plain values."""

from __future__ import annotations

import re
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, model_validator

from storage.records import ReadRule

from .fields import (
    Ages,
    Country,
    Cron,
    Database,
    Encoding,
    Every,
    FalseIsNone,
    HostName,
    Id,
    Language,
    Line,
    Listening,
    Network,
    NoneIsEmpty,
    Proxy,
    Seconds,
    Selector,
    Size,
    Text,
    Token,
    Url,
    Watched,
    Whole,
    Zone,
    is_loopback,
)

REVISIT_AFTER_S = (3600.0, 6 * 3600.0, 86_400.0, 3 * 86_400.0, 7 * 86_400.0, 30 * 86_400.0)


class Shape(BaseModel):
    """A mapping whose keys are all known; numbers and switches are not guessed from text."""

    model_config = ConfigDict(extra="forbid", frozen=True, coerce_numbers_to_str=True)


class SelectShape(Shape):
    item: Selector
    link: Selector = "a"
    title: Selector | None = None
    date: Selector | None = None
    summary: Selector | None = None


class AuthShape(Shape):
    username: str
    password: str


class SourceShape(Shape):
    id: Id
    name: Text | None = None
    kind: Literal["feed", "sitemap", "listing"]
    url: Url
    language: Language | None = None
    country: Country | None = None
    timezone: Zone | None = None
    every: Every | None = None
    cron: Cron | None = None
    read: ReadRule | None = None
    select: SelectShape | None = None
    encoding: Encoding | None = None
    render: bool = False
    max_entries: Annotated[Whole, Field(ge=1, le=50_000)] | None = None
    max_new: Annotated[Whole, Field(ge=1, le=1_000_000)] | None = None
    enabled: bool = True
    reason: Text | None = None
    auth: AuthShape | None = None
    headers: dict[str, str] = Field(default_factory=dict)
    proxy: Proxy | None = None

    @model_validator(mode="after")
    def _fits(self) -> SourceShape:
        if self.every is not None and self.cron is not None:
            raise ValueError("every and cron exclude each other; keep one")
        if self.select is not None and self.kind != "listing":
            raise ValueError(f"select is for kind: listing, not for kind: {self.kind}")
        for name, value in self.headers.items():
            if not re.fullmatch(r"[!#$%&'*+.^_`|~0-9A-Za-z-]+", name) or re.search(r"[\r\n\0]", value):
                raise ValueError(f"header {name!r} cannot be sent")
        return self


class DefaultsShape(Shape):
    every: Every = 900.0
    read: ReadRule = "always"
    language: Language | None = None
    country: Country | None = None
    timezone: Zone | None = None
    max_entries: Annotated[Whole, Field(ge=1, le=50_000)] = 2000
    max_new: Annotated[Whole, Field(ge=1, le=1_000_000)] = 5000


class FetchShape(Shape):
    contact: Line | None = None
    user_agent: Line | None = None
    min_delay: Seconds = 2.0
    timeout: Annotated[Seconds, Field(gt=0)] = 20.0
    deadline: Annotated[Seconds, Field(gt=0)] = 60.0
    max_body: Size = 8_000_000
    max_redirects: Annotated[Whole, Field(ge=0, le=50)] = 10
    robots: bool = True
    http2: bool = True
    allow_networks: tuple[Network, ...] = ()
    concurrency: Annotated[Whole, Field(ge=1, le=1000)] = 64


class RevisitShape(Shape):
    after: Ages = REVISIT_AFTER_S


class ForumsShape(Shape):
    watch: Watched = None  # all
    add: tuple[dict[str, Any], ...] = ()


class WebShape(Shape):
    host: Listening = "127.0.0.1"
    port: Annotated[Whole, Field(ge=0, le=65_535)] = 8080
    token: Token = None
    names: tuple[HostName, ...] = ()
    proxies: tuple[Network, ...] = ()

    @property
    def reached_from_outside(self) -> bool:
        """Whether others than this machine's users may come: by its address, or by a proxy that bears a name."""
        return bool(self.names or self.proxies) or not is_loopback(self.host)


class ConfigShape(Shape):
    version: Literal[1]
    database: Database = "sqlite:///forumwatch.db"
    archive: Literal["mentions", "all", "none"] = "mentions"
    encoder: bool = False
    defaults: Annotated[DefaultsShape, NoneIsEmpty] = DefaultsShape()
    fetch: Annotated[FetchShape, NoneIsEmpty] = FetchShape()
    revisit: Annotated[RevisitShape | None, FalseIsNone] = RevisitShape()  # None: never
    sources: tuple[SourceShape, ...] = ()
    forums: Annotated[ForumsShape, NoneIsEmpty] = ForumsShape()
    web: Annotated[WebShape, NoneIsEmpty] = WebShape()
