"""Dates told from another day: yesterday, last week, two years ago, later this month."""

from __future__ import annotations

from factcheck.extract.dates.absolute import SEASONS, Parsed, absolute
from factcheck.extract.dates.clocks import PARTS_OF_DAY
from factcheck.extract.dates.context import looks_ahead
from factcheck.extract.dates.nodes import (
    CalendarDay,
    CalendarMonth,
    Distance,
    FiscalYear,
    Nth,
    Part,
    Period,
    Section,
    Stretch,
    Timed,
    Turn,
    Weekday,
    Which,
    YearPart,
    Years,
)
from factcheck.extract.dates.periods import Unit
from factcheck.extract.dates.words import (
    Cursor,
    cardinal,
    day_ordinal,
    month,
    ordinal,
    weekday,
)

_DAYS = {"today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1, "tmrw": 1}
_UNITS: dict[str, Unit] = {
    "day": "day",
    "week": "week",
    "weekend": "weekend",
    "month": "month",
    "quarter": "quarter",
    "year": "year",
    "decade": "decade",
    "century": "century",
}
_PLURALS = {f"{name}s": unit for name, unit in _UNITS.items() if name != "century"} | {
    "fortnights": "week",
    "centuries": "century",
}
_STEPS = {
    "this": 0,
    "current": 0,
    "last": -1,
    "past": -1,
    "previous": -1,
    "preceding": -1,
    "next": 1,
    "coming": 1,
    "upcoming": 1,
    "following": 1,
}
_TOLD = frozenset({"previous", "preceding", "following"})
_STRETCHING = frozenset("last past previous next coming upcoming following".split())
_WHICH: dict[int, Which] = {-1: "last", 0: "this", 1: "next"}
_PARTS: dict[str, Part] = {
    "early": "early",
    "beginning": "early",
    "start": "early",
    "mid": "mid",
    "middle": "mid",
    "late": "late",
    "end": "late",
    "earlier": "earlier",
    "later": "later",
    "rest": "later",
    "remainder": "later",
}


def relative(cursor: Cursor) -> Parsed | None:
    """Read the relative date here, the longest one."""
    if cursor.kind not in {"word", "number", "ordinal"}:
        return None
    return (
        _named_day(cursor)
        or _section(cursor)
        or _nth(cursor)
        or _stretch(cursor)
        or _stepped(cursor)
        or _distance(cursor)
        or _told_day(cursor)
    )


def whole(cursor: Cursor) -> Parsed | None:
    """Read a date of any kind, without clock and without range."""
    found = _weekday_of_week(cursor) or relative(cursor) or absolute(cursor)
    if found is None:
        return None
    return found


def _named_day(cursor: Cursor) -> Parsed | None:
    count = _DAYS.get(cursor.text)
    if count is not None:
        if cursor.text == "tonight":
            return Timed(Period("day", 0), "TNI", ""), cursor.on()
        return Period("day", count), cursor.on()
    if cursor.text == "day" and cursor.piece(1).text in {"before", "after"}:
        target = cursor.piece(2).text
        step = -1 if cursor.piece(1).text == "before" else 1
        if _DAYS.get(target) == step:
            return Period("day", 2 * step), cursor.on(3)
    return None


def _unit(cursor: Cursor) -> Unit | None:
    """Return the unit named here in the singular, if it is no part of another word."""
    unit = _UNITS.get({"qtr": "quarter", "yr": "year"}.get(cursor.text, cursor.text))
    if unit is None or (cursor.piece(1).text == "-" and cursor.on().joined()):
        return None
    return unit


def _stepped(cursor: Cursor) -> Parsed | None:
    """Read this, last, next and their like with a unit, a weekday, a month or a season."""
    step = _STEPS.get(cursor.text)
    if step is None:
        return None
    here = cursor.on()
    if cursor.text == "this" and here.text in {"past", "last", "coming", "next"}:
        step, here = _STEPS[here.text], here.on()
    if here.text == "calendar":
        here = here.on()
    unit = _unit(here)
    if unit is not None:
        return _stepped_unit(cursor, step, unit, here.on())
    label = PARTS_OF_DAY.get(here.text)
    if label is not None and cursor.text in {"this", "last"}:
        night = step == -1
        if night and here.text != "night":
            return None
        return Timed(Period("day", step), label, ""), here.on()
    return _stepped_name(cursor, step, here)


def _stepped_unit(cursor: Cursor, step: int, unit: Unit, after: Cursor) -> Parsed | None:
    told = cursor.text in _TOLD
    if unit == "day" and not told:
        return None  # the next day is told below; "this day", "last day" are no dates
    if cursor.text in {"past", "last"} and unit != "day" and _over(cursor):
        return Stretch(unit, 1, ahead=False), after
    if unit == "week":
        found = weekday(after.skip("on"))
        if found is not None:
            return Weekday(found[0], week=step), found[1]
    return Period(unit, step, told=told), after


def _over(cursor: Cursor) -> bool:
    """Say whether "the past year" is a stretch of time: over, in, during, for the past year."""
    before = cursor.piece(-1).text
    return before == "the" and cursor.piece(-2).text in {"in", "over", "during", "for", "within"}


def _stepped_name(cursor: Cursor, step: int, here: Cursor) -> Parsed | None:
    named = weekday(here)
    if named is not None:
        return _stepped_weekday(cursor.text, step, named[0], here)
    if cursor.text in {"past", "current"}:
        return None
    dated = absolute(here)
    if dated is not None and isinstance(dated[0], CalendarDay) and dated[0].year is None:
        return Turn(dated[0], _WHICH[step]), dated[1]
    season = SEASONS.get(here.text)
    if season is not None and cursor.text in {"this", "last", "next"}:
        return Turn(YearPart(season, 1, None), _WHICH[step]), here.on()
    found = month(here)
    if found is None or (here.text in {"may", "march"} and not here.piece().capital):
        return None
    return Turn(CalendarMonth(None, found[0]), _WHICH[step]), found[1]


def _stepped_weekday(word: str, step: int, number: int, here: Cursor) -> Parsed | None:
    dated = absolute(here)
    if dated is not None and isinstance(dated[0], CalendarDay):
        if dated[0].year is None and dated[0].month is not None:
            return Turn(dated[0], _WHICH[step]), dated[1]
        return dated
    end = weekday(here)
    after = end[1] if end is not None else here.on()
    if word in {"last", "past"}:
        return Weekday(number, strict="last"), after
    if word in {"coming", "upcoming"}:
        return Weekday(number, strict="next"), after
    return Weekday(number, week=step), after


def _stretch(cursor: Cursor) -> Parsed | None:
    """Read the past four years, the next few days; four past years."""
    if cursor.text in _STRETCHING:
        ahead, here = _STEPS[cursor.text] > 0, cursor.on()
        found = _count(here)
        if found is None:
            return None
        number, here = found
        unit = _PLURALS.get(here.text) or (_UNITS.get(here.text) if number == 1 else None)
    else:
        found = cardinal(cursor)
        if found is None or found[1].text not in _STRETCHING or cursor.text in {"a", "an"}:
            return None
        number, here = found
        ahead, here = _STEPS[here.text] > 0, here.on()
        unit = _PLURALS.get(here.text)
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
    unit = _PLURALS.get(here.text) or (_unit(here) if number == 1 else None)
    if unit is None or unit in {"weekend", "quarter"}:
        return None
    return number, unit, here.on()


def _distance(cursor: Cursor) -> Parsed | None:
    """Read two months ago, two days after 3 May, in two weeks."""
    if cursor.text == "in":
        found = _counted_unit(cursor.on())
        if found is None or not looks_ahead(cursor) or found[2].text in {"-", "of"}:
            return None  # the third attack in two weeks
        return Distance(found[1], found[0]), found[2]
    found = _counted_unit(cursor)
    if found is None:
        return None
    number, unit, here = found
    if here.text == "from" and here.piece(1).text == "now":
        return Distance(unit, number), here.on(2)
    if here.text in {"ago", "hence"}:
        return Distance(unit, -number if here.text == "ago" else number), here.on()
    return _distance_from(number, unit, here)


def _distance_from(number: int, unit: Unit, cursor: Cursor) -> Parsed | None:
    """Read the date that a distance is counted from: two days [after 3 May]."""
    if cursor.text not in {"before", "after", "from"}:
        return None
    base = whole(cursor.on().skip("the"))
    if base is None or isinstance(base[0], Distance):
        return None
    return Distance(unit, -number if cursor.text == "before" else number, base[0]), base[1]


def _told_day(cursor: Cursor) -> Parsed | None:
    """Read the next day, a day later, the day before: told from a day named before."""
    if cursor.text == "next" and cursor.piece(1).text == "day" and cursor.piece(-1).text == "the":
        return Period("day", 1, told=True), cursor.on(2)
    if cursor.text in {"a", "one"} and cursor.piece(1).text in {"day", "week", "month", "year"}:
        step = {"earlier": -1, "later": 1}.get(cursor.piece(2).text)
        if step is not None:
            return Period(_UNITS[cursor.piece(1).text], step, told=True), cursor.on(3)
    return None


def _section(cursor: Cursor) -> Parsed | None:
    """Read early 2015, mid-November, the end of March, later this year."""
    part = _PARTS.get(cursor.text)
    if part is None:
        return None
    here = cursor.on().skip("-", "of").skip("in", "of").skip("the")
    if part in {"earlier", "later"} and here.text in {"today", "yesterday"}:
        return Period("day", _DAYS[here.text]), here.on()
    unit = _unit(here)
    if unit is not None and unit not in {"day", "weekend"}:
        linked = cursor.piece(1).text in {"of", "in"}
        return (Section(part, Period(unit, 0)), here.on()) if linked else None
    found = _stepped(here) or absolute(here)
    if found is None or isinstance(found[0], Weekday | CalendarDay | Timed | FiscalYear):
        return None
    return Section(part, found[0]), found[1]


def _nth(cursor: Cursor) -> Parsed | None:
    """Read the first week of May, the last Monday of March, the 20th of next month."""
    if cursor.text == "last":
        found: tuple[int, Cursor] | None = (-1, cursor.on())
    else:
        found = ordinal(cursor)
        if found is not None and found[1].text == "last":
            found = -found[0], found[1].on()
    if found is None or found[0] == 0:
        return None
    number, here = found
    unit, named = _unit(here), weekday(here)
    if named is not None:
        after = named[1]
    elif unit in {"day", "week", "weekend", "month", "quarter"}:
        after = here.on()
    else:
        return _day_of_month(cursor)
    base = _of(after)
    if base is None:
        return None
    if named is not None:
        return Nth(number, base[0], weekday=named[0]), base[1]
    if unit in {"month", "quarter"}:
        return None
    return Nth(number, base[0], unit or "day"), base[1]


def _of(cursor: Cursor) -> Parsed | None:
    """Read the month or year that a part belongs to: of May 2014, in the month, of last year."""
    if cursor.text not in {"of", "in", "from"}:
        return None
    here = cursor.on().skip("the")
    unit = _unit(here)
    if unit in {"month", "year", "quarter"}:
        return Period(unit, 0), here.on()
    found = _stepped(here) or absolute(here)
    if found is None or isinstance(found[0], CalendarDay | Weekday | Years | FiscalYear):
        return None
    return found


def _day_of_month(cursor: Cursor) -> Parsed | None:
    """Read the 20th of next month, 20th of this month."""
    found = day_ordinal(cursor)
    if found is None or found[1].text != "of":
        return None
    here = found[1].on().skip("the")
    step = _STEPS.get(here.text)
    if step is None or here.piece(1).text != "month":
        return None
    return Nth(found[0], Period("month", step)), here.on(2)


def _weekday_of_week(cursor: Cursor) -> Parsed | None:
    """Read Wednesday of next week, Monday last week."""
    named = weekday(cursor)
    if named is None:
        return None
    here = named[1].skip("of", "from", "in").skip("the")
    step = _STEPS.get(here.text)
    if step is not None and here.piece(1).text == "week":
        return Weekday(named[0], week=step), here.on(2)
    return None
