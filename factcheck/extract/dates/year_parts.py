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
    found = _numbered_part(cursor)
    if found is None:
        return _two_quarters(cursor)
    part, number, here = found
    if not 1 <= number <= (4 if part == "Q" else 2):
        return None
    after = here.skip("of").skip("-", ",")
    # A fiscal quarter of a fiscal quarter there is not, and a long row of them is not followed.
    owner = fiscal(after) if ordinal(after.on()) is None else None
    if owner is not None and isinstance(owner[0], FiscalYear):
        return FiscalYear(owner[0].label, owner[0].year, f"{part}{number}"), owner[1]
    year, end = with_year(after)
    if year is None and part == "H" and not _half_of_year(cursor, here):
        return None
    return YearPart(part, number, year), (end if year is not None else here)


def _numbered_part(cursor: Cursor) -> tuple[PartOfYear, int, Cursor] | None:
    """Read Q3, H1, third quarter, second half."""
    if cursor.text in {"q", "h"} and cursor.piece(1).kind == "number" and cursor.on().joined():
        here = cursor.on(2)
        if here.kind == "word" and here.joined():  # H1N1
            return None
        return ("Q" if cursor.text == "q" else "H"), int(cursor.piece(1).text), here
    found = ordinal(cursor)
    part = None if found is None else _PART_NAMES.get(found[1].skip("-").text)
    return None if found is None or part is None else (part, found[0], found[1].skip("-").on())


_PART_NAMES: dict[str, PartOfYear] = {"quarter": "Q", "qtr": "Q", "half": "H"}


def _two_quarters(cursor: Cursor) -> Parsed | None:
    """Read the second and third quarters of 2014."""
    first = ordinal(cursor)
    if first is None or first[1].text not in {"and", "to"}:
        return None
    last = ordinal(first[1].on())
    if last is None or last[1].text != "quarters" or not 1 <= first[0] < last[0] <= 4:
        return None
    here = last[1].on()
    year, end = with_year(here.skip("of"))
    node = Interval(YearPart("Q", first[0], year), YearPart("Q", last[0], year))
    return node, (here if year is None else end)


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
    named = here.text in {"year", "years"}
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
