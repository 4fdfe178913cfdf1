"""What the words of a date say, before and after it is tied to the document's date.

Each node is one way of naming a time; `on(context)` gives the days it covers. Nothing is filled
up: a month stays a month, and what needs a date the document does not have stays unresolved.
"""

from __future__ import annotations

import datetime as dt
from typing import Literal

import msgspec

from factcheck.extract.dates import periods
from factcheck.extract.dates.periods import GRANULARITY, Days, Unit
from factcheck.schema import DateBasis, DateRange, Granularity
from factcheck.vocabulary.calendar import day as calendar_day

Part = Literal["early", "mid", "late", "earlier", "later"]
Side = Literal["from", "after", "before", "until"]
Which = Literal["last", "this", "next"]
PartOfYear = Literal["Q", "H", "SP", "SU", "FA", "WI"]


class Context(msgspec.Struct, frozen=True):
    """What a date is read against.

    `as_of` is the document's date; `ahead` says that the sentence speaks of the future; `told` is
    the last day the sentence named before ("the previous day").
    """

    as_of: dt.date | None
    ahead: bool = False
    told: dt.date | None = None


class Node(msgspec.Struct, frozen=True):
    """A time as the words name it."""

    def on(self, context: Context) -> DateRange:
        """Return the days the words cover, seen from the context."""
        raise NotImplementedError


def _range(
    expression: str,
    days: Days | None,
    granularity: Granularity,
    basis: DateBasis,
    weekday: int | None = None,
) -> DateRange:
    if days is None:
        return DateRange(expression, None, None, granularity, "unresolved", weekday)
    return DateRange(expression, days[0], days[1], granularity, basis, weekday)


class CalendarDay(Node, frozen=True):
    """A day of a month; what is None was not said."""

    year: int | None
    month: int | None
    number: int
    weekday: int | None = None

    def on(self, context: Context) -> DateRange:
        """Return the day; without a year, the nearest one in the sentence's direction."""
        year = "XXXX" if self.year is None else f"{self.year:04}"
        month = "XX" if self.month is None else f"{self.month:02}"
        expression = f"{year}-{month}-{self.number:02}"
        if self.year is not None and self.month is not None:
            day = calendar_day(self.year, self.month, self.number)
            days = None if day is None else (day, day)
            return _range(expression, days, "day", "absolute", self.weekday)
        day = None if context.as_of is None else self._nearest(context.as_of, context.ahead)
        return _range(
            expression, None if day is None else (day, day), "day", "relative", self.weekday
        )

    def _nearest(self, as_of: dt.date, ahead: bool) -> dt.date | None:
        """Return the nearest such day; a weekday that fits only the other direction decides."""
        first = self._search(as_of, 1 if ahead else -1)
        if self.weekday is not None and first is not None and first.weekday() != self.weekday:
            other = self._search(as_of, -1 if ahead else 1)
            if other is not None and other.weekday() == self.weekday:
                return other
        return first

    def _search(self, as_of: dt.date, step: int) -> dt.date | None:
        unit: Unit = "month" if self.month is None else "year"
        start = as_of.replace(day=1)
        for count in range(9):  # 29 February may be eight years away
            near = periods.shifted(start, unit, step * count)
            if near is None:
                return None
            day = calendar_day(near.year, self.month or near.month, self.number)
            if day is not None and (day - as_of).days * step >= 0:
                return day
        return None


class CalendarMonth(Node, frozen=True):
    """A month, with or without its year."""

    year: int | None
    month: int

    def on(self, context: Context) -> DateRange:
        """Return the month; without a year, the nearest one in the sentence's direction."""
        if self.year is not None:
            expression = f"{self.year:04}-{self.month:02}"
            return _range(expression, periods.months(self.year, self.month), "month", "absolute")
        days = None
        if context.as_of is not None:
            year = context.as_of.year + _turn(self.month, self.month, context)
            days = periods.months(year, self.month) if 1 <= year < 9999 else None
        return _range(f"XXXX-{self.month:02}", days, "month", "relative")


