"""Dates that carry their own place in the calendar: days, months, years and parts of years."""

from __future__ import annotations

from factcheck.extract.dates.context import is_counted, is_year, month_stands_alone
from factcheck.extract.dates.nodes import (
    Ambiguous,
    CalendarDay,
    CalendarMonth,
    FiscalYear,
    Interval,
    Node,
    PartOfYear,
    Weekday,
    Year,
    YearPart,
    Years,
)
from factcheck.extract.dates.words import (
    Cursor,
    day_number,
    day_ordinal,
    month,
    ordinal,
    weekday,
)
from factcheck.vocabulary.calendar import FIRST_YEAR, LAST_YEAR, day, slashed_day

Parsed = tuple[Node, Cursor]

SEASONS: dict[str, PartOfYear] = {
    "spring": "SP",
    "summer": "SU",
    "autumn": "FA",
    "fall": "FA",
    "winter": "WI",
}
_FISCAL = {"fiscal": "FY", "financial": "FY", "school": "SY", "academic": "SY"}


def absolute(cursor: Cursor) -> Parsed | None:
    """Read the calendar date here, the longest one."""
    match cursor.kind:
        case "day" | "slashed" | "pair" | "decade":
            return _numeric(cursor)
        case "number" | "ordinal":
            return day_month(cursor) or year_led(cursor) or _quarter(cursor) or century(cursor)
        case "word":
            return (
                weekday_led(cursor)
                or month_led(cursor)
                or day_month(cursor)
                or _season(cursor)
                or _quarter(cursor)
                or _fiscal(cursor)
                or century(cursor)
            )
        case _:
            return None


def _numeric(cursor: Cursor) -> Parsed | None:
    piece = cursor.piece()
    if cursor.joined() and cursor.piece(-1).text not in {"(", "[", "'", '"', "“", "‘", "—", "/"}:
        return None
    match piece.kind:
        case "day":
            numbers = [int(part) for part in _parts(piece.text)]
            if day(*numbers) is None:
                return None
            return CalendarDay(numbers[0], numbers[1], numbers[2]), _past_t(cursor.on())
        case "slashed":
            return _slashed(cursor)
        case "pair":
            return _pair(cursor)
        case _:
            return _decade(cursor)


def _past_t(cursor: Cursor) -> Cursor:
    """Step over the T between an ISO date and its time."""
    return cursor.on() if cursor.text == "t" and cursor.joined() else cursor


def _parts(text: str) -> list[str]:
    for separator in "/.–":
        text = text.replace(separator, "-")
    return text.split("-")


def _slashed(cursor: Cursor) -> Parsed | None:
    text = cursor.text
    first, second, year = (int(part) for part in _parts(text))
    if len(_parts(text)[2]) == 2:
        year += 1900 if year >= 70 else 2000
    separator = next(mark for mark in text if mark in "/.-")
    found = slashed_day(first, second, year, separator)
    if found is not None:
        return CalendarDay(found.year, found.month, found.day), cursor.on()
    if 1 <= first <= 12 and 1 <= second <= 12 and FIRST_YEAR <= year <= LAST_YEAR:
        return Ambiguous(year), cursor.on()
    return None


