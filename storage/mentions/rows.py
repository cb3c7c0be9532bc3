"""Mentions ↔ their rows, in which stands beside what the rules say what a person said."""

from __future__ import annotations

from dataclasses import asdict, replace
from typing import Any

from storage.records import Evidence, Fact, Mention
from storage.text.clean import storable


def mention_of(row: Any) -> Mention:
    """A row of mentions as the value it was stored from: what the rules say of it, whatever a person said."""
    evidence = tuple(Evidence(**said) for said in row.evidence)
    facts = tuple(Fact(f["kind"], f["value"], Evidence(**f["evidence"])) for f in row.facts or ())
    return Mention(row.forum_id, row.edition or None, row.role, row.score, evidence, facts)


def counted(row: Any) -> Mention:
    """A row of mentions as it counts: of the edition that a person said, where somebody did."""
    ruled = mention_of(row)
    return ruled if row.edition_said is None else replace(ruled, edition=row.edition_said or None)


def stored_values(mention: Mention, version: int) -> dict[str, Any]:
    """What a row says of a mention in that version of its article."""
    return {
        "forum_id": mention.forum_id,
        "edition": mention.edition or 0,
        "role": mention.role,
        "score": mention.score,
        "evidence": [stored_evidence(e) for e in mention.evidence],
        "facts": [_fact(f) for f in mention.facts] or None,
        "version": version,
    }


def _fact(fact: Fact) -> dict[str, Any]:
    return {"kind": fact.kind, "value": storable(fact.value), "evidence": stored_evidence(fact.evidence)}


def stored_evidence(evidence: Evidence) -> dict[str, Any]:
    """The quote as its row holds it."""
    said = asdict(evidence)
    return said | {name: storable(said[name]) for name in ("exact", "prefix", "suffix")}