def _turn(first_month: int, last_month: int, context: Context) -> int:
    """Return how many years a part of the year lies from the document's: -1, 0 or 1."""
    now = context.as_of.month if context.as_of is not None else 0
    if context.ahead:
        return 1 if last_month < now else 0
    return -1 if first_month > now else 0


class Ambiguous(Node, frozen=True):
    """A day such as 06/08/2015, which may be in June or in August."""

    year: int

    def on(self, context: Context) -> DateRange:  # noqa: ARG002
        """Return no day: the reader must not guess."""
        return _range(f"{self.year:04}-XX-XX", None, "day", "unresolved")


class Year(Node, frozen=True):
    """A calendar year."""

    year: int

    def on(self, context: Context) -> DateRange:  # noqa: ARG002
        """Return the year."""
        return _range(f"{self.year:04}", periods.years(self.year, self.year), "year", "absolute")


class FiscalYear(Node, frozen=True):
    """A fiscal or school year: when it begins depends on the country, so it has no days."""

    label: str
    year: int | None

    def on(self, context: Context) -> DateRange:  # noqa: ARG002
        """Return the year by name only."""
        year = "XXXX" if self.year is None else f"{self.year:04}"
        return _range(f"{self.label}{year}", None, "year", "unresolved")


class YearPart(Node, frozen=True):
    """A quarter, half or season; seasons are the meteorological ones of the north."""

    part: PartOfYear
    number: int
    year: int | None

    def on(self, context: Context) -> DateRange:
        """Return the part; without a year, the nearest one in the sentence's direction."""
        first, count = _PARTS[self.part]
        first += (self.number - 1) * count
        granularity: Granularity = "quarter" if self.part in {"Q", "H"} else "season"
        label = self.part + (str(self.number) if granularity == "quarter" else "")
        year = self.year
        if year is None and context.as_of is not None:
            year = context.as_of.year + _turn(first, min(12, first + count - 1), context)
        days = periods.months(year, first, count) if year and 1 <= year < 9998 else None
        name = "XXXX" if self.year is None else f"{self.year:04}"
        basis: DateBasis = "relative" if self.year is None else "absolute"
        return _range(f"{name}-{label}", days, granularity, basis)


_PARTS: dict[PartOfYear, tuple[int, int]] = {
    "Q": (1, 3),
    "H": (1, 6),
    "SP": (3, 3),
    "SU": (6, 3),
    "FA": (9, 3),
    "WI": (12, 3),
}


class Turn(Node, frozen=True):
    """The last, this or next of a day, month or season that comes every year: last March."""

    node: CalendarDay | CalendarMonth | YearPart
    which: Which

    def on(self, context: Context) -> DateRange:
        """Return the one of the document's year, or the nearest before or after its month."""
        if context.as_of is None:
            return self.node.on(context)
        year = context.as_of.year
        found = self._in(year)
        if self.which == "last" and (found.first is None or found.first >= _start(context.as_of)):
            found = self._in(year - 1)
        elif self.which == "next" and (found.last is None or found.last <= _end(context.as_of)):
            found = self._in(year + 1)
        return found if found.first is None else msgspec.structs.replace(found, basis="relative")

    def _in(self, year: int) -> DateRange:
        return msgspec.structs.replace(self.node, year=year).on(Context(None))


def _start(day: dt.date) -> dt.date:
    return periods.period(day, "month")[0]


def _end(day: dt.date) -> dt.date:
    return periods.period(day, "month")[1]


class Years(Node, frozen=True):
    """A decade or a century, by its first and last year."""

    expression: str
    first: int
    last: int
    granularity: Granularity

    def on(self, context: Context) -> DateRange:  # noqa: ARG002
        """Return the years."""
        return _range(
            self.expression, periods.years(self.first, self.last), self.granularity, "absolute"
        )


