"""Several sources, one verdict: each was decided by itself, now the current ones decide.

The rules are those of docs/verdicts.md ("Several sources").
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from decimal import Decimal

import msgspec

from factcheck.compare import compare
from factcheck.config import Periods
from factcheck.judge.timing import joint_motion
from factcheck.schema import Claim, Evidence, Label, Quantity, Reason, Remark

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
_VALUED = frozenset({"near-value", "less-precise", "bound-only", "only-outdated"})


class Outcome(msgspec.Struct, frozen=True):
    """A label with its reason, and the evidence with the deciding passage first."""

    label: Label
    reason: Reason
    remarks: tuple[Remark, ...]
    evidence: tuple[Evidence, ...]


def combine(claim: Claim, evidence: Sequence[Evidence], periods: Periods) -> Outcome:
    """Return what all candidates together say of a claim.

    A superseded source corroborates nothing while a current one conflicts; a claim that lies
    between two current sources is left to the checker.
    """
    current = _current(claim, evidence, periods)
    agreeing = sorted((e for e in current if e.relation == "agrees"), key=_decisive(claim))
    differing = sorted((e for e in current if e.relation == "differs"), key=_decisive(claim))
    if agreeing:
        remarks: tuple[Remark, ...] = ("sources-disagree",) if differing else ()
        if _has_grown([e for e in evidence if e.relation == "agrees"]):
            remarks += ("newer-figure",)
        return _outcome("corroborated", agreeing[0].reason, agreeing[0], evidence, remarks)
    if {_side(claim, e) for e in differing} >= {-1, 1}:
        return _outcome("unsupported", "sources-disagree", differing[0], evidence)
    if differing:
        return _outcome("conflicting", differing[0].reason, differing[0], evidence)
    return _left_open(claim, evidence)


def _left_open(claim: Claim, evidence: Sequence[Evidence]) -> Outcome:
    """Return the unsupported verdict with the most telling reason and its nearest passage."""
    if not evidence:
        return Outcome("unsupported", "no-evidence", (), ())
    decided = [e for e in evidence if e.relation in {"agrees", "differs"}]
    if decided:  # all of them superseded
        return _outcome("unsupported", "only-outdated", decided[0], evidence)
    first = min(evidence, key=_telling(claim))
    values = any("same-value-other-subject" in e.remarks for e in evidence)
    remarks: tuple[Remark, ...] = ("same-value-other-subject",) if values else ()
    return _outcome("unsupported", first.reason, first, evidence, remarks)


def _telling(claim: Claim) -> Callable[[Evidence], tuple[object, ...]]:
    """Return a key that puts first what tells a checker most of an open claim.

    The passage that shares most comes first, the value above all; of equals one of the same
    season.
    """

    def key(evidence: Evidence) -> tuple[object, ...]:
        apart = evidence.relation == "unrelated"
        same = sum(feature.outcome == "same" for feature in evidence.features)
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
    first: Evidence,
    evidence: Sequence[Evidence],
    remarks: tuple[Remark, ...] = (),
) -> Outcome:
    rank = {"agrees": 0, "differs": 1, "undecided": 2, "unrelated": 3}
    rest = [e for e in evidence if e is not first]
    rest.sort(key=lambda e: (rank[e.relation], *_by_score(e)))
    merged = tuple(dict.fromkeys((*first.remarks, *remarks)))
    return Outcome(label, reason, merged, (first, *rest))


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


# --- which sources are current ---------------------------------------------------------------


def _current(claim: Claim, evidence: Sequence[Evidence], periods: Periods) -> list[Evidence]:
    """Return the evidence that no newer source supersedes.

    Of totals and levels, a source more than `periods.superseded` days older than the newest one
    up to the as-of date is outdated when its value differs from that one's.
    """
    if claim.as_of is None or not isinstance(claim.value, Quantity):
        return list(evidence)
    until = claim.as_of + dt.timedelta(days=periods.same_day)
    dated = [
        (e.other.as_of, e)
        for e in evidence
        if e.other is not None
        and e.other.as_of is not None
        and (e.relation in {"agrees", "differs"} or e.reason in _VALUED)
        and joint_motion(claim, e.other) in {"cumulative", "level"}
    ]
    reached = [date for date, _ in dated if date <= until]
    if not reached:
        return list(evidence)
    newest = [e for date, e in dated if date == max(reached)]
    limit = max(reached) - dt.timedelta(days=periods.superseded)
    outdated = {id(e) for date, e in dated if date < limit and _differ(newest, e)}
    return [e for e in evidence if id(e) not in outdated]


def _differ(newest: Sequence[Evidence], older: Evidence) -> bool:
    return any(
        e.other is not None
        and older.other is not None
        and compare(e.other.value, older.other.value).relation == "differs"
        for e in newest
    )


def _side(claim: Claim, evidence: Evidence) -> int:
    """Return -1 where the source's figure is lower than the draft's, 1 where it is higher."""
    if evidence.other is None:
        return 0
    draft, source = claim.value, evidence.other.value
    if not isinstance(draft, Quantity) or not isinstance(source, Quantity):
        return 0
    return (source.figure > draft.figure) - (source.figure < draft.figure)


def _gap(claim: Claim, evidence: Evidence) -> Decimal:
    """Return how far the source's figure lies from the draft's."""
    draft, source = claim.value, evidence.other.value if evidence.other else None
    if not isinstance(draft, Quantity) or not isinstance(source, Quantity):
        return Decimal(0)
    return abs(draft.figure - source.figure)


def _has_grown(agreeing: Sequence[Evidence]) -> bool:
    """Say whether, of the sources that bear out a bound, a newer one gives a larger figure."""
    bounds = [
        (e, e.other.value.figure)
        for e in agreeing
        if e.reason == "bound-holds" and e.other and isinstance(e.other.value, Quantity)
    ]
    return any(
        _newer(later, earlier) and larger > smaller
        for later, larger in bounds
        for earlier, smaller in bounds
    )


def _newer(evidence: Evidence, than: Evidence) -> bool:
    first, second = evidence.passage.origin.date, than.passage.origin.date
    return first is not None and second is not None and first > second
