"""What takes long to count is counted behind the reader's back."""

from __future__ import annotations

import threading

import pytest

from crawler.web import kept
from storage.database import StoreError


def test_nobody_but_the_first_waits_for_a_count(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept, "SERVES_S", 0.0)
    monkeypatch.setattr(kept, "SHARE", 0)
    goes_on = threading.Event()
    counts = iter(range(1, 100))

    def count() -> int:
        number = next(counts)
        if number == 2:
            assert goes_on.wait(60)
        if number == 3:
            raise StoreError("locked")
        return number

    value = kept.Kept(count, moment=object)  # another at each look
    assert value.value() == 1
    assert [value.value(), value.value()] == [1, 1]  # the second count is under way, and holds nobody
    goes_on.set()
    value.rest(60)
    assert value.value() == 2  # and begins the third, which fails
    value.rest(60)
    assert value.value() == 2
    value.rest(60)
    assert value.value() == 4
    value.rest(60)


def test_nothing_is_counted_where_nobody_has_written_until_it_is_too_old(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(kept, "SERVES_S", 0.0)
    monkeypatch.setattr(kept, "SHARE", 0)
    written, numbers = [0], iter(range(1, 100))
    value = kept.Kept(lambda: next(numbers), moment=lambda: written[0])

    def soon() -> int:
        value.count_behind()
        value.rest(60)
        return value.value()

    assert [soon(), soon(), soon()] == [1, 1, 1]
    written[0] += 1
    assert [soon(), soon()] == [2, 2]
    monkeypatch.setattr(kept, "UNCHANGED_S", 0.0)
    assert soon() > 2
    value.rest(60)


def test_what_two_counts_share_is_counted_once_in_a_moment() -> None:
    written, numbers = [0], iter(range(1, 100))
    asked, goes_on = threading.Semaphore(0), threading.Event()

    def moment() -> int:
        asked.release()
        return written[0]

    def count() -> int:
        assert goes_on.wait(60)
        return next(numbers)

    part, found = kept.Shared(count, moment), []
    both = [threading.Thread(target=lambda: found.append(part.value())) for _ in range(2)]
    for thread in both:
        thread.start()
    assert all(asked.acquire(timeout=60) for _ in both)  # both have asked before anything is counted
    goes_on.set()
    for thread in both:
        thread.join(60)
    assert found == [1, 1]
    written[0] += 1
    assert part.value() == 2


def test_who_comes_after_a_night_is_told_of_the_morning(monkeypatch: pytest.MonkeyPatch) -> None:
    clock, numbers = [100.0], iter(range(1, 100))
    monkeypatch.setattr(kept.time, "monotonic", lambda: clock[0])
    value = kept.Kept(lambda: next(numbers), moment=object)
    assert value.value() == 1
    clock[0] += kept.SERVES_S - 1
    assert value.value() == 1
    clock[0] += kept.LATE_S + 1
    assert value.value() == 2
    clock[0] += kept.SERVES_S + 1
    assert value.value() == 2  # and the third is counted behind
    value.rest(60)
    assert value.value() == 3


def test_what_was_counted_while_it_changed_is_told_to_nobody() -> None:
    written = [1]

    def count() -> int:
        found = written[0]
        if found == 2:  # somebody writes while it is counted
            written[0] = 3
            value.changed()
        return found

    value = kept.Kept(count, moment=object)
    assert value.value() == 1
    written[0] = 2
    assert value.value() == 1  # nobody said so
    value.changed()
    value.count_behind()
    value.rest(60)
    assert value.value() == 3


def test_what_is_known_to_have_changed_is_mended_as_long_as_the_count_serves(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    clock, numbers = [100.0], iter(range(10, 100, 10))
    monkeypatch.setattr(kept.time, "monotonic", lambda: clock[0])
    value = kept.Kept(lambda: next(numbers), moment=object, mend=lambda last: last + 1)
    value.changed()
    assert value.value() == 10  # there was nothing to mend
    value.changed()
    assert [value.value(), value.value()] == [11, 11]
    value.changed()
    assert value.value() == 12
    clock[0] += kept.SERVES_S  # mending makes no count younger
    value.changed()
    assert value.value() == 20
