"""Values in words, as a journalist would write them in a note."""

from __future__ import annotations

from decimal import Decimal

from factcheck.schema import Modifier, Quantity

_MODIFIERS: dict[Modifier, str] = {
    "about": "about ",
    "nearly": "nearly ",
    "more_than": "more than ",
    "less_than": "less than ",
    "at_least": "at least ",
    "at_most": "at most ",
    "only": "only ",
}
_SCALES = ((Decimal(10) ** 12, "trillion"), (Decimal(10) ** 9, "billion"), (Decimal(10) ** 6, "million"))


def say_quantity(quantity: Quantity) -> str:
    """Return a quantity in words: its modifier, number, unit and what is counted."""
    low, high = _number(quantity.low, quantity.step), _number(quantity.high, quantity.step)
    number = low if low == high else f"{low} to {high}"
    if quantity.kind == "money":
        number = f"{quantity.unit} {number}"
    elif quantity.unit:
        number = f"{number}%" if quantity.unit == "percent" else f"{number} {quantity.unit}"
    per = f" per {quantity.per}" if quantity.per else ""
    of = f" ({quantity.of})" if quantity.of else ""
    return f"{_MODIFIERS.get(quantity.modifier, '')}{number}{per}{of}"


def _number(value: Decimal, step: Decimal) -> str:
    for scale, word in _SCALES:
        if step >= 1000 and value >= scale:
            return f"{(value / scale).normalize():f} {word}"
    return f"{value:,f}"
