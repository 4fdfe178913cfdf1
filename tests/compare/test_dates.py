"""Dates at the granularity of their words."""

import datetime as dt

import pytest

from factcheck.compare import compare
from factcheck.schema import DateBasis, DateRange, Granularity


def date(
    first: str = "",
    last: str = "",
    granularity: Granularity = "day",
    basis: DateBasis = "absolute",
    weekday: int | None = None,
    clock: str = "",
) -> DateRange:
    """Return a date; a first day alone is one day, "-" leaves an end open."""
    last = last or first
    days = [dt.date.fromisoformat(day) if day not in {"", "-"} else None for day in (first, last)]
    return DateRange("", days[0], days[1], granularity, basis, weekday, clock)


def month(year: int, number: int, last: int) -> DateRange:
    return date(f"{year}-{number:02}-01", f"{year}-{number:02}-{last}", "month")


SEPTEMBER = month(2015, 9, 30)
YEAR = date("2015-01-01", "2015-12-31", "year")
SUMMER = date("2015-06-01", "2015-08-31", "season")
SINCE_2011 = date("2011-01-01", "-", "year")
UNTIL_2011 = date("-", "2011-12-31", "year")
LAST_TUESDAY = date("2015-09-22", basis="weekday")

AGREES, DIFFERS = ("agrees", "date-agrees"), ("differs", "date-differs")
ROUNDER, NEAR = ("undecided", "less-precise"), ("undecided", "near-value")
BOUND, UNKNOWN = ("undecided", "bound-only"), ("undecided", "not-comparable")

ROWS: dict[str, tuple[DateRange, DateRange, tuple[str, str], int]] = {
    "the same day": (date("2015-09-19"), date("2015-09-19"), AGREES, 0),
    "another day": (date("2015-09-19"), date("2015-09-20"), DIFFERS, 1),
    "a day before": (date("2015-09-19"), date("2015-09-18"), DIFFERS, -1),
    "a day in the draft's month": (SEPTEMBER, date("2015-09-19"), AGREES, 0),
    "the first day of the month": (SEPTEMBER, date("2015-09-01"), AGREES, 0),
    "the last day of the month": (SEPTEMBER, date("2015-09-30"), AGREES, 0),
    "a day after the month": (SEPTEMBER, date("2015-10-01"), DIFFERS, 1),
    "a month for a day": (date("2015-09-19"), SEPTEMBER, ROUNDER, 0),
    "a month in the year": (YEAR, SEPTEMBER, AGREES, 0),
    "another year": (date("2014-01-01", "2014-12-31", "year"), SEPTEMBER, DIFFERS, 1),
    "a part of a range": (
        date("2015-09-10", "2015-09-20"),
        date("2015-09-15", "2015-09-20"),
        AGREES,
        0,
    ),
    "a range of another range": (
        date("2015-09-10", "2015-09-20"),
        date("2015-09-15", "2015-09-25"),
        NEAR,
        0,
    ),
    "a longer range": (date("2015-09-10", "2015-09-20"), YEAR, ROUNDER, 0),
    "two weekdays, a day apart": (LAST_TUESDAY, date("2015-09-23", basis="weekday"), NEAR, 1),
    "two weekdays, two days apart": (
        LAST_TUESDAY,
        date("2015-09-24", basis="weekday"),
        DIFFERS,
        1,
    ),
    "a weekday and a date, a day apart": (LAST_TUESDAY, date("2015-09-23"), DIFFERS, 1),
    "a season begins early or late": (SUMMER, date("2015-09-19"), NEAR, 1),
    "a day for a season": (date("2015-09-19"), SUMMER, NEAR, -1),
    "another season": (SUMMER, date("2015-11-19"), DIFFERS, 1),
    "unresolved": (date(basis="unresolved"), date("2015-09-19"), UNKNOWN, 0),
    "unresolved source": (date("2015-09-19"), date(basis="unresolved"), UNKNOWN, 0),
    "since the same year": (SINCE_2011, SINCE_2011, AGREES, 0),
    "since a month of the year": (SINCE_2011, date("2011-03-01", "-", "month"), AGREES, 0),
    "since a year for a month": (date("2011-03-01", "-", "month"), SINCE_2011, ROUNDER, 0),
    "since another year": (SINCE_2011, date("2013-01-01", "-", "year"), NEAR, 0),
    "until the same year": (UNTIL_2011, UNTIL_2011, AGREES, 0),
    "until another year": (UNTIL_2011, date("-", "2013-12-31", "year"), NEAR, 0),
    "since and until": (SINCE_2011, UNTIL_2011, BOUND, 0),
    "since and a day after": (SINCE_2011, date("2013-05-01"), BOUND, 0),
    "a day and since": (date("2013-05-01"), SINCE_2011, BOUND, 0),
    "since and a day before": (SINCE_2011, date("2009-05-01"), DIFFERS, -1),
    "written backwards": (date("2015-09-30", "2015-09-01"), date("2015-09-19"), AGREES, 0),
    "the same time": (
        date("2015-09-19", clock="21:30"),
        date("2015-09-19", clock="21:30"),
        AGREES,
        0,
    ),
    "another time": (
        date("2015-09-19", clock="21:30"),
        date("2015-09-19", clock="20:30"),
        NEAR,
        0,
    ),
    "no time in the source": (date("2015-09-19", clock="21:30"), date("2015-09-19"), ROUNDER, 0),
    "a time in the source": (date("2015-09-19"), date("2015-09-19", clock="21:30"), AGREES, 0),
    "the end of the calendar": (date("9999-12-31"), date("9999-12-31", "-"), BOUND, 0),
}


@pytest.mark.parametrize("row", ROWS.values(), ids=ROWS.keys())
def test_row(row: tuple[DateRange, DateRange, tuple[str, str], int]) -> None:
    draft, source, expected, order = row
    found = compare(draft, source)
    assert ((found.relation, found.reason), found.order) == (expected, order)


def test_a_weekday_that_does_not_fit_its_own_date() -> None:
    saturday = date("2015-09-19", weekday=5)
    friday = date("2015-09-19", weekday=4)
    assert compare(saturday, friday).remarks == ()
    assert compare(friday, saturday).remarks == ("weekday-mismatch",)
    assert compare(friday, SEPTEMBER).remarks == ("weekday-mismatch",)
    assert compare(date("2015-09-19", "2015-09-20", weekday=4), saturday).remarks == ()
