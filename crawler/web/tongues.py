"""Codes of languages → their English names, for people who know no codes."""

from __future__ import annotations

from storage.text.languages import NAMES, shortest

SCRIPTS = {
    "hans": "simplified",
    "hant": "traditional",
    "cn": "simplified",
    "tw": "traditional",
    "hk": "traditional",
}


def tongue(code: str | None) -> str:
    """The language's name; of Chinese also the script, where the code tells it. The code where no name is known."""
    primary, *rest = (code or "").lower().replace("_", "-").split("-")
    name = NAMES.get(shortest(primary))
    if name is None:
        return code or ""
    script = next((SCRIPTS[part] for part in rest if part in SCRIPTS), None) if primary == "zh" else None
    return f"{name}, {script}" if script else name
