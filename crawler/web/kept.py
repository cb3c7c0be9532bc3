"""What takes long to count → the last count, and a new one behind the reader's back."""

from __future__ import annotations

import contextlib
import threading
import time
from collections.abc import Callable
from typing import Generic, TypeVar

from storage.database import StoreError

T = TypeVar("T")
SERVES_S = 5.0  # so long a count serves; one that took long serves longer
UNCHANGED_S = 60.0  # so long it serves where nobody has written: some of it depends on what time it is
SHARE = 10  # times as long as it took: counting a large store is not all that a processor does
LATE_S = 30.0  # so long after that it is still told, while it is counted anew; who comes later waits for the new one


class Kept(Generic[T]):
    """A value that is counted in a thread of its own once it is too old.

    Who waits for it: the first, who comes after nobody has asked for long, and who has changed it.
    `moment` says when the count would be the same: where it is equal to what it was. `mend` makes of a count that
    still serves one that knows what somebody says to have changed, in less time than all is counted in.
    """

    def __init__(
        self, count: Callable[[], T], moment: Callable[[], object], mend: Callable[[T], T] | None = None
    ) -> None:
        self._count, self._moment, self._mend = count, moment, mend
        self._made: tuple[float, object] = (0.0, None)  # when, and of which moment
        self._lock = threading.Lock()
        self._known: tuple[float, T] | None = None  # until when it serves
        self._counting: threading.Thread | None = None
        # how often it was changed, and how many of these the last count knows
        self._changes = self._heeded = 0

    def value(self) -> T:
        """The last count. Raises StoreError where none may be told and the store does not answer."""
        known = self._known
        if known is None or self._changes != self._heeded:
            return self._counted(known)
        late_s = time.monotonic() - known[0]
        if late_s >= LATE_S:
            return self._counted(known)
        if late_s >= 0 and (self._counting is None or not self._counting.is_alive()):
            self.count_behind()
        return known[1]

    def changed(self) -> None:
        """Let nobody be told what was counted, or began to be, before now."""
        self._changes += 1

    def count_behind(self) -> None:
        """Count anew while nobody waits."""
        self._counting = threading.Thread(target=self._quietly, name="counting", daemon=True)
        self._counting.start()

    def rest(self, seconds: float) -> None:
        """Wait so long for a count under way."""
        if self._counting is not None:
            self._counting.join(seconds)

    def _quietly(self) -> None:
        with contextlib.suppress(StoreError):  # the last one serves on; who asks of the store itself is told
            self._counted(self._known)

    def _counted(self, known: tuple[float, T] | None) -> T:
        """Counted anew where nobody else has done so since it was `known`."""
        with self._lock:
            changes = self._changes
            if self._known is None or self._known is known or changes != self._heeded:
                self._known = self._next(changes != self._heeded)
                self._heeded = changes
            return self._known[1]

    def _next(self, changed: bool) -> tuple[float, T]:
        """(until when it serves, the count)."""
        known, began = self._known, time.monotonic()
        if known and self._mend and changed and began < known[0]:
            return known[0], self._mend(known[1])
        moment = self._moment()
        if known and moment == self._made[1] and began < self._made[0] + UNCHANGED_S:
            return began + SERVES_S, known[1]
        found = self._count()
        self._made = (began, moment)
        took = time.monotonic() - began
        return began + took + max(SERVES_S, SHARE * took), found


class Shared(Generic[T]):
    """A part of several counts: of one moment it is counted once, while another waits for it."""

    def __init__(self, count: Callable[[], T], moment: Callable[[], object]) -> None:
        self._count, self._moment = count, moment
        self._lock = threading.Lock()
        self._made: tuple[float, object, T] | None = None  # when, of which moment

    def value(self) -> T:
        """As it was when it was asked for, or later. Raises StoreError."""
        moment = self._moment()  # before it waits: a count that began in that moment is not too old
        with self._lock:
            began, made = time.monotonic(), self._made
            if made is not None and made[1] == moment and began < made[0] + SERVES_S:
                return made[2]
            found = self._count()
            self._made = (began, moment, found)
            return found
