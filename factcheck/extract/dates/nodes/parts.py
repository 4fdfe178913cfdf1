"""Times made of others: parts of a period, ranges, open sides, times of day."""

from __future__ import annotations

import datetime as dt

import msgspec

from factcheck.extract.dates import periods
from factcheck.extract.dates.nodes.base import Context, Node, Part, Side, covering
from factcheck.extract.dates.nodes.fixed import CalendarDay, CalendarMonth, Holiday, YearPart
from factcheck.extract.dates.nodes.moving import Weekday
from factcheck.extract.dates.periods import GRANULARITY, Days, Unit
from factcheck.schema import DateRange, Granularity


class Section(Node, frozen=True):
    """An early, middle or late part of a period; as vague words deserve, halves or the middle."""

    part: Part
    whole: Node

    def on(self, context: Context) -> DateRange:
        """Return the part; "earlier" and "later" end and begin at the document's date."""
        whole = self.whole.on(context)
        if whole.first is None or whole.last is None:
            return whole
        first, last = whole.first, whole.last
        if self.part in {"earlier", "later"} and context.as_of is not None:
            now = context.as_of
            if not first <= now <= last:
                return whole
            days = (first, now) if self.part == "earlier" else (now, last)
        else:
            days = _section(first, last, self.part)
        return msgspec.structs.replace(whole, first=days[0], last=days[1])