def _pair(cursor: Cursor) -> Parsed | None:
    """Read two years (2014-15, 2015/16) or an ISO month (2015-03)."""
    first, second = _parts(cursor.text)
    year, number = int(first), int(second)
    if len(second) == 2 and number == (year + 1) % 100:
        return Interval(Year(year), Year(year + 1)), cursor.on()
    if 1 <= number <= 12 and "-" in cursor.text:
        return CalendarMonth(year, number), cursor.on()
    if len(second) == 2 and number > year % 100 and year <= LAST_YEAR:
        return Interval(Year(year), Year(year // 100 * 100 + number)), cursor.on()
    return None


def _decade(cursor: Cursor) -> Parsed | None:
    digits = "".join(mark for mark in cursor.text if mark.isdigit())
    start = int(digits)
    if len(digits) == 2:
        start += 1900 if start >= 20 else 2000
    if start % 100 == 0 and start < 2000:
        return Years(f"{start // 100}XX", start, start + 99, "century"), cursor.on()
    return Years(f"{start // 10}X", start, start + 9, "decade"), cursor.on()


def year_after(cursor: Cursor) -> tuple[int, Cursor] | None:
    """Read the year that belongs to the month or season before it."""
    here = cursor.skip(",")
    here = here.skip("of", "in") if here is cursor else here
    here = here.on(2) if here.text == "the" and here.piece(1).text == "year" else here
    piece = here.piece()
    if piece.kind != "number" or here.piece(1).text in {"%", "'", ":"}:
        return None
    if len(piece.text) == 4 and FIRST_YEAR <= int(piece.text) <= LAST_YEAR:
        return (int(piece.text), here.on()) if not is_counted(here.piece(1)) else None
    if len(piece.text) == 2 and here.piece(-1).text in {"'", "’"} and here.joined():
        return int(piece.text) + (1900 if int(piece.text) >= 70 else 2000), here.on()
    return None


def with_year(cursor: Cursor) -> tuple[int | None, Cursor]:
    """Read the year behind a month or season if there is one."""
    apostrophe = cursor.skip("'", "’")
    found = year_after(cursor) or (year_after(apostrophe) if apostrophe is not cursor else None)
    return (None, cursor) if found is None else found


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
    year, end = with_year(named[1])
    verb = after is here and not after.piece().capital and named[0] in {3, 5}
    if plain and verb and year is None:
        return None  # 12 may have died
    if day(year or 2000, named[0], number) is None:
        return None
    return _weekday_behind(CalendarDay(year, named[0], number), end)


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
    if named is None:
        return None
    number, here = named
    found = _month_day(cursor, number, here)
    if found is not None:
        return found
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
    word = after.kind == "word"
    if word and ordinal(after) is None:
        return None
    if is_counted(end.piece()) and after.kind == "number":
        return None  # in March 20 people died
    year, end = with_year(end)
    if day(year or 2000, number, day_of_month) is None:
        return None
    if not cursor.piece().capital and cursor.text in {"may", "march"} and word:
        return None  # may first, march second
    return _weekday_behind(CalendarDay(year, number, day_of_month), end)


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
    bare = day_ordinal(here.skip("the"))
    if bare is not None:
        return CalendarDay(None, None, bare[0], number), bare[1]
    return (Weekday(number), here) if _is_weekday(cursor, here) else None


def _is_weekday(cursor: Cursor, after: Cursor) -> bool:
    piece, before = cursor.piece(), cursor.piece(-1)
    if before.text in _NAMED_DAYS or (after.text in _NAMES_AFTER and after.piece().capital):
        return False
    if piece.text.endswith("day"):
        return True
    # An abbreviation ("Sun", "sat", "wed") needs a sign that a day is meant.
    known = before.text in {"on", "last", "next", "this", "until", "by", ",", "("}
    return (known or after.text in {",", "."}) and (piece.capital or before.text == "on")


_NAMED_DAYS = frozenset("bloody super".split())
_NAMES_AFTER = frozenset(
    "times telegraph mirror express herald post mail sun world people star independent mass "
    "school service group night club tribune age age-old".split()
)


def year_led(cursor: Cursor) -> Parsed | None:
    """Read a bare year, with a quarter or month behind it: 2015, 2017-Q1, 2017 April."""
    piece = cursor.piece()
    if piece.kind != "number" or len(piece.text) != 4:
        return None
    year, here = int(piece.text), cursor.on()
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return None
    part = _quarter(here.skip("-", "'s", "’s"))
    if part is not None and isinstance(part[0], YearPart) and part[0].year is None:
        return YearPart(part[0].part, part[0].number, year), part[1]
    if month(here) is not None and (here.piece().capital or here.text not in {"may", "march"}):
        return _year_month(year, here)
    if not is_year(cursor):
        return None
    return Year(year), here.on() if here.text in {"ad", "ce"} and here.piece().capital else here


def _year_month(year: int, cursor: Cursor) -> Parsed | None:
    """Read the month behind a year, with its day: 2017 April, 2015 Sept 19."""
    named = month(cursor)
    if named is None:
        return None
    found = _month_day(cursor, named[0], named[1])
    if found is not None and isinstance(found[0], CalendarDay) and found[0].year is None:
        return CalendarDay(year, named[0], found[0].number), found[1]
    return CalendarMonth(year, named[0]), named[1]


def _season(cursor: Cursor) -> Parsed | None:
    part = SEASONS.get(cursor.text)
    if part is None:
        return None
    year, here = with_year(cursor.on())
    if year is not None:
        return YearPart(part, 1, year), here
    before = cursor.piece(-1).text
    if before in {"this", "last", "next"}:
        return None  # read as relative
    if before in {"since", "until", "by"} or (before == "in" and cursor.text != "fall"):
        return YearPart(part, 1, None), cursor.on()
    return None


def _quarter(cursor: Cursor) -> Parsed | None:
    """Read a quarter or half: Q1 2015, the third quarter of 2014, the first half."""
    text = cursor.text
    if text in {"q", "h"} and cursor.piece(1).kind == "number" and cursor.on().joined():
        number, here = int(cursor.piece(1).text), cursor.on(2)
    else:
        found = ordinal(cursor)
        if found is None:
            return None
        number, here = found[0], found[1].skip("-", "fiscal")
        text = {"quarter": "q", "qtr": "q", "half": "h"}.get(here.text, "")
        here = here.on()
    if not text or not 1 <= number <= (4 if text == "q" else 2):
        return None
    part: PartOfYear = "Q" if text == "q" else "H"
    after = here if here.text != "of" else here.on()
    year, end = with_year(after.skip("-"))
    if year is None and part == "H" and not _half_of_year(cursor, here):
        return None
    return YearPart(part, number, year), (end if year is not None else here)


def _half_of_year(cursor: Cursor, here: Cursor) -> bool:
    """Say whether a half without a year is one of a year, and not of a match or century."""
    return cursor.text == "h" or (here.text == "of" and here.piece(2).text == "year")


def _fiscal(cursor: Cursor) -> Parsed | None:
    label, here = _FISCAL.get(cursor.text), cursor.on()
    if label is not None:
        named = here.text == "year"
        here = here.on() if named else here
    elif cursor.text in {"fy", "sy"}:
        label, named = cursor.text.upper(), True
    else:
        return None
    if here.kind == "pair":
        found = _pair(here)
        if found is not None and isinstance(found[0], Interval):
            return FiscalYear(label, int(here.text[:4]) + 1), found[1]
    year, end = with_year(here)
    if year is not None:
        return FiscalYear(label, year), end
    return (FiscalYear(label, None), here) if named and len(cursor.text) > 2 else None


def century(cursor: Cursor) -> Parsed | None:
    """Read a century by its ordinal: the 19th century is 1801 to 1900."""
    found = ordinal(cursor)
    if found is None:
        return None
    number, here = found[0], found[1].skip("-")
    if here.text not in {"century", "centuries"} or not 1 <= number <= 21:
        return None
    first = (number - 1) * 100 + 1
    return Years(f"{number - 1:02}XX", first, first + 99, "century"), here.on()
