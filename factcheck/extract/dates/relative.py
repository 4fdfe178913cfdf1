"""Dates told from another day: yesterday, two years ago, the past four years."""

from __future__ import annotations

from factcheck.extract.dates.absolute import absolute
from factcheck.extract.dates.direction import looks_ahead
from factcheck.extract.dates.named import holiday
from factcheck.extract.dates.nodes import (
    CalendarDay,
    Distance,
    Holiday,
    InYear,
    Period,
    Stretch,
    Timed,
    Weekday,
    WeekdayBeside,
    Weekend,
    Year,
    Yearly,
)
from factcheck.extract.dates.periods import Unit
from factcheck.extract.dates.portions import nth, section
from factcheck.extract.dates.stepped import (
    DAYS,
    PLURALS,
    STEPS,
    STRETCHING,
    UNITS,
    stepped,
    unit_of,
)
from factcheck.extract.dates.words import (
    Cursor,
    cardinal,
    weekday,
)
from factcheck.extract.dates.years import Parsed
from factcheck.vocabulary.calendar import FIRST_YEAR, LAST_YEAR


def relative(cursor: Cursor) -> Parsed | None:
    """Read the relative date here, the longest one."""
    if cursor.kind not in {"word", "ordinal"} and not cursor.line.counted:
        return None  # whatever begins with a number has a unit of time in it
    return (
        _named_day(cursor)
        or section(cursor)
        or nth(cursor)
        or (_stretch(cursor) if cursor.line.counted else None)
        or stepped(cursor)
        or (_counted(cursor) if cursor.line.counted else None)
    )


def _counted(cursor: Cursor) -> Parsed | None:
    return (
        _told_day(cursor)
        or _distance(cursor)
        or _to_come(cursor)
        or _beside(cursor)
        or _weekend(cursor)
    )


def _base(cursor: Cursor) -> Parsed | None:
    """Read a date that others are counted from; it is never counted itself."""
    return _named_day(cursor) or stepped(cursor) or holiday(cursor) or absolute(cursor)


_ATTACKS = frozenset("attack attacks terrorist terror hijackers hijackings".split())


def whole(cursor: Cursor) -> Parsed | None:
    """Read a date of any kind, without clock and without range."""
    found = _weekday_of_week(cursor) or relative(cursor) or holiday(cursor) or absolute(cursor)
    if found is not None and isinstance(found[0], Period) and found[1].text in {"'s", "’s"}:
        return _in_that_year(found[0], found[1].on()) or found
    if found is None or not isinstance(found[0], Yearly) or found[0].year is not None:
        return found
    if found[0] == CalendarDay(None, 9, 11) and found[1].text in _ATTACKS:
        return CalendarDay(2001, 9, 11), found[1]
    here = found[1].skip("of", "in").skip("the")
    step = STEPS.get(here.text)
    if step is None or here.piece(1).text != "year":
        return found
    return InYear(found[0], step), here.on(2)


def _in_that_year(period: Period, cursor: Cursor) -> Parsed | None:
    """Read what a year is said to have had: last year's third quarter, this year's Easter."""
    found = (holiday(cursor) or absolute(cursor)) if period.unit == "year" else None
    if found is None or not isinstance(found[0], Yearly) or found[0].year is not None:
        return None
    return InYear(found[0], period.count), found[1]


def _named_day(cursor: Cursor) -> Parsed | None:
    count = DAYS.get(cursor.text)
    if count is not None:
        if cursor.piece().capital and cursor.piece(-1).capital:
            return None  # the name of a paper
        if cursor.text == "tonight":
            return Timed(Period("day", 0), "TNI", ""), cursor.on()
        return Period("day", count), cursor.on()
    if cursor.text == "day" and cursor.piece(1).text in {"before", "after"}:
        target = cursor.piece(2).text
        step = -1 if cursor.piece(1).text == "before" else 1
        if DAYS.get(target) == step:
            return Period("day", 2 * step), cursor.on(3)
    return None


def _stretch(cursor: Cursor) -> Parsed | None:
    """Read the past four years, the next few days; four past years."""
    if cursor.text in STRETCHING:
        ahead, here = STEPS[cursor.text] > 0, cursor.on()
        found = _count(here)
        if found is None:
            return None
        number, here = found
        unit = PLURALS.get(here.text) or (UNITS.get(here.text) if number == 1 else None)
    else:
        found = cardinal(cursor)
        if found is None or found[1].text not in STRETCHING or cursor.text in {"a", "an"}:
            return None
        number, here = found
        ahead, here = STEPS[here.text] > 0, here.on()
        unit = PLURALS.get(here.text)
    if unit is None or number == 0:
        return None
    number *= 2 if here.text == "fortnights" else 1
    return Stretch(unit, number, ahead=ahead), here.on()


def _count(cursor: Cursor) -> tuple[int, Cursor] | None:
    """Read how many units; "few" and "couple of" as three and two."""
    here = cursor.skip("a")
    if here.text in {"few", "several"}:
        return 3, here.on()
    if here.text == "couple":
        return 2, here.on().skip("of")
    return cardinal(cursor) if here is cursor else None


def _counted_unit(cursor: Cursor) -> tuple[int, Unit, Cursor] | None:
    """Read a number of units: two days, a week, a fortnight."""
    found = _count(cursor) or cardinal(cursor)
    if found is None:
        return None
    number, here = found
    if here.text in {"fortnight", "fortnights"}:
        return 2 * number, "week", here.on()
    half = here.text == "and" and here.piece(1).text == "a" and here.piece(2).text == "half"
    here = here.on(3) if half else here
    unit = PLURALS.get(here.text) or (unit_of(here) if number == 1 else None)
    if unit is None or unit in {"weekend", "quarter"}:
        return None
    here = here.on()
    if not half and [here.text, here.piece(1).text, here.piece(2).text] == ["and", "a", "half"]:
        half, here = True, here.on(3)
    if not half:
        return number, unit, here
    finer = _HALVED.get(unit)
    return None if finer is None else (2 * finer[0] * number + finer[0], finer[1], here)


