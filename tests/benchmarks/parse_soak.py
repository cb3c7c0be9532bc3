"""Parse pages over and over in one process, and see whether its memory grows.

    python tests/benchmarks/parse_soak.py [--parses 20000] [--pages DIR]

Reads the pages in DIR (*.html.gz; ../shared/data/extraction/html), or pages of its own where there are none. Prints the
resident memory after a tenth of the parses and at the end; exits with 1 where it grew by more than 5 %.
"""

from __future__ import annotations

import argparse
import gc
import gzip
import resource
import sys
import time
from pathlib import Path

from crawler.parse import read_page

PAGES = Path(__file__).parents[3] / "shared" / "data" / "extraction" / "html"
GROWTH = 1.05
TEXT = "The conference on the digital economy was opened in Beijing on Thursday by its hosts. "


def own_pages() -> list[bytes]:
    """Articles of many lengths, each with its own names."""
    return [
        f"<html lang=en><head><title>Opened {at}</title><meta name=author content='Ann{at} Bee'></head><body><nav>"
        f"{'<a href=/x>more</a>' * at}</nav><article><h1>Opened {at}</h1><time>2 January 2024</time>"
        f"{f'<p class=c{at}>{TEXT * 4}</p>' * at}</article></body></html>".encode()
        for at in range(1, 800)
    ]


def resident() -> float:
    """Megabytes of this process in memory now; where that cannot be asked, the most it ever had."""
    try:
        pages = int(Path("/proc/self/statm").read_text("ascii").split()[1])
    except OSError:
        most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        return most / (1e6 if sys.platform == "darwin" else 1e3)
    return pages * resource.getpagesize() / 1e6


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--parses", type=int, default=20_000)
    parser.add_argument("--pages", type=Path, default=PAGES)
    told = parser.parse_args()
    paths = sorted(told.pages.glob("*.html.gz"))
    pages = [path.read_bytes() for path in paths] or [gzip.compress(page) for page in own_pages()]
    early, began = 0.0, time.process_time()
    for at in range(told.parses):
        read_page(gzip.decompress(pages[at % len(pages)]), f"https://news.example.org/2024/01/02/{at}")
        if at + 1 == told.parses // 10:
            gc.collect()
            early = resident()
            print(f"after {at + 1} parses of {len(pages)} pages: {early:.1f} MB", flush=True)
    gc.collect()
    late = resident()
    spent = (time.process_time() - began) / told.parses * 1000
    print(f"after {told.parses}: {late:.1f} MB ({late / early - 1:+.1%}), {spent:.1f} ms a parse")
    return int(late > GROWTH * early)


if __name__ == "__main__":
    sys.exit(main())
