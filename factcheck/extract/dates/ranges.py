"""Whole expressions: a day with its clock, a range of two times, a time open on one side."""

from __future__ import annotations

import msgspec

from factcheck.extract.dates.absolute import day_month
from factcheck.extract.dates.clocks import PARTS_OF_DAY, PLURAL_PARTS, clocks, part_of_day
from factcheck.extract.dates.nodes import (
    Ambiguous,
    CalendarDay,
    CalendarMonth,
    Holiday,
    Interval,
    InYear,
    Node,
    Nth,
    Open,
    Period,
    Side,
    Timed,
    Turn,
    Weekday,
    Year,
    YearPart,
)
from factcheck.extract.dates.relative import whole
from factcheck.extract.dates.words import Cursor, day_number, day_ordinal, month
from factcheck.extract.dates.years import Parsed, with_year

_CONNECTORS = frozenset({"-", "–", "—", "~", "to", "till", "until", "through", "thru"})
_SIDES: dict[str, Side] = {
    "since": "from",
    "after": "after",
    "before": "before",
    "until": "until",
    "till": "until",
    "by": "until",
}
_BEFORE_DAY = frozenset("on by until since from before after between".split())
_AFTER_DAY = frozenset("at and or from between when but to he she it they we".split())
_FUNCTION = frozenset(
    "a after an and as at because before but by for from he her his if in it its many most of on "
    "or our she some that the their there they this to until we when where which while who will "
    "with".split()
)
_BEFORE_CLOCK = ("at", "@", "around", "about", "for", "before", "after", "by")
_DATED = (Ambiguous, CalendarDay, Weekday, Period, Turn, Holiday, InYear, Nth)


def expression(cursor: Cursor) -> Parsed | None:
    """Read the longest expression that starts here, with the side it is open on."""
    found = _opened(cursor) if cursor.text in {"from", "between"} else _range(cursor)
    if found is None:
        return None
    node, end = found
    side = _side(cursor, node, end)
    return (node if side is None else Open(side, node)), end


def _side(cursor: Cursor, node: Node, end: Cursor) -> Side | None:
    if isinstance(node, Interval) or end.text in {"'s", "’s"}:
        return None
    if isinstance(node, Timed) and node.node is None:
        return None
    before = cursor.piece(-1)
    if before.text == "the":
        before = cursor.piece(-2)
        named = isinstance(node, CalendarDay | CalendarMonth | Weekday | Year)
        if named and end.kind == "word" and before.text != "since" and end.text not in _FUNCTION:
            return None  # after the 2003 invasion
    if end.text == "onwards" or (end.text == "or" and end.piece(1).text == "later"):
        return "from"
    return _SIDES.get(before.text)


def moment(cursor: Cursor) -> Parsed | None:
    """Read a date with or without a time of day, or a time of day alone."""
    timed = clocks(cursor)
    if timed is not None:
        label, clock, here = timed
        found = _dated(_past_aside(here).skip(",").skip("on", "of"))
        if found is not None:
            return Timed(found[0], label, clock), found[1]
        return Timed(None, label, clock), here
    part = PARTS_OF_DAY.get(cursor.text)
    if part is not None:
        found = _dated(cursor.on(2)) if cursor.piece(1).text == "of" else None
        return None if found is None else (Timed(found[0], part, ""), found[1])
    found = whole(cursor) or _the_day(cursor)
    return None if found is None else _with_clock(*found)


def _past_aside(cursor: Cursor) -> Cursor:
    """Step over brackets behind a time of day: 3pm (1300 GMT) on Monday."""
    if cursor.text == "(":
        for count in range(2, 8):
            if cursor.piece(count).text == ")":
                return cursor.on(count + 1)
    return cursor


def _the_day(cursor: Cursor) -> Parsed | None:
    """Read a day of the month without its month: on the 18th."""
    found = day_ordinal(cursor) if cursor.kind == "ordinal" else None
    if found is None or cursor.piece(-1).text != "the":
        return None
    before, after = cursor.piece(-2).text, found[1]
    if before not in _BEFORE_DAY or not (after.kind in {"end", "mark"} or after.text in _AFTER_DAY):
        return None
    if after.text in {"-", "–", "/"}:
        return None
    return CalendarDay(None, None, found[0]), after


def _dated(cursor: Cursor) -> Parsed | None:
    """Read a date that a time of day can stand on."""
    found = whole(cursor.skip("the"))
    return found if found is not None and isinstance(found[0], _DATED) else None


def _with_clock(node: Node, cursor: Cursor) -> Parsed:
    """Take in the part of the day and the time of day behind a date: at 3pm, morning, 6-8pm."""
    if isinstance(node, Timed) and node.node is not None:  # tonight, this morning
        label, node = node.label, node.node
    elif not isinstance(node, _DATED) or (isinstance(node, Period) and node.unit != "day"):
        return node, cursor
    else:
        plural = PLURAL_PARTS.get(cursor.text)
        if plural is not None and isinstance(node, Weekday):  # Tuesday mornings
            return Timed(msgspec.structs.replace(node, plural=True), plural, ""), cursor.on()
        label, cursor = part_of_day(cursor) or ("", cursor)
    after = cursor.skip(",").skip("no", "any").skip("later", "earlier", "time").skip("than")
    span = after.text in {"from", "between"}
    lead = after if span else after.skip(*_BEFORE_CLOCK)
    timed = clocks(lead, bare=span or after.text in {"at", "@"}, part=label)
    if timed is not None:
        return Timed(node, timed[0], timed[1]), timed[2]
    return (Timed(node, label, ""), cursor) if label else (node, cursor)


