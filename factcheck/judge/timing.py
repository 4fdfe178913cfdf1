"""Time decides more than anything else: what a source of one day says of a claim of another.

The rules are those of docs/verdicts.md ("Time").
"""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Literal

import msgspec

from factcheck.compare import Comparison
from factcheck.compare.dates import begin_alike
from factcheck.config import Periods
from factcheck.schema import Claim, DateRange, Motion, Quantity, Reason

JointMotion = Motion | Literal["mixed"]
# The same digits in another unit or scale: of two days they are told of one thing all the same.
SLIPS: frozenset[Reason] = frozenset({"scale-differs", "unit-differs"})
LONG_PERIOD = 180  # days; a count over a stated period this long has a beginning of its own
LONGEST_FLOW = 366  # days; over more it is a total up to its end


def joint_motion(draft: Claim, source: Claim) -> JointMotion:
    """Return how the measure that two claims share moves; mixed where they do not agree.

    One that says nothing follows the other. A count over half a year to a year is a total where the
    other side counts from the same beginning; else of two years each is counted by itself. A year
    that is over, or still to come, is one period to both.
    """
    if _is_one_year(draft, source):
        return "flow"
    first, second = _motion(draft), _motion(source)
    begins = _beginning(draft), _beginning(source)
    if {first, second} <= {"flow", "cumulative"} and _begin_alike(*begins):
        return "cumulative"
    if {first, second} == {"flow", "level"} and draft.period == source.period is not None:
        return "flow"
    if second in {first, "unknown"}:
        return first
    return second if first == "unknown" else "mixed"


def _motion(claim: Claim) -> Motion:
    """Return how the measure of a claim moves; a count over more than a year is a total."""
    if claim.measure.motion != "flow" or _length(claim.period) <= LONGEST_FLOW:
        return claim.measure.motion
    return "cumulative"


def _length(period: DateRange | None) -> int:
    """Return the days of a stated time from its first to its last; 0 where it is open."""
    if period is None or period.first is None or period.last is None:
        return 0
    return (period.last - period.first).days


def _beginning(claim: Claim) -> DateRange | None:
    """Return the time since which a claim counts, None where it states only a day or a month."""
    period = claim.period
    if period is None or period.first is None:
        return None
    return period if period.last is None or _length(period) >= LONG_PERIOD else None


def _is_one_year(draft: Claim, source: Claim) -> bool:
    """Say whether both state the same closed period, and neither text was written within it."""
    one, other = draft.period, source.period
    if one is None or other is None or one.first is None or one.last is None:
        return False
    if (one.first, one.last) != (other.first, other.last) or draft.measure.motion == "level":
        return False
    days = [claim.as_of for claim in (draft, source) if claim.as_of is not None]
    return len(days) == 2 and not any(one.first <= day <= one.last for day in days)


def _begin_alike(first: DateRange | None, second: DateRange | None) -> bool:
    return first is not None and second is not None and begin_alike(first, second)


def in_time(draft: Claim, source: Claim, comparison: Comparison, periods: Periods) -> Comparison:
    """Return what a comparison of two figures is worth, given when each was said."""
    if _is_elsewhen(draft) or _is_elsewhen(source):
        differs = comparison.relation == "differs"
        return left_open(comparison, "other-period") if differs else comparison
    match joint_motion(draft, source):
        case "constant":
            return _constant(draft, source, comparison, periods)
        case "cumulative":
            return _cumulative(draft, source, comparison, periods)
        case "level":
            return _level(draft, source, comparison, periods)
        case "flow":
            return _flow(draft, source, comparison, periods)
        case "unknown" | "mixed" as motion:
            return _unknown(draft, source, comparison, periods, may_differ=motion == "unknown")


def _is_elsewhen(claim: Claim) -> bool:
    """Say whether a claim speaks of a time that could not be resolved."""
    return claim.period is not None and not _resolved(claim.period)


def as_of(claim: Claim) -> dt.date | None:
    """Return the day up to which a total counts: a date it names ("by 8 August"), else its own."""
    if claim.period is not None and claim.period.last is not None:
        return min(filter(None, (claim.period.last, claim.as_of)))
    return claim.as_of