def _section(first: dt.date, last: dt.date, part: Part) -> Days:
    """Return a half of a period (early, late), its middle, or a third at its start or end.

    The middle of a week is Wednesday and Thursday; a month is cut after its 10th, 15th and 20th,
    longer periods at months.
    """
    length = (last - first).days + 1
    if length <= 7:
        cuts = [min(last, first + dt.timedelta(days=count)) for count in (2, 2, 3)]
        if part == "mid":
            return cuts[0], cuts[2]
    elif length <= 31:
        cuts = [first + dt.timedelta(days=count - 1) for count in (10, 15, 20)]
    else:
        count = (last.year - first.year) * 12 + last.month - first.month + 1
        cuts = [
            periods.months(first.year, first.month, max(1, count * share // 12))[1]
            for share in (4, 6, 8)
        ]
    after = [cut + dt.timedelta(days=1) for cut in cuts]
    match part:
        case "early" | "earlier":
            return first, cuts[1]
        case "start":
            return first, cuts[0]
        case "late" | "later":
            return min(after[1], last), last
        case "end":
            return min(after[2], last), last
        case _:
            return min(after[0], cuts[2]), cuts[2]


class Nth(Node, frozen=True):
    """The nth day, week, weekend or weekday of a period; -1 is the last."""

    number: int
    whole: Node
    unit: Unit = "day"
    weekday: int | None = None

    def on(self, context: Context) -> DateRange:
        """Return the nth, counted inside the period."""
        whole = self.whole.on(context)
        day = None
        if whole.first is not None and whole.last is not None:
            day = self._day(whole.first, whole.last)
        granularity = GRANULARITY[self.unit]
        if day is None:
            return covering(whole.expression, None, granularity, "unresolved", self.weekday)
        days = periods.period(day, self.unit)
        name = periods.name(day, self.unit)
        if self.unit == "week" and whole.granularity == "month":
            name = f"{whole.expression}-W{self.number if self.number > 0 else 5:02}"
        return covering(name, days, granularity, whole.basis, self.weekday)

    def _day(self, first: dt.date, last: dt.date) -> dt.date | None:
        step: Unit = self.unit if self.weekday is None else "week"
        step = "week" if step == "weekend" else step
        if self.number > 0:
            start = first
            if step == "week":
                start = periods.nearest_weekday(first, self._sign(), ahead=True) or first
            found = periods.shifted(start, step, self.number - 1)
        else:
            start = last
            if step == "week":
                start = periods.nearest_weekday(last, self._sign(), ahead=False) or last
            found = periods.shifted(start, step, self.number + 1)
        return found if found is not None and first <= found <= last else None

    def _sign(self) -> int:
        """Return the weekday that says which period a week belongs to: Thursday by ISO 8601."""
        if self.weekday is not None:
            return self.weekday
        return 5 if self.unit == "weekend" else 3


class Run(Node, frozen=True):
    """The first so many units of a period, or the last when negative: the first six months."""

    number: int
    unit: Unit
    whole: Node

    def on(self, context: Context) -> DateRange:
        """Return the days of the run, cut to the period."""
        whole = self.whole.on(context)
        if whole.first is None or whole.last is None:
            return whole
        count = abs(self.number)
        length = periods.length(self.unit, count)
        if self.number > 0:
            end = periods.shifted(whole.first, self.unit, count) or whole.last
            days = whole.first, min(whole.last, end - dt.timedelta(days=1))
            expression = f"{days[0]}/{length}"
        else:
            after = whole.last + dt.timedelta(days=1)
            days = max(whole.first, periods.shifted(after, self.unit, -count) or after), whole.last
            expression = f"{length}/{after}"
        return covering(expression, days, GRANULARITY[self.unit], whole.basis)


class Interval(Node, frozen=True):
    """From the first day of one time to the last of another."""

    start: Node
    end: Node

    def on(self, context: Context) -> DateRange:
        """Return all days between; a year left out at one end is that of the other."""
        start, end = self._ends(context)
        expression = f"{start.expression}/{end.expression}"
        finer = min(start.granularity, end.granularity, key=_FINENESS.__getitem__)
        basis = start.basis if end.basis == "absolute" else end.basis
        if start.first is None or end.last is None or start.first > end.last:
            return DateRange(expression, None, None, finer, "unresolved")
        return DateRange(expression, start.first, end.last, finer, basis)

    def _ends(self, context: Context) -> tuple[DateRange, DateRange]:
        end = self.end.on(context)
        if end.last is not None and end.basis == "absolute" and _yearless(self.start):
            return self.start.on(Context(end.last)), end
        start = self.start.on(context)
        if start.first is not None and _yearless(self.end):
            return start, self.end.on(Context(start.first, ahead=True))
        return start, end


_FINENESS: dict[Granularity, int] = {
    "day": 0,
    "week": 1,
    "month": 2,
    "quarter": 3,
    "season": 4,
    "year": 5,
    "decade": 6,
    "century": 7,
}


def _yearless(node: Node) -> bool:
    match node:
        case (
            CalendarDay(year=None)
            | CalendarMonth(year=None)
            | YearPart(year=None)
            | Holiday(year=None)
        ):
            return True
        case Weekday(week=None, strict=""):
            return True
        case Timed(node=inner):
            return inner is not None and _yearless(inner)
        case _:
            return False


class Open(Node, frozen=True):
    """A time open on one side: since 2011, before May, until Friday."""

    side: Side
    bound: Node

    def on(self, context: Context) -> DateRange:
        """Return the days on one side of the bound; "from" and "until" include it."""
        bound = self.bound.on(context)
        if bound.first is None or bound.last is None:
            return bound
        first: dt.date | None = None
        last: dt.date | None = None
        match self.side:
            case "from":
                first = bound.first
            case "after":
                first = periods.shifted(bound.last, "day", 1)
            case "before" if isinstance(self.bound, Section) and self.bound.part == "end":
                last = bound.last
            case "before":
                last = periods.shifted(bound.first, "day", -1)
            case _:
                last = bound.last
        return msgspec.structs.replace(bound, first=first, last=last)


class Timed(Node, frozen=True):
    """A time of day, on a day or by itself.

    `clock` is "21:30", "17:00/18:00" or empty, `label` what the expression says of it: "T21:30",
    "TMO" for the morning.
    """

    node: Node | None
    label: str
    clock: str

    def on(self, context: Context) -> DateRange:
        """Return the day with its clock; a clock alone has no days."""
        if self.node is None:
            return DateRange(self.label, None, None, "day", "unresolved", clock=self.clock)
        day = self.node.on(context)
        expression = day.expression + self.label
        return msgspec.structs.replace(day, expression=expression, clock=self.clock)
