"""An article of four paragraphs, for pages whose parts around and between them matter."""

from crawler.parse import read_page
from storage.records import Article

URL = "https://news.example/2025/07/03/ferries"
TEXT = [
    "The ferry company said on Thursday that it would buy four electric boats for the crossing to the islands.",
    "Each of them carries two hundred passengers and is charged at the quay while the next one is boarding.",
    "The first boat is to be tested in the spring, when the old ones have to be taken out of service anyway.",
    "The harbour master expects fewer complaints about noise, and a longer queue for the electricians of the town.",
]


def text_of(inner: str) -> list[str]:
    """The lines that are read of an article with this inside, below its headline."""
    page = f"<html lang=en><head><title>Four boats</title></head><body><article><h1>Four boats</h1>{inner}</article></body></html>"
    found = read_page(page.encode(), URL)
    assert isinstance(found, Article), found
    return found.text.split("\n")


def paragraphs(*texts: str) -> str:
    return "".join(f"<p>{text}</p>" for text in texts)
