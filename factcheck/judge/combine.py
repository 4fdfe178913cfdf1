"""Several sources, one verdict: each was decided by itself, now the current ones decide.

The rules are those of docs/verdicts.md ("Several sources").
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal

import msgspec

from factcheck.compare import compare
from factcheck.config import Periods
from factcheck.judge.current import current_of
from factcheck.judge.told import Told
from factcheck.judge.witnesses import distinct_first, other_attribution, single_source
from factcheck.schema import Claim, Evidence, Feature, Label, Quantity, Reason, Relation, Remark

RECENT_DAYS = 90  # of equal passages, one this near in time is shown before an older one

# What to say when nothing decides: the reason that tells a checker most comes first.
_OPEN_REASONS: tuple[Reason, ...] = (
    "near-value",
    "less-precise",
    "bound-only",
    "later-source",
    "only-outdated",
    "other-period",
    "not-comparable",
    "other-subject",
    "no-evidence",
)
_RANK: dict[Relation, int] = {"agrees": 0, "differs": 1, "undecided": 2, "unrelated": 3}
_LARGER: frozenset[Reason] = frozenset({"bound-holds", "later-source"})


class Outcome(msgspec.Struct, frozen=True):
    """A label with its reason, and the evidence with the deciding passage first."""

    label: Label
    reason: Reason
    remarks: tuple[Remark, ...]
    evidence: tuple[Evidence, ...]


def combine(claim: Claim, told: Sequence[Told], periods: Periods) -> Outcome:
    """Return what all sources together say of a claim.

    The best-ranked current source that agrees corroborates; one that is superseded, or of a lower
    rank, does not while a current one conflicts. A claim that lies between two current sources is
    left to the checker.
    """
    current = current_of(claim, told, periods)
    told = [t if t in current else _set_aside(t) for t in told]
    agreeing = _deciding(claim, current, "agrees")
    differing = _deciding(claim, current, "differs")
    best = max((t.rank for t in (*agreeing, *differing)), default=0)
    if any(t.rank == best for t in agreeing):
        return _corroborated(claim, agreeing, differing, told)
    sides = {_side(claim, t.evidence): t for t in reversed(differing)}
    shown = [t.evidence for t in differing[:1]]
    if {-1, 1} <= set(sides):
        shown += [t.evidence for t in sides.values() if t.evidence not in shown]
        return _outcome("unsupported", "sources-disagree", shown, told)
    if differing:
        remarks: tuple[Remark, ...] = ("sources-disagree",) if agreeing else ()
        shown += [t.evidence for t in agreeing[:1]]
        remarks += _met_elsewhere(told)
        return _outcome("conflicting", differing[0].evidence.reason, shown, told, remarks)
    return _left_open(claim, told)


def _set_aside(told: Told) -> Told:
    """Return what a source tells with the note that it is superseded, for the explanation."""
    feature = Feature("standing", "", "superseded by a newer or corrected statement", "other")
    evidence = msgspec.structs.replace(told.evidence, features=(*told.evidence.features, feature))
    return msgspec.structs.replace(told, evidence=evidence)


def _deciding(claim: Claim, current: Sequence[Told], relation: Relation) -> list[Told]:
    """Return the current sources of a relation, the one that decides best first."""
    key = _decisive(claim)
    found = [t for t in current if t.evidence.relation == relation]
    return sorted(found, key=lambda told: (-told.rank, *key(told.evidence)))


def _corroborated(
    claim: Claim, agreeing: Sequence[Told], differing: Sequence[Told], told: Sequence[Told]
) -> Outcome:
    remarks: tuple[Remark, ...] = ("sources-disagree",) if differing else ()
    if agreeing[0].evidence.reason == "bound-holds":  # of totals that grow all keep to a bound
        agreeing = _deciding(claim, told, "agrees")
    if _has_grown(agreeing[0], told):
        remarks += ("newer-figure",)
    remarks += other_attribution(claim, agreeing) + single_source(claim, agreeing)
    shown = [agreeing[0].evidence, *(t.evidence for t in differing[:1])]
    return _outcome("corroborated", agreeing[0].evidence.reason, shown, told, remarks)


def _left_open(claim: Claim, told: Sequence[Told]) -> Outcome:
    """Return the unsupported verdict with the most telling reason and its nearest passage."""
    if not told:
        return Outcome("unsupported", "no-evidence", (), ())
    decided = [t for t in told if t.evidence.relation in {"agrees", "differs"}]
    if decided:  # all of them superseded
        first = min((t.evidence for t in decided), key=lambda e: (_RANK[e.relation], *_by_score(e)))
        return _outcome("unsupported", "only-outdated", [first], told)
    first = min((t.evidence for t in told), key=_telling(claim))
    return _outcome("unsupported", first.reason, [first], told, _met_elsewhere(told))


def _met_elsewhere(told: Sequence[Told]) -> tuple[Remark, ...]:
    """Return the remark that the very figure stands in the sources for something else."""
    remark: Remark = "same-value-other-subject"
    return (remark,) if any(remark in t.evidence.remarks for t in told) else ()


def _telling(claim: Claim) -> Callable[[Evidence], tuple[object, ...]]:
    """Return a key that puts first what tells a checker most of an open claim.

    The passage that shares most comes first, the value above all; of equals one of the same
    season.
    """

    def key(evidence: Evidence) -> tuple[object, ...]:
        apart = evidence.relation == "unrelated"
        same = sum(f.outcome == "same" and f.name != "time" for f in evidence.features)
        same += 2 * ("same-value-other-subject" in evidence.remarks)
        date = evidence.passage.origin.date
        days = abs((claim.as_of - date).days) if claim.as_of and date else RECENT_DAYS
        reason = _OPEN_REASONS.index(evidence.reason)
        nothing = evidence.reason == "no-evidence"
        return (nothing, -same, apart, days > RECENT_DAYS, reason, *_by_score(evidence))

    return key


def _outcome(
    label: Label,
    reason: Reason,
    shown: Sequence[Evidence],
    told: Sequence[Told],
    remarks: tuple[Remark, ...] = (),
) -> Outcome:
    """Return the outcome with the passages in `shown` first, then the rest by what they say."""
    rest = [t.evidence for t in told if all(t.evidence is not one for one in shown)]
    rest.sort(key=lambda e: (_RANK[e.relation], *_by_score(e)))
    merged = tuple(dict.fromkeys((*shown[0].remarks, *remarks)))
    return Outcome(label, reason, merged, distinct_first((*shown, *rest)))


def _by_score(evidence: Evidence) -> tuple[float, str, int]:
    passage = evidence.passage
    return (-evidence.score, passage.origin.id, passage.ordinal)


def _decisive(claim: Claim) -> Callable[[Evidence], tuple[object, ...]]:
    """Return a key that puts the passage that decides best first.

    An equal value comes before a bound, of bounds the one nearest to the draft's; then the
    passage that shares most with the claim, then the one dated nearest to the claim and not
    after it, then the better found.
    """

    def key(evidence: Evidence) -> tuple[object, ...]:
        date = evidence.passage.origin.date
        days = (claim.as_of - date).days if claim.as_of and date else 10**6
        same = sum(feature.outcome == "same" for feature in evidence.features)
        age = days if days >= 0 else 10**5 - days
        bound = evidence.reason == "bound-holds"
        return (bound, _gap(claim, evidence) if bound else 0, -same, age, *_by_score(evidence))

    return key


def _side(claim: Claim, evidence: Evidence) -> int:
    """Return -1 where the source's figure or day lies before the draft's, 1 where it is beyond."""
    if evidence.other is None or evidence.relation != "differs":
        return 0
    return compare(claim.value, evidence.other.value, claim.change, evidence.other.change).order


def _gap(claim: Claim, evidence: Evidence) -> Decimal:
    """Return how far the source's figure lies from the draft's."""
    draft, source = claim.value, evidence.other.value if evidence.other else None
    if not isinstance(draft, Quantity) or not isinstance(source, Quantity):
        return Decimal(0)
    return abs(draft.figure - source.figure)


def _has_grown(first: Told, told: Sequence[Told]) -> bool:
    """Say whether a bound holds, and a source newer than the deciding one has a larger figure."""
    if first.evidence.reason != "bound-holds":
        return False
    figure = _figure(first.evidence)
    for other in told:
        larger = _figure(other.evidence)
        if other.evidence.reason not in _LARGER or figure is None or larger is None:
            continue
        if other.day and first.day and other.day > first.day and larger > figure:
            return True
    return False


def _figure(evidence: Evidence) -> Decimal | None:
    value = evidence.other.value if evidence.other else None
    return value.figure if isinstance(value, Quantity) else None
