"""Names of months and weekdays, and the one date a short string means."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

MONTHS = {
    "january": 1,
    "february": 2,
    "march": 3,
    "april": 4,
    "may": 5,
    "june": 6,
    "july": 7,
    "august": 8,
    "september": 9,
    "october": 10,
    "november": 11,
    "december": 12,
}
MONTH_ABBREVIATIONS = {name[:3]: number for name, number in MONTHS.items()} | {"sept": 9}
WEEKDAYS = {
    "monday": 0,
    "tuesday": 1,
    "wednesday": 2,
    "thursday": 3,
    "friday": 4,
    "saturday": 5,
    "sunday": 6,
}
WEEKDAY_ABBREVIATIONS = {name[:3]: number for name, number in WEEKDAYS.items()} | {
    "tues": 1,
    "weds": 2,
    "thur": 3,
    "thurs": 3,
}

MONTH_NUMBERS = MONTHS | MONTH_ABBREVIATIONS
FIRST_YEAR, LAST_YEAR = 1000, 2100

# Longest first, so that "june" is not read as "jun" and an "e".
MONTH_PATTERN = "|".join(sorted(MONTH_NUMBERS, key=lambda name: (-len(name), name)))

_YEAR_FIRST = re.compile(
    r"(?<![0-9])(?P<y>[12][0-9]{3})(?P<sep>[-/._])(?P<m>[0-9]{1,2})(?P=sep)(?P<d>[0-9]{1,2})(?![0-9])"
)
# 20150806, also with a time behind it as cameras and archives write it: 20150806123000.
_RUN = re.compile(
    r"(?<![0-9])(?P<y>[12][0-9]{3})(?P<m>[0-9]{2})(?P<d>[0-9]{2})(?:[0-9]{6})?+(?![0-9])"
)
_YEAR_LAST = re.compile(
    r"(?<![0-9])(?P<a>[0-9]{1,2})(?P<sep>[-/._])(?P<b>[0-9]{1,2})(?P=sep)(?P<y>[12][0-9]{3})(?![0-9])"
)
_DAY_NAMED = re.compile(
    rf"(?<![0-9])(?P<d>[0-9]{{1,2}})(?:st|nd|rd|th)?+[\s_-]{{0,3}}+(?:of\s{{1,3}}+)?+"
    rf"(?P<m>{MONTH_PATTERN})\.?+,?+[\s_-]{{0,3}}+(?P<y>[12][0-9]{{3}})(?![0-9])",
    re.IGNORECASE,
)
_NAMED_DAY = re.compile(
    rf"(?<![a-z])(?P<m>{MONTH_PATTERN})\.?+[\s_-]{{0,3}}+(?P<d>[0-9]{{1,2}})(?:st|nd|rd|th)?+"
    rf"(?:,[\s_-]{{0,3}}+|[\s_-]{{1,3}}+)(?P<y>[12][0-9]{{3}})(?![0-9])",
    re.IGNORECASE,
)
_LONGEST = 300  # code points of a record field or file name that may hold a date


def day(year: int, month: int, number: int) -> dt.date | None:
    """Return the day, or None where the calendar has no such day.

    >>> day(2015, 2, 30) is None
    True
    """
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return None
    try:
        return dt.date(year, month, number)
    except ValueError:
        return None


def slashed_day(first: int, second: int, year: int, separator: str) -> dt.date | None:
    """Return the day that two numbers before a year mean, or None where they may mean two days.

    Between dots and underscores the day comes first by custom; between slashes and hyphens the
    order is known only where one of the two cannot be a month, or both are the same.
    """
    day_first, month_first = day(year, second, first), day(year, first, second)
    if separator in "._" or month_first is None or day_first == month_first:
        return day_first
    return month_first if day_first is None else None


def date_in(text: str) -> dt.date | None:
    """Return the one full date that a short string states, else None.

    For metadata fields, file names and options. A month without a day, two different dates and
    06/08/2015 (June or August?) all give None.

    >>> date_in("2015-08-06T12:00+02:00")
    datetime.date(2015, 8, 6)
    >>> date_in("Thursday, Aug. 6, 2015")
    datetime.date(2015, 8, 6)
    >>> date_in("aid_20150806.txt")
    datetime.date(2015, 8, 6)
    >>> date_in("06/08/2015") is None
    True
    """
    found = set(_dates(text[:_LONGEST]))
    return found.pop() if len(found) == 1 else None


def _dates(text: str) -> Iterator[dt.date | None]:
    for pattern in (_YEAR_FIRST, _RUN):
        for match in pattern.finditer(text):
            date = day(int(match["y"]), int(match["m"]), int(match["d"]))
            if date is not None:
                yield date
    for match in _YEAR_LAST.finditer(text):
        yield slashed_day(int(match["a"]), int(match["b"]), int(match["y"]), match["sep"])
    for pattern in (_DAY_NAMED, _NAMED_DAY):
        for match in pattern.finditer(text):
            date = day(int(match["y"]), MONTH_NUMBERS[match["m"].lower()], int(match["d"]))
            if date is not None:
                yield date
