"""The bytes of a YAML file → its text, in the encodings that YAML knows; of any other the line that shows it."""

from __future__ import annotations

import codecs
from pathlib import Path

from .yamlfile import Fault

# By its mark, or by where the zeros of its first sign stand (YAML 1.2.2, 5.2); of two that fit the longer.
_BEGINNINGS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SHOWN = 40  # signs of a line that cannot be read


class Undecodable(Exception):
    """A file is in no encoding of YAML's; `fault` says where and what to do."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(fault.message)
        self.fault = fault


def encoding_of(data: bytes) -> str:
    """The codec of what begins so."""
    for mark, codec in _BEGINNINGS:
        if data.startswith(mark):
            return codec
    if data[:1] == b"\0" or data[1:2] == b"\0":
        return "utf-16-be" if data[:1] == b"\0" else "utf-16-le"
    return "utf-8"


def read_text(path: Path) -> str:
    """The text of a file, its lines ended by a newline each. Raises Undecodable, OSError."""
    data = path.read_bytes()
    codec = encoding_of(data)
    try:
        text = data.decode(codec)
    except UnicodeDecodeError as err:
        raise Undecodable(_fault(data, err, path)) from None
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _fault(data: bytes, err: UnicodeDecodeError, path: Path) -> Fault:
    if not err.encoding.startswith("utf-8"):
        return Fault(None, f"not whole as {err.encoding.upper()} text; save it as UTF-8")
    line = data.count(b"\n", 0, err.start)
    said = data.split(b"\n")[line].decode("cp1252", "replace").strip()
    return Fault(
        line + 1,
        f"not UTF-8 text (read as Western European it says {said[:_SHOWN]!r}); have your editor save the file as UTF-8, or "
        f"convert it from the encoding it is in: iconv -f WINDOWS-1252 -t UTF-8 {path.name} > new.yaml",
    )
