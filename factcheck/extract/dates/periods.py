"""Calendar arithmetic: the period a day lies in, and the day so many periods away."""

from __future__ import annotations

import datetime as dt
from typing import Literal

from factcheck.schema import Granularity

# What words count in; "weekend" is a period but nothing is counted in it.
Unit = Literal["day", "week", "weekend", "month", "quarter", "year", "decade", "century"]
Days = tuple[dt.date, dt.date]

GRANULARITY: dict[Unit, Granularity] = {
    "day": "day",
    "week": "week",
    "weekend": "week",
    "month": "month",
    "quarter": "quarter",
    "year": "year",
    "decade": "decade",
    "century": "century",
}
_MONTHS = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}
_DAYS = {"day": 1, "week": 7, "weekend": 7}
_FARTHEST = 9_999  # units; further away no date is meant


def shifted(day: dt.date, unit: Unit, count: int) -> dt.date | None:
    """Return the day `count` units later; a day the month lacks becomes the month's last.

    None where the calendar ends.

    >>> shifted(dt.date(2015, 8, 31), "month", -2)
    datetime.date(2015, 6, 30)
    """
    if abs(count) > _FARTHEST:
        return None
    try:
        if unit in _DAYS:
            return day + dt.timedelta(days=count * _DAYS[unit])
        months = day.year * 12 + day.month - 1 + count * _MONTHS[unit]
        year, month = divmod(months, 12)
        return dt.date(year, month + 1, min(day.day, month_length(year, month + 1)))
    except (OverflowError, ValueError):
        return None


def month_length(year: int, month: int) -> int:
    """Return the number of days of a month.

    >>> month_length(2016, 2)
    29
    """
    if month == 2:
        return 29 if year % 4 == 0 and (year % 100 != 0 or year % 400 == 0) else 28
    return 30 if month in {4, 6, 9, 11} else 31


def months(year: int, month: int, count: int = 1) -> Days:
    """Return the first and last day of `count` months from a month on."""
    last_year, last_month = divmod(year * 12 + month - 1 + count - 1, 12)
    last = dt.date(last_year, last_month + 1, month_length(last_year, last_month + 1))
    return dt.date(year, month, 1), last


def years(first: int, last: int) -> Days:
    """Return the first and last day of whole years."""
    return dt.date(first, 1, 1), dt.date(last, 12, 31)


def period(day: dt.date, unit: Unit) -> Days:
    """Return the first and last day of the calendar period that `day` lies in.

    Weeks run from Monday to Sunday, a weekend is its Saturday and Sunday, a century is the
    hundred years with the same first two digits.
    """
    if unit == "day":
        return day, day
    if unit in _DAYS:
        monday = day - dt.timedelta(days=min(day.weekday(), day.toordinal() - 1))
        return _later(monday, 5 if unit == "weekend" else 0), _later(monday, 6)
    count = _MONTHS[unit]
    start = (day.year * 12 + day.month - 1) // count * count
    first, last = max(start, 12), min(start + count - 1, 9999 * 12 + 11)
    return months(first // 12, first % 12 + 1, last - first + 1)


def _later(day: dt.date, days: int) -> dt.date:
    return day + dt.timedelta(days=min(days, dt.date.max.toordinal() - day.toordinal()))


def name(day: dt.date | None, unit: Unit) -> str:
    """Return the TIMEX name of the period that `day` lies in; X for what is not known.

    >>> name(dt.date(2015, 9, 27), "week")
    '2015-W39'
    """
    if day is None:
        return _UNKNOWN[unit]
    week = "{}-W{:02}".format(*day.isocalendar()[:2])
    names: dict[Unit, str] = {
        "day": day.isoformat(),
        "week": week,
        "weekend": f"{week}-WE",
        "month": f"{day.year:04}-{day.month:02}",
        "quarter": f"{day.year:04}-Q{(day.month + 2) // 3}",
        "year": f"{day.year:04}",
        "decade": f"{day.year // 10:03}X",
        "century": f"{day.year // 100:02}XX",
    }
    return names[unit]


_UNKNOWN: dict[Unit, str] = {
    "day": "XXXX-XX-XX",
    "week": "XXXX-WXX",
    "weekend": "XXXX-WXX-WE",
    "month": "XXXX-XX",
    "quarter": "XXXX-QX",
    "year": "XXXX",
    "decade": "XXXX",
    "century": "XXXX",
}


def length(unit: Unit, count: int) -> str:
    """Return so many units as an ISO 8601 duration.

    >>> length("decade", 2)
    'P20Y'
    """
    size, letter = _ISO[unit]
    return f"P{size * count}{letter}"


_ISO: dict[Unit, tuple[int, str]] = {
    "day": (1, "D"),
    "week": (1, "W"),
    "weekend": (1, "W"),
    "month": (1, "M"),
    "quarter": (3, "M"),
    "year": (1, "Y"),
    "decade": (10, "Y"),
    "century": (100, "Y"),
}


def nearest_weekday(day: dt.date, weekday: int, *, ahead: bool) -> dt.date | None:
    """Return the nearest such weekday not before `day` if `ahead`, else not after it."""
    away = (weekday - day.weekday()) % 7 if ahead else -((day.weekday() - weekday) % 7)
    return shifted(day, "day", away)
