"""The address of pages of many kinds."""

from __future__ import annotations

URL = "https://news.example/2025/07/03/item"
PROSE = "The port of Hamburg was closed on Monday because of a storm that came from the west. "
