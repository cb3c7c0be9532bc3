"""The characters of a query → its words, quotes, brackets and operators, each with its place.

What keyboards of other scripts write is read alike: full-width letters and signs, typographic quotes, brackets
and spaces. Characters change one for one, so that places stay right.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from typing import Literal

from storage.search.asked import QueryError
from storage.text.tokens import sought

Kind = Literal["open", "close", "and", "or", "not", "near", "field", "word", "phrase", "end"]

_PLAIN = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}  # full-width ASCII
_PLAIN |= dict.fromkeys(map(ord, "“”„‟«»「」『』《》〝〞｢｣"), ord('"'))
_PLAIN |= dict.fromkeys(map(ord, "、،﹐︐"), ord(",")) | dict.fromkeys(map(ord, "﹙⦅"), ord("("))
_PLAIN |= dict.fromkeys(map(ord, "﹚⦆"), ord(")")) | {ord("﹕"): ord(":"), ord("∶"): ord(":"), 0: ord(" ")}
_PLAIN |= dict.fromkeys((0x200B, 0x200E, 0x200F, 0x2060, 0xFEFF), ord(" "))  # seen by nobody
_PLAIN |= dict.fromkeys(range(0xD800, 0xE000), 0xFFFD)  # halves of characters

_LEXEME = re.compile(
    r"""(?P<open>\() | (?P<close>\)) | (?P<or>\|{1,2}) | (?P<not>-(?=[^\s\-)]))
    | "(?P<phrase>[^"]*+)(?P<closed>"(?P<star>\*)?)?+
    | (?P<field>[A-Za-z]++):
    | (?P<word>[^\s()"|]++)""",
    re.X,
)
_VALUE = re.compile(r'\s*+(?:"(?P<quoted>[^"]*+)(?P<closed>")?+|(?P<bare>[^\s()",|]++))?+')
_COMMA = re.compile(r"\s*+,")
_OR = re.compile(r"\s*+(?:OR\b|\||,)")
_NEAR = re.compile(r"NEAR(?:/(\d{1,4}))?")
_OPERATORS: dict[str, Kind] = {"AND": "and", "&": "and", "&&": "and", "OR": "or", "NOT": "not"}
_SPACE = re.compile(r"\s*+")


@dataclass(frozen=True, slots=True)
class Lexeme:
    """One of them; `text` is a word's, a phrase's, a field's name (in lower case) or the number of NEAR."""

    kind: Kind
    at: int
    text: str = ""
    prefix: bool = False  # a * stands behind


class Lexemes:
    """The lexemes of one query, one at a time; `next` is the one that take() gives."""

    def __init__(self, text: str, fields: Collection[str]) -> None:
        """`fields` are the names that a colon makes fields, also where a space follows it."""
        self._text, self._fields = text.translate(_PLAIN), fields
        self._at = 0
        self.next = self._read()

    def take(self) -> Lexeme:
        """The next one; the one behind it is next from then on."""
        taken = self.next
        if taken.kind != "field":  # behind a field stands a value, which is read in another way
            self.next = self._read()
        return taken

    def go_on(self) -> None:
        """Read on as usual behind a field."""
        self.next = self._read()

    def values(self, field: Lexeme) -> list[tuple[str, int]]:
        """The values that stand behind `field`, which was taken: one, several with commas, or (a OR b)."""
        self._at = self._skip()
        opened = self._at if self._text.startswith("(", self._at) else None
        if opened is not None:
            self._at += 1
        more = _COMMA if opened is None else _OR
        found = [self._value(field)]
        while sign := more.match(self._text, self._at):
            self._at = sign.end()
            found.append(self._value(field))
        if opened is not None:
            self._at = self._skip()
            if not self._text.startswith(")", self._at):
                raise QueryError("this bracket is not closed, or holds more than values joined by OR", opened)
            self._at += 1
        self.go_on()
        return found

    def _blank(self) -> bool:
        return not self._text[self._at : self._at + 1].strip()

    def _skip(self) -> int:
        return _SPACE.match(self._text, self._at).end()  # type: ignore[union-attr]  # it always matches

    def _value(self, field: Lexeme) -> tuple[str, int]:
        at = self._skip()
        found = _VALUE.match(self._text, self._at)
        said = found and (found["quoted"] if found["quoted"] is not None else found["bare"])
        if not found or not said or not said.strip():
            raise QueryError(f"{field.text}: needs a value", field.at)
        if found["quoted"] is not None and not found["closed"]:
            raise QueryError("this quote is not closed", at)
        self._at = found.end()
        return said.strip(), at

    def _read(self) -> Lexeme:
        """The next lexeme; words without a letter or digit are passed over."""
        while True:
            self._at = at = self._skip()
            found = _LEXEME.match(self._text, at)
            if not found:
                return Lexeme("end", len(self._text))
            self._at = found.end()
            if found["field"] and found["field"].lower() not in self._fields and self._blank():
                made = _word(found[0], at)  # "Beijing: the digital city" is the beginning of a title
            else:
                made = _lexeme(found, at)
            if made:
                return made


def _lexeme(found: re.Match[str], at: int) -> Lexeme | None:
    if found["phrase"] is not None:
        if not found["closed"]:
            raise QueryError("this quote is not closed", at)
        said = found["phrase"].rstrip()
        return Lexeme("phrase", at, said.removesuffix("*"), bool(found["star"]) or said.endswith("*"))
    if found["field"]:
        return Lexeme("field", at, found["field"].lower())
    if found["word"]:
        return _word(found["word"], at)
    kinds: tuple[Kind, ...] = ("open", "close", "or", "not")
    return Lexeme(next(kind for kind in kinds if found[kind]), at)


def _word(said: str, at: int) -> Lexeme | None:
    if said in _OPERATORS:
        return Lexeme(_OPERATORS[said], at)
    if near := _NEAR.fullmatch(said):
        return Lexeme("near", at, near[1] or "")
    if said.startswith("NEAR/"):
        raise QueryError("NEAR is written with a number of words, 1 to 100: NEAR/5", at)
    body = said.rstrip("*")
    if "*" in body:
        raise QueryError("* stands only at the end of a word", at + body.index("*"))
    if not sought(body):
        return None
    return Lexeme("word", at, body, body != said)
