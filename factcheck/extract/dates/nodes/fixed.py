"""Times with their own place in the calendar; a year left out is taken from the context."""

from __future__ import annotations

import datetime as dt

from factcheck.extract.dates import periods
from factcheck.extract.dates.nodes.base import Context, Node, PartOfYear, covering
from factcheck.schema import DateBasis, DateRange, Granularity
from factcheck.vocabulary.calendar import day as calendar_day
from factcheck.vocabulary.holidays import holiday_in


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
            return covering(expression, days, "day", "absolute", self.weekday)
        day = None if context.as_of is None else self._nearest(context.as_of, context.ahead)
        return covering(
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
        start = as_of.year * 12 + as_of.month - 1
        length = 1 if self.month is None else 12
        for count in range(13):  # 29 February may be eight years away, Monday 13th a year
            year, month = divmod(start + step * count * length, 12)
            day = calendar_day(year, self.month or month + 1, self.number)
            if day is None or (day - as_of).days * step < 0:
                continue
            if self.month is not None or self.weekday in {None, day.weekday()}:
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
            return covering(expression, periods.months(self.year, self.month), "month", "absolute")
        days = None
        if context.as_of is not None:
            year = context.as_of.year + _turn(self.month, self.month, context)
            days = periods.months(year, self.month)
        return covering(f"XXXX-{self.month:02}", days, "month", "relative")


def _turn(first_month: int, last_month: int, context: Context) -> int:
    """Return how many years a part of the year lies from the document's: -1, 0 or 1."""
    now = context.as_of.month if context.as_of is not None else 0
    if context.ahead:
        return 1 if last_month < now else 0
    return -1 if first_month > now else 0


class Ambiguous(Node, frozen=True):
    """A day such as 06/08/2015, which may be in June or in August."""

    year: int
    numbers: tuple[int, int]

    def on(self, context: Context) -> DateRange:
        """Return the one of the two days that is within a week of the document's, else no day."""
        one, two = self.numbers
        found = [calendar_day(self.year, one, two), calendar_day(self.year, two, one)]
        near = [day for day in found if day is not None and _is_near(day, context.as_of)]
        if len(near) == 1:
            return covering(near[0].isoformat(), (near[0], near[0]), "day", "relative")
        return covering(f"{self.year:04}-XX-XX", None, "day", "unresolved")


def _is_near(day: dt.date, as_of: dt.date | None) -> bool:
    return as_of is not None and abs((day - as_of).days) <= 7


class Year(Node, frozen=True):
    """A calendar year."""

    year: int

    def on(self, context: Context) -> DateRange:  # noqa: ARG002
        """Return the year."""
        return covering(f"{self.year:04}", periods.years(self.year, self.year), "year", "absolute")


class FiscalYear(Node, frozen=True):
    """A fiscal or school year: when it begins depends on the country, so it has no days.

    `part` is a quarter or half of it ("Q3"), or empty.
    """

    label: str
    year: int | None
    part: str = ""

    def on(self, context: Context) -> DateRange:  # noqa: ARG002
        """Return the year by name only."""
        year = "XXXX" if self.year is None else f"{self.year:04}"
        part = f"-{self.part}" if self.part else ""
        granularity: Granularity = "quarter" if part else "year"
        return covering(f"{self.label}{year}{part}", None, granularity, "unresolved")


_PARTS: dict[PartOfYear, tuple[int, int]] = {
    "Q": (1, 3),
    "H": (1, 6),
    "SP": (3, 3),
    "SU": (6, 3),
    "FA": (9, 3),
    "WI": (12, 3),
}


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
        days = None if year is None else periods.months(year, first, count)
        name = "XXXX" if self.year is None else f"{self.year:04}"
        basis: DateBasis = "relative" if self.year is None else "absolute"
        return covering(f"{name}-{label}", days, granularity, basis)


class Holiday(Node, frozen=True):
    """A named day by the rule of its table: Good Friday."""

    rule: str
    year: int | None

    def on(self, context: Context) -> DateRange:
        """Return the day; without a year, the nearest one in the sentence's direction."""
        if self.year is not None:
            day = holiday_in(self.rule, self.year)
            basis: DateBasis = "absolute"
        else:
            day = None if context.as_of is None else self._nearest(context.as_of, context.ahead)
            basis = "relative"
        if day is None:
            return covering("XXXX-XX-XX", None, "day", "unresolved")
        expression = f"XXXX-{day.month:02}-{day.day:02}" if self.year is None else day.isoformat()
        return covering(expression, (day, day), "day", basis)

    def _nearest(self, as_of: dt.date, ahead: bool) -> dt.date | None:
        for step in (0, 1 if ahead else -1):
            day = holiday_in(self.rule, as_of.year + step)
            if day is not None and (day >= as_of if ahead else day <= as_of):
                return day
        return None


class Years(Node, frozen=True):
    """A decade or a century, by its first and last year."""

    expression: str
    first: int
    last: int
    granularity: Granularity

    def on(self, context: Context) -> DateRange:  # noqa: ARG002
        """Return the years."""
        return covering(
            self.expression, periods.years(self.first, self.last), self.granularity, "absolute"
        )
