"""A duration against the day on which the thing began, or against a duration told another day."""

from __future__ import annotations

import datetime as dt

import msgspec

from factcheck.align import (
    count_shared,
    entity_feature,
    is_certain,
    name_one_person,
    particulars,
)
from factcheck.compare import Comparison
from factcheck.compare.elapsed import Count, compare_elapsed
from factcheck.judge.compared import Compared
from factcheck.judge.timing import left_open
from factcheck.schema import Candidate, Claim, DateRange, Feature, Quantity, Status
from factcheck.vocabulary.durations import tables

SAME_DEED = 0.6  # share of the shorter sentence's words, besides the verb of "has led ... since"
MIN_SHARED = 2  # words and names of what happened on a day
_FACTS: frozenset[Status] = frozenset({"actual", "spent"})


def tell_since_when(claim: Claim, other: Claim) -> bool:
    """Say whether two claims tell since when something goes on, and not both by a mere date."""
    if claim.measure.elapsed is None or other.measure.elapsed is None:
        return False
    return not (_is_day(claim) and _is_day(other))


def _is_day(claim: Claim) -> bool:
    """Say whether a claim gives a date that is not open ("in 2011", not "since 2011")."""
    return isinstance(claim.value, DateRange) and claim.value.last is not None


def compare_since(claim: Claim, candidate: Candidate) -> list[Compared]:
    """Compare since when something goes on with every claim of a passage that tells it too."""
    return [
        _compare(claim, other)
        for other in candidate.claims
        if tell_since_when(claim, other) and _event(claim, other).outcome == "same"
    ]


def _event(claim: Claim, other: Claim) -> Feature:
    first, second = (c.measure.elapsed.event if c.measure.elapsed else "" for c in (claim, other))
    return Feature("event", first, second, "same" if first == second else "other")


def _compare(claim: Claim, other: Claim) -> Compared:
    features = (_event(claim, other), entity_feature(claim, other))
    comparison = _judged(claim, other, features[1])
    if comparison.relation != "agrees":
        comparison = msgspec.structs.replace(
            comparison, differs=(claim.span,), source_differs=(other.span,)
        )
    return Compared(other, features, comparison)


def _judged(claim: Claim, other: Claim, entities: Feature) -> Comparison:
    if entities.outcome != "same" or not _is_one_event(claim, other):
        apart = entities.outcome == "other"
        return Comparison("unrelated" if apart else "undecided", "other-subject")
    if not {claim.status, other.status} <= _FACTS or claim.measure.negated or other.measure.negated:
        return Comparison("undecided", "not-comparable")
    mine, theirs = _told(claim), _told(other)
    if mine is None or theirs is None:
        return Comparison("undecided", "other-period")
    comparison = compare_elapsed(mine, theirs)
    if comparison.relation == "differs" and not _may_conflict(claim, other):
        return left_open(comparison, "other-subject")
    return comparison


def _is_one_event(claim: Claim, other: Claim) -> bool:
    """Say whether a shared event is one: that of one person, or told with some of the same words.

    Wars and sieges are told apart by who and where; of "has led" the words must tell what.
    """
    event = _event(claim, other).draft
    if event.removeprefix("end of ") in tables().personal:
        return name_one_person(claim, other)
    if event in tables().lasting:
        return True
    if event.startswith("has "):
        verb = frozenset({event.removeprefix("has ")})
        mine, theirs = (frozenset(c.measure.words) - verb for c in (claim, other))
        shared = len(mine & theirs)
        return shared > 0 and shared >= SAME_DEED * min(len(mine), len(theirs))
    return count_shared(particulars(claim), particulars(other)) >= MIN_SHARED


def _may_conflict(claim: Claim, other: Claim) -> bool:
    """Say whether a clear difference is a conflict: it surely goes on, and surely is one thing.

    Somebody may take office more than once, so two dates are left open here.
    """
    if isinstance(claim.value, DateRange) and isinstance(other.value, DateRange):
        return False
    sides = (claim.measure.elapsed, other.measure.elapsed)
    ongoing = all(side is not None and side.ongoing for side in sides)
    known = _event(claim, other).draft in tables().lasting
    return ongoing and known and is_certain(claim, other)


def _told(claim: Claim) -> Count | DateRange | None:
    """Return a date, or a duration with the days up to which it counts; None if those are open."""
    if isinstance(claim.value, DateRange):
        return claim.value
    elapsed = claim.measure.elapsed
    if elapsed is None or not isinstance(claim.value, Quantity):
        return None
    since: dt.date | None = claim.as_of
    until = claim.as_of
    if elapsed.until is not None:
        since, until = elapsed.until.first, elapsed.until.last
    if since is None or until is None:
        return None
    return Count(claim.value, elapsed.unit, since, until)
