"""Closed intervals of decimals, and the context in which they are computed."""

from __future__ import annotations

import decimal
from decimal import Decimal
from typing import NamedTuple

INFINITY = Decimal("Infinity")
ZERO = Decimal(0)

# Nothing traps: a value too large becomes infinite, a meaningless one NaN, and NaN is in no
# interval. Forty digits are what a numeral may have (docs: limits), so no figure is rounded.
_CONTEXT = decimal.Context(
    prec=40,
    Emax=decimal.MAX_EMAX,
    Emin=decimal.MIN_EMIN,
    rounding=decimal.ROUND_HALF_EVEN,
    traps=[],
)


def bounded() -> decimal.Context:
    """Return the context of every computation here, for `decimal.localcontext`."""
    return _CONTEXT


class Interval(NamedTuple):
    """All numbers from low to high, both included; either end may be infinite."""

    low: Decimal
    high: Decimal

    def contains(self, other: Interval) -> bool:
        """Say whether `other` lies wholly inside.

        >>> Interval(Decimal(1), Decimal(3)).contains(Interval(Decimal(1), Decimal(2)))
        True
        """
        return self.low <= other.low and other.high <= self.high

    def meets(self, other: Interval) -> bool:
        """Say whether the two share at least one number; touching ends do."""
        return self.low <= other.high and other.low <= self.high

    def is_narrower_than(self, other: Interval) -> bool:
        """Say whether this interval is shorter; two unbounded ones are equally long."""
        return self.high - self.low < other.high - other.low

    def scaled(self, factor: Decimal) -> Interval:
        """Return the interval times a positive factor."""
        return Interval(self.low * factor, self.high * factor)
