"""What a fetcher keeps to: pace, patience, sizes, and whom it says it is."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.metadata import PackageNotFoundError, version

PROGRAM = "forumwatch"


@dataclass(frozen=True, slots=True)
class FetchSettings:
    """Times are seconds, sizes bytes."""

    contact: str | None = None  # a mail or web address, shown to the sites in the user agent
    min_delay_s: float = 2.0  # between the end of one request to a host and the start of the next
    timeout_s: float = 20.0  # for a connection, and for each further piece of an answer
    deadline_s: float = 60.0  # for one fetch with its redirects; waiting for a host's turn is not counted
    max_body: int = 8_000_000  # as transferred, and again as decoded
    max_redirects: int = 10
    robots: bool = True
    allow_networks: tuple[str, ...] = ()  # networks that may be fetched from though they are not public
    user_agent: str = ""  # "" becomes the program and its version, with the contact where there is one
    http2: bool = True  # where TLS offers it
    concurrency: int = 64  # requests under way at one time; those that await their host's turn do not count

    def __post_init__(self) -> None:
        if not self.user_agent:
            object.__setattr__(self, "user_agent", _user_agent(self.contact))


def _user_agent(contact: str | None) -> str:
    name = _program()
    return f"{name} (+{contact})" if contact else name


@cache  # what is installed does not change, and its description is read to the end for one line
def _program() -> str:
    """The program's name, with its version."""
    try:
        return f"{PROGRAM}/{version(PROGRAM)}"
    except PackageNotFoundError:  # run from a source tree that was never installed
        return PROGRAM
