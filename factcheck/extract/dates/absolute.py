"""Dates that carry their own place in the calendar: days, months and years."""

from __future__ import annotations

import re

from factcheck.extract.dates.context import is_counted, is_year, month_stands_alone
from factcheck.extract.dates.nodes import (
    Ambiguous,
    CalendarDay,
    CalendarMonth,
    FiscalYear,
    Interval,
    Weekday,
    Year,
    YearPart,
)
from factcheck.extract.dates.words import (
    Cursor,
    day_number,
    day_ordinal,
    month,
    weekday,
)
from factcheck.extract.dates.year_parts import fiscal, quarter, season
from factcheck.extract.dates.years import (
    Parsed,
    century,
    decade,
    is_before_christ,
    numbers_of,
    pair,
    with_year,
)
from factcheck.vocabulary.calendar import FIRST_YEAR, LAST_YEAR, day, slashed_day

_OPENING = frozenset({"(", "[", "'", '"', "“", "‘", "—", "/"})


def absolute(cursor: Cursor) -> Parsed | None:
    """Read the calendar date here, the longest one."""
    match cursor.kind:
        case "day" | "slashed" | "pair" | "decade" | "figure":
            return _numeric(cursor)
        case "number" | "ordinal":
            return (
                day_month(cursor)
                or day_in_list(cursor)
                or year_led(cursor)
                or quarter(cursor)
                or century(cursor)
            )
        case "word":
            return (
                weekday_led(cursor)
                or month_led(cursor)
                or day_month(cursor)
                or season(cursor)
                or quarter(cursor)
                or fiscal(cursor)
                or century(cursor)
                or decade(cursor)
            )
        case _:
            return None


def _numeric(cursor: Cursor) -> Parsed | None:
    piece = cursor.piece()
    before = cursor.piece(-1).text
    hyphened = piece.kind in {"day", "figure"} or cursor.piece(-2).text in {"mid", "early", "late"}
    hyphened = hyphened or cursor.piece(-2).kind in {"decade", "slashed"}
    loose = _OPENING | {"-", "_", "–"} if hyphened else _OPENING
    if cursor.joined() and before not in loose:
        return None
    match piece.kind:
        case "day":
            return _day(cursor, *numbers_of(piece.text))
        case "figure":
            return _day(cursor, piece.text[:4], piece.text[4:6], piece.text[6:])
        case "slashed":
            return _slashed(cursor)
        case "pair":
            return _fiscal_behind(int(piece.text[:4]) + 1, cursor.on()) or pair(cursor)
        case _:
            return decade(cursor)


def _day(cursor: Cursor, year: str, number: str, day_of_month: str) -> Parsed | None:
    """Read 2015-09-19, or 20150919 as file names write it."""
    if cursor.kind == "figure" and not re.fullmatch(r"(?:19|20)[0-9]{6}", cursor.text):
        return None
    if day(int(year), int(number), int(day_of_month)) is None:
        return None
    return CalendarDay(int(year), int(number), int(day_of_month)), _past_t(cursor.on())


def _past_t(cursor: Cursor) -> Cursor:
    """Step over the T between an ISO date and its time."""
    return cursor.on() if cursor.text == "t" and cursor.joined() else cursor


def _slashed(cursor: Cursor) -> Parsed | None:
    text = cursor.text
    first, second, year = (int(part) for part in numbers_of(text))
    if len(numbers_of(text)[2]) == 2:
        before = cursor.piece(-1)
        if "/" not in text and before.kind != "end" and before.text not in _DATING:
            return None  # version 10.12.15
        year += 1900 if year >= 40 else 2000
    separator = next(mark for mark in text if mark in "/.-")
    found = slashed_day(first, second, year, separator)
    if found is not None:
        return CalendarDay(found.year, found.month, found.day), cursor.on()
    if 1 <= first <= 12 and 1 <= second <= 12 and FIRST_YEAR <= year <= LAST_YEAR:
        return Ambiguous(year, (first, second)), cursor.on()
    return None


