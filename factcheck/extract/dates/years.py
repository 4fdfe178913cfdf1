"""Years and their multiples: 2014-15, May 2014, the 1990s, the 19th century."""

from __future__ import annotations

from factcheck.extract.dates.context import is_counted
from factcheck.extract.dates.nodes import (
    CalendarMonth,
    Interval,
    Node,
    Year,
    Years,
)
from factcheck.extract.dates.words import Cursor, ordinal, year_words
from factcheck.vocabulary.calendar import FIRST_YEAR, LAST_YEAR

Parsed = tuple[Node, Cursor]


_DECADES = {
    "twenties": 1920,
    "thirties": 1930,
    "forties": 1940,
    "fifties": 1950,
    "sixties": 1960,
    "seventies": 1970,
    "eighties": 1980,
    "nineties": 1990,
}


def _is_decade(cursor: Cursor) -> bool:
    """Say whether two digits are a decade: the 90s, the late '90s, but not her late 20s."""
    back = -1
    while cursor.piece(back).text in {"early", "mid", "late", "-", "'", "’", "‘"}:
        back -= 1
    return cursor.piece(back).text == "the" or (
        back < -1 and cursor.piece(back).text not in _OWNERS
    )


_OWNERS = frozenset("his her their my your our its".split())


def year_after(cursor: Cursor) -> tuple[int, Cursor] | None:
    """Read the year that belongs to the month or season before it."""
    here = cursor.skip(",")
    here = here.skip("of", "in") if here is cursor else here
    here = here.on(2) if here.text == "the" and here.piece(1).text == "year" else here
    piece = here.piece()
    if piece.kind == "word":
        return year_words(here)
    if piece.kind != "number" or here.piece(1).text in {"%", "'", ":"}:
        return None
    if len(piece.text) == 4 and FIRST_YEAR <= int(piece.text) <= LAST_YEAR:
        return (int(piece.text), here.on()) if not is_counted(here.piece(1)) else None
    if len(piece.text) == 2 and here.piece(-1).text in {"'", "’"} and here.joined():
        return int(piece.text) + (1900 if int(piece.text) >= 40 else 2000), here.on()
    return None


def with_year(cursor: Cursor) -> tuple[int | None, Cursor]:
    """Read the year behind a month or season if there is one."""
    apostrophe = cursor.skip("'", "’")
    found = year_after(cursor) or (year_after(apostrophe) if apostrophe is not cursor else None)
    return (None, cursor) if found is None else found


def numbers_of(text: str) -> list[str]:
    """Cut a numeric date at its separators."""
    for separator in "/.–":
        text = text.replace(separator, "-")
    return text.split("-")


def pair(cursor: Cursor) -> Parsed | None:
    """Read two years (2014-15, 2015/16) or an ISO month (2015-03)."""
    first, second = numbers_of(cursor.text)
    year, number = int(first), int(second)
    if len(second) == 2 and number == (year + 1) % 100:
        return Interval(Year(year), Year(year + 1)), cursor.on()
    if 1 <= number <= 12 and "-" in cursor.text:
        return CalendarMonth(year, number), cursor.on()
    if len(second) == 2 and number > year % 100 and year <= LAST_YEAR:
        return Interval(Year(year), Year(year // 100 * 100 + number)), cursor.on()
    return None


def decade(cursor: Cursor) -> Parsed | None:
    """Read the 1990s, the '90s, the nineties; the 1900s are a century, the 2000s ten years."""
    named = _DECADES.get(cursor.text)
    if named is not None:
        found = Years(f"{named // 10}X", named, named + 9, "decade"), cursor.on()
        return found if _is_decade(cursor) else None
    if cursor.kind != "decade":
        return None
    digits = "".join(mark for mark in cursor.text if mark.isdigit())
    start = int(digits)
    if len(digits) == 2:
        if not _is_decade(cursor):
            return None
        start += 1900 if start >= 20 else 2000
    if start % 100 == 0 and start < 2000:
        return Years(f"{start // 100}XX", start, start + 99, "century"), cursor.on()
    return Years(f"{start // 10}X", start, start + 9, "decade"), cursor.on()


def century(cursor: Cursor) -> Parsed | None:
    """Read a century by its ordinal, or two: the 19th century, the 17th and 18th centuries."""
    first = ordinal(cursor)
    if first is None:
        return None
    last = ordinal(first[1].on().skip("the")) if first[1].text in {"and", "to", "–"} else None
    number, here = last if last is not None else first
    here = here.skip("-")
    if here.text not in {"century", "centuries"} or is_before_christ(here.on()):
        return None
    if not 1 <= first[0] <= number <= 21:
        return None
    end = _century(number)
    return (end if last is None else Interval(_century(first[0]), end)), here.on()


def _century(number: int) -> Years:
    first = (number - 1) * 100 + 1
    return Years(f"{number - 1:02}XX", first, first + 99, "century")


def is_before_christ(cursor: Cursor) -> bool:
    """Say whether BC or BCE follows, whose years no calendar of ours holds."""
    written = cursor.text == "b" and cursor.piece(1).text == "." and cursor.piece(2).text == "c"
    return written or cursor.text in {"bc", "bce"}
