"""Which sources are current: not superseded by a newer, better or corrected statement.

The rules are those of docs/verdicts.md ("Several sources").
"""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.align import align
from factcheck.compare import compare
from factcheck.config import Periods
from factcheck.judge.timing import joint_motion
from factcheck.judge.told import Told, are_of_one_body, speakers_of
from factcheck.schema import Claim, DateRange, Evidence, Quantity

_VALUED = frozenset({"near-value", "less-precise", "bound-only", "only-outdated"})


def current_of(claim: Claim, told: Sequence[Told], periods: Periods) -> list[Told]:
    """Return what no other source supersedes, in the order given.

    Only what was told up to a day after the draft supersedes, and none of a lower rank. A draft
    without a date, and a claim that is no figure or date, leaves all sources current.
    """
    if claim.as_of is None or not isinstance(claim.value, Quantity | DateRange):
        return list(told)
    bearing = [t for t in told if t.day is not None and _bears(t.evidence)]
    correcting = [t for t in told if t.withdrawn and t.day is not None and t not in bearing]
    reached = [
        t
        for t in (*bearing, *correcting)
        if t.day is not None and (t.day - claim.as_of).days <= periods.same_day
    ]
    gone = {
        id(old)
        for old in bearing
        if any(_replaces(new, old) for new in reached if new.rank >= old.rank)
        or _is_outdated(claim, old, reached, periods)
    }
    return [t for t in told if id(t) not in gone]


def _bears(evidence: Evidence) -> bool:
    """Say whether a passage speaks of the claim's own subject and time."""
    return evidence.other is not None and (
        evidence.relation in {"agrees", "differs"} or evidence.reason in _VALUED
    )


def _is_outdated(claim: Claim, old: Told, reached: Sequence[Told], periods: Periods) -> bool:
    """Say whether a total or level is older by more than a week than the newest, and differs."""
    if old.day is None or not _runs(claim, old):
        return False
    dated = [
        (t.day, t)
        for t in reached
        if t.day is not None and t.rank >= old.rank and _bears(t.evidence) and _runs(claim, t)
    ]
    newest = max((day for day, _ in dated), default=old.day)
    if (newest - old.day).days <= periods.superseded:
        return False
    return any(_differ(t, old) for day, t in dated if day == newest)


def _runs(claim: Claim, told: Told) -> bool:
    """Say whether a figure is a running total or a level."""
    other = told.evidence.other
    return (
        other is not None
        and isinstance(claim.value, Quantity)
        and joint_motion(claim, other) in {"cumulative", "level"}
    )


def _replaces(new: Told, old: Told) -> bool:
    """Say whether a statement takes the place of an earlier one, or corrects it.

    A body's later statement replaces its earlier one on the same measure; a correction replaces
    that of its own day too, and whoever printed the figure it takes back.
    """
    if new.day is None or old.day is None or new.day < old.day:
        return False
    corrects = new.corrects and not old.corrects
    if corrects and _takes_back(new, old):
        return True
    if not (corrects or new.day > old.day) or not are_of_one_body(new, old):
        return False
    first, second = new.evidence.other, old.evidence.other
    same = first is not None and second is not None and _is_of_one_measure(first, second)
    return same and _differ(new, old)


def _takes_back(new: Told, old: Told) -> bool:
    """Say whether a correction names an older figure as the wrong one, and not another body's."""
    other = old.evidence.other
    if other is None or not any(_is_it(claim, other) for claim in new.withdrawn):
        return False
    if old.evidence.reason == "bound-holds" and new.evidence.relation != "differs":
        return False  # a toll that was raised since keeps to "at least" as before
    credited = speakers_of(other), speakers_of(new.evidence.other)
    return not all(credited) or are_of_one_body(new, old)


def _is_it(withdrawn: Claim, other: Claim) -> bool:
    same = compare(withdrawn.value, other.value).relation == "agrees"
    return same and (
        isinstance(other.value, DateRange) or align(withdrawn, other).outcome != "other"
    )


def _is_of_one_measure(first: Claim, second: Claim) -> bool:
    """Say whether two values that bear on one claim are of one thing; days are, of its event."""
    return isinstance(first.value, DateRange) or align(first, second).outcome == "same"


def _differ(new: Told, old: Told) -> bool:
    """Say whether two sources give other values; one taken back in the same breath is none."""
    first, second = new.evidence.other, old.evidence.other
    if first is None or second is None or first in new.withdrawn or not _bears(new.evidence):
        return False
    return compare(first.value, second.value).relation == "differs"
