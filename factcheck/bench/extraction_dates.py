"""Write a date as the labelled rows write it: value, or low and high, and the TIMEX expression.

The rows' sources have habits of their own, which this module translates into and nothing else
needs: the end of one period is the first moment after it (2015 is 2015-01-01 to 2016-01-01), the
end of a range of periods the first moment of its last (2014 to 2018 ends with 2018-01-01), and a
part of the day has fixed hours.
"""

from __future__ import annotations

import datetime as dt
import re
from typing import Any

from factcheck.extract.reading import Reading
from factcheck.schema import DateRange

_PARTS_OF_DAY = {
    "TMO": ("08:00:00", "12:00:00"),
    "TAF": ("12:00:00", "16:00:00"),
    "TEV": ("16:00:00", "20:00:00"),
    "TNI": ("20:00:00", "23:59:59"),
}
_CLOCKS = re.compile(r"(?P<day>[^T]{0,20}+)(?P<start>T[0-9:]{2,8}+)/(?P<end>T[0-9:]{2,8}+)")

Row = dict[str, Any]


def as_gold(reading: Reading, *, last_day_excluded: bool = False) -> Row:
    """Return a date as a quantity of a labelled row; start and end are those of the reading.

    With `last_day_excluded` a range of days ends on the day after its last, as some sources have
    it; else with its last.
    """
    value = reading.value
    if not isinstance(value, DateRange):
        raise TypeError(f"not a date: {type(value).__name__}")
    row: Row = {
        "start": reading.span.start,
        "end": reading.span.end,
        "kind": "date",
        "value": None,
        "low": None,
        "high": None,
        "unit": None,
        "modifier": None,
        "timex": value.expression,
    }
    if value.clock or value.expression[-3:] in _PARTS_OF_DAY:
        return row | _time(value)
    if value.first is None and value.last is None:
        return row | {"value": value.expression}
    if "/" in value.expression and value.first is not None and value.last is not None:
        return row | _interval(value, value.first, value.last, last_day_excluded)
    return row | _period(value)


def _after(day: dt.date) -> str:
    return (day + dt.timedelta(days=1)).isoformat()


def _time(value: DateRange) -> Row:
    day = f"{value.first} " if value.first is not None and value.first == value.last else ""
    if not value.clock:
        start, end = _PARTS_OF_DAY[value.expression[-3:]]
        return {"kind": "date_range", "low": day + start, "high": day + end}
    clocks = [clock if clock.count(":") == 2 else f"{clock}:00" for clock in value.clock.split("/")]
    if len(clocks) == 1:
        return {"kind": "date" if day else "time", "value": day + clocks[0]}
    row: Row = {"kind": "date_range" if day else "time", "low": day + clocks[0]}
    row["high"] = day + clocks[1]
    parts = _CLOCKS.fullmatch(value.expression)
    if parts is not None:
        ends = f"{parts['day']}{parts['start']},{parts['day']}{parts['end']}"
        row["timex"] = f"({ends},{_hours(*clocks)})"
    return row


def _hours(start: str, end: str) -> str:
    """Return the TIMEX duration between two clocks."""
    minutes = [int(clock[:2]) * 60 + int(clock[3:5]) for clock in (start, end)]
    hours, rest = divmod((minutes[1] - minutes[0]) % 1440, 60)
    return "PT" + (f"{hours}H" if hours else "") + (f"{rest}M" if rest else "")


def _interval(value: DateRange, first: dt.date, last: dt.date, last_day_excluded: bool) -> Row:
    start, end = value.expression.split("/")[:2]
    row: Row = {"kind": "date_range", "low": first.isoformat()}
    if start.startswith("P"):
        return row | {"high": end}
    if last_day_excluded or end.startswith("P"):
        return row | {"high": _after(last)}
    last = _beginning(end, last)
    row["high"] = last.isoformat()
    if "XXXX" in value.expression:
        days = [part if part.count("-") == 2 else f"{part}-01" for part in (start, end)]
        months = (last.year - first.year) * 12 + last.month - first.month
        whole = start.count("-") == end.count("-") == 1
        length = f"P{months}M" if whole else f"P{(last - first).days}D"
        row["timex"] = f"({days[0]},{days[1]},{length})"
    return row


def _beginning(expression: str, last: dt.date) -> dt.date:
    """Return the first day of the period that ends on `last`."""
    if re.fullmatch(r"[0-9]{4}", expression):
        return last.replace(month=1, day=1)
    if re.search(r"-Q[1-4]$", expression):
        return last.replace(month=last.month - 2, day=1)
    if re.fullmatch(r"[0-9X]{4}-[0-9]{2}", expression):
        return last.replace(day=1)
    return last


def _period(value: DateRange) -> Row:
    """Write one period or a bound: a day has a value only, others their ends too."""
    if value.first == value.last and value.first is not None:
        return {"value": value.first.isoformat()}
    kind = "date" if value.granularity == "year" else "date_range"
    row: Row = {"kind": kind, "value": value.expression}
    if value.first is not None:
        row["low"] = value.first.isoformat()
        if re.fullmatch(r"XXXX-[0-9]{2}", value.expression):
            row["value"] = value.first.isoformat()[:7]
    if value.last is not None:
        row["high"] = _after(value.last)
        if value.granularity == "day":
            row["value"] = value.last.isoformat()
    return row