def day_month(cursor: Cursor) -> Parsed | None:
    """Read a day before its month: 19 September 2015, the 19th of September."""
    plain = cursor.kind == "number"
    found = day_number(cursor)
    if found is None:
        return None
    number, here = found
    here = here.on() if here.text == "day" and not plain else here
    after = here.skip("of")
    after = after.skip("-", "/") if after is here and after.joined() else after
    named = month(after)
    if named is None:
        return None
    joint = named[1].text if after is not here and named[1].joined() else ""
    year, end = with_year(named[1].skip("-", "/") if joint in {"-", "/"} else named[1])
    end = named[1] if year is None else end
    verb = after is here and not after.piece().capital and named[0] in {3, 5}
    if plain and verb and year is None:
        return None  # 12 may have died
    if day(year or 2000, named[0], number) is None:
        return None
    return _weekday_behind(CalendarDay(year, named[0], number), end)


def day_in_list(cursor: Cursor) -> Parsed | None:
    """Read one of several days of a month that is named behind the last: 3, 4 and 5 May 2015.

    Only the day itself is stepped over; the others are read from their own places.
    """
    first = day_number(cursor)
    if first is None or cursor.piece(-1).text not in _BEFORE_LIST:
        return None
    here = first[1]
    for _ in range(_LISTED):
        if here.text not in {",", "and", "or"}:
            return None
        after = here.on().skip("and", "or").skip("the")
        last = day_month(after)
        if last is not None and isinstance(last[0], CalendarDay):
            rising = first[0] < last[0].number
            return (
                (CalendarDay(last[0].year, last[0].month, first[0]), first[1]) if rising else None
            )
        other = day_number(after)
        if other is None:
            return None
        here = other[1]
    return None


_BEFORE_LIST = frozenset({"", "on", "the", ",", "and", "or", "of", "dated", "until", "by"})
_LISTED = 5  # days of one month in a list


def _weekday_behind(node: CalendarDay, cursor: Cursor) -> Parsed:
    """Take in the weekday that follows its date: 18 July, Friday."""
    found = weekday(cursor.skip(",", "("))
    if found is None or cursor.text not in {",", "("}:
        return node, cursor
    number, end = found
    if cursor.text == "(":
        if end.text != ")":
            return node, cursor
        end = end.on()
    return CalendarDay(node.year, node.month, node.number, number), end


def month_led(cursor: Cursor) -> Parsed | None:
    """Read a month with what follows it: September 19, 2015; September 2015; September."""
    named = month(cursor)
    before = cursor.piece(-1)
    if named is None or (
        before.kind in {"number", "ordinal"} and before.text[:2].isdigit() and len(before.text) < 3
    ):
        return None  # 31 February is no month
    number, here = named
    found = _month_day(cursor, number, here)
    if found is not None:
        return found
    if here.kind == "number" and len(here.text) < 3 and not _is_count(cursor, here.on()):
        return None  # February 30
    year, end = with_year(here)
    if year is not None:
        return CalendarMonth(year, number), end
    if month_stands_alone(cursor, number):
        return CalendarMonth(None, number), here
    return None


def _month_day(cursor: Cursor, number: int, here: Cursor) -> Parsed | None:
    after = here.skip("the", "/", "-") if here.text == "the" or here.joined() else here
    found = day_number(after)
    if found is None:
        return None
    day_of_month, end = found
    if after.kind == "number" and _is_count(cursor, end):
        return None  # in March 20 people died
    year, end = with_year(end)
    if day(year or 2000, number, day_of_month) is None:
        return None
    verb = not cursor.piece().capital and cursor.text in {"may", "march"}
    if verb and after.kind == "word" and year is None:
        return None  # may first, march second
    return _weekday_behind(CalendarDay(year, number, day_of_month), end)


def _is_count(cursor: Cursor, end: Cursor) -> bool:
    """Say whether the number behind a month counts the noun that follows it."""
    noun = end.piece()
    plural = noun.kind == "word" and noun.text.endswith("s") and not noun.capital
    return is_counted(noun) or (plural and cursor.piece(-1).text == "in")


