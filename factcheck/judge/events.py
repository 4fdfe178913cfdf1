"""Dates and statements: the words and names of two sentences tell whether they mean one event."""

from __future__ import annotations

import msgspec

from factcheck.align import Outcome, entity_feature, is_certain, word_overlap
from factcheck.compare import Comparison, compare
from factcheck.judge.compared import Compared
from factcheck.schema import Candidate, Claim, DateRange, Feature, Span, Statement

# Shares of the smaller sentence's content words that two sentences hold in common; set on the
# sample corpus and the case set.
SAME_EVENT = 0.5
CERTAIN_EVENT = 0.6  # before another date may conflict
SAME_STATEMENT = 0.75
MIN_SHARED_WORDS = 2


def compare_dates(claim: Claim, candidate: Candidate) -> list[Compared]:
    """Compare a date with every date of a passage on the same event."""
    found = []
    for other in candidate.claims:
        if not isinstance(other.value, DateRange):
            continue
        features = (_event(claim, other, SAME_EVENT), entity_feature(claim, other))
        found.append(Compared(other, features, _dated(claim, other, features)))
    return found


def _event(claim: Claim, other: Claim, share: float) -> Feature:
    shared = set(claim.measure.words) & set(other.measure.words)
    overlap = word_overlap(claim.measure, other.measure)
    outcome: Outcome = "same" if len(shared) >= MIN_SHARED_WORDS and overlap >= share else "other"
    return Feature("event", " ".join(claim.measure.words), " ".join(other.measure.words), outcome)


def _dated(claim: Claim, other: Claim, features: tuple[Feature, ...]) -> Comparison:
    comparison = compare(claim.value, other.value)
    if any(feature.outcome == "other" for feature in features):
        return Comparison("unrelated", "other-subject")
    if comparison.relation == "agrees" and features[1].outcome == "same":
        return msgspec.structs.replace(comparison, differs=(), source_differs=())
    sure = (
        features[1].outcome == "same"
        and _event(claim, other, CERTAIN_EVENT).outcome == "same"
        and is_certain(claim, other)
    )
    if comparison.relation == "undecided" or sure:
        return msgspec.structs.replace(
            comparison, differs=(claim.span,), source_differs=(other.span,)
        )
    return Comparison("undecided", "other-subject", (), comparison.order)


def compare_statements(claim: Claim, value: Statement, candidate: Candidate) -> list[Compared]:
    """Compare a statement with the statements of a passage.

    Without a learned verifier only a sentence of nearly the same words counts, and only the same
    verb of the same subject with the other polarity conflicts.
    """
    found = []
    for other in candidate.claims:
        if not isinstance(other.value, Statement):
            continue
        features = (_event(claim, other, SAME_STATEMENT), entity_feature(claim, other))
        found.append(Compared(other, features, _stated(claim, other, value, features)))
    return found


def _stated(
    claim: Claim, other: Claim, value: Statement, features: tuple[Feature, ...]
) -> Comparison:
    if any(feature.outcome != "same" for feature in features):
        return Comparison("unrelated", "other-subject")
    comparison = compare(value, other.value)
    if comparison.relation == "differs" and is_certain(claim, other):
        spans: tuple[Span, Span] = (claim.span, other.span)
        return msgspec.structs.replace(comparison, differs=spans[:1], source_differs=spans[1:])
    if claim.measure.negated == other.measure.negated and is_certain(claim, other):
        return Comparison("agrees", "statement-supported")
    return Comparison("undecided", "other-subject")
