"""The bytes of a robots.txt → the rules in it for one program.

protego reads the rules; what it does not do stands here: marks at the beginning, and matching the whole product
token (its own matching takes ``User-agent: for`` for us, and ``forumwatch/1.0`` for somebody else).
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

MAX_DELAY_S = 60.0

_AGENT = re.compile(r"user[- ]?agent\s*[:\s]\s*(.*)", re.IGNORECASE)
_APART = re.compile(r"(?:site-?maps?|host)\s*[:\s]", re.IGNORECASE)  # belong to no group
_DELAY = re.compile(r"crawl[- ]?delay(?:\s*+:|\s)\s*+(\d{0,9}(?:\.\d{0,9})?)\s*+$", re.IGNORECASE)
_TOKEN = re.compile(r"[A-Za-z_-]+|\*")
_BOMS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))


@dataclass(frozen=True, slots=True)
class Rules:
    """What a site says to this program."""

    text: str = ""  # a robots.txt of one group, for everybody; "": everything is allowed
    delay_s: float = 0.0  # Crawl-delay, within reason


def product_token(user_agent: str) -> str:
    """The part of a user agent that robots.txt calls it by: ``forumwatch/0.1 (+…)`` → ``forumwatch``."""
    token = _TOKEN.match(user_agent.strip())
    return token[0].lower() if token else "*"


def read_rules(body: bytes, token: str) -> Rules:
    """The rules for the program called `token`; those for ``*`` where none are for it."""
    own, everybody = _groups(_decoded(body), token)
    lines = everybody if own is None else own
    if not lines:
        return Rules()
    return Rules("\n".join(["User-agent: *", *lines]), _delay(lines))


def _delay(lines: list[str]) -> float:
    said = [delay[1] for line in lines if line[0] in "cC" and (delay := _DELAY.match(line))]
    return min(max((float(number) for number in said if number.strip(".")), default=0.0), MAX_DELAY_S)


def _decoded(body: bytes) -> str:
    for mark, encoding in _BOMS:
        if body.startswith(mark):
            return body[len(mark) :].decode(encoding, "replace")
    return body.decode("utf-8", "replace")


def _groups(text: str, token: str) -> tuple[list[str] | None, list[str]]:
    """The lines of all groups for `token` (None: there is no such group) and of those for everybody."""
    own: list[str] | None = None
    everybody: list[str] = []
    agents: set[str] = set()
    in_agents = False
    for line in text.splitlines():
        line = line.partition("#")[0].strip()
        if not line or (line[0] in "sShH" and _APART.match(line)):
            continue
        if line[0] in "uU" and (agent := _AGENT.match(line)):
            agents = agents if in_agents else set()
            agents.add(_agent(agent[1]))
            in_agents = True
            if token in agents and own is None:
                own = []
            continue
        in_agents = False
        if token in agents and own is not None:
            own.append(line)
        if "*" in agents:
            everybody.append(line)
    return own, everybody


def _agent(value: str) -> str:
    token = _TOKEN.match(value)
    return token[0].lower() if token else ""