class Weekday(Node, frozen=True):
    """A weekday: the nearest one, or that of the week `week` weeks from the document's."""

    number: int
    week: int | None = None
    strict: Literal["", "last", "next"] = ""
    plural: bool = False

    def on(self, context: Context) -> DateRange:
        """Return the day by the rule of docs/verdicts.md, section 4."""
        day = None if self.plural or context.as_of is None else self._day(context.as_of, context)
        plain = self.week is None and not self.strict
        expression = f"XXXX-WXX-{self.number + 1}" if plain or day is None else day.isoformat()
        return _range(
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
        day = start and periods.shifted(start, self.unit, self.count)
        days = None if day is None else periods.period(day, self.unit)
        return _range(periods.name(day, self.unit), days, GRANULARITY[self.unit], "relative")


class Distance(Node, frozen=True):
    """A day so many units from now or from another time: two months ago.

    The expression is the day counted to; the days are the calendar period around it in the unit
    counted in, for the words say no more.
    """

    unit: Unit
    count: int
    base: Node | None = None

    def on(self, context: Context) -> DateRange:
        """Return the period around the day counted to."""
        start = context.as_of if self.base is None else self.base.on(context).first
        day = start and periods.shifted(start, self.unit, self.count)
        days = None if day is None else periods.period(day, self.unit)
        basis = "relative" if self.base is None else self.base.on(context).basis
        return _range(periods.name(day, "day"), days, GRANULARITY[self.unit], basis)


class Stretch(Node, frozen=True):
    """So many units up to now, or from tomorrow on: the past four years, the next three days."""

    unit: Unit
    count: int
    ahead: bool

    def on(self, context: Context) -> DateRange:
        """Return the days up to the document's date, or from the day after it."""
        length = f"P{self.count}{self.unit[0].upper()}"
        granularity = GRANULARITY[self.unit]
        now = context.as_of
        far = now and periods.shifted(now, self.unit, self.count if self.ahead else -self.count)
        if now is None or far is None:
            return _range(length, None, granularity, "unresolved")
        if not self.ahead:
            return _range(f"{length}/{now}", (far, now), granularity, "relative")
        start = periods.shifted(now, "day", 1) or now
        return _range(f"{start}/{length}", (start, max(start, far)), granularity, "relative")


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
    """Return half of a period, or its middle: the 10th to 20th of a month, half of a year."""
    length = (last - first).days + 1
    quarter = dt.timedelta(days=length // 4)
    if length > 31 and last.year == first.year:  # whole months read better than 182 days
        count = last.month - first.month + 1
        half = periods.months(first.year, first.month, max(1, count // 2))[1]
    else:
        half = first + dt.timedelta(days=(length - 1) // 2)
    if part in {"early", "earlier"}:
        return first, half
    if part in {"late", "later"}:
        return min(last, half + dt.timedelta(days=1)), last
    if 28 <= length <= 31:
        return first.replace(day=10), first.replace(day=20)
    return first + quarter, last - quarter


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
            return _range(whole.expression, None, granularity, "unresolved", self.weekday)
        days = periods.period(day, self.unit)
        return _range(periods.name(day, self.unit), days, granularity, whole.basis, self.weekday)

    def _day(self, first: dt.date, last: dt.date) -> dt.date | None:
        step: Unit = "day" if self.unit == "day" and self.weekday is None else "week"
        if self.number > 0:
            start = first
            if step == "week":  # a week belongs to the period that its Thursday lies in
                day = 3 if self.weekday is None else self.weekday
                start = periods.nearest_weekday(first, day, ahead=True) or first
            found = periods.shifted(start, step, self.number - 1)
        else:
            start = last
            if step == "week":
                day = 3 if self.weekday is None else self.weekday
                start = periods.nearest_weekday(last, day, ahead=False) or last
            found = periods.shifted(start, step, self.number + 1)
        return found if found is not None and first <= found <= last else None


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
        if start.first is None or end.last is None:
            return DateRange(expression, start.first, end.last, finer, "unresolved")
        if start.first > end.last:
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
        case CalendarDay(year=None) | CalendarMonth(year=None) | YearPart(year=None):
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
            case "before":
                last = periods.shifted(bound.first, "day", -1)
            case "until":
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