# Half of a unit in a finer one: a year and a half is six quarters.
_HALVED: dict[Unit, tuple[int, Unit]] = {
    "decade": (5, "year"),
    "year": (2, "quarter"),
    "month": (2, "week"),
}


def _to_come(cursor: Cursor) -> Parsed | None:
    """Read in two weeks, where the sentence speaks of the future."""
    found = _counted_unit(cursor.on()) if cursor.text == "in" else None
    if (
        found is None
        or not looks_ahead(cursor, found[2], weekday=False)
        or found[2].text in {"-", "of"}
    ):
        return None  # the third attack in two weeks
    return Distance(found[1], found[0]), found[2]


def _distance(cursor: Cursor) -> Parsed | None:
    """Read two months ago, two days after 3 May, a week later."""
    found = _counted_unit(cursor)
    if found is None:
        return None
    number, unit, here = _with_rest(*found)
    if here.text == "from" and here.piece(1).text == "now":
        return Distance(unit, number), here.on(2)
    sign = {"ago": -1, "earlier": -1, "hence": 1, "later": 1}.get(here.text)
    if sign is None:
        return _distance_from(number, unit, here)
    few = cursor.text in {"few", "several"} or cursor.piece(1).text in {"few", "several"}
    told = here.text in {"earlier", "later"}
    if here.text == "ago" and here.piece(1).text == "today":
        return Distance(unit, -number, reach="day"), here.on(2)
    node = Distance(unit, sign * number, told=told, reach="vague" if few else "about")
    return node, here.on()


def _with_rest(number: int, unit: Unit, cursor: Cursor) -> tuple[int, Unit, Cursor]:
    """Add the smaller units behind: two years and three months, a week and two days."""
    rest = _counted_unit(cursor.on()) if cursor.text == "and" else None
    size = None if rest is None else _SIZES.get((unit, rest[1]))
    if rest is None or size is None:
        return number, unit, cursor
    return number * size + rest[0], rest[1], rest[2]


_SIZES: dict[tuple[Unit, Unit], int] = {("year", "month"): 12, ("week", "day"): 7}


def _distance_from(number: int, unit: Unit, cursor: Cursor) -> Parsed | None:
    """Read the date that a distance is counted from: two days [after 3 May]."""
    if cursor.text not in {"before", "after", "from"}:
        return None
    base = _base(cursor.on().skip("the"))
    if base is None:
        return None
    count = -number if cursor.text == "before" else number
    if isinstance(base[0], Year) and unit == "year":  # 20 years after the 1995 accord
        year = base[0].year + count
        return (Year(year), base[1]) if FIRST_YEAR <= year <= LAST_YEAR else None
    return Distance(unit, count, base[0]), base[1]


def _beside(cursor: Cursor) -> Parsed | None:
    """Read the day before Christmas, the year after 2014, the week of 18 May."""
    unit = unit_of(cursor)
    link = cursor.piece(1).text
    if unit is None or cursor.piece(-1).text != "the":
        return None
    twice = {("after", "next"): 2, ("before", "last"): -2}.get((link, cursor.piece(2).text))
    if twice is not None and unit_of(cursor.on(3)) is None:
        return Period(unit, twice), cursor.on(3)
    base = _base(cursor.on(2).skip("the"))
    if base is None or not isinstance(base[0], CalendarDay | Holiday | Weekday | Year):
        return None
    count = {"before": -1, "after": 1, "of": 0}.get(link)
    if count is None or (count == 0 and (unit not in {"week", "weekend"})):
        return None
    return Distance(unit, count, base[0], reach="period"), base[1]


def _weekend(cursor: Cursor) -> Parsed | None:
    """Read the weekend by itself: over the weekend, at the weekend."""
    before = cursor.piece(-2).text
    if cursor.text != "weekend" or cursor.piece(-1).text != "the":
        return None
    return (Weekend(), cursor.on()) if before in {"at", "over", "on", "during", "for"} else None


def _told_day(cursor: Cursor) -> Parsed | None:
    """Read the next day, a year earlier: told from a day named before, or the document's."""
    if cursor.text == "next" and cursor.piece(1).text == "day" and cursor.piece(-1).text == "the":
        return Period("day", 1, told=True), cursor.on(2)
    unit = UNITS.get(cursor.piece(1).text) if cursor.text in {"a", "one"} else None
    if unit in {"month", "quarter", "year"} and cursor.piece(2).text == "earlier":
        return Period(unit, -1, told=True), cursor.on(3)
    return None


def _weekday_of_week(cursor: Cursor) -> Parsed | None:
    """Read Wednesday of next week, Monday last week, the Monday before Christmas."""
    named = weekday(cursor)
    if named is None:
        return None
    here = named[1].skip("of", "from", "in").skip("the")
    if (named[1].text, named[1].piece(1).text) == ("before", "last"):
        return WeekdayBeside(named[0], Weekday(named[0], strict="last"), after=False), named[1].on(
            2
        )
    if named[1].text in {"before", "after"} and cursor.piece(-1).text == "the":
        base = _base(named[1].on().skip("the"))
        if base is not None and isinstance(base[0], CalendarDay | Holiday):
            return WeekdayBeside(named[0], base[0], named[1].text == "after"), base[1]
    step = STEPS.get(here.text)
    if step is not None and here.piece(1).text == "week":
        return Weekday(named[0], week=step), here.on(2)
    return None
