"""Times told from the document's date, or from another day."""

from __future__ import annotations

import datetime as dt
from typing import Literal

import msgspec

from factcheck.extract.dates import periods
from factcheck.extract.dates.nodes.base import Context, Node, Which, covering
from factcheck.extract.dates.nodes.fixed import CalendarDay, CalendarMonth, Holiday, YearPart
from factcheck.extract.dates.periods import GRANULARITY, Days, Unit
from factcheck.schema import DateRange

Yearly = CalendarDay | CalendarMonth | YearPart | Holiday


class InYear(Node, frozen=True):
    """A day, month or season of last, this or next year: in March last year."""

    node: Yearly
    step: int

    def on(self, context: Context) -> DateRange:
        """Return the one of that year."""
        if context.as_of is None:
            return self.node.on(context)
        year = context.as_of.year + self.step
        found = msgspec.structs.replace(self.node, year=year).on(context)
        return found if found.first is None else msgspec.structs.replace(found, basis="relative")


class Turn(Node, frozen=True):
    """The last, this or next of a day, month or season that comes every year: last March."""

    node: Yearly
    which: Which

    def on(self, context: Context) -> DateRange:
        """Return the one of the document's year, or the nearest before or after its month."""
        if context.as_of is None:
            return self.node.on(context)
        year = context.as_of.year
        # Said in March, next March is a year away; said on 3 March, the next 5 March is not.
        unit: Unit = "day" if isinstance(self.node, CalendarDay | Holiday) else "month"
        start, end = periods.period(context.as_of, unit)
        found = self._in(year)
        if self.which == "last" and (found.first is None or found.first >= start):
            found = self._in(year - 1)
        elif self.which == "next" and (found.last is None or found.last <= end):
            found = self._in(year + 1)
        return found if found.first is None else msgspec.structs.replace(found, basis="relative")

    def _in(self, year: int) -> DateRange:
        return msgspec.structs.replace(self.node, year=year).on(Context(None))


class Weekday(Node, frozen=True):
    """A weekday: the nearest one, or that of the week `week` weeks from the document's."""

    number: int
    week: int | None = None
    strict: Literal["", "last", "next"] = ""
    plural: bool = False

    def on(self, context: Context) -> DateRange:
        """Return the day by the rule of docs/verdicts.md ("Time")."""
        day = None if self.plural or context.as_of is None else self._day(context.as_of, context)
        plain = self.week is None and not self.strict
        expression = f"XXXX-WXX-{self.number + 1}" if plain or day is None else day.isoformat()
        return covering(
            expression, None if day is None else (day, day), "day", "weekday", self.number
        )

    def _day(self, as_of: dt.date, context: Context) -> dt.date | None:
        if self.week is not None:
            monday = periods.period(as_of, "week")[0]
            return periods.shifted(monday, "day", 7 * self.week + self.number)
        if self.strict:
            step = -1 if self.strict == "last" else 1
            beside = periods.shifted(as_of, "day", step)
            ahead = self.strict == "next"
            return beside and periods.nearest_weekday(beside, self.number, ahead=ahead)
        return periods.nearest_weekday(as_of, self.number, ahead=context.ahead)


class WeekdayBeside(Node, frozen=True):
    """The weekday before or after another day: the Monday before Christmas."""

    number: int
    base: Node
    after: bool

    def on(self, context: Context) -> DateRange:
        """Return the nearest one, the day itself left out."""
        base = self.base.on(context)
        step = 1 if self.after else -1
        beside = base.first and periods.shifted(base.first, "day", step)
        day = beside and periods.nearest_weekday(beside, self.number, ahead=self.after)
        days = None if day is None else (day, day)
        return covering(periods.name(day, "day"), days, "day", base.basis, self.number)


class Weekend(Node, frozen=True):
    """The weekend: the coming one, or the last one begun if the sentence speaks of the past."""

    def on(self, context: Context) -> DateRange:
        """Return its Saturday and Sunday."""
        saturday = context.as_of and periods.nearest_weekday(context.as_of, 5, ahead=context.ahead)
        if context.as_of is not None and context.ahead and context.as_of.weekday() == 6:
            saturday = periods.shifted(context.as_of, "day", -1)
        days = None if saturday is None else periods.period(saturday, "weekend")
        return covering(periods.name(saturday, "weekend"), days, "week", "relative")


