"""Who may ask over HTTP: tokens by name, of which the store keeps a hash alone.

A secret has 32 random bytes, so its plain SHA-256 cannot be guessed back, and looking it up by that hash takes as
long whether it is nearly right or not.
"""

from __future__ import annotations

import hashlib
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal

from sqlalchemy import Connection, insert, select, update

from storage import schema
from storage.text.clean import storable

Scope = Literal["read", "triage"]
SECRET_BYTES = 32
PREFIX = "fw_"  # so that one that leaked is known for what it is
USED_EVERY = timedelta(minutes=1)

_K = schema.tokens


class NameTaken(ValueError):
    """A token of that name is in use."""


@dataclass(frozen=True, slots=True)
class Token:
    """A token without its secret."""

    id: int
    name: str
    scope: Scope
    created_at: datetime
    used_at: datetime | None
    revoked_at: datetime | None
    expires_at: datetime | None  # from then on it is refused

    def serves(self, now: datetime) -> bool:
        """Whether it lets anybody in."""
        return self.revoked_at is None and (self.expires_at is None or now < self.expires_at)


def create_token(
    conn: Connection, name: str, scope: Scope, now: datetime, expires_at: datetime | None = None
) -> str:
    """Make a token and return its secret, which nobody can see again.

    Raises NameTaken; the name of one that is revoked or has expired is free.
    """
    name, secret = storable(name), PREFIX + secrets.token_urlsafe(SECRET_BYTES)
    fresh = {"hash": hash_of(secret), "scope": scope, "created_at": now, "used_at": None}
    fresh |= {"revoked_at": None, "expires_at": expires_at}
    known = conn.execute(select(_K).where(_K.c.name == name)).one_or_none()
    if known is None:
        conn.execute(insert(_K).values(name=name, **fresh))
    elif _token(known).serves(now):
        raise NameTaken(name)
    else:
        conn.execute(update(_K).where(_K.c.id == known.id).values(**fresh))
    return secret


def list_tokens(conn: Connection) -> list[Token]:
    """Every token, by name, those revoked too."""
    return [_token(row) for row in conn.execute(select(_K).order_by(_K.c.name))]


def find_token(conn: Connection, hashed: bytes) -> Token | None:
    """The token of that hash, if it is not revoked; it may have expired."""
    row = conn.execute(select(_K).where(_K.c.hash == hashed, _K.c.revoked_at.is_(None))).one_or_none()
    return _token(row) if row else None


def revoke_token(conn: Connection, name: str, now: datetime) -> bool:
    """Refuse the token from now on; False where none of that name is in use."""
    live = (_K.c.name == storable(name)) & _K.c.revoked_at.is_(None)
    return bool(conn.execute(update(_K).where(live).values(revoked_at=now)).rowcount)


def token_used(conn: Connection, token_id: int, now: datetime) -> None:
    """Note that the token was shown just now."""
    conn.execute(update(_K).where(_K.c.id == token_id).values(used_at=now))


def hash_of(secret: str) -> bytes:
    """What is kept of a secret."""
    return hashlib.sha256(secret.encode("utf-8", "surrogatepass")).digest()


def _token(row: object) -> Token:
    return Token(*(getattr(row, name) for name in Token.__slots__))
