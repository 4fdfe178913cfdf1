"""How long ago against since when: a duration that runs up to a day says when something began.

"The four-year war", told on 27 September 2015, is a beginning between late 2010 and early 2012.
Durations agree when the elapsed time, in the unit used, rounds or truncates to the figure.
Source: docs/verdicts.md ("Time").
"""

from __future__ import annotations

import datetime as dt
import decimal
from collections.abc import Mapping
from decimal import Decimal
from typing import NamedTuple

from factcheck.compare.comparison import NOT_COMPARABLE, Comparison
from factcheck.compare.dates import began
from factcheck.compare.intervals import INFINITY, ZERO, Interval, bounded
from factcheck.schema import DateRange, Modifier, Quantity, Reason, Remark

# Days of a unit; a month and a year by the mean of the calendar.
_DAYS: Mapping[str, Decimal] = {
    "day": Decimal(1),
    "week": Decimal(7),
    "month": Decimal("30.436875"),
    "year": Decimal("365.2425"),
    "decade": Decimal("3652.425"),
}
_BOUNDS: frozenset[Modifier] = frozenset({"more_than", "at_least", "less_than", "at_most"})
_DAY = Decimal(1)  # the mean year is up to a day off at an anniversary


class Count(NamedTuple):
    """A duration with its unit, and the first and last day up to which it may count."""

    quantity: Quantity
    unit: str
    since: dt.date
    until: dt.date


class _Starts(NamedTuple):
    """When something began, in ordinal days: as the words mean it, and as they allow at most."""

    inner: Interval
    outer: Interval


def compare_elapsed(draft: Count | DateRange, source: Count | DateRange) -> Comparison:
    """Compare since when something goes on; one side at least counts it; never raises.

    `order` is that of the two figures or dates as they are written: a source that dates the
    beginning later counts fewer years.
    """
    with decimal.localcontext(bounded()):
        play = Decimal("0.25") if isinstance(source, Count) else ZERO
        mine, theirs = _starts(draft, play), _starts(source, None)
        if mine is None or theirs is None:
            return NOT_COMPARABLE
        order = _order(draft, mine.inner, theirs.inner)
        if mine.inner.contains(theirs.inner):
            return Comparison("agrees", _agreement(draft), _remarks(draft, source), order)
        if not mine.outer.meets(theirs.outer):
            return Comparison("differs", _difference(draft), order=order)
        if _is_bound(draft) or _is_bound(source):
            return Comparison("undecided", "bound-only", order=order)
        rounder = mine.inner.is_narrower_than(theirs.inner)
        return Comparison("undecided", "less-precise" if rounder else "near-value", order=order)


def _starts(side: Count | DateRange, play: Decimal | None) -> _Starts | None:
    """Return when something began; `play` as for `_margins`."""
    if isinstance(side, DateRange):
        days = began(side)
        if days is None:
            return None
        known = Interval(Decimal(days[0]), Decimal(days[1]))
        return _Starts(known, known)
    unit = _DAYS.get(side.unit)
    if unit is None or not (side.quantity.low.is_finite() and side.quantity.high.is_finite()):
        return None
    inner, outer = _margins(side.quantity, play)
    return _Starts(_before(side, inner.scaled(unit)), _before(side, outer.scaled(unit)))


def _before(side: Count, length: Interval) -> Interval:
    first, last = Decimal(side.since.toordinal()), Decimal(side.until.toordinal())
    return Interval(first - length.high - _DAY, last - length.low + _DAY)


def _margins(quantity: Quantity, play: Decimal | None) -> tuple[Interval, Interval]:
    """Return how long a duration means, and how long it may mean at most, in its unit.

    A draft's figure is rounded or truncated, with `play` steps to spare for the days between two
    tellings; a source's, where `play` is None, is taken as rounded, to lie well inside.
    """
    low, high, step = quantity.low, quantity.high, quantity.step
    slack = max(step / 4, high / 20)
    spare = step * (play or ZERO)
    if quantity.kind == "ordinal":
        return Interval(low - 1 - spare, low + spare), Interval(low - 2, low + 1)
    match quantity.modifier:
        case "more_than" | "at_least":
            reach = high + step if play is None else high * 2
            return Interval(low - spare, reach), Interval(low - slack, INFINITY)
        case "less_than" | "at_most":
            least = low - step if play is None else low / 2
            return Interval(least, high + spare), Interval(ZERO, high + slack)
        case "vague":
            return Interval(low, high), Interval(ZERO, INFINITY)
        case "nearly":
            least = min(low - step / 2, low * Decimal("0.9"))
            return Interval(least - spare, high + spare), Interval(low - step - slack, high + slack)
    wide = 2 * slack if quantity.modifier == "about" else slack
    outer = Interval(low - step - wide, high + step + wide)
    inner = Interval(low - step / 2 - spare, high + step / 2 + spare)
    if play is not None:
        inner = Interval(inner.low, high + step + spare)
    return inner, outer


def _order(draft: Count | DateRange, mine: Interval, theirs: Interval) -> int:
    if mine.meets(theirs):
        return 0
    later = 1 if theirs.low > mine.high else -1
    return later if isinstance(draft, DateRange) else -later


def _is_bound(side: Count | DateRange) -> bool:
    return isinstance(side, Count) and side.quantity.modifier in _BOUNDS


def _agreement(draft: Count | DateRange) -> Reason:
    if isinstance(draft, DateRange):
        return "date-agrees"
    return "bound-holds" if _is_bound(draft) else "value-agrees"


def _difference(draft: Count | DateRange) -> Reason:
    if isinstance(draft, DateRange):
        return "date-differs"
    return "bound-violated" if _is_bound(draft) else "value-differs"


def _remarks(draft: Count | DateRange, source: Count | DateRange) -> tuple[Remark, ...]:
    dropped = isinstance(draft, Count) and not draft.quantity.modifier and _is_bound(source)
    return ("hedge-dropped",) if dropped else ()
