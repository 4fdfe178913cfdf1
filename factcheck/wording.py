"""Figures and dates in words, as a checker would write them in a note; no locale is consulted."""

from __future__ import annotations

import calendar
import datetime as dt
from collections.abc import Callable, Mapping
from decimal import ROUND_HALF_EVEN, Context, Decimal

from factcheck.schema import Claim, DateRange, Modifier, Quantity, QuantityKind
from factcheck.vocabulary.calendar import MONTHS
from factcheck.vocabulary.currencies import is_open
from factcheck.vocabulary.nouns import plural_of
from factcheck.vocabulary.numbers import numbers
from factcheck.vocabulary.units import plural, units

_MONTH_NAMES = tuple(name.capitalize() for name in MONTHS)
_WIDE = Context(prec=120)
_SCALES = (
    (Decimal(10**12), "trillion"),
    (Decimal(10**9), "billion"),
    (Decimal(10**6), "million"),
    (Decimal(10**3), "thousand"),
)
_INDIAN = ((Decimal(10**7), "crore"), (Decimal(10**5), "lakh"))
_DOZEN = Decimal(12)
_MODIFIERS: Mapping[Modifier, str] = {
    "about": "about",
    "nearly": "nearly",
    "more_than": "more than",
    "less_than": "less than",
    "at_least": "at least",
    "at_most": "at most",
    "only": "only",
}
_PARTS = {2: "half", 3: "third", 4: "quarter", 5: "fifth", 6: "sixth", 8: "eighth", 10: "tenth"}
_COUNTS = {1: "one", 2: "two", 3: "three", 4: "four", 5: "five", 6: "six", 7: "seven", 9: "nine"}
_FACTORS = {Decimal(2): "doubled", Decimal(3): "tripled", Decimal("0.5"): "halved"}


def say_quantity(quantity: Quantity) -> str:
    """Return the figure with its modifier, unit, counted noun and denominator.

    What part of a change it is, and what a sum of money is for, is left to the caller.

    >>> many = Decimal(8000)
    >>> say_quantity(Quantity("count", many, many, Decimal(1), of="person", modifier="more_than"))
    'more than 8,000 people'
    >>> sum_ = Decimal(40_000_000)
    >>> say_quantity(Quantity("money", sum_, sum_, Decimal(10**6), unit="GBP"))
    'GBP 40 million'
    """
    words = _SAYERS.get(quantity.kind, _measure)(quantity)
    modifier = _MODIFIERS.get(quantity.modifier, "")
    if modifier == "less than" and quantity.kind == "count":
        modifier = "fewer than"
    return " ".join(part for part in (modifier, words, _per(quantity.per)) if part)


# --- numbers ---------------------------------------------------------------------------------


def _number(value: Decimal, step: Decimal, scales: tuple[tuple[Decimal, str], ...]) -> str:
    """Write a number so that its last digit stands where `step` says."""
    if step == _DOZEN and value % _DOZEN == 0:
        return f"{value / _DOZEN:f} dozen"
    for size, word in reversed(scales):
        # "0.6 billion" says how exact it is; nobody says "0.5 thousand".
        is_part = size > 1000 and step * 10 >= size
        if 1 < step <= size and (abs(value) >= size or is_part):
            return f"{_digits(_WIDE.divide(value, size), _WIDE.divide(step, size))} {word}"
    for size, word in scales:
        if step >= size and abs(value) >= size:
            return f"{_digits(_WIDE.divide(value, size), Decimal(1))} {word}"
    return _digits(value, step)


def _digits(value: Decimal, step: Decimal) -> str:
    """Write digits with separators, as many behind the point as `step` has."""
    places = max(0, -int(step.adjusted())) if -40 < step.adjusted() < 0 else 0
    exact = Decimal(1).scaleb(-places)
    if value == value.quantize(exact, rounding=ROUND_HALF_EVEN, context=_WIDE):
        return f"{value.quantize(exact, context=_WIDE):,f}"
    return f"{value:,f}"


def _figures(quantity: Quantity, *, joined: str = "") -> str:
    """Write the number, the range or the vague plural; `joined` is the unit both ends bear."""
    indian = quantity.unit == "INR" and quantity.step in dict(_INDIAN)
    scales: tuple[tuple[Decimal, str], ...] = _INDIAN if indian else _SCALES
    low = _number(quantity.low, quantity.step, scales)
    if quantity.low == quantity.high:
        return low
    if quantity.modifier == "vague":
        return _vague(quantity) or f"{low} to {_number(quantity.high, quantity.step, scales)}"
    high = _number(quantity.high, quantity.step, scales)
    if quantity.modifier == "between":
        return f"between {low}{joined} and {high}{joined}"
    return f"{low}{joined} to {high}{joined}"


def _vague(quantity: Quantity) -> str:
    ends = (quantity.low, quantity.high)
    table = numbers().vague
    for word, bounds in table.items():
        if bounds == ends and word not in ("lakhs", "crores", "tens"):
            return word
    for first in ("tens", "hundreds"):
        for word in ("thousands", "millions", "billions"):
            low, high = table[first]
            if (low * table[word][0], high * table[word][0]) == ends:
                return f"{first} of {word}"
    return ""


# --- kinds -----------------------------------------------------------------------------------


def _count(quantity: Quantity) -> str:
    words = _figures(quantity)
    if not quantity.of:
        return words
    noun = quantity.of if quantity.low == quantity.high == 1 else plural_of(quantity.of)
    link = " of " if quantity.modifier == "vague" and _vague(quantity) else " "
    return f"{words}{link}{noun}"