def weekday_led(cursor: Cursor) -> Parsed | None:
    """Read a weekday, with its date where one follows: Saturday, 26 September 2015."""
    found = weekday(cursor)
    if found is None:
        return None
    number, here = found
    after = here.skip(",").skip("the")
    dated = _numeric(after) if after.kind in {"day", "slashed"} else None
    dated = dated or month_led(after) or day_month(after)
    if dated is not None and isinstance(dated[0], CalendarDay):
        node, end = dated[0], dated[1]
        return CalendarDay(node.year, node.month, node.number, number), end
    bare = _bare_day(here.skip("the"))
    if bare is not None:
        return CalendarDay(None, None, bare[0], number), bare[1]
    if here.kind == "number" and with_year(here)[0] is not None:
        return None  # a named day of that year
    if cursor.piece(-1).text in {"every", "each"}:
        return Weekday(number, plural=True), here
    return (Weekday(number), here) if _is_weekday(cursor, here) else None


def _bare_day(cursor: Cursor) -> tuple[int, Cursor] | None:
    """Read the day of the month behind a weekday: Friday 23, but not Friday 23 people."""
    found = day_ordinal(cursor)
    if cursor.kind == "ordinal":
        return found
    if found is None and cursor.kind == "number" and len(cursor.text) == 2:
        found = day_number(cursor)
    if found is None or found[1].text in {"-", "–", "%", "/", ":"}:
        return None
    return found if found[1].kind in {"end", "mark"} or found[1].text == "at" else None


def _is_weekday(cursor: Cursor, after: Cursor) -> bool:
    piece, before = cursor.piece(), cursor.piece(-1)
    if before.text in _NAMED_DAYS or after.text in {"prayers", "prayer"}:
        return False
    if after.text in _NAMES_AFTER and after.piece().capital:
        return False
    if piece.text.endswith("day"):
        return True
    # An abbreviation ("Sun", "sat", "wed") needs a sign that a day is meant.
    known = before.text in {"on", "last", "next", "this", "until", "by", "since", ",", "("}
    return (known or after.text in {",", "."}) and (piece.capital or before.text == "on")


_NAMED_DAYS = frozenset("bloody super white great holy".split())

_NAMES_AFTER = frozenset(
    "times telegraph mirror express herald post mail sun world people star independent mass "
    "school service group night club tribune age".split()
)


_DATING = frozenset("on dated since by until till from to date (".split())


def year_led(cursor: Cursor) -> Parsed | None:
    """Read a bare year, with a quarter or month behind it: 2015, 2017-Q1, 2017 April."""
    piece = cursor.piece()
    if piece.kind != "number" or len(piece.text) != 4:
        return None
    year, here = int(piece.text), cursor.on()
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return None
    part = quarter(here.skip("-", "'s", "’s"))
    if part is not None and isinstance(part[0], YearPart) and part[0].year is None:
        return YearPart(part[0].part, part[0].number, year), part[1]
    named = month(here)
    if named is not None and (here.piece().capital or here.text not in {"may", "march"}):
        return _year_month(year, here, *named)
    return _bare_year(cursor, year, here)


def _bare_year(cursor: Cursor, year: int, here: Cursor) -> Parsed | None:
    """Read a year by its surroundings, or two: 2015, 1066 AD, 2015/2016."""
    owned = _fiscal_behind(year, here)
    if owned is not None:
        return owned
    if here.text == "/" and here.piece(1).text == str(year + 1):
        return Interval(Year(year), Year(year + 1)), here.on(2)
    if not is_year(cursor) or is_before_christ(here):
        return None
    return Year(year), here.on() if here.text in {"ad", "ce"} and here.piece().capital else here


def _fiscal_behind(year: int, cursor: Cursor) -> Parsed | None:
    """Read the fiscal or school year whose number stands before: the 2015-16 fiscal year."""
    found = fiscal(cursor) if cursor.piece(1).text == "year" else None
    if found is None or not isinstance(found[0], FiscalYear) or found[0].year is not None:
        return None
    return FiscalYear(found[0].label, year), found[1]


def _year_month(year: int, cursor: Cursor, number: int, after: Cursor) -> Parsed:
    """Read the month behind a year, with its day: 2017 April, 2015 Sept 19."""
    found = _month_day(cursor, number, after)
    if found is not None and isinstance(found[0], CalendarDay) and found[0].year is None:
        return CalendarDay(year, number, found[0].number), found[1]
    return CalendarMonth(year, number), after
