"""What one candidate passage says of one claim: same thing first, then time, then value."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.compare import Comparison
from factcheck.config import Periods
from factcheck.judge.compared import Compared
from factcheck.judge.elsewhere import compare_whereabouts
from factcheck.judge.events import compare_dates
from factcheck.judge.figures import compare_figures
from factcheck.judge.persons import compare_quotes, compare_roles
from factcheck.judge.statements import compare_statements
from factcheck.schema import (
    Candidate,
    Claim,
    DateRange,
    Evidence,
    Feature,
    Quantity,
    Quote,
    Relation,
    Role,
    Statement,
)

_RANK: dict[Relation, int] = {"agrees": 3, "differs": 2, "undecided": 1, "unrelated": 0}


def weigh(
    claim: Claim, candidate: Candidate, periods: Periods, siblings: Sequence[Claim] = ()
) -> Evidence:
    """Return what a candidate says of a claim: its best comparison, spans in document offsets.

    Of several claims in the passage, one that agrees decides before one that differs, and that
    before one that leaves the matter open.
    """
    found = [
        _evidence(candidate, compared)
        for compared in _compared(claim, candidate, periods, siblings)
    ]
    if not found:
        return _unrelated(claim, candidate)
    return max(found, key=lambda e: (_RANK[e.relation], len(_same(e)), -_start(e)))


def _same(evidence: Evidence) -> list[Feature]:
    return [feature for feature in evidence.features if feature.outcome == "same"]


def _start(evidence: Evidence) -> int:
    return evidence.other.span.start if evidence.other else 0


def _compared(
    claim: Claim, candidate: Candidate, periods: Periods, siblings: Sequence[Claim]
) -> Sequence[Compared]:
    match claim.value:
        case Quantity():
            found = compare_figures(claim, candidate, periods, siblings)
            return [*found, *compare_whereabouts(claim, candidate, siblings)]
        case DateRange():
            return compare_dates(claim, candidate, siblings)
        case Quote():
            return compare_quotes(claim, claim.value, candidate, siblings)
        case Role():
            return compare_roles(claim, claim.value, candidate, periods)
        case Statement():
            return compare_statements(claim, claim.value, candidate, siblings)


def _evidence(candidate: Candidate, compared: Compared) -> Evidence:
    return Evidence(
        passage=candidate.passage,
        other=compared.other,
        relation=compared.comparison.relation,
        reason=compared.comparison.reason,
        remarks=compared.comparison.remarks,
        features=compared.features,
        differs=compared.comparison.differs,
        source_differs=compared.comparison.source_differs,
        score=candidate.score,
    )


def _unrelated(claim: Claim, candidate: Candidate) -> Evidence:
    feature = Feature("kind", claim.kind, "", "silent")
    return _evidence(candidate, Compared(None, (feature,), Comparison("unrelated", "no-evidence")))
