"""What people write for lengths of time and sizes → seconds and bytes."""

from __future__ import annotations

import re

_SECONDS = {"ms": 0.001, "s": 1, "m": 60, "min": 60, "h": 3600, "d": 86_400, "w": 604_800}
_BYTES = {
    "": 1,
    "b": 1,
    "kb": 1000,
    "mb": 1000**2,
    "gb": 1000**3,
    "kib": 1024,
    "mib": 1024**2,
    "gib": 1024**3,
}
_PART = re.compile(r"\s*(\d+(?:\.\d+)?)\s*([a-zA-Z]*)\s*")
_NUMBER = re.compile(r"\+?(?:\d+\.?\d*|\.\d+)")  # as YAML lets people write one, which stays text: .5, 5., +5


def bare(value: object) -> float | None:
    """The number that was written without a unit; None for all else."""
    if isinstance(value, bool):
        return None
    plain = isinstance(value, (int, float)) or (isinstance(value, str) and _NUMBER.fullmatch(value.strip()))
    return float(value) if plain else None  # type: ignore[arg-type]


def seconds(value: object) -> float:
    """Seconds of ``15m``, ``1h30m``, ``2s``, ``1.5h`` or a plain number of seconds.

    Raises ValueError, saying what is accepted.
    """
    if isinstance(value, bool) or not isinstance(value, (int, float, str)):
        raise ValueError("must be a length of time; write 30s, 15m, 2h or 1d")
    if (number := bare(value)) is not None:
        return number
    assert isinstance(value, str)
    total, at = 0.0, 0
    while at < len(value):
        part = _PART.match(value, at)
        unit = part[2].lower() if part else ""
        if part and not unit:  # 1h30: who writes that means minutes
            raise ValueError(
                f"{value!r} is not a length of time: {part[1]} has no unit; write 30s, 15m, 2h or 1d"
            )
        if not part or unit not in _SECONDS:
            raise ValueError(f"{value!r} is not a length of time; write 30s, 15m, 2h or 1d")
        total += float(part[1]) * _SECONDS[unit]
        at = part.end()
    if not value.strip():
        raise ValueError("an empty length of time; write 30s, 15m, 2h or 1d")
    return total


def size(value: object) -> int:
    """Bytes of ``8MB``, ``500 KiB`` or a plain number of bytes. Raises ValueError."""
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    if not isinstance(value, str):
        raise ValueError("must be a size; write 500KB or 8MB")
    part = _PART.fullmatch(value.removeprefix("+"))
    if not part or part[2].lower() not in _BYTES:
        raise ValueError(f"{value!r} is not a size; write 500KB or 8MB")
    return int(float(part[1]) * _BYTES[part[2].lower()])
