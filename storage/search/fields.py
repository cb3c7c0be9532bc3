"""Fields of a query → their values, checked: which there are, and what may stand behind each."""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable, Collection, Iterable, Mapping
from datetime import UTC, datetime, timedelta

from storage.search.asked import Field, QueryError, Value
from storage.search.lexemes import Lexeme, Lexemes
from storage.text.languages import language_of, no_language

MOST_VALUES = 100  # of one field
ROLES = ("main", "substantial", "passing")
YEARS = (1900, 2200)
_UNITS = {"m": "minutes", "h": "hours", "d": "days", "w": "weeks"}
_AGE = re.compile(r"(\d{1,6})([mhdw])")
MONTHS = re.compile(r"(\d{1,6})M")  # of some; of others minutes
_DAY = re.compile(r"(\d{4})(?:-(\d{1,2}))?(?:-(\d{1,2}))?")
_RANGE = re.compile(r"(\d{4})?(?:(\.\.)(\d{4})?)?")
_LONGEST_ID = 18  # digits: what any database's whole number holds

Read = Callable[[str, int, datetime], str | int | tuple[int, int] | datetime]


def values_of(field: Lexeme, lexemes: Lexemes, now: datetime) -> Field:
    """The field with what stands behind its name. Raises QueryError."""
    found = lexemes.values(field)
    if len(found) > MOST_VALUES:
        raise QueryError(f"more than {MOST_VALUES} values", found[MOST_VALUES][1])
    read = _READ[field.text]
    return Field(field.text, tuple(Value(read(said, at, now), at) for said, at in found))


def check_span(parts: Iterable[object]) -> None:
    """Raises QueryError where no moment lies behind each after: and before each before: of what must all be so."""
    times = [part for part in parts if isinstance(part, Field) and part.name in ("after", "before")]
    # where a field has several values, one is enough
    after = [min(field.values, key=_moment_of) for field in times if field.name == "after"]
    before = [max(field.values, key=_moment_of) for field in times if field.name == "before"]
    if not after or not before:
        return
    first, last = max(after, key=_moment_of), min(before, key=_moment_of)
    if _moment_of(first) >= _moment_of(last):
        raise QueryError("no time lies behind after: and before before:", max(first.at, last.at))


def _moment_of(value: Value) -> datetime:
    assert isinstance(value.value, datetime)
    return value.value


def check_known(field: Field, known: Mapping[str, Collection[str]]) -> Field:
    """`field` with its values as `known` writes them, whatever their case.

    `known` holds by field's name what there is; a field it does not name passes. Raises QueryError.
    """
    if field.name not in known:
        return field
    names = {name.lower(): name for name in known[field.name]}
    for value in field.values:
        if str(value.value).lower() not in names:
            raise QueryError(_unknown(field.name, str(value.value), names), value.at)
    return Field(field.name, tuple(Value(names[str(v.value).lower()], v.at) for v in field.values))


def _unknown(name: str, said: str, names: Mapping[str, str]) -> str:
    near = [names[like] for like in difflib.get_close_matches(said.lower(), names, 2, 0.6)]
    guess = f"; did you mean {' or '.join(near)}?" if near else ""
    return f"no {name} {said!r}{guess}"


def _name(said: str, at: int, now: datetime) -> str:
    return said


def _country(said: str, at: int, now: datetime) -> str:
    if len(said) != 2 or not said.isalpha():
        raise QueryError(f"{said!r} is no country's code; write TH", at)
    return "GB" if said.upper() == "UK" else said.upper()


def _language(said: str, at: int, now: datetime) -> str:
    if (code := language_of(said)) is None:
        raise QueryError(no_language(said), at)
    return code


def _outlet(said: str, at: int, now: datetime) -> str:
    """A site's address. Its "www." is no site below it: a mention knows its site alone, an article its host."""
    host = said.lower().partition("://")[2].partition("/")[0] if "://" in said else said.lower().rstrip("/")
    return host.removeprefix("www.")


def _role(said: str, at: int, now: datetime) -> str:
    if said.lower() in ROLES:
        return said.lower()
    near = difflib.get_close_matches(said.lower(), ROLES, 1)
    guess = f"did you mean {near[0]}?" if near else f"there are: {', '.join(ROLES)}"
    raise QueryError(f"no role {said!r}; {guess}", at)


def _story(said: str, at: int, now: datetime) -> int:
    if said.isdecimal() and len(said) <= _LONGEST_ID:
        return int(said)
    raise QueryError(f"{said!r} is no story's number", at)


def _edition(said: str, at: int, now: datetime) -> tuple[int, int]:
    """A year, or from which to which: 2025, 2024..2026, 2024.., ..2026."""
    found = _RANGE.fullmatch(said)
    if found and (found[1] or found[3]):
        low = int(found[1] or YEARS[0])
        high = int(found[3] or (YEARS[1] if found[2] else low))
        if low <= high:
            return low, high
        raise QueryError(f"{said!r} goes from the later year to the earlier", at)
    raise QueryError(f"{said!r} is no edition; write 2025 or 2024..2026", at)


def instead_of(months: re.Match[str]) -> str:
    """What to write for a number of MONTHS."""
    return f"write {30 * int(months[1])}d or {months[1]}m"


def _moment(said: str, at: int, now: datetime) -> datetime:
    """2025, 2025-07, 2025-07-01 (UTC), 2025-07-01T08:00+07:00, or an age: 12h, 30d, 8w."""
    if months := MONTHS.fullmatch(said):
        raise QueryError(f"{said!r} may mean months or minutes; {instead_of(months)}", at)
    try:
        if age := _AGE.fullmatch(said.lower()):
            return now - timedelta(**{_UNITS[age[2]]: int(age[1])})
        if day := _DAY.fullmatch(said):
            return datetime(int(day[1]), int(day[2] or 1), int(day[3] or 1), tzinfo=UTC)
        found = datetime.fromisoformat(said)
        return (found if found.tzinfo else found.replace(tzinfo=UTC)).astimezone(UTC)
    except (ValueError, OverflowError):
        raise QueryError(f"{said!r} is no time; write 2025-07-01, 2025-07 or 30d", at) from None


_READ: dict[str, Read] = {
    "source": _name,
    "lang": _language,
    "country": _country,
    "forum": _name,
    "edition": _edition,
    "role": _role,
    "before": _moment,
    "after": _moment,
    "story": _story,
    "outlet": _outlet,
}
NAMES = tuple(_READ)
