"""How far a written figure reaches: its inner and its outer margin.

Source: docs/verdicts.md ("Figures"). Inside the inner interval a source's figure is what the draft
says; outside the outer one it cannot be.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Literal, NamedTuple

from factcheck.compare.intervals import INFINITY, ZERO, Interval
from factcheck.config import Tolerance
from factcheck.schema import Modifier, Quantity, QuantityKind
from factcheck.vocabulary.additions import added

Bound = Literal["", "lower", "upper"]

BOUNDS: dict[Modifier, Bound] = {
    "more_than": "lower",
    "at_least": "lower",
    "less_than": "upper",
    "at_most": "upper",
}
UNHEDGED = frozenset[Modifier]({"", "only", "between"})
# Kinds that measure rather than count: never finer than half of the last written digit.
_MEASURED = frozenset[QuantityKind]({"measure", "duration", "temperature", "ratio"})
_POINTS = frozenset[QuantityKind]({"percent", "percentage_point"})
_EXACT = frozenset[QuantityKind]({"ordinal", "score"})

_HALF, _TWO = Decimal("0.5"), Decimal(2)
_TWENTIETH, _TENTH, _FIFTH = Decimal("0.05"), Decimal("0.1"), Decimal("0.2")
_JUST_OVER = Decimal("1.02")
_HUNDRED, _THOUSAND, _MILLION = Decimal(100), Decimal(1000), Decimal(1_000_000)


class Margin(NamedTuple):
    """How far a figure reaches to either side, in its own unit."""

    inner: Decimal
    outer: Decimal


_SHARE = Margin(Decimal("1.5"), Decimal(4))
_NONE = Margin(ZERO, ZERO)


class Figure(NamedTuple):
    """A figure with its reach, ready to be compared; shares in words are in percent.

    `low` and `high` are the written ends; `number` is the one number named, None for a range.
    `derived` figures are computed from others of their sentence.
    """

    low: Decimal
    high: Decimal
    inner: Interval
    outer: Interval
    modifier: Modifier = ""
    is_share: bool = False
    is_derived: bool = False

    @property
    def number(self) -> Decimal | None:
        """The one number named, None for a range."""
        return self.low if self.low == self.high else None

    @property
    def bound(self) -> Bound:
        """Which side the figure bounds, if any."""
        return BOUNDS.get(self.modifier, "")

    def scaled(self, factor: Decimal) -> Figure:
        """Return the figure in a unit `factor` times smaller."""
        return self._replace(
            low=self.low * factor,
            high=self.high * factor,
            inner=self.inner.scaled(factor),
            outer=self.outer.scaled(factor),
        )


def is_share(quantity: Quantity) -> bool:
    """Say whether the quantity is a share in words: "a third of", "one in five"."""
    return quantity.kind == "fraction" or (
        quantity.kind == "ratio" and quantity.low >= ZERO and quantity.high <= 1
    )


def figure_of(quantity: Quantity, is_converted: bool = False) -> Figure:
    """Return a quantity's figure with its inner and outer interval.

    `is_converted`: the other side is written in another unit, so either may have been rounded
    on the way.
    """
    share = is_share(quantity)
    factor = _HUNDRED if share else Decimal(1)
    low, high = sorted((quantity.low * factor, quantity.high * factor))
    inner, outer = _reach(low, high, quantity, is_converted)
    return Figure(low, high, inner, outer, quantity.modifier, is_share=share)


def tolerant(figure: Figure, kind: QuantityKind) -> Figure:
    """Return a draft's figure with the reach that the newsroom gives figures of its kind.

    A bound is left as it is: "over 8,000" means what it says.
    """
    allowed = (_allowed(one, figure) for one in added().tolerances if one.kind == kind)
    reach = max(allowed, default=ZERO)
    if not reach or figure.bound:
        return figure
    return figure._replace(
        inner=_widened(figure, figure.inner, reach),
        outer=_widened(figure, figure.outer, reach * _TWO),
    )


def _allowed(tolerance: Tolerance, figure: Figure) -> Decimal:
    size = max(abs(figure.low), abs(figure.high))
    return max(size * tolerance.share, tolerance.points)


def _widened(figure: Figure, interval: Interval, reach: Decimal) -> Interval:
    return Interval(min(interval.low, figure.low - reach), max(interval.high, figure.high + reach))


def _reach(
    low: Decimal, high: Decimal, quantity: Quantity, is_converted: bool
) -> tuple[Interval, Interval]:
    bound = BOUNDS.get(quantity.modifier, "")
    if bound == "lower":
        line = Interval(low, INFINITY)
        return line, Interval(low - _slack(low, is_converted), INFINITY)
    if bound == "upper":
        line = Interval(-INFINITY, high)
        return line, Interval(-INFINITY, high + _slack(high, is_converted))
    if quantity.modifier == "vague" and (low == high or _is_scale_word(low)):
        return Interval(low, INFINITY), Interval(low, INFINITY)  # "millions": no scale word above
    first = _around(low, low == high, quantity, is_converted)
    last = _around(high, low == high, quantity, is_converted)
    return Interval(first[0].low, last[0].high), Interval(first[1].low, last[1].high)


def _is_scale_word(low: Decimal) -> bool:
    """Say whether a vague plural begins at a bare "millions" or "billions"."""
    return low >= _MILLION and low.adjusted() % 3 == 0 and low.normalize().as_tuple().digits == (1,)


def _slack(end: Decimal, is_converted: bool) -> Decimal:
    """Return what conversion may have taken from a bound: it only keeps red away."""
    return abs(end) * _TENTH if is_converted else ZERO


def _around(
    end: Decimal, is_single: bool, quantity: Quantity, is_converted: bool
) -> tuple[Interval, Interval]:
    size = abs(end)
    if quantity.modifier == "nearly":
        slack = _slack(end, is_converted)
        inner, outer = (size * (1 - _TENTH), size), (size * (1 - _FIFTH), size * _JUST_OVER + slack)
        return _signed(end, inner), _signed(end, outer)
    margin = _bare(size, quantity) if is_single else _NONE
    if quantity.modifier == "about":
        reach = max(size * _TWENTIETH, margin.inner * _TWO)
        margin = Margin(reach, reach * _TWO)
    if is_converted:
        margin = Margin(max(margin.inner, size * _TWENTIETH), max(margin.outer, size * _TENTH))
    return (
        Interval(end - margin.inner, end + margin.inner),
        Interval(end - margin.outer, end + margin.outer),
    )


def _signed(end: Decimal, sizes: tuple[Decimal, Decimal]) -> Interval:
    """Return the interval of sizes on the side of zero where `end` is."""
    low, high = sizes
    return Interval(low, high) if end >= 0 else Interval(-high, -low)


def _bare(size: Decimal, quantity: Quantity) -> Margin:
    """Return the margin of an unhedged figure of this size."""
    step = quantity.step
    if is_share(quantity):
        return _SHARE
    if quantity.kind in _EXACT or step <= 0:
        return _NONE
    if quantity.kind in _POINTS:
        return _last_digit(step)
    if quantity.kind == "age":
        return Margin(ZERO, step * _HALF)  # ages are whole years passed: one year apart may be one
    written = _written(size, step)
    if quantity.kind in _MEASURED:
        digit = _last_digit(step)
        if quantity.kind == "duration":  # of a sentence of nine years and one of seven one is wrong
            digit = Margin(digit.inner, digit.inner)
        return Margin(max(written.inner, digit.inner), max(written.outer, digit.outer))
    return written


def _last_digit(step: Decimal) -> Margin:
    return Margin(step * _HALF, step)


def _written(size: Decimal, step: Decimal) -> Margin:
    """Return the margin that the digits and the scale word of a number tell."""
    digits = size / step
    if step < 1 or digits != digits.to_integral_value():
        return _last_digit(step)
    is_round_step = step.normalize().as_tuple().digits == (1,)
    if 1 <= digits <= 9 and (step >= _THOUSAND or not is_round_step):
        return Margin(size * _TWENTIETH, size * _HALF)  # "two million", "two dozen"
    if not is_round_step or (step >= _THOUSAND and step.adjusted() % 3):
        return _last_digit(step)  # 5.25 million: the step shows decimals before a scale word
    return _whole(size)


def _whole(size: Decimal) -> Margin:
    """Return the margin of a whole number by the zeros it ends in."""
    if size < _HUNDRED:
        return _NONE
    zeros = size.adjusted() - len(size.normalize().as_tuple().digits) + 1
    if zeros == 0:
        return _NONE
    if size < _THOUSAND:
        return Margin(ZERO, Decimal(1).scaleb(zeros) * _HALF)
    return _last_digit(Decimal(1).scaleb(min(zeros, size.adjusted() - 1)))
