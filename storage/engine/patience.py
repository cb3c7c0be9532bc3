"""A call that waits so long for its turn and no longer: once its caller has given up, it is never done."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Generic, TypeVar

from sqlalchemy import Connection

T = TypeVar("T")


class GivenUp(Exception):
    """Nobody waits for it any more."""


class Patient(Generic[T]):
    """`fn`, until somebody gives it up before it has begun."""

    def __init__(self, fn: Callable[[Connection], T]) -> None:
        self._fn = fn
        self._lock = threading.Lock()
        self._begun = self._given_up = False

    def __call__(self, conn: Connection) -> T:
        """Do it. Raises GivenUp."""
        with self._lock:
            if self._given_up:
                raise GivenUp
            self._begun = True
        return self._fn(conn)

    def give_up(self) -> bool:
        """Whether it is not done and never will be; False where it has begun."""
        with self._lock:
            self._given_up = not self._begun
            return self._given_up
