"""Learn crawler/parse/body/weights.py anew, and say how such weights do on publishers they have not seen.

    PYTHONPATH=. python tests/benchmarks/parse_weights.py ../shared [--write] [--seed=x]

Needs numpy, scipy and scikit-learn, which the project does not; reads ../shared/data/extraction. Prints the mean F1 over
five folds of publishers, each judged by weights learned on the other four; with ``--write`` learns on all pages.
"""

from __future__ import annotations

import hashlib
import sys
from collections import Counter
from pathlib import Path

import numpy as np
from scipy.optimize import minimize
from scipy.sparse import csr_matrix
from scipy.special import expit
from selectolax.lexbor import LexborHTMLParser
from sklearn.linear_model import LogisticRegression

from crawler.parse.body import clues as K
from crawler.parse.body import judge
from crawler.parse.body.around import Surroundings
from crawler.parse.body.asides import without_asides
from crawler.parse.body.others import without_others
from crawler.parse.body.rows import completed
from crawler.parse.page import metadata
from crawler.parse.page.charset import decode
from crawler.parse.page.jsonld import read_jsonld
from crawler.parse.page.walk import outline
from crawler.parse.title.read import read_title

NEWS = ("fundus", "feval", "shub", "daniel")
FOLDS = 5
SHARE = {"wcxb": 0.6, "synth": 0.3}  # weight of a page that is no real news page
LOOSE = 0.6  # share of a block's shingles in the truth from which it is text
ALONE_C, TOGETHER_C = 0.005, 0.1  # regularisation, chosen on the folds
# weight of a page at most, in the second judging: little text amid much furniture would outweigh six
HEAVIEST = 200
WHOLE_PAGES = 40  # what the F1 of a page weighs beside the likelihood of its blocks, in the second judging


class Sample:
    """One page with its clues and, for each block worth judging, the answer, its weight and its length in the page's text."""

    def __init__(self, case, scoring, seed="") -> None:  # type: ignore[no-untyped-def]
        page = outline(LexborHTMLParser(decode(case.html, url=case.url).replace("\0", "")))
        declared = read_jsonld(page.json_ld)
        self.case, self.page = case, page
        self.title = read_title(page, declared, metadata.read_site_name(page, declared))
        self.clues = judge.measure(page, self.title)
        self.active = self.clues.told
        self.own = [self.clues.own(i) for i in self.active]
        self.fold = int(hashlib.sha1((seed + case.publisher).encode()).hexdigest(), 16) % FOLDS
        self.share = SHARE.get(case.dataset, 1.0)
        self.answers, self.weights, self.lengths = self._answers(scoring)

    def _answers(self, scoring):  # type: ignore[no-untyped-def]
        first, last = (scoring.tokens(t) for t in (self.case.texts[0], self.case.texts[-1]))
        truth, used = scoring.shingles(first), Counter()
        lines = {" ".join(scoring.tokens(line)) for line in self.case.texts[0].split("\n")}
        hay, strict = f" {' '.join(first)} ", f" {' '.join(last)} "
        title = " ".join(scoring.tokens(self.title))
        answers, lengths, doubts = [], [], []
        for block in self.page.blocks:
            tokens = scoring.tokens(block.text)
            key = " ".join(tokens)
            if len(tokens) < 6:
                told = key in lines or (len(tokens) >= 3 and f" {key} " in hay)
            else:
                own = scoring.shingles(tokens)
                told = sum(min(n, truth[k]) for k, n in own.items()) >= LOOSE * own.total()
            told = told and not used[key]
            used[key] += told
            answers.append(told)
            lengths.append(len(tokens))
            # the title is dropped anyhow; a standfirst that only one variant of the truth holds counts little
            alike = f" {' '.join(tokens[:12])} " in strict
            doubts.append(0.0 if not tokens or key == title else 0.15 if told and not alike else 1.0)
        text = sum(n for n, told, d in zip(lengths, answers, doubts, strict=True) if told and d)
        whole = min(max(40, sum(n for n, told in zip(lengths, answers, strict=True) if told)), 4000)
        weights = [
            100 * self.share * d * (min(n, 120) + 1.5) / whole for n, d in zip(lengths, doubts, strict=True)
        ]
        return (
            [answers[i] for i in self.active],
            [weights[i] for i in self.active],
            [lengths[i] * (doubts[i] > 0) / (text or 1) for i in self.active],
        )

    def weights_at_most(self, most):  # type: ignore[no-untyped-def]
        """What the blocks weigh, where all of a page's together may weigh so much."""
        return np.array(self.weights) * min(1.0, most * self.share / (sum(self.weights) or 1))

    def scores(self, weights, rows) -> list[float]:  # type: ignore[no-untyped-def]
        scores = [judge.IDLE] * len(self.page.blocks)
        for i, places in zip(self.active, rows, strict=True):
            scores[i] = float(sum(weights[k] for k in places))
        return scores


