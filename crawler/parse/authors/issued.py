"""A press release on a portal → the company or office that issued it, as the portal's line below it says.

"Original-Content von: Nordline GmbH, übermittelt durch news aktuell"

The portal itself is what its pages declare to be their author.
"""

from __future__ import annotations

from crawler.parse.page.blocks import Outline
from crawler.patterns import rarely

NEAR, LINE = 12, 200  # blocks around the end of a text in which the line stands, and its characters
_ISSUED = rarely(  # the four languages of that service
    r"^(?:Original-Content von|Contenu original|Contenuto originale|Original content of)\s?:\s?([^\n]{2,120}?),?\s(?:übermittelt durch|transmis par|trasmesso da|transmitted by)\s"
)


def issuer(page: Outline, end: int) -> tuple[str, ...]:
    """The one that a line near the end of the text names; `end` is where the text's neighbourhood ends."""
    near = page.blocks[max(0, end - NEAR) : end + NEAR]
    found = next((m for b in near if len(b.text) <= LINE and (m := _ISSUED.match(b.text))), None)
    return (found[1],) if found else ()
