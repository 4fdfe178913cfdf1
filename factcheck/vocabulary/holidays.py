"""Named days and the date each falls on in a year."""

from __future__ import annotations

import datetime as dt
import functools
import tomllib
from pathlib import Path

Words = tuple[str, ...]

_WEEKDAYS = {"mon": 0, "tue": 1, "wed": 2, "thu": 3, "fri": 4, "sat": 5, "sun": 6}


@functools.cache
def _table() -> dict[str, dict[str, str]]:
    return tomllib.loads(Path(__file__).with_suffix(".toml").read_text("utf-8"))


@functools.cache
def holidays() -> dict[str, tuple[tuple[Words, str], ...]]:
    """Return the names, as words, with their rules by first word, the longest name first."""
    found: dict[str, list[tuple[Words, str]]] = {}
    for names in _table().values():
        for name, rule in names.items():
            words = tuple(name.split())
            found.setdefault(words[0], []).append((words, rule))
    return {first: tuple(sorted(names, reverse=True)) for first, names in found.items()}


@functools.cache
def plain_names() -> frozenset[Words]:
    """Return the names that are often no date by themselves: Christmas (cards)."""
    return frozenset(tuple(name.split()) for name in _table()["plain"])


def holiday_in(rule: str, year: int) -> dt.date | None:
    """Return the day a rule of the table gives in a year, None outside of 1900 to 2099.

    >>> holiday_in("easter-2", 2015)
    datetime.date(2015, 4, 3)
    >>> holiday_in("11 thu 4", 2015)
    datetime.date(2015, 11, 26)
    """
    if not 1900 <= year <= 2099:
        return None
    for name, base in (("easter", western_easter), ("orthodox", orthodox_easter)):
        if rule.startswith(name):
            return base(year) + dt.timedelta(days=int(rule.removeprefix(name)))
    if " " not in rule:
        month, number = rule.split("-")
        return dt.date(year, int(month), int(number))
    month, weekday, number, *extra = rule.split()
    day = nth_weekday(year, int(month), _WEEKDAYS[weekday], int(number))
    return day + dt.timedelta(days=int(extra[0]) if extra else 0)


def nth_weekday(year: int, month: int, weekday: int, number: int) -> dt.date:
    """Return the nth such weekday of a month; -1 is the last."""
    if number > 0:
        first = dt.date(year, month, 1)
        return first + dt.timedelta(days=(weekday - first.weekday()) % 7 + 7 * (number - 1))
    after = dt.date(year + month // 12, month % 12 + 1, 1)
    back = (after.weekday() - weekday - 1) % 7 + 1
    return after - dt.timedelta(days=back + 7 * (-number - 1))


def western_easter(year: int) -> dt.date:
    """Return Easter Sunday of the Gregorian calendar.

    Source: the anonymous Gregorian algorithm (Meeus, Astronomical Algorithms, chapter 8).
    """
    golden, century, rest = year % 19, year // 100, year % 100
    correction = (century - (century + 8) // 25 + 1) // 3
    epact = (19 * golden + century - century // 4 - correction + 15) % 30
    weekday = (32 + 2 * (century % 4) + 2 * (rest // 4) - epact - rest % 4) % 7
    shift = (golden + 11 * epact + 22 * weekday) // 451
    month, day = divmod(epact + weekday - 7 * shift + 114, 31)
    return dt.date(year, month, day + 1)


def orthodox_easter(year: int) -> dt.date:
    """Return Easter Sunday of the Julian calendar as a Gregorian date, for 1900 to 2099.

    Source: Meeus, Astronomical Algorithms, chapter 8; thirteen days lie between the calendars.
    """
    moon = (19 * (year % 19) + 15) % 30
    weekday = (2 * (year % 4) + 4 * (year % 7) - moon + 34) % 7
    month, day = divmod(moon + weekday + 114, 31)
    return dt.date(year, month, day + 1) + dt.timedelta(days=13)