class Period(Node, frozen=True):
    """A calendar period so many away from now: yesterday, this month, last year.

    With `told`, away from the day the sentence named before: the previous day.
    """

    unit: Unit
    count: int
    told: bool = False

    def on(self, context: Context) -> DateRange:
        """Return the whole period."""
        base = (self.told and context.told) or context.as_of
        # From the first day of the period, else a month after 31 January could be March.
        start = base and periods.period(base, self.unit)[0]
        # What will happen "this week" on a Sunday happens in the days to come.
        coming = self.unit == "week" and context.ahead and base is not None and base.weekday() == 6
        count = self.count + (coming and self.count == 0)
        day = start and periods.shifted(start, self.unit, count)
        days = None if day is None else periods.period(day, self.unit)
        return covering(periods.name(day, self.unit), days, GRANULARITY[self.unit], "relative")


Reach = Literal["about", "vague", "period", "day"]


class Distance(Node, frozen=True):
    """A day so many units from now or from another time: two months ago.

    The expression is the day counted to, the days those that the words may mean: `reach` is
    "period" for a calendar period (the week after Easter), "day" for the very day (two years ago
    today), "vague" for a few and several.
    """

    unit: Unit
    count: int
    base: Node | None = None
    told: bool = False
    reach: Reach = "about"

    def on(self, context: Context) -> DateRange:
        """Return the days around the one counted to."""
        if self.told:
            start = context.told
        else:
            start = context.as_of if self.base is None else self.base.on(context).first
        day = start and periods.shifted(start, self.unit, self.count)
        if day is None or start is None:
            days = None
        elif self.reach == "about":
            days = _around(day, self.unit, self.count)
        elif self.reach == "day":
            return covering(periods.name(day, "day"), (day, day), "day", "relative")
        elif self.reach == "period":
            days = periods.period(day, self.unit)
        else:
            days = _few(start, self.unit, 1 if self.count > 0 else -1)
        basis = "relative" if self.base is None else self.base.on(context).basis
        return covering(periods.name(day, "day"), days, GRANULARITY[self.unit], basis)


def _few(start: dt.date, unit: Unit, step: int) -> Days:
    """Return the days two to nine units from `start`, as a few or several may mean."""
    near = periods.shifted(start, unit, 2 * step) or start
    far = periods.shifted(start, unit, 9 * step) or start
    return min(near, far), max(near, far)


_HALF = {"week": 3, "weekend": 3, "month": 15, "quarter": 45, "year": 182}  # days


def _around(day: dt.date, unit: Unit, count: int) -> Days:
    """Return the days that truncate or round to the count: two months ago, 1.5 to 3 months.

    Source: docs/verdicts.md ("Time"), on durations. Whole days are exact, decades rounded.
    """
    if unit == "day" or count == 0:
        return periods.period(day, unit)
    if unit in {"decade", "century"}:
        return periods.shifted(day, "year", -5) or day, periods.shifted(day, "year", 5) or day
    step = 1 if count > 0 else -1
    near = periods.shifted(day, "day", -step * _HALF[unit]) or day
    far = periods.shifted(periods.shifted(day, unit, step) or day, "day", -step) or day
    return min(near, far), max(near, far)


class Stretch(Node, frozen=True):
    """So many units up to now, or from tomorrow on: the past four years, the next three days.

    Quarters are those of the calendar, the current one left out.
    """

    unit: Unit
    count: int
    ahead: bool

    def on(self, context: Context) -> DateRange:
        """Return the days up to the document's date, or from the day after it."""
        length = periods.length(self.unit, self.count)
        granularity = GRANULARITY[self.unit]
        now = context.as_of
        far = now and periods.shifted(now, self.unit, self.count if self.ahead else -self.count)
        if now is None or far is None:
            return covering(length, None, granularity, "unresolved")
        if self.unit == "quarter":
            return self._quarters(now, far)
        if not self.ahead:
            return covering(f"{length}/{now}", (far, now), granularity, "relative")
        start = periods.shifted(now, "day", 1) or now
        return covering(f"{start}/{length}", (start, max(start, far)), granularity, "relative")

    def _quarters(self, now: dt.date, far: dt.date) -> DateRange:
        """Return whole quarters, the farthest of which `far` lies in."""
        beside = periods.shifted(
            periods.period(now, "quarter")[0], "quarter", 1 if self.ahead else -1
        )
        first, last = sorted((beside or now, periods.period(far, "quarter")[0]))
        expression = f"{first}/{periods.length('quarter', self.count)}"
        days = first, periods.period(last, "quarter")[1]
        return covering(expression, days, "quarter", "relative")
