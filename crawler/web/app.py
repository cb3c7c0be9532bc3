"""A desk and rules → the ASGI application: Door, API, pages, and what they say when something is wrong."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Any

import structlog
from fastapi import FastAPI
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Mount
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from storage.database import StoreBusy, StoreError
from storage.search.query import QueryError

from . import api, api_reports, api_watch, metrics, pages, saying
from .desk import Desk
from .problems import RETRY_S, Problem, for_machine, on_http, on_invalid, problem
from .querying import refused
from .security import Door, Rules

STATIC = Path(__file__).with_name("static")
VERSION = "1"
SAID = "What forumwatch knows: mentions of forums in the press, with the words that prove them."
log = structlog.get_logger("forumwatch")


class Face(FastAPI):
    """The application, whose OpenAPI says how to log in and what a problem looks like."""

    def openapi(self) -> dict[str, Any]:
        """The schema, with what FastAPI cannot know."""
        if self.openapi_schema is None:
            said = super().openapi()
            parts = said.setdefault("components", {})
            parts["securitySchemes"] = {"token": {"type": "http", "scheme": "bearer"}}
            schemas = parts.setdefault("schemas", {})
            schemas["Problem"] = Problem.model_json_schema(ref_template="#/components/schemas/{model}")
            schemas |= schemas["Problem"].pop("$defs", {})
            said["security"] = [{"token": []}, {}]
            for path in said["paths"].values():
                for operation in path.values():
                    operation.get("responses", {}).pop("422", None) if not operation.get(
                        "parameters"
                    ) else None
        assert self.openapi_schema is not None
        return self.openapi_schema


def build(desk: Desk, rules: Rules) -> ASGIApp:
    """All that is served. The desk's store stays open for as long as the application is asked."""
    app = Face(
        title="forumwatch",
        version=VERSION,
        description=SAID,
        openapi_url="/api/openapi.json",
        docs_url=None,
        redoc_url=None,
        redirect_slashes=False,
        exception_handlers={
            RequestValidationError: _on_invalid,
            HTTPException: _on_http,
            StoreError: _on_store,
            QueryError: _on_query,
            Exception: _on_fault,
        },
    )
    app.state.desk, app.state.rules = desk, rules
    app.include_router(api.router)
    app.include_router(api_watch.router)
    app.include_router(api_reports.router)
    app.include_router(saying.router)
    app.include_router(metrics.router)
    app.include_router(pages.router)
    app.router.routes.append(Mount("/static", _Lasting(directory=STATIC)))
    return Door(Tagged(app), rules)


async def _on_invalid(request: Request, err: Exception) -> Response:
    """What is wrong with an address or a form, as whoever asked reads it."""
    assert isinstance(err, RequestValidationError)
    if for_machine(request.url.path):
        return await on_invalid(request, err)
    return pages.on_invalid(request, err)


async def _on_http(request: Request, err: Exception) -> Response:
    if for_machine(request.url.path):
        return await on_http(request, err)
    return pages.on_http(request, err)


async def _on_store(request: Request, err: Exception) -> Response:
    """The store is locked, damaged or out of reach: that passes, or a person reads why it does not."""
    later = {"Retry-After": RETRY_S} if isinstance(err, StoreBusy) else None
    return await _on_http(request, HTTPException(503, str(err), headers=later))


async def _on_query(request: Request, err: Exception) -> Response:
    """A query that cannot be understood, as whoever asked reads it."""
    assert isinstance(err, QueryError)
    if for_machine(request.url.path):
        return refused(request, err)
    return pages.on_query(request, err)


async def _on_fault(request: Request, err: Exception) -> Response:
    log.error("a request failed", path=request.url.path, exc_info=err)
    return problem(500, "this request failed in an unforeseen way; the log says how")


class _Lasting(StaticFiles):
    """Files whose addresses change with their contents: a browser need not ask again."""

    def file_response(self, *args: Any, **kwargs: Any) -> Response:
        """As Starlette's, to be kept for a year."""
        said = super().file_response(*args, **kwargs)
        said.headers["cache-control"] = "public, max-age=31536000, immutable"
        return said


class Tagged:
    """An ETag for each whole answer, and 304 for whoever has it already.

    It is the hash of the answer: a position in the stream would miss what changes beside it, as triage does.
    """

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Hold the head back until the body is there."""
        if scope["type"] != "http" or scope["method"] != "GET":
            await self.app(scope, receive, send)
            return
        held: list[Message] = []
        wanted = dict(scope["headers"]).get(b"if-none-match", b"").decode("latin-1")

        async def sending(message: Message) -> None:
            if message["type"] == "http.response.start" and message["status"] == 200:
                held.append(message)
                return
            if held:
                message = await _tag(held.pop(), message, wanted, send)
            await send(message)

        await self.app(scope, receive, sending)


async def _tag(head: Message, body: Message, wanted: str, send: Send) -> Message:
    """Send the head, with its tag where the body is whole; returns the body to send."""
    headers = list(head["headers"])
    if body.get("more_body") or any(name == b"etag" for name, _ in headers):
        await send(head)
        return body
    tag = 'W/"' + hashlib.blake2b(body.get("body", b""), digest_size=12).hexdigest() + '"'
    headers.append((b"etag", tag.encode()))
    if tag in (each.strip() for each in wanted.split(",")) or wanted.strip() == "*":
        kept = [(name, value) for name, value in headers if name not in (b"content-length", b"content-type")]
        await send({**head, "status": 304, "headers": kept})
        return {**body, "body": b""}
    await send({**head, "headers": headers})
    return body