def left_open(comparison: Comparison, reason: Reason) -> Comparison:
    """Return a comparison that decides nothing, for a reason."""
    return msgspec.structs.replace(comparison, relation="undecided", reason=reason)


def _constant(draft: Claim, source: Claim, comparison: Comparison, periods: Periods) -> Comparison:
    """Compare what does not move: at any time, but a figure of an event for that event only.

    Of two quakes the magnitudes differ, and a tower may have been raised between two stated days.
    """
    if draft.measure.act:
        dated = _resolved(draft.period) or _resolved(source.period)
        if dated or comparison.relation == "differs":
            return _flow(draft, source, comparison, periods)
    if comparison.relation == "differs" and _resolved(draft.period) and _resolved(source.period):
        return _flow(draft, source, comparison, periods)
    return comparison


def _cumulative(
    draft: Claim, source: Claim, comparison: Comparison, periods: Periods
) -> Comparison:
    days = _days_between(as_of(draft), as_of(source))
    if days is None or comparison.relation == "undecided":
        return comparison if days is not None else left_open(comparison, "other-period")
    if not _same_start(draft, source, comparison):
        return left_open(comparison, "other-period")
    if days > periods.same_day:
        return _later_total(comparison, days, periods)
    if days >= -periods.same_day or comparison.relation == "agrees" or comparison.order > 0:
        return comparison
    recent = days >= -periods.outdated_cumulative
    if recent and _lower_by_a_quarter(draft, source):
        return comparison
    return left_open(comparison, "only-outdated")


def _later_total(comparison: Comparison, days: int, periods: Periods) -> Comparison:
    if comparison.relation == "differs" and comparison.order < 0:
        return comparison
    if comparison.relation == "agrees" and days <= periods.later:
        if comparison.reason == "bound-holds" and "newer-figure" not in comparison.remarks:
            return msgspec.structs.replace(
                comparison, remarks=(*comparison.remarks, "newer-figure")
            )
        return comparison
    return left_open(comparison, "later-source")


def _lower_by_a_quarter(draft: Claim, source: Claim) -> bool:
    if not (isinstance(draft.value, Quantity) and isinstance(source.value, Quantity)):
        return False
    limit = draft.value.low * Decimal("0.75")
    below = source.value.modifier == "less_than"
    return source.value.high < limit or (below and source.value.high == limit)


def _same_start(draft: Claim, source: Claim, comparison: Comparison) -> bool:
    """Say whether two totals begin alike.

    One that states no beginning begins as the other, but may be the total of years where that one
    counts since this year.
    """
    first, second = _beginning(draft), _beginning(source)
    if first is not None and second is not None:
        return begin_alike(first, second)
    return comparison.relation != "differs" or not (_is_recent(draft) or _is_recent(source))


def _is_recent(claim: Claim) -> bool:
    """Say whether a total counts for a year at most, or since less than one before it was told."""
    begins = _beginning(claim)
    if begins is None or begins.first is None:
        return False
    until = begins.last or claim.as_of
    return until is not None and (until - begins.first).days <= LONGEST_FLOW


def _level(draft: Claim, source: Claim, comparison: Comparison, periods: Periods) -> Comparison:
    if _resolved(draft.period) or _resolved(source.period):
        return _flow(draft, source, comparison, periods)
    days = _days_between(draft.as_of, source.as_of)
    if days is None or abs(days) > periods.level:
        return left_open(comparison, "other-period")
    return comparison


def _flow(draft: Claim, source: Claim, comparison: Comparison, periods: Periods) -> Comparison:
    if _resolved(draft.period) and _resolved(source.period):
        first, second = _period(draft), _period(source)
        same = first is not None and second is not None and _alike(first, second)
    else:
        first, second = _window(draft, periods.event), _window(source, periods.event)
        same = first is not None and second is not None and _overlap(first, second)
    if same or (comparison.relation == "agrees" and second and _is_past_sum(draft, second)):
        return comparison
    return left_open(comparison, "other-period")


def are_of_one_day(first: Claim, second: Claim, periods: Periods) -> bool:
    """Say whether two claims tell of the same days: by their periods, else by their dates."""
    one, two = _window(first, periods.same_event), _window(second, periods.same_event)
    return one is not None and two is not None and _overlap(one, two)