def _opened(cursor: Cursor) -> Parsed | None:
    """Read from ... to, between ... and; what follows "from" alone is read from its own place."""
    here = cursor.on().skip("the")
    links = _CONNECTORS | {"and"} if cursor.text == "between" else _CONNECTORS
    found = _days_of_month(here, links)
    if found is not None:
        return found
    if clocks(cursor) is not None:
        return moment(cursor)
    start = _month_start(here, links, sure=True) or moment(here)
    if here.text == "now":
        start = Period("day", 0), here.on()
    if start is None or start[1].text not in links:
        return None
    return _joined(start[0], start[1].on().skip("the"))


def _range(cursor: Cursor) -> Parsed | None:
    """Read a time, with the other end of a range where one follows."""
    found = _days_of_month(cursor, _CONNECTORS)
    if found is not None:
        return found
    start = _month_start(cursor, _CONNECTORS, sure=False) or moment(cursor)
    if start is not None and start[1].text == "and":
        return _two_days(*start) or start
    if start is None or start[1].text not in _CONNECTORS:
        return start
    return _joined(start[0], start[1].on().skip("the")) or moment(cursor)


def _two_days(node: Node, cursor: Cursor) -> Parsed | None:
    """Read the day behind a day and its month: May 3 and 4, 2015."""
    other = day_number(cursor.on())
    if not isinstance(node, CalendarDay) or other is None or other[0] != node.number + 1:
        return None
    if not (cursor.piece(-1).kind == "ordinal" or len(cursor.piece(-1).text) < 3):
        return None  # 3 May and 4
    year, end = with_year(other[1])
    if end.piece().kind == "word" and end.text not in _AFTER_DAY:
        return None  # May 3 and 4 men
    first = msgspec.structs.replace(node, year=node.year or year)
    return Interval(first, msgspec.structs.replace(first, number=other[0], weekday=None)), end


def _month_start(cursor: Cursor, links: frozenset[str], *, sure: bool) -> Parsed | None:
    """Read a month that is one because another follows: Jan-Feb 2017, from may to june."""
    found = month(cursor)
    if found is None or found[1].text not in links or not (sure or cursor.piece().capital):
        return None
    after = found[1].on()
    behind = month(after)
    if behind is None or not (sure or after.piece().capital):
        return None
    return CalendarMonth(None, found[0]), found[1]


def _days_of_month(cursor: Cursor, links: frozenset[str]) -> Parsed | None:
    """Read 3 to 5 May 2014, the 13th-15th of July."""
    first = day_number(cursor)
    if first is None or first[1].text not in links:
        return None
    last = day_month(first[1].on().skip("the"))
    if last is None or not isinstance(last[0], CalendarDay):
        return None
    start = msgspec.structs.replace(last[0], number=first[0], weekday=None)
    return Interval(start, last[0]), last[1]


def _joined(start: Node, cursor: Cursor) -> Parsed | None:
    """Read the other end of a range that began with `start`."""
    inner = start.node if isinstance(start, Timed) else start
    end = moment(cursor)
    if end is None and cursor.text in {"now", "date", "present"}:
        return Interval(start, Period("day", 0)), cursor.on()
    if end is None and isinstance(inner, CalendarMonth):
        named = month(cursor)
        end = None if named is None else (CalendarMonth(None, named[0]), named[1])
    if isinstance(inner, CalendarDay) and end is None:
        number = day_number(cursor)
        if number is None or number[0] == inner.number:
            return None
        year, here = with_year(number[1])
        first = msgspec.structs.replace(inner, year=inner.year or year)
        last = msgspec.structs.replace(first, number=number[0], weekday=None)
        if number[0] < inner.number:
            if cursor.kind == "number" or first.month in {None, 12}:
                return None
            last = msgspec.structs.replace(last, month=(first.month or 0) + 1)
        return Interval(first, last), here
    if end is None or isinstance(end[0], Interval):
        return None
    return Interval(_given_year(start, end[0]), end[0]), end[1]


def _given_year(start: Node, end: Node) -> Node:
    """Give the start the year of the end: March to June 2014, November to February 2015."""
    if not isinstance(start, CalendarDay | CalendarMonth | YearPart) or start.year is not None:
        return start
    if not isinstance(end, CalendarDay | CalendarMonth | YearPart) or end.year is None:
        return start
    return msgspec.structs.replace(start, year=end.year - (_place(start) > _place(end)))


def _place(node: CalendarDay | CalendarMonth | YearPart) -> int:
    match node:
        case CalendarDay(month=month, number=number):
            return (month or 0) * 100 + number
        case CalendarMonth(month=month):
            return month * 100
        case _:
            return {"SP": 300, "SU": 600, "FA": 900, "WI": 1200}.get(node.part, node.number * 300)