def _money(quantity: Quantity) -> str:
    if is_open(quantity.unit):
        return f"{_figures(quantity)} {plural(quantity.unit)}"
    sign = "$" if quantity.unit == "USD" else f"{quantity.unit} "
    if quantity.modifier == "vague" and quantity.low != quantity.high and _vague(quantity):
        return f"{_vague(quantity)} of {quantity.unit}"
    if quantity.low == quantity.high:
        minus = "-" if quantity.low < 0 else ""
        return f"{minus}{sign}{_figures(quantity).removeprefix('-')}"
    words = _figures(quantity)
    first, _, rest = words.partition(" ") if words.startswith("between ") else ("", "", words)
    low, link, high = rest.partition(" and ") if first else rest.partition(" to ")
    return f"{first} {sign}{low}{link}{sign}{high}".strip()


def _percent(quantity: Quantity) -> str:
    words = _figures(quantity, joined="%")
    return words if words.endswith("%") else f"{words}%"


def _measure(quantity: Quantity) -> str:
    known = units().get(quantity.unit)
    words = _figures(quantity)
    if known is None:
        return f"{words} {quantity.unit}".strip()
    name = known.name if quantity.low == quantity.high == 1 else known.plural
    link = " of " if quantity.modifier == "vague" and _vague(quantity) else " "
    return f"{words}{link}{name}"


def _age(quantity: Quantity) -> str:
    return f"{_measure(quantity)} old"


def _fraction(quantity: Quantity) -> str:
    for bottom, word in _PARTS.items():
        top = (quantity.low * bottom).to_integral_value()
        if top > 0 and abs(quantity.low * bottom - top) < Decimal("1e-30") and top in _COUNTS:
            if bottom == 2 and top == 1:
                return "half"
            name = word if top == 1 else f"{word}s"
            return f"a {name}" if top == 1 else f"{_COUNTS[int(top)]}-{name}"
    return _figures(quantity)


def _ratio(quantity: Quantity) -> str:
    whole = (1 / quantity.step).to_integral_value() if quantity.step else Decimal(0)
    part = (quantity.low * whole).to_integral_value()
    return f"{part:,f} in {whole:,f}" if whole else _figures(quantity)


def _multiplier(quantity: Quantity) -> str:
    return _FACTORS.get(quantity.low) or f"{_figures(quantity)}-fold"


def _frequency(quantity: Quantity) -> str:
    return f"{_figures(quantity)} time{'' if quantity.low == quantity.high == 1 else 's'}"


def _ordinal(quantity: Quantity) -> str:
    digits = _figures(quantity)
    last = digits[-1]
    teen = digits.endswith(("11", "12", "13"))
    return digits + ("th" if teen else {"1": "st", "2": "nd", "3": "rd"}.get(last, "th"))


def _score(quantity: Quantity) -> str:
    return f"{quantity.low:f}-{quantity.high:f}"


_SAYERS: Mapping[QuantityKind, Callable[[Quantity], str]] = {
    "count": _count,
    "money": _money,
    "percent": _percent,
    "age": _age,
    "fraction": _fraction,
    "ratio": _ratio,
    "multiplier": _multiplier,
    "frequency": _frequency,
    "ordinal": _ordinal,
    "score": _score,
}


def _per(denominator: str) -> str:
    if not denominator:
        return ""
    known = units().get(denominator)
    if known is not None:
        return f"per {known.name}"
    number, _, noun = denominator.partition(" ")
    if number.isdecimal():
        return f"per {Decimal(number):,f} {plural_of(noun)}".strip()
    return f"per {denominator}"


def say_day(date: dt.date) -> str:
    """Return the date as a newspaper writes it.

    >>> say_day(dt.date(2015, 9, 7))
    '7 September 2015'
    """
    return f"{date.day} {_MONTH_NAMES[date.month - 1]} {date.year}"


def say_date(value: DateRange) -> str:
    """Return a date or range in words: "7 September 2015", "May 2015", "from 7 May 2015 on"."""
    first = say_day(value.first) if value.first else ""
    last = say_day(value.last) if value.last else ""
    if first == last:
        days = first or f"{value.expression}, unresolved"
    elif first and last:
        days = _named_range(value) or f"{first} to {last}"
    else:
        days = f"from {first} on" if first else f"up to {last}"
    return f"{days}, {value.clock}" if value.clock else days


def say_time(claim: Claim) -> str:
    """Return the time a claim speaks of in words: the one it states, else the day of its text."""
    if claim.period is not None:
        known = claim.period.first is not None or claim.period.last is not None
        is_open = None in {claim.period.first, claim.period.last}
        said = f"the time {say_date(claim.period)}" if is_open else say_date(claim.period)
        return said if known else "a time without a date"
    return f"the days before {say_day(claim.as_of)}" if claim.as_of else ""


def _named_range(value: DateRange) -> str:
    """Return the name of the whole month or year that the range is, if it is one."""
    first, last = value.first, value.last
    if first is None or last is None or first.day != 1:
        return ""
    if last.day != calendar.monthrange(last.year, last.month)[1]:
        return ""
    if value.granularity == "month" and (first.year, first.month) == (last.year, last.month):
        return f"{_MONTH_NAMES[first.month - 1]} {first.year}"
    whole = first.month == 1 and last.month == 12 and first.year == last.year
    return str(first.year) if value.granularity == "year" and whole else ""
