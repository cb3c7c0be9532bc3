"""How well flagging does on our own cases (tests/test_flag_cases.yaml; --news: test_flag_news.yaml): all, or those
held back.

    python tests/benchmarks/flagging.py [--set held] [--news] [--show]

Prints precision, recall and F1 over (article, forum), the share of editions that are right, the share of false
friends that are flagged, how roles are confused, and the share of right mentions by score; then, over
tests/test_flag_candidates.yaml, the share of unlisted events that are proposed and of look-alikes that are.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from test_flag_candidates import CASES as DISCOVERY
from test_flag_candidates import Case as Unlisted
from test_flag_cases import CASES, Case
from test_flag_news import NEWS

from crawler.flag import Watchlist, find_candidates, find_mentions, load_watchlist
from storage.records import Mention

Judged = tuple[Case, tuple[Mention, ...]]


def share(part: int, whole: int) -> str:
    return f"{part / whole:.3f} ({part} of {whole})" if whole else "-"


def forums_of(case: Case) -> set[str]:
    return {name.split()[0] for name in case.expected}


def report(judged: Sequence[Judged]) -> Iterable[str]:
    hits = [(case, found) for case, found in judged if case.expected]
    friends = [found for case, found in judged if not case.expected]
    right = wrong = missed = 0
    for case, found in judged:
        named = {mention.forum_id for mention in found}
        right += len(named & forums_of(case))
        wrong += len(named - forums_of(case))
        missed += len(forums_of(case) - named)
    yield f"cases           {len(hits)} articles, {len(friends)} false friends"
    yield f"forum           precision {share(right, right + wrong)}, recall {share(right, right + missed)}"
    yield f"forum F1        {2 * right / max(1, 2 * right + wrong + missed):.3f}"
    told = [(case, m) for case, found in hits for m in found if m.forum_id in forums_of(case)]
    yield f"edition right   {share(sum(_named(m) in case.expected for case, m in told), len(told))}"
    yield f"false friends   {share(sum(bool(found) for found in friends), len(friends))} flagged"
    roles = Counter(
        (case.expected[_named(m)], m.role) for case, m in told if case.expected.get(_named(m)) is not None
    )
    for (wanted, role), count in sorted(roles.items(), key=str):
        yield f"role            {wanted} as {role}: {count}"
    for low, high in ((0.9, 1.01), (0.75, 0.9), (0.6, 0.75), (0.0, 0.6)):
        scored = [
            m.forum_id in forums_of(case) for case, found in judged for m in found if low <= m.score < high
        ]
        yield f"score {low:.2f} to {min(high, 1):.2f}  right {share(sum(scored), len(scored))}"


def discovery(cases: Sequence[Unlisted], watchlist: Watchlist) -> Iterable[str]:
    judged = [(c, {found.name for found in find_candidates(c.article, watchlist)}) for c in cases]
    unlisted = [(case.names, found) for case, found in judged if case.names]
    alike = [found for case, found in judged if not case.names]
    near = sum(any(a in b or b in a for a in names for b in found) for names, found in unlisted)
    yield f"unlisted        {share(near, len(unlisted))} proposed"
    yield f"  right name    {share(sum(set(names) == found for names, found in unlisted), len(unlisted))}"
    yield f"look-alikes     {share(sum(map(bool, alike)), len(alike))} proposed"


def _named(mention: Mention) -> str:
    return f"{mention.forum_id} {mention.edition}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--set", choices=["held", "tuned"], help="these cases only")
    parser.add_argument("--news", action="store_true", help="the longer news of another writer instead")
    parser.add_argument("--show", action="store_true", help="print the articles that went wrong")
    options = parser.parse_args()
    watchlist = load_watchlist()
    cases = NEWS if options.news else CASES
    chosen = [case for case in cases if options.set is None or case.held == (options.set == "held")]
    judged = [(case, find_mentions(case.article, watchlist)) for case in chosen]
    print("\n".join(report(judged)))
    wanted = [case for case in DISCOVERY if options.set is None or case.held == (options.set == "held")]
    print("\n".join(discovery(wanted, watchlist)))
    for case, found in judged if options.show else ():
        if {_named(mention) for mention in found} != set(case.expected):
            print(f"wanted {sorted(case.expected)}, found {sorted(map(_named, found))}: {case.article.text}")


if __name__ == "__main__":
    main()
