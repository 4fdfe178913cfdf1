"""Parts of a longer time: early 2015, the end of March, the first week of May."""

from __future__ import annotations

from factcheck.extract.dates.absolute import absolute
from factcheck.extract.dates.nodes import (
    CalendarDay,
    FiscalYear,
    Nth,
    Part,
    Period,
    Run,
    Section,
    Timed,
    Weekday,
    Years,
)
from factcheck.extract.dates.stepped import DAYS, PLURALS, STEPS, stepped, unit_of
from factcheck.extract.dates.words import (
    Cursor,
    cardinal,
    day_number,
    ordinal,
    weekday,
)
from factcheck.extract.dates.years import Parsed

_PARTS: dict[str, Part] = {
    "early": "early",
    "beginning": "start",
    "start": "start",
    "mid": "mid",
    "middle": "mid",
    "late": "late",
    "end": "end",
    "earlier": "earlier",
    "later": "later",
    "rest": "later",
    "remainder": "later",
}

_NOUNS = frozenset("beginning start middle end rest remainder".split())


def section(cursor: Cursor) -> Parsed | None:
    """Read early 2015, mid-November, the end of March, later this year."""
    part = _PARTS.get(cursor.text)
    if part is None:
        return None
    noun = cursor.text in _NOUNS
    if noun and cursor.piece(1).text != "of":
        return None
    here = cursor.on().skip("-", "of").skip("in", "of").skip("the").skip("'", "’", "‘")
    if part in {"earlier", "later"} and here.text in {"today", "yesterday"}:
        return Period("day", DAYS[here.text]), here.on()
    unit = unit_of(here)
    if unit is not None and unit not in {"day", "weekend"}:
        linked = noun or (part in {"earlier", "later"} and cursor.piece(1).text == "in")
        return (Section(part, Period(unit, 0)), here.on()) if linked else None
    found = stepped(here) or absolute(here)
    if found is None or isinstance(found[0], Weekday | CalendarDay | Timed | FiscalYear):
        return None
    return Section(part, found[0]), found[1]


def nth(cursor: Cursor) -> Parsed | None:
    """Read the first week of May, the last Monday of March, the 20th of next month."""
    found = _which(cursor)
    if found is None:
        return _day_of_month(cursor)
    number, here = found
    run = _run(number, here) if abs(number) == 1 else None
    if run is not None:
        return run
    unit, named = unit_of(here), weekday(here)
    if unit is None and named is None:
        return _day_of_month(cursor)
    base = _of(here.on() if named is None else named[1])
    if base is None or unit in {"decade", "century", "year"}:
        return None
    return Nth(number, base[0], unit or "day", None if named is None else named[0]), base[1]


def _which(cursor: Cursor) -> tuple[int, Cursor] | None:
    """Read an ordinal, last (-1) or an ordinal and last (third last: -3)."""
    if cursor.text == "last":
        return -1, cursor.on()
    found = ordinal(cursor)
    if found is not None and found[1].text == "last":
        return -found[0], found[1].on()
    return found if found is None or found[0] else None


def _run(side: int, cursor: Cursor) -> Parsed | None:
    """Read the first six months of 2015, the last two weeks of May, from after the ordinal."""
    count = cardinal(cursor) if cursor.text not in {"a", "an"} else None
    unit = None if count is None else PLURALS.get(count[1].text)
    if count is None or unit is None or not 0 < count[0] < 1000:
        return None
    base = _of(count[1].on())
    return None if base is None else (Run(side * count[0], unit, base[0]), base[1])


def _of(cursor: Cursor) -> Parsed | None:
    """Read the month or year that a part belongs to: of May 2014, in the month, of last year."""
    if cursor.text not in {"of", "in", "from"}:
        return None
    here = cursor.on().skip("the")
    unit = unit_of(here)
    if unit in {"month", "year", "quarter"}:
        return Period(unit, 0), here.on()
    found = stepped(here) or absolute(here)
    if found is None or isinstance(found[0], CalendarDay | Weekday | Years | FiscalYear):
        return None
    return found


def _day_of_month(cursor: Cursor) -> Parsed | None:
    """Read the 20th of next month, 20th of this month."""
    found = day_number(cursor)
    if found is None:
        return None
    here = found[1].skip("day")
    if here.text != "of":
        return None
    here = here.on().skip("the")
    step = STEPS.get(here.text)
    if step is None or here.piece(1).text != "month":
        return None
    return Nth(found[0], Period("month", step)), here.on(2)
