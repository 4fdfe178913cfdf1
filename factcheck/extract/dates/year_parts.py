"""Parts of years, and years of another calendar: Q3 2015, spring 2014, fiscal 2016."""

from __future__ import annotations

from factcheck.extract.dates.nodes import FiscalYear, Interval, PartOfYear, Year, YearPart
from factcheck.extract.dates.words import Cursor, ordinal
from factcheck.extract.dates.years import Parsed, pair, with_year

SEASONS: dict[str, PartOfYear] = {
    "spring": "SP",
    "summer": "SU",
    "autumn": "FA",
    "fall": "FA",
    "winter": "WI",
}

_FISCAL = {"fiscal": "FY", "financial": "FY", "school": "SY", "academic": "SY"}


def season(cursor: Cursor) -> Parsed | None:
    """Read a season with its year, or alone behind "in" or "since"."""
    part = SEASONS.get(cursor.text)
    if part is None:
        return None
    year, here = with_year(cursor.on())
    if year is not None:
        return YearPart(part, 1, year), here
    if part == "WI" and cursor.piece(1).kind == "pair":
        both = pair(cursor.on())
        if both is not None and isinstance(both[0], Interval) and isinstance(both[0].start, Year):
            return YearPart(part, 1, both[0].start.year), both[1]
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
        number, here = found[0], found[1].skip("-")
        text = {"quarter": "q", "qtr": "q", "half": "h"}.get(here.text, "")
        here = here.on()
    if not text or not 1 <= number <= (4 if text == "q" else 2):
        return None
    part: PartOfYear = "Q" if text == "q" else "H"
    after = here.skip("of").skip("-", ",")
    owner = fiscal(after)
    if owner is not None and isinstance(owner[0], FiscalYear):
        return FiscalYear(owner[0].label, owner[0].year, f"{part}{number}"), owner[1]
    year, end = with_year(after)
    if year is None and part == "H" and not _half_of_year(cursor, here):
        return None
    return YearPart(part, number, year), (end if year is not None else here)


def _half_of_year(cursor: Cursor, here: Cursor) -> bool:
    """Say whether a half without a year is one of a year, and not of a match or century."""
    return cursor.text == "h" or (here.text == "of" and here.piece(2).text == "year")


def fiscal(cursor: Cursor) -> Parsed | None:
    """Read a fiscal or school year: fiscal 2015, financial year 2014-15, FY2015, FY16."""
    label, here = _FISCAL.get(cursor.text), cursor.on()
    if label is None:
        short = cursor.text.upper()
        return _fiscal_year(short, here) if short in {"FY", "SY"} else None
    if ordinal(here) is not None:
        found = quarter(here)  # fiscal third quarter
        if found is None or not isinstance(found[0], YearPart):
            return None
        part = f"{found[0].part}{found[0].number}"
        return FiscalYear(label, found[0].year, part), found[1]
    named = here.text == "year"
    here = here.on() if named else here
    return _fiscal_year(label, here) or ((FiscalYear(label, None), here) if named else None)


def _fiscal_year(label: str, cursor: Cursor) -> Parsed | None:
    """Read the number of a fiscal year; two years are named by the second."""
    if cursor.kind == "number" and len(cursor.text) == 2 and cursor.joined():
        return FiscalYear(label, 2000 + int(cursor.text)), cursor.on()
    found = pair(cursor) if cursor.kind == "pair" else None
    if found is not None and isinstance(found[0], Interval):
        return FiscalYear(label, int(cursor.text[:4]) + 1), found[1]
    year, end = with_year(cursor)
    return None if year is None else (FiscalYear(label, year), end)
