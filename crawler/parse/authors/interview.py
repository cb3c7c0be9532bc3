"""A page whose headline begins with the one whom its head declares as the author → who led that interview, where a line says so.

Templates of interviews declare who answers; a column, which as many papers head with the name of who writes it, has no such line.
"""

from __future__ import annotations

from crawler.parse.authors.byline import LINE
from crawler.parse.authors.credits import credits
from crawler.parse.authors.names import names_in
from crawler.parse.authors.shown import bylines
from crawler.parse.page.blocks import NEAR, Outline
from crawler.patterns import rarely

_INTERVIEW = rarely(
    r"interv|entrevist|entretien|propos recueillis|συνέντευξη|интервью|інтерв|бесед|wywiad|rozmawia|rozhovor|interjú|kérdezte|razgovar|разговара|söyleşi|röportaj|müsahibə|wawancara"
    r"|phỏng vấn|haastatt|gespräch|sprach|vraaggesprek|مقابلة|حوار|حاور|مصاحبه|گفت|ריאיון|ראיון|ראיין|ראיינה|साक्षात्कार|সাক্ষাৎকার|สัมภาษณ์|聞き手|インタビュ|인터뷰|专访|專訪|采访|採訪"
)


def interviewer(page: Outline, name: str, start: int, end: int) -> tuple[str, ...]:
    """The people that a short line near the headline names as those who asked; none where the headline does not begin with `name`."""
    if not (page.title or "").startswith(f"{name}: "):
        return ()
    near = page.blocks[max(0, start) : start + NEAR]
    lines = [b.text for b in near if len(b.text) < LINE and _INTERVIEW.search(b.text.lower())]
    for place in (credits, bylines) if lines else ():
        said = [told for told in place(page, start, end) if any(told in line for line in lines)]
        if asked := tuple(n for n in names_in(said, page) if n != name):
            return asked
    return ()