def _is_past_sum(draft: Claim, source: Window) -> bool:
    """Say whether a sum that the draft does not date was paid before the draft.

    A sum given "between 2005 and 2011" lies inside "was given", which states no time.
    """
    money = isinstance(draft.value, Quantity) and draft.value.kind == "money"
    return money and not _resolved(draft.period) and bool(draft.as_of and source[1] <= draft.as_of)


def _unknown(
    draft: Claim, source: Claim, comparison: Comparison, periods: Periods, *, may_differ: bool
) -> Comparison:
    """Compare where it is not known how the measure moves: a later source never corroborates.

    A difference counts on the same day only, and never where one side is a total and the other
    a part of it; nor does a bound hold between a total and the count of a stated day.
    """
    days = _days_between(draft.as_of, source.as_of)
    if days is None or not _may_be_one_time(draft, source) or _is_told_too_soon(draft, source):
        return left_open(comparison, "other-period")
    if comparison.reason in SLIPS and days <= periods.later:
        return comparison
    if comparison.relation == "agrees" and days > periods.later:
        return left_open(comparison, "later-source")
    if comparison.reason == "bound-holds" and not may_differ and _is_dated(draft, source):
        return left_open(comparison, "other-period")
    if comparison.relation == "differs" and not (may_differ and abs(days) <= periods.same_day):
        return left_open(comparison, "other-period")
    return comparison


def _may_be_one_time(draft: Claim, source: Claim) -> bool:
    """Say whether the times that two claims state may be one; a time not stated may be any."""
    first, second = draft.period, source.period
    if first is None or second is None or not (_resolved(first) and _resolved(second)):
        return True
    if first.first and second.first and None in {first.last, second.last}:
        return begin_alike(first, second)
    one, two = _period(draft), _period(source)
    return one is not None and two is not None and _alike(one, two)


def _is_told_too_soon(draft: Claim, source: Claim) -> bool:
    """Say whether a source without a stated time was told before the time that the draft states.

    It cannot know what a share closed at on the Wednesday after it; of what is to come it may tell.
    """
    if _resolved(source.period) or draft.period is None or _is_ahead(draft):
        return False
    begins = draft.period.first
    return begins is not None and source.as_of is not None and source.as_of < begins


def _is_dated(*claims: Claim) -> bool:
    """Say whether one of the claims belongs to a stated time with a beginning and an end."""
    return any(c.period and c.period.first and c.period.last for c in claims)


def _days_between(first: dt.date | None, second: dt.date | None) -> int | None:
    """Return how many days the second day is after the first; None where one is unknown."""
    return (second - first).days if first is not None and second is not None else None


def _resolved(period: DateRange | None) -> bool:
    return period is not None and (period.first is not None or period.last is not None)


Window = tuple[dt.date, dt.date]


def _period(claim: Claim) -> Window | None:
    """Return the stated period as days; one open on a side ends or begins with its one day."""
    if claim.period is None:
        return None
    first = claim.period.first or claim.period.last
    last = claim.period.last or claim.as_of or first
    return (first, last) if first is not None and last is not None else None


def _window(claim: Claim, days: int) -> Window | None:
    """Return the days an event or flow belongs to: its stated period, else those before its date.

    What is told without a date happened at most `days` before it was told; a period still to
    come ("for the coming year", "by 2030") is not when a plan was made.
    """
    if _resolved(claim.period) and not _is_ahead(claim):
        return _period(claim)
    if claim.as_of is None:
        return None
    return claim.as_of - dt.timedelta(days=days), claim.as_of


def _is_ahead(claim: Claim) -> bool:
    if claim.period is None or claim.as_of is None:
        return False
    begins = claim.period.first or claim.period.last
    return begins is not None and begins > claim.as_of


def _overlap(first: Window, second: Window) -> bool:
    return first[0] <= second[1] and second[0] <= first[1]


def _alike(first: Window, second: Window) -> bool:
    """Say whether two stated periods are the same one: they meet and neither is far longer."""
    lengths = sorted(((end - start).days + 1) for start, end in (first, second))
    return _overlap(first, second) and lengths[1] <= max(3 * lengths[0], lengths[0] + 2)