def learn(samples, rows, strength, pages=0.0):  # type: ignore[no-untyped-def]
    """The weights that tell text from furniture in some samples."""
    flat = [sorted(set(places)) for page in rows for places in page]
    ends = np.cumsum([0] + [len(p) for p in flat])
    matrix = csr_matrix((np.ones(ends[-1]), np.concatenate(flat), ends), shape=(len(flat), K.LENGTH))
    answers = np.array([a for s in samples for a in s.answers])
    weights = np.concatenate([s.weights_at_most(HEAVIEST if pages else np.inf) for s in samples])
    model = LogisticRegression(C=strength, max_iter=400)
    model.fit(matrix, answers, sample_weight=weights)
    found = np.append(model.coef_[0], model.intercept_[0])
    if pages:
        found = polish(found, matrix, samples, answers, strength * weights, pages)
    weights = found[:-1].copy()
    weights[0] += found[-1]
    return weights


def polish(start, matrix, samples, answers, weights, pages):  # type: ignore[no-untyped-def]
    """Weights turned from the likelihood of the blocks towards the F1 of the pages, each block taken by its probability."""
    page = np.repeat(np.arange(len(samples)), [len(s.answers) for s in samples])
    length = np.minimum([n for s in samples for n in s.lengths], 50.0)
    true = length * answers

    def of_page(values):  # type: ignore[no-untyped-def]
        return np.bincount(page, values, len(samples))

    text = of_page(true)
    worth = pages * np.array([s.share for s in samples]) * (text > 0)
    signed, transposed = np.where(answers, 1.0, -1.0), matrix.T.tocsr()

    def loss(w):  # type: ignore[no-untyped-def]
        scores = matrix @ w[:-1] + w[-1]
        told, margin = expit(scores), signed * scores
        both, either = of_page(true * told), of_page(length * told) + text + 1e-9
        lost = worth @ (1 - 2 * both / either) + weights @ np.logaddexp(0, -margin) + w[:-1] @ w[:-1] / 2
        towards = 2 * worth[page] * (true / either[page] - length * (both / either**2)[page])
        slope = -signed * weights * expit(-margin) - towards * told * (1 - told)
        return lost, np.append(transposed @ slope + w[:-1], slope.sum())

    return minimize(loss, start, jac=True, method="L-BFGS-B", options={"maxiter": 60}).x


def held_out(samples, rows, strength, pages=0.0):  # type: ignore[no-untyped-def]
    """Each page's scores by weights learned on the publishers of other folds."""
    found = [None] * len(samples)
    for fold in range(FOLDS):
        seen = [i for i, s in enumerate(samples) if s.fold != fold]
        weights = learn([samples[i] for i in seen], [rows[i] for i in seen], strength, pages)
        for i, s in enumerate(samples):
            if s.fold == fold:
                found[i] = s.scores(weights, rows[i])
    return found


def around(samples, scores):  # type: ignore[no-untyped-def]
    """The rows of the second judging."""
    rows = []
    for sample, said in zip(samples, scores, strict=True):
        near = Surroundings(sample.clues, said)
        rows.append([own + near.of(i) for i, own in zip(sample.active, sample.own, strict=True)])
    return rows


def table(name: str, weights, signs: dict[str, int]) -> str:  # type: ignore[no-untyped-def]
    lines, at = [], 0
    for sign, count in signs.items():
        lines.append(
            f'            "{sign}": ({", ".join(f"{w + 0.0:.3g}" for w in np.round(weights[at : at + count], 2))},),'
        )
        at += count
    inside = "\n".join(lines)
    return f"{name}: tuple[float, ...] = tuple(\n    chain.from_iterable(\n        {{\n{inside}\n        }}.values()\n    )\n)  # fmt: skip\n"


def main(shared: Path, write: bool, seed: str) -> None:
    sys.path.insert(0, str(shared / "tools" / "extraction"))
    import cases
    import scoring

    samples = [
        Sample(c, scoring, seed)
        for c in cases.load()
        if c.texts and c.dataset in (*NEWS, "wcxb", "synth", "n4k")
    ]
    own = [s.own for s in samples]
    first = held_out(samples, own, ALONE_C)
    rows = around(samples, first)
    results: dict[str, list[float]] = {}
    for s, said in zip(samples, held_out(samples, rows, TOGETHER_C, WHOLE_PAGES), strict=True):
        chosen = without_others(s.clues, completed(s.clues, judge.choose(s.clues, said)))
        chosen = without_asides(s.clues, chosen)
        text = "\n".join(b.text for b in chosen)
        f1 = scoring.score_text(text, s.case.texts)["f1"]
        for group in (s.case.dataset, "news" if s.case.dataset in NEWS else "other"):
            results.setdefault(group, []).append(f1)
    print({group: round(float(np.mean(f1)), 4) for group, f1 in results.items()})
    if write:
        path = Path(judge.__file__).with_name("weights.py")
        head = path.read_text("utf-8").split("ALONE:")[0]
        alone = table("ALONE", learn(samples, own, ALONE_C), K.SIGNS)
        together = table("TOGETHER", learn(samples, rows, TOGETHER_C, WHOLE_PAGES), K.SIGNS | K.AROUND)
        path.write_text(f"{head}{alone}\n{together}", "utf-8")


if __name__ == "__main__":
    main(
        Path(sys.argv[1]),
        "--write" in sys.argv,
        next((a[7:] for a in sys.argv if a.startswith("--seed=")), ""),
    )
