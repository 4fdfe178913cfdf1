"""Years, their parts and their multiples: 2014-15, Q3 2015, spring 2014, the 1990s."""

from __future__ import annotations

from factcheck.extract.dates.context import is_counted
from factcheck.extract.dates.nodes import (
    CalendarMonth,
    FiscalYear,
    Interval,
    Node,
    PartOfYear,
    Year,
    YearPart,
    Years,
)
from factcheck.extract.dates.words import Cursor, ordinal, year_words
from factcheck.vocabulary.calendar import FIRST_YEAR, LAST_YEAR

Parsed = tuple[Node, Cursor]

SEASONS: dict[str, PartOfYear] = {
    "spring": "SP",
    "summer": "SU",
    "autumn": "FA",
    "fall": "FA",
    "winter": "WI",
}

_FISCAL = {"fiscal": "FY", "financial": "FY", "school": "SY", "academic": "SY"}


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
    """Read the 1990s, the '90s; the 1900s are a century, the 2000s ten years."""
    digits = "".join(mark for mark in cursor.text if mark.isdigit())
    start = int(digits)
    if len(digits) == 2:
        if not _is_decade(cursor):
            return None
        start += 1900 if start >= 20 else 2000
    if start % 100 == 0 and start < 2000:
        return Years(f"{start // 100}XX", start, start + 99, "century"), cursor.on()
    return Years(f"{start // 10}X", start, start + 9, "decade"), cursor.on()


def season(cursor: Cursor) -> Parsed | None:
    """Read a season with its year, or alone behind "in" or "since"."""
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


def quarter(cursor: Cursor) -> Parsed | None:
    """Read a quarter or half: Q1 2015, the third quarter of 2014, the first half."""
    text = cursor.text
    if text in {"q", "h"} and cursor.piece(1).kind == "number" and cursor.on().joined():
        number, here = int(cursor.piece(1).text), cursor.on(2)
        if here.kind == "word" and here.joined():  # H1N1
            return None
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


def fiscal(cursor: Cursor) -> Parsed | None:
    """Read a fiscal or school year: fiscal 2015, financial year 2014-15, FY2015."""
    label, here = _FISCAL.get(cursor.text), cursor.on()
    if label is not None:
        named = here.text == "year"
        here = here.on() if named else here
    elif cursor.text in {"fy", "sy"}:
        label, named = cursor.text.upper(), True
    else:
        return None
    if here.kind == "pair":
        found = pair(here)
        if found is not None and isinstance(found[0], Interval):
            return FiscalYear(label, int(here.text[:4]) + 1), found[1]
    year, end = with_year(here)
    if year is not None:
        return FiscalYear(label, year), end
    return (FiscalYear(label, None), here) if named and cursor.text in _FISCAL else None


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
