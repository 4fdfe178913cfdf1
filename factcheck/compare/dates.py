"""A source's date against the draft's, each at the granularity of its words.

Source: docs/verdicts.md ("Time").
"""

from __future__ import annotations

import calendar
import datetime as dt
from typing import NamedTuple

from factcheck.compare.comparison import NOT_COMPARABLE, Comparison
from factcheck.schema import DateRange, Granularity, Reason, Remark

# Days that a span of this granularity covers at most.
_LENGTHS: dict[Granularity, int] = {
    "day": 1,
    "week": 7,
    "month": 31,
    "quarter": 92,
    "season": 92,
    "year": 366,
    "decade": 3653,
    "century": 36525,
}
_SEASON_SLACK = 31  # days; seasons begin with a month or three weeks into it


class _Days(NamedTuple):
    """A closed range of days, as ordinals."""

    first: int
    last: int

    def contains(self, other: _Days) -> bool:
        return self.first <= other.first and other.last <= self.last

    def meets(self, other: _Days) -> bool:
        return self.first <= other.last and other.first <= self.last

    def gap(self, other: _Days) -> int:
        """Return the days from one range to the other; 1 for neighbours, 0 or less if they meet."""
        return max(other.first - self.last, self.first - other.last)


def compare_dates(draft: DateRange, source: DateRange) -> Comparison:
    """Compare two dates of one event."""
    result = _ranges(draft, source)
    if result.relation == "agrees" and draft.clock != source.clock and draft.clock:
        result = _undecided("near-value" if source.clock else "less-precise", 0)
    remarks: tuple[Remark, ...] = ("weekday-mismatch",) if _misses_weekday(draft) else ()
    return Comparison(result.relation, result.reason, remarks, result.order)


def _ranges(draft: DateRange, source: DateRange) -> Comparison:
    mine, theirs = _days(draft), _days(source)
    if mine is None or theirs is None:
        return NOT_COMPARABLE
    order = _order(mine, theirs)
    if not mine.meets(theirs):
        return _apart(draft, source, mine.gap(theirs), order)
    if _sides(draft) != _sides(source):
        return _undecided("bound-only", order)
    if _is_open(draft):
        return _same_side(draft, source, order)
    if mine.contains(theirs):
        return Comparison("agrees", "date-agrees", order=order)
    is_rounder = theirs.last - theirs.first > mine.last - mine.first
    return _undecided("less-precise" if is_rounder else "near-value", order)


def _apart(draft: DateRange, source: DateRange, gap: int, order: int) -> Comparison:
    """Compare two ranges that share no day."""
    if gap == 1 and draft.basis == source.basis == "weekday":
        return _undecided("near-value", order)
    if "season" in {draft.granularity, source.granularity} and gap <= _SEASON_SLACK:
        return _undecided("near-value", order)
    return Comparison("differs", "date-differs", order=order)


def _same_side(draft: DateRange, source: DateRange, order: int) -> Comparison:
    """Compare "since 2011" with "since March 2011": by where they begin, or end.

    Two of them always share days, so they never conflict.
    """
    if _edge(draft).contains(_edge(source)):
        return Comparison("agrees", "date-agrees", order=order)
    is_rounder = _edge(source).contains(_edge(draft))
    return _undecided("less-precise" if is_rounder else "near-value", order)


def ends_apart(first: DateRange, second: DateRange) -> bool:
    """Say whether two times open on the same side begin, or end, on days that do not meet.

    "Since 2012" and "since 2014" share days, but what began in both began once.
    """
    if not _is_open(first) or _sides(first) != _sides(second):
        return False
    return _days(first) is not None and _edge(first).gap(_edge(second)) > 1


def begin_alike(first: DateRange, second: DateRange) -> bool:
    """Say whether two times may begin on one day: "since 2011" and "since March 2011"."""
    if first.first is None or second.first is None:
        return False
    return _edge(first).meets(_edge(second))


def began(date: DateRange) -> tuple[int, int] | None:
    """Return the ordinals of the days among which something dated so began; None if unknown."""
    if date.first is None:
        return None
    return _edge(date) if date.last is None else (date.first.toordinal(), date.last.toordinal())


def _edge(date: DateRange) -> _Days:
    """Return the days among which the closed end of an open range lies, by its granularity."""
    length = _LENGTHS[date.granularity] - 1
    if date.first is not None:
        return _Days(date.first.toordinal(), _until(date.first, date.granularity))
    days = _days(date)
    return _Days(0, 0) if days is None else _Days(days.last - length, days.last)


def _until(first: dt.date, granularity: Granularity) -> int:
    """Return the last day, as ordinal, of the month or year that begins so; else by its length."""
    if granularity == "month" and first.day == 1:
        return first.toordinal() + calendar.monthrange(first.year, first.month)[1] - 1
    if granularity == "year" and (first.month, first.day) == (1, 1):
        return first.replace(month=12, day=31).toordinal()
    return first.toordinal() + _LENGTHS[granularity] - 1


def _days(date: DateRange) -> _Days | None:
    """Return the days a date covers, without end where it is open; None when unresolved."""
    if date.first is None and date.last is None:
        return None
    first = date.first.toordinal() if date.first else dt.date.min.toordinal()
    last = date.last.toordinal() if date.last else dt.date.max.toordinal()
    return _Days(min(first, last), max(first, last))


def _sides(date: DateRange) -> tuple[bool, bool]:
    return date.first is None, date.last is None


def _is_open(date: DateRange) -> bool:
    return any(_sides(date))


def _order(draft: _Days, source: _Days) -> int:
    if draft.meets(source):
        return 0
    return 1 if source.first > draft.last else -1


def _undecided(reason: Reason, order: int) -> Comparison:
    return Comparison("undecided", reason, order=order)


def _misses_weekday(date: DateRange) -> bool:
    """Say whether the words name a weekday that their own date is not."""
    if date.first is None or date.first != date.last or date.weekday is None:
        return False
    return date.first.weekday() != date.weekday
