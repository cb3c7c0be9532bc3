"""Logging in with a token, and out."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Form, Request
from starlette.responses import RedirectResponse, Response

from storage.access import hash_of

from .problems import problem
from .rendering import page
from .requested import local
from .security import COOKIE, SESSION_S, UNUSED, Expired, Rules

router = APIRouter()


def _rules(request: Request) -> Rules:
    rules = request.app.state.rules
    assert isinstance(rules, Rules)
    return rules


@router.get("/login")
async def login_page(request: Request, next: str = "/") -> Response:
    """Where a browser shows its token."""
    return page(request, "login.html", there=local(next), said=None)


@router.post("/login")
async def log_in(
    request: Request,
    token: Annotated[str, Form(max_length=500)],
    next: Annotated[str, Form(max_length=2000)] = "/",
) -> Response:
    """Begin a session; a wrong token costs one of a few tries."""
    rules = _rules(request)
    address = request.client.host if request.client else "unknown"
    if said := await _wrong(rules, token.strip()):
        if wait := rules.tries.wait_s(address, rules.clock()):
            return problem(429, f"too many tries; come back in {wait} s", headers={"retry-after": str(wait)})
        return page(
            request, "login.html", 401, there=local(next), said=f"{said[0].upper()}{said[1:].rstrip('.')}."
        )
    entered = RedirectResponse(local(next), 303)
    secret = rules.sessions.begin(hash_of(token.strip()), rules.clock())
    secure = request.url.scheme == "https"
    entered.set_cookie(COOKIE, secret, max_age=SESSION_S, httponly=True, samesite="strict", secure=secure)
    return entered


async def _wrong(rules: Rules, token: str) -> str:
    """What is wrong with a token; empty for one that lets in."""
    try:
        return "" if await rules.owner(token) else UNUSED
    except Expired as err:
        return str(err)


@router.post("/logout")
async def log_out(request: Request) -> Response:
    """End the session."""
    _rules(request).sessions.end(request.cookies.get(COOKIE, ""))
    said = RedirectResponse("/login", 303)
    said.delete_cookie(COOKIE)
    return said
