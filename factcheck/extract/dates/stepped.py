"""This, last, next and their like: last week, next Monday, this March, the previous day."""

from __future__ import annotations

from factcheck.extract.dates.absolute import absolute
from factcheck.extract.dates.clocks import PARTS_OF_DAY
from factcheck.extract.dates.named import holiday
from factcheck.extract.dates.nodes import (
    CalendarDay,
    CalendarMonth,
    Holiday,
    Period,
    Stretch,
    Timed,
    Turn,
    Weekday,
    Weekend,
    Which,
    YearPart,
)
from factcheck.extract.dates.periods import Unit
from factcheck.extract.dates.words import (
    Cursor,
    month,
    weekday,
)
from factcheck.extract.dates.year_parts import SEASONS
from factcheck.extract.dates.years import Parsed

DAYS = {"today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1, "tmrw": 1}
UNITS: dict[str, Unit] = {
    "day": "day",
    "week": "week",
    "weekend": "weekend",
    "month": "month",
    "quarter": "quarter",
    "year": "year",
    "decade": "decade",
    "century": "century",
}

PLURALS = {f"{name}s": unit for name, unit in UNITS.items() if name != "century"} | {
    "fortnights": "week",
    "centuries": "century",
}
STRETCHING = frozenset("last past previous next coming upcoming following".split())
_SHORT = {"qtr": "quarter", "yr": "year", "wk": "week", "wkend": "weekend", "workweek": "week"}
STEPS = {
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

_WHICH: dict[int, Which] = {-1: "last", 0: "this", 1: "next"}


def unit_of(cursor: Cursor) -> Unit | None:
    """Return the unit named here in the singular, if it is no part of another word."""
    unit = UNITS.get(_SHORT.get(cursor.text, cursor.text))
    if unit is None or (cursor.piece(1).text == "-" and cursor.on().joined()):
        return None
    return unit


def stepped(cursor: Cursor) -> Parsed | None:
    """Read this, last, next and their like with a unit, a weekday, a month or a season."""
    step, word = STEPS.get(cursor.text), cursor.text
    if step is None or cursor.piece(-1).text in {"a", "an"}:
        return None
    here = cursor.on()
    if cursor.text == "this" and here.text in {"past", "last", "coming", "next"}:
        step, word, here = STEPS[here.text], here.text, here.on()
    here = here.skip("calendar", "working")
    unit = unit_of(here) or _unmarked_possessive(here)
    if unit is not None:
        return _stepped_unit(cursor, step, unit, here.on())
    if here.text == "fortnight" and step:
        return Stretch("week", 2, ahead=step > 0), here.on()
    label = PARTS_OF_DAY.get(here.text)
    if label is not None and cursor.text in {"this", "last"}:
        night = step == -1
        if night and here.text != "night":
            return None
        return Timed(Period("day", step), label, ""), here.on()
    return _stepped_name(word, step, here)


def _unmarked_possessive(cursor: Cursor) -> Unit | None:
    """Return the unit of a possessive that lost its apostrophe: this weeks battle."""
    after = cursor.piece(1)
    if cursor.piece(-1).text not in {"this", "last", "next"}:
        return None
    lost = after.kind == "word" and after.text not in {"of", "and", "or", "in", "to", "before"}
    return PLURALS.get(cursor.text) if lost else None


def _stepped_unit(cursor: Cursor, step: int, unit: Unit, after: Cursor) -> Parsed | None:
    told = cursor.text in _TOLD
    if unit == "day" and not told:
        return None  # the next day is told below; "this day", "last day" are no dates
    if cursor.text in {"past", "last"} and unit not in {"day", "quarter"} and _over(cursor):
        return Stretch(unit, 1, ahead=False), after
    if unit == "weekend" and step == 0:
        return Weekend(), after
    if unit == "week":
        found = weekday(after.skip("on", "'s", "’s"))
        if found is not None:
            return Weekday(found[0], week=step), found[1]
    return Period(unit, step, told=told), after


def _over(cursor: Cursor) -> bool:
    """Say whether "the past year" is a stretch of time: over, in, during, for the past year."""
    before = cursor.piece(-1).text
    return before == "the" and cursor.piece(-2).text in {"in", "over", "during", "for", "within"}


def _stepped_name(word: str, step: int, here: Cursor) -> Parsed | None:
    named = weekday(here)
    if named is not None:
        return _stepped_weekday(word, step, *named, absolute(here))
    if word in {"past", "current"}:
        return None
    dated = holiday(here) or absolute(here)
    if dated is not None and isinstance(dated[0], CalendarDay | Holiday):
        return (Turn(dated[0], _WHICH[step]), dated[1]) if dated[0].year is None else None
    season = SEASONS.get(here.text)
    if season is not None and word in {"this", "last", "next"}:
        return Turn(YearPart(season, 1, None), _WHICH[step]), here.on()
    found = month(here)
    if found is None or (here.text in {"may", "march"} and not here.piece().capital):
        return None
    return Turn(CalendarMonth(None, found[0]), _WHICH[step]), found[1]


def _stepped_weekday(
    word: str, step: int, number: int, after: Cursor, dated: Parsed | None
) -> Parsed | None:
    if dated is not None and isinstance(dated[0], CalendarDay):
        return dated  # last Friday, 18 September
    if word in {"last", "past"}:
        return Weekday(number, strict="last"), after
    if word in {"coming", "upcoming"}:
        return Weekday(number, strict="next"), after
    return Weekday(number, week=step), after
