"""Rows of labelled sentences: what a label says, and when two labels say the same."""

from __future__ import annotations

import functools
import math
from collections.abc import Mapping

import msgspec

from factcheck.vocabulary.currencies import (
    cent_names,
    currencies,
    currency_names,
    currency_symbols,
)
from factcheck.vocabulary.units import unit_names, unit_symbols, units

SENSES: Mapping[str, str] = {
    "about": "about",
    "nearly": "about",
    "more_than": "more",
    "at_least": "more",
    "less_than": "less",
    "at_most": "less",
}


class Label(msgspec.Struct, omit_defaults=True):
    """One labelled figure or date.

    `start` and `end` are offsets of the row's text, None where the source does not say; numbers
    are in `unit`, dates and times are ISO or TIMEX strings. `values` are further accepted
    readings, `optional` labels are neither demanded nor held against a prediction.
    """

    kind: str | None = None
    start: int | None = None
    end: int | None = None
    surface: str | None = None
    value: float | str | None = None
    values: list[float | str] | None = None
    low: float | str | None = None
    high: float | str | None = None
    unit: str | None = None
    of: str | None = None
    modifier: str | None = None
    optional: bool = False
    timex: str | None = None
    grain: str | None = None

    def numbers(self) -> list[float | str]:
        """Return every number or date the label states."""
        return [number for number in (self.value, self.low, self.high) if number is not None]

    def states_value(self) -> bool:
        """Say whether the source gives a value at all."""
        return bool(self.numbers() or self.values)


class Row(msgspec.Struct, omit_defaults=True):
    """A sentence with its labels.

    `scope` lists the kinds its source labels in full (None: all); `spans` "partial" says that
    even those are not complete; `ref` is the date that relative dates count from.
    """

    text: str
    quantities: list[Label] = msgspec.field(default_factory=list)
    id: str | None = None
    source: str | None = None
    license: str | None = None
    scope: list[str] | None = None
    spans: str | None = None
    ref: str | None = None


def canonical_unit(unit: str) -> str:
    """Return one spelling for a unit, whatever a source calls it.

    >>> canonical_unit("Kilometers"), canonical_unit("dollar per barrel"), canonical_unit("€")
    ('km', 'USD per barrel', 'EUR')
    """
    spoken = unit.strip().lower().replace("_", " ").replace("-", " ")
    if spoken in ("", "none", "dimensionless", "count"):
        return ""
    if spoken in _names():
        return _names()[spoken]
    if unit.strip() in _symbols():
        return _symbols()[unit.strip()]
    if " per " in spoken and spoken not in unit_names():
        return " per ".join(canonical_unit(part) for part in spoken.split(" per "))
    singular = spoken.removesuffix("s")
    return _names().get(singular, singular)


@functools.cache
def _names() -> Mapping[str, str]:
    cents = {name: "penny" if code == "GBP" else "cent" for name, code in cent_names().items()}
    codes = {code.lower(): code for code in currencies()}
    keys = {key.replace("_", " "): key for key in units()}
    more = {"year of age": "year", "kilometre per hour": "kmh"}
    return {**keys, **codes, **currency_names(), **unit_names(), **cents, **more}


@functools.cache
def _symbols() -> Mapping[str, str]:
    return {**currency_symbols(), **unit_symbols()}


def _size(unit: str) -> tuple[str, float] | None:
    """Return what a unit converts into and its size there; cents into their currency."""
    if unit in ("cent", "penny"):
        return ("USD" if unit == "cent" else "GBP"), 0.01
    if unit in currencies():
        return unit, 1.0
    known = units().get(unit)
    return None if known is None else (known.dimension, float(known.factor))


def same(one: float | str | None, other: float | str | None) -> bool:
    """Say whether two values are equal, as numbers or as date strings."""
    if one is None or other is None:
        return False
    if isinstance(one, str) or isinstance(other, str):
        return str(one).lower().replace("t", " ") == str(other).lower().replace("t", " ")
    return math.isclose(one, other, rel_tol=1e-6, abs_tol=1e-9)


def same_measure(one: Label, other: Label) -> bool:
    """Say whether two values are equal once both are in one unit (90 minutes = 1.5 hours)."""
    if not isinstance(one.value, int | float) or not isinstance(other.value, int | float):
        return False
    here, there = _size(canonical_unit(one.unit or "")), _size(canonical_unit(other.unit or ""))
    if here is None or there is None or here[0] != there[0]:
        return False
    return same(one.value * here[1], other.value * there[1])


def unit_right(gold: Label, predicted: Label) -> bool:
    """Say whether the unit is the labelled one, or converts into it to the same value."""
    if gold.unit is None:
        return True
    if canonical_unit(gold.unit) == canonical_unit(predicted.unit or ""):
        return True
    return same_measure(gold, predicted)


def value_right(gold: Label, predicted: list[Label]) -> bool:
    """Say whether the matched prediction, or the two ends of a range, give the labelled value."""
    first = predicted[0]
    if gold.modifier == "vague" and isinstance(gold.low, int | float):
        high = gold.high if isinstance(gold.high, int | float) else math.inf
        found = [n for n in first.numbers() if isinstance(n, int | float)]
        return any(gold.low * 0.999 <= n <= high * 1.001 for n in found)
    accepted = [*(gold.values or []), *([] if gold.value is None else [gold.value])]
    given = [first.value, first.timex, *(first.values or [])]
    if gold.grain in ("Week", "Month", "Quarter", "Year"):
        given.append(first.low)
    if any(same(a, g) for a in accepted for g in given) or same_measure(gold, first):
        return True
    return _range_right(gold, predicted)


def _range_right(gold: Label, predicted: list[Label]) -> bool:
    if gold.low is None and gold.high is None:
        return False
    first = predicted[0]
    if gold.low is None or gold.high is None:
        bound = gold.high if gold.low is None else gold.low
        return any(same(bound, number) for number in first.numbers())
    ends = (first.low, first.high) if len(predicted) == 1 else (first.value, predicted[1].value)
    straight = same(gold.low, ends[0]) and same(gold.high, ends[1])
    return straight or (same(gold.low, ends[1]) and same(gold.high, ends[0]))


def modifier_right(gold: Label, predicted: Label) -> bool:
    """Say whether the modifier has the labelled sense; "vague" and "between" are not judged."""
    sense = SENSES.get(gold.modifier or "")
    return sense is None or SENSES.get(predicted.modifier or "") == sense
